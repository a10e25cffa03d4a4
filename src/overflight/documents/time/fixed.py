"""Days, months, seasons and years: as printed, or the nearest one to publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from overflight.documents.time import calendar as cal
from overflight.documents.time.calendar import Interval
from overflight.documents.time.expressions import Point
from overflight.documents.time.situation import (
    CONTEXT,
    EVENT,
    EXPLICIT,
    PAST,
    PUBLICATION,
    WEEKDAYS,
    Resolved,
    Situation,
    part_of_whole,
)

Maker = Callable[[int], Interval | None]
"""The interval of a day, month or season in a given year, None where that year has none."""

JALALI_OFFSET = 621
"""Years by which the Gregorian count runs ahead of the Iranian one."""


def read_day(point: Point, at: Situation) -> Resolved | None:
    """A day of a month, with its year as printed, counted or the nearest."""
    month, number = point.month or 1, point.day or 1
    if point.is_jalali:
        return _jalali(lambda y: _interval_of(cal.jalali_day(y, month, number)), point, at)
    year = point.year or _year_of(point, at)
    if year:
        on = _date(year, month, number)
        if on is None:
            return None
        kind = EXPLICIT if point.year else PUBLICATION
        reason = "the day as printed" if point.year else f"that day of {year}, the year counted from publication"
        swapped = _date(year, number, month) if point.is_swapped else None
        others = ((cal.day(swapped), "month before day"),) if swapped else ()
        return Resolved(
            interval=cal.day(on),
            kind=kind,
            reason=reason + _weekday_note(on, point.weekday),
            anchor_on=at.published_on if kind == PUBLICATION else None,
            others=others,
        )
    return _nearest(lambda y: _interval_of_day(y, month, number), point, at)


def _interval_of_day(year: int, month: int, number: int) -> Interval | None:
    on = _date(year, month, number)
    return cal.day(on) if on else None


def _interval_of(on: dt.date | None) -> Interval | None:
    return cal.day(on) if on else None


def _jalali(make: Maker, point: Point, at: Situation) -> Resolved | None:
    """A day or month of the Iranian calendar, of the year as printed or the nearest before publication."""
    if point.year:
        interval = make(point.year)
        why = "as printed, in the Iranian calendar"
        return Resolved(interval=interval, kind=EXPLICIT, reason=why) if interval else None
    found = _nearest(make, point, at)
    return replace(found, reason=f"{found.reason}; in the Iranian calendar") if found else None


def _weekday_note(on: dt.date, weekday: int | None) -> str:
    if weekday is None or on.isoweekday() == weekday:
        return ""
    return f"; the text says {WEEKDAYS[weekday - 1]}, but that day was a {WEEKDAYS[on.isoweekday() - 1]}"


def read_month(point: Point, at: Situation) -> Resolved | None:
    """A month or a part of one, of the year as printed, counted or the nearest."""
    month = point.month or 1
    if point.is_jalali:
        found = _jalali(lambda y: cal.jalali_month(y, month), point, at)
        return part_of_whole(found, point) if found else None
    year = point.year or _year_of(point, at)
    if year:
        kind = EXPLICIT if point.year else PUBLICATION
        reason = "the month as printed" if point.year else f"that month of {year}, the year counted from publication"
        whole = Resolved(
            interval=cal.month(year, month), kind=kind, reason=reason, anchor_on=None if point.year else at.published_on
        )
    else:
        found = _nearest(lambda y: cal.month(y, month), point, at)
        if found is None:
            return None
        whole = found
    return part_of_whole(whole, point)


def _nearest(make: Maker, point: Point, at: Situation) -> Resolved | None:
    """The nearest one before publication, the nearest after it for plans; without a date, what the page's years say."""
    published = at.published_on
    if published is None:
        return _without_date(make, point, at)
    base = published.year - (JALALI_OFFSET if point.is_jalali else 0)
    candidates = _made(make, range(base - 5, base + 6))
    is_ahead = point.which == "next" or (at.is_planned and point.which is None)
    if is_ahead:
        fitting = [i for first, _, i in candidates if first > published][:1]
    elif point.which == "last":
        fitting = [i for _, last, i in candidates if last < published][-1:]
    else:
        fitting = [i for first, _, i in candidates if first <= published][-1:]
    if not fitting:
        return None
    chosen = fitting[0]
    reason = f"no year is given: the nearest one {'after' if is_ahead else 'before'} publication on {published}"
    note = _weekday_note(chosen.first, point.weekday) if point.kind == "day" and chosen.first else ""
    others = _weekday_fits(candidates, point.weekday) if note else ()
    if is_ahead and point.which is None:
        others += tuple((i, PAST) for first, _, i in candidates if first <= published)[-1:]
    return Resolved(interval=chosen, kind=PUBLICATION, reason=reason + note, anchor_on=published, others=others)


