"""What must be said beside a flight: doubts about its positions or its identity, and what it did that flights do not."""

from __future__ import annotations

import numpy as np

from overflight.records.movement import Endpoint
from overflight.tracks.chains import CONTIGUOUS_S
from overflight.tracks.detection import EMERGENCIES, Detection
from overflight.tracks.geometry import apart_nm, separation_nm
from overflight.tracks.identity import disagreement
from overflight.tracks.integrity import clock
from overflight.tracks.segment import Leg

TURNED_BACK_NM = 50.0
TURNED_BACK_SHARE = 0.35
"""A flight that went at least 50 nm away and ended within a third of that of its origin turned back."""


def remarks(run: Detection, leg: Leg, callsigns: tuple[str, ...], ends: tuple[Endpoint, Endpoint]) -> tuple[str, ...]:
    """The warnings of one leg, in a fixed order."""
    said = [disagreement(run.hexes[leg.stretch], run.registrations[leg.stretch])]
    airframe = int(run.emitters.airframe[leg.stretch])
    a, b = run.tracks.time_s[leg.first], run.tracks.time_s[leg.last]
    # what was cut off at either end of a flight is said with that flight too
    a, b = a - CONTIGUOUS_S, b + CONTIGUOUS_S
    said += [x.sentence for x in run.emitters.anomalies if x.airframe == airframe and x.from_s <= b and x.to_s >= a]
    said += [_emergency(run, leg), _callsigns(leg, callsigns), turn_back(run, leg, ends)]
    return tuple(dict.fromkeys(s for s in said if s))


def _callsigns(leg: Leg, callsigns: tuple[str, ...]) -> str | None:
    if len(callsigns) < 2:
        return None
    when = "in flight" if leg.is_heard_in_air else "on the ground, before or after a flight that nobody heard"
    return f"the callsign changed {when}: {', then '.join(callsigns)}"


def _emergency(run: Detection, leg: Leg) -> str | None:
    found = run.emergencies
    low, high = np.searchsorted(found, [leg.first, leg.last + 1])
    if low == high:
        return None
    position = int(found[low])
    code = str(run.tracks.table["squawk"][int(run.tracks.rows[position])])
    return f"squawk {code} ({EMERGENCIES[code]}) was sent at {clock(run.tracks.time_s[position])}"


def turn_back(run: Detection, leg: Leg, ends: tuple[Endpoint, Endpoint]) -> str | None:
    """That a flight went out, came back and landed where it began or near, with how far it had gone; else None."""
    origin, destination = ends
    if origin.latitude is None or origin.longitude is None or destination.latitude is None:
        return None
    apart = apart_nm(origin.latitude, origin.longitude, destination.latitude, destination.longitude or 0.0)
    if apart > TURNED_BACK_SHARE * _farthest_possible_nm(run, leg, origin):
        return None
    part = slice(leg.first, leg.last + 1)
    away = separation_nm(origin.latitude, origin.longitude, run.tracks.latitude[part], run.tracks.longitude[part])
    farthest = float(away.max())
    if farthest < TURNED_BACK_NM or apart > TURNED_BACK_SHARE * farthest:
        return None
    at = clock(run.tracks.time_s[leg.first + int(np.argmax(away))])
    where = "landed where it began" if apart < 1 else f"landed at {destination.airport_name}, {apart:.0f} nm from it"
    return f"turned back: {farthest:.0f} nm from {origin.airport_name} at {at}, it came round and {where}"


def _farthest_possible_nm(run: Detection, leg: Leg, origin: Endpoint) -> float:
    """A bound on how far from its origin a leg can have been: no farther than the way it flew."""
    tracks = run.tracks
    flown_nm = float(tracks.travelled_nm[leg.last] - tracks.travelled_nm[leg.first])
    first = tracks.latitude[leg.first], tracks.longitude[leg.first]
    return 1.01 * flown_nm + apart_nm(origin.latitude or 0.0, origin.longitude or 0.0, *first)
