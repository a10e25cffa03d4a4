"""Movement lists: rows by bars, tabs, semicolons and commas; lines of one aircraft and one place."""

from __future__ import annotations

import pytest

from tests.documents.reading import claims, words


def flights(text: str):
    return [c for c in claims(text) if c.kind == "flight"]


@pytest.mark.parametrize(
    "row",
    [
        "3 May 2024 | UR-QQP | An-12 | Ostrava | Gao",
        "3 May 2024\tUR-QQP\tAn-12\tOstrava\tGao",
        "3 May 2024; UR-QQP; An-12; Ostrava; Gao",
        "2024-05-03,UR-QQP,An-12,Ostrava,Gao,22:10",
    ],
)
def test_a_row_is_a_flight_whatever_mark_divides_its_cells(row):
    (flight,) = flights(row)
    assert (words(flight, "origin"), words(flight, "destination")) == (["Ostrava"], ["Gao"])


def test_the_heading_tells_the_columns():
    table = "date;reg;type;to;from\n3 May 2024;UR-QQP;An-12;Gao;Ostrava"
    (flight,) = flights(table)
    assert (words(flight, "origin"), words(flight, "destination")) == (["Ostrava"], ["Gao"])


@pytest.mark.parametrize(
    "text",
    [
        "Mali, Niger, Chad, Libya and Sudan were on the agenda.",
        "They came; they saw; they left; they said nothing of the town of Gao.",
    ],
)
def test_a_list_in_a_sentence_is_no_row(text):
    assert flights(text) == []


def test_a_line_of_one_aircraft_and_one_place_needs_a_word_of_moving():
    assert flights("Salalah feeder: UR-QQP") == []
    assert len(flights("UR-QQP on the apron at Gao, 3 May")) == 1
