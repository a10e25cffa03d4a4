"""Parenthoods as edges: the relation by table, and the evidence in words and spans."""

from __future__ import annotations

from overflight.documents.lineage.descents import SIGNALS
from overflight.documents.lineage.library import Library
from overflight.documents.lineage.parenthood import Parenthood
from overflight.records.finding import LineageEdge

SAME_WORDS = 5
"""Words in a row from which the run is told."""


def edge_of(one: Parenthood, library: Library) -> LineageEdge:
    """The edge, with everything that speaks for it."""
    return LineageEdge(
        doc=one.doc,
        parent=one.parent,
        relation=relation_of(one, library),
        is_direct=one.is_direct,
        is_named=one.citation is not None,
        signals=one.signals,
        evidence=evidence_of(one, library),
    )


def relation_of(one: Parenthood, library: Library) -> str:
    """cites, rewrite, digest, translation, copy or background, from the top of a short table."""
    is_cross = library.profiles[one.doc].language != library.profiles[one.parent].language
    is_shorter = len(library.profiles[one.doc].sentences) < 0.7 * len(library.profiles[one.parent].sentences)
    table = (
        ("background", one.is_background),
        ("cites", not one.is_direct),
        ("translation", is_cross and one.coverage >= library.settings.translated),
        ("copy", not is_cross and one.coverage >= library.settings.copy),
        ("digest", is_shorter and one.coverage >= library.settings.rewritten),
        ("rewrite", one.coverage >= library.settings.rewritten),
    )
    return next((relation for relation, holds in table if holds), "cites")


def evidence_of(one: Parenthood, library: Library) -> str:
    """The evidence in words: who is named where, which passages agree, which rare readings are shared."""
    child, parent = library.profiles[one.doc], library.profiles[one.parent]
    told = []
    if one.citation is not None:
        told.append(f"“{one.citation.text}” at characters {one.citation.start} to {one.citation.end}")
    elif not one.is_background:
        told.append(f"{one.parent} is not named: a hidden parent")
    if one.passages:
        best = max(one.passages, key=lambda a: (a.weight, -a.child))
        mine, theirs = child.sentences[best.child], parent.sentences[best.parent]
        told.append(
            f"{len(one.passages)} of {len(child.sentences)} sentences agree with it (weight {one.coverage:.2f} of the text, "
            f"order kept {one.order:.2f}); the closest: characters {mine.start} to {mine.end} here, "
            f"{theirs.start} to {theirs.end} there"
        )
        run = library.run(one.doc, one.parent, best)
        if run >= SAME_WORDS:
            told.append(f"{run} words in a row are the same")
    if one.variants:
        told.append(f"shared with it and with no other ancestor: {', '.join(readable(k) for k in one.variants)}")
    if library.marks.get(one.doc) and SIGNALS["translation"] and not one.is_background:
        told.append(f"marks of handling: {', '.join(library.marks[one.doc])}")
    return "; ".join(told)


def readable(key: str) -> str:
    """A key as people read it."""
    kinds = {"@": "the day ", "=": "the number ", "#": "the word for ", "~": "a name that sounds "}
    return kinds.get(key[:1], "") + (key[1:] if key[:1] in kinds else key)
