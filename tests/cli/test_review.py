"""`overflight review CASE`: the editor is asked claim by claim in a terminal; each answer is in the ledger at once."""

from __future__ import annotations

import json
import shutil

import pytest
from typer.testing import CliRunner

from overflight.case import create, open_case
from overflight.case.build import build_case
from overflight.case.config import CaseConfig
from overflight.case.intake import gather
from overflight.case.proposals import gather_answers
from overflight.case.reviews import reviews_of
from overflight.cli import app

pytest.importorskip("pty")

from tests.cli.pseudo_terminal import Terminal

HEADER = {"id": "gazette", "outlet": "The Gazette", "date": "2022-01-21", "language": "en", "synthetic": True}
BODY = "A cargo plane of Qeshm Fars Air flew from Mashhad to Yangon last Thursday.\n\nIt returned to Mashhad on 15 January.\n"


def admit(case, folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    case.admit(gather([folder / name]))
    build_case(case)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("built")
    made = create(folder / "case", CaseConfig(title="Corrections"))
    admit(made, folder, "gazette.txt", json.dumps(HEADER) + "\n---\n" + BODY)
    return made


@pytest.fixture
def case(built, tmp_path):
    shutil.copytree(built.path, tmp_path / "case")
    return open_case(tmp_path / "case")


def review(case, *options, **more):
    return Terminal("review", case.path.name, *options, folder=case.path.parent, **more)


def decided(case):
    return [(str(r.action), r.field, r.value) for r in reviews_of(case)]


def claims(case):
    return json.loads((case.path / "findings.json").read_bytes())["claims"]


def test_a_claim_is_shown_with_its_quotation_slots_and_verdict(case):
    with review(case) as terminal:
        shown = " ".join(terminal.asked().split())
        assert "claim 1 of 2 to decide" in shown
        assert "The Gazette, 2022-01-21" in shown
        while "from Mashhad to Yangon" not in shown:
            shown = " ".join(terminal.answer("s").split())
        assert "A cargo plane of Qeshm Fars Air flew from Mashhad to Yangon last Thursday." in shown
        assert "cannot be checked" in terminal.seen
        assert "org:qeshm-fars-air" in shown
        assert "last Thursday = 2022-01-13" in shown or "last Thursday = 2022-01-20" in shown


def test_a_correction_survives_a_rebuild_with_new_evidence_and_is_not_asked_again(case, tmp_path):
    with review(case) as terminal:
        quoted = "last Thursday" if "last Thursday" in terminal.asked() else "15 January"
        assert "by number or name" in terminal.answer("c")
        assert "for none" in terminal.answer("1")
        assert "date.from is 2022-01-12" in terminal.answer("2022-01-12")
        assert "claim 2 of 2" in terminal.answer("accept")
        assert "3 decisions saved, 1 claim left" in terminal.answer("q")
        assert terminal.end() == 0
    admit(case, tmp_path, "later.txt", "A second plane landed in Yangon on 3 May 2022, officials said.")
    corrected = next(c for c in claims(case) if quoted in c["quote"])
    assert (corrected["date"]["from"], corrected["date"]["to"]) == ("2022-01-12", "2022-01-12")
    assert corrected["review"].startswith("accepted")
    with review(case) as terminal:
        assert "of 2 to decide" in terminal.asked()
        assert "✎" not in terminal.answer("s") + terminal.answer("s")


def test_what_was_answered_is_saved_though_the_session_is_cut_off(case):
    with review(case) as terminal:
        terminal.asked()
        terminal.answer("r")
    assert decided(case) == [("reject", None, None)]


def test_everything_decided_is_walked_through_again_only_if_asked(case):
    with review(case) as terminal:
        terminal.asked()
        terminal.answer("a")
        assert "0 claims left" in terminal.answer("a")
    with review(case) as terminal:
        assert "Every claim is decided" in terminal.asked()
    with review(case, "--all") as terminal:
        assert "✎ accepted" in terminal.asked()


def test_a_wrong_answer_is_told_and_asked_again(case):
    with review(case) as terminal:
        terminal.asked()
        assert "Answer with one of" in terminal.answer("maybe")
        terminal.answer("f")
        assert "is not a reliability" in terminal.answer("Z")
        terminal.answer("c")
        assert "none of them" in terminal.answer("77")
        terminal.answer("c")
        terminal.answer("date")
        assert "is not a day" in terminal.answer("tomorrow")
        terminal.answer("c")
        terminal.answer("date")
        assert "is before" in terminal.answer("2022-01-14..2022-01-13")
        assert "Nothing was decided" in terminal.answer("q")
    assert decided(case) == []


def test_a_note_a_merge_and_a_letter_for_the_source_go_into_the_ledger(case):
    with review(case) as terminal:
        terminal.asked()
        terminal.answer("n")
        assert "✎ note: called the airline" in terminal.answer("called the airline")
        assert "usually reliable" in terminal.answer("f")
        assert "reliability B" in terminal.answer("b")
        terminal.answer("m")
        assert "claim 2 of 2" in terminal.answer("1")
    note, letter, merge = decided(case)
    assert note == ("note", None, "called the airline")
    assert letter == ("reliability", None, "B")
    assert merge[0] == "merge" and merge[2] in {f"claim:{c['id']}" for c in claims(case)}


def test_one_can_go_back_and_take_a_decision_back(case):
    with review(case) as terminal:
        terminal.asked()
        terminal.answer("r")
        assert "✎ rejected" in terminal.answer("b")
        assert "✎" not in terminal.answer("u")
        assert "2 claims left" in terminal.answer("q")


def test_the_end_of_input_ends_the_walk(case):
    with review(case) as terminal:
        terminal.asked()
        assert "Nothing was decided" in terminal.answer("\x04")
        assert terminal.end() == 0


def test_what_a_report_would_do_to_the_terminal_is_shown_and_not_done(case, tmp_path):
    hostile = "\x1b]0;owned\x07A cargo plane of Qeshm Fars Air flew to Yangon \u202eon 3 May 2022, officials said."
    admit(case, tmp_path, "hostile.txt", hostile)
    with review(case) as terminal:
        shown = terminal.asked()
        while "claims left" not in shown:
            shown = terminal.answer("s")
        assert "⟨U+202E⟩" in terminal.seen
        assert "\x1b]0;owned" not in terminal.raw


def test_what_a_model_proposed_is_asked_last_and_counts_once_accepted(case):
    proposed = {"sentence": 1, "kind": "visit", "quote": "from Mashhad to Yangon", "roles": {"destination": ["Yangon"]}}
    content = json.dumps({"claims": [proposed]})
    answer = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
    with (case.path / "case.toml").open("a") as words:
        words.write('[model]\naddress = "http://127.0.0.1:9"\nname = "small"\n')
    gather_answers(case, lambda request: answer)
    build_case(case)
    with review(case) as terminal:
        terminal.asked()
        terminal.answer("s")
        assert "Proposed by model/small: it counts for nothing until you accept it" in terminal.answer("s")
        assert "1 decision saved" in terminal.answer("a")
    build_case(case)
    assert any(c["extractor"] == "model/small" for c in claims(case))


def test_where_nobody_can_be_asked_it_names_the_table(case):
    result = CliRunner().invoke(app, ["review", str(case.path)])
    assert result.exit_code == 1
    assert "not a terminal" in str(result.exception)
    assert "--csv FILE" in str(result.exception) and "--from FILE" in str(result.exception)


def test_the_claims_are_listed_without_a_terminal(case):
    result = CliRunner().invoke(app, ["review", str(case.path), "--list"])
    assert result.exit_code == 0
    assert "last Thursday" in result.stdout
