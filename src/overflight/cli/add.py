"""`overflight add CASE PATH…`: admits files to a case."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from overflight.records.source import SourceKind

if TYPE_CHECKING:
    from overflight.case.folder import Admission

WORDS = {
    SourceKind.REPORT: "a report",
    SourceKind.POSITIONS: "position data",
    SourceKind.LIST: "a list",
    SourceKind.REGISTRY: "a registry",
    SourceKind.UNKNOWN: "nothing known: kept, but not read; say what it is with --as",
}
ALL_NAMED_UP_TO = 12
"""Files named one by one on the terminal; beyond that they are counted by what they were taken for."""

STAYS = "A day for a list that is in the case already needs --as list beside it."


def add(
    case: Annotated[Path, typer.Argument(help="The case.")],
    paths: Annotated[list[Path], typer.Argument(help="Reports, position data, lists; folders and archives of them.")],
    as_kind: Annotated[
        SourceKind | None,
        typer.Option(
            "--as", help="What the files are, where detection by content is wrong; for files in the case too."
        ),
    ] = None,
    as_of: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day that lists among the files stood for.")
    ] = None,
) -> None:
    """Admit files to a case; what each was taken for is said."""
    from overflight.case import open_case
    from overflight.case.intake import gather, refuse_bad_lists
    from overflight.cli.terminal import err, plural, working

    opened = open_case(case)
    with working("Reading …") as tell:
        files = gather(
            paths, kind=as_kind, as_of=as_of.date() if as_of else None, tell=lambda name: tell(f"Reading {name}")
        )
        tell("Checking the lists")
        warnings = refuse_bad_lists(files)
        admissions = opened.admit(files, lambda done, of: tell("Admitting", done, of), retype=as_kind is not None)
    new = [a for a in admissions if a.is_new or a.is_retyped]
    if len(new) <= ALL_NAMED_UP_TO:
        for admission in new:
            err.print(f"{admission.source.name}: {taken_for(admission)}", markup=False)
    else:
        for words, count in sorted(Counter(taken_for(a) for a in new).items()):
            err.print(f"{plural(count, 'file')}: {words}", markup=False)
    for warning in warnings:
        err.print(f"warning: {warning}", markup=False)
    known = len(admissions) - len(new)
    if known:
        err.print(f"{plural(known, 'file')} known already: nothing changed", markup=False)
        if as_of and as_kind is None:
            err.print(STAYS, markup=False)


def taken_for(admission: Admission) -> str:
    """What a file was taken for, in words."""
    source = admission.source
    words = f"{'known already, now ' if admission.is_retyped else ''}taken for {WORDS[source.kind]}"
    if source.format:
        words += f" ({source.format})"
    if source.as_of:
        words += f", as of {source.as_of} ({source.as_of_basis})"
    return words + (", marked SYNTHETIC" if source.is_synthetic else "")
