"""The grammar of time: items into expressions. One grammar for all languages; the tables give it its words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from overflight.documents.time.expressions import Expression, Point, Shape
from overflight.documents.time.items import Item
from overflight.documents.time.points import Found, PointParser

_BOUNDED: tuple[Shape, ...] = ("until", "before", "after")
_SPECIAL: tuple[Shape, ...] = ("week_of", "night_of")


class Parser(PointParser):
    """Reads expressions from items; every method looks from an index on and gives what it found and where that ends."""

    def expressions(self) -> Iterator[Expression]:
        """Every expression, left to right, the longest reading from each item on."""
        speaking = _speaking(self.items)
        at = 0
        while at < len(self.items):
            if not speaking[at]:
                at += 1
                continue
            found = self.vague(at)
            if found:
                at = found
                continue
            readings, end = self.expression(at)
            yield from readings
            at = max(end, at + 1)

    def vague(self, at: int) -> int | None:
        """The end of words that name no bounded time ("in recent weeks"), which are passed over whole."""
        return at + 1 if self.value(at, "vague") else None

    def expression(self, at: int) -> tuple[tuple[Expression, ...], int]:
        """The expressions that begin at this item (several for a list of days) and where they end."""
        readers = (self.since, self.between, self.bounded, self.special, self.listed, self.plain)
        found = [reading for read in readers if (reading := read(at))]
        return max(found, key=lambda reading: reading[1]) if found else ((), at)

    def since(self, at: int) -> tuple[tuple[Expression, ...], int] | None:
        """Since a point, or since an occasion that the text dates elsewhere."""
        if not self.value(at, "since"):
            return None
        start = self.skip(at + 1, "det")
        occasion = self.occasion(start)
        found = self.point(start) or self.point(at + 1)
        if occasion and (not found or occasion[1] >= found[1]):
            dated = self.point(self.skip(occasion[1], "of", "in", "det"))
            found = dated if dated and self.value(occasion[1], "of") else occasion
        return self.one(at, found, "since")

    def between(self, at: int) -> tuple[tuple[Expression, ...], int] | None:
        """Between A and B, from A to B, A to B, A–B; the far end lends the near one what it leaves out."""
        opener = next((tag for tag in ("between", "from") if self.value(at, tag)), None)
        start = self.skip(at + 1, "det") if opener or self.value(at, "in") else at
        first = self.point(start) or (self.bare_day(start) if opener or self.is_day_range(start) else None)
        if not first:
            return None
        links = ("and", "to", "until", "dash") if opener == "between" else ("to", "until", "dash")
        link = first[1]
        is_pair = self.value(link, "and") is not None and not opener
        if not is_pair and not any(self.value(link, tag) for tag in links):
            return None
        is_night = first[0].kind == "weekday" and self.value(at - 1, "night_of") is not None
        is_told = opener or is_night or self.value(link, "dash") or _is_broad(first[0])
        if self.value(link, "to") and not is_told:
            return None
        after = self.skip(link + 1, "det", "in")
        last = self.point(after) or (self.bare_day_with_year(after) if first[0].kind == "day" else None)
        if not last or not _can_range(first[0], last[0]) or (is_pair and not _is_next_month(first[0], last[0])):
            return None
        if first[0].kind == "weekday" and not (opener or is_night):
            return None
        near, far = _shared(first[0], last[0])
        return (self.make(at if opener else self.back(at), last[1], "between", near, far),), last[1]

    def bare_day_with_year(self, at: int) -> Found | None:
        """The far day of "March 3-9, 2024"."""
        found = self.bare_day(at)
        return self.with_year(*found) if found else None

    def bounded(self, at: int) -> tuple[tuple[Expression, ...], int] | None:
        """Until, before or after a point. "after" and "before" need an explicit one: "after a stop" is no time."""
        for shape in _BOUNDED:
            if self.value(at, shape):
                start = self.skip(at + 1, "det")
                found = self.point(start) or (self.occasion(start) if shape != "until" else None)
                return self.one(at, found, shape)
        return None

    def special(self, at: int) -> tuple[tuple[Expression, ...], int] | None:
        """The week of a day, the night of a day."""
        for shape in _SPECIAL:
            if self.value(at, shape):
                start = self.skip(at + 1, "det")
                is_range = self.is_day_range(start) or self.value(start, "weekday")
                span = self.between(start) if is_range else None
                if span:
                    return (dataclasses.replace(span[0][0], start=self.items[at].start),), span[1]
                return self.one(at, self.point(start), shape)
        return None

    def listed(self, at: int) -> tuple[tuple[Expression, ...], int] | None:
        """Two or more days of one month ("3 and 9 October", "October 3 and 9"): an expression each."""
        start = self.skip(at, "on", "det")
        days = self.day_list(start)
        if not days:
            return None
        points, end = days
        return tuple(self.make(i, e, "point", p) for p, i, e in points), end

    def plain(self, at: int) -> tuple[tuple[Expression, ...], int] | None:
        """A point with the preposition that carries meaning; "on" and articles stay outside."""
        is_in = bool(self.value(at, "in"))
        start = self.skip(at + 1, "det") if is_in else self.skip(at, "on", "det")
        is_told = is_in or bool(self.value(at, "on"))
        found = self.point(start, is_told=is_told) or (self.point(at, is_told=is_told) if not is_in else None)
        if not found:
            return None
        widened = self.year_then(found)
        if widened:
            return (self.make(at, widened[2], "between" if widened[1] else "point", widened[0], widened[1]),), widened[
                2
            ]
        begin = at if is_in or self.keeps_article(found[0]) else start
        return (self.make(begin, found[1], "point", found[0]),), found[1]

    def year_then(self, found: Found) -> tuple[Point, Point | None, int] | None:
        """A year, then a narrower time inside it: "last year, between January and April"; "in 2022, in March"."""
        point, end = found
        if not (point.kind == "year" or (point.kind == "unit" and point.unit == "year" and point.which)):
            return None
        after = self.skip(end, "comma")
        if after == end:
            return None
        inside, inner_end = self.expression(after)
        if len(inside) != 1 or inside[0].shape not in ("point", "between") or not _is_yearless(inside[0].first):
            return None
        inner = inside[0]
        lend = {"year": point.year} if point.kind == "year" else {"year_which": point.which}
        first = dataclasses.replace(inner.first, **lend)
        last = dataclasses.replace(inner.last, **lend) if inner.last else None
        return first, last, inner_end

    @staticmethod
    def keeps_article(point: Point) -> bool:
        """Whether the article belongs to the words ("the following day"); before a day it stays out."""
        return point.kind in ("event", "unit", "season") or point.part is not None

    def one(self, at: int, found: Found | None, shape: Shape) -> tuple[tuple[Expression, ...], int] | None:
        """One expression from this item to the end of the point."""
        return ((self.make(at, found[1], shape, found[0]),), found[1]) if found else None

    def make(self, at: int, end: int, shape: Shape, first: Point, last: Point | None = None) -> Expression:
        """An expression from an item to the one before `end`; a full stop at its end stays outside."""
        while self.value(end - 1, "dot"):
            end -= 1
        return Expression(
            start=self.items[at].start,
            end=self.items[end - 1].end,
            shape=shape,
            first=first,
            last=last,
        )

    def back(self, at: int) -> int:
        """The item itself: kept for ranges without an opening word."""
        return at


_CORES = frozenset(
    ("iso", "numeric", "number", "month", "jalali", "season", "unit", "dual", "relyear", "weekday", "event", "deictic",
     "present", "decade", "occasion", "vague",
     "holiday", "part", "quarter", "nth")
)  # fmt: skip
"""The tags without one of which no words name a time: prepositions, counts and articles alone never do."""
_OCCASION_REACH = 3
"""Items before the noun of an occasion that may stand between it and its preposition (`since the army's coup`)."""


def _speaking(items: Sequence[Item]) -> tuple[bool, ...]:
    """For each item whether an expression may begin there: a word of time follows before the next word without a tag."""
    found = [False] * (len(items) + 1)
    occasion = len(items) + _OCCASION_REACH + 1
    for at in range(len(items) - 1, -1, -1):
        tags = items[at].tags
        if tags:
            found[at] = found[at + 1] or occasion - at <= _OCCASION_REACH or not tags.keys().isdisjoint(_CORES)
        if "occasion" in tags:
            occasion = at
    return tuple(found)


def _is_yearless(point: Point) -> bool:
    return point.kind in ("day", "month", "season") and point.year is None and point.year_which is None


def _is_broad(point: Point) -> bool:
    return point.kind in ("day", "month", "year")


def _is_next_month(first: Point, last: Point) -> bool:
    """Two months in a row, said with `and`: `in May and June 2024`."""
    is_bare = first.kind == last.kind == "month" and first.part is last.part is None
    return is_bare and ((last.month or 0) - (first.month or 0)) % 12 == 1


def _can_range(first: Point, last: Point) -> bool:
    if first.kind == last.kind == "weekday":
        return True
    order = ("day", "month", "season", "year")
    if last.kind in ("deictic", "unit", "present"):
        return first.kind in order
    return first.kind in order and last.kind in order and (first.kind == last.kind or first.kind != "year")


def _shared(first: Point, last: Point) -> tuple[Point, Point]:
    """Year and month said once hold for both ends; a near end later in the year than the far one lies a year before."""
    near = first
    if first.year is None and first.kind != "year" and last.year is not None:
        near = dataclasses.replace(near, year=last.year - (1 if _wraps(first, last) else 0))
    if first.year is None and first.year_which is None and last.year_which:
        near = dataclasses.replace(near, year_which=last.year_which)
    if first.month is None and first.kind == "day":
        near = dataclasses.replace(near, month=last.month)
    if last.month is None and last.kind == "day":
        last = dataclasses.replace(last, month=first.month, year=last.year or first.year)
    if near.year is not None and last.year is None and last.kind in ("month", "day"):
        last = dataclasses.replace(last, year=near.year + (1 if _wraps(near, last) else 0))
    return near, last


def _wraps(first: Point, last: Point) -> bool:
    """Whether a range goes over the turn of a year ("from November to February")."""
    return first.month is not None and last.month is not None and first.month > last.month


def parse(items: Sequence[Item], *, allows_bare_years: bool = True) -> tuple[Expression, ...]:
    """All expressions of time among the items.

    allows_bare_years: whether a year may stand without a word of time ("importierte 2022"); English says "in 2022".
    """
    return tuple(Parser(items, allows_bare_years=allows_bare_years).expressions())
