"""`overflight claims`: what reports assert, with exact quotations."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from overflight.records.claim import Claim, DateReading
    from overflight.records.source import Report

ClaimsFormat = Literal["table", "json"]


def claims(
    paths: Annotated[list[Path], typer.Argument(help="Reports: files, folders or archives.", metavar="PATH…")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Folder for one JSON file a report.", metavar="DIR")
    ] = None,
    format: Annotated[ClaimsFormat, typer.Option("--format", help="table to read, json one claim a line.")] = "table",
    model: Annotated[
        str | None,
        typer.Option(help="Address of a language model (OpenAI-compatible) that proposes more.", metavar="URL"),
    ] = None,
    model_name: Annotated[str, typer.Option(help="Which model to ask for there.")] = "default",
    allow_remote: Annotated[bool, typer.Option(help="Allow a model that is not on this machine.")] = False,
) -> None:
    """Claims from reports: who did what, where, when, who says so and how firmly; every quotation exact."""
    import orjson

    from overflight.cli.given_reports import given_reports
    from overflight.cli.proposed import proposed_claims
    from overflight.documents import extract_claims
    from overflight.documents.contract import claim_json, claims_json

    written: set[Path] = set()
    for file, report in given_reports(paths):
        found = extract_claims(report)
        if model:
            proposed = proposed_claims(report, model, model_name, allow_remote=allow_remote)
            found = tuple(sorted((*found, *proposed), key=lambda c: (c.start, c.end, c.extractor)))
        if output is not None:
            output.mkdir(parents=True, exist_ok=True)
            body = orjson.dumps(claims_json(report.doc, found), option=orjson.OPT_INDENT_2)
            free_path(output, report.doc, written).write_bytes(body + b"\n")
            typer.echo(f"{file.source.name}: {len(found)} claims", err=True)
        elif format == "json":
            for claim in found:
                typer.echo(orjson.dumps(claim_json(claim)).decode())
        else:
            print_claims(report, found)


def free_path(folder: Path, doc: str, written: set[Path]) -> Path:
    """The report's file in the folder; of two reports with one id the second is numbered, so that neither is lost."""
    path, number = folder / f"{safe_stem(doc)}.json", 2
    while path in written:
        path, number = folder / f"{safe_stem(doc)}-{number}.json", number + 1
    written.add(path)
    return path


def safe_stem(name: str) -> str:
    """A report's id as a file name that cannot leave its folder."""
    kept = "".join(c if c.isalnum() or c in "-_. " else "_" for c in name).strip(". ")
    return kept[:120] or "report"


def print_claims(report: Report, found: Sequence[Claim]) -> None:
    """The claims of one report for a reader: quotation, slots, the reading of the date and why."""
    from rich.console import Console
    from rich.markup import escape

    from overflight.cli.terminal import plural

    console = Console(soft_wrap=True, highlight=False)
    dated = f"published {report.published_on}" if report.published_on else "no date of publication"
    head = f"[bold]{escape(report.doc)}[/bold]" + (f" {escape(printable(report.title))}" if report.title else "")
    console.print(f"{head}, {dated}: {plural(len(found), 'claim')}")
    for number, claim in enumerate(found, 1):
        label = f"{claim.kind.value.replace('_', ' ')}{', ' + claim.subtype if claim.subtype else ''}"
        firmness = [v for v in (claim.modality.value, claim.polarity.value) if v not in {"reported", "affirmed"}]
        firm = "".join(f" · {escape(v)}" for v in firmness)
        place = f"characters {claim.start} to {claim.end}, rule {escape(claim.rule)}"
        console.print(f"\n{number:>3}  [bold]{label}[/bold]{firm} [dim]· {place}[/dim]")
        console.print(f"     “{escape(printable(claim.quote))}”")
        for role, fillers in claim.roles.items():
            console.print(f"       {role:<12}{escape('; '.join(_filler_text(f.text, f.norm) for f in fillers))}")
        if claim.date is not None:
            console.print(f"       {'date':<12}{escape(_date_text(claim.date))}")
        if claim.attribution:
            says = " > ".join(f"{printable(a.text)} ({a.type.value})" for a in claim.attribution)
            console.print(f"       {'says':<12}{escape(says)}")
    console.print()


def printable(text: str) -> str:
    """Text with control and direction characters shown escaped, so that a terminal does what the reader expects."""
    return "".join(c if c.isprintable() or c == " " else " " if c in "\n\t" else f"\\u{ord(c):04x}" for c in text)


def _filler_text(text: str, norm: str | None) -> str:
    return f"{printable(text)} [{norm}]" if norm else printable(text)


def _date_text(date: DateReading) -> str:
    bounds = f"{date.from_on or '?'}" if date.from_on == date.to_on else f"{date.from_on or '?'} to {date.to_on or '?'}"
    others = "".join(f"; not {a.from_on} to {a.to_on}: {a.reason}" for a in date.alternatives)
    return f"“{printable(date.text)}” read as {bounds} ({date.anchor_kind}): {date.reason}{others}"
