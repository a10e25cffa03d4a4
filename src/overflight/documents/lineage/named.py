"""The parents that a report names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from overflight.documents.lineage.citations import Citation, described_languages, find_citations
from overflight.documents.lineage.institutions import institution_of, named_institutions
from overflight.documents.lineage.library import Library
from overflight.documents.lineage.parenthood import Parenthood, parenthood_of
from overflight.documents.lineage.profile import written_words
from overflight.documents.lineage.telling import is_told, weight_beside
from overflight.records.source import ReportId


def named_parents(doc: ReportId, library: Library) -> Iterator[Parenthood]:
    """The reports that a text names: outlets by name, outlets told by their language, institutions."""
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
    if scored and _is_source(citation, *scored[0], library):
        yield parenthood_of(doc, scored[0][2], library, citation, (signal,))


def _is_source(citation: Citation, covered: float, shared: float, piece: ReportId, library: Library) -> bool:
    """Whether a report takes something from the piece of the one it names: much of its text, or what it tells beside the name.

    An outlet that is only mentioned ("a reporter of the Courier was turned away") is none, though both tell one event.
    """
    settings, unit = library.settings, library.rarity.unit
    if citation.rule == "institution" and covered < settings.named_at_least:
        beside = weight_beside(citation, piece, library)
        return beside >= settings.named_units * unit and is_told(citation, library)
    if not citation.rule.startswith("named"):
        return covered >= settings.named_at_least
    if covered < settings.named_at_least and shared < settings.named_units * unit:
        return False
    return (
        covered >= settings.rewritten
        or is_told(citation, library)
        or weight_beside(citation, piece, library) >= settings.beside_units * unit
    )


def _most_first(scored: tuple[float, float, ReportId]) -> tuple[float, float, ReportId]:
    return -scored[0], -scored[1], scored[2]
