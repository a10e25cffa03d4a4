"""Noun phrases: found from the tags alone, named by what they stand for, each with the preposition before it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.natures import nature_of
from overflight.documents.frames.phrase_bounds import phrase_end
from overflight.documents.frames.scene import Scene
from overflight.documents.frames.tree import Tree, Word
from overflight.documents.frames.words import wordlist

_APPROXIMATE = frozenset(wordlist("""about around roughly nearly almost approximately some over only just fewer less
more than at least most up
to not under estimated well"""))  # fmt: skip
_COMPLEX_PREPOSITIONS = (
    ("on", "behalf", "of"), ("because", "of"), ("due", "to"), ("according", "to"), ("out", "of"), ("in", "exchange", "for"),
    ("in", "return", "for"), ("on", "board"), ("up", "to"), ("in", "front", "of"), ("by", "way", "of"), ("as", "well", "as"),
    ("bound", "for"), ("destined", "for"), ("close", "to"), ("en", "route", "to"), ("back", "to"), ("on", "to"), ("outside", "of"),
    ("apart", "from"), ("such", "as"), ("instead", "of"), ("followed", "by"), ("on", "suspicion", "of"), ("on", "charges", "of"),
    ("headed", "for"), ("north", "of"), ("south", "of"), ("east", "of"), ("west", "of"), ("along", "with"), ("together", "with"),
    ("with", "stops", "in"), ("intended", "for"), ("meant", "for"), ("next", "to"),
    ("as", "far", "as"), ("in", "charge", "of"), ("at", "the", "head", "of"), ("at", "the", "helm", "of"),
)  # fmt: skip
_BY_LAST_WORD: dict[str, tuple[tuple[str, ...], ...]] = {}
for _words in _COMPLEX_PREPOSITIONS:
    _BY_LAST_WORD[_words[-1]] = (*_BY_LAST_WORD.get(_words[-1], ()), _words)
_ABOUT = frozenset({"about", "around", "nearly", "almost", "roughly", "approximately", "only", "just", "some"})
_CONJUNCTIONS = frozenset(wordlist("that whether if because although though while than so unless out up down away"))
_PREPOSITIONS = frozenset(wordlist("""worth worth to at in on from into via per including following with by near for of over
through aboard between since
against under"""))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """A base noun phrase: word indices first to last inclusive, its head, the preposition before it, what it stands for."""

    first: int
    last: int
    head: int
    preposition: str
    nature: Nature
    norm: str | None = None
    mention_kind: str | None = None


_PARTICLES = frozenset({"up", "off", "out", "down", "away", "over", "back"})
"""Small words that belong to the verb before them where they are tagged so: what follows is its object (`picked up X`)."""


def prepositions_before(tree: Tree, first: int) -> tuple[str, int]:
    """The preposition (possibly of several words) that ends right before a word, and the index where it begins."""
    if tree.words[first].lower in {"a", "an", "half"} and first and tree.words[first - 1].lower in _ABOUT:
        first -= 1
    if tree.words[first].tag in {"CD", "$"}:
        while first and tree.words[first - 1].lower in _APPROXIMATE and not _is_governing(tree, first - 1):
            first -= 1
        if first > 1 and tree.words[first - 1].lower == "to" and tree.words[first - 2].lower in {"up", "close"}:
            first -= 2
    lowers = tuple(w.lower for w in tree.words[max(0, first - 4) : first])
    for complex_ in _BY_LAST_WORD.get(lowers[-1], ()) if lowers else ():
        if lowers[-len(complex_) :] == complex_:
            return " ".join(complex_), first - len(complex_)
    if first and tree.words[first - 1].lower in _CONJUNCTIONS and tree.words[first - 1].dep == "mark":
        return "", first
    if first and (
        tree.words[first - 1].tag in {"IN", "TO", "RP"}
        or tree.words[first - 1].lower in {"to", "via", "per", "including", "following", "with", "by", "near", "for"}
    ):
        return tree.words[first - 1].lower, first - 1
    return "", first


def _is_governing(tree: Tree, k: int) -> bool:
    """Whether `to` or `at` before a number is a preposition, and no part of `at least`, `up to`."""
    words = tree.words
    if words[k].lower == "at":
        return k + 1 < len(words) and words[k + 1].lower not in {"least", "most"}
    return words[k].lower == "to"


def find_phrases(scene: Scene, tree: Tree) -> tuple[Phrase, ...]:
    """All base noun phrases of a sentence, in order, never overlapping; a bracketed alias belongs to the name before it."""
    words, found, i = tree.words, [], 0
    while i < len(words):
        last = phrase_end(scene, tree, i)
        if last is None:
            i += 1
            continue
        found.append(_phrase(scene, tree, i, last))
        i = last + 1
    return tuple(
        _of_what(tree, phrase, following) for phrase, following in zip(found, (*found[1:], None), strict=False)
    )


_COLLECTIVES = frozenset(
    wordlist("""group number handful couple pair series string fleet band party dozens hundreds scores thousands trio quartet
wave flurry spate succession row round majority remainder rest team crew contingent column total""")
)
_COLLECTED = frozenset({Nature.AIRCRAFT, Nature.FLIGHT, Nature.PEOPLE, Nature.PERSON})


def _of_what(tree: Tree, phrase: Phrase, following: Phrase | None) -> Phrase:
    """A phrase that only counts or collects what follows it stands for that (`a group of officers`, `a string of flights`)."""
    is_of = following is not None and following.preposition == "of" and following.first == phrase.last + 2
    if following is None or not is_of or tree.words[phrase.head].lower not in _COLLECTIVES:
        return phrase
    return replace(phrase, nature=following.nature) if following.nature in _COLLECTED else phrase


def _phrase(scene: Scene, tree: Tree, first: int, last: int) -> Phrase:
    head = _head(tree, first, last)
    nature, norm, kind = nature_of(scene, tree, first, last, head)
    return Phrase(first, last, head, prepositions_before(tree, first)[0], nature, norm, kind)


def _head(tree: Tree, first: int, last: int) -> int:
    words = tree.words
    if words[last].text == ")":
        last = next((k for k in range(last, first, -1) if words[k].text == "("), last + 1) - 1
    return last


def span_of(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """The code points from one word to another, both included."""
    return tree.words[first].start, tree.words[last].end


def word_at(tree: Tree, offset: int) -> Word | None:
    """The word that covers a code point."""
    return next((w for w in tree.words if w.start <= offset < w.end), None)


def phrase_position(phrases: tuple[Phrase, ...], phrase: Phrase) -> int:
    """The place of a phrase in the row."""
    return max((k for k, p in enumerate(phrases) if p.first <= phrase.first), default=0)


def phrase_at(phrases: tuple[Phrase, ...], word: int) -> Phrase | None:
    """The phrase that covers a word."""
    return next((p for p in phrases if p.first <= word <= p.last), None)
