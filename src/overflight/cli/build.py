"""`overflight build CASE`: runs the pipeline and writes findings.json and dossier.html."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from overflight.case import Case
    from overflight.records.finding import CaseFindings


def build(case: Annotated[Path, typer.Argument(help="The case.")]) -> None:
    """Run the pipeline and write findings.json and dossier.html."""
    from overflight.case import open_case
    from overflight.case.build import build_case
    from overflight.cli.terminal import err, working

    opened = open_case(case)
    with working("Building …") as tell:
        unanswered = ask_the_model(opened, tell)
        findings = build_case(opened, tell)
    tell_summary(findings)
    for warning in unanswered:
        err.print(f"warning: {warning}", markup=False)
    err.print(f"Dossier: {case / 'dossier.html'}", markup=False)


def ask_the_model(case: Case, tell: Callable[[str], None]) -> tuple[str, ...]:
    """Lets the case's model propose claims where it names one; only on this machine unless the case allows more."""
    from overflight.case.proposals import gather_answers
    from overflight.errors import BadInput
    from overflight.fetch.model import ask_model
    from overflight.fetch.post import Reach, check_address

    model = case.config().model
    if model is None:
        return ()
    try:
        check_address(model.address, Reach.ANY if model.allow_remote else Reach.LOOPBACK)
    except BadInput as error:
        now = "Correct [model] in case.toml; one that is not on this machine needs allow_remote = true."
        raise BadInput(error.what, where=model.address, now=now) from error
    ask = partial(ask_model, model.address, allow_remote=model.allow_remote)
    return gather_answers(case, ask, tell)


def tell_summary(findings: CaseFindings) -> None:
    """What was found, in a few lines on standard error."""
    from overflight.cli.terminal import err, plural
    from overflight.records.finding import Verdict

    verdicts = Counter(finding.verdict for finding in findings.findings)
    counts = ", ".join(f"{verdicts[v]} {v.value.replace('_', ' ')}" for v in Verdict if verdicts[v])
    facts = plural(len(findings.facts), "matter of fact", "matters of fact")
    err.print(f"{plural(len(findings.reports), 'report')}, {plural(len(findings.claims), 'claim')} about {facts}"
              + (f": {counts}" if counts else ""), markup=False)  # fmt: skip
    unreported = len(findings.unreported_flights)
    verb = "is" if unreported == 1 else "are"
    err.print(plural(len(findings.flights), "flight")
              + (f", {unreported} of which, by listed or watched aircraft, {verb} in no report" if unreported else ""),
              markup=False)  # fmt: skip
    if findings.rejections:
        rows = sum(rejection.count for rejection in findings.rejections)
        err.print(f"{plural(rows, 'row')} of position data or lists not taken; why stands in the dossier", markup=False)
    if findings.proposals:
        err.print(f"{plural(len(findings.proposals), 'proposal')} of a model, which count for nothing until you accept "
                  "them: overflight review", markup=False)  # fmt: skip
    for warning in findings.warnings:
        err.print(f"warning: {warning}", markup=False)
