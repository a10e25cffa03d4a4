"""What an aircraft can lift at most: the largest published maximum payload of any variant of a type, in tonnes."""

from __future__ import annotations

from collections.abc import Mapping

MOST_TONNES: Mapping[str, float] = {
    "B747": 140, "B742": 113, "B744": 124, "B748": 140, "IL76": 60, "AN12": 20, "AN24": 6, "AN26": 6, "AN72": 10, "AN30": 6,
    "A124": 150, "A225": 254, "AN22": 80, "AN32": 7, "IL62": 42, "IL96": 92, "T154": 20, "T204": 30, "T134": 8,
    "A30B": 55, "A300": 55, "A306": 55, "A310": 41, "A320": 27, "A321": 28, "A330": 70, "A332": 70, "A340": 66, "A400": 37,
    "B707": 44, "B727": 30, "B737": 25, "B757": 40, "B767": 58, "B777": 107, "B787": 60, "MD11": 94, "DC10": 82, "DC8": 53,
    "C130": 20, "C30J": 22, "C17": 78, "C5M": 128, "Y20": 66, "Y8": 20, "Y9": 25, "MI8": 5, "MI26": 20, "L410": 2,
}  # fmt: skip
"""By type designator or family, from the makers' data, rounded up: airlines load less, and far less on long flights."""

MARGIN = 1.25
"""A load up to so many times the largest payload is let pass: tons of other sizes, packing counted or not, rounding."""

TONNES_A_UNIT: Mapping[str, float] = {
    "tonne": 1.0, "tonnes": 1.0, "ton": 1.0, "tons": 1.0, "t": 1.0, "kg": 0.001, "kilogram": 0.001, "kilograms": 0.001,
    "kilogrammes": 0.001,
}  # fmt: skip
"""Units of weight in tonnes; a ton is taken for a tonne, which it is within the margin."""
