"""`compare` and `screen` on the command line: the published JSON, tables, and one clear error for bad input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

Done = subprocess.CompletedProcess[str]
SDN = (
    '26344,"QESHM FARS AIR",-0- ,"SDGT] [IFSR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Secondary sanctions risk."\r\n'
    '12927,"MAHAN AIR",-0- ,"SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1a'
)


def overflight(*words: object) -> Done:
    return subprocess.run(
        [sys.executable, "-m", "overflight.cli", *map(str, words)], capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lists") / "ofac_2021-07-07"
    folder.mkdir()
    (folder / "sdn.csv").write_text(SDN, encoding="latin-1", newline="")
    return folder


def table(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_compare_gives_each_row_back_with_its_score(tmp_path: Path):
    pairs = table(
        tmp_path / "pairs.csv", "schema,name1,name2\nOrganization,Fars Air Qeshm,Qeshm Fars Air\n,EP-FAB,EP-FAA\n"
    )
    done = overflight("compare", pairs)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(r["name1"], r["match"]) for r in rows] == [("Fars Air Qeshm", True), ("EP-FAB", False)]
    assert all(0 <= r["score"] <= 1 and r["reasons"] for r in rows)


def test_screen_gives_one_object_a_row_in_the_published_shape(tmp_path: Path, lists: Path):
    names = table(tmp_path / "names.csv", "id,name\na,Fars Air Qeshm\nb,Nobody At All\n")
    done = overflight("screen", names, "--lists", lists, "--on", "2021-07-07", "--format", "json")
    assert done.returncode == 0, done.stderr
    first, second = [json.loads(line) for line in done.stdout.splitlines()]
    assert (first["id"], second["id"], second["matches"]) == ("a", "b", [])
    match = first["matches"][0]
    assert match["party"] == "ofac:26344"
    assert set(match) >= {
        "party",
        "caption",
        "schema",
        "matched_name",
        "score",
        "match",
        "reasons",
        "listings",
        "locator",
    }
    assert {listing["on_date"] for listing in match["listings"]} <= {"yes", "no", "unknown"}


def test_many_names_are_answered_in_their_order_by_several_processes(tmp_path: Path, lists: Path):
    rows = [("Mahan Air", "ofac:12927"), ("Qeshm Fars Air", "ofac:26344")] * 500
    names = table(tmp_path / "names.csv", "name\n" + "".join(f"{name}\n" for name, _ in rows))
    done = overflight("screen", names, "--lists", lists, "--format", "json")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a["id"] for a in answers] == [str(n) for n in range(1, 1001)]
    assert [a["matches"][0]["party"] for a in answers] == [wanted for _, wanted in rows]


def test_a_table_for_people_shows_controls_as_text(tmp_path: Path, lists: Path):
    names = table(tmp_path / "names.csv", 'name\n"Mahan\u202e \x1b[31mAir"\n')
    done = overflight("screen", names, "--lists", lists)
    assert "ofac:12927" in done.stdout
    assert "\u202e" not in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"", "empty"),
        (b"first,second\na,b\n", "no column"),
        (b"name1,name2\na,b,c\n", "line 2"),
        (b'name1,name2\n"a,b\n', "not a CSV"),
        (b"name1,name2\n\xff\xfe\xfa,b\n", "UTF-8"),
    ],
)
def test_a_bad_table_is_one_clear_error(tmp_path: Path, text: bytes, words: str):
    bad = tmp_path / "bad.csv"
    bad.write_bytes(text)
    done = overflight("compare", bad)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "bad.csv" in done.stderr
    assert words in done.stderr


def test_a_missing_table_is_one_clear_error(tmp_path: Path):
    done = overflight("screen", tmp_path / "nowhere.csv")
    assert done.returncode == 1
    assert "cannot be read" in done.stderr
