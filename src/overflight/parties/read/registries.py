"""Aircraft registries beside the lists: Parquet or CSV with icao24, registration, type_code and more, with dates or without.

A registry is asked for single aircraft, so its rows are searched as they are needed and never turned into records.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from overflight.errors import BadList
from overflight.parties.aircraft import Registration, Registry, maker_of, normalise_msn, normalise_registration
from overflight.parties.read.entry import day_of, snapshot_day
from overflight.records.source import Locator, SourceFile

if TYPE_CHECKING:
    import polars as pl

COLUMNS: dict[str, tuple[str, ...]] = {
    "registration": ("registration", "reg", "tail_number", "n-number", "mark"),
    "icao24": ("icao24", "icao", "hex", "mode_s", "transponder", "mode s code hex"),
    "msn": ("msn", "serialnumber", "serial_number", "serial number", "construction_number"),
    "maker": ("maker", "manufacturer", "manufacturername", "manufacturericao"),
    "model": ("model", "description", "aircraft_model"),
    "type_code": ("type_code", "typecode", "icaoaircrafttype", "type"),
    "owner": ("owner", "registered_owner"),
    "operator": ("operator", "airline", "operatoricao"),
    "from_on": ("from", "from_on", "valid_from", "start", "registered", "regdate", "first_seen"),
    "to_on": ("to", "to_on", "valid_to", "end", "cancelled", "reguntil", "last_seen"),
    "note": ("note", "notes", "remarks", "comment"),
}
"""Our name of a column, and the heads under which registries print it (lower case)."""


def sniff_registry(head: bytes, name: str) -> str | None:
    """`registry-csv` for a table of aircraft by its header; `registry-parquet` by its name or columns."""
    stem = PurePosixPath(name).name.lower()
    if head.startswith(b"PAR1"):
        told = b"registration" in head and b"latitude" not in head and b"\x03lat" not in head
        return "registry-parquet" if told or "aircraft" in stem or "registr" in stem else None
    line = next((x for x in head[:4096].decode("utf-8-sig", errors="replace").splitlines() if x.strip()), "")
    heads = {cell.strip().strip("'\"").lower() for cell in next(csv.reader([line]), [])}
    has_mark = bool(heads & {*COLUMNS["registration"], *COLUMNS["icao24"]})
    has_more = sum(
        bool(heads & set(COLUMNS[kind])) for kind in ("msn", "maker", "model", "type_code", "owner", "operator")
    )
    has_position = bool(heads & {"latitude", "lat", "seen_at", "time", "timestamp", "callsign"})
    return "registry-csv" if has_mark and has_more and not has_position else None


def read_registry(file: SourceFile) -> Registry:
    """The registry in one file. Raises BadList if no column tells the aircraft or the file is broken."""
    import polars as pl

    on, _ = snapshot_day(file)
    table = _load(file)
    names = {kind: head for kind, heads in COLUMNS.items() if (head := _pick(table.columns, heads)) is not None}
    if "registration" not in names and "icao24" not in names:
        raise BadList(
            "no column of registrations or addresses",
            where=file.source.name,
            now="Name one of them registration or icao24.",
        )
    marks = {"registration": normalise_registration, "icao24": str.lower, "msn": normalise_msn}
    table = table.with_row_index("__row", offset=2 if file.source.format == "registry-csv" else 1).with_columns(
        **{f"__{kind}": _normal(pl.col(names[kind]).cast(pl.String), kind) for kind in marks if kind in names}
    )

    @lru_cache(maxsize=4096)
    def find(kind: str, value: str) -> tuple[Registration, ...]:
        wanted = marks[kind](value) if kind in names else None
        if not wanted:
            return ()
        found = table.filter(pl.col(f"__{kind}") == wanted).sort("__row")
        return tuple(_registration(row, names, file, on) for row in found.iter_rows(named=True))

    return Registry(name=file.source.name, source=file.source.sha256, as_of=on, rows=table.height, find=find)


def _normal(column: pl.Expr, kind: str) -> pl.Expr:
    if kind == "registration":
        return column.str.to_uppercase().str.replace_all(r"[ .\-‐‑‒–]", "")
    if kind == "icao24":
        return column.str.strip_chars().str.to_lowercase()
    return column.str.to_uppercase().str.replace_all(r"[\s/-]", "").str.strip_chars_start("0")


def _load(file: SourceFile) -> pl.DataFrame:
    import polars as pl

    try:
        if file.source.format == "registry-parquet" or file.path.read_bytes()[:4] == b"PAR1":
            return pl.read_parquet(file.path)
        return pl.read_csv(
            io.BytesIO(file.path.read_bytes()), infer_schema=False, truncate_ragged_lines=True, quote_char='"'
        )
    except (pl.exceptions.PolarsError, OSError) as error:
        raise BadList(
            f"not readable as a table ({type(error).__name__})", where=file.source.name, now="Get the file again."
        ) from error


def _pick(columns: Sequence[str], heads: Sequence[str]) -> str | None:
    by_head = {column.strip().strip("'\"").lower(): column for column in columns}
    return next((by_head[head] for head in heads if head in by_head), None)


def _registration(row: dict[str, object], names: dict[str, str], file: SourceFile, on: object) -> Registration:
    def said(kind: str) -> str | None:
        value = row.get(names[kind]) if kind in names else None
        return str(value).strip() or None if value is not None else None

    at = row["__row"]
    assert isinstance(at, int)
    msn = said("msn")
    return Registration(
        registration=said("registration"),
        icao24=(said("icao24") or "").lower() or None,
        msn=normalise_msn(msn) if msn else None,
        maker=maker_of(said("maker")) or maker_of(said("model")) or said("maker"),
        model=said("model"),
        type_code=said("type_code"),
        owner=said("owner"),
        operator=said("operator"),
        from_on=day_of(said("from_on")),
        to_on=day_of(said("to_on")),
        note=said("note"),
        locator=Locator(source=file.source.sha256, name=file.source.name, row=at, snapshot=on),  # type: ignore[arg-type]
    )
