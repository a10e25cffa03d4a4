"""The timeline: what reports say happened, what flew, who was listed and what was published, on one axis in UTC."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.axis import BREAK_PX, Axis, fit_axis
from overflight.publishing.dossier.index import Index, anchor
from overflight.publishing.dossier.svg import (
    drawing,
    element,
    group,
    joined,
    line_path,
    link,
    n,
    shortened,
    shortened_words,
    text,
    text_width,
)
from overflight.records.movement import Flight
from overflight.records.party import Basis, Listing

WIDTH_PX = 1000.0
GUTTER_PX = 118.0
ROW_PX = 19.0
LABEL_PX = 11.5
TICK_PX = 11.0
MOST_LABELLED = 26
"""A lane with more events than this shows marks without words; the table below it has the words."""

MOST_LINKED = 200
"""Beyond this many, marks are no links of their own: the table has them."""

MOST_FLIGHTS = 1000
"""Flights on the timeline; its table has each in words, as the table of flights has too."""

LONGEST_LABEL = 46
LONG_STRETCH = dt.timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing on the timeline: its stretch of time, words, target and the class of its mark."""

    lane: str
    start_at: dt.datetime
    end_at: dt.datetime
    words: str
    full: str
    target: str | None
    css: str


LANES = (
    ("claims", "Reports say"),
    ("flights", "Flights"),
    ("listings", "Listings"),
    ("publications", "Published"),
)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing and its rows for a table."""

    svg: Markup
    events: tuple[Event, ...]
    flights: int
    left_out: int


def draw_timeline(index: Index) -> Timeline | None:
    """The timeline of the case, or nothing where no event has a day."""
    events = sorted(gather(index), key=lambda e: (e.start_at, e.end_at, e.lane, e.words, e.target or ""))
    if not events:
        return None
    axis = fit_axis([at for e in events for at in marking(e)], GUTTER_PX + 6, WIDTH_PX - 8)
    y, parts = 30.0, []
    for lane, title in LANES:
        mine = [event for event in events if event.lane == lane]
        if not mine:
            continue
        body, height = draw_lane(mine, axis, y)
        parts.append(element("path", d=f"M0 {n(y - 8)}h{n(WIDTH_PX)}", class_="rule"))
        parts.append(text(0, y + 13, title, class_="lane"))
        parts.append(body)
        y += height + 14
    frame = draw_axis(axis, y)
    return Timeline(
        svg=drawing([frame, *parts], size=(WIDTH_PX, y + 6), title=alt_text(events), name="timeline", css="timeline"),
        events=tuple(events),
        flights=sum(event.lane == "flights" for event in events),
        left_out=max(0, len(timed_flights(index)) - MOST_FLIGHTS),
    )


def marking(event: Event) -> tuple[dt.datetime, ...]:
    """The instants that an event asks the axis to show: of a stretch of months only its start, its end may lie in a break."""
    if event.end_at - event.start_at > LONG_STRETCH:
        return (event.start_at,)
    return (event.start_at, event.end_at)


def alt_text(events: Sequence[Event]) -> str:
    """The timeline in one sentence."""
    first, last = wording.utc_day(events[0].start_at), wording.utc_day(max(e.end_at for e in events))
    span = f"from {wording.day(first)} to {wording.day(last)}"
    return f"Timeline of {wording.count(len(events), 'event')} {span}. The table below it lists them all."


def gather(index: Index) -> list[Event]:
    """Every event that has a day."""
    return [*claim_events(index), *flight_events(index), *listing_events(index), *publication_events(index)]


def midnight(on: dt.date) -> dt.datetime:
    """The start of a UTC day."""
    return dt.datetime(on.year, on.month, on.day, tzinfo=dt.UTC)


def claim_events(index: Index) -> list[Event]:
    """Findings by the days their claims are read as; one event a finding and reading."""
    found: dict[tuple[str, dt.date, dt.date], Event] = {}
    for finding in index.case.findings:
        for claim_id in finding.claims:
            claim = index.claims.get(claim_id)
            if claim is None or claim.date is None:
                continue
            start_on, end_on = claim.date.from_on or claim.date.to_on, claim.date.to_on or claim.date.from_on
            if start_on is None or end_on is None:
                continue
            found.setdefault(
                (finding.id, start_on, end_on),
                Event(
                    "claims",
                    midnight(start_on),
                    midnight(end_on) + dt.timedelta(hours=24),
                    f"{finding.id} {wording.headline(finding.statement)}",
                    f"{finding.id}: {finding.statement} ({wording.VERDICTS[finding.verdict].label})",
                    anchor("finding", finding.id),
                    f"v-{wording.SHAPES[finding.verdict]}",
                ),
            )
    return list(found.values())


def timed_flights(index: Index) -> list[Flight]:
    """Flights in evidence, or all flights where none is, earliest first."""
    chosen = [f for f in index.case.flights if f.flight_id in index.flights_in_evidence] or index.case.flights
    return sorted(chosen, key=lambda f: (f.first_seen_at, f.flight_id))


def flight_events(index: Index) -> list[Event]:
    """The flights that the timeline shows."""
    return [
        Event(
            "flights",
            flight.first_seen_at,
            flight.last_seen_at,
            f"{wording.airframe(flight)} {wording.place_code(flight.origin)} → {wording.place_code(flight.destination)}",
            f"{wording.flight_name(flight)}: {wording.route(flight)}",
            anchor("flight", flight.flight_id),
            "unreported" if flight.flight_id in index.unreported else "flight",
        )
        for flight in timed_flights(index)[:MOST_FLIGHTS]
    ]


def listing_events(index: Index) -> list[Event]:
    """The day each party's listings began, by the best basis there is, and the day they ended; one mark a party and day."""
    grouped: dict[tuple[dt.date, str, str], list[Listing]] = defaultdict(list)
    for party in sorted(index.parties):
        for listing in index.listings_of.get(party, []):
            if began := listing.from_on or listing.observed_from:
                grouped[began, party, "listed" if is_stated(listing) else "listed weak"].append(listing)
            if listing.to_on:
                grouped[listing.to_on, party, "delisted"].append(listing)
    return [listing_event(on, party, css, rows, index) for (on, party, css), rows in grouped.items()]


