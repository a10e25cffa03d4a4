"""Weekdays, weeks ago, yesterday, the following day: times counted from an anchor."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from overflight.documents.time import calendar as cal
from overflight.documents.time.calendar import DAY, Interval
from overflight.documents.time.expressions import Point
from overflight.documents.time.situation import (
    CONTEXT,
    EVENT,
    INHERITED,
    PAST,
    PUBLICATION,
    WEEKDAYS,
    Resolved,
    Situation,
    part_of_whole,
    shown,
)


def read_weekday(point: Point, at: Situation) -> Resolved | None:
    """A weekday: the most recent, of the last or the next week, or the next one for plans."""
    published, weekday = at.published_on, point.weekday or 1
    name = WEEKDAYS[weekday - 1]
    if published is None:
        return Resolved(
            interval=Interval(None, None, "day"), kind=PUBLICATION, reason=f"{name}, but the page has no date"
        )
    if point.week_which:
        on = cal.week(_shift_week(published, point.week_which)).first
        assert on is not None
        on += DAY * (weekday - 1)
        return Resolved(interval=cal.day(on), kind=PUBLICATION, reason=f"{name} of that week", anchor_on=published)
    if point.which in ("last", "past"):
        return _last_weekday(weekday, name, at)
    if point.which == "next" or (at.is_planned and point.which is None):
        ahead = (weekday - published.isoweekday()) % 7 or 7
        on = published + DAY * ahead
        if point.which == "next" and cal.week(on) == cal.week(published):
            on += DAY * 7
        before = published - DAY * ((published.isoweekday() - weekday) % 7)
        others = ((cal.day(before), PAST),) if point.which is None else ()
        why = f"the next {name}"
        return Resolved(interval=cal.day(on), kind=PUBLICATION, reason=why, anchor_on=published, others=others)
    on = published - DAY * ((published.isoweekday() - weekday) % 7)
    if point.which == "this":
        monday = cal.week(published).first
        assert monday is not None
        on = monday + DAY * (weekday - 1)
    why = f"the most recent {name}, counted from publication on {published}, that day included"
    return Resolved(interval=cal.day(on), kind=PUBLICATION, reason=why, anchor_on=published)


def _last_weekday(weekday: int, name: str, at: Situation) -> Resolved:
    """Last Thursday: of the previous calendar week; the most recent one before the anchor is kept beside it."""
    published, inherited = at.published_on, at.anchors.inherited_on
    assert published is not None
    anchor = inherited or published
    on, recent = _in_previous_week(anchor, weekday), _most_recent(anchor, weekday)
    local, local_recent = _in_previous_week(published, weekday), _most_recent(published, weekday)
    others = []
    if inherited:
        why = f"{name} of the calendar week before {inherited}, {at.anchors.inherited_reason}"
        if local != on:
            others.append((cal.day(local), f"{name} of the calendar week before publication on {published}"))
    else:
        why = f"{name} of the calendar week before publication on {published}"
    for day, base in ((recent, anchor), (local_recent, published)):
        if day != on and all(day != other.first for other, _ in others):
            others.append((cal.day(day), f'the most recent {name} before {base}, if "last" means that'))
    kind = INHERITED if inherited else PUBLICATION
    return Resolved(interval=cal.day(on), kind=kind, reason=why, anchor_on=anchor, others=tuple(others))


def _in_previous_week(anchor: dt.date, weekday: int) -> dt.date:
    return anchor - DAY * (anchor.isoweekday() - 1) - DAY * 7 + DAY * (weekday - 1)


def _most_recent(anchor: dt.date, weekday: int) -> dt.date:
    return anchor - DAY * ((anchor.isoweekday() - weekday - 1) % 7 + 1)


def _shift_week(on: dt.date, which: str) -> dt.date:
    return on + DAY * 7 * {"last": -1, "past": -1, "this": 0, "next": 1}[which]


def read_unit(point: Point, at: Situation) -> Resolved | None:
    """Last week, the past two months, three years ago."""
    published = at.published_on
    unit = point.unit or "day"
    if published is None:
        return _unit_without_date(point, at)
    if point.which is None:
        return _ago(unit, point.count or 1, published)
    if point.count is not None and point.which in ("last", "past"):
        first = _back(published, unit, point.count)
        why = f"the {point.count} {unit}s before publication on {published}"
        return Resolved(interval=Interval(first, published, "range"), kind=PUBLICATION, reason=why, anchor_on=published)
    if point.which == "past":
        first = _back(published, unit, 1)
        why = f"one {unit} back from publication on {published}"
        return Resolved(interval=Interval(first, published, "range"), kind=PUBLICATION, reason=why, anchor_on=published)
    if unit == "day":
        return None
    shift = {"last": -1, "this": 0, "next": 1}[point.which]
    whole = _calendar_unit(published, unit, shift)
    word = {-1: "previous", 0: "current", 1: "next"}[shift]
    why = f"the {word} calendar {unit}, counted from publication on {published}"
    return part_of_whole(Resolved(interval=whole, kind=PUBLICATION, reason=why, anchor_on=published), point)


def _unit_without_date(point: Point, at: Situation) -> Resolved | None:
    latest = at.anchors.latest_on
    if point.unit == "year" and point.which == "last" and not point.count and at.anchors.year_hints and latest:
        hinted = sorted({year for _, year in at.anchors.year_hints if year == latest.year})
        if hinted:
            why = f"the page has no date; the latest year it speaks of in full is {hinted[-1]}"
            return Resolved(interval=cal.year(hinted[-1]), kind=CONTEXT, reason=why)
    why = "counted from publication, but the page has no date"
    precision = point.unit if point.unit in ("month", "year") else "range"
    return Resolved(interval=Interval(None, None, str(precision)), kind=PUBLICATION, reason=why)


def _calendar_unit(on: dt.date, unit: str, shift: int) -> Interval:
    if unit in ("week", "fortnight"):
        return cal.week(on + DAY * _DAYS[unit] * shift)
    if unit == "weekend":
        monday = cal.week(on + DAY * 7 * shift).first
        assert monday is not None
        return Interval(monday + DAY * 5, monday + DAY * 6, "range")
    if unit == "month":
        moved = cal.add_months(on.replace(day=1), shift)
        return cal.month(moved.year, moved.month)
    if unit == "quarter":
        moved = cal.add_months(on.replace(day=1, month=(on.month - 1) // 3 * 3 + 1), 3 * shift)
        return Interval(moved, cal.month(cal.add_months(moved, 2).year, cal.add_months(moved, 2).month).last, "range")
    if unit == "decade":
        return cal.decade(on.year + 10 * shift)
    if unit == "night":
        return cal.day(on + DAY * shift)
    return cal.year(on.year + shift)


_DAYS = {"week": 7, "weekend": 7, "fortnight": 14}


def _back(on: dt.date, unit: str, count: int) -> dt.date:
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit)
    try:
        return cal.add_months(on, -months * count) if months else on - DAY * count * _DAYS.get(unit, 1)
    except (ValueError, OverflowError):
        return dt.date.min


def _ago(unit: str, count: int, published: dt.date) -> Resolved | None:
    """Two weeks ago: the calendar week, month or year that day lies in; days ago are days."""
    on = _back(published, unit, count)
    if unit in ("day", "night"):
        interval = cal.day(on)
    elif unit in _DAYS:
        interval = cal.week(on)
    elif unit in ("month", "quarter"):
        interval = cal.month(on.year, on.month)
    else:
        interval = cal.year(on.year)
    why = f"{count} {unit}s back from publication on {published}"
    return Resolved(interval=interval, kind=PUBLICATION, reason=why, anchor_on=published)


def read_deictic(point: Point, at: Situation) -> Resolved | None:
    """Today, yesterday, last night, over the weekend."""
    shift = {
        "today": 0, "tonight": 0, "yesterday": -1, "last_night": -1, "tomorrow": 1, "before_yesterday": -2, "after_tomorrow": 2,
    }  # fmt: skip
    published = at.published_on
    if published is None:
        why = "counted from publication, but the page has no date"
        return Resolved(interval=Interval(None, None, "day"), kind=PUBLICATION, reason=why)
    if point.name == "year_start":
        interval = cal.day(dt.date(published.year, 1, 1))
        return Resolved(
            interval=interval, kind=PUBLICATION, reason="the start of the year of publication", anchor_on=published
        )
    if point.name == "weekend":
        sunday = published if published.isoweekday() == 7 else published - DAY * published.isoweekday()
        interval = Interval(sunday - DAY, sunday, "range")
        return Resolved(
            interval=interval, kind=PUBLICATION, reason="the weekend before publication", anchor_on=published
        )
    if point.name == "overnight":
        interval = Interval(published - DAY, published, "range")
        return Resolved(
            interval=interval, kind=PUBLICATION, reason="the night to the day of publication", anchor_on=published
        )
    on = published + DAY * shift[point.name or "today"]
    why = f"counted from publication on {published}"
    return Resolved(interval=cal.day(on), kind=PUBLICATION, reason=why, anchor_on=published)


_EVENT_SHIFTS = {
    "next_day": ("day", 1), "same_day": ("day", 0), "previous_day": ("day", -1), "next_week": ("week", 1),
    "previous_week": ("week", -1), "same_week": ("week", 0), "next_month": ("month", 1), "previous_month": ("month", -1),
    "same_month": ("month", 0), "next_year": ("year", 1), "previous_year": ("year", -1), "same_year": ("year", 0),
}  # fmt: skip


def read_event(point: Point, at: Situation) -> Resolved | None:
    """The following day and the like, counted from the reading before it; its other readings shift along."""
    if point.name == "same_period":
        source = at.period or at.previous
        return replace(source, kind=CONTEXT, reason="the period named before it", others=()) if source else None
    source = at.previous
    if source is None or source.interval.first is None:
        why = "counted from an event whose day the text does not give"
        return Resolved(interval=Interval(None, None, "day"), kind=EVENT, reason=why)
    unit, shift = (point.unit or "day", point.count or 1) if point.name == "later" else _EVENT_SHIFTS[point.name or ""]
    interval = _shifted(source.interval, unit, shift)
    if interval is None:
        return Resolved(interval=Interval(None, None, "day"), kind=EVENT, reason="counted from a day that is not known")
    why = f"counted from the event before it, {shown(source.interval)}"
    others = tuple(
        (i, f"if the event before it was {shown(o)}") for o, _ in source.others if (i := _shifted(o, unit, shift))
    )
    return Resolved(interval=interval, kind=EVENT, reason=why, anchor_on=source.interval.first, others=others)


def _shifted(interval: Interval, unit: str, shift: int) -> Interval | None:
    first = interval.first
    if first is None:
        return None
    try:
        return _moved(first, interval, unit, shift)
    except (ValueError, OverflowError):  # beyond the years that a calendar has
        return None


def _moved(first: dt.date, interval: Interval, unit: str, shift: int) -> Interval | None:
    if unit == "day":
        return cal.day(first + DAY * shift) if interval.precision == "day" else None
    return _calendar_unit(first, unit, shift) if unit in ("week", "month", "year") else None


def read_occasion(point: Point, at: Situation) -> Resolved | None:
    """A coup, a war: the days that the text itself gives it, None if it gives none."""
    for event in at.anchors.events:
        if event.name == point.name:
            precision = "day" if event.from_on == event.to_on else "range"
            why = f"the {event.name}, which the text puts at {event.from_on}" + (
                "" if precision == "day" else f" to {event.to_on}"
            )
            return Resolved(
                interval=Interval(event.from_on, event.to_on, precision),
                kind=EVENT,
                reason=why,
                anchor_on=event.from_on,
            )
    return None


def read_present(point: Point, at: Situation) -> Resolved | None:
    """Now, without bounds."""
    return Resolved(interval=Interval(None, None, "present"), kind=PUBLICATION, reason="now, without a bound")
