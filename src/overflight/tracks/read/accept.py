"""The door of the table: which raw rows become positions, and by which reason the others do not.

A reader hands over a loose table, columns named as in POSITIONS (any may lack), numbers as floats, and where it saw
trouble itself the reason in a column `trouble`. The rules stand in one list and apply to every format alike.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

import polars as pl

from overflight.records.source import Rejection, Sha256, SourceFile
from overflight.tracks.names import name_codes, numbered, renamed
from overflight.tracks.schema import NAME, POSITIONS, SEEN_AT, Positions

EARLIEST = dt.datetime(1990, 1, 1, tzinfo=dt.UTC)
LATEST = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
"""Between the first ADS-B trials and a day that no recording has reached: outside, the unit or the zero of time is wrong."""

LIMITS: Mapping[str, tuple[float, float]] = {
    "altitude_ft": (-2_000, 150_000),
    "geometric_altitude_ft": (-3_000, 150_000),
    "ground_speed_kt": (0, 3_000),
    "track_deg": (-360, 720),
    "vertical_rate_fpm": (-60_000, 60_000),
}
"""What the fields of the ADS-B messages can carry at all, generously; beyond it the value is no measurement."""

ADDRESS = r"^~?[0-9a-f]{6}$"
BAD_ADDRESS = "address is not six hexadecimal digits: left out, the position kept"
NO_AIRCRAFT = "no address, registration or callsign"
DUPLICATE = "duplicate: the same aircraft, instant and values as an earlier row"
LEFT_OUT = "left out, the position kept"

WANTED = {name: dtype for name, dtype in POSITIONS.items() if name not in ("source", "row", "is_synthetic")}
VALUES = tuple(name for name in WANTED if name not in ("type_code", "known_as"))


@dataclass(frozen=True, slots=True)
class Raw:
    """What a reader gives: a loose table with `source` and `row`, rejections of whole files, and what must be said."""

    table: pl.DataFrame
    rejections: tuple[Rejection, ...] = ()
    warnings: tuple[str, ...] = field(default=())


def is_synthetic(file: SourceFile) -> bool:
    """Whether a file is marked as invented, at its admission or by its name."""
    return file.source.is_synthetic or PurePosixPath(file.source.name).name.lower().startswith("synthetic_")


def empty_raw() -> pl.DataFrame:
    """A loose table of nothing."""
    return pl.DataFrame(schema={"source": pl.String, "row": pl.Int64})


def accept(raw: Raw, names: Mapping[str, str]) -> Positions:
    """The rows that are positions, in the order given, and the others counted by source and reason.

    names: file name of each source.
    """
    table, bad_address = with_plain_names(with_all_columns(raw.table))
    taken, refused = without_refused(table)
    counted = [refused]
    if bad_address is not None:
        counted.append(bad_address)
    taken, left_out = without_impossible_values(taken)
    counted.extend(left_out)
    taken = taken.select(pl.col(name).cast(dtype) for name, dtype in POSITIONS.items())
    taken, doubled = without_duplicates(taken)
    counted.append(doubled)
    return Positions(
        table=taken,
        rejections=(*raw.rejections, *as_rejections(pl.concat(counted), names)),
        warnings=raw.warnings,
    )


def with_all_columns(table: pl.DataFrame) -> pl.DataFrame:
    """The table with every column of POSITIONS and `trouble`, missing ones null."""
    have = set(table.columns)
    missing = [pl.lit(None, dtype=dtype).alias(name) for name, dtype in WANTED.items() if name not in have]
    if "trouble" not in have:
        missing.append(pl.lit(None, dtype=pl.String).alias("trouble"))
    if "is_synthetic" not in have:
        missing.append(pl.lit(False).alias("is_synthetic"))
    names = [pl.col(name).cast(NAME) for name in ("source", *SPELLINGS)]
    return table.with_columns(missing).with_columns(
        *names, pl.col("seen_at").cast(SEEN_AT), pl.col("row").cast(pl.Int64)
    )


def with_plain_names(table: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame | None]:
    """The table with names in one spelling, and the addresses that are none, counted.

    Names repeat a thousandfold, so that only the distinct ones are looked at.
    """
    bad = None
    for name, spelling in SPELLINGS.items():
        if table[name].null_count() == table.height:
            continue
        codes, first = numbered(name_codes(table[name]))
        distinct = table[name].gather(first).cast(pl.String).alias("text")
        plain = distinct.to_frame().select("text", spelling(pl.col("text")).alias("plain"))
        changed = plain.filter(pl.col("text").ne_missing(pl.col("plain")))
        if changed.is_empty():
            continue
        if name == "icao24":
            none = changed.filter(pl.col("plain").is_null() & (pl.col("text").str.strip_chars() != ""))["text"]
            rows = table.filter(pl.col("icao24").is_in(none.implode()))
            bad = count_by(rows.select("source", "row", pl.lit(BAD_ADDRESS).alias("reason")))
        table = table.with_columns(renamed(codes, plain["plain"]).alias(name))
    return table, bad


def as_address(text: pl.Expr) -> pl.Expr:
    """Six hexadecimal digits in lower case, with the `~` of addresses that ICAO did not assign; null for anything else."""
    plain = text.str.strip_chars().str.to_lowercase().str.strip_prefix("0x")
    return pl.when(plain.str.contains(ADDRESS)).then(plain)


def as_mark(text: pl.Expr) -> pl.Expr:
    """A registration, callsign or type in upper case, without the padding of the messages; null where nothing is left."""
    plain = text.str.strip_chars(" \t\r\n\0@_").str.to_uppercase()
    return pl.when(plain != "").then(plain)


def as_code(text: pl.Expr) -> pl.Expr:
    """Other text, trimmed; null where nothing is left."""
    plain = text.str.strip_chars()
    return pl.when(plain != "").then(plain)


SPELLINGS: Mapping[str, Callable[[pl.Expr], pl.Expr]] = {
    "icao24": as_address,
    "registration": as_mark,
    "callsign": as_mark,
    "known_as": as_mark,
    "type_code": as_mark,
    "squawk": as_code,
    "position_source": as_code,
}


def rules() -> tuple[tuple[pl.Expr, str], ...]:
    """What makes a row no position, and in which words; the first that holds is named."""
    latitude, longitude, seen_at = pl.col("latitude"), pl.col("longitude"), pl.col("seen_at")
    return (
        (pl.col("trouble").is_not_null(), ""),
        (latitude.is_null() | longitude.is_null(), "no latitude or longitude"),
        (~(latitude.is_finite() & longitude.is_finite()), "latitude or longitude is not a number"),
        (latitude.abs() > 90, "latitude outside -90 to 90"),
        (longitude.abs() > 180, "longitude outside -180 to 180"),
        ((latitude == 0) & (longitude == 0), "position 0, 0, which stands for none"),
        (seen_at.is_null(), "no readable time"),
        ((seen_at < EARLIEST) | (seen_at > LATEST), "time outside 1990 to 2100: its unit is another than the format's"),
        (pl.col("icao24").is_null() & pl.col("registration").is_null() & pl.col("callsign").is_null(), NO_AIRCRAFT),
    )


def without_refused(table: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows to which no rule speaks, and the others counted by reason."""
    speaking = table.select(holds.any().alias(str(i)) for i, (holds, _) in enumerate(rules()))
    known = [rule for rule, speaks in zip(rules(), speaking.row(0), strict=True) if speaks]
    if not known:
        return table, count_by(table.head(0).select("source", "row", pl.col("trouble").alias("reason")))
    words = pl.lit(None, dtype=pl.String)
    for holds, reason in reversed(known):
        words = pl.when(holds).then(pl.lit(reason) if reason else pl.col("trouble")).otherwise(words)
    is_refused = pl.any_horizontal(holds.fill_null(False) for holds, _ in known)
    refused = table.filter(is_refused).select("source", "row", words.alias("reason"))
    return table.filter(~is_refused), count_by(refused)


