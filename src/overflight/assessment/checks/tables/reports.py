"""What is asked of the other reports: do they give another figure, do they agree."""

from __future__ import annotations

from overflight.assessment.rules import Rule, Table
from overflight.records.finding import CheckAnswer as A

TOTALS = Table(
    question="Do other reports give another figure?",
    rules=(
        Rule(
            rule="totals.same",
            when="claims of different origin give the same figure for the same period",
            answer=A.CONSISTENT,
            sentence="Reports agree on the figure: {figures}.",
        ),
        Rule(
            rule="totals.differ",
            when="claims give figures for the same period that cannot both hold",
            answer=A.CONTRADICTS,
            sentence="Reports give different figures: {figures}.",
        ),
        Rule(
            rule="totals.only_one",
            when="no other claim gives a figure for the same period",
            answer=A.CANNOT_BE_CHECKED,
            sentence="No other report of this case gives a figure for the same thing and period: {figures}.",
        ),
    ),
)

AGREEMENT = Table(
    question="Do the reports agree?",
    rules=(
        Rule(
            rule="agreement.denied",
            when="one report affirms what another denies",
            answer=A.CONTRADICTS,
            sentence="Affirmed by {affirming}; denied by {denying}.",
        ),
        Rule(
            rule="agreement.not_known",
            when="one report affirms what another says is not known or not confirmed",
            answer=A.CONSISTENT,
            sentence="Affirmed by {affirming}; not known or not confirmed according to {doubting}.",
        ),
        Rule(
            rule="agreement.variants",
            when="reports give readings of a slot that cannot both hold",
            answer=A.CONSISTENT,
            sentence="Reports differ on the {slot}: {readings}. None of the readings is averaged away.",
        ),
    ),
)
