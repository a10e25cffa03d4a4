"""The parents that a report does not name: told by its text, hidden behind a named ancestor, or background."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from overflight.documents.lineage.library import Library
from overflight.documents.lineage.parenthood import Parenthood, parenthood_of
from overflight.documents.lineage.passages import Alignment, coverage
from overflight.documents.lineage.profile import sentence_keys
from overflight.documents.lineage.quotes import is_only_quoted, is_quotation
from overflight.documents.lineage.retold import is_retold
from overflight.records.source import ReportId

Parents = Mapping[ReportId, Parenthood]
"""Parenthoods of one report, by parent."""


def copied_parents(
    doc: ReportId, named: Parents, found: Mapping[ReportId, Parents], library: Library
) -> Iterator[Parenthood]:
    """The report of which so much is in this text that it must come from there, named or not; the nearest one."""
    scored = [
        (library.covered(doc, d), d)
        for d in library.near.get(doc, ())
        if d not in named and library.may_cover(doc, d, library.settings.copied) and library.is_later(doc, d)
    ]
    best = max(scored, key=lambda x: (x[0], x[1]), default=None)
    if best is None:
        return
    is_text = library.is_copied(doc, best[1]) and not is_reuse(doc, best[1], library)
    if not is_text and not is_retold(doc, best[1], library):
        return
    source = _source_of_both(doc, best[1], found, library)
    if source not in named:
        yield parenthood_of(doc, source, library, None, () if is_text else ("retold",))


def _source_of_both(doc: ReportId, nearest: ReportId, found: Mapping[ReportId, Parents], library: Library) -> ReportId:
    """The nearest text itself, or the ancestor of it that shares more with this one than it does: two who retell one release
    are alike, and neither took it from the other.
    """
    rivals = sorted(
        (library.covered(doc, a), a)
        for a in _ancestors(nearest, found)
        if a in library.near.get(doc, ()) and library.is_copied(doc, a) and library.is_later(doc, a)
        if library.exclusive(doc, a, nearest)[0] > library.exclusive(doc, nearest, a)[0]
    )
    return rivals[-1][1] if rivals else nearest


def is_reuse(doc: ReportId, parent: ReportId, library: Library) -> bool:
    """Whether what a text shares with another is too narrow to make it that text: a late paragraph, a sentence, quotations."""
    tests = _is_one_late_paragraph, _is_one_sentence, is_only_quoted
    return any(test(doc, parent, library) for test in tests)


def _is_one_late_paragraph(doc: ReportId, parent: ReportId, library: Library) -> bool:
    """Whether two reports share next to nothing but one paragraph below the child's first: background, however long."""
    sentences = library.profiles[doc].sentences
    shared: defaultdict[int, list[Alignment]] = defaultdict(list)
    for one in library.aligned(doc, parent):
        shared[sentences[one.child].paragraph].append(one)
    first = min((s.paragraph for s in sentences), default=0)
    late = [paragraph for paragraph in sorted(shared) if paragraph > first]
    if not late:
        return False
    heaviest = max(late, key=lambda paragraph: math.fsum(one.weight for one in shared[paragraph]))
    rest = [one for paragraph in sorted(shared) if paragraph != heaviest for one in shared[paragraph]]
    return coverage(library.weighed(doc, parent), rest) < library.settings.rewritten


def _is_one_sentence(doc: ReportId, parent: ReportId, library: Library) -> bool:
    """Whether all that two reports share is one sentence of several, in other words: so anybody tells one event."""
    aligned = library.aligned(doc, parent)
    if len(aligned) != 1 or len(library.profiles[doc].sentences) == 1:
        return False
    return library.is_cross(doc, parent) or library.run(doc, parent, aligned[0]) < library.settings.long_run_words


def hidden_parents(
    doc: ReportId,
    known: Parents,
    found: Mapping[ReportId, Parents],
    library: Library,
) -> Iterator[Parenthood]:
    """A later report on the same ancestor, whose readings this one shares: it stood between."""
    settings = library.settings
    for ancestor in sorted(known):
        best: tuple[float, ReportId, tuple[str, ...]] | None = None
        for other in library.near.get(doc, ()):
            if other in known or ancestor not in found.get(other, {}) or not library.is_later(doc, other):
                continue
            weight, keys = _beside_its_name(other, library.exclusive(doc, other, *known)[1], library)
            against, _ = library.exclusive(doc, ancestor, other)
            least = max(settings.hidden_units * library.rarity.unit, settings.hidden_ratio * against)
            if weight >= least and (best is None or weight > best[0]):
                best = (weight, other, keys)
        if best is not None:
            yield parenthood_of(doc, best[1], library, None, ("variant",), best[2][:5])


def _beside_its_name(other: ReportId, keys: tuple[str, ...], library: Library) -> tuple[float, tuple[str, ...]]:
    """Shared readings and their weight without the words of the outlet's name: who mentions it has taken nothing yet."""
    name = sentence_keys(library.profiles[other].report.outlet or "")
    left = tuple(key for key in keys if key not in name)
    return library.rarity.total(left), left


def with_directness(
    doc: ReportId,
    parents: Parents,
    found: Mapping[ReportId, Parents],
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
            if with_other > library.settings.hidden_ratio * with_ancestor:
                result[ancestor] = replace(parenthood, is_direct=False)
    return result


def _ancestors(doc: ReportId, found: Mapping[ReportId, Parents]) -> set[ReportId]:
    known: set[ReportId] = set()
    queue = [doc]
    while queue:
        for parent in found.get(queue.pop(), {}):
            if parent not in known:
                known.add(parent)
                queue.append(parent)
    return known


def background_parents(doc: ReportId, parents: Parents, library: Library) -> Iterator[Parenthood]:
    """A paragraph reused word for word in a story that otherwise owes the other nothing; what somebody said is none."""
    settings = library.settings
    for other in library.near.get(doc, ()):
        if other in parents or not library.is_later(doc, other):
            continue
        if library.is_cross(doc, other) or not library.may_cover(doc, other, library.settings.one_paragraph):
            continue
        runs = [
            a
            for a in library.aligned(doc, other)
            if a.share >= settings.verbatim and library.run(doc, other, a) >= settings.long_run_words
            if not is_quotation(doc, a.child, library)
        ]
        if runs:
            one = parenthood_of(doc, other, library, None, ("passage",))
            yield replace(one, passages=tuple(runs), is_background=True)
