"""Which listed words are like the words asked: many at once, by doors that like words share.

A door is a word's sound, that sound less any one letter, its consonants (of long words also less any one), or its group of
given names. Two words behind one door are near; leaving out a letter on both sides covers one more, one less, one other and
two exchanged. Doors are numbers, made and met as whole columns: a list has hundreds of thousands of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from rapidfuzz.distance import Levenshtein

from overflight.parties.names.latin import affix_of, distances, latin_likenesses
from overflight.parties.names.likeness import READ_ALIKE, scaled_likeness, word_likeness
from overflight.parties.names.scripts import ABJADS, Script, romanise, script_of
from overflight.parties.names.sounds import SoundKeys, column_of
from overflight.parties.names.tables import rarity_of_sound, variant_groups
from overflight.parties.settings import SCREENING

MOST_LETTERS = 40
"""Letters of a sound that its doors know; what is longer is no word but a sentence without blanks."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words column by column, each with what comparing it needs. scripts are numbers; groups are those of given names,
    mostly none.
    """

    spelled: np.ndarray
    latins: np.ndarray
    keys: SoundKeys
    scripts: np.ndarray
    groups: np.ndarray
    affixes: np.ndarray
    weights: np.ndarray

    @classmethod
    def of(cls, words: Sequence[str]) -> Words:
        """The table of these words."""
        latins = [romanise(word) for word in words]
        keys = SoundKeys.of(latins)
        group = variant_groups()
        return cls(
            spelled=column_of(words),
            latins=column_of(latins),
            keys=keys,
            scripts=np.array([SCRIPTS[script_of(word)] for word in words], dtype=np.int8),
            groups=column_of([group.get(w, group.get(x, ())) for w, x in zip(words, latins, strict=True)]),
            affixes=column_of([affix_of(word) for word in latins]),
            weights=np.array(list(map(rarity_of_sound, keys.sounds)), dtype=np.float64),
        )


SCRIPTS = {script: number for number, script in enumerate(Script)}
_LATIN = SCRIPTS[Script.LATIN]
_BY_LETTERS = np.array([s not in ABJADS | {Script.CHINESE, Script.CYRILLIC} for s in Script])
"""Scripts whose words are compared with Latin ones as they are romanised; the others are read in ways of their own."""


@dataclass(frozen=True, slots=True)
class Likenesses:
    """Rows of: a word asked, a listed word like it, how alike they are. Sorted by the first, then the second."""

    asked: np.ndarray
    listed: np.ndarray
    likeness: np.ndarray


@dataclass(frozen=True, slots=True)
class WordIndex:
    """Listed words behind their doors, which lie sorted."""

    words: Words
    doors: np.ndarray
    behind: np.ndarray

    @classmethod
    def of(cls, words: Words) -> WordIndex:
        """The index over these words."""
        doors, behind = doors_of(words)
        order = np.argsort(doors, kind="stable")
        return cls(words, doors[order], behind[order])

    def like(self, asked: Words) -> Likenesses:
        """For each word asked the listed words like it, the nearest dozen."""
        left, right = self._nearest(asked, *self._near(asked))
        likeness = _likeness(asked, left, self.words, right)
        kept = likeness > 0
        return Likenesses(left[kept], right[kept], likeness[kept])

    def _near(self, asked: Words) -> tuple[np.ndarray, np.ndarray]:
        """Pairs of words that share a door, each once."""
        doors, before = doors_of(asked)
        first = np.searchsorted(self.doors, doors, side="left")
        counts = np.searchsorted(self.doors, doors, side="right") - first
        left, right = np.repeat(before, counts), self.behind[spans(first, counts)]
        pairs = np.unique(left * len(self.words.spelled) + right)
        return np.divmod(pairs, max(1, len(self.words.spelled)))

    def _nearest(self, asked: Words, left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Of the pairs of each word asked those nearest in sound; few are all kept."""
        sounds = asked.keys.sounds[left]
        distance = distances(Levenshtein.distance, sounds, self.words.keys.sounds[right])
        letters = np.fromiter(map(len, asked.keys.sounds), dtype=np.int64, count=len(asked.keys.sounds))[left]
        many = np.bincount(left, minlength=1)[left] > SCREENING.words_kept
        near = ~many | (distance <= (SCREENING.far * letters).astype(np.int64) + 1)
        left, right, distance = left[near], right[near], distance[near]
        order = np.lexsort((right, distance, left))
        order = order[rank_within(left[order]) < SCREENING.words_kept]
        order = order[np.lexsort((right[order], left[order]))]
        return left[order], right[order]


