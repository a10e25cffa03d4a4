"""The buttons of the map's filter: which airframe and which period each flight belongs to."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from overflight.publishing.dossier import wording
from overflight.records.movement import Flight

MOST_AIRFRAMES = 9
"""Airframes with a button and a colour of their own; the rest share the last."""

MOST_PERIODS = 10


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a filter: its class and its words."""

    css: str
    words: str


@dataclass(frozen=True, slots=True)
class Choices:
    """The button of each airframe by its name, and of each flight's period by the flight's id."""

    airframes: dict[str, Choice]
    periods: dict[str, Choice]

    def css(self, flight: Flight) -> str:
        """The classes by which the filter finds a flight."""
        return f"fl {self.airframes[wording.airframe(flight)].css} {self.periods[flight.flight_id].css}"


def make_choices(flights: Sequence[Flight]) -> Choices:
    """The buttons for some flights."""
    return Choices(airframe_choices(flights), period_choices(flights))


def airframe_choices(flights: Sequence[Flight]) -> dict[str, Choice]:
    """For each airframe the filter button it belongs to; the busiest airframes have one each."""
    counted = Counter(wording.airframe(f) for f in flights)
    ranked = sorted(counted, key=lambda name: (-counted[name], name))
    own = ranked if len(ranked) <= MOST_AIRFRAMES else ranked[: MOST_AIRFRAMES - 1]
    rest = Choice(f"ac-{MOST_AIRFRAMES - 1}", f"{len(ranked) - len(own)} other airframes")
    return {name: Choice(f"ac-{number}", name) if name in own else rest for number, name in enumerate(ranked)}


def month_name(day: dt.date) -> str:
    """A month: January 2022."""
    return f"{wording.MONTHS[day.month - 1]} {day.year}"


def year_name(day: dt.date) -> str:
    """A year."""
    return str(day.year)


NAMERS: tuple[Callable[[dt.date], str], ...] = (wording.short_day, month_name, year_name)


def period_choices(flights: Sequence[Flight]) -> dict[str, Choice]:
    """For each flight the period button it belongs to: days where they are few, else months, else years; earliest first."""
    days = {f.flight_id: wording.utc_day(f.first_seen_at) for f in sorted(flights, key=lambda f: f.first_seen_at)}
    for namer in NAMERS:
        ordered = list(dict.fromkeys(namer(day) for day in days.values()))
        if len(ordered) <= MOST_PERIODS or namer is NAMERS[-1]:
            break
    numbers = {name: number for number, name in enumerate(ordered)}
    return {identity: Choice(f"p-{numbers[namer(day)]}", namer(day)) for identity, day in days.items()}
