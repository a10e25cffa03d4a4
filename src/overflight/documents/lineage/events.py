"""Whether two claims speak of one event or state: a weighted comparison of their slots, each agreement a number with a reason.

Used twice: to align the claims of a report with those of its ancestors, and to gather claims into facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from overflight.documents.lineage.readings import (
    compare_authorities,
    compare_carriers,
    compare_dates,
    compare_goods,
    compare_numbers,
    compare_offices,
    compare_parties,
)
from overflight.documents.lineage.where import compare_places
from overflight.records.claim import Claim, ClaimKind, Filler


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotWeight:
    """How much a slot speaks for one event when its readings agree, and against it when they exclude each other."""

    slot: str
    agree: float
    differ: float


def _w(slot: str, agree: float, differ: float) -> SlotWeight:
    return SlotWeight(slot=slot, agree=agree, differ=differ)


SLOTS: Mapping[ClaimKind, tuple[SlotWeight, ...]] = {
    ClaimKind.FLIGHT: (
        _w("carrier", 0.30, 0.60), _w("destination", 0.35, 0.60), _w("origin", 0.20, 0.30), _w("date", 0.40, 0.60),
        _w("pilot", 0.70, 0.60), _w("count", 0.15, 0.20), _w("has_pilot", 0.0, 0.40), _w("has_count", 0.0, 0.60),
        _w("via", 0.15, 0.0), _w("way", 0.0, 0.50),
    ),
    ClaimKind.VISIT: (
        _w("actor", 0.40, 0.40), _w("destination", 0.35, 0.60), _w("date", 0.35, 0.50),
    ),
    ClaimKind.TRANSFER: (
        _w("carrier", 0.25, 0.25), _w("actor", 0.20, 0.20), _w("recipient", 0.25, 0.30), _w("object", 0.40, 0.20),
        _w("destination", 0.25, 0.40), _w("quantity", 0.30, 0.10), _w("date", 0.25, 0.40),
    ),
    ClaimKind.DESIGNATION: (
        _w("object", 0.70, 0.90), _w("actor", 0.20, 0.50), _w("date", 0.15, 0.30),
    ),
    ClaimKind.ROLE: (
        _w("actor", 0.60, 0.90), _w("object", 0.40, 0.50), _w("subtype", 0.10, 0.20),
    ),
    ClaimKind.MANUFACTURE: (
        _w("actor", 0.40, 0.50), _w("object", 0.40, 0.40), _w("place", 0.10, 0.20),
    ),
    ClaimKind.ARREST: (
        _w("object", 0.50, 0.60), _w("place", 0.25, 0.40), _w("date", 0.30, 0.40), _w("quantity", 0.20, 0.20),
        _w("reason", 0.15, 0.10),
    ),
    ClaimKind.TRADE_TOTAL: (
        _w("recipient", 0.30, 0.60), _w("actor", 0.25, 0.40), _w("date", 0.25, 0.40), _w("quantity", 0.40, 0.05),
    ),
    ClaimKind.CASUALTIES: (
        _w("object", 0.15, 0.10), _w("actor", 0.15, 0.20), _w("place", 0.25, 0.40), _w("date", 0.25, 0.40),
        _w("quantity", 0.50, 0.05),
    ),
}  # fmt: skip
"""One row a kind. Weights were set by hand on invented reports and judged on others; see docs/methods/lineage.md."""


def same_event(a: Claim, b: Claim) -> float:
    """How much speaks for one event or state: sum of the kind's weighted slot agreements, 0 if the kinds differ."""
    if a.kind is not b.kind:
        return 0.0
    agreed = {row.slot: compare_slot(row.slot, a, b) for row in SLOTS[a.kind]}
    total = sum((row.agree if agreed[row.slot] > 0 else row.differ) * agreed[row.slot] for row in SLOTS[a.kind])
    return total if _is_pinned(a, b, agreed) else min(total, UNPINNED)


PINS: Mapping[ClaimKind, Mapping[str, float]] = {
    ClaimKind.TRANSFER: {"carrier": 0.5, "recipient": 0.5, "destination": 0.4, "quantity": 0.4, "date": 0.4},
}
"""Kinds of which many events share who and what: one of these slots must agree so far too before two claims are one event.
Parties and aircraft must agree by name or type: one word of a description pins nothing."""

