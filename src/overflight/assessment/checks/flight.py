"""Did an aircraft of this operator fly this route then?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from overflight.assessment.checks.tables import FLIGHT
from overflight.assessment.context import Context
from overflight.assessment.elsewhere import elsewhere_text
from overflight.assessment.fitting import (
    Fit,
    FittingFlight,
    FlightQuery,
    aircraft_text,
    beside_midnight,
    fitting_flights,
    flights_of,
    other_way,
    seen_text,
    unheard_text,
)
from overflight.assessment.party_index import SAME_AIRFRAME
from overflight.assessment.when import days_flown, days_text
from overflight.records.claim import Claim
from overflight.records.finding import Check, EvidenceId, Fact
from overflight.records.movement import Flight

RULE_OF_FIT = {
    Fit.DEPARTURE: "flight.departure_only",
    Fit.ARRIVAL: "flight.arrival_only",
    Fit.DIRECTION: "flight.direction_only",
}


def check_flight(_: Fact, claims: Sequence[Claim], context: Context) -> tuple[Check, ...]:
    """One check: the best fitting flight under the preferred reading of the date, else under another, else why none."""
    query = context.flight_query(claims)
    flights, settings = context.evidence.flights, context.settings
    obstacle = _obstacle(query, claims)
    if obstacle:
        return (FLIGHT.check(obstacle, operator=query.operator),)
    for i, days in enumerate(query.readings):
        fitting = fitting_flights(query, flights, days, settings)
        if fitting:
            return (_found(query, fitting) if i == 0 else _found_otherwise(query, fitting),)
    near = beside_midnight(query, flights, query.readings[0], settings)
    if near:
        return (_told_of(near, "flight.beside_midnight", date=days_text(query.readings[0])),)
    return (_not_found(query, claims, context),)


def _obstacle(query: FlightQuery, claims: Sequence[Claim]) -> str | None:
    if not query.airframes:
        named = any(c.fillers(role) for c in claims for role in ("actor", "carrier"))
        return "flight.no_aircraft" if named else "flight.no_operator"
    return None if query.readings else "flight.no_date"


def _found(query: FlightQuery, fitting: Sequence[FittingFlight]) -> Check:
    best = fitting[0]
    complete = "flight.both_ends" if query.origins and query.destinations else "flight.claimed_ends"
    return FLIGHT.check(
        RULE_OF_FIT.get(best.fit, complete),
        aircraft=aircraft_text(best.flight),
        seen=seen_text(best.flight),
        unheard=unheard_text(best.flight),
        origin=_names(query, "origins"),
        destination=_names(query, "destinations"),
        evidence=flight_ids(f.flight for f in fitting),
        note=f"{_how_known(query, best)} {_how_dated(query, best)}".strip(),
    )


def _found_otherwise(query: FlightQuery, fitting: Sequence[FittingFlight]) -> Check:
    best = fitting[0]
    return FLIGHT.check(
        "flight.other_reading",
        date=days_text(query.readings[0]),
        alternative=f"{days_text(best.days)} ({best.days.why})" if best.days.why else days_text(best.days),
        seen=_told(best),
        evidence=flight_ids(f.flight for f in fitting),
        note=unheard_text(best.flight) and f"{unheard_text(best.flight)}.",
    )


def _not_found(query: FlightQuery, claims: Sequence[Claim], context: Context) -> Check:
    """Why no flight of these aircraft fits, and which flight an editor should know of nevertheless."""
    flights, days, settings = context.evidence.flights, query.readings[0], context.settings
    mine = flights_of(query.airframes, flights)
    told = {"aircraft": _aircraft(query), "operator": query.operator, "date": days_text(days)}
    elsewhere = elsewhere_text(query, flights, days, settings)
    others = _by_others(query, claims, context)
    if elsewhere and mine:
        rule = "flight.elsewhere" if _names_aircraft(query) else "flight.known_elsewhere"
        ids = flight_ids(f for f in mine if days_flown(f).meets(days))
        note = f"{ANOTHER} {_told(others[0])}." if others else ""
        return FLIGHT.check(rule, told, elsewhere=elsewhere, evidence=ids, note=note)
    if others:
        return _told_of(others, "flight.other_aircraft", **told)
    if not any(days_flown(f).meets(days) for f in mine) and not _brackets(mine, query):
        return FLIGHT.check("flight.no_positions", told)
    back = fitting_flights(other_way(query), flights, days, settings)
    note = f"{OTHER_WAY} {_told(back[0])}." if back and query.origins and query.destinations else ""
    return FLIGHT.check("flight.not_seen", told, evidence=flight_ids(f.flight for f in back) if note else (), note=note)


ANOTHER = "Another aircraft of the operator flew this route then:"
OTHER_WAY = "What was seen is the other way:"


def _by_others(query: FlightQuery, claims: Sequence[Claim], context: Context) -> tuple[FittingFlight, ...]:
    """The flights on the route in the claimed time by aircraft of the operator that the claim does not name."""
    known = {frame.registration for frame in query.airframes}
    others = tuple(frame for frame in context.operated(claims) if frame.registration not in known)
    if not others or not _names_aircraft(query):
        return ()
    asked = replace(query, airframes=others)
    return fitting_flights(asked, context.evidence.flights, query.readings[0], context.settings)


def _told_of(fitting: Sequence[FittingFlight], rule: str, **blanks: str) -> Check:
    ids = flight_ids(f.flight for f in fitting)
    unheard = unheard_text(fitting[0].flight)
    return FLIGHT.check(rule, blanks, seen=_told(fitting[0]), evidence=ids, note=f"{unheard}." if unheard else "")


def _told(fit: FittingFlight) -> str:
    return f"{aircraft_text(fit.flight)}, {seen_text(fit.flight)}"


def _aircraft(query: FlightQuery) -> str:
    """Which aircraft was looked for: the one named, else those of the operator."""
    if _names_aircraft(query):
        return " or ".join(frame.registration or str(frame.icao24) for frame in query.airframes)
    return f"an aircraft of {query.operator}"


def _brackets(mine: Sequence[Flight], query: FlightQuery) -> bool:
    start, end = query.readings[0].from_on, query.readings[0].to_on
    if start is None or end is None:
        return False
    return any(f.last_seen_at.date() <= start for f in mine) and any(f.first_seen_at.date() >= end for f in mine)


def _names_aircraft(query: FlightQuery) -> bool:
    return all(frame.why.startswith(("named in the claim", SAME_AIRFRAME)) for frame in query.airframes)


def _names(query: FlightQuery, side: str) -> str:
    places = query.origins if side == "origins" else query.destinations
    return " or ".join(place.name for place in places) or "a place not named"


def _how_known(query: FlightQuery, best: FittingFlight) -> str:
    """That the flight was flown under another mark than the claim's, and how that is known."""
    flown = [frame for frame in query.airframes if frame.flew(best.flight)]
    if not flown or not all(frame.why.startswith(SAME_AIRFRAME) for frame in flown):
        return ""
    return f"{flown[0].registration} is the {flown[0].why}."


def _how_dated(query: FlightQuery, best: FittingFlight) -> str:
    others = [days_text(days) for days in query.readings if days is not best.days]
    if not others:
        return ""
    return f"The date is read as {days_text(best.days)}; other readings: {', '.join(others)}."


def flight_ids(flights: object) -> tuple[EvidenceId, ...]:
    """What a check points at when it rests on these flights."""
    return tuple(EvidenceId(f"flight:{f.flight_id}") for f in flights)  # type: ignore[attr-defined]
