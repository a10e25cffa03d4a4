"""All reports of a run, with what is asked of them again and again: who is near whom, which passages they share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from overflight.documents.lineage.artefacts import artefacts_of, comes_after
from overflight.documents.lineage.citations import OutletIndex, outlet_name
from overflight.documents.lineage.passages import (
    Alignment,
    Rarity,
    Weighed,
    align,
    candidates,
    coverage,
    longest_run,
    measure_rarity,
    weigh,
)
from overflight.documents.lineage.profile import Profile, words_of
from overflight.documents.lineage.settings import LineageSettings
from overflight.records.source import Report, ReportId

POSSIBLE = 0.6
"""Common keys are not counted when candidates are gathered: less than this share of a coverage rules it out."""

NEUTRAL = "#~=@"
"""Kinds of keys that do not depend on the language."""


@dataclass
class Library:
    """All reports of a run, with what is asked of them again and again."""

    profiles: Mapping[ReportId, Profile]
    rarity: Rarity
    near: Mapping[ReportId, Mapping[ReportId, float]]
    outlets: OutletIndex
    by_outlet: Mapping[str, tuple[ReportId, ...]]
    marks: Mapping[str, Sequence[str]]
    settings: LineageSettings
    _aligned: dict[tuple[ReportId, ReportId], tuple[Alignment, ...]] = field(default_factory=dict)
    _totals: dict[ReportId, float] = field(default_factory=dict)
    _weighed: dict[tuple[ReportId, bool], Weighed] = field(default_factory=dict)

    def weighed(self, doc: ReportId, other: ReportId) -> Weighed:
        """The first report as it is compared with the second: within its language or across."""
        key = (doc, self.is_cross(doc, other))
        if key not in self._weighed:
            self._weighed[key] = weigh(self.profiles[doc], self.rarity, is_cross=key[1])
        return self._weighed[key]

    def is_cross(self, a: ReportId, b: ReportId) -> bool:
        """Whether two reports are in different languages."""
        return self.profiles[a].language != self.profiles[b].language

    def aligned(self, child: ReportId, parent: ReportId) -> tuple[Alignment, ...]:
        """The passages that two reports share, found once."""
        key = (child, parent)
        if key not in self._aligned:
            self._aligned[key] = align(
                self.weighed(child, parent), self.weighed(parent, child), self.rarity, self.settings
            )
        return self._aligned[key]

    def covered(self, child: ReportId, parent: ReportId) -> float:
        """Share of the child that the parent's passages cover."""
        return coverage(self.weighed(child, parent), self.aligned(child, parent))

    def may_cover(self, child: ReportId, parent: ReportId, least: float) -> bool:
        """Whether what the two share could cover so much of the child at all; spares the alignment where it cannot."""
        if child not in self._totals:
            self._totals[child] = self.rarity.total(self.profiles[child].keys)
        return self.near.get(child, {}).get(parent, 0.0) >= POSSIBLE * least * self._totals[child]

    def run(self, child: ReportId, parent: ReportId, one: Alignment) -> int:
        """The longest run of words that two aligned sentences share."""
        mine, theirs = self.profiles[child], self.profiles[parent]
        return longest_run(words_of(mine, mine.sentences[one.child]), words_of(theirs, theirs.sentences[one.parent]))

    def is_copied(self, child: ReportId, parent: ReportId) -> bool:
        """Whether so much of a text is another's that it must come from there."""
        return self.covered(child, parent) >= (
            self.settings.copied_across if self.is_cross(child, parent) else self.settings.copied
        )

    def is_later(self, child: ReportId, parent: ReportId) -> bool:
        """Whether the child can come from the parent."""
        return comes_after(self.profiles[child].report, self.profiles[parent].report, self.marks) is True

    def pieces(self, doc: ReportId, outlet: str) -> Sequence[ReportId]:
        """The outlet's reports that one may mean: all of a small outlet, of a large one those that share something rare."""
        every = self.by_outlet[outlet]
        near = self.near.get(doc, {})
        return every if len(every) <= self.settings.small_outlet else [d for d in every if d in near]

    def may_name(self, child: ReportId, parent: ReportId) -> bool:
        """Whether a text that names the other's outlet can mean this piece: of one day, the one that names came after."""
        return (
            child != parent
            and comes_after(self.profiles[child].report, self.profiles[parent].report, self.marks) is not False
        )

    def exclusive(self, child: ReportId, parent: ReportId, *others: ReportId) -> tuple[float, tuple[str, ...]]:
        """What two reports share and none of the others has: its weight, and the keys, heaviest first."""
        keys = self.profiles[child].keys & self.profiles[parent].keys
        keys -= frozenset[str]().union(*(self.profiles[other].keys for other in others))
        neutral = sorted((k for k in keys if k[0] in NEUTRAL), key=lambda k: (-self.rarity.of(k), k))
        return self.rarity.total(neutral), tuple(neutral)


def open_library(reports: Sequence[Report], profiles: Sequence[Profile], settings: LineageSettings) -> Library:
    """The look-ups over these reports."""
    rarity = measure_rarity(profiles)
    by_outlet: dict[str, list[ReportId]] = {}
    for report in reports:
        if report.outlet:
            by_outlet.setdefault(report.outlet, []).append(report.doc)
    texts = {report.doc: report.text for report in reports}
    names = (outlet_name(outlet, (texts[doc] for doc in docs)) for outlet, docs in sorted(by_outlet.items()))
    return Library(
        profiles={p.doc: p for p in profiles},
        rarity=rarity,
        near=candidates(profiles, rarity, settings),
        outlets=OutletIndex(tuple(name for name in names if name is not None)),
        by_outlet={outlet: tuple(docs) for outlet, docs in by_outlet.items()},
        marks={r.doc: artefacts_of(r) for r in reports},
        settings=settings,
    )
