"""Whether two claims speak of one event or state: a weighted comparison of their slots, each agreement a number with a reason.

Used twice: to align the claims of a report with those of its ancestors, and to gather claims into facts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from overflight.documents.lineage.keys import content_keys, likeness, overlap
from overflight.records.claim import Claim, ClaimKind, DateReading, Filler
from overflight.reference.airports import load_airports


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

SAME_EVENT = 0.5
"""Sum of weighted agreements from which two claims speak of one event."""


def same_event(a: Claim, b: Claim) -> float:
    """How much speaks for one event or state: sum of the kind's weighted slot agreements, 0 if the kinds differ."""
    if a.kind is not b.kind:
        return 0.0
    total = 0.0
    for row in SLOTS[a.kind]:
        agreement = compare_slot(row.slot, a, b)
        total += row.agree * agreement if agreement > 0 else row.differ * agreement
    return total if total < SAME_EVENT or _is_pinned(a, b) else UNPINNED


PINS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.TRANSFER: ("carrier", "recipient", "destination", "quantity", "date"),
}
"""Kinds of which many events share who and what: one of these slots must agree too before two claims are one event."""

UNPINNED = 0.4
"""The most that agreement without a pin adds up to: enough to come from a parent's claim, too little for one event."""


def _is_pinned(a: Claim, b: Claim) -> bool:
    """Whether something beside actor and goods ties two claims to one event; a recipient may be told as a place."""
    pins = PINS.get(a.kind)
    if pins is None or any(compare_slot(slot, a, b) > 0 for slot in pins):
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
    left, right = slot_fillers(slot, a), slot_fillers(slot, b)
    if not left or not right:
        return 0.0
    if slot in {"origin", "destination", "place", "via"}:
        return max(compare_places(x, y) for x in left for y in right)
    if slot in {"quantity", "count"}:
        return max(compare_numbers(x, y) for x in left for y in right)
    return max(compare_parties(x, y) for x in left for y in right)


def slot_fillers(slot: str, claim: Claim) -> tuple[Filler, ...]:
    """The fillers that stand in a slot; who carried is said as operator, as carrier or as aircraft."""
    if slot == "carrier":
        roles = ("carrier", "actor", "aircraft") if claim.kind is ClaimKind.FLIGHT else ("carrier", "aircraft")
        return tuple(f for role in roles for f in claim.fillers(role))
    if slot == "destination":
        return claim.fillers("destination") or claim.fillers("place")
    return claim.fillers(slot)


def compare_dates(a: DateReading | None, b: DateReading | None) -> float:
    """1 the same day, 0.8 the same longer stretch, 0.6 an overlap, 0.5 of other readings; -1 disjoint; 0 if one has none."""
    if a is None or b is None or (a.from_on is None and a.to_on is None) or (b.from_on is None and b.to_on is None):
        return 0.0
    if _overlaps(a.from_on, a.to_on, b.from_on, b.to_on):
        if a.precision == b.precision == "day":
            return 1.0
        return 0.8 if (a.from_on, a.to_on) == (b.from_on, b.to_on) else 0.6
    readings_a = [(a.from_on, a.to_on), *((x.from_on, x.to_on) for x in a.alternatives)]
    readings_b = [(b.from_on, b.to_on), *((x.from_on, x.to_on) for x in b.alternatives)]
    if any(_overlaps(*x, *y) for x in readings_a for y in readings_b):
        return 0.5
    return -1.0


def _overlaps(a_from: dt.date | None, a_to: dt.date | None, b_from: dt.date | None, b_to: dt.date | None) -> bool:
    if (a_from is None and a_to is None) or (b_from is None and b_to is None):
        return False
    return (a_from or dt.date.min) <= (b_to or dt.date.max) and (b_from or dt.date.min) <= (a_to or dt.date.max)


def compare_numbers(a: Filler, b: Filler) -> float:
    """1 the same bounds, 0.4 intervals that meet, -1 figures that cannot both hold, 0 if one has no figure."""
    if (a.min is None and a.max is None) or (b.min is None and b.max is None):
        return 1.0 if a.text.casefold() == b.text.casefold() else 0.0
    if (a.min, a.max) == (b.min, b.max):
        return 1.0
    low = max(a.min if a.min is not None else float("-inf"), b.min if b.min is not None else float("-inf"))
    high = min(a.max if a.max is not None else float("inf"), b.max if b.max is not None else float("inf"))
    return 0.4 if low <= high else -1.0


@lru_cache(maxsize=4096)
def place_parts(norm: str | None, text: str) -> tuple[str | None, str | None]:
    """Country (ISO alpha-2) and folded town of a place as a claim gives it; either may be unknown."""
    value = (norm or "").strip()
    if value.startswith(("gov:", "mil:")):
        value = value.split(":", 1)[1]
    if len(value) == 2 and value.isupper():
        return value, None
    if "," in value:
        town, _, country = value.rpartition(",")
        return country.strip().upper(), " ".join(sorted(content_keys(town)))
    if len(value) in {3, 4} and value.isupper():
        fields = load_airports().by_code(value)
        if fields:
            return fields[0].country, " ".join(sorted(content_keys(fields[0].municipality or fields[0].name)))
    return None, " ".join(sorted(content_keys(text))) or None


def compare_places(a: Filler, b: Filler) -> float:
    """1 the same town or country, 0.8 a field told by its town, 0.6 a town and its country, -1 different ones."""
    country_a, town_a = place_parts(a.norm, a.coref or a.text)
    country_b, town_b = place_parts(b.norm, b.coref or b.text)
    if country_a and country_b and country_a != country_b:
        return -1.0
    if town_a and town_b:
        if town_a == town_b:
            return 1.0
        shared = overlap(frozenset(town_a.split()), frozenset(town_b.split()))
        if max(shared, overlap(content_keys(a.text), content_keys(b.text))) >= 0.5:
            return 0.8
        return -0.5 if country_a and country_b else 0.0
    if country_a and country_b:
        return 1.0 if town_a is None and town_b is None else 0.6
    return 0.0


_STATES = ("gov:", "mil:")
_NAMED = ("org:", "person:")


def compare_parties(a: Filler, b: Filler) -> float:
    """1 the same name, down to 0 for words that share nothing; -1 where both are named and differ."""
    if a.norm and b.norm:
        left, right = a.norm.removeprefix("gov:").removeprefix("mil:"), b.norm.removeprefix("gov:").removeprefix("mil:")
        if left == right:
            return 1.0 if a.norm == b.norm else 0.8
        if a.norm.startswith(_NAMED) and b.norm.startswith(_NAMED):
            kinds = a.norm.split(":", 1)[0], b.norm.split(":", 1)[0]
            near = overlap(content_keys(left.split(":")[-1]), content_keys(right.split(":")[-1]))
            return 0.9 if near >= 0.6 and kinds[0] == kinds[1] else -1.0
        if a.norm.startswith(_STATES) and b.norm.startswith(_STATES):
            return -1.0
    return likeness(content_keys(a.coref or a.text), content_keys(b.coref or b.text))
