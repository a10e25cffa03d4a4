"""Every format of position data: its name, how its first bytes look, and who reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from overflight.records.source import SourceFile
from overflight.tracks.read import readsb, tables
from overflight.tracks.read.accept import Raw
from overflight.tracks.settings import TracksSettings

Sniffer = Callable[[bytes, str], str | None]
Reader = Callable[[Sequence[SourceFile], TracksSettings], Iterator[Raw]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format. sniff: its name if the head of a file is of it, else None; read: rows of files of it, loose, in file order."""

    name: str
    sniff: Sniffer
    read: Reader


FORMATS: tuple[Format, ...] = (
    Format(readsb.FORMAT, readsb.sniff, readsb.read),
    Format(tables.PARQUET, tables.sniff_parquet, tables.read_parquet_files),
    Format(tables.CSV, tables.sniff_csv, tables.read_csv_files),
)
"""In the order in which they are asked: the most telling first, tables by column name last."""

READERS = {known.name: known.read for known in FORMATS}


def sniff_positions(head: bytes, name: str) -> str | None:
    """The format of position data whose first bytes these are, by content (gzip is looked into), else None."""
    for known in FORMATS:
        found = known.sniff(head, name)
        if found is not None:
            return found
    return None
