"""The one table of positions that every reader fills and every step of this stage reads."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from overflight.errors import BadPositions
from overflight.records.source import Rejection

SEEN_AT = pl.Datetime("us", "UTC")
NAME = pl.Categorical()
"""Names repeat a thousandfold: each is held once, and a row holds its number."""

_COLUMNS: dict[str, pl.DataType | type[pl.DataType]] = {
    "icao24": NAME,
    "registration": NAME,
    "callsign": NAME,
    "known_as": NAME,
    "type_code": NAME,
    "seen_at": SEEN_AT,
    "latitude": pl.Float64,
    "longitude": pl.Float64,
    "altitude_ft": pl.Float32,
    "geometric_altitude_ft": pl.Float32,
    "ground_speed_kt": pl.Float32,
    "track_deg": pl.Float32,
    "vertical_rate_fpm": pl.Float32,
    "on_ground": pl.Boolean,
    "squawk": NAME,
    "position_source": NAME,
    "source": NAME,
    "row": pl.Int64,
    "is_synthetic": pl.Boolean,
}
POSITIONS = pl.Schema(_COLUMNS)
"""Columns in this order. Never null: seen_at, latitude, longitude, source, row, is_synthetic; all else may be.

icao24: six lower-case hexadecimal digits, a leading `~` where ICAO did not assign the address.
altitude_ft: pressure altitude as sent, null on the ground. row counts from 1 as a person would count the source's rows.
callsign and registration: trimmed, never empty. source: SHA-256 of the file that the position stands in. known_as: the
callsign that stands for the aircraft in a file of one aircraft that names none, so that it stays one under another.
"""

ORDER = ("icao24", "registration", "callsign", "seen_at", "source", "row")
"""The order of a table of positions: airframe, instant, then where it stands in the sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """What reading gives: the table (schema POSITIONS, in any order), what was not taken, and what must be said."""

    table: pl.DataFrame
    rejections: tuple[Rejection, ...] = ()
    warnings: tuple[str, ...] = field(default=())


def empty_positions() -> pl.DataFrame:
    """A table of no positions."""
    return pl.DataFrame(schema=POSITIONS)


def airframe_key() -> pl.Expr:
    """Who flew, as one column `airframe`: address, registration, callsign of the file, callsign of the row; never null."""
    return (
        pl.coalesce(
            pl.col("icao24").cast(pl.String),
            "reg:" + pl.col("registration").cast(pl.String),
            "call:" + pl.col("known_as").cast(pl.String),
            "call:" + pl.col("callsign").cast(pl.String),
            pl.lit("unknown"),
        )
    ).alias("airframe")


def check_positions(table: pl.DataFrame) -> pl.DataFrame:
    """The table with exactly the columns of POSITIONS, in order, in their types.

    Columns of another type are cast; missing ones that may be null are added as null; others raise BadPositions.
    """
    missing = [name for name in ("seen_at", "latitude", "longitude") if name not in table.columns]
    if missing:
        raise BadPositions(
            f"a table of positions lacks {', '.join(missing)}",
            now="Give columns seen_at (UTC), latitude and longitude, or rename yours with --map old=new.",
        )
    if table.schema == POSITIONS:
        return table
    have = set(table.columns)
    columns = []
    for name, dtype in POSITIONS.items():
        if name not in have:
            columns.append(_default(name, dtype))
        elif table.schema[name] != dtype:
            columns.append(pl.col(name).cast(dtype))
        else:
            columns.append(pl.col(name))
    return table.select(columns)


def _default(name: str, dtype: pl.DataType | type[pl.DataType]) -> pl.Expr:
    if name == "row":
        return pl.int_range(1, pl.len() + 1, dtype=pl.Int64).alias(name)
    if name == "is_synthetic":
        return pl.lit(False).alias(name)
    if name == "source":
        return pl.lit("", dtype=pl.String).cast(dtype).alias(name)
    return pl.lit(None, dtype=dtype).alias(name)
