"""readsb and tar1090 traces: one aircraft and one day a file, `trace_full_<address>.json`, gzip under that name or not.

Rows have 9 fields (before 2022), 14, or 15: 0 seconds after `timestamp`, 1 latitude, 2 longitude, 3 altitude ft or
"ground", 4 ground speed kt, 5 track deg, 6 flags, 7 vertical rate fpm, 8 details or null, 9 source type, 10 geometric
altitude ft. Source: the README of readsb, section on traces. The stale flag drops nothing: it marks the last point
before a silence, and that point was sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from overflight.errors import UnreadableFile
from overflight.records.source import Rejection, SourceFile
from overflight.tracks.read import readsb_careful, readsb_quick
from overflight.tracks.read.accept import Raw, empty_raw, is_synthetic
from overflight.tracks.read.files import GZIP, gunzip, plain_head, read_plain, read_raw
from overflight.tracks.read.times import within_calendars
from overflight.tracks.schema import NAME, SEEN_AT
from overflight.tracks.settings import TracksSettings

FORMAT = "readsb_trace"
BATCH_BYTES = 4 << 20
"""Traces, as they lie there, that are made into one table at a time: gzipped some 200,000 rows, so that fixed costs vanish."""

GEOMETRIC_ALTITUDE = 8
"""Bit of the flags that says field 3 is a geometric altitude."""

STRING_FOR_NUMBER = "something else than a number where time, latitude or longitude belong"
KEPT = ("source", "row", "is_synthetic", "icao24", "registration", "type_code", "callsign", "latitude", "longitude",
        "ground_speed_kt", "track_deg", "vertical_rate_fpm", "squawk")  # fmt: skip
HEAD = pl.Schema({"source": NAME, "icao24": NAME, "registration": NAME, "type_code": NAME, "timestamp": pl.Float64(),
                  "is_synthetic": pl.Boolean()})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trace:
    """One aircraft's day as it lies there, gzip or not, and the source it stands in; name: inside that source, if it holds more."""

    file: SourceFile
    body: bytes
    name: str | None = None


def sniff(head: bytes, name: str) -> str | None:
    """The format's name if the head of a trace stands here: an object with `icao` and `trace`."""
    text = plain_head(head, 4096).lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith(b"{") and b'"icao"' in text and (b'"trace"' in text or b'"timestamp"' in text):
        return FORMAT
    return None


def read(files: Sequence[SourceFile], settings: TracksSettings) -> Iterator[Raw]:
    """The rows of many traces, batch by batch, files in the order given. Raises UnreadableFile for a single one."""
    if len(files) == 1:
        read_plain(files[0].path, files[0].source.name)
    for raw, _ in read_in_batches(Trace(file, read_raw(file.path, file.source.name)) for file in files):
        yield raw


def read_in_batches(traces: Iterator[Trace]) -> Iterator[tuple[Raw, dict[str, int]]]:
    """Traces as loose tables, with the rows of each source read by then."""
    rows: dict[str, int] = {}
    for batch in in_batches(traces, BATCH_BYTES):
        raw, rows = read_traces(batch, rows)
        yield raw, rows


def in_batches(traces: Iterator[Trace], size_bytes: int) -> Iterator[list[Trace]]:
    """The traces in lists of about so many bytes."""
    batch: list[Trace] = []
    size = 0
    for trace in traces:
        batch.append(trace)
        size += len(trace.body)
        if size >= size_bytes:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def read_traces(traces: Sequence[Trace], rows_before: Mapping[str, int]) -> tuple[Raw, dict[str, int]]:
    """Some traces as one loose table, and how many rows of each source have come by now.

    rows_before: how many rows of each source came in earlier calls, for sources that hold many traces.
    """
    opened = [(trace, plain_or_why(trace)) for trace in traces]
    refused = [(trace, why) for trace, why in opened if isinstance(why, str)]
    bodies = [(trace, body) for trace, body in opened if isinstance(body, bytes)]
    quick = [readsb_quick.take_apart(body) for _, body in bodies]
    whole = [q for q in quick if q is not None]
    table = readsb_quick.read_apart(whole) if whole and len(whole) == len(bodies) else None
    if table is not None:
        good, heads = [trace for trace, _ in bodies], [(q.head, q.count) for q in whole]
    else:
        careful = [(trace, readsb_careful.take_apart(body)) for trace, body in bodies]
        refused.extend((trace, why) for trace, why in careful if isinstance(why, str))
        apart = [(trace, parts) for trace, parts in careful if not isinstance(parts, str)]
        table = readsb_careful.read_apart([parts for _, parts in apart])
        good, heads = [trace for trace, _ in apart], [(parts.head, parts.count) for _, parts in apart]
    raw, rows = finished(table, good, heads, rows_before)
    return Raw(raw.table, tuple(refusal(trace, why) for trace, why in refused)), rows


