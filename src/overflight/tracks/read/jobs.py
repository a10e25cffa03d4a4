"""Reading cut into jobs that do not need each other, so that they can run anywhere and at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

import polars as pl

from overflight.errors import UnreadableFile
from overflight.records.source import Rejection, SourceFile
from overflight.tracks.read import opensky, readsb, readsb_tar
from overflight.tracks.read.accept import accept
from overflight.tracks.read.registry import READERS, format_of
from overflight.tracks.read.tables import BLOCK_ROWS, PARQUET, parquet_columns, parquet_height, read_parquet_range
from overflight.tracks.schema import Positions, empty_positions
from overflight.tracks.settings import TracksSettings

BATCH_BYTES = 4 << 20
"""Bytes of trace files, as they lie on disk, that make one job: some 200,000 positions."""


@dataclass(frozen=True, slots=True)
class Job:
    """Some files of one format, a range of one table's rows (first, how many), some traces of a tar, or how a tar ended."""

    format: str
    files: tuple[SourceFile, ...]
    rows: tuple[int, int] | None = None
    traces: tuple[readsb.Trace, ...] = ()
    rejections: tuple[Rejection, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Positions that a job gives. rows: where a source takes several jobs, how many of its rows this one read by now."""

    positions: Positions
    rows: Mapping[str, int] = field(default_factory=dict)


def jobs_of(files: Sequence[SourceFile]) -> Iterator[Job]:
    """The jobs of some files, in the order of the files."""
    for format_name, group in groupby(files, key=format_of):
        batch = tuple(group)
        if format_name == readsb.FORMAT:
            yield from (Job(format_name, some) for some in by_size(batch))
        elif format_name == readsb_tar.FORMAT:
            yield from (job for parts in readsb_tar.tars(batch) for job in tar_jobs(parts))
        elif format_name == PARQUET:
            yield from (job for file in batch for job in parquet_jobs(file))
        else:
            yield from (Job(format_name, (file,)) for file in batch)


def by_size(files: Sequence[SourceFile]) -> Iterator[tuple[SourceFile, ...]]:
    """The files in lists of about BATCH_BYTES."""
    some: list[SourceFile] = []
    size = 0
    for file in files:
        some.append(file)
        size += file.source.size_bytes
        if size >= BATCH_BYTES:
            yield tuple(some)
            some, size = [], 0
    if some:
        yield tuple(some)


def parquet_jobs(file: SourceFile) -> Iterator[Job]:
    """A table in ranges of rows; one that says no more about itself, and state vectors, whose repeats may be anywhere, as one."""
    try:
        is_whole = opensky.is_state_vectors(parquet_columns(file))
        height = 0 if is_whole else parquet_height(file)
    except UnreadableFile:
        height = 0
    if not height:
        yield Job(PARQUET, (file,))
    for start in range(0, height, BLOCK_ROWS):
        yield Job(PARQUET, (file,), rows=(start, BLOCK_ROWS))


def tar_jobs(parts: tuple[SourceFile, ...]) -> Iterator[Job]:
    """The traces of one tar, as they lie in it, some at a time; last, how it ended if it ended early.

    One without its first part is a job that fails, so that it stops no other.
    """
    if not readsb_tar.has_first(parts):
        yield Job(readsb_tar.FORMAT, parts)
        return
    cut: list[Rejection] = []
    for some in readsb.in_batches(readsb_tar.traces(parts, cut), BATCH_BYTES):
        yield Job(readsb_tar.FORMAT, parts, traces=tuple(some))
    if cut:
        yield Job(readsb_tar.FORMAT, parts, rejections=tuple(cut))


def read_job(job: Job, settings: TracksSettings) -> Iterator[Part]:
    """The positions of a job, part by part. Raises UnreadableFile and BadPositions."""
    names: dict[str, str] = {file.source.sha256: file.source.name for file in job.files}
    if job.traces:
        for raw, rows in readsb.read_in_batches(iter(job.traces)):
            yield Part(accept(raw, names), rows)
    elif job.rejections:
        yield Part(Positions(table=empty_positions(), rejections=job.rejections))
    elif job.rows is not None:
        yield Part(accept(read_parquet_range(job.files[0], *job.rows, settings), names))
    else:
        for raw in READERS[job.format](job.files, settings):
            yield Part(accept(raw, names))


def moved(part: Positions, by: Mapping[str, int]) -> Positions:
    """The positions with rows counted on from what earlier jobs read of the same sources."""
    if not any(by.values()):
        return part
    more = pl.col("source").cast(pl.String).replace_strict(dict(by), default=0, return_dtype=pl.Int64)
    table = part.table.with_columns(pl.col("row") + more)
    return Positions(table=table, rejections=moved_rejections(part.rejections, by), warnings=part.warnings)


def moved_rejections(rejections: Sequence[Rejection], by: Mapping[str, int]) -> tuple[Rejection, ...]:
    """The same for rejections."""
    return tuple(
        r if r.first_row is None else replace(r, first_row=r.first_row + by.get(r.source, 0)) for r in rejections
    )
