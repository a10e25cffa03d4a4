"""The map: where each flight was heard, where it was silent, and which of its ends are known."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.borders import draw_borders
from overflight.publishing.dossier.clip import Frame
from overflight.publishing.dossier.index import Index, anchor
from overflight.publishing.dossier.labels import Labels
from overflight.publishing.dossier.projection import Place, Projection, fit
from overflight.publishing.dossier.svg import (
    Point,
    drawing,
    element,
    group,
    joined,
    line_path,
    link,
    n,
    shortened,
    text,
    text_width,
)
from overflight.publishing.dossier.tracks import Stretch, arrow, stretches
from overflight.records.movement import Endpoint, EndpointKind, Flight
from overflight.reference.borders import Borders

WIDTH_PX = 960.0
MAX_HEIGHT_PX = 620.0
MIN_HEIGHT_PX = 380.0
MARGIN_PX = 74.0
MOST_AIRFRAMES = 9
"""Airframes with a button and a colour of their own; the rest share the last."""

MOST_LABELLED_ENDS = 12
"""Beyond this many unheard ends, the words beside them give way to the table."""

MOST_KEPT_CLEAR = 60
"""Beyond this many flights no place is left that is off every line."""

LABEL_PX = 12.5
COUNTRY_PX = 11.5
LEAST_ROOM = 0.55
"""A country is named if it is about this many times as wide as its name."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a filter: its class and its words."""

    css: str
    words: str


@dataclass(frozen=True, slots=True)
class MapFigure:
    """The drawing, its filters and what must be said beside it."""

    svg: Markup
    airframes: tuple[Choice, ...]
    periods: tuple[Choice, ...]
    projection: str
    borders: str
    drawn: int
    background: int


def draw_map(index: Index, borders: Borders) -> MapFigure | None:
    """The map of the case, or nothing where no place is known."""
    flights = [f for f in index.case.flights if f.path or known_places(f)]
    chosen = [f for f in flights if f.flight_id in index.flights_in_evidence] or flights
    places = [place for flight in chosen for place in known_places(flight)]
    if not places:
        return None
    projection = fit(places, width=WIDTH_PX, max_height=MAX_HEIGHT_PX, min_height=MIN_HEIGHT_PX, margin=MARGIN_PX)
    airframes, periods = airframe_choices(chosen), period_choices(chosen)
    ids = {f.flight_id for f in chosen}
    background = [f for f in flights if f.flight_id not in ids]
    frame = Frame(4, 4, projection.width - 4, projection.height - 4)
    labels = Labels(frame)
    layers = [
        element("rect", x=0, y=0, width=n(projection.width), height=n(projection.height), class_="sea"),
        draw_borders(projection, borders),
        draw_background(background, projection),
        draw_flights(chosen, projection, (airframes, periods), labels),
        draw_ends(chosen, projection, labels, (airframes, periods)),
        draw_countries(borders, projection, labels),
    ]
    svg = drawing(
        [group(layers, class_="zoom")],
        width=projection.width,
        height=projection.height,
        title=alt_text(chosen),
        name="map",
        css="map",
    )
    return MapFigure(
        svg=svg,
        airframes=tuple(dict.fromkeys(airframes.values())),
        periods=tuple(dict.fromkeys(periods.values())),
        projection=f"{projection.name}, centred on {degrees(projection.latitude, 'N', 'S')}, {degrees(projection.longitude, 'E', 'W')}",
        borders=borders.source,
        drawn=len(chosen),
        background=len(background),
    )


def degrees(value: float, positive: str, negative: str) -> str:
    """A latitude or longitude in whole degrees."""
    return f"{abs(round(value))}° {positive if value >= 0 else negative}"


def known_places(flight: Flight) -> list[Place]:
    """Every place that a flight's record gives."""
    places = [(p.latitude, p.longitude) for p in flight.path]
    for end, is_start in ((flight.origin, True), (flight.destination, False)):
        if end.latitude is not None and end.longitude is not None:
            places.append((end.latitude, end.longitude))
        elif (seen := seen_place(flight, end, is_start)) is not None:
            places.append(seen)
    return places


def alt_text(flights: Sequence[Flight]) -> str:
    """The map in one sentence."""
    names = sorted({wording.airframe(f) for f in flights})
    shown = wording.listed(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "")
    return f"Map of {wording.count(len(flights), 'flight')} by {shown}. The table of flights gives the same facts in words."


