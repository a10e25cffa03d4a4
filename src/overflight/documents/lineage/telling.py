"""Whether a report tells what another wrote, or only mentions who wrote it: the sentences around the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from overflight.documents.languages.table import forms_pattern, language_table
from overflight.documents.lineage.citations import Citation
from overflight.documents.lineage.library import Library
from overflight.documents.lineage.profile import Profile, sentence_keys
from overflight.records.source import ReportId

SHORTEST_FORM = 4
"""Letters that a form of telling has at least: "so" and its like stand in any sentence."""


def is_told(citation: Citation, library: Library) -> bool:
    """Whether a sentence with the name has a word of saying, or of resting on a source, or the name for its subject."""
    profile = library.profiles[citation.doc]
    text, telling = profile.report.text, _telling(profile.language)
    subject = re.compile(rf"\W*(?:\w{{1,3}}\W+)?{re.escape(citation.text)}(?!['’]s|\w)")
    sentences = [profile.sentences[i] for i in _naming(citation, profile)]
    return any(telling.search(text, s.start, s.end) or subject.match(text, s.start, s.end) for s in sentences)


def weight_beside(citation: Citation, piece: ReportId, library: Library) -> float:
    """The weight that a sentence with the name shares, beside the name, with the piece; the most there is."""
    mine, theirs = library.weighed(citation.doc, piece), library.weighed(piece, citation.doc)
    known = frozenset(theirs.places) - sentence_keys(citation.text)
    naming = _naming(citation, library.profiles[citation.doc])
    return max((library.rarity.total(mine.keys[i] & known) for i in naming), default=0.0)


def _naming(citation: Citation, profile: Profile) -> Sequence[int]:
    """The sentences in which the name stands as the citation has it."""
    text = profile.report.text
    return [i for i, s in enumerate(profile.sentences) if citation.text in text[s.start : s.end]]


@lru_cache(maxsize=16)
def _telling(language: str) -> re.Pattern[str]:
    table = language_table(language)
    forms = (*table.saying, *table.according, *table.citing, *table.behind, *table.through)
    return forms_pattern((form for form in forms if len(form) >= SHORTEST_FORM), language)
