"""What counting origins asks of a whole case, gathered once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from overflight.assessment.origins.voices import data_key, innermost
from overflight.documents.lineage.own_voice import INTERVIEW, OWN_VOICE
from overflight.documents.lineage.source_names import SourceNames, source_names
from overflight.documents.lineage.states import state_of
from overflight.records.claim import Attribution, Claim, ClaimId, ClaimKind, Polarity, SpeakerType
from overflight.records.finding import Drift, Lineage
from overflight.records.source import ReportId


@dataclass(frozen=True)
class OriginIndex:
    """What counting origins asks of a whole case.

    parents: for each claim those it was taken from. sources: for each claim the report that its sentence came from.
    twins: pairs of reports of one text of which nothing tells who was first. ancestors: for each report all it descends from.
    data: the one data set on which a report's flights rest, where it names one. publisher: the institution or the person
    interviewed whose own words a report is, told: the claims of such a report.
    states: those whose authorities a report names. own_work: reports that speak of their own work. deliveries: what
    reports let carriers say they brought. drift: what changed on the way to each claim.
    """

    parents: Mapping[ClaimId, tuple[ClaimId, ...]]
    sources: Mapping[ClaimId, ReportId]
    twins: frozenset[frozenset[ReportId]]
    ancestors: Mapping[ReportId, frozenset[ReportId]]
    data: Mapping[ReportId, tuple[Attribution, ...]]
    publisher: Mapping[ReportId, Attribution]
    told: Mapping[ReportId, tuple[Claim, ...]]
    states: Mapping[ReportId, frozenset[str]]
    own_work: frozenset[ReportId]
    speakers: Mapping[ReportId, frozenset[str]]
    deliveries: Mapping[ReportId, tuple[Claim, ...]]
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
    publisher = _publishers(lineage)
    return OriginIndex(
        parents={claim: tuple(found) for claim, found in parents.items()},
        sources={echo.claim: echo.doc for echo in lineage.echoes},
        twins=frozenset(frozenset(pair) for pair in lineage.twins),
        ancestors=_ancestors(lineage),
        data={**_named_data(lineage), **_flight_data(known)},
        publisher=publisher,
        told={doc: tuple(c for c in known if c.doc == doc) for doc in publisher},
        states=_states(known),
        own_work=frozenset(c.doc for c in known if any(a.type is SpeakerType.SELF for a in c.attribution)),
        speakers=_speakers(known),
        deliveries=_deliveries(known),
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


def _ancestors(lineage: Lineage) -> Mapping[ReportId, frozenset[ReportId]]:
    parents: defaultdict[ReportId, set[ReportId]] = defaultdict(set)
    for edge in lineage.edges:
        if not edge.parent.startswith("ext:") and edge.relation != "background":
            parents[edge.doc].add(ReportId(edge.parent))
    found: dict[ReportId, frozenset[ReportId]] = {}
    for doc in parents:
        seen: set[ReportId] = set()
        queue = [doc]
        while queue:
            new = parents.get(queue.pop(), set()) - seen
            seen |= new
            queue += sorted(new)
        found[doc] = frozenset(seen - {doc})
    return found


def _speaker(name: str, kind: SpeakerType) -> Attribution:
    return Attribution(text=name, start=0, end=0, type=kind, norm=name if kind is SpeakerType.DATASET else None)


def _publishers(lineage: Lineage) -> Mapping[ReportId, Attribution]:
    """The institutions that published reports themselves and the people interviewed, as lineage found them."""
    kinds = {OWN_VOICE: SpeakerType.OFFICIAL, INTERVIEW: SpeakerType.NAMED}
    return {
        edge.doc: _speaker(edge.parent.removeprefix("ext:"), kind)
        for edge in lineage.edges
        for signal, kind in kinds.items()
        if signal in edge.signals
    }


def _named_data(lineage: Lineage) -> Mapping[ReportId, tuple[Attribution, ...]]:
    """The data sets that reports name near their top, as lineage found them."""
    found: defaultdict[ReportId, list[Attribution]] = defaultdict(list)
    for edge in lineage.edges:
        if "dataset" in edge.signals:
            found[edge.doc].append(_speaker(edge.parent.removeprefix("ext:"), SpeakerType.DATASET))
    return {doc: tuple(named) for doc, named in found.items() if len(named) == 1}


def _flight_data(claims: Sequence[Claim]) -> Mapping[ReportId, tuple[Attribution, ...]]:
    """The data set on which a report's flights rest where it says so once: its other flights rest on it too."""
    found: defaultdict[ReportId, dict[str, Attribution]] = defaultdict(dict)
    for claim in claims:
        speaker = innermost(claim)
        if claim.kind is ClaimKind.FLIGHT and speaker is not None and speaker.type is SpeakerType.DATASET:
            found[claim.doc].setdefault(data_key(speaker), speaker)
    return {doc: tuple(named.values()) for doc, named in found.items() if len(named) == 1}


def _states(claims: Sequence[Claim]) -> Mapping[ReportId, frozenset[str]]:
    """The states whose authorities each report lets act, else speak: "the ministry" is that of the only one."""
    acting: defaultdict[ReportId, set[str]] = defaultdict(set)
    speaking: defaultdict[ReportId, set[str]] = defaultdict(set)
    for claim in claims:
        actors = claim.fillers("actor") if claim.kind is ClaimKind.DESIGNATION else ()
        acting[claim.doc] |= {s for f in actors if (s := state_of(f.norm)) is not None}
        officials = (a for a in claim.attribution if a.type is SpeakerType.OFFICIAL)
        speaking[claim.doc] |= {s for a in officials if (s := state_of(a.norm)) is not None}
    return {doc: frozenset(acting[doc] or speaking[doc]) for doc in sorted(acting)}


def _speakers(claims: Sequence[Claim]) -> Mapping[ReportId, frozenset[str]]:
    found: defaultdict[ReportId, set[str]] = defaultdict(set)
    for claim in claims:
        found[claim.doc] |= {
            a.norm or "" for a in claim.attribution if a.type is SpeakerType.NAMED and (a.norm or "").startswith("org:")
        }
    return {doc: frozenset(norms) for doc, norms in found.items()}


def _deliveries(claims: Sequence[Claim]) -> Mapping[ReportId, tuple[Claim, ...]]:
    """The transfers that somebody with a name says took place, by report: what a carrier says it brought it flew."""
    found: defaultdict[ReportId, list[Claim]] = defaultdict(list)
    for claim in claims:
        speaker = innermost(claim)
        if (
            claim.kind is ClaimKind.TRANSFER
            and claim.polarity is Polarity.AFFIRMED
            and speaker is not None
            and speaker.type is SpeakerType.NAMED
        ):
            found[claim.doc].append(claim)
    return {doc: tuple(told) for doc, told in found.items()}
