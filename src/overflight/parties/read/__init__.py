"""Readers of lists and registries, one file a format; `sniff_list` tells the format from the content."""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath

from overflight.errors import BadList
from overflight.parties.aircraft import Registry
from overflight.parties.read.entry import Snapshot, day_of, snapshot_day
from overflight.parties.read.eu_fsf import read_eu_csv, read_eu_xml, sniff_eu_csv
from overflight.parties.read.eu_journal import is_amendment, read_eu_journal, sniff_eu_journal
from overflight.parties.read.ftm_json import read_ftm, sniff_ftm
from overflight.parties.read.git_history import is_bundle, read_git_history
from overflight.parties.read.ofac_csv import KnownLines, read_ofac_csv, sniff_ofac_csv
from overflight.parties.read.ofac_sdn_xml import american_day, read_ofac_sdn_xml
from overflight.parties.read.ofac_xml import read_ofac_xml
from overflight.parties.read.opensanctions_csv import read_targets_csv, sniff_targets_csv
from overflight.parties.read.registries import read_registry, sniff_registry
from overflight.parties.read.uk_list import read_uk_list, sniff_uk_list
from overflight.parties.read.uk_tables import read_uk_tables, sniff_uk_tables
from overflight.parties.read.un_xml import read_un_xml
from overflight.parties.read.xml_stream import root_name
from overflight.records.source import Rejection, SourceFile

Opener = Callable[[], Iterator[Snapshot]]
"""Opens one source and gives its snapshots, oldest first."""

XML_ROOTS = {
    "CONSOLIDATED_LIST": "un-xml",
    "export": "eu-fsf-xml",
    "Sanctions": "ofac-advanced-xml",
    "sdnList": "ofac-plain-xml",
}
"""First element of an XML list, and the format that it tells."""

ALONE: dict[str, Callable[[SourceFile], Iterator[Snapshot]]] = {
    "un-xml": read_un_xml,
    "eu-fsf-csv": read_eu_csv,
    "eu-fsf-xml": read_eu_xml,
    "ofac-advanced-xml": read_ofac_xml,
    "ofac-plain-xml": read_ofac_sdn_xml,
    "uk-list-csv": lambda file: read_uk_list(file, "uk-list-csv"),
    "uk-ofsi-csv": lambda file: read_uk_list(file, "uk-ofsi-csv"),
    "ftm-json": read_ftm,
    "opensanctions-csv": read_targets_csv,
}
"""Formats in which one file is one list."""


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
    if sniff_targets_csv(head):
        return "opensanctions-csv"
    return sniff_uk_tables(head) or sniff_uk_list(head) or sniff_ofac_csv(head, name) or sniff_registry(head, name)


def open_lists(files: Sequence[SourceFile], refused: list[Rejection], bad: list[BadList]) -> list[Iterator[Snapshot]]:
    """The lists among the files as chains of snapshots, each oldest first, one snapshot in memory at a time.

    Files of one folder and day that belong together are one snapshot. What turns out to be no list goes to `refused` and
    `bad`, and its chain goes on without it.
    """
    openers: dict[str, list[tuple[SourceFile, Opener]]] = {}
    groups: dict[tuple[str, ...], dict[str, SourceFile]] = {}
    known_lines: KnownLines = {}
    for file in _sorted(files):
        kind = file.source.format or ""
        family = kind.partition("-")[0]
        if kind == "git-bundle":
            openers.setdefault(file.source.name, []).append((file, partial(read_git_history, file, refused=refused)))
        elif kind in ALONE:
            openers.setdefault(kind, []).append((file, partial(ALONE[kind], file)))
        elif kind == "eu-journal-csv":
            series = "amendments" if is_amendment(file) else "acts"
            groups.setdefault(("journal", *_group(file), series), {})[file.source.name] = file
        elif family in ("ofac", "uk"):
            groups.setdefault((family, *_group(file)), {})[kind] = file
    together: dict[str, Callable[[dict[str, SourceFile]], Iterator[Snapshot]]] = {
        "ofac": partial(read_ofac_csv, known=known_lines),
        "uk": read_uk_tables,
        "journal": lambda group: read_eu_journal(list(group.values())),
    }
    for key, group in groups.items():
        openers.setdefault(" ".join(key) if key[0] == "journal" else key[0], []).append(
            (next(iter(group.values())), partial(together[key[0]], group))
        )
    return [_in_order(chain, refused, bad) for chain in openers.values()]


def _in_order(
    chain: list[tuple[SourceFile, Opener]], refused: list[Rejection], bad: list[BadList]
) -> Iterator[Snapshot]:
    """The snapshots of files of one format, by the day that each file's beginning tells; a file at a time is open."""
    days = {id(file): stated_day(file) for file, _ in chain}
    for file, opened in sorted(
        chain, key=lambda x: (days[id(x[0])] is None, days[id(x[0])] or dt.date.max, x[0].source.name)
    ):
        try:
            yield from opened()
        except BadList as error:
            bad.append(error)
            name = error.where or file.source.name
            refused.append(
                Rejection(source=file.source.sha256, name=name, reason=f"list refused: {error.what}", count=1)
            )


def stated_day(file: SourceFile) -> dt.date | None:
    """The day of a list, as far as the first bytes of the file or its name tell: enough to open files in their order."""
    with file.path.open("rb") as opened:
        head = opened.read(8192)
    if head.startswith(b"\x1f\x8b"):
        head = _unpacked(head)
    published = _PUBLISHED.search(head)
    if published:
        return american_day(published.group(1).decode())
    for pattern in _STATED:
        found = pattern.search(head)
        if found:
            return day_of(" ".join(group.decode() for group in found.groups()).replace(" ", "-", 2))
    return snapshot_day(file)[0]


_PUBLISHED = re.compile(rb"<Publish_Date>\s*(\d\d?/\d\d?/\d{4})")
_STATED = (
    re.compile(rb'(?:dateGenerated|generationDate)="(\d{4}-\d\d-\d\d)'),
    re.compile(rb"<DateOfIssue[^>]*>\s*<Year>(\d{4})</Year>\s*<Month>(\d\d?)</Month>\s*<Day>(\d\d?)</Day>"),
    re.compile(rb"^(?:\xef\xbb\xbf)?fileGenerationDate;[^\n]*\n\"?(\d\d/\d\d/\d{4}|\d{4}-\d\d-\d\d)"),
    re.compile(rb"^(?:\xef\xbb\xbf)?(?:Report Date: ?|Last Updated,)\"?(\d\d?[-/][A-Za-z0-9]+[-/]\d{4})"),
)
"""Where lists state their day near their beginning."""


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
