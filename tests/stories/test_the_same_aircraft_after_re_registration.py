"""Is it the same aircraft? One airframe flew as EP-MND and as YV3531; invented reports are put to synthetic tracks and a real list."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from overflight.case.intake import gather
from overflight.pipeline import run
from overflight.records.claim import ClaimKind
from overflight.records.finding import CaseFindings, Check, Question, Verdict
from overflight.settings import Settings

Read = Callable[[str], CaseFindings]


@pytest.fixture
def read(shared: Path, tmp_path: Path) -> Read:
    tracks = shared / "cases/myanmar-2022/input"

    def build(sentence: str) -> CaseFindings:
        head = {"id": "log", "outlet": "Apron Log", "date": "2022-06-10", "language": "en", "synthetic": True}
        (tmp_path / "log.txt").write_text(f"{json.dumps(head)}\n---\n{sentence}\n", encoding="utf-8")
        return run(
            gather([tmp_path, tracks / "readsb/2022-01-10", tracks / "readsb/2022-03-03"]), Question(), Settings()
        )

    return build


def checks(found: CaseFindings) -> dict[str | None, Check]:
    (finding,) = [f for f in found.findings if f.kind is ClaimKind.FLIGHT]
    return {check.rule: check for check in finding.checks}


def flown_by(found: CaseFindings, check: Check) -> set[str | None]:
    ids = {evidence.removeprefix("flight:") for evidence in check.evidence}
    return {f.registration for f in found.flights if f.flight_id in ids}


def test_a_flight_told_under_the_old_mark_is_found_under_the_new_one_and_the_serial_number_is_given(read: Read) -> None:
    found = read("EP-MND flew from Tehran to Moscow on 3 March 2022.")
    (finding,) = [f for f in found.findings if f.kind is ClaimKind.FLIGHT]
    assert finding.verdict in (Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED)
    check = checks(found)["flight.both_ends"]
    assert flown_by(found, check) == {"YV3531"}
    assert "YV3531 is the same airframe as EP-MND: serial number" in check.because


def test_a_flight_told_under_the_new_mark_is_found_under_the_old_one(read: Read) -> None:
    found = read("YV3531 flew from Tehran to Moscow on 10 January 2022.")
    assert flown_by(found, checks(found)["flight.both_ends"]) == {"EP-MND"}


def test_an_unlisted_mark_is_put_to_the_listing_of_its_airframe(read: Read) -> None:
    found = read("YV3531 flew from Tehran to Moscow on 3 March 2022.")
    status = [check.because for rule, check in checks(found).items() if rule and rule.startswith("status.listed")]
    assert status and "EP-MND" in status[0]


def test_another_aircraft_is_not_taken_for_it(read: Read) -> None:
    found = read("EP-MNE flew from Tehran to Moscow on 3 March 2022.")
    assert not any(check.evidence for rule, check in checks(found).items() if rule and rule.startswith("flight."))
