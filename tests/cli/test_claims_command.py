"""`overflight claims`: the terminal view, JSON lines, one file a report."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from overflight.cli import app

TEXT = "A Boeing 747 of Sapsan Airlines flew from Tehran to Minsk on 3 March 2024, two officials said.\n"


def run(*args: str) -> str:
    result = CliRunner().invoke(app, ["claims", *args])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_json_is_one_claim_a_line(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf8")
    (line,) = run(str(tmp_path / "a.txt"), "--format", "json").splitlines()
    claim = json.loads(line)
    assert claim["kind"] == "flight"
    assert claim["date"]["from"] == "2024-03-03"
    assert TEXT[claim["start"] : claim["end"]] == claim["quote"]


def test_each_report_gets_a_file_named_by_its_id_and_none_is_lost(tmp_path):
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT + folder, encoding="utf8")
    run(str(tmp_path / "x"), str(tmp_path / "y"), "-o", str(tmp_path / "out"))
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["a-2.json", "a.json"]


def test_the_terminal_view_shows_quotation_slots_day_and_why(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf8")
    shown = run(str(tmp_path / "a.txt"))
    for words in ("flew from Tehran to Minsk", "Sapsan Airlines", "2024-03-03", "two officials"):
        assert words in shown


def test_control_and_direction_characters_are_shown_escaped(tmp_path):
    (tmp_path / "a.txt").write_text("The plane \u202e landed in Minsk on 3 March 2024.\n", encoding="utf8")
    shown = run(str(tmp_path / "a.txt"))
    assert "\u202e" not in shown
