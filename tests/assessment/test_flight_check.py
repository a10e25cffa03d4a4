"""Did an aircraft of this operator fly this route then? Says exactly which part was seen."""

from __future__ import annotations

from overflight.assessment import AssessmentSettings, assess
from overflight.parties import Ledger
from overflight.records.finding import CheckAnswer, Question, Verdict
from overflight.records.party import Identifier
from tests.assessment.builders import (
    MASHHAD,
    MYANMAR,
    SIMURGH,
    claim,
    evidence,
    flight,
    link,
    party,
    reading,
    seen_at,
    unheard,
)

BAY_OF_BENGAL = (21.2, 90.6)


def findings(claims, flights, **question):
    return assess(evidence(claims=tuple(claims), flights=tuple(flights)), Question(**question), AssessmentSettings())


def flight_check(claims, flights):
    (finding,) = findings(claims, flights).findings
    return next(c for c in finding.checks if c.rule.startswith("flight.")), finding


def outbound(on="2022-01-13", **more):
    return claim("flight", on=on, actor=SIMURGH, origin=MASHHAD, destination=MYANMAR, **more)


def flown(start="2022-01-12T23:20:00", end="2022-01-13T03:44:00", destination=None):
    return flight("EP-SMB", start, end, seen_at("OIMM"), destination or unheard(*BAY_OF_BENGAL))


def test_a_departure_seen_and_an_arrival_not_heard_support_it_in_part():
    check, finding = flight_check([outbound()], [flown()])
    assert check.answer is CheckAnswer.PARTLY
    assert check.rule == "flight.departure_only"
    assert "23:20 UTC on 12 January 2022" in check.because
    assert "Arrival not heard; last heard at 03:44 UTC on 13 January 2022 over 21.2° N, 90.6° E" in check.because
    assert finding.verdict is Verdict.PARTLY_SUPPORTED


def test_a_flight_that_spans_midnight_matches_the_day_on_either_side():
    for day in ("2022-01-12", "2022-01-13"):
        check, _ = flight_check([outbound(day)], [flown()])
        assert check.rule == "flight.departure_only", day


def test_both_ends_seen_support_it():
    check, finding = flight_check([outbound()], [flown(destination=seen_at("VYYY"))])
    assert check.rule == "flight.both_ends"
    assert finding.verdict is Verdict.SUPPORTED


def test_another_country_at_the_end_does_not_fit():
    check, _ = flight_check([outbound()], [flown(destination=seen_at("OPKC"))])
    assert check.answer is CheckAnswer.CANNOT_BE_CHECKED


def test_a_flight_under_another_reading_of_the_date_is_only_consistent():
    later = reading("2022-01-20", alternatives=["2022-01-13"])
    check, _ = flight_check([outbound(later)], [flown()])
    assert check.rule == "flight.other_reading"
    assert check.answer is CheckAnswer.CONSISTENT
    assert "20 January 2022" in check.because and "13 January 2022" in check.because


def test_no_position_at_that_time_cannot_be_checked():
    check, finding = flight_check([outbound()], [])
    assert check.rule == "flight.no_positions"
    assert finding.verdict is Verdict.CANNOT_BE_CHECKED


def test_an_operator_without_known_aircraft_cannot_be_checked():
    stranger = claim("flight", on="2022-01-13", actor=("Nobody Air", "org:nobody-air"), destination=MYANMAR)
    check, _ = flight_check([stranger], [flown()])
    assert check.rule == "flight.no_aircraft"
    assert "Nobody Air" in check.because


def test_an_aircraft_heard_elsewhere_all_the_time_contradicts_a_claim_that_names_it():
    named = claim("flight", on="2022-01-13", aircraft=("EP-SMB", "EP-SMB"), origin=MASHHAD, destination=MYANMAR)
    shuttle = [
        flight("EP-SMB", "2022-01-12T06:00:00", "2022-01-12T08:00:00", seen_at("OIMM"), seen_at("OIIE")),
        flight("EP-SMB", "2022-01-12T10:00:00", "2022-01-12T12:00:00", seen_at("OIIE"), seen_at("OIMM")),
        flight("EP-SMB", "2022-01-12T16:00:00", "2022-01-12T18:00:00", seen_at("OIMM"), seen_at("OIIE")),
        flight("EP-SMB", "2022-01-13T00:00:00", "2022-01-13T02:00:00", seen_at("OIIE"), seen_at("OIMM")),
        flight("EP-SMB", "2022-01-13T08:00:00", "2022-01-13T10:00:00", seen_at("OIMM"), seen_at("OIIE")),
        flight("EP-SMB", "2022-01-13T16:00:00", "2022-01-13T18:00:00", seen_at("OIIE"), seen_at("OIMM")),
        flight("EP-SMB", "2022-01-14T00:00:00", "2022-01-14T02:00:00", seen_at("OIMM"), seen_at("OIIE")),
        flight("EP-SMB", "2022-01-14T08:00:00", "2022-01-14T10:00:00", seen_at("OIIE"), seen_at("OIMM")),
        flight("EP-SMB", "2022-01-14T15:00:00", "2022-01-14T17:00:00", seen_at("OIMM"), seen_at("OIIE")),
    ]
    check, finding = flight_check([named], shuttle)
    assert check.rule == "flight.elsewhere"
    assert finding.verdict is Verdict.CONTRADICTED


