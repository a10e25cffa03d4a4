"""One projection fitted to the case.

Cases that fit within a hemisphere are drawn on a Lambert azimuthal equal-area map round their own middle: areas are
true and the antimeridian is nowhere special. Wider cases are drawn on an equirectangular map whose seam lies in the
widest empty stretch of longitude; lines are cut there.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from overflight.publishing.dossier.svg import Point

Place = tuple[float, float]
"""Latitude and longitude in degrees."""

AZIMUTHAL_REACH_DEG = 70.0
"""Beyond this distance from the middle, the equal-area map squeezes shapes past recognition (more than 1.2 to 1)."""

LEAST_REACH_DEG = 2.0
"""A case at one field still shows its country: two degrees are 120 NM."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """Degrees to pixels; left, top, right, bottom of the frame are 0, 0, width, height."""

    name: str
    latitude: float
    longitude: float
    scale: float
    offset_x: float
    offset_y: float
    width: float
    height: float
    is_azimuthal: bool

    def distance_deg(self, place: Place) -> float:
        """How far a place is from the middle of the map, degrees of arc."""
        x, y, z = unit_vector(place)
        mx, my, mz = unit_vector((self.latitude, self.longitude))
        return math.degrees(math.acos(max(-1.0, min(1.0, x * mx + y * my + z * mz))))

    def point(self, place: Place) -> Point:
        """The pixel of a place."""
        x, y = self.plane(place)
        return x * self.scale + self.offset_x, self.offset_y - y * self.scale

    def plane(self, place: Place) -> Point:
        """The place on the unscaled map plane, y up."""
        turned = wrapped(place[1] - self.longitude)
        if not self.is_azimuthal:
            return math.radians(turned) * math.cos(math.radians(self.latitude)), math.radians(place[0])
        phi, phi0, lam = math.radians(place[0]), math.radians(self.latitude), math.radians(turned)
        cosine = math.sin(phi0) * math.sin(phi) + math.cos(phi0) * math.cos(phi) * math.cos(lam)
        k = math.sqrt(2 / max(1e-9, 1 + cosine))
        return (
            k * math.cos(phi) * math.sin(lam),
            k * (math.cos(phi0) * math.sin(phi) - math.sin(phi0) * math.cos(phi) * math.cos(lam)),
        )

    def lines(self, places: Sequence[Place]) -> list[list[Point]]:
        """A line of places as lines of pixels, cut where it crosses the seam of the map."""
        runs: list[list[Point]] = [[]]
        before: Place | None = None
        for place in places:
            if before is not None and self._is_cut(before, place):
                leave, enter = self._seam(before, place)
                runs[-1].append(leave)
                runs.append([enter])
            runs[-1].append(self.point(place))
            before = place
        return [run for run in runs if run]

    def _is_cut(self, a: Place, b: Place) -> bool:
        if self.is_azimuthal:
            return False
        return abs(wrapped(a[1] - self.longitude) - wrapped(b[1] - self.longitude)) > 180

    def _seam(self, a: Place, b: Place) -> tuple[Point, Point]:
        """The two pixels of the crossing: on the side that is left, and on the side that is entered."""
        from_deg, to_deg = wrapped(a[1] - self.longitude), wrapped(b[1] - self.longitude)
        edge = 180.0 if from_deg > 0 else -180.0
        run_on = to_deg + 2 * edge
        share = (edge - from_deg) / (run_on - from_deg) if run_on != from_deg else 0.5
        latitude = a[0] + (b[0] - a[0]) * share
        almost = 180.0 - 1e-9
        side = math.copysign(almost, edge)
        return self.point((latitude, self.longitude + side)), self.point((latitude, self.longitude - side))


def fit(places: Sequence[Place], *, width: float, max_height: float, min_height: float, margin: float) -> Projection:
    """The projection that shows all places inside the margin, and the height the figure then needs."""
    middle = mean_place(places)
    probe = Projection(
        name="Lambert azimuthal equal-area",
        latitude=middle[0],
        longitude=middle[1],
        scale=1.0,
        offset_x=0.0,
        offset_y=0.0,
        width=width,
        height=max_height,
        is_azimuthal=True,
    )
    if max(probe.distance_deg(place) for place in places) > AZIMUTHAL_REACH_DEG:
        seam = widest_empty_longitude(places)
        latitudes = [place[0] for place in places]
        probe = replaced(
            probe, name="Equirectangular", latitude=sum(latitudes) / len(latitudes), longitude=wrapped(seam + 180)
        )
    xs, ys = zip(*(probe.plane(place) for place in places), strict=True)
    least = math.radians(LEAST_REACH_DEG)
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    across, down = max(max(xs) - min(xs), 2 * least), max(max(ys) - min(ys), least)
    scale = min((width - 2 * margin) / across, (max_height - 2 * margin) / down)
    height = max(min_height, min(max_height, down * scale + 2 * margin))
    return Projection(
        name=probe.name,
        latitude=probe.latitude,
        longitude=probe.longitude,
        scale=scale,
        offset_x=width / 2 - middle_x * scale,
        offset_y=height / 2 + middle_y * scale,
        width=width,
        height=height,
        is_azimuthal=probe.is_azimuthal,
    )


def replaced(probe: Projection, *, name: str, latitude: float, longitude: float) -> Projection:
    """The same unscaled frame on an equirectangular map."""
    return Projection(
        name=name,
        latitude=latitude,
        longitude=longitude,
        scale=1.0,
        offset_x=0.0,
        offset_y=0.0,
        width=probe.width,
        height=probe.height,
        is_azimuthal=False,
    )


def unit_vector(place: Place) -> tuple[float, float, float]:
    """The place as a point of the unit sphere."""
    phi, lam = math.radians(place[0]), math.radians(place[1])
    return math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)


def mean_place(places: Sequence[Place]) -> Place:
    """The middle of the places on the sphere; of places that cancel out, the first."""
    vectors = [unit_vector(place) for place in places]
    x, y, z = (math.fsum(axis) for axis in zip(*vectors, strict=True))
    length = math.sqrt(x * x + y * y + z * z)
    if length < 1e-6 * len(vectors):
        return places[0]
    return math.degrees(math.asin(z / length)), math.degrees(math.atan2(y, x))


def widest_empty_longitude(places: Sequence[Place]) -> float:
    """The middle of the widest stretch of longitude in which nothing lies."""
    around = sorted({round(place[1] % 360, 6) for place in places})
    stretches = [(after - before, before) for before, after in zip(around, [*around[1:], around[0] + 360], strict=True)]
    width, start = max(stretches)
    return wrapped(start + width / 2)


def wrapped(longitude: float) -> float:
    """The longitude between -180 and 180."""
    if -180 <= longitude <= 180:
        return longitude
    return (longitude + 180) % 360 - 180
