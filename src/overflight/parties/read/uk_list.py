"""The UK Sanctions List and OFSI's consolidated list in their official CSV layouts, read by column name.

Before the header stands a line with the day of the report. An entry has a row for each of its names.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from overflight.parties.read.entry import Entry, Snapshot, StatedLink, Term, day_of, read_snapshot, snapshot_day
from overflight.parties.read.tables import Row, decoded, header_share, read_rows
from overflight.parties.read.uk_tables import LIST_CODE, SCHEMAS, start_basis
from overflight.records.party import Identifier, NameKind, Party, PartyId, PartyName, PartySchema
from overflight.records.source import Locator, SourceFile

COLUMNS = ("Unique ID", "Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Regime Name", "Date Designated")
OFSI_COLUMNS = ("Group ID", "Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Regime", "Listed On")
LAYOUTS = {"uk-list-csv": COLUMNS, "uk-ofsi-csv": OFSI_COLUMNS}
LIST_NAMES = {"uk-list-csv": "UK Sanctions List", "uk-ofsi-csv": "UK OFSI"}
NAME_PARTS = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
TYPES = ("Individual, Entity, Ship", "Designation Type", "Group Type")
IDENTIFIERS = (
    ("UN Reference Number", "un_reference"),
    ("OFSI Group ID", "ofsi_group"),
    ("Passport number", "passport"),
    ("National Identifier number", "national_id"),
    ("Business registration number (s)", "registration_number"),
    ("IMO number", "imo"),
    ("Current believed flag of ship", "flag"),
    ("Position", "title"),
)
LINKS = (
    ("Parent company", "parent"),
    ("Subsidiaries", "subsidiary"),
    ("Current owner/operator (s)", "owner"),
    ("Previous owner/operator (s)", "former_owner"),
)
_NUMBERED = re.compile(r"\s*\(\d+\)\s*")


def sniff_uk_list(head: bytes) -> str | None:
    """Which official layout this is, with or without the line of the report's day before the header."""
    for kind, columns in LAYOUTS.items():
        if max(header_share(head, columns, line=line) for line in (0, 1)) >= 0.7:
            return kind
    return None


def read_uk_list(file: SourceFile, layout: str) -> Iterator[Snapshot]:
    """The snapshot in one official CSV, dated by the line before its header."""
    columns = LAYOUTS[layout]
    lead = [cell.strip('" ') for cell in decoded(file.path)[:10_000].partition("\n")[0].split(",")]
    has_lead = not {c.casefold() for c in columns[1:3]} <= {c.strip().casefold() for c in lead}
    reported_on = next((day for cell in lead if (day := day_of(cell.rpartition(":")[2]))), None) if has_lead else None
    on, basis = snapshot_day(file, reported_on)
    groups: dict[str, list[tuple[int, Row]]] = {}
    for row, cells in read_rows(file.path, file.source.name, columns, preamble_rows=int(has_lead)):
        if cells.get(columns[0]):
            groups.setdefault(cells[columns[0]], []).append((row, cells))
    entries = [_entry(number, rows, file, layout, on) for number, rows in groups.items()]
    yield read_snapshot(entries, list_code=LIST_CODE, list_name=LIST_NAMES[layout], file=file, on=on, on_basis=basis)


def _entry(number: str, rows: list[tuple[int, Row]], file: SourceFile, layout: str, on: dt.date | None) -> Entry:
    rows = sorted(rows, key=lambda x: ("primary" not in _alias_type(x[1]), x[0]))
    first_row, first = rows[0]
    here = Locator(source=file.source.sha256, name=file.source.name, row=first_row, record=number, snapshot=on)
    names = tuple(_names(rows, here))
    kind = next((first[column] for column in TYPES if first.get(column)), "")
    code = LIST_CODE if layout == "uk-list-csv" else f"{LIST_CODE}-ofsi"
    party = Party(
        party=PartyId(f"{code}:{number}"),
        list=LIST_NAMES[layout],
        entry=number,
        schema=SCHEMAS.get(kind.lower(), PartySchema.LEGAL_ENTITY),
        caption=names[0].text if names else number,
        names=names,
        identifiers=tuple(_identifiers(rows, here)),
        countries=_each(rows, "Nationality(/ies)", "Nationality", "Address Country", "Country"),
        birth_dates=_each(rows, "D.O.B", "DOB"),
        remarks=first.get("UK Statement of Reasons") or first.get("Other Information") or None,
        locator=here,
    )
    return Entry(party=party, terms=tuple(_terms(first, layout, here)), links=tuple(_links(rows, here)))


def _terms(cells: Row, layout: str, here: Locator) -> Iterator[Term]:
    """One term a measure; OFSI's list is of asset freezes."""
    designated_on = day_of(cells.get("Date Designated") or cells.get("UK Sanctions List Date Designated") or "")
    if designated_on is None and layout == "uk-ofsi-csv":
        designated_on = day_of(cells["Listed On"])
    programme = cells.get("Regime Name") or cells.get("Regime") or None
    imposed = cells.get("Sanctions Imposed") or ("Asset freeze" if layout == "uk-ofsi-csv" else "")
    for measure in [part.strip() for part in imposed.split("|") if part.strip()] or [""]:
        yield Term(
            programme=programme,
            measure=measure or None,
            from_on=designated_on,
            from_basis=start_basis(designated_on),
            locator=here,
        )


def _names(rows: list[tuple[int, Row]], here: Locator) -> Iterator[PartyName]:
    seen: set[str] = set()
    for row, cells in rows:
        place = Locator(source=here.source, name=here.name, row=row, record=here.record, snapshot=here.snapshot)
        text = " ".join(part for column in NAME_PARTS if (part := cells.get(column, "")))
        original = cells.get("Name non-latin script") or cells.get("Name Non-Latin Script") or ""
        quality = (cells.get("Alias strength") or cells.get("Alias Quality") or "").lower()
        if text and text not in seen:
            kind = NameKind.WEAK_ALIAS if quality.startswith("low") else NameKind.ALIAS if seen else NameKind.PRIMARY
            if "formerly" in _alias_type(cells) or "f.k.a" in _alias_type(cells):
                kind = NameKind.FORMER
            seen.add(text)
            yield PartyName(text=text, kind=kind, locator=place)
        if original and original not in seen:
            seen.add(original)
            yield PartyName(text=original, kind=NameKind.ORIGINAL_SCRIPT, locator=place)


def _alias_type(cells: Row) -> str:
    return (cells.get("Name type") or cells.get("Alias Type") or "").lower()


def _identifiers(rows: list[tuple[int, Row]], here: Locator) -> Iterator[Identifier]:
    for column, kind in IDENTIFIERS:
        for value in _each(rows, column):
            yield Identifier(kind=kind, value=value, locator=here)


def _links(rows: list[tuple[int, Row]], here: Locator) -> Iterator[StatedLink]:
    for column, kind in LINKS:
        for value in _each(rows, column, column.replace("company", "Company")):
            yield StatedLink(kind=kind, object_name=value, locator=here)


def _each(rows: list[tuple[int, Row]], *columns: str) -> tuple[str, ...]:
    """The values of columns over all rows, each once; `(1) a (2) b` is two values."""
    values = (part for column in columns for _, cells in rows for part in _NUMBERED.split(cells.get(column, "")))
    return tuple(dict.fromkeys(value.strip() for value in values if value.strip()))
