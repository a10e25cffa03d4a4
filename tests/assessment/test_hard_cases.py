"""Claims made to mislead: wrong day, wrong way, wrong aircraft, impossible loads, silence. Each gets the verdict that is promised."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from overflight.assessment import AssessmentSettings, assess
from overflight.records.finding import CheckAnswer, Question, Verdict
from overflight.records.movement import Gap, GapVerdict, Reception
from tests.assessment.builders import (
    MASHHAD,
    MYANMAR,
    SIMURGH,
    claim,
    evidence,
    filler,
    flight,
    listing,
    reading,
    seen_at,
    simurgh_ledger,
    unheard,
)

YANGON = ("Yangon", "Yangon,MM")
KASHGAR, URUMQI = ("Kashgar", "KHG"), ("Urumqi", "URC")


def judged(claims, flights=(), **more):
    result = assess(evidence(claims=tuple(claims), flights=tuple(flights), **more), Question(), AssessmentSettings())
    (finding,) = result.findings
    return finding, {check.rule: check for check in finding.checks}


def claimed(on="2022-01-13", **more):
    return claim("flight", on=on, **{"actor": SIMURGH, "origin": MASHHAD, "destination": MYANMAR, **more})


def flown(mark="EP-SMB", start="2022-01-12T23:20:00", end="2022-01-13T05:00:00", way=("OIMM", "VYYY"), **more):
    first, last = (seen_at(end) if isinstance(end, str) else end for end in way)
    return flight(mark, start, end, first, last, **more)


def test_a_day_that_is_right_only_in_another_time_zone_is_consistent_and_said():
    in_china = claimed("2022-01-13", origin=KASHGAR, destination=URUMQI)
    evening = flown(start="2022-01-12T16:30:00", end="2022-01-12T18:00:00", way=("ZWSH", "ZWWW"))
    finding, checks = judged([in_china], [evening])
    assert finding.verdict is Verdict.CONSISTENT
    assert "In another time zone one is on that day: EP-SMB" in checks["flight.beside_midnight"].because


def test_a_day_that_is_wrong_everywhere_is_not_confirmed():
    finding, checks = judged([claimed("2022-01-15")], [flown()])
    assert finding.verdict is Verdict.CANNOT_BE_CHECKED
    assert "flight.beside_midnight" not in checks


def test_the_way_back_confirms_nothing_and_is_told():
    finding, checks = judged([claimed(origin=YANGON, destination=MASHHAD)], [flown()])
    assert finding.verdict is Verdict.CANNOT_BE_CHECKED
    assert "What was seen is the other way: EP-SMB" in checks["flight.not_seen"].because
    assert checks["flight.not_seen"].evidence


def test_another_aircraft_of_the_operator_does_not_stand_in_for_the_one_named():
    finding, checks = judged([claimed(aircraft=("EP-XYZ", "EP-XYZ"))], [flown()])
    assert finding.verdict is Verdict.CONSISTENT
    because = checks["flight.other_aircraft"].because
    assert "No position shows EP-XYZ" in because
    assert "Another aircraft of Simurgh Air Cargo flew the route then: EP-SMB" in because


def test_an_aircraft_named_that_nobody_ever_heard_cannot_be_checked():
    finding, checks = judged(
        [claimed(aircraft=("EP-XYZ", "EP-XYZ"))], [flown(start="2022-03-01T01:00:00", end="2022-03-01T06:00:00")]
    )
    assert finding.verdict is Verdict.CANNOT_BE_CHECKED
    assert checks["flight.no_positions"].because == "The case holds no position of EP-XYZ for 13 January 2022."


def test_the_named_aircraft_elsewhere_is_contradicted_though_a_sister_flew_the_route():
    busy = [
        flown("EP-SMA", "2022-01-12T04:00:00", "2022-01-12T09:00:00", ("OIII", "OTHH")),
        flown("EP-SMA", "2022-01-12T10:00:00", "2022-01-13T00:30:00", ("OTHH", "KJFK")),
        flown("EP-SMA", "2022-01-13T01:30:00", "2022-01-13T15:00:00", ("KJFK", "OTHH")),
        flown("EP-SMA", "2022-01-13T16:00:00", "2022-01-14T20:00:00", ("OTHH", "OIII")),
        flown("EP-SMA", "2022-01-15T01:00:00", "2022-01-15T02:00:00", ("OIII", "OIII")),
    ]
    finding, checks = judged([claimed(aircraft=("EP-SMA", "EP-SMA"))], [*busy, flown()])
    assert finding.verdict is Verdict.CONTRADICTED
    assert "Another aircraft of the operator flew this route then: EP-SMB" in checks["flight.elsewhere"].because


@pytest.mark.parametrize("seen", ["EP-SMA", "EP-SMB"])
def test_of_two_aircraft_named_either_will_do(seen):
    either = claimed(aircraft=[("EP-SMA", "EP-SMA"), ("EP-SMB", "EP-SMB")])
    finding, checks = judged([either], [flown(seen)])
    assert finding.verdict is Verdict.SUPPORTED
    assert checks["flight.both_ends"].because.startswith(seen)


def test_a_visit_with_a_flight_that_fits_is_consistent_and_no_more():
    finding, checks = judged([claim("visit", on="2022-01-13", actor="a delegation", destination=MYANMAR)], [flown()])
    assert finding.verdict is Verdict.CONSISTENT
    assert checks["movement.fits"].because.endswith("A flight shows neither who nor what was on board.")


def test_a_listing_after_the_flight_was_none_on_its_day():
    ledger = simurgh_ledger()
    later = [listing(n, "2022-06-01", seen="2022-06-01") for n in (1, 2, 3)]
    snapshots = tuple(s for s in ledger.snapshots if s.on > dt.date(2022, 6, 1))
    changed = dataclasses.replace(ledger, listings=tuple(later), snapshots=snapshots)
    _, checks = judged([claimed()], [flown()], ledger=changed)
    assert "status.listed" not in checks
    assert {rule for rule in checks if rule.startswith("status.")} <= {"status.listed_later", "status.unknown"}


def heavy(tonnes, *, on="2022-01-13", **more):
    load = filler(f"{tonnes} tonnes", f"{tonnes} tonnes", min=tonnes, max=tonnes, unit="tonnes")
    given = {"carrier": SIMURGH, "aircraft": ("a Boeing 747", "B747"), "destination": MYANMAR, "object": "weapons"}
    return claim("transfer", on=on, quantity=load, **{**given, **more})


def test_more_than_such_an_aircraft_lifts_disputes_the_figure_and_not_the_flight():
    finding, checks = judged([heavy(400)], [flown()])
    assert finding.verdict is Verdict.DISPUTED
    assert checks["movement.fits"].answer is CheckAnswer.CONSISTENT
    assert "more than a B747 can lift: at most 140 tonnes" in checks["load.too_heavy"].because
    assert "says nothing about the flight" in checks["load.too_heavy"].because


@pytest.mark.parametrize(
    "more",
    [
        {"on": reading("2022-01-01", "2022-12-31", precision="year")},
        {"count": filler("four", min=4, max=4)},
        {"count": filler("at least two", min=2)},
        {"aircraft": "a large freighter"},
        {"polarity": "denied"},
    ],
)
def test_a_load_over_many_flights_or_of_an_unknown_type_is_not_called_impossible(more):
    assert "load.too_heavy" not in judged([heavy(400, **more)], [flown()])[1]


def test_a_full_load_is_let_pass():
    assert "load.too_heavy" not in judged([heavy(150)], [flown()])[1]


def test_where_nobody_was_heard_nothing_follows():
    at = dt.datetime(2022, 1, 13, 1, 30, tzinfo=dt.UTC)
    gap = Gap(
        from_at=at, to_at=at + dt.timedelta(hours=3), silence_s=10800.0, verdict=GapVerdict.STOP_POSSIBLE,
        reception=Reception.NOBODY_HEARD, reason="nobody was heard there then",
    )  # fmt: skip
    finding, checks = judged([claimed()], [flown(way=("OIMM", unheard(15.0, 95.0)), gaps=(gap,))])
    assert checks["reception.nobody_heard"].answer is CheckAnswer.CANNOT_BE_CHECKED
    assert finding.verdict is Verdict.PARTLY_SUPPORTED


def test_no_position_at_all_cannot_be_checked():
    finding, _ = judged([claimed()], [flown(start="2022-03-01T01:00:00", end="2022-03-01T06:00:00")])
    assert finding.verdict is Verdict.CANNOT_BE_CHECKED
    assert "neither for nor against" in finding.because
