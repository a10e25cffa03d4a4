"""A flight's line on the map: what was heard drawn solid, what was not heard dotted, and each way on its own side."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from overflight.publishing.dossier.clip import thin
from overflight.publishing.dossier.projection import Place, Projection, unit_vector
from overflight.publishing.dossier.svg import Point
from overflight.records.movement import Flight, PathPoint

OFFSET_PX = 2.6
"""Each line runs this far to the right of its direction of travel, as on a road, so that out and back can be told apart."""

STEP_PX = 1.7
"""Flights over the same route the same way lie this far apart, up to four abreast."""

TAPER_PX = 26.0
"""Over this distance at both ends the offset fades to nothing, so that lines still meet at their field."""

TOLERANCE_PX = 0.45

GREAT_CIRCLE_STEP_DEG = 3.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a flight's line in pixels; silent where nothing was heard."""

    points: tuple[Point, ...]
    is_silent: bool


def stretches(flight: Flight, projection: Projection, *, abreast: int) -> list[Stretch]:
    """The line of a flight as heard and silent stretches, in order, offset to the right of travel."""
    pieces = [(line, silent) for run, silent in heard_and_silent(flight.path) for line in projection.lines(run)]
    thinned = [(thin(line, TOLERANCE_PX), silent) for line, silent in pieces if len(line) > 1]
    total = sum(length(line) for line, _ in thinned)
    done, moved = 0.0, []
    amount = OFFSET_PX + STEP_PX * (abreast % 4)
    for line, silent in thinned:
        moved.append(Stretch(tuple(offset(line, amount, done, total)), silent))
        done += length(line)
    return moved


def heard_and_silent(path: Sequence[PathPoint]) -> list[tuple[list[Place], bool]]:
    """The path's places in runs; a silence is bridged along the great circle, and said to be silent."""
    runs: list[tuple[list[Place], bool]] = []
    current: list[Place] = []
    for number, point in enumerate(path):
        here = (point.latitude, point.longitude)
        current.append(here)
        if point.starts_gap and number + 1 < len(path):
            runs.append((current, False))
            after = (path[number + 1].latitude, path[number + 1].longitude)
            runs.append((great_circle(here, after), True))
            current = []
    runs.append((current, False))
    return [(run, silent) for run, silent in runs if run]


def great_circle(a: Place, b: Place) -> list[Place]:
    """Places along the shortest way, every few degrees, ends included."""
    va, vb = unit_vector(a), unit_vector(b)
    cosine = max(-1.0, min(1.0, sum(x * y for x, y in zip(va, vb, strict=True))))
    angle = math.acos(cosine)
    steps = max(1, round(math.degrees(angle) / GREAT_CIRCLE_STEP_DEG))
    if angle < 1e-9 or abs(math.pi - angle) < 1e-9:
        return [a, b]
    between = []
    for step in range(1, steps):
        share = step / steps
        wa, wb = math.sin((1 - share) * angle) / math.sin(angle), math.sin(share * angle) / math.sin(angle)
        x, y, z = (wa * p + wb * q for p, q in zip(va, vb, strict=True))
        between.append((math.degrees(math.asin(max(-1.0, min(1.0, z)))), math.degrees(math.atan2(y, x))))
    return [a, *between, b]


def length(line: Sequence[Point]) -> float:
    """The length of a line in pixels."""
    return math.fsum(math.dist(a, b) for a, b in itertools.pairwise(line))


def offset(line: Sequence[Point], amount_px: float, done_px: float, total_px: float) -> list[Point]:
    """The line moved to its right, fading in and out at the two ends of the whole flight."""
    moved, run = [], done_px
    for number, (x, y) in enumerate(line):
        if number:
            run += math.dist(line[number - 1], line[number])
        ahead, behind = line[min(number + 1, len(line) - 1)], line[max(number - 1, 0)]
        dx, dy = ahead[0] - behind[0], ahead[1] - behind[1]
        size = math.hypot(dx, dy)
        share = amount_px * max(0.0, min(1.0, run / TAPER_PX, (total_px - run) / TAPER_PX))
        moved.append((x - dy / size * share, y + dx / size * share) if size else (x, y))
    return moved


def arrow(flight_stretches: Sequence[Stretch]) -> tuple[Point, float] | None:
    """Where an arrowhead sits, half way along the longest heard stretch, and its heading in degrees clockwise from right."""
    heard = [s for s in flight_stretches if not s.is_silent and len(s.points) > 1]
    if not heard:
        return None
    longest = max(heard, key=lambda s: length(s.points))
    half, run = length(longest.points) / 2, 0.0
    if half < 8:
        return None
    for a, b in zip(longest.points, longest.points[1:], strict=False):
        step = math.dist(a, b)
        if run + step >= half and step > 0:
            share = (half - run) / step
            at = (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            return at, math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))
        run += step
    return None
