"""Was anybody else heard there and then? Only that lets silence be called going dark.

The index counts which aircraft were heard in which cell of a grid and which quarter of an hour, low or high. It is
small, is built a table at a time and merges, so that it can be made of more positions than memory holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from overflight.records.movement import Reception
from overflight.tracks.fields import Ints
from overflight.tracks.geometry import Floats, between, separation_nm
from overflight.tracks.reach import Sight
from overflight.tracks.schema import airframe_key

CELL_DEG = 0.5
BIN_S = 900
HIGH_FT = 12_000
"""A receiver that hears an aircraft above this need not hear one below it: low flights ask for low neighbours."""
LATITUDES, LONGITUDES = 361, 720
AIRFRAMES = 1 << 22


@dataclass(frozen=True, slots=True)
class ReceptionIndex:
    """Sorted keys cell x bin x low or high, each with a number that stands for one aircraft heard there."""

    key: Ints
    airframe: Ints
    airframes: int

    def __len__(self) -> int:
        return len(self.key)


def airframe_number(key: pl.Series) -> pl.Series:
    """A number for each airframe key, the same in every table of one run."""
    return key.hash(seed=17) % AIRFRAMES


def build_reception(table: pl.DataFrame) -> ReceptionIndex:
    """Who was heard where and when, of all aircraft in the table. Synthetic or not, every position counts."""
    if table.is_empty():
        return merge_receptions(())
    cells = (
        table.lazy()
        .select(
            airframe_key().hash(seed=17).mod(AIRFRAMES).cast(pl.Int64).alias("airframe"),
            ((pl.col("latitude") + 90) / CELL_DEG).floor().cast(pl.Int64).alias("y"),
            (((pl.col("longitude") + 180) / CELL_DEG).floor().cast(pl.Int64) % LONGITUDES).alias("x"),
            (pl.col("seen_at").dt.epoch("s") // BIN_S).alias("bin"),
            (pl.col("altitude_ft") > HIGH_FT).fill_null(False).cast(pl.Int64).alias("high"),
        )
        .select(
            (((pl.col("bin") * LATITUDES + pl.col("y")) * LONGITUDES + pl.col("x")) * 2 + pl.col("high")).alias("key"),
            "airframe",
        )
        .unique()
        .collect()
    )
    return _sorted(cells["key"].to_numpy(), cells["airframe"].to_numpy())


def merge_receptions(indexes: Sequence[ReceptionIndex]) -> ReceptionIndex:
    """One index of several tables' aircraft."""
    if not indexes:
        return ReceptionIndex(np.zeros(0, np.int64), np.zeros(0, np.int64), 0)
    return _sorted(np.concatenate([i.key for i in indexes]), np.concatenate([i.airframe for i in indexes]))


def _sorted(key: Ints, airframe: Ints) -> ReceptionIndex:
    order = np.lexsort((airframe, key))
    key, airframe = key[order], airframe[order]
    new = np.ones(len(key), dtype=bool)
    new[1:] = (np.diff(key) != 0) | (np.diff(airframe) != 0)
    return ReceptionIndex(key[new], airframe[new], len(np.unique(airframe)))


@dataclass(frozen=True, slots=True)
class Heard:
    """What the index answers for one silence: the verdict, how many others, and on what share of the silent way."""

    verdict: Reception
    others: int | None
    share: float
    reason: str


def others_heard(index: ReceptionIndex, airframe: int, before: Sight, after: Sight) -> Heard:
    """Whether other aircraft were heard along the way of a silence, within a cell and a quarter of an hour of it.

    The way is the great circle between the two sights, flown evenly; low where both sights are low.
    """
    if index.airframes < 2:
        return Heard(Reception.UNKNOWN, None, 0.0, "no other aircraft is in these data, so nobody can tell")
    count = int(np.clip((after.at_s - before.at_s) / 300, 3, 60))
    fractions = (np.arange(count) + 0.5) / count
    latitude, longitude = between(before.latitude, before.longitude, after.latitude, after.longitude, fractions)
    at = before.at_s + fractions * (after.at_s - before.at_s)
    altitudes = np.array([before.altitude_ft, after.altitude_ft])
    is_low = bool(np.all(np.nan_to_num(altitudes) < HIGH_FT))
    sample, other = _near(index, latitude, longitude, at, is_low)
    mine = other == airframe
    sample, other = sample[~mine], other[~mine]
    share = len(np.unique(sample)) / count
    others = len(np.unique(other))
    if others and share >= 0.5:
        text = f"{others} other aircraft were heard along {share:.0%} of the silent way, within 50 nm and 15 minutes"
        return Heard(Reception.OTHERS_HEARD, others, share, text)
    if share <= 0.1:
        text = "no other aircraft was heard" if not others else f"{others} other aircraft at one end only were heard"
        return Heard(Reception.NOBODY_HEARD, others, share, f"{text} along the silent way, within 50 nm and 15 minutes")
    text = f"{others} other aircraft were heard, but only along {share:.0%} of the silent way"
    return Heard(Reception.UNKNOWN, others, share, text)


def _near(index: ReceptionIndex, latitude: Floats, longitude: Floats, at: Floats, is_low: bool) -> tuple[Ints, Ints]:
    """(sample, aircraft) for every aircraft heard in the cells around each sample."""
    y = np.floor((latitude + 90) / CELL_DEG).astype(np.int64)
    x = np.floor((longitude + 180) / CELL_DEG).astype(np.int64)
    bins = np.floor(at / BIN_S).astype(np.int64)
    reach = np.minimum(np.ceil(50 / 60 / CELL_DEG / np.maximum(np.cos(np.radians(latitude)), 0.1)), 8).astype(np.int64)
    samples, keys = [], []
    for high in (0,) if is_low else (0, 1):
        for d_bin in (-1, 0, 1):
            for d_y in (-2, -1, 0, 1, 2):
                for d_x in range(-int(reach.max()), int(reach.max()) + 1):
                    near = np.flatnonzero(np.abs(d_x) <= reach)
                    cell_lat = (y[near] + d_y + 0.5) * CELL_DEG - 90
                    cell_lon = (x[near] + d_x + 0.5) * CELL_DEG - 180
                    near = near[separation_nm(latitude[near], longitude[near], cell_lat, cell_lon) <= 50]
                    row = (bins[near] + d_bin) * LATITUDES + y[near] + d_y
                    keys.append((row * LONGITUDES + (x[near] + d_x) % LONGITUDES) * 2 + high)
                    samples.append(near)
    key, sample = np.concatenate(keys), np.concatenate(samples)
    low, top = np.searchsorted(index.key, key), np.searchsorted(index.key, key, side="right")
    counts = top - low
    rows = np.repeat(low, counts) + np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(sample, counts), index.airframe[rows]


def is_anybody_heard_ahead(index: ReceptionIndex, airframe: int, latitude: Floats, longitude: Floats) -> bool:
    """Whether any other aircraft was ever heard in the cells of these points, at any time."""
    y = np.floor((latitude + 90) / CELL_DEG).astype(np.int64)
    x = np.floor((longitude + 180) / CELL_DEG).astype(np.int64) % LONGITUDES
    wanted = np.unique(y * LONGITUDES + x)
    cells = (index.key // 2) % (LATITUDES * LONGITUDES)
    return bool(np.any(np.isin(cells, wanted) & (index.airframe != airframe)))


def cells_of(index: ReceptionIndex) -> NDArray[np.int64]:
    """The cells (without time) in which anybody was heard."""
    return np.unique((index.key // 2) % (LATITUDES * LONGITUDES))
