"""How many such flights were there? What was observed is set against what is claimed and what could have been."""

from __future__ import annotations

from collections.abc import Sequence

from overflight.assessment.checks.flight import flight_ids
from overflight.assessment.checks.tables import COUNT
from overflight.assessment.context import Context
from overflight.assessment.fitting import Fit, FittingFlight, aircraft_text, seen_text
from overflight.assessment.series import Series, find_series
from overflight.assessment.when import days_text
from overflight.records.claim import Claim
from overflight.records.finding import Check, Fact


def check_count(_: Fact, claims: Sequence[Claim], context: Context) -> tuple[Check, ...]:
    """A check where a claim gives a number of flights and a period; none otherwise."""
    series = find_series(claims, context)
    if series is None:
        return ()
    complete = sum(f.fit is Fit.COMPLETE for f in series.fitting)
    return (
        COUNT.check(
            _rule(series, complete),
            claimed=f"“{series.filler.text}”",
            fitting=len(series.fitting),
            complete=complete,
            date=days_text(series.query.readings[0]),
            flights="; ".join(_listed(f) for f in sorted(series.fitting, key=lambda f: f.flight.first_seen_at)),
            evidence=flight_ids(f.flight for f in series.fitting),
            note=WIDENED.format(country=series.widened_to) if series.widened_to else "",
        ),
    )


WIDENED = "The towns named give fewer; flights to the rest of {country} are counted in."
"""Said where the towns of a claim were widened to their country."""


def _rule(series: Series, complete: int) -> str:
    fitting = len(series.fitting)
    if fitting == 0:
        return "count.none"
    if series.most is not None and fitting > series.most:
        return "count.more"
    if series.least is not None and fitting < series.least:
        return "count.fewer"
    return "count.as_many" if complete == fitting else "count.as_many_in_part"


def _listed(fit: FittingFlight) -> str:
    return f"{aircraft_text(fit.flight)}, {seen_text(fit.flight)}"
