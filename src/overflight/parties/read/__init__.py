"""Readers of lists and registries, one file a format; `sniff_list` tells the format from the content."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from overflight.errors import BadList
from overflight.parties.aircraft import Registry
from overflight.parties.read.entry import Snapshot, snapshot_day
from overflight.parties.read.git_history import is_bundle, read_git_history
from overflight.parties.read.ofac_csv import read_ofac_csv, sniff_ofac_csv
from overflight.records.source import Rejection, SourceFile

Chain = tuple[SourceFile, Iterator[Snapshot]]
"""A source and its snapshots, oldest first."""


def sniff_list(head: bytes, name: str) -> str | None:
    """The format of a list or registry, told from its first 64 KiB, else None. Registries' formats begin with `registry`."""
    if head.startswith(b"\x1f\x8b"):
        head = _unpacked(head)
    if is_bundle(head):
        return "git-bundle"
    return sniff_ofac_csv(head, name)


def open_lists(files: Sequence[SourceFile], refused: list[Rejection]) -> list[Chain]:
    """The lists among the files, each with its snapshots; files of one folder and day that belong together are one."""
    chains: list[Chain] = []
    groups: dict[tuple[str, ...], dict[str, SourceFile]] = {}
    for file in sorted(files, key=lambda f: (f.source.name, f.source.sha256)):
        file_format = format_of(file)
        if file_format == "git-bundle":
            chains.append((file, read_git_history(file, refused=refused)))
        elif file_format.startswith("ofac-") and file_format.endswith("-csv"):
            groups.setdefault(("ofac", *_group(file)), {})[file_format] = file
    chains.extend((_first(group), read_ofac_csv(group)) for group in groups.values())
    return chains


def open_registries(files: Sequence[SourceFile], refused: list[Rejection], bad: list[BadList]) -> tuple[Registry, ...]:
    """The aircraft registries among the files."""
    return ()


def format_of(file: SourceFile) -> str:
    """The format that admission found, else what the content says, else ""."""
    if file.source.format:
        return file.source.format
    with file.path.open("rb") as opened:
        return sniff_list(opened.read(64 * 1024), file.source.name) or ""


def _group(file: SourceFile) -> tuple[str, str]:
    on, _ = snapshot_day(file)
    return (PurePosixPath(file.source.name).parent.as_posix(), on.isoformat() if on else "")


def _first(group: dict[str, SourceFile]) -> SourceFile:
    return next(iter(group.values()))


def _unpacked(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 64 * 1024)
    except (zlib.error, gzip.BadGzipFile):
        return b""
