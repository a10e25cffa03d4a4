"""Is what was on board, or who flew, shown by anything? Positions, lists and registries never show it."""

from __future__ import annotations

from collections.abc import Sequence

from overflight.assessment.checks.tables import CARGO, PILOT
from overflight.assessment.context import Context
from overflight.records.claim import Claim
from overflight.records.finding import Check, Fact


def check_cargo(_: Fact, claims: Sequence[Claim], __: Context) -> tuple[Check, ...]:
    """One check where a claim says what or how much was carried."""
    told = list(
        dict.fromkeys(
            " of ".join(part for part in (_words(c, "quantity"), _words(c, "object")) if part)
            for c in claims
            if c.fillers("object") or c.fillers("quantity")
        )
    )
    return (CARGO.check("cargo.not_shown", cargo=" / ".join(f"“{t}”" for t in told)),) if told else ()


def check_pilot(_: Fact, claims: Sequence[Claim], __: Context) -> tuple[Check, ...]:
    """One check where a claim says who was at the controls."""
    pilots = dict.fromkeys(f.coref or f.text for c in claims for f in c.fillers("pilot"))
    return (PILOT.check("pilot.not_shown", pilot=" or ".join(pilots)),) if pilots else ()


def _words(claim: Claim, role: str) -> str:
    return " and ".join(f.text for f in claim.fillers(role))
