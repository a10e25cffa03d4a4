"""Instants as files write them: epochs in seconds down to nanoseconds, ISO 8601 and its relatives."""

from __future__ import annotations

import polars as pl

from overflight.tracks.schema import SEEN_AT

US_PER = {"s": 1_000_000.0, "ms": 1_000.0, "us": 1.0, "ns": 0.001}
UNIT_BELOW = ((1e11, "s"), (1e14, "ms"), (1e17, "us"), (float("inf"), "ns"))
"""Epochs of 1973 to 5138 are told apart by size alone; a table has one unit, that of its median."""

FURTHEST_US = 8e18
"""Some 250,000 years: the end of what dates can be computed with."""

ISO = (
    r"^\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})[T ]+(\d{2}):?(\d{2})(?::?(\d{2}))?\s*(Z|UTC)?[.,]?(\d{1,9})?"
    r"\s*(Z|UTC|[+-]\d{2}:?\d{2}|[+-]\d{2})?\s*$"
)
"""Year, month, day, hour, minute, second, zone before the fraction (as Flightradar24 writes it), fraction, zone."""

USUAL = (
    ("%Y-%m-%dT%H:%M:%S%.fZ", True),
    ("%Y-%m-%dT%H:%M:%S%.f%z", True),
    ("%Y-%m-%d %H:%M:%S%.f%z", True),
    ("%Y-%m-%dT%H:%M:%S%.f", False),
    ("%Y-%m-%d %H:%M:%S%.f", False),
)
"""Forms that are read at once; all others, and what a table mixes, are taken apart by ISO."""

NO_ZONE = "times carry no zone and are taken as UTC"


def epoch_unit(values: pl.Series) -> str | None:
    """Unit of numeric times, told from the size of their median; None where there is none."""
    middle = values.drop_nulls().drop_nans().abs().median()
    if not isinstance(middle, int | float):
        return None
    return next((unit for bound, unit in UNIT_BELOW if middle < bound), None)


def within_calendars(us: pl.Expr) -> pl.Expr:
    """Microseconds as whole numbers, those beyond all calendars brought to their end, so that they are told from none."""
    return us.fill_nan(None).clip(-FURTHEST_US, FURTHEST_US).round().cast(pl.Int64)


def from_epoch(column: pl.Expr, unit: str) -> pl.Expr:
    """Numeric times as instants."""
    return within_calendars(column.cast(pl.Float64) * US_PER[unit]).cast(SEEN_AT)


def from_whole_epoch(column: pl.Expr, unit: str) -> pl.Expr:
    """Whole-numbered times as instants, without the detour over floats."""
    limit = int(min(FURTHEST_US / US_PER[unit], 9e18))
    whole = column.cast(pl.Int64, strict=False).clip(-limit, limit)
    return (whole // 1000 if unit == "ns" else whole * int(US_PER[unit])).cast(SEEN_AT)


def from_text(values: pl.Series) -> tuple[pl.Series, bool]:
    """Text times as instants, null where none can be read; and whether any carries no zone."""
    plain, is_plain_naive = from_usual_text(values)
    unread = values.filter(plain.is_null() & values.is_not_null())
    if unread.is_empty():
        return plain, is_plain_naive and plain.null_count() < len(plain)
    texts = unread.unique().to_frame("text")
    parts = texts.with_columns(pl.col("text").str.extract_groups(ISO).alias("parts")).unnest("parts")
    zone = pl.coalesce("9", "7")
    is_offset = zone.str.contains(r"^[+-]")
    sign = pl.when(zone.str.starts_with("-")).then(-1).otherwise(1)
    minutes = zone.str.slice(1, 2).cast(pl.Int64, strict=False) * 60 + zone.str.slice(3).str.strip_prefix(":").cast(
        pl.Int64, strict=False
    ).fill_null(0)
    text = pl.format(
        "{}-{}-{} {}:{}:{}.{}", "1", "2", "3", "4", "5", pl.col("6").fill_null("00"), pl.col("8").fill_null("0")
    )
    read = parts.select(
        "text",
        (
            text.str.strptime(pl.Datetime("us"), "%Y-%m-%d %H:%M:%S%.f", strict=False).dt.replace_time_zone("UTC")
            - pl.duration(minutes=pl.when(is_offset).then(sign * minutes).otherwise(0))
        ).alias("at"),
        (zone.is_null() & pl.col("1").is_not_null()).alias("is_naive"),
    )
    found = values.to_frame("text").join(read, on="text", how="left", maintain_order="left")
    at = found.select(pl.coalesce(plain, pl.col("at")).cast(SEEN_AT)).to_series()
    return at, bool(read["is_naive"].any()) or (is_plain_naive and plain.null_count() < len(plain))


def from_usual_text(values: pl.Series) -> tuple[pl.Series, bool]:
    """The times that are written in the first one's usual form, all else null; and whether that form carries no zone."""
    first = values.drop_nulls().head(1)
    for form, has_zone in USUAL:
        dtype = pl.Datetime("us", "UTC" if has_zone else None)
        if first.str.strptime(dtype, form, strict=False).null_count() == 0:
            read = values.str.strptime(dtype, form, strict=False)
            return (read if has_zone else read.dt.replace_time_zone("UTC")).cast(SEEN_AT), not has_zone
    return pl.Series(values.name, [None], dtype=SEEN_AT).new_from_index(0, len(values)), False
