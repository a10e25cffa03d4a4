"""The dossier's own words say what is known and no more."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from overflight.publishing.dossier import silences, wording
from overflight.publishing.dossier.choices import period_choices
from overflight.publishing.dossier.timeline import is_stated
from overflight.records.claim import DateAlternative, DateReading
from overflight.records.movement import Endpoint, EndpointKind, Flight, Gap, GapVerdict, Reception
from overflight.records.party import Basis, Listing

START = dt.datetime(2031, 3, 6, 22, 0, tzinfo=dt.UTC)
NOWHERE = Endpoint(kind=EndpointKind.UNDETERMINED, reason="not heard")


def gap(hours: float, *, after_h: float = 1.0, reception: Reception = Reception.NOBODY_HEARD, others: int = 0) -> Gap:
    start = START + dt.timedelta(hours=after_h)
    return Gap(
        from_at=start,
        to_at=start + dt.timedelta(hours=hours),
        silence_s=hours * 3600,
        verdict=GapVerdict.AIRBORNE,
        reception=reception,
        others_heard=others,
        reason="silent for 3 h: no field was in reach",
    )


def flight(name: str, *, days_later: int = 0, hours: float = 8.0, gaps: tuple[Gap, ...] = ()) -> Flight:
    start = START + dt.timedelta(days=days_later)
    return Flight(
        flight_id=name,
        icao24="000001",
        registration=None,
        callsigns=(),
        type_code=None,
        first_seen_at=start,
        last_seen_at=start + dt.timedelta(hours=hours),
        positions=2,
        origin=NOWHERE,
        destination=NOWHERE,
        distance_nm=10.0,
        gaps=gaps,
    )


def reading(reason: str, *, local: str | None = None, alternatives: tuple[DateAlternative, ...] = ()) -> DateReading:
    return DateReading(
        text="the next day",
        start=0,
        end=12,
        from_on=dt.date(2031, 3, 7),
        to_on=dt.date(2031, 3, 7),
        precision="day",
        anchor_kind="event",
        anchor_on=dt.date(2031, 3, 6),
        reason=reason,
        local_reading=local,
        alternatives=alternatives,
    )


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("seen on 2031-03-06", "seen on 6 March 2031"),
        ("from 2031-03-06, to 2031-12-31.", "from 6 March 2031, to 31 December 2031."),
        ("the text says “on 2031-03-06” and no more", "the text says “on 2031-03-06” and no more"),
        ("read from ofac_2031-03-06.xml", "read from ofac_2031-03-06.xml"),
        ("read from 2031-03-06.csv.gz", "read from 2031-03-06.csv.gz"),
        ("number 2031-13-06", "number 2031-13-06"),
        ("at 2031-03-06T10:00Z", "at 2031-03-06T10:00Z"),
    ],
)
def test_days_in_running_text_are_written_in_full_but_not_inside_quotations_and_names(words: str, written: str) -> None:
    assert wording.with_long_days(words) == written


def test_the_end_of_a_silence_names_its_day_where_that_is_another() -> None:
    assert silences.until(START, START + dt.timedelta(hours=1)) == "23:00"
    assert silences.until(START, START + dt.timedelta(hours=3)) == "2031-03-07 01:00"


def test_a_few_others_heard_are_not_called_nobody() -> None:
    assert silences.heard_of_others(gap(3)).startswith("no others were heard")
    assert silences.heard_of_others(gap(3, others=2)).startswith("too little was heard of others")
    alone = gap(3, others=2, reception=Reception.OTHERS_HEARD)
    assert silences.heard_of_others(alone) == "two others were heard there then, so this aircraft alone was silent"


def test_the_length_of_a_silence_is_said_once() -> None:
    assert silences.gap_reason(gap(3)) == "No field was in reach."
    assert silences.gap_reason(replace(gap(3), reason="another account")) == "Another account."


def test_a_flight_is_unheard_only_if_one_silence_spans_it() -> None:
    assert silences.is_unheard(flight("a", hours=8, gaps=(gap(8, after_h=0),)))
    assert not silences.is_unheard(flight("b", hours=8, gaps=(gap(6),)))
    assert not silences.is_unheard(flight("c"))


def test_the_day_counted_from_is_said_once() -> None:
    assert wording.counted_from(reading("counted from the event before it, 2031-03-06")) == ""
    assert wording.counted_from(reading("the day after")) == "Counted from 6 March 2031, the event before it."


def test_what_the_page_alone_would_say_is_left_out_where_a_row_says_it() -> None:
    other = DateAlternative(from_on=dt.date(2031, 3, 14), to_on=dt.date(2031, 3, 14), reason="as printed")
    told = reading("2031-03-06", local="2031-03-14 or 2031-03-07", alternatives=(other,))
    assert wording.counted_from(told) == ""
    assert wording.counted_from(replace(told, alternatives=())) == "By this page alone: 14 March 2031 or 7 March 2031."


def test_the_first_snapshot_that_shows_a_listing_is_no_stated_day() -> None:
    row = Listing(
        party="p:1",
        list="A list",
        programme=None,
        measure=None,
        from_on=dt.date(2031, 3, 6),
        from_basis=Basis.FIRST_SEEN,
        to_on=None,
        to_basis=None,
    )
    assert not is_stated(row)
    assert is_stated(replace(row, from_basis=Basis.STATED))
    assert not is_stated(replace(row, from_on=None, from_basis=Basis.UNKNOWN))


def test_the_buttons_of_days_stand_in_the_order_of_the_days() -> None:
    later_first = [flight("b", days_later=14), flight("a"), flight("c", days_later=1)]
    words = list(dict.fromkeys(choice.words for choice in period_choices(later_first).values()))
    assert words == ["6 Mar 2031", "7 Mar 2031", "20 Mar 2031"]
