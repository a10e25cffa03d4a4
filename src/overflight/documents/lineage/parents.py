"""For each report, the reports that it takes material from: named, told by their text, or hidden behind a named ancestor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from overflight.documents.lineage.artefacts import artefacts_of, comes_after
from overflight.documents.lineage.citations import (
    Citation,
    OutletIndex,
    described_languages,
    find_citations,
    outlet_name,
)
from overflight.documents.lineage.institutions import institution_of, named_institutions
from overflight.documents.lineage.passages import (
    Alignment,
    Rarity,
    Weighed,
    align,
    candidates,
    coverage,
    kept_order,
    longest_run,
    measure_rarity,
    weigh,
)
from overflight.documents.lineage.profile import Profile, words_of, written_words
from overflight.records.source import Report, ReportId

COPIED = 0.25
"""Coverage from which a text descends from another though it does not name it; two reports of one event stay below .2."""

COPIED_ACROSS = 0.40
"""The same across languages, where stems fall away and what is left (names, numbers, concepts) is shared more easily:
two reports of one event reach .29, a free rewrite .40, a translation .77 and more."""

NAMED_AT_LEAST = 0.015
"""Coverage that an outlet's piece needs to be the piece that was named, where the outlet has several in the case."""

SMALL_OUTLET = 20
"""Reports of an outlet up to which each is looked at when the outlet is named."""

NAMED_UNITS = 4.0
"""Or, for an outlet named by its name, the weight of what both share, in units of a rare shared word."""

HIDDEN_UNITS = 6.0
"""Weight of what a text shares with a hidden parent and not with the ancestor it names, in units of a rare shared word."""

HIDDEN_RATIO = 1.5
"""How much more that must be than what it shares with the named ancestor alone."""

POSSIBLE = 0.6
"""Common keys are not counted when candidates are gathered: less than this share of a coverage rules it out."""

ONE_PARAGRAPH = 0.08
"""Share of a report that a reused paragraph is at least."""

VERBATIM = 0.6
"""Share at which two sentences are so alike that a run of words is looked for."""

LONG_RUN = 14
"""Words in a row that no two writers choose alike."""

NEUTRAL = "#~=@"
"""Kinds of keys that do not depend on the language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parenthood:
    """That a report takes material from another: how it is known, how much, and in which sentences."""

    doc: ReportId
    parent: ReportId
    citation: Citation | None
    signals: tuple[str, ...]
    coverage: float
    order: float
    passages: tuple[Alignment, ...]
    is_direct: bool = True
    is_background: bool = False
    variants: tuple[str, ...] = ()


@dataclass
class Library:
    """All reports of a run, with what is asked of them again and again."""

    profiles: Mapping[ReportId, Profile]
    rarity: Rarity
    near: Mapping[ReportId, Mapping[ReportId, float]]
    outlets: OutletIndex
    by_outlet: Mapping[str, tuple[ReportId, ...]]
    marks: dict[str, Sequence[str]]
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
            self._aligned[key] = align(self.weighed(child, parent), self.weighed(parent, child), self.rarity)
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
        return self.covered(child, parent) >= (COPIED_ACROSS if self.is_cross(child, parent) else COPIED)

    def is_later(self, child: ReportId, parent: ReportId) -> bool:
        """Whether the child can come from the parent."""
        return comes_after(self.profiles[child].report, self.profiles[parent].report, self.marks) is True

    def pieces(self, doc: ReportId, outlet: str) -> Sequence[ReportId]:
        """The outlet's reports that one may mean: all of a small outlet, of a large one those that share something rare."""
        every = self.by_outlet[outlet]
        near = self.near.get(doc, {})
        return every if len(every) <= SMALL_OUTLET else [d for d in every if d in near]

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


def open_library(reports: Sequence[Report], profiles: Sequence[Profile]) -> Library:
    """The look-ups over these reports."""
    rarity = measure_rarity(profiles)
    by_outlet: dict[str, list[ReportId]] = {}
    for report in reports:
        if report.outlet:
            by_outlet.setdefault(report.outlet, []).append(report.doc)
    names = tuple(name for outlet in sorted(by_outlet) if (name := outlet_name(outlet)) is not None)
    return Library(
        profiles={p.doc: p for p in profiles},
        rarity=rarity,
        near=candidates(profiles, rarity),
        outlets=OutletIndex(names),
        by_outlet={outlet: tuple(docs) for outlet, docs in by_outlet.items()},
        marks={r.doc: artefacts_of(r) for r in reports},
    )


