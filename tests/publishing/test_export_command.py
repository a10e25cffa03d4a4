"""`overflight export`: every format from a case, with the editor's decisions, where the user asked for it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from overflight.case import Case, create
from overflight.case.build import build_case
from overflight.case.config import CaseConfig
from overflight.case.intake import gather
from overflight.case.reviews import record_reviews
from overflight.cli.export import export, place
from overflight.errors import BadInput
from overflight.publishing.exports import FORMATS
from overflight.records.review import Review, ReviewAction, claim_target

HEADER = {"id": "gazette", "outlet": "The Gazette", "date": "2031-01-21", "language": "en", "synthetic": True}
BODY = "A cargo plane of Meridian Sample Cargo flew from Oslo to Lisbon last Thursday.\n\nIt returned to Oslo on 15 January.\n"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    (tmp_path / "gazette.txt").write_text(json.dumps(HEADER) + "\n---\n" + BODY, encoding="utf-8")
    made = create(tmp_path / "case", CaseConfig(title="Passing on"))
    made.admit(gather([tmp_path / "gazette.txt"]))
    build_case(made)
    return made


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_into_the_case(case: Case, name: str):
    export(case.path, to=name, output=None)
    assert any(path.stat().st_size for path in (case.path / "exports").iterdir())


def test_the_findings_exported_are_those_of_the_dossier(case: Case, tmp_path: Path):
    claim = json.loads((case.path / "findings.json").read_bytes())["claims"][0]["id"]
    record_reviews(case, [Review(target=claim_target(claim), action=ReviewAction.REJECT)])
    build_case(case)
    export(case.path, to="csv", output=tmp_path / "out")
    built = json.loads((case.path / "findings.json").read_bytes())
    assert [r["id"] for r in rows(tmp_path / "out" / "findings.csv")] == [f["id"] for f in built["findings"]]
    assert next(r for r in rows(tmp_path / "out" / "claims.csv") if r["id"] == claim)["review"] == "rejected"


def test_one_file_goes_to_the_path_given_and_many_into_a_folder():
    assert place(Path("a.kml"), "flights.kml", 1) == Path("a.kml")
    assert place(Path("out"), "flights.kml", 1) == Path("out/flights.kml")
    assert place(Path("out.d"), "flights.csv", 7) == Path("out.d/flights.csv")


def test_an_unknown_format_names_those_that_there_are(case: Case):
    with pytest.raises(BadInput, match="parquet"):
        export(case.path, to="docx", output=None)
