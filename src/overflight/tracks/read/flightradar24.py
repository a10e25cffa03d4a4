"""Flightradar24's downloads: playback CSV, granular CSV, and the tracks of its API as CSV or JSON.

Playback and API files hold one flight and name no address; altitude 0 stands for the ground. The user names the
aircraft, or else the callsign does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import polars as pl

from overflight.errors import BadPositions
from overflight.records.source import SourceFile
from overflight.tracks.geometry import separation_nm
from overflight.tracks.read.accept import Raw
from overflight.tracks.read.columns import Meaning
from overflight.tracks.read.files import plain_head
from overflight.tracks.read.filling import fill
from overflight.tracks.read.tables import csv_blocks, header_of
from overflight.tracks.settings import TracksSettings

PLAYBACK, GRANULAR, API = "flightradar24_csv", "flightradar24_granular", "flightradar24_api"
PLAYBACK_COLUMNS = frozenset({"timestamp", "callsign", "position", "altitude", "speed", "direction"})
GRANULAR_COLUMNS = frozenset({
    "network_time", "receiver_time", "hex", "callsign", "latitude", "longitude", "altitude", "squawk", "speed", "track", "vspeed",
    "on_ground", "position_class",
})  # fmt: skip
API_COLUMNS = frozenset({"timestamp", "lat", "lon", "alt", "gspeed", "vspeed"})

PLACE = r"^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$"
NAMES = {
    "alt": "altitude_ft",
    "altitude": "altitude_ft",
    "speed": "ground_speed_kt",
    "gspeed": "ground_speed_kt",
    "direction": "track_deg",
    "track": "track_deg",
    "vspeed": "vertical_rate_fpm",
    "lat": "latitude",
    "lon": "longitude",
    "reg": "registration",
    "type": "type_code",
    "source": "position_source",
}
NO_SQUAWK = "0"


def sniff(head: bytes, name: str) -> str | None:
    """Which of the CSV layouts the header line is, if any."""
    return layout_of([column.strip().lower() for column in header_of(plain_head(head))])


def layout_of(columns: Sequence[str]) -> str | None:
    """Which of the CSV layouts has these columns."""
    for format_name, telling in ((PLAYBACK, PLAYBACK_COLUMNS), (GRANULAR, GRANULAR_COLUMNS), (API, API_COLUMNS)):
        if set(columns) >= telling:
            return format_name
    return None


def read(files: Sequence[SourceFile], settings: TracksSettings) -> Iterator[Raw]:
    """Rows of CSV downloads."""
    for file in files:
        told: dict[str, Meaning] = {}
        for first_row, block in csv_blocks(file):
            table = block.rename({column: column.strip().lower() for column in block.columns}, strict=False)
            if layout_of(table.columns) is None:
                raise BadPositions("it lacks columns of this layout", where=file.source.name, now="Download it again.")
            ready = granular(table) if "position_class" in table.columns else playback(table, settings)
            raw, told = fill(ready, file, first_row, settings, told)
            yield replace(raw, table=one_aircraft(raw.table, settings))


def playback(table: pl.DataFrame, settings: TracksSettings) -> pl.DataFrame:
    """A playback or API table in the names of positions, altitude 0 as the ground."""
    if "position" in table.columns:
        parts = pl.col("position").str.extract_groups(PLACE)
        place = [
            parts.struct.field("1").fill_null(pl.col("position")).alias("latitude"),
            parts.struct.field("2").alias("longitude"),
        ]
        table = table.with_columns(place).drop("position")
    table = table.drop("utc", strict=False).rename(NAMES, strict=False)
    speed = (
        pl.col("ground_speed_kt").cast(pl.Float64, strict=False) if "ground_speed_kt" in table.columns else pl.lit(0.0)
    )
    at_zero = pl.col("altitude_ft").cast(pl.Float64, strict=False) == 0
    is_ground = at_zero & (speed.fill_null(0) <= settings.ground_speed_limit_kt)
    table = table.with_columns(
        pl.when(is_ground).then(True).when(at_zero.not_()).then(False).alias("on_ground"),
        pl.when(is_ground.fill_null(False)).then(None).otherwise(pl.col("altitude_ft")).alias("altitude_ft"),
    )
    if "squawk" in table.columns:
        squawk = pl.col("squawk").cast(pl.String)
        table = table.with_columns(pl.when(squawk != NO_SQUAWK).then(squawk).alias("squawk"))
    if "callsign" in table.columns and not {"hex", "icao24", "registration"} & set(table.columns):
        table = one_flight(table)
    return table


def one_flight(table: pl.DataFrame) -> pl.DataFrame:
    """The table with callsigns that are missing taken from the nearest rows in time: the file is of one flight."""
    callsign = pl.col("callsign").str.strip_chars()
    named = pl.when(callsign != "").then(callsign)
    order = pl.col("timestamp")
    return table.with_columns(named.alias("callsign")).with_columns(
        pl.col("callsign").forward_fill().backward_fill().over(pl.lit(1), order_by=order)
    )


def one_aircraft(table: pl.DataFrame, settings: TracksSettings) -> pl.DataFrame:
    """The loose table of one flight, known by its first callsign where that changes while the aircraft is heard.

    Rows put together from several flights change it over a silence or a leap, and stay several.
    """
    if "callsign" not in table.columns or {"icao24", "registration"} & set(table.columns):
        return table
    rows = table.select("callsign", "seen_at", "latitude", "longitude").drop_nulls().sort("seen_at")
    changes = np.flatnonzero((rows["callsign"] != rows["callsign"].shift()).fill_null(False).to_numpy())
    if not len(changes):
        return table
    before, after = rows[changes - 1], rows[changes]
    seconds = (after["seen_at"] - before["seen_at"]).dt.total_microseconds().to_numpy() / 1e6
    apart = separation_nm(before["latitude"], before["longitude"], after["latitude"], after["longitude"])
    goes_on = (seconds < settings.min_silence_s) & (
        apart <= settings.jump_slack_nm + settings.highest_speed_kt * seconds / 3600
    )
    return table.with_columns(pl.lit(rows["callsign"][0]).alias("known_as")) if goes_on.all() else table


def granular(table: pl.DataFrame) -> pl.DataFrame:
    """A granular table in the names of positions; only rows that carry a position are kept as such."""
    at = pl.col("receiver_time").fill_null(pl.col("network_time"))
    on_ground = pl.col("on_ground").str.strip_chars().str.to_uppercase()
    return table.select(
        at.alias("seen_at"),
        pl.col("hex").alias("icao24"),
        "callsign",
        "latitude",
        "longitude",
        pl.col("altitude").alias("altitude_ft"),
        pl.col("speed").alias("ground_speed_kt"),
        pl.col("track").alias("track_deg"),
        pl.col("vspeed").alias("vertical_rate_fpm"),
        pl.when(on_ground.is_in(["G", "1", "TRUE"]))
        .then(pl.lit("true"))
        .when(on_ground != "")
        .then(pl.lit("false"))
        .alias("on_ground"),
        "squawk",
        pl.col("position_class").alias("position_source"),
    )


def flatten_api(value: Any) -> list[Any] | None:
    """The records of an API answer: tracks with the flight's own keys put to each, or live positions; None if it is neither."""
    answers = value.get("data") if isinstance(value, dict) else value
    if not isinstance(answers, list) or not any(isinstance(a, dict) and "fr24_id" in a for a in answers):
        return None
    out: list[Any] = []
    for answer in answers:
        tracks = answer.get("tracks") if isinstance(answer, dict) else None
        out.extend(tracks if isinstance(tracks, list) else [answer])
    return out
