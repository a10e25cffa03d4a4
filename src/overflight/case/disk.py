"""Writing so that a power cut leaves the old file or the new one, never half of either."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from overflight.errors import CannotWrite

CAUSES = {
    errno.ENOSPC: ("the disk is full", "Free some space and run the command again; nothing was changed."),
    errno.EDQUOT: ("the disk quota is used up", "Free some space and run the command again; nothing was changed."),
    errno.EROFS: ("the medium is read-only", "Copy the case to a disk that can be written."),
    errno.EACCES: ("writing is not permitted", "Give yourself write permission on the folder, or choose another."),
    errno.EPERM: ("writing is not permitted", "Give yourself write permission on the folder, or choose another."),
}


@contextlib.contextmanager
def clear_write_errors(where: Path) -> Iterator[None]:
    """Turns what the system says of a failed write into one sentence: what, where, what now."""
    try:
        yield
    except OSError as error:
        what, now = CAUSES.get(
            error.errno or 0, (f"cannot be written ({error.strerror})", "Nothing was changed; try again.")
        )
        raise CannotWrite(what, where=str(where), now=now) from error


def write_atomically(path: Path, content: bytes, *, read_only: bool = False) -> None:
    """Writes a file whole: temporary file beside it, fsync, rename, fsync of the folder."""
    with replacing(path, read_only=read_only) as file:
        file.write(content)


@contextlib.contextmanager
def replacing(path: Path, *, read_only: bool = False) -> Iterator[BinaryIO]:
    """A file to write to that takes its name only when all of it is on the disk; removed if anything fails.

    Raises CannotWrite when the disk is full, read-only or not permitted.
    """
    with clear_write_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o444 if read_only else 0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes a rename survive a power cut; systems that cannot open folders (Windows) need no such thing."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
