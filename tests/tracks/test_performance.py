"""What a type designator can do: whole designators decide, and one that nobody knows is told by what was seen."""

from __future__ import annotations

from collections import Counter

import pytest

from overflight.tracks.performance import _DESIGNATORS, performance_of

NAN = float("nan")


def class_of(code: str | None, ft: float = NAN, kt: float = NAN) -> str:
    return performance_of(code, top_altitude_ft=ft, top_speed_kt=kt).name


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("heavy freighter", "IL76 A124 C17 C5M A743 C141"),
        ("heavy jet", "B744 A333 C135 K35R MD11"),
        ("airliner", "A320 B738 B3XM E190 YK42 RJ85"),
        ("business jet", "GLF6 FA7X C56X LJ35 ASTR"),
        ("turboprop", "C130 AT76 DH8D E110 E121 PAY1 PAY2 PAY3 PAY4 PAT4 P46T AN26"),
        ("light aircraft", "C172 C72R C77R DH82 FA24 FA62 FAET ECHO MIMU MITE EC6 AN2 P32R E350"),
        ("helicopter", "MI8 KA27 AS32 AS50 EC45 R44 ANST"),
        ("aircraft of unknown type", "C119 C123 C125 A20 A223 A32P A32E A33P A34E AS14 AS31 MIR2 MIRA KAK1 KAK3 JS3 P38"),
    ],
)  # fmt: skip
def test_each_designator_is_of_its_own_class(name: str, codes: str) -> None:
    assert {code: class_of(code) for code in codes.split()} == dict.fromkeys(codes.split(), name)


def test_no_designator_stands_in_two_classes() -> None:
    counts = Counter(code for _, codes in _DESIGNATORS for code in codes.split())
    assert [code for code, count in counts.items() if count > 1] == []


def test_a_designator_is_read_whatever_its_case_and_spaces() -> None:
    assert class_of(" il76 ") == "heavy freighter"


def test_an_unknown_type_is_told_by_what_was_seen() -> None:
    assert class_of(None) == class_of("") == class_of("ZZZZ") == "aircraft of unknown type"
    assert class_of("MIR2", ft=35_000) == class_of(None, kt=400) == "jet of unknown type"