def without_impossible_values(table: pl.DataFrame) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    """The table with values that cannot be made null, and how many these were."""
    counted = []
    checks = {name: ~pl.col(name).is_between(low, high) for name, (low, high) in LIMITS.items()}
    found = table.select(check.any().alias(name) for name, check in checks.items()).row(0, named=True)
    for name, is_any in found.items():
        if is_any:
            words = f"{name} is not a possible value: {LEFT_OUT}"
            counted.append(count_by(table.filter(checks[name]).select("source", "row", pl.lit(words).alias("reason"))))
            table = table.with_columns(pl.when(~checks[name]).then(pl.col(name)).alias(name))
    return table, counted


def without_duplicates(table: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The table without rows that repeat an earlier one of their source in all values, and how many these were."""
    none = count_by(table.head(0).select("source", "row", pl.lit(DUPLICATE).alias("reason")))
    instant = ("source", "icao24", "registration", "callsign", "seen_at")
    if table.height < 2 or not may_repeat(table):
        return table, none
    doubtful = table.filter(pl.struct(instant).is_duplicated())
    if doubtful.is_empty():
        return table, none
    repeats = doubtful.filter(~pl.struct("source", *VALUES).is_first_distinct()).select("source", "row")
    if repeats.is_empty():
        return table, none
    kept = table.join(repeats, on=["source", "row"], how="anti", maintain_order="left")
    return kept, count_by(repeats.with_columns(pl.lit(DUPLICATE).alias("reason")))


def may_repeat(table: pl.DataFrame) -> bool:
    """Whether an instant may stand twice for one aircraft of one source; False is certain, and quick to tell."""
    seen_at = table["seen_at"]
    if seen_at.is_sorted():
        is_tie = seen_at == seen_at.shift()
        if not is_tie.any():
            return False
    mixed = pl.lit(0, dtype=pl.UInt64)
    for seed, name in enumerate(("source", "icao24", "registration", "seen_at")):
        if table[name].null_count() < table.height:
            mixed = mixed ^ pl.col(name).to_physical().hash(seed)
    return bool(table.select(mixed.n_unique()).item() < table.height)


def count_by(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows (source, row, reason) counted by source and reason, with the first row of each."""
    return rows.group_by(pl.col("source").cast(pl.String), "reason").agg(
        pl.len().alias("count"), pl.col("row").min().alias("first_row")
    )


def as_rejections(counted: pl.DataFrame, names: Mapping[str, str]) -> tuple[Rejection, ...]:
    """Counts as records, ordered by file name, source and reason."""
    return tuple(
        sorted(
            (
                Rejection(source=Sha256(source), name=names[source], reason=why, count=count, first_row=first_row)
                for source, why, count, first_row in counted.iter_rows()
            ),
            key=lambda r: (r.name, r.source, r.reason),
        )
    )
