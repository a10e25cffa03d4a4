"""The main job on real input: two founding reports, synthetic tracks around their story, 308 snapshots of a real list."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from overflight.case import Case, create
from overflight.case.build import build_case
from overflight.case.config import CaseConfig
from overflight.case.intake import gather
from overflight.case.verify import verify
from overflight.records.claim import Claim, ClaimKind
from overflight.records.finding import CaseFindings, CheckAnswer, Finding, Verdict
from overflight.records.movement import EndpointKind, Flight
from overflight.records.party import Answer

THURSDAY, FRIDAY = dt.date(2022, 1, 13), dt.date(2022, 1, 14)


@pytest.fixture(scope="module")
def case(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Case:
    made = create(tmp_path_factory.mktemp("story") / "myanmar", CaseConfig(title="Myanmar"))
    made.admit(
        gather(
            [
                shared / "cases/seeds",
                shared / "cases/myanmar-2022/input",
                shared / "data/lists/ofac_sdn_history.bundle",
            ]
        )
    )
    return made


@pytest.fixture(scope="module")
def found(case: Case) -> CaseFindings:
    return build_case(case)


def claim_with(found: CaseFindings, kind: ClaimKind, *words: str) -> Claim:
    claims = [c for c in found.claims if c.kind is kind and all(w in c.quote for w in words)]
    assert claims, f"no {kind} claim with {words}"
    return claims[0]


def finding_of(found: CaseFindings, claim: Claim) -> Finding:
    (finding,) = [f for f in found.findings if claim.id in f.claims]
    return finding


def flights_put_to(found: CaseFindings, finding: Finding) -> list[Flight]:
    ids = {e.removeprefix("flight:") for check in finding.checks for e in check.evidence if e.startswith("flight:")}
    return [f for f in found.flights if f.flight_id in ids]


def test_ten_claims_of_each_founding_report_stand_on_exact_quotations(found: CaseFindings) -> None:
    texts = {report.doc: report.text for report in found.reports}
    assert len(texts) == 2
    for doc, text in texts.items():
        claims = [c for c in found.claims if c.doc == doc]
        assert len(claims) >= 10
        assert all(text[c.start : c.end] == c.quote for c in claims)


def test_last_thursday_is_read_on_the_reports_day_and_the_rejected_reading_stays(found: CaseFindings) -> None:
    date = claim_with(found, ClaimKind.FLIGHT, "Mashhad", "last Thursday").date
    assert date is not None
    assert (date.from_on, date.to_on) == (THURSDAY, THURSDAY)
    assert dt.date(2022, 1, 20) in {a.from_on for a in date.alternatives}
    assert all(a.reason for a in date.alternatives)


def test_the_flight_is_put_to_ep_fab_and_what_was_not_heard_is_said(found: CaseFindings) -> None:
    finding = finding_of(found, claim_with(found, ClaimKind.FLIGHT, "Mashhad", "last Thursday"))
    flight = next(f for f in flights_put_to(found, finding) if f.registration == "EP-FAB" and f.origin.icao == "OIMM")
    assert flight.origin.kind is EndpointKind.OBSERVED
    assert flight.destination.airport is None
    assert flight.destination.kind in (EndpointKind.UNDETERMINED, EndpointKind.OUT_OF_AREA)
    assert flight.first_seen_at.date() <= THURSDAY <= flight.last_seen_at.date()
    said = " ".join(check.because for check in finding.checks)
    assert "UTC" in said and "Mashhad" in said and "not heard" in said
    assert finding.verdict in (Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED)


def test_the_return_on_the_following_day_is_put_to_its_own_flight(found: CaseFindings) -> None:
    claim = claim_with(found, ClaimKind.FLIGHT, "returned to Iran", "following day")
    assert claim.date is not None and claim.date.from_on == FRIDAY
    flights = flights_put_to(found, finding_of(found, claim))
    assert any(
        f.registration == "EP-FAB" and f.destination.icao == "OIMM" and f.last_seen_at.date() == FRIDAY for f in flights
    )


@pytest.mark.parametrize("subject", ["QESHM FARS AIR", "EP-FAB"])
def test_the_airline_and_its_aircraft_were_listed_on_that_day_with_the_bracketing_snapshots(
    found: CaseFindings, subject: str
) -> None:
    answers = [d for d in found.designations if d.on == THURSDAY and subject in (d.subject.upper(), *d.captions)]
    assert answers and answers[0].answer is Answer.YES
    days = {s.locator.snapshot for s in answers[0].evidence if s.locator and s.locator.snapshot}
    assert min(days) <= THURSDAY <= max(days)
    assert all(listing.from_basis for listing in answers[0].listings)


def test_twenty_one_boxes_cannot_be_checked_and_are_not_called_unsupported(found: CaseFindings) -> None:
    finding = finding_of(found, claim_with(found, ClaimKind.TRANSFER, "21 boxes"))
    assert finding.verdict in (Verdict.CANNOT_BE_CHECKED, Verdict.CONSISTENT)
    assert any(c.answer is CheckAnswer.CANNOT_BE_CHECKED and c.because for c in finding.checks)


def test_flights_that_nobody_reported_are_listed(found: CaseFindings) -> None:
    flights = {f.flight_id: f for f in found.flights}
    unreported = [flights[u.flight] for u in found.unreported_flights]
    seen = {(f.registration, f.first_seen_at.strftime("%Y-%m")) for f in unreported}
    assert ("EP-FAA", "2022-01") in seen
    assert ("EP-FAB", "2022-03") in seen
    assert all(u.because for u in found.unreported_flights)


def test_the_dossier_says_that_the_tracks_are_synthetic(case: Case, found: CaseFindings) -> None:
    html = (case.path / "dossier.html").read_text(encoding="utf-8")
    assert "SYNTHETIC" in html[: html.index("</header>")]


def test_building_twice_gives_the_same_bytes_and_the_case_verifies(case: Case, found: CaseFindings) -> None:
    before = (case.path / "dossier.html").read_bytes(), (case.path / "findings.json").read_bytes()
    build_case(case)
    assert ((case.path / "dossier.html").read_bytes(), (case.path / "findings.json").read_bytes()) == before
    assert verify(case).breakages == ()
