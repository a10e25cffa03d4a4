"""Dates of a stretch of text, and the anchors a whole text offers."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache

from overflight.documents.languages import forms_pattern, language_table
from overflight.documents.time import resolve as rs
from overflight.documents.time.anchors import Anchors, NamedEvent
from overflight.documents.time.calendar import Interval
from overflight.documents.time.expressions import Expression
from overflight.documents.time.grammar import parse
from overflight.documents.time.items import read_items
from overflight.records.claim import DateAlternative, DateReading

SINCE_SENSES = {"act": rs.ACT, "state": rs.STATE}
"""What "since X" may mean beside a count up to publication: the act itself (designations), a state that goes on."""


def read_dates(
    text: str, start: int, end: int, *, anchors: Anchors, language: str | None = None
) -> tuple[DateReading, ...]:
    """Every date whose words lie between two code points of the text, in order.

    The whole text is read (once; the result is kept), for "the following day" counts from the date before it. A date
    that belongs to a statement ("last Friday the White House said") is among them: whose it is, is not decided here.
    """
    return tuple(
        reading for reading in _readings(text, anchors, language) if start <= reading.start and reading.end <= end
    )


def since_as(reading: DateReading, sense: str) -> DateReading:
    """A "since X" reading as an `act` (X itself) or a `state` (from X on, open); other readings come back as they are."""
    wanted = SINCE_SENSES.get(sense)
    for other in reading.alternatives:
        if other.reason == wanted:
            precision = "range" if sense == "state" else _precision_of(other.from_on, other.to_on)
            rest = tuple(a for a in reading.alternatives if a != other)
            counted = DateAlternative(from_on=reading.from_on, to_on=reading.to_on, reason="counted up to publication")
            return replace(
                reading,
                from_on=other.from_on,
                to_on=other.to_on,
                precision=precision,
                reason=other.reason,
                alternatives=(*rest, counted),
            )
    return reading


def as_past(reading: DateReading) -> DateReading:
    """A day read ahead, for words of planning stand before it, as the last one before publication; others come back as they are."""
    for other in reading.alternatives:
        if other.reason == rs.PAST:
            rest = tuple(a for a in reading.alternatives if a != other)
            ahead = DateAlternative(from_on=reading.from_on, to_on=reading.to_on, reason="if it is still to come")
            return replace(
                reading, from_on=other.from_on, to_on=other.to_on, reason=other.reason, alternatives=(*rest, ahead)
            )
    return reading


_BACK = re.compile(r"\d{4}|\b(?:last|past|previous|ago|earlier|yesterday)\b", re.IGNORECASE)


def as_ahead(reading: DateReading, published_on: dt.date | None) -> DateReading:
    """A day or month without a year that was read as the last one, as the next one after publication: it is still to come."""
    first, last = reading.from_on, reading.to_on
    if published_on is None or first is None or last is None or last >= published_on or _BACK.search(reading.text):
        return reading
    if reading.anchor_kind != "publication" or (published_on - first).days > _YEAR:
        return reading
    is_weekday = first == last and not any(c.isdigit() for c in reading.text)
    shift = dt.timedelta(days=7 * ((published_on - first).days // 7 + 1)) if is_weekday else None
    if (first.month, first.day) == (2, 29) or (last.month, last.day) == (2, 29):
        return reading
    moved = (first + shift, last + shift) if shift else (_next_year(first), _next_year(last))
    before = DateAlternative(from_on=first, to_on=last, reason=rs.PAST)
    why = f"the nearest one after publication on {published_on}, for it is still to come"
    return replace(reading, from_on=moved[0], to_on=moved[1], reason=why, alternatives=(*reading.alternatives, before))


_YEAR = 366


def _next_year(day: dt.date) -> dt.date:
    return day.replace(year=day.year + 1)


def _precision_of(first: dt.date | None, last: dt.date | None) -> str:
    if first is None or last is None:
        return "range"
    days = (last - first).days + 1
    if days == 1:
        return "day"
    if first.day == 1 and days in (28, 29, 30, 31) and first.month == last.month:
        return "month"
    return "year" if days in (365, 366) and first.month == first.day == 1 else "range"


@lru_cache(maxsize=16)
def expressions_of(text: str, language: str | None) -> tuple[Expression, ...]:
    """Where and how a text speaks of time, before anything is counted. English years need a word of time before them."""
    return parse(read_items(text, language), allows_bare_years=language != "en")


@lru_cache(maxsize=16)
def _readings(text: str, anchors: Anchors, language: str | None) -> tuple[DateReading, ...]:
    planned = _planned_stretches(text, language)
    found: list[DateReading] = []
    previous: rs.Resolved | None = None
    period: rs.Resolved | None = None
    for expression in expressions_of(text, language):
        is_planned = any(a <= expression.start < b for a, b in planned)
        situation = rs.Situation(anchors=anchors, previous=previous, period=period, is_planned=is_planned)
        try:
            resolved = rs.resolve(expression, situation)
        except (ValueError, OverflowError):  # beyond the years that a calendar has
            continue
        if resolved is None:
            continue
        found.append(_reading(text, expression, resolved, anchors))
        if resolved.interval.first and expression.shape != "since":
            previous = resolved
        if expression.shape == "between":
            period = resolved
    return tuple(found)


def _reading(text: str, expression: Expression, resolved: rs.Resolved, anchors: Anchors) -> DateReading:
    others = tuple(
        DateAlternative(from_on=i.first, to_on=i.last, reason=why)
        for i, why in resolved.others
        if _differs(i, resolved)
    )
    return DateReading(
        text=text[expression.start : expression.end],
        start=expression.start,
        end=expression.end,
        from_on=resolved.interval.first,
        to_on=resolved.interval.last,
        precision=resolved.interval.precision,
        anchor_kind=resolved.kind,
        reason=resolved.reason,
        anchor_on=resolved.anchor_on,
        local_reading=_local(resolved),
        alternatives=tuple(dict.fromkeys(others)),
    )


def _differs(interval: Interval, resolved: rs.Resolved) -> bool:
    return (interval.first, interval.last) != (resolved.interval.first, resolved.interval.last)


def _local(resolved: rs.Resolved) -> str | None:
    """What a reader of this page alone would get, where the preferred reading rests on another document's day."""
    if resolved.kind != rs.INHERITED:
        return None
    days = [resolved.interval.first, *(i.first for i, _ in resolved.others)]
    return " or ".join(str(on) for on in sorted({on for on in days if on}, reverse=True))


