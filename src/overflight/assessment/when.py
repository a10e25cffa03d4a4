"""Days as closed intervals: what a claim says, what a flight covers, and how both are written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from overflight.records.claim import Claim, DateReading
from overflight.records.finding import InheritedTime
from overflight.records.movement import Flight

DEGREES_AN_HOUR = 15.0
"""The sun's hour: local days are told from longitude, which no border or time zone database can make wrong by a day."""


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Written here because strftime speaks the language of the machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A closed interval of days; None is open. why says which reading of the words this is."""

    from_on: dt.date | None
    to_on: dt.date | None
    why: str = ""

    @property
    def is_known(self) -> bool:
        """Whether at least one end is a day."""
        return self.from_on is not None or self.to_on is not None

    def length_days(self) -> int | None:
        """Number of days, both ends counted; None if an end is open."""
        return None if self.from_on is None or self.to_on is None else (self.to_on - self.from_on).days + 1

    def meets(self, other: Days) -> bool:
        """Whether the two share a day."""
        return (self.from_on or dt.date.min) <= (other.to_on or dt.date.max) and (
            other.from_on or dt.date.min
        ) <= (self.to_on or dt.date.max)  # fmt: skip


def interval_of(reading: DateReading | None) -> Days:
    """The preferred reading of a claim's date."""
    if reading is None:
        return Days(from_on=None, to_on=None)
    return Days(from_on=reading.from_on, to_on=reading.to_on, why=reading.reason)


def readings_of(claim: Claim, inherited: InheritedTime | None = None) -> tuple[Days, ...]:
    """Every reading of a claim's date that names a day, the preferred first: the ancestor's day goes before the page's."""
    found: list[Days] = []
    for reading in (inherited.reading if inherited else None, claim.date):
        if reading is None:
            continue
        found.append(interval_of(reading))
        found.extend(Days(from_on=a.from_on, to_on=a.to_on, why=a.reason) for a in reading.alternatives)
    known = [days for days in found if days.is_known]
    return tuple({(d.from_on, d.to_on): d for d in reversed(known)}[key] for key in dict.fromkeys(
        (d.from_on, d.to_on) for d in known
    ))  # fmt: skip


def days_flown(flight: Flight) -> Days:
    """The days a flight touches: in UTC and by the sun where it was first and last seen, so midnight costs nothing."""
    starts = flight.first_seen_at, _by_the_sun(flight.first_seen_at, _longitude(flight, first=True))
    ends = flight.last_seen_at, _by_the_sun(flight.last_seen_at, _longitude(flight, first=False))
    moments = (*starts, *ends)
    return Days(from_on=min(moments).date(), to_on=max(moments).date())


def _longitude(flight: Flight, *, first: bool) -> float:
    end = flight.origin if first else flight.destination
    seen = end.seen_longitude if end.seen_longitude is not None else end.longitude
    return seen if seen is not None else 0.0


def _by_the_sun(at: dt.datetime, longitude: float) -> dt.datetime:
    return at + dt.timedelta(hours=longitude / DEGREES_AN_HOUR)


def day_text(on: dt.date) -> str:
    """A day as it is written: 13 January 2022."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def days_text(days: Days) -> str:
    """An interval as it is written."""
    if days.from_on is None and days.to_on is None:
        return "a time not given"
    if days.from_on is None and days.to_on is not None:
        return f"until {day_text(days.to_on)}"
    if days.to_on is None and days.from_on is not None:
        return f"since {day_text(days.from_on)}"
    if days.from_on == days.to_on and days.from_on is not None:
        return day_text(days.from_on)
    if days.from_on is not None and days.to_on is not None:
        return f"{day_text(days.from_on)} to {day_text(days.to_on)}"
    return "a time not given"


def moment_text(at: dt.datetime) -> str:
    """An instant as it is written: 23:20 UTC on 12 January 2022."""
    utc = at.astimezone(dt.UTC)
    return f"{utc:%H:%M} UTC on {day_text(utc.date())}"
