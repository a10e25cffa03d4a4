"""Origins outside the case, as nodes of the graph: what a report rests on that is not another report of the case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from overflight.documents.lineage.citations import OutletIndex
from overflight.documents.lineage.clusters import dataset_names
from overflight.documents.lineage.keys import WORD, content_keys, fold, overlap
from overflight.documents.lineage.library import Library
from overflight.documents.lineage.own_voice import own_voices
from overflight.documents.lineage.source_names import source_names
from overflight.records.claim import Attribution, Claim, ClaimId, SpeakerType
from overflight.records.finding import LineageEdge
from overflight.records.source import ReportId

OUTSIDE: Mapping[SpeakerType, str] = {
    SpeakerType.DATASET: "data",
    SpeakerType.IMAGERY: "imagery",
    SpeakerType.DOCUMENT: "a document",
    SpeakerType.OFFICIAL: "an authority",
    SpeakerType.NGO: "an organisation",
    SpeakerType.NAMED: "a named person or company",
    SpeakerType.ANONYMOUS: "people who are not named",
    SpeakerType.OUTLET: "an outlet that is not in the case",
    SpeakerType.REPORT: "a report that is not in the case",
}
"""Kinds of outside origins, in words."""


PUBLISHING = (SpeakerType.OUTLET, SpeakerType.REPORT, SpeakerType.NAMED)
"""Speakers that may be an outlet of the case; one whose kind no word tells counts as a named one."""


def outside_edges(
    claims_of: Mapping[ReportId, Sequence[Claim]], descended: frozenset[ClaimId], library: Library
) -> tuple[LineageEdge, ...]:
    """One edge a report and outside origin that its own claims name; what came with a parent's sentence is not direct."""
    found: dict[tuple[ReportId, str], LineageEdge] = {}
    names = source_names([claim for claims in claims_of.values() for claim in claims])
    for doc, claims in claims_of.items():
        for claim in claims:
            for speaker in claim.attribution:
                if speaker.type not in OUTSIDE or _is_in_case(speaker, library.outlets):
                    continue
                name = f"ext:{names.name(doc, speaker)}"
                is_direct = claim.id not in descended
                known = found.get((doc, name))
                if known is None or (is_direct and not known.is_direct):
                    found[doc, name] = LineageEdge(
                        doc=doc,
                        parent=name,
                        relation="cites",
                        is_direct=is_direct,
                        is_named=speaker.type is not SpeakerType.ANONYMOUS,
                        signals=("named",),
                        evidence=f"“{speaker.text}” ({OUTSIDE[speaker.type]}), characters {speaker.start} to {speaker.end}",
                    )
    for doc, profile in library.profiles.items():
        for word, start, end in dataset_names(profile, library.settings).values():
            found[doc, f"ext:{word}"] = LineageEdge(
                doc=doc, parent=f"ext:{word}", relation="cites", is_direct=True, is_named=True,
                signals=("named", "dataset"), evidence=f"“{word}” ({OUTSIDE[SpeakerType.DATASET]}), characters {start} to {end}",
            )  # fmt: skip
    for edge in own_voices(library):
        found[edge.doc, edge.parent] = edge
    return tuple(found[key] for key in sorted(found))


def _is_in_case(speaker: Attribution, outlets: OutletIndex) -> bool:
    words = content_keys(speaker.norm or speaker.text)
    return speaker.type in PUBLISHING and any(
        overlap(words, content_keys(name.outlet)) >= 0.5
        for word in _folded(speaker)
        for name in outlets.by_word.get(word, ())
    )


def _folded(speaker: Attribution) -> tuple[str, ...]:
    return tuple(fold(word) for word in WORD.findall(speaker.norm or speaker.text))
