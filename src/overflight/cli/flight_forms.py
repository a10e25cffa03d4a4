"""Flights as JSON lines, CSV, Parquet or a table for the eye."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from overflight.records.plain import to_plain

if TYPE_CHECKING:
    from overflight.records.movement import Flight

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters by which a spreadsheet would take text for a formula."""


def write(flights: Sequence[Flight], form: str, output: Path | None) -> None:
    """Writes the flights in a form, to a file or to standard output. Raises CannotWrite."""
    if form == "parquet" and output is not None:
        save(as_parquet(flights), output)
    elif form == "table":
        from overflight.cli.flight_table import print_table

        print_table(flights, output)
    else:
        text = as_json(flights) if form == "json" else as_csv(flights)
        if output is not None:
            save(text.encode("utf-8", "replace"), output)
        else:
            sys.stdout.buffer.write(text.encode("utf-8", "replace"))
            sys.stdout.flush()


def save(content: bytes, path: Path) -> None:
    """Writes a file. Raises CannotWrite."""
    from overflight.errors import CannotWrite

    try:
        path.write_bytes(content)
    except OSError as error:
        raise CannotWrite(str(error.strerror or error), where=str(path), now="Choose another place with -o.") from error


def as_json(flights: Sequence[Flight]) -> str:
    """One object a line."""
    return "".join(json.dumps(to_plain(f), ensure_ascii=False) + "\n" for f in flights)


def as_csv(flights: Sequence[Flight]) -> str:
    """A table with dotted columns; lists of words parted by semicolons, lists of records as JSON."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns())
    for row in rows(flights):
        writer.writerow([cell(row[name]) for name in columns()])
    return text.getvalue()


def as_parquet(flights: Sequence[Flight]) -> bytes:
    """The same table with typed columns; lists of words as lists."""
    import polars as pl

    types = {name: parquet_type(name) for name in columns()}
    table = pl.DataFrame(list(rows(flights)), schema={n: pl.String if t == SEEN else t for n, t in types.items()})
    instants = [pl.col(n).str.to_datetime(time_zone="UTC", time_unit="us") for n, t in types.items() if t == SEEN]
    buffer = io.BytesIO()
    table.with_columns(instants).write_parquet(buffer)
    return buffer.getvalue()


SEEN = "instant"
NUMBERS = ("probability", "latitude", "longitude", "seen_latitude", "seen_longitude", "seen_altitude_ft", "distance_nm")


def parquet_type(name: str) -> Any:
    """The type of a dotted column."""
    import polars as pl

    last = name.rpartition(".")[2]
    if last in ("first_seen_at", "last_seen_at", "at"):
        return SEEN
    if last in NUMBERS:
        return pl.Float64
    if last in ("callsigns", "warnings"):
        return pl.List(pl.String)
    return {"positions": pl.Int64, "is_synthetic": pl.Boolean}.get(last, pl.String)


def columns() -> list[str]:
    """The dotted columns, in the order of the records."""
    from dataclasses import fields

    from overflight.records.movement import Endpoint, Flight

    names: list[str] = []
    for f in fields(Flight):
        if f.name in ("origin", "destination"):
            names.extend(f"{f.name}.{part.name}" for part in fields(Endpoint))
        elif not f.metadata.get("hidden"):
            names.append(f.name)
    return names


def rows(flights: Sequence[Flight]) -> Sequence[dict[str, Any]]:
    """The flights as flat rows; lists of records become JSON text, lists of words stay lists."""
    return [dict(flat(to_plain(f))) for f in flights]


def flat(value: Any, prefix: str = "") -> list[tuple[str, Any]]:
    """Name and value of each leaf of a plain record."""
    out: list[tuple[str, Any]] = []
    for name, part in value.items():
        if isinstance(part, Mapping):
            out.extend(flat(part, f"{prefix}{name}."))
        elif isinstance(part, list) and (name in ("gaps", "evidence", "alternatives")):
            out.append((prefix + name, json.dumps(part, ensure_ascii=False)))
        else:
            out.append((prefix + name, part))
    return out


def cell(value: Any) -> Any:
    """A value as a spreadsheet may safely open it: text that it would take for a formula gets an apostrophe in front."""
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(FORMULA):
        return "'" + value
    return value
