"""How many and how much: numbers, comparators, units, currencies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overflight.documents.quantity import read_quantities


def norms(text: str, language: str = "en") -> list[str | None]:
    return [f.norm for f in read_quantities(text, 0, len(text), language)]


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("at least 14 boxes", "14.. crates"),
        ("no fewer than 14 crates", "14.. crates"),
        ("more than 1,000 containers", "1000.. containers"),
        ("up to 30 tonnes", "..30 tonnes"),
        ("about 40 crates", "~40 crates"),
        ("nearly 60 crates", "~60 crates"),
        ("fourteen crates", "14 crates"),
        ("two hundred and fifty tonnes", "250 tonnes"),
        ("ten to twelve crates", "10..12 crates"),
        ("10-12 flights", "10..12"),
        ("an estimated $85 million", "~85000000 USD"),
        ("$1.5 billion", "1500000000 USD"),
        ("12 million euros", "12000000 EUR"),
        ("three times", "3"),
        ("twice", "2"),
        ("thousands of civilians", "1000.."),
        ("the third trip", "3"),
    ],
)
def test_english_quantities(text: str, norm: str) -> None:
    assert norms(text) == [norm]


@pytest.mark.parametrize(
    ("language", "text", "norm"),
    [
        ("es", "más de 13.000 personas", "13000.."),
        ("es", "unas cuarenta cajas", "~40 crates"),
        ("fr", "plus de 2 000 morts", "2000.."),
        ("fr", "deux caisses", "2 crates"),
        ("it", "oltre 13mila persone", "13000.."),
        ("it", "non meno di 14 casse", "14.. crates"),
        ("pt", "cerca de 30 caixas", "~30 crates"),
        ("de", "mindestens fünf Flüge", "5.."),
        ("de", "rund zwölf Millionen Euro", "~12000000 EUR"),
        ("ru", "более тысячи контейнеров", "1000.. containers"),
        ("ru", "дважды", "2"),
        ("ar", "أكثر من 50 رحلة", "50.."),
        ("ar", "صندوقين", "2 crates"),
        ("ar", "أكثر من ألفي شخص", "2000.."),
        ("fa", "۱۱ نفر", "11"),
        ("fa", "دست‌کم ۱۴ جعبه", "14.. crates"),
    ],
)
def test_quantities_in_other_languages(language: str, text: str, norm: str) -> None:
    assert norms(text, language) == [norm]


@pytest.mark.parametrize(
    "text",
    ["on 7 March 2024", "in 2019", "a Boeing 747", "an Il-76TD", "EP-123", "at 05:40 UTC", "between 3 and 9 May"],
)
def test_days_years_codes_and_clock_times_are_no_quantities(text: str) -> None:
    assert norms(text) == []


def test_a_comparator_bounds_one_side_alone() -> None:
    (at_least,) = read_quantities("at least 14", 0, 11, "en")
    (nearly,) = read_quantities("nearly 60", 0, 9, "en")
    assert (at_least.min, at_least.max, at_least.approx) == (14, None, None)
    assert (nearly.min, nearly.max, nearly.approx) == (None, 60, True)


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "14 crates and 20 boxes"
    assert [f.text for f in read_quantities(text, 10, len(text), "en")] == ["20 boxes"]


@given(text=st.text(max_size=120))
def test_every_quantity_is_the_text_it_spans(text: str) -> None:
    for filler in read_quantities(text, 0, len(text), "en"):
        assert text[filler.start : filler.end] == filler.text
