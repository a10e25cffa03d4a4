"""The UK Sanctions List as four tables: subjects, names, identifiers, dates of birth, joined by the list's Unique ID.

31/12/2020 is not a day of designation: on it, listings under EU law were carried over into UK law.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from overflight.errors import BadList
from overflight.parties.read.entry import Entry, Snapshot, Term, day_of, read_snapshot, snapshot_day
from overflight.parties.read.tables import Row, header_share, read_rows
from overflight.records.party import Basis, Identifier, NameKind, Party, PartyId, PartyName, PartySchema
from overflight.records.source import Locator, SourceFile

LIST_CODE = "uk"
LIST_NAME = "UK Sanctions List"
CARRIED_OVER_ON = dt.date(2020, 12, 31)
COLUMNS = {
    "uk-subjects-csv": ("unique_id", "subject_type", "date_designated"),
    "uk-names-csv": ("unique_id", "name_type", "full_name"),
    "uk-identifiers-csv": ("unique_id", "identifier_type", "raw_value"),
    "uk-dobs-csv": ("unique_id", "year", "month", "day"),
}
TELLING = {
    "uk-subjects-csv": (
        "unique_id",
        "subject_type",
        "un_reference_number",
        "ofsi_group_id",
        "date_designated",
        "last_updated",
    ),
    "uk-names-csv": ("name_id", "unique_id", "name_type", "alias_strength", "full_name", "name_6"),
    "uk-identifiers-csv": ("id", "unique_id", "raw_value", "identifier_type", "additional_info"),
    "uk-dobs-csv": ("dob_id", "unique_id", "year", "month", "day", "precision"),
}
SCHEMAS = {
    "individual": PartySchema.PERSON,
    "person": PartySchema.PERSON,
    "entity": PartySchema.ORGANIZATION,
    "ship": PartySchema.VESSEL,
}
IDENTIFIERS = {
    "passport": "passport",
    "national": "national_id",
    "business_registration_numbers": "registration_number",
}


def sniff_uk_tables(head: bytes) -> str | None:
    """Which of the four tables this is, though one of its columns may have been renamed."""
    shares = {kind: header_share(head, columns) for kind, columns in TELLING.items()}
    best = max(shares, key=lambda kind: shares[kind])
    return best if shares[best] >= 0.8 else None


def read_uk_tables(files: Mapping[str, SourceFile]) -> Iterator[Snapshot]:
    """The snapshot in one folder's tables, by format name. Raises BadList without subjects and names."""
    for kind in ("uk-subjects-csv", "uk-names-csv"):
        if kind not in files:
            some = next(iter(files.values()))
            raise BadList(
                f"the UK tables lack the one of {kind.split('-')[1]}",
                where=some.source.name,
                now="Add it to the same folder.",
            )
    subjects = files["uk-subjects-csv"]
    rows = list(read_rows(subjects.path, subjects.source.name, COLUMNS["uk-subjects-csv"]))
    on, basis = snapshot_day(subjects)
    if on is None:
        on = max((day for _, cells in rows if (day := day_of(cells.get("last_updated")))), default=None)
        basis = "the latest update that it prints"
    names = _by_subject(files, "uk-names-csv")
    identifiers = _by_subject(files, "uk-identifiers-csv")
    births = _by_subject(files, "uk-dobs-csv")
    entries = [
        _entry(
            cells,
            _place(subjects, row, cells["unique_id"], on),
            names=names,
            identifiers=identifiers,
            births=births,
            on=on,
        )
        for row, cells in rows
        if cells["unique_id"]
    ]
    yield read_snapshot(entries, list_code=LIST_CODE, list_name=LIST_NAME, file=subjects, on=on, on_basis=basis)


Joined = dict[str, list[tuple[SourceFile, int, Row]]]


def _by_subject(files: Mapping[str, SourceFile], kind: str) -> Joined:
    found: Joined = {}
    file = files.get(kind)
    if file is not None:
        for row, cells in read_rows(file.path, file.source.name, COLUMNS[kind]):
            found.setdefault(cells["unique_id"], []).append((file, row, cells))
    return found


def _place(file: SourceFile, row: int, record: str, on: dt.date | None) -> Locator:
    return Locator(source=file.source.sha256, name=file.source.name, row=row, record=record, snapshot=on)


def _entry(
    cells: Row, here: Locator, *, names: Joined, identifiers: Joined, births: Joined, on: dt.date | None
) -> Entry:
    number = cells["unique_id"]
    called = list(_names(names.get(number, []), number, on))
    designated_on = day_of(cells["date_designated"])
    party = Party(
        party=PartyId(f"{LIST_CODE}:{number}"),
        list=LIST_NAME,
        entry=number,
        schema=SCHEMAS.get(cells["subject_type"].lower(), PartySchema.LEGAL_ENTITY),
        caption=called[0].text if called else number,
        names=tuple(called),
        identifiers=tuple(_identifiers(cells, here, identifiers.get(number, []), on)),
        birth_dates=tuple(dict.fromkeys(_birth(row) for _, _, row in births.get(number, ()))),
        locator=here,
    )
    programme = number.rstrip("0123456789") or None
    term = Term(
        programme=programme,
        measure=None,
        from_on=designated_on,
        from_basis=start_basis(designated_on),
        locator=here,
    )
    return Entry(party=party, terms=(term,))


def start_basis(designated_on: dt.date | None) -> Basis:
    """On what the UK's date of designation rests."""
    if designated_on is None:
        return Basis.UNKNOWN
    return Basis.CARRIED_OVER if designated_on == CARRIED_OVER_ON else Basis.STATED


def _names(rows: list[tuple[SourceFile, int, Row]], number: str, on: dt.date | None) -> Iterator[PartyName]:
    seen: set[str] = set()
    for file, row, cells in sorted(rows, key=lambda x: (x[2]["name_type"] != "primary", x[1])):
        text = cells["full_name"]
        if text and text not in seen:
            kind = NameKind.PRIMARY if cells["name_type"] == "primary" and not seen else NameKind.ALIAS
            if cells.get("alias_strength") == "low_quality_aka":
                kind = NameKind.WEAK_ALIAS
            seen.add(text)
            yield PartyName(text=text, kind=kind, locator=_place(file, row, number, on))


def _identifiers(
    cells: Row, here: Locator, rows: list[tuple[SourceFile, int, Row]], on: dt.date | None
) -> Iterator[Identifier]:
    for column, kind in (("un_reference_number", "un_reference"), ("ofsi_group_id", "ofsi_group")):
        if cells.get(column):
            yield Identifier(kind=kind, value=cells[column], locator=here)
    seen: set[tuple[str, str]] = set()
    for file, row, said in rows:
        key = (said["identifier_type"], said["raw_value"])
        if said["raw_value"] and key not in seen:
            seen.add(key)
            kind = IDENTIFIERS.get(said["identifier_type"], said["identifier_type"])
            yield Identifier(kind=kind, value=said["raw_value"], locator=_place(file, row, cells["unique_id"], on))


def _birth(cells: Row) -> str:
    return "-".join(part for part in (cells["year"], cells["month"], cells["day"]) if part)
