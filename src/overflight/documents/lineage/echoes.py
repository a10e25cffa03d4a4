"""Claims whose sentence came from another report, where no claim was found that they descend from.

Extraction misses claims; the text does not. A claim that stands in a sentence taken over from another report is no witness of
its own because the program did not read the same claim there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from overflight.documents.lineage.descents import FRESH, ClaimsOf
from overflight.documents.lineage.keys import content_keys
from overflight.documents.lineage.library import Library
from overflight.documents.lineage.parenthood import Parenthood
from overflight.documents.lineage.source_names import names_nobody
from overflight.records.claim import Claim, ClaimId
from overflight.records.finding import Echo
from overflight.records.source import ReportId

Place = tuple[ReportId, int]
"""A sentence of a report."""

ParentsOf = Mapping[ReportId, Sequence[Parenthood]]


def find_echoes(
    parents: Iterable[Parenthood], claims_of: ClaimsOf, descended: frozenset[ClaimId], library: Library
) -> tuple[Echo, ...]:
    """For every claim that descends from no other, the sentence of the first report that has its own, if there is one."""
    parents_of: defaultdict[ReportId, list[Parenthood]] = defaultdict(list)
    for one in parents:
        parents_of[one.doc].append(one)
    found = []
    for doc in sorted(parents_of):
        for claim in claims_of.get(doc, ()):
            source = None if claim.id in descended else _source_of(claim, parents_of, library)
            if source is not None:
                found.append(_echo(claim, source, library))
    return tuple(sorted(found, key=lambda e: (e.claim, e.doc, e.start)))


def _source_of(claim: Claim, parents_of: ParentsOf, library: Library) -> Place | None:
    """The sentence from which a claim's came, followed up to the first report; None if it came from none."""
    place = claim.doc, _sentence_of(claim, library)
    at, seen = place, {place}
    while True:
        above = [
            (one.is_direct, passage.weight, one.parent, passage.parent)
            for one in parents_of.get(at[0], ())
            for passage in one.passages
            if passage.child == at[1] and (one.parent, passage.parent) not in seen
            if not _has_own_source(claim, one, library)
        ]
        if not above:
            return at if at != place else None
        at = max(above)[2:]
        seen.add(at)


def _has_own_source(claim: Claim, one: Parenthood, library: Library) -> bool:
    """Whether a claim rests on a speaker of whom the parent has no word; in a translation names may be written anew."""
    inner = next((a for a in reversed(claim.attribution) if a.type in FRESH and not names_nobody(a)), None)
    if inner is None or "translation" in one.signals:
        return False
    words = content_keys(inner.text)
    return bool(words) and not words & library.profiles[one.parent].keys


def _sentence_of(claim: Claim, library: Library) -> int:
    return bisect_right([s.start for s in library.profiles[claim.doc].sentences], claim.start) - 1


def _echo(claim: Claim, place: Place, library: Library) -> Echo:
    sentence = library.profiles[place[0]].sentences[place[1]]
    return Echo(claim=claim.id, doc=place[0], start=sentence.start, end=sentence.end)
