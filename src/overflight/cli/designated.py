"""`overflight designated SUBJECT --on DATE --lists PATH…`: yes, no or unknown, with the bracketing evidence."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from overflight.parties import Ledger
    from overflight.records.party import AlsoListed, Answer, DesignationAnswer, Listing
    from overflight.records.source import Locator

COLOURS = {"yes": "bold red", "no": "bold green", "unknown": "bold yellow"}
NOTE = "Linked is not listed, and an answer from a list says nothing about guilt."


def designated(
    subject: Annotated[
        str, typer.Argument(help="A name, a registration, a transponder address or an entry (ofac:26344).")
    ],
    *,
    on: Annotated[dt.datetime, typer.Option("--on", formats=["%Y-%m-%d"], help="The day in question.")],
    lists: Annotated[
        list[Path] | None,
        typer.Option(
            "--lists", help="A list: file, folder, archive or git bundle of snapshots. May be given several times."
        ),
    ] = None,
    list_name: Annotated[
        str | None, typer.Option("--list", help="Ask only this list, by its name or a part of it.")
    ] = None,
    as_of: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day that lists without a date stood for.")
    ] = None,
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write there instead of standard output.")
    ] = None,
) -> None:
    """Say whether somebody or something was listed on a day, and which snapshots show it."""
    import json

    from overflight.cli.given_lists import check_format, ledger_of, shown
    from overflight.cli.terminal import out
    from overflight.parties import designated as ask
    from overflight.records.plain import to_plain

    check_format(format, ("text", "json"))
    ledger = ledger_of(lists or (), as_of)
    answer = ask(ledger, subject, on.date(), list_name=list_name, suggest=True)
    if format == "json" or output is not None:
        line = json.dumps(to_plain(answer), ensure_ascii=False)
        if output is not None:
            output.write_text(line + "\n", encoding="utf-8")
        else:
            typer.echo(line)
        return
    for words, style in describe(answer, ledger):
        out.print(shown(words), style=style, markup=False)


def describe(answer: DesignationAnswer, ledger: Ledger) -> list[tuple[str, str]]:
    """The answer as lines for people, each with its style."""
    lines = [
        (f"{answer.subject} on {answer.on.isoformat()}: {answer.answer.upper()}", COLOURS[answer.answer]),
        (f"{answer.reason[:1].upper()}{answer.reason[1:]}.", ""),
    ]
    for party in answer.parties:
        record = ledger.by_id[party]
        lines += [("", ""), (f"{record.caption}  ·  {party}  ·  {record.schema.value.lower()}", "bold")]
        listings = [x for x in answer.listings if x.party == party]
        lines += [row for said in dict.fromkeys(map(listing_lines, listings)) for row in said]
        if not listings:
            lines.append(("  known, but on no list given here", ""))
    lines += [("", ""), ("Evidence", "bold")]
    lines += [(f"  {s.statement}{place(s.locator)}", "") for s in answer.evidence]
    if answer.also:
        lines += [("", ""), ("Also bearing on it", "bold")]
        lines += [
            (f"  {also_words(ledger.by_id[a.party].caption, a)}: {listed_words(a.answer)} that day", "")
            for a in answer.also
        ]
    return [*lines, ("", ""), (NOTE, "dim")]


def also_words(caption: str, also: AlsoListed) -> str:
    """Another party and why it bears on the answer; its name is said once."""
    tie = also.why.removesuffix(f": {caption}")
    return f"{caption} ({also.party}), {tie}" if tie == also.why else f"{tie} {caption} ({also.party})"


def listing_lines(listing: Listing) -> tuple[tuple[str, str], ...]:
    """One listing: list, programme and bounds, then its answer and why."""
    under = " · ".join(part for part in (listing.list, listing.programme, listing.measure) if part)
    answer = listing.on_date or "unknown"
    return (
        (f"  {under}  ({span(listing)})", ""),
        (
            f"    {answer}: {listing.reason}" if listing.reason else f"    {answer}",
            COLOURS[answer].replace("bold ", ""),
        ),
    )


def span(listing: Listing) -> str:
    """The bounds of a listing in words, each with its basis."""
    start = "start unknown"
    if listing.from_on is not None:
        start = f"from {listing.from_on.isoformat()}, {listing.from_basis.value.replace('_', ' ')}"
    if listing.to_on is not None and listing.to_basis is not None:
        return f"{start}; to {listing.to_on.isoformat()}, {listing.to_basis.value.replace('_', ' ')}"
    return f"{start}; end unknown" if listing.to_basis is not None else start


def listed_words(answer: Answer) -> str:
    """An answer about another party in words."""
    return {"yes": "listed", "no": "not listed", "unknown": "unknown whether listed"}[answer]


def place(locator: Locator | None) -> str:
    """Where a statement can be checked: file, row, snapshot."""
    if locator is None or locator.name is None:
        return ""
    row = f", row {locator.row}" if locator.row else ""
    day = locator.snapshot.isoformat() if locator.snapshot else ""
    return f"  [{locator.name}{row}{f', {day}' if day and day not in locator.name else ''}]"
