"""What stands: a table over the answers of the checks, read from the top, first row that holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from overflight.records.claim import Claim, Polarity
from overflight.records.finding import Check, CheckAnswer, Verdict

DECIDING = ("flight.", "count.", "movement.", "cargo.", "pilot.", "designation.", "link.", "totals.")
"""Checks that bear on whether the fact holds; the others inform (status on the day, reception, agreement)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRow:
    """One row: a condition in words and in code, the verdict, and the sentence that is printed."""

    rule: str
    when: str
    holds: Callable[[Answers], bool]
    verdict: Verdict
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers of the deciding checks, and what the reports say among themselves."""

    given: frozenset[CheckAnswer]
    is_denied_by_some: bool
    is_denied_by_all: bool
    is_affirmed_by_some: bool
    figures_differ: bool
    figure_impossible: bool = False

    def has(self, *answers: CheckAnswer) -> bool:
        """Whether any of these was given."""
        return bool(self.given & set(answers))

    def only(self, *answers: CheckAnswer) -> bool:
        """Whether nothing but these was given."""
        return bool(self.given) and self.given <= set(answers)


A = CheckAnswer

VERDICTS: tuple[VerdictRow, ...] = (
    VerdictRow(
        rule="verdict.denial_refuted",
        when="every report denies it, and the evidence shows it",
        holds=lambda a: a.is_denied_by_all and a.has(A.SUPPORTS),
        verdict=Verdict.CONTRADICTED,
        sentence="The reports deny it, and the evidence shows it.",
    ),
    VerdictRow(
        rule="verdict.mixed",
        when="one check supports it and another contradicts it",
        holds=lambda a: a.has(A.CONTRADICTS) and a.has(A.SUPPORTS, A.PARTLY) and not a.figures_differ,
        verdict=Verdict.DISPUTED,
        sentence="Part of the evidence supports it and part of it speaks against it.",
    ),
    VerdictRow(
        rule="verdict.figures_differ",
        when="reports give figures that cannot both hold",
        holds=lambda a: a.figures_differ,
        verdict=Verdict.DISPUTED,
        sentence="Reports give figures that cannot both hold.",
    ),
    VerdictRow(
        rule="verdict.figure_impossible",
        when="the figure is more than the aircraft named can lift",
        holds=lambda a: a.figure_impossible,
        verdict=Verdict.DISPUTED,
        sentence="The figure is more than the aircraft named can lift.",
    ),
    VerdictRow(
        rule="verdict.contradicted",
        when="a check that would have shown it shows the opposite",
        holds=lambda a: a.has(A.CONTRADICTS),
        verdict=Verdict.CONTRADICTED,
        sentence="Evidence that would have shown it shows the opposite.",
    ),
    VerdictRow(
        rule="verdict.supported_though_denied",
        when="every deciding check supports it, and a report denies it",
        holds=lambda a: a.only(A.SUPPORTS) and a.is_denied_by_some,
        verdict=Verdict.SUPPORTED,
        sentence="The evidence beside the reports supports it; the reports do not agree.",
    ),
    VerdictRow(
        rule="verdict.supported",
        when="every deciding check supports it, and no report denies it",
        holds=lambda a: a.only(A.SUPPORTS),
        verdict=Verdict.SUPPORTED,
        sentence="Every check that decides supports it.",
    ),
    VerdictRow(
        rule="verdict.partly",
        when="a deciding check supports it, wholly or in part, and not all is shown",
        holds=lambda a: a.has(A.SUPPORTS, A.PARTLY),
        verdict=Verdict.PARTLY_SUPPORTED,
        sentence="Part of it is shown by evidence; the rest is not.",
    ),
    VerdictRow(
        rule="verdict.denied",
        when="no evidence decides it, and reports affirm and deny it",
        holds=lambda a: a.is_denied_by_some and a.is_affirmed_by_some,
        verdict=Verdict.DISPUTED,
        sentence="Reports affirm and deny it, and no evidence decides between them.",
    ),
    VerdictRow(
        rule="verdict.consistent",
        when="evidence fits it without showing it",
        holds=lambda a: a.has(A.CONSISTENT),
        verdict=Verdict.CONSISTENT,
        sentence="Evidence fits it without showing it.",
    ),
    VerdictRow(
        rule="verdict.cannot",
        when="nothing in the case can decide it",
        holds=lambda a: True,
        verdict=Verdict.CANNOT_BE_CHECKED,
        sentence="Nothing in this case can decide it. That speaks neither for nor against it.",
    ),
)
"""Read from the top; the first row that holds gives the verdict."""


def judge(checks: Sequence[Check], claims: Sequence[Claim]) -> VerdictRow:
    """The row of the table that holds for these checks and claims."""
    answers = answers_of(checks, claims)
    return next(row for row in VERDICTS if row.holds(answers))


def answers_of(checks: Sequence[Check], claims: Sequence[Claim]) -> Answers:
    """The answers of the deciding checks."""
    denied = [c.polarity is Polarity.DENIED for c in claims]
    is_listing = any(check.rule.startswith("designation.") for check in checks)
    return Answers(
        given=frozenset(check.answer for check in checks if check.rule.startswith(DECIDING)),
        is_denied_by_some=any(denied),
        is_denied_by_all=all(denied) and not is_listing,
        is_affirmed_by_some=not all(denied),
        figures_differ=any(check.rule == "totals.differ" for check in checks),
        figure_impossible=any(check.rule == "load.too_heavy" for check in checks),
    )
