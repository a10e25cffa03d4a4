"""Positions as JSON records: one array of objects, or an object a line; by key name, as tables are by column name.

This is how `traffic` writes OpenSky samples, how readsb's receivers log aircraft, and how Flightradar24's API answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import orjson
import polars as pl

from overflight.errors import BadPositions
from overflight.records.source import SourceFile
from overflight.tracks.read.accept import Raw
from overflight.tracks.read.columns import Meaning, looks_like_positions, meaning_of
from overflight.tracks.read.files import plain_head, read_plain, stream_plain
from overflight.tracks.read.filling import fill
from overflight.tracks.read.flightradar24 import flatten_api, playback
from overflight.tracks.read.readsb_careful import loads_leniently, text_of
from overflight.tracks.read.tables import line_blocks
from overflight.tracks.settings import TracksSettings

FORMAT = "json_records"
FIRST_OBJECT = re.compile(rb'^\s*(?:\{\s*"data"\s*:\s*)?\[?\s*(\{[^{}\[\]]*(?:\{[^{}]*\}[^{}\[\]]*)*)')
KEY = re.compile(rb'"([A-Za-z0-9_~ -]{1,40})"\s*:')
NOT_AN_OBJECT = "the record is no object"


def sniff(head: bytes, name: str) -> str | None:
    """The format's name if the first object's keys name an instant, a latitude and a longitude."""
    text = plain_head(head, 16_384).removeprefix(b"\xef\xbb\xbf")
    if b'"fr24_id"' in text[:300]:
        return FORMAT
    found = FIRST_OBJECT.match(text)
    if found is None:
        return None
    keys = [key.decode() for key in KEY.findall(found[1])]
    return FORMAT if looks_like_positions(keys) else None


def read(files: Sequence[SourceFile], settings: TracksSettings) -> Iterator[Raw]:
    """Rows of JSON records."""
    for file in files:
        told: dict[str, Meaning] = {}
        row = 1
        for records in parts_of(file):
            if records:
                yield (made := as_raw(records, file, row, settings, told))[0]
                told = made[1]
                row += len(records)


def parts_of(file: SourceFile) -> Iterator[list[Any]]:
    """The records, some at a time where they come one a line. Raises BadPositions for what is no JSON."""
    with file.path.open("rb") as opened:
        start = plain_head(opened.read(4096), 4096).lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{") and b'"fr24_id"' not in start and not start.startswith((b'{"data"', b'{ "data"')):
        for lines in line_blocks(stream_plain([file.path], file.source.name), file.source.name):
            yield [loads(line) for line in lines.splitlines() if line.strip()]
        return
    value = loads(read_plain(file.path, file.source.name))
    flat = flatten_api(value)
    if flat is None and isinstance(value, dict) and isinstance(value.get("data"), list):
        flat = value["data"]
    if flat is None and not isinstance(value, list):
        raise BadPositions(
            "it is no JSON array of records", where=file.source.name, now="Give an array of objects, or one a line."
        )
    yield value if flat is None else flat


def loads(text: bytes) -> Any:
    """A JSON value, leniently; None where it is none."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return loads_leniently(text)


def as_raw(
    records: list[Any], file: SourceFile, row: int, settings: TracksSettings, told: dict[str, Meaning]
) -> tuple[Raw, dict[str, Meaning]]:
    """Records as a loose table."""
    is_object = [isinstance(record, dict) for record in records]
    objects = [record if ok else {} for record, ok in zip(records, is_object, strict=True)]
    names = dict.fromkeys(name for record in objects for name in record if isinstance(name, str))
    wanted = [
        name
        for name in names
        if meaning_of(dict(settings.column_map).get(name, name)) or name in ("type", "reg", "source")
    ]
    table = pl.DataFrame([column(name, [record.get(name) for record in objects]) for name in wanted])
    if {"gspeed", "vspeed"} <= set(wanted):
        table = playback(table, settings)
    elif "type" in wanted or "source" in wanted:
        table = table.drop("type", "source", strict=False)
    raw, told = fill(table, file, row, settings, told)
    trouble = (
        pl.when(pl.lit(pl.Series(is_object))).then(pl.col("trouble")).otherwise(pl.lit(NOT_AN_OBJECT)).alias("trouble")
    )
    return Raw(raw.table.with_columns(trouble), raw.rejections, raw.warnings), told


def column(name: str, values: list[Any]) -> pl.Series:
    """One key's values as a column: numbers, truths or text; mixed ones become text, which is read as such."""
    kinds = {value.__class__ for value in values} - {type(None)}
    if kinds <= {int}:
        try:
            return pl.Series(name, values, dtype=pl.Int64)
        except (TypeError, OverflowError):
            return pl.Series(name, [None if v is None else float(v) for v in values], dtype=pl.Float64)
    if kinds <= {int, float}:
        return pl.Series(name, values, dtype=pl.Float64)
    if kinds == {bool}:
        return pl.Series(name, values, dtype=pl.Boolean)
    return pl.Series(
        name, [None if v is None else text_of(v if isinstance(v, str) else repr(v)) for v in values], dtype=pl.String
    )
