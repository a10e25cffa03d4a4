"""Positions a second and peak memory of the engine, beside a plain scan of the same Parquet file in the same run.

usage: python benchmarks/tracks/speed.py POSITIONS.parquet [--truth FLIGHTS.parquet]

--truth: flights with icao24, first_seen, last_seen, origin, destination: says how many were found and rightly ended.
With the `traffic` library beside it: with_traffic.py.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter, defaultdict
from pathlib import Path

import polars as pl

from overflight.tracks import TracksSettings, build_reception, detect_flights
from overflight.tracks.fields import load_fields
from overflight.tracks.schema import check_positions


def timed(name: str, count: int, work):
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(
        f"{name:28s} {count / wall / 1e6:6.2f} M/s of wall  {count / cpu / 1e6:6.2f} M/s of a core  peak {peak:.2f} GB"
    )
    return result


def compare(flights, truth: pl.DataFrame) -> None:
    by_aircraft = defaultdict(list)
    for flight in flights:
        by_aircraft[flight.icao24].append(flight)
    count: Counter[str] = Counter()
    for true in truth.iter_rows(named=True):
        lasts = (true["last_seen"] - true["first_seen"]).total_seconds()
        over = [
            f
            for f in by_aircraft.get(true["icao24"], [])
            if (min(f.last_seen_at, true["last_seen"]) - max(f.first_seen_at, true["first_seen"])).total_seconds()
            > 0.2 * lasts
        ]
        count["true"] += 1
        count["missed"] += not over
        count["split"] += len(over) > 1
        if not over:
            continue
        for end, name in ((over[0].origin, "origin"), (over[-1].destination, "destination")):
            count["ends"] += 1
            count["named"] += end.airport is not None
            count["right"] += end.airport == true[name]
    print(dict(count), "found", len(flights))


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("positions", type=Path)
    a.add_argument("--truth", type=Path)
    o = a.parse_args()
    load_fields()
    rows = pl.scan_parquet(o.positions).select(pl.len()).collect().item()
    table = timed("scan of all columns", rows, lambda: pl.read_parquet(o.positions))
    table = check_positions(table)
    reception = timed("reception", rows, lambda: build_reception(table))
    flights = timed("flights, ends, gaps", rows, lambda: detect_flights(table, TracksSettings(), reception=reception))
    if o.truth:
        compare(flights, pl.read_parquet(o.truth))


if __name__ == "__main__":
    main()