def plain_or_why(trace: Trace) -> bytes | str:
    """The JSON of a trace, or the reason why it cannot be had."""
    if not trace.body.startswith(GZIP):
        return trace.body
    try:
        return gunzip(trace.body, trace.file.source.name)
    except UnreadableFile as error:
        return f"the trace cannot be read: {error.what}"


def refusal(trace: Trace, why: str) -> Rejection:
    """A trace that was not taken."""
    return Rejection(source=trace.file.source.sha256, name=trace.file.source.name, reason=why, count=1)


def finished(
    table: pl.DataFrame,
    traces: Sequence[Trace],
    heads: Sequence[tuple[Mapping[str, object], int]],
    rows_before: Mapping[str, int],
) -> tuple[Raw, dict[str, int]]:
    """The fields of rows, with what the trace says of all of them, in the columns of POSITIONS."""
    rows = dict(rows_before)
    first_rows, lines = [], []
    for trace, (head, count) in zip(traces, heads, strict=True):
        source = trace.file.source
        before = rows.get(source.sha256, 0)
        rows[source.sha256] = before + count
        first_rows.append(before + 1)
        lines.append((
            source.sha256, text_of(head.get("icao")), text_of(head.get("r")), text_of(head.get("t")),
            number_of(head.get("timestamp")), is_synthetic(trace.file) or "synthetic" in head,
        ))  # fmt: skip
    if table.is_empty():
        return Raw(empty_raw()), rows
    counts = np.array([count for _, count in heads])
    starts = np.cumsum(counts) - counts
    own = pl.DataFrame(lines, schema=HEAD, orient="row").select(
        pl.all().gather(pl.Series(np.repeat(np.arange(len(counts)), counts)))
    )
    number = np.arange(table.height) + np.repeat(np.array(first_rows) - starts, counts)
    return Raw(own.hstack(table).with_columns(pl.Series("row", number)).select(*expressions())), rows


def expressions() -> Iterator[pl.Expr]:
    """From the trace's own columns to those of POSITIONS."""
    seen_ms = ((pl.col("timestamp") + pl.col("offset")) * 1000).round()
    is_geometric = (pl.col("flags").fill_nan(0).fill_null(0).clip(0, 255).cast(pl.Int64) & GEOMETRIC_ALTITUDE) != 0
    altitude, geometric = pl.col("altitude"), pl.col("geometric_altitude_ft")
    yield from (pl.col(name) for name in KEPT)
    yield (within_calendars(seen_ms * 1000) // 1000 * 1000).cast(SEEN_AT).alias("seen_at")
    yield pl.when(~is_geometric).then(altitude).alias("altitude_ft")
    yield pl.coalesce(geometric, pl.when(is_geometric).then(altitude)).alias("geometric_altitude_ft")
    yield pl.when(pl.col("is_ground")).then(True).when(altitude.is_not_null()).then(False).alias("on_ground")
    yield pl.coalesce("kind", "detail_kind").alias("position_source")
    yield pl.when(pl.col("is_text")).then(pl.lit(STRING_FOR_NUMBER)).alias("trouble")


def text_of(value: object) -> str | None:
    """The value if it is text that UTF-8 can hold."""
    return readsb_careful.text_of(value)


def number_of(value: object) -> float:
    """The value if it is a number, else NaN."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return float("nan")
    try:
        return float(value)
    except OverflowError:
        return float("inf")
