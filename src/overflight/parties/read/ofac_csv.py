"""OFAC's delimited files: `sdn.csv`, `alt.csv`, `add.csv`, `sdn_comments.csv` (and the `cons_*` twins), which have no header.

The layout is OFAC's data specification: `-0- ` is null, programmes are split as `SDGT] [IFSR`, remarks that do not fit
run on in the comments file, and the file ends with Ctrl-Z. None of them carries a date of designation.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from overflight.errors import BadList
from overflight.parties.read.entry import Entry, Snapshot, StatedLink, Term, snapshot_day
from overflight.parties.read.ofac_remarks import Remarks, read_remarks
from overflight.records.party import Identifier, NameKind, Party, PartyId, PartyName, PartySchema
from overflight.records.source import Locator, Rejection, Source, SourceFile

LIST_CODE = "ofac"
LIST_NAMES = {"sdn": "OFAC SDN", "cons": "OFAC Consolidated"}
MEASURES = {"sdn": "Block", "cons": "Non-SDN"}
COLUMNS = {"ofac-sdn-csv": 12, "ofac-alt-csv": 5, "ofac-add-csv": 6, "ofac-comments-csv": 2}
SCHEMAS = {
    "individual": PartySchema.PERSON,
    "vessel": PartySchema.VESSEL,
    "aircraft": PartySchema.AIRPLANE,
    "": PartySchema.ORGANIZATION,
}
ALT_KINDS = {"aka": NameKind.ALIAS, "fka": NameKind.FORMER, "nka": NameKind.ALIAS}
REMARK_ALIAS_KINDS = {"a.k.a.": NameKind.WEAK_ALIAS, "f.k.a.": NameKind.FORMER, "n.k.a.": NameKind.ALIAS}
_NULL = "-0-"
_NUMBER = re.compile(rb"\d+")
_SDN = re.compile(rb'^\d+,"(?:[^"]|"")*",(?:-0- ?|"(?:individual|vessel|aircraft|entity)?\s*"),(?:-0- ?|")')
_ALT = re.compile(rb'^\d+,\d+,"?(?:aka|fka|nka)"?,')
_ADD = re.compile(rb'^\d+,\d+,(?:-0- ?|"(?:[^"]|"")*"),(?:-0- ?|"(?:[^"]|"")*"),(?:-0- ?|"(?:[^"]|"")*"),(?:-0- ?|")')
_COMMENT = re.compile(rb'^\d+,"(?:[^"]|"")*"\s*$')


def sniff_ofac_csv(head: bytes, name: str) -> str | None:
    """Which of OFAC's delimited files this is, told from its first rows; an empty one from its name alone."""
    stem = PurePosixPath(name).name.lower()
    if not head.strip(b"\x1a\r\n\t "):
        return "ofac-sdn-csv" if stem in ("sdn.csv", "cons_prim.csv") else None
    first = [line.rstrip(b"\r") for line in head.split(b"\n")[:3] if line.strip(b"\x1a\r ")]
    for kind, pattern in (
        ("ofac-sdn-csv", _SDN),
        ("ofac-alt-csv", _ALT),
        ("ofac-add-csv", _ADD),
        ("ofac-comments-csv", _COMMENT),
    ):
        if first and all(pattern.match(line) for line in first):
            return kind
    return None


@dataclass(frozen=True, slots=True)
class Companions:
    """Rows of the alias, address and comments files by entry number, each with its row and its source."""

    alt: Mapping[str, tuple[tuple[int, list[str]], ...]]
    add: Mapping[str, tuple[tuple[int, list[str]], ...]]
    comments: Mapping[str, tuple[tuple[int, list[str]], ...]]
    sources: Mapping[str, Source]


NO_COMPANIONS = Companions({}, {}, {}, {})


def read_ofac_csv(files: Mapping[str, SourceFile], known: KnownLines | None = None) -> Iterator[Snapshot]:
    """The snapshot in one folder's files, by format name. Raises BadList where there is no whole primary file."""
    primary = files.get("ofac-sdn-csv")
    if primary is None:
        some = next(iter(files.values()))
        raise BadList(
            "aliases, addresses or comments of an OFAC list without its sdn.csv",
            where=some.source.name,
            now="Add the sdn.csv of the same day to the same folder.",
        )
    tables = {kind: _rows_by_entry(file, COLUMNS[kind]) for kind, file in files.items() if kind != "ofac-sdn-csv"}
    companions = Companions(
        alt=tables.get("ofac-alt-csv", {}),
        add=tables.get("ofac-add-csv", {}),
        comments=tables.get("ofac-comments-csv", {}),
        sources={kind: file.source for kind, file in files.items()},
    )
    on, basis = snapshot_day(primary)
    yield snapshot_of_bytes(
        primary.path.read_bytes(),
        source=primary.source,
        name=primary.source.name,
        on=on,
        on_basis=basis,
        beside=companions,
        known=known,
    )


