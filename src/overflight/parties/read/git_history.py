"""A git bundle of one list's history: every commit that holds the file is a snapshot, dated by the commit in UTC.

Bundles are read with dulwich; no git program is started and nothing is written.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator

from dulwich.bundle import read_bundle
from dulwich.objects import Blob, Commit, Tree
from dulwich.pack import MemoryPackIndex, Pack

from overflight.errors import BadList
from overflight.parties.read.entry import Snapshot
from overflight.parties.read.ofac_csv import snapshot_of_bytes
from overflight.records.source import Rejection, SourceFile

LIST_FILES = (b"sdn.csv", b"cons_prim.csv")
"""Names under which a repository keeps a list that is read here."""


def is_bundle(head: bytes) -> bool:
    """Whether these are the first bytes of a git bundle."""
    return head.startswith((b"# v2 git bundle\n", b"# v3 git bundle\n"))


def read_git_history(file: SourceFile, *, refused: list[Rejection]) -> Iterator[Snapshot]:
    """The snapshots of a bundle, oldest first, one a version of the file; versions that cannot stand go to `refused`.

    Of several versions on one day the last that can be read stands for that day. Raises BadList for a damaged bundle.
    """
    previous: Snapshot | None = None
    for on, path, blob in _versions(file):
        name = f"{file.source.name}/{path}"
        try:
            snapshot = snapshot_of_bytes(
                blob.as_raw_string(), source=file.source, name=name, on=on, on_basis="day of the commit"
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


def _versions(file: SourceFile) -> Iterator[tuple[dt.date, str, Blob]]:
    """Day, path and content of each version of the list along the first parents, oldest first."""
    try:
        bundle = read_bundle(io.BytesIO(file.path.read_bytes()))
        pack = Pack.from_objects(bundle.pack_data, MemoryPackIndex.for_pack(bundle.pack_data))
        tips = sorted(bundle.references.items(), key=lambda ref: (ref[0] != b"HEAD", ref[0]))
        chain = list(_first_parents(pack, tips[0][1]))
    except (AssertionError, KeyError, ValueError, IndexError, EOFError, OSError) as error:
        raise BadList(
            f"a git bundle that cannot be read ({type(error).__name__})",
            where=file.source.name,
            now="Make it again with `git bundle create`, without prerequisites.",
        ) from error
    seen: bytes | None = None
    for commit in reversed(chain):
        found = _list_in(pack, commit)
        if found is not None and found[1] != seen:
            seen = found[1]
            blob = pack[found[1]]
            if isinstance(blob, Blob):
                yield dt.datetime.fromtimestamp(commit.commit_time, dt.UTC).date(), found[0].decode(), blob


def _first_parents(pack: Pack, tip: bytes) -> Iterator[Commit]:
    sha: bytes | None = tip
    while sha is not None:
        commit = pack[sha]
        if not isinstance(commit, Commit):
            return
        yield commit
        sha = commit.parents[0] if commit.parents else None


def _list_in(pack: Pack, commit: Commit) -> tuple[bytes, bytes] | None:
    tree = pack[commit.tree]
    if isinstance(tree, Tree):
        for item in tree.items():
            if item.path in LIST_FILES:
                return item.path, item.sha
    return None
