"""The quick way through readsb traces: their rows as one CSV table, for traces that are exactly as readsb writes them.

Making a Python object of every value is what reading JSON costs. Rows of a trace are flat but for the details, so the
details are cut out as text, the brackets between rows become line breaks, and the table is read at once. Whatever does
not come out to the last null (another shape, a string where a number belongs, a brace inside a string) is left to
`readsb_careful.py`, which knows every case: the quick way gives the same table or nothing.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import orjson
import polars as pl

from overflight.tracks.geometry import Ints
from overflight.tracks.names import name_codes, numbered, renamed
from overflight.tracks.schema import NAME

WIDTH = 15
ALTITUDE, DETAILS, KIND = 3, 8, 9
READ_AS_NUMBERS = (0, 1, 2, 4, 5, 6, 7, 10)
SCHEMA = {str(i): pl.Float64 if i in READ_AS_NUMBERS else pl.String for i in range(WIDTH)}
"""Fields behind the tenth are not used: as text they cost little, and their nulls count all the same."""

NAMES = {"0": "offset", "1": "latitude", "2": "longitude", "4": "ground_speed_kt", "5": "track_deg", "6": "flags",
         "7": "vertical_rate_fpm", "10": "geometric_altitude_ft"}  # fmt: skip

BEGINNING = 4096
"""As much of the rows as is looked at for spaces after commas; a trace that changes its ways is not read this way."""

MARK = "1"
"""Stands in field 8 for the details of a row."""

PLAIN_TEXT = r'^"[^"\\]*"$'
GROUND = '"ground"'
DETAIL_FIELDS = {"flight": "callsign", "squawk": "squawk", "type": "detail_kind"}


@dataclass(frozen=True, slots=True)
class Quick:
    """A trace taken apart.

    head: its other keys; rows: its rows as CSV, details as marks; count: of rows; nulls: fields that must come out null;
    details: as JSON text without their braces.
    """

    head: dict[str, Any]
    rows: str
    count: int
    nulls: int
    details: list[str]


def take_apart(body: bytes) -> Quick | None:
    """The parts of one trace, or None if it is not plainly of the usual shape."""
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return None
    key = text.find('"trace":')
    first, last = text.find("[[", key), text.rfind("]]")
    if key < 0 or not key < first <= key + len('"trace":') + 4 or last < first:
        return None
    head = head_of(text[:key] + '"trace":null' + text[last + 2 :])
    if head is None:
        return None
    rows, details = without_details(text[first + 2 : last])
    if ", " in rows[:BEGINNING]:
        rows = rows.replace(", ", ",")
    end = rows.find("],[")
    width = rows.count(",", 0, end if end >= 0 else len(rows))
    if "\n" in rows or not DETAILS <= width < WIDTH:
        return None
    padding = "," * (WIDTH - width - 1)
    lines = rows.replace("],[", padding + "\n") + padding
    count = lines.count("\n") + 1
    return Quick(head, lines, count, rows.count("null") + count * len(padding), details)


def head_of(text: str) -> dict[str, Any] | None:
    """The keys of the trace itself; None where one of those that matter stands twice or there is none."""
    if any(text.count(f'"{key}"') > 1 for key in ("icao", "timestamp", "trace")):
        return None
    try:
        head = orjson.loads(text)
    except orjson.JSONDecodeError:
        return None
    return head if isinstance(head, dict) else None


def without_details(rows: str) -> tuple[str, list[str]]:
    """The rows with marks for their details, and the details."""
    plain, details = [], []
    first, *others = rows.split("{")
    plain.append(first)
    for other in others:
        inside, _, after = other.partition("}")
        details.append(inside)
        plain.append(after)
    return MARK.join(plain), details


def read_apart(traces: Sequence[Quick]) -> pl.DataFrame | None:
    """The rows of many traces as one table, as `readsb_careful.read_apart` gives it; None where anything is odd.

    Odd is any null that the traces did not write: it was a value that the table could not hold.
    """
    text = "\n".join(trace.rows for trace in traces)
    try:
        table = pl.read_csv(
            io.BytesIO(text.encode()),
            has_header=False,
            schema=SCHEMA,
            null_values=["null"],
            quote_char=None,
            ignore_errors=True,
        )
    except pl.exceptions.PolarsError:
        return None
    nulls = sum(table.null_count().row(0))
    if table.height != sum(trace.count for trace in traces) or nulls != sum(trace.nulls for trace in traces):
        return None
    altitude, told = table[str(ALTITUDE)], table[str(KIND)].cast(NAME)
    codes, first = numbered(name_codes(told))
    kinds = told.gather(first).cast(pl.String)
    is_ground = (altitude == GROUND).fill_null(False)
    number = altitude.set(is_ground, None).cast(pl.Float64, strict=False)
    texts = [words for trace in traces for words in trace.details]
    details = details_of(
        texts, table[str(DETAILS)], ("flight", "squawk", "type") if told.has_nulls() else ("flight", "squawk")
    )
    is_odd = (number.is_null() & ~is_ground & altitude.is_not_null()).any()
    if details is None or is_odd or not kinds.str.contains(PLAIN_TEXT).all():
        return None
    return table.select(pl.col(field).alias(name) for field, name in NAMES.items()).with_columns(
        number.alias("altitude"), is_ground.alias("is_ground"), renamed(codes, kinds.str.strip_chars('"')).alias("kind"), *details,
        pl.lit(False).alias("is_text"),
    )  # fmt: skip


def details_of(details: list[str], marks: pl.Series, keys: Sequence[str]) -> list[pl.Series] | None:
    """What the details of each row tell under some keys, null for other rows; None where they are not plainly written."""
    is_marked = marks == MARK
    if int(is_marked.sum()) != len(details) or int(marks.is_not_null().sum()) != len(details):
        return None
    texts = pl.Series(details, dtype=pl.String)
    nowhere = pl.Series([None], dtype=NAME).new_from_index(0, len(marks))
    where = np.flatnonzero(is_marked.fill_null(False).to_numpy())
    out = []
    for key, name in DETAIL_FIELDS.items():
        column = nowhere
        if key in keys:
            said = texts.str.extract(f'"{key}": ?"([^"\\\\]*)"')
            if texts.filter(said.is_null()).str.contains(f'"{key}"', literal=True).any():
                return None
            column = spread(said.cast(NAME), where, len(marks))
        out.append(column.alias(name))
    return out


def spread(names: pl.Series, where: Ints, height: int) -> pl.Series:
    """The names at these rows of a column, null in all others."""
    if not len(names):
        return pl.Series([None], dtype=NAME).new_from_index(0, height)
    place = np.full(height, -1, dtype=np.int32)
    place[where] = np.arange(len(where))
    index = pl.Series(place)
    return names.gather(index.set(index < 0, None))
