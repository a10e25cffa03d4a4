"""readsb and tar1090 traces: one aircraft and one day a file, `trace_full_<address>.json`, gzip under that name or not.

Rows have 9 fields (before 2022), 14, or 15: 0 seconds after `timestamp`, 1 latitude, 2 longitude, 3 altitude ft or
"ground", 4 ground speed kt, 5 track deg, 6 flags, 7 vertical rate fpm, 8 details or null, 9 source type, 10 geometric
altitude ft. Source: the README of readsb, section on traces. The stale flag is kept out of it: it marks the last point
before a silence, and that point was sent.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

import numpy as np
import orjson
import polars as pl

from overflight.records.source import Rejection, SourceFile
from overflight.tracks.read.accept import Raw, empty_raw
from overflight.tracks.read.files import plain_head, read_plain
from overflight.tracks.settings import TracksSettings

FORMAT = "readsb_trace"
BATCH_ROWS = 250_000
"""Rows that are made into columns at once: large enough that polars' fixed costs vanish beside them."""

GEOMETRIC_ALTITUDE = 8
"""Bit of the flags that says field 3 is a geometric altitude."""

NUMBERS = {"offset": 0, "latitude": 1, "longitude": 2, "altitude": 3, "ground_speed_kt": 4, "track_deg": 5, "flags": 6,
           "vertical_rate_fpm": 7, "geometric_altitude_ft": 10}  # fmt: skip
REQUIRED = ("offset", "latitude", "longitude")
STRING_FOR_NUMBER = "something else than a number where time, latitude or longitude belong"


@dataclass(slots=True)
class Batch:
    """Columns of many traces, growing; one entry of `heads` a file."""

    heads: list[tuple[str, str | None, str | None, str | None, float, bool]] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    columns: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in (*NUMBERS, "details", "kind")})
    rejections: list[Rejection] = field(default_factory=list)
    first_rows: list[int] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many rows it holds."""
        return len(self.columns["latitude"])


def sniff(head: bytes, name: str) -> str | None:
    """The format's name if the head of a trace stands here: an object with `icao` and `trace`."""
    text = plain_head(head, 4096).lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith(b"{") and b'"icao"' in text and (b'"trace"' in text or b'"timestamp"' in text):
        return FORMAT
    return None


def read(files: Sequence[SourceFile], settings: TracksSettings) -> Iterator[Raw]:
    """The rows of many traces, batch by batch, files in the order given."""
    batch = Batch()
    for file in files:
        add(batch, file, read_plain(file.path, file.source.name))
        if batch.rows >= BATCH_ROWS:
            yield as_raw(batch)
            batch = Batch()
    yield as_raw(batch)


def add(batch: Batch, file: SourceFile, body: bytes, *, first_row: int = 1) -> int:
    """Puts one trace into the batch, or the reason why it cannot be; how many rows it had. first_row: number of its first row."""
    trace, why = parse(body)
    if trace is None:
        batch.rejections.append(
            Rejection(source=file.source.sha256, name=file.source.name, reason=why, count=1, first_row=first_row)
        )
        return 0
    rows = trace["trace"]
    batch.heads.append((
        file.source.sha256, text_of(trace.get("icao")), text_of(trace.get("r")), text_of(trace.get("t")),
        number_of(trace.get("timestamp")), file.source.is_synthetic or "synthetic" in trace,
    ))  # fmt: skip
    batch.lengths.append(len(rows))
    batch.first_rows.append(first_row)
    fields = columns_of(rows)
    empty = (None,) * len(rows)
    width = len(fields)
    for column, place in (*NUMBERS.items(), ("details", 8), ("kind", 9)):
        batch.columns[column].extend(fields[place] if place < width else empty)
    return len(rows)


def parse(body: bytes) -> tuple[dict[str, Any] | None, str]:
    """The trace as an object, or None and why not."""
    try:
        trace = orjson.loads(body)
    except orjson.JSONDecodeError:
        trace = parse_leniently(body)
    if not isinstance(trace, dict) or not isinstance(trace.get("trace"), list):
        return None, "the file is no trace: an object with `icao`, `timestamp` and `trace` was expected"
    if not isinstance(trace.get("icao"), str) and not isinstance(trace.get("r"), str):
        return None, "the trace names no aircraft"
    if any(body.count(b'"' + key + b'"') > 1 for key in (b"icao", b"timestamp", b"trace")) and has_twice(body):
        return None, "`icao`, `timestamp` or `trace` stands twice in the trace, so that nobody can say which holds"
    return trace, ""


def parse_leniently(body: bytes) -> object:
    """What Python reads where the strict parser does not: NaN, infinities, numbers too large; None where it is no JSON."""
    try:
        return json.loads(body.decode("utf-8", "replace"), parse_int=float)
    except (ValueError, RecursionError):
        return None


