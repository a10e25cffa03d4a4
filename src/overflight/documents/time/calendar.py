"""Intervals of days: months, quarters, seasons, weeks, and their early, middle and late parts."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

DAY = dt.timedelta(days=1)

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
"""First and last month, northern, as the annotation guide has them."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from first to last, both included; None is open."""

    first: dt.date | None
    last: dt.date | None
    precision: str


def day(on: dt.date) -> Interval:
    """One day."""
    return Interval(on, on, "day")


def month(year: int, number: int) -> Interval:
    """A calendar month."""
    return Interval(dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1]), "month")


def year(number: int, last: int | None = None) -> Interval:
    """A calendar year, or several."""
    return Interval(dt.date(number, 1, 1), dt.date(last or number, 12, 31), "range" if last else "year")


def season(number: int, name: str) -> Interval:
    """A season of a year; winter runs from December of that year into February of the next."""
    first, last = SEASONS[name]
    end = month(number + (1 if last < first else 0), last).last
    return Interval(dt.date(number, first, 1), end, "season")


def jalali_day(year: int, month: int, number: int) -> dt.date | None:
    """A day of the Iranian solar calendar as a Gregorian one, None if there is no such day.

    The leap years follow the 33-year cycle, which agrees with the observed calendar from 1206 to 1498 (1827-2119).
    """
    if not (1206 <= year <= 1498 and 1 <= month <= 12 and 1 <= number <= (31 if month <= 6 else 30)):
        return None
    elapsed = year - 979
    days = (
        365 * elapsed + elapsed // 33 * 8 + (elapsed % 33 + 3) // 4 + (month - 1) * 31 - max(0, month - 7) + number - 1
    )
    return dt.date(1600, 1, 1) + DAY * (days + 79)


def jalali_month(year: int, number: int) -> Interval | None:
    """A month of the Iranian solar calendar."""
    first = jalali_day(year, number, 1)
    following = jalali_day(year + number // 12, number % 12 + 1, 1)
    return Interval(first, following - DAY, "month") if first and following else None


def week(on: dt.date) -> Interval:
    """The calendar week, Monday to Sunday, that holds a day."""
    monday = on - DAY * on.weekday()
    return Interval(monday, monday + DAY * 6, "range")


def decade(number: int) -> Interval:
    """Ten years from a year that ends in 0."""
    return year(number // 10 * 10, number // 10 * 10 + 9)


def add_months(on: dt.date, count: int) -> dt.date:
    """The same day so many months on, or the last day of that month if it is shorter."""
    index = on.year * 12 + on.month - 1 + count
    y, m = divmod(index, 12)
    return dt.date(y, m + 1, min(on.day, calendar.monthrange(y, m + 1)[1]))


def part_of(whole: Interval, part: str) -> Interval:
    """Early, mid or late part, half, quarter or week of an interval.

    Of a month: days 1-10, 11-20, 21-end, 1-15, 16-end; of anything longer: thirds and halves by whole months where
    the interval is a year, by days elsewhere.
    """
    first, last = whole.first, whole.last
    if first is None or last is None:
        return whole
    opening = re.fullmatch(r"first(\d+)(month|week|day)", part)
    if opening:
        return _opening_of(first, last, int(opening[1]), opening[2])
    if whole.precision == "month":
        return _part_of_month(first, last, part)
    if whole.precision == "year":
        return _part_of_year(first, part)
    length = (last - first).days + 1
    cuts = {"early": (0, 1, 3), "mid": (1, 2, 3), "late": (2, 3, 3), "h1": (0, 1, 2), "h2": (1, 2, 2)}
    if part not in cuts or length < cuts[part][2]:
        return whole
    low, high, of = cuts[part]
    return Interval(first + DAY * (length * low // of), first + DAY * (length * high // of - 1), "range")


def _opening_of(first: dt.date, last: dt.date, count: int, unit: str) -> Interval:
    end = add_months(first, count) if unit == "month" else first + DAY * count * (7 if unit == "week" else 1)
    return Interval(first, min(end - DAY, last), "range")


def _part_of_month(first: dt.date, last: dt.date, part: str) -> Interval:
    bounds = {
        "early": (1, 10), "mid": (11, 20), "late": (21, last.day), "h1": (1, 15), "h2": (16, last.day),
        "w1": (1, 7), "w2": (8, 14), "w3": (15, 21), "wl": (last.day - 6, last.day),
    }  # fmt: skip
    if part not in bounds:
        return Interval(first, last, "month")
    low, high = bounds[part]
    return Interval(first.replace(day=low), first.replace(day=high), "range")


def _part_of_year(first: dt.date, part: str) -> Interval:
    months = {
        "early": (1, 4), "mid": (5, 8), "late": (9, 12), "h1": (1, 6), "h2": (7, 12),
        "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
    }  # fmt: skip
    low, high = months.get(part, (1, 12))
    if part.startswith("last") and part[4:].isdigit() and 1 <= int(part[4:]) <= 12:
        low = 13 - int(part[4:])
    return Interval(month(first.year, low).first, month(first.year, high).last, "range")
