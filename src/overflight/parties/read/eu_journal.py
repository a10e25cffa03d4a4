"""Tables made from the annexes of EU acts in the Official Journal: one row an entry, with the measure and the day of listing.

A consolidated act is whole; a table of amendments only adds, so that an absence from it means nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath

from overflight.errors import BadList
from overflight.parties.read.entry import Entry, Snapshot, Term, day_of, latest_start, read_snapshot, snapshot_day
from overflight.parties.read.tables import Row, header_share, read_rows
from overflight.parties.read.told_names import ToldName, spellings, told_names
from overflight.records.party import Basis, Identifier, NameKind, Party, PartyId, PartyName, PartySchema
from overflight.records.source import Locator, SourceFile

LIST_CODE = "eujo"
LIST_NAME = "EU acts"
COLUMNS = ("recordId", "programKey", "annex", "measure", "startDate", "schema", "name", "alias")
SCHEMAS = {
    "person": PartySchema.PERSON,
    "legalentity": PartySchema.LEGAL_ENTITY,
    "company": PartySchema.ORGANIZATION,
    "organization": PartySchema.ORGANIZATION,
    "vessel": PartySchema.VESSEL,
    "airplane": PartySchema.AIRPLANE,
}
NAMES = (("alias", NameKind.ALIAS), ("weakAlias", NameKind.WEAK_ALIAS), ("previousName", NameKind.FORMER))
IDENTIFIERS = (
    ("passportNumber", "passport"),
    ("idNumber", "national_id"),
    ("registrationNumber", "registration_number"),
    ("taxNumber", "tax_id"),
    ("innCode", "inn"),
    ("ogrnCode", "ogrn"),
    ("imoNumber", "imo"),
    ("mmsi", "mmsi"),
    ("swiftBic", "swift_bic"),
    ("leiCode", "lei"),
    ("position", "title"),
    ("flag", "flag"),
)


def sniff_eu_journal(head: bytes) -> bool:
    """Whether this is such a table, though one of its columns may have been renamed."""
    return header_share(head, COLUMNS) >= 0.8


def is_amendment(file: SourceFile) -> bool:
    """Whether a table only adds to an act."""
    return PurePosixPath(file.source.name).name.startswith("amendments")


def read_eu_journal(files: Sequence[SourceFile]) -> Iterator[Snapshot]:
    """The snapshot that the acts of one folder and day make together; without a known day, one for each act.

    Raises BadList where no table has an entry; one alone may be empty, since acts are emptied.
    """
    on, basis = snapshot_day(files[0])
    by_file = [(file, list(_entries(file, on))) for file in files]
    held = [(file, entries) for file, entries in by_file if entries]
    if not held:
        raise BadList("no entry in any table", where=files[0].source.name, now="Get the tables again.")
    if on is not None:
        held = [(held[0][0], [entry for _, entries in held for entry in entries])]
    label = partial(read_snapshot, list_code=LIST_CODE, list_name=LIST_NAME, on_basis=basis)
    for file, entries in sorted(held, key=lambda pair: latest_start(pair[1]) or dt.date.max):
        yield label(entries, file=file, on=on, is_complete=not is_amendment(file))


def _entries(file: SourceFile, on: dt.date | None) -> Iterator[Entry]:
    """The entries of one table; a number that the table prints twice is told apart by its row."""
    seen: set[str] = set()
    for row, cells in read_rows(file.path, file.source.name, COLUMNS):
        if cells["name"]:
            act = cells.get("celex") or f"{cells.get('amendmentCelex', '')}>{cells.get('amendedCelex', '')}"
            number = f"{act}/{cells['annex']}/{cells['recordId']}"
            if not cells["recordId"] or number in seen:
                number = f"{number}#{row}"
            seen.add(number)
            yield _entry(cells, number, file, row, on)


def _entry(cells: Row, number: str, file: SourceFile, row: int, on: dt.date | None) -> Entry:
    here = Locator(source=file.source.sha256, name=file.source.name, row=row, record=number, snapshot=on)
    listed_on = day_of(cells["startDate"])
    party = Party(
        party=PartyId(f"{LIST_CODE}:{number}"),
        list=LIST_NAME,
        entry=number,
        schema=SCHEMAS.get(cells["schema"].lower(), PartySchema.LEGAL_ENTITY),
        caption=cells["name"],
        names=tuple(_names(cells, here)),
        identifiers=tuple(
            Identifier(kind=kind, value=value, locator=here)
            for column, kind in IDENTIFIERS
            for value in _split(cells.get(column, ""))
        ),
        countries=tuple(dict.fromkeys(_split(cells.get("nationality", "")) + _split(cells.get("country", "")))),
        birth_dates=tuple(dict.fromkeys(_split(cells.get("birthDate", "")))),
        remarks=cells.get("reason") or None,
        locator=here,
    )
    term = Term(
        programme=cells["programKey"] or None,
        measure=cells["measure"] or None,
        from_on=listed_on,
        from_basis=Basis.STATED if listed_on else Basis.UNKNOWN,
        locator=here,
    )
    return Entry(party=party, terms=(term,))


def _names(cells: Row, here: Locator) -> Iterator[PartyName]:
    """The names of an entry; a cell that tells several in one gives each of them, one that tells none stays a primary name."""
    told = told_names(cells["name"]) or (ToldName(cells["name"]),)
    yield PartyName(text=told[0].text, kind=NameKind.PRIMARY, locator=here)
    seen = {told[0].text}
    others = [(name, NameKind.ALIAS) for name in told[1:]]
    for column, kind in NAMES:
        for cell in _split(cells.get(column, "")):
            spelled = spellings(cell) if cells["schema"].lower() == "person" else ()
            others += [(ToldName(text, is_weak=True), kind) for text in spelled] or [
                (n, kind) for n in told_names(cell)
            ]
    for name, kind in others:
        if name.text not in seen:
            seen.add(name.text)
            yield PartyName(text=name.text, kind=NameKind.WEAK_ALIAS if name.is_weak else kind, locator=here)


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]