def find_parents(library: Library) -> tuple[Parenthood, ...]:
    """Every parenthood among the reports, oldest child first; an ancestor that was only named is not direct."""
    found: dict[ReportId, dict[ReportId, Parenthood]] = {}
    for doc in _oldest_first(library):
        parents = {p.parent: p for p in _named(doc, library)}
        for p in _copied(doc, parents, library):
            parents.setdefault(p.parent, p)
        for p in _hidden(doc, parents, found, library):
            parents.setdefault(p.parent, p)
        parents = _directness(doc, parents, found, library)
        for p in _background(doc, parents, library):
            parents.setdefault(p.parent, p)
        found[doc] = parents
    return tuple(p for doc in sorted(found) for _, p in sorted(found[doc].items()))


def _oldest_first(library: Library) -> list[ReportId]:
    reports = [p.report for p in library.profiles.values()]
    dated = sorted(
        (r for r in reports if r.published_on), key=lambda r: (r.published_on, len(library.marks[r.doc]), r.doc)
    )
    rest = sorted((r for r in reports if not r.published_on), key=lambda r: (len(library.marks[r.doc]), r.doc))
    return [r.doc for r in (*dated, *rest)]


def _named(doc: ReportId, library: Library) -> Iterator[Parenthood]:
    profile = library.profiles[doc]
    words = written_words(profile.report.text)
    for citation in find_citations(profile, words, library.outlets):
        pieces = [d for d in library.pieces(doc, citation.outlet) if library.may_name(doc, d)]
        yield from _best(doc, pieces, citation, "named", library)
    for language, citation in described_languages(profile):
        pieces = [
            d
            for d in library.near.get(doc, ())
            if library.profiles[d].language == language and library.is_later(doc, d)
        ]
        yield from _best(doc, pieces, citation, "described", library)
    for institution, (start, end) in named_institutions(words).items():
        pieces = [
            d
            for d in library.near.get(doc, ())
            if library.may_name(doc, d)
            and (who := institution_of(library.profiles[d].report.outlet)) is not None
            and who.name == institution
        ]
        citation = Citation(
            doc=doc, outlet=institution, text=profile.report.text[start:end], start=start, end=end, rule="institution"
        )
        yield from _best(doc, pieces, citation, "named", library)


def _best(
    doc: ReportId, pieces: Sequence[ReportId], citation: Citation, signal: str, library: Library
) -> Iterator[Parenthood]:
    scored = sorted(((library.covered(doc, p), library.exclusive(doc, p)[0], p) for p in pieces), key=_most_first)
    if scored:
        covered, shared, piece = scored[0]
        is_name = citation.rule.startswith("named")
        if covered >= NAMED_AT_LEAST or (is_name and shared >= NAMED_UNITS * library.rarity.unit):
            yield _parenthood(doc, piece, library, citation, (signal,))


def _most_first(scored: tuple[float, float, ReportId]) -> tuple[float, float, ReportId]:
    return -scored[0], -scored[1], scored[2]


def _parenthood(
    doc: ReportId,
    parent: ReportId,
    library: Library,
    citation: Citation | None,
    signals: tuple[str, ...],
    variants: tuple[str, ...] = (),
) -> Parenthood:
    passages = library.aligned(doc, parent)
    found = list(signals)
    if passages:
        found.append("passage")
    if library.is_cross(doc, parent) and library.is_copied(doc, parent):
        found.append("translation")
    return Parenthood(
        doc=doc,
        parent=parent,
        citation=citation,
        signals=tuple(dict.fromkeys(found)),
        coverage=library.covered(doc, parent),
        order=kept_order(passages),
        passages=passages,
        variants=variants,
    )


