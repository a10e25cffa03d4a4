"""What machines and hurried copying leave in a text, and what follows from it for the direction of an edge."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from overflight.documents.lineage.institutions import is_institution
from overflight.records.source import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Artefact:
    """A trace in the text: its name, the pattern that finds it, and what it shows."""

    name: str
    pattern: re.Pattern[str]
    shows: str


def _a(name: str, pattern: str, shows: str) -> Artefact:
    return Artefact(name=name, pattern=re.compile(pattern, re.IGNORECASE | re.MULTILINE), shows=shows)


ARTEFACTS: tuple[Artefact, ...] = (
    _a(
        "empty dateline",
        r"^[^\W\d_][\w .,'’-]{1,40}\(\s*\)\s*[–—-]",
        "the agency between the brackets was stripped",
    ),
    _a(
        "stray full stop",
        r"\b(?:the|of|a|and|to|la|el|de|le)\.\s+[a-z]",
        "a full stop inside a phrase, as machine translation leaves it",
    ),
    _a(
        "trailing link",
        r"^\s*(?:source link|read (?:the )?original|original article|fuente original|lien source)\s*$",
        "a program took the text over and kept a link to where it came from",
    ),
    _a(
        "translation note",
        r"\b(?:machine[- ]translated|translated (?:from|by)|traducido (?:de|por)|traduit (?:de|par)|tradotto da)\b",
        "the text says that it is a translation",
    ),
    _a("split sentence", r"\w\s+\.\s+[a-z]{3,}", "a sentence cut where there is none to cut"),
)


def artefacts_of(report: Report) -> tuple[str, ...]:
    """The names of the artefacts that a report shows, in the table's order."""
    return tuple(a.name for a in ARTEFACTS if a.pattern.search(report.text))


def comes_after(child: Report, parent: Report, marks: Mapping[str, Sequence[str]]) -> bool | None:
    """Whether the first can descend from the second; None where nothing tells.

    By date; of one day by who publishes, as authorities tell of their acts and others retell it; else by artefacts.
    """
    if child.published_on and parent.published_on and child.published_on != parent.published_on:
        return child.published_on > parent.published_on
    released = is_institution(child.outlet), is_institution(parent.outlet)
    if child.published_on == parent.published_on and released[0] != released[1]:
        return released[1]
    mine, theirs = len(marks.get(child.doc, ())), len(marks.get(parent.doc, ()))
    if mine != theirs:
        return mine > theirs
    if (child.published_on is None) != (parent.published_on is None):
        return child.published_on is None
    return None
