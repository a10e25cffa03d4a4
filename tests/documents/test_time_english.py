"""What English words of time mean on a page of Thursday 20 June 2024."""

from __future__ import annotations

import datetime as dt

import pytest

from overflight.documents.time import Anchors, read_dates
from overflight.records.claim import DateReading

PUBLISHED = dt.date(2024, 6, 20)


def readings(words: str, **anchors: object) -> tuple[DateReading, ...]:
    text = f"The jet landed {words}."
    given = {"published_on": PUBLISHED, **anchors}
    return read_dates(text, 0, len(text), anchors=Anchors(**given), language="en")  # type: ignore[arg-type]


def bounds(words: str, **anchors: object) -> list[str]:
    return [f"{r.from_on or ''}/{r.to_on or ''}" for r in readings(words, **anchors)]


DAYS = [
    ("on 7 March 2024", "2024-03-07/2024-03-07"),
    ("on March 7, 2024", "2024-03-07/2024-03-07"),
    ("on the 7th of March 2024", "2024-03-07/2024-03-07"),
    ("on the third of March", "2024-03-03/2024-03-03"),
    ("on Mar. 7", "2024-03-07/2024-03-07"),
    ("on 2024-03-07", "2024-03-07/2024-03-07"),
    ("on 7.3.2024", "2024-03-07/2024-03-07"),
    ("on 28 June", "2023-06-28/2023-06-28"),
    ("on Thursday", "2024-06-20/2024-06-20"),
    ("on Monday", "2024-06-17/2024-06-17"),
    ("on Friday", "2024-06-14/2024-06-14"),
    ("on Saturday, 2 March", "2024-03-02/2024-03-02"),
    ("last Tuesday", "2024-06-11/2024-06-11"),
    ("last Friday", "2024-06-14/2024-06-14"),
    ("on Thursday of last week", "2024-06-13/2024-06-13"),
    ("on Tuesday night", "2024-06-18/2024-06-18"),
    ("on the night of March 3", "2024-03-03/2024-03-03"),
    ("today", "2024-06-20/2024-06-20"),
    ("yesterday", "2024-06-19/2024-06-19"),
    ("last night", "2024-06-19/2024-06-19"),
    ("three days ago", "2024-06-17/2024-06-17"),
]
RANGES = [
    ("in March", "2024-03-01/2024-03-31"),
    ("in October", "2023-10-01/2023-10-31"),
    ("in March of last year", "2023-03-01/2023-03-31"),
    ("in early March", "2024-03-01/2024-03-10"),
    ("in mid-March", "2024-03-11/2024-03-20"),
    ("at the end of February", "2024-02-21/2024-02-29"),
    ("in the first half of May", "2024-05-01/2024-05-15"),
    ("in the first quarter of 2024", "2024-01-01/2024-03-31"),
    ("in Q3 2023", "2023-07-01/2023-09-30"),
    ("in the first week of May", "2024-05-01/2024-05-07"),
    ("late last month", "2024-05-21/2024-05-31"),
    ("last week", "2024-06-10/2024-06-16"),
    ("last month", "2024-05-01/2024-05-31"),
    ("last year", "2023-01-01/2023-12-31"),
    ("this month", "2024-06-01/2024-06-20"),
    ("this year", "2024-01-01/2024-06-20"),
    ("this spring", "2024-03-01/2024-05-31"),
    ("in the spring of last year", "2023-03-01/2023-05-31"),
    ("in the summer of 2023", "2023-06-01/2023-08-31"),
    ("last winter", "2023-12-01/2024-02-29"),
    ("two weeks ago", "2024-06-03/2024-06-09"),
    ("in the past two weeks", "2024-06-06/2024-06-20"),
    ("in 2019", "2019-01-01/2019-12-31"),
    ("in 2016-17", "2016-01-01/2017-12-31"),
    ("in the 2010s", "2010-01-01/2019-12-31"),
    ("in the last three months of 2023", "2023-10-01/2023-12-31"),
    ("between January and April 2022", "2022-01-01/2022-04-30"),
    ("between 2 January and 14 May 2023", "2023-01-02/2023-05-14"),
    ("between 3 and 9 March", "2024-03-03/2024-03-09"),
    ("from late March to mid-April", "2024-03-21/2024-04-20"),
    ("from November to February", "2023-11-01/2024-02-29"),
    ("from November 2022 to February 2023", "2022-11-01/2023-02-28"),
    ("March 3-9, 2024", "2024-03-03/2024-03-09"),
    ("last year, between January and April", "2023-01-01/2023-04-30"),
    ("in the week of 4 March", "2024-03-04/2024-03-10"),
    ("since March", "2024-03-01/2024-06-20"),
    ("since the start of the year", "2024-01-01/2024-06-20"),
    ("until April 2024", "/2024-04-30"),
    ("before March 2020", "/2020-02-29"),
    ("over the weekend", "2024-06-15/2024-06-16"),
    ("later this year", "2024-06-20/2024-12-31"),
]


