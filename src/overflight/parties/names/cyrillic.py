"""A Cyrillic word against a Latin one: endings, adjectives of places, Belarusian spellings, English letters by their names."""

from __future__ import annotations

import re
from functools import lru_cache

from overflight.parties.names.latin import latin_likeness
from overflight.parties.names.scripts import romanise
from overflight.parties.names.settings import NAMES
from overflight.parties.names.sounds import sound_keys
from overflight.parties.names.tables import cyrillic_stem

_ADJECTIVES = (
    re.compile(r"(?:ическ|еск|ск|н|онн|альн|ичн|ов|ев)$"),
    re.compile(r"(?:овск|евск|инск|анск|одск|ейск|ийск|енск|энск)$"),
)
Rewriting = tuple[tuple[re.Pattern[str], str], ...]
_EASTERN: Rewriting = (
    (re.compile(r"^u(?=[bcdfghjklmnprstvz])"), "v"),
    (re.compile(r"(?<=[aeiou])u(?=[bcdfghjklmnprstvz]|$)"), "v"),
    (re.compile(r"dz(?=[eiy])"), "d"),
    (re.compile(r"ts(?=[eiy])"), "t"),
    (re.compile(r"kh|g"), "h"),
    (re.compile(r"i[aeo]|y[aeo]|j[aeo]"), "e"),
    (re.compile(r"o"), "a"),
)
"""Belarusian and Ukrainian against Russian: `Uladzimir`, `Iahorau`, `Hryhorii` are spelled as they are spoken there."""
_PLAIN_LETTERS: Rewriting = (
    (re.compile(r"shch"), "sc"),
    (re.compile(r"sh"), "s"),
    (re.compile(r"zh"), "z"),
    (re.compile(r"ch|ts"), "c"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"y"), "j"),
)
"""Scholars' letters, Serbian and Croatian, whose marks are gone: `Ševčenko` is `sevcenko` here."""
LETTER_NAMES = {
    "эй": "a", "би": "b", "си": "c", "ди": "d", "эф": "f", "джи": "g", "эйч": "h", "ай": "i", "джей": "j", "кей": "k",
    "эл": "l", "эль": "l", "эм": "m", "эн": "n", "оу": "o", "пи": "p", "кью": "q", "ар": "r", "эс": "s", "ти": "t", "ю": "u",
    "ви": "v", "икс": "x", "уай": "y", "вай": "y", "зет": "z", "зед": "z", "и": "e", "дабл": "w",
}  # fmt: skip
"""English letters as Russian companies spell them: `Джиэфкей` is GFK."""
MOST_LETTERS = 5
"""Letters of the longest abbreviation that is spelled so."""


@lru_cache(maxsize=1 << 14)
def _spells(word: str, letters: str) -> bool:
    """Whether a Cyrillic word is the names of these Latin letters, one after another."""
    if not letters:
        return not word
    names = (name for name, letter in LETTER_NAMES.items() if letter == letters[0])
    return any(word.startswith(name) and _spells(word[len(name) :], letters[1:]) for name in names)


_ENGLISH: Rewriting = ((re.compile(r"dge(?=$|s$)"), "dzh"), (re.compile(r"(?<=te)ch(?!e)|ch(?=[lnr])"), "kh"))
"""What English writes and Russian hears otherwise: `бридж`, bridge; `тех`, tech; `хром`, chrome."""
_LATIN_ENDING = re.compile(r"(?:ical|ic|ised|ized|ian|ist|al|an|ia|y|a|e|o)$")


def cyrillic_likeness(word: str, latin: str) -> float:
    """A Cyrillic word against a Latin one: as written, as Belarusian writes it, or without the endings of both."""
    if 2 <= len(latin) <= MOST_LETTERS and _spells(word.replace("ё", "е"), latin):
        return 1.0 - NAMES.surface
    romanised = romanise(word)
    best = max(latin_likeness(romanised, latin), latin_likeness(romanised, _rewritten(latin, _ENGLISH)))
    if best > 0.95 or len(latin) < 3:
        return best
    eastern = latin_likeness(_rewritten(romanised, _EASTERN), _rewritten(latin, _EASTERN))
    plain = latin_likeness(_rewritten(romanised, _PLAIN_LETTERS), latin.replace("y", "j").replace("x", "h"))
    best = max(best, eastern - NAMES.surface, plain - NAMES.surface)
    root = _LATIN_ENDING.sub("", latin) if len(latin) > 4 else latin.rstrip("aeioy")
    root = root if len(root) >= 3 else latin
    for pattern in _ADJECTIVES:
        stem = romanise(pattern.sub("", cyrillic_stem(word)))
        if 3 <= len(stem) < len(romanise(word)) and len(root) >= 3:
            same = sound_keys(stem)[2] == sound_keys(root)[2] or sound_keys(stem)[2] == sound_keys(latin)[2]
            best = max(
                best,
                NAMES.same_stem
                if same
                else NAMES.same_stem * max(latin_likeness(stem, root), latin_likeness(stem, latin)),
            )
    return best


@lru_cache(maxsize=1 << 14)
def _rewritten(word: str, rewriting: Rewriting) -> str:
    for pattern, sound in rewriting:
        word = pattern.sub(sound, word)
    return word or "?"
