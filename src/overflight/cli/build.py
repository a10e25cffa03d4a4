"""`overflight build CASE`: runs the pipeline and writes findings.json and dossier.html."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from overflight.records.finding import CaseFindings


def build(case: Annotated[Path, typer.Argument(help="The case.")]) -> None:
    """Run the pipeline and write findings.json and dossier.html."""
    from overflight.case import open_case
    from overflight.case.build import build_case
    from overflight.cli.terminal import err, working

    opened = open_case(case)
    with working("Building …") as tell:
        findings = build_case(opened, tell)
    tell_summary(findings)
    err.print(f"Dossier: {case / 'dossier.html'}", markup=False)


def tell_summary(findings: CaseFindings) -> None:
    """What was found, in a few lines on standard error."""
    from overflight.cli.terminal import err, plural

    verdicts = Counter(finding.verdict.value.replace("_", " ") for finding in findings.findings)
    counts = ", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common())
    err.print(f"{plural(len(findings.reports), 'report')}: {plural(len(findings.claims), 'claim')} of "
              f"{plural(len(findings.facts), 'fact')}" + (f" ({counts})" if counts else ""), markup=False)  # fmt: skip
    err.print(f"{plural(len(findings.flights), 'flight')}, of which {len(findings.unreported_flights)} into watched places "
              "that no report speaks of", markup=False)  # fmt: skip
    if findings.rejections:
        rows = sum(rejection.count for rejection in findings.rejections)
        err.print(f"{plural(rows, 'row')} not taken; the reasons stand in the dossier", markup=False)
    for warning in findings.warnings:
        err.print(f"warning: {warning}", markup=False)
