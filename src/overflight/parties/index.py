"""Which listed names are worth comparing with a name: by the words they share, in every spelling.

Each word asked finds the listed words like it (`word_index.py`); each of those gives its weight to the names that bear it.
What reaches a share of both names' weight is compared in full. Made once a list, asked in batches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from overflight.parties.bags import Bags
from overflight.parties.settings import SCREENING
from overflight.parties.word_index import Likenesses, WordIndex, rank_within, spans

BATCH = 1024
"""Names asked at once: bounds the memory of what they share with the list."""
MOST_PLACES = 256
"""Places of a name asked that are told apart; what a longer one holds more counts as its last."""


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The names of a list by their words. bearers: the names of each word, one after another; a name is one however many
    parties bear it: rows_of gives, for each name, the rows in which it was given, so that nine branches of one charity
    take one place among the candidates.
    """

    rows_of: tuple[tuple[int, ...], ...]
    words: WordIndex
    exact: dict[str, int]
    entry_weights: np.ndarray
    name_weights: np.ndarray
    bearers: np.ndarray
    bearer_starts: np.ndarray

    @classmethod
    def of(cls, names: Sequence[str]) -> NameIndex:
        """The index over these names; row i is the i-th name given."""
        rows_of: dict[str, list[int]] = {}
        for row, name in enumerate(names):
            rows_of.setdefault(name, []).append(row)
        bags = Bags.of([*rows_of])
        count = len(bags.spelled.spelled)
        rows = np.repeat(np.arange(len(rows_of)), np.diff(bags.starts))
        order = np.argsort(bags.entries, kind="stable")
        borne = np.bincount(bags.entries, minlength=len(bags.weights))
        return cls(
            rows_of=tuple(map(tuple, rows_of.values())),
            words=WordIndex.of(bags.spelled),
            exact={entry: count + n for n, entry in enumerate(bags.exact)},
            entry_weights=bags.weights,
            name_weights=bags.whole_weights,
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
        bags = Bags.of(asked, is_asked=True)
        names, places, words, told = self._shared_words(bags)
        first = self.bearer_starts[words]
        counts = self.bearer_starts[words + 1] - first
        listed = self.bearers[spans(first, counts)]
        pairs = np.repeat(names, counts) * max(1, len(self.name_weights)) + listed
        answers, told = largest(pairs * MOST_PLACES + np.repeat(places, counts), np.repeat(told, counts))
        pairs, common = summed(answers // MOST_PLACES, told)
        names, listed = np.divmod(pairs, max(1, len(self.name_weights)))
        whole, borne = bags.whole_weights[names], self.name_weights[listed]
        approach = np.minimum(common, np.minimum(whole, borne)) / np.sqrt(whole * borne)
        near = approach >= SCREENING.least_approach
        return self._best(len(asked), names[near], listed[near], approach[near])

    def _shared_words(self, bags: Bags) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Rows of: a name asked, the place of one of its words, a listed word like it, the weight that they share.

        Each listed word answers once a name, to the place with which it shares most; a place may still have several answers.
        A rare spelling of a common word is common: of the two weights the lesser counts.
        """
        like = self._all_like(bags)
        first = np.searchsorted(like.asked, bags.entries, side="left")
        counts = np.searchsorted(like.asked, bags.entries, side="right") - first
        at = spans(first, counts)
        names = np.repeat(np.repeat(np.arange(len(bags.starts) - 1), np.diff(bags.starts)), counts)
        places = np.repeat(np.minimum(bags.places, MOST_PLACES - 1), counts)
        words = like.listed[at]
        weights = np.minimum(np.repeat(bags.weights[bags.entries], counts), self.entry_weights[words])
        shared = like.likeness[at] * weights
        answered = names * max(1, len(self.entry_weights)) + words
        order = np.lexsort((-shared, answered))
        best = order[rank_within(answered[order]) == 0]
        return names[best], places[best], words[best], shared[best]

    def _all_like(self, bags: Bags) -> Likenesses:
        """The listed words like each word asked, other entries where they are the same."""
        like = self.words.like(bags.spelled)
        count = len(bags.spelled.spelled)
        known = [(count + n, self.exact[c]) for n, c in enumerate(bags.exact) if c in self.exact]
        asked, listed = np.array(known, dtype=np.int64).reshape(-1, 2).T
        return Likenesses(
            np.concatenate([like.asked, asked]),
            np.concatenate([like.listed, listed]),
            np.concatenate([like.likeness, np.ones(len(known))]),
        )

    def _best(self, count: int, names: np.ndarray, listed: np.ndarray, approach: np.ndarray) -> list[list[int]]:
        order = np.lexsort((listed, -np.round(approach, 5), names))
        rank = rank_within(names[order])
        best = approach[order][np.arange(len(order)) - rank]
        near = (rank < SCREENING.names_always_kept) | (approach[order] >= SCREENING.least_of_best * best)
        order = order[near & (rank < SCREENING.names_kept)]
        ends = np.searchsorted(names[order], np.arange(1, count))
        return [[row for name in part for row in self.rows_of[name]] for part in np.split(listed[order], ends)]


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
