"""Where things come from: admitted files, reports with their stored text, and pointers into both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NewType

from overflight.records.plain import HIDDEN

Sha256 = NewType("Sha256", str)
"""Lower-case hexadecimal SHA-256 of a file's bytes: the identity of a source."""

ReportId = NewType("ReportId", str)
"""A report's own id: the header's `id`, else the file stem."""


class SourceKind(StrEnum):
    """What a file was taken for at admission."""

    REPORT = "report"
    POSITIONS = "positions"
    LIST = "list"
    REGISTRY = "registry"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One admitted file.

    name: path relative to what the user added, POSIX style ("ofac_2024-05-03/sdn.csv"); never an absolute path.
    as_of: the day the content stood for (a list snapshot), where the user or the name says so.
    """

    sha256: Sha256
    name: str
    kind: SourceKind
    format: str | None
    size_bytes: int
    admitted_at: dt.datetime | None = None
    as_of: dt.date | None = None
    as_of_basis: str | None = None
    origin: str | None = None
    reliability: str | None = None
    is_synthetic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A source and where its bytes lie now; the only thing readers are given."""

    source: Source
    path: Path = field(metadata=HIDDEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """The place of a non-text fact: source, row or record, field.

    row counts from 1 as a person would count lines or records; snapshot is the day of a dated snapshot inside the source.
    """

    source: Sha256 | None
    name: str | None = None
    row: int | None = None
    record: str | None = None
    field: str | None = None
    snapshot: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open range of Unicode code points in a report's stored text."""

    doc: ReportId
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCandidate:
    """A day that might be a report's publication day, and where it was found."""

    on: dt.date
    found_in: str


def of_kind(files: Sequence[SourceFile], *kinds: SourceKind) -> tuple[SourceFile, ...]:
    """The files of some kinds, in a fixed order: by name, then by hash."""
    return tuple(sorted((f for f in files if f.source.kind in kinds), key=lambda f: (f.source.name, f.source.sha256)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Something in a source that was not taken, counted, with the reason."""

    source: Sha256
    name: str
    reason: str
    count: int
    first_row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as stored: spans count code points of `text`, which never changes after admission."""

    doc: ReportId
    source: Sha256
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    language_basis: str | None = None
    published_on: dt.date | None = None
    published_basis: str | None = None
    day_candidates: tuple[DayCandidate, ...] = ()
    is_synthetic: bool = False
    warnings: tuple[str, ...] = ()
    page_starts: tuple[int, ...] = field(default=(), metadata=HIDDEN)
    """Where each page of a paged document begins in `text`, in code points."""
