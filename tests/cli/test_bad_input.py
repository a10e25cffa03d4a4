"""Bad input: one clear message on standard error (what, where, what now), exit 1, and nothing lost."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

Done = subprocess.CompletedProcess[str]


def overflight(*words: object) -> Done:
    return subprocess.run(
        [sys.executable, "-m", "overflight.cli", *map(str, words)], capture_output=True, text=True, check=False
    )


def refused(done: Done, *words: str) -> None:
    """Exit 1, one message that holds the words, no traceback."""
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    (message,) = [line for line in done.stderr.splitlines() if line.startswith("overflight: ")]
    for word in words:
        assert word in message


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    assert overflight("new", folder).returncode == 0
    return folder


def ledger(case: Path) -> bytes:
    return (case / "ledger.jsonl").read_bytes()


def test_a_missing_path(case: Path, tmp_path: Path) -> None:
    before = ledger(case)
    refused(overflight("add", case, tmp_path / "nowhere.txt"), "no such file", "nowhere.txt", "Check the path")
    assert ledger(case) == before


def test_a_folder_that_is_no_case(tmp_path: Path) -> None:
    for command in ("add", "build", "show", "verify"):
        words = [command, tmp_path] + ([tmp_path] if command == "add" else [])
        refused(overflight(*words), "not a case folder", "overflight new")


def test_a_truncated_gzip(case: Path, tmp_path: Path) -> None:
    before = ledger(case)
    whole = gzip.compress(json.dumps({"icao": "731822", "timestamp": 0, "trace": []}).encode() * 50)
    (tmp_path / "trace_full_731822.json").write_bytes(whole[:-20])
    refused(overflight("add", case, tmp_path / "trace_full_731822.json"), "end too early", "trace_full_731822.json")
    assert ledger(case) == before


def test_an_empty_case_is_not_built(case: Path) -> None:
    refused(overflight("build", case), "nothing in this case yet", "overflight add")


def test_a_case_that_was_not_built_is_not_shown(case: Path) -> None:
    refused(overflight("show", case), "not built yet", "overflight build")


def test_something_there_already(case: Path) -> None:
    refused(overflight("new", case), "something there already")


def test_a_broken_case_file(case: Path, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("A plane landed in Yangon on 3 May 2022.")
    overflight("add", case, tmp_path / "r.txt")
    (case / "case.toml").write_text("title = ")
    refused(overflight("build", case), "case.toml", "not valid TOML")


def test_a_ledger_somebody_edited(case: Path) -> None:
    (case / "ledger.jsonl").write_bytes(ledger(case).replace(b"case", b"cave"))
    refused(overflight("build", case), "line 1 of the ledger", "Restore")


def test_a_truncated_list_is_refused_at_the_door(case: Path, tmp_path: Path) -> None:
    before = ledger(case)
    (tmp_path / "un.xml").write_text(
        '<?xml version="1.0"?>\n<CONSOLIDATED_LIST dateGenerated="2022-09-15T00:00:00Z">\n<INDIVIDUALS>\n<IND'
    )
    refused(overflight("add", case, tmp_path / "un.xml"), "un.xml", "truncated", "Get the file again")
    assert ledger(case) == before


def test_a_list_with_a_renamed_column(tmp_path: Path) -> None:
    rows = "Unique ID,OFSI Group ID,UN Reference Number,Nom 6\nAFG0001,12703,TAi.155,HAQQANI\n"
    (tmp_path / "uk.csv").write_text("Report Date: 14-Nov-2024\n" + rows)
    refused(overflight("designated", "HAQQANI", "--on", "2024-12-01", "--lists", tmp_path / "uk.csv"), "uk.csv")


def test_one_report_that_cannot_be_read_does_not_stop_the_rest(case: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing more")
    (tmp_path / "r.txt").write_text("A cargo plane landed in Yangon on 3 May 2022, officials said.")
    assert overflight("add", case, tmp_path / "broken.pdf", tmp_path / "r.txt").returncode == 0
    done = overflight("build", case)
    assert done.returncode == 0, done.stderr
    assert "this report was not read" in done.stderr and "broken.pdf" in done.stderr


def test_a_trace_with_nan_is_read_and_the_bad_row_counted(tmp_path: Path) -> None:
    rows = [[t, "NaN" if t == 40 else 16.9 + t / 1e4, 96.1, 3000 + t, 200, 30, 0, 500, None] for t in range(0, 400, 20)]
    (tmp_path / "trace_full_731822.json").write_text(
        json.dumps({"icao": "731822", "timestamp": 1641945600, "trace": rows})
    )
    done = overflight("flights", tmp_path / "trace_full_731822.json", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[0])["positions"] == 19
    assert "1 something else than a number" in done.stderr


def test_a_report_in_a_wrong_charset_is_read_or_refused_but_never_garbled(case: Path, tmp_path: Path) -> None:
    text = "Ein Frachtflugzeug landete am 3. Mai 2022 in Rangun; die Luftwaffe bestätigte die Lieferung. " * 5
    (tmp_path / "report.txt").write_bytes(text.encode("utf-16"))
    assert overflight("add", case, tmp_path / "report.txt").returncode == 0
    assert overflight("build", case).returncode == 0
    assert "bestätigte die Lieferung" in (case / "dossier.html").read_text(encoding="utf-8")


def test_an_unknown_id_is_said_to_be_unknown(case: Path, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("A cargo plane landed in Yangon on 3 May 2022.")
    overflight("add", case, tmp_path / "r.txt")
    overflight("build", case)
    refused(overflight("show", case, "F999"), "nothing in this case has that id")


def test_a_path_longer_than_the_disk_allows(case: Path) -> None:
    refused(overflight("new", "a" * 5000), "File name too long", "Check the path")
    refused(overflight("add", case, "a" * 5000), "File name too long", "Check the path")


def test_an_empty_case_is_not_exported(case: Path) -> None:
    refused(overflight("export", case, "--to", "csv"), "nothing in this case yet", "overflight add")


def test_rules_of_redaction_that_are_no_text(case: Path, tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_bytes(b"\xff\xfe\x00")
    refused(overflight("redact", case, "--rules", tmp_path / "rules.toml"), "not text in UTF-8", "names =")


def test_lineage_of_files_that_are_no_reports(tmp_path: Path) -> None:
    (tmp_path / "noise.dat").write_bytes(bytes(range(256)))
    refused(overflight("lineage", tmp_path), "no report that can be read", "Give files")


def test_a_file_that_was_unknown_is_read_as_the_user_says_and_the_ledger_tells(case: Path, tmp_path: Path) -> None:
    (tmp_path / "words.dat").write_text("A cargo plane landed in Yangon on 3 May 2022, officials said.")
    assert "nothing known" in overflight("add", case, tmp_path / "words.dat").stderr
    done = overflight("add", case, "--as", "report", tmp_path / "words.dat")
    assert "known already, now taken for a report" in done.stderr
    assert b'"what":"retyping"' in ledger(case)
    assert "nothing changed" in overflight("add", case, "--as", "report", tmp_path / "words.dat").stderr


def test_a_file_that_holds_no_positions_does_not_stop_the_build(case: Path, tmp_path: Path) -> None:
    (tmp_path / "noise.dat").write_bytes(bytes(range(256)))
    (tmp_path / "empty.csv").write_bytes(b"")
    assert overflight("add", case, "--as", "positions", tmp_path / "noise.dat", tmp_path / "empty.csv").returncode == 0
    done = overflight("build", case)
    assert done.returncode == 0, done.stderr
    assert "warning: noise.dat:" in done.stderr and "warning: empty.csv:" in done.stderr
    assert "the columns are ." not in done.stderr


def test_devices_and_pipes_are_refused(case: Path, tmp_path: Path) -> None:
    before = ledger(case)
    os.mkfifo(tmp_path / "pipe")
    for path in ("/dev/zero", tmp_path / "pipe"):
        refused(overflight("add", case, path), "a device, a pipe or a socket", str(path))
    assert ledger(case) == before


def test_hints_name_the_path_as_it_was_given(tmp_path: Path) -> None:
    folder = tmp_path / "my cases" / "one"
    overflight("new", folder)
    refused(overflight("build", folder), f"{folder}: there is nothing", f"overflight add '{folder}' PATH")
    refused(overflight("bundle", folder), f"overflight build '{folder}'")
    (tmp_path / "file").write_text("")
    refused(overflight("new", tmp_path / "file" / "x"), str(tmp_path / "file"))


@pytest.mark.parametrize("content", [b"", bytes(range(256)) * 8])
def test_claims_of_what_is_no_report(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.dat").write_bytes(content)
    for path in (tmp_path / "in" / "x.dat", tmp_path / "in"):
        refused(overflight("claims", path), f"{path}: there is no report", "Give files, folders or archives")


def test_claims_of_a_folder_with_other_files_too(tmp_path: Path) -> None:
    (tmp_path / "x.dat").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing more")
    (tmp_path / "r.txt").write_text("A cargo plane landed in Yangon on 3 May 2022, officials said.")
    done = overflight("claims", tmp_path)
    assert done.returncode == 0, done.stderr
    assert "landed in Yangon" in done.stdout
    assert "1 file is no report and was left out" in done.stderr and "x.dat" in done.stderr
    assert "this report was not read" in done.stderr and "broken.pdf" in done.stderr
