"""Flights that fit a claim: which aircraft, which route, which days, and how much of it was heard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from overflight.assessment.party_index import Airframe
from overflight.assessment.places import AtPlace, Place, any_at, came_from, is_on_the_way
from overflight.assessment.settings import AssessmentSettings
from overflight.assessment.when import Days, days_flown, moment_text
from overflight.records.movement import Endpoint, EndpointKind, Flight


class Fit(IntEnum):
    """How much of what a claim names was heard, least first."""

    DIRECTION = 1
    ARRIVAL = 2
    DEPARTURE = 3
    COMPLETE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class FlightQuery:
    """What a claim says of a flight, as it can be put to tracks."""

    airframes: tuple[Airframe, ...]
    operator: str
    origins: tuple[Place, ...]
    destinations: tuple[Place, ...]
    readings: tuple[Days, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FittingFlight:
    """One flight that fits, how well, and under which reading of the date."""

    flight: Flight
    fit: Fit
    days: Days


ANY_ZONE_EAST, ANY_ZONE_WEST = dt.timedelta(hours=14), dt.timedelta(hours=12)
"""How far official time lies before and behind UTC somewhere on Earth."""


def beside_midnight(
    query: FlightQuery, flights: Sequence[Flight], days: Days, settings: AssessmentSettings
) -> tuple[FittingFlight, ...]:
    """The flights on the route that are on these days in some time zone, though not in UTC nor by the sun."""
    return tuple(
        FittingFlight(flight=flight, fit=fit, days=days)
        for flight in flights_of(query.airframes, flights)
        if Days(
            from_on=(flight.first_seen_at - ANY_ZONE_WEST).date(), to_on=(flight.last_seen_at + ANY_ZONE_EAST).date()
        ).meets(days)
        and (fit := route_fit(flight, query, settings)) is not None
    )


def other_way(query: FlightQuery) -> FlightQuery:
    """The same question about the way back."""
    return replace(query, origins=query.destinations, destinations=query.origins)


def fitting_flights(
    query: FlightQuery, flights: Sequence[Flight], days: Days, settings: AssessmentSettings
) -> tuple[FittingFlight, ...]:
    """The flights of the query's aircraft on its route that touch these days; best fit first, then oldest."""
    found = [
        FittingFlight(flight=flight, fit=fit, days=days)
        for flight in flights_of(query.airframes, flights)
        if days_flown(flight).meets(days) and (fit := route_fit(flight, query, settings)) is not None
    ]
    return tuple(sorted(found, key=lambda f: (-f.fit, f.flight.first_seen_at, f.flight.flight_id)))


def flights_of(airframes: Iterable[Airframe], flights: Sequence[Flight]) -> tuple[Flight, ...]:
    """The flights that these airframes flew, oldest first."""
    frames = tuple(airframes)
    mine = (flight for flight in flights if any(frame.flew(flight) for frame in frames))
    return tuple(sorted(mine, key=lambda f: (f.first_seen_at, f.flight_id)))


def route_fit(flight: Flight, query: FlightQuery, settings: AssessmentSettings) -> Fit | None:
    """How well a flight fits the route; None if an end was seen elsewhere or nothing speaks for the route."""
    origin = any_at(flight.origin, query.origins, settings) if query.origins else None
    destination = any_at(flight.destination, query.destinations, settings) if query.destinations else None
    if AtPlace.NO in (origin, destination) or (origin is None and destination is None):
        return None
    if destination is AtPlace.UNHEARD and not any(
        _could_end(flight, place, query, settings) for place in query.destinations
    ):
        return None
    if origin is AtPlace.UNHEARD and not any(_could_begin(flight, place, settings) for place in query.origins):
        return None
    heard = {origin, destination} - {None}
    if heard == {AtPlace.YES}:
        return Fit.COMPLETE
    if origin is AtPlace.YES:
        return Fit.DEPARTURE
    return Fit.ARRIVAL if destination is AtPlace.YES else Fit.DIRECTION


def _could_end(flight: Flight, place: Place, query: FlightQuery, settings: AssessmentSettings) -> bool:
    if _is_alternative(flight.destination, place):
        return True
    return is_on_the_way(flight, query.origins[0] if query.origins else None, place, settings)


def _could_begin(flight: Flight, place: Place, settings: AssessmentSettings) -> bool:
    return _is_alternative(flight.origin, place) or came_from(flight, place, settings)


def _is_alternative(end: Endpoint, place: Place) -> bool:
    idents = {a.ident for a in place.fields}
    return any(
        (place.is_country and c.country == place.country) or (not place.is_country and c.airport in idents)
        for c in end.alternatives
    )


def aircraft_text(flight: Flight) -> str:
    """How a flight's aircraft is named: registration, else address, with the callsigns flown."""
    name = flight.registration or (f"aircraft {flight.icao24}" if flight.icao24 else "an aircraft without address")
    return f"{name} (as {', '.join(flight.callsigns)})" if flight.callsigns else str(name)


def field_text(end: Endpoint) -> str:
    """A field as it is named: name and code."""
    code = end.icao or end.airport
    return f"{end.airport_name} ({code})" if end.airport_name and code else str(end.airport_name or code)


def seen_text(flight: Flight) -> str:
    """Exactly which ends of a flight were seen, when and how surely."""
    parts = []
    if is_heard(flight.origin):
        parts.append(f"departure from {field_text(flight.origin)} {_sureness(flight.origin)} at "
                     f"{moment_text(flight.origin.at or flight.first_seen_at)}")  # fmt: skip
    if is_heard(flight.destination):
        parts.append(f"arrival at {field_text(flight.destination)} {_sureness(flight.destination)} at "
                     f"{moment_text(flight.destination.at or flight.last_seen_at)}")  # fmt: skip
    if not parts:
        parts.append(f"heard under way from {moment_text(flight.first_seen_at)} to {moment_text(flight.last_seen_at)}")
    return ", ".join(parts)


def unheard_text(flight: Flight) -> str:
    """Exactly which ends were not heard, and where the track begins or breaks off."""
    parts = []
    if not is_heard(flight.origin):
        parts.append(f"Departure not heard; first heard at {moment_text(flight.first_seen_at)}{_where(flight.origin)}")
    if not is_heard(flight.destination):
        parts.append(f"Arrival not heard; last heard at {moment_text(flight.last_seen_at)}{_where(flight.destination)}")
    return ". ".join(parts)


def is_heard(end: Endpoint) -> bool:
    """Whether an end is known."""
    return end.kind in (EndpointKind.OBSERVED, EndpointKind.INFERRED)


def _sureness(end: Endpoint) -> str:
    if end.kind is EndpointKind.OBSERVED:
        return "seen"
    return f"inferred (probability {end.probability:.2f})" if end.probability is not None else "inferred"


def _where(end: Endpoint) -> str:
    if end.seen_latitude is None or end.seen_longitude is None:
        return ""
    north = f"{abs(end.seen_latitude):.1f}° {'N' if end.seen_latitude >= 0 else 'S'}"
    east = f"{abs(end.seen_longitude):.1f}° {'E' if end.seen_longitude >= 0 else 'W'}"
    height = f" at {end.seen_altitude_ft:,.0f} ft" if end.seen_altitude_ft is not None else ""
    return f" over {north}, {east}{height}"
