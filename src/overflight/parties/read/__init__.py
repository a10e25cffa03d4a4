"""Readers of lists and registries, one file a format; `sniff_list` tells the format from the content."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from overflight.errors import BadList
from overflight.parties.aircraft import Registry
from overflight.parties.read.entry import Snapshot, snapshot_day
from overflight.parties.read.eu_fsf import read_eu_csv, read_eu_xml, sniff_eu_csv
from overflight.parties.read.eu_journal import is_amendment, read_eu_journal, sniff_eu_journal
from overflight.parties.read.ftm_json import read_ftm, sniff_ftm
from overflight.parties.read.git_history import is_bundle, read_git_history
from overflight.parties.read.ofac_csv import read_ofac_csv, sniff_ofac_csv
from overflight.parties.read.ofac_xml import read_ofac_xml
from overflight.parties.read.registries import read_registry, sniff_registry
from overflight.parties.read.uk_list import read_uk_list, sniff_uk_list
from overflight.parties.read.uk_tables import read_uk_tables, sniff_uk_tables
from overflight.parties.read.un_xml import read_un_xml
from overflight.parties.read.xml_stream import root_name
from overflight.records.source import Rejection, SourceFile

Chain = tuple[SourceFile, Iterator[Snapshot]]
"""A source and its snapshots, oldest first."""

XML_ROOTS = {"CONSOLIDATED_LIST": "un-xml", "export": "eu-fsf-xml", "Sanctions": "ofac-advanced-xml"}
"""First element of an XML list, and the format that it tells."""

ALONE: dict[str, Callable[[SourceFile], Iterator[Snapshot]]] = {
    "un-xml": read_un_xml,
    "eu-fsf-csv": read_eu_csv,
    "eu-fsf-xml": read_eu_xml,
    "ofac-advanced-xml": read_ofac_xml,
    "uk-list-csv": lambda file: read_uk_list(file, "uk-list-csv"),
    "uk-ofsi-csv": lambda file: read_uk_list(file, "uk-ofsi-csv"),
    "ftm-json": read_ftm,
}
"""Formats in which one file is one list."""

TOGETHER: dict[str, Callable[[Mapping[str, SourceFile]], Iterator[Snapshot]]] = {
    "ofac": read_ofac_csv,
    "uk": read_uk_tables,
}
"""Formats in which several files of one folder and day are one list, by the first part of the format's name."""


def sniff_list(head: bytes, name: str) -> str | None:
    """The format of a list or registry, told from its first 64 KiB, else None. Registries' formats begin with `registry`."""
    if head.startswith(b"\x1f\x8b"):
        head = _unpacked(head)
    if is_bundle(head):
        return "git-bundle"
    root = root_name(head)
    if root is not None:
        return XML_ROOTS.get(root)
    if sniff_ftm(head):
        return "ftm-json"
    if sniff_eu_csv(head):
        return "eu-fsf-csv"
    if sniff_eu_journal(head):
        return "eu-journal-csv"
    return sniff_uk_tables(head) or sniff_uk_list(head) or sniff_ofac_csv(head, name) or sniff_registry(head, name)


def open_lists(files: Sequence[SourceFile], refused: list[Rejection]) -> list[Chain]:
    """The lists among the files, each with its snapshots; files of one folder and day that belong together are one."""
    chains: list[Chain] = []
    groups: dict[tuple[str, str, str], dict[str, SourceFile]] = {}
    journals: dict[tuple[str, str, bool], list[SourceFile]] = {}
    for file in _sorted(files):
        kind = file.source.format or ""
        if kind == "git-bundle":
            chains.append((file, read_git_history(file, refused=refused)))
        elif kind in ALONE:
            chains.append((file, ALONE[kind](file)))
        elif kind == "eu-journal-csv":
            journals.setdefault((*_group(file), is_amendment(file)), []).append(file)
        elif kind.partition("-")[0] in TOGETHER:
            groups.setdefault((kind.partition("-")[0], *_group(file)), {})[kind] = file
    chains.extend((next(iter(group.values())), TOGETHER[key[0]](group)) for key, group in groups.items())
    chains.extend((group[0], read_eu_journal(group)) for group in journals.values())
    return chains


def open_registries(files: Sequence[SourceFile], refused: list[Rejection], bad: list[BadList]) -> tuple[Registry, ...]:
    """The aircraft registries among the files; a broken one is refused."""
    found = []
    for file in _sorted(files):
        if (file.source.format or "").startswith("registry"):
            try:
                found.append(read_registry(file))
            except BadList as error:
                bad.append(error)
                refused.append(
                    Rejection(
                        source=file.source.sha256,
                        name=file.source.name,
                        reason=f"registry refused: {error.what}",
                        count=1,
                    )
                )
    return tuple(found)


def _sorted(files: Sequence[SourceFile]) -> list[SourceFile]:
    """The files by name and content, each with its format, told from its content where admission did not."""
    return sorted(map(_with_format, files), key=lambda file: (file.source.name, file.source.sha256))


def _with_format(file: SourceFile) -> SourceFile:
    if file.source.format:
        return file
    with file.path.open("rb") as opened:
        found = sniff_list(opened.read(64 * 1024), file.source.name)
    return replace(file, source=replace(file.source, format=found))


def _group(file: SourceFile) -> tuple[str, str]:
    on, _ = snapshot_day(file)
    return (PurePosixPath(file.source.name).parent.as_posix(), on.isoformat() if on else "")


def _unpacked(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 64 * 1024)
    except zlib.error:
        return b""
