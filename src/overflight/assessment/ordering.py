"""The order in which findings are numbered and told: what moved before who is who, and within a kind by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from overflight.assessment.context import Context
from overflight.assessment.when import readings_of
from overflight.records.claim import ClaimId, ClaimKind
from overflight.records.finding import Fact
from overflight.records.source import ReportId

KINDS = (
    ClaimKind.FLIGHT,
    ClaimKind.TRANSFER,
    ClaimKind.VISIT,
    ClaimKind.TRADE_TOTAL,
    ClaimKind.DESIGNATION,
    ClaimKind.ROLE,
    ClaimKind.MANUFACTURE,
    ClaimKind.ARREST,
    ClaimKind.CASUALTIES,
)
"""What an investigation of transfers by air asks first: what moved, then who was listed, then who is who, then the setting."""


def in_order(facts: Sequence[Fact], context: Context) -> tuple[Fact, ...]:
    """Facts by kind, then by day with the undated last, then by report and by place in it."""
    return tuple(sorted(facts, key=lambda fact: (KINDS.index(fact.kind), *_when_and_where(fact, context))))


def _when_and_where(fact: Fact, context: Context) -> tuple[dt.date, ReportId, int, tuple[ClaimId, ...]]:
    claims = [context.claims[c] for c in fact.claims]
    read = [days for claim in claims for days in readings_of(claim, context.inherited.get(claim.id))[:1]]
    days = [on for days in read if (on := days.from_on or days.to_on)]
    doc, start = min((claim.doc, claim.start) for claim in claims)
    return min(days, default=dt.date.max), doc, start, fact.claims
