"""How alike two tokens are: 1.0 one word, 0.0 two words; between them, spellings of one word."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from overflight.parties.names.scripts import ABJADS, Script
from overflight.parties.names.sounds import sound_keys
from overflight.parties.names.tables import WordClass, variants
from overflight.parties.names.tokens import Token

SAME_MEANING = 0.95
"""Two words of one concept: `airline`, `هواپیمایی`."""
SAME_VARIANT = 0.93
"""Two forms of one given name: `Uladzimir`, `Vladimir`."""
SURFACE = 0.03
"""What the visible difference of two spellings costs at most, so that only equal spellings are equal."""
FLOOR = 0.60
"""Likeness by letters below which two words are two words (tuned on the first half of the labelled pairs)."""
VOWEL, CONSONANT, BLURRED = 0.4, 0.3, 0.3
"""Shares of the three phonetic keys in the distance: a vowel costs 0.4, a voiced for an unvoiced 0.7, another sound 1.0."""
WEAK_LETTER = 0.35
"""Cost of a long vowel or glide that one script writes and the other does not."""


def likeness(a: Token, b: Token) -> float:
    """Likeness of two tokens (0–1)."""
    if a.text == b.text:
        return 1.0
    if a.value is not None or b.value is not None:
        return 0.98 if a.value == b.value else 0.0
    if a.concept is not None and a.concept == b.concept:
        return SAME_MEANING if a.word_class is not WordClass.PARTICLE else 0.99
    if WordClass.INITIAL in (a.word_class, b.word_class):
        return 0.0
    return word_likeness(a.text, a.latin, a.script, b.text, b.latin, b.script)


@lru_cache(maxsize=1 << 18)
def word_likeness(a: str, a_latin: str, a_script: Script, b: str, b_latin: str, b_script: Script) -> float:
    """Likeness of two words by their letters, their sounds and the table of variants."""
    if a_latin == b_latin and a_script is not b_script:
        return 0.99
    groups = variants()
    group = groups.get(a) or groups.get(a_latin)
    if group is not None and group == (groups.get(b) or groups.get(b_latin)):
        return SAME_VARIANT
    if a_script is b_script and a_script is not Script.LATIN:
        raw = _same_script(a, b, a_script)
    elif (a_script in ABJADS) is not (b_script in ABJADS):
        raw = _across_abjad(a_latin, b_latin)
    else:
        raw = _latin(a_latin, b_latin)
    return (raw - FLOOR) / (1 - FLOOR) if raw > FLOOR else 0.0


def _latin(a: str, b: str) -> float:
    length = (len(a) + len(b)) / 2
    if abs(len(a) - len(b)) > 0.5 * length:
        return 0.0
    ka, kb = sound_keys(a), sound_keys(b)
    sounds = sum(
        share * Levenshtein.distance(x, y) for share, x, y in zip((VOWEL, CONSONANT, BLURRED), ka, kb, strict=True)
    )
    letters = OSA.distance(a, b)
    distance = min(letters, sounds)
    if length <= 2:
        return 0.0 if distance else 1.0 - SURFACE
    return 1.0 - distance / length - SURFACE * letters / length


def _same_script(a: str, b: str, script: Script) -> float:
    if script in (Script.CHINESE, Script.KOREAN):
        length = max(len(a), len(b))
        return 1.0 - 2.0 * Levenshtein.distance(a, b) / max(length, 3)
    return 1.0 - OSA.distance(a, b) / max(2.0, (len(a) + len(b)) / 2)


@lru_cache(maxsize=1 << 16)
def _abjad_keys(latin: str) -> tuple[str, str]:
    """The letters an abjad writes, and those of them that it always writes: with glides, and without."""
    key = sound_keys(latin.replace("ei", "i").replace("ou", "u").replace("oo", "u").replace("w", "u"))[0]
    written = key.replace("a", "").replace("e", "").replace("o", "u").replace("V", "u").translate(_BLUR)
    return written, written.replace("i", "").replace("u", "").replace("H", "")


_BLUR = str.maketrans({"G": "K", "X": "H", "J": "C", "T": "T", "D": "D", "z": "z"})


def _across_abjad(a: str, b: str) -> float:
    (wa, sa), (wb, sb) = _abjad_keys(a), _abjad_keys(b)
    length = (len(wa) + len(wb)) / 2
    if length < 1.5:
        return 1.0 - SURFACE if wa == wb else 0.0
    strong, written = Levenshtein.distance(sa, sb), Levenshtein.distance(wa, wb)
    distance = strong + WEAK_LETTER * max(0, written - strong)
    return 1.0 - distance / max(2.5, length + 0.5) - SURFACE
