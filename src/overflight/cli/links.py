"""`overflight links SUBJECT --lists PATH… [--depth N]`: walks the ties that lists state and prints the paths."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from overflight.parties import Ledger, LinkPath
    from overflight.parties.links import Step

SAID_FORWARD = {"operator": "operated by", "owner": "owned by"}
SAID_BACKWARD = {"operator": "operates", "owner": "owns"}


def links(
    subject: Annotated[str, typer.Argument(help="A name, a registration or an entry (ofac:26344).")],
    *,
    lists: Annotated[
        list[Path] | None,
        typer.Option(
            "--lists", help="A list: file, folder, archive or git bundle of snapshots. May be given several times."
        ),
    ] = None,
    depth: Annotated[int, typer.Option(min=1, max=6, help="How many ties away to go.")] = 2,
    as_of: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day that lists without a date stood for.")
    ] = None,
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
) -> None:
    """Walk from a party along owners, operators and ties, and print how each other party is reached."""
    import json

    from overflight.cli.given_lists import check_format, ledger_of, shown
    from overflight.cli.terminal import err, out, plural
    from overflight.parties import walk_links
    from overflight.parties.subjects import find_parties
    from overflight.records.plain import to_plain

    check_format(format, ("text", "json"))
    ledger = ledger_of(lists or (), as_of)
    starts = find_parties(ledger, subject)
    paths = walk_links(ledger, subject, depth)
    if format == "json":
        for path in paths:
            typer.echo(json.dumps(to_plain(path), ensure_ascii=False))
        return
    if not starts:
        err.print(shown(f"{subject} is the name, registration or number of nobody in these lists."), markup=False)
        return
    for start in starts:
        listed = "listed" if start.party in ledger.listings_of else "not listed"
        out.print(shown(f"{ledger.by_id[start.party].caption} ({start.party}, {listed})"), style="bold", markup=False)
        for path in (p for p in paths if p.start == start.party):
            out.print(shown("  " + path_words(path, ledger)), markup=False)
    out.print(f"{plural(len(paths), 'path')}. Linked is not listed.", style="dim", markup=False)


def path_words(path: LinkPath, ledger: Ledger) -> str:
    """One path in a line: each tie, who is reached by it, and what that one is."""
    words = [step_words(step, ledger) for step in path.steps]
    if path.end is not None:
        return f"{' → '.join(words)} ({path.end}, {'listed' if path.is_listed else 'linked, not listed'})"
    if path.candidates:
        named = ", ".join(f"{party} {ledger.by_id[party].caption}" for party in path.candidates)
        return f"{' → '.join(words)} (ambiguous, candidates: {named})"
    return f"{' → '.join(words)} (no entry of this name: linked, not listed)"


def step_words(step: Step, ledger: Ledger) -> str:
    """One tie in words, in the direction walked."""
    link = step.link
    dates = f", {link.from_on or '…'} to {link.to_on or '…'}" if link.from_on or link.to_on else ""
    if step.is_forward:
        other = ledger.by_id[link.object_party].caption if link.object_party else link.object_name
        return f"{tie_words(link.kind)} {other}{dates}"
    other = ledger.by_id[link.subject].caption
    if link.kind in SAID_BACKWARD:
        return f"{SAID_BACKWARD[link.kind]} {other}{dates}"
    return f"{other} is {tie_words(link.kind)} it{dates}"


def tie_words(kind: str) -> str:
    """A kind of tie as words that a name can follow: `linked to`, `pilot of`."""
    words = SAID_FORWARD.get(kind, kind.replace("_", " "))
    return words if words.split()[-1] in ("to", "of", "by", "for") else f"{words} of"
