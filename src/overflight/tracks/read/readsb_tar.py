"""Days of readsb traces in a tar, as adsb.lol publishes them, also cut in parts `.tar.aa`, `.tar.ab`: streamed, never unpacked.

A row is cited by the tar it stands in (the part in which its trace begins) and its number among all rows of that tar.
Only members called `trace_full_*.json` are read; links and devices are no members.
"""

from __future__ import annotations

import io
import re
import tarfile
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from overflight.errors import BadPositions, UnreadableFile
from overflight.records.source import Rejection, SourceFile
from overflight.tracks.read import readsb
from overflight.tracks.read.accept import Raw, empty_raw
from overflight.tracks.read.files import GZIP, PieceReader, gunzip, plain_head, stream_plain
from overflight.tracks.settings import TracksSettings

FORMAT = "readsb_tar"
PART = re.compile(r"^(?P<stem>.+\.tar(?:\.gz)?)\.(?P<letters>[a-z]{2})$")
TRACE = re.compile(r"(?:^|/)trace_full_~?[0-9a-f]{6}\.json$")
TELLING = re.compile(rb"(?:^|/)(?:traces/|trace_full_|heatmap/|acas/)")
BLOCK = 512
MAX_MEMBER_BYTES = 256 << 20
"""A day of one aircraft stays below 10 MB; anything far beyond is no trace."""

ENDS_EARLY = "the tar ends early: its later parts are missing or it was cut; the traces before that were read"
TOO_LARGE = f"a member is larger than {MAX_MEMBER_BYTES >> 20} MiB and was not read"


def sniff(head: bytes, name: str) -> str | None:
    """The format's name for a tar whose first members are those of a day; a later part of one is told by its name alone."""
    text = plain_head(head)
    if text[257:262] == b"ustar":
        return FORMAT if any(TELLING.search(member) for member in member_names(text)) else None
    part = PART.match(name)
    return FORMAT if part and part["letters"] != "aa" and b"\0" in text else None


def member_names(head: bytes) -> Iterator[bytes]:
    """The names of the members whose headers stand in the head."""
    place = 0
    while head[place + 257 : place + 262] == b"ustar":
        yield head[place : place + 100].rstrip(b"\0")
        size = head[place + 124 : place + 135].strip(b"\0 ")
        place += BLOCK + (
            -(-int(size, 8) // BLOCK) * BLOCK if size.isdigit() and not set(size) - set(b"01234567") else 0
        )


def read(files: Sequence[SourceFile], settings: TracksSettings) -> Iterator[Raw]:
    """The rows of tars; parts of one tar are taken as one, in the order of their letters."""
    for _, parts in groupby(sorted(files, key=lambda f: (stem(f), f.source.name)), key=stem):
        yield from read_one(tuple(parts))


def stem(file: SourceFile) -> str:
    """The name of the tar that a file is or is a part of."""
    part = PART.match(file.source.name)
    return part["stem"] if part else file.source.name


def read_one(parts: Sequence[SourceFile]) -> Iterator[Raw]:
    """The rows of one tar, batch by batch."""
    first = parts[0]
    if (found := PART.match(first.source.name)) and found["letters"] != "aa":
        raise BadPositions("the first part of this tar, .aa, is missing", where=first.source.name, now="Get it too.")
    rows: dict[str, int] = {}
    cut: list[Rejection] = []
    for batch in readsb.in_batches(until_the_end(parts, cut)):
        raw, rows = readsb.read_traces(batch, rows)
        yield raw
    yield Raw(empty_raw(), tuple(cut))


def until_the_end(parts: Sequence[SourceFile], cut: list[Rejection]) -> Iterator[readsb.Trace]:
    """The traces as far as the tar goes; a tar that ends early is put into `cut`."""
    try:
        yield from traces(parts)
    except (tarfile.TarError, EOFError, UnreadableFile):
        last = parts[-1].source
        cut.append(Rejection(source=last.sha256, name=last.name, reason=ENDS_EARLY, count=1))


def traces(parts: Sequence[SourceFile]) -> Iterator[readsb.Trace]:
    """Every trace, with the part in which it begins."""
    starts = list(accumulate((p.source.size_bytes for p in parts[:-1]), initial=0))
    stream = io.BufferedReader(PieceReader(stream_plain([p.path for p in parts], parts[0].source.name)), 1 << 20)
    with tarfile.open(fileobj=stream, mode="r|") as tar:
        for member in tar:
            if not member.isreg() or not TRACE.search(member.name):
                continue
            part = parts[bisect_right(starts, member.offset) - 1]
            content = tar.extractfile(member) if member.size <= MAX_MEMBER_BYTES else None
            if content is None:
                continue
            raw = content.read()
            if len(raw) < member.size:
                raise tarfile.ReadError(ENDS_EARLY)
            body = gunzip(raw, f"{part.source.name}/{member.name}") if raw.startswith(GZIP) else raw
            yield readsb.Trace(part, body)
