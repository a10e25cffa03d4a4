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
from overflight.tracks.airframes import Airframes, airframes_of
from overflight.tracks.geometry import Floats, Ints, between
from overflight.tracks.reach import Sight

CELL_DEG = 0.5
NM_PER_CELL = CELL_DEG * 60
BIN_S = 900
NEAR_NM = 50.0
"""Cells whose middle lies in this distance count: a quarter of the range at which a receiver hears cruising aircraft."""
MOST_OF_THE_WAY, LITTLE_OF_THE_WAY = 0.5, 0.1
"""Others heard along half of the silent way and more were heard; along a tenth and less they were not."""
SAMPLE_S, MOST_SAMPLES = 300.0, 40
"""The silent way is asked about every five minutes, and not at more than forty places."""
ASKED_AT_ONCE = 64
"""Silences that are looked up together: what is found of others near them stays within some tens of megabytes."""
HIGH_FT = 12_000
"""A receiver that hears an aircraft above this need not hear one below it: low flights ask for low neighbours."""
LATITUDES, LONGITUDES = 361, 720
AIRFRAMES = 1 << 48


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
    airframes = airframes_of(table)
    return reception_of(table, airframes, airframes.order())


def reception_of(table: pl.DataFrame, airframes: Airframes, order: Ints) -> ReceptionIndex:
    """The same, of a table whose airframes are told already. order: positions by airframe, best by time too."""
    key = keys_of(table)[order]
    number = airframes.number[order]
    # an aircraft stays in its cell for minutes: most positions say what the one before them said
    is_new = key >= 0
    is_new[1:] &= (key[1:] != key[:-1]) | (number[1:] != number[:-1])
    told = np.flatnonzero(is_new)
    hashes = airframe_number(airframes.heads["airframe"]).cast(pl.Int64).to_numpy()
    return _sorted(key[told], hashes[number[told]])


