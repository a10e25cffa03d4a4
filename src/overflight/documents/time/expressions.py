"""What the words of time say before they are laid against a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shape = Literal["point", "since", "between", "until", "before", "after", "week_of", "night_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One day, month, year, season, weekday or stretch counted from an anchor; whatever the words leave out is None.

    kind: day, month, year, years, season, quarter, weekday, unit, deictic, event, occasion, present.
    which: last, past, this or next. count: units back (negative: ahead). part: early, mid, late, h1, h2, q1-q4, w1-w3, wl,
    first9month (the first nine months).
    year_which: last, this or next, said of the year ("March of last year"); week_which likewise of a weekday's week.
    """

    kind: str
    year: int | None = None
    last_year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    unit: str | None = None
    which: str | None = None
    count: int | None = None
    part: str | None = None
    year_which: str | None = None
    week_which: str | None = None
    name: str | None = None
    is_jalali: bool = False
    """A day or month of the Iranian calendar; year and month count in it."""
    is_swapped: bool = False
    """A numeric day whose month and day could change places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A stretch of the text and what it says; `last` is the far end of a range."""

    start: int
    end: int
    shape: Shape
    first: Point
    last: Point | None = None
