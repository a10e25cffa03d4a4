"""`overflight build CASE`: runs the pipeline and writes findings.json and dossier.html."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def build(case: Annotated[Path, typer.Argument(help="The case.")]) -> None:
    """Run the pipeline and write findings.json and dossier.html."""
    from overflight.case import open_case
    from overflight.case.build import build_case
    from overflight.cli.terminal import err, working
    from overflight.publishing.summary import summary_sentences

    opened = open_case(case)
    with working("Building …") as tell:
        findings = build_case(opened, tell)
    for sentence in summary_sentences(findings):
        err.print(sentence, markup=False)
    err.print(f"Dossier: {case / 'dossier.html'}", markup=False)
