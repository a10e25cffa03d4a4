"""A flight's path thinned for drawing: the turns stay, the straights go."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import sqrt

import numpy as np

from overflight.records.movement import PathPoint
from overflight.tracks.detection import Detection
from overflight.tracks.geometry import Floats, Ints
from overflight.tracks.integrity import instant
from overflight.tracks.segment import Leg

# A bend of less is within what a position is good for: 0.0008 degrees are 89 m, NACp 8 of ADS-B means 93 m (DO-260B).
UNSEEN_BEND_DEG = 0.0008
# A bend in height of less is no change of level: half of the 500 ft that separates traffic with and without clearance.
UNSEEN_BEND_FT = 250.0


def draw_path(run: Detection, leg: Leg, most: int) -> tuple[PathPoint, ...]:
    """At most so many points of a leg: its ends and the edges of its silences first, then where it bends most."""
    if most < 2:
        return ()
    tracks = run.tracks
    low, high = np.searchsorted(run.silences, [leg.first, leg.last])
    silent = run.silences[low:high]
    fixed = np.unique(np.concatenate([[leg.first, leg.last], silent, silent + 1]))
    keep = fixed if len(fixed) >= most else thin(tracks.latitude, tracks.longitude, tracks.altitude_ft, fixed, most)
    starts_gap = set(silent.tolist())
    return tuple(
        PathPoint(
            at=instant(tracks.time_s[k]),
            latitude=round(float(tracks.latitude[k]), 5),
            longitude=round(float(tracks.longitude[k]), 5),
            altitude_ft=None if np.isnan(tracks.altitude_ft[k]) else float(tracks.altitude_ft[k]),
            is_on_ground=bool(run.ground[k]),
            starts_gap=k in starts_gap,
        )
        for k in keep.tolist()
    )


def thin(latitude: Floats, longitude: Floats, altitude_ft: Floats, fixed: Ints, most: int) -> Ints:
    """The fixed positions and, up to `most` in all, those farthest from the line between their kept neighbours.

    One span after another gives up its farthest position (Ramer 1972, Douglas and Peucker 1973, with a budget
    beside the tolerance), in three dimensions, so that the tops of climbs stay on straight flights. Longitudes are
    unwrapped, so that lines over the date line stay short.
    """
    low, past = int(fixed[0]), int(fixed[-1]) + 1
    y = latitude[low:past]
    x = np.degrees(np.unwrap(np.radians(longitude[low:past]))) * np.cos(np.radians(y.mean()))
    space = np.stack([x, y, _heights(altitude_ft[low:past]) * (UNSEEN_BEND_DEG / UNSEEN_BEND_FT)])
    kept = set((fixed - low).tolist())
    spans = [_farthest(space, a, b) for a, b in pairwise((fixed - low).tolist())]
    heapify(spans)
    while len(kept) < most and spans:
        nearness, a, middle, b = heappop(spans)
        if -nearness <= UNSEEN_BEND_DEG:
            break
        kept.add(middle)
        heappush(spans, _farthest(space, a, middle))
        heappush(spans, _farthest(space, middle, b))
    return np.array(sorted(kept), dtype=np.int64) + low


def _heights(altitude_ft: Floats) -> Floats:
    """Heights with the unknown ones on the line between the known; level where none is known."""
    known = np.flatnonzero(~np.isnan(altitude_ft))
    return (
        np.interp(np.arange(len(altitude_ft)), known, altitude_ft[known]) if len(known) else np.zeros(len(altitude_ft))
    )


def _farthest(space: Floats, a: int, b: int) -> tuple[float, int, int, int]:
    """A span as (minus the distance of its farthest position, from, that position, to): the widest sorts first."""
    if b - a < 2:
        return 0.0, a, a, b
    line = space[:, b] - space[:, a]
    to = space[:, a + 1 : b] - space[:, a, None]
    along = line @ to
    length2 = float(line @ line)
    off2 = np.einsum("ij,ij->j", to, to) - (along * along / length2 if length2 > 1e-18 else 0.0)
    k = int(off2.argmax())
    return -sqrt(max(float(off2[k]), 0.0)), a, a + 1 + k, b
