"""Every format of position data: its name, how its first bytes look, and who reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from overflight.records.source import SourceFile
from overflight.tracks.read import flightradar24, kml, opensky, readsb, readsb_tar, records, sbs, tables
from overflight.tracks.read.accept import Raw
from overflight.tracks.read.files import HEAD_BYTES, cannot_open
from overflight.tracks.settings import TracksSettings

Sniffer = Callable[[bytes, str], str | None]
Reader = Callable[[Sequence[SourceFile], TracksSettings], Iterator[Raw]]


def read_parquet(files: Sequence[SourceFile], settings: TracksSettings) -> Iterator[Raw]:
    """Rows of Parquet tables: state vectors where their columns are those, else by column name."""
    for file in files:
        is_opensky = opensky.is_state_vectors(tables.parquet_columns(file))
        yield from (opensky.read if is_opensky else tables.read_parquet_files)((file,), settings)


@dataclass(frozen=True, slots=True)
class Format:
    """A way of writing positions. sniff: the name of the format if a file's head is of it, else None; read: its rows, loose."""

    names: tuple[str, ...]
    sniff: Sniffer
    read: Reader


FORMATS: tuple[Format, ...] = (
    Format((readsb.FORMAT,), readsb.sniff, readsb.read),
    Format((readsb_tar.FORMAT,), readsb_tar.sniff, readsb_tar.read),
    Format((tables.PARQUET,), tables.sniff_parquet, read_parquet),
    Format((kml.FORMAT,), kml.sniff, kml.read),
    Format((records.FORMAT,), records.sniff, records.read),
    Format((sbs.FORMAT,), sbs.sniff, sbs.read),
    Format((opensky.FORMAT,), opensky.sniff, opensky.read),
    Format(
        (flightradar24.PLAYBACK, flightradar24.GRANULAR, flightradar24.API), flightradar24.sniff, flightradar24.read
    ),
    Format((tables.CSV,), tables.sniff_csv, tables.read_csv_files),
)
"""In the order in which they are asked: the most telling first, tables by column name last."""

READERS = {name: known.read for known in FORMATS for name in known.names}


def sniff_positions(head: bytes, name: str) -> str | None:
    """The format of position data whose first bytes these are, by content (gzip is looked into), else None."""
    for known in FORMATS:
        found = known.sniff(head, name)
        if found is not None:
            return found
    return None


def format_of(file: SourceFile) -> str:
    """The format told at admission, else the one that its first bytes show; a table by column names where they show none."""
    if file.source.format in READERS:
        return str(file.source.format)
    try:
        with file.path.open("rb") as opened:
            head = opened.read(HEAD_BYTES)
    except OSError as error:
        raise cannot_open(file.source.name, error) from error
    return sniff_positions(head, file.source.name) or tables.CSV