def is_stated(listing: Listing) -> bool:
    """Whether somebody states the day a listing began, and it is not merely the first snapshot that shows it."""
    return listing.from_on is not None and listing.from_basis is not Basis.FIRST_SEEN


LISTING_WORDS = {
    "listed": "listed",
    "listed weak": "first seen listed; the day it began is not known",
    "delisted": "no longer listed",
}


def listing_event(on: dt.date, party: str, css: str, rows: Sequence[Listing], index: Index) -> Event:
    """One party's listings that began or ended on one day."""
    name = index.party_name(party)
    which = wording.listed(list(dict.fromkeys(wording.listing_name(row) for row in rows)))
    return Event(
        lane="listings",
        start_at=midnight(on),
        end_at=midnight(on),
        words=f"{name} removed" if css == "delisted" else name,
        full=f"{name}: {LISTING_WORDS[css]} ({which})",
        target=index.listing_anchor(rows[0]),
        css=css,
    )


def publication_events(index: Index) -> list[Event]:
    """The day each report appeared, where it is known."""
    return [
        Event(
            "publications",
            midnight(report.published_on),
            midnight(report.published_on),
            report.outlet or report.title or report.doc,
            f"Published: {report.title or report.doc}",
            anchor("report", report.doc),
            "published",
        )
        for report in index.case.reports
        if report.published_on
    ]


