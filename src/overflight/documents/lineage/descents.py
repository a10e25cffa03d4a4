"""Which claim of a report was taken from which claim of a parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from overflight.documents.lineage.events import same_event
from overflight.documents.lineage.keys import content_keys, overlap
from overflight.documents.lineage.parents import Library, Parenthood
from overflight.records.claim import Attribution, Claim, ClaimId, SpeakerType
from overflight.records.finding import Descent
from overflight.records.source import ReportId

SAME_MATTER = 0.25
"""Agreement of two claims from which one may come from the other; lower than for one event, as readings drift."""

ALIGNED_BONUS = 0.30
"""What an aligned passage around both claims adds to their agreement."""

TAKEN_ALREADY = 0.20
"""How much better a claim must fit one that another claim of its report already comes from."""

FRESH = (
    SpeakerType.DATASET, SpeakerType.IMAGERY, SpeakerType.DOCUMENT, SpeakerType.OFFICIAL, SpeakerType.NGO,
    SpeakerType.NAMED, SpeakerType.ANONYMOUS,
)  # fmt: skip
"""Speakers that give a claim an origin of its own if the parent's claim does not rest on their like."""

ClaimsOf = Mapping[ReportId, Sequence[Claim]]


def find_descents(
    parents: Iterable[Parenthood], claims_of: ClaimsOf, library: Library
) -> tuple[tuple[Descent, Claim, Claim, Parenthood], ...]:
    """For each claim of a child its claim of origin, from the parent where it fits best; direct parents go first."""
    best: dict[ClaimId, tuple[tuple[bool, float, str], Claim, Claim, Parenthood]] = {}
    for parenthood in parents:
        for score, claim, other in _matched(parenthood, claims_of, library):
            rank = (parenthood.is_direct, score, str(other.id))
            if claim.id not in best or rank > best[claim.id][0]:
                best[claim.id] = (rank, claim, other, parenthood)
    return tuple((_descent(c, p, how), c, p, how) for _, (_, c, p, how) in sorted(best.items()))


def _matched(parenthood: Parenthood, claims_of: ClaimsOf, library: Library) -> list[tuple[float, Claim, Claim]]:
    """Claims of the child with a claim of the parent, best pairs first; a second claim on the same one must fit better."""
    passages = _passages(parenthood, library)
    on_data = any(a.type is SpeakerType.DATASET for c in claims_of.get(parenthood.parent, ()) for a in c.attribution)
    pairs = []
    for claim in claims_of.get(parenthood.doc, ()):
        if parenthood.is_background and not any(s <= claim.start < e for s, e, _, _ in passages):
            continue
        for other in claims_of.get(parenthood.parent, ()):
            score = _agreement(claim, other, passages)
            if score >= SAME_MATTER and not _has_own_source(claim, other, parenthood, on_data):
                pairs.append((score, claim, other))
    pairs.sort(key=lambda pair: (-pair[0], pair[1].start, pair[2].start, pair[1].id, pair[2].id))
    chosen: dict[ClaimId, tuple[float, Claim, Claim]] = {}
    taken: set[ClaimId] = set()
    for may_share in (False, True):
        for score, claim, other in pairs:
            least = SAME_MATTER + TAKEN_ALREADY if other.id in taken else SAME_MATTER
            if claim.id in chosen or (other.id in taken and not may_share) or score < least:
                continue
            chosen[claim.id] = (score, claim, other)
            taken.add(other.id)
    return [chosen[key] for key in sorted(chosen)]


def _passages(parenthood: Parenthood, library: Library) -> Sequence[tuple[int, int, int, int]]:
    child, parent = library.profiles[parenthood.doc], library.profiles[parenthood.parent]
    return [
        (child.sentences[a.child].start, child.sentences[a.child].end,
         parent.sentences[a.parent].start, parent.sentences[a.parent].end)
        for a in parenthood.passages
    ]  # fmt: skip


def _agreement(claim: Claim, other: Claim, passages: Sequence[tuple[int, int, int, int]]) -> float:
    score = same_event(claim, other)
    if claim.kind is other.kind and any(s <= claim.start < e and s2 <= other.start < e2 for s, e, s2, e2 in passages):
        score += ALIGNED_BONUS
    return score


def _has_own_source(claim: Claim, other: Claim, parenthood: Parenthood, on_data: bool) -> bool:
    inner = next((a for a in reversed(claim.attribution) if a.type in FRESH), None)
    if inner is None or any(a.type is inner.type for a in other.attribution):
        return False
    if inner.type is SpeakerType.DATASET and on_data and parenthood.citation is not None:
        return False
    if parenthood.citation is not None and any(_names(a, parenthood.citation.outlet) for a in claim.attribution):
        return False
    return "translation" not in parenthood.signals


def _names(speaker: Attribution, outlet: str) -> bool:
    return overlap(content_keys(speaker.norm or speaker.text), content_keys(outlet)) >= 0.5


def _descent(claim: Claim, other: Claim, how: Parenthood) -> Descent:
    signals = " and ".join(SIGNALS[s] for s in how.signals if s in SIGNALS) or "shared words"
    return Descent(claim=claim.id, parent_claim=other.id, evidence=f"{how.doc} takes it from {how.parent}: {signals}")


SIGNALS: Mapping[str, str] = {
    "named": "it names it",
    "described": "it describes it",
    "passage": "passages agree",
    "translation": "sentence after sentence is a translation",
    "variant": "both have readings that no other ancestor has",
}
"""Each signal in plain words."""


def group_by_report(claims: Iterable[Claim]) -> ClaimsOf:
    """Claims by report, in the order of the text."""
    groups: defaultdict[ReportId, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.doc, c.start, c.end, c.id)):
        groups[claim.doc].append(claim)
    return groups
