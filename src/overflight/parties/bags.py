"""Names as bags of entries under which they are found: words, concepts, and what may be written together or abbreviated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

import numpy as np

from overflight.parties.names.reading import concept_of, number_of
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
ALSO_NAMES = tuple(f"{MEANING}{c.value}{MEANING}" for c in (WordClass.IMAGE, WordClass.FIELD, WordClass.PLACE))
"""Open the entries of words that are found by their spelling too."""
LEAST_WEIGHT = 0.1
"""Weight of a name of which nothing is told."""
WHOLE, PARTS, SHORT, INITIALS = "whole:", "parts:", "short:", "initials:"
"""Open the entries of a word and of neighbours by their consonants, of a short word and of first letters."""
ARTICLE = "ال"
"""The Arabic article, written together with its word; romanisations set it apart or leave it out."""
OTHERS = (WHOLE, PARTS, SHORT, INITIALS)
AS_LISTED = {WHOLE: WHOLE, PARTS: PARTS, SHORT: SHORT, INITIALS: INITIALS}
SOUGHT = {WHOLE: PARTS, PARTS: WHOLE, SHORT: INITIALS, INITIALS: SHORT}
"""What a name asked looks for: `whitepigeon` the parts of another name, a short word the first letters of one."""


@dataclass(frozen=True, slots=True)
class Bags:
    """The entries of many names. Name i bears `entries[starts[i]:starts[i + 1]]`, which are numbers: those of spelled words
    first, as in `spelled`, then those of `exact`, which are the same or not. places: where in its name each entry's word
    stands; what says a word once more stands where it stands. weights: of each entry in `spelled` and `exact`;
    whole_weights: of each name, without what says its words once more.
    """

    spelled: Words
    exact: tuple[str, ...]
    entries: np.ndarray
    places: np.ndarray
    starts: np.ndarray
    weights: np.ndarray
    whole_weights: np.ndarray

    @classmethod
    def of(cls, names: Sequence[str], *, is_asked: bool = False) -> Bags:
        """The bags of these names, as they lie in a list or as they are asked of one."""
        words = [index_words(name) for name in names]
        plain = [plain_words(name) for name in names]
        bones = _bones_of(dict.fromkeys(chain.from_iterable(plain)))
        kinds = SOUGHT if is_asked else AS_LISTED
        more = [_said_otherwise(bag, bones, kinds) for bag in plain]
        met = dict.fromkeys(chain.from_iterable((*words, *more)))
        concepts = [entry for entry in met if entry.startswith(MEANING)]
        others = [entry for entry in met if entry.startswith(OTHERS)]
        spelled = [entry for entry in met if not entry.startswith((MEANING, *OTHERS))]
        number = {entry: n for n, entry in enumerate((*spelled, *concepts, *others))}
        table = Words.of(spelled)
        weights = np.concatenate(
            [
                np.minimum(table.weights, [_most_weight(word) for word in spelled]),
                [_class_weight(c) for c in concepts],
                [_other_weight(o) for o in others],
            ]
        )
        told, told_starts = _column([[number[word] for word in bag] for bag in words])
        until = np.cumsum(np.concatenate([[0.0], weights[told]]))
        whole = np.maximum(until[told_starts[1:]] - until[told_starts[:-1]], LEAST_WEIGHT)
        found = [[number[entry] for entry in chain(*bags)] for bags in zip(words, more, strict=True)]
        places = [_places(*bags) for bags in zip(plain, words, more, strict=True)] if is_asked else []
        entries, starts = _column(found)
        return cls(table, (*concepts, *others), entries, _column(places)[0], starts, weights, whole)


def _column(bags: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray]:
    """The numbers of all bags one after another, and where each bag begins."""
    return np.array([*chain.from_iterable(bags)], dtype=np.int64), np.cumsum([0, *map(len, bags)])


def _places(plain: Sequence[str], words: Sequence[str], more: dict[str, str]) -> list[int]:
    """Where each entry of a name stands: its word's place, and of a phrase or a concept one of its own."""
    place = dict(zip(reversed(plain), range(len(plain) - 1, -1, -1), strict=True))
    return [
        *(place.get(word, len(plain) + n) for n, word in enumerate(words)),
        *(place[word] for word in more.values()),
    ]


def _class_weight(concept: str) -> float:
    return CLASS_WEIGHTS[WordClass(concept.split(MEANING)[1])]


def _most_weight(word: str) -> float:
    """Most that a word weighs by its spelling: no more than what it means."""
    concept = _generic(word) or ""
    return _class_weight(concept) if concept.startswith(ALSO_NAMES) else 1.0


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
    """The entry of a word that alone means a concept or a number; words that only join have an empty one."""
    value = number_of(word, False)
    return _entry(concept_of(word)) if value is None else _entry_of(str(value), WordClass.NUMBER)


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


def _said_otherwise(plain: tuple[str, ...], bones: dict[str, str], kinds: dict[str, str]) -> dict[str, str]:
    """The entries of words that another spelling writes together, apart or by their first letters, each with its main word;
    the spelling of words that mean something and may be names (a bear, Mr Medvedev); Arabic ones without their article.
    """
    found = {}
    told = [word for word in plain if _generic(word) != MEANING]
    for word in told:
        if (_generic(word) or "").startswith(ALSO_NAMES):
            found[word] = word
        if word.startswith(ARTICLE) and len(word) >= len(ARTICLE) + 3:
            found[word.removeprefix(ARTICLE)] = word
        if len(word) >= SCREENING.joined_letters:
            found[kinds[WHOLE] + bones[word]] = word
        if 3 <= len(word) <= SCREENING.abbreviated_letters:
            found[kinds[SHORT] + word] = word
    for a, b in pairwise(plain):
        x, y = bones[a], bones[b]
        if x and y and len(a) + len(b) >= SCREENING.joined_letters:
            found[kinds[PARTS] + x + (y[1:] if x[-1:] == y[:1] else y)] = a if len(a) > len(b) else b
    if len(told) >= 3:
        letters = "".join([word[0] for word in told[: SCREENING.abbreviated_letters]])
        for run in (letters[1:], *(letters[:end] for end in range(3, len(letters) + 1))):
            if len(run) >= 3:
                found[kinds[INITIALS] + run] = told[0]
    return found
