"""Do other reports give another figure for the same period?"""

from __future__ import annotations

from collections.abc import Sequence

from overflight.assessment.checks.tables import TOTALS
from overflight.assessment.context import Context
from overflight.assessment.numbers import figures_exclude
from overflight.records.claim import Claim
from overflight.records.finding import Check, EvidenceId, Fact


def check_totals(_: Fact, claims: Sequence[Claim], __: Context) -> tuple[Check, ...]:
    """One check where a claim gives a figure."""
    counted = [c for c in claims if c.fillers("quantity")]
    if not counted:
        return ()
    figures = "; ".join(dict.fromkeys(f"{c.doc}: {c.fillers('quantity')[0].text}" for c in counted))
    evidence = tuple(EvidenceId(f"claim:{c.id}") for c in counted)
    if len({c.doc for c in counted}) < 2:
        return (TOTALS.check("totals.only_one", figures=figures, evidence=evidence),)
    differ = any(figures_exclude(a.fillers("quantity")[0], b.fillers("quantity")[0]) for a in counted for b in counted)
    return (TOTALS.check("totals.differ" if differ else "totals.same", figures=figures, evidence=evidence),)
