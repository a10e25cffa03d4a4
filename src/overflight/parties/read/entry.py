"""What every list reader yields: entries as the list prints them, gathered in snapshots."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from overflight.errors import BadList
from overflight.records.party import Basis, Party
from overflight.records.source import Locator, Rejection, Source, SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One programme and measure under which an entry is listed, with the dates that the list itself gives.

    observed_*, absent_on, gone_on: what snapshots showed, where a selection made from them says so.
    """

    programme: str | None
    measure: str | None
    from_on: dt.date | None = None
    from_basis: Basis = Basis.UNKNOWN
    to_on: dt.date | None = None
    to_basis: Basis | None = None
    observed_from: dt.date | None = None
    observed_to: dt.date | None = None
    absent_on: dt.date | None = None
    gone_on: dt.date | None = None
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

    raw: entry number to whatever tells two versions of the entry apart, in the order of the file.
    parse(entry, row) reads one; rows count from 1.
    has_aliases is False where the files given lack the list's table of aliases.
    is_complete is False for a selection, in which an absence means nothing.
    rows: the row of each entry where it is not its place in `raw`.
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


def read_snapshot(  # noqa: PLR0913 - one keyword a column of the snapshot's own label
    entries: Iterable[Entry],
    *,
    list_code: str,
    list_name: str,
    file: SourceFile,
    on: dt.date | None,
    on_basis: str,
    is_complete: bool = True,
    rejections: tuple[Rejection, ...] = (),
) -> Snapshot:
    """A snapshot of entries that are read already. Raises BadList where there are none.

    A whole list of no known day stood on or after the latest day of listing that it prints: it shows its entries then,
    and an absence from it means nothing.
    """
    by_number = {entry.party.entry: entry for entry in entries}
    if on is None and is_complete and (latest_on := latest_start(by_number.values())) is not None:
        on, on_basis, is_complete = latest_on, "the latest day of listing that it prints: it stood then or later", False
    if not by_number:
        raise BadList(
            "the list has no entry",
            where=file.source.name,
            now="Get the file again; until then the list before it stands.",
        )
    places = {number: entry.party.locator for number, entry in by_number.items()}
    return Snapshot(
        list_code=list_code,
        list_name=list_name,
        on=on,
        on_basis=on_basis,
        source=file.source,
        name=file.source.name,
        raw=by_number,
        parse=lambda number, _row: by_number[number],
        is_complete=is_complete,
        rows={number: place.row for number, place in places.items() if place is not None and place.row is not None},
        rejections=rejections,
    )


def latest_start(entries: Iterable[Entry]) -> dt.date | None:
    """The latest day of listing that any of the entries prints."""
    return max((term.from_on for entry in entries for term in entry.terms if term.from_on is not None), default=None)


def day_of(text: str | None) -> dt.date | None:
    """The day that a list prints, in the ways in which lists print one; None for anything less than a whole day."""
    words = (text or "").strip()
    if not words:
        return None
    for pattern, order in _DAY_FORMS:
        found = pattern.match(words)
        if found:
            parts = dict(zip(order, found.groups(), strict=True))
            month = parts["m"] if parts["m"].isdigit() else _MONTHS.get(parts["m"][:3].lower(), "0")
            try:
                return dt.date(int(parts["y"]), int(month), int(parts["d"]))
            except ValueError:
                return None
    return None


_MONTHS = {
    name: str(number)
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
_DAY_FORMS = (
    (re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?!\d)"), "ymd"),
    (re.compile(r"(\d\d?)[./](\d\d?)[./](\d{4})(?!\d)"), "dmy"),
    (re.compile(r"(\d\d?)[ -]([A-Za-z]+)\.?[ -](\d{4})(?!\d)"), "dmy"),
)
