"""Legal forms spelled out, in any romanisation: `OBSCHESTVO S OGRANICHENNOI …`, `Obshchestvo s ogranichennoy …`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from overflight.parties.names.sounds import sound_keys
from overflight.parties.names.tables import WordClass, generic_words

LEAST_LETTERS = 4
"""Letters of a word of such a form that may be spelled otherwise; shorter ones (`s`, `de`) are what they are."""
LEAST_CONSONANTS = 5
"""Consonants from which one of them may be missing, or two exchanged."""
START = 3
"""Letters that tell whether a word may open a form."""
_ONE_HISS = re.compile(r"s[KC]")
_DOUBLE = re.compile(r"(.)\1+")

Form = tuple[tuple[str, ...], tuple[str, ...]]
"""The consonants of the words, and the words as the table spells them."""


def as_the_table_spells(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name with the legal forms among them in the spelling of the table of generic words."""
    starts = _starts()
    for at, word in enumerate(words[:-1]):
        if word[:START] in starts and (spelled := _form_at(words, at)):
            rest = as_the_table_spells(words[at + len(spelled) :])
            return (*words[:at], *spelled, *rest)
    return words


def _form_at(words: tuple[str, ...], at: int) -> tuple[str, ...]:
    """The form that is spelled out here, () for none."""
    for keys, spelled in _forms().get(_consonants(words[at]), ()):
        found = words[at : at + len(keys)]
        if len(found) == len(keys) and all(map(_is_spelled, found[1:], keys[1:])):
            return spelled
    return ()


def _is_spelled(word: str, key: str) -> bool:
    found = _consonants(word)
    return found == key or (min(len(found), len(key)) >= LEAST_CONSONANTS and OSA.distance(found, key) <= 1)


@lru_cache(maxsize=1 << 12)
def _consonants(word: str) -> str:
    """The blurred consonants of a word, the many spellings of щ as one; short words as they are."""
    if len(word) < LEAST_LETTERS:
        return word
    return _DOUBLE.sub(r"\1", _ONE_HISS.sub("s", sound_keys(word.rstrip("j"))[2]))


@cache
def _forms() -> dict[str, tuple[Form, ...]]:
    """Forms of several long words by the consonants of the first, longest first."""
    found: dict[str, list[Form]] = {}
    for phrases in generic_words().long_phrases.values():
        for words, concept in phrases:
            long = [word for word in words if len(word) >= LEAST_LETTERS]
            is_spelled_out = len(words[0]) >= LEAST_LETTERS and len(long) >= 2 and words[0].isascii()
            if concept.word_class is WordClass.LEGAL and is_spelled_out:
                keys = tuple(map(_consonants, words))
                found.setdefault(keys[0], []).append((keys, words))
    return {first: tuple(sorted(forms, key=lambda f: (-len(f[0]), f))) for first, forms in found.items()}


@cache
def _starts() -> frozenset[str]:
    return frozenset(words[0][:START] for forms in _forms().values() for _, words in forms)
