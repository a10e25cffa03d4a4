"""Blocks of any table as loose tables of positions: which column fills what, and what its values are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polars as pl

from overflight.errors import BadPositions
from overflight.records.source import Rejection, SourceFile
from overflight.tracks.read.accept import LEFT_OUT, Raw, is_synthetic
from overflight.tracks.read.columns import ASSUMED, TARGET, Meaning, meanings
from overflight.tracks.read.times import NO_ZONE, epoch_unit, from_epoch, from_text, from_whole_epoch
from overflight.tracks.schema import NAME, SEEN_AT
from overflight.tracks.settings import TracksSettings

MORE_FIELDS = "the row has more fields than the header"
NOT_A_NUMBER = "time, latitude or longitude is text that cannot be read"
TRUE, FALSE = (
    ("true", "t", "1", "1.0", "yes", "y", "g", "ground", "-1"),
    ("false", "f", "0", "0.0", "no", "n", "a", "air"),
)
TEXTS = ("icao24", "registration", "callsign", "type_code", "squawk", "position_source")


def fill(
    block: pl.DataFrame, file: SourceFile, rows: int | pl.Series, settings: TracksSettings, told: Mapping[str, Meaning]
) -> tuple[Raw, dict[str, Meaning]]:
    """A block of a table as a loose table of positions.

    rows: number of the first row where they follow on each other, else that of each.
    told: what earlier blocks of the file settled about its columns.
    """
    found = dict(told) or settle(block, file, settings)
    columns: dict[str, pl.Series] = {}
    unread: dict[str, pl.Series] = {}
    warnings: list[str] = []
    for target, meaning in found.items():
        values = block[meaning.column]
        if target == "seen_at":
            columns[target], is_naive = instants(values, meaning)
            warnings.extend([f"{file.source.name}: {NO_ZONE}"] if is_naive else [])
        elif target in TEXTS:
            columns[target] = values.cast(pl.String)
        elif target in ("on_ground", "is_synthetic"):
            columns[target] = booleans(values, is_mark=target == "is_synthetic")
        else:
            columns[target] = numbers(values, meaning.factor)
        if target not in TEXTS and columns[target].null_count() > values.null_count():
            unread[target] = columns[target].is_null() & values.is_not_null()
    if not told:
        warnings.extend(unit_warnings(file, found))
    table = pl.DataFrame([series.alias(target) for target, series in columns.items()])
    ground = ground_words(block, found)
    if ground is not None:
        table = table.with_columns(ground_of(ground, has_flag="on_ground" in columns))
        unread["altitude_ft"] = unread["altitude_ft"] & ~ground
    row = numbers_of(rows, block.height)
    table = table.with_columns(
        pl.lit(file.source.sha256).cast(NAME).alias("source"),
        row.alias("row"),
        trouble(block, unread).alias("trouble"),
        synthetic(file, columns).alias("is_synthetic"),
        *own_aircraft(settings, columns),
    )
    return Raw(table, tuple(left_out(file, row, unread)), tuple(warnings)), found


def settle(block: pl.DataFrame, file: SourceFile, settings: TracksSettings) -> dict[str, Meaning]:
    """Which column fills what, told from names and the first block. Raises BadPositions where time or place are missing."""
    found = meanings(block.columns, settings.column_map)
    missing = [target for target in ("seen_at", "latitude", "longitude") if target not in found]
    columns = [column for column in block.columns if column != "overflow"]
    if missing and not columns:
        raise BadPositions(
            "it holds no position data of a known format and no table with named columns; nothing of it was read",
            where=file.source.name, now="Give it as CSV with a first row of column names, or say what else it is.",
        )  # fmt: skip
    if missing:
        raise BadPositions(
            f"no column is called {' or '.join(missing)}", where=file.source.name,
            now=f"Name yours with --map old=new; the columns are {', '.join(columns)[:300]}.",
        )  # fmt: skip
    if not {"icao24", "registration", "callsign"} & set(found) and settings.aircraft is None:
        raise BadPositions(
            "no column names the aircraft", where=file.source.name,
            now="Name it with --aircraft, or the column that does with --map old=icao24 (or registration, callsign).",
        )  # fmt: skip
    times = [with_epoch(block[m.column], m, settings) for m in found["seen_at"]]
    best = next((m for m in times if is_mostly_readable(block[m.column], m)), times[0])
    return {target: best if target == "seen_at" else some[0] for target, some in found.items()}


def with_epoch(values: pl.Series, meaning: Meaning, settings: TracksSettings) -> Meaning:
    """The meaning of a column of times with the unit of its epoch: as its name tells, as the user says, as its size shows."""
    unit = meaning.epoch_unit or settings.epoch_unit
    if unit is None and not values.dtype.is_temporal():
        unit = epoch_unit(values.cast(pl.Float64, strict=False))
    return Meaning(meaning.column, meaning.target, epoch_unit=unit)


def is_mostly_readable(values: pl.Series, meaning: Meaning) -> bool:
    """Whether at least half of a column's first values are instants between 1990 and 2100."""
    some = values.drop_nulls().head(1000)
    read, _ = instants(some, meaning)
    return bool(len(some)) and int(read.dt.year().is_between(1990, 2099).sum()) * 2 >= len(some)


