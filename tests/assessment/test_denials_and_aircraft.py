"""Nobody is said to have done what only a denial names; an aircraft is told from its operator, a flight from the ground after it."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from overflight.assessment import AssessmentSettings, assess
from overflight.assessment.asserted import denial_text
from overflight.assessment.craft import is_craft
from overflight.assessment.facts import cluster_facts
from overflight.assessment.foresight import told_too_early
from overflight.assessment.listing_text import observed_text
from overflight.assessment.origins import count_origins, index_origins
from overflight.assessment.statements import statement_of
from overflight.records.finding import Lineage, Question, Verdict
from overflight.records.movement import Gap, GapVerdict, Reception
from overflight.records.source import Report, ReportId, Sha256
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
)

AIRLINE = ("The airline", "named")
FLOWN = flight("EP-SMB", "2022-01-12T23:20:00", "2022-01-13T05:00:00", seen_at("OIMM"), seen_at("VYYY"))


def landed(doc="r1", **more):
    return claim("flight", doc, **{"on": "2022-01-13", "origin": MASHHAD, "destination": MYANMAR, **more})


def denied(doc="r2", **more):
    return landed(doc, polarity="denied", said_by=(AIRLINE,), **{"actor": SIMURGH, **more})


def report(text="", doc="r1", **more):
    return Report(doc=ReportId(doc), source=Sha256("0" * 64), text=text, **more)


def found(claims, flights=(FLOWN,), reports=(), **question):
    given = evidence(claims=tuple(claims), flights=tuple(flights), reports=tuple(reports))
    return assess(given, Question(**question), AssessmentSettings())


def test_a_denial_gives_the_statement_no_name():
    assert statement_of([landed(), denied()]) == "Flight from Mashhad to Myanmar, 13 January 2022"


@pytest.mark.parametrize("polarity", ["unknown", "unconfirmed"])
def test_nor_does_what_is_not_known(polarity):
    assert "Simurgh" not in statement_of([landed(), landed("r2", actor=SIMURGH, polarity=polarity)])


def test_what_is_only_denied_is_headed_so():
    assert statement_of([denied()]).startswith("Denied: Simurgh Air Cargo flew")


def test_a_flight_is_not_looked_for_by_the_name_of_who_denies_it():
    (finding,) = found([landed(), denied()]).findings
    assert {c.rule for c in finding.checks} >= {"flight.no_operator", "agreement.denied"}
    assert finding.verdict is not Verdict.SUPPORTED


def test_who_denies_what_evidence_supports_stands_in_the_verdict():
    (finding,) = found([landed(actor=SIMURGH), denied()]).findings
    assert finding.verdict is Verdict.SUPPORTED
    assert "the reports do not agree. Denied by the airline (r2)." in finding.because
    assert "Every check" not in finding.because


def test_where_nobody_denies_nothing_is_said_of_it():
    assert denial_text([landed()]) == ""


@pytest.mark.parametrize("marks", [("EX-76011", "UR-76022"), ("EP-SMA", "EP-SMB")])
def test_two_registrations_are_two_flights_whatever_else_agrees(marks):
    one, other = (landed(doc, aircraft=(m, m), actor=SIMURGH) for doc, m in zip(("r1", "r2"), marks, strict=True))
    assert len(cluster_facts([one, other])) == 2
    assert len(cluster_facts([one, landed("r3", actor=SIMURGH)])) == 1


@pytest.mark.parametrize("text", ["The jet EP-SMB was seen.", "epsmb was seen", "It flew as TST1."])
def test_a_report_that_names_an_unreported_aircraft_is_named(text):
    (one,) = found([], reports=[report(text)], watched=("EP-SMB",), places=("Yangon",)).unreported_flights
    assert "Report r1 names this aircraft, but no claim of this flight was read there; it flew into" in one.because
    assert "No report" not in one.because


@pytest.mark.parametrize("text", ["Nothing flew.", "EP-SMBX was seen.", "XEP-SMB"])
def test_other_words_do_not_name_it(text):
    (one,) = found([], reports=[report(text)], watched=("EP-SMB",), places=("Yangon",)).unreported_flights
    assert "No report of this case names it, though it flew into" in one.because


def silent(from_at, hours):
    return Gap(
        from_at=from_at, to_at=from_at + dt.timedelta(hours=hours), silence_s=3600.0 * hours, verdict=GapVerdict.STOP_POSSIBLE,
        reception=Reception.NOBODY_HEARD, reason="test",
    )  # fmt: skip


def reception(gap):
    (finding,) = found([landed(actor=SIMURGH)], [dataclasses.replace(FLOWN, gaps=(gap,))]).findings
    return [c.rule for c in finding.checks if c.rule.startswith("reception.")]


def test_a_silence_on_the_ground_is_none_of_the_flight():
    assert reception(silent(FLOWN.last_seen_at, 7)) == ["reception.seen"]
    assert reception(silent(FLOWN.first_seen_at - dt.timedelta(hours=7), 7)) == ["reception.seen"]
    assert reception(silent(FLOWN.first_seen_at + dt.timedelta(hours=1), 1)) == ["reception.nobody_heard"]


def reason(*claims):
    return count_origins(claims, index_origins(claims, Lineage())).reason


def test_one_report_alone_is_not_said_to_have_been_retold():
    assert reason(landed()) == "Only one report says so."
    assert reason(denied()) == "No report says so: it is only denied."


def test_reports_that_call_it_their_own_work_may_be_retelling_one():
    told = [landed(doc, said_by=(("our reporters", "self"),)) for doc in ("r1", "r2", "r3")]
    told.append(landed("r4", said_by=(("an airport worker", "anonymous"),)))
    origins = count_origins(told, index_origins(told, Lineage()))
    assert (origins.min, origins.max) == (1, 4)


def test_an_ordinal_counts_one_flight():
    assert statement_of([claim("flight", count="fourth", actor=SIMURGH)]) == "Fourth flight of Simurgh Air Cargo"


def test_a_name_within_another_is_said_once():
    words = "a freighter of Simurgh Air Cargo"
    inner = dataclasses.replace(filler(*SIMURGH), start=15, end=32)
    told = claim("transfer", object="parts", carrier=[filler(words), inner], subtype="transport")
    assert statement_of([told]) == f"Transport of parts by {words}"


@pytest.mark.parametrize(
    "words", ["a 747 freighter", "the plane", "un avión de carga", "самолёт", ("it", "B747"), ("it", "UR-76022")]
)
def test_an_aircraft_is_known_by_noun_type_or_mark(words):
    assert is_craft(filler(*words) if isinstance(words, tuple) else filler(words))


@pytest.mark.parametrize("words", ["an airline", "cargo ships", ("Freighter Air", "org:freighter-air"), "the ministry"])
def test_an_operator_is_no_aircraft(words):
    assert not is_craft(filler(*words) if isinstance(words, tuple) else filler(words))


def test_the_carrier_box_holds_an_operator_and_the_aircraft_box_the_aircraft():
    told = claim("transfer", object="parts", quantity="19 boxes", carrier="a 747 freighter", subtype="delivery")
    (one,) = found([told], ()).waybills
    boxes = {b.box: b.value for b in one.boxes}
    assert (boxes["carrier"], boxes["aircraft"]) == (None, "a 747 freighter")


def test_a_report_that_knows_of_days_after_its_own_date_is_warned_about():
    dated = [report(published_on=dt.date(2022, 1, 10))]
    (warning,) = told_too_early([landed()], dated)
    assert warning.startswith("r1 is dated 10 January 2022, but tells of 13 January 2022 as past")
    assert found([landed()], reports=dated).warnings == (warning,)


@pytest.mark.parametrize(
    "told",
    [
        landed(modality="planned"),
        landed(on="2022-01-11"),
        landed(on=reading("2022-01-01", "2022-01-31", precision="month")),
    ],
)
def test_plans_the_next_day_and_a_month_that_has_begun_are_no_foresight(told):
    assert told_too_early([told], [report(published_on=dt.date(2022, 1, 10))]) == ()


def test_a_stretch_with_two_ends_must_be_over_once_it_is_told():
    told = landed(on=reading("2022-01-01", "2022-04-30", precision="range"))
    assert len(told_too_early([told], [report(published_on=dt.date(2022, 1, 10))])) == 1


def test_the_basis_of_a_listing_is_every_snapshot_that_shows_it():
    assert observed_text(listing(3)) == "shown by the snapshots from 18 August 2021 to 3 May 2024"
    (finding,) = found([landed(aircraft=("EP-SMB", "EP-SMB"))]).findings
    (status,) = [c.because for c in finding.checks if c.rule == "status.listed_start_unknown"]
    assert observed_text(listing(3)) in status
    assert "found by its entry number" not in status


def test_a_listing_that_every_report_denies_is_not_said_to_be_affirmed():
    stranger = claim("designation", polarity="denied", actor=("US", "US"), object=("Nobody Air", "org:nobody-air"))
    (finding,) = found([stranger]).findings
    assert finding.verdict in (Verdict.CONSISTENT, Verdict.CANNOT_BE_CHECKED)
    assert "affirm" not in finding.because
