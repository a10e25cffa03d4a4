"""Which listed names are worth comparing with a name: by the words they share, in every spelling.

Each word asked finds the listed words like it (`word_index.py`); each of those gives its weight to the names that bear it.
What reaches a share of both names' weight is compared in full. Made once a list, asked in batches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from overflight.parties.names.tables import Concept, WordClass, generic_words
from overflight.parties.names.tokens import tokens_of
from overflight.parties.names.words import plain_words
from overflight.parties.word_index import Likenesses, WordIndex, Words, rank_within, spans

MIN_APPROACH = 0.37
"""Approximate score from which a name is compared in full; the least score that screening shows is 0.36."""
NAMES_KEPT = 12
"""Names compared in full for one name asked; more were never better on held-out aliases."""
BATCH = 512
"""Names asked at once: bounds the memory of what they share with the list."""
MEANING = "="
"""Opens the entry of a generic word: the concept, not the spelling, is what names share."""
GENERIC_WEIGHT = 0.2
"""Weight of a concept in the choice of candidates, as a share of a rare word's."""
MOST_JOINED, MOST_JOINED_LETTERS = 3, 24
"""Words and letters of a name that is also looked for written as one word."""
LEAST_WEIGHT = 0.1
"""Weight of a name of which nothing is told."""


@dataclass(frozen=True, slots=True)
class Bags:
    """The words of many names. Name i bears `words[starts[i]:starts[i + 1]]`, which are numbers: those of spelled words
    first, as in `spelled`, then those of concepts.
    """

    spelled: Words
    concepts: tuple[str, ...]
    words: np.ndarray
    starts: np.ndarray

    @classmethod
    def of(cls, names: Sequence[str]) -> Bags:
        """The bags of these names."""
        bags = [index_words(name) for name in names]
        met = dict.fromkeys(word for bag in bags for word in bag)
        spelled = [word for word in met if not word.startswith(MEANING)]
        concepts = [word for word in met if word.startswith(MEANING)]
        number = {word: n for n, word in enumerate((*spelled, *concepts))}
        words = np.array([number[word] for bag in bags for word in bag], dtype=np.int64)
        return cls(Words.of(spelled), tuple(concepts), words, np.cumsum([0, *map(len, bags)]))

    @property
    def weights(self) -> np.ndarray:
        """The weight of each word: its rarity, and a fifth for a concept."""
        return np.concatenate([self.spelled.weights, np.full(len(self.concepts), GENERIC_WEIGHT)])

    def whole_weights(self) -> np.ndarray:
        """The weight of each name."""
        until = np.cumsum(np.concatenate([[0.0], self.weights[self.words]]))
        whole: np.ndarray = np.maximum(until[self.starts[1:]] - until[self.starts[:-1]], LEAST_WEIGHT)
        return whole


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The names of a list by their words; row i is the i-th name given. bearers: the names of each word, one after another."""

    words: WordIndex
    concepts: dict[str, int]
    word_weights: np.ndarray
    name_weights: np.ndarray
    bearers: np.ndarray
    bearer_starts: np.ndarray

    @classmethod
    def of(cls, names: Sequence[str]) -> NameIndex:
        """The index over these names."""
        bags = Bags.of(names)
        count = len(bags.spelled.spelled)
        rows = np.repeat(np.arange(len(names)), np.diff(bags.starts))
        order = np.argsort(bags.words, kind="stable")
        borne = np.bincount(bags.words, minlength=count + len(bags.concepts))
        return cls(
            words=WordIndex.of(bags.spelled),
            concepts={concept: count + n for n, concept in enumerate(bags.concepts)},
            word_weights=bags.weights,
            name_weights=bags.whole_weights(),
            bearers=rows[order],
            bearer_starts=np.concatenate([[0], np.cumsum(borne)]),
        )

    def candidates(self, asked: Sequence[str]) -> list[list[int]]:
        """For each name asked the rows of the listed names worth comparing, likeliest first."""
        found: list[list[int]] = []
        for start in range(0, len(asked), BATCH):
            found.extend(self._batch(asked[start : start + BATCH]))
        return found

    def _batch(self, asked: Sequence[str]) -> list[list[int]]:
        bags = Bags.of(asked)
        names, words, likeness = self._shared_words(bags)
        first = self.bearer_starts[words]
        counts = self.bearer_starts[words + 1] - first
        listed = self.bearers[spans(first, counts)]
        told = np.repeat(likeness * self.word_weights[words], counts)
        pairs, common = summed(np.repeat(names, counts) * len(self.name_weights) + listed, told)
        names, listed = np.divmod(pairs, max(1, len(self.name_weights)))
        approach = common / np.sqrt(bags.whole_weights()[names] * self.name_weights[listed])
        near = approach >= MIN_APPROACH
        return self._best(len(asked), names[near], listed[near], approach[near])

    def _shared_words(self, bags: Bags) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Rows of: a name asked, a listed word like one of its words, how alike; each listed word once a name."""
        like = self._all_like(bags)
        first = np.searchsorted(like.asked, bags.words, side="left")
        counts = np.searchsorted(like.asked, bags.words, side="right") - first
        at = spans(first, counts)
        names = np.repeat(np.repeat(np.arange(len(bags.starts) - 1), np.diff(bags.starts)), counts)
        pairs, best = largest(names * max(1, len(self.word_weights)) + like.listed[at], like.likeness[at])
        names, words = np.divmod(pairs, max(1, len(self.word_weights)))
        return names, words, best

    def _all_like(self, bags: Bags) -> Likenesses:
        """The listed words like each word asked, concepts by their name."""
        like = self.words.like(bags.spelled)
        count = len(bags.spelled.spelled)
        known = [(count + n, self.concepts[c]) for n, c in enumerate(bags.concepts) if c in self.concepts]
        asked, listed = np.array(known, dtype=np.int64).reshape(-1, 2).T
        return Likenesses(
            np.concatenate([like.asked, asked]),
            np.concatenate([like.listed, listed]),
            np.concatenate([like.likeness, np.ones(len(known))]),
        )

    def _best(self, count: int, names: np.ndarray, listed: np.ndarray, approach: np.ndarray) -> list[list[int]]:
        order = np.lexsort((listed, -np.round(approach, 5), names))
        order = order[rank_within(names[order]) < NAMES_KEPT]
        ends = np.searchsorted(names[order], np.arange(1, count))
        return [part.tolist() for part in np.split(listed[order], ends)]


