"""Opens zip and tar archives without trusting them: names, sizes and kinds of members are checked before a byte is kept."""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from overflight.errors import UnreadableFile

MAX_MEMBERS = 100_000
MAX_TOTAL_BYTES = 16 << 30
MAX_RATIO = 200
"""Most that a member may grow on unpacking, past its first 16 MiB; text of any language stays below 100."""
RATIO_FROM_BYTES = 16 << 20
CHUNK_BYTES = 1 << 20
DAMAGE = (zipfile.BadZipFile, tarfile.TarError, EOFError, OSError, zlib.error, NotImplementedError, RuntimeError)

Member = tuple[str, int, int | None, IO[bytes]]
"""Name, declared size, packed size where known, and a stream."""


def is_archive(head: bytes) -> bool:
    """Whether the first bytes are those of a zip or a tar, compressed or not."""
    return head.startswith(b"PK\x03\x04") or looks_like_tar(head)


def looks_like_tar(head: bytes) -> bool:
    """Whether a tar header stands at the start, behind gzip too."""
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(head, 1024)
        except zlib.error:
            return False
    return head[257:262] == b"ustar"


def unpack(path: Path, folder: Path) -> Iterator[tuple[Path, str]]:
    """Members of an archive as files in the folder, with their names inside it, in name order.

    Raises UnreadableFile, with the reason, for names that leave the folder, links, devices, names that differ only in
    case, archives in archives, lying sizes and contents that grow beyond all measure; then nothing of it is taken.
    """
    try:
        taken = checked_members(path, folder)
    except DAMAGE as error:
        raise refused(path, f"it is damaged or protected ({error})") from error
    yield from sorted(taken.values(), key=lambda item: item[1])


def checked_members(path: Path, folder: Path) -> dict[str, tuple[Path, str]]:
    """All members, written under numbers of our own, by their names where case does not count."""
    taken: dict[str, tuple[Path, str]] = {}
    total = 0
    for number, (name, size, packed, stream) in enumerate(members(path)):
        check_name(name, path)
        if number >= MAX_MEMBERS:
            raise refused(path, f"more than {MAX_MEMBERS:,} members")
        if name.casefold() in taken:
            raise refused(path, f'two members are called "{name}" where case does not count')
        target = folder / f"{number:06d}"
        total += copy_checked(stream, target, size, packed, path, name)
        if total > MAX_TOTAL_BYTES:
            raise refused(path, f"more than {MAX_TOTAL_BYTES >> 30} GiB unpacked")
        with target.open("rb") as file:
            if is_archive(file.read(1024)):
                raise refused(path, f'"{name}" is an archive inside the archive')
        taken[name.casefold()] = (target, name)
    return taken


def members(path: Path) -> Iterator[Member]:
    """The regular members of a zip or a tar."""
    return zip_members(path) if zipfile.is_zipfile(path) else tar_members(path)


def zip_members(path: Path) -> Iterator[Member]:
    """Members of a zip."""
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            if (info.external_attr >> 16) & 0o170000 == 0o120000:
                raise refused(path, f'"{info.filename}" is a link')
            with archive.open(info) as stream:
                yield info.filename, info.file_size, info.compress_size, stream


def tar_members(path: Path) -> Iterator[Member]:
    """Members of a tar."""
    with tarfile.open(path, "r:*") as archive:
        for info in archive:
            if info.isdir():
                continue
            stream = archive.extractfile(info) if info.isreg() else None
            if stream is None:
                raise refused(path, f'"{info.name}" is a link or a device')
            yield info.name.removeprefix("./"), info.size, None, stream


def check_name(name: str, path: Path) -> None:
    """Refuses names that could be written anywhere but inside."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or parts[0] == "/" or ".." in parts or ":" in parts[0] or "\0" in name:
        raise refused(path, f'a member is called "{name}", which points outside the archive')


def copy_checked(stream: IO[bytes], target: Path, size: int, packed: int | None, path: Path, name: str) -> int:
    """Copies one member, stopping at more bytes than it declares or than its packed size can honestly hold."""
    written = 0
    with target.open("wb") as file:
        while piece := stream.read(CHUNK_BYTES):
            written += len(piece)
            if written > size:
                raise refused(path, f'"{name}" is larger than it says')
            if packed is not None and written > RATIO_FROM_BYTES and written > MAX_RATIO * max(packed, 1):
                raise refused(path, f'"{name}" grows more than {MAX_RATIO}-fold on unpacking')
            file.write(piece)
    return written


def refused(path: Path, why: str) -> UnreadableFile:
    """The error for an archive that is not opened."""
    return UnreadableFile(
        f"the archive was refused: {why}",
        where=path.name,
        now="Unpack it yourself, look at it, and add what you trust.",
    )
