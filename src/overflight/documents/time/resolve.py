"""Expressions laid against the calendar: every reading names its anchor and says why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from overflight.documents.time import calendar as cal
from overflight.documents.time.calendar import DAY, Interval
from overflight.documents.time.expressions import Expression, Point
from overflight.documents.time.fixed import read_day, read_month, read_quarter, read_season, read_year, read_years
from overflight.documents.time.relative import (
    read_deictic,
    read_event,
    read_occasion,
    read_present,
    read_unit,
    read_weekday,
)
from overflight.documents.time.situation import (
    CONTEXT,
    EVENT,
    EXPLICIT,
    INHERITED,
    PAST,
    PUBLICATION,
    Resolved,
    Situation,
)

__all__ = [
    "ACT",
    "CONTEXT",
    "EVENT",
    "EXPLICIT",
    "INHERITED",
    "PAST",
    "PUBLICATION",
    "STATE",
    "Resolved",
    "Situation",
    "resolve",
]


def resolve(expression: Expression, at: Situation) -> Resolved | None:
    """The preferred reading of an expression with the others kept; None where the words name no time after all."""
    first = resolve_point(expression.first, at)
    if first is None:
        return None
    if expression.shape == "between" and expression.last is not None:
        return _range(first, resolve_point(expression.last, at), expression, at)
    if expression.shape == "since":
        return _since(first, expression.first, at)
    if expression.shape in ("until", "before", "after"):
        return _bounded(first, expression.shape)
    if expression.shape == "week_of" and first.interval.first:
        return replace(first, interval=cal.week(first.interval.first), reason=f"the calendar week of: {first.reason}")
    if expression.shape == "night_of" and first.interval.precision != "day":
        return None
    return _until_now(first, expression.first, at)


def resolve_point(point: Point, at: Situation) -> Resolved | None:
    """The reading of one point, before any preposition."""
    return _READERS[point.kind](point, at)


def _since(first: Resolved, point: Point, at: Situation) -> Resolved:
    """Since X: from its start to publication; that it goes on, or that X itself is meant, is kept beside it."""
    interval = first.interval
    if interval.first is None:
        return replace(first, interval=Interval(None, None, "range"))
    is_past = at.published_on is not None and interval.first <= at.published_on
    counted = Interval(interval.first, at.published_on if is_past else None, "range")
    others = []
    if is_past:
        others.append((Interval(interval.first, None, "range"), STATE))
    others.append((interval, ACT))
    others += [(Interval(i.first, at.published_on, "range"), why) for i, why in first.others if is_past]
    return replace(
        first, interval=counted, reason=f"from its start to publication: {first.reason}", others=tuple(others)
    )


STATE = "of a state or an activity that goes on: from its start, open"
ACT = "of an act (designated since): the act itself"


def _bounded(first: Resolved, shape: str) -> Resolved | None:
    interval = first.interval
    if interval.first is None or interval.last is None:
        return None
    bounds = {
        "until": (None, interval.last),
        "before": (None, interval.first - DAY),
        "after": (interval.last + DAY, None),
    }[shape]
    return replace(first, interval=Interval(bounds[0], bounds[1], "range"), others=())


def _range(first: Resolved, last: Resolved | None, expression: Expression, at: Situation) -> Resolved | None:
    if last is None:
        return None
    low, high = first.interval.first, last.interval.last
    if low and high and low > high and expression.first.kind == "weekday":
        low -= DAY * 7
    elif low and high and low > high and EXPLICIT not in (first.kind, last.kind):
        low = cal.add_months(low, -12)
    elif low and high and low > high:
        return None
    kind = EXPLICIT if {first.kind, last.kind} == {EXPLICIT} else (last.kind if first.kind == EXPLICIT else first.kind)
    return replace(
        last,
        interval=Interval(low, high, "range"),
        kind=kind,
        reason=f"from one to the other: {last.reason}",
        others=(),
    )


def _until_now(found: Resolved, point: Point, at: Situation) -> Resolved:
    """Of "this month", "this year", "this spring": of past events only up to publication, of plans from it on."""
    published, interval = at.published_on, found.interval
    if not (
        published and point.which == "this" and interval.first and interval.last and point.kind in ("unit", "season")
    ):
        return found
    if not interval.first <= published < interval.last:
        return found
    if point.unit == "week":
        return replace(
            found,
            interval=Interval(interval.first, published, interval.precision),
            reason=f"{found.reason}, up to then",
        )
    if at.is_planned or point.part == "rest":
        return replace(
            found,
            interval=Interval(published, interval.last, interval.precision),
            reason=f"{found.reason}, from then on",
        )
    whole = (interval, "the whole of it")
    bounded = Interval(interval.first, published, interval.precision if point.unit != "quarter" else "range")
    return replace(found, interval=bounded, reason=f"{found.reason}, up to then", others=(whole,))


_READERS: dict[str, Callable[[Point, Situation], Resolved | None]] = {
    "day": read_day, "month": read_month, "year": read_year, "years": read_years, "season": read_season, "quarter": read_quarter,
    "weekday": read_weekday, "unit": read_unit, "deictic": read_deictic, "event": read_event,
    "occasion": read_occasion, "present": read_present,
}  # fmt: skip
