"""The editor's decisions: they hold after new evidence and a new build, and nothing derived overwrites them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from overflight.case import Case, create
from overflight.case.build import build_case
from overflight.case.config import CaseConfig
from overflight.case.intake import gather
from overflight.case.reviews import read_review_table, record_reviews, review_table
from overflight.errors import BadInput
from overflight.publishing.exports.cells import guarded, unguarded
from overflight.records.review import Review, ReviewAction

HEADER = {"id": "gazette", "outlet": "The Gazette", "date": "2022-01-21", "language": "en", "synthetic": True}
BODY = "A cargo plane of Qeshm Fars Air flew from Mashhad to Yangon last Thursday.\n\nIt returned to Mashhad on 15 January.\n"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    (tmp_path / "gazette.txt").write_text(json.dumps(HEADER) + "\n---\n" + BODY, encoding="utf-8")
    made = create(tmp_path / "case", CaseConfig(title="Corrections"))
    made.admit(gather([tmp_path / "gazette.txt"]))
    build_case(made)
    return made


def claims(case: Case) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((case.path / "findings.json").read_bytes())["claims"]
    return found


def target(case: Case, words: str) -> str:
    (claim,) = [c for c in claims(case) if words in c["quote"]]
    return f"claim:{claim['id']}"


def claim(case: Case, name: str) -> dict[str, Any]:
    (found,) = [c for c in claims(case) if f"claim:{c['id']}" == name]
    return found


def test_a_corrected_date_survives_new_evidence_and_the_reading_stays_beside_it(case: Case, tmp_path: Path) -> None:
    flight = target(case, "last Thursday")
    read = claim(case, flight)["date"]["from"]
    record_reviews(
        case,
        [
            Review(target=flight, action=ReviewAction.CORRECT, field=f, value="2022-01-12")
            for f in ("date.from", "date.to")
        ],
    )
    (tmp_path / "later.txt").write_text("A second plane landed in Yangon on 3 May 2022, officials said.")
    case.admit(gather([tmp_path / "later.txt"]))
    build_case(case)
    date = claim(case, flight)["date"]
    assert (date["from"], date["to"], date["anchor_kind"]) == ("2022-01-12", "2022-01-12", "editor")
    assert read in [a["from"] for a in date["alternatives"]]


def test_a_rejected_claim_is_in_no_fact_but_stays_in_sight(case: Case) -> None:
    flight = target(case, "15 January")
    record_reviews(case, [Review(target=flight, action=ReviewAction.REJECT)])
    build_case(case)
    findings = json.loads((case.path / "findings.json").read_bytes())
    assert claim(case, flight)["review"] == "rejected"
    assert all(flight.removeprefix("claim:") not in fact["claims"] for fact in findings["facts"])


def test_a_decision_can_be_taken_back(case: Case) -> None:
    flight = target(case, "15 January")
    record_reviews(case, [Review(target=flight, action=ReviewAction.REJECT)])
    record_reviews(case, [Review(target=flight, action=ReviewAction.UNDO)])
    build_case(case)
    assert claim(case, flight)["review"] is None


def test_merged_claims_are_one_fact(case: Case) -> None:
    there, back = target(case, "last Thursday"), target(case, "15 January")
    record_reviews(case, [Review(target=there, action=ReviewAction.MERGE, value=back)])
    build_case(case)
    findings = json.loads((case.path / "findings.json").read_bytes())
    wanted = {there.removeprefix("claim:"), back.removeprefix("claim:")}
    assert any(wanted <= set(fact["claims"]) for fact in findings["facts"])


def test_a_decision_about_a_claim_that_is_gone_is_kept_and_said(case: Case) -> None:
    record_reviews(case, [Review(target="claim:no-such", action=ReviewAction.ACCEPT)])
    findings = build_case(case)
    assert any("claim:no-such" in warning and "is kept" in warning for warning in findings.warnings)


def test_a_sources_reliability_is_the_editors_to_set(case: Case) -> None:
    (source,) = case.sources()
    record_reviews(
        case, [Review(target=f"source:{source.sha256}", action=ReviewAction.RELIABILITY, value=v) for v in ("C", "B")]
    )
    assert build_case(case).sources[0].reliability == "B"


def test_an_edited_table_updates_and_read_twice_adds_nothing(case: Case) -> None:
    rows = list(csv.DictReader(io.StringIO(review_table(claims(case)).decode("utf-8-sig"), newline="")))
    rows[0] |= {"standing": "accepted", "modality": "alleged", "note": "=checked by phone"}
    edited = io.StringIO(newline="")
    writer = csv.DictWriter(edited, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    content = edited.getvalue().encode()
    reviews = read_review_table(content, claims(case))
    assert len(reviews) == 3
    record_reviews(case, reviews)
    build_case(case)
    assert claim(case, rows[0]["target"])["modality"] == "alleged"
    assert read_review_table(content, claims(case)) == ()


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("date.from", "last week", "is not a day"),
        ("modality", "sure", "Known are"),
        ("standing", "maybe", "Write accepted"),
    ],
)
def test_a_value_that_makes_no_sense_is_named_and_nothing_is_written(
    case: Case, column: str, value: str, words: str
) -> None:
    rows = list(csv.DictReader(io.StringIO(review_table(claims(case)).decode("utf-8-sig"), newline="")))
    rows[0][column] = value
    edited = io.StringIO(newline="")
    writer = csv.DictWriter(edited, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    with pytest.raises(BadInput, match=words):
        read_review_table(edited.getvalue().encode(), claims(case))


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "+cmd|x", "@SUM", "\tx", "'quoted", "-5", "plain", "", "'=x"])
def test_the_formula_guard_comes_off_again(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert guarded(cell)[:1] not in ("=", "@", "\t") and (not guarded(cell).startswith("+"))


def test_minus_five_stays_minus_five() -> None:
    assert guarded("-5") == "-5"
