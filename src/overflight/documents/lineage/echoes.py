"""Claims whose sentence another report has too, where no claim was found that they descend from.

Extraction misses claims; the text does not. A claim that stands in a sentence taken over from another report is no witness of
its own because the program did not read the same claim there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from overflight.documents.lineage.descents import FRESH, ClaimsOf
from overflight.documents.lineage.keys import content_keys
from overflight.documents.lineage.library import Library
from overflight.documents.lineage.parenthood import Parenthood
from overflight.documents.lineage.source_names import names_nobody
from overflight.documents.lineage.twins import Twins
from overflight.records.claim import Claim, ClaimId
from overflight.records.finding import Echo
from overflight.records.source import ReportId

Place = tuple[ReportId, int]
"""A sentence of a report."""

ParentsOf = Mapping[ReportId, Sequence[Parenthood]]


def find_echoes(
    parents: Iterable[Parenthood], twins: Twins, claims_of: ClaimsOf, descended: frozenset[ClaimId], library: Library
) -> tuple[Echo, ...]:
    """The echoes of every claim that descends from no other: the first report that has its sentence, and its twins'."""
    parents_of: defaultdict[ReportId, list[Parenthood]] = defaultdict(list)
    for one in parents:
        parents_of[one.doc].append(one)
    twins_of: defaultdict[ReportId, list[ReportId]] = defaultdict(list)
    for a, b in twins:
        twins_of[a].append(b)
        twins_of[b].append(a)
    found = [
        echo
        for doc in sorted({*parents_of, *twins_of})
        for claim in claims_of.get(doc, ())
        if claim.id not in descended
        for echo in _echoes_of(claim, parents_of, twins_of.get(doc, ()), library)
    ]
    return tuple(sorted(found, key=lambda e: (e.claim, e.doc, e.start)))


def _echoes_of(claim: Claim, parents_of: ParentsOf, twins: Sequence[ReportId], library: Library) -> Iterator[Echo]:
    place = claim.doc, _sentence_of(claim, library)
    source = _source_of(claim, parents_of, place, library)
    if source is not None:
        yield _echo(claim, source, library, is_earlier=True)
    for other in twins:
        for one in library.aligned(claim.doc, other):
            if one.child == place[1]:
                yield _echo(claim, (other, one.parent), library, is_earlier=False)


def _source_of(claim: Claim, parents_of: ParentsOf, place: Place, library: Library) -> Place | None:
    """The sentence from which a claim's came, followed up to the first report; None if it came from none."""
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


def _echo(claim: Claim, place: Place, library: Library, *, is_earlier: bool) -> Echo:
    sentence = library.profiles[place[0]].sentences[place[1]]
    return Echo(claim=claim.id, doc=place[0], start=sentence.start, end=sentence.end, is_earlier=is_earlier)