def keys_of(table: pl.DataFrame) -> Ints:
    """Cell, quarter of an hour and height of each position as one number; -1 where time or place are none."""
    latitude, longitude = table["latitude"].to_numpy(), table["longitude"].to_numpy()
    time_s = table["seen_at"].dt.epoch("s").to_numpy()
    with np.errstate(invalid="ignore"):
        is_high = table["altitude_ft"].to_numpy() > HIGH_FT
        is_place = (np.abs(latitude) <= 90) & (longitude >= -180) & (longitude <= 360) & ~np.isnan(time_s)
    if not is_place.all():
        latitude, longitude, time_s = (np.where(is_place, a, 0) for a in (latitude, longitude, time_s))
    key = (time_s // BIN_S).astype(np.int64) * (LATITUDES * LONGITUDES) + cells_at(latitude, longitude)
    return np.where(is_place, key * 2 + is_high, -1)


def merge_receptions(indexes: Sequence[ReceptionIndex]) -> ReceptionIndex:
    """One index of several tables' aircraft."""
    if len(indexes) == 1:
        return indexes[0]
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
class Silence:
    """One silence to be asked about: the number of the airframe, and its two sights."""

    airframe: int
    before: Sight
    after: Sight


@dataclass(frozen=True, slots=True)
class Heard:
    """What the index answers for one silence: the verdict, how many others, and on what share of the silent way."""

    verdict: Reception
    others: int | None
    share: float
    reason: str


def others_heard(index: ReceptionIndex, silences: Sequence[Silence]) -> list[Heard]:
    """For each silence whether other aircraft were heard along its way, within a cell and a quarter of an hour of it.

    The way is the great circle between the two sights, flown evenly; low where both sights are low.
    """
    if index.airframes < 2:
        alone = Heard(Reception.UNKNOWN, None, 0.0, "no other aircraft is in these data, so nobody can tell")
        return [alone] * len(silences)
    heard: list[Heard] = []
    for first in range(0, len(silences), ASKED_AT_ONCE):
        heard += _asked(index, silences[first : first + ASKED_AT_ONCE])
    return heard


def _asked(index: ReceptionIndex, silences: Sequence[Silence]) -> list[Heard]:
    ways = _ways(silences)
    sample, other = _near(index, ways)
    silence = ways.silence[sample]
    theirs = other != np.array([s.airframe for s in silences], dtype=np.int64)[silence]
    sample, other, silence = sample[theirs], other[theirs], silence[theirs]
    is_heard = np.zeros(len(ways.silence), dtype=bool)
    is_heard[sample] = True
    shares = np.bincount(ways.silence, is_heard) / np.bincount(ways.silence)
    others = np.bincount(np.unique(silence * AIRFRAMES + other) // AIRFRAMES, minlength=len(silences))
    return [_judged(count, share) for count, share in zip(others.tolist(), shares.tolist(), strict=True)]


def _judged(others: int, share: float) -> Heard:
    near = f"within {NEAR_NM:.0f} nm and {BIN_S / 60:.0f} minutes"
    who = "one other aircraft was" if others == 1 else f"{others or 'no'} other aircraft were"
    if others and share >= MOST_OF_THE_WAY:
        return Heard(Reception.OTHERS_HEARD, others, share, f"{who} heard along {share:.0%} of the silent way, {near}")
    if share <= LITTLE_OF_THE_WAY:
        where = "along the silent way" if not others else f"and only along {share:.0%} of the silent way"
        return Heard(Reception.NOBODY_HEARD, others, share, f"{who} heard {where}, {near}")
    text = f"{who} heard, but only along {share:.0%} of the silent way, {near}"
    return Heard(Reception.UNKNOWN, others, share, text)


@dataclass(frozen=True, slots=True)
class Ways:
    """Places and instants along silent ways, one after the other: which silence each belongs to, and whether it is low."""

    silence: Ints
    latitude: Floats
    longitude: Floats
    at: Floats
    is_low: NDArray[np.bool_]


def _ways(silences: Sequence[Silence]) -> Ways:
    ends = [
        (s.before.at_s, s.after.at_s, s.before.latitude, s.before.longitude, s.after.latitude, s.after.longitude,
         s.before.altitude_ft, s.after.altitude_ft)
        for s in silences
    ]  # fmt: skip
    from_s, to_s, *places, from_ft, to_ft = np.array(ends).T
    counts = np.clip((to_s - from_s) / SAMPLE_S, 3, MOST_SAMPLES).astype(np.int64)
    silence = np.repeat(np.arange(len(silences)), counts)
    number = np.arange(len(silence)) - np.repeat(np.cumsum(counts) - counts, counts)
    fractions = (number + 0.5) / counts[silence]
    latitude, longitude = between(
        places[0][silence], places[1][silence], places[2][silence], places[3][silence], fractions
    )
    is_low = (np.nan_to_num(from_ft) < HIGH_FT) & (np.nan_to_num(to_ft) < HIGH_FT)
    return Ways(silence, latitude, longitude, from_s[silence] + fractions * (to_s - from_s)[silence], is_low[silence])


def _near(index: ReceptionIndex, ways: Ways) -> tuple[Ints, Ints]:
    """(sample, aircraft) for every aircraft heard in the cells around each sample of the ways.

    The cells of one row of the grid are neighbours among the keys: a range of keys answers for all of them.
    """
    count = int(np.ceil(NEAR_NM / NM_PER_CELL))
    d_bin, d_y = (a.ravel() for a in np.meshgrid(np.array([-1, 0, 1]), np.arange(-count, count + 1), indexing="ij"))
    y = np.floor((ways.latitude + 90) / CELL_DEG).astype(np.int64)[:, None] + d_y
    bins = np.floor(ways.at / BIN_S).astype(np.int64)[:, None] + d_bin
    half_nm = np.sqrt(np.maximum(NEAR_NM**2 - (d_y * NM_PER_CELL) ** 2, 0.0))
    narrow = np.maximum(np.cos(np.radians(ways.latitude)), 0.1)[:, None]
    half = np.round(half_nm / NM_PER_CELL / narrow).astype(np.int64)
    x = np.floor((ways.longitude + 180) / CELL_DEG).astype(np.int64)[:, None]
    row = (bins * LATITUDES + y) * LONGITUDES
    beyond_pole = (y < 0) | (y >= LATITUDES)
    sample = np.broadcast_to(np.arange(len(ways.at))[:, None], row.shape)
    from_x, to_x = x - half, x + half
    ranges = [(row + np.maximum(from_x, 0), row + np.minimum(to_x, LONGITUDES - 1))]
    if from_x.min() < 0 or to_x.max() >= LONGITUDES:
        # a range over the date line is two: the part beyond goes on at the other edge
        ranges.append((row + from_x + LONGITUDES, np.where(from_x < 0, row + LONGITUDES - 1, row - 1)))
        ranges.append((row, np.where(to_x >= LONGITUDES, row + to_x - LONGITUDES, row - 1)))
    low = np.concatenate([np.searchsorted(index.key, a.ravel() * 2) for a, _ in ranges])
    top = np.concatenate([np.searchsorted(index.key, b.ravel() * 2 + 1, side="right") for _, b in ranges])
    counts = np.where(np.tile(beyond_pole.ravel(), len(ranges)), 0, np.maximum(top - low, 0))
    rows = np.repeat(low, counts) + np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    samples = np.repeat(np.tile(sample.ravel(), len(ranges)), counts)
    fits = ~ways.is_low[samples] | (index.key[rows] % 2 == 0)
    return samples[fits], index.airframe[rows[fits]]


def cells_heard(index: ReceptionIndex) -> NDArray[np.bool_]:
    """For each cell of the grid whether anybody was heard there at any time."""
    heard = np.zeros(LATITUDES * LONGITUDES, dtype=bool)
    heard[(index.key // 2) % (LATITUDES * LONGITUDES)] = True
    return heard


def cells_at(latitude: Floats, longitude: Floats) -> Ints:
    """The cells that points lie in."""
    y = np.floor((latitude + 90) / CELL_DEG).astype(np.int64)
    x = np.floor((longitude + 180) / CELL_DEG).astype(np.int64)
    if len(x) and not 0 <= x.min() <= x.max() < LONGITUDES:
        x %= LONGITUDES
    return np.asarray(y * LONGITUDES + x)
