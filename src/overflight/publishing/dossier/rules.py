"""The rules that this case used, as the stages themselves state them: their condition, their answer, and their sentence."""

from __future__ import annotations

from dataclasses import dataclass

from overflight.assessment.checks.tables import TABLES
from overflight.assessment.credibility import CREDIBILITY
from overflight.assessment.verdicts import VERDICTS
from overflight.publishing.dossier import wording
from overflight.publishing.dossier.rulings import informs
from overflight.records.finding import CaseFindings


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule in words."""

    rule: str
    question: str
    when: str
    gives: str
    sentence: str


def used_rules(case: CaseFindings) -> tuple[RuleRow, ...]:
    """The rules of checks and verdicts that were used, by question and in the order of their tables."""
    used = {check.rule for finding in case.findings for check in finding.checks}
    used |= {finding.rule for finding in case.findings}
    rows = [
        RuleRow(row.rule, table.question, row.when, informs(row.rule) or wording.ANSWERS[row.answer], row.sentence)
        for table in TABLES
        for row in table.rules
        if row.rule in used
    ]
    rows += [
        RuleRow(row.rule, "What stands?", row.when, wording.VERDICTS[row.verdict].label, row.sentence)
        for row in VERDICTS
        if row.rule in used
    ]
    return tuple(rows)


def grade_rows() -> tuple[tuple[str, str, int, str], ...]:
    """How a grade is given: verdict, origins needed, grade, sentence."""
    return tuple(
        (
            wording.VERDICTS[row.verdict].label,
            f"at least {row.origins_at_least}" if row.origins_at_least else "any",
            row.grade,
            row.sentence,
        )
        for row in CREDIBILITY
    )
