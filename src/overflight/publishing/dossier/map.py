"""The map: where each flight was heard, where it was silent, and which of its ends are known."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.borders import draw_borders
from overflight.publishing.dossier.choices import Choice, Choices, make_choices
from overflight.publishing.dossier.clip import Frame
from overflight.publishing.dossier.ends import draw_ends, seen_place
from overflight.publishing.dossier.index import Index, anchor
from overflight.publishing.dossier.labels import Labels
from overflight.publishing.dossier.projection import Place, Projection, fit
from overflight.publishing.dossier.svg import (
    drawing,
    element,
    group,
    joined,
    line_path,
    link,
    n,
    text,
    text_width,
)
from overflight.publishing.dossier.tracks import Stretch, arrow, stretches
from overflight.records.movement import Flight
from overflight.reference.borders import Borders

WIDTH_PX = 960.0
MAX_HEIGHT_PX = 620.0
MIN_HEIGHT_PX = 380.0
MARGIN_PX = 74.0
MOST_KEPT_CLEAR = 60
"""Beyond this many flights no place is left that is off every line."""

MOST_DRAWN = 1000
"""Flights with a line and a link of their own; the earliest have them, the others are among those faint behind."""

MOST_FAINT = 400
"""Flights drawn faint; more of them would only be a stain."""

COUNTRY_PX = 11.5
LEAST_ROOM = 0.55
"""A country is named if it is about this many times as wide as its name."""


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
    not_drawn: int


def draw_map(index: Index, borders: Borders) -> MapFigure | None:
    """The map of the case, or nothing where no place is known."""
    flights = [f for f in index.case.flights if f.path or known_places(f)]
    wanted = [f for f in flights if f.flight_id in index.flights_in_evidence] or flights
    chosen = sorted(wanted, key=lambda f: (f.first_seen_at, f.flight_id))[:MOST_DRAWN]
    places = [place for flight in chosen for place in known_places(flight)]
    if not places:
        return None
    projection = fit(places, width=WIDTH_PX, max_height=MAX_HEIGHT_PX, min_height=MIN_HEIGHT_PX, margin=MARGIN_PX)
    choices = make_choices(chosen)
    ids = {f.flight_id for f in chosen}
    background = [f for f in flights if f.flight_id not in ids]
    frame = Frame(4, 4, projection.width - 4, projection.height - 4)
    labels = Labels(frame)
    layers = [
        element("rect", x=0, y=0, width=n(projection.width), height=n(projection.height), class_="sea"),
        draw_borders(projection, borders),
        draw_background(background, projection),
        draw_flights(chosen, projection, choices, labels),
        draw_ends(chosen, projection, labels, choices),
        draw_countries(borders, projection, labels),
    ]
    svg = drawing(
        [group(layers, class_="zoom")],
        size=(projection.width, projection.height),
        title=alt_text(chosen),
        name="map",
        css="map",
    )
    return MapFigure(
        svg=svg,
        airframes=tuple(dict.fromkeys(choices.airframes.values())),
        periods=tuple(dict.fromkeys(choices.periods.values())),
        projection=f"{projection.name}, centred on {centre(projection)}",
        borders=borders.source,
        drawn=len(chosen),
        background=min(len(background), MOST_FAINT),
        not_drawn=max(0, len(background) - MOST_FAINT),
    )


def centre(projection: Projection) -> str:
    """The middle of the map in whole degrees."""
    return f"{degrees(projection.latitude, 'N', 'S')}, {degrees(projection.longitude, 'E', 'W')}"


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


def draw_background(flights: Sequence[Flight], projection: Projection) -> Markup:
    """Other traffic in the data, faint: one path for all of it, flights over the same way drawn once."""
    parts = [
        line_path(stretch.points)
        for flight in flights[:MOST_FAINT]
        for stretch in stretches(flight, projection, abreast=0)
        if not stretch.is_silent
    ]
    return element("path", d="".join(dict.fromkeys(parts)), class_="other") if parts else Markup("")


def draw_flights(
    flights: Sequence[Flight],
    projection: Projection,
    choices: Choices,
    labels: Labels,
) -> Markup:
    """Every flight as a link to its row."""
    seen: dict[tuple[str, str], int] = defaultdict(int)
    drawn = []
    for flight in flights:
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
                class_=choices.css(flight),
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
