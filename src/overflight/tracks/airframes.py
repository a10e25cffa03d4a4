"""Who flew each position: names as numbers, since one aircraft's name stands in thousands of rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from overflight.tracks.geometry import Ints
from overflight.tracks.names import name_codes, numbered
from overflight.tracks.schema import airframe_key

NAMED_BY = ("icao24", "registration", "known_as", "callsign")
"""What tells an airframe, the surest first."""


@dataclass(frozen=True, slots=True)
class Airframes:
    """number: the airframe of each position, as a row of `heads`; heads: a position of each airframe, with its `airframe` key."""

    number: Ints
    heads: pl.DataFrame

    def __len__(self) -> int:
        return self.heads.height

    def order(self) -> Ints:
        """Positions airframe by airframe, each airframe's in the order of the table."""
        # numbers of 16 bits are sorted in one sweep, an order faster than by comparing
        small = self.number.astype(np.uint16) if len(self) < 1 << 16 else self.number
        return np.argsort(small, kind="stable")

    def renumbered(self, rank: Ints) -> Airframes:
        """The same airframes under other numbers: rank holds the new number of each."""
        back = np.argsort(rank)
        return Airframes(rank[self.number], self.heads[back])


def airframes_of(table: pl.DataFrame) -> Airframes:
    """The airframes of a table of POSITIONS; which number stands for which says nothing."""
    codes = name_codes(table["icao24"])
    if (codes < 0).any():
        codes = _with_other_names(table, codes)
    number, first = numbered(codes)
    heads = table.select(NAMED_BY)[first]
    return Airframes(number, heads.with_columns(airframe_key()))


def _with_other_names(table: pl.DataFrame, codes: Ints) -> Ints:
    """One code for each key that `airframe_key` gives: a range for each column, the last code for nobody."""
    columns = [codes, *(name_codes(table[name]) for name in NAMED_BY[1:])]
    span = max((int(column.max(initial=-1)) for column in columns), default=-1) + 1
    combined = np.full(len(codes), span * len(columns), dtype=np.int64)
    for place, column in reversed(list(enumerate(columns))):
        combined = np.where(column >= 0, place * span + column, combined)
    return combined