def instants(values: pl.Series, meaning: Meaning) -> tuple[pl.Series, bool]:
    """A column of times as instants, and whether they carry no zone."""
    dtype = values.dtype
    if isinstance(dtype, pl.Datetime):
        if dtype.time_zone is None:
            return values.dt.replace_time_zone("UTC").cast(SEEN_AT), True
        return values.dt.convert_time_zone("UTC").cast(SEEN_AT), False
    unit = meaning.epoch_unit or "s"
    if dtype.is_integer():
        return pl.select(from_whole_epoch(pl.lit(values), unit)).to_series(), False
    if dtype.is_float():
        return pl.select(from_epoch(pl.lit(values), unit)).to_series(), False
    if dtype != pl.String:
        return pl.Series(values.name, [None] * len(values), dtype=SEEN_AT), False
    epochs = values.str.strip_chars().cast(pl.Float64, strict=False)
    texts = values.set(epochs.is_not_null(), None)
    read, is_naive = from_text(texts)
    return pl.select(pl.coalesce(pl.lit(read), from_epoch(pl.lit(epochs), unit))).to_series(), is_naive


def numbers(values: pl.Series, factor: float) -> pl.Series:
    """A column of numbers as floats; null where something stands that is none."""
    read = values
    if values.dtype == pl.String:
        read = values.str.strip_chars().cast(pl.Float64, strict=False)
        if read.null_count() > values.null_count() and values.str.contains(r"^\s*[+-]?\d+,\d+\s*$").any():
            read = values.str.strip_chars().str.replace(",", ".", literal=True).cast(pl.Float64, strict=False)
    elif values.dtype.is_numeric():
        read = values.cast(pl.Float64)
    else:
        read = pl.Series(values.name, [None], dtype=pl.Float64).new_from_index(0, len(values))
    return read if factor == 1.0 else read * factor


def booleans(values: pl.Series, *, is_mark: bool = False) -> pl.Series:
    """A column of yes and no. is_mark: any text but a no is a yes."""
    if values.dtype == pl.Boolean:
        return values
    text = values.cast(pl.String).str.strip_chars().str.to_lowercase()
    yes = text.is_in(list(FALSE)).not_() if is_mark else text.is_in(list(TRUE))
    return pl.select(pl.when(yes).then(True).when(pl.lit(text.is_in(list(FALSE)))).then(False)).to_series()


def ground_words(block: pl.DataFrame, found: Mapping[str, Meaning]) -> pl.Series | None:
    """Where the altitude is the word `ground`; None where it never is."""
    altitude = found.get("altitude_ft")
    if altitude is None or block[altitude.column].dtype != pl.String:
        return None
    is_word = block[altitude.column].str.strip_chars().str.to_lowercase().is_in(["ground", "gnd"]).fill_null(False)
    return is_word if is_word.any() else None


def ground_of(ground: pl.Series, *, has_flag: bool) -> pl.Expr:
    """The ground flag of a table whose altitudes say `ground`: any other altitude says that it flies."""
    flag = pl.col("on_ground") if has_flag else pl.lit(None, dtype=pl.Boolean)
    flies = flag.is_null() & pl.col("altitude_ft").is_not_null()
    return pl.when(pl.lit(ground)).then(True).when(flies).then(False).otherwise(flag).alias("on_ground")


def trouble(block: pl.DataFrame, unread: Mapping[str, pl.Series]) -> pl.Expr:
    """The reason why a row cannot be taken, where its own text gives one."""
    words = pl.lit(None, dtype=pl.String)
    for target in ("seen_at", "latitude", "longitude"):
        if target in unread:
            words = pl.when(pl.lit(unread[target])).then(pl.lit(NOT_A_NUMBER)).otherwise(words)
    if "overflow" in block.columns and block["overflow"].null_count() < block.height:
        words = pl.when(pl.lit(block["overflow"].is_not_null())).then(pl.lit(MORE_FIELDS)).otherwise(words)
    return words


def numbers_of(rows: int | pl.Series, height: int) -> pl.Series:
    """The number of each row."""
    return rows if isinstance(rows, pl.Series) else pl.int_range(rows, rows + height, dtype=pl.Int64, eager=True)


def left_out(file: SourceFile, rows: pl.Series, unread: Mapping[str, pl.Series]) -> Iterator[Rejection]:
    """Values that cost no position, counted."""
    for target, is_bad in unread.items():
        count = int(is_bad.sum())
        if count and target in TARGET.values():
            yield Rejection(
                source=file.source.sha256, name=file.source.name, reason=f"{target} is not a number: {LEFT_OUT}",
                count=count, first_row=int(rows[is_bad.arg_max() or 0]),
            )  # fmt: skip


def unit_warnings(file: SourceFile, found: Mapping[str, Meaning]) -> Iterator[str]:
    """What was assumed where columns' names tell no unit."""
    assumed = [f"{m.column} ({ASSUMED[m.base]})" for m in found.values() if not m.is_unit_told]
    if assumed:
        yield f"{file.source.name}: names that tell no unit are read as usual in aviation: {', '.join(assumed)}"


def synthetic(file: SourceFile, columns: Mapping[str, pl.Series]) -> pl.Expr:
    """Whether a row is invented: the file says so, or its own column."""
    if is_synthetic(file):
        return pl.lit(True)
    return pl.col("is_synthetic").fill_null(False) if "is_synthetic" in columns else pl.lit(False)


def own_aircraft(settings: TracksSettings, columns: Mapping[str, pl.Series]) -> Iterator[pl.Expr]:
    """The aircraft that the user names, for files that name none."""
    named = settings.aircraft
    if named and not {"icao24", "registration"} & set(columns):
        is_address = len(named.lstrip("~")) == 6 and all(c in "0123456789abcdef" for c in named.lstrip("~").lower())
        yield pl.lit(named).alias("icao24" if is_address else "registration")
