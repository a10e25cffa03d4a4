"""Reports of one text of which nothing tells which came first: no edge joins them, yet they are one witness."""

from __future__ import annotations

from collections.abc import Iterable

from overflight.documents.lineage.library import Library
from overflight.documents.lineage.parenthood import Parenthood
from overflight.documents.lineage.unnamed import is_reuse
from overflight.records.source import ReportId

Twins = tuple[tuple[ReportId, ReportId], ...]
"""Pairs of reports, the lesser id first, sorted."""


def find_twins(parents: Iterable[Parenthood], library: Library) -> Twins:
    """Pairs of which so much is the same text that one comes from the other or both from a third, without a direction."""
    joined = {frozenset((p.doc, p.parent)) for p in parents}
    return tuple(
        (doc, other)
        for doc in sorted(library.near)
        for other in sorted(library.near[doc])
        if doc < other and frozenset((doc, other)) not in joined and _is_one_text(doc, other, library)
    )


def _is_one_text(a: ReportId, b: ReportId, library: Library) -> bool:
    if library.is_later(a, b) or library.is_later(b, a):
        return False
    return any(
        library.may_cover(x, y, library.settings.copied) and library.is_copied(x, y) and not is_reuse(x, y, library)
        for x, y in ((a, b), (b, a))
    )
