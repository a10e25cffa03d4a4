"""OpenSky state vectors, CSV (gzip or plain) and Parquet: metres and metres a second; a row each ten seconds, heard or not.

`lastposupdate` is the second in which the position was heard; while it stands still the position is an old one sent
again, for up to 300 s, and is dropped. Source: OpenSky's README of the state vector data set.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from overflight.errors import BadPositions
from overflight.records.source import Rejection, SourceFile
from overflight.tracks.read.accept import Raw
from overflight.tracks.read.columns import Meaning
from overflight.tracks.read.files import plain_head
from overflight.tracks.read.filling import fill
from overflight.tracks.read.tables import csv_blocks, header_of, parquet_blocks
from overflight.tracks.settings import TracksSettings

FORMAT = "opensky_states"
NAMES = {
    "velocity": "ground_speed_mps",
    "heading": "track_deg",
    "vertrate": "vertical_rate_mps",
    "baroaltitude": "altitude_m",
    "geoaltitude": "geometric_altitude_m",
    "onground": "on_ground",
}
TELLING = frozenset({"icao24", "lat", "lon", "velocity", "baroaltitude", "lastposupdate", "time"})
NEEDED = f"Needed are {', '.join(sorted(TELLING))}; or name yours with --map old=new."
REPEATED = "position sent again: its lastposupdate did not move"


def is_state_vectors(columns: Sequence[str]) -> bool:
    """Whether a table of these columns is one of state vectors."""
    return set(columns) >= TELLING


def sniff(head: bytes, name: str) -> str | None:
    """The format's name if the header line is that of state vectors."""
    return FORMAT if is_state_vectors(header_of(plain_head(head))) else None


def read(files: Sequence[SourceFile], settings: TracksSettings) -> Iterator[Raw]:
    """Rows of state vectors, each heard position once."""
    for file in files:
        told: dict[str, Meaning] = {}
        before: pl.DataFrame | None = None
        with file.path.open("rb") as opened:
            is_parquet = opened.read(4) == b"PAR1"
        blocks = parquet_blocks(file, settings, every_column=True) if is_parquet else csv_blocks(file)
        for first_row, block in blocks:
            if not is_state_vectors(block.columns):
                raise BadPositions("it lacks columns of state vectors", where=file.source.name, now=NEEDED)
            heard, repeated, before = once_each(numbered(block, first_row), before)
            raw, told = fill(heard.drop("row"), file, heard["row"], settings, told)
            yield Raw(raw.table, (*raw.rejections, *counted(file, repeated)), raw.warnings)


def numbered(block: pl.DataFrame, first_row: int) -> pl.DataFrame:
    """The block with row numbers, in the names and units of positions; `seen_at` is when the position was heard."""
    seen = pl.coalesce(pl.col(name).cast(pl.Float64, strict=False) for name in ("lastposupdate", "time"))
    return block.rename(NAMES, strict=False).with_columns(
        seen.alias("seen_at_epoch_s"), pl.int_range(first_row, first_row + pl.len(), dtype=pl.Int64).alias("row")
    )


def once_each(block: pl.DataFrame, before: pl.DataFrame | None) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Rows of positions heard anew, rows that only repeat them, and the last heard of each aircraft for the next block.

    Of several rows with one instant the earliest in time is kept, so that the order of rows does not matter.
    """
    key = ["icao24", "seen_at_epoch_s"]
    rank = block.select(
        pl.struct(pl.col("time").cast(pl.Float64, strict=False), "row").rank("ordinal").over(key)
    ).to_series()
    is_first = (rank == 1) | block["seen_at_epoch_s"].is_null()
    if before is not None:
        known = block.select(key).join(before.with_columns(known=True), on=key, how="left", maintain_order="left")[
            "known"
        ]
        is_first = is_first & known.is_null()
    last = block.group_by("icao24").agg(pl.col("seen_at_epoch_s").max())
    return block.filter(is_first).drop("time", strict=False), block.filter(~is_first), last


def counted(file: SourceFile, repeated: pl.DataFrame) -> Iterator[Rejection]:
    """The dropped rows as a rejection."""
    if not repeated.is_empty():
        yield Rejection(
            source=file.source.sha256,
            name=file.source.name,
            reason=REPEATED,
            count=repeated.height,
            first_row=int(repeated["row"].item(0)),
        )
