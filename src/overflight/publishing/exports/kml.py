"""KML with `gx:Track`: flights over time for Google Earth. Descriptions are plain text, never HTML."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.index import Index
from overflight.publishing.exports.shared import iso, xml_text
from overflight.records.movement import Flight, PathPoint
from overflight.units import FT_PER_M

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">\n<Document>\n'
)


def export_kml(index: Index) -> dict[str, bytes]:
    """One document, a folder an airframe."""
    lines = [HEAD, f"<name>{xml_text(index.case.asked.title or 'Flights')}</name>\n"]
    frames: dict[str, list[Flight]] = {}
    for flight in index.case.flights:
        if flight.path:
            frames.setdefault(wording.airframe(flight), []).append(flight)
    for name in sorted(frames):
        lines.append(f"<Folder><name>{xml_text(name)}</name>\n")
        lines += [placemark(flight) for flight in frames[name]]
        lines.append("</Folder>\n")
    lines.append("</Document>\n</kml>\n")
    return {"flights.kml": "".join(lines).encode()}


def placemark(flight: Flight) -> str:
    """A flight: a track for each part that was heard, in the air and on the ground."""
    said = f"{wording.route(flight)}. {wording.count(len(flight.gaps), 'silence')}."
    if flight.is_synthetic:
        said = f"SYNTHETIC. {said}"
    tracks = "".join(track(level) for part in heard_parts(flight.path) for level in with_and_without_height(part))
    return (
        f"<Placemark><name>{xml_text(wording.flight_name(flight))}</name>"
        f"<description>{xml_text(said)}</description>"
        f'<ExtendedData><Data name="flight_id"><value>{xml_text(flight.flight_id)}</value></Data></ExtendedData>'
        f"<gx:MultiTrack><gx:interpolate>0</gx:interpolate>{tracks}</gx:MultiTrack></Placemark>\n"
    )


def heard_parts(path: Sequence[PathPoint]) -> list[list[PathPoint]]:
    """The path cut at its silences."""
    parts: list[list[PathPoint]] = [[]]
    for point in path:
        parts[-1].append(point)
        if point.starts_gap:
            parts.append([])
    return [part for part in parts if part]


def with_and_without_height(points: Sequence[PathPoint]) -> list[list[PathPoint]]:
    """A part cut where the height begins or ceases to be heard, on the ground above all: KML has one way of heights a track."""
    return [list(level) for _, level in itertools.groupby(points, key=lambda point: point.altitude_ft is None)]


def track(points: Sequence[PathPoint]) -> str:
    """Instants first, then places, as the schema wants them. Without heights it is laid on the ground, not drawn at a guess."""
    has_height = points[0].altitude_ft is not None
    when = "".join(f"<when>{iso(point.at)}</when>" for point in points)
    where = "".join(f"<gx:coord>{place(point, has_height)}</gx:coord>" for point in points)
    mode = "absolute" if has_height else "clampToGround"
    return f"<gx:Track><altitudeMode>{mode}</altitudeMode>{when}{where}</gx:Track>"


def place(point: PathPoint, has_height: bool) -> str:
    """Longitude, latitude and metres."""
    metres = (point.altitude_ft or 0.0) / FT_PER_M if has_height else 0.0
    return f"{point.longitude:.5f} {point.latitude:.5f} {metres:.1f}"
