"""Text with a JSON header, text with front matter, and plain text."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from itertools import takewhile

from overflight.documents.read.decode import decode
from overflight.documents.read.draft import Draft, day_of, from_fields
from overflight.documents.read.language import detect_language
from overflight.documents.sentences import split_sentences
from overflight.documents.time import Anchors, read_dates
from overflight.errors import BadReport
from overflight.records.source import DayCandidate

_HEADER = re.compile(r"\s*(\{.*\})[ \t]*\r?\n---[ \t]*(?:\r?\n|\Z)")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*\Z")
_LEADING_DAY = re.compile(r"\s*(?:date|published|datum|fecha|дата|data)?\s*:?\s*(\d{4}-\d{2}-\d{2})\b", re.IGNORECASE)

MAX_FRONT_MATTER = 64 * 1024
"""Characters of a header that are looked at; real ones hold under two thousand."""


def has_header(head: str) -> bool:
    """Whether a text begins with a JSON header line and a line `---`."""
    match = _HEADER.match(head[:MAX_FRONT_MATTER])
    return bool(match and match[1].lstrip().startswith("{"))


def has_front_matter(head: str) -> bool:
    """Whether a text begins with front matter between two lines `---`."""
    match = _FRONT_MATTER.match(head[:MAX_FRONT_MATTER])
    return bool(match and any(_FIELD.match(line) for line in match[1].splitlines()))


def read_headed(data: bytes, where: str) -> Draft:
    """Text whose first line is a JSON header followed by a line `---`; the stored text is all that follows."""
    text, warnings = decode(data, where)
    match = _HEADER.match(text)
    if not match:
        raise BadReport("the header line is not followed by a line ---", where=where, now="Put --- below the header.")
    try:
        fields = json.loads(match[1])
    except (ValueError, RecursionError) as error:
        raise BadReport(
            f"the header line is not JSON ({error})", where=f"{where}, line 1", now="Correct the header."
        ) from error
    if not isinstance(fields, dict):
        raise BadReport("the header line is not a JSON object", where=f"{where}, line 1", now="Correct the header.")
    return _with_warnings(from_fields(fields, text[match.end() :], found_in="header"), warnings)


def read_markdown(data: bytes, where: str) -> Draft:
    """Markdown, with or without front matter; the stored text is all below the front matter, marks included."""
    text, warnings = decode(data, where)
    match = _FRONT_MATTER.match(text)
    fields = _front_matter(match[1]) if match else {}
    body = text[match.end() :] if match else text
    draft = from_fields(fields, body, found_in="front matter")
    if draft.title is None:
        heading = re.search(r"^#\s+(.+?)\s*#*\s*$", body, re.MULTILINE)
        draft = _replace(draft, title=heading[1] if heading else None)
    return _with_warnings(draft, warnings)


def read_plain(data: bytes, where: str) -> Draft:
    """Plain text; a heading on top is the title, a day at the very start is the day. Both stay in the text."""
    text, warnings = decode(data, where)
    sentences = split_sentences(text[:4000])
    first = sentences[0] if sentences else None
    title = text[first.start : first.end] if first and first.kind == "heading" and len(sentences) > 1 else None
    return Draft(text=text, title=title, days=tuple(_days(text)), warnings=warnings)


def _days(text: str) -> Iterator[DayCandidate]:
    """A day at the very start, and days that stand in short lines of their own near the top ("21 January 2022")."""
    match = _LEADING_DAY.match(text)
    on = day_of(match[1]) if match else None
    if on:
        yield DayCandidate(on=on, found_in="first line of the text")
        return
    language, _ = detect_language(text)
    for number, line in enumerate(text[:_HEAD_CHARACTERS].split("\n")[:_HEAD_LINES], start=1):
        if line.strip() and len(line) <= _DAY_LINE_CHARACTERS and line.rstrip()[-1] not in ".!?":
            for reading in read_dates(line, 0, len(line), anchors=Anchors(), language=language):
                if reading.precision == "day" and reading.anchor_kind == "explicit" and reading.from_on:
                    yield DayCandidate(on=reading.from_on, found_in=f"line {number} of the text")


_HEAD_CHARACTERS = 2000
_HEAD_LINES = 8
"""Lines in which a dateline or byline is looked for: title, subtitle, author, day, with blank lines between."""

_DAY_LINE_CHARACTERS = 80
"""A line longer than this is prose, and a day in it is the story's, not the page's."""


def _front_matter(block: str) -> dict[str, object]:
    """`key: value` lines; nested blocks and lists are passed over, for nothing that is asked for stands in them."""
    fields: dict[str, object] = {}
    for line in block.splitlines():
        match = _FIELD.match(line)
        if match:
            fields.setdefault(match[1].lower(), _unquoted(match[2]))
    return fields


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return "".join(takewhile(lambda c: c != "#", value)).strip() if " #" in value else value


def _replace(draft: Draft, **changes: object) -> Draft:
    return dataclasses.replace(draft, **changes)  # type: ignore[arg-type]


def _with_warnings(draft: Draft, warnings: tuple[str, ...]) -> Draft:
    return _replace(draft, warnings=(*warnings, *draft.warnings)) if warnings else draft
