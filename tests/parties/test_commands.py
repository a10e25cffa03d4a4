"""The commands that ask the ledger: designated, links, lists."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from overflight.cli import app
from overflight.errors import BadList, UnknownFormat
from tests.parties.list_builders import aircraft, list_text, sdn, snapshot

ROWS = [
    sdn(1, "ACME AIR", remarks="Linked To: GREAT HOLDING; Linked To: NOBODY LISTED."),
    sdn(2, "GREAT HOLDING"),
    aircraft(3, "EP-AAA", msn="24576", more="Aircraft Operator ACME AIR"),
    sdn(4, "SOMEBODY ELSE"),
    sdn(5, "ANOTHER ONE"),
]


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    folder = tmp_path / "lists"
    snapshot(folder, "2022-01-01", ROWS[1:])
    snapshot(folder, "2022-02-01", ROWS)
    return folder


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def test_designated_answers_in_words_with_evidence_and_what_bears_on_it(lists: Path) -> None:
    done = run("designated", "EPAAA", "--on", "2022-01-15", "--lists", lists)
    assert done.exit_code == 0, done.output
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert lines[0] == "EPAAA on 2022-01-15: YES"
    assert "OFAC SDN · SDGT · Block  (start unknown)" in lines
    assert "present in the OFAC SDN snapshot of 2022-01-01  [lists/ofac_2022-01-01/sdn.csv, row 2]" in lines
    assert "operator ACME AIR (ofac:1): unknown whether listed that day" in lines
    assert lines[-1].startswith("Linked is not listed")


def test_designated_as_json_has_every_field_of_the_contract(lists: Path) -> None:
    done = run("designated", "Acme Air", "--on", "2022-01-01", "--lists", lists, "--format", "json")
    answer = json.loads(done.stdout)
    assert {"subject", "on", "answer", "parties", "listings", "evidence", "also"} <= answer.keys()
    assert (answer["subject"], answer["on"], answer["answer"]) == ("Acme Air", "2022-01-01", "no")
    (listing,) = answer["listings"]
    assert (listing["from"], listing["from_basis"], listing["to"], listing["on_date"]) == (
        "2022-02-01",
        "first_seen",
        None,
        "no",
    )
    assert answer["evidence"][1]["statement"] == "absent from the OFAC SDN snapshot of 2022-01-01"
    assert answer["evidence"][1]["locator"]["snapshot"] == "2022-01-01"


def test_designated_writes_where_it_is_told_to(lists: Path, tmp_path: Path) -> None:
    target = tmp_path / "answer.json"
    done = run("designated", "ACME AIR", "--on", "2022-02-01", "--lists", lists, "-o", target)
    assert (done.exit_code, done.stdout) == (0, "")
    assert json.loads(target.read_text())["answer"] == "yes"


def test_designated_asks_one_list_where_it_is_named(lists: Path) -> None:
    done = run("designated", "ACME AIR", "--on", "2022-02-01", "--lists", lists, "--list", "UN", "--format", "json")
    assert (json.loads(done.stdout)["answer"], json.loads(done.stdout)["parties"]) == ("unknown", [])


def test_several_lists_are_given_one_option_each(lists: Path) -> None:
    first, second = lists / "ofac_2022-01-01", lists / "ofac_2022-02-01"
    done = run(
        "designated", "GREAT HOLDING", "--on", "2022-01-15", "--lists", first, "--lists", second, "--format", "json"
    )
    assert json.loads(done.stdout)["answer"] == "yes"


def test_a_single_file_is_dated_by_its_folder(lists: Path) -> None:
    file = lists / "ofac_2022-01-01" / "sdn.csv"
    done = run("designated", "GREAT HOLDING", "--on", "2022-01-01", "--lists", file, "--format", "json")
    assert json.loads(done.stdout)["answer"] == "yes"


def test_a_refused_snapshot_is_told_on_standard_error(lists: Path) -> None:
    (lists / "ofac_2022-03-01").mkdir()
    (lists / "ofac_2022-03-01" / "sdn.csv").write_text("\x1a")
    done = run("designated", "ACME AIR", "--on", "2022-02-01", "--lists", lists)
    assert done.exit_code == 0
    assert "warning: lists/ofac_2022-03-01/sdn.csv: list refused: the list is empty" in done.stderr


def test_lists_that_cannot_stand_stop_the_command(tmp_path: Path) -> None:
    (tmp_path / "sdn.csv").write_text(list_text(ROWS)[:150])
    done = run("designated", "ACME AIR", "--on", "2022-02-01", "--lists", tmp_path / "sdn.csv")
    assert isinstance(done.exception, BadList)


def test_a_file_that_is_no_list_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing of the kind")
    done = run("designated", "ACME AIR", "--on", "2022-02-01", "--lists", tmp_path / "notes.txt")
    assert isinstance(done.exception, UnknownFormat)


def test_without_lists_the_starter_pack_answers_and_says_so() -> None:
    done = run("designated", "EP-FAB", "--on", "2022-01-13")
    assert done.stdout.startswith("EP-FAB on 2022-01-13: YES")
    assert "the bundled starter pack stands in" in done.stderr


def test_names_are_shown_and_never_obeyed(tmp_path: Path) -> None:
    snapshot(tmp_path / "lists", "2022-01-01", [sdn(1, "ACME \x1b[31mAIR [bold]X[/bold]")])
    done = run("designated", "ofac:1", "--on", "2022-01-01", "--lists", tmp_path / "lists")
    assert "\x1b" not in done.stdout
    assert "ACME \\u001b[31mAIR [bold]X[/bold]" in done.stdout


def test_links_prints_the_paths_and_says_who_is_not_listed(lists: Path) -> None:
    done = run("links", "EP-AAA", "--lists", lists, "--depth", 2)
    assert done.stdout.splitlines() == [
        "EP-AAA (ofac:3, listed)",
        "  operated by ACME AIR (ofac:1, listed)",
        "  operated by ACME AIR → linked to GREAT HOLDING (ofac:2, listed)",
        "  operated by ACME AIR → linked to NOBODY LISTED (no entry of this name: linked, not listed)",
        "3 paths. Linked is not listed.",
    ]


def test_a_tie_walked_backwards_reads_the_right_way_round(lists: Path) -> None:
    done = run("links", "GREAT HOLDING", "--lists", lists, "--depth", 2)
    assert done.stdout.splitlines()[1:3] == [
        "  ACME AIR is linked to it (ofac:1, listed)",
        "  ACME AIR is linked to it → linked to NOBODY LISTED (no entry of this name: linked, not listed)",
    ]
    assert "operates EP-AAA (ofac:3, listed)" in done.stdout


def test_links_as_json_gives_a_path_a_line_with_the_place_of_each_tie(lists: Path) -> None:
    done = run("links", "EP-AAA", "--lists", lists, "--depth", 1, "--format", "json")
    (path,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (path["start"], path["end"], path["is_listed"]) == ("ofac:3", "ofac:1", True)
    assert path["steps"][0]["link"]["locator"]["name"] == "lists/ofac_2022-01-01/sdn.csv"


def test_links_of_nobody_say_so(lists: Path) -> None:
    done = run("links", "Nobody", "--lists", lists)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "is the name, registration or number of nobody" in done.stderr


def test_lists_diff_tells_what_changed(lists: Path) -> None:
    done = run("lists", "diff", lists / "ofac_2022-01-01", lists / "ofac_2022-02-01")
    assert done.stdout.splitlines() == ["OFAC SDN", "  Came: 1 entry", "    ACME AIR (ofac:1)  SDGT · Block"]


def test_lists_diff_as_json_gives_a_change_a_line(lists: Path) -> None:
    done = run("lists", "diff", lists / "ofac_2022-01-01", lists / "ofac_2022-02-01", "--format", "json")
    (change,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (change["kind"], change["party"], change["became"]) == ("came", "ofac:1", "SDGT · Block")


@pytest.mark.parametrize(
    "words", [("lists", "merge", "a", "b"), ("designated", "X"), ("designated", "X", "--on", "soon")]
)
def test_what_is_no_command_is_a_usage_error(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2