def snapshot_of_bytes(  # noqa: PLR0913 - what labels a version, and what may stand beside it
    content: bytes,
    *,
    source: Source,
    name: str,
    on: dt.date | None,
    on_basis: str,
    beside: Companions = NO_COMPANIONS,
    known: KnownLines | None = None,
) -> Snapshot:
    """The snapshot that one version of `sdn.csv` is. Raises BadList if it is empty, cut off or another layout.

    known: lines of versions read before, kept by whoever reads many.
    """
    lines, bad = split_entries(content, name, {} if known is None else known)
    which = "cons" if PurePosixPath(name).name.lower().startswith("cons") else "sdn"
    decoder = Decoder(source=source, name=name, on=on, which=which, beside=beside)
    raw: dict[str, object] = dict(lines)
    for entry in {*beside.alt, *beside.comments, *beside.add} & raw.keys():
        raw[entry] = (lines[entry], _texts(beside.alt, entry), _texts(beside.comments, entry))
    return Snapshot(
        list_code=LIST_CODE,
        list_name=LIST_NAMES[which],
        on=on,
        on_basis=on_basis,
        source=source,
        name=name,
        raw=raw,
        parse=lambda entry, row: decoder.entry(lines[entry], row),
        has_aliases=bool(beside.alt),
        rows=_rows(lines, bad) if bad else None,
        rejections=_rejections(source, name, bad),
    )


def _rows(lines: Mapping[str, bytes], bad: tuple[int, ...]) -> dict[str, int]:
    """The row of each entry where rows without one stand in between."""
    free = (row for row in range(1, len(lines) + len(bad) + 1) if row not in set(bad))
    return dict(zip(lines, free, strict=False))


def _rejections(source: Source, name: str, bad: tuple[int, ...]) -> tuple[Rejection, ...]:
    if not bad:
        return ()
    reason = "row that is no entry"
    return (Rejection(source=source.sha256, name=name, reason=reason, count=len(bad), first_row=bad[0]),)


KnownLines = dict[bytes, tuple[str, bytes]]
"""Lines met before: each with its entry number ("" for none) and the one object that stands for it."""


MAX_DIGITS = 9
"""Digits of an entry number; OFAC's have five."""
MAX_ROW_BYTES = 100_000
"""Length of a row; the longest real one has under 2,000."""


def split_entries(content: bytes, name: str, known: KnownLines) -> tuple[dict[str, bytes], tuple[int, ...]]:
    """Lines by entry number in file order, and the rows that hold no entry. Raises BadList.

    A line that was met before costs one look-up, and is the same object: so are versions told apart quickly.
    """
    body = content.rstrip(b"\x1a\r\n ")
    if not body:
        raise BadList("the list is empty", where=name, now="Get the file again; until then the list before it stands.")
    rows = body.split(b"\n")
    for line in [row for row in rows if row not in known]:
        number = line.partition(b",")[0].strip()
        is_entry = number.isdigit() and len(number) <= MAX_DIGITS and len(line) <= MAX_ROW_BYTES
        known[line] = (number.decode() if is_entry else "", line)
    lines = dict(map(known.__getitem__, rows))
    bad: tuple[int, ...] = ()
    if lines.pop("", None) is not None:
        bad = tuple(row for row, line in enumerate(rows, start=1) if line.strip() and not known[line][0])
    fields = _cells(rows[-1]) if len(rows[-1]) <= MAX_ROW_BYTES else []
    if not lines or len(fields) != COLUMNS["ofac-sdn-csv"] or len(bad) > len(lines):
        raise BadList(
            f"not a whole sdn.csv: the last row has {len(fields)} of 12 fields"
            if lines
            else "not an sdn.csv: no entry number",
            where=name,
            now="Get the file again; until then the list before it stands.",
        )
    return lines, bad


