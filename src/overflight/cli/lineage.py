"""`overflight lineage`: who descends from whom, facts and their independent origins."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer


def lineage(
    paths: Annotated[list[Path], typer.Argument(help="Reports: files, folders, archives.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write here instead of standard output.")
    ] = None,
    form: Annotated[str, typer.Option("--format", help="json, the only form so far.")] = "json",
) -> None:
    """Trace which reports descend from which, what drifted on the way, and how many independent origins each fact has."""
    import orjson

    from overflight.cli.given_reports import given_reports
    from overflight.documents import extract_claims, trace_lineage

    if form != "json":
        raise typer.BadParameter(f"{form} is not a format of this command; it writes json.")
    reports = tuple(report for _, report in given_reports(paths))
    claims = tuple(claim for report in reports for claim in extract_claims(report))
    answer = lineage_object(trace_lineage(reports, claims), claims)
    text = orjson.dumps(answer, option=orjson.OPT_INDENT_2) + b"\n"
    if output is None:
        typer.echo(text.decode(), nl=False)
    else:
        output.write_bytes(text)


def lineage_object(traced: Any, claims: Any) -> dict[str, Any]:
    """The published object: clusters, edges, facts with values, origins and drift."""
    from overflight.assessment.published import published_lineage

    found: dict[str, Any] = published_lineage(traced, claims)
    return found
