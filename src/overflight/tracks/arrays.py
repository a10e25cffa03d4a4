"""Positions as columns of numbers, aircraft after aircraft, each in the order of time."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
import polars as pl
from numpy.typing import NDArray

from overflight.tracks.airframes import Airframes, airframes_of
from overflight.tracks.geometry import Floats, Ints, step_nm
from overflight.tracks.names import name_codes
from overflight.tracks.schema import check_positions


@dataclass(frozen=True, kw_only=True)
class Tracks:
    """Columns of equal length, sorted by airframe and time; NaN where a number is not known.

    rows: where each position stands in `table`. starts: first position of each airframe, and the length at the end.
    flag: what the aircraft says of itself, 1 on the ground, 0 in the air, -1 nothing. repeats, held_s: how many
    positions more said just this place, and for how long.
    """

    table: pl.DataFrame
    rows: NDArray[np.int64]
    starts: NDArray[np.int64]
    time_s: Floats
    latitude: Floats
    longitude: Floats
    altitude_ft: Floats
    speed_kt: Floats
    track_deg: Floats
    flag: NDArray[np.int8]
    callsign: NDArray[np.int64]
    repeats: Ints
    held_s: Floats

    def __len__(self) -> int:
        return len(self.time_s)

    def take(self, keep: NDArray[np.bool_]) -> Tracks:
        """The same tracks with only these positions."""
        if keep.all():
            return self
        before = np.concatenate([[0], np.cumsum(keep)])
        return self.select(np.flatnonzero(keep), before[self.starts])

    def select(self, index: NDArray[np.int64], starts: NDArray[np.int64]) -> Tracks:
        """These positions in this order, with the stretches that begin at `starts`."""
        columns = {f.name: getattr(self, f.name)[index] for f in fields(self) if f.name not in ("table", "starts")}
        return Tracks(table=self.table, starts=starts, **columns)

    @cached_property
    def steps(self) -> tuple[Floats, Floats]:
        """From each position to the next: nautical miles and seconds; NaN where the next is another airframe's."""
        distance, time = step_nm(self.latitude, self.longitude), np.diff(self.time_s)
        other = self.is_first()[1:]
        distance[other], time[other] = np.nan, np.nan
        return distance, time

    @cached_property
    def travelled_nm(self) -> Floats:
        """Distance flown from the first position of the table to each one; only differences within a stretch mean anything."""
        return np.concatenate([[0.0], np.cumsum(np.nan_to_num(self.steps[0]))])[: len(self)]

    def is_first(self) -> NDArray[np.bool_]:
        """Whether each position is its airframe's first."""
        first = np.zeros(len(self) + 1, dtype=bool)
        first[self.starts] = True
        return first[:-1]


def load_tracks(table: pl.DataFrame) -> Tracks:
    """The table as tracks: sorted, without repeats and without what is no place on earth.

    Order of the input does not matter: ties in time are broken by place, source and row.
    """
    table = _usable(check_positions(table))
    airframes = airframes_of(table)
    order = _order(table, airframes)
    starts = np.append(0, np.cumsum(np.bincount(airframes.number, minlength=len(airframes))))
    tracks = Tracks(
        table=table,
        rows=order,
        starts=starts.astype(np.int64),
        time_s=table["seen_at"].dt.epoch("us").to_numpy()[order] / 1e6,
        latitude=table["latitude"].to_numpy()[order],
        longitude=_wrapped(table["longitude"].to_numpy()[order]),
        altitude_ft=_numbers(table, "altitude_ft", order),
        speed_kt=_numbers(table, "ground_speed_kt", order),
        track_deg=_numbers(table, "track_deg", order),
        flag=table["on_ground"].cast(pl.Int8).fill_null(-1).to_numpy()[order],
        callsign=name_codes(table["callsign"])[order],
        repeats=np.zeros(len(order), dtype=np.int64),
        held_s=np.zeros(len(order)),
    )
    return _without_repeats(tracks)


