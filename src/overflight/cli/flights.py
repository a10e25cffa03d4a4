"""`overflight flights PATH…`: flights from position data."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from overflight.cli.terminal import Telling
    from overflight.cli.workers import Pool
    from overflight.records.source import Rejection, SourceFile
    from overflight.tracks.buckets import Detected
    from overflight.tracks.settings import TracksSettings

DAY = ["%Y-%m-%d"]
LARGE_BYTES = 40_000_000
"""From here on all cores are used: some 1.5 million positions, which one core takes several seconds for."""

WORK = ("overflight.tracks.buckets", "scipy.spatial")
"""What the processes run, and what that imports late."""

FILES_NAMED = 3
REASONS_NAMED = 6
"""Reasons of rejection that the summary names; the rest it counts."""


class Form(StrEnum):
    """How the flights are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"


def flights(
    paths: Annotated[list[Path], typer.Argument(help="Position data: files, folders, archives.")],
    *,
    format: Annotated[Form, typer.Option(help="How the flights are written; Parquet needs -o.")] = Form.TABLE,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write there instead of standard output.")
    ] = None,
    map: Annotated[list[str] | None, typer.Option(help="old=new: a column of your table and what it holds.")] = None,
    at: Annotated[
        str | None, typer.Option(help="Only flights from or to this airport (any code), town or country.")
    ] = None,
    from_: Annotated[
        dt.datetime | None, typer.Option("--from", formats=DAY, help="Only flights seen on or after this day.")
    ] = None,
    to: Annotated[
        dt.datetime | None, typer.Option("--to", formats=DAY, help="Only flights seen on or before this day.")
    ] = None,
    aircraft: Annotated[
        str | None,
        typer.Option(help="Only this registration or address; also names the aircraft of files that name none."),
    ] = None,
    receiver_utc_offset: Annotated[
        float | None, typer.Option(help="Hours that the clock of an SBS receiver was ahead of UTC.")
    ] = None,
    prefer_scheduled: Annotated[
        bool,
        typer.Option(
            "--prefer-scheduled", help="Where two fields are possible, lean to the one with scheduled service."
        ),
    ] = False,
) -> None:
    """Flights from position data: where each began and ended, how that is known, and its silences."""
    from overflight.case.intake import gather
    from overflight.cli.flight_filters import chosen, is_place_known
    from overflight.cli.flight_forms import write
    from overflight.cli.terminal import err, working
    from overflight.errors import BadInput
    from overflight.tracks.read.pairs import column_map
    from overflight.tracks.settings import TracksSettings

    if format is Form.PARQUET and output is None:
        raise BadInput("Parquet cannot be shown", where="--format parquet", now="Say where to write it with -o PATH.")
    if at is not None:
        is_place_known(at)
    settings = TracksSettings(
        column_map=column_map(map or ()),
        receiver_utc_offset_s=None if receiver_utc_offset is None else receiver_utc_offset * 3600,
        prefer_scheduled=prefer_scheduled,
        aircraft=aircraft,
        path_points=0,
    )
    with working("Reading …") as tell, early_pool(paths) as each:
        given = gather(paths, to_the_end=False, tell=lambda name: tell(f"Reading {name}"))
        files = of_positions(given, settings)
        tell("Finding flights …")
        found = detect(files, settings, each, tell)
    wanted = chosen(found.flights, at=at, first_on=from_ and from_.date(), last_on=to and to.date(), aircraft=aircraft)
    write(wanted, format, output)
    for line in (*gathered(found.warnings), *left_aside(given, files), *summary(found.rejections)):
        err.print(line, markup=False)


@contextlib.contextmanager
def early_pool(paths: Sequence[Path]) -> Iterator[Pool | None]:
    """A pool that gets ready while the files are still being looked at, where these are large; else None."""
    files = (file for path in paths for file in (path.rglob("*") if path.is_dir() else (path,)))
    if sum(file.stat().st_size for file in files if file.is_file()) < LARGE_BYTES:
        yield None
        return
    from overflight.cli.workers import pool

    with pool(modules=WORK) as each:
        each.get_ready(WORK)
        yield each


def of_positions(files: Sequence[SourceFile], settings: TracksSettings) -> tuple[SourceFile, ...]:
    """The files that hold positions, those known only by the user's column names included. Raises UnknownFormat for none.

    Of files that nobody knows a damaged gzip is told first: it may be why.
    """
    from overflight.case.intake import check_gzip, head_of
    from overflight.errors import UnknownFormat
    from overflight.records.source import SourceKind
    from overflight.tracks.read import is_table

    taken = tuple(f for f in files if f.source.kind is SourceKind.POSITIONS or (settings.column_map and is_table(f)))
    if not taken:
        for file in files:
            check_gzip(file.path, head_of(file.path))
        raise UnknownFormat(
            "no position data there" if files else "no files there",
            where=", ".join(sorted(f.source.name for f in files)[:3]) or None,
            now="Known are readsb traces, OpenSky, Flightradar24, SBS, KML, and tables with columns for time, latitude and "
            "longitude; name yours with --map old=new.",
        )
    return taken


def detect(files: Sequence[SourceFile], settings: TracksSettings, each: Pool | None, tell: Telling) -> Detected:
    """The flights in the files: at once where they are few, else on all cores, in buckets that memory can hold."""
    import tempfile

    from overflight.cli.workers import pool
    from overflight.tracks.buckets import Detected, detect_in_buckets, is_small
    from overflight.tracks.flights import detect_flights
    from overflight.tracks.read import read_positions

    if is_small(files):
        positions = read_positions(files, settings)
        return Detected(detect_flights(positions.table, settings), positions.rejections, positions.warnings)
    if each is None:
        with pool(modules=WORK) as own:
            return detect(files, settings, own, tell)
    each.tell = tell
    with tempfile.TemporaryDirectory(prefix="overflight-") as scratch:
        return detect_in_buckets(files, settings, Path(scratch), each=each)


def gathered(warnings: Sequence[str]) -> list[str]:
    """The warnings, those that say the same of several files as one line."""
    files: dict[str, list[str]] = {}
    for warning in warnings:
        name, _, words = warning.partition(": ")
        files.setdefault(words, []).append(name)
    return [
        f"{names[0]}{f' and {len(names) - 1:,} more' if len(names) > 1 else ''}: {words}"
        for words, names in files.items()
    ]


def left_aside(given: Sequence[SourceFile], taken: Sequence[SourceFile]) -> list[str]:
    """A line on the files that hold no positions; none if all do."""
    from overflight.cli.terminal import plural

    names = sorted({f.source.name for f in given} - {f.source.name for f in taken})
    if not names:
        return []
    shown = ", ".join(names[:FILES_NAMED]) + (", …" if len(names) > FILES_NAMED else "")
    return [f"Left aside, without positions: {plural(len(names), 'file')} ({shown})"]


def summary(rejections: Sequence[Rejection]) -> list[str]:
    """One line on what was not taken and why; none if all was taken."""
    from overflight.cli.terminal import plural

    if not rejections:
        return []
    counts = Counter[str]()
    for rejection in rejections:
        counts[rejection.reason] += rejection.count
    named = [f"{count:,} {reason}" for reason, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    rest = len(named) - REASONS_NAMED
    files = plural(len({r.source for r in rejections}), "file")
    tail = f"; and {plural(rest, 'more reason')}" if rest > 0 else ""
    return [f"Not taken, in {files}: {'; '.join(named[:REASONS_NAMED])}{tail}"]
