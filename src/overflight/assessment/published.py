"""Lineage and facts in the shape that `overflight lineage` publishes."""

from __future__ import annotations

from collections.abc import Sequence

from overflight.assessment.facts import cluster_facts
from overflight.assessment.naming import with_full_names
from overflight.assessment.origins import OriginIndex, count_origins, index_origins
from overflight.assessment.when import Days, interval_of
from overflight.records.claim import Claim, ClaimId, ClaimKind
from overflight.records.finding import Fact, Lineage
from overflight.records.plain import Plain


def published_lineage(lineage: Lineage, claims: Sequence[Claim]) -> dict[str, Plain]:
    """One object: clusters of reports, edges, facts with their claims, values, origins and drift."""
    claims = with_full_names(claims)
    known = {claim.id: claim for claim in claims}
    index = index_origins(claims, lineage)
    return {
        "clusters": [[str(doc) for doc in cluster] for cluster in lineage.clusters],
        "edges": [
            {
                "doc": e.doc,
                "parent": e.parent,
                "relation": e.relation,
                "direct": e.is_direct,
                "named": e.is_named,
                "signals": list(e.signals),
                "evidence": e.evidence,
            }
            for e in lineage.edges
        ],
        "facts": [_fact(fact, index, known) for fact in cluster_facts(claims, lineage)],
    }


def _fact(fact: Fact, index: OriginIndex, known: dict[ClaimId, Claim]) -> Plain:
    claims = [known[c] for c in fact.claims]
    origins = count_origins(claims, index)
    return {
        "fact": fact.statement,
        "id": fact.fact,
        "kind": str(fact.kind),
        "claims": [{"id": c.id, "doc": c.doc, "start": c.start, "end": c.end, "kind": str(c.kind)} for c in claims],
        "values": _values(claims),
        "origins": list(origins.which),
        "n_independent": [origins.min, origins.max],
        "reason": origins.reason,
        "drift": [
            {"from": d.parent, "to": d.doc, "slot": d.slot, "was": d.was, "became": d.became}
            for claim in fact.claims
            for d in index.drift.get(claim, ())
        ],
    }


def _values(claims: Sequence[Claim]) -> dict[str, Plain]:
    """The readings that matter for the kind: figures where there are any, else days."""
    told: dict[str, set[str]] = {}
    for claim in claims:
        figures = [f.norm or f.text for f in claim.fillers("quantity")]
        days = _short(interval_of(claim.date))
        for value in figures or ([days] if days and claim.kind is not ClaimKind.DESIGNATION else []):
            told.setdefault(value, set()).add(str(claim.doc))
    return {value: list[Plain](sorted(docs)) for value, docs in sorted(told.items())}


def _short(days: Days) -> str:
    if not days.is_known:
        return ""
    start, end = days.from_on, days.to_on
    if start == end and start is not None:
        return start.isoformat()
    return f"{start.isoformat() if start else ''}..{end.isoformat() if end else ''}"
