"""Arabic, Persian and Hebrew words against Latin ones: what the script writes, and what it leaves out."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product

from rapidfuzz.distance import Levenshtein

from overflight.parties.names.scripts import APART, Script, romanise
from overflight.parties.names.settings import NAMES
from overflight.parties.names.sounds import sound_keys

READINGS = {
    "ض": ("z", "d"),
    "ظ": ("z", "d"),
    "ذ": ("z", "dh"),
    "ث": ("th", "s"),
    "ج": ("j", "g"),
    "ش": ("sh", "ch"),
    "و": ("w", "v"),
    "ב": ("b", "v"),
    "כ": ("k", "kh"),
    "ח": ("kh", "h"),
    "ו": ("w", "v"),
    "פ": ("p", "f"),
    "צ": ("ts", "z"),
    "ש": ("sh", "s"),
}
"""Letters that Arabic and Persian, English and French read differently, and Hebrew ones that stand for two sounds."""
MOST_READINGS = 16
_ABJAD_BLUR = str.maketrans({"G": "K", "X": "H", "J": "C", "V": "u", "T": "T"})
_WEAK = str.maketrans("", "", "iuH")
_ARTICLE = re.compile(r"^(?:[aeiou])(?:l(?=[^aeiou])|([bcdfghjklmnpqrstvwxyz])(?=\1))")


@lru_cache(maxsize=1 << 16)
def _abjad_readings(word: str, script: Script) -> tuple[tuple[str, str], ...]:
    """The keys of what a word may say, with and without its article."""
    forms = [word, word[2:]] if script is Script.ARABIC and word.startswith("ال") and len(word) > 4 else [word]
    found = []
    for form in forms:
        letters = [READINGS[c] if c in READINGS else (romanise(c),) for c in form]
        found += [_abjad_key(APART.join(reading)) for reading in islice(product(*letters), MOST_READINGS)]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1 << 16)
def _abjad_key(latin: str) -> tuple[str, str]:
    """The consonants and glides of a word, and those of them that no writer leaves out."""
    plain = (
        latin.replace("ei", "i")
        .replace("ai", "i")
        .replace("ay", "i")
        .replace("ey", "i")
        .replace("ou", "u")
        .replace("w", "u")
    )
    key = sound_keys(plain)[0].replace("o", "u").replace("a", "").replace("e", "").translate(_ABJAD_BLUR)
    return key, key.translate(_WEAK)


def abjad_likeness(word: str, script: Script, latin: str) -> float:
    """Likeness of a word of such a script to a romanised one (1.0 equal, may be negative), before it is scaled."""
    forms = [latin]
    if _ARTICLE.match(latin) and len(latin) > 4:
        forms.append(latin[2:])
    return max(_abjad_pair(x, _abjad_key(y)) for x in _abjad_readings(word, script) for y in forms)


def _abjad_pair(a: tuple[str, str], b: tuple[str, str]) -> float:
    (written_a, strong_a), (written_b, strong_b) = a, b
    length = (len(written_a) + len(written_b)) / 2
    if min(len(strong_a), len(strong_b)) < 2:
        return 1.0 - NAMES.surface if strong_a == strong_b and written_a[:1] == written_b[:1] else 0.0
    strong = Levenshtein.distance(strong_a, strong_b)
    written = Levenshtein.distance(written_a, written_b)
    distance = strong + NAMES.weak_letter * max(0, written - strong)
    return 1.0 - distance / (length + 1.0) - NAMES.surface
