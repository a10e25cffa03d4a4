"""From which day words are counted: publication, the event before, an occasion, the report that a page retells."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from overflight.documents.sentences import split_sentences
from overflight.documents.time import inherited_anchor, read_anchors, read_dates, since_as
from overflight.records.claim import DateReading
from tests.documents.reading import claims

FRIDAY = dt.date(2022, 9, 16)


def read(text: str, published_on: dt.date | None = FRIDAY, language: str = "en") -> tuple[DateReading, ...]:
    anchors = read_anchors(text, published_on=published_on, language=language)
    return read_dates(text, 0, len(text), anchors=anchors, language=language)


def test_the_following_day_counts_from_the_date_before_it() -> None:
    (first, second) = read("The jet left on 3 August. It came back the following day.")
    assert (str(second.from_on), second.anchor_kind, second.anchor_on) == ("2022-08-04", "event", first.from_on)


def test_the_following_day_keeps_the_other_readings_of_the_day_before() -> None:
    (_, second) = read("The jet left last Thursday. It came back the following day.")
    assert str(second.from_on) == "2022-09-09"
    assert [str(a.from_on) for a in second.alternatives] == ["2022-09-16"]


def test_the_same_day_and_days_later_count_from_the_event_too() -> None:
    found = read("It landed on 3 August. It left the same day and returned two weeks later.")
    assert [str(r.from_on) for r in found] == ["2022-08-03", "2022-08-03", "2022-08-15"]


def test_without_an_event_the_following_day_is_not_guessed() -> None:
    (reading,) = read("It came back the following day.")
    assert (reading.from_on, reading.anchor_kind) == (None, "event")


def test_since_an_occasion_counts_from_the_day_the_text_gives_it() -> None:
    found = read("After the coup of 3 May 2021 trade grew. Forty people were killed since the coup.")
    assert (str(found[-1].from_on), str(found[-1].to_on), found[-1].anchor_kind) == (
        "2021-05-03",
        "2022-09-16",
        "event",
    )


def test_an_occasion_that_the_text_does_not_date_gives_no_reading() -> None:
    assert read("Forty people were killed since the coup.") == ()


def test_since_can_be_read_as_an_act_or_as_a_state() -> None:
    (reading,) = read("It has been on the list since March 2020.")
    assert str(reading.to_on) == "2022-09-16"
    act, state = since_as(reading, "act"), since_as(reading, "state")
    assert (str(act.from_on), str(act.to_on), act.precision) == ("2020-03-01", "2020-03-31", "month")
    assert (str(state.from_on), state.to_on) == ("2020-03-01", None)


def test_last_thursday_on_a_friday_keeps_both_thursdays() -> None:
    (reading,) = read("The jet landed last Thursday.")
    assert str(reading.from_on) == "2022-09-08"
    assert [str(a.from_on) for a in reading.alternatives] == ["2022-09-15"]


def test_the_day_of_the_report_that_a_page_retells_is_found() -> None:
    text = "Crates were flown in by night, a new study on Wednesday said."
    found = inherited_anchor(text, FRIDAY, "en")
    assert found is not None
    assert found[0] == dt.date(2022, 9, 14)
    assert "study" in found[1]


def test_last_weekday_is_read_on_the_day_of_the_retold_report_and_says_so() -> None:
    text = "Crates were flown in by night, a new study on Thursday said. A jet landed there last Thursday."
    reading = read(text)[-1]
    assert (str(reading.from_on), reading.anchor_kind, str(reading.anchor_on)) == (
        "2022-09-08",
        "inherited",
        "2022-09-15",
    )
    assert reading.local_reading == "2022-09-15 or 2022-09-08"


def test_where_the_retold_report_is_of_another_week_the_two_readings_differ() -> None:
    monday = dt.date(2022, 9, 19)
    text = "The paper reported on Friday that crates had come. A jet landed there last Thursday."
    reading = read(text, monday)[-1]
    assert str(reading.from_on) == "2022-09-08"
    assert reading.local_reading is not None
    assert reading.local_reading.startswith("2022-09-15")


def test_a_page_without_a_date_may_give_the_year_of_a_month_elsewhere() -> None:
    found = read("Three flights came between May and July 2019. A team arrived on June 4.", published_on=None)
    assert (str(found[-1].from_on), found[-1].anchor_kind) == ("2019-06-04", "context")


def test_a_weekday_can_tell_the_year_of_a_page_without_a_date() -> None:
    found = read("The war has gone on since April 2021. He came on Tuesday, March 8.", published_on=None)
    assert str(found[-1].from_on) == "2022-03-08"
    assert "weekday fits" in found[-1].reason


def test_this_period_is_the_range_before_it() -> None:
    found = read("We looked at the time from 1 to 15 August 2022. In this period four jets came.")
    assert (str(found[-1].from_on), str(found[-1].to_on), found[-1].anchor_kind) == (
        "2022-08-01",
        "2022-08-15",
        "context",
    )


VOCABULARY = (
    "since between and from to in on the last next this week month year Thursday March May 3 14 2022 2016-17 early of "
    "following day coup ago two , . - crates landed until night"
)
words = st.lists(st.sampled_from(VOCABULARY.split()), max_size=14)


@given(words=words, published=st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2090, 1, 1)))
def test_any_words_give_spans_of_the_text_and_ordered_bounds(words: list[str], published: dt.date | None) -> None:
    text = " ".join(words)
    anchors = read_anchors(text, published_on=published, language="en")
    for reading in read_dates(text, 0, len(text), anchors=anchors, language="en"):
        assert text[reading.start : reading.end] == reading.text
        if reading.from_on and reading.to_on:
            assert reading.from_on <= reading.to_on
        assert reading.reason


FLOORS = {"en": 0.93, "other": 0.85}
"""Share of annotated dates that some reading of the sentence (preferred, act or state) gives; measured .96 and 1.0."""


def test_dates_of_the_annotated_reports_are_read(shared: Path) -> None:
    right = {"en": 0, "other": 0}
    total = {"en": 0, "other": 0}
    for path in sorted((shared / "corpus/gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (shared / "corpus/docs" / f"{gold['doc']}.txt").read_text(encoding="utf-8").split("\n---\n", 1)[1]
        language = gold["language"]
        published = dt.date.fromisoformat(gold["date"]) if gold["date"] else None
        anchors = read_anchors(text, published_on=published, language=language)
        sentences = split_sentences(text, language)
        for claim in gold["claims"]:
            if claim.get("date"):
                group = "en" if language == "en" else "other"
                total[group] += 1
                start = max((s.start for s in sentences if s.start <= claim["start"]), default=0)
                found = read_dates(text, start, claim["end"], anchors=anchors, language=language)
                wanted = (claim["date"]["from"], claim["date"]["to"])
                forms = [form for r in found for form in (r, since_as(r, "act"), since_as(r, "state"))]
                right[group] += any((iso(r.from_on), iso(r.to_on)) == wanted for r in forms)
    for group, floor in FLOORS.items():
        assert right[group] / total[group] >= floor, f"{group}: {right[group]} of {total[group]}"


def iso(on: dt.date | None) -> str | None:
    return on.isoformat() if on else None


def test_a_day_beside_a_plan_is_of_the_past_where_the_claim_is_none():
    plan, deed = claims(
        "The navy plans to buy six patrol boats, and Poland ordered 48 howitzers from Korea for $1.2 billion in July."
    )
    assert (plan.modality, deed.modality) == ("planned", "reported")
    assert deed.date is not None and str(deed.date.from_on) == "2023-07-01"
