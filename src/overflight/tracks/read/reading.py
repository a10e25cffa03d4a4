"""Files of position data into one table, whatever their formats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from overflight.errors import BadInput
from overflight.records.source import Rejection, SourceFile
from overflight.tracks.read.jobs import jobs_of, moved, read_job
from overflight.tracks.schema import Positions, empty_positions
from overflight.tracks.settings import TracksSettings


def read_positions(files: Sequence[SourceFile], settings: TracksSettings, *, may_be_none: bool = False) -> Positions:
    """The positions of all files in one table, files by name and rows as they stand, and all that was not taken.

    A file that cannot be read is a warning. Where that leaves nothing, its error is raised (UnreadableFile, BadPositions),
    unless there may be none: a case has other evidence too.
    """
    ordered, repeated = once_each(files)
    tables, rejections, warnings, errors = [], list(repeated), list[str](), list[BadInput]()
    rows_before: dict[str, int] = {}
    for job in jobs_of(ordered):
        rows: Mapping[str, int] = {}
        told = 0
        try:
            for part in read_job(job, settings):
                positions, rows = moved(part.positions, rows_before), part.rows
                tables.append(positions.table)
                rejections.extend(positions.rejections)
                warnings.extend(positions.warnings)
                told += positions.table.height + len(positions.rejections) + len(positions.warnings)
            if not told and job.files[0].source.format is None:
                warnings.append(f"{job.files[0].source.name}: no row of position data could be read in it")
        except BadInput as error:
            errors.append(error)
        rows_before.update({source: rows_before.get(source, 0) + count for source, count in rows.items()})
    tables = [table for table in tables if not table.is_empty()]
    if errors and not tables and not may_be_none:
        raise errors[0]
    return Positions(
        table=pl.concat(tables, rechunk=False) if tables else empty_positions(),
        rejections=merged(rejections),
        warnings=tuple(dict.fromkeys((*map(str, errors), *warnings))),
    )


def once_each(files: Sequence[SourceFile]) -> tuple[tuple[SourceFile, ...], tuple[Rejection, ...]]:
    """The files by name, the same bytes only once; the others as rejections."""
    first: dict[str, SourceFile] = {}
    repeated = []
    for file in sorted(files, key=lambda f: (f.source.name, f.source.sha256)):
        if file.source.sha256 in first:
            words = f"the same bytes as {first[file.source.sha256].source.name}, read once"
            repeated.append(Rejection(source=file.source.sha256, name=file.source.name, reason=words, count=1))
        else:
            first[file.source.sha256] = file
    return tuple(first.values()), tuple(repeated)


def merged(rejections: Iterable[Rejection]) -> tuple[Rejection, ...]:
    """Rejections of the same source and reason as one, ordered by file name."""
    found: dict[tuple[str, str, str], Rejection] = {}
    for r in rejections:
        key = (r.name, r.source, r.reason)
        old = found.get(key)
        rows = [n for n in (r.first_row, old.first_row if old else None) if n is not None]
        found[key] = Rejection(
            source=r.source,
            name=r.name,
            reason=r.reason,
            count=r.count + (old.count if old else 0),
            first_row=min(rows, default=None),
        )
    return tuple(found[key] for key in sorted(found))
