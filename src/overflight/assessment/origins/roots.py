"""Where the descent of a fact ends: the reports that take it from no other, each with the voices it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from overflight.assessment.origins.index import OriginIndex
from overflight.assessment.origins.voices import (
    MEDIA,
    OWN_SOURCES,
    Voice,
    innermost,
    is_guess,
    voice_of,
)
from overflight.records.claim import Attribution, Claim, ClaimKind, Polarity, SpeakerType
from overflight.records.source import ReportId


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """One report at which a fact's descent ends, and what it rests on there; no voices where it gives no source."""

    doc: ReportId
    voices: tuple[Voice, ...]
    labels: tuple[str, ...]
    heads: int
    is_named: bool
    is_guess: bool
    is_own: bool = False
    """Whether the report speaks of its own work, and of no source beside it."""
    is_relayed: bool = False
    """Whether it tells what another outlet was told: an outlet stands before the one who speaks."""


def find_roots(claims: Sequence[Claim], index: OriginIndex) -> tuple[Root, ...]:
    """The reports at which descent ends, each with what it rests on; denials and statements of ignorance are none.

    A claim whose sentence came from a report in which no such claim was found has its root there.
    """
    by_doc: defaultdict[ReportId, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.polarity in (Polarity.AFFIRMED, Polarity.UNCONFIRMED):
            by_doc[claim.doc].append(claim)
    ignorant = {c.doc for c in claims if c.polarity is Polarity.UNKNOWN}
    roots = []
    for doc, own in sorted(_where_they_begin(by_doc, index).items()):
        root = _root(doc, own, index)
        if not _is_made_up(root, ignorant, by_doc.keys(), index):
            roots.append(root)
    return tuple(roots)


def _where_they_begin(
    by_doc: Mapping[ReportId, Sequence[Claim]], index: OriginIndex
) -> Mapping[ReportId, Sequence[Claim]]:
    """For each report at which descent ends the claims that end there."""
    begun: defaultdict[ReportId, list[Claim]] = defaultdict(list)
    for doc in sorted(by_doc):
        told = by_doc[doc]
        free = [c for c in told if c.id not in index.parents and c.id not in index.sources]
        has_come = len(free) < len(told)
        own = [c for c in free if _has_own_source(c)] if has_come else free
        if own:
            begun[doc] += own
        elif not any(c.id in index.parents for c in told):
            for claim in told:
                if claim.id in index.sources and index.sources[claim.id] not in by_doc:
                    begun[index.sources[claim.id]].append(claim)
    return begun


def _is_made_up(root: Root, ignorant: set[ReportId], affirming: Collection[ReportId], index: OriginIndex) -> bool:
    """Whether a report asserts, on no source, what its ancestors say is not known."""
    above = index.ancestors.get(root.doc, frozenset())
    says_so = any(doc in above for doc in affirming)
    return not root.voices and not root.is_own and bool(above & ignorant) and not says_so


def _has_own_source(claim: Claim) -> bool:
    return any(a.type in OWN_SOURCES and a.type not in MEDIA for a in claim.attribution)


def _root(doc: ReportId, claims: Sequence[Claim], index: OriginIndex) -> Root:
    inner = [s for c in claims if (s := innermost(c)) is not None] or _unsaid(doc, claims, index)
    is_own = not inner and doc in index.own_work
    states = index.states.get(doc, frozenset())
    voices = {voice.key: voice for s in inner for voice in [voice_of(s, doc, index.names, states)]}
    return Root(
        doc=doc,
        voices=tuple(voices[key] for key in sorted(voices)),
        labels=tuple(sorted({v.label for v in voices.values()})) or (("its own work",) if is_own else ()),
        heads=max((v.heads for v in voices.values()), default=1),
        is_named=any(v.is_named for v in voices.values()),
        is_guess=(not inner and not is_own) or all(is_guess(c) for c in claims),
        is_own=is_own,
        is_relayed=any(a.type is SpeakerType.OUTLET for c in claims for a in c.attribution[:-1]),
    )


def _unsaid(doc: ReportId, claims: Sequence[Claim], index: OriginIndex) -> list[Attribution]:
    """What claims without a source rest on: the institution that published them, the data behind a report's flights."""
    if doc in index.publisher:
        return [index.publisher[doc]]
    return list(index.data.get(doc, ())) if claims[0].kind is ClaimKind.FLIGHT else []
