"""Flights that nobody reported: of watched or listed aircraft, into or out of watched or claimed places.

What the user watches has no period: it is asked of all the time that the case holds. What only claims bring with them
is asked of the time that they speak of.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from overflight.assessment.checks.status import status_check
from overflight.assessment.context import Context
from overflight.assessment.fitting import (
    FlightQuery,
    aircraft_text,
    fitting_flights,
    flights_of,
    is_heard,
    route_fit,
    seen_text,
    unheard_text,
)
from overflight.assessment.party_index import mark
from overflight.assessment.places import Place, named_place
from overflight.assessment.series import find_series
from overflight.assessment.watch import asked_airframes, watched_airframes
from overflight.assessment.when import Days, days_flown
from overflight.records.claim import Claim, ClaimKind, Polarity
from overflight.records.finding import Fact, UnreportedFlight
from overflight.records.movement import Flight, FlightId
from overflight.records.source import ReportId

SENTENCES = {
    "unreported.into": "{aircraft}: {seen}. {unheard} {told} it flew into or towards {place}, "
    "which the case asks about.",
    "unreported.out_of": "{aircraft}: {seen}. {unheard} {told} it came from {place}, which the case asks about.",
    "unreported.unnamed": "No report of this case names it, though",
    "unreported.named": "{docs} {name} this aircraft, but no claim of this flight was read there;",
    "unreported.reception": "Other flights may have gone unheard; this list is what was heard, not all there was.",
}
"""What is said of a flight that nobody reported."""

HYPHEN = r"[-\u2010-\u2015\s]?"
"""What stands for the hyphen of a mark in print: dashes, a space, nothing."""

SHORTEST_MARK = 4
"""Letters and digits of the shortest mark that is looked for in a text: a shorter one may be a word."""

WATCHED_KINDS = (ClaimKind.FLIGHT, ClaimKind.TRANSFER, ClaimKind.VISIT)


def find_unreported(facts: Sequence[Fact], context: Context) -> tuple[UnreportedFlight, ...]:
    """The flights that no claim covers, oldest first, each with the reason why it is shown."""
    covered = covered_flights(facts, context)
    asked, claimed, period = asked_places(context), claimed_places(context), claimed_period(context)
    of_watched = {f.flight_id for f in flights_of(asked_airframes(context), context.evidence.flights)}
    found = []
    for flight in flights_of(watched_airframes(context), context.evidence.flights):
        if flight.flight_id in covered:
            continue
        is_timely = flight.flight_id in of_watched or period is None or days_flown(flight).meets(period)
        hit = _touches(flight, asked, context) or (_touches(flight, claimed, context) if is_timely else None)
        if hit is None:
            continue
        rule, place = hit
        found.append(_unreported(flight, rule, place, context))
    return tuple(found)


def _unreported(flight: Flight, rule: str, place: Place, context: Context) -> UnreportedFlight:
    unheard = unheard_text(flight)
    because = SENTENCES[rule].format(
        aircraft=aircraft_text(flight),
        seen=seen_text(flight),
        unheard=f"{unheard}." if unheard else "",
        place=place.name,
        told=_told(named_in(flight, context)),
    )
    parties = context.index.party_of(flight)
    status = [status_check(p, days_flown(flight).to_on or flight.last_seen_at.date(), context).because for p in parties]
    told = " ".join([*because.split(), *status, SENTENCES["unreported.reception"]])
    return UnreportedFlight(flight=flight.flight_id, because=told, parties=parties)


def _told(docs: Sequence[ReportId]) -> str:
    if not docs:
        return SENTENCES["unreported.unnamed"]
    kind, verb = ("Report", "names") if len(docs) == 1 else ("Reports", "name")
    return SENTENCES["unreported.named"].format(docs=f"{kind} {', '.join(docs)}", name=verb)


def named_in(flight: Flight, context: Context) -> tuple[ReportId, ...]:
    """The reports whose text has the flight's registration, with or without its hyphen, or one of its callsigns."""
    marks = [*flight.callsigns, *([flight.registration] if flight.registration else [])]
    told = [re.escape(m).replace(r"\-", HYPHEN) for m in marks if len(mark(m)) >= SHORTEST_MARK and not m.isdigit()]
    if not told:
        return ()
    words = re.compile(rf"(?<!\w)(?:{'|'.join(told)})(?!\w)", re.IGNORECASE)
    return tuple(sorted(r.doc for r in context.evidence.reports if words.search(f"{r.title or ''}\n{r.text}")))


