"""Whether an aircraft can have been where a claim puts it, between the moments at which it was heard elsewhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from overflight.assessment.fitting import FlightQuery, field_text, flights_of, is_heard
from overflight.assessment.party_index import Airframe
from overflight.assessment.places import Place
from overflight.assessment.settings import AssessmentSettings
from overflight.assessment.when import Days, moment_text
from overflight.records.movement import Endpoint, Flight, Gap
from overflight.units import distance_nm

ANY_ZONE = dt.timedelta(hours=14)
"""A claimed day may be a day anywhere on Earth."""


def elsewhere_text(
    query: FlightQuery, flights: Sequence[Flight], days: Days, settings: AssessmentSettings
) -> str | None:
    """Where each of the aircraft was instead, in words; None if one of them could have flown the claimed way unheard."""
    places = query.destinations or query.origins
    if days.from_on is None or days.to_on is None or not places or not query.airframes:
        return None
    start = dt.datetime.combine(days.from_on, dt.time.min, dt.UTC) - ANY_ZONE
    end = dt.datetime.combine(days.to_on, dt.time.max, dt.UTC) + ANY_ZONE
    told = []
    for frame in query.airframes:
        sentence = _bound(frame, flights, (start, end), places, settings)
        if sentence is None:
            return None
        told.append(sentence)
    return "; ".join(told)


def _bound(
    frame: Airframe,
    flights: Sequence[Flight],
    window: tuple[dt.datetime, dt.datetime],
    places: Sequence[Place],
    settings: AssessmentSettings,
) -> str | None:
    mine = flights_of([frame], flights)
    before = [f for f in mine if f.last_seen_at <= window[0]][-1:]
    inside = [f for f in mine if f.last_seen_at > window[0] and f.first_seen_at < window[1]]
    after = [f for f in mine if f.first_seen_at >= window[1]][:1]
    chain = [*before, *inside, *after]
    if not before or not after:
        return None
    for one, next_one in pairwise(chain):
        if _could_visit(one.destination, next_one.origin, next_one.first_seen_at - one.last_seen_at, places, settings):
            return None
    for flight in inside:
        if any(_could_land(gap, flight, place) for gap in flight.gaps for place in places):
            return None
    return f"{frame.registration or frame.icao24} {_whereabouts(chain)}"


def _could_land(gap: Gap, flight: Flight, place: Place) -> bool:
    """Whether a stop at a field of the place fits into a silence; the gap itself lists only the easiest fields."""
    if not gap.could_have_landed_at:
        return False
    from overflight.tracks import is_in_reach

    idents = [field.ident for field in place.fields]
    if set(idents) & set(gap.could_have_landed_at):
        return True
    return any(is_in_reach(gap, ident, type_code=flight.type_code) for ident in idents)


def _could_visit(
    left: Endpoint, back: Endpoint, silence: dt.timedelta, places: Sequence[Place], settings: AssessmentSettings
) -> bool:
    a, b = _point(left), _point(back)
    if a is None or b is None:
        return True
    way_nm = min(
        distance_nm(*a, field.latitude, field.longitude) + distance_nm(field.latitude, field.longitude, *b)
        for place in places
        for field in place.fields
    )
    return silence >= dt.timedelta(hours=way_nm / settings.cruise_kt)


def _point(end: Endpoint) -> tuple[float, float] | None:
    if end.seen_latitude is not None and end.seen_longitude is not None:
        return end.seen_latitude, end.seen_longitude
    return (end.latitude, end.longitude) if end.latitude is not None and end.longitude is not None else None


def _whereabouts(chain: Sequence[Flight]) -> str:
    return ", then ".join(
        f"at {field_text(f.destination)} from {moment_text(f.last_seen_at)}"
        if is_heard(f.destination)
        else f"under way until {moment_text(f.last_seen_at)}"
        for f in chain
    )
