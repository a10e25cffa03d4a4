"""Flights of more positions than memory holds: spread over buckets by aircraft, then found bucket by bucket.

Each step is a function of values and files in one scratch folder, so that whoever calls can run the jobs one after the
other, on all cores, or elsewhere: `each` is `map`, or anything that maps in order. Whatever it is, the flights are the
same, since a bucket holds each of its aircraft wholly and reception is known of all of them before the first is judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np
import polars as pl

from overflight.errors import BadInput
from overflight.records.movement import Flight
from overflight.records.source import Rejection, SourceFile
from overflight.tracks.airframes import airframes_of
from overflight.tracks.flights import detect_flights, in_order
from overflight.tracks.read.jobs import Job, jobs_of, moved_rejections, read_job
from overflight.tracks.read.reading import merged, once_each
from overflight.tracks.reception import ReceptionIndex, merge_receptions, reception_of
from overflight.tracks.schema import empty_positions
from overflight.tracks.settings import TracksSettings
from overflight.tracks.spilling import by_bucket, read_bucket, write_piece

BYTES_A_POSITION = 25
"""Gzipped traces and Parquet take 20 to 30 bytes a position; plain CSV takes more, so that this errs towards buckets."""

BUCKET_POSITIONS = 1_000_000
"""Positions of a bucket: the engine needs some 300 bytes for each, so that two buckets at once stay below 1 GB."""

MOST_BUCKETS = 512
"""More would cut each piece so finely that opening it costs more than reading it; a bucket then grows instead."""

PIECE_POSITIONS = 1_000_000
"""Positions that a job holds before it writes them: one file may hold more than memory does."""

SMALL_POSITIONS = 1_500_000
"""Up to here one table in memory is quicker than buckets."""

RECEPTIONS_HELD = 64
"""Indexes of parts that are held before they are merged."""

T = TypeVar("T")
R = TypeVar("R")


class Each(Protocol):
    """Applies a function to items, here or on many cores, and gives the results in the order of the items."""

    def __call__(self, function: Callable[[T], R], items: Iterable[T], /) -> Iterator[R]:
        """The results, in order."""


@dataclass(frozen=True, slots=True)
class Detected:
    """What the files of a job hold: flights, what was not taken, and what must be said."""

    flights: tuple[Flight, ...]
    rejections: tuple[Rejection, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spilled:
    """What became of one job.

    rows: how many rows of each source it read, where a source takes several jobs; error: why it could not go on.
    """

    rows: Mapping[str, int]
    reception: ReceptionIndex
    rejections: tuple[Rejection, ...]
    warnings: tuple[str, ...]
    error: BadInput | None


def is_small(files: Sequence[SourceFile]) -> bool:
    """Whether the files' positions fit one table."""
    return positions_about(files) <= SMALL_POSITIONS


def positions_about(files: Sequence[SourceFile]) -> int:
    """About how many positions the files hold, by their size."""
    return sum(file.source.size_bytes for file in files) // BYTES_A_POSITION


def detect_in_buckets(
    files: Sequence[SourceFile], settings: TracksSettings, scratch: Path, *, each: Each = map
) -> Detected:
    """All flights in the files, as `detect_flights` would find them in one table.

    scratch: an empty folder with room for about 60 bytes a position; the caller removes it.
    """
    ordered, repeated = once_each(files)
    count = max(2, min(MOST_BUCKETS, -(-positions_about(ordered) // BUCKET_POSITIONS)))
    work = enumerate(jobs_of(ordered))
    spilled = list(each(partial(spill, settings=settings, scratch=scratch, buckets=count), work))
    errors = [part.error for part in spilled if part.error is not None]
    reception = merge_receptions([part.reception for part in spilled])
    if errors and not len(reception):
        raise errors[0]
    save_reception(reception, scratch)
    shifts = shifts_of(spilled)
    judge = partial(detect_bucket, settings=settings, scratch=scratch, shifts=shifts)
    rejections = [r for part, by in zip(spilled, shifts, strict=True) for r in moved_rejections(part.rejections, by)]
    return Detected(
        flights=in_order(flight for found in each(judge, range(count)) for flight in found),
        rejections=merged((*repeated, *rejections)),
        warnings=tuple(dict.fromkeys((*map(str, errors), *(words for part in spilled for words in part.warnings)))),
    )


def spill(item: tuple[int, Job], *, settings: TracksSettings, scratch: Path, buckets: int) -> Spilled:
    """Reads one job and writes its positions into the buckets, a file for each."""
    number, job = item
    held: list[pl.DataFrame] = []
    rows: Mapping[str, int] = {}
    receptions, rejections, warnings = [], list[Rejection](), list[str]()
    error, pieces = None, 0
    try:
        for part in read_job(job, settings):
            rows = part.rows
            rejections.extend(part.positions.rejections)
            warnings.extend(part.positions.warnings)
            held.append(part.positions.table)
            if sum(table.height for table in held) >= PIECE_POSITIONS:
                receptions.append(write_rows(held, buckets, scratch / f"{number:06d}-{pieces:06d}"))
                held, pieces = [], pieces + 1
            if len(receptions) >= RECEPTIONS_HELD:
                receptions = [merge_receptions(receptions)]
    except BadInput as why:
        error = why
    receptions.append(write_rows(held, buckets, scratch / f"{number:06d}-{pieces:06d}"))
    return Spilled(rows, merge_receptions(receptions), tuple(rejections), tuple(warnings), error)


def write_rows(tables: Sequence[pl.DataFrame], buckets: int, path: Path) -> ReceptionIndex:
    """Writes a piece of positions, if there are any, and says who was heard where."""
    table = pl.concat(tables) if tables else empty_positions()
    if table.is_empty():
        return merge_receptions(())
    airframes, bounds = by_bucket(airframes_of(table), buckets)
    order = airframes.order()
    write_piece(table, order, bounds, path)
    return reception_of(table, airframes, order)


def shifts_of(spilled: Sequence[Spilled]) -> list[dict[str, int]]:
    """What each job's row numbers lack: the rows of the same source that earlier jobs read."""
    before: dict[str, int] = {}
    shifts = []
    for part in spilled:
        shifts.append({source: before[source] for source in part.rows if source in before})
        for source, count in part.rows.items():
            before[source] = before.get(source, 0) + count
    return shifts


def detect_bucket(
    bucket: int, *, settings: TracksSettings, scratch: Path, shifts: Sequence[Mapping[str, int]]
) -> tuple[Flight, ...]:
    """The flights of the aircraft in one bucket."""
    table = read_bucket(scratch, bucket, lambda piece: shifts[int(piece.partition("-")[0])])
    return detect_flights(table, settings, reception=load_reception(scratch))


def save_reception(index: ReceptionIndex, scratch: Path) -> None:
    """Lays the index where every bucket finds it."""
    np.save(scratch / "reception-key.npy", index.key)
    np.save(scratch / "reception-airframe.npy", index.airframe)
    np.save(scratch / "reception-airframes.npy", index.airframes)


def load_reception(scratch: Path) -> ReceptionIndex:
    """The index, read from disk as it is needed."""
    key = np.load(scratch / "reception-key.npy", mmap_mode="r")
    airframe = np.load(scratch / "reception-airframe.npy", mmap_mode="r")
    return ReceptionIndex(key, airframe, int(np.load(scratch / "reception-airframes.npy")))
