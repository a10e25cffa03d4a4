"""Ends that a flight does not show itself: told by the flight before or after it, or by where reception ends."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from overflight.records.movement import AirportCandidate, Endpoint, EndpointKind, EndpointMethod
from overflight.tracks.detection import Detection
from overflight.tracks.endpoints import EndCandidates, Told, named, no_flight_between
from overflight.tracks.geometry import NM_PER_DEGREE, apart_nm
from overflight.tracks.reach import hours
from overflight.tracks.reception import cells_at, cells_heard

ENOUGH_TRAFFIC = 20
"""Aircraft in the data from which an empty cell says where reception ends, and not only that few were asked for."""
AHEAD_NM = (40.0, 80.0, 120.0)
"""How far ahead reception is looked for: five, ten and fifteen minutes of cruise."""


def fill_from_neighbours(run: Detection, ends: list[EndCandidates], own: list[Endpoint]) -> list[Endpoint]:
    """The ends with what their neighbours tell. own: origin and destination of each leg, one after the other."""
    filled = list(own)
    covered = cells_heard(run.reception) if run.reception.airframes >= ENOUGH_TRAFFIC else None
    for i, end in enumerate(own):
        if end.airport is not None:
            continue
        told = _from_neighbour(run, ends, own, i)
        if told.airport is None and covered is not None:
            told = _out_of_area(run, ends[i], told, covered)
        filled[i] = told
    return filled


def _from_neighbour(run: Detection, ends: list[EndCandidates], own: list[Endpoint], i: int) -> Endpoint:
    """The end as the leg before (of a departure) or after (of an arrival) tells it, where that one saw a field."""
    is_arrival = i % 2 == 1
    other = i + 1 if is_arrival else i - 1
    legs = run.legs
    if not 0 <= other < len(own) or legs[i // 2].stretch != legs[other // 2].stretch or own[other].airport is None:
        return own[i]
    here, there = ends[i].side.at, ends[other].side.at
    field = own[other]
    assert field.latitude is not None and field.longitude is not None
    silence_s = abs(float(run.tracks.time_s[here] - run.tracks.time_s[there]))
    way_nm = apart_nm(run.tracks.latitude[here], run.tracks.longitude[here], field.latitude, field.longitude)
    performance = run.performances[legs[i // 2].stretch]
    spare_s = silence_s - way_nm / performance.cruise_kt * 3600
    probability = no_flight_between(spare_s) * (field.probability or 1.0)
    verb = "next heard at" if is_arrival else "last heard at"
    when = "later" if is_arrival else "earlier"
    text = f"{own[i].reason}; {verb} {field.airport_name} {hours(silence_s)} {when}"
    row = run.row_of(str(field.airport))
    if probability < run.settings.answer_probability or _contradicts(own[i], ends[i], row):
        return replace(own[i], reason=text, alternatives=_with(own[i].alternatives, field, probability))
    others = tuple(a for a in own[i].alternatives if a.airport != field.airport)
    return named(
        run.fields,
        row,
        own[i],
        Told(
            kind=EndpointKind.INFERRED,
            method=EndpointMethod.GAP,
            reason=text,
            probability=probability,
            alternatives=others,
        ),
    )


def _contradicts(own: Endpoint, end: EndCandidates, row: int) -> bool:
    """Whether the leg's own end speaks for another field: likely candidates, and this is not among them."""
    likely = end.rows[: len(own.alternatives)]
    return bool(len(likely) and end.probability[0] > 0.5 and row not in likely and end.height_ft[0] < 5000)


def _with(
    alternatives: tuple[AirportCandidate, ...], field: Endpoint, probability: float
) -> tuple[AirportCandidate, ...]:
    assert field.airport is not None
    told = AirportCandidate(
        airport=field.airport,
        probability=round(probability, 3),
        icao=field.icao,
        airport_name=field.airport_name,
        country=field.country,
    )
    rest = [replace(a, probability=round(a.probability * (1 - probability), 3)) for a in alternatives]
    kept = [a for a in rest if a.airport != told.airport]
    return tuple(sorted((told, *kept), key=lambda a: (-a.probability, a.airport)))


def _out_of_area(run: Detection, end: EndCandidates, told: Endpoint, covered: NDArray[np.bool_]) -> Endpoint:
    """The end as out of area, where the aircraft flew on, high, into cells in which nobody was ever heard."""
    at = end.side.at
    course = run.tracks.track_deg[at] + (0.0 if end.side.is_arrival else 180.0)
    altitude = run.tracks.altitude_ft[at]
    if end.side.ground is not None or np.isnan(course) or not altitude > run.settings.highest_projection_ft:
        return told
    ahead = np.array(AHEAD_NM)
    latitude = run.tracks.latitude[at] + ahead * np.cos(np.radians(course)) / NM_PER_DEGREE
    shrink = max(float(np.cos(np.radians(run.tracks.latitude[at]))), 0.1)
    longitude = run.tracks.longitude[at] + ahead * np.sin(np.radians(course)) / NM_PER_DEGREE / shrink
    if covered[cells_at(np.clip(latitude, -90, 90), longitude)].any():
        return told
    way = "on its course" if end.side.is_arrival else "back along its course"
    return replace(
        told,
        kind=EndpointKind.OUT_OF_AREA,
        reason=f"{told.reason}; {way} nobody is heard in these data for {AHEAD_NM[-1]:.0f} nm",
    )
