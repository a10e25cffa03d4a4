"""What every list reader yields: entries as the list prints them, gathered in snapshots."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from overflight.records.party import Basis, Party
from overflight.records.source import Locator, Rejection, Source, SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One programme and measure under which an entry is listed, with the dates that the list itself gives."""

    programme: str | None
    measure: str | None
    from_on: dt.date | None = None
    from_basis: Basis = Basis.UNKNOWN
    to_on: dt.date | None = None
    to_basis: Basis | None = None
    reason: str | None = None
    locator: Locator | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedLink:
    """A tie that an entry prints: its kind, the other's name as printed, and the other's entry number where it is given."""

    kind: str
    object_name: str
    object_entry: str | None = None
    from_on: dt.date | None = None
    to_on: dt.date | None = None
    locator: Locator | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a list at one snapshot: who it describes, under what, tied to whom."""

    party: Party
    terms: tuple[Term, ...] = ()
    links: tuple[StatedLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A list as it stood on one day.

    raw: entry number to whatever tells two versions of the entry apart, in the order of the file; parse(entry, row) reads
    one (rows count from 1). has_aliases is False where the files given lack the list's table of aliases.
    is_complete is False for a selection, in which an absence means nothing. rows: the row of each entry where it is not
    its place in `raw`.
    """

    list_code: str
    list_name: str
    on: dt.date | None
    on_basis: str
    source: Source
    name: str
    raw: Mapping[str, object]
    parse: Callable[[str, int | None], Entry] = field(repr=False)
    has_aliases: bool = True
    is_complete: bool = True
    rows: Mapping[str, int] | None = None
    rejections: tuple[Rejection, ...] = ()


_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")


def day_in_name(name: str) -> dt.date | None:
    """The day written in a path, from the file's own name outwards: `ofac_2021-07-07/sdn.csv`."""
    for part in (*reversed(PurePosixPath(name).parts),):
        for year, month, day in _DAY.findall(part):
            try:
                return dt.date(int(year), int(month), int(day))
            except ValueError:
                continue
    return None


def snapshot_day(file: SourceFile, stated_on: dt.date | None = None) -> tuple[dt.date | None, str]:
    """The day a list file stood for, and on what that rests: the file's own word, then its name, then the user's."""
    if stated_on is not None:
        return stated_on, "stated in the file"
    named_on = day_in_name(file.source.name)
    if named_on is not None:
        return named_on, "date in the name"
    if file.source.as_of is not None:
        return file.source.as_of, file.source.as_of_basis or "told at admission"
    return None, "unknown"
