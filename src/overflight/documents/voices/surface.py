"""Verbs of saying that a tree has taken for something else: told by the words around them alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.tree import Word
from overflight.documents.frames.words import wordlist
from overflight.documents.voices.kinds import SOURCES, kind_of
from overflight.documents.voices.speaker import KNOWN_THROUGH, can_speak, known_through, speaker_type
from overflight.documents.voices.speech import Speech
from overflight.documents.voices.stretch import whole
from overflight.records.claim import Attribution

_MARKS = frozenset({",", ";", ":", "“", '"', "(", "—", "–"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AUXILIARIES = frozenset(wordlist("did does do has have had"))
_NOUNS_TOO = frozenset(
    wordlist(
        "reports claims records charges estimates documents notes states counts rules lists logs posts fears report claim"
    )
)
"""Forms that are nouns as often as verbs (`earlier reports that …`)."""


def before_content(sight: Sight, word: Word, lemma: str, outlet: str | None, *, is_source: bool) -> Speech | None:
    """`A rival swears that …`, `Iran denies having …`: a noun phrase before the verb, what is said right behind it.

    is_source: the verb is one that only data, documents and outlets have.
    """
    words = sight.tree.words
    if not _opens_content(words, word, lemma):
        return None
    first = max((k + 1 for k in range(word.i) if words[k].text in _MARKS), default=0)
    phrase = _subject(sight, first, word)
    if phrase is None or (is_source and kind_of(words[phrase.head].lower) not in SOURCES):
        return None
    start, end = words[phrase.first].start, words[phrase.last].end
    text = sight.scene.text[start:end]
    speaker = Attribution(text=text, start=start, end=end, type=speaker_type(sight, phrase, text), norm=phrase.norm)
    outer = known_through(sight, phrase, outlet)
    return Speech(speaker, word.end, whole(sight)[1], sight.index, word.start, 0, lemma, outer)


def _opens_content(words: Sequence[Word], word: Word, lemma: str) -> bool:
    behind = [w.lower for w in words[word.i + 1 : word.i + 2]]
    if word.tag == "VBG" or (word.tag in {"VBN", "VB"} and word.lower != lemma):
        return False
    if lemma == "accuse":
        return any(w.lower == "of" for w in words[word.i + 1 : word.i + 7])
    return behind == ["that"] or (lemma == "deny" and behind in (["having"], ["being"]))


def _subject(sight: Sight, first: int, word: Word) -> Phrase | None:
    """The noun phrase from the last mark to the verb; none where another verb or a preposition stands before it."""
    words = sight.tree.words
    before = words[first : word.i]
    told = [w for w in before if w.tag in _FINITE and w.lower not in _AUXILIARIES | KNOWN_THROUGH]
    phrase = next((p for p in sight.phrases if first <= p.first < word.i), None) or _unfound(words, first, word.i)
    if told or phrase is None or phrase.preposition or phrase.first >= word.i or phrase.nature is Nature.PRONOUN:
        return None
    last = words[word.i - 1]
    if last.tag in {"DT", "PRP$"} or (word.lower in _NOUNS_TOO and last.tag in {"JJ", "VBN", "CD"}):
        return None
    kept = replace(phrase, last=min(phrase.last, word.i - 1), head=min(phrase.head, word.i - 1))
    return kept if can_speak(sight, kept, plainly=True) else None


_SHORTEST = 4
"""Words of a subject at most whose head the tree has taken for an adjective."""


def _unfound(words: Sequence[Word], first: int, verb: int) -> Phrase | None:
    """A subject that is no noun phrase in the tree (`The indictment alleges`): an article and the words up to the verb."""
    if not 1 < verb - first <= _SHORTEST or words[first].tag not in {"DT", "PRP$"}:
        return None
    return Phrase(first, verb - 1, verb - 1, "", Nature.OTHER)
