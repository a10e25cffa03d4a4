"""`overflight show CASE ID` tells a finding in the words of the dossier, at the width of the terminal."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from overflight.case import create
from overflight.case.build import build_case
from overflight.case.config import CaseConfig
from overflight.case.intake import gather
from overflight.cli import app

HEADER = {"id": "gazette", "outlet": "The Gazette", "date": "2022-01-21", "language": "en", "synthetic": True}
BODY = "A cargo plane of Qeshm Fars Air flew from Mashhad to Yangon last Thursday.\n"


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shown")
    made = create(folder / "case", CaseConfig(title="Shown"))
    (folder / "gazette.txt").write_text(json.dumps(HEADER) + "\n---\n" + BODY, encoding="utf-8")
    made.admit(gather([folder / "gazette.txt"]))
    build_case(made)
    return made.path


def shown(case, *options, width="80"):
    done = CliRunner().invoke(app, ["show", str(case), *options], env={"COLUMNS": width})
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_finding_is_told_with_verdict_grade_check_and_sentence(case):
    words = " ".join(shown(case, "F1").split())
    assert "Cannot be checked. Nothing in this case can decide it." in words
    assert "Grade 6 of 6. Cannot be judged: nothing bears on it but one origin at most. 1 independent origin" in words
    assert "Did such a flight take place? Cannot be checked." in words
    assert "“last Thursday” is read as 13 January 2022:" in words
    assert "gazette · stated as fact" in words


@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_no_line_is_wider_than_the_terminal(case, width):
    assert max(map(len, shown(case, "F1", width=width).splitlines())) <= int(width)


def test_each_part_of_a_finding_is_set_off_by_an_empty_line(case):
    lines = shown(case, "F1").splitlines()
    assert lines[lines.index("The sentence") - 1].strip() == ""
    assert any(line.startswith("Did such a flight") and not lines[n - 1].strip() for n, line in enumerate(lines))


def test_no_name_of_a_field_and_no_underscore_is_shown_to_a_reader(case):
    told = [line for line in shown(case, "F1").splitlines() if "rule" not in line and "flight." not in line]
    assert not any("_" in line for line in told)


def test_json_is_the_record_as_it_is(case):
    assert json.loads(shown(case, "F1", "--format", "json"))["verdict"] == "cannot_be_checked"
