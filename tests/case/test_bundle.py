"""A bundle: one zip that a stranger checks with nothing but Python, down to the last byte."""

from __future__ import annotations

import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overflight.case import Case
from overflight.case.bundle import make_bundle
from overflight.case.bundle_check import check_bundle, read_archive, write_archive
from overflight.errors import CaseDamaged, CaseError
from tests.case.builders import a_case, a_file


def a_built_case(folder: Path) -> Case:
    case = a_case(folder)
    case.admit([a_file(folder, f"{n}.txt", f"report number {n}".encode() * 40) for n in range(5)])
    with case.writing():
        case.record_run({"dossier.html": b"<html>" * 200, "findings.json": b"{}\n"}, {})
    return case


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("bundle")
    make_bundle(a_built_case(folder), folder / "b.zip")
    return (folder / "b.zip").read_bytes()


def test_an_untouched_bundle_holds(archive: bytes) -> None:
    assert check_bundle(archive) == []


def test_any_zip_program_opens_it(archive: bytes, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(archive)
    with zipfile.ZipFile(tmp_path / "b.zip") as opened:
        assert opened.testzip() is None
        assert {"README.txt", "verify.py", "dossier.html", "ledger.jsonl", "MANIFEST.sha256"} <= set(opened.namelist())


def test_every_one_of_two_hundred_flipped_bits_is_found_and_an_item_named(archive: bytes) -> None:
    dice = random.Random(20220113)
    for _ in range(200):
        changed = bytearray(archive)
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
        broken = check_bundle(bytes(changed))
        assert broken and all(b.item and b.what and b.now for b in broken)


def test_the_item_named_is_the_one_that_was_hit(archive: bytes) -> None:
    for name, content in read_archive(archive)[0].items():
        changed = bytearray(archive)
        changed[archive.index(content) + len(content) // 2] ^= 4
        assert name in {b.item for b in check_bundle(bytes(changed))}, name


def test_a_stranger_needs_only_python(archive: bytes, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(archive)
    (tmp_path / "verify.py").write_bytes(read_archive(archive)[0]["verify.py"])
    command = [sys.executable, "-I", "-S", str(tmp_path / "verify.py"), str(tmp_path / "b.zip")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "All holds" in done.stdout


def test_an_unpacked_bundle_is_checked_as_well(archive: bytes, tmp_path: Path) -> None:
    for name, content in read_archive(archive)[0].items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (tmp_path / "dossier.html").write_bytes(b"edited")
    command = [sys.executable, "-I", "-S", str(tmp_path / "verify.py"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "BROKEN dossier.html" in done.stdout


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    case = a_built_case(tmp_path)
    make_bundle(case, tmp_path / "1.zip")
    make_bundle(case, tmp_path / "2.zip")
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_a_damaged_case_is_not_bundled(tmp_path: Path) -> None:
    case = a_built_case(tmp_path)
    (case.path / "dossier.html").write_bytes(b"edited")
    with pytest.raises(CaseDamaged, match=r"dossier\.html"):
        make_bundle(case, tmp_path / "b.zip")


def test_a_case_that_was_never_built_is_not_bundled(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    with pytest.raises(CaseError, match="not built yet"):
        make_bundle(case, tmp_path / "b.zip")


@given(st.dictionaries(st.text("abc/é", min_size=1, max_size=6), st.binary(max_size=60), max_size=5))
def test_what_is_written_to_an_archive_is_read_back(members: dict[str, bytes]) -> None:
    assert read_archive(write_archive(members)) == (dict(sorted(members.items())), [])
