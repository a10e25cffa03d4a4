"""A flight's path thinned for drawing: the turns stay, the straights go."""

from __future__ import annotations

import numpy as np

from overflight.records.movement import PathPoint
from overflight.tracks.detection import Detection
from overflight.tracks.fields import Ints
from overflight.tracks.geometry import Floats
from overflight.tracks.integrity import instant
from overflight.tracks.segment import Leg


def draw_path(run: Detection, leg: Leg, most: int) -> tuple[PathPoint, ...]:
    """At most so many points of a leg: its ends and the edges of its silences first, then where it bends most."""
    if most < 2:
        return ()
    tracks = run.tracks
    low, high = np.searchsorted(run.silences, [leg.first, leg.last])
    silent = run.silences[low:high]
    fixed = np.unique(np.concatenate([[leg.first, leg.last], silent, silent + 1]))
    keep = fixed if len(fixed) >= most else thin(tracks.latitude, tracks.longitude, fixed, most)
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


def thin(latitude: Floats, longitude: Floats, fixed: Ints, most: int) -> Ints:
    """The fixed positions and, up to `most` in all, those farthest from the line between their kept neighbours.

    One span after another gives up its farthest position (Ramer 1972, Douglas and Peucker 1973, with a budget
    instead of a tolerance). Longitudes are unwrapped, so that lines over the date line stay short.
    """
    low = int(fixed[0])
    y = latitude[low : int(fixed[-1]) + 1]
    x = np.degrees(np.unwrap(np.radians(longitude[low : int(fixed[-1]) + 1]))) * np.cos(np.radians(y.mean()))
    kept = set((fixed - low).tolist())
    spans = [
        _farthest(x, y, a, b) for a, b in zip((fixed - low)[:-1].tolist(), (fixed - low)[1:].tolist(), strict=True)
    ]
    while len(kept) < most and spans:
        best = max(range(len(spans)), key=lambda i: (spans[i][0], -spans[i][1]))
        distance, a, middle, b = spans.pop(best)
        if distance <= 0:
            break
        kept.add(middle)
        spans += [_farthest(x, y, a, middle), _farthest(x, y, middle, b)]
    return np.array(sorted(kept), dtype=np.int64) + low


def _farthest(x: Floats, y: Floats, a: int, b: int) -> tuple[float, int, int, int]:
    if b - a < 2:
        return 0.0, a, a, b
    dx, dy = x[b] - x[a], y[b] - y[a]
    length = float(np.hypot(dx, dy))
    px, py = x[a + 1 : b] - x[a], y[a + 1 : b] - y[a]
    off = np.abs(px * dy - py * dx) / length if length > 1e-9 else np.hypot(px, py)
    k = int(np.argmax(off))
    return float(off[k]), a, a + 1 + k, b
