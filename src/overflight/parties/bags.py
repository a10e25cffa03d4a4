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
        plain = [plain_words(name) for name in names]
        vocabulary = Vocabulary.of(dict.fromkeys(chain.from_iterable(plain)), SOUGHT if is_asked else AS_LISTED)
        words = [_index_words(name, bag) for name, bag in zip(names, plain, strict=True)]
        more = [vocabulary.said_otherwise(bag) for bag in plain]
        met = dict.fromkeys(chain.from_iterable(words))
        met.update(dict.fromkeys(chain.from_iterable(more)))
        concepts = [entry for entry in met if entry.startswith(MEANING)]
        others = [entry for entry in met if entry.startswith(OTHERS)]
        spelled = [entry for entry in met if not entry.startswith((MEANING, *OTHERS))]
        number = {entry: n for n, entry in enumerate((*spelled, *concepts, *others))}
        table = Words.of(spelled)
        weights = np.concatenate(
            [
                np.minimum(table.weights, [vocabulary.most_weight(word) for word in spelled]),
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


def _other_weight(entry: str) -> float:
    return SCREENING.joined_weight if entry.startswith((WHOLE, PARTS)) else SCREENING.abbreviated_weight


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What each plain word of many names gives to any of them: looked up once a word, not once a name.

    meanings: the entry of a generic word, MEANING alone where it only joins, None for a distinctive one. bones: its
    consonants. own: the entries by which it is found besides. kinds: of entries, as they lie or as they are sought.
    """

    meanings: dict[str, str | None]
    bones: dict[str, str]
    own: dict[str, tuple[str, ...]]
    kinds: dict[str, str]

    @classmethod
    def of(cls, words: Iterable[str], kinds: dict[str, str]) -> Vocabulary:
        """The table of these words."""
        spelled = [*words]
        bones = dict(zip(spelled, SoundKeys.of([romanise(word) for word in spelled]).bones, strict=True))
        meanings = {word: _meaning(word) for word in spelled}
        own = {word: tuple(_own_entries(word, meanings[word], bones[word], kinds)) for word in spelled}
        return cls(meanings, bones, own, kinds)

    def said_otherwise(self, plain: tuple[str, ...]) -> dict[str, str]:
        """The entries of words that another spelling writes together, apart or by their first letters, each with its main word;
        and those of each word's own.
        """
        found, bones, kinds = {}, self.bones, self.kinds
        for word in plain:
            for entry in self.own[word]:
                found[entry] = word
        told = [word for word in plain if self.meanings[word] != MEANING]
        for a, b in dict.fromkeys((*pairwise(plain), *pairwise(told))):
            x, y = bones[a], bones[b]
            if x and y and len(a) + len(b) >= SCREENING.joined_letters:
                found[kinds[PARTS] + x + (y[1:] if x[-1] == y[0] else y)] = a if len(a) > len(b) else b
        if len(told) >= 3:
            letters = "".join([word[0] for word in told[: SCREENING.abbreviated_letters]])
            for run in (letters[1:], *(letters[:end] for end in range(3, len(letters) + 1))):
                if len(run) >= 3:
                    found[kinds[INITIALS] + run] = told[0]
        return found

    def most_weight(self, word: str) -> float:
        """Most that a word weighs by its spelling: no more than what it means."""
        concept = self.meanings.get(word) or ""
        return _class_weight(concept) if concept.startswith(ALSO_NAMES) else 1.0


def _index_words(name: str, plain: tuple[str, ...]) -> tuple[str, ...]:
    """The words under which a name is found: distinctive ones as spelled, generic ones and phrases by concept."""
    if name.isascii():
        words = _in_phrases(segmented(name, False))
    else:
        words = [_entry_of(t.concept, t.word_class) or t.text for t in tokens_of(name, False)]
    return tuple([word for word in dict.fromkeys(words) if word != MEANING]) or plain


def _in_phrases(words: tuple[str, ...]) -> list[str]:
    """The words of a name in ASCII, generic phrases as one entry."""
    phrases = generic_words().long_phrases
    if phrases.keys().isdisjoint(words):
        return [_meaning(word) or word for word in words]
    found, at = [], 0
    while at < len(words):
        word = words[at]
        for phrase, concept in phrases.get(word, ()):
            if words[at : at + len(phrase)] == phrase:
                found.append(_entry(concept) or word)
                at += len(phrase)
                break
        else:
            found.append(_meaning(word) or word)
            at += 1
    return found


def _own_entries(word: str, meaning: str | None, bones: str, kinds: dict[str, str]) -> Iterable[str]:
    """The entries of a word alone: its spelling where it means something and may be a name (a bear, Mr Medvedev), an Arabic one
    without its article, what may be written apart elsewhere, or be first letters.
    """
    if meaning == MEANING:
        return
    if meaning is not None and meaning.startswith(ALSO_NAMES):
        yield word
    if word.startswith(ARTICLE) and len(word) >= len(ARTICLE) + 3:
        yield word.removeprefix(ARTICLE)
    if len(word) >= SCREENING.joined_letters:
        yield kinds[WHOLE] + bones
    if 3 <= len(word) <= SCREENING.abbreviated_letters:
        yield kinds[SHORT] + word


@lru_cache(maxsize=1 << 16)
def _meaning(word: str) -> str | None:
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
