"""Text made to exhaust the readers is read in time that grows with its length alone."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from overflight.documents.mentions import find_mentions
from overflight.documents.quantity import read_quantities
from overflight.documents.sentences import split_sentences
from overflight.documents.time import read_anchors, read_dates

LENGTH = 30_000
SECONDS = 5.0
"""Processor time allowed for 30,000 characters; the slowest of these takes under one on a slow machine."""


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        " ",
        "9",
        "\n",
        "a|",
        ". ",
        "March 3 and ",
        "between January and ",
        "A-",
        '"',
        "$",
        "1,000,",
        "aа",
        "nahm ",
        "وال",
        "Air ",
    ],
)
def test_a_piece_repeated_without_end_is_read_in_bounded_time(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    began = time.process_time()
    split_sentences(text, "de")
    find_mentions(text, "de")
    anchors = read_anchors(text, published_on=dt.date(2024, 6, 20), language="de")
    read_dates(text, 0, len(text), anchors=anchors, language="de")
    read_quantities(text, 0, len(text), "de")
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize(
    "words", ["99999 years ago", "5 decades later", "31 February 2024", "the year 9999", "9" * 5000]
)
def test_numbers_beyond_any_calendar_give_no_date_and_no_error(words: str) -> None:
    text = f"It came on 3 March 2024. It left {words}."
    anchors = read_anchors(text, published_on=dt.date(2024, 6, 20), language="en")
    for reading in read_dates(text, 0, len(text), anchors=anchors, language="en"):
        assert reading.from_on is None or 1950 <= reading.from_on.year <= 2100


def test_a_page_dated_in_the_first_or_the_last_year_is_still_read() -> None:
    text = "It landed last Thursday, two weeks ago, in March, this year and the following day."
    for on in (dt.date(1000, 1, 1), dt.date(2999, 12, 31), dt.date.min, dt.date.max):
        anchors = read_anchors(text, published_on=on, language="en")
        read_dates(text, 0, len(text), anchors=anchors, language="en")
