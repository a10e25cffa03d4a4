"""Puts the editor's decisions over what was extracted: nothing derived overwrites them, and each stays visible."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from overflight.records.claim import ROLES, Claim, ClaimId, DateAlternative, DateReading, Modality, Polarity
from overflight.records.review import Desk, Review, ReviewAction, claim_target

EDITOR = "set by the editor"
FIELDS = ("date.from", "date.to", "modality", "polarity", *(f"{role}.norm" for role in ROLES))
"""What can be corrected: how the words are read, never the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """Claims after the editor: all of them (with their standing), those that count, pairs to be one fact, and warnings.

    proposals: what a model proposed and the editor has neither accepted nor rejected; an accepted one is a claim.
    """

    claims: tuple[Claim, ...]
    standing: tuple[Claim, ...]
    merges: tuple[tuple[ClaimId, ClaimId], ...]
    proposals: tuple[Claim, ...]
    warnings: tuple[str, ...]


def in_force(reviews: Sequence[Review]) -> tuple[Review, ...]:
    """The decisions that hold: of several about the same thing the last; `undo` takes back all about its target."""
    held: dict[tuple[str, str, str | None], Review] = {}
    for review in reviews:
        if review.action is ReviewAction.UNDO:
            held = {key: r for key, r in held.items() if r.target != review.target}
        else:
            held[review.key()] = review
    return tuple(held.values())


def apply_reviews(claims: Sequence[Claim], desk: Desk) -> Reviewed:
    """The claims as the editor leaves them. A decision whose claim is not found any more is kept and named in a warning."""
    decisions = in_force(desk.reviews)
    by_target: dict[str, list[Review]] = {}
    for review in decisions:
        by_target.setdefault(review.target, []).append(review)

    def decided(all_of: Sequence[Claim]) -> tuple[Claim, ...]:
        return tuple(_reviewed(claim, by_target.get(claim_target(claim.id), [])) for claim in all_of)

    proposed = decided(
        [p for p in desk.proposals if not any(_is_same(p, claim) for claim in claims) or is_accepted(by_target, p)]
    )
    reviewed = (*decided(claims), *(p for p in proposed if is_accepted(by_target, p)))
    known = {claim_target(claim.id) for claim in (*claims, *desk.proposals)}
    lost = sorted(t for t in by_target if t.startswith("claim:") and t not in known)
    merges = tuple(
        (ClaimId(r.target.removeprefix("claim:")), ClaimId((r.value or "").removeprefix("claim:")))
        for r in decisions
        if r.action is ReviewAction.MERGE
    )
    return Reviewed(
        claims=reviewed,
        standing=tuple(claim for claim in reviewed if claim.review != "rejected"),
        merges=merges,
        proposals=tuple(p for p in proposed if not is_accepted(by_target, p) and p.review != "rejected"),
        warnings=tuple(
            f"the editor decided about {target}, which is not found any more; the decision is kept" for target in lost
        ),
    )


def is_accepted(decisions: Mapping[str, Sequence[Review]], claim: Claim) -> bool:
    """Whether the editor accepted a claim."""
    return any(r.action is ReviewAction.ACCEPT for r in decisions.get(claim_target(claim.id), ()))


SAME_WORDS = 0.5
"""Share of the shorter quotation from which a proposal of the same kind says what a claim says already."""


def _is_same(proposal: Claim, claim: Claim) -> bool:
    shared = min(proposal.end, claim.end) - max(proposal.start, claim.start)
    shorter = min(proposal.end - proposal.start, claim.end - claim.start)
    return (proposal.doc, proposal.kind) == (claim.doc, claim.kind) and shared >= SAME_WORDS * shorter


def _reviewed(claim: Claim, reviews: Sequence[Review]) -> Claim:
    standing = [r for r in reviews if r.action in (ReviewAction.ACCEPT, ReviewAction.REJECT)]
    corrections = [r for r in reviews if r.action is ReviewAction.CORRECT and r.field]
    notes = [r.value for r in reviews if r.action is ReviewAction.NOTE and r.value]
    words = [f"{standing[-1].action}ed"] if standing else []
    for review in corrections:
        claim = _corrected(claim, review.field or "", review.value)
    if corrections:
        words.append("corrected: " + ", ".join(sorted(r.field or "" for r in corrections)))
    words += [f"note: {note}" for note in notes]
    if standing and standing[-1].action is ReviewAction.REJECT:
        words = ["rejected"]
    return dataclasses.replace(claim, review="; ".join(words)) if words else claim


def _corrected(claim: Claim, field: str, value: str | None) -> Claim:
    if field == "modality":
        return dataclasses.replace(claim, modality=Modality(value or ""))
    if field == "polarity":
        return dataclasses.replace(claim, polarity=Polarity(value or ""))
    if field.startswith("date."):
        day = dt.date.fromisoformat(value) if value else None
        return dataclasses.replace(claim, date=_dated(claim, field.removeprefix("date."), day))
    role = field.removesuffix(".norm")
    fillers = tuple(dataclasses.replace(filler, norm=value or None) for filler in claim.fillers(role))
    return dataclasses.replace(claim, roles={**claim.roles, role: fillers})


def _dated(claim: Claim, bound: str, day: dt.date | None) -> DateReading:
    """The corrected reading; the one that was read from the words stays beside it as an alternative."""
    old = claim.date
    if old is None:
        return DateReading(
            text=claim.quote, start=claim.start, end=claim.end, from_on=day, to_on=day, precision="day",
            anchor_kind="editor", reason=EDITOR,
        )  # fmt: skip
    kept = old.alternatives
    if old.anchor_kind != "editor":
        kept = (DateAlternative(from_on=old.from_on, to_on=old.to_on, reason=old.reason), *kept)
    return dataclasses.replace(
        old,
        from_on=day if bound == "from" else old.from_on,
        to_on=day if bound == "to" else old.to_on,
        anchor_kind="editor",
        reason=EDITOR,
        alternatives=kept,
    )
