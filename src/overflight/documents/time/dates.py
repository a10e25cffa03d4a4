"""Days, months and years as a calendar names them."""

from __future__ import annotations

import dataclasses
import re

from overflight.documents.time.expressions import Point
from overflight.documents.time.units import Found, UnitParser


class DateParser(UnitParser):
    """Looks for days, months and years from an index on."""

    def exact(self, at: int) -> Found | None:
        """2024-03-07, 7.3.2024, 07/03/2024 (day first unless that cannot be)."""
        iso, numeric = self.value(at, "iso"), self.value(at, "numeric")
        if iso:
            year, month, day = (int(part) for part in iso.split("-"))
            return self._valid(Point(kind="day", year=year, month=month, day=day), at + 1)
        if not numeric:
            return None
        a, b, year = (int(part) for part in re.split(r"[./]", numeric))
        year += 2000 if year < 100 else 0
        is_swapped = a <= 12 and b <= 12 and a != b and "/" in numeric
        day, month = (a, b) if b <= 12 else (b, a)
        return self._valid(Point(kind="day", year=year, month=month, day=day, is_swapped=is_swapped), at + 1)

    @staticmethod
    def _valid(point: Point, end: int) -> Found | None:
        return (point, end) if 1 <= (point.month or 0) <= 12 and 1 <= (point.day or 0) <= 31 else None

    def day(self, at: int) -> Found | None:
        """[Thursday,] 7 March [2024] · [Thursday,] March 7[, 2024] · with the particles between."""
        weekday = self.value(at, "weekday")
        start = self.skip(at + 1, "comma", "daypart", "det", "on") if weekday else at
        number = self.day_number(start)
        if number:
            month_at = self.skip(number[1], "dot", "ordinal", "of", "det")
            month = self.month_at(month_at)
            end = month_at + 1
        else:
            month = self.month_at(start)
            number = self.day_number(self.skip(start + 1, "det")) if month else None
            end = self.skip(number[1], "ordinal") if number else start
        if not (number and month):
            return None
        point = Point(
            kind="day", month=month[0], is_jalali=month[1], day=number[0], weekday=int(weekday) if weekday else None
        )
        return self.with_year(point, end)

    def month_at(self, at: int) -> tuple[int, bool] | None:
        """The month an item names, and whether it is one of the Iranian calendar."""
        for tag in ("month", "jalali"):
            value = self.value(at, tag)
            if value:
                return int(value), tag == "jalali"
        return None

    def day_number(self, at: int) -> tuple[int, int] | None:
        """A number from 1 to 31 in digits, or an ordinal word for the first."""
        number = self.value(at, "number")
        if number and len(number) <= 2 and 1 <= int(number) <= 31:
            return int(number), at + 1
        if self.value(at, "first_of_month"):
            return 1, at + 1
        nth = self.value(at, "nth")
        return (
            (int(nth), at + 1)
            if nth and self.value(at + 1, "of") and self.value(self.skip(at + 2, "det"), "month")
            else None
        )

    def bare_day(self, at: int) -> Found | None:
        """A day whose month stands at the other end of a range ("from 1 to 15 October")."""
        number = self.day_number(at)
        return (Point(kind="day", day=number[0]), self.skip(number[1], "dot", "ordinal")) if number else None

    def is_day_range(self, at: int) -> bool:
        """Whether a number, a dash, a number and a month follow ("2-5 March")."""
        first = self.day_number(at)
        if not first:
            return False
        link = self.skip(first[1], "dot", "ordinal")
        return bool(self.value(link, "dash") or self.value(link, "to")) and self.day(link + 1) is not None

    def day_list(self, at: int) -> tuple[tuple[tuple[Point, int, int], ...], int] | None:
        """Days of one month: points with their first item and the item after their last."""
        numbers: list[tuple[int, int, int]] = []
        month = self.value(at, "month")
        position = at + 1 if month else at
        while True:
            number = self.day_number(position)
            if not number:
                break
            end = self.skip(number[1], "dot", "ordinal")
            numbers.append((number[0], position, end))
            after = self.skip(end, "comma", "and", "on", "det")
            if after == end or self._is_range(end, after):
                break
            position = after
        if len(numbers) < 2:
            return None
        end = numbers[-1][2]
        if not month:
            month_at = self.skip(end, "of", "det")
            month, end = self.value(month_at, "month"), month_at + 1
        if not month:
            return None
        template, stop = self.with_year(Point(kind="day", month=int(month)), end)
        days = [(dataclasses.replace(template, day=n), i, e) for n, i, e in numbers]
        first, last = days[0], days[-1]
        if self.value(at, "month"):
            days[0] = (first[0], at, first[2])
        days[-1] = (last[0], last[1], stop)
        return tuple(days), stop

    def _is_range(self, end: int, after: int) -> bool:
        return any(self.value(i, tag) for i in range(end, after) for tag in ("to", "until", "dash"))

    def with_year(self, point: Point, at: int) -> Found:
        """The point with the year that follows it ("2024", "of last year"), if one does."""
        start = self.skip(at, "comma", "of", "det", "year_word")
        year = self.jalali_year(start) if point.is_jalali else self.four_digits(start)
        if year and (start == at or not self.is_counted(start)):
            return dataclasses.replace(point, year=year), self.skip(start + 1, "year_word")
        short = self.two_digits_joined(at)
        if short is not None:
            return dataclasses.replace(point, year=short), at + 1
        start = self.skip(at, "of", "det")
        rel = self.relative_unit(start)
        if rel and rel[0].unit == "year" and rel[0].which:
            return dataclasses.replace(point, year_which=rel[0].which), rel[1]
        return point, at

    def two_digits_joined(self, at: int) -> int | None:
        """The year of `05JAN24`, written without a blank."""
        number = self.value(at, "number")
        is_joined = 0 < at < len(self.items) and self.items[at - 1].end == self.items[at].start
        return 2000 + int(number) if number and len(number) == 2 and is_joined and self.value(at - 1, "month") else None

    def jalali_year(self, at: int) -> int | None:
        """A year of the Iranian calendar in four digits."""
        number = self.value(at, "number")
        return int(number) if number and len(number) == 4 and 1300 <= int(number) <= 1498 else None

    def is_counted(self, at: int) -> bool:
        """Whether what looks like a year is followed by a unit of time ("2000 days")."""
        return bool(self.value(at + 1, "unit")) and not self.value(at + 1, "year_word")

    def month(self, at: int, *, is_told: bool) -> Found | None:
        """[last] March [last] [2024 | of last year]."""
        which = self.value(at, "which")
        start = at + 1 if which else at
        month = self.month_at(start)
        if not month:
            return None
        end = start + 1
        if not which and self.value(end, "which") and not self.value(end + 1, "unit"):
            which, end = self.value(end, "which"), end + 1
        point, stop = self.with_year(Point(kind="month", month=month[0], is_jalali=month[1], which=which), end)
        is_bare = not (is_told or which or point.year or point.year_which)
        return None if is_bare and self.value(start, "ambiguous") else (point, stop)

    def holiday(self, at: int) -> Found | None:
        """Christmas Day, New Year's Eve 2024: a day that bears a name instead of its number."""
        name = self.value(at, "holiday")
        if not name:
            return None
        month, day = (int(part) for part in name.split("-"))
        return self.with_year(Point(kind="day", month=month, day=day), at + 1)

    def decade(self, at: int) -> Found | None:
        """The 2010s."""
        decade = self.value(at, "decade")
        return (Point(kind="years", year=int(decade), last_year=int(decade) + 9), at + 1) if decade else None

    def years(self, at: int) -> Found | None:
        """2016-17, 2019–2022; "2019 and 2020" after a word for years."""
        first = self.four_digits(self.skip(at, "year_word"))
        start = self.skip(at, "year_word")
        is_range = self.value(start + 1, "dash") or (
            self.value(start + 1, "and")
            and (start > at or self.four_digits(start + 2))
            and self.value(at - 1, "between") is None
        )
        text = self.value(start + 2, "number")
        if not (first and is_range and text and len(text) in (2, 4)):
            return None
        last = int(text) if len(text) == 4 else first // 100 * 100 + int(text)
        return (Point(kind="years", year=first, last_year=last), start + 3) if first < last <= first + 30 else None

    def year(self, at: int, *, is_told: bool) -> Found | None:
        """A year alone; without a word of time before it only where the language says it so."""
        start = self.skip(at, "year_word")
        year = self.four_digits(start)
        if (
            not year
            or self.is_counted(start)
            or not (is_told or self.allows_bare_years or start > at or self.value(start + 1, "year_word"))
        ):
            return None
        return Point(kind="year", year=year), self.skip(start + 1, "year_word")
