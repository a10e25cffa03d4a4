"""Korean names: one syllable in many romanisations, and another syllable another person."""

from __future__ import annotations

import pytest

from overflight.parties.names import MATCH_AT, compare_names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ri Yong-ho", "Lee Young Ho"),
        ("CHOE, Ryong Hae", "Choi Yong-hae"),
        ("PAK, To Chun", "Park Do-chun"),
        ("NO, Kwang Chol", "Roh Kwang-chul"),
        ("KIM, Hyon U", "Kim Hyun-woo"),
        ("RIM, Gwang Il", "Im Kwang-il"),
        ("SIN, Myo'ng-so'k", "Shin Myung-seok"),
        ("김현우", "KIM, Hyon U"),
    ],
)
def test_a_korean_name_is_one_in_every_romanisation(one: str, other: str):
    found = compare_names(one, other, "Person")
    assert found.score >= 0.9
    assert "the syllables of the Korean names agree" in found.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("KIM, Song", "Kim Song-ho"),
        ("KANG, Mi Yong", "KANG, Myong Chol"),
        ("CHOE, Yong Hwan", "CHO, Yong Won"),
        ("하은 김", "KIM, Hyon U"),
    ],
)
def test_a_syllable_more_or_two_others_are_another_person(one: str, other: str):
    assert compare_names(one, other, "Person").score < MATCH_AT


def test_one_other_syllable_only_ranks_lower():
    slip = compare_names("KIM, Pong Ryul", "KIM, Pyong Ryul", "Person")
    assert MATCH_AT <= slip.score < 0.93
    assert "one syllable of the Korean names is another" in slip.reasons


def test_names_of_other_cultures_are_not_read_as_korean():
    found = compare_names("LEE, Christopher", "Lee Christoffer", "Person")
    assert not any("Korean" in reason for reason in found.reasons)
