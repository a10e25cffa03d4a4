"""Names as numbers: an address or a callsign stands in thousands of rows, and is looked at once."""

from __future__ import annotations

import numpy as np
import polars as pl

from overflight.tracks.geometry import Ints
from overflight.tracks.schema import NAME


def name_codes(names: pl.Series) -> Ints:
    """Names as whole numbers, -1 for null; the same name has the same number in every column of one process."""
    plain = names if names.dtype == NAME else names.cast(NAME)
    codes = plain.to_physical().cast(pl.Int64)
    return np.asarray((codes.fill_null(-1) if codes.has_nulls() else codes).to_numpy())


def numbered(codes: Ints) -> tuple[Ints, Ints]:
    """The codes as numbers without holes, from 0, and a place where each number stands; -1 stays -1."""
    if not len(codes):
        return codes.astype(np.int64), codes.astype(np.int64)
    top = int(codes.max())
    place = np.full(top + 2, -1, dtype=np.int64)
    place[codes] = np.arange(len(codes))
    place[-1] = -1
    used = np.flatnonzero(place >= 0)
    first = place[used]
    place[used] = np.arange(len(used))
    return place[codes], first


def renamed(codes: Ints, names: pl.Series) -> pl.Series:
    """The names of these numbers, null for -1; only those that occur are made."""
    numbers, first = numbered(codes)
    if not len(first):
        return pl.Series(names.name, [None], dtype=NAME).new_from_index(0, len(codes))
    index = pl.Series(numbers.astype(np.int32))
    if numbers.min() < 0:
        index = index.set(index < 0, None)
    return names.gather(codes[first]).cast(NAME).gather(index)
