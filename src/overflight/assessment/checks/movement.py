"""Was there a flight that fits a visit or a transfer? At most consistent: a flight shows neither who nor what was on board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from overflight.assessment.checks.flight import flight_ids
from overflight.assessment.checks.tables import MOVEMENT
from overflight.assessment.context import Context
from overflight.assessment.fitting import (
    FittingFlight,
    FlightQuery,
    aircraft_text,
    fitting_flights,
    seen_text,
    unheard_text,
)
from overflight.assessment.watch import watched_airframes
from overflight.records.claim import Claim
from overflight.records.finding import Check, Fact

MOST_TOLD = 3
"""Flights told in the sentence; the evidence names them all."""


def check_movement(_: Fact, claims: Sequence[Claim], context: Context) -> tuple[Check, ...]:
    """One check: the flights of the carrier, else of the watched and listed aircraft, into the place at that time."""
    query = movement_query(claims, context)
    missing = [word for word, known in (("time", query.readings), ("place", query.destinations)) if not known]
    if missing:
        return (MOVEMENT.check("movement.no_time_or_place", missing=" and no ".join(missing)),)
    fitting = fitting_movements(query, context)
    if not fitting:
        return (MOVEMENT.check("movement.none"),)
    told = "; ".join(
        ", ".join(filter(None, (aircraft_text(f.flight), seen_text(f.flight), _lower_first(unheard_text(f.flight)))))
        for f in fitting[:MOST_TOLD]
    )
    return (MOVEMENT.check("movement.fits", seen=told, evidence=flight_ids(f.flight for f in fitting)),)


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def movement_query(claims: Sequence[Claim], context: Context) -> FlightQuery:
    """The flights that could have carried it; a recipient state stands for a destination that is not named."""
    query = context.flight_query(claims)
    if not query.destinations:
        recipients = [f for c in claims for f in c.fillers("recipient") if (f.norm or "").startswith(("gov:", "mil:"))]
        query = replace(query, destinations=context.places(recipients))
    return query if query.airframes else replace(query, airframes=watched_airframes(context))


def fitting_movements(query: FlightQuery, context: Context) -> tuple[FittingFlight, ...]:
    """The flights that fit the first reading of the time that any flight fits."""
    for days in query.readings:
        if (days.length_days() or 10**6) > context.settings.longest_period_days:
            continue
        fitting = fitting_flights(query, context.evidence.flights, days, context.settings)
        if fitting:
            return fitting
    return ()
