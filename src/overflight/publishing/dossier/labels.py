"""Labels that do not collide: each takes the first free place round its point, farther ones with a leader line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from overflight.publishing.dossier.clip import Frame
from overflight.publishing.dossier.svg import Point, text_width

DIRECTIONS = ((1, 0, "start"), (-1, 0, "end"), (0, -1, "middle"), (0, 1, "middle"),
              (0.8, -0.8, "start"), (0.8, 0.8, "start"), (-0.8, -0.8, "end"), (-0.8, 0.8, "end"))  # fmt: skip
"""Right first, as cartographers prefer, then left, above, below and the corners."""

REACHES_PX = (9.0, 18.0, 30.0, 46.0, 64.0)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a label's words go: the baseline point, the text anchor, and whether a leader line is needed."""

    x: float
    y: float
    anchor: str
    has_leader: bool


@dataclass(slots=True)
class Labels:
    """The places already taken on a figure."""

    frame: Frame
    taken: list[Frame] = field(default_factory=list)
    lines: list[Frame] = field(default_factory=list)
    """Small boxes along drawn lines: a label keeps off them where it can."""

    def block(self, point: Point, half_px: float) -> None:
        """Keep labels off a mark."""
        self.taken.append(Frame(point[0] - half_px, point[1] - half_px, point[0] + half_px, point[1] + half_px))

    def keep_off(self, line: Sequence[Point], step_px: float = 7.0) -> None:
        """Remember a drawn line."""
        for a, b in pairwise(line):
            steps = max(1, int(math.dist(a, b) / step_px))
            for number in range(steps):
                x, y = a[0] + (b[0] - a[0]) * number / steps, a[1] + (b[1] - a[1]) * number / steps
                self.lines.append(Frame(x - 2, y - 2, x + 2, y + 2))

    def place(
        self, point: Point, lines: list[str], *, size_px: float, is_needed: bool, gap_px: float = 0.0
    ) -> Placed | None:
        """A free place for lines of text near a point; None where a label that is not needed finds none."""
        width = max(text_width(line, size_px) for line in lines)
        height = size_px * 1.25 * len(lines)
        tries = [(reach, True) for reach in REACHES_PX[: 4 if is_needed else 2]]
        tries += [(reach, False) for reach in REACHES_PX if is_needed]
        for reach, off_lines in tries:
            for dx, dy, side in DIRECTIONS:
                x, middle = point[0] + dx * (reach + gap_px), point[1] + dy * (reach + gap_px + height / 2 * (dx == 0))
                box = label_box(x, middle, width, height, side)
                if self._is_free(box, off_lines=off_lines):
                    self.taken.append(box)
                    return Placed(x, box.top + size_px, side, has_leader=reach > REACHES_PX[1])
        return None

    def centred(self, point: Point, words: str, *, size_px: float) -> bool:
        """Whether words centred on a point find room, and if so take it."""
        width, height = text_width(words, size_px), size_px * 1.2
        box = label_box(point[0], point[1], width, height, "middle")
        if not self._is_free(box, off_lines=True):
            return False
        self.taken.append(box)
        return True

    def _is_free(self, box: Frame, *, off_lines: bool) -> bool:
        inside = (
            box.left >= self.frame.left
            and box.right <= self.frame.right
            and box.top >= self.frame.top
            and box.bottom <= self.frame.bottom
        )
        if not inside or any(overlaps(box, other) for other in self.taken):
            return False
        return not (off_lines and any(overlaps(box, other) for other in self.lines))


def label_box(x: float, middle: float, width: float, height: float, side: str) -> Frame:
    """The rectangle that words take whose anchor is at x and whose middle is at the given height."""
    left = x if side == "start" else x - width if side == "end" else x - width / 2
    return Frame(left, middle - height / 2, left + width, middle + height / 2)


def overlaps(a: Frame, b: Frame) -> bool:
    """Whether two rectangles share any area."""
    return a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom
