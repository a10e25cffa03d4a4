"""Registrations: exact after normalisation, never fuzzy."""

from __future__ import annotations

import pytest

from overflight.parties.names import compare_names
from overflight.parties.names.registrations import looks_like_registration


@pytest.mark.parametrize("written", ["EP-FAA", "EPFAA", "ep-faa", " EP FAA ".replace(" ", ""), "EP–FAA"])
def test_hyphen_and_case_do_not_part_a_mark_from_itself(written: str):
    assert compare_names(written, "EP-FAA").score == 1.0


def test_one_character_off_is_a_labelled_typing_hint_and_no_match():
    found = compare_names("EP-FAB", "EP-FAA")
    assert found.score < 0.7
    assert not found.match
    assert "typing hint" in found.reasons[0]


def test_two_characters_off_is_nothing():
    assert compare_names("EP-FXB", "EP-FAA").score == 0.0


def test_cyrillic_look_alikes_never_match_a_mark():
    assert compare_names("ЕP-FАB", "EP-FAB").score == 0.0


@pytest.mark.parametrize("mark", ["EP-MND", "YV3531", "RA-76842", "N123AB", "9M-XYZ", "EPFAB"])
def test_marks_are_told_from_names(mark: str):
    assert looks_like_registration(mark)


@pytest.mark.parametrize("name", ["Al-Nur", "Mahan Air", "EP", "Conviasa", "Kim Jong-un", "", "Al-Qaida"])
def test_names_are_told_from_marks(name: str):
    assert not looks_like_registration(name)
