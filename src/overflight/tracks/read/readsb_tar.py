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
from overflight.tracks.read.files import PieceReader, plain_head, stream_plain
from overflight.tracks.settings import TracksSettings

FORMAT = "readsb_tar"
PART = re.compile(r"^(?P<stem>.+\.tar(?:\.gz)?)\.(?P<letters>[a-z]{2})$")
TRACE = re.compile(r"(?:^|/)trace_full_~?[0-9a-f]{6}\.json$")
TELLING = re.compile(rb"(?:^|/)(?:traces/|trace_full_|heatmap/|acas/)")
BLOCK = 512
MAX_MEMBER_BYTES = 256 << 20
"""A day of one aircraft stays below 10 MB; anything far beyond is no trace."""

ENDS_EARLY = "the tar ends early: its later parts are missing or it was cut; the traces before that were read"


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


def tars(files: Sequence[SourceFile]) -> Iterator[tuple[SourceFile, ...]]:
    """The parts of each tar, in the order of their letters."""
    for _, group in groupby(sorted(files, key=lambda f: (stem(f), f.source.name)), key=stem):
        yield tuple(group)


def has_first(parts: Sequence[SourceFile]) -> bool:
    """Whether these parts of a tar begin where it begins; without that nothing of them can be read."""
    found = PART.match(parts[0].source.name)
    return found is None or found["letters"] == "aa"


def read(files: Sequence[SourceFile], settings: TracksSettings) -> Iterator[Raw]:
    """The rows of tars, batch by batch. Raises BadPositions for one whose first part is missing."""
    cut: list[Rejection] = []
    for parts in tars(files):
        if not has_first(parts):
            raise BadPositions(
                "the first part of this tar, .aa, is missing", where=parts[0].source.name, now="Get it too."
            )
        for raw, _ in readsb.read_in_batches(traces(parts, cut)):
            yield raw
    yield Raw(empty_raw(), tuple(cut))


def stem(file: SourceFile) -> str:
    """The name of the tar that a file is or is a part of."""
    part = PART.match(file.source.name)
    return part["stem"] if part else file.source.name


def traces(parts: Sequence[SourceFile], cut: list[Rejection]) -> Iterator[readsb.Trace]:
    """Every trace as it lies in the tar, with the part in which it begins; a tar that ends early is put into `cut`."""
    starts = list(accumulate((p.source.size_bytes for p in parts[:-1]), initial=0))
    try:
        for offset, name, content in members(parts):
            part = parts[bisect_right(starts, offset) - 1]
            yield readsb.Trace(part, content, name)
    except (tarfile.TarError, EOFError, UnreadableFile):
        last = parts[-1].source
        cut.append(Rejection(source=last.sha256, name=last.name, reason=ENDS_EARLY, count=1))


def members(parts: Sequence[SourceFile]) -> Iterator[tuple[int, str, bytes]]:
    """Place, name and content of every trace in a tar. Raises TarError or UnreadableFile where it ends early."""
    stream = io.BufferedReader(PieceReader(stream_plain([p.path for p in parts], parts[0].source.name)), 1 << 20)
    with tarfile.open(fileobj=stream, mode="r|") as tar:
        for member in tar:
            content = tar.extractfile(member) if is_trace(member) else None
            if content is None:
                continue
            packed = content.read()
            if len(packed) < member.size:
                raise tarfile.ReadError(ENDS_EARLY)
            yield member.offset, member.name, packed


def is_trace(member: tarfile.TarInfo) -> bool:
    """Whether a member is a regular file called as a trace is, and of a size that a trace can have."""
    return member.isreg() and bool(TRACE.search(member.name)) and member.size <= MAX_MEMBER_BYTES
