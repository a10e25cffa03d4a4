"""Which flights a user asked for: by place, by period, by aircraft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from overflight.errors import BadInput

if TYPE_CHECKING:
    from overflight.records.movement import Endpoint, Flight

TOWN_NM = 30.0
"""How far from a town its airfields lie: large ones have theirs 20 to 28 nm out (Narita, Malpensa, Imam Khomeini)."""


def chosen(
    flights: Sequence[Flight],
    *,
    at: str | None = None,
    first_on: dt.date | None = None,
    last_on: dt.date | None = None,
    aircraft: str | None = None,
) -> tuple[Flight, ...]:
    """The flights that pass all filters given, in their order.

    Days are UTC and inclusive; a flight counts on every day it was seen.
    """
    return tuple(
        f
        for f in flights
        if (at is None or touches(f, at))
        and (first_on is None or f.last_seen_at.date() >= first_on)
        and (last_on is None or f.first_seen_at.date() <= last_on)
        and (aircraft is None or is_aircraft(f, aircraft))
    )


def is_aircraft(flight: Flight, mark: str) -> bool:
    """Whether a registration (hyphens do not matter) or an address is that of the flight."""
    wanted = plain_mark(mark)
    return wanted in {plain_mark(own) for own in (flight.registration, flight.icao24) if own}


def plain_mark(mark: str) -> str:
    """A registration or address as it is compared."""
    return mark.strip().upper().replace("-", "")


def touches(flight: Flight, place: str) -> bool:
    """Whether an end of the flight is at the place; an end that is not settled counts if the place is among its candidates."""
    idents, country = fields_of(place)
    return any(is_at(end, idents, country) for end in (flight.origin, flight.destination))


def is_at(end: Endpoint, idents: frozenset[str], country: str | None) -> bool:
    """Whether an end is, or may be, at one of the airfields or in the country."""
    if end.airport is not None:
        return end.airport in idents or (country is not None and end.country == country)
    return any(c.airport in idents or (country is not None and c.country == country) for c in end.alternatives)


@lru_cache(maxsize=8)
def fields_of(place: str) -> tuple[frozenset[str], str | None]:
    """The airfields that a code or a town means, or the country of a name or two letters. Raises BadInput for an unknown place."""
    from overflight.reference.airports import load_airports
    from overflight.reference.places import places_named

    airports, place = load_airports(), place.strip()
    if len(place) == 2 and airports.in_country(place):
        return frozenset(), place.upper()
    fields = airports.by_code(place) if place.isupper() else ()
    for named in () if fields else places_named(place):
        if named.is_country:
            return frozenset(), named.country
        if named.latitude is not None and named.longitude is not None:
            fields += tuple(a for a, _ in airports.near(named.latitude, named.longitude, within_nm=TOWN_NM))
    fields = fields or airports.in_municipality(place) or airports.by_code(place)
    if not fields:
        raise BadInput(
            "no airport, town or country is known by that name",
            where=f"--at {place}",
            now="Give an ICAO, IATA or OurAirports code, a town with an airfield, a country's name or its two letters.",
        )
    return frozenset(f.ident for f in fields), None


def is_place_known(place: str) -> bool:
    """True, or BadInput for a place that nobody knows: said before the long work, not after it."""
    return bool(fields_of(place))
