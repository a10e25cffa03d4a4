"""That a report takes material from another, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass

from overflight.documents.lineage.citations import Citation
from overflight.documents.lineage.library import Library
from overflight.documents.lineage.passages import Alignment, kept_order
from overflight.records.source import ReportId


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


def parenthood_of(
    doc: ReportId,
    parent: ReportId,
    library: Library,
    citation: Citation | None,
    signals: tuple[str, ...],
    variants: tuple[str, ...] = (),
) -> Parenthood:
    """The parenthood of two reports, with what their texts say for it."""
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
