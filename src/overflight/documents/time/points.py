"""Points of time in the order their words may take: dates, their parts, seasons, weekdays, units, events."""

from __future__ import annotations

import dataclasses

from overflight.documents.time.dates import DateParser
from overflight.documents.time.expressions import Point
from overflight.documents.time.units import Found

__all__ = ["Found", "PointParser"]


class PointParser(DateParser):
    """Looks for points from an index on; `is_told` says that a preposition of time stands before."""

    def point(self, at: int, *, is_told: bool = True) -> Found | None:
        """The longest point from here on."""
        if at >= len(self.items) or not self.items[at].tags:
            return None
        if (at, is_told) not in self._points:
            self._points[at, is_told] = self._longest_point(at, is_told=is_told)
        return self._points[at, is_told]

    def _longest_point(self, at: int, *, is_told: bool) -> Found | None:
        found = (
            self.exact(at),
            self.day(at),
            self.month(at, is_told=is_told),
            self.part(at),
            self.opening(at),
            self.quarter(at),
            self.holiday(at),
            self.season(at),
            self.unit(at),
            self.ago(at),
            self.weekday(at),
            self.named(at),
            self.years(at),
            self.decade(at),
            self.year(at, is_told=is_told),
        )
        return max((f for f in found if f), key=lambda f: f[1], default=None)

    def opening(self, at: int) -> Found | None:
        """The first nine months of last year, the first six weeks of 2024."""
        count, unit = self.small_count(at + 1), self.value(at + 2, "unit")
        if self.value(at, "nth") != "1" or not count or unit not in ("month", "week", "day"):
            return None
        start = self.skip(at + 3, "det", "of", "in")
        whole = self.relative_unit(start) or self.this_unit(start) or self.year(start, is_told=True)
        if not whole or start == at + 3 or (whole[0].kind == "unit" and whole[0].unit != "year"):
            return None
        return dataclasses.replace(whole[0], part=f"first{count}{unit}"), whole[1]

    def quarter(self, at: int) -> Found | None:
        """The fourth quarter, no year told."""
        part = self.value(at, "quarter")
        return (Point(kind="quarter", part=part), at + 1) if part else None

    def part(self, at: int) -> Found | None:
        """Early, mid- or late March; the first half of October; the first quarter of 2024; late last month."""
        part = self.value(at, "part")
        if not part:
            return None
        start = self.skip(at + 1, "det", "dash", "of", "in")
        inner = (
            self.month(start, is_told=True)
            or self.season(start)
            or self.relative_unit(start)
            or self.this_unit(start)
            or self.year(start, is_told=True)
        )
        return (dataclasses.replace(inner[0], part=part), inner[1]) if inner else None

    def season(self, at: int) -> Found | None:
        """Spring, this spring, spring 2024, the spring of last year."""
        which = self.value(at, "which")
        start = self.skip(at + 1, "det") if which else at
        season = self.value(start, "season")
        if not season:
            return None
        end = start + 1
        if not which and self.value(end, "which") and not self.value(end + 1, "unit"):
            which, end = self.value(end, "which"), end + 1
        return self.with_year(Point(kind="season", season=season, which=which), end)

    def weekday(self, at: int) -> Found | None:
        """Thursday, last Thursday, Thursday last week, Thursday afternoon."""
        which = self.value(at, "which")
        start = self.skip(at + 1, "det") if which else at
        weekday = self.value(start, "weekday")
        if not weekday:
            return None
        end = start + 1
        if not which and self.value(end, "which") and not self.value(end + 1, "unit"):
            which, end = self.value(end, "which"), end + 1
        if self.value(start, "ambiguous") and not which:
            return None
        point = Point(kind="weekday", weekday=int(weekday), which=which)
        week = self.relative_unit(self.skip(end, "of", "comma", "det")) if not which else None
        if week and week[0].unit == "week" and week[0].which:
            return dataclasses.replace(point, week_which=week[0].which), week[1]
        return point, self.skip(end, "daypart")

    def named(self, at: int) -> Found | None:
        """Today, last night, the following day, currently."""
        for kind in ("event", "deictic", "present"):
            name = self.value(at, kind)
            if name:
                return Point(kind=kind, name=name), at + 1
        unit, count = self.value(at + 1, "unit"), self.value(at, "count")
        for tag, sign in (("after_event", 1), ("before_event", -1)):
            if unit and count and self.value(at + 2, tag):
                return Point(kind="event", name="later", unit=unit, count=sign * int(count)), at + 3
        return None

    def occasion(self, at: int) -> Found | None:
        """A coup, a war: an event that the text dates elsewhere; up to two plain words may stand before the noun."""
        for end in range(at, min(at + 3, len(self.items))):
            name = self.value(end, "occasion")
            if name:
                return Point(kind="occasion", name=name), end + 1
            if self.items[end].tags and not self.value(end, "det"):
                return None
        return None
