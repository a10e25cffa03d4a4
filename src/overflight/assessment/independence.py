"""How many independent origins a fact has: an interval, with the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from overflight.assessment.naming import name_of
from overflight.documents.lineage.keys import content_keys, overlap
from overflight.documents.lineage.source_names import SourceNames, source_names
from overflight.records.claim import Attribution, Claim, ClaimId, ClaimKind, Modality, Polarity, SpeakerType
from overflight.records.finding import Drift, Lineage, Origins
from overflight.records.source import ReportId

OWN_SOURCES = (
    SpeakerType.DATASET, SpeakerType.IMAGERY, SpeakerType.DOCUMENT, SpeakerType.OFFICIAL, SpeakerType.NGO,
    SpeakerType.NAMED, SpeakerType.ANONYMOUS, SpeakerType.REPORT, SpeakerType.OUTLET,
)  # fmt: skip
"""Speakers that a report can rest on; `self` and `unspecified` name nobody."""

INSTITUTIONS = (SpeakerType.OFFICIAL, SpeakerType.NGO)

HEADS = {"two": 2, "three": 3, "four": 4, "five": 5, "several": 2, "dos": 2, "deux": 2, "due": 2, "zwei": 2, "dois": 2,
         "два": 2, "две": 2, "двое": 2, "три": 3, "tres": 3, "trois": 3, "tre": 3, "drei": 3}  # fmt: skip
"""How many people an anonymous phrase counts; one where it counts none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """One report at which a fact's descent ends, and what it rests on there."""

    doc: ReportId
    sources: frozenset[str]
    labels: tuple[str, ...]
    heads: int
    is_named: bool
    is_guess: bool
    institutions: frozenset[SpeakerType] = frozenset()
    """Kinds of institution that it rests on without naming them: "the department", "the union"."""
    is_relayed: bool = False
    """Whether it tells what another outlet was told: an outlet stands before the one who speaks."""


@dataclass(frozen=True)
class OriginIndex:
    """What counting origins asks of a whole case, gathered once.

    parents: for each claim those it was taken from. data: the one data set on which a report's flights rest, where it
    names one. own_work: reports that speak of their own work. drift: what changed on the way to each claim.
    """

    parents: Mapping[ClaimId, tuple[ClaimId, ...]]
    data: Mapping[ReportId, tuple[Attribution, ...]]
    own_work: frozenset[ReportId]
    drift: Mapping[ClaimId, tuple[Drift, ...]]
    names: SourceNames
    families: Mapping[ReportId, int]
    released: Mapping[ReportId, frozenset[ReportId]]


def index_origins(claims: Iterable[Claim], lineage: Lineage) -> OriginIndex:
    """The index over these claims and their lineage."""
    known = tuple(claims)
    parents: defaultdict[ClaimId, list[ClaimId]] = defaultdict(list)
    for descent in lineage.descents:
        parents[descent.claim].append(descent.parent_claim)
    drift: defaultdict[ClaimId, list[Drift]] = defaultdict(list)
    for change in lineage.drift:
        if change.claim is not None:
            drift[change.claim].append(change)
    return OriginIndex(
        parents={claim: tuple(found) for claim, found in parents.items()},
        data={**_named_data(lineage), **_flight_data(known)},
        own_work=frozenset(c.doc for c in known if any(a.type is SpeakerType.SELF for a in c.attribution)),
        drift={claim: tuple(found) for claim, found in drift.items()},
        names=source_names(known),
        families={doc: i for i, docs in enumerate(lineage.clusters) for doc in docs if len(docs) > 1},
        released=_named_parents(lineage),
    )


def _named_parents(lineage: Lineage) -> Mapping[ReportId, frozenset[ReportId]]:
    found: defaultdict[ReportId, set[ReportId]] = defaultdict(set)
    for edge in lineage.edges:
        if edge.is_named and not edge.parent.startswith("ext:"):
            found[edge.doc].add(ReportId(edge.parent))
    return {doc: frozenset(parents) for doc, parents in found.items()}


def count_origins(claims: Sequence[Claim], index: OriginIndex) -> Origins:
    """The origins of the fact that these claims speak of.

    A claim that descends from another is no origin. Reports that rest on one data set, act, document or named speaker are
    one. Unsourced and anonymous roots may be the same people, so the least number merges them.
    """
    if claims[0].kind is ClaimKind.DESIGNATION:
        return Origins(
            min=1, max=1, which=(_authority(claims),), reason="An official act has one origin and needs no second."
        )
    roots = find_roots(claims, index)
    if not roots:
        return Origins(
            min=0, max=0, which=(), reason="No report says so on a source of its own: what it rests on does not."
        )
    groups = _join(roots, index)
    extra = sum(_own_beside_shared(group) for group in groups)
    least = _least(groups)
    which = tuple(sorted(label for group in groups for label in _label(group)))
    return Origins(min=least, max=len(groups) + extra, which=which, reason=_reason(groups, least, extra))


