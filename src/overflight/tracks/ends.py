"""The two ends of each leg as columns: where it was seen outermost, which way it went, how fast it came down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from overflight.tracks.arrays import Tracks
from overflight.tracks.candidates import Ends, wants_runway
from overflight.tracks.geometry import Floats, Ints, bearing_deg
from overflight.tracks.performance import Performance
from overflight.tracks.segment import Leg

TREND_S = 120.0
"""Sinking is told over two minutes: the last ones count."""
COURSE_S = 15.0
"""Where no track is sent, the course is taken from positions so far apart in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One end of one leg, as position numbers: the outermost position in the air and on the ground (None: not seen)."""

    leg: int
    is_arrival: bool
    air: int | None
    ground: int | None

    @property
    def at(self) -> int:
        """The outermost position."""
        position = self.air if self.ground is None else self.ground
        assert position is not None, "a leg was heard in the air or on the ground"
        return position


def sides_of(legs: Sequence[Leg]) -> list[Side]:
    """Both ends of every leg, departure first."""
    sides = []
    for i, leg in enumerate(legs):
        heard = leg.is_heard_in_air
        out = leg.first if leg.first < leg.air_first or not heard else None
        back = leg.last if leg.last > leg.air_last or not heard else None
        sides.append(Side(leg=i, is_arrival=False, air=leg.air_first if heard else None, ground=out))
        sides.append(Side(leg=i, is_arrival=True, air=leg.air_last if heard else None, ground=back))
    return sides


def describe_ends(
    tracks: Tracks, legs: Sequence[Leg], sides: Sequence[Side], performances: Sequence[Performance]
) -> Ends:
    """The columns by which fields are found. performances: one a leg."""
    at = np.array([side.at for side in sides], dtype=np.int64)
    on_ground = np.array([side.ground is not None for side in sides], dtype=bool)
    course, sink = _movement(tracks, legs, sides)
    wants = [wants_runway(performances[side.leg]) for side in sides]
    return Ends(
        np.array([side.is_arrival for side in sides], dtype=bool),
        tracks.latitude[at],
        tracks.longitude[at],
        np.where(on_ground, np.nan, tracks.altitude_ft[at]),
        course,
        tracks.speed_kt[at],
        sink,
        np.floor(tracks.time_s[at] / 86400),
        np.array([w[0] for w in wants], dtype=np.float64),
        np.array([w[1] for w in wants], dtype=bool),
    )


def _movement(tracks: Tracks, legs: Sequence[Leg], sides: Sequence[Side]) -> tuple[Floats, Floats]:
    """Course towards the end (degrees) and sinking towards it (ft/min); NaN on the ground or with one position only."""
    course, sink = np.full(len(sides), np.nan), np.full(len(sides), np.nan)
    time, altitude = tracks.time_s, tracks.altitude_ft
    for i, side in enumerate(sides):
        if side.air is None or side.ground is not None:
            continue
        leg, k = legs[side.leg], side.air
        if np.isfinite(tracks.track_deg[k]):
            course[i] = (tracks.track_deg[k] + (0.0 if side.is_arrival else 180.0)) % 360.0
        else:
            j = _inner(time, leg, k, side.is_arrival, COURSE_S)
            if j != k:
                course[i] = bearing_deg(
                    tracks.latitude[j], tracks.longitude[j], tracks.latitude[k], tracks.longitude[k]
                )
        j = _inner(time, leg, k, side.is_arrival, TREND_S)
        minutes = abs(time[k] - time[j]) / 60
        if 0 < minutes <= 10:
            sink[i] = (altitude[j] - altitude[k]) / minutes
    return course, sink


def _inner(time: Floats, leg: Leg, k: int, is_arrival: bool, seconds: float) -> int:
    """The position at least so many seconds further into the leg, or its last."""
    if is_arrival:
        inner: Ints = np.searchsorted(time[leg.air_first : k + 1], time[k] - seconds, side="right")
        return max(leg.air_first + int(inner) - 1, leg.air_first)
    inner = np.searchsorted(time[k : leg.air_last + 1], time[k] + seconds)
    return min(k + int(inner), leg.air_last)
