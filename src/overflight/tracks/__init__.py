"""Positions to flights: what flew, from where to where, and in which silences nobody can know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overflight.doors import opening
from overflight.tracks.settings import TracksSettings

if TYPE_CHECKING:
    from overflight.tracks.flights import detect_flights
    from overflight.tracks.gaps import is_in_reach
    from overflight.tracks.read import read_positions, sniff_positions
    from overflight.tracks.reception import ReceptionIndex, build_reception, merge_receptions
    from overflight.tracks.rotations import detect_rotations, first_visits
    from overflight.tracks.schema import POSITIONS, Positions

__all__ = [
    "POSITIONS",
    "Positions",
    "ReceptionIndex",
    "TracksSettings",
    "build_reception",
    "detect_flights",
    "detect_rotations",
    "first_visits",
    "is_in_reach",
    "merge_receptions",
    "read_positions",
    "sniff_positions",
]

__getattr__ = opening(
    __name__,
    {
        "POSITIONS": "schema",
        "Positions": "schema",
        "ReceptionIndex": "reception",
        "build_reception": "reception",
        "detect_flights": "flights",
        "detect_rotations": "rotations",
        "first_visits": "rotations",
        "is_in_reach": "gaps",
        "merge_receptions": "reception",
        "read_positions": "read",
        "sniff_positions": "read",
    },
)
