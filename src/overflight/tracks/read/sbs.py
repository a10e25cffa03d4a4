"""SBS-1 BaseStation messages, port 30003: 22 fields, positions in message types 2 and 3, all else in the others.

Callsign, speed, track, vertical rate and squawk come in messages of their own and are carried to the next positions of
the same address, for as long as they can be believed. Times are those of the receiver's computer, often local time:
only the user knows. Source: the field list of the BaseStation socket data page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from overflight.records.source import SourceFile
from overflight.tracks.read.accept import Raw
from overflight.tracks.read.columns import Meaning
from overflight.tracks.read.files import plain_head
from overflight.tracks.read.filling import fill
from overflight.tracks.read.tables import csv_blocks
from overflight.tracks.read.times import from_text
from overflight.tracks.settings import TracksSettings

FORMAT = "sbs"
FIELDS = ("message", "type", "session", "aircraft_id", "icao24", "flight_id", "made_on", "made_at", "logged_on", "logged_at",
          "callsign", "altitude_ft", "ground_speed_kt", "track_deg", "latitude", "longitude", "vertical_rate_fpm", "squawk",
          "alert", "emergency", "spi", "on_ground")  # fmt: skip
KINDS = (b"MSG,", b"SEL,", b"ID,", b"AIR,", b"STA,", b"CLK,")
CARRIED_S = {"ground_speed_kt": 30.0, "track_deg": 30.0, "vertical_rate_fpm": 30.0, "squawk": 300.0, "callsign": 600.0}
"""How long a value from another message is believed: motion half a minute (types 4 come twice a second), names longer."""

ASK = "times are those of the receiver's computer and are taken as UTC; if it kept local time say so with --receiver-utc-offset"


def sniff(head: bytes, name: str) -> str | None:
    """The format's name if the first lines are messages of 22 fields."""
    lines = plain_head(head, 8192).splitlines()[:5]
    whole = [line for line in lines if line.startswith(KINDS)]
    return (
        FORMAT
        if whole and whole[0] == lines[0] and any(line.count(b",") == len(FIELDS) - 1 for line in whole)
        else None
    )


def read(files: Sequence[SourceFile], settings: TracksSettings) -> Iterator[Raw]:
    """Rows of messages that carry a position."""
    for file in files:
        told: dict[str, Meaning] = {}
        warnings = () if settings.receiver_utc_offset_s is not None else (f"{file.source.name}: {ASK}",)
        for first_row, block in csv_blocks(file, FIELDS):
            table = with_carried(timed(block, first_row, settings))
            placed = table.filter((pl.col("message") == "MSG") & pl.col("type").is_in(["2", "3"])).drop(
                "message", "type"
            )
            raw, told = fill(placed.drop("row"), file, placed["row"], settings, told)
            yield Raw(raw.table, raw.rejections, warnings)


def timed(block: pl.DataFrame, first_row: int, settings: TracksSettings) -> pl.DataFrame:
    """The messages with row numbers and instants."""
    at, _ = from_text(block.select(pl.format("{} {}", "made_on", "made_at")).to_series())
    offset = pl.duration(microseconds=round((settings.receiver_utc_offset_s or 0.0) * 1e6))
    return block.with_columns(
        (pl.lit(at) - offset).alias("seen_at"),
        pl.int_range(first_row, first_row + pl.len(), dtype=pl.Int64).alias("row"),
        pl.col("message", "type").str.strip_chars(),
    ).select("message", "type", "icao24", "seen_at", "callsign", "altitude_ft", "ground_speed_kt", "track_deg", "latitude",
             "longitude", "vertical_rate_fpm", "squawk", "on_ground", "row")  # fmt: skip


def with_carried(table: pl.DataFrame) -> pl.DataFrame:
    """Each message with what the same address last said of itself in others, unless that is too old."""
    order = ["seen_at", "row"]
    columns = []
    for name, believed_s in CARRIED_S.items():
        text = pl.col(name).str.strip_chars()
        said = pl.when(text != "").then(text)
        said_at = pl.when(said.is_not_null()).then(pl.col("seen_at"))
        last = said.forward_fill().over("icao24", order_by=order)
        age = pl.col("seen_at") - said_at.forward_fill().over("icao24", order_by=order)
        columns.append(pl.when(age <= pl.duration(microseconds=round(believed_s * 1e6))).then(last).alias(name))
    return table.with_columns(columns)
