"""Claims gathered into facts: one event or state each, with every variant reading kept beside the others."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from overflight.assessment.party_index import full_marks
from overflight.assessment.related import Related, related_claims
from overflight.assessment.settings import AssessmentSettings
from overflight.assessment.statements import specific_first, statement_of
from overflight.assessment.when import days_text, interval_of
from overflight.documents.lineage.events import SLOTS, same_event
from overflight.documents.lineage.keys import content_keys
from overflight.documents.lineage.readings import sounds
from overflight.records.claim import ROLES, Claim, ClaimId, ClaimKind, Filler
from overflight.records.finding import Fact, FactId, Lineage, SlotReading
from overflight.records.source import ReportId

MOST_FACTS = 10
"""Facts that a claim is compared with: those that share most rare keys with it."""

COMPARED = 6
"""Claims of a fact that a further one is compared with, the first gathered: they are the fullest and the oldest."""

RELATED_FIRST = 0.2
"""What puts the fact of a related claim before facts that a claim merely resembles."""

COMMON_KEY = 150
"""Claims of a kind beyond which a key brings none of them together: it would bring everybody."""
DEFAULTS = AssessmentSettings()


def cluster_facts(
    claims: Sequence[Claim], lineage: Lineage | None = None, settings: AssessmentSettings = DEFAULTS
) -> tuple[Fact, ...]:
    """The facts of these claims, sorted by kind and first claim; each claim is in exactly one.

    A claim joins the fact whose claims it resembles most, on average over its three closest (`same_event` of at least
    `settings.same_event`), or that of the claim it descends from. The order of the input does not matter.
    """
    groups: list[list[Claim]] = []
    depth = _depths(lineage)
    told = {i.claim: i.reading for i in (lineage.inherited if lineage else ())}
    as_read = [replace(c, date=told[c.id]) if c.id in told else c for c in claims]
    related = related_claims(as_read, lineage, settings)
    for kind in ClaimKind:
        mine = [c for c in as_read if c.kind is kind]
        groups.extend(_group(sorted(mine, key=lambda c: (depth.get(c.id, 0), *specific_first(c))), related, settings))
    return tuple(sorted((make_fact(group) for group in groups), key=lambda f: (str(f.kind), f.claims)))


def merge_facts(
    facts: Sequence[Fact], merges: Sequence[tuple[ClaimId, ClaimId]], claims: Mapping[ClaimId, Claim]
) -> tuple[Fact, ...]:
    """The facts with those joined whose claims the editor says belong together; pairs of different kinds stay apart."""
    groups = {fact.fact: list(fact.claims) for fact in facts}
    home = {claim: fact.fact for fact in facts for claim in fact.claims}
    for one, other in merges:
        a, b = home.get(one), home.get(other)
        if a is None or b is None or a == b or claims[one].kind is not claims[other].kind:
            continue
        for claim in groups.pop(b):
            groups[a].append(claim)
            home[claim] = a
    untouched = {fact.fact: fact for fact in facts}
    joined = [
        untouched[fact] if len(untouched[fact].claims) == len(ids) else make_fact([claims[c] for c in ids])
        for fact, ids in groups.items()
    ]
    return tuple(sorted(joined, key=lambda f: (str(f.kind), f.claims)))


def _depths(lineage: Lineage | None) -> Mapping[ClaimId, int]:
    """How many steps a claim lies from where its descent begins; roots are gathered first."""
    parent = {d.claim: d.parent_claim for d in (lineage.descents if lineage else ())}
    depths: dict[ClaimId, int] = {}
    for claim in parent:
        steps, seen = 0, {claim}
        at = claim
        while at in parent and parent[at] not in seen:
            at = parent[at]
            seen.add(at)
            steps += 1
        depths[claim] = steps
    return depths


FLOWN_BY = ("carrier", "actor", "aircraft")
"""Roles in which the registration of the aircraft stands."""


def _group(claims: Iterable[Claim], related: Related, settings: AssessmentSettings) -> list[list[Claim]]:
    groups: list[list[Claim]] = []
    buckets: defaultdict[str, list[int]] = defaultdict(list)
    where: dict[ClaimId, int] = {}
    ordered = list(claims)
    is_mixed = any(not f.text.isascii() for c in ordered for role in PARTIES for f in c.fillers(role))
    keys = {claim.id: bucket_keys(claim, by_sound=is_mixed) for claim in ordered}
    common = Counter(key for held in keys.values() for key in held)
    for claim in ordered:
        rare = [key for key in keys[claim.id] if common[key] <= COMMON_KEY]
        shared: defaultdict[int, float] = defaultdict(float)
        for key in rare:
            for i in buckets[key]:
                shared[i] += 1 / common[key]
        near = set(sorted(shared, key=lambda i: (-shared[i], i))[:MOST_FACTS])
        near |= {where[p] for p in related.get(claim.id, ()) if p in where}
        scored = [(_likeness(claim, groups[i], related.get(claim.id, frozenset()), settings), -i) for i in near]
        best, index = max(scored, default=(0.0, 0))
        if best >= settings.same_event:
            chosen = -index
            groups[chosen].append(claim)
        else:
            chosen = len(groups)
            groups.append([claim])
        where[claim.id] = chosen
        for key in rare:
            if not buckets[key] or buckets[key][-1] != chosen:
                buckets[key].append(chosen)
    return _joined(groups, where, related, settings)


def _joined(
    groups: Sequence[list[Claim]], where: Mapping[ClaimId, int], related: Related, settings: AssessmentSettings
) -> list[list[Claim]]:
    """The groups with those made one that related claims lie in, if the groups' claims may be one event at all."""
    home = list(range(len(groups)))
    held = {i: list(group) for i, group in enumerate(groups)}
    for i, group in enumerate(groups):
        for claim in group:
            for other in sorted(related.get(claim.id, ())):
                a, b = home[i], home[where.get(other, i)]
                if a == b or _are_two(held[a], held[b], related):
                    continue
                if _mean_likeness(held[a], held[b]) >= settings.same_event_if_related:
                    held[a] += held.pop(b)
                    home = [a if at == b else at for at in home]
    return [held[i] for i in sorted(held)]


