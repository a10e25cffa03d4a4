"""How alike two tokens are: 1.0 one word, 0.0 two words; between them, spellings of one word."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from rapidfuzz.distance import OSA, JaroWinkler, Levenshtein

from overflight.parties.names.abjads import abjad_likeness
from overflight.parties.names.cyrillic import cyrillic_likeness
from overflight.parties.names.latin import are_far_apart, latin_likeness
from overflight.parties.names.scripts import ABJADS, Script
from overflight.parties.names.settings import NAMES
from overflight.parties.names.sounds import sound_keys
from overflight.parties.names.tables import WordClass, number_words, variant_groups
from overflight.parties.names.token import Token

READ_ALIKE = 0.99
"""Likeness of two words of different scripts that are read alike to the letter."""
VOWELS = frozenset("aeiouy")
_ONE_LETTER = str.maketrans("cw", "kv")
"""Letters of abbreviations that romanisations exchange: РФК is RFK and RFC."""


def likeness(a: Token, b: Token) -> float:
    """Likeness of two tokens (0–1)."""
    if a.text == b.text:
        return 1.0
    if a.value is not None or b.value is not None:
        return 0.98 if _counted(a) == _counted(b) else 0.0
    if a.concept is not None and a.concept == b.concept:
        return NAMES.same_meaning if a.word_class is not WordClass.PARTICLE else 0.99
    if WordClass.INITIAL in (a.word_class, b.word_class):
        return 0.0
    like = word_likeness(a.text, a.latin, a.script, b.text, b.latin, b.script)
    return like if like >= NAMES.other_meaning or (a.concept is None and b.concept is None) else 0.0


def _counted(token: Token) -> int | None:
    """What a token counts; `First` too, which is a generic word besides."""
    return number_words().get(token.text) if token.value is None else token.value


@lru_cache(maxsize=1 << 18)
def word_likeness(a: str, a_latin: str, a_script: Script, b: str, b_latin: str, b_script: Script) -> float:
    """Likeness of two words by their letters, their sounds and the table of variants."""
    if a_latin == b_latin and a_script is not b_script:
        return READ_ALIKE
    groups = variant_groups()
    group = groups.get(a, groups.get(a_latin))
    if group is not None and not set(group).isdisjoint(groups.get(b, groups.get(b_latin, ()))):
        return NAMES.translated + (NAMES.same_variant - NAMES.translated) * JaroWinkler.similarity(a_latin, b_latin)
    if a_script is Script.LATIN is b_script and (
        are_far_apart(a_latin, b_latin) or _are_other_letters(a_latin, b_latin)
    ):
        return 0.0
    raw = _raw(a, a_latin, a_script, b, b_latin, b_script)
    scaled = (raw - NAMES.floor) / (1 - NAMES.floor)
    return scaled if scaled >= (NAMES.least if a_script is b_script else NAMES.least_crossing) else 0.0


def _are_other_letters(a: str, b: str) -> bool:
    """Whether two words only abbreviate, as they have no vowel, and not the same: another letter there is another body."""
    return VOWELS.isdisjoint(a) and VOWELS.isdisjoint(b) and a.translate(_ONE_LETTER) != b.translate(_ONE_LETTER)


def scaled_likeness(raw: np.ndarray, is_crossing: np.ndarray) -> np.ndarray:
    """The likeness that raw likenesses of words make, in one script or across two."""
    scaled = (raw - NAMES.floor) / (1 - NAMES.floor)
    return np.where(scaled >= np.where(is_crossing, NAMES.least_crossing, NAMES.least), scaled, 0.0)


def _raw(a: str, a_latin: str, a_script: Script, b: str, b_latin: str, b_script: Script) -> float:
    if a_script is b_script and a_script is not Script.LATIN:
        return _same_script(a, b, a_script)
    if b_script in ABJADS and a_script not in ABJADS:
        return abjad_likeness(b, b_script, a_latin)
    if a_script in ABJADS and b_script not in ABJADS:
        return abjad_likeness(a, a_script, b_latin)
    if Script.CHINESE in (a_script, b_script):
        chinese = a if a_script is Script.CHINESE else b
        return _by_consonants(a_latin, b_latin) if len(chinese) >= SPELLED_OUT else _pinyin(a_latin, b_latin)
    if (a_script is Script.CYRILLIC) is not (b_script is Script.CYRILLIC):
        return cyrillic_likeness(a, b_latin) if a_script is Script.CYRILLIC else cyrillic_likeness(b, a_latin)
    return latin_likeness(a_latin, b_latin)


def _same_script(a: str, b: str, script: Script) -> float:
    if script in (Script.CHINESE, Script.KOREAN):
        return 1.0 - 2.0 * Levenshtein.distance(a, b) / max(len(a), len(b), 3)
    return 1.0 - OSA.distance(a, b) / max(2.0, (len(a) + len(b)) / 2)


SPELLED_OUT = 3
"""Characters from which a Chinese word may spell out a foreign one; shorter ones are Chinese words."""


def _pinyin(a: str, b: str) -> float:
    """Two romanised Chinese words: every letter tells, `Guiying` is not `Guoying`."""
    return 1.0 - NAMES.pinyin_letter * Levenshtein.distance(a, b) / max(len(a), len(b), 1)


def _by_consonants(a: str, b: str) -> float:
    """Foreign names in Chinese characters: the syllables add vowels, the consonants stay."""
    best = latin_likeness(a, b)
    bones_a, bones_b = sound_keys(a)[2], sound_keys(b)[2]
    length = max(len(bones_a), len(bones_b))
    if length >= 3:
        best = max(best, 0.85 - 0.6 * Levenshtein.distance(bones_a, bones_b) / length)
    return best
