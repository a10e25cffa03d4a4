"""Make `reference/data/borders.json.gz` from Natural Earth in TopoJSON: python scripts/make_borders.py countries-50m.json

Natural Earth is in the public domain (naturalearthdata.com); the TopoJSON of the `world-atlas` project keeps shared
borders as shared arcs. What is kept: every arc, the rings of the land, which arcs part two countries, and for each
country its name and a point well inside it for a label. The same input gives the same bytes.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parents[1] / "src/overflight/reference/data/borders.json.gz"
SCALE = 1000
"""Coordinates are kept as whole thousandths of a degree (about 110 m): finer than a 1:50m map can be trusted."""


def main(source: str) -> None:
    """Read the TopoJSON and write the compact file."""
    topology = json.loads(Path(source).read_text("utf-8"))
    arcs = decode_arcs(topology)
    owners: dict[int, set[int]] = defaultdict(set)
    countries = []
    for number, geometry in enumerate(topology["objects"]["countries"]["geometries"]):
        rings = polygon_rings(geometry)
        for polygon in rings:
            for ring in polygon:
                for arc in ring:
                    owners[arc if arc >= 0 else ~arc].add(number)
        if label := label_point([ring_points(polygon[0], arcs) for polygon in rings]):
            countries.append([geometry["properties"]["name"], *label])
    land = [polygon for shape in topology["objects"]["land"]["geometries"] for polygon in polygon_rings(shape)]
    document = {
        "source": "Natural Earth 1:50m admin 0 countries, public domain",
        "scale": SCALE,
        "arcs": [deltas(arc) for arc in arcs],
        "land": [ring for polygon in land for ring in polygon],
        "borders": sorted(arc for arc, who in owners.items() if len(who) > 1),
        "countries": sorted(countries),
    }
    packed = json.dumps(document, separators=(",", ":"), ensure_ascii=False).encode()
    TARGET.write_bytes(gzip.compress(packed, 9, mtime=0))
    print(f"{TARGET.name}: {len(packed):,} bytes, {TARGET.stat().st_size:,} packed, {len(countries)} countries")


def decode_arcs(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """Each arc as longitude and latitude in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        decoded.append(points)
    return decoded


def polygon_rings(geometry: dict[str, Any]) -> list[list[list[int]]]:
    """A geometry's polygons, each a list of rings of arc numbers (negative: backwards)."""
    if geometry["type"] == "GeometryCollection":
        return [polygon for part in geometry["geometries"] for polygon in polygon_rings(part)]
    if geometry["type"] == "Polygon":
        return [geometry["arcs"]]
    return list(geometry["arcs"]) if geometry["type"] == "MultiPolygon" else []


def ring_points(ring: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """A ring's points in order."""
    points: list[tuple[float, float]] = []
    for arc in ring:
        part = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        points.extend(part[1:] if points else part)
    return points


def label_point(outlines: list[list[tuple[float, float]]]) -> tuple[int, int, int] | None:
    """Where the largest outline has most room around it: longitude and latitude (scaled), and its area."""
    if not outlines:
        return None
    outline = unwrapped(max(outlines, key=lambda ring: area(unwrapped(ring))))
    xs, ys = [p[0] for p in outline], [p[1] for p in outline]
    best, best_room = None, -1.0
    steps = 24
    for i in range(1, steps):
        for j in range(1, steps):
            x = min(xs) + (max(xs) - min(xs)) * i / steps
            y = min(ys) + (max(ys) - min(ys)) * j / steps
            if not inside(x, y, outline):
                continue
            squeeze = math.cos(math.radians(y))
            room = min(math.hypot((x - px) * squeeze, y - py) for px, py in outline)
            if room > best_room:
                best, best_room = (x, y), room
    if best is None:
        return None
    longitude = (best[0] + 180) % 360 - 180
    return round(longitude * SCALE), round(best[1] * SCALE), round(area(outline) * 100)


def unwrapped(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The ring without the jump at the antimeridian: longitudes run on past 180."""
    points, turn = [ring[0]], 0.0
    for (before, _), (longitude, latitude) in zip(ring, ring[1:], strict=False):
        if abs(longitude - before) > 180:
            turn += 360 if longitude < before else -360
        points.append((longitude + turn, latitude))
    return points


def area(outline: list[tuple[float, float]]) -> float:
    """Area in square degrees, shrunk by the latitude: enough to rank countries."""
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(outline, outline[1:] + outline[:1], strict=True))
    middle = sum(p[1] for p in outline) / len(outline)
    return abs(twice) / 2 * math.cos(math.radians(middle))


def inside(x: float, y: float, outline: list[tuple[float, float]]) -> bool:
    """Whether the point lies in the outline (even-odd rule)."""
    hit = False
    for (ax, ay), (bx, by) in zip(outline, outline[1:] + outline[:1], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            hit = not hit
    return hit


def deltas(arc: list[tuple[float, float]]) -> list[int]:
    """An arc as one flat list of scaled steps, the first from 0, 0; points that fall together are one."""
    flat: list[int] = []
    at = (0, 0)
    for number, (longitude, latitude) in enumerate(arc):
        here = (round(longitude * SCALE), round(latitude * SCALE))
        if number and here == at:
            continue
        flat += [here[0] - at[0], here[1] - at[1]]
        at = here
    return flat


if __name__ == "__main__":
    main(sys.argv[1])
