"""The ends of flights on the map: known fields as filled dots, inferred ones as rings, unheard ends as open squares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from markupsafe import Markup

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.choices import Choices
from overflight.publishing.dossier.labels import Labels
from overflight.publishing.dossier.projection import Place, Projection
from overflight.publishing.dossier.svg import Point, element, group, joined, line_path, n, shortened, text
from overflight.records.movement import Endpoint, EndpointKind, Flight

MOST_LABELLED_ENDS = 12
"""Beyond this many unheard ends, the words beside them give way to the table."""

LABEL_PX = 12.5


def draw_ends(
    flights: Sequence[Flight],
    projection: Projection,
    labels: Labels,
    choices: Choices,
) -> Markup:
    """Fields that are known as filled dots, inferred ones as rings, unheard ends as open bars where the track breaks off."""
    fields: dict[str, list[Endpoint]] = defaultdict(list)
    loose: list[tuple[Flight, Endpoint, Point, bool]] = []
    for flight in flights:
        for end, is_start in ((flight.origin, True), (flight.destination, False)):
            if end.airport is not None and end.latitude is not None and end.longitude is not None:
                fields[end.airport].append(end)
            elif (seen := seen_place(flight, end, is_start)) is not None:
                loose.append((flight, end, projection.point(seen), is_start))
    for ends in fields.values():
        labels.block(field_point(ends[0], projection), 6)
    for _, _, point, _ in loose:
        labels.block(point, 5)
    marks = [
        draw_field(fields[code], projection, labels) for code in sorted(fields, key=lambda c: (-len(fields[c]), c))
    ]
    words_left = MOST_LABELLED_ENDS
    for flight, end, point, is_start in sorted(
        loose, key=lambda item: (item[0].first_seen_at, item[0].flight_id, item[3])
    ):
        css = choices.css(flight)
        marks.append(
            group([draw_loose_end(flight, end, point, is_start, labels if words_left > 0 else None)], class_=css)
        )
        words_left -= 1
    return joined(marks)


def seen_place(flight: Flight, end: Endpoint, is_start: bool) -> Place | None:
    """Where the aircraft itself was first or last seen."""
    if flight.path:
        at = flight.path[0] if is_start else flight.path[-1]
        return at.latitude, at.longitude
    if end.seen_latitude is not None and end.seen_longitude is not None:
        return end.seen_latitude, end.seen_longitude
    return None


def field_point(end: Endpoint, projection: Projection) -> Point:
    """The pixel of a field."""
    return projection.point((end.latitude or 0.0, end.longitude or 0.0))


def draw_field(ends: Sequence[Endpoint], projection: Projection, labels: Labels) -> Markup:
    """One field: its mark says how well it is known, its label what it is."""
    end = ends[0]
    x, y = field_point(end, projection)
    is_seen = any(e.kind is EndpointKind.OBSERVED for e in ends)
    code = end.icao or end.airport or ""
    name = shortened(wording.short_field(end.airport_name or code), 30)
    lines = [name] if name == code else [name, code if is_seen else f"{code}, inferred"]
    parts = [
        element(
            "circle",
            cx=n(x),
            cy=n(y),
            r="4.5" if is_seen else "5",
            class_="field seen" if is_seen else "field inferred",
        )
    ]
    placed = labels.place((x, y), lines, size_px=LABEL_PX, is_needed=True)
    if placed:
        if placed.has_leader:
            parts.append(element("path", d=line_path([(x, y), (placed.x, placed.y - LABEL_PX * 0.3)]), class_="leader"))
        parts += [
            text(
                placed.x,
                placed.y + number * LABEL_PX * 1.25,
                line,
                text_anchor=placed.anchor,
                class_="place" if number == 0 else "code",
            )
            for number, line in enumerate(lines)
        ]
    return joined(parts)


def draw_loose_end(flight: Flight, end: Endpoint, point: Point, is_start: bool, labels: Labels | None) -> Markup:
    """Where a track begins or breaks off without a field."""
    x, y = point
    at = flight.first_seen_at if is_start else flight.last_seen_at
    said = f"{'first' if is_start else 'last'} heard {wording.short_day(wording.utc_day(at))}, {wording.clock(at)} UTC"
    parts = [
        element("title", f"{wording.airframe(flight)} {said}; {'origin' if is_start else 'destination'}: {end.reason}"),
        element("path", d=f"M{n(x - 4)} {n(y - 4)}h8v8h-8z", class_="loose"),
    ]
    placed = labels.place(point, [said], size_px=LABEL_PX - 1.5, is_needed=False) if labels else None
    if placed:
        parts.append(text(placed.x, placed.y, said, text_anchor=placed.anchor, class_="note"))
    return group(parts)
