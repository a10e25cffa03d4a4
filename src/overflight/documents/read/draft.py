"""What a format's reader hands back: the stored text and what it found out, each with where it was found."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from overflight.records.source import DayCandidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report before it has an id and a language. days come in the order in which they are believed."""

    text: str
    doc: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    language_basis: str | None = None
    days: tuple[DayCandidate, ...] = ()
    other_days: tuple[DayCandidate, ...] = ()
    """Days that bound publication but are not it: when a file was made, when a page was fetched."""
    is_synthetic: bool = False
    warnings: tuple[str, ...] = ()
    page_starts: tuple[int, ...] = ()
    """Where each page of a paged document begins in the text."""


_DAY = re.compile(r"(?P<y>[12]\d{3})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)")


def day_of(value: object) -> dt.date | None:
    """The ISO day at the start of a metadata value ("2024-03-18T06:40:00Z"), None if it does not hold one."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    match = _DAY.match(value.strip()) if isinstance(value, str) else None
    if not match:
        return None
    try:
        return dt.date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def from_fields(fields: Mapping[str, object], text: str, *, found_in: str) -> Draft:
    """A draft from a header's fields (id, outlet, title, author, date, language, url, fiction or synthetic)."""

    def word(*keys: str) -> str | None:
        values = (fields.get(key) for key in keys)
        return next((value.strip() for value in values if isinstance(value, str) and value.strip()), None)

    days, warnings = [], []
    for key in _DAY_FIELDS:
        on = day_of(fields.get(key))
        if on:
            days.append(DayCandidate(on=on, found_in=f"{found_in}, {key}"))
        elif fields.get(key):
            warnings.append(f"{found_in}: {key} is not a day that can be read: {str(fields[key])[:40]!r}")
    language = word("language", "lang")
    return Draft(
        text=text,
        doc=word("id"),
        title=word("title", "headline"),
        outlet=word("outlet", "publisher", "site_name", "source"),
        author=word("author", "byline"),
        url=word("url", "link", "canonical"),
        language=language.lower().split("-")[0] if language else None,
        language_basis=f"{found_in}, language" if language else None,
        days=tuple(days),
        is_synthetic=any(_is_true(fields.get(key)) for key in ("fiction", "synthetic", "is_synthetic")),
        warnings=tuple(warnings),
    )


_DAY_FIELDS = ("date", "published", "published_on", "datePublished", "pubdate", "created", "updated", "modified")


def _is_true(value: object) -> bool:
    return value is True or (isinstance(value, str) and value.strip().lower() in ("true", "yes", "1"))
