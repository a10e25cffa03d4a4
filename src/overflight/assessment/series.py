"""Counted series of flights ("three times between January and April"): what fits the towns named, else their country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from overflight.assessment.context import Context
from overflight.assessment.fitting import FittingFlight, FlightQuery, fitting_flights
from overflight.assessment.numbers import bounds_of
from overflight.assessment.places import Place, named_place
from overflight.records.claim import Claim, Filler


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A claimed number of flights and the flights that fit; widened_to names the country where the towns gave too few."""

    filler: Filler
    least: float | None
    most: float | None
    query: FlightQuery
    fitting: tuple[FittingFlight, ...]
    widened_to: str | None = None

    @property
    def can_mean_all(self) -> bool:
        """Whether the count is large enough to mean every flight that fits."""
        return self.most is None or len(self.fitting) <= self.most


def find_series(claims: Sequence[Claim], context: Context) -> Series | None:
    """The series that these claims count; None where they count nothing or cannot be put to tracks.

    A report seldom names every field of a series: where the towns named give fewer flights than claimed, flights to
    the rest of their country are taken in, and the series says so.
    """
    counted = [f for c in claims for f in c.fillers("count") if bounds_of(f)]
    query = context.flight_query(claims)
    if not counted or not query.airframes or not query.readings:
        return None
    least, most = bounds_of(counted[0]) or (None, None)
    flights, days = context.evidence.flights, query.readings[0]
    series = Series(
        filler=counted[0], least=least, most=most, query=query,
        fitting=fitting_flights(query, flights, days, context.settings),
    )  # fmt: skip
    wanted = least if least is not None else most
    countries = _countries(query.destinations, context)
    if wanted is not None and len(series.fitting) < wanted and countries:
        wide = replace(query, destinations=countries)
        fitting = fitting_flights(wide, flights, days, context.settings)
        if len(fitting) > len(series.fitting):
            names = " and ".join(place.name for place in countries)
            return replace(series, query=wide, fitting=fitting, widened_to=names)
    return series


def _countries(places: Sequence[Place], context: Context) -> tuple[Place, ...]:
    codes = dict.fromkeys(p.country for p in places if p.country and not p.is_country)
    return tuple(found for code in codes if (found := named_place(code, context.settings)) is not None)
