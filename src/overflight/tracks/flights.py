"""The door of the stage: a table of positions of whole aircraft to flights."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import polars as pl

from overflight.records.movement import Endpoint, Flight, FlightId, Gap, Icao24, Registration, RowRange
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
    gaps = find_gaps(run)
    return in_order(_flight(run, leg, (ends[2 * i], ends[2 * i + 1]), gaps[i]) for i, leg in enumerate(run.legs))


def in_order(flights: Iterable[Flight]) -> tuple[Flight, ...]:
    """Flights in the order in which they are printed: by address, registration, time."""
    return tuple(sorted(flights, key=lambda f: (f.icao24 or "~~", f.registration or "", f.first_seen_at, f.flight_id)))


def _flight(run: Detection, leg: Leg, ends: tuple[Endpoint, Endpoint], gaps: tuple[Gap, ...]) -> Flight:
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
        gaps=gaps,
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
    changes = run.callsign_changes
    low, high = np.searchsorted(changes, [leg.first + 1, leg.last + 1])
    begins = [leg.first, *changes[low:high].tolist()]
    return tuple(dict.fromkeys(sent for k in begins if (sent := run.callsign_at(k))))


def _evidence(run: Detection, leg: Leg) -> tuple[RowRange, ...]:
    """First and last row of each source in which positions of the leg stand."""
    part = slice(leg.first, leg.last + 1)
    rows, sources = run.row_numbers[part], run.sources[part]
    codes = [0] if len(run.source_names) == 1 else np.unique(sources).tolist()
    ranges = []
    for code in codes:
        mine = rows if len(codes) == 1 else rows[sources == code]
        ranges.append(RowRange(source=run.source_names[code], first_row=int(mine.min()), last_row=int(mine.max())))
    return tuple(sorted(ranges, key=lambda r: r.source))
