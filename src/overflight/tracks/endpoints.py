"""The two ends of each flight: observed, inferred with a probability, out of area, or undetermined; always with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from overflight.records.movement import AirportCandidate, AirportIdent, Endpoint, EndpointKind, EndpointMethod
from overflight.tracks.arrays import Tracks
from overflight.tracks.candidates import Ends, Pairs, pair_ends_with_fields, wants_runway
from overflight.tracks.fields import Fields
from overflight.tracks.geometry import Floats, bearing_deg
from overflight.tracks.performance import Performance
from overflight.tracks.scoring import Scores, score_pairs
from overflight.tracks.segment import Leg
from overflight.tracks.settings import TracksSettings

ON_FIELD_NM = 4.0
"""On the ground within this of a field's reference point or runway end is on that field."""
SURE_HEIGHT_FT = 1500.0
SURE_DISTANCE_NM = 6.0
"""Below and within these, on a runway's line, the aircraft was watched landing or taking off: observed."""
LISTED_FROM = 0.02
"""Candidates below this probability are not listed."""
TREND_S = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One end of one leg, as position numbers: the outermost position in the air and on the ground (None: not seen)."""

    leg: int
    is_arrival: bool
    air: int | None
    ground: int | None


def sides_of(legs: Sequence[Leg]) -> list[Side]:
    """Both ends of every leg, departure first."""
    sides = []
    for i, leg in enumerate(legs):
        heard = leg.is_heard_in_air
        starts_on_ground = leg.first < leg.air_first or not heard
        ends_on_ground = leg.last > leg.air_last or not heard
        sides.append(
            Side(
                leg=i,
                is_arrival=False,
                air=leg.air_first if heard else None,
                ground=leg.first if starts_on_ground else None,
            )
        )
        sides.append(
            Side(
                leg=i, is_arrival=True, air=leg.air_last if heard else None, ground=leg.last if ends_on_ground else None
            )
        )
    return sides


def find_endpoints(
    tracks: Tracks,
    legs: Sequence[Leg],
    performances: Sequence[Performance],
    fields: Fields,
    settings: TracksSettings,
) -> list[Endpoint]:
    """Origin and destination of each leg, one after the other."""
    sides = sides_of(legs)
    ends = _ends(tracks, legs, sides, performances)
    pairs = pair_ends_with_fields(ends, fields)
    scores = score_pairs(pairs, ends, fields, settings)
    bounds = np.searchsorted(pairs.end, np.arange(len(sides) + 1))
    return [
        _endpoint(tracks, side, ends, pairs, scores, slice(int(bounds[i]), int(bounds[i + 1])), i, fields, settings)
        for i, side in enumerate(sides)
    ]


def _ends(tracks: Tracks, legs: Sequence[Leg], sides: Sequence[Side], performances: Sequence[Performance]) -> Ends:
    at = np.array([s.air if s.ground is None and s.air is not None else s.ground for s in sides], dtype=np.int64)
    arrival = np.array([s.is_arrival for s in sides])
    on_ground = np.array([s.ground is not None for s in sides])
    course, sink = _movement(tracks, legs, sides, at)
    wants = [wants_runway(performances[s.leg]) for s in sides]
    return Ends(
        arrival,
        tracks.latitude[at],
        tracks.longitude[at],
        np.where(on_ground, np.nan, tracks.altitude_ft[at]),
        course,
        tracks.speed_kt[at],
        sink,
        np.floor(tracks.time_s[at] / 86400),
        np.array([w[0] for w in wants]),
        np.array([w[1] for w in wants]),
    )


def _movement(tracks: Tracks, legs: Sequence[Leg], sides: Sequence[Side], at: np.ndarray) -> tuple[Floats, Floats]:
    """Course towards the end and rate of sink, from the positions of the two minutes inside of it."""
    course, sink = np.full(len(sides), np.nan), np.full(len(sides), np.nan)
    for i, side in enumerate(sides):
        leg, k = legs[side.leg], int(at[i])
        if side.air is None or side.ground is not None:
            continue
        if side.is_arrival:
            low = leg.air_first + int(np.searchsorted(tracks.time_s[leg.air_first : k], tracks.time_s[k] - TREND_S))
            far = min(low, k - 1) if k > leg.air_first else k
            near_first = max(far, _back(tracks, k, leg.air_first))
        else:
            far = k + int(np.searchsorted(tracks.time_s[k : leg.air_last + 1], tracks.time_s[k] + TREND_S)) - 1
            far = max(far, k + 1) if k < leg.air_last else k
            near_first = min(far, _forth(tracks, k, leg.air_last))
        if far == k:
            course[i] = (tracks.track_deg[k] + (0 if side.is_arrival else 180)) % 360
            continue
        if np.isfinite(tracks.track_deg[k]):
            course[i] = (tracks.track_deg[k] + (0 if side.is_arrival else 180)) % 360
        else:
            course[i] = bearing_deg(
                tracks.latitude[near_first], tracks.longitude[near_first], tracks.latitude[k], tracks.longitude[k]
            )
        minutes = abs(tracks.time_s[k] - tracks.time_s[far]) / 60
        if 0 < minutes <= 10:
            sink[i] = (tracks.altitude_ft[far] - tracks.altitude_ft[k]) / minutes
    return course, sink


def _back(tracks: Tracks, k: int, first: int) -> int:
    j = k - 1
    while j > first and tracks.time_s[k] - tracks.time_s[j] < 15:
        j -= 1
    return j


def _forth(tracks: Tracks, k: int, last: int) -> int:
    j = k + 1
    while j < last and tracks.time_s[j] - tracks.time_s[k] < 15:
        j += 1
    return j


def _endpoint(
    tracks: Tracks,
    side: Side,
    ends: Ends,
    pairs: Pairs,
    scores: Scores,
    mine: slice,
    i: int,
    fields: Fields,
    settings: TracksSettings,
) -> Endpoint:
    at = side.ground if side.ground is not None else side.air
    assert at is not None
    seen = {
        "seen_latitude": round(float(tracks.latitude[at]), 5),
        "seen_longitude": round(float(tracks.longitude[at]), 5),
        "seen_altitude_ft": None if np.isnan(tracks.altitude_ft[at]) else float(tracks.altitude_ft[at]),
        "at": instant(tracks.time_s[at]),
    }
    rows, probability = pairs.field[mine], scores.probability[mine]
    distance, height = pairs.distance_nm[mine], pairs.height_ft[mine]
    word = "last" if side.is_arrival else "first"
    if side.ground is not None:
        return _on_ground(rows, distance, fields, seen, word)
    if not len(rows):
        return Endpoint(kind=EndpointKind.UNDETERMINED, reason=f"{word} heard in the air, with no field near", **seen)
    order = np.lexsort((rows, -probability))
    listed = tuple(
        _candidate(fields, int(rows[k]), float(probability[k])) for k in order[:6] if probability[k] >= LISTED_FROM
    )
    best = int(order[0])
    text = f"{word} heard {height[best]:.0f} ft over and {distance[best]:.0f} nm from {fields.airports.at(int(rows[best])).name}"
    falls = ends.sink_fpm[i]
    is_level = not (falls > 200) and height[best] > 6000
    too_high = height[best] > settings.highest_projection_ft
    if too_high or is_level or probability[best] < settings.answer_probability:
        why = "too high" if too_high else "level" if is_level else "more than one field is possible"
        return Endpoint(kind=EndpointKind.UNDETERMINED, reason=f"{text}: {why}", alternatives=listed, **seen)
    is_sure = height[best] < SURE_HEIGHT_FT and distance[best] < SURE_DISTANCE_NM
    method = (
        EndpointMethod.APPROACH
        if is_sure and side.is_arrival
        else EndpointMethod.DESCENT
        if side.is_arrival
        else EndpointMethod.CLIMB
    )
    return _named(
        fields,
        int(rows[best]),
        float(probability[best]),
        EndpointKind.OBSERVED if is_sure else EndpointKind.INFERRED,
        method,
        text,
        listed[1:],
        seen,
    )


def _on_ground(rows, distance, fields, seen, word):  # type: ignore[no-untyped-def]
    if not len(rows) or distance.min() > ON_FIELD_NM:
        return Endpoint(kind=EndpointKind.UNDETERMINED, reason=f"{word} heard on the ground, at no known field", **seen)
    best = int(np.lexsort((rows, distance))[0])
    return _named(
        fields,
        int(rows[best]),
        0.99,
        EndpointKind.OBSERVED,
        EndpointMethod.GROUND,
        f"{word} heard on the ground",
        (),
        seen,
    )


def _named(fields, row, probability, kind, method, reason, alternatives, seen):  # type: ignore[no-untyped-def]
    airport = fields.airports.at(row)
    return Endpoint(
        kind=kind,
        reason=reason,
        airport=AirportIdent(airport.ident),
        airport_name=airport.name,
        icao=airport.icao,
        country=airport.country,
        latitude=airport.latitude,
        longitude=airport.longitude,
        probability=round(probability, 3),
        method=method,
        alternatives=alternatives,
        **seen,
    )


def _candidate(fields: Fields, row: int, probability: float) -> AirportCandidate:
    airport = fields.airports.at(row)
    return AirportCandidate(
        airport=AirportIdent(airport.ident),
        probability=round(probability, 3),
        icao=airport.icao,
        airport_name=airport.name,
        country=airport.country,
    )


def instant(time_s: float) -> dt.datetime:
    """An aware instant of seconds since 1970, to the millisecond."""
    return dt.datetime.fromtimestamp(round(float(time_s), 3), dt.UTC)
