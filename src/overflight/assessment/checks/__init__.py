"""The checks: one question a file, each a table of rules with the sentence that dossier and docs print."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from overflight.assessment.asserted import asserted
from overflight.assessment.checks.agreement import check_agreement
from overflight.assessment.checks.cargo import check_cargo, check_pilot
from overflight.assessment.checks.count import check_count
from overflight.assessment.checks.designation import check_designation
from overflight.assessment.checks.flight import check_flight
from overflight.assessment.checks.link import check_link
from overflight.assessment.checks.load import check_load
from overflight.assessment.checks.movement import check_movement
from overflight.assessment.checks.reception import check_reception
from overflight.assessment.checks.status import check_status
from overflight.assessment.checks.totals import check_totals
from overflight.assessment.context import Context
from overflight.records.claim import Claim, ClaimKind
from overflight.records.finding import Check, Fact

CheckFunction = Callable[[Fact, Sequence[Claim], Context], tuple[Check, ...]]

CHECKS: Mapping[ClaimKind, tuple[CheckFunction, ...]] = {
    ClaimKind.FLIGHT: (check_flight, check_count, check_reception, check_pilot, check_status, check_agreement),
    ClaimKind.VISIT: (check_movement, check_status, check_agreement),
    ClaimKind.TRANSFER: (check_movement, check_cargo, check_load, check_status, check_agreement),
    ClaimKind.DESIGNATION: (check_designation, check_agreement),
    ClaimKind.ROLE: (check_link, check_agreement),
    ClaimKind.MANUFACTURE: (check_link, check_agreement),
    ClaimKind.ARREST: (check_agreement,),
    ClaimKind.TRADE_TOTAL: (check_totals, check_agreement),
    ClaimKind.CASUALTIES: (check_totals, check_agreement),
}
"""Which questions are put to a fact of which kind, in the order in which the dossier shows them."""


def run_checks(fact: Fact, context: Context) -> tuple[Check, ...]:
    """Every check of this fact's kind that has something to say.

    What only a denial names is not looked for, unless nothing but denials speaks of it; agreement is asked of all claims.
    """
    claims = tuple(context.claims[claim] for claim in fact.claims)
    asserting = asserted(claims)
    return tuple(
        check
        for ask in CHECKS[fact.kind]
        for check in ask(fact, claims if ask is check_agreement else asserting, context)
    )
