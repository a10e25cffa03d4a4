"""Units of time counted from an anchor: last week, the past two months, three years ago."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from overflight.documents.time.expressions import Point
from overflight.documents.time.items import Item

Found = tuple[Point, int]
"""A point and the index of the item after it."""

LARGEST_COUNT = 366
"""The largest number of days, weeks, months or years that is taken for a count of time."""
FIRST_YEAR, LAST_YEAR = 1900, 2099
"""Four digits outside this range are a quantity."""


class UnitParser:
    """Looks for units from an index on."""

    def __init__(self, items: Sequence[Item], *, allows_bare_years: bool = True) -> None:
        self.items = items
        self.allows_bare_years = allows_bare_years
        self._points: dict[tuple[int, bool], Found | None] = {}

    def value(self, at: int, tag: str) -> str | None:
        """The value of an item under a tag, None beyond the end."""
        return self.items[at].tags.get(tag) if 0 <= at < len(self.items) else None

    def skip(self, at: int, *tags: str) -> int:
        """The first index from here on whose item bears none of the tags."""
        while at < len(self.items) and not self.items[at].tags.keys().isdisjoint(tags):
            at += 1
        return at

    def small_count(self, at: int) -> int | None:
        """A number of days, weeks or years that anybody counts: `million last year` is none."""
        count = self.value(at, "count")
        return int(count) if count and int(count) <= LARGEST_COUNT else None

    def four_digits(self, at: int) -> int | None:
        """A year in four digits that is no amount."""
        number = self.value(at, "number")
        is_year = number is not None and len(number) == 4 and FIRST_YEAR <= int(number) <= LAST_YEAR
        return int(number or 0) if is_year and not self.value(at - 1, "money") else None

    def relative_unit(self, at: int) -> Found | None:
        """Last week, this month, la semana pasada, the past two weeks."""
        start = self.skip(at, "det") if not self.value(at, "unit") else at
        relyear = self.value(start, "relyear")
        if relyear:
            return Point(kind="unit", unit="year", which=relyear), start + 1
        which = self.value(start, "which")
        if which:
            count_at = start + 1
            count = self.small_count(count_at)
            unit_at = count_at + 1 if count else count_at
            unit = self.value(unit_at, "unit")
            if unit:
                return Point(kind="unit", unit=unit, which=which, count=count), unit_at + 1
        unit = self.value(start, "unit")
        which = self.value(start + 1, "which")
        if unit and which and not self.value(start + 2, "unit"):
            return Point(kind="unit", unit=unit, which=which), start + 2
        count = self.small_count(start)
        for which_at, unit_at in ((start + 1, start + 2), (start + 2, start + 1)):
            which, unit = self.value(which_at, "which"), self.value(unit_at, "unit")
            if count and which and unit:
                return Point(kind="unit", unit=unit, which=which, count=count), start + 3
        return None

    def this_unit(self, at: int) -> Found | None:
        """A bare unit after a part: "the start of the year"."""
        unit = self.value(at, "unit")
        return (Point(kind="unit", unit=unit, which="this"), at + 1) if unit in ("week", "month", "year") else None

    def unit(self, at: int) -> Found | None:
        """A relative unit, with "earlier" or "later" before it passed over."""
        start = self.skip(at, "within", "later_in")
        found = self.relative_unit(start)
        if not found:
            return None
        point, end = found
        if self.value(at, "later_in") and point.which == "this":
            point = dataclasses.replace(point, part="rest")
        if point.count and point.which in ("last", "past"):
            year_at = self.skip(end, "of", "det", "year_word")
            year = self.four_digits(year_at) if year_at > end else None
            if year and point.unit == "month":
                return Point(kind="year", year=year, part=f"last{point.count}"), year_at + 1
        return point, end

    def ago(self, at: int) -> Found | None:
        """Two weeks ago, hace dos semanas, vor zwei Wochen; "a day" counts as one."""
        start = self.skip(at + 1, "det") if self.value(at, "ago_before") else at
        count = self.small_count(start)
        unit_at = start + 1 if count else start
        unit = self.value(unit_at, "unit") or self.value(unit_at, "dual")
        if not unit:
            return None
        is_before = bool(self.value(at, "ago_before"))
        dual = self.value(unit_at, "dual")
        number = count or (2 if dual else 1)
        if is_before or self.value(unit_at + 1, "ago"):
            end = unit_at + (1 if is_before else 2)
            return Point(kind="unit", unit=unit, count=number), end
        return None