def test_known_aircraft_elsewhere_do_not_refute_an_operator_that_may_have_others():
    shuttle = [
        flight(reg, f"2022-01-{d}T{h:02}:00:00", f"2022-01-{d}T{h + 2:02}:00:00", seen_at(a), seen_at(b))
        for reg in ("EP-SMA", "EP-SMB")
        for d in (12, 13, 14)
        for h, a, b in ((2, "OIMM", "OIIE"), (8, "OIIE", "OIMM"), (14, "OIMM", "OIIE"), (20, "OIIE", "OIMM"))
    ]
    check, finding = flight_check([outbound()], shuttle)
    assert check.rule == "flight.known_elsewhere"
    assert finding.verdict is Verdict.CANNOT_BE_CHECKED


def test_a_silence_long_enough_for_the_flight_is_no_evidence_of_absence():
    quiet = [
        flight("EP-SMB", "2022-01-11T06:00:00", "2022-01-11T08:00:00", seen_at("OIMM"), seen_at("OIIE")),
        flight("EP-SMB", "2022-01-15T06:00:00", "2022-01-15T08:00:00", seen_at("OIIE"), seen_at("OIMM")),
    ]
    check, _ = flight_check([outbound()], quiet)
    assert check.rule == "flight.not_seen"
    assert "not evidence of absence" in check.because


def test_who_flew_the_aircraft_cannot_be_checked():
    piloted = outbound(pilot=("Parviz Ahmadi", "person:parviz-ahmadi"))
    finding = findings([piloted], [flown(destination=seen_at("VYYY"))]).findings[0]
    assert "pilot.not_shown" in {c.rule for c in finding.checks}
    assert finding.verdict is Verdict.PARTLY_SUPPORTED


def test_an_arrival_before_its_claimed_day_does_not_count():
    check, _ = flight_check([outbound("2022-01-20")], [flown()])
    assert check.answer is CheckAnswer.CANNOT_BE_CHECKED


def test_an_airframe_under_a_new_mark_is_still_the_operators():
    old = party(2, "EP-SMX", "Airplane", identifiers=tuple(
        Identifier(kind=k, value=v) for k, v in (("registration", "EP-SMX"), ("msn", "23413"), ("model", "B747-300M"))
    ))  # fmt: skip
    new = party(3, "YV-9999", "Airplane", identifiers=tuple(
        Identifier(kind=k, value=v) for k, v in (("registration", "YV-9999"), ("msn", "23413"), ("model", "B747-300M"))
    ))  # fmt: skip
    ledger = Ledger(parties=(party(1, "SIMURGH AIR CARGO"), old, new), stated_links=(link(2, "SIMURGH AIR CARGO"),))
    flown_as = flight("YV-9999", "2022-01-12T23:20:00", "2022-01-13T04:44:00", seen_at("OIMM"), seen_at("VYYY"))
    result = assess(
        evidence(claims=(outbound(),), flights=(flown_as,), ledger=ledger), Question(), AssessmentSettings()
    )
    assert any(c.rule == "flight.both_ends" for c in result.findings[0].checks)


def test_a_destination_at_home_is_left_out_where_the_claim_names_one_abroad():
    mixed = claim(
        "flight", on="2022-01-13", actor=SIMURGH, origin=MASHHAD, destination=[("the capital", "Tehran,IR"), MYANMAR]
    )
    home = flight("EP-SMB", "2022-01-13T06:00:00", "2022-01-13T07:00:00", seen_at("OIMM"), seen_at("OIIE"))
    check, _ = flight_check([mixed], [home, flown()])
    assert check.rule == "flight.departure_only"
    assert "arrival in Myanmar" in check.because
