"""What a word sounds like: a phonetic key, its consonants, and its consonants with voice and place blurred.

Three keys of one word let an edit distance tell a vowel from a consonant: spellings that differ in vowels agree in the
consonants, spellings that differ in voice (`Qaddafi`, `Gaddafi`) agree in the blurred consonants. The key is not a
reading of any one language: it merges what romanisations of Cyrillic, Persian, Arabic, Chinese and Korean mix.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

SPELLINGS: dict[str, str] = {
    # several letters for one sound; the longest spelling wins
    "shch": "S", "tsch": "C", "sch": "S", "tch": "C", "dzh": "J", "dsch": "J", "dj": "J", "zh": "J", "ch": "C", "cz": "C",
    "sh": "S", "sz": "S", "kh": "X", "gh": "G", "ph": "F", "th": "T", "dh": "D", "ck": "K", "qu": "K", "ts": "z", "tz": "z",
    "x": "Ks", "q": "K", "c": "K", "k": "K", "g": "G", "j": "J", "w": "V", "v": "V", "f": "F", "p": "P", "b": "B", "t": "T",
    "d": "D", "h": "H", "s": "s", "z": "z", "l": "L", "r": "R", "m": "M", "n": "N",
    # vowels: five, and the glides that romanisations write as y, i, j or nothing
    "aa": "a", "ae": "e", "ai": "e", "ay": "e", "ei": "e", "ey": "e", "ee": "i", "ie": "i", "iy": "i", "yy": "i",
    "ii": "i", "ia": "ia", "ya": "ia", "yu": "iu", "yo": "io", "skij": "sKi", "skyj": "sKi", "skyy": "sKi",
    "ye": "e", "oo": "u", "ou": "u",
    "au": "o", "y": "i", "a": "a", "e": "e", "i": "i", "o": "o", "u": "u",
    "ce": "se", "ci": "si", "cy": "si", "ej": "e",
}  # fmt: skip
"""Spelling to sound: capital letters and s, z are consonants, the rest vowels."""

BLUR = str.maketrans({"G": "K", "X": "H", "K": "K", "J": "C", "z": "s", "S": "s", "B": "P", "V": "F", "D": "T"})
"""Voiced and unvoiced, and what romanisations exchange, as one."""

_SEVERAL = re.compile("|".join(sorted((s for s in SPELLINGS if len(s) > 1), key=len, reverse=True)))
_SINGLE = str.maketrans({s: sound for s, sound in SPELLINGS.items() if len(s) == 1} | {"'": ""})
_DOUBLE = re.compile(r"(.)\1+")
_VOWELS = str.maketrans("", "", "aeiou")


def _sound(match: re.Match[str]) -> str:
    return SPELLINGS[match[0]]


@lru_cache(maxsize=1 << 17)
def sound_keys(word: str) -> tuple[str, str, str]:
    """The phonetic key, the consonants and the blurred consonants of a lower-case ASCII word."""
    key = _DOUBLE.sub(r"\1", _SEVERAL.sub(_sound, word).translate(_SINGLE))
    consonants = _DOUBLE.sub(r"\1", key.translate(_VOWELS))
    return key, consonants, _DOUBLE.sub(r"\1", consonants.translate(BLUR))


@dataclass(frozen=True, slots=True)
class SoundKeys:
    """The three keys of many words, row by row: columns of text."""

    sounds: np.ndarray
    bones: np.ndarray
    blurred: np.ndarray

    @classmethod
    def of(cls, words: Sequence[str]) -> SoundKeys:
        """The keys of many lower-case ASCII words: the same as one by one, in one pass over all of them."""
        key = _DOUBLE.sub(r"\1", _SEVERAL.sub(_sound, "\n".join(words)).translate(_SINGLE))
        consonants = _DOUBLE.sub(r"\1", key.translate(_VOWELS))
        blurred = _DOUBLE.sub(r"\1", consonants.translate(BLUR))
        return cls(*(column_of(text.split("\n") if words else ()) for text in (key, consonants, blurred)))

    def rows(self, at: np.ndarray) -> SoundKeys:
        """The keys of some of the words."""
        return SoundKeys(self.sounds[at], self.bones[at], self.blurred[at])


def column_of(values: Sequence[object]) -> np.ndarray:
    """Texts, or whatever else, as a column that rows can be taken from."""
    return np.fromiter(values, dtype=object, count=len(values))
