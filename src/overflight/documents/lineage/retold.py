"""Free rewrites: another order, other sentences, the same matter through and through."""

from __future__ import annotations

from collections.abc import Iterator

from overflight.documents.lineage.library import Library
from overflight.documents.lineage.quotes import is_quotation
from overflight.records.source import ReportId


def is_retold(doc: ReportId, other: ReportId, library: Library) -> bool:
    """Whether a report tells so much of the same as another of its language, sentence by sentence or not, that it comes from there.

    What it quotes is left out, as both may have heard it, and so is any one later paragraph, as that may be background.
    """
    if library.is_cross(doc, other) or not library.may_cover(doc, other, library.settings.retold):
        return False
    return all(_shares_enough(kept, other, library) for kept in _without_a_paragraph(doc, library))


def _without_a_paragraph(doc: ReportId, library: Library) -> Iterator[frozenset[str]]:
    """The keys of a report's own words, whole and without each of its later paragraphs in turn.

    Names count as words, not by their sound too: all who tell an event name the same people and places.
    """
    sentences = library.profiles[doc].sentences
    told = [s for i, s in enumerate(sentences) if not is_quotation(doc, i, library)]
    for left_out in [None, *sorted({s.paragraph for s in told})[1:]]:
        yield frozenset(key for s in told if s.paragraph != left_out for key in s.keys if not key.startswith("~"))


def _shares_enough(keys: frozenset[str], other: ReportId, library: Library) -> bool:
    shared = library.rarity.total(keys & library.profiles[other].keys)
    least = library.settings.retold_units * library.rarity.unit
    return shared >= max(least, library.settings.retold * library.rarity.total(keys))