def find_roots(claims: Sequence[Claim], index: OriginIndex) -> tuple[Root, ...]:
    """The reports at which descent ends, each with what it rests on; denials and statements of ignorance are none."""
    by_doc: defaultdict[ReportId, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.polarity in (Polarity.AFFIRMED, Polarity.UNCONFIRMED):
            by_doc[claim.doc].append(claim)
    roots = []
    for doc in sorted(by_doc):
        own = by_doc[doc]
        if any(c.id in index.parents for c in own):
            own = [c for c in own if c.id not in index.parents and _has_own_source(c)]
        if own:
            roots.append(_root(doc, own, index))
    return tuple(roots)


def _named_data(lineage: Lineage) -> Mapping[ReportId, tuple[Attribution, ...]]:
    """The data sets that reports name near their top, as lineage found them."""
    found: defaultdict[ReportId, list[Attribution]] = defaultdict(list)
    for edge in lineage.edges:
        if "dataset" in edge.signals:
            name = edge.parent.removeprefix("ext:")
            found[edge.doc].append(Attribution(text=name, start=0, end=0, type=SpeakerType.DATASET, norm=name))
    return {doc: tuple(named) for doc, named in found.items() if len(named) == 1}


def _flight_data(claims: Sequence[Claim]) -> Mapping[ReportId, tuple[Attribution, ...]]:
    """The data set on which a report's flights rest where it says so once: its other flights rest on it too."""
    found: defaultdict[ReportId, dict[str, Attribution]] = defaultdict(dict)
    for claim in claims:
        speaker = innermost(claim)
        if claim.kind is ClaimKind.FLIGHT and speaker is not None and speaker.type is SpeakerType.DATASET:
            found[claim.doc].setdefault(source_key(speaker, claim.doc), speaker)
    return {doc: tuple(named.values()) for doc, named in found.items() if len(named) == 1}


def _has_own_source(claim: Claim) -> bool:
    return any(
        a.type in OWN_SOURCES and a.type not in (SpeakerType.OUTLET, SpeakerType.REPORT) for a in claim.attribution
    )


def _root(doc: ReportId, claims: Sequence[Claim], index: OriginIndex) -> Root:
    inner = [s for c in claims if (s := innermost(c)) is not None]
    if not inner and claims[0].kind is ClaimKind.FLIGHT:
        inner = list(index.data.get(doc, ()))
    firm = [s for s in inner if s.type not in (SpeakerType.ANONYMOUS, SpeakerType.OUTLET, SpeakerType.REPORT)]
    is_own = not inner and doc in index.own_work
    return Root(
        doc=doc,
        sources=frozenset(_key(s, doc, index) for s in inner),
        labels=tuple(sorted({index.names.name(doc, s) for s in inner})) or (("its own work",) if is_own else ()),
        heads=max((_heads(s.text) for s in inner), default=1),
        is_named=bool(firm) or is_own,
        is_guess=(not inner and not is_own) or all(_is_guess(c) for c in claims),
        is_relayed=any(_is_relayed(c) for c in claims),
        institutions=frozenset(s.type for s in inner if s.type in INSTITUTIONS and not s.norm),
    )


def _is_relayed(claim: Claim) -> bool:
    return any(a.type is SpeakerType.OUTLET for a in claim.attribution[:-1])


def _is_guess(claim: Claim) -> bool:
    """A speculation, or hearsay: a named speaker who repeats somebody unnamed."""
    if claim.modality is Modality.SPECULATED:
        return True
    types = [a.type for a in claim.attribution]
    return types[-1:] == [SpeakerType.ANONYMOUS] and SpeakerType.NAMED in types[:-1]


def innermost(claim: Claim) -> Attribution | None:
    """The speaker that a claim rests on in the end: the last of the chain that names somebody."""
    known = [a for a in claim.attribution if a.type in OWN_SOURCES and not _is_empty(a)]
    return known[-1] if known else None


def _is_empty(speaker: Attribution) -> bool:
    """Whether a speaker that was taken for a named one bears no name: "what is known" names nobody."""
    return speaker.type is SpeakerType.NAMED and not speaker.norm and speaker.text == speaker.text.lower()


def source_key(speaker: Attribution, doc: ReportId) -> str:
    """What makes two speakers one: a name for those who have one, the report for those who have none."""
    if speaker.type is SpeakerType.ANONYMOUS:
        return f"anonymous:{doc}:{' '.join(sorted(content_keys(speaker.text)))}"
    keys = content_keys(speaker.norm or speaker.text)
    own_words = frozenset(key for key in keys if not key.startswith("#")) or keys
    if speaker.type is SpeakerType.DATASET and not speaker.norm and not _is_proper(speaker.text):
        return "dataset:public flight data"
    return f"dataset:{_joined(own_words)}" if speaker.type is SpeakerType.DATASET else f"named:{_joined(keys)}"


def _key(speaker: Attribution, doc: ReportId, index: OriginIndex) -> str:
    """The same for one of a case: outlets are known by the name that their report gives them."""
    if speaker.type in (SpeakerType.OUTLET, SpeakerType.REPORT):
        return f"named:{_joined(content_keys(index.names.name(doc, speaker)))}"
    return source_key(speaker, doc)


def _joined(keys: frozenset[str]) -> str:
    return " ".join(sorted(keys))


def _is_proper(text: str) -> bool:
    """Whether a phrase names something: a capital inside it that opens no sentence and is no acronym's ("ADS-B data")."""
    words = text.split()
    return any(w[:1].isupper() and not w.replace("-", "").isupper() for w in words[1:]) or any(
        c.isupper() for w in words[:1] for c in w[1:] if not w.replace("-", "").isupper()
    )


def _heads(text: str) -> int:
    return max((HEADS.get(word, 1) for word in text.casefold().split()), default=1)


def _join(roots: Sequence[Root], index: OriginIndex) -> list[list[Root]]:
    groups: list[list[Root]] = []
    for root in roots:
        joined = [
            g for g in groups if any(_one_source(root, other) or _one_institution(root, other, index) for other in g)
        ]
        groups = [g for g in groups if g not in joined] + [[*(r for g in joined for r in g), root]]
    return groups


def _one_source(a: Root, b: Root) -> bool:
    if a.sources & b.sources:
        return True
    for x in a.sources:
        for y in b.sources:
            kind_x, _, name_x = x.partition(":")
            kind_y, _, name_y = y.partition(":")
            if (
                kind_x == kind_y != "anonymous"
                and overlap(frozenset(name_x.split()), frozenset(name_y.split())) >= 0.75
            ):
                return True
    return False


def _one_institution(a: Root, b: Root, index: OriginIndex) -> bool:
    """Whether two reports of one family rest on one institution that at least one of them does not name.

    Two who rest on "the union" and on "the doctors' union" do. So do a release without a source and a report that names it
    and puts its matter down to "the department", and an interview and a report that relays what was said in it.
    """
    is_family = index.families.get(a.doc, -1) == index.families.get(b.doc, -2)
    if is_family and a.institutions & b.institutions:
        return True
    return any(
        (one.is_relayed or (is_family and one.institutions))
        and not other.sources
        and other.doc in index.released.get(one.doc, frozenset())
        for one, other in ((a, b), (b, a))
    )


def _own_beside_shared(group: Sequence[Root]) -> int:
    shared = (
        frozenset.union(*(a.sources & b.sources for a in group for b in group if a is not b))
        if len(group) > 1
        else None
    )
    return 0 if shared is None else sum(1 for root in group[1:] if root.sources & shared and root.sources - shared)


def _least(groups: Sequence[Sequence[Root]]) -> int:
    firm = [g for g in groups if any(r.is_named and not r.is_guess for r in g)]
    anonymous = [g for g in groups if g not in firm and not all(r.is_guess for r in g)]
    heads = {max(r.heads for r in g) for g in anonymous}
    return max(1, len(firm) + len(heads))


def _label(group: Sequence[Root]) -> tuple[str, ...]:
    names = sorted({label for root in group for label in root.labels})
    docs = ", ".join(sorted({str(root.doc) for root in group}))
    return (f"{', '.join(names)} ({docs})",) if names else (f"{docs}, no source given",)


def _reason(groups: Sequence[Sequence[Root]], least: int, extra: int) -> str:
    total = len(groups) + extra
    if total == 1:
        several = len({r.doc for r in groups[0]}) > 1
        return (
            "Several reports rest on one source: one origin."
            if several
            else "One report says so first; the others took it from there."
        )
    if least == total:
        return f"{total} roots that do not descend from one another and rest on different sources."
    return f"{total} roots, but those that name no source, or only unnamed people, may be the same: at least {least}."


def _authority(claims: Sequence[Claim]) -> str:
    names = [name for c in claims for f in c.fillers("actor") if (name := name_of(f))]
    return names[0] if names else "the authority that listed"
