"""A report as lineage sees it: its sentences as weighted keys that survive rewriting, translation and script."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from overflight.documents.lineage.dates import day_keys
from overflight.documents.lineage.keys import WORD, fold, key_of, skeleton
from overflight.documents.lineage.numbers import number_of
from overflight.documents.lineage.place_words import place_concept
from overflight.documents.sentences import split_sentences
from overflight.records.source import Report, ReportId

_ARABIC = re.compile(r"[\u0600-\u06ff]")
_GROUPING = re.compile(r"(?<=\d)[.,'  ](?=\d{3}(?!\d))")
"""What divides thousands: 13,000 and 13.000 are one number."""
_YEAR = re.compile(r"(?:19|20)\d\d")
"""Years stand in every report of their time."""
_DIGIT = re.compile(r"\d")
SHORTEST_NAME = 3
"""Consonants that a name's sound must have to tell it from others."""


@dataclass(frozen=True, slots=True)
class SentenceKeys:
    """One sentence: its span and its keys.

    keys begin with `#` (a concept), `~` (a name's sound), `=` (a number), `@` (a day of the year), else they are stems.
    """

    start: int
    end: int
    paragraph: int
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Profile:
    """One report: its sentences as keys."""

    doc: ReportId
    report: Report
    language: str
    sentences: tuple[SentenceKeys, ...]
    keys: frozenset[str]


def profile_of(report: Report) -> Profile:
    """The profile of a report."""
    sentences = tuple(
        SentenceKeys(
            start=s.start,
            end=s.end,
            paragraph=s.paragraph,
            keys=sentence_keys(report.text[s.start : s.end]),
        )
        for s in split_sentences(report.text)
    )
    keys = frozenset[str]().union(*(s.keys for s in sentences))
    return Profile(report.doc, report, (report.language or "und")[:2], sentences, keys)


Word = tuple[str, int, int]
"""A word as written, and where it begins and ends."""


def written_words(text: str) -> list[Word]:
    """Every word of a text with its place."""
    return [(m.group(), m.start(), m.end()) for m in WORD.finditer(text)]


def words_of(profile: Profile, sentence: SentenceKeys) -> tuple[str, ...]:
    """The words of a sentence in order, folded: for runs of words."""
    return tuple(fold(w) for w in WORD.findall(profile.report.text[sentence.start : sentence.end]))


def sentence_keys(text: str) -> frozenset[str]:
    """The keys of a stretch of text."""
    keys: set[str] = set(day_keys(text))
    words = WORD.findall(_GROUPING.sub("", text))
    for word in words:
        number = number_of(word)
        if number is not None:
            if number not in {"1", "2"} and not _YEAR.fullmatch(number):
                keys.add(f"={number}")
            continue
        if "-" in word and not _DIGIT.search(word):
            keys.update(*(word_keys(part) for part in word.split("-")))
        else:
            keys.update(word_keys(word))
    return frozenset(keys)


@lru_cache(maxsize=131072)
def word_keys(word: str) -> frozenset[str]:
    """The keys of one word: its concept, else its stem; and its sound where it may be a name, a place's beside its concept."""
    key = key_of(word)
    if key is None:
        return frozenset()
    if key.startswith("#"):
        return frozenset({key})
    is_arabic = not word.isascii() and _ARABIC.search(word) is not None
    place = place_concept(word)
    found = {place} if place else set() if is_arabic else {key}
    if word[:1].isupper() or is_arabic:
        sound = skeleton(word)
        if len(sound) >= SHORTEST_NAME:
            found.add(f"~{sound}")
    return frozenset(found)
