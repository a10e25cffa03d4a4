"""Words as keys that can be compared across spellings, scripts and, for the words of the field, languages."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from overflight.documents.lineage.lexicon import STOP, concept_of

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*", re.UNICODE)
"""A word: letters and digits, with inner hyphens and apostrophes (EP-FAB, Il-76, l'esercito)."""

_ELISION = re.compile(r"^(?:l|d|dell|all|nell|sull|qu|s|n|un|c|j|m|t)['’](?=\w)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_VOWELS = re.compile(r"[aeiouy]+")
_SOUND = (
    ("sch", "s"), ("tch", "s"), ("zh", "s"), ("sh", "s"), ("ch", "s"), ("kh", ""), ("gh", "g"), ("ph", "f"),
    ("th", "t"), ("dh", "d"), ("ts", "s"), ("ck", "k"), ("qu", "k"), ("q", "k"), ("c", "k"), ("x", "ks"), ("z", "s"),
    ("w", "v"), ("j", "s"), ("h", ""), ("'", ""), ("`", ""), ("b", "p"), ("v", "f"), ("g", "k"), ("d", "t"),
)  # fmt: skip
"""How spellings of one sound are made one; the order matters. Voiced and unvoiced are one, as scripts mix them; h and kh
fall silent, as Russian writes one for the other."""


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word as it is compared: Latin letters without accents, lower case, elision and possessive gone."""
    word = _POSSESSIVE.sub("", _ELISION.sub("", word))
    return re.sub(r"[^a-z0-9]", "", anyascii(word).casefold())


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a name's sound, so that spellings and scripts meet: Daneshvar and its Persian form are one.

    Inside Arabic and Persian names the letter waw is a vowel far more often than not (Sudan, Kabul).
    """
    if _ARABIC.search(word):
        word = re.sub(r"^(?:و|ف|ب|ل|ك)?ال", "", word)
        word = re.sub(r"(?<=.)و", "", word)
    sound = fold(word)
    for written, heard in _SOUND:
        sound = sound.replace(written, heard)
    sound = _VOWELS.sub("", sound)
    return re.sub(r"(.)\1+", r"\1", sound)


@lru_cache(maxsize=65536)
def key_of(word: str) -> str | None:
    """The key of a word: `#concept` for words of the field in any language, a stem for others, None for small words."""
    folded = fold(word)
    is_acronym = len(word) > 1 and word.isupper()
    if not folded or (not is_acronym and (folded in STOP or word.casefold() in STOP)):
        return None
    return concept_of(word, folded) or stem(folded)


def stem(folded: str) -> str:
    """A word without its commonest endings; crude on purpose, the same for all Latin-script languages."""
    for ending in ("ings", "ing", "ies", "ed", "es", "s"):
        if folded.endswith(ending) and len(folded) - len(ending) >= 4:
            return folded[: -len(ending)]
    return folded


@lru_cache(maxsize=65536)
def content_keys(text: str) -> frozenset[str]:
    """The keys of a text's words, small words left out."""
    return frozenset(key for word in WORD.findall(text.replace("-", " ")) if (key := key_of(word)))


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Twice what two sets share over what both hold (Dice); 0 if one is empty."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set that the larger one holds; 0 if one is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
