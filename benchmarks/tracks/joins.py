"""Holes cut into real flights, and real stops: kept whole and told apart, by this engine and by the rules of others.

usage: python benchmarks/tracks/joins.py SHARED
"""

from __future__ import annotations

import sys
from pathlib import Path

import polars as pl

from overflight.tracks import TracksSettings, detect_flights
from overflight.tracks.schema import check_positions


def load(shared: Path) -> pl.DataFrame:
    known = pl.read_csv(shared / "data/tracks/truth_flights.csv").filter(pl.col("kind") == "full")
    points = pl.read_parquet(shared / "data/tracks/truth_points.parquet").drop_nulls(["latitude", "longitude"])
    at = (pl.col("seen_at_epoch_s") * 1e6).cast(pl.Int64).cast(pl.Datetime("us")).dt.replace_time_zone("UTC")
    return points.join(known.select("flight_key"), on="flight_key").with_columns(
        seen_at=at, icao24=pl.col("flight_key")
    )


def by_fixed_gap(points: pl.DataFrame, minutes: float) -> int:
    silence = pl.col("seen_at_epoch_s").diff().over("flight_key")
    broken = points.sort("flight_key", "seen_at_epoch_s").filter(silence > minutes * 60)
    return broken["flight_key"].n_unique()


def main() -> None:
    points = load(Path(sys.argv[1]))
    t = pl.col("seen_at_epoch_s")
    for hole in (0, 20, 60, 120):
        middle, span = ((t.min() + t.max()) / 2).over("flight_key"), (t.max() - t.min()).over("flight_key")
        cut = points.filter(span > hole * 60 + 3600).filter((t - middle).abs() > hole * 30) if hole else points
        count: dict[str | None, int] = {}
        for flight in detect_flights(check_positions(cut.drop("source")), TracksSettings()):
            count[flight.icao24] = count.get(flight.icao24, 0) + 1
        broken = sorted(str(k) for k, n in count.items() if n > 1)
        rules = {f"a fixed gap of {m} min": by_fixed_gap(cut, m) for m in (10, 30)}
        print(f"hole of {hole} min, {len(count)} flights: broken {len(broken)} {broken}; by {rules}")


if __name__ == "__main__":
    main()
