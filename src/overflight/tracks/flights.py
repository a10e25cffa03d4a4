"""The door of the stage: a table of positions of whole aircraft to flights."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl

from overflight.records.movement import (
    AirportIdent,
    Endpoint,
    Flight,
    FlightId,
    Gap,
    GapVerdict,
    Icao24,
    Reception,
    Registration,
    RowRange,
)
from overflight.records.source import Sha256
from overflight.tracks.arrays import Tracks, load_tracks, steps
from overflight.tracks.endpoints import find_endpoints, instant
from overflight.tracks.fields import Fields, load_fields
from overflight.tracks.geometry import Floats
from overflight.tracks.integrity import Emitters, split_emitters
from overflight.tracks.performance import Performance, performance_of
from overflight.tracks.reach import Sight, fields_within_reach, hours, stop_reason
from overflight.tracks.reception import ReceptionIndex, airframe_number, build_reception, others_heard
from overflight.tracks.schema import airframe_key
from overflight.tracks.segment import Leg, cut_legs, find_blocks, settle_flicker
from overflight.tracks.settings import TracksSettings
from overflight.tracks.state import is_on_ground, speeds_kt


def detect_flights(
    table: pl.DataFrame, settings: TracksSettings, *, reception: ReceptionIndex | None = None
) -> tuple[Flight, ...]:
    """All flights of the aircraft in a table, by airframe and time.

    table: schema POSITIONS, in any order, holding each aircraft wholly. reception: who was heard where, of more
    aircraft than the table holds; without it, it is made of the table.
    """
    if table.is_empty():
        return ()
    index = build_reception(table) if reception is None else reception
    return Detection(table, settings, index).flights()


class Detection:
    """One run over one table: the arrays that all steps share."""

    def __init__(self, table: pl.DataFrame, settings: TracksSettings, reception: ReceptionIndex) -> None:
        self.settings = settings
        self.reception = reception
        self.fields: Fields = load_fields()
        self.emitters: Emitters = split_emitters(load_tracks(table), settings)
        self.tracks: Tracks = self.emitters.tracks
        self.speed_kt: Floats = speeds_kt(self.tracks)
        self.ground = is_on_ground(self.tracks, self.speed_kt, self.fields, settings)
        self.ground = settle_flicker(self.tracks, self.ground, self.speed_kt, settings)
        self._describe()

    def _describe(self) -> None:
        """What is told once per stretch: who it is, and what its class can do."""
        heads = self.tracks.rows[self.tracks.starts[:-1]] if len(self.tracks) else np.zeros(0, np.int64)
        names = self.tracks.table[heads].select(airframe_key(), "icao24")
        self.keys: list[str] = names["airframe"].to_list()
        self.hexes: list[str | None] = names["icao24"].to_list()
        self.numbers: list[int] = airframe_number(names["airframe"]).to_list()
        stretch = np.repeat(np.arange(len(self.keys)), np.diff(self.tracks.starts))
        told = (
            self.tracks.table[self.tracks.rows]
            .select("registration", "type_code", pl.Series("stretch", stretch))
            .group_by("stretch")
            .agg(pl.col("registration", "type_code").drop_nulls().mode().sort().first())
            .sort("stretch")
        )
        self.registrations: list[str | None] = told["registration"].to_list()
        self.types: list[str | None] = told["type_code"].to_list()
        tops = [
            (_top(self.tracks.altitude_ft[a:b]), _top(self.tracks.speed_kt[a:b]))
            for a, b in zip(self.tracks.starts[:-1], self.tracks.starts[1:], strict=True)
        ]
        self.performances: list[Performance] = [
            performance_of(code, top_altitude_ft=top[0], top_speed_kt=top[1])
            for code, top in zip(self.types, tops, strict=True)
        ]
        self.callsigns = self.tracks.table["callsign"]

    def flights(self) -> tuple[Flight, ...]:
        """The flights, by airframe and time."""
        blocks = find_blocks(self.tracks, self.ground, self.settings)
        legs = cut_legs(self.tracks, blocks, lambda i, j: self.why_two_flights(i, j) is not None)
        performances = [self.performances[leg.stretch] for leg in legs]
        endpoints = find_endpoints(self.tracks, legs, performances, self.fields, self.settings)
        flights = [
            self.flight(leg, legs[i + 1] if i + 1 < len(legs) else None, endpoints[2 * i], endpoints[2 * i + 1])
            for i, leg in enumerate(legs)
        ]
        return tuple(
            sorted(flights, key=lambda f: (f.icao24 or "~~", f.registration or "", f.first_seen_at, f.flight_id))
        )

    def why_two_flights(self, last: int, first: int) -> str | None:
        """Why the silence between two positions in the air is a landing, or None."""
        stretch = int(np.searchsorted(self.tracks.starts, last, side="right")) - 1
        return stop_reason(self.sight(last, -1), self.sight(first, 1), self.performances[stretch], self.settings)

    def sight(self, k: int, direction: int) -> Sight:
        """The aircraft at a position, with the trend of the three minutes before (-1) or after (1) it."""
        tracks = self.tracks
        bound = int(np.searchsorted(tracks.starts, k, side="right"))
        low, high = int(tracks.starts[bound - 1]), int(tracks.starts[bound])
        j = k
        while low <= j + direction < high and abs(tracks.time_s[j + direction] - tracks.time_s[k]) <= 180:
            j += direction
        minutes = (tracks.time_s[j] - tracks.time_s[k]) / 60
        trend = (tracks.altitude_ft[j] - tracks.altitude_ft[k]) / minutes if abs(minutes) > 0.2 else np.nan
        row, _ = self.fields.nearest(tracks.latitude[k : k + 1], tracks.longitude[k : k + 1])
        ground = float(np.nan_to_num(self.fields.elevation_ft[row[0]]))
        return Sight(
            at_s=float(tracks.time_s[k]),
            latitude=float(tracks.latitude[k]),
            longitude=float(tracks.longitude[k]),
            altitude_ft=float(tracks.altitude_ft[k]),
            height_ft=float(tracks.altitude_ft[k]) - ground,
            speed_kt=float(self.speed_kt[k]),
            track_deg=float(tracks.track_deg[k]),
            trend_fpm=float(trend),
            callsign=self.callsigns[int(tracks.rows[k])] or "",
            is_on_ground=bool(self.ground[k]),
        )

    def flight(self, leg: Leg, following: Leg | None, origin: Endpoint, destination: Endpoint) -> Flight:
        """One leg as a record."""
        tracks = self.tracks
        part = slice(leg.first, leg.last + 1)
        rows = tracks.table[tracks.rows[part]]
        key = self.keys[leg.stretch]
        number = int(self.emitters.number[leg.stretch])
        distance, _ = _sum_steps(tracks, leg.first, leg.last)
        return Flight(
            flight_id=flight_id(key, float(tracks.time_s[leg.first]), number),
            icao24=None if self.hexes[leg.stretch] is None else Icao24(self.hexes[leg.stretch] or ""),
            registration=_registration(self.registrations[leg.stretch]),
            callsigns=tuple(rows["callsign"].drop_nulls().unique(maintain_order=True).to_list()),
            type_code=self.types[leg.stretch],
            first_seen_at=instant(tracks.time_s[leg.first]),
            last_seen_at=instant(tracks.time_s[leg.last]),
            positions=leg.last - leg.first + 1,
            origin=origin,
            destination=destination,
            distance_nm=round(distance, 1),
            gaps=tuple(self.gaps(leg, following)),
            warnings=self.warnings(leg),
            evidence=_evidence(rows),
            is_synthetic=bool(rows["is_synthetic"].any()),
        )

    def warnings(self, leg: Leg) -> tuple[str, ...]:
        """What must be said about the positions of a leg."""
        airframe = int(self.emitters.airframe[leg.stretch])
        a, b = self.tracks.time_s[leg.first], self.tracks.time_s[leg.last]
        return tuple(
            x.sentence for x in self.emitters.anomalies if x.airframe == airframe and x.from_s <= b and x.to_s >= a
        )

    def gaps(self, leg: Leg, following: Leg | None) -> list[Gap]:
        """The silences inside a leg, and the one after it where the next flight was not seen to begin here."""
        time = np.diff(self.tracks.time_s[leg.first : leg.last + 1])
        found = [leg.first + int(k) for k in np.flatnonzero(time >= self.settings.min_silence_s)]
        gaps = [self.gap(k, k + 1, None) for k in found]
        if following is not None and following.stretch == leg.stretch:
            k, j = leg.last, following.first
            if (
                not (self.ground[k] and self.ground[j])
                and self.tracks.time_s[j] - self.tracks.time_s[k] >= self.settings.min_silence_s
            ):
                gaps.append(self.gap(k, j, self.why_two_flights(k, j) or "the next flight begins after it"))
        return gaps

    def gap(self, k: int, j: int, stop: str | None) -> Gap:
        """The silence from position k to j; stop: why it holds a landing, where that is known."""
        before, after = self.sight(k, -1), self.sight(j, 1)
        stretch = int(np.searchsorted(self.tracks.starts, k, side="right")) - 1
        performance = self.performances[stretch]
        reach = fields_within_reach(before, after, performance, self.fields, self.settings)
        heard = others_heard(self.reception, self.numbers[stretch], before, after)
        silence_s = after.at_s - before.at_s
        if stop is None and (before.is_on_ground or after.is_on_ground):
            stop = "it was on the ground " + ("when last heard" if before.is_on_ground else "when next heard")
        if stop is not None:
            verdict, why = GapVerdict.STOPPED, stop
        elif len(reach.rows):
            verdict, why = GapVerdict.STOP_POSSIBLE, f"{len(reach.rows)} fields could have been reached"
        else:
            verdict, why = GapVerdict.AIRBORNE, f"no field with a runway for {performance.name} was in reach"
        listed = reach.rows[: self.settings.fields_listed]
        idents = self.fields.airports.table["ident"]
        return Gap(
            from_at=instant(before.at_s),
            to_at=instant(after.at_s),
            silence_s=round(silence_s, 1),
            verdict=verdict,
            reception=heard.verdict,
            reason=f"silent for {hours(silence_s)}: {why}; {heard.reason}",
            from_altitude_ft=_known(before.altitude_ft),
            to_altitude_ft=_known(after.altitude_ft),
            from_latitude=before.latitude,
            from_longitude=before.longitude,
            to_latitude=after.latitude,
            to_longitude=after.longitude,
            could_have_landed_at=tuple(AirportIdent(idents[int(r)]) for r in listed),
            others_heard=heard.others if heard.verdict is not Reception.UNKNOWN or heard.others else None,
        )


def flight_id(key: str, first_seen_s: float, emitter: int) -> FlightId:
    """Airframe and first instant; further emitters on one address are told apart by a letter."""
    at = instant(first_seen_s).strftime("%Y%m%dT%H%M%S")
    return FlightId(f"{key.replace(':', '-')}-{at}{'' if emitter == 0 else chr(ord('a') + emitter)}")


def _sum_steps(tracks: Tracks, first: int, last: int) -> tuple[float, int]:
    distance, _ = steps(tracks.select(np.arange(first, last + 1), np.array([0, last - first + 1])))
    return float(np.nansum(distance)), last - first


def _top(values: Floats) -> float:
    known = values[np.isfinite(values)]
    return float(known.max()) if len(known) else float("nan")


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _registration(value: str | None) -> Registration | None:
    return None if value is None else Registration(value)


def _evidence(rows: pl.DataFrame) -> tuple[RowRange, ...]:
    ranges = (
        rows.group_by(pl.col("source").cast(pl.String))
        .agg(pl.col("row").min().alias("first"), pl.col("row").max().alias("last"))
        .sort("source")
    )
    return tuple(
        RowRange(source=Sha256(source or ""), first_row=first, last_row=last)
        for source, first, last in ranges.iter_rows()
    )


def in_order(flights: Sequence[Flight]) -> tuple[Flight, ...]:
    """Flights in the order in which they are printed."""
    return tuple(sorted(flights, key=lambda f: (f.icao24 or "~~", f.registration or "", f.first_seen_at, f.flight_id)))