@dataclass(frozen=True, slots=True)
class Decoder:
    """Turns raw rows of one snapshot into entries."""

    source: Source
    name: str
    on: dt.date | None
    which: str
    beside: Companions

    def entry(self, line: bytes, row: int | None) -> Entry:
        """The entry that a row of `sdn.csv` and its companions print. Rows short of fields are read as far as they go."""
        cells = [clean(cell) for cell in _cells(line)]
        cells += [""] * (12 - len(cells))
        number = cells[0]
        here = self._locator(number, row, None)
        remarks_text = cells[11] + " ".join(cells_of[1] for _, cells_of in self.beside.comments.get(number, ()))
        in_remarks = self._locator(number, row, "remarks") if remarks_text else here
        said = read_remarks(remarks_text)
        party = Party(
            party=PartyId(f"{LIST_CODE}:{number}"),
            list=LIST_NAMES[self.which],
            entry=number,
            schema=SCHEMAS.get(cells[2].lower(), PartySchema.LEGAL_ENTITY),
            caption=cells[1],
            names=tuple(self._names(number, cells[1], said, here, in_remarks)),
            identifiers=tuple(self._identifiers(cells, said, here, in_remarks)),
            countries=_unique(said.countries + self._address_countries(number)),
            birth_dates=_unique(said.birth_dates),
            remarks=remarks_text or None,
            locator=here,
        )
        return Entry(
            party=party,
            terms=tuple(self._terms(cells[3], here)),
            links=tuple(links_of(said, in_remarks)),
        )

    def _locator(self, number: str, row: int | None, field: str | None) -> Locator:
        return Locator(source=self.source.sha256, name=self.name, row=row, record=number, field=field, snapshot=self.on)

    def _names(
        self, number: str, caption: str, said: Remarks, here: Locator, in_remarks: Locator
    ) -> Iterator[PartyName]:
        yield PartyName(text=caption, kind=NameKind.PRIMARY, locator=here)
        alt_source = self.beside.sources.get("ofac-alt-csv")
        for row, cells in self.beside.alt.get(number, ()):
            kind = ALT_KINDS.get(cells[2], NameKind.ALIAS)
            if alt_source is not None and len(cells) > 3 and (text := cells[3]):
                place = Locator(
                    source=alt_source.sha256,
                    name=alt_source.name,
                    row=row,
                    record=f"{number}/{cells[1]}",
                    snapshot=self.on,
                )
                yield PartyName(text=text, kind=kind, locator=place)
        for how, text in said.aliases:
            yield PartyName(text=text, kind=REMARK_ALIAS_KINDS[how], locator=in_remarks)

    def _identifiers(self, cells: list[str], said: Remarks, here: Locator, in_remarks: Locator) -> Iterator[Identifier]:
        if cells[2] == "aircraft":
            yield Identifier(kind="registration", value=cells[1], locator=here)
        for column, kind in ((5, "call_sign"), (6, "vessel_type"), (9, "flag"), (10, "owner"), (4, "title")):
            if cells[column]:
                yield Identifier(kind=kind, value=cells[column], locator=here)
        for kind, value in said.identifiers:
            yield Identifier(kind=kind, value=value, locator=in_remarks)
        for what, under, day in said.dated_notes:
            yield Identifier(kind="directive", value=f"{under}: {what.lower()} {day}", locator=in_remarks)

    def _address_countries(self, number: str) -> list[str]:
        return [cells[4] for _, cells in self.beside.add.get(number, ()) if len(cells) > 4 and cells[4]]

    def _terms(self, programmes: str, here: Locator) -> Iterator[Term]:
        for programme in split_programmes(programmes):
            yield Term(programme=programme, measure=MEASURES[self.which], locator=here)


def links_of(said: Remarks, locator: Locator) -> Iterator[StatedLink]:
    """The ties that remarks state: `Linked To`, and an aircraft's operator."""
    for name in said.linked_to:
        yield StatedLink(kind="linked_to", object_name=name, locator=locator)
    for kind, value in said.identifiers:
        if kind == "operator":
            yield StatedLink(kind="operator", object_name=value, locator=locator)


def split_programmes(text: str) -> tuple[str, ...]:
    """`SDGT] [IFSR` as its programmes, in the list's order; () where none is printed."""
    return _unique([part.strip("[] ") for part in text.split("] [")]) if "]" in text else (text,) if text else ()


def clean(cell: str) -> str:
    """The cell's text, "" where it is OFAC's null."""
    text = cell.strip()
    return "" if text == _NULL else text


def _rows_by_entry(file: SourceFile, columns: int) -> dict[str, tuple[tuple[int, list[str]], ...]]:
    rows: dict[str, list[tuple[int, list[str]]]] = {}
    least = min(columns, 4)
    for row, line in enumerate(file.path.read_bytes().rstrip(b"\x1a\r\n ").split(b"\n"), start=1):
        cells = _cells(line) if len(line) <= MAX_ROW_BYTES else []
        if len(cells) >= least:
            rows.setdefault(cells[0].strip(), []).append((row, [clean(cell) for cell in cells]))
    return {entry: tuple(found) for entry, found in rows.items()}


def _cells(line: bytes) -> list[str]:
    """The cells of a row; a carriage return inside one is a blank."""
    text = _text(line).rstrip("\r")
    return next(csv.reader([text.replace("\r", " ")]), [])


def _texts(table: Mapping[str, tuple[tuple[int, list[str]], ...]], entry: str) -> tuple[str, ...]:
    return tuple("\t".join(cells) for _, cells in table.get(entry, ()))


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
