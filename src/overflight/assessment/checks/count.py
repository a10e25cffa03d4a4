"""How many such flights were there? What was observed is set against what is claimed and what could have been."""

from __future__ import annotations

from collections.abc import Sequence

from overflight.assessment.checks.flight import flight_ids
from overflight.assessment.checks.tables import COUNT
from overflight.assessment.context import Context
from overflight.assessment.fitting import Fit, FittingFlight, aircraft_text, fitting_flights, seen_text
from overflight.assessment.numbers import bounds_of
from overflight.assessment.when import days_text
from overflight.records.claim import Claim
from overflight.records.finding import Check, Fact


def check_count(_: Fact, claims: Sequence[Claim], context: Context) -> tuple[Check, ...]:
    """A check where a claim gives a number of flights and a period; none otherwise."""
    counted = [c for c in claims if any(bounds_of(f) for f in c.fillers("count"))]
    if not counted:
        return ()
    query = context.flight_query(claims)
    if not query.airframes or not query.readings:
        return ()
    filler = next(f for c in counted for f in c.fillers("count") if bounds_of(f))
    low, high = bounds_of(filler) or (None, None)
    fitting = fitting_flights(query, context.evidence.flights, query.readings[0], context.settings)
    complete = [f for f in fitting if f.fit is Fit.COMPLETE]
    return (
        COUNT.check(
            _rule(len(fitting), len(complete), low, high),
            claimed=f"“{filler.text}”",
            fitting=len(fitting),
            complete=len(complete),
            date=days_text(query.readings[0]),
            flights="; ".join(_listed(f) for f in sorted(fitting, key=lambda f: f.flight.first_seen_at)),
            evidence=flight_ids(f.flight for f in fitting),
        ),
    )


def _rule(fitting: int, complete: int, low: float | None, high: float | None) -> str:
    if fitting == 0:
        return "count.none"
    if high is not None and fitting > high:
        return "count.more"
    if low is not None and fitting < low:
        return "count.fewer"
    return "count.as_many" if complete == fitting else "count.as_many_in_part"


def _listed(fit: FittingFlight) -> str:
    return f"{aircraft_text(fit.flight)}, {seen_text(fit.flight)}"
