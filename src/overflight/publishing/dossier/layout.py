"""Where the boxes of a network go: springs along the links, push between all, then no two overlap.

No dice: the start is a sunflower.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from overflight.publishing.dossier.svg import Point

ROUNDS = 260
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
GAP_X_PX, GAP_Y_PX = 64.0, 34.0
MARGIN_PX = 10.0
ASPECT = 2.0
"""Parts are laid out about twice as wide as high, as screens and pages of text want them."""


@dataclass(frozen=True, slots=True)
class Box:
    """The size of a node."""

    width: float
    height: float


def lay_out(boxes: Sequence[Box], edges: Sequence[tuple[int, int]], *, width: float) -> tuple[list[Point], float]:
    """Centres of the boxes, and the height the figure needs. The same boxes and links give the same places.

    Each connected part is laid out by itself; the parts then stand in rows, the largest first, so that they stay near.
    """
    places: list[Point] = [(0.0, 0.0)] * len(boxes)
    left, top, row_height = 0.0, 0.0, 0.0
    rows: list[list[int]] = [[]]
    for members in components(len(boxes), edges):
        number = {member: k for k, member in enumerate(members)}
        inside = [(number[a], number[b]) for a, b in edges if a in number]
        local, part_width, part_height = lay_out_part([boxes[m] for m in members], inside, width)
        if left and left + part_width > width:
            left, top, row_height = 0.0, top + row_height + GAP_Y_PX, 0.0
            rows.append([])
        for member, (x, y) in zip(members, local, strict=True):
            places[member] = (left + x, top + y)
        rows[-1] += members
        left, row_height = left + part_width + GAP_X_PX, max(row_height, part_height)
    for row in rows:  # each row stands in the middle
        lowest = min(places[m][0] - boxes[m].width / 2 for m in row)
        highest = max(places[m][0] + boxes[m].width / 2 for m in row)
        shift = (width - (highest - lowest)) / 2 - lowest
        for member in row:
            places[member] = (places[member][0] + shift, places[member][1] + MARGIN_PX)
    return places, top + row_height + 2 * MARGIN_PX


def components(total: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The connected parts, the largest first."""
    root = list(range(total))

    def find(member: int) -> int:
        while root[member] != member:
            root[member] = root[root[member]]
            member = root[member]
        return member

    for a, b in edges:
        root[max(find(a), find(b))] = min(find(a), find(b))
    parts: dict[int, list[int]] = {}
    for member in range(total):
        parts.setdefault(find(member), []).append(member)
    return sorted(parts.values(), key=lambda part: (-len(part), part[0]))


def lay_out_part(
    boxes: Sequence[Box], edges: Sequence[tuple[int, int]], width: float
) -> tuple[list[Point], float, float]:
    """Centres of one connected part from its own top left corner, its width and its height."""
    total = len(boxes)
    area = sum((box.width + GAP_X_PX * 1.4) * (box.height + GAP_Y_PX * 2) for box in boxes) * 1.25
    across = min(width, max([math.sqrt(area * ASPECT), *(box.width for box in boxes)]))
    down = max(60.0, area / across)
    spring = math.sqrt(across * down / total) * 0.75
    places = [
        [across / 2 + math.sqrt(k + 0.5) * spring * 0.6 * math.cos(k * GOLDEN_ANGLE),
         down / 2 + math.sqrt(k + 0.5) * spring * 0.6 * down / across * math.sin(k * GOLDEN_ANGLE)]
        for k in range(total)
    ]  # fmt: skip
    for turn in range(ROUNDS):
        heat = spring * 0.35 * (1 - turn / ROUNDS) + 0.5
        step(places, edges, spring, heat, (across / 2, down / 2))
    for _ in range(200):
        if not separate(places, boxes):
            break
    return settle(places, boxes, width)


