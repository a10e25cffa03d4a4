"""Positions on disk between reading and finding: columns of numbers in one file, the names behind them in another.

A piece is what one job read at a time. Its rows lie bucket by bucket and airframe by airframe, so that a bucket's rows
are one range of it; the file is mapped into memory, and only that range is touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from overflight.tracks.airframes import Airframes
from overflight.tracks.fields import Ints
from overflight.tracks.names import name_codes, numbered, renamed
from overflight.tracks.schema import NAME, POSITIONS

UNUSED = ("geometric_altitude_ft", "vertical_rate_fpm", "position_source")
"""What reading looks at and finding does not: it is not written."""

NUMBERS, NAMES, BOUNDS = ".numbers.ipc", ".names.ipc", "bounds"


def by_bucket(airframes: Airframes, buckets: int) -> tuple[Airframes, Ints]:
    """The airframes numbered bucket by bucket, and where the rows of each bucket begin, with the end.

    The bucket of an airframe follows from its key alone: it is the same in every job.
    """
    bucket = (airframes.heads["airframe"].hash(seed=29) % buckets).to_numpy()
    rank = np.empty(len(airframes), dtype=np.int64)
    rank[np.argsort(bucket, kind="stable")] = np.arange(len(airframes))
    rows = np.bincount(airframes.number, minlength=len(airframes))
    counts = np.bincount(bucket, weights=rows, minlength=buckets).astype(np.int64)
    return airframes.renumbered(rank), np.append(0, np.cumsum(counts))


def write_piece(table: pl.DataFrame, order: Ints, bounds: Ints, path: Path) -> None:
    """Writes the rows in this order, without the columns that nobody filled. bounds: where the rows of each bucket begin."""
    numbers: dict[str, NDArray[Any]] = {}
    names: dict[str, list[pl.Series]] = {}
    for column in table.drop(UNUSED, strict=False):
        if column.dtype == NAME:
            places, first = numbered(name_codes(column))
            places = places.astype(np.int32)
            names[column.name] = [column.gather(first).cast(pl.String)]
            is_told = len(first) > 1 or (len(first) == 1 and column.has_nulls())
        else:
            places, is_told = numbers_of(column), column.null_count() < len(column)
        if is_told:
            numbers[column.name] = places[order]
    pl.DataFrame(numbers).write_ipc(path.with_suffix(NUMBERS))
    pl.DataFrame({**names, BOUNDS: [pl.Series(bounds)]}).write_ipc(path.with_suffix(NAMES))


def read_pieces(scratch: Path, bucket: int) -> Iterator[tuple[str, pl.DataFrame]]:
    """Name of each piece and its positions of one bucket, as far as there are any, in the order of the names."""
    for path in sorted(scratch.glob("*" + NAMES)):
        names = pl.read_ipc(path)
        first, end = names[BOUNDS][0][bucket : bucket + 2].to_list()
        if first < end:
            stem = path.name.removesuffix(NAMES)
            numbers = pl.scan_ipc(scratch / (stem + NUMBERS)).slice(first, end - first).collect()
            yield stem, pl.DataFrame(list(columns_of(numbers, names, end - first)))


def numbers_of(column: pl.Series) -> NDArray[Any]:
    """A column as plain numbers, NaN or -1 for unknown."""
    if column.dtype == pl.Boolean:
        return column.cast(pl.Int8).fill_null(-1).to_numpy()
    return column.to_physical().to_numpy()


def columns_of(numbers: pl.DataFrame, names: pl.DataFrame, height: int) -> Iterator[pl.Series]:
    """The columns of POSITIONS behind numbers and names; a name that all rows share stands for itself."""
    for column in numbers:
        if column.name in names.columns:
            yield renamed(column.to_numpy(), names[column.name][0]).alias(column.name)
        elif POSITIONS[column.name] == pl.Boolean:
            yield pl.select(pl.when(column >= 0).then(column == 1).alias(column.name)).to_series()
        else:
            yield column.cast(POSITIONS[column.name])
    for name in names.columns:
        if name in POSITIONS and name not in numbers.columns and len(names[name][0]):
            yield names[name][0].cast(NAME).new_from_index(0, height).alias(name)
