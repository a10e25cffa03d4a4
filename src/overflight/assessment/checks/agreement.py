"""Do the reports agree? Contradictions are shown, never averaged."""

from __future__ import annotations

from collections.abc import Sequence

from overflight.assessment.checks.tables import AGREEMENT
from overflight.assessment.context import Context
from overflight.assessment.numbers import figures_exclude
from overflight.assessment.when import Days, days_text, interval_of
from overflight.records.claim import Claim, Polarity
from overflight.records.finding import Check, EvidenceId, Fact

DOUBTING = (Polarity.UNKNOWN, Polarity.UNCONFIRMED)


def check_agreement(_: Fact, claims: Sequence[Claim], __: Context) -> tuple[Check, ...]:
    """A check for each way in which the claims of a fact contradict each other."""
    checks = []
    affirming, denying = _docs(claims, (Polarity.AFFIRMED,)), _docs(claims, (Polarity.DENIED,))
    doubting = _docs(claims, DOUBTING)
    evidence = tuple(EvidenceId(f"claim:{c.id}") for c in claims)
    if affirming and denying:
        checks.append(AGREEMENT.check("agreement.denied", affirming=affirming, denying=denying, evidence=evidence))
    if affirming and doubting:
        checks.append(AGREEMENT.check("agreement.not_known", affirming=affirming, doubting=doubting, evidence=evidence))
    for slot, readings in (
        ("date", _dates(claims)),
        ("quantity", _figures(claims, "quantity")),
        ("count", _figures(claims, "count")),
    ):
        if readings:
            checks.append(AGREEMENT.check("agreement.variants", slot=slot, readings=readings, evidence=evidence))
    return tuple(checks)


def _docs(claims: Sequence[Claim], polarities: Sequence[Polarity]) -> str:
    return ", ".join(sorted({str(c.doc) for c in claims if c.polarity in polarities}))


def _dates(claims: Sequence[Claim]) -> str:
    told: dict[str, tuple[Days, set[str]]] = {}
    for claim in claims:
        days = interval_of(claim.date)
        if days.is_known:
            told.setdefault(days_text(days), (days, set()))[1].add(str(claim.doc))
    intervals = [days for days, _ in told.values()]
    if all(a.meets(b) for a in intervals for b in intervals):
        return ""
    return "; ".join(f"{text} ({', '.join(sorted(docs))})" for text, (_, docs) in sorted(told.items()))


def _figures(claims: Sequence[Claim], role: str) -> str:
    fillers = [(c, f) for c in claims for f in c.fillers(role)]
    if not any(figures_exclude(a, b) for _, a in fillers for _, b in fillers):
        return ""
    told: dict[str, set[str]] = {}
    for claim, filler in fillers:
        told.setdefault(filler.text, set()).add(str(claim.doc))
    return "; ".join(f"{text} ({', '.join(sorted(docs))})" for text, docs in sorted(told.items()))
