"""Tiny builders: one sentence becomes a report and its claims."""

from __future__ import annotations

import datetime as dt

from overflight.documents.claims import extract_claims
from overflight.records.claim import Claim
from overflight.records.source import Report, ReportId, Sha256

FRIDAY = dt.date(2024, 3, 15)


def report(
    text: str, *, published_on: dt.date | None = FRIDAY, language: str = "en", outlet: str | None = None
) -> Report:
    return Report(
        doc=ReportId("r"),
        source=Sha256("0" * 64),
        text=text,
        language=language,
        published_on=published_on,
        outlet=outlet,
    )


def claims(text: str, **how) -> tuple[Claim, ...]:
    return extract_claims(report(text, **how))


def only(text: str, kind: str, **how) -> Claim:
    """The one claim of that kind."""
    found = [c for c in claims(text, **how) if c.kind == kind]
    assert len(found) == 1, [(c.kind.value, c.quote) for c in claims(text, **how)]
    return found[0]


def words(claim: Claim, role: str) -> list[str]:
    return [f.text for f in claim.fillers(role)]


def slots(claim: Claim) -> dict[str, list[str]]:
    return {role: [f.text for f in fillers] for role, fillers in claim.roles.items()}


def span_of(claim: Claim) -> tuple[str, str] | None:
    if claim.date is None:
        return None
    return (str(claim.date.from_on), str(claim.date.to_on))
