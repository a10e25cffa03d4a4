"""Phrases without a noun of their own: one more plane, the last of them, two more. All names are invented."""

from __future__ import annotations

import pytest

from overflight.documents.frames.ellipses import counts, is_elliptic
from tests.documents.reading import claims, words


def flights(text: str) -> list:
    return [c for c in claims(text) if c.kind == "flight"]


@pytest.mark.parametrize(
    "text", ["another", "the last of them", "two more", "a second", "The most recent", "three others"]
)
def test_words_that_leave_their_noun_to_what_was_told_are_known(text):
    assert is_elliptic(text)


@pytest.mark.parametrize("text", ["another plane", "the last flight", "the most"])
def test_words_with_a_noun_are_none(text):
    assert not is_elliptic(text)


def test_only_numbers_tell_how_many():
    assert counts("two more") and not counts("the last")


@pytest.mark.parametrize(
    "text",
    [
        "An An-124 landed at Rzeszow on Monday; another followed on Wednesday.",
        "A Boeing 747 flew from Hanoi to Colombo on 3 March, and a second came two days later.",
        "An Il-76 landed in Kufra on 3 May. The next one landed in Kufra on 5 May.",
    ],
)
def test_one_more_plane_is_a_flight_of_its_own(text):
    assert len(flights(text)) == 2


def test_days_told_of_some_of_the_flights_are_flights_each_with_its_day():
    found = flights("The freighter made three flights to Djibouti, the first on 3 May and the last on 20 May.")
    assert [c.date.text if c.date else None for c in found] == [None, "3 May", "20 May"]
    assert {tuple(words(c, "destination")) for c in found} == {("Djibouti",)}


def test_the_last_of_them_goes_where_they_went():
    last = flights("Three planes of Vostok Air landed at Kufra in May. The last of them came on 20 May.")[-1]
    assert words(last, "destination") == ["Kufra"]
    assert last.fillers("destination")[0].outside_quote


def test_goods_without_a_noun_are_those_told_before():
    text = "The army has received two helicopters so far. Two more will be delivered in July."
    last = [c for c in claims(text) if c.kind == "transfer"][-1]
    assert (words(last, "object"), words(last, "quantity"), last.modality) == (["helicopters"], ["Two more"], "planned")
