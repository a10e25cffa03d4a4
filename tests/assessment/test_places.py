"""Where a claim says that something happened: by norm, by name, by code, old names included."""

from __future__ import annotations

import pytest

from overflight.assessment import AssessmentSettings
from overflight.assessment.places import AtPlace, at_place, named_place
from overflight.assessment.when import days_text, interval_of
from tests.assessment.builders import reading, seen_at, unheard

SETTINGS = AssessmentSettings()


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ("Mashhad,IR", "OIMM"), ("MHD", "OIMM"), ("Yangon,MM", "VYYY"), ("Rangoon", "VYYY"),
        ("Tehran,IR", "OIIE"), ("MM", "VYYY"), ("Myanmar", "VYYY"), ("gov:MM", "VYYY"), ("Burma", "VYYY"),
        ("Damascus,SY", "OSDI"),
    ],
)  # fmt: skip
def test_a_place_is_known_by_norm_name_and_code(value, field):
    place = named_place(value, SETTINGS)
    assert place is not None
    assert at_place(seen_at(field), place, SETTINGS) is AtPlace.YES


def test_a_new_capital_is_served_by_its_field_whatever_the_table_calls_it():
    place = named_place("Naypyidaw,MM", SETTINGS)
    assert place is not None
    assert at_place(seen_at("VYNT"), place, SETTINGS) is AtPlace.YES


def test_an_end_that_was_not_heard_is_neither_there_nor_elsewhere():
    place = named_place("Yangon,MM", SETTINGS)
    assert at_place(unheard(17.0, 96.0), place, SETTINGS) is AtPlace.UNHEARD


def test_an_unknown_place_is_none():
    assert named_place("Valdoria", SETTINGS) is None


def test_days_are_written_the_same_in_every_locale():
    assert days_text(interval_of(reading("2022-01-13"))) == "13 January 2022"
    assert days_text(interval_of(reading("2022-01-01", "2022-04-30"))) == "1 January 2022 to 30 April 2022"
