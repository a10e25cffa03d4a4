"""Which claim of a report was taken from which claim of a parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from overflight.documents.lineage.events import same_event
from overflight.documents.lineage.keys import content_keys, overlap
from overflight.documents.lineage.library import Library
from overflight.documents.lineage.parenthood import Parenthood
from overflight.documents.lineage.settings import LineageSettings
from overflight.documents.lineage.source_names import names_nobody
from overflight.records.claim import Attribution, Claim, ClaimId, SpeakerType
from overflight.records.finding import Descent
from overflight.records.source import ReportId

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


@dataclass(frozen=True, slots=True)
class _Ground:
    """One parenthood as its claims are matched.

    passages: spans of the child and the parent that agree. on_data: whether the parent rests on data. told_as: the words by
    which the child tells of the parent that it names.
    """

    parenthood: Parenthood
    passages: Sequence[tuple[int, int, int, int]]
    on_data: bool
    told_as: frozenset[str]
    settings: LineageSettings


def _ground(parenthood: Parenthood, claims_of: ClaimsOf, library: Library) -> _Ground:
    child, parent = library.profiles[parenthood.doc], library.profiles[parenthood.parent]
    return _Ground(
        parenthood=parenthood,
        passages=[
            (child.sentences[a.child].start, child.sentences[a.child].end,
             parent.sentences[a.parent].start, parent.sentences[a.parent].end)
            for a in parenthood.passages
        ],
        on_data=any(
            a.type is SpeakerType.DATASET for c in claims_of.get(parenthood.parent, ()) for a in c.attribution
        ),
        told_as=_told_as(parenthood, claims_of.get(parenthood.doc, ())),
        settings=library.settings,
    )  # fmt: skip


def _matched(parenthood: Parenthood, claims_of: ClaimsOf, library: Library) -> list[tuple[float, Claim, Claim]]:
    """Claims of the child with a claim of the parent, best pairs first; a second claim on the same one must fit better."""
    ground = _ground(parenthood, claims_of, library)
    pairs = []
    for claim in claims_of.get(parenthood.doc, ()):
        if parenthood.is_background and not any(s <= claim.start < e for s, e, _, _ in ground.passages):
            continue
        for other in claims_of.get(parenthood.parent, ()):
            score = _agreement(claim, other, ground)
            if score >= ground.settings.same_matter and not _has_own_source(claim, other, ground):
                pairs.append((score, claim, other))
    pairs.sort(key=lambda pair: (-pair[0], pair[1].start, pair[2].start, pair[1].id, pair[2].id))
    return _one_to_one(pairs, ground.settings)


def _one_to_one(
    pairs: Sequence[tuple[float, Claim, Claim]], settings: LineageSettings
) -> list[tuple[float, Claim, Claim]]:
    chosen: dict[ClaimId, tuple[float, Claim, Claim]] = {}
    taken: set[ClaimId] = set()
    for may_share in (False, True):
        for score, claim, other in pairs:
            least = settings.same_matter + (settings.taken_already if other.id in taken else 0.0)
            if claim.id in chosen or (other.id in taken and not may_share) or score < least:
                continue
            chosen[claim.id] = (score, claim, other)
            taken.add(other.id)
    return [chosen[key] for key in sorted(chosen)]


def _agreement(claim: Claim, other: Claim, ground: _Ground) -> float:
    score = same_event(claim, other)
    if claim.kind is other.kind and any(
        s <= claim.start < e and s2 <= other.start < e2 for s, e, s2, e2 in ground.passages
    ):
        score += ground.settings.aligned_bonus
    return score


def _has_own_source(claim: Claim, other: Claim, ground: _Ground) -> bool:
    """Whether a claim rests on a speaker of a kind that the parent's claim does not have: it is the report's own."""
    inner = next((a for a in reversed(claim.attribution) if a.type in FRESH and not names_nobody(a)), None)
    if inner is None or any(a.type is inner.type for a in other.attribution):
        return False
    citation = ground.parenthood.citation
    if citation is not None:
        if inner.type is SpeakerType.DATASET and ground.on_data:
            return False
        if any(_names(a, citation.outlet) for a in claim.attribution):
            return False
    words = content_keys(inner.text)
    return not (words and words <= ground.told_as) and "translation" not in ground.parenthood.signals


def _names(speaker: Attribution, outlet: str) -> bool:
    return overlap(content_keys(speaker.norm or speaker.text), content_keys(outlet)) >= 0.5


PUBLISHED = (SpeakerType.OUTLET, SpeakerType.REPORT, SpeakerType.DOCUMENT)
"""Speakers that are something written."""


def _told_as(parenthood: Parenthood, claims: Sequence[Claim]) -> frozenset[str]:
    """After "a report by the panel of experts" the experts are that report's, if it is the parent that is named."""
    if parenthood.citation is None:
        return frozenset()
    named = content_keys(parenthood.citation.text)
    told = [content_keys(a.text) for c in claims for a in c.attribution if a.type in PUBLISHED]
    return frozenset[str]().union(*(keys for keys in told if keys & named))


def _descent(claim: Claim, other: Claim, how: Parenthood) -> Descent:
    signals = " and ".join(SIGNALS[s] for s in how.signals if s in SIGNALS) or "shared words"
    return Descent(claim=claim.id, parent_claim=other.id, evidence=f"{how.doc} takes it from {how.parent}: {signals}")


SIGNALS: Mapping[str, str] = {
    "named": "it names it",
    "described": "it describes it",
    "passage": "passages agree",
    "translation": "sentence after sentence is a translation",
    "variant": "both have readings that no other ancestor has",
    "retold": "the same matter is told in other words",
}
"""Each signal in plain words."""


def group_by_report(claims: Iterable[Claim]) -> ClaimsOf:
    """Claims by report, in the order of the text."""
    groups: defaultdict[ReportId, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.doc, c.start, c.end, c.id)):
        groups[claim.doc].append(claim)
    return groups
