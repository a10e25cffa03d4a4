"""Where sentences begin and end, and what is a heading or a row."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overflight.documents.sentences import split_sentences


def sentences(text: str, language: str = "en") -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, language)]


def kinds(text: str) -> list[str]:
    return [s.kind for s in split_sentences(text, "en")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The jet landed. It left again.", 2),
        ("Mr. Example flew to the U.S. Treasury in the morning.", 1),
        ("It came from the U.S. The crew stayed.", 2),
        ("Gen. A. B. Example waved. He left.", 2),
        ("It carried 1.5 tonnes. Nobody knew.", 2),
        ("He asked: “Who paid?” Nobody answered.", 2),
        ("“It landed.” She saw it.", 2),
        ("The systems were moved.56 It may have carried more.", 2),
        ("71. The group saw flights. It counted them.", 2),
        ("It took off at 5 a.m. and came back.", 1),
        ("What was on board? Crates!", 2),
        ("Weapons, e.g. rockets, were seen.", 1),
    ],
)
def test_english_text_is_split_at_its_final_marks(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("de", "Gelandet wurde am 4. Mai. Am 11. Mai kam die nächste Maschine.", 2),
        ("es", "—¿Vio el avión? —Lo vi. Era blanco.", 3),
        ("fr", "M. Exemple est arrivé. Il est reparti.", 2),
        ("ru", "Это было в 2023 г. в столице. Борт улетел.", 2),
        ("ar", "هبطت الطائرة. غادرت بعد ساعة. هل كانت محملة؟ لا أحد يعرف.", 4),
        ("fa", "هواپیما فرود آمد. خدمه رفتند.", 2),
    ],
)
def test_other_languages_are_split_too(language: str, text: str, count: int) -> None:
    assert len(sentences(text, language)) == count


def test_a_short_line_without_a_final_mark_is_a_heading() -> None:
    assert kinds("Night flight to the coast\n\nThe jet landed at two.") == ["heading", "text"]


def test_lines_of_a_table_are_rows() -> None:
    assert kinds("Date | Reg. | From\n3 March | EP-XYZ | Tehran") == ["row", "row"]


def test_wrapped_lines_are_one_sentence() -> None:
    text = "The freighter that had come from the north in the night was unloaded\nby soldiers before dawn."
    assert len(sentences(text)) == 1


def test_a_clock_time_on_its_own_line_stands_apart() -> None:
    assert sentences("10:05\nA jet landed at the field.")[-1] == "A jet landed at the field."


def test_paragraphs_are_counted() -> None:
    assert [s.paragraph for s in split_sentences("One came. Two came.\n\nThree came.")] == [0, 0, 1]


@given(text=st.text(max_size=300))
def test_sentences_hold_every_visible_character_once_and_in_order(text: str) -> None:
    found = split_sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(text[s.start : s.end].split()) for s in found) == "".join(text.split())