UNPINNED = 0.4
"""The most that agreement without a pin adds up to: enough to come from a parent's claim, too little for one event."""


def _is_pinned(a: Claim, b: Claim, agreed: Mapping[str, float]) -> bool:
    """Whether something beside actor and goods ties two claims to one event; a recipient may be told as a place."""
    pins = PINS.get(a.kind)
    if pins is None or any(agreed[slot] >= least for slot, least in pins.items()):
        return True
    return any(compare_places(x, y) > 0 for one, other in ((a, b), (b, a))
               for x in one.fillers("recipient") for y in other.fillers("destination"))  # fmt: skip


def compare_slot(slot: str, a: Claim, b: Claim) -> float:
    """Agreement of one slot from -1 (the readings exclude each other) over 0 (nothing to compare) to 1 (the same)."""
    if slot == "date":
        return compare_dates(a.date, b.date)
    if slot == "subtype":
        return 0.0 if not (a.subtype and b.subtype) else (1.0 if a.subtype == b.subtype else -1.0)
    if slot.startswith("has_"):
        role = slot.removeprefix("has_")
        return -1.0 if bool(a.fillers(role)) != bool(b.fillers(role)) else 0.0
    if slot == "way":
        return _compare_ways(a, b)
    left, right = slot_fillers(slot, a), slot_fillers(slot, b)
    if slot == "destination" and a.kind is ClaimKind.TRANSFER:
        left, right = left or _whither(a, b), right or _whither(b, a)
    if not left or not right:
        return 0.0
    if slot in {"origin", "destination", "place", "via"}:
        return max(compare_places(x, y) for x in left for y in right)
    if slot in {"quantity", "count"}:
        return max(compare_numbers(x, y) for x in left for y in right)
    if slot == "carrier":
        return compare_carriers(left, right)
    if slot == "actor" and a.kind is ClaimKind.DESIGNATION:
        return max(compare_authorities(x, y) for x in left for y in right)
    if slot == "object" and a.kind is ClaimKind.ROLE:
        return max(compare_offices(x, y) for x in left for y in right)
    compare = compare_goods if slot in GOODS.get(a.kind, ()) else compare_parties
    return max(compare(x, y) for x in left for y in right)


def _compare_ways(a: Claim, b: Claim) -> float:
    """-1 where one flight leaves the place that the other goes to and nothing says that they go the same way; else 0."""
    if not (_turns(a, b) or _turns(b, a)):
        return 0.0
    return -1.0 if max(compare_slot(end, a, b) for end in ("origin", "destination")) <= 0 else 0.0


def _turns(a: Claim, b: Claim) -> bool:
    left = a.fillers("origin")
    return bool(left) and any(compare_places(x, y) >= SAME_SPOT for x in left for y in slot_fillers("destination", b))


SAME_SPOT = 0.8
"""Agreement from which two places are one spot; a town and its country are not."""


def _whither(claim: Claim, other: Claim) -> tuple[Filler, ...]:
    """Where goods went that are told by their recipient only ("to Russia"), for a claim that tells only the place."""
    return () if other.fillers("recipient") else claim.fillers("recipient")


GOODS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.TRANSFER: ("object",), ClaimKind.MANUFACTURE: ("object",),
    ClaimKind.ARREST: ("object", "reason"), ClaimKind.CASUALTIES: ("object",),
}  # fmt: skip
"""Slots that hold goods or people without a name, which are described."""


def slot_fillers(slot: str, claim: Claim) -> tuple[Filler, ...]:
    """The fillers that stand in a slot; who carried is said as operator, as carrier or as aircraft."""
    if slot == "carrier":
        roles = ("carrier", "actor", "aircraft") if claim.kind is ClaimKind.FLIGHT else ("carrier", "aircraft")
        return tuple(f for role in roles for f in claim.fillers(role))
    if slot == "destination":
        return claim.fillers("destination") or claim.fillers("place")
    return claim.fillers(slot)