def _are_two(one: Sequence[Claim], other: Sequence[Claim], related: Related) -> bool:
    return any(exclude(a, b) for a in one for b in other if b.id not in related.get(a.id, ()))


def _mean_likeness(one: Sequence[Claim], other: Sequence[Claim]) -> float:
    scores = [same_event(a, b) for a in one[:COMPARED] for b in other[:COMPARED]]
    return sum(scores) / len(scores)


PARTIES = ("actor", "aircraft", "carrier", "object", "recipient")
"""Roles whose words bring claims together in whatever slot they stand."""


def bucket_keys(claim: Claim, *, by_sound: bool = False) -> tuple[str, ...]:
    """Coarse keys, one of which two claims of one event share: so that not every pair must be compared.

    by_sound: names by their sound, too, where the claims are in several scripts.
    """
    keys: set[str] = set()
    for row in SLOTS[claim.kind]:
        for filler in claim.fillers(row.slot):
            keys |= {f"{row.slot[:1]}:{key}" for key in filler_keys(filler)}
    if claim.date and claim.date.from_on:
        keys.add(f"on:{claim.date.from_on:%Y-%m}")
    for role in PARTIES:
        for filler in claim.fillers(role):
            keys |= {f"p:{key}" for key in filler_keys(filler)}
            keys |= {f"s:{sound}" for sound in sounds(filler)} if by_sound else set()
    return tuple(sorted(keys))


def filler_keys(filler: Filler) -> frozenset[str]:
    """Norm and words of a filler, as coarse keys."""
    words = content_keys(filler.coref or filler.text)
    return words | {filler.norm} if filler.norm else words


def exclude(a: Claim, b: Claim) -> bool:
    """Whether two claims name registrations and share none: two aircraft are two events, whatever else agrees."""
    mine, theirs = (full_marks(f for role in FLOWN_BY for f in c.fillers(role)) for c in (a, b))
    return bool(mine and theirs) and not mine & theirs


def _likeness(claim: Claim, group: Sequence[Claim], related: frozenset[ClaimId], settings: AssessmentSettings) -> float:
    if any(exclude(claim, other) for other in group if other.id not in related):
        return 0.0
    scores = sorted((same_event(claim, other) for other in group[:COMPARED]), reverse=True)
    mean = sum(scores[:3]) / len(scores[:3])
    taken = [same_event(claim, other) for other in group if other.id in related]
    if taken and max(taken) >= settings.same_event_if_related:
        return max(mean, settings.same_event) + RELATED_FIRST
    return mean


def make_fact(group: Sequence[Claim]) -> Fact:
    """The fact that these claims speak of; its id comes from the claims' ids."""
    ordered = sorted(group, key=lambda c: (c.doc, c.start, c.end, c.id))
    ids = tuple(c.id for c in ordered)
    digest = hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()[:12]
    return Fact(
        fact=FactId(f"{ordered[0].kind}:{digest}"),
        kind=ordered[0].kind,
        statement=statement_of(ordered),
        claims=ids,
        readings=_readings(ordered),
    )


def _readings(claims: Sequence[Claim]) -> Mapping[str, tuple[SlotReading, ...]]:
    slots: defaultdict[str, defaultdict[str, set[ReportId]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        for role in ROLES:
            for filler in claim.fillers(role):
                slots[role][filler.norm or filler.coref or filler.text].add(claim.doc)
        if claim.date is not None:
            slots["date"][days_text(interval_of(claim.date))].add(claim.doc)
        slots["modality"][str(claim.modality)].add(claim.doc)
        slots["polarity"][str(claim.polarity)].add(claim.doc)
    return {
        slot: tuple(
            SlotReading(value=value, docs=tuple(sorted(docs)))
            for value, docs in sorted(readings.items(), key=lambda item: (-len(item[1]), item[0]))
        )
        for slot, readings in sorted(slots.items())
    }
