"""Could such an aircraft lift what is said to have been on board?"""

from __future__ import annotations

from collections.abc import Sequence

from overflight.assessment.checks.tables import LOAD
from overflight.assessment.context import Context
from overflight.assessment.payload import MARGIN, MOST_TONNES, TONNES_A_UNIT
from overflight.assessment.when import interval_of
from overflight.records.claim import Claim, Filler, Polarity
from overflight.records.finding import Check, EvidenceId, Fact


def check_load(_: Fact, claims: Sequence[Claim], context: Context) -> tuple[Check, ...]:
    """One check for the first claim that says of one flight, or of a number of them, more than the type it names can lift."""
    for claim in claims:
        if claim.polarity is Polarity.DENIED:
            continue
        norms = {f.norm or "" for role in ("aircraft", "carrier") for f in claim.fillers(role)}
        types = norms & MOST_TONNES.keys()
        flights = _flights(claim, context)
        weights = [(f, tonnes) for f in claim.fillers("quantity") if (tonnes := _tonnes(f)) is not None]
        if not types or flights is None or not weights:
            continue
        filler, least = max(weights, key=lambda w: w[1])
        most = max(MOST_TONNES[t] for t in types) * flights
        if least > MARGIN * most:
            blanks = {"load": f"“{filler.text}”", "type": " or ".join(sorted(types)), "most": f"{most:,.0f}"}
            told = "one flight" if flights == 1 else f"{flights:,.0f} flights"
            return (LOAD.check("load.too_heavy", blanks, flights=told, evidence=(EvidenceId(f"claim:{claim.id}"),)),)
    return ()


def _flights(claim: Claim, context: Context) -> float | None:
    """How many flights the claim speaks of; None where it speaks of a period and gives no number."""
    counts = claim.fillers("count")
    if counts:
        most = [filler.max for filler in counts if filler.max]
        return max(most) if len(most) == len(counts) else None
    length = interval_of(claim.date).length_days()
    return 1.0 if length is not None and length <= context.settings.longest_single_event_days else None


def _tonnes(filler: Filler) -> float | None:
    """The least weight that a quantity allows, in tonnes; None for what is no weight."""
    unit = TONNES_A_UNIT.get((filler.unit or "").casefold())
    return None if unit is None or filler.min is None else unit * filler.min
