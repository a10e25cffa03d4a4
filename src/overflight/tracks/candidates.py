"""Which fields could an end of a flight be: every field near every end, with what speaks for and against it.

A departure is looked at backwards in time, so that both ends read alike: an aircraft that comes down towards a field.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from overflight.tracks.fields import Fields
from overflight.tracks.geometry import Floats, Ints, along_and_cross_nm, bearing_deg, separation_nm, turn_deg
from overflight.tracks.performance import Performance

SLOPE_FT_PER_NM = 318.0
"""Three degrees, what instrument approaches are built to (ICAO Doc 8168)."""

CLIMB_FT_PER_NM = 400.0
"""What a loaded jet gains on a mile after take-off, about 2,000 ft/min at 300 kt."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Ends of flights as columns. is_arrival: landing or take-off. height is not known before a field is.

    course_deg: direction of movement towards the end: the track of an arrival, the reversed track of a departure.
    sink_fpm: how fast it comes down towards the end (departures: climbed from it); NaN where not known.
    """

    is_arrival: NDArray[np.bool_]
    latitude: Floats
    longitude: Floats
    altitude_ft: Floats
    course_deg: Floats
    speed_kt: Floats
    sink_fpm: Floats
    day: Floats
    runway_ft: Floats
    needs_hard: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.latitude)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of an end and a field near it, sorted by end. One row a pair.

    height_ft: over the field. distance_nm: to the field's middle or its nearest runway. off_deg: angle between course and
    the way to the field. line_nm, line_deg, ahead_nm: across, angle to and distance along the best fitting runway line
    (NaN without a runway that lies ahead).
    """

    end: Ints
    field: Ints
    height_ft: Floats
    distance_nm: Floats
    off_deg: Floats
    line_nm: Floats
    line_deg: Floats
    ahead_nm: Floats
    runway_margin: Floats
    is_suitable: NDArray[np.bool_]


def search_radius_nm(height_ft: Floats) -> Floats:
    """How far an end may lie from its field: three times the way down a three-degree slope, and 6 nm for manoeuvring."""
    return np.asarray(6.0 + 3.0 * np.clip(height_ft, 0, 20_000) / SLOPE_FT_PER_NM)


def pair_ends_with_fields(ends: Ends, fields: Fields) -> Pairs:
    """Every end with every field that it could belong to."""
    nearest, _ = fields.nearest(ends.latitude, ends.longitude)
    ground = np.nan_to_num(fields.elevation_ft[nearest])
    height = np.where(np.isnan(ends.altitude_ft), 0.0, ends.altitude_ft - ground)
    end, field = fields.within(ends.latitude, ends.longitude, np.minimum(search_radius_nm(height), 80.0))
    usable = fields.exists(field, ends.day[end]) & (fields.runway_ft[field] > 0)
    end, field = end[usable], field[usable]
    height = ends.altitude_ft[end] - np.nan_to_num(fields.elevation_ft[field])
    distance = separation_nm(ends.latitude[end], ends.longitude[end], fields.latitude[field], fields.longitude[field])
    way = bearing_deg(ends.latitude[end], ends.longitude[end], fields.latitude[field], fields.longitude[field])
    line_nm, line_deg, ahead_nm, nearest_nm = _runway_lines(ends, fields, end, field)
    return Pairs(
        end,
        field,
        height,
        np.fmin(distance, nearest_nm),
        turn_deg(ends.course_deg[end], way),
        line_nm,
        line_deg,
        ahead_nm,
        np.log(np.maximum(fields.runway_ft[field], 300.0) / ends.runway_ft[end]),
        fields.is_hard[field] | ~ends.needs_hard[end],
    )


def _runway_lines(ends: Ends, fields: Fields, end: Ints, field: Ints) -> tuple[Floats, Floats, Floats, Floats]:
    """Against the runway ends of each pair's field: the best line's offset, angle and distance, and the nearest end."""
    counts = fields.ends_of[field + 1] - fields.ends_of[field]
    pair = np.repeat(np.arange(len(field)), counts)
    offset = np.arange(len(pair)) - np.repeat(np.cumsum(counts) - counts, counts)
    runway = fields.ends_of[field][pair] + offset
    e = end[pair]
    # landing on this end one flies its heading; taking off from the other end and looked at backwards, the same
    heading = fields.end_heading_deg[runway]
    ahead, right = along_and_cross_nm(
        ends.latitude[e], ends.longitude[e], fields.end_latitude[runway], fields.end_longitude[runway], heading
    )
    angle = turn_deg(ends.course_deg[e], heading)
    length = fields.end_length_nm[runway]
    distance = np.hypot(right, np.maximum(np.maximum(-ahead, ahead - length), 0.0))
    cost = np.abs(right) / (0.3 + 0.05 * np.abs(ahead)) + angle / 10.0
    cost = np.where((ahead < 0.8) & (angle < 60), cost, np.inf)
    best = np.full((4, len(field)), np.nan)
    if len(pair):
        order = np.lexsort((np.nan_to_num(cost, nan=np.inf), pair))
        heads = order[np.concatenate([[True], np.diff(pair[order]) != 0])]
        fits = heads[np.isfinite(cost[heads])]
        best[0, pair[fits]], best[1, pair[fits]], best[2, pair[fits]] = np.abs(right[fits]), angle[fits], -ahead[fits]
        nearest = np.full(len(field), np.inf)
        np.minimum.at(nearest, pair, distance)
        best[3] = np.where(np.isfinite(nearest), nearest, np.nan)
    return best[0], best[1], best[2], best[3]


def wants_runway(performance: Performance) -> tuple[float, bool]:
    """Length (ft) and hardness of the runway that this class usually flies to: half as long again as the shortest."""
    return 1.5 * max(performance.shortest_runway_ft, 1000.0), performance.needs_hard_runway
