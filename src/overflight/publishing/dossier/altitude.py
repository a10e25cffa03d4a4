"""A flight's altitude over time, with the silences hatched: what was heard, how high, and when nothing was."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup

from overflight.publishing.dossier import silences, wording
from overflight.publishing.dossier.clip import thin
from overflight.publishing.dossier.index import anchor
from overflight.publishing.dossier.svg import area_path, drawing, element, joined, line_path, n, text
from overflight.records.movement import Flight, PathPoint

WIDTH_PX, HEIGHT_PX = 420.0, 104.0
LEFT_PX, RIGHT_PX, TOP_PX, BOTTOM_PX = 60.0, 408.0, 12.0, 84.0
CEILINGS_FT = (5_000.0, 10_000.0, 20_000.0, 30_000.0, 40_000.0, 50_000.0)


def draw_profile(flight: Flight) -> Markup | None:
    """The altitude profile of a flight; nothing where no altitude was heard."""
    heard = [p for p in flight.path if p.altitude_ft is not None or p.is_on_ground]
    span_s = (flight.last_seen_at - flight.first_seen_at).total_seconds()
    if len(heard) < 2 or span_s <= 0:
        return None
    highest = max(p.altitude_ft or 0.0 for p in heard)
    ceiling = next((c for c in CEILINGS_FT if highest <= c), max(CEILINGS_FT[-1], highest))

    def x(at: dt.datetime) -> float:
        return LEFT_PX + (RIGHT_PX - LEFT_PX) * (at - flight.first_seen_at).total_seconds() / span_s

    def y(altitude_ft: float) -> float:
        return BOTTOM_PX - (BOTTOM_PX - TOP_PX) * max(0.0, altitude_ft) / ceiling

    fills, lines = [], []
    for run in heard_runs(flight.path):
        points = [(x(p.at), y(0.0 if p.is_on_ground and p.altitude_ft is None else p.altitude_ft or 0.0)) for p in run]
        line = thin(points, 0.4)
        fills.append(area_path([(line[0][0], BOTTOM_PX), *line, (line[-1][0], BOTTOM_PX)]))
        lines.append(line_path(line))
    silences = [
        element(
            "rect",
            x=n(x(g.from_at)),
            y=n(TOP_PX),
            width=n(max(1.5, x(g.to_at) - x(g.from_at))),
            height=n(BOTTOM_PX - TOP_PX),
            class_="silence",
        )
        for g in flight.gaps
        if flight.first_seen_at <= g.from_at < g.to_at <= flight.last_seen_at
    ]
    parts = [
        element(
            "path",
            d=f"M{n(LEFT_PX)} {n(TOP_PX)}H{n(RIGHT_PX)}M{n(LEFT_PX)} {n((TOP_PX + BOTTOM_PX) / 2)}H{n(RIGHT_PX)}",
            class_="rule",
        ),
        *silences,
        element("path", d="".join(fills), class_="fill"),
        element("path", d="".join(lines), class_="line"),
        element("path", d=f"M{n(LEFT_PX)} {n(BOTTOM_PX)}H{n(RIGHT_PX)}", class_="base"),
        text(LEFT_PX - 5, TOP_PX + 4, f"{ceiling / 1000:.0f},000 ft", text_anchor="end"),
        text(LEFT_PX - 5, BOTTOM_PX + 3, "0", text_anchor="end"),
        *time_words(flight),
    ]
    return drawing(
        [joined(parts)],
        size=(WIDTH_PX, HEIGHT_PX),
        title=alt_text(flight, highest),
        name=anchor("alt", flight.flight_id),
        css="altitude",
        role="img",
    )


def heard_runs(path: tuple[PathPoint, ...]) -> list[list[PathPoint]]:
    """The points of known altitude between silences."""
    runs: list[list[PathPoint]] = [[]]
    for point in path:
        if point.altitude_ft is not None or point.is_on_ground:
            runs[-1].append(point)
        if point.starts_gap:
            runs.append([])
    return [run for run in runs if run]


def time_words(flight: Flight) -> list[Markup]:
    """First and last instant under the profile."""
    return [
        text(LEFT_PX, HEIGHT_PX - 5, f"{wording.clock(flight.first_seen_at)} UTC", text_anchor="start"),
        text(RIGHT_PX, HEIGHT_PX - 5, f"{wording.clock(flight.last_seen_at)} UTC", text_anchor="end"),
    ]


def alt_text(flight: Flight, highest_ft: float) -> str:
    """The profile in one sentence."""
    silent = wording.spelled(len(silences.silences_inside(flight)), "silence")
    first, last = wording.instant(flight.first_seen_at), wording.instant(flight.last_seen_at)
    return (
        f"Altitude of {wording.airframe(flight)} from {first} to {last}: highest {wording.feet(highest_ft)}, {silent}."
    )