def asked_places(context: Context) -> tuple[Place, ...]:
    """The places that the question watches."""
    return _each_once(p for name in context.question.places if (p := named_place(name, context.settings)))


def claimed_places(context: Context) -> tuple[Place, ...]:
    """The destinations of dated claims; coming home is not one of them."""
    claimed: list[Place] = []
    for claim in context.evidence.claims:
        if claim.kind in WATCHED_KINDS and context.readings([claim]) and _is_of_watched(claim, context):
            claimed.extend(context.places(claim.fillers("destination")))
    home = home_countries(flights_of(watched_airframes(context), context.evidence.flights))
    return _each_once(p for p in claimed if p.country not in home)


def _each_once(places: Iterable[Place]) -> tuple[Place, ...]:
    unique = {(p.country or "" if p.is_country else p.fields[0].ident): p for p in places}
    return tuple(unique[key] for key in sorted(unique))


def home_countries(flights: Sequence[Flight]) -> frozenset[str]:
    """For each aircraft the country where its flights were most often seen to begin or end."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for flight in flights:
        for end in (flight.origin, flight.destination):
            if is_heard(end) and end.country:
                seen[str(flight.registration or flight.icao24)][end.country] += 1
    return frozenset(min(count, key=lambda c: (-count[c], c)) for count in seen.values())


def _is_of_watched(claim: Claim, context: Context) -> bool:
    return claim.polarity is not Polarity.DENIED and bool(
        context.airframes([claim]) or claim.kind is not ClaimKind.FLIGHT
    )


def claimed_period(context: Context) -> Days | None:
    """From the first to the last day that dated claims about flights, visits and transfers name, with the margin before and
    after; None if none does.
    """
    starts: list[dt.date] = []
    ends: list[dt.date] = []
    for claim in context.evidence.claims:
        if claim.kind in WATCHED_KINDS:
            for days in context.readings([claim])[:1]:
                if days.from_on and days.to_on and (days.length_days() or 0) <= context.settings.longest_period_days:
                    starts.append(days.from_on)
                    ends.append(days.to_on)
    if not starts:
        return None
    margin = dt.timedelta(days=context.settings.period_margin_days)
    return Days(from_on=_shifted(min(starts), -margin), to_on=_shifted(max(ends), margin))


def _shifted(on: dt.date, by: dt.timedelta) -> dt.date:
    """A day so much earlier or later, held within the calendar."""
    return dt.date.fromordinal(min(max(on.toordinal() + by.days, 1), dt.date.max.toordinal()))


def _touches(flight: Flight, places: Sequence[Place], context: Context) -> tuple[str, Place] | None:
    for place in places:
        query = FlightQuery(airframes=(), operator="", origins=(), destinations=(place,), readings=())
        if route_fit(flight, query, context.settings) is not None:
            return "unreported.into", place
        query = FlightQuery(airframes=(), operator="", origins=(place,), destinations=(), readings=())
        if route_fit(flight, query, context.settings) is not None:
            return "unreported.out_of", place
    return None


def covered_flights(facts: Sequence[Fact], context: Context) -> frozenset[FlightId]:
    """The flights that a claim names: by day and route, or as one of a counted series on that very route and period."""
    covered: set[FlightId] = set()
    for fact in facts:
        if fact.kind is not ClaimKind.FLIGHT:
            continue
        claims = [context.claims[c] for c in fact.claims if context.claims[c].polarity is not Polarity.DENIED]
        if not claims:
            continue
        series = find_series(claims, context)
        if series is not None and series.can_mean_all:
            covered |= {f.flight.flight_id for f in series.fitting}
        query = context.flight_query(claims)
        for days in query.readings[:1]:
            if (days.length_days() or 10**6) <= context.settings.longest_single_event_days:
                fitting = fitting_flights(query, context.evidence.flights, days, context.settings)
                covered |= {f.flight.flight_id for f in fitting}
    return frozenset(covered | _returns(covered, context))


def _returns(covered: set[FlightId], context: Context) -> set[FlightId]:
    """The flight back belongs to the trip that was reported."""
    return {
        flight
        for rotation in context.evidence.rotations
        if covered & set(rotation.flights)
        for flight in rotation.flights
    }
