"""Admitted files by their content: `blobs/ab/abcd…`, read-only, named by SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from overflight.case.disk import replacing
from overflight.errors import CaseDamaged, UnreadableFile
from overflight.records.source import Sha256

CHUNK_BYTES = 1 << 20


def blob_path(case: Path, sha256: Sha256) -> Path:
    """Where a blob lies."""
    return case / "blobs" / sha256[:2] / sha256


def file_hash(path: Path) -> Sha256:
    """SHA-256 of a file's bytes, read in pieces. Raises UnreadableFile."""
    digest = hashlib.sha256()
    for piece in pieces(path):
        digest.update(piece)
    return Sha256(digest.hexdigest())


def keep(case: Path, path: Path, sha256: Sha256) -> bool:
    """Copies a file among the blobs; False if it was there already. The copy is hashed on the way."""
    target = blob_path(case, sha256)
    if target.exists():
        return False
    digest = hashlib.sha256()
    with replacing(target, read_only=True) as file:
        for piece in pieces(path):
            digest.update(piece)
            file.write(piece)
        if digest.hexdigest() != sha256:
            raise CaseDamaged("the file changed while it was read", where=path.name, now="Add it again.")
    return True


def pieces(path: Path) -> Iterator[bytes]:
    """A file's bytes in pieces of 1 MiB. Raises UnreadableFile with what to do."""
    try:
        with path.open("rb") as file:
            while piece := file.read(CHUNK_BYTES):
                yield piece
    except FileNotFoundError:
        raise UnreadableFile("there is no such file", where=str(path), now="Check the path.") from None
    except OSError as error:
        raise UnreadableFile(
            f"cannot be read ({error.strerror})", where=str(path), now="Check its permissions and the disk."
        ) from error