@lru_cache(maxsize=64)
def _planned_stretches(text: str, language: str | None) -> tuple[tuple[int, int], ...]:
    """From each word of planning to the end of its sentence."""
    forms = tuple(cue.form for cue in language_table(language).hedges if cue.value == "planned")
    pattern = forms_pattern(forms, language or "en")
    ends = [m.end() for m in re.finditer(r"[.!?؟۔](?=\s)|\n", text)] + [len(text)]
    return tuple((m.start(), next(e for e in ends if e >= m.end())) for m in pattern.finditer(text))


def read_anchors(text: str, *, published_on: dt.date | None, language: str | None = None) -> Anchors:
    """All that a text offers to count from: publication, the day of the report it retells, the occasions it dates."""
    bare = Anchors(published_on=published_on)
    acts = (since_as(reading, "act") for reading in _readings(text, bare, language))
    explicit = [r for r in acts if r.anchor_kind == rs.EXPLICIT and r.from_on and r.to_on]
    hints = sorted({(month, r.to_on.year) for r in explicit if r.to_on for month in _months(r)})
    ends = [r.to_on for r in explicit if r.to_on and r.precision != "year"]
    inherited = inherited_anchor(text, published_on, language)
    return Anchors(
        published_on=published_on,
        inherited_on=inherited[0] if inherited else None,
        inherited_reason=inherited[1] if inherited else "",
        events=_named_events(text, explicit, language),
        year_hints=tuple(hints),
        latest_on=max(ends) if ends else None,
    )


def _months(reading: DateReading) -> range:
    first, last = reading.from_on, reading.to_on
    if first is None or last is None or first.year != last.year or reading.precision == "year":
        return range(0)
    return range(first.month, last.month + 1)


def inherited_anchor(
    text: str, published_on: dt.date | None, language: str | None = None
) -> tuple[dt.date, str] | None:
    """The day of the report that a page retells, where it names one with a weekday ("a new report on Thursday"), and why.

    The weekday must stand within a few words of the word for a report or a paper, in one sentence.
    """
    if published_on is None:
        return None
    nouns = tuple(cue.form for cue in language_table(language).speakers if cue.value in ("report", "outlet"))
    pattern = forms_pattern(nouns, language or "en")
    readings = _readings(text, Anchors(published_on=published_on), language)
    for match in pattern.finditer(text):
        for reading in readings:
            on = reading.from_on
            if on and _names_the_day_of(match, reading, text) and 0 <= (published_on - on).days <= _REPORT_AGE_DAYS:
                return on, f"the day of the report that the text names (“{match.group()} … {reading.text}”)"
    return None


def _names_the_day_of(noun: re.Match[str], reading: DateReading, text: str) -> bool:
    """Whether a reading is a weekday or the like, close behind the noun and in its sentence."""
    between = text[noun.end() : reading.start]
    is_near = 0 <= reading.start - noun.end() <= _REPORT_REACH and not re.search(r"[.!?\n,;:]", between)
    return is_near and reading.precision == "day" and not re.search(r"\d", reading.text)


_REPORT_AGE_DAYS = 7
"""A weekday alone names a day of the last week."""

_REPORT_REACH = 25
"""Characters between the word for a report and its weekday: room for a verb and "on"."""


def _named_events(text: str, explicit: list[DateReading], language: str | None) -> tuple[NamedEvent, ...]:
    """Occasions with a full date next to them ("the coup of February 2021", "a Feb. 1, 2021, coup"); the first one counts."""
    found: dict[str, NamedEvent] = {}
    occasions = [(i.start, i.end, i.value("occasion")) for i in read_items(text, language) if i.value("occasion")]
    for start, end, name in occasions:
        for reading in explicit:
            gap = text[end : reading.start] if reading.start >= end else text[reading.end : start]
            is_near = len(gap) <= _EVENT_REACH and not re.search(r"[.!?;\n]", gap)
            if (
                name
                and is_near
                and reading.from_on
                and reading.to_on
                and reading.precision in ("day", "month", "range")
            ):
                event = NamedEvent(name=name, from_on=reading.from_on, to_on=reading.to_on)
                kept = found.get(name)
                if kept is None or _length(event) < _length(kept):
                    found[name] = event
    return tuple(found[name] for name in sorted(found))


def _length(event: NamedEvent) -> int:
    return (event.to_on - event.from_on).days


_EVENT_REACH = 25
"""Characters between an occasion and its date: room for "in Myanmar in" and the like."""