def _copied(doc: ReportId, named: Mapping[ReportId, Parenthood], library: Library) -> Iterator[Parenthood]:
    scored = [
        (library.covered(doc, d), d)
        for d in library.near.get(doc, ())
        if d not in named and library.may_cover(doc, d, COPIED) and library.is_later(doc, d)
    ]
    best = max(scored, key=lambda x: (x[0], x[1]), default=None)
    if best is None or not library.is_copied(doc, best[1]):
        return
    if not _is_one_late_paragraph(doc, best[1], library) and not _is_one_sentence(doc, best[1], library):
        yield _parenthood(doc, best[1], library, None, ())


def _is_one_late_paragraph(doc: ReportId, parent: ReportId, library: Library) -> bool:
    """Whether all that two reports share stands in one paragraph below the child's first: background, however long."""
    sentences = library.profiles[doc].sentences
    paragraphs = {sentences[a.child].paragraph for a in library.aligned(doc, parent)}
    first = min((s.paragraph for s in sentences), default=0)
    return len(paragraphs) == 1 and min(paragraphs) > first and len(sentences) > 1


def _is_one_sentence(doc: ReportId, parent: ReportId, library: Library) -> bool:
    """Whether all that two reports share is one sentence of several, in other words: so anybody tells one event."""
    aligned = library.aligned(doc, parent)
    if len(aligned) != 1 or len(library.profiles[doc].sentences) == 1:
        return False
    return library.is_cross(doc, parent) or library.run(doc, parent, aligned[0]) < LONG_RUN


def _hidden(
    doc: ReportId,
    known: Mapping[ReportId, Parenthood],
    found: Mapping[ReportId, Mapping[ReportId, Parenthood]],
    library: Library,
) -> Iterator[Parenthood]:
    """A later report on the same ancestor, whose readings this one shares: it stood between."""
    for ancestor in sorted(known):
        best: tuple[float, ReportId, tuple[str, ...]] | None = None
        for other in library.near.get(doc, ()):
            if other in known or ancestor not in found.get(other, {}) or not library.is_later(doc, other):
                continue
            weight, keys = library.exclusive(doc, other, *known)
            against, _ = library.exclusive(doc, ancestor, other)
            is_enough = weight >= HIDDEN_UNITS * library.rarity.unit and weight >= HIDDEN_RATIO * against
            if is_enough and (best is None or weight > best[0]):
                best = (weight, other, keys)
        if best is not None:
            yield _parenthood(doc, best[1], library, None, ("variant",), best[2][:5])


def _directness(
    doc: ReportId,
    parents: Mapping[ReportId, Parenthood],
    found: Mapping[ReportId, Mapping[ReportId, Parenthood]],
    library: Library,
) -> dict[ReportId, Parenthood]:
    """A named ancestor is not direct where another parent descends from it and explains what is shared better."""
    result = dict(parents)
    for ancestor, parenthood in parents.items():
        for other in parents:
            if other == ancestor or ancestor not in _ancestors(other, found):
                continue
            with_other, _ = library.exclusive(doc, other, ancestor)
            with_ancestor, _ = library.exclusive(doc, ancestor, other)
            if with_other > HIDDEN_RATIO * with_ancestor:
                result[ancestor] = replace(parenthood, is_direct=False)
    return result


def _ancestors(doc: ReportId, found: Mapping[ReportId, Mapping[ReportId, Parenthood]]) -> set[ReportId]:
    known: set[ReportId] = set()
    queue = [doc]
    while queue:
        for parent in found.get(queue.pop(), {}):
            if parent not in known:
                known.add(parent)
                queue.append(parent)
    return known


def _background(doc: ReportId, parents: Mapping[ReportId, Parenthood], library: Library) -> Iterator[Parenthood]:
    """A paragraph reused word for word in a story that otherwise owes the other nothing."""
    for other in library.near.get(doc, ()):
        if other in parents or not library.is_later(doc, other):
            continue
        if library.is_cross(doc, other) or not library.may_cover(doc, other, ONE_PARAGRAPH):
            continue
        runs = [
            a for a in library.aligned(doc, other) if a.share >= VERBATIM and library.run(doc, other, a) >= LONG_RUN
        ]
        if runs:
            one = _parenthood(doc, other, library, None, ("passage",))
            yield replace(one, passages=tuple(runs), is_background=True)
