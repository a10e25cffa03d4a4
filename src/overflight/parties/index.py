"""Which listed names are worth comparing with a name: words by their sounds, names by the words they share.

A word finds the listed words that sound like it by keys that they share; each of those gives its weight to the names that
bear it, in one sparse product. What reaches a share of both names' weight is compared in full. Made once a list, asked in batches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeAlias

import numpy as np
import scipy.sparse as sp
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from overflight.parties.names.likeness import word_likeness
from overflight.parties.names.scripts import Script, romanise, script_of
from overflight.parties.names.sounds import sound_keys
from overflight.parties.names.tables import WordClass, generic_words, rarity, variants
from overflight.parties.names.tokens import tokens_of
from overflight.parties.names.words import plain_words

WORDS_KEPT = 12
"""Listed words measured for one word asked, nearest in sound first."""
FAR = 0.45
"""Share of its letters in which a word's sound may differ and the word still be measured."""
LONG_SOUND, LONG_BONES = 4, 5
"""Sounds and consonants from which one of them may be missing or another; shorter words must share all consonants."""
MIN_APPROACH = 0.37
"""Approximate score from which a name is compared in full; the least score that screening shows is 0.36."""
NAMES_KEPT = 12
"""Names compared in full for one name asked; more were never better on held-out aliases."""
BATCH = 1024
"""Names asked at once: bounds the memory of the products."""
MEANING = "="
"""Opens the entry of a generic word: the concept, not the spelling, is what names share."""

Matrix: TypeAlias = sp.csr_matrix


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a list, each with what comparing it needs; `number[word]` is its column.

    doors: keys that like words share (see `keys_of`) to the columns behind them.
    """

    number: dict[str, int]
    spelled: tuple[str, ...]
    latins: tuple[str, ...]
    sounds: tuple[str, ...]
    scripts: tuple[Script, ...]
    doors: dict[str, list[int]]

    @classmethod
    def of(cls, words: Sequence[str]) -> Words:
        """The table of these words; entries of concepts have no letters to compare."""
        latins = tuple("" if w.startswith(MEANING) else romanise(w) for w in words)
        doors: dict[str, list[int]] = {}
        for column, (word, latin) in enumerate(zip(words, latins, strict=True)):
            for key in keys_of(word, latin) if latin else ():
                doors.setdefault(key, []).append(column)
        sounds = tuple(sound_keys(latin)[0] for latin in latins)
        return cls(
            {w: i for i, w in enumerate(words)}, tuple(words), latins, sounds, tuple(map(script_of, words)), doors
        )

    def like(self, word: str) -> list[tuple[int, float]]:
        """The columns of the words like this one, with their likeness."""
        latin, script = romanise(word), script_of(word)
        near = sorted({column for key in keys_of(word, latin) for column in self.doors.get(key, ())})
        if len(near) > WORDS_KEPT:
            near = self._nearest(sound_keys(latin)[0], near)
        answers = []
        for column in near:
            other = self.spelled[column]
            like = (
                1.0
                if other == word
                else word_likeness(word, latin, script, other, self.latins[column], self.scripts[column])
            )
            if like > 0:
                answers.append((column, like))
        return answers

    def _nearest(self, sound: str, columns: list[int]) -> list[int]:
        far = int(FAR * len(sound)) + 1
        distances = cdist([sound], [self.sounds[c] for c in columns], scorer=Levenshtein.distance, score_cutoff=far)[0]
        kept = np.flatnonzero(distances <= far)
        return [columns[i] for i in kept[np.argsort(distances[kept], kind="stable")][:WORDS_KEPT]]


@lru_cache(maxsize=1 << 17)
def keys_of(word: str, latin: str) -> tuple[str, ...]:
    """Keys of which two like words share one: the sound less any one letter, the consonants (long: less any one), the
    group of given names. Deleting on both sides covers a letter more, less, other and two exchanged.
    """
    sound, _, bones = sound_keys(latin)
    keys = [sound]
    if len(sound) >= LONG_SOUND:
        keys += [sound[:i] + sound[i + 1 :] for i in range(len(sound))]
    if len(bones) >= 2:
        keys.append(f"<{bones}")
    if len(bones) >= LONG_BONES:
        keys += [f"<{bones[:i]}{bones[i + 1 :]}" for i in range(len(bones))]
    group = variants().get(word, variants().get(latin))
    if group is not None:
        keys.append(f"={group}")
    return tuple(dict.fromkeys(keys))


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
        alike = {w: self.words.like(w) for bag in bags for w in bag if not w.startswith(MEANING)}
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
    plain = plain_words(name)
    if name.isascii() and phrase_openers().isdisjoint(plain):
        legal = legal_parts()
        words = [_generic(w) or w for w in plain if w not in legal]
    else:
        words = [f"{MEANING}{t.concept}" if t.concept else t.text for t in tokens_of(name, False)]
    told = [w for w in dict.fromkeys(words) if w != MEANING]
    spelled = [w for w in told if not w.startswith(MEANING)]
    return (*told, "".join(spelled)) if 2 <= len(spelled) <= 3 and sum(map(len, spelled)) <= 24 else tuple(told)


@cache
def legal_parts() -> frozenset[str]:
    """Words of legal phrases that mean nothing else: `joint stock company`, `obshchestvo s ogranichennoi …`."""
    phrases = (item for found in generic_words().phrases.values() for item in found)
    legal = (phrase for phrase, concept in phrases if concept.word_class is WordClass.LEGAL and len(phrase) > 1)
    return frozenset(word for phrase in legal for word in phrase if _generic(word) is None)


@cache
def phrase_openers() -> frozenset[str]:
    """First words of generic phrases that mean nothing alone: names with them are read in full."""
    phrases = generic_words().phrases
    several = (first for first, found in phrases.items() if any(len(phrase) > 1 for phrase, _ in found))
    return frozenset(first for first in several if _generic(first) is None and first not in legal_parts())


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
