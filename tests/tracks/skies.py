"""Tiny builders of flown tracks: straight lines between fields, with take-off, cruise, descent and landing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from overflight.records.movement import Flight
from overflight.reference.airports import load_airports
from overflight.tracks import POSITIONS, TracksSettings, detect_flights
from overflight.tracks.geometry import bearing_deg, between, separation_nm
from overflight.tracks.schema import check_positions

START = dt.datetime(2022, 1, 12, 22, 0, tzinfo=dt.UTC)
SOURCE = "ab" * 32


@dataclass(frozen=True)
class Hop:
    """One flown hop as columns; seconds count from START."""

    seconds: np.ndarray
    latitude: np.ndarray
    longitude: np.ndarray
    altitude_ft: np.ndarray
    speed_kt: np.ndarray
    track_deg: np.ndarray
    on_ground: np.ndarray

    @property
    def landed_s(self) -> float:
        """When its last position was heard."""
        return float(self.seconds[-1])


def runway_of(ident: str) -> tuple[float, float, float, float]:
    """Start, end of the longest surveyed runway of a field: latitude, longitude, latitude, longitude."""
    airports = load_airports()
    field = airports.by_ident(ident)
    assert field is not None
    ends = airports.runway_ends.filter(pl.col("id") == field.id).sort(
        "length_ft", "runway", "end", descending=[True, False, False]
    )
    a, b = ends.row(0, named=True), ends.row(1, named=True)
    return a["latitude"], a["longitude"], b["latitude"], b["longitude"]


def hop(
    origin: str,
    destination: str,
    *,
    starts_s: float = 0.0,
    cruise_ft: float = 35_000,
    step_s: float = 20.0,
    ground_s: float = 120.0,
) -> Hop:
    """From one field to another: stands, climbs at 2,000 ft/min, cruises at 450 kt, descends on a runway's line, stands."""
    lat_a, lon_a, _, _ = runway_of(origin)
    lat_b, lon_b, far_lat, far_lon = runway_of(destination)
    elevation_a, elevation_b = (load_airports().by_ident(i).elevation_ft or 0.0 for i in (origin, destination))  # type: ignore[union-attr]
    # the last 25 nm lie on the runway's line
    back = np.radians(bearing_deg(far_lat, far_lon, lat_b, lon_b))
    gate_lat = lat_b + 25 / 60 * np.cos(back)
    gate_lon = lon_b + 25 / 60 * np.sin(back) / np.cos(np.radians(lat_b))
    first, last = float(separation_nm(lat_a, lon_a, gate_lat, gate_lon)), 25.0
    total = first + last
    distances, t, d = [], [], 0.0
    clock = ground_s
    while d < total:
        distances.append(d)
        t.append(clock)
        height = min(d * 400, (total - d) * 318, cruise_ft)
        speed = min(450.0, 150 + height / 60)
        d += speed * step_s / 3600
        clock += step_s
    flown = np.array([*distances, total])
    at = np.array([*t, clock])
    lat, lon = between(lat_a, lon_a, float(gate_lat), float(gate_lon), np.minimum(flown / first, 1.0))
    on_final = flown > first
    f = (flown[on_final] - first) / last
    lat[on_final] = gate_lat + (lat_b - gate_lat) * f
    lon[on_final] = gate_lon + (lon_b - gate_lon) * f
    climb = elevation_a + flown * 400
    descent = elevation_b + (total - flown) * 318
    altitude = np.minimum(np.minimum(climb, descent), cruise_ft)
    speed = np.minimum(450.0, 150 + np.minimum(flown * 400, (total - flown) * 318) / 60)
    track = np.append(bearing_deg(lat[:-1], lon[:-1], lat[1:], lon[1:]), 0.0)
    track[-1] = track[-2]
    before, after = np.arange(0, ground_s, 20.0), clock + np.arange(20.0, ground_s + 1, 20.0)
    pad = [np.zeros(len(before)), np.zeros(len(after))]

    def wrap(column: np.ndarray, head: float, tail: float) -> np.ndarray:
        return np.concatenate([pad[0] + head, column, pad[1] + tail])

    return Hop(
        starts_s + np.concatenate([before, at, after]),
        wrap(lat, lat_a, lat_b),
        wrap(lon, lon_a, lon_b),
        wrap(altitude, np.nan, np.nan),
        wrap(speed, 0.0, 5.0),
        wrap(track, track[0], track[-1]),
        wrap(np.zeros(len(at)), 1.0, 1.0) > 0,
    )


def table(
    *hops: Hop,
    icao24: str | None = "731822",
    callsigns: Sequence[str | None] | str | None = "QFZ1",
    registration: str | None = None,
    type_code: str | None = None,
    has_flag: bool = True,
) -> pl.DataFrame:
    """Hops of one aircraft as a table of positions."""
    parts = []
    for i, flown in enumerate(hops):
        callsign = callsigns if isinstance(callsigns, str) or callsigns is None else callsigns[i]
        parts.append(
            pl.DataFrame(
                {
                    "icao24": icao24,
                    "registration": registration,
                    "callsign": callsign,
                    "type_code": type_code,
                    "seen_at": [START + dt.timedelta(seconds=float(s)) for s in flown.seconds],
                    "latitude": flown.latitude,
                    "longitude": flown.longitude,
                    "altitude_ft": flown.altitude_ft,
                    "ground_speed_kt": flown.speed_kt,
                    "track_deg": flown.track_deg,
                    "on_ground": flown.on_ground if has_flag else [None] * len(flown.on_ground),
                },
                schema_overrides={
                    "icao24": pl.String,
                    "registration": pl.String,
                    "callsign": pl.String,
                    "type_code": pl.String,
                    "on_ground": pl.Boolean,
                },
            ).with_columns(pl.col("altitude_ft").fill_nan(None))
        )
    rows = pl.concat(parts).with_columns(
        source=pl.lit(SOURCE), row=pl.int_range(1, pl.len() + 1), is_synthetic=pl.lit(True)
    )
    return check_positions(rows).select(POSITIONS.names())


def heard(positions: pl.DataFrame, keep: Callable[[pl.Expr], pl.Expr]) -> pl.DataFrame:
    """Only the positions whose seconds since START pass."""
    seconds = (pl.col("seen_at") - START).dt.total_milliseconds() / 1000
    return positions.filter(keep(seconds))


def flights_of(positions: pl.DataFrame, **settings: object) -> tuple[Flight, ...]:
    """The flights of a table."""
    return detect_flights(positions, TracksSettings(**settings))  # type: ignore[arg-type]