def has_twice(body: bytes) -> bool:
    """Whether a key of the trace itself stands twice."""
    found = False

    def look(pairs: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal found
        keys = [key for key, _ in pairs if key in ("icao", "timestamp", "trace")]
        found = found or len(keys) != len(set(keys))
        return dict(pairs)

    try:
        json.loads(body.decode("utf-8", "replace"), object_pairs_hook=look, parse_int=float)
    except (ValueError, RecursionError):
        return True
    return found


def columns_of(rows: list[Any]) -> list[tuple[Any, ...]]:
    """The rows' fields as columns; rows shorter than others are filled, what is no row becomes an empty one."""
    try:
        return list(zip(*rows, strict=True))
    except (TypeError, ValueError):
        return list(zip_longest(*(row if isinstance(row, list) else [None] for row in rows)))


def as_raw(batch: Batch) -> Raw:
    """The batch as one loose table."""
    if not batch.rows:
        return Raw(empty_raw(), tuple(batch.rejections))
    columns, lengths = batch.columns, np.array(batch.lengths)
    is_ground = [value == "ground" for value in columns["altitude"]] if "ground" in columns["altitude"] else None
    numbers = {name: numeric(columns[name]) for name in NUMBERS if name != "altitude"}
    altitude, _ = numeric(
        [None if v == "ground" else v for v in columns["altitude"]] if is_ground else columns["altitude"]
    )
    details = columns["details"]
    each = [d if d.__class__ is dict else None for d in details]
    heads = pl.DataFrame(batch.heads, schema=HEAD, orient="row", strict=False)
    per_row = heads.select(pl.all().gather(pl.Series(np.repeat(np.arange(len(lengths)), lengths))))
    starts = np.cumsum(lengths) - lengths
    row = np.arange(batch.rows) - np.repeat(starts - np.array(batch.first_rows), lengths)
    is_geometric = (
        numbers["flags"][0].fill_null(0).fill_nan(0).cast(pl.Int64, strict=False).fill_null(0) & GEOMETRIC_ALTITUDE
    ) != 0
    table = per_row.with_columns(
        pl.Series("row", row),
        pl.Series("offset", numbers["offset"][0]),
        pl.Series("latitude", numbers["latitude"][0]),
        pl.Series("longitude", numbers["longitude"][0]),
        pl.Series("altitude", altitude),
        pl.Series("is_geometric", is_geometric),
        pl.Series("is_ground", is_ground or [False] * batch.rows, dtype=pl.Boolean),
        *(
            pl.Series(n, numbers[n][0])
            for n in ("ground_speed_kt", "track_deg", "vertical_rate_fpm", "geometric_altitude_ft")
        ),
        pl.Series("callsign", [text_of(d.get("flight")) if d else None for d in each], dtype=pl.String),
        pl.Series("squawk", [text_of(d.get("squawk")) if d else None for d in each], dtype=pl.String),
        pl.Series("position_source", kinds(columns["kind"], each), dtype=pl.String),
        pl.Series("is_text", np.logical_or.reduce([numbers[name][1] for name in REQUIRED])),
    )
    return Raw(table.select(*expressions()), tuple(batch.rejections))


HEAD = {"source": pl.String, "icao24": pl.String, "registration": pl.String, "type_code": pl.String, "timestamp": pl.Float64,
        "is_synthetic": pl.Boolean}  # fmt: skip


def expressions() -> Iterator[pl.Expr]:
    """From the trace's own columns to those of POSITIONS."""
    seen_ms = ((pl.col("timestamp") + pl.col("offset")) * 1000).round()
    in_range = seen_ms.abs() < 1e16
    altitude = pl.col("altitude")
    yield from (pl.col(n) for n in ("source", "row", "is_synthetic", "icao24", "registration", "callsign", "type_code"))
    yield (pl.when(in_range).then(seen_ms).cast(pl.Int64) * 1000).cast(pl.Datetime("us", "UTC")).alias("seen_at")
    yield from (pl.col(n) for n in ("latitude", "longitude"))
    yield pl.when(~pl.col("is_geometric")).then(altitude).alias("altitude_ft")
    geometric = pl.col("geometric_altitude_ft")
    yield pl.coalesce(geometric, pl.when(pl.col("is_geometric")).then(altitude)).alias("geometric_altitude_ft")
    yield from (pl.col(n) for n in ("ground_speed_kt", "track_deg", "vertical_rate_fpm", "squawk", "position_source"))
    yield pl.when(pl.col("is_ground")).then(True).when(altitude.is_not_null()).then(False).alias("on_ground")
    yield pl.when(pl.col("is_text")).then(pl.lit(STRING_FOR_NUMBER)).alias("trouble")


def numeric(values: list[Any]) -> tuple[pl.Series, Any]:
    """The values as floats, and where something else than a number or null stood."""
    try:
        return pl.Series(values, dtype=pl.Float64, strict=True), np.zeros(len(values), dtype=bool)
    except (TypeError, OverflowError):
        is_number = [v.__class__ in (int, float) for v in values]
        clean = [float(v) if ok else None for v, ok in zip(values, is_number, strict=True)]
        is_other = np.array([not ok and v is not None for v, ok in zip(values, is_number, strict=True)], dtype=bool)
        return pl.Series(clean, dtype=pl.Float64), is_other


def kinds(told: list[Any], details: list[dict[str, Any] | None]) -> list[str | None]:
    """How each position came to be known: field 9, else the details' own word."""
    if None not in told:
        return [text_of(kind) for kind in told]
    return [
        text_of(kind) if kind else text_of(d.get("type")) if d else None for kind, d in zip(told, details, strict=True)
    ]


def text_of(value: object) -> str | None:
    """The value if it is text; lone surrogates, which no file can hold, become question marks."""
    if not isinstance(value, str):
        return None
    return value if value.isascii() else value.encode("utf-8", "replace").decode()


def number_of(value: object) -> float:
    """The value if it is a number, else NaN."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else float("nan")
