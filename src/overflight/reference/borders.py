"""Coasts, borders and country names for drawing: Natural Earth 1:50m, public domain, or a file of the same shape.

Whose border is drawn is a choice. Natural Earth draws who holds the ground; another view can be put in its place by
making the same compact file from another source (`scripts/make_borders.py`) and loading it here.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Arc = tuple[tuple[float, float], ...]
"""Longitude and latitude in degrees, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country's name and a place for its label, degrees; size is that of its largest part, square degrees shrunk by latitude."""

    name: str
    longitude: float
    latitude: float
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Borders:
    """Land as closed rings, coasts and borders as arcs, countries as names with a place; source says whose they are."""

    source: str
    land: tuple[Arc, ...]
    coasts: tuple[Arc, ...]
    borders: tuple[Arc, ...]
    countries: tuple[Country, ...]


@cache
def natural_earth() -> Borders:
    """The borders that come with the package."""
    return load_borders(files("overflight.reference").joinpath("data/borders.json.gz").read_bytes())


def load_borders(packed: bytes) -> Borders:
    """Borders from the bytes of a compact file, as `scripts/make_borders.py` writes it."""
    document = json.loads(gzip.decompress(packed))
    scale = document["scale"]
    arcs = [unfold(arc, scale) for arc in document["arcs"]]
    inner = set(document["borders"])
    outer = {arc if arc >= 0 else ~arc for ring in document["land"] for arc in ring} - inner
    ranked = sorted(document["countries"], key=lambda row: (-row[3], row[0]))
    return Borders(
        source=document["source"],
        land=tuple(join(ring, arcs) for ring in document["land"]),
        coasts=tuple(arcs[arc] for arc in sorted(outer)),
        borders=tuple(arcs[arc] for arc in sorted(inner)),
        countries=tuple(
            Country(name=name, longitude=x / scale, latitude=y / scale, size=size / 100) for name, x, y, size in ranked
        ),
    )


def unfold(steps: list[int], scale: int) -> Arc:
    """A flat list of scaled steps as points in degrees."""
    points = []
    x = y = 0
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / scale, y / scale))
    return tuple(points)


def join(ring: list[int], arcs: list[Arc]) -> Arc:
    """The arcs of a ring end to end; a negative number is that arc backwards."""
    points: list[tuple[float, float]] = []
    for number in ring:
        part = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(part[1:] if points else part)
    return tuple(points)
