"""Positions as columns of numbers, aircraft after aircraft, each in the order of time."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
import polars as pl
from numpy.typing import NDArray

from overflight.tracks.geometry import Floats, step_nm
from overflight.tracks.schema import airframe_key, check_positions


@dataclass(frozen=True, kw_only=True)
class Tracks:
    """Columns of equal length, sorted by airframe and time; NaN where a number is not known.

    rows: where each position stands in `table`. starts: first position of each airframe, and the length at the end.
    flag: what the aircraft says of itself, 1 on the ground, 0 in the air, -1 nothing.
    """

    table: pl.DataFrame
    rows: NDArray[np.int64]
    starts: NDArray[np.int64]
    time_s: Floats
    latitude: Floats
    longitude: Floats
    altitude_ft: Floats
    geometric_altitude_ft: Floats
    speed_kt: Floats
    track_deg: Floats
    flag: NDArray[np.int8]
    callsign: NDArray[np.int64]

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
    table = check_positions(table).filter(
        pl.col("latitude").is_between(-90, 90)
        & pl.col("longitude").is_between(-180, 360)
        & pl.col("seen_at").is_not_null()
    )
    key = table.select(airframe_key().cast(pl.Categorical).to_physical())["airframe"]
    order = _order(table, key)
    airframe = key.gather(order).to_numpy().astype(np.int64)
    time_s = _column(table, "seen_at", order).dt.epoch("us").to_numpy() / 1e6
    latitude = _column(table, "latitude", order).to_numpy()
    longitude = (_column(table, "longitude", order).to_numpy() + 180.0) % 360.0 - 180.0
    calls = table["callsign"].cast(pl.Categorical).to_physical().cast(pl.Int64).gather(order).fill_null(-1).to_numpy()
    new = np.flatnonzero(np.diff(airframe)) + 1
    starts = np.concatenate([[0], new, [len(time_s)]]).astype(np.int64) if len(time_s) else np.zeros(1, dtype=np.int64)
    tracks = Tracks(
        table=table,
        rows=order.to_numpy().astype(np.int64),
        starts=starts,
        time_s=time_s,
        latitude=latitude,
        longitude=longitude,
        altitude_ft=_numbers(table, "altitude_ft", order),
        geometric_altitude_ft=_numbers(table, "geometric_altitude_ft", order),
        speed_kt=_numbers(table, "ground_speed_kt", order),
        track_deg=_numbers(table, "track_deg", order),
        flag=_column(table, "on_ground", order).cast(pl.Int8).fill_null(-1).to_numpy(),
        callsign=calls,
    )
    return tracks.take(~_is_repeat(tracks))


def _order(table: pl.DataFrame, key: pl.Series) -> pl.Series:
    keyed = table.select(airframe=key, seen_at="seen_at")
    order = keyed.select(pl.arg_sort_by(["airframe", "seen_at"])).to_series()
    ordered = keyed[order]
    ties = ordered.select(
        ((pl.col("airframe") == pl.col("airframe").shift()) & (pl.col("seen_at") == pl.col("seen_at").shift())).any()
    ).item()
    if not ties:
        return order
    names = ["airframe", "seen_at", "latitude", "longitude", "source", "row"]
    return (
        table.with_columns(key, pl.col("source").cast(pl.String))
        .select(pl.arg_sort_by(names, nulls_last=True))
        .to_series()
    )


def _column(table: pl.DataFrame, name: str, order: pl.Series) -> pl.Series:
    return table[name].gather(order)


def _numbers(table: pl.DataFrame, name: str, order: pl.Series) -> Floats:
    numbers = _column(table, name, order).cast(pl.Float64).fill_null(float("nan")).to_numpy()
    return np.where(np.isfinite(numbers), numbers, np.nan)


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
