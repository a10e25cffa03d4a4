"""A git bundle of one list's history: every commit that holds the file is a snapshot, dated by the commit in UTC.

Bundles are read with dulwich; no git program is started and nothing is written.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import stat
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from overflight.errors import BadList
from overflight.parties.read.entry import Snapshot
from overflight.parties.read.ofac_csv import KnownLines, snapshot_of_bytes
from overflight.records.source import Rejection, SourceFile

if TYPE_CHECKING:
    from dulwich.objects import Commit, ObjectID
    from dulwich.pack import Pack

LIST_FILES = (b"sdn.csv", b"cons_prim.csv")
"""Names under which a repository keeps a list that is read here."""

MAX_DEPTH = 3
"""Folders below the top in which the list is looked for; the repositories that keep such histories have one or none."""


def is_bundle(head: bytes) -> bool:
    """Whether these are the first bytes of a git bundle."""
    return head.startswith((b"# v2 git bundle\n", b"# v3 git bundle\n"))


def read_git_history(file: SourceFile, *, refused: list[Rejection]) -> Iterator[Snapshot]:
    """The snapshots of a bundle, oldest first, one a version of the file; versions that cannot stand go to `refused`.

    Of several versions on one day the last that can be read stands for that day. Raises BadList for a damaged bundle.
    """
    previous: Snapshot | None = None
    known: KnownLines = {}
    for on, path, content in _versions(file):
        name = f"{file.source.name}/{path}"
        try:
            snapshot = snapshot_of_bytes(
                content, source=file.source, name=name, on=on, on_basis="day of the commit", known=known
            )
        except BadList as bad:
            refused.append(
                Rejection(
                    source=file.source.sha256,
                    name=name,
                    reason=f"snapshot of {on.isoformat()} refused: {bad.what}",
                    count=1,
                )
            )
            continue
        if previous is not None and previous.on != on:
            yield previous
        previous = snapshot
    if previous is None:
        raise BadList(
            "no commit holds a list that can be read", where=file.source.name, now="Bundle a history of sdn.csv."
        )
    yield previous


def _versions(file: SourceFile) -> Iterator[tuple[dt.date, str, bytes]]:
    """Day, path and content of each version of the list along the first parents, oldest first. Raises BadList."""
    from dulwich.errors import ApplyDeltaError, ChecksumMismatch, FileFormatException, ObjectFormatException

    broken = (ApplyDeltaError, ChecksumMismatch, FileFormatException, ObjectFormatException, zlib.error, *_BROKEN)
    try:
        with _opened(file) as (pack, tip):
            yield from _versions_in(pack, tip)
    except broken as error:
        raise BadList(
            f"a git bundle that cannot be read ({type(error).__name__})",
            where=file.source.name,
            now="Make it again with `git bundle create`, with its whole history.",
        ) from error


def _versions_in(pack: Pack, tip: ObjectID) -> Iterator[tuple[dt.date, str, bytes]]:
    from dulwich.objects import Blob

    seen: bytes | None = None
    for commit in reversed(list(_first_parents(pack, tip))):
        found = _list_in(pack, commit.tree, "")
        if found is not None and found[1] != seen:
            seen = found[1]
            blob = pack[found[1]]
            if isinstance(blob, Blob):
                day = dt.datetime.fromtimestamp(commit.commit_time, dt.UTC).date()
                yield day, found[0], blob.as_raw_string()


_BROKEN = (AssertionError, KeyError, ValueError, IndexError, EOFError, OSError, OverflowError)
"""What dulwich lets through for bytes that are no bundle, or for objects that are not in it."""


@contextlib.contextmanager
def _opened(file: SourceFile) -> Iterator[tuple[Pack, ObjectID]]:
    """The bundle's objects, indexed by the hash of their content, and the commit at its head."""
    from dulwich.bundle import read_bundle
    from dulwich.pack import MemoryPackIndex, Pack, PackData

    with contextlib.closing(read_bundle(io.BytesIO(file.path.read_bytes()))) as bundle:
        if not isinstance(bundle.pack_data, PackData) or not bundle.references:
            raise ValueError("no objects")
        with contextlib.closing(
            Pack.from_objects(bundle.pack_data, MemoryPackIndex.for_pack(bundle.pack_data))
        ) as pack:
            tips = sorted(bundle.references.items(), key=lambda ref: (ref[0] != b"HEAD", ref[0]))
            yield pack, tips[0][1]


def _first_parents(pack: Pack, tip: ObjectID) -> Iterator[Commit]:
    from dulwich.objects import Commit

    sha: ObjectID | None = tip
    while sha is not None:
        commit = pack[sha]
        if not isinstance(commit, Commit):
            return
        yield commit
        sha = commit.parents[0] if commit.parents else None


def _list_in(pack: Pack, tree: ObjectID, folder: str) -> tuple[str, ObjectID] | None:
    """Path and hash of the list in a tree, the shallowest first; folders are entered MAX_DEPTH deep."""
    from dulwich.objects import Tree

    held = pack[tree]
    if not isinstance(held, Tree):
        return None
    folders = []
    for item in held.items():
        if item.path in LIST_FILES:
            return f"{folder}{item.path.decode()}", item.sha
        if stat.S_ISDIR(item.mode):
            folders.append(item)
    if folder.count("/") < MAX_DEPTH:
        for item in folders:
            found = _list_in(pack, item.sha, f"{folder}{item.path.decode(errors='replace')}/")
            if found is not None:
                return found
    return None
