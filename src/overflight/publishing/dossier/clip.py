"""Lines and areas cut to a frame, and thinned to what the eye can tell apart."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from overflight.publishing.dossier.svg import Point


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, point: Point) -> bool:
        """Whether the point lies inside or on the edge."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def misses(self, points: Sequence[Point]) -> bool:
        """Whether the points' bounding box lies wholly outside."""
        return (
            max(p[0] for p in points) < self.left
            or min(p[0] for p in points) > self.right
            or max(p[1] for p in points) < self.top
            or min(p[1] for p in points) > self.bottom
        )


def clip_line(points: Sequence[Point], frame: Frame) -> list[list[Point]]:
    """The parts of a line inside the frame (Liang and Barsky, each segment)."""
    runs: list[list[Point]] = []
    open_run: list[Point] = []
    for a, b in itertools.pairwise(points):
        part = clip_segment(a, b, frame)
        if part is None:
            if open_run:
                runs.append(open_run)
                open_run = []
            continue
        start, end = part
        if not open_run or open_run[-1] != start:
            if open_run:
                runs.append(open_run)
            open_run = [start]
        open_run.append(end)
    if open_run:
        runs.append(open_run)
    return runs


def clip_segment(a: Point, b: Point, frame: Frame) -> tuple[Point, Point] | None:
    """The part of a segment inside the frame, if any."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    enter, leave = 0.0, 1.0
    for p, q in (
        (-dx, a[0] - frame.left),
        (dx, frame.right - a[0]),
        (-dy, a[1] - frame.top),
        (dy, frame.bottom - a[1]),
    ):
        if p == 0:
            if q < 0:
                return None
            continue
        share = q / p
        if p < 0:
            enter = max(enter, share)
        else:
            leave = min(leave, share)
        if enter > leave:
            return None
    start = a if enter == 0.0 else (a[0] + dx * enter, a[1] + dy * enter)
    end = b if leave == 1.0 else (a[0] + dx * leave, a[1] + dy * leave)
    return start, end


def clip_area(points: Sequence[Point], frame: Frame) -> list[Point]:
    """A polygon cut to the frame (Sutherland and Hodgman); parts may be joined along the frame's edge."""
    result = list(points)
    for axis, limit, keep_less in (
        (0, frame.left, False),
        (0, frame.right, True),
        (1, frame.top, False),
        (1, frame.bottom, True),
    ):
        if not result:
            return []
        fresh: list[Point] = []
        before = result[-1]
        was_in = before[axis] <= limit if keep_less else before[axis] >= limit
        for point in result:
            is_in = point[axis] <= limit if keep_less else point[axis] >= limit
            if is_in != was_in:
                share = (limit - before[axis]) / (point[axis] - before[axis])
                fresh.append((before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share))
            if is_in:
                fresh.append(point)
            before, was_in = point, is_in
        result = fresh
    return result


def thin(points: Sequence[Point], tolerance_px: float) -> list[Point]:
    """The line with fewer points, nowhere farther off than the tolerance (Ramer, Douglas and Peucker, without recursion)."""
    if len(points) < 3:
        return list(points)
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        (ax, ay), (bx, by) = points[first], points[last]
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        worst, at = tolerance_px * tolerance_px, -1
        for number in range(first + 1, last):
            px, py = points[number][0] - ax, points[number][1] - ay
            if length:
                share = max(0.0, min(1.0, (px * dx + py * dy) / length))
                px, py = px - share * dx, py - share * dy
            off = px * px + py * py
            if off > worst:
                worst, at = off, number
        if at > 0:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [points[number] for number in sorted(keep)]
