"""Expressions laid against the calendar: every reading names its anchor and says why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from overflight.documents.time import calendar as cal
from overflight.documents.time.anchors import Anchors
from overflight.documents.time.calendar import DAY, Interval
from overflight.documents.time.expressions import Expression, Point

EXPLICIT, PUBLICATION, EVENT, CONTEXT, INHERITED = "explicit", "publication", "event", "context", "inherited"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """An interval with its anchor, its reason and other readings of the same words."""

    interval: Interval
    kind: str
    reason: str
    anchor_on: dt.date | None = None
    others: tuple[tuple[Interval, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a resolution may look at: the anchors, the reading before it, and whether the sentence speaks of plans."""

    anchors: Anchors
    previous: Resolved | None = None
    period: Resolved | None = None
    is_planned: bool = False

    @property
    def published_on(self) -> dt.date | None:
        """The page's day."""
        return self.anchors.published_on


UNKNOWN = Interval(None, None, "unknown")


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


def _day(point: Point, at: Situation) -> Resolved | None:
    month, number = point.month or 1, point.day or 1
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


def _weekday_note(on: dt.date, weekday: int | None) -> str:
    if weekday is None or on.isoweekday() == weekday:
        return ""
    return f"; the text says {WEEKDAYS[weekday - 1]}, but that day was a {WEEKDAYS[on.isoweekday() - 1]}"


def _month(point: Point, at: Situation) -> Resolved | None:
    month = point.month or 1
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
    return _part(whole, point)


def _nearest(make, point: Point, at: Situation) -> Resolved | None:  # type: ignore[no-untyped-def]
    """The nearest one before publication, the nearest after it for plans; without a date, what the page's own years say."""
    published = at.published_on
    if published is None:
        return _without_date(make, point, at)
    candidates = [i for y in range(published.year - 5, published.year + 6) if (i := make(y)) is not None]
    past = [i for i in candidates if i.first <= published]
    future = [i for i in candidates if i.last >= published and i.first > published]
    if point.which == "next" or (at.is_planned and point.which is None):
        chosen, word = (future[0] if future else None), "after"
    elif point.which == "last":
        over = [i for i in past if i.last < published]
        chosen, word = (over[-1] if over else None), "before"
    else:
        chosen, word = (past[-1] if past else None), "before"
    if chosen is None:
        return None
    reason = f"no year is given: the nearest one {word} publication on {published}"
    note = _weekday_note(chosen.first, point.weekday) if point.kind == "day" and chosen.first else ""
    others: tuple[tuple[Interval, str], ...] = ()
    if note:
        fitting = [
            i for i in candidates if i.first.isoweekday() == point.weekday and abs(i.first - published).days < 1900
        ]
        others = tuple((i, "the nearest year in which the weekday fits") for i in fitting[-1:])
    return Resolved(interval=chosen, kind=PUBLICATION, reason=reason + note, anchor_on=published, others=others)


def _without_date(make, point: Point, at: Situation) -> Resolved | None:  # type: ignore[no-untyped-def]
    years = sorted({year for month, year in at.anchors.year_hints if month == point.month})
    if len(years) == 1:
        found = make(years[0])
        if found:
            why = f"the page has no date, but gives the year {years[0]} for that month elsewhere"
            return Resolved(interval=found, kind=CONTEXT, reason=why)
    latest = at.anchors.latest_on
    if point.weekday and latest:
        fitting = [
            i for y in range(latest.year, latest.year + 6) if (i := make(y)) and i.first.isoweekday() == point.weekday
        ]
        fitting = [i for i in fitting if i.last >= latest]
        if fitting:
            why = (
                f"the page has no date; the first year after {latest}, its latest full date, in which the weekday fits"
            )
            return Resolved(interval=fitting[0], kind=CONTEXT, reason=why)
    if at.previous and at.previous.kind in (CONTEXT, EVENT) and at.previous.interval.last:
        found = make(at.previous.interval.last.year)
        if found and found.first and at.previous.interval.last >= found.first:
            why = "the page has no date; the year of the reading before it"
            return Resolved(interval=found, kind=CONTEXT, reason=why)
    why = "no year is given and the page has no date"
    return Resolved(interval=Interval(None, None, point.kind), kind=PUBLICATION, reason=why)


def _year(point: Point, at: Situation) -> Resolved | None:
    whole = Resolved(interval=cal.year(point.year or 1), kind=EXPLICIT, reason="the year as printed")
    return _part(whole, point)


def _years(point: Point, at: Situation) -> Resolved | None:
    return Resolved(interval=cal.year(point.year or 1, point.last_year), kind=EXPLICIT, reason="the years as printed")


