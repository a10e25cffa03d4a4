"""The same work with `traffic` and with overflight, in one run: positions in memory to flights with both airports.

usage: python benchmarks/tracks/with_traffic.py POSITIONS.parquet [--truth FLIGHTS.parquet] [--aircraft 100]

Needs an environment that holds both: overflight, and `pip install traffic "pandas<3"`. traffic is given overflight's table
of airfields, so that both choose among the same. Seconds are of the processor, of one process.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import polars as pl
from traffic.core import Traffic
from traffic.data.basic.airports import Airports

from overflight.reference.airports import load_airports
from overflight.tracks import TracksSettings, detect_flights
from overflight.tracks.fields import load_fields
from overflight.tracks.schema import check_positions

Found = Sequence[tuple[str, float, float, str | None, str | None]]
"""Address, first and last second, airport of departure, of arrival."""


def some_aircraft(path: Path, count: int) -> pl.DataFrame:
    scan = pl.scan_parquet(path)
    chosen = scan.select("icao24").unique().sort("icao24").head(count)
    return scan.join(chosen, on="icao24", how="semi").collect()


def by_overflight(table: pl.DataFrame) -> Found:
    flights = detect_flights(check_positions(table), TracksSettings())
    return [
        (
            f.icao24 or "",
            f.first_seen_at.timestamp(),
            f.last_seen_at.timestamp(),
            f.origin.airport,
            f.destination.airport,
        )
        for f in flights
    ]


def by_traffic(table: pl.DataFrame, airports: Airports) -> Found:
    names = {"seen_at": "timestamp", "altitude_ft": "altitude", "ground_speed_kt": "groundspeed", "track_deg": "track"}
    found = []
    for flight in Traffic(table.rename(names).to_pandas()).iterate(by=None):
        ends = [flight.infer_airport(end, dataset=airports).icao for end in ("takeoff", "landing")]
        found.append((flight.icao24, flight.start.timestamp(), flight.stop.timestamp(), *ends))
    return found


def known_airports() -> Airports:
    table = load_airports().table.drop("icao").rename({"ident": "icao", "elevation_ft": "altitude"})
    columns = ["name", "iata", "icao", "latitude", "longitude", "country", "altitude", "type", "municipality"]
    return Airports(table.select(columns).to_pandas())


def right_ends(found: Found, truth: pl.DataFrame) -> str:
    ends = named = right = whole = 0
    for true in truth.iter_rows(named=True):
        first, last = true["first_seen"].timestamp(), true["last_seen"].timestamp()
        over = [
            f for f in found if f[0] == true["icao24"] and min(f[2], last) - max(f[1], first) > 0.2 * (last - first)
        ]
        whole += len(over) == 1
        for said, name in ((over[0][3], "origin"), (over[-1][4], "destination")) if over else ():
            ends, named, right = ends + 1, named + (said is not None), right + (said == true[name])
    shares = whole / truth.height, named / ends, right / named
    return "{:.3f} of the true flights whole; ends named {:.3f}, of these right {:.3f}".format(*shares)


def timed(name: str, rows: int, work: Callable[[], Found], truth: pl.DataFrame | None) -> float:
    started = time.process_time()
    found = work()
    seconds = time.process_time() - started
    print(f"{name:12s} {rows / seconds / 1e3:9.1f} thousand positions/s, {len(found)} flights", flush=True)
    if truth is not None:
        print(f"{'':12s} {right_ends(found, truth)}")
    return rows / seconds


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("positions", type=Path)
    a.add_argument("--truth", type=Path)
    a.add_argument("--aircraft", type=int, default=100)
    o = a.parse_args()
    table, airports = some_aircraft(o.positions, o.aircraft), known_airports()
    truth = (
        pl.read_parquet(o.truth).filter(pl.col("icao24").is_in(table["icao24"].unique().implode())) if o.truth else None
    )
    load_fields()
    own = timed("overflight", table.height, lambda: by_overflight(table), truth)
    theirs = timed("traffic", table.height, lambda: by_traffic(table, airports), truth)
    print(f"{own / theirs:.0f} times as many positions a second")


if __name__ == "__main__":
    main()
