"""Which listed names are worth comparing with a name: words by their n-grams, names by the words they share.

Two sparse products. A word finds the listed words that look or sound like it; each of those gives its weight to the names
that bear it. What reaches a share of both names' weight is compared in full. Made once a list, asked in batches.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
import scipy.sparse as sp

from overflight.parties.names.likeness import word_likeness
from overflight.parties.names.scripts import Script, romanise, script_of
from overflight.parties.names.sounds import sound_keys
from overflight.parties.names.tables import WordClass, generic_words, rarity
from overflight.parties.names.tokens import tokens_of
from overflight.parties.names.words import plain_words

MIN_COSINE = 0.34
"""Share of n-grams (cosine) from which two words are compared letter by letter."""
WORDS_KEPT = 14
"""Listed words kept for one word asked, most alike first."""
MIN_APPROACH = 0.42
"""Approximate score from which a name is compared in full; the least score that screening shows is 0.40."""
NAMES_KEPT = 8
"""Names compared in full for one name asked; more were never better on held-out aliases."""
BATCH = 1024
"""Names asked at once: bounds the memory of the products."""
MEANING = "="
"""Opens the entry of a generic word: the concept, not the spelling, is what names share."""

Matrix: TypeAlias = sp.csr_matrix


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a list, each with what comparing it needs; `number[word]` is its column."""

    number: dict[str, int]
    spelled: tuple[str, ...]
    latins: tuple[str, ...]
    scripts: tuple[Script, ...]
    grams: dict[str, int]
    gram_rows: Matrix

    @classmethod
    def of(cls, words: Sequence[str]) -> Words:
        """The table of these words; entries of concepts have no letters to compare."""
        latins = tuple("" if w.startswith(MEANING) else romanise(w) for w in words)
        grams: dict[str, int] = {}
        rows = gram_matrix(latins, grams, is_growing=True)
        return cls({w: i for i, w in enumerate(words)}, tuple(words), latins, tuple(map(script_of, words)), grams, rows)

    def like(self, asked: Sequence[str]) -> dict[str, list[tuple[int, float]]]:
        """For each word asked the columns of the words like it, with their likeness."""
        found: dict[str, list[tuple[int, float]]] = {}
        if not asked:
            return found
        cosine = (gram_matrix([romanise(w) for w in asked], self.grams) @ self.gram_rows.T).tocsr()
        for row, word in enumerate(asked):
            start, end = cosine.indptr[row], cosine.indptr[row + 1]
            at, near = cosine.indices[start:end], cosine.data[start:end]
            at, near = at[near >= MIN_COSINE], near[near >= MIN_COSINE]
            if at.size > WORDS_KEPT:
                # a fixed order, whatever the order of the sparse product: by likeness, then by column
                at = at[np.lexsort((at, -np.round(near, 5)))[:WORDS_KEPT]]
            found[word] = self._measured(word, sorted(at.tolist()))
        return found

    def _measured(self, word: str, columns: Iterable[int]) -> list[tuple[int, float]]:
        latin, script, answers = romanise(word), script_of(word), []
        for column in columns:
            other = self.spelled[column]
            like = word_likeness(word, latin, script, other, self.latins[column], self.scripts[column])
            if word == other or like > 0:
                answers.append((column, 1.0 if word == other else like))
        return answers


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The names of a list by their words; row i is the i-th name given."""

    words: Words
    bearers: Matrix
    name_weights: np.ndarray

    @classmethod
    def of(cls, names: Sequence[str]) -> NameIndex:
        """The index over these names."""
        bags = [index_words(name) for name in names]
        number: dict[str, int] = {}
        columns = [number.setdefault(word, len(number)) for bag in bags for word in bag]
        weights = np.array([word_weight(w) for w in number], dtype=np.float32)
        indptr = np.cumsum([0, *(len(bag) for bag in bags)])
        data = weights[columns] if columns else np.zeros(0, dtype=np.float32)
        rows = sp.csr_matrix((data, np.array(columns, dtype=np.int32), indptr), shape=(len(bags), len(number)))
        return cls(Words.of(tuple(number)), rows.T.tocsr(), np.maximum(np.asarray(rows.sum(axis=1)).ravel(), 0.1))

    def candidates(self, asked: Sequence[str]) -> list[list[int]]:
        """For each name asked the rows of the listed names worth comparing, likeliest first."""
        found: list[list[int]] = []
        for start in range(0, len(asked), BATCH):
            found.extend(self._batch([index_words(name) for name in asked[start : start + BATCH]]))
        return found

    def _batch(self, bags: list[tuple[str, ...]]) -> list[list[int]]:
        alike = self.words.like(sorted({w for bag in bags for w in bag if not w.startswith(MEANING)}))
        indptr: list[int] = [0]
        columns: list[int] = []
        values: list[float] = []
        for bag in bags:
            best: dict[int, float] = {}
            for word in bag:
                column = self.words.number.get(word)
                if column is not None and word.startswith(MEANING):
                    best[column] = 1.0
                for column, like in alike.get(word, ()):
                    best[column] = max(best.get(column, 0.0), like)
            columns += best
            values += best.values()
            indptr.append(len(columns))
        shape = (len(bags), len(self.words.spelled))
        asked = sp.csr_matrix(
            (np.array(values, dtype=np.float32), np.array(columns, dtype=np.int32), indptr), shape=shape
        )
        common = (asked @ self.bearers).tocsr()
        weights = [max(0.1, sum(map(word_weight, bag))) for bag in bags]
        return [self._best(common, row, weight) for row, weight in enumerate(weights)]

    def _best(self, common: Matrix, row: int, weight: float) -> list[int]:
        start, end = common.indptr[row], common.indptr[row + 1]
        at = common.indices[start:end]
        approach = common.data[start:end] / np.sqrt(weight * self.name_weights[at])
        kept = approach >= MIN_APPROACH
        at, approach = at[kept], approach[kept]
        return [int(i) for i in at[np.lexsort((at, -np.round(approach, 5)))[:NAMES_KEPT]]]


@lru_cache(maxsize=1 << 15)
def index_words(name: str) -> tuple[str, ...]:
    """The words under which a name is found: distinctive ones as spelled, generic ones by concept, short names joined too."""
    if name.isascii():
        words = [_generic(w) or w for w in plain_words(name)]
    else:
        words = [f"{MEANING}{t.concept}" if t.concept else t.text for t in tokens_of(name, False)]
    told = [w for w in dict.fromkeys(words) if w != MEANING]
    spelled = [w for w in told if not w.startswith(MEANING)]
    return (*told, "".join(spelled)) if 2 <= len(spelled) <= 3 and sum(map(len, spelled)) <= 24 else tuple(told)


@lru_cache(maxsize=1 << 15)
def _generic(word: str) -> str | None:
    """The entry of a word that alone means a concept; words that only join have an empty one."""
    for phrase, concept in generic_words().phrases.get(word, ()):
        if phrase == (word,) and concept.word_class not in (WordClass.TITLE, WordClass.PARTICLE):
            return MEANING if concept.word_class is WordClass.JOINT else f"{MEANING}{concept.name}"
    return None


@lru_cache(maxsize=1 << 17)
def word_weight(word: str) -> float:
    """What a word counts in the choice of candidates: rarity, and a fifth for a generic one."""
    return 0.2 if word.startswith(MEANING) else rarity(romanise(word))


@lru_cache(maxsize=1 << 17)
def word_grams(latin: str) -> tuple[str, ...]:
    """Bigrams of the sound and of the blurred consonants, with the ends marked; capitals keep the two apart."""
    sound, _, blurred = sound_keys(latin)
    padded, bones = f"^{sound}$", f"<{blurred}>"
    return (
        *(padded[i : i + 2] for i in range(len(padded) - 1)),
        *(f"{bones[i : i + 2]}." for i in range(len(bones) - 1)),
    )


def gram_matrix(latins: Sequence[str], grams: dict[str, int], *, is_growing: bool = False) -> Matrix:
    """Words as rows of unit length over n-grams; grams that are not in the table are left out unless it grows."""
    indptr: list[int] = [0]
    columns: list[int] = []
    values: list[float] = []
    for latin in latins:
        told = set(word_grams(latin)) if latin else set()
        if is_growing:
            for gram in sorted(told):
                grams.setdefault(gram, len(grams))
        known = [grams[g] for g in told if g in grams]
        columns += known
        values += [1.0 / math.sqrt(max(1, len(told)))] * len(known)
        indptr.append(len(columns))
    shape = (len(latins), max(1, len(grams)))
    return sp.csr_matrix((np.array(values, dtype=np.float32), np.array(columns, dtype=np.int32), indptr), shape=shape)
