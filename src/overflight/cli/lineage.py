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

    from overflight.case.intake import gather
    from overflight.case.limited import read_report_limited
    from overflight.cli.terminal import err, plural
    from overflight.documents import extract_claims, trace_lineage
    from overflight.documents.reading import read_reports
    from overflight.errors import BadInput
    from overflight.pipeline import of
    from overflight.records.source import SourceKind

    if form != "json":
        raise typer.BadParameter(f"{form} is not a format of this command; it writes json.")
    files = gather(paths)
    of_reports = of(files, SourceKind.REPORT)
    reports, warnings = read_reports(of_reports, read_report_limited)
    if len(of_reports) < len(files):
        others = plural(len(files) - len(of_reports), "file is no report and was", "files are no reports and were")
        err.print(f"warning: {others} left out", markup=False)
    for warning in warnings:
        err.print(f"warning: {warning}", markup=False)
    if not reports:
        raise BadInput(
            "there is no report that can be read there", now="Give files or folders of texts, pages or PDFs."
        )
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
