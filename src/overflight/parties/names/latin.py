"""Two Latin spellings: how alike they are by their letters and by what they sound like; one pair, or many at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from rapidfuzz.distance import OSA, Levenshtein
from rapidfuzz.process import cpdist

from overflight.parties.names.settings import NAMES
from overflight.parties.names.sounds import SoundKeys, sound_keys

BEGINNINGS = ("abd",)
ENDINGS = ("ovich", "evich", "ovna", "evna", "ullah", "uddin", "dottir", "shvili", "zadeh", "yants", "iyan")
"""Parts that many names share and that tell nothing where both have them: `Hamidullah` is not `Waliullah`."""


def latin_likeness(a: str, b: str) -> float:
    """Likeness of two words in Latin letters (1.0 equal, may be negative), before it is scaled."""
    length = (len(a) + len(b)) / 2
    if abs(len(a) - len(b)) > NAMES.most_longer * length:
        return 0.0
    shared = _shared_affix(a, b)
    if shared:
        a, b = (w[shared:] if shared > 0 else w[:shared] for w in (a, b))
        length = (len(a) + len(b)) / 2 + 1
    (key_a, bones_a, blurred_a), (key_b, bones_b, blurred_b) = sound_keys(a), sound_keys(b)
    sounds = (
        NAMES.vowel * Levenshtein.distance(key_a, key_b)
        + NAMES.consonant * Levenshtein.distance(bones_a, bones_b)
        + NAMES.blurred * Levenshtein.distance(blurred_a, blurred_b)
    )
    letters = OSA.distance(a, b)
    distance = min(letters, sounds)
    if blurred_a != blurred_b:
        distance = max(distance, NAMES.seen * letters)
    if length <= 2:
        return 0.0 if distance else 1.0 - NAMES.surface
    return 1.0 - distance / length - NAMES.surface * letters / length


def are_far_apart(a: str, b: str) -> bool:
    """Whether two words are so unlike that their likeness, once scaled, is none: told by the letters, which is quick."""
    length = (len(a) + len(b)) / 2
    most = length * (1.0 - NAMES.floor) * (1.0 - NAMES.least) / NAMES.seen
    if affix_of(a) or affix_of(b) or sound_keys(a)[2] == sound_keys(b)[2]:
        return False
    return OSA.distance(a, b) > most


def latin_likenesses(a: np.ndarray, keys_a: SoundKeys, b: np.ndarray, keys_b: SoundKeys) -> np.ndarray:
    """The same for many pairs at once: columns of words and of their keys; none of the pairs may share an affix."""
    length_a, length_b = (np.fromiter(map(len, words), dtype=np.float64, count=len(words)) for words in (a, b))
    length = (length_a + length_b) / 2
    blurred = distances(Levenshtein.distance, keys_a.blurred, keys_b.blurred)
    sounds = (
        NAMES.vowel * distances(Levenshtein.distance, keys_a.sounds, keys_b.sounds)
        + NAMES.consonant * distances(Levenshtein.distance, keys_a.bones, keys_b.bones)
        + NAMES.blurred * blurred
    )
    letters = distances(OSA.distance, a, b)
    distance = np.minimum(letters, sounds)
    distance = np.where(blurred > 0, np.maximum(distance, NAMES.seen * letters), distance)
    likeness = 1.0 - distance / length - NAMES.surface * letters / length
    likeness = np.where(length <= 2, np.where(distance > 0, 0.0, 1.0 - NAMES.surface), likeness)
    return np.where(np.abs(length_a - length_b) > NAMES.most_longer * length, 0.0, likeness)


def distances(scorer: Callable[..., int], a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The distance of each text of a column from its neighbour in the other."""
    found: np.ndarray = cpdist(a, b, scorer=scorer, dtype=np.int32)
    return found


def affix_of(word: str) -> str:
    """The shared beginning or ending that a word has, "" for none: words of one affix are compared one by one."""
    if word.startswith(BEGINNINGS):
        return next(start for start in BEGINNINGS if word.startswith(start))
    return next(end for end in ENDINGS if word.endswith(end)) if word.endswith(ENDINGS) else ""


def _shared_affix(a: str, b: str) -> int:
    """Letters of a common beginning (positive) or ending (negative) that only the kind of name explains."""
    if a[0] != b[0] and a[-1] != b[-1]:
        return 0
    for start in BEGINNINGS:
        if a.startswith(start) and b.startswith(start) and min(len(a), len(b)) > len(start) + 2:
            return len(start)
    for end in ENDINGS:
        if a.endswith(end) and b.endswith(end) and min(len(a), len(b)) > len(end) + 1:
            return -len(end)
    return 0
