"""Bytes of a source, decompressed within limits; whatever is wrong with them is one clear UnreadableFile."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from overflight.errors import UnreadableFile

GZIP = b"\x1f\x8b"
HEAD_BYTES = 64 * 1024
PIECE_BYTES = 1 << 20
MAX_RATIO = 200
"""Most that gzip may grow, past its first 64 MiB: position data of one parked aircraft stay below 60."""
RATIO_FROM_BYTES = 64 << 20
AGAIN = "Get the file again."
LOOK = "Gunzip it yourself and look at it."


def read_plain(path: Path, name: str) -> bytes:
    """All bytes of a file, gunzipped where they are gzip whatever its name. Raises UnreadableFile."""
    raw = read_raw(path, name)
    return gunzip(raw, name) if raw.startswith(GZIP) else raw


def read_raw(path: Path, name: str) -> bytes:
    """All bytes of a file as they are. Raises UnreadableFile."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise cannot_open(name, error) from error


def gunzip(raw: bytes, name: str) -> bytes:
    """The content of gzip bytes, several members included. Raises UnreadableFile where they end early or grow beyond measure."""
    limit = max(RATIO_FROM_BYTES, MAX_RATIO * len(raw))
    parts: list[bytes] = []
    total, rest = 0, raw
    try:
        while rest.startswith(GZIP):
            inflater = zlib.decompressobj(31)
            parts.append(inflater.decompress(rest, limit - total + 1))
            total += len(parts[-1])
            if total > limit:
                raise UnreadableFile(
                    f"it grows more than {MAX_RATIO}-fold when gunzipped",
                    where=name,
                    now=LOOK,
                )
            if not inflater.eof:
                raise UnreadableFile("its gzip data end too early", where=name, now=AGAIN)
            rest = inflater.unused_data
    except zlib.error as error:
        raise UnreadableFile(f"its gzip data are damaged ({error})", where=name, now=AGAIN) from error
    return parts[0] if len(parts) == 1 else b"".join(parts)


def stream_plain(paths: list[Path], name: str) -> Iterator[bytes]:
    """Pieces of several files laid end to end, gunzipped where the first bytes are gzip. Raises UnreadableFile."""
    pieces = stream_raw(paths, name)
    first = next(pieces, b"")
    if first.startswith(GZIP):
        yield from inflate(chain((first,), pieces), name)
    else:
        yield first
        yield from pieces


def inflate(pieces: Iterator[bytes], name: str) -> Iterator[bytes]:
    """The content of a stream of gzip, never more than a piece of it at once. Raises UnreadableFile as `gunzip` does."""
    inflater, grown, packed = zlib.decompressobj(31), 0, 0
    for piece in pieces:
        packed += len(piece)
        rest = piece
        while rest:
            if inflater.eof:
                if not rest.startswith(GZIP):
                    return
                inflater = zlib.decompressobj(31)
            try:
                out = inflater.decompress(rest, PIECE_BYTES)
            except zlib.error as error:
                raise UnreadableFile(f"its gzip data are damaged ({error})", where=name, now=AGAIN) from error
            grown += len(out)
            if grown > max(RATIO_FROM_BYTES, MAX_RATIO * packed):
                raise UnreadableFile(f"it grows more than {MAX_RATIO}-fold when gunzipped", where=name, now=LOOK)
            if out:
                yield out
            rest = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
    if not inflater.eof:
        raise UnreadableFile("its gzip data end too early", where=name, now=AGAIN)


def stream_raw(paths: list[Path], name: str) -> Iterator[bytes]:
    """Pieces of several files laid end to end, as they are. Raises UnreadableFile."""
    for path in paths:
        try:
            with path.open("rb") as file:
                while piece := file.read(PIECE_BYTES):
                    yield piece
        except OSError as error:
            raise cannot_open(name, error) from error


def plain_head(head: bytes, size: int = HEAD_BYTES) -> bytes:
    """The first bytes of the content, gunzipped where they are gzip; empty where the gzip is damaged."""
    if not head.startswith(GZIP):
        return head[:size]
    try:
        return zlib.decompressobj(31).decompress(head, size)
    except zlib.error:
        return b""


class PieceReader(io.RawIOBase):
    """A readable stream over pieces of bytes, so that nothing is ever held whole."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self._pieces = pieces
        self._left = memoryview(b"")

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills what it can of the buffer; 0 at the end."""
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._left = memoryview(piece)
        size = min(len(buffer), len(self._left))
        buffer[:size] = self._left[:size]
        self._left = self._left[size:]
        return size


def cannot_open(name: str, error: OSError) -> UnreadableFile:
    """The error for a file that the system does not give."""
    return UnreadableFile(
        f"it cannot be read ({error.strerror or error})",
        where=name,
        now="Check that it is there and that you may read it.",
    )
