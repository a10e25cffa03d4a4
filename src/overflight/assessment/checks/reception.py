"""Could it have been seen at all? Silence means something only where others were heard."""

from __future__ import annotations

from collections.abc import Sequence

from overflight.assessment.checks.flight import flight_ids
from overflight.assessment.checks.tables import RECEPTION
from overflight.assessment.context import Context
from overflight.assessment.fitting import Fit, aircraft_text, fitting_flights, is_heard
from overflight.assessment.when import moment_text
from overflight.records.claim import Claim
from overflight.records.finding import Check, Fact
from overflight.records.movement import Flight, Gap, Reception


def check_reception(_: Fact, claims: Sequence[Claim], context: Context) -> tuple[Check, ...]:
    """One check where the claim can be put to tracks: of the flight that fits best, else of the whole question."""
    query = context.flight_query(claims)
    if not query.airframes or not query.readings:
        return ()
    for days in query.readings:
        fitting = fitting_flights(query, context.evidence.flights, days, context.settings)
        if fitting:
            return (_of_flight(fitting[0].flight, fitting[0].fit),)
    return (RECEPTION.check("reception.unknown"),)


def _of_flight(flight: Flight, fit: Fit) -> Check:
    ids = flight_ids([flight])
    ends = [f"{name} not heard: {end.reason}." for name, end in (("Departure", flight.origin), ("Arrival", flight.destination))
            if not is_heard(end)]  # fmt: skip
    note = " ".join(ends)
    for rule, reception in (
        ("reception.others_heard", Reception.OTHERS_HEARD),
        ("reception.nobody_heard", Reception.NOBODY_HEARD),
    ):
        gaps = [gap for gap in flight.gaps if gap.reception is reception and _is_on_the_way(gap, flight)]
        if gaps:
            return RECEPTION.check(
                rule,
                aircraft=aircraft_text(flight),
                gaps=", ".join(_gap_text(g) for g in gaps),
                evidence=ids,
                note=note,
            )
    return RECEPTION.check("reception.seen" if fit is Fit.COMPLETE else "reception.unknown", evidence=ids, note=note)


def _is_on_the_way(gap: Gap, flight: Flight) -> bool:
    """Whether a silence belongs to the flight: not one on the ground, before a departure or after an arrival that is known."""
    is_before = is_heard(flight.origin) and gap.to_at <= flight.first_seen_at
    is_after = is_heard(flight.destination) and gap.from_at >= flight.last_seen_at
    return not (is_before or is_after)


def _gap_text(gap: Gap) -> str:
    return f"from {moment_text(gap.from_at)} to {moment_text(gap.to_at)}"
