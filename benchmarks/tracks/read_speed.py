"""How many positions a second each reader gives, on one core and on all, beside a bare scan of the same table as Parquet.

usage: python benchmarks/tracks/read_speed.py [--points 1000000] [--processes N]
Writes invented flights in every format into a temporary folder and reads them back. Seconds are of the processor, so that
other work on the machine counts as little as may be; the last column is of the clock, with all processes.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import polars as pl

from overflight.cli.workers import cores, pool
from overflight.records.source import Sha256, Source, SourceFile, SourceKind
from overflight.tracks.read import sniff_positions
from overflight.tracks.read.jobs import Job, jobs_of, read_job
from overflight.tracks.settings import TracksSettings

START = 1_700_000_000.0
ROWS_A_FILE = 1800
"""As many as a long day of one aircraft has in a trace."""


def flown(number: int, rows: int) -> pl.DataFrame:
    """A day of one invented aircraft."""
    noise = np.random.default_rng(number)
    step = np.linspace(0, 1, rows)
    return pl.DataFrame({
        "icao24": [f"{0xD00000 + number:06x}"] * rows,
        "at": START + np.cumsum(noise.uniform(4, 40, rows)).round(2),
        "latitude": (30 + 20 * step + noise.normal(0, 1e-4, rows)).round(6),
        "longitude": (50 - 60 * step + noise.normal(0, 1e-4, rows)).round(6),
        "altitude_ft": (np.round(36_000 * np.sin(np.pi * step) / 25) * 25).astype(int),
        "speed": noise.uniform(420, 480, rows).round(1),
        "track": noise.uniform(80, 90, rows).round(1),
        "rate": noise.integers(-20, 20, rows) * 64,
        "callsign": [f"TST{number:04d}"] * rows,
    })  # fmt: skip


def trace(day: pl.DataFrame) -> bytes:
    """As readsb writes it: compact, details on every fourth row."""
    details = {
        "type": "adsb_icao", "flight": day["callsign"][0], "alt_geom": 36000, "ias": 280, "tas": 460, "mach": 0.77,
        "wd": 214, "ws": 41, "track": 340.67, "roll": -0.88, "mag_heading": 338.03, "baro_rate": 0, "geom_rate": 32,
        "squawk": "4637", "emergency": "none", "nav_qnh": 1013.6, "nav_altitude_mcp": 32000, "nic": 8, "rc": 186,
        "version": 2, "nic_baro": 1, "nac_p": 10, "nac_v": 2, "sil": 3, "sil_type": "perhour", "gva": 2, "sda": 2,
        "alert": 0, "spi": 0,
    }  # fmt: skip
    rows = []
    for i, (_, at, lat, lon, alt, speed, track, rate, _) in enumerate(day.iter_rows()):
        low, more = "ground" if alt <= 100 else alt, details if i % 4 == 0 else None
        row = [
            round(at - START, 2),
            lat,
            lon,
            low,
            speed,
            track,
            0,
            rate,
            more,
            "adsb_icao",
            alt + 1000,
            rate,
            280,
            0.0,
        ]
        rows.append(row)
    head = {"icao": day["icao24"][0], "r": "SYN-1", "t": "B742", "timestamp": START, "synthetic": True}
    return gzip.compress(json.dumps({**head, "trace": rows}, separators=(",", ":")).encode(), 6, mtime=0)


def traces(days: list[pl.DataFrame], folder: Path) -> Iterator[Path]:
    for day in days:
        path = folder / f"trace_full_{day['icao24'][0]}.json"
        path.write_bytes(trace(day))
        yield path


def whole(days: list[pl.DataFrame]) -> pl.DataFrame:
    named = {"speed": "ground_speed_kt", "track": "track_deg", "rate": "vertical_rate_fpm"}
    at = pl.from_epoch((pl.col("at") * 1e6).cast(pl.Int64), time_unit="us").dt.replace_time_zone("UTC").alias("seen_at")
    return pl.concat(days).rename(named).with_columns(at).drop("at").sort("seen_at")


def csv(days: list[pl.DataFrame], folder: Path) -> Iterator[Path]:
    whole(days).write_csv(folder / "positions.csv")
    yield folder / "positions.csv"


def csv_gz(days: list[pl.DataFrame], folder: Path) -> Iterator[Path]:
    (folder / "positions.csv.gz").write_bytes(gzip.compress(whole(days).write_csv().encode(), 6, mtime=0))
    yield folder / "positions.csv.gz"


def parquet(days: list[pl.DataFrame], folder: Path) -> Iterator[Path]:
    whole(days).write_parquet(folder / "positions.parquet")
    yield folder / "positions.parquet"


FORMATS: dict[str, Callable[[list[pl.DataFrame], Path], Iterator[Path]]] = {
    "readsb traces": traces, "CSV by name": csv, "CSV, gzip": csv_gz, "Parquet by name": parquet,
}  # fmt: skip


def admitted(path: Path) -> SourceFile:
    content = path.read_bytes()
    kind, name = SourceKind.POSITIONS, sniff_positions(content[:65_536], path.name)
    sha = Sha256(hashlib.sha256(content).hexdigest())
    return SourceFile(
        source=Source(sha256=sha, name=path.name, kind=kind, format=name, size_bytes=len(content)), path=path
    )


def count(job: Job, settings: TracksSettings) -> int:
    return sum(part.positions.table.height for part in read_job(job, settings))


def processor_s(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--points", type=int, default=1_000_000)
    a.add_argument("--processes", type=int, default=cores())
    o = a.parse_args()
    settings = TracksSettings()
    work = partial(count, settings=settings)
    days = [flown(i, ROWS_A_FILE) for i in range(max(1, o.points // ROWS_A_FILE))]
    print(f"{'million positions a second':<28}{'one core':>10}{f'{o.processes} processes':>14}")
    with tempfile.TemporaryDirectory() as scratch, pool(o.processes) as each:
        list(each(str, range(o.processes)))
        for name, write in FORMATS.items():
            folder = Path(scratch) / name
            folder.mkdir()
            files = [admitted(path) for path in write(days, folder)]
            rows = sum(map(work, jobs_of(files)))
            alone = min(processor_s(lambda: list(map(work, jobs_of(files)))) for _ in range(3))  # noqa: B023
            started = time.perf_counter()
            list(each(work, jobs_of(files)))
            together = time.perf_counter() - started
            print(f"{name:<28}{rows / alone / 1e6:>10.2f}{rows / together / 1e6:>14.2f}")
        path = Path(scratch) / "Parquet by name" / "positions.parquet"
        scan = min(processor_s(lambda: pl.read_parquet(path)) for _ in range(3))
        print(f"{'(bare scan of the Parquet)':<28}{rows / scan / 1e6:>10.2f}")


if __name__ == "__main__":
    main()