def draw_lane(events: Sequence[Event], axis: Axis, top: float) -> tuple[Markup, float]:
    """The events of one lane in as few rows as they need; each row's words end before the next mark begins."""
    with_words = len(events) <= MOST_LABELLED
    rows: list[float] = []
    drawn = []
    for event in events:
        left, right = axis.x(event.start_at), axis.x(event.end_at)
        right = max(right, left + 7)
        words = shortened_words(event.words, LONGEST_LABEL) if with_words else ""
        width = text_width(words, LABEL_PX) + 8
        flips = right + width > WIDTH_PX - 2  # no room on the right: the words stand on the left of the mark
        start, end = (left - width, right) if flips else (left, right + width)
        if flips and start < GUTTER_PX:
            words, start, end = shortened(words, 22), max(GUTTER_PX, left), right
            words = "" if text_width(words, LABEL_PX) > right - left else words
        row = next((number for number, taken in enumerate(rows) if taken + 5 <= start), len(rows))
        if row == len(rows):
            rows.append(0.0)
        rows[row] = end if with_words else right
        y = top + row * (ROW_PX if with_words else 11.0)
        drawn.append(draw_event(event, Spot(left, right, y, words, flips, len(events) <= MOST_LINKED)))
    step = ROW_PX if with_words else 11.0
    return joined(drawn), max(ROW_PX, len(rows) * step)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an event is drawn, its words if there is room for any, and whether the mark is a link."""

    left: float
    right: float
    y: float
    words: str
    flips: bool
    is_linked: bool


def draw_event(event: Event, spot: Spot) -> Markup:
    """A mark and its words, linked to the row they stand for."""
    left, right, y = spot.left, spot.right, spot.y
    middle = y + 8.5
    if event.lane in ("listings", "publications"):
        shape = "M0-5.5l5.5 5.5-5.5 5.5-5.5-5.5z" if event.lane == "listings" else "M-4.5-4.5h9v9h-9z"
        mark = element("path", d=shape, transform=f"translate({n(left + 3.5)} {n(middle)})", class_=f"mark {event.css}")
    else:
        mark = element(
            "rect", x=n(left), y=n(y + 4), width=n(right - left), height=9, rx="2", class_=f"bar {event.css}"
        )
    if not spot.is_linked:
        return mark
    parts = [element("title", event.full), mark]
    if spot.words:
        x, side = (left - 4, "end") if spot.flips else (right + 5, "start")
        parts.append(text(x, middle + LABEL_PX * 0.34, spot.words, text_anchor=side, class_="event"))
    return link(event.target, joined(parts))


def draw_axis(axis: Axis, bottom: float) -> Markup:
    """Tick lines and words, and a torn edge with the time left out at each break."""
    parts = []
    for segment in axis.segments:
        parts.append(element("path", d=f"M{n(segment.left)} 20H{n(segment.right)}", class_="axis"))
    for tick in axis.ticks():
        parts.append(element("path", d=f"M{n(tick.x)} 17V{n(bottom)}", class_="tick"))
    for middle, left_out in axis.breaks():
        for side in (-3.0, 3.0):
            zigzag = [(middle + side + (2.5 if k % 2 else -2.5), 16 + k * 6.0) for k in range(int((bottom - 16) // 6))]
            parts.append(element("path", d=line_path(zigzag), class_="torn"))
        parts.append(element("rect", x=n(middle - BREAK_PX / 2), y=0, width=n(BREAK_PX), height=15, class_="patch"))
        parts.append(text(middle, 12, short_time(left_out), text_anchor="middle", class_="leftout"))
    words_end = 0.0
    for tick in axis.ticks():
        half = text_width(tick.words, TICK_PX) / 2
        home = next(s for s in axis.segments if s.left <= tick.x <= s.right)
        middle = min(max(tick.x, home.left + half), max(home.right - half, home.left + half))
        if middle - half > words_end + 4:
            parts.append(text(middle, 12, tick.words, text_anchor="middle", class_="tickword"))
            words_end = middle + half
    return group(parts)


def short_time(total_days: int) -> str:
    """Time left out, in as few letters as can be: 3 y, 5 mo, 12 d."""
    if total_days >= 700:
        return f"{total_days / 365.25:.1f} y".replace(".0 ", " ")
    return f"{round(total_days / 30.44)} mo" if total_days >= 60 else f"{total_days} d"