def _likeness(asked: Words, left: np.ndarray, listed: Words, right: np.ndarray) -> np.ndarray:
    """The likeness of pairs: those whose letters alone decide together, all others one by one."""
    found: np.ndarray = np.where(asked.spelled[left] == listed.spelled[right], 1.0, -1.0)
    is_crossing = asked.scripts[left] != _LATIN
    found[(found < 0) & is_crossing & (asked.latins[left] == listed.latins[right])] = READ_ALIKE
    grouped = asked.groups.astype(bool)[left] & listed.groups.astype(bool)[right]
    affixed = (asked.affixes[left] != "") & (asked.affixes[left] == listed.affixes[right])
    is_plain = _BY_LETTERS[asked.scripts[left]] & (listed.scripts[right] == _LATIN) & ~grouped & ~affixed
    plain, rest = np.flatnonzero((found < 0) & is_plain), np.flatnonzero((found < 0) & ~is_plain)
    a, b = left[plain], right[plain]
    raw = latin_likenesses(asked.latins[a], asked.keys.rows(a), listed.latins[b], listed.keys.rows(b))
    found[plain] = scaled_likeness(raw, is_crossing[plain])
    columns = [
        column[rows[rest]].tolist()
        for words, rows in ((asked, left), (listed, right))
        for column in (words.spelled, words.latins, words.scripts)
    ]
    scripts = tuple(Script)
    found[rest] = [word_likeness(x, p, scripts[s], y, q, scripts[t]) for x, p, s, y, q, t in zip(*columns, strict=True)]
    return found


def spans(first: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The numbers first, first + 1, … for each row, as many as it counts, one row after the other."""
    ends = np.cumsum(counts)
    found: np.ndarray = np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - ends + counts, counts)
    return found


def rank_within(groups: np.ndarray) -> np.ndarray:
    """The place of each row among the neighbouring rows of its group, from 0."""
    starts = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]]) if len(groups) else np.zeros(0, dtype=np.int64)
    return np.arange(len(groups)) - np.repeat(starts, np.diff(np.r_[starts, len(groups)]))


# Doors as numbers: a word's letters as a polynomial, so that the number of a word less a letter follows from sums.

_BASE = np.uint64(0x9E3779B97F4A7C15)
_POWERS = np.cumprod(np.full(MOST_LETTERS, _BASE, dtype=np.uint64))
_INVERSE = np.uint64(pow(int(_BASE), -1, 1 << 64))
_OF_BONES, _OF_GROUPS = np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9)


def doors_of(words: Words) -> tuple[np.ndarray, np.ndarray]:
    """The doors of words and the rows of the words that they belong to."""
    rows = np.arange(len(words.spelled))
    sizes = np.fromiter(map(len, words.groups), dtype=np.int64, count=len(words.groups))
    groups = np.array([*chain.from_iterable(words.groups)], dtype=np.uint64)
    found = [
        _spelled_doors(words.keys.sounds, fewest=1, long=SCREENING.long_sound),
        _spelled_doors(words.keys.bones, fewest=SCREENING.fewest_bones, long=SCREENING.long_bones, kind=_OF_BONES),
        ((groups + np.uint64(1)) * _OF_GROUPS, np.repeat(rows, sizes)),
    ]
    return np.concatenate([doors for doors, _ in found]), np.concatenate([behind for _, behind in found])


def _spelled_doors(
    texts: np.ndarray, *, fewest: int, long: int, kind: np.uint64 | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """The doors of texts of at least `fewest` letters: themselves and, from `long` letters, less any one letter."""
    if not len(texts):
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    letters = texts.astype(f"S{MOST_LETTERS}").view(np.uint8).reshape(len(texts), MOST_LETTERS)
    length = (letters > 0).sum(axis=1)
    summed = np.cumsum(letters.astype(np.uint64) * _POWERS, axis=1, dtype=np.uint64)
    whole = summed[:, -1]
    before = np.concatenate([np.zeros((len(texts), 1), dtype=np.uint64), summed[:, :-1]], axis=1)
    without = before + (whole[:, None] - summed) * _INVERSE
    rows, _ = shorter = np.nonzero((np.arange(MOST_LETTERS) < length[:, None]) & (length[:, None] >= long))
    itself = np.flatnonzero(length >= fewest)
    doors = np.concatenate([whole[itself], without[shorter]])
    return (doors if kind is None else (doors + np.uint64(1)) * kind), np.concatenate([itself, rows])
