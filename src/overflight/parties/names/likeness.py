"""How alike two tokens are: 1.0 one word, 0.0 two words; between them, spellings of one word."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product

from rapidfuzz.distance import OSA, JaroWinkler, Levenshtein

from overflight.parties.names.scripts import ABJADS, APART, Script, romanise
from overflight.parties.names.sounds import sound_keys
from overflight.parties.names.tables import WordClass, cyrillic_stem, variants
from overflight.parties.names.tokens import Token

SAME_MEANING = 0.95
"""Two words of one concept: `airline`, `هواپیمایی`."""
OTHER_MEANING = 0.50
"""Likeness by sound from which a word with a meaning answers to one without it, or with another: `tours` is not `Fars`."""
SAME_VARIANT = 0.93
"""Two forms of one given name: `Uladzimir`, `Vladimir`."""
TRANSLATED = 0.75
"""What is left of that where the two forms look nothing like each other: `Edward`, `Eduardo` may be two persons."""
SURFACE = 0.03
"""What the visible difference of two spellings costs at most, so that only equal spellings are equal."""
LEAST = 0.30
"""Likeness below which two words of one script are two words: a chance likeness of common endings is not a spelling."""
SEEN = 0.5
"""Share of the visible difference that the sounds cannot explain away: `Castro` and `Castillo` sound near and are two names."""
FLOOR = 0.48
"""Likeness by letters below which two words are two words (tuned on the first half of the labelled pairs)."""
VOWEL, CONSONANT, BLURRED = 0.4, 0.3, 0.3
"""Shares of the three phonetic keys in the distance: a vowel costs 0.4, a voiced for an unvoiced 0.7, another sound 1.0."""
WEAK_LETTER = 0.25
"""Cost of a long vowel or glide that one script writes and the other does not."""
SAME_STEM = 0.92
"""Likeness of a Russian adjective and the foreign word or place it is made from: `вологодский`, `Vologda`."""


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
    like = word_likeness(a.text, a.latin, a.script, b.text, b.latin, b.script)
    return like if like >= OTHER_MEANING or (a.concept is None and b.concept is None) else 0.0


@lru_cache(maxsize=1 << 18)
def word_likeness(a: str, a_latin: str, a_script: Script, b: str, b_latin: str, b_script: Script) -> float:
    """Likeness of two words by their letters, their sounds and the table of variants."""
    if a_latin == b_latin and a_script is not b_script:
        return 0.99
    groups = variants()
    group = groups.get(a, groups.get(a_latin))
    if group is not None and group == groups.get(b, groups.get(b_latin)):
        return TRANSLATED + (SAME_VARIANT - TRANSLATED) * JaroWinkler.similarity(a_latin, b_latin)
    raw = _raw(a, a_latin, a_script, b, b_latin, b_script)
    scaled = (raw - FLOOR) / (1 - FLOOR)
    return scaled if scaled >= (LEAST if a_script is b_script else 0.01) else 0.0


def _raw(a: str, a_latin: str, a_script: Script, b: str, b_latin: str, b_script: Script) -> float:
    if a_script is b_script and a_script is not Script.LATIN:
        return _same_script(a, b, a_script)
    if b_script in ABJADS and a_script not in ABJADS:
        return _abjad(b, b_script, a_latin)
    if a_script in ABJADS and b_script not in ABJADS:
        return _abjad(a, a_script, b_latin)
    if Script.CHINESE in (a_script, b_script):
        chinese = a if a_script is Script.CHINESE else b
        return _by_consonants(a_latin, b_latin) if len(chinese) >= SPELLED_OUT else _pinyin(a_latin, b_latin)
    if (a_script is Script.CYRILLIC) is not (b_script is Script.CYRILLIC):
        return _cyrillic(a, b_latin) if a_script is Script.CYRILLIC else _cyrillic(b, a_latin)
    return _latin(a_latin, b_latin)


def _latin(a: str, b: str) -> float:
    length = (len(a) + len(b)) / 2
    if abs(len(a) - len(b)) > 0.5 * length:
        return 0.0
    shared = _shared_affix(a, b)
    if shared:
        a, b = (w[shared:] if shared > 0 else w[:shared] for w in (a, b))
        length = (len(a) + len(b)) / 2 + 1
    (key_a, bones_a, blurred_a), (key_b, bones_b, blurred_b) = sound_keys(a), sound_keys(b)
    sounds = (
        VOWEL * Levenshtein.distance(key_a, key_b)
        + CONSONANT * Levenshtein.distance(bones_a, bones_b)
        + BLURRED * Levenshtein.distance(blurred_a, blurred_b)
    )
    letters = OSA.distance(a, b)
    distance = min(letters, sounds)
    if blurred_a != blurred_b:
        distance = max(distance, SEEN * letters)
    if length <= 2:
        return 0.0 if distance else 1.0 - SURFACE
    return 1.0 - distance / length - SURFACE * letters / length


AFFIXES = ("abd",), ("ovich", "evich", "ovna", "evna", "ullah", "uddin", "dottir", "shvili", "zadeh", "yants", "iyan")
"""Parts that many names share and that tell nothing where both have them: `Hamidullah` is not `Waliullah`."""


def _shared_affix(a: str, b: str) -> int:
    """Letters of a common beginning (positive) or ending (negative) that only the kind of name explains."""
    if a[0] != b[0] and a[-1] != b[-1]:
        return 0
    for start in AFFIXES[0]:
        if a.startswith(start) and b.startswith(start) and min(len(a), len(b)) > len(start) + 2:
            return len(start)
    for end in AFFIXES[1]:
        if a.endswith(end) and b.endswith(end) and min(len(a), len(b)) > len(end) + 1:
            return -len(end)
    return 0


def _same_script(a: str, b: str, script: Script) -> float:
    if script in (Script.CHINESE, Script.KOREAN):
        return 1.0 - 2.0 * Levenshtein.distance(a, b) / max(len(a), len(b), 3)
    return 1.0 - OSA.distance(a, b) / max(2.0, (len(a) + len(b)) / 2)


# Cyrillic: endings, adjectives of places, Belarusian spellings

_ADJECTIVES = (
    re.compile(r"(?:ическ|еск|ск|н|онн|альн|ичн|ов|ев)$"),
    re.compile(r"(?:овск|евск|инск|анск|одск|ейск|ийск|енск|энск)$"),
)
_BELARUSIAN = (
    (re.compile(r"[aeo]u$"), "ov"),
    (re.compile(r"dz(?=[eiy])"), "d"),
    (re.compile(r"ts(?=[ei])"), "t"),
    (re.compile(r"kh"), "h"),
)
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


_SILENT = re.compile(r"dge(?=$|s$)")
"""Letters that English writes and Russian does not: `бридж`, bridge."""
_LATIN_ENDING = re.compile(r"(?:ical|ic|ised|ized|ian|ist|al|an|ia|y|a|e|o)$")


def _cyrillic(word: str, latin: str) -> float:
    """A Cyrillic word against a Latin one: as written, as Belarusian writes it, or without the endings of both."""
    if 2 <= len(latin) <= MOST_LETTERS and _spells(word.replace("ё", "е"), latin):
        return 1.0 - SURFACE
    romanised = romanise(word)
    latin = _SILENT.sub("dzh", latin)
    best = _latin(romanised, latin)
    if best > 0.95 or len(latin) < 3:
        return best
    eastern = latin
    for pattern, sound in _BELARUSIAN:
        eastern = pattern.sub(sound, eastern)
        romanised = pattern.sub(sound, romanised)
    best = max(best, _latin(romanised, eastern) - SURFACE)
    root = _LATIN_ENDING.sub("", latin) if len(latin) > 4 else latin.rstrip("aeioy")
    root = root if len(root) >= 3 else latin
    for pattern in _ADJECTIVES:
        stem = romanise(pattern.sub("", cyrillic_stem(word)))
        if 3 <= len(stem) < len(romanise(word)) and len(root) >= 3:
            same = sound_keys(stem)[2] == sound_keys(root)[2] or sound_keys(stem)[2] == sound_keys(latin)[2]
            best = max(best, SAME_STEM if same else SAME_STEM * max(_latin(stem, root), _latin(stem, latin)))
    return best


# Arabic, Persian, Hebrew: what the script writes, and what it leaves out

READINGS = {
    "ض": ("z", "d"),
    "ظ": ("z", "d"),
    "ذ": ("z", "dh"),
    "ث": ("th", "s"),
    "ج": ("j", "g"),
    "ش": ("sh", "ch"),
    "و": ("w", "v"),
}
"""Letters that Arabic and Persian, English and French read differently."""
MOST_READINGS = 8
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


def _abjad(word: str, script: Script, latin: str) -> float:
    forms = [latin]
    if _ARTICLE.match(latin) and len(latin) > 4:
        forms.append(latin[2:])
    return max(_abjad_pair(x, _abjad_key(y)) for x in _abjad_readings(word, script) for y in forms)


def _abjad_pair(a: tuple[str, str], b: tuple[str, str]) -> float:
    (written_a, strong_a), (written_b, strong_b) = a, b
    length = (len(written_a) + len(written_b)) / 2
    if min(len(strong_a), len(strong_b)) < 2:
        return 1.0 - SURFACE if strong_a == strong_b and written_a[:1] == written_b[:1] else 0.0
    strong = Levenshtein.distance(strong_a, strong_b)
    written = Levenshtein.distance(written_a, written_b)
    distance = strong + WEAK_LETTER * max(0, written - strong)
    return 1.0 - distance / (length + 1.0) - SURFACE


STRICT = 1.3
"""Cost of a letter of pinyin, where a vowel makes another syllable and another name."""
SPELLED_OUT = 3
"""Characters from which a Chinese word may spell out a foreign one; shorter ones are Chinese words."""


def _pinyin(a: str, b: str) -> float:
    """Two romanised Chinese words: every letter tells, `Guiying` is not `Guoying`."""
    return 1.0 - STRICT * Levenshtein.distance(a, b) / max(len(a), len(b), 1)


def _by_consonants(a: str, b: str) -> float:
    """Foreign names in Chinese characters: the syllables add vowels, the consonants stay."""
    best = _latin(a, b)
    bones_a, bones_b = sound_keys(a)[2], sound_keys(b)[2]
    length = max(len(bones_a), len(bones_b))
    if length >= 3:
        best = max(best, 0.85 - 0.6 * Levenshtein.distance(bones_a, bones_b) / length)
    return best
