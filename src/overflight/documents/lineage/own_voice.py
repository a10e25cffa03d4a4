"""Reports that are somebody's own word as a whole: what an institution publishes itself, and interviews."""

from __future__ import annotations

import re
from collections.abc import Iterator

from overflight.documents.lineage.institutions import is_institution
from overflight.documents.lineage.library import Library
from overflight.records.finding import LineageEdge
from overflight.records.source import ReportId

OWN_VOICE = "own voice"
"""The signal of a report that an institution published itself: what it says without a source is its own word."""

INTERVIEW = "interview"
"""The signal of a report in question and answer: what it says without a source is the word of the person interviewed."""

EXCHANGE = re.compile(
    r"^[ \t]*(?:[—–-]|[QPFDВس]\s?[.:])[ \t]*[^\n]*[?؟][ \t]*\n+[ \t]*(?:[—–-]|[ARО]\s?[.:]|ج\s?[.:])[ \t]*\S",
    re.MULTILINE,
)
"""A question on a line of its own and an answer on the next: dashes, or the initials of question and answer in nine
languages."""

LEAST_EXCHANGES = 3
"""Exchanges that make a report an interview; one or two are quoted in any."""


def own_voices(library: Library) -> Iterator[LineageEdge]:
    """An edge from each report that is one voice's own word to that voice, which lies outside the case."""
    for doc, profile in library.profiles.items():
        outlet = profile.report.outlet
        if is_institution(outlet):
            words = f"published by {outlet} itself: its word on its own acts and findings"
            yield _edge(doc, str(outlet), OWN_VOICE, words)
        elif is_interview(profile.report.text):
            words = "question and answer: what it says without a source is the word of the person interviewed"
            yield _edge(doc, f"the person interviewed by {outlet or doc}", INTERVIEW, words)


def is_interview(text: str) -> bool:
    """Whether a text is told in question and answer."""
    return len(EXCHANGE.findall(text)) >= LEAST_EXCHANGES


def _edge(doc: str, name: str, signal: str, words: str) -> LineageEdge:
    return LineageEdge(
        doc=ReportId(doc), parent=f"ext:{name}", relation="cites", is_direct=True, is_named=True, signals=(signal,),
        evidence=words,
    )  # fmt: skip
