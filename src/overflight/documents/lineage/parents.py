"""For each report, the reports that it takes material from: named, told by their text, or hidden behind a named ancestor."""

from __future__ import annotations

from overflight.documents.lineage.library import Library
from overflight.documents.lineage.named import named_parents
from overflight.documents.lineage.parenthood import Parenthood
from overflight.documents.lineage.unnamed import (
    background_parents,
    copied_parents,
    hidden_parents,
    with_directness,
)
from overflight.records.source import ReportId


def find_parents(library: Library) -> tuple[Parenthood, ...]:
    """Every parenthood among the reports, oldest child first; an ancestor that was only named is not direct."""
    found: dict[ReportId, dict[ReportId, Parenthood]] = {}
    for doc in _oldest_first(library):
        parents = {p.parent: p for p in named_parents(doc, library)}
        for p in copied_parents(doc, parents, found, library):
            parents.setdefault(p.parent, p)
        for p in hidden_parents(doc, parents, found, library):
            parents.setdefault(p.parent, p)
        parents = with_directness(doc, parents, found, library)
        for p in background_parents(doc, parents, library):
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
