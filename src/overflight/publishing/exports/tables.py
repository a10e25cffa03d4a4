"""The findings as flat tables with stable ids: one list of columns a table, for CSV and Parquet alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.index import Index
from overflight.publishing.dossier.silences import silences_inside

Cell = str | int | float | bool | dt.date | dt.datetime | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name with the unit, what its cells are, and the cell of an item. Unknown is None."""

    name: str
    kind: type[str | int | float | bool | dt.date | dt.datetime]
    cell: Callable[[Any], Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, and rows of cells in their order."""

    columns: tuple[Column, ...]
    rows: list[list[Cell]]


def own(name: str, kind: type = str) -> Column:
    """A column that is the item's attribute of that name; text is plain text, whatever enumeration it came from."""

    def cell(item: Any) -> Cell:
        value = getattr(item, name)
        return value if value is None else kind(value) if kind in (str, int, float, bool) else value

    return Column(name, kind, cell)


def joined(name: str) -> Column:
    """A column of several words, with spaces between."""
    return Column(name, str, lambda item: " ".join(str(part) for part in getattr(item, name)))


FINDINGS = (
    own("id"), own("kind"), own("statement"), own("verdict"), own("because"), own("credibility", int),
    Column("origins_min", int, lambda f: f.origins.min), Column("origins_max", int, lambda f: f.origins.max), joined("claims"),
)  # fmt: skip

CLAIMS = (
    own("id"), own("doc"), own("start", int), own("end", int), own("kind"), own("quote"), own("modality"), own("polarity"),
    own("hedge"), Column("date_words", str, lambda c: c.date.text if c.date else None),
    Column("date_from", dt.date, lambda c: c.date.from_on if c.date else None),
    Column("date_to", dt.date, lambda c: c.date.to_on if c.date else None),
    Column("speakers", str, lambda c: " < ".join(a.text for a in c.attribution)), own("review"),
)  # fmt: skip

FLIGHTS = (
    own("flight_id"), own("registration"), own("icao24"), joined("callsigns"), own("type_code"),
    own("first_seen_at", dt.datetime), own("last_seen_at", dt.datetime), own("positions", int), own("distance_nm", float),
    Column("origin", str, lambda f: f.origin.airport), Column("origin_known", str, lambda f: str(f.origin.kind)),
    Column("origin_probability", float, lambda f: f.origin.probability), Column("origin_reason", str, lambda f: f.origin.reason),
    Column("destination", str, lambda f: f.destination.airport),
    Column("destination_known", str, lambda f: str(f.destination.kind)),
    Column("destination_probability", float, lambda f: f.destination.probability),
    Column("destination_reason", str, lambda f: f.destination.reason),
    Column("silences", int, lambda f: len(silences_inside(f))), own("is_synthetic", bool),
)  # fmt: skip

GAPS = (
    own("from_at", dt.datetime), own("to_at", dt.datetime), own("silence_s", float), own("verdict"), own("reception"),
    own("reason"), own("others_heard", int), own("from_altitude_ft", float), own("to_altitude_ft", float),
    own("from_latitude", float), own("from_longitude", float), own("to_latitude", float),
    own("to_longitude", float), joined("could_have_landed_at"),
)  # fmt: skip

LISTINGS = (
    own("list"), own("programme"), own("measure"), Column("from", dt.date, lambda row: row.from_on), own("from_basis"),
    Column("to", dt.date, lambda row: row.to_on), own("to_basis"), own("observed_from", dt.date), own("observed_to", dt.date),
    own("absent_on", dt.date), own("gone_on", dt.date), own("reason"),
)  # fmt: skip

LINKS = (
    own("kind"), Column("object", str, lambda link: link.object_party), own("object_name"),
    Column("from", dt.date, lambda link: link.from_on), Column("to", dt.date, lambda link: link.to_on),
)  # fmt: skip

SOURCES = (
    own("sha256"), own("name"), own("kind"), own("format"), own("size_bytes", int), own("admitted_at", dt.datetime),
    own("as_of", dt.date), own("origin"), own("reliability"), own("is_synthetic", bool),
)  # fmt: skip

VERDICTS = (Column("verdict", str, lambda pair: str(pair[0])), Column("meaning", str, lambda pair: pair[1].meaning))


def tables(index: Index) -> Mapping[str, Table]:
    """Each table by its name, rows in the order of the case."""
    case = index.case
    is_reported = Column("is_reported", bool, lambda f: f.flight_id not in index.unreported)
    whose = (own("party"), Column("caption", str, lambda row: index.party_name(row.party)))
    near = (own("subject"), Column("subject_name", str, lambda link: index.party_name(link.subject)))
    silences = [(flight, gap) for flight in case.flights for gap in flight.gaps]
    of_gap = tuple(Column(c.name, c.kind, lambda pair, c=c: c.cell(pair[1])) for c in GAPS)  # type: ignore[misc]
    return {
        "findings": table(FINDINGS, case.findings),
        "claims": table(CLAIMS, case.claims),
        "flights": table((*FLIGHTS, is_reported), case.flights),
        "gaps": table((Column("flight_id", str, lambda pair: pair[0].flight_id), *of_gap), silences),
        "listings": table((*whose, *LISTINGS), (row for rows in index.listings_of.values() for row in rows)),
        "links": table((*near, *LINKS), case.links),
        "sources": table(SOURCES, case.sources),
        "verdicts": table(VERDICTS, wording.VERDICTS.items()),
    }


def table(columns: tuple[Column, ...], items: Iterable[object]) -> Table:
    """The cells of some items."""
    return Table(columns, [[column.cell(item) for column in columns] for item in items])
