"""Which claims assert a matter, and who denies it: nobody is said to have done what only a denial names."""

from __future__ import annotations

from collections.abc import Sequence

from overflight.assessment.naming import lower_article
from overflight.records.claim import Claim, Polarity

FIRMNESS = (Polarity.AFFIRMED, Polarity.UNCONFIRMED, Polarity.UNKNOWN, Polarity.DENIED)
"""Polarities, firmest first: a sentence is made of the claims of one alone."""


def asserted(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims that do not deny it; all of them where every one does, for then the denial is what is looked at."""
    return tuple(c for c in claims if c.polarity is not Polarity.DENIED) or tuple(claims)


def firmest(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of the firmest polarity that there is."""
    best = min((c.polarity for c in claims), key=FIRMNESS.index)
    return tuple(c for c in claims if c.polarity is best)


def denial_text(claims: Sequence[Claim]) -> str:
    """Who denies it, in one sentence; empty where nobody does."""
    told: dict[str, set[str]] = {}
    for claim in claims:
        if claim.polarity is Polarity.DENIED:
            told.setdefault(_denier(claim), set()).add(str(claim.doc))
    if not told:
        return ""
    return "Denied by " + "; ".join(f"{who} ({', '.join(sorted(docs))})" for who, docs in sorted(told.items())) + "."


def _denier(claim: Claim) -> str:
    """The one who speaks; where the report names none, the report itself."""
    return lower_article(claim.attribution[-1].text) if claim.attribution else "the report itself"
