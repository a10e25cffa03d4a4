"""Claims that belong together for another reason than their likeness: one came from the other, or one report tells both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from overflight.assessment.settings import AssessmentSettings
from overflight.documents.lineage.events import SLOTS, compare_slot, same_event
from overflight.records.claim import Claim, ClaimId, ClaimKind
from overflight.records.finding import Lineage

Related = Mapping[ClaimId, frozenset[ClaimId]]
"""For each claim those that it belongs with."""

EVENTS = (ClaimKind.FLIGHT, ClaimKind.VISIT, ClaimKind.TRANSFER, ClaimKind.ARREST, ClaimKind.CASUALTIES)
"""Kinds of which a report tells one event in several places. States (roles, listings, totals) it lists side by side."""

TWO_THINGS = 0.5
"""Agreement of a slot from which it counts as agreeing where two slots must: a place and a day, not two mere words."""

PINS = ("actor", "carrier", "recipient", "destination", "date")
"""Slots of which a transfer fills one where it is told for itself; "parts were unloaded" takes up what was told before."""

MOST_OF_A_KIND = 40
"""Claims of one kind in a report beyond which it is a table: its rows are told apart by their readings alone."""


def related_claims(claims: Sequence[Claim], lineage: Lineage | None, settings: AssessmentSettings) -> Related:
    """The claims that each claim came from or gave rise to, and those of its own report on the same event."""
    related: defaultdict[ClaimId, set[ClaimId]] = defaultdict(set)
    told: defaultdict[tuple[str, ClaimKind], list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.doc, claim.kind].append(claim)
    pairs = [(d.claim, d.parent_claim) for d in (lineage.descents if lineage else ())]
    pairs += [
        (a.id, b.id)
        for mine in told.values()
        if 1 < len(mine) <= MOST_OF_A_KIND
        for a, b in combinations(mine, 2)
        if is_retold(a, b, settings)
    ]
    for one, other in pairs:
        related[one].add(other)
        related[other].add(one)
    return {claim: frozenset(others) for claim, others in related.items()}


def is_retold(a: Claim, b: Claim, settings: AssessmentSettings) -> bool:
    """Whether two claims of one report tell one event: no slot speaks against it, and two at least speak for it."""
    if a.kind not in EVENTS:
        return False
    least = settings.same_event if a.kind is ClaimKind.TRANSFER else settings.same_event_in_report
    agreed = {row.slot: compare_slot(row.slot, a, b) for row in SLOTS[a.kind]}
    if any(agreement < 0 for agreement in agreed.values()):
        return False
    if a.kind is ClaimKind.TRANSFER and (_is_bare(a) or _is_bare(b)):
        return agreed["object"] >= settings.same_goods
    return same_event(a, b) >= least and sum(agreement >= TWO_THINGS for agreement in agreed.values()) > 1


def _is_bare(claim: Claim) -> bool:
    return claim.date is None and not any(claim.fillers(role) for role in PINS)
