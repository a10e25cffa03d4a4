"""Places by name, by old name and by norm."""

from __future__ import annotations

import pytest

from overflight.reference.places import capital_of, find_place, places_named


@pytest.mark.parametrize(
    ("name", "norm"),
    [
        ("Rangoon", "Yangon,MM"), ("Burma", "MM"), ("Kiev", "Kyiv,UA"), ("Bombay", "Mumbai,IN"), ("nay pyi taw", "Naypyidaw,MM"),
        ("Debre Zeit", "Bishoftu,ET"), ("Türkiye", "TR"), ("بندرعباس", "Bandar Abbas,IR"), ("Владивосток", "Vladivostok,RU"),
    ],
)  # fmt: skip
def test_old_names_and_other_scripts_lead_to_one_place(name: str, norm: str) -> None:
    assert places_named(name)[0].norm == norm


def test_the_capital_of_a_state_is_its_seat_of_government() -> None:
    capital = capital_of("MM")
    assert capital is not None
    assert capital.norm == "Naypyidaw,MM"


@pytest.mark.parametrize("norm", ["Naypyidaw,MM", "Tehran,IR", "Port Sudan,SD", "Kyiv,UA", "PZU"])
def test_towns_and_airfields_know_where_they_lie(norm: str) -> None:
    place = find_place(norm)
    assert place is not None
    assert place.latitude is not None
    assert place.longitude is not None


def test_a_state_is_a_state() -> None:
    iran = find_place("IR")
    assert iran is not None
    assert iran.is_country
    assert iran.name == "Iran"


def test_an_unknown_norm_gives_nothing() -> None:
    assert find_place("Atlantis,XX") is None
    assert places_named("Atlantis") == ()
