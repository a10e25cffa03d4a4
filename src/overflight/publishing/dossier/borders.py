"""Land, coasts and borders under the tracks, clipped to the map's frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from overflight.publishing.dossier.clip import Frame, clip_area, clip_line, thin
from overflight.publishing.dossier.projection import Place, Projection, wrapped
from overflight.publishing.dossier.svg import Point, area_path, element, line_path
from overflight.reference.borders import Arc, Borders

TOLERANCE_PX = 0.6
"""Detail below two thirds of a pixel cannot be seen and only makes the file larger."""

SMALLEST_LAND_PX = 1.5
"""Islands smaller than this across are left out."""

HORIZON_DEG = 130.0
"""Nothing farther from the middle is drawn on an azimuthal map: it could only lie outside the frame, turned inside out."""


def draw_borders(projection: Projection, borders: Borders) -> Markup:
    """Land, graticule and borders as a few long paths."""
    frame = Frame(-2, -2, projection.width + 2, projection.height + 2)
    land = "".join(area_path(ring) for ring in land_rings(projection, borders, frame) if is_worth_drawing(ring))
    inner = "".join(line_path(run) for run in runs(borders.borders, projection, frame))
    outer = "".join(line_path(run) for run in runs(borders.coasts, projection, frame))
    grid = "".join(line_path(run) for run in runs(graticule(projection), projection, frame))
    return Markup("").join(
        [
            element("path", d=land, class_="land"),
            element("path", d=grid, class_="grid"),
            element("path", d=outer, class_="coast"),
            element("path", d=inner, class_="border"),
        ]
    )


def land_rings(projection: Projection, borders: Borders, frame: Frame) -> Iterator[list[Point]]:
    """Each landmass as a polygon in the frame."""
    for ring in borders.land:
        if projection.is_azimuthal:
            points = [projection.point(place) for place in within_horizon(ring, projection)]
            candidates = [points]
        else:
            candidates = list(shifted_copies(ring, projection))
        for points in candidates:
            if len(points) > 2 and not frame.misses(points):
                yield thin(clip_area(points, frame), TOLERANCE_PX)


def within_horizon(ring: Arc, projection: Projection) -> list[Place]:
    """The places of a ring that an azimuthal map can show."""
    return [
        (latitude, longitude)
        for longitude, latitude in ring
        if projection.distance_deg((latitude, longitude)) <= HORIZON_DEG
    ]


def shifted_copies(ring: Arc, projection: Projection) -> Iterator[list[Point]]:
    """A ring on an equirectangular map, whole, once for each side of the seam it may show on."""
    run_on: list[tuple[float, float]] = []
    turn = 0.0
    for longitude, latitude in ring:
        east = wrapped(longitude - projection.longitude)
        if run_on and abs(east + turn - run_on[-1][0]) > 180:
            turn += 360 if east + turn < run_on[-1][0] else -360
        run_on.append((east + turn, latitude))
    if abs(run_on[-1][0] - run_on[0][0]) > 180:  # a ring round a pole: closed over the pole
        pole = 90.0 if run_on[0][1] > 0 else -90.0
        run_on += [(run_on[-1][0], pole), (run_on[0][0], pole)]
    middle_x, middle_y = projection.point((0.0, projection.longitude))
    one_x = projection.point((0.0, projection.longitude + 1))[0] - middle_x
    one_y = projection.point((1.0, projection.longitude))[1] - middle_y
    for shift in (-360.0, 0.0, 360.0):
        yield [(middle_x + (east + shift) * one_x, middle_y + latitude * one_y) for east, latitude in run_on]


def runs(arcs: Sequence[Arc], projection: Projection, frame: Frame) -> Iterator[list[Point]]:
    """The visible parts of lines, thinned."""
    for arc in arcs:
        places = [(latitude, longitude) for longitude, latitude in arc]
        if projection.is_azimuthal and all(projection.distance_deg(place) > HORIZON_DEG for place in places):
            continue
        for line in projection.lines(places):
            if len(line) < 2 or frame.misses(line):
                continue
            for part in clip_line(line, frame):
                yield thin(part, TOLERANCE_PX)


def graticule(projection: Projection) -> tuple[Arc, ...]:
    """Meridians and parallels every ten degrees, five on a close map, thirty on a wide one."""
    spread = projection.width / max(1e-9, projection.scale) * 57.3
    step = 30 if spread > 100 else 10 if spread > 25 else 5 if spread > 10 else 1
    parallels = [
        tuple((float(longitude), float(latitude)) for longitude in span(projection.longitude, 180, 2))
        for latitude in range(-90 + step, 90, step)
        if not projection.is_azimuthal or abs(latitude - projection.latitude) < 70
    ]
    meridians = [
        tuple((float(longitude), float(latitude)) for latitude in range(-88, 89, 2))
        for longitude in range(-180, 180, step)
        if not projection.is_azimuthal or abs(wrapped(longitude - projection.longitude)) < 120
    ]
    return (*parallels, *meridians)


def span(middle: float, reach: int, step: int) -> Iterator[float]:
    """Longitudes from one side of the middle to the other."""
    for offset in range(-reach, reach, step):
        yield wrapped(middle + offset)


def is_worth_drawing(ring: Sequence[Point]) -> bool:
    """Whether a polygon is large enough to be seen."""
    if len(ring) < 3:
        return False
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return max(xs) - min(xs) > SMALLEST_LAND_PX or max(ys) - min(ys) > SMALLEST_LAND_PX
