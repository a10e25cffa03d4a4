"""Tiny lists for tests: OFAC snapshots in folders, git bundles of them, and ledgers made from files."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from overflight.parties import Ledger, PartiesSettings, build_ledger, designated
from overflight.records.party import DesignationAnswer
from overflight.records.source import Sha256, Source, SourceFile, SourceKind

NULL = "-0- "


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def quoted(text: str | None) -> str:
    return NULL if text is None else '"' + text.replace('"', '""') + '"'


def sdn(
    number: int, name: str, programmes: str = "SDGT", *, kind: str | None = None, remarks: str | None = None
) -> str:
    cells = [quoted(name), quoted(kind), quoted(programmes), *[NULL] * 7, quoted(remarks)]
    return f"{number},{','.join(cells)}"


def aircraft(number: int, mark: str, *, msn: str, model: str = "Boeing B747", more: str = "") -> str:
    remarks = f"Aircraft Model {model}; Aircraft Manufacturer's Serial Number (MSN) {msn}"
    return sdn(number, mark, kind="aircraft", remarks=f"{remarks}; {more}." if more else f"{remarks}.")


def list_text(rows: Sequence[str]) -> str:
    return "\r\n".join(rows) + "\r\n\x1a"


def encoded(text: str) -> bytes:
    """Text as OFAC's files are encoded, or in UTF-8 where it holds other scripts, as all other lists are."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode()


def file_at(path: Path, content: str | bytes, *, name: str | None = None, as_of: dt.date | None = None) -> SourceFile:
    """A file written and taken in, named after its folder and itself."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = encoded(content) if isinstance(content, str) else content
    path.write_bytes(data)
    return source_file(path, name or f"{path.parent.name}/{path.name}", as_of=as_of)


def source_file(path: Path, name: str, *, as_of: dt.date | None = None) -> SourceFile:
    data = path.read_bytes()
    source = Source(
        sha256=Sha256(hashlib.sha256(data).hexdigest()),
        name=name,
        kind=SourceKind.LIST,
        format=None,
        size_bytes=len(data),
        as_of=as_of,
    )
    return SourceFile(source=source, path=path)


def snapshot(folder: Path, on: str, rows: Sequence[str], **companions: Sequence[str]) -> list[SourceFile]:
    """An OFAC snapshot of one day: `sdn.csv` and, by name, alt, add or sdn_comments."""
    here = folder / f"ofac_{on}"
    files = [file_at(here / "sdn.csv", list_text(rows))]
    return files + [file_at(here / f"{name}.csv", list_text(lines)) for name, lines in companions.items()]


def ledger(*files: SourceFile | Sequence[SourceFile], pack: bool = False) -> Ledger:
    flat = [f for given in files for f in ([given] if isinstance(given, SourceFile) else given)]
    return build_ledger(flat, PartiesSettings(use_starter_pack=pack))


def ask(given: Ledger, subject: str, on: str, list_name: str | None = None) -> DesignationAnswer:
    return designated(given, subject, day(on), list_name=list_name)


def bundle(path: Path, versions: Mapping[str, bytes]) -> SourceFile:
    """A git bundle with one commit of `sdn.csv` for each instant (ISO, UTC)."""
    from dulwich.bundle import create_bundle_from_repo, write_bundle
    from dulwich.objects import Blob, Commit, Tree
    from dulwich.repo import MemoryRepo

    repo = MemoryRepo()
    parent: list[bytes] = []
    for instant, content in versions.items():
        blob = Blob.from_string(content)
        tree = Tree()
        tree.add(b"sdn.csv", 0o100644, blob.id)
        commit = Commit()
        commit.tree = tree.id
        commit.parents = list(parent)
        commit.author = commit.committer = b"snapshots <snapshots@example.org>"
        at = int(dt.datetime.fromisoformat(instant).timestamp())
        commit.author_time = commit.commit_time = at
        commit.author_timezone = commit.commit_timezone = 0
        commit.message = b"Latest list"
        for thing in (blob, tree, commit):
            repo.object_store.add_object(thing)
        parent = [commit.id]
    repo.refs[b"refs/heads/main"] = parent[0]
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as out, contextlib.closing(create_bundle_from_repo(repo)) as made:
        write_bundle(out, made)
    return source_file(path, path.name)