def _season(point: Point, at: Situation) -> Resolved | None:
    name = point.season or "spring"
    year = point.year or _year_of(point, at)
    if year:
        kind = EXPLICIT if point.year else PUBLICATION
        reason = "the season, northern, of the year " + ("as printed" if point.year else f"{year}")
        return Resolved(
            interval=cal.season(year, name), kind=kind, reason=reason, anchor_on=None if point.year else at.published_on
        )
    found = _nearest(lambda y: cal.season(y, name), point, at)
    return _part(found, point) if found else None


def _part(whole: Resolved, point: Point) -> Resolved:
    if not point.part or whole.interval.first is None:
        return whole
    names = {"early": "its first third", "mid": "its middle third", "late": "its last third"}
    why = names.get(point.part, "that part of it")
    return replace(whole, interval=cal.part_of(whole.interval, point.part), reason=f"{whole.reason}; {why}")


def _year_of(point: Point, at: Situation) -> int | None:
    """The year that "of last year" and the like give."""
    shift = {"last": -1, "past": -1, "this": 0, "next": 1}.get(point.year_which or "")
    if shift is None:
        return None
    if at.published_on:
        return at.published_on.year + shift
    years = sorted({year for month, year in at.anchors.year_hints if month == point.month})
    return years[0] if len(years) == 1 else None


def _weekday(point: Point, at: Situation) -> Resolved | None:
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
        return Resolved(interval=cal.day(on), kind=PUBLICATION, reason=f"the next {name}", anchor_on=published)
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


def _unit(point: Point, at: Situation) -> Resolved | None:
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
    return _part(Resolved(interval=whole, kind=PUBLICATION, reason=why, anchor_on=published), point)


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
    if unit == "week":
        return cal.week(on + DAY * 7 * shift)
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


def _back(on: dt.date, unit: str, count: int) -> dt.date:
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit)
    try:
        return (
            cal.add_months(on, -months * count)
            if months
            else on - DAY * count * (7 if unit in ("week", "weekend") else 1)
        )
    except (ValueError, OverflowError):
        return dt.date.min


def _ago(unit: str, count: int, published: dt.date) -> Resolved | None:
    """Two weeks ago: the calendar week, month or year that day lies in; days ago are days."""
    on = _back(published, unit, count)
    if unit in ("day", "night"):
        interval = cal.day(on)
    elif unit in ("week", "weekend"):
        interval = cal.week(on)
    elif unit in ("month", "quarter"):
        interval = cal.month(on.year, on.month)
    else:
        interval = cal.year(on.year)
    why = f"{count} {unit}s back from publication on {published}"
    return Resolved(interval=interval, kind=PUBLICATION, reason=why, anchor_on=published)


def _deictic(point: Point, at: Situation) -> Resolved | None:
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


def _event(point: Point, at: Situation) -> Resolved | None:
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
    why = f"counted from the event before it, {_shown(source.interval)}"
    others = tuple(
        (i, f"if the event before it was {_shown(o)}") for o, _ in source.others if (i := _shifted(o, unit, shift))
    )
    return Resolved(interval=interval, kind=EVENT, reason=why, anchor_on=source.interval.first, others=others)


def _shifted(interval: Interval, unit: str, shift: int) -> Interval | None:
    first = interval.first
    if first is None:
        return None
    if unit == "day":
        return cal.day(first + DAY * shift) if interval.precision == "day" else None
    return _calendar_unit(first, unit, shift) if unit in ("week", "month", "year") else None


def _shown(interval: Interval) -> str:
    if interval.first == interval.last:
        return str(interval.first)
    return f"{interval.first or 'open'} to {interval.last or 'open'}"


def _occasion(point: Point, at: Situation) -> Resolved | None:
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


def _present(point: Point, at: Situation) -> Resolved | None:
    return Resolved(interval=Interval(None, None, "present"), kind=PUBLICATION, reason="now, without a bound")


def _since(first: Resolved, point: Point, at: Situation) -> Resolved:
    """Since X: from its start to publication; that it goes on, or that X itself is meant, is kept beside it."""
    interval = first.interval
    if interval.first is None:
        return replace(first, interval=Interval(None, None, "range"))
    counted = Interval(interval.first, at.published_on, "range")
    others = []
    if at.published_on:
        others.append((Interval(interval.first, None, "range"), STATE))
    others.append((interval, ACT))
    others += [(Interval(i.first, at.published_on, "range"), why) for i, why in first.others]
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
    if low and high and low > high and EXPLICIT not in (first.kind, last.kind):
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


def _date(year: int, month: int, number: int) -> dt.date | None:
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


_READERS = {
    "day": _day, "month": _month, "year": _year, "years": _years, "season": _season, "weekday": _weekday, "unit": _unit,
    "deictic": _deictic, "event": _event, "occasion": _occasion, "present": _present,
}  # fmt: skip
