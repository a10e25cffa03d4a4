"""Korean persons' names syllable by syllable, as all the usual romanisations spell them.

McCune-Reischauer without its marks (`Chong`), the Revised one (`Jeong`), the North's (`Jong`) and the newspapers' (`Chung`) write
one syllable in many ways; each spelling here stands for the Korean sounds that it may mean. A syllable more or less, or two
others, are another person; one other may be a slip of the pen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from overflight.parties.names.tables import cultures
from overflight.parties.names.token import Token

ONSETS = {
    "": "", "k": "k", "g": "k", "kk": "k", "n": "n", "t": "t", "d": "t", "tt": "t", "r": "r", "l": "r", "rh": "r", "m": "m",
    "p": "p", "b": "p", "pp": "p", "s": "s", "ss": "s", "sh": "s", "j": "ch", "ch": "ch", "jj": "ch", "h": "h",
}  # fmt: skip
"""Consonants before the vowel; which of voiced and unvoiced is written differs."""
VOWELS: dict[str, tuple[str, ...]] = {
    "a": ("a",), "ah": ("a",), "ya": ("ya",), "ae": ("e",), "ai": ("e",), "ay": ("e",), "e": ("e",), "o": ("o", "eo"),
    "oh": ("o",), "eo": ("eo",), "uh": ("eo",), "ou": ("eo", "u"), "yo": ("yo", "yeo"), "yeo": ("yeo",), "you": ("yeo", "yu"),
    "u": ("u", "eu"), "oo": ("u",), "uu": ("u",),
    "woo": ("u",), "wu": ("u",), "eu": ("eu",), "yu": ("yu",), "yoo": ("yu",), "i": ("i",),
    "ee": ("i",), "yi": ("i",), "ui": ("i",), "eui": ("i",), "wa": ("wa",), "wae": ("we",), "we": ("we", "oe"), "oe": ("oe",),
    "oi": ("oe",), "oy": ("oe",), "wo": ("wo",), "weo": ("wo",), "wi": ("wi",), "wee": ("wi",), "ye": ("ye",), "yae": ("ye",),
}  # fmt: skip
"""Vowels by spelling; `ae` and `e`, `ui` and `i` sound alike."""
BEFORE_SONORANTS = {"u": ("u", "eu", "eo"), "yu": ("yu", "yeo")}
"""What newspapers write for `eo` before n, ng and l: `Sung`, `Hyun`, `Chul`."""
ENDS = {
    "": "", "k": "k", "g": "k", "ck": "k", "rk": "k", "n": "n", "t": "t", "l": "l", "r": "l", "m": "m", "p": "p", "b": "p",
    "ng": "ng",
}  # fmt: skip
MOST_SYLLABLES = 3
"""Syllables of the longest given name that is read; nearly all have two."""
SAME = "the syllables of the Korean names agree"
SLIP = "one syllable of the Korean names is another"
OTHER = "in a Korean name every syllable is part of the name"


@dataclass(frozen=True, slots=True)
class Syllable:
    """What one romanised syllable may mean."""

    onset: str
    vowels: tuple[str, ...]
    end: str

    def agrees(self, other: Syllable, *, is_first: bool) -> bool:
        """Whether both may be one syllable. is_first: of a name, where the South drops an `r` or makes it `n`: `Ri`, `Yi`."""
        if self.end != other.end or not set(self.vowels) & set(other.vowels):
            return False
        onsets = {self.onset, other.onset}
        return len(onsets) == 1 or (is_first and "r" in onsets and onsets <= {"r", "n", ""})


Name = tuple[Syllable, tuple[Syllable, ...]]
"""Family name and the syllables of the given name."""


def korean_verdict(a: tuple[Token, ...], b: tuple[Token, ...]) -> str | None:
    """`SAME`, `SLIP` or `OTHER` where both can be read as Korean names, else None; one syllable that agrees says nothing."""
    left, right = _names(_words(a)), _names(_words(b))
    if not left or not right:
        return None
    others, syllables = min((_others(x, y), len(x[1])) for x in left for y in right)
    if others > 1:
        return OTHER
    if others == 1:
        return SLIP
    return SAME if syllables > 1 else None


def _words(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    return tuple(t.latin for t in tokens)


def is_korean_name(words: tuple[str, ...]) -> bool:
    """Whether romanised words can be read as a Korean person's name."""
    return bool(_names(words))


def _others(a: Name, b: Name) -> int:
    """How many syllables of one name are other ones in the other; two where the given names are not of one length."""
    (family_a, given_a), (family_b, given_b) = a, b
    if len(given_a) != len(given_b):
        return 2
    agreed = [x.agrees(y, is_first=n == 0) for n, (x, y) in enumerate(zip(given_a, given_b, strict=True))]
    return agreed.count(False) + (not family_a.agrees(family_b, is_first=True))


@lru_cache(maxsize=1 << 14)
def _names(words: tuple[str, ...]) -> tuple[Name, ...]:
    """The ways to read words as a Korean name, its family name first or last; () where they are none."""
    if not 2 <= len(words) <= MOST_SYLLABLES + 1 or not (words[0] in _families() or words[-1] in _families()):
        return ()
    ends = ((words[0], words[1:]), (words[-1], words[:-1]))
    return tuple(
        (family[0], given)
        for word, rest in ends
        if word in _families()
        for family in _spelled(word)
        if len(family) == 1
        for given in _given(rest)
    )


@cache
def _families() -> frozenset[str]:
    return cultures()["korean", "family"]


def _given(words: tuple[str, ...]) -> tuple[tuple[Syllable, ...], ...]:
    """The ways to read the words of a given name as syllables, up to three in all."""
    found: tuple[tuple[Syllable, ...], ...] = ((),)
    for word in words:
        found = tuple((*start, *more) for start in found for more in _spelled(word))
    return tuple(given for given in found if len(given) <= MOST_SYLLABLES)


@lru_cache(maxsize=1 << 14)
def _spelled(word: str) -> tuple[tuple[Syllable, ...], ...]:
    """The ways to read a word as Korean syllables; () where it is no Korean word."""
    if not word:
        return ((),)
    return tuple(
        (syllable, *rest)
        for size in range(1, min(len(word), MOST_LETTERS) + 1)
        if (syllable := _syllable(word[:size])) is not None
        for rest in _spelled(word[size:])
        if len(rest) < MOST_SYLLABLES
    )


@lru_cache(maxsize=1 << 14)
def _syllable(spelled: str) -> Syllable | None:
    """What a spelling of one syllable means; None where it is none."""
    found = _SYLLABLE.fullmatch(spelled)
    if found is None:
        return None
    onset, vowel, end = found.groups()
    closing = ENDS[end]
    vowels = BEFORE_SONORANTS.get(vowel, VOWELS[vowel]) if closing in ("n", "ng", "l") else VOWELS[vowel]
    return Syllable(ONSETS[onset], vowels, closing)


def _any_of(spellings: Iterable[str]) -> str:
    return f"({'|'.join(sorted(spellings, key=len, reverse=True))})"


_SYLLABLE = re.compile(_any_of(ONSETS) + _any_of(VOWELS) + _any_of(ENDS))
MOST_LETTERS = 8
"""Letters of the longest spelling of a syllable."""
