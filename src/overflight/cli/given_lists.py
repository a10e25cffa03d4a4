"""The lists behind the paths that a command was given, as a ledger; and what the commands that ask it share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from overflight.parties import Ledger
    from overflight.records.source import SourceFile


def ledger_of(paths: Sequence[Path], as_of: dt.datetime | None = None, *, with_pack: bool = True) -> Ledger:
    """The ledger of the lists behind these paths; what was refused is said on standard error.

    Raises UnknownFormat where there are files and none of them is a list or registry.
    """
    from overflight.cli.terminal import err, working
    from overflight.errors import UnknownFormat
    from overflight.parties import PartiesSettings, build_ledger

    with working("Reading the lists …") as tell:
        day = as_of.date() if as_of else None
        files = list(list_files(paths, day, tell=lambda name: tell(f"Reading {name}")))
        if paths and not files:
            raise UnknownFormat(
                "no list or registry that is known here",
                where=", ".join(str(path) for path in paths),
                now="Lists of OFAC, the UN, the EU, the UK and FollowTheMoney JSON lines are read, and registries of aircraft.",
            )
        ledger = build_ledger(files, PartiesSettings(use_starter_pack=with_pack))
    for warning in ledger.warnings:
        err.print(shown(f"warning: {warning}"), style="yellow", markup=False)
    return ledger


def list_files(
    paths: Sequence[Path], as_of: dt.date | None, tell: Callable[[str], None] = lambda name: None
) -> Iterator[SourceFile]:
    """The lists and registries among the files behind the paths, each hashed; all other files are passed over.

    Asks the readers of lists alone: admission to a case asks those of positions and reports too, which take longer to
    load than a list to read.
    """
    from overflight.case.blobs import file_hash
    from overflight.case.intake import check_gzip, head_of, is_marked_synthetic, snapshot_day, walk
    from overflight.parties.read import sniff_list
    from overflight.records.source import Source, SourceFile, SourceKind

    for path, name in walk(paths):
        tell(name)
        head = head_of(path)
        check_gzip(path, head)
        found = sniff_list(head, name)
        if found is None:
            continue
        is_registry = found.startswith("registry")
        on, basis = (None, None) if is_registry else snapshot_day(path, name, as_of)
        source = Source(
            sha256=file_hash(path),
            name=name,
            kind=SourceKind.REGISTRY if is_registry else SourceKind.LIST,
            format=found,
            size_bytes=path.stat().st_size,
            as_of=on,
            as_of_basis=basis,
            is_synthetic=is_marked_synthetic(head, name),
        )
        yield SourceFile(source=source, path=path)


def check_format(wanted: str, known: Sequence[str]) -> None:
    """Raises a usage error for an output format that the command does not have."""
    if wanted not in known:
        raise typer.BadParameter(f"{wanted} is not one of {', '.join(known)}", param_hint="--format")


def shown(text: str) -> str:
    """Text for the terminal: control, bidirectional and invisible characters are written out, never obeyed."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
