"""The careful way through readsb traces: every value looked at, whatever stands there.

Used for traces that are not exactly as readsb writes them; `readsb_quick.py` gives the same table for those that are.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import numpy as np
import orjson
import polars as pl

from overflight.tracks.schema import NAME

NUMBERS = {"offset": 0, "latitude": 1, "longitude": 2, "altitude": 3, "ground_speed_kt": 4, "track_deg": 5, "flags": 6,
           "vertical_rate_fpm": 7, "geometric_altitude_ft": 10}  # fmt: skip
PLACES = {**NUMBERS, "details": 8, "kind": 9}
REQUIRED = ("offset", "latitude", "longitude")
HEAD_KEYS = ("icao", "timestamp", "trace")


@dataclass(frozen=True, slots=True)
class Careful:
    """A trace as Python objects: its keys, and its rows as one tuple a field."""

    head: dict[str, Any]
    columns: list[tuple[Any, ...]]
    count: int


def take_apart(body: bytes) -> Careful | str:
    """The parts of a trace, or the reason why it is none."""
    try:
        trace = orjson.loads(body)
    except orjson.JSONDecodeError:
        trace = loads_leniently(body)
    if not isinstance(trace, dict) or not isinstance(trace.get("trace"), list):
        return "the file is no trace: an object with `icao`, `timestamp` and `trace` was expected"
    if any(body.count(b'"' + key.encode() + b'"') > 1 for key in HEAD_KEYS) and has_key_twice(body):
        return "`icao`, `timestamp` or `trace` stands twice in the trace, so that nobody can say which holds"
    return Careful(trace, columns_of(trace["trace"]), len(trace["trace"]))


def loads_leniently(body: bytes) -> object:
    """What Python reads where the strict parser does not: NaN, infinities, numbers too large; None where it is no JSON."""
    try:
        return json.loads(body.decode("utf-8", "replace"), parse_int=float)
    except (ValueError, RecursionError):
        return None


def has_key_twice(body: bytes) -> bool:
    """Whether one object has a key of the trace twice."""
    found = False

    def look(pairs: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal found
        keys = [key for key, _ in pairs if key in HEAD_KEYS]
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


def read_apart(traces: list[Careful]) -> pl.DataFrame:
    """The rows of many traces as one table; `is_text` where time or place are something else than a number."""
    columns: dict[str, list[Any]] = {name: [] for name in PLACES}
    for trace in traces:
        empty = (None,) * trace.count
        for name, place in PLACES.items():
            columns[name].extend(trace.columns[place] if place < len(trace.columns) else empty)
    is_ground = [value == "ground" for value in columns["altitude"]]
    columns["altitude"] = [None if value == "ground" else value for value in columns["altitude"]]
    read = {name: numeric(columns[name]) for name in NUMBERS}
    details = [d if isinstance(d, dict) else {} for d in columns["details"]]
    return pl.DataFrame({name: numbers for name, (numbers, _) in read.items()}).with_columns(
        pl.Series("is_ground", is_ground, dtype=pl.Boolean),
        pl.Series("callsign", [text_of(d.get("flight")) for d in details], dtype=NAME),
        pl.Series("squawk", [text_of(d.get("squawk")) for d in details], dtype=NAME),
        pl.Series("kind", [text_of(kind) for kind in columns["kind"]], dtype=NAME),
        pl.Series("detail_kind", [text_of(d.get("type")) for d in details], dtype=NAME),
        pl.Series("is_text", np.logical_or.reduce([read[name][1] for name in REQUIRED])),
    )


def numeric(values: list[Any]) -> tuple[pl.Series, Any]:
    """The values as floats, and where something else than a number or null stood."""
    try:
        return pl.Series(values, dtype=pl.Float64, strict=True), np.zeros(len(values), dtype=bool)
    except (TypeError, OverflowError):
        is_number = [v.__class__ in (int, float) for v in values]
        clean = [float(v) if ok else None for v, ok in zip(values, is_number, strict=True)]
        is_other = [not ok and v is not None for v, ok in zip(values, is_number, strict=True)]
        return pl.Series(clean, dtype=pl.Float64), np.array(is_other, dtype=bool)


def text_of(value: object) -> str | None:
    """The value if it is text; lone surrogates, which no file can hold, become question marks."""
    if not isinstance(value, str):
        return None
    return value if value.isascii() else value.encode("utf-8", "replace").decode()
