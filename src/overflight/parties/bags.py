"""Names as bags of entries under which they are found: words, concepts, and what may be written together or abbreviated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

import numpy as np

from overflight.parties.names.reading import concept_of
from overflight.parties.names.scripts import romanise
from overflight.parties.names.segment import segmented
from overflight.parties.names.sounds import SoundKeys
from overflight.parties.names.tables import Concept, WordClass, generic_words
from overflight.parties.names.token import CLASS_WEIGHTS
from overflight.parties.names.tokens import tokens_of
from overflight.parties.names.words import plain_words
from overflight.parties.settings import SCREENING
from overflight.parties.word_index import Words

MEANING = "="
"""Opens the entry of a generic word, before its class and its concept: not the spelling is what names share."""
LEAST_WEIGHT = 0.1
"""Weight of a name of which nothing is told."""
WHOLE, PARTS, SHORT, INITIALS = "whole:", "parts:", "short:", "initials:"
"""Open the entries of a word and of neighbours by their consonants, of a short word and of first letters."""
AS_LISTED = {WHOLE: WHOLE, PARTS: PARTS, SHORT: SHORT, INITIALS: INITIALS}
SOUGHT = {WHOLE: PARTS, PARTS: WHOLE, SHORT: INITIALS, INITIALS: SHORT}
"""What a name asked looks for: `whitepigeon` the parts of another name, a short word the first letters of one."""


@dataclass(frozen=True, slots=True)
class Bags:
    """The entries of many names. Name i bears `entries[starts[i]:starts[i + 1]]`, which are numbers: those of spelled words
    first, as in `spelled`, then those of `exact`, which are the same or not. weights: of each entry; whole_weights: of each
    name, without what says its words once more.
    """

    spelled: Words
    exact: tuple[str, ...]
    entries: np.ndarray
    starts: np.ndarray
    weights: np.ndarray
    whole_weights: np.ndarray

    @classmethod
    def of(cls, names: Sequence[str], *, is_asked: bool = False) -> Bags:
        """The bags of these names, as they lie in a list or as they are asked of one."""
        words = [index_words(name) for name in names]
        plain = [plain_words(name) for name in names]
        bones = _bones_of(dict.fromkeys(chain.from_iterable(plain)))
        more = [tuple(_said_otherwise(bag, bones, is_asked)) for bag in plain]
        met = dict.fromkeys(chain.from_iterable(words))
        spelled = [word for word in met if not word.startswith(MEANING)]
        concepts = [word for word in met if word.startswith(MEANING)]
        others = [*dict.fromkeys(chain.from_iterable(more))]
        number = {entry: n for n, entry in enumerate((*spelled, *concepts, *others))}
        table = Words.of(spelled)
        weights = np.concatenate(
            [table.weights, [_class_weight(c) for c in concepts], [_other_weight(o) for o in others]]
        )
        entries, starts = _numbered(map(chain, words, more), number)
        told, told_starts = _numbered(words, number)
        until = np.cumsum(np.concatenate([[0.0], weights[told]]))
        whole = np.maximum(until[told_starts[1:]] - until[told_starts[:-1]], LEAST_WEIGHT)
        return cls(table, (*concepts, *others), entries, starts, weights, whole)


def _numbered(bags: Iterable[Iterable[str]], number: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
    """The numbers of all entries, bag after bag, and where each bag begins."""
    found = [[number[entry] for entry in bag] for bag in bags]
    entries = np.array([*chain.from_iterable(found)], dtype=np.int64)
    return entries, np.cumsum([0, *map(len, found)])


def _class_weight(concept: str) -> float:
    return CLASS_WEIGHTS[WordClass(concept.split(MEANING)[1])]


def _other_weight(entry: str) -> float:
    return SCREENING.joined_weight if entry.startswith((WHOLE, PARTS)) else SCREENING.abbreviated_weight


@lru_cache(maxsize=1 << 15)
def index_words(name: str) -> tuple[str, ...]:
    """The words under which a name is found: distinctive ones as spelled, generic ones by concept."""
    if name.isascii():
        words = _ascii_words(segmented(name, False))
    else:
        words = [_entry_of(t.concept, t.word_class) or t.text for t in tokens_of(name, False)]
    return tuple(w for w in dict.fromkeys(words) if w != MEANING) or plain_words(name)


def _ascii_words(plain: tuple[str, ...]) -> list[str]:
    """The words of a name in ASCII, generic phrases as one entry."""
    table = generic_words()
    if table.long_phrases.keys().isdisjoint(plain):
        return [_generic(word) or word for word in plain]
    words, at = [], 0
    while at < len(plain):
        phrases = table.long_phrases.get(plain[at], ())
        found = next(((p, c) for p, c in phrases if plain[at : at + len(p)] == p), None)
        words.append((_generic(plain[at]) or plain[at]) if found is None else (_entry(found[1]) or found[0][0]))
        at += 1 if found is None else len(found[0])
    return words


@lru_cache(maxsize=1 << 16)
def _generic(word: str) -> str | None:
    """The entry of a word that alone means a concept; words that only join have an empty one."""
    return _entry(concept_of(word))


def _entry(concept: Concept | None) -> str | None:
    return None if concept is None else _entry_of(concept.name, concept.word_class)


def _entry_of(concept: str | None, word_class: WordClass) -> str | None:
    """The entry of a concept, which tells its class for the weight; words that only join or open a name have an empty one."""
    if concept is None:
        return None
    is_told = CLASS_WEIGHTS[word_class] > SCREENING.least_class_weight
    return f"{MEANING}{word_class.value}{MEANING}{concept}" if is_told else MEANING


def _bones_of(words: Iterable[str]) -> dict[str, str]:
    """The consonants of each word."""
    spelled = [*words]
    return dict(zip(spelled, SoundKeys.of([romanise(word) for word in spelled]).bones, strict=True))


def _said_otherwise(plain: tuple[str, ...], bones: dict[str, str], is_asked: bool) -> Iterator[str]:
    """The entries of words that another spelling writes together, apart or by their first letters."""
    kinds = SOUGHT if is_asked else AS_LISTED
    told = [word for word in plain if _generic(word) != MEANING]
    for word in told:
        if len(word) >= SCREENING.joined_letters:
            yield kinds[WHOLE] + bones[word]
        if 3 <= len(word) <= SCREENING.abbreviated_letters:
            yield kinds[SHORT] + word
    for a, b in pairwise(plain):
        if len(a) + len(b) >= SCREENING.joined_letters:
            x, y = bones[a], bones[b]
            yield kinds[PARTS] + x + (y[1:] if x[-1:] == y[:1] else y)
    if len(told) >= 3:
        letters = "".join([word[0] for word in told[: SCREENING.abbreviated_letters]])
        for run in dict.fromkeys((letters, letters[1:], letters[:-1])):
            if len(run) >= 3:
                yield kinds[INITIALS] + run