def summed(keys: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The distinct keys, sorted, and the sum of the values of each, added in the order given."""
    keys, values, starts = _grouped(keys, values)
    return keys, np.add.reduceat(values, starts) if len(values) else values


def largest(keys: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The distinct keys, sorted, and the largest of the values of each."""
    keys, values, starts = _grouped(keys, values)
    return keys, np.maximum.reduceat(values, starts) if len(values) else values


def _grouped(keys: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    order = np.argsort(keys, kind="stable")
    keys, values = keys[order], values[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.zeros(0, dtype=np.int64)
    return keys[starts], values, starts


@lru_cache(maxsize=1 << 15)
def index_words(name: str) -> tuple[str, ...]:
    """The words under which a name is found: distinctive ones as spelled, generic ones by concept, short names joined too."""
    plain = plain_words(name)
    if name.isascii():
        words = _ascii_words(plain)
    else:
        words = [f"{MEANING}{t.concept}" if t.concept else t.text for t in tokens_of(name, False)]
    told = [w for w in dict.fromkeys(words) if w != MEANING]
    spelled = [w for w in told if not w.startswith(MEANING)]
    is_short = 2 <= len(spelled) <= MOST_JOINED and sum(map(len, spelled)) <= MOST_JOINED_LETTERS
    return (*told, "".join(spelled)) if is_short else tuple(told)


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


@lru_cache(maxsize=1 << 15)
def _generic(word: str) -> str | None:
    """The entry of a word that alone means a concept; words that only join have an empty one."""
    concept = generic_words().words.get(word)
    return None if concept is None else _entry(concept)


def _entry(concept: Concept) -> str | None:
    if concept.word_class in (WordClass.TITLE, WordClass.PARTICLE):
        return None
    return MEANING if concept.word_class is WordClass.JOINT else f"{MEANING}{concept.name}"