@pytest.mark.parametrize(("words", "expected"), [*DAYS, *RANGES])
def test_words_of_time_give_their_interval(words: str, expected: str) -> None:
    assert bounds(words) == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "in recent weeks", "for years", "with 2,019 crates", "and the crew may march on", "as flight 2021", "at 05:40 UTC",
        "in a Boeing 747", "with $2019", "for 2020 days", "as a 2019 study had it",
    ],
)  # fmt: skip
def test_what_names_no_bounded_time_gives_no_date(words: str) -> None:
    assert bounds(words) == []


def test_two_days_of_one_month_are_two_dates() -> None:
    assert bounds("on October 3 and 9") == ["2023-10-03/2023-10-03", "2023-10-09/2023-10-09"]
    assert bounds("on 3, 6 and 9 October") == [
        "2023-10-03/2023-10-03",
        "2023-10-06/2023-10-06",
        "2023-10-09/2023-10-09",
    ]


def test_now_is_the_present_without_bounds() -> None:
    (reading,) = readings("and is currently in a hangar")
    assert (reading.precision, reading.from_on, reading.to_on) == ("present", None, None)


def test_a_plan_takes_the_nearest_day_after_publication() -> None:
    text = "Another delegation is due to come in July."
    (reading,) = read_dates(text, 0, len(text), anchors=Anchors(published_on=PUBLISHED), language="en")
    assert str(reading.from_on) == "2024-07-01"


def test_a_day_without_a_year_on_a_page_without_a_date_stays_unknown() -> None:
    (reading,) = readings("on 3 March", published_on=None)
    assert (reading.from_on, reading.to_on) == (None, None)
    assert "no date" in reading.reason


def test_a_wrong_weekday_is_said_and_the_day_stays_as_printed() -> None:
    (reading,) = readings("on Friday, 7 March 2024")
    assert str(reading.from_on) == "2024-03-07"
    assert "that day was a Thursday" in reading.reason


def test_a_day_that_could_be_read_month_first_keeps_both_readings() -> None:
    (reading,) = readings("on 05/03/2024")
    assert str(reading.from_on) == "2024-03-05"
    assert [str(a.from_on) for a in reading.alternatives] == ["2024-05-03"]


def test_the_words_keep_the_preposition_that_carries_meaning_and_drop_on() -> None:
    assert [r.text for r in readings("in March")] == ["in March"]
    assert [r.text for r in readings("on March 3")] == ["March 3"]
    assert [r.text for r in readings("since March")] == ["since March"]


def test_every_reading_names_its_anchor_and_its_reason() -> None:
    (relative,) = readings("last week")
    assert (relative.anchor_kind, relative.anchor_on) == ("publication", PUBLISHED)
    assert "previous calendar week" in relative.reason
    (explicit,) = readings("on 7 March 2024")
    assert (explicit.anchor_kind, explicit.anchor_on) == ("explicit", None)


STRETCHES = [
    ("in the first nine months of 2023", "2023-01-01/2023-09-30"),
    ("in the first six weeks of last year", "2023-01-01/2023-02-11"),
    ("in the fourth quarter", "2023-10-01/2023-12-31"),
    ("in the night from Tuesday to Wednesday", "2024-06-18/2024-06-19"),
    ("in November and December 2023", "2023-11-01/2023-12-31"),
    ("on Christmas Day", "2023-12-25/2023-12-25"),
    ("on New Year's Eve 2022", "2022-12-31/2022-12-31"),
    ("on 05JAN24", "2024-01-05/2024-01-05"),
    ("for all of 2022", "2022-01-01/2022-12-31"),
    ("in the past fortnight", "2024-06-06/2024-06-20"),
    ("with arms worth $46 million last year", "2023-01-01/2023-12-31"),
]


@pytest.mark.parametrize(("words", "expected"), STRETCHES, ids=[w for w, _ in STRETCHES])
def test_stretches_and_named_days(words: str, expected: str) -> None:
    assert bounds(words) == [expected]