def airframe_choices(flights: Sequence[Flight]) -> dict[str, Choice]:
    """For each airframe the filter button it belongs to; the busiest airframes have one each."""
    counted = Counter(wording.airframe(f) for f in flights)
    ranked = sorted(counted, key=lambda name: (-counted[name], name))
    own = ranked if len(ranked) <= MOST_AIRFRAMES else ranked[: MOST_AIRFRAMES - 1]
    rest = Choice(f"ac-{MOST_AIRFRAMES - 1}", f"{len(ranked) - len(own)} other airframes")
    return {name: Choice(f"ac-{number}", name) if name in own else rest for number, name in enumerate(ranked)}


def period_choices(flights: Sequence[Flight]) -> dict[str, Choice]:
    """For each flight the period button it belongs to: days where they are few, else months, else years."""
    days = {f.flight_id: wording.utc_day(f.first_seen_at) for f in flights}
    namers = (
        lambda day: wording.short_day(day),
        lambda day: f"{wording.MONTHS[day.month - 1]} {day.year}",
        lambda day: str(day.year),
    )
    for namer in namers:
        ordered = list(dict.fromkeys(namer(day) for day in sorted(days.values())))
        if len(ordered) <= 10 or namer is namers[-1]:
            break
    numbers = {name: number for number, name in enumerate(ordered)}
    return {identity: Choice(f"p-{numbers[namer(day)]}", namer(day)) for identity, day in days.items()}


def draw_background(flights: Sequence[Flight], projection: Projection) -> Markup:
    """Other traffic in the data, faint: one path for all of it."""
    parts = [
        line_path(stretch.points)
        for flight in flights[:400]
        for stretch in stretches(flight, projection, abreast=0)
        if not stretch.is_silent
    ]
    return element("path", d="".join(parts), class_="other") if parts else Markup("")


def draw_flights(
    flights: Sequence[Flight],
    projection: Projection,
    choices: tuple[dict[str, Choice], dict[str, Choice]],
    labels: Labels,
) -> Markup:
    """Every flight as a link to its row."""
    airframes, periods = choices
    seen: dict[tuple[str, str], int] = defaultdict(int)
    drawn = []
    for flight in sorted(flights, key=lambda f: (f.first_seen_at, f.flight_id)):
        way = (wording.place_code(flight.origin), wording.place_code(flight.destination))
        lines = stretches(flight, projection, abreast=seen[way])
        seen[way] += 1
        if not lines:
            continue
        if len(flights) <= MOST_KEPT_CLEAR:
            for stretch in lines:
                labels.keep_off(stretch.points)
        name = element("title", f"{wording.flight_name(flight)}: {wording.route(flight)}")
        drawn.append(
            group(
                [link(anchor("flight", flight.flight_id), name + flight_line(lines), data_ev=flight.flight_id)],
                class_=f"fl {airframes[wording.airframe(flight)].css} {periods[flight.flight_id].css}",
            )
        )
    return joined(drawn)


def flight_line(lines: Sequence[Stretch]) -> Markup:
    """Heard and silent parts, and an arrowhead for the direction."""
    heard = "".join(line_path(s.points) for s in lines if not s.is_silent)
    silent = "".join(line_path(s.points) for s in lines if s.is_silent)
    parts = [element("path", d=heard, class_="casing"), element("path", d=heard, class_="heard")]
    if silent:
        parts.append(element("path", d=silent, class_="silent"))
    if head := arrow(lines):
        (x, y), heading = head
        parts.append(
            element(
                "path",
                d="M6 0l-9 4.5 2-4.5-2-4.5z",
                class_="arrow",
                transform=f"translate({n(x)} {n(y)}) rotate({n(heading)})",
            )
        )
    return joined(parts)


def draw_ends(
    flights: Sequence[Flight],
    projection: Projection,
    labels: Labels,
    choices: tuple[dict[str, Choice], dict[str, Choice]],
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
    airframes, periods = choices
    for flight, end, point, is_start in sorted(
        loose, key=lambda item: (item[0].first_seen_at, item[0].flight_id, item[3])
    ):
        css = f"fl {airframes[wording.airframe(flight)].css} {periods[flight.flight_id].css}"
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
    name = shortened(end.airport_name or code, 30)
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


def draw_countries(borders: Borders, projection: Projection, labels: Labels) -> Markup:
    """Names of countries where there is room, the largest first."""
    words = []
    for country in borders.countries:
        place = (country.latitude, country.longitude)
        if projection.is_azimuthal and projection.distance_deg(place) > 85:
            continue
        x, y = projection.point(place)
        across_px = math.radians(math.sqrt(country.size)) * projection.scale
        if across_px < text_width(country.name, COUNTRY_PX) * LEAST_ROOM:
            continue
        if labels.frame.holds((x, y)) and labels.centred((x, y), country.name.upper(), size_px=COUNTRY_PX * 1.12):
            words.append(text(x, y + COUNTRY_PX * 0.35, country.name, class_="country"))
    return group(words, aria_hidden="true")
