"""GeoJSON (RFC 7946): a flight's heard parts with their times, its silences as parts of their own, and the ends that are known.

Lines are split at the antimeridian, as section 3.1.9 asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.index import Index
from overflight.publishing.exports.shared import iso, json_bytes
from overflight.records.movement import Endpoint, Flight, PathPoint
from overflight.units import FT_PER_M

Position = list[float]
Timed = tuple[Position, str]


def export_geojson(index: Index) -> dict[str, bytes]:
    """One feature collection."""
    features = [feature for flight in index.case.flights for feature in flight_features(flight, index)]
    return {"flights.geojson": json_bytes({"type": "FeatureCollection", "features": features}, indent=None)}


def flight_features(flight: Flight, index: Index) -> list[dict[str, Any]]:
    """The heard track, each silence, and each known end of a flight."""
    told = {
        "flight": flight.flight_id,
        "aircraft": wording.airframe(flight),
        "callsigns": list(flight.callsigns),
        "first_heard_at": iso(flight.first_seen_at),
        "last_heard_at": iso(flight.last_seen_at),
        "from": wording.place(flight.origin),
        "to": wording.place(flight.destination),
        "is_synthetic": flight.is_synthetic,
        "is_reported": flight.flight_id not in index.unreported,
    }
    heard, silent = parts(flight.path)
    features: list[dict[str, Any]] = []
    if heard:
        geometry: dict[str, Any] = {"type": "MultiLineString", "coordinates": [[p for p, _ in part] for part in heard]}
        times = [[at for _, at in part] for part in heard]
        features.append(feature(geometry, {**told, "part": "heard", "coordTimes": times}))
    for part in silent:
        geometry = {"type": "LineString", "coordinates": [p for p, _ in part]}
        said = {"part": "silence", "from_at": part[0][1], "to_at": part[-1][1]}
        features.append(feature(geometry, {"flight": flight.flight_id, **said}))
    for name, end in (("origin", flight.origin), ("destination", flight.destination)):
        if end.airport is not None and end.latitude is not None and end.longitude is not None:
            point = {"type": "Point", "coordinates": [round(end.longitude, 5), round(end.latitude, 5)]}
            features.append(feature(point, end_words(flight, name, end)))
    return features


def end_words(flight: Flight, name: str, end: Endpoint) -> dict[str, Any]:
    """What is said of an end."""
    return {
        "flight": flight.flight_id,
        "part": name,
        "airport": end.airport,
        "known": wording.ENDPOINTS[end.kind],
        "probability": end.probability,
        "reason": end.reason,
    }


def feature(geometry: dict[str, Any], properties: dict[str, Any]) -> dict[str, Any]:
    """A feature."""
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def parts(path: Sequence[PathPoint]) -> tuple[list[list[Timed]], list[list[Timed]]]:
    """Heard parts and silences, each cut at the antimeridian; parts have at least two positions."""
    heard: list[list[Timed]] = [[]]
    silent: list[list[Timed]] = []
    for number, point in enumerate(path):
        here = timed(point)
        if heard[-1]:
            crossing = cut(heard[-1][-1], here)
            if crossing:
                heard[-1].append(crossing[0])
                heard.append([crossing[1]])
        heard[-1].append(here)
        if point.starts_gap and number + 1 < len(path):
            after = timed(path[number + 1])
            crossing = cut(here, after)
            silent += [[here, crossing[0]], [crossing[1], after]] if crossing else [[here, after]]
            heard.append([])
    return [part for part in heard if len(part) > 1], silent


def timed(point: PathPoint) -> Timed:
    """Longitude, latitude and, where it was heard, altitude in metres; and the instant."""
    position = [round(point.longitude, 5), round(point.latitude, 5)]
    if point.altitude_ft is not None:
        position.append(round(point.altitude_ft / FT_PER_M, 1))
    return position, iso(point.at)


def cut(a: Timed, b: Timed) -> tuple[Timed, Timed] | None:
    """The two positions on the antimeridian between two others, if the short way crosses it."""
    east, west = a[0][0], b[0][0]
    if abs(east - west) <= 180:
        return None
    edge = 180.0 if east > 0 else -180.0
    run_on = west + 2 * edge
    share = (edge - east) / (run_on - east) if run_on != east else 0.0
    latitude = round(a[0][1] + (b[0][1] - a[0][1]) * share, 5)
    return ([edge, latitude], a[1]), ([-edge, latitude], b[1])
