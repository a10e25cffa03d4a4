"""One run over one table: the arrays that all steps share, made once."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import polars as pl
from numpy.typing import NDArray

from overflight.records.movement import RowRange
from overflight.records.source import Sha256
from overflight.tracks.airframes import NAMED_BY
from overflight.tracks.arrays import Tracks, load_tracks
from overflight.tracks.fields import Fields, load_fields
from overflight.tracks.geometry import Floats, Ints
from overflight.tracks.integrity import Emitters, split_emitters
from overflight.tracks.names import name_codes, numbered
from overflight.tracks.performance import Performance, performance_of
from overflight.tracks.reach import Sight, stop_reason
from overflight.tracks.reception import ReceptionIndex, airframe_number
from overflight.tracks.schema import airframe_key
from overflight.tracks.segment import Leg, cut_legs, find_blocks, settle_flicker
from overflight.tracks.settings import TracksSettings
from overflight.tracks.state import is_on_ground, speeds_kt

TREND_S = 180.0
"""Climb and descent are told over three minutes: longer than a step of a stepped descent, shorter than a level."""

EMERGENCIES = {"7500": "unlawful interference", "7600": "radio failure", "7700": "emergency"}
"""Squawk codes that mean something everywhere (ICAO Doc 8168)."""


class Detection:
    """A table of whole aircraft, cleaned, told ground from air and cut into legs.

    Everything is an array over positions or over stretches (one emitter's positions, in time); nothing changes later.
    """

    def __init__(self, table: pl.DataFrame, settings: TracksSettings, reception: ReceptionIndex) -> None:
        self.settings = settings
        self.reception = reception
        self.fields: Fields = load_fields()
        self.emitters: Emitters = split_emitters(load_tracks(table), settings)
        self.tracks: Tracks = self.emitters.tracks
        self.speed_kt: Floats = speeds_kt(self.tracks)
        ground = is_on_ground(self.tracks, self.speed_kt, self.fields, settings)
        self.ground = settle_flicker(self.tracks, ground, self.speed_kt, settings)
        heads = self.tracks.table.select(NAMED_BY)[self.tracks.rows[self.tracks.starts[:-1]]]
        names = heads.select(airframe_key(), "icao24")
        self.keys: list[str] = names["airframe"].to_list()
        self.hexes: list[str | None] = names["icao24"].to_list()
        self.numbers: list[int] = airframe_number(names["airframe"]).to_list()
        self.registrations: list[str | None] = self._told("registration")
        self.types: list[str | None] = self._told("type_code")

    def _told(self, column: str) -> list[str | None]:
        """What most positions of each airframe say in a column of names; the first in the alphabet of equals."""
        table = self.tracks.table
        if table[column].null_count() == table.height:
            return [None] * len(self.keys)
        told = (
            table.lazy()
            .filter(pl.col(column).is_not_null())
            .group_by(list(dict.fromkeys([*NAMED_BY, column])))
            .len()
            .group_by(airframe_key(), column)
            .agg(pl.col("len").sum())
            .sort("len", column, descending=[True, False])
            .group_by("airframe", maintain_order=True)
            .first()
            .collect()
        )
        known = dict(told.select("airframe", column).iter_rows())
        return [known.get(key) for key in self.keys]

    @cached_property
    def performances(self) -> list[Performance]:
        """What each stretch's class of aircraft can do."""
        starts = self.tracks.starts[:-1]
        if not len(starts):
            return []
        with np.errstate(invalid="ignore"):
            top_ft = np.fmax.reduceat(self.tracks.altitude_ft, starts).tolist()
            top_kt = np.fmax.reduceat(self.tracks.speed_kt, starts).tolist()
        return [
            performance_of(code, top_altitude_ft=ft, top_speed_kt=kt)
            for code, ft, kt in zip(self.types, top_ft, top_kt, strict=True)
        ]

    @cached_property
    def legs(self) -> list[Leg]:
        """The flights as ranges of positions."""
        blocks = find_blocks(self.tracks, self.ground, self.settings)
        return cut_legs(self.tracks, blocks, lambda i, j: self.why_two_flights(i, j) is not None)

    @cached_property
    def silences(self) -> Ints:
        """Positions after which the airframe is silent for long enough to be a gap."""
        with np.errstate(invalid="ignore"):
            return np.flatnonzero(self.tracks.steps[1] >= self.settings.min_silence_s)

    @cached_property
    def emergencies(self) -> Ints:
        """Positions that sent an emergency squawk."""
        squawk = self.tracks.table["squawk"]
        if squawk.null_count() == len(squawk):
            return np.zeros(0, dtype=np.int64)
        return np.flatnonzero(squawk.is_in(list(EMERGENCIES)).fill_null(False).to_numpy()[self.tracks.rows])

    @cached_property
    def is_synthetic(self) -> NDArray[np.bool_]:
        """Whether each position is marked as synthetic."""
        return np.asarray(self.tracks.table["is_synthetic"].fill_null(False).to_numpy()[self.tracks.rows])

    @cached_property
    def row_numbers(self) -> Ints:
        """The row of its source that each position stands in."""
        return np.asarray(self.tracks.table["row"].fill_null(0).to_numpy()[self.tracks.rows])

    @cached_property
    def _source_heads(self) -> tuple[Ints, Ints]:
        return numbered(name_codes(self.tracks.table["source"]))

    @cached_property
    def source_names(self) -> list[Sha256]:
        """The source that each number of `sources` stands for; the last also for no source at all."""
        names = self.tracks.table["source"].gather(self._source_heads[1]).cast(pl.String).to_list()
        return [Sha256(name) for name in names] or [Sha256("")]

    @cached_property
    def sources(self) -> Ints:
        """The source of each position, as a number."""
        return self._source_heads[0][self.tracks.rows]

    def row_of_position(self, position: int) -> RowRange:
        """Where a position stands in its source."""
        row = int(self.row_numbers[position])
        return RowRange(source=self.source_names[int(self.sources[position])], first_row=row, last_row=row)

    @cached_property
    def callsign_changes(self) -> Ints:
        """Positions that send another callsign than the one before them, or none."""
        return np.flatnonzero(np.diff(self.tracks.callsign)) + 1

    @cached_property
    def _callsigns(self) -> dict[int, str]:
        codes, first = np.unique(self.tracks.callsign, return_index=True)
        names = self.tracks.table["callsign"].gather(self.tracks.rows[first]).cast(pl.String).fill_null("").to_list()
        return dict(zip(codes.tolist(), names, strict=True))

    def callsign_at(self, position: int) -> str:
        """The callsign that a position sends; "" for none."""
        return self._callsigns[int(self.tracks.callsign[position])]

    @cached_property
    def _elevations(self) -> dict[int, float]:
        at = np.unique(np.concatenate([self.silences, self.silences + 1]))
        return self._elevation_of(at)

    def _elevation_of(self, at: Ints) -> dict[int, float]:
        if not len(at):
            return {}
        rows, _ = self.fields.nearest(self.tracks.latitude[at], self.tracks.longitude[at])
        return dict(zip(at.tolist(), np.nan_to_num(self.fields.elevation_ft[rows]).tolist(), strict=True))

    def row_of(self, ident: str) -> int:
        """The row of `fields` with this ident, which an endpoint named."""
        return self.fields.airports.row_of(ident)

    def stretch_of(self, position: int) -> int:
        """The stretch a position lies in."""
        return int(np.searchsorted(self.tracks.starts, position, side="right")) - 1

    def why_two_flights(self, last: int, first: int) -> str | None:
        """Why the silence between two positions in the air is a landing, or None."""
        performance = self.performances[self.stretch_of(last)]
        return stop_reason(self.sight(last, -1), self.sight(first, 1), performance, self.settings)

    def sight(self, position: int, direction: int) -> Sight:
        """The aircraft at a position, with the trend of the minutes before (direction -1) or after (1) it."""
        tracks, stretch = self.tracks, self.stretch_of(position)
        far = self._far_end(position, direction, int(tracks.starts[stretch]), int(tracks.starts[stretch + 1]))
        minutes = (tracks.time_s[far] - tracks.time_s[position]) / 60
        climbed = tracks.altitude_ft[far] - tracks.altitude_ft[position]
        elevation = self._elevations.get(position)
        if elevation is None:
            elevation = self._elevation_of(np.array([position]))[position]
        return Sight(
            at_s=float(tracks.time_s[position]),
            latitude=float(tracks.latitude[position]),
            longitude=float(tracks.longitude[position]),
            altitude_ft=float(tracks.altitude_ft[position]),
            height_ft=float(tracks.altitude_ft[position]) - elevation,
            speed_kt=float(self.speed_kt[position]),
            track_deg=float(tracks.track_deg[position]),
            trend_fpm=float(climbed / minutes) if abs(minutes) > 0.2 else float("nan"),
            callsign=self.callsign_near(position, direction),
            is_on_ground=bool(self.ground[position]),
        )

    def _far_end(self, position: int, direction: int, low: int, high: int) -> int:
        time = self.tracks.time_s
        if direction < 0:
            return low + int(np.searchsorted(time[low : position + 1], time[position] - TREND_S))
        return position + int(np.searchsorted(time[position:high], time[position] + TREND_S, side="right")) - 1

    def callsign_near(self, position: int, direction: int) -> str:
        """The callsign last sent up to a position (direction -1) or first sent from it on (1), within ten minutes."""
        tracks, stretch = self.tracks, self.stretch_of(position)
        low, high = int(tracks.starts[stretch]), int(tracks.starts[stretch + 1])
        k = position
        while low <= k < high and abs(tracks.time_s[k] - tracks.time_s[position]) <= 600:
            if tracks.callsign[k] >= 0:
                return self.callsign_at(k)
            k += direction
        return ""
