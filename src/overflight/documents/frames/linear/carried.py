"""What a claim takes over from its neighbours: a flight its aircraft and operator, a reason the one that it is given for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from overflight.documents.frames.draft import Draft
from overflight.documents.frames.linear.chunks import Chunk
from overflight.documents.frames.linear.sentence import chunks_in
from overflight.documents.frames.linear.units import Told
from overflight.documents.frames.scene import Scene
from overflight.documents.languages import LanguageTable
from overflight.records.claim import ClaimKind, Filler

REACH = 600
"""Characters before a sentence in which the antecedent of its aircraft is looked for: three or four sentences."""


def with_carried(scene: Scene, table: LanguageTable, draft: Draft, start: int) -> Draft:
    """A flight without its operator or aircraft has those last named; they stand outside the quotation."""
    if draft.kind is not ClaimKind.FLIGHT or draft.roles.keys() >= {"actor", "aircraft"} or "pilot" in draft.roles:
        return draft
    chunks = chunks_in(scene, table, max(0, start - REACH), start, Told())
    craft = next((c for c in reversed(chunks) if _is_craft(c)), None)
    if craft is None:
        return draft
    at = chunks.index(craft)
    owner = next((c for c in chunks[at + 1 : at + 3] if c.nature in {"body", "company", "name"}), None)
    given = {}
    if "aircraft" not in draft.roles:
        given["aircraft"] = (_outside(scene.text, craft.start, craft.end),)
    if "actor" not in draft.roles and owner is not None:
        given["actor"] = (_name(scene.text, owner),)
    return replace(draft, roles={**draft.roles, **given})


def _is_craft(chunk: Chunk) -> bool:
    return chunk.nature == "craft" and any(m.kind == "aircraft_type" for m in chunk.names)


def _name(text: str, chunk: Chunk) -> Filler:
    known = [m for m in chunk.names if m.kind in {"organisation", "operator"}]
    start, end = (known[-1].start, known[-1].end) if known else chunk.run or (chunk.start, chunk.end)
    return _outside(text, start, end)


def _outside(text: str, start: int, end: int) -> Filler:
    return Filler(text=text[start:end], start=start, end=end, outside_quote=True)


def without_echoes(drafts: Sequence[Draft]) -> list[Draft]:
    """One designation a sentence where a verb of listing and the list's name stand together (`put … on the sanctions list`)."""
    verbs = [d for d in drafts if d.kind is ClaimKind.DESIGNATION and {"actor", "object"} <= d.roles.keys()]
    first = verbs[0] if verbs else None
    named = [
        d for d in drafts if d.kind is not ClaimKind.DESIGNATION or first is None or d is first or d.left >= first.right
    ]
    sums = [d.trigger for d in drafts if d.kind is ClaimKind.TRADE_TOTAL]
    named = [d for d in named if d.kind is not ClaimKind.TRANSFER or d.trigger not in sums]
    kept: list[Draft] = []
    for draft in sorted(named, key=lambda d: (-len(d.roles), d.trigger)):
        if not any(_is_echo(draft, k) for k in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: d.trigger)


_COUNTED = frozenset({ClaimKind.TRADE_TOTAL, ClaimKind.CASUALTIES})


def _is_echo(draft: Draft, kept: Draft) -> bool:
    """Whether a draft of fewer roles tells the same as another: one trigger, or one number of dead or of money."""
    if draft.kind is not kept.kind:
        return False
    same = {(f.start, f.end) for f in draft.roles.get("quantity", ())} & {
        (f.start, f.end) for f in kept.roles.get("quantity", ())
    }
    return draft.trigger == kept.trigger or (draft.kind in _COUNTED and bool(same))


def without_seized(drafts: Sequence[Draft]) -> list[Draft]:
    """Goods seized on their way are moved by no claim of their own."""
    seizures = [d for d in drafts if d.kind is ClaimKind.ARREST and d.subtype == "seizure"]
    seized = [(f.start, f.end) for d in seizures for f in d.roles.get("object", ())]
    return [
        d
        for d in drafts
        if d.kind is not ClaimKind.TRANSFER
        or not any(f.start < end and start < f.end for f in d.roles.get("object", ()) for start, end in seized)
    ]


def with_reasons(drafts: Sequence[Draft]) -> list[Draft]:
    """A transfer given as the reason of a designation: its own words alone, carried by the one that is designated."""
    return [_of_reason(d, drafts) if d.kind is ClaimKind.TRANSFER else d for d in drafts]


def _of_reason(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    for other in drafts:
        if other.kind not in {ClaimKind.DESIGNATION, ClaimKind.ARREST}:
            continue
        reason = next((r for r in other.roles.get("reason", ()) if r.start <= draft.trigger[0] < r.end), None)
        if reason is None:
            continue
        roles = {
            role: tuple(f for f in fillers if reason.start <= f.start and f.end <= reason.end)
            for role, fillers in draft.roles.items()
        }
        target = other.roles.get("object", ())[:1] if not roles.keys() & {"carrier"} or not roles["carrier"] else ()
        given = {"carrier": tuple(replace(f, outside_quote=True) for f in target)} if target else {}
        kept = {role: fillers for role, fillers in {**roles, **given}.items() if fillers}
        return replace(draft, roles=kept, left=reason.start, right=reason.end)
    return draft
