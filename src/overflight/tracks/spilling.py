"""Positions on disk between reading and finding: columns of numbers in one file, the names behind them in another.

A piece is what one job read at a time. Its rows lie bucket by bucket and airframe by airframe, so that a bucket's rows
are one range of it; the file is mapped into memory, and only that range is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from overflight.tracks.airframes import Airframes
from overflight.tracks.geometry import Ints
from overflight.tracks.names import name_codes, numbered, renamed
from overflight.tracks.schema import NAME, POSITIONS, check_positions, empty_positions

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


def read_bucket(scratch: Path, bucket: int, shifts: Callable[[str], Mapping[str, int]]) -> pl.DataFrame:
    """All positions of one bucket, piece by piece in the order of their names, as a table of POSITIONS.

    shifts(name of a piece): what the row numbers of some of its sources lack.
    """
    pieces = list(_pieces(scratch, bucket))
    columns: dict[str, pl.Series] = {}
    for name, dtype in POSITIONS.items():
        if any(name in p.numbers.columns or name in p.names for p in pieces):
            columns[name] = _names(pieces, name) if dtype == NAME else _numbers(pieces, name, shifts)
    return check_positions(pl.DataFrame(columns)) if columns else empty_positions()


@dataclass(frozen=True, slots=True)
class Piece:
    """What a piece holds of one bucket: its columns of numbers, and the names behind them."""

    stem: str
    numbers: pl.DataFrame
    names: Mapping[str, pl.Series]
    height: int


def _pieces(scratch: Path, bucket: int) -> Iterator[Piece]:
    for path in sorted(scratch.glob("*" + NAMES)):
        lists = {column.name: column[0] for column in pl.read_ipc(path)}
        first, end = lists.pop(BOUNDS)[bucket : bucket + 2].to_list()
        if first < end:
            stem = path.name.removesuffix(NAMES)
            numbers = pl.scan_ipc(scratch / (stem + NUMBERS)).slice(first, end - first).collect()
            yield Piece(stem, numbers, lists, end - first)


def _names(pieces: Sequence[Piece], name: str) -> pl.Series:
    """A column of names; -1 is null, and a name that all rows of a piece share stands for itself."""
    met: dict[str, int] = {}
    codes = []
    for piece in pieces:
        places, used = _places(piece, name)
        numbers = np.array([met.setdefault(text, len(met)) for text in used.to_list()] + [-1])
        codes.append(numbers[places])
    return renamed(np.concatenate(codes), pl.Series(name, list(met), dtype=pl.String))


def _places(piece: Piece, name: str) -> tuple[Ints, pl.Series]:
    """For each row of a piece the place of its name among those that it uses, -1 for none; and these names."""
    names = piece.names.get(name, pl.Series(dtype=pl.String))
    if name not in piece.numbers.columns:
        return np.full(piece.height, 0 if len(names) else -1), names
    codes = piece.numbers[name].to_numpy()
    places, first = numbered(codes)
    return places, names.gather(codes[first])


def _numbers(pieces: Sequence[Piece], name: str, shifts: Callable[[str], Mapping[str, int]]) -> pl.Series:
    """A column of numbers or of truths."""
    dtype = POSITIONS[name]
    parts = []
    for piece in pieces:
        if name not in piece.numbers.columns:
            nothing = -1 if dtype == pl.Boolean else np.nan
            parts.append(np.full(piece.height, nothing, dtype=np.int8 if dtype == pl.Boolean else np.float32))
        elif name == "row" and any((by := shifts(piece.stem)).values()):
            places, used = _places(piece, "source")
            parts.append(piece.numbers[name].to_numpy() + np.array([by.get(source, 0) for source in used])[places])
        else:
            parts.append(piece.numbers[name].to_numpy())
    whole = np.concatenate(parts)
    if dtype == pl.Boolean:
        truths = pl.Series(name, whole == 1)
        return truths.set(pl.Series(whole < 0), None) if (whole < 0).any() else truths
    return pl.Series(name, whole).cast(dtype)


def numbers_of(column: pl.Series) -> NDArray[Any]:
    """A column as plain numbers, NaN or -1 for unknown."""
    if column.dtype == pl.Boolean:
        return column.cast(pl.Int8).fill_null(-1).to_numpy()
    return column.to_physical().to_numpy()