def _usable(table: pl.DataFrame) -> pl.DataFrame:
    """The rows that say when and where on earth."""
    latitude, longitude = table["latitude"].to_numpy(), table["longitude"].to_numpy()
    good = (latitude >= -90) & (latitude <= 90) & (longitude >= -180) & (longitude <= 360)
    if table["seen_at"].null_count():
        good &= table["seen_at"].is_not_null().to_numpy()
    return table if good.all() else table.filter(pl.Series(good))


def _order(table: pl.DataFrame, airframes: Airframes) -> Ints:
    """Row numbers by airframe and time, and where these are equal by place, source and row."""
    time, airframe = table["seen_at"].dt.epoch("us").to_numpy(), airframes.number
    if not len(time):
        return np.zeros(0, dtype=np.int64)
    order = airframes.order()
    is_other = np.diff(airframe[order]) != 0
    step = np.diff(time[order])
    if (step[~is_other] < 0).any():
        order = _by_time(order, time, airframe)
        step = np.diff(time[order])
    same = ~is_other & (step == 0)
    if not same.any():
        return order
    sources = np.asarray(table["source"].cast(pl.String).rank("dense").fill_null(0).to_numpy(), dtype=np.int64)
    tied = np.flatnonzero(np.append(same, False) | np.append(False, same))
    rows = order[tied]
    ties = (
        table["row"].fill_null(0).to_numpy()[rows],
        sources[rows],
        table["longitude"].to_numpy()[rows],
        table["latitude"].to_numpy()[rows],
        time[rows],
        airframe[rows],
    )
    order[tied] = rows[np.lexsort(ties)]
    return order


def _by_time(order: Ints, time: Ints, airframe: Ints) -> Ints:
    """The order of airframes, each airframe's rows by time."""
    span = int(time.max() - time.min()) + 1
    if (int(airframe.max()) + 1) * span < 2**62:
        # one number a position: a stable sort of whole numbers is twenty times as quick as a sort by two columns
        return order[np.argsort((airframe * span + (time - time.min()))[order], kind="stable")]
    return np.lexsort((time, airframe))


def _wrapped(longitude: Floats) -> Floats:
    """Longitudes from -180 to below 180."""
    far = longitude >= 180.0
    if far.any():
        longitude[far] -= 360.0
    return longitude


def _numbers(table: pl.DataFrame, name: str, order: Ints) -> Floats:
    numbers = table[name].to_numpy()[order].astype(np.float64)
    if np.isinf(numbers).any():
        numbers[np.isinf(numbers)] = np.nan
    return numbers


def _without_repeats(tracks: Tracks) -> Tracks:
    """The tracks with each repeated place once, and how often and long it was repeated."""
    repeat = _is_repeat(tracks)
    if not repeat.any():
        return tracks
    first = np.flatnonzero(~repeat)
    last = np.append(first[1:], len(tracks)) - 1
    tracks.repeats[first] = last - first
    tracks.held_s[first] = tracks.time_s[last] - tracks.time_s[first]
    return tracks.take(~repeat)


def _is_repeat(tracks: Tracks) -> NDArray[np.bool_]:
    """Positions that say nothing new: the same place at the same time, or a place frozen while the aircraft flies on.

    The first of its kind always stays: a track never loses its first sample.
    """
    repeat = np.zeros(len(tracks), dtype=bool)
    if len(tracks) < 2:
        return repeat
    same_place = (np.diff(tracks.latitude) == 0) & (np.diff(tracks.longitude) == 0) & ~tracks.is_first()[1:]
    if not same_place.any():
        return repeat
    same_time = np.diff(tracks.time_s) == 0
    is_flying = (tracks.flag[1:] != 1) & (tracks.speed_kt[1:] > 60)
    repeat[1:] = same_place & (same_time | is_flying)
    return repeat
