"""Did an aircraft of this operator fly this route then?"""

from __future__ import annotations

from collections.abc import Sequence

from overflight.assessment.checks.tables import FLIGHT
from overflight.assessment.context import Context
from overflight.assessment.elsewhere import elsewhere_text
from overflight.assessment.fitting import (
    Fit,
    FittingFlight,
    FlightQuery,
    aircraft_text,
    fitting_flights,
    flights_of,
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
    return (_not_found(query, flights, context),)


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
        seen=f"{aircraft_text(best.flight)}, {seen_text(best.flight)}",
        evidence=flight_ids(f.flight for f in fitting),
        note=unheard_text(best.flight) and f"{unheard_text(best.flight)}.",
    )


def _not_found(query: FlightQuery, flights: Sequence[Flight], context: Context) -> Check:
    days = query.readings[0]
    mine = flights_of(query.airframes, flights)
    if not any(days_flown(f).meets(days) for f in mine) and not _brackets(mine, query):
        return FLIGHT.check("flight.no_positions", operator=query.operator, date=days_text(days))
    elsewhere = elsewhere_text(query, flights, days, context.settings)
    if elsewhere:
        rule = "flight.elsewhere" if _names_aircraft(query) else "flight.known_elsewhere"
        ids = flight_ids(f for f in mine if days_flown(f).meets(days))
        return FLIGHT.check(rule, operator=query.operator, date=days_text(days), elsewhere=elsewhere, evidence=ids)
    return FLIGHT.check("flight.not_seen", operator=query.operator, date=days_text(days))


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
