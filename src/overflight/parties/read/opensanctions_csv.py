"""OpenSanctions' `targets.simple.csv`: one row a target, several values of a cell parted by semicolons.

The table says that a target is sanctioned and in which datasets it stands, not which of them since when: that is in the
FollowTheMoney export. So it is one list here, a selection, in which an absence means nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from overflight.parties.read.entry import Entry, Snapshot, Term, day_of, read_snapshot, snapshot_day
from overflight.parties.read.ftm_json import LIST_CODE, SCHEMAS
from overflight.parties.read.tables import Row, header_share, read_rows
from overflight.records.party import Identifier, NameKind, Party, PartyId, PartyName, PartySchema
from overflight.records.source import Locator, SourceFile

LIST_NAME = "OpenSanctions targets"
COLUMNS = (
    "id",
    "schema",
    "name",
    "aliases",
    "birth_date",
    "countries",
    "identifiers",
    "sanctions",
    "dataset",
    "last_seen",
)


def sniff_targets_csv(head: bytes) -> bool:
    """Whether this is the table of targets, though one of its columns may have been renamed."""
    return header_share(head, COLUMNS) >= 0.8


def read_targets_csv(file: SourceFile) -> Iterator[Snapshot]:
    """The targets in one table, as of the latest day on which one of them was seen."""
    rows = list(read_rows(file.path, file.source.name, COLUMNS))
    seen_on = max((day for _, cells in rows if (day := day_of(cells["last_seen"][:10]))), default=None)
    on, basis = snapshot_day(file)
    if on is None and seen_on is not None:
        on, basis = seen_on, "the latest last_seen that it prints"
    entries = [_entry(row, cells, file, on) for row, cells in rows if cells["id"]]
    yield read_snapshot(
        entries, list_code=LIST_CODE, list_name=LIST_NAME, file=file, on=on, on_basis=basis, is_complete=False
    )


def _entry(row: int, cells: Row, file: SourceFile, on: dt.date | None) -> Entry:
    key = cells["id"]
    here = Locator(source=file.source.sha256, name=file.source.name, row=row, record=key, snapshot=on)
    schema = SCHEMAS.get(cells["schema"], PartySchema.LEGAL_ENTITY)
    caption = cells["name"] or key
    names = dict.fromkeys((caption, *_several(cells["aliases"])))
    party = Party(
        party=PartyId(f"{LIST_CODE}:{key}"),
        list=LIST_NAME,
        entry=key,
        schema=schema,
        caption=caption,
        names=tuple(
            PartyName(text=text, kind=NameKind.ALIAS if at else NameKind.PRIMARY, locator=here)
            for at, text in enumerate(names)
        ),
        identifiers=tuple(_identifiers(cells, schema, caption, here)),
        countries=_several(cells["countries"]),
        birth_dates=_several(cells["birth_date"]),
        locator=here,
    )
    return Entry(party=party, terms=tuple(_terms(cells, here)))


def _terms(cells: Row, here: Locator) -> Iterator[Term]:
    """A term a programme where the row says that the target is sanctioned; which dataset says so stays open."""
    if not cells["sanctions"]:
        return
    for programme in _several(cells.get("program_ids", "")) or (None,):
        yield Term(
            programme=programme,
            measure=None,
            observed_to=day_of(cells["last_seen"][:10]),
            reason=f"in {', '.join(_several(cells['dataset']))}",
            locator=here,
        )


def _identifiers(cells: Row, schema: PartySchema, caption: str, here: Locator) -> Iterator[Identifier]:
    """The numbers of a row, which it gives without saying what they are; those of a ship begin with IMO."""
    if schema is PartySchema.AIRPLANE:
        yield Identifier(kind="registration", value=caption, locator=here)
    for value in _several(cells["identifiers"]):
        is_imo = value.upper().startswith("IMO")
        yield Identifier(
            kind="imo" if is_imo else "identification_number", value=value[3 * is_imo :].strip(), locator=here
        )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cell.split(";") if part.strip()))