def step(
    places: list[list[float]], edges: Sequence[tuple[int, int]], spring: float, heat: float, middle: Point
) -> None:
    """One round of Fruchterman and Reingold, with a pull to the middle that keeps unconnected parts near."""
    total = len(places)
    moves = [[0.0, 0.0] for _ in range(total)]
    for i in range(total):
        for j in range(i + 1, total):
            dx, dy = places[i][0] - places[j][0], places[i][1] - places[j][1]
            squared = dx * dx + dy * dy or 1e-6
            push = spring * spring / squared
            moves[i][0] += dx * push
            moves[i][1] += dy * push
            moves[j][0] -= dx * push
            moves[j][1] -= dy * push
    for i, j in edges:
        dx, dy = places[i][0] - places[j][0], places[i][1] - places[j][1]
        pull = math.hypot(dx, dy) / spring
        moves[i][0] -= dx * pull
        moves[i][1] -= dy * pull
        moves[j][0] += dx * pull
        moves[j][1] += dy * pull
    for place, move in zip(places, moves, strict=True):
        move[0] += (middle[0] - place[0]) * 0.12
        move[1] += (middle[1] - place[1]) * 0.3
        size = math.hypot(move[0], move[1]) or 1e-9
        share = min(size, heat) / size
        place[0] += move[0] * share
        place[1] += move[1] * share


def separate(places: list[list[float]], boxes: Sequence[Box]) -> bool:
    """Push overlapping boxes apart along the shorter way; whether any were moved."""
    moved = False
    for i in range(len(boxes)):
        for j in range(i + 1, len(boxes)):
            dx, dy = places[j][0] - places[i][0], places[j][1] - places[i][1]
            over_x = (boxes[i].width + boxes[j].width) / 2 + GAP_X_PX - abs(dx)
            over_y = (boxes[i].height + boxes[j].height) / 2 + GAP_Y_PX - abs(dy)
            if over_x <= 0 or over_y <= 0:
                continue
            moved = True
            if over_x < over_y:
                shift = math.copysign(over_x / 2 + 0.1, dx)
                places[i][0] -= shift
                places[j][0] += shift
            else:
                shift = math.copysign(over_y / 2 + 0.1, dy)
                places[i][1] -= shift
                places[j][1] += shift
    return moved


def settle(places: list[list[float]], boxes: Sequence[Box], width: float) -> tuple[list[Point], float, float]:
    """Move the part to its corner; one wider than the frame is squeezed sideways and pulled apart again downwards."""
    left = min(p[0] - b.width / 2 for p, b in zip(places, boxes, strict=True))
    right = max(p[0] + b.width / 2 for p, b in zip(places, boxes, strict=True))
    room = width - 8
    if right - left > room:
        middle = (left + right) / 2
        widest = max(b.width for b in boxes)
        squeeze = max(0.05, (room - widest) / max(1.0, right - left - widest))
        for place in places:
            place[0] = (place[0] - middle) * squeeze
        for _ in range(400):
            if not push_down(places, boxes):
                break
        left = min(p[0] - b.width / 2 for p, b in zip(places, boxes, strict=True))
        right = max(p[0] + b.width / 2 for p, b in zip(places, boxes, strict=True))
    top = min(p[1] - b.height / 2 for p, b in zip(places, boxes, strict=True))
    bottom = max(p[1] + b.height / 2 for p, b in zip(places, boxes, strict=True))
    return [(p[0] - left, p[1] - top) for p in places], right - left, bottom - top


def push_down(places: list[list[float]], boxes: Sequence[Box]) -> bool:
    """Part overlapping boxes downwards only; whether any were moved."""
    moved = False
    order = sorted(range(len(boxes)), key=lambda k: (places[k][1], places[k][0]))
    for position, i in enumerate(order):
        for j in order[position + 1 :]:
            over_x = (boxes[i].width + boxes[j].width) / 2 + 8 - abs(places[j][0] - places[i][0])
            over_y = (boxes[i].height + boxes[j].height) / 2 + GAP_Y_PX - (places[j][1] - places[i][1])
            if over_x > 0 and over_y > 0.01:
                places[j][1] += over_y
                moved = True
    return moved