Made = list[tuple[dt.date, dt.date, Interval]]


def _made(make: Maker, years: range) -> Made:
    """The intervals of several years with their bounds, oldest first."""
    intervals = (make(year) for year in years if dt.MINYEAR < year < dt.MAXYEAR)
    return [(i.first, i.last, i) for i in intervals if i and i.first and i.last]


def _weekday_fits(candidates: Made, weekday: int | None) -> tuple[tuple[Interval, str], ...]:
    """The last year among the candidates in which the day falls on the weekday that the text prints."""
    fitting = [i for first, _, i in candidates if first.isoweekday() == weekday]
    return tuple((i, "the nearest year in which the weekday fits") for i in fitting[-1:])


def _without_date(make: Maker, point: Point, at: Situation) -> Resolved | None:
    """A time without a year on a page without a date: what the page's own words allow, else unknown."""
    found = (
        None if point.is_jalali else _by_hint(make, point, at) or _by_weekday(make, point, at) or _by_context(make, at)
    )
    if found:
        return Resolved(interval=found[0], kind=CONTEXT, reason=f"the page has no date; {found[1]}")
    why = "no year is given and the page has no date"
    return Resolved(interval=Interval(None, None, point.kind), kind=PUBLICATION, reason=why)


def _by_hint(make: Maker, point: Point, at: Situation) -> tuple[Interval, str] | None:
    years = sorted({year for month, year in at.anchors.year_hints if month == point.month})
    found = make(years[0]) if len(years) == 1 else None
    return (found, f"it gives the year {years[0]} for that month elsewhere") if found else None


def _by_weekday(make: Maker, point: Point, at: Situation) -> tuple[Interval, str] | None:
    latest = at.anchors.latest_on
    if not (latest and point.weekday):
        return None
    for first, last, interval in _made(make, range(latest.year, latest.year + 6)):
        if first.isoweekday() == point.weekday and last >= latest:
            return interval, f"the first year after {latest}, its latest full date, in which the weekday fits"
    return None


def _by_context(make: Maker, at: Situation) -> tuple[Interval, str] | None:
    before = at.previous.interval.last if at.previous and at.previous.kind in (CONTEXT, EVENT) else None
    found = make(before.year) if before else None
    is_earlier = bool(found and found.first and before and found.first <= before)
    return (found, "the year of the reading before it") if found and is_earlier else None


def read_year(point: Point, at: Situation) -> Resolved | None:
    """A year or a part of one."""
    whole = Resolved(interval=cal.year(point.year or 1), kind=EXPLICIT, reason="the year as printed")
    return part_of_whole(whole, point)


def read_years(point: Point, at: Situation) -> Resolved | None:
    """Several years in a row."""
    return Resolved(interval=cal.year(point.year or 1, point.last_year), kind=EXPLICIT, reason="the years as printed")


def read_season(point: Point, at: Situation) -> Resolved | None:
    """A season, northern, of the year as printed, counted or the nearest."""
    name = point.season or "spring"
    year = point.year or _year_of(point, at)
    if year:
        kind = EXPLICIT if point.year else PUBLICATION
        reason = "the season, northern, of the year " + ("as printed" if point.year else f"{year}")
        return Resolved(
            interval=cal.season(year, name), kind=kind, reason=reason, anchor_on=None if point.year else at.published_on
        )
    found = _nearest(lambda y: cal.season(y, name), point, at)
    return part_of_whole(found, point) if found else None


def read_quarter(point: Point, at: Situation) -> Resolved | None:
    """A quarter without its year: the nearest one."""
    return _nearest(lambda y: cal.part_of(cal.year(y), point.part or "q1"), point, at)


def _year_of(point: Point, at: Situation) -> int | None:
    """The year that "of last year" and the like give."""
    shift = {"last": -1, "past": -1, "this": 0, "next": 1}.get(point.year_which or "")
    if shift is None:
        return None
    if at.published_on:
        return at.published_on.year + shift
    years = sorted({year for month, year in at.anchors.year_hints if month == point.month})
    return years[0] if len(years) == 1 else None


def _date(year: int, month: int, number: int) -> dt.date | None:
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None
