"""The door of the stage: a table of positions of whole aircraft to flights."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import polars as pl

from overflight.records.movement import Endpoint, Flight, FlightId, Icao24, Registration, RowRange
from overflight.records.source import Sha256
from overflight.tracks.detection import Detection
from overflight.tracks.endpoints import find_candidates, find_endpoints
from overflight.tracks.gaps import find_gaps
from overflight.tracks.integrity import instant
from overflight.tracks.neighbours import fill_from_neighbours
from overflight.tracks.paths import draw_path
from overflight.tracks.reception import ReceptionIndex, build_reception
from overflight.tracks.remarks import remarks
from overflight.tracks.segment import Leg
from overflight.tracks.settings import TracksSettings


def detect_flights(
    table: pl.DataFrame, settings: TracksSettings, *, reception: ReceptionIndex | None = None
) -> tuple[Flight, ...]:
    """All flights of the aircraft in a table, by airframe and time.

    table: schema POSITIONS, in any order, holding each aircraft wholly. reception: who was heard where, of more
    aircraft than the table holds; without it, it is made of the table. Raises BadPositions without time or place.
    """
    if table.is_empty():
        return ()
    run = Detection(table, settings, build_reception(table) if reception is None else reception)
    if not run.legs:
        return ()
    candidates = find_candidates(run)
    ends = fill_from_neighbours(run, candidates, find_endpoints(run, candidates))
    following = [*run.legs[1:], None]
    flights = [
        _flight(run, leg, after, (ends[2 * i], ends[2 * i + 1]))
        for i, (leg, after) in enumerate(zip(run.legs, following, strict=True))
    ]
    return in_order(flights)


def in_order(flights: Iterable[Flight]) -> tuple[Flight, ...]:
    """Flights in the order in which they are printed: by address, registration, time."""
    return tuple(sorted(flights, key=lambda f: (f.icao24 or "~~", f.registration or "", f.first_seen_at, f.flight_id)))


def _flight(run: Detection, leg: Leg, following: Leg | None, ends: tuple[Endpoint, Endpoint]) -> Flight:
    tracks = run.tracks
    callsigns = _callsigns(run, leg)
    icao24, registration = run.hexes[leg.stretch], run.registrations[leg.stretch]
    emitter = int(run.emitters.number[leg.stretch])
    return Flight(
        flight_id=flight_id(run.keys[leg.stretch], float(tracks.time_s[leg.first]), emitter),
        icao24=None if icao24 is None else Icao24(icao24),
        registration=None if registration is None else Registration(registration),
        callsigns=callsigns,
        type_code=run.types[leg.stretch],
        first_seen_at=instant(tracks.time_s[leg.first]),
        last_seen_at=instant(tracks.time_s[leg.last]),
        positions=leg.last - leg.first + 1,
        origin=ends[0],
        destination=ends[1],
        distance_nm=round(float(tracks.travelled_nm[leg.last] - tracks.travelled_nm[leg.first]), 1),
        gaps=find_gaps(run, leg, following),
        warnings=remarks(run, leg, callsigns, ends),
        evidence=_evidence(run, leg),
        is_synthetic=bool(run.is_synthetic[leg.first : leg.last + 1].any()),
        path=draw_path(run, leg, run.settings.path_points),
    )


def flight_id(key: str, first_seen_s: float, emitter: int) -> FlightId:
    """Airframe and first instant; further emitters on one address are told apart by a letter."""
    at = instant(first_seen_s).strftime("%Y%m%dT%H%M%S")
    return FlightId(f"{key.replace(':', '-')}-{at}{'' if emitter == 0 else chr(ord('a') + emitter)}")


def _callsigns(run: Detection, leg: Leg) -> tuple[str, ...]:
    """The callsigns of a leg in the order in which they were first sent."""
    codes = run.tracks.callsign[leg.first : leg.last + 1]
    changes = np.append(0, np.flatnonzero(np.diff(codes)) + 1)
    first = {int(codes[k]): int(k) for k in changes[::-1] if codes[k] >= 0}
    sent = sorted(first.values())
    return tuple(str(run.tracks.table["callsign"][int(run.tracks.rows[leg.first + k])]) for k in sent)


def _evidence(run: Detection, leg: Leg) -> tuple[RowRange, ...]:
    """First and last row of each source in which positions of the leg stand."""
    part = slice(leg.first, leg.last + 1)
    sources, rows = run.sources[part], run.row_numbers[part]
    if (sources == sources[0]).all():
        name = run.source_names[int(sources[0])]
        return (RowRange(source=Sha256(name), first_row=int(rows.min()), last_row=int(rows.max())),)
    ranges = []
    for code in np.unique(sources):
        mine = rows[sources == code]
        ranges.append(
            RowRange(source=Sha256(run.source_names[int(code)]), first_row=int(mine.min()), last_row=int(mine.max()))
        )
    return tuple(sorted(ranges, key=lambda r: r.source))
