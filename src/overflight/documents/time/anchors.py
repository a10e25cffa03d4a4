"""The days that relative words are counted from: publication, the retold report, events the text itself dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEvent:
    """An occasion (coup, war, …) and the days the text gives it."""

    name: str
    from_on: dt.date
    to_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """What relative words may be counted from; None or empty where it is not known.

    published_on: the page's day. inherited_on: the day of the report this page retells, and inherited_reason why.
    events: occasions with their days. year_hints: (month, year) pairs that the page states, for pages without a date;
    latest_on: the last day that the page states in full.
    """

    published_on: dt.date | None = None
    inherited_on: dt.date | None = None
    inherited_reason: str = ""
    events: tuple[NamedEvent, ...] = ()
    year_hints: tuple[tuple[int, int], ...] = ()
    latest_on: dt.date | None = None
