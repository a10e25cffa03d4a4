"""Intake: what a file is, is told from its content; names stay inside what was pointed at."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from overflight.case.intake import gather, snapshot_day
from overflight.errors import UnreadableFile
from overflight.records.source import SourceKind

REPORT = b"A cargo plane landed in Yangon on 3 May 2022, an airport worker said.\n"
SDN = (
    b'36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    b'26346,"EP-FAB","aircraft","SDGT] [IFSR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Linked To: QESHM FARS AIR."\r\n'
)


def trace() -> bytes:
    rows = [[t, 16.9, 96.1, 3000, 200, 30, 0, 500, None] for t in range(0, 200, 20)]
    return json.dumps({"icao": "731822", "timestamp": 1641945600, "trace": rows}).encode()


def kinds(path: Path) -> dict[str, SourceKind]:
    return {f.source.name: f.source.kind for f in gather([path])}


def a_folder(folder: Path, **files: bytes) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def test_reports_positions_and_lists_are_told_apart_whatever_they_are_called(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "in", a=REPORT, b=trace(), c=gzip.compress(trace()), d=SDN)
    assert kinds(folder) == {
        "in/a": SourceKind.REPORT,
        "in/b": SourceKind.POSITIONS,
        "in/c": SourceKind.POSITIONS,
        "in/d": SourceKind.LIST,
    }


def test_what_nobody_knows_is_unknown_and_not_lost(tmp_path: Path) -> None:
    assert kinds(a_folder(tmp_path / "in", x=bytes(range(256)) * 8)) == {"in/x": SourceKind.UNKNOWN}


def test_names_are_relative_to_what_was_pointed_at(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "in", deep__er__r_dot_txt=REPORT, _dot_hidden=b"x")
    (file,) = gather([folder])
    assert file.source.name == "in/deep/er/r.txt"
    (file,) = gather([folder / "deep/er/r.txt"])
    assert file.source.name == "r.txt"


def test_an_archive_of_reports_is_opened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("r/one.txt", REPORT)
    assert kinds(tmp_path / "a.zip") == {"a.zip/r/one.txt": SourceKind.REPORT}


def test_a_gzip_bomb_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bomb.json").write_bytes(gzip.compress(bytes(64 << 20)))
    with pytest.raises(UnreadableFile, match="grows more than"):
        gather([tmp_path / "bomb.json"])


def test_the_users_word_overrules(tmp_path: Path) -> None:
    (file,) = gather([a_folder(tmp_path / "in", r_dot_txt=REPORT)], kind=SourceKind.UNKNOWN)
    assert file.source.kind is SourceKind.UNKNOWN


def test_a_snapshots_day_is_told_from_its_folder_and_the_basis_kept(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "ofac_2021-07-07", sdn_dot_csv=SDN)
    (file,) = gather([folder / "sdn.csv"])
    assert (file.source.as_of, file.source.as_of_basis) == (dt.date(2021, 7, 7), "date in the folder's name")


def test_the_users_day_comes_first(tmp_path: Path) -> None:
    day = dt.date(2020, 1, 1)
    assert snapshot_day(tmp_path / "sdn_2021-07-07.csv", "sdn_2021-07-07.csv", day) == (day, "told by the user")


def test_a_file_that_says_it_is_synthetic_is_marked(tmp_path: Path) -> None:
    marked = json.dumps({"synthetic": "yes", **json.loads(trace())}).encode()
    (file,) = gather([a_folder(tmp_path / "in", t_dot_json=gzip.compress(marked))])
    assert file.source.is_synthetic


def test_the_editors_decisions_are_read_without_loading_the_dossier() -> None:
    loaded = "import sys, overflight.case.reviews; print([m for m in sys.modules if m.startswith('overflight.publishing.dossier')])"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
