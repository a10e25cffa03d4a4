"""Files of position data into one table, whatever their formats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import polars as pl

from overflight.errors import BadInput
from overflight.records.source import Rejection, SourceFile
from overflight.tracks.read.accept import accept
from overflight.tracks.read.files import HEAD_BYTES, cannot_open
from overflight.tracks.read.registry import READERS, sniff_positions
from overflight.tracks.schema import Positions, empty_positions
from overflight.tracks.settings import TracksSettings


def read_positions(files: Sequence[SourceFile], settings: TracksSettings) -> Positions:
    """The positions of all files in one table, files by name and rows as they stand, and all that was not taken.

    Raises UnreadableFile or BadPositions where a file gives no positions at all and is the only one; among others it is
    a rejection and a warning.
    """
    parts = list(read_in_parts(files, settings))
    tables = [part.table for part in parts if not part.table.is_empty()]
    return Positions(
        table=pl.concat(tables, rechunk=False) if tables else empty_positions(),
        rejections=merged(r for part in parts for r in part.rejections),
        warnings=tuple(dict.fromkeys(w for part in parts for w in part.warnings)),
    )


def read_in_parts(files: Sequence[SourceFile], settings: TracksSettings) -> Iterator[Positions]:
    """The same part by part, for input larger than memory."""
    ordered, repeated = once_each(files)
    names: dict[str, str] = {file.source.sha256: file.source.name for file in ordered}
    yield Positions(table=empty_positions(), rejections=repeated)
    for format_name, group in groupby(ordered, key=format_of):
        batch = tuple(group)
        try:
            for raw in READERS[format_name](batch, settings):
                yield accept(raw, names)
        except BadInput as error:
            if len(ordered) == 1:
                raise
            yield Positions(table=empty_positions(), warnings=(str(error),))


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


def format_of(file: SourceFile) -> str:
    """The format told at admission, else the one that its first bytes show; a table by column names where they show none."""
    if file.source.format in READERS:
        return str(file.source.format)
    try:
        with file.path.open("rb") as opened:
            head = opened.read(HEAD_BYTES)
    except OSError as error:
        raise cannot_open(file.source.name, error) from error
    return sniff_positions(head, file.source.name) or "positions_csv"


def merged(rejections: Iterator[Rejection]) -> tuple[Rejection, ...]:
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
