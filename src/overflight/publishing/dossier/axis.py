"""A time axis that leaves out the long stretches in which nothing happened, and says how long they were."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

MOST_BREAKS = 6
BREAK_PX = 36.0
LEAST_SEGMENT_PX = 54.0
WORTH_BREAKING_DAYS = 4.0
WORTH_BREAKING_SHARE = 0.14
"""A silence is left out if it is at least this share of the time still shown, and at least this many days."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A drawn stretch of time and where it lies on the figure."""

    start_at: dt.datetime
    end_at: dt.datetime
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis and its words."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Segments in order; between two of them time is left out."""

    segments: tuple[Segment, ...]

    def x(self, at: dt.datetime) -> float:
        """The place of an instant; one in a left-out stretch lies at the break."""
        for segment in self.segments:
            if at < segment.start_at:
                return segment.left - (BREAK_PX / 2 if segment is not self.segments[0] else 0)
            if at <= segment.end_at:
                span = (segment.end_at - segment.start_at).total_seconds()
                share = (at - segment.start_at).total_seconds() / span if span else 0.5
                return segment.left + (segment.right - segment.left) * share
        return self.segments[-1].right

    def breaks(self) -> list[tuple[float, int]]:
        """The middle of each break and the days left out there."""
        return [
            ((a.right + b.left) / 2, round((b.start_at - a.end_at).total_seconds() / 86400))
            for a, b in zip(self.segments, self.segments[1:], strict=False)
        ]

    def ticks(self) -> list[Tick]:
        """Marks that a reader can count by: hours, days, months or years, as the segment allows."""
        return [tick for segment in self.segments for tick in segment_ticks(segment)]


def fit_axis(instants: Sequence[dt.datetime], left: float, right: float) -> Axis:
    """The axis that shows all instants between two edges of a figure."""
    ordered = sorted(set(instants))
    gaps = sorted(
        ((b - a).total_seconds() / 86400, number) for number, (a, b) in enumerate(itertools.pairwise(ordered))
    )
    shown = (ordered[-1] - ordered[0]).total_seconds() / 86400
    cuts: list[int] = []
    for gap_days, number in reversed(gaps):
        if len(cuts) == MOST_BREAKS or gap_days < max(WORTH_BREAKING_DAYS, WORTH_BREAKING_SHARE * shown):
            break
        cuts.append(number)
        shown -= gap_days
    groups, start = [], 0
    for cut in sorted(cuts):
        groups.append(ordered[start : cut + 1])
        start = cut + 1
    groups.append(ordered[start:])
    counted = Counter(instants)
    return Axis(tuple(laid_out(groups, counted, left, right)))


def laid_out(
    groups: Sequence[Sequence[dt.datetime]], counted: Counter[dt.datetime], left: float, right: float
) -> list[Segment]:
    """Each group of instants gets room by its length of time and its number of instants."""
    room = right - left - BREAK_PX * (len(groups) - 1)
    weights = [
        0.5 * math.sqrt((g[-1] - g[0]).total_seconds() / 86400) + 1.5 * math.sqrt(sum(counted[at] for at in g) - 1)
        for g in groups
    ]
    total = sum(weights) or 1.0
    least = min(LEAST_SEGMENT_PX, room / len(groups))
    spare = room - least * len(groups)
    segments, x = [], left
    for group, weight in zip(groups, weights, strict=True):
        width = least + spare * weight / total
        pad = max(dt.timedelta(hours=6), (group[-1] - group[0]) * 0.05)
        segments.append(Segment(group[0] - pad, group[-1] + pad, x, x + width))
        x += width + BREAK_PX
    return segments


STEPS_H: tuple[tuple[float, str], ...] = (
    (6, "hour"), (24, "day"), (48, "day"), (120, "day"), (240, "day"), (24 * 30.5, "month"), (24 * 91.5, "month"),
    (24 * 183, "month"),
    (24 * 365.25, "year"), (24 * 730.5, "year"), (24 * 1826.3, "year"),
)  # fmt: skip

TICK_ROOM_PX = 66.0


def segment_ticks(segment: Segment) -> list[Tick]:
    """The ticks of one segment, at least one."""
    hours = (segment.end_at - segment.start_at).total_seconds() / 3600
    if segment.right - segment.left < 2 * TICK_ROOM_PX:
        middle = segment.start_at + (segment.end_at - segment.start_at) / 2
        return [Tick((segment.left + segment.right) / 2, tick_words(middle, "month", with_year=True))]
    fits = (segment.right - segment.left) / TICK_ROOM_PX
    step_h, unit = next(((h, u) for h, u in STEPS_H if hours / h <= fits), STEPS_H[-1])
    instants = rounds(segment.start_at, segment.end_at, step_h, unit)
    axis = Axis((segment,))
    if not instants:
        middle = segment.start_at + (segment.end_at - segment.start_at) / 2
        return [Tick((segment.left + segment.right) / 2, tick_words(middle, "day", with_year=True))]
    ticks: list[Tick] = []
    for at in instants:
        x = axis.x(at)
        if segment.left + 4 <= x <= segment.right - 4:
            ticks.append(Tick(x, tick_words(at, unit, with_year=not ticks or (at.month, at.day) == (1, 1))))
    return ticks or [Tick((segment.left + segment.right) / 2, tick_words(instants[0], unit, with_year=True))]


def rounds(start_at: dt.datetime, end_at: dt.datetime, step_h: float, unit: str) -> list[dt.datetime]:
    """The round instants of a unit between two others."""
    found = []
    if unit in ("hour", "day"):
        step = dt.timedelta(hours=step_h)
        at = dt.datetime(start_at.year, 1, 1, tzinfo=dt.UTC)
        at += math.ceil((start_at - at) / step) * step
        while at <= end_at:
            found.append(at)
            at += step
        return found
    months = max(1, round(step_h / (24 * 30.44)))
    number = start_at.year * 12
    while (at := dt.datetime(number // 12, number % 12 + 1, 1, tzinfo=dt.UTC)) <= end_at:
        if at >= start_at:
            found.append(at)
        number += months
    return found


def tick_words(at: dt.datetime, unit: str, *, with_year: bool) -> str:
    """A tick's words, without a locale; the first of a segment says the year."""
    month = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[at.month - 1]
    if unit == "hour" and at.hour and not with_year:
        return f"{at.hour:02d}:00"
    if unit in ("hour", "day"):
        return f"{at.day} {month}" + (f" {at.year}" if with_year else "")
    return str(at.year) if unit == "year" else f"{month} {at.year}"
