"""Scripts and their romanisation: own letter maps where the general one loses what names need, anyascii for the rest."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import lru_cache

from anyascii import anyascii

from overflight.parties.names.burmese import burmese_syllables
from overflight.parties.names.korean import korean_syllables


class Script(StrEnum):
    """The scripts that are treated apart; all others are romanised letter by letter."""

    LATIN = "Latin"
    CYRILLIC = "Cyrillic"
    ARABIC = "Arabic"
    HEBREW = "Hebrew"
    CHINESE = "Chinese"
    JAPANESE = "Japanese"
    KOREAN = "Korean"
    BURMESE = "Burmese"
    THAI = "Thai"
    OTHER = "other"


ABJADS = frozenset({Script.ARABIC, Script.HEBREW})
"""Scripts that leave out short vowels."""
RUN_ON = frozenset({Script.CHINESE, Script.JAPANESE, Script.KOREAN, Script.BURMESE, Script.THAI})
"""Scripts that write no gaps between words, or not where others do."""

BLOCKS: tuple[tuple[int, int, Script], ...] = (
    (0x0000, 0x024F, Script.LATIN),
    (0x0370, 0x03FF, Script.OTHER),
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0590, 0x05FF, Script.HEBREW),
    (0x0600, 0x077F, Script.ARABIC),
    (0x08A0, 0x08FF, Script.ARABIC),
    (0x0E00, 0x0EFF, Script.THAI),
    (0x1000, 0x109F, Script.BURMESE),
    (0x1100, 0x11FF, Script.KOREAN),
    (0x1E00, 0x1EFF, Script.LATIN),
    (0x2E80, 0x2FDF, Script.CHINESE),
    (0x3040, 0x30FF, Script.JAPANESE),
    (0x31F0, 0x31FF, Script.JAPANESE),
    (0x3400, 0x9FFF, Script.CHINESE),
    (0xAC00, 0xD7AF, Script.KOREAN),
    (0xF900, 0xFAFF, Script.CHINESE),
    (0xFB50, 0xFDFF, Script.ARABIC),
    (0xFE70, 0xFEFF, Script.ARABIC),
    (0x20000, 0x3134F, Script.CHINESE),
)

CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi",
    "є": "ye", "ґ": "g", "ў": "u", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dj", "ә": "a", "ғ": "g",
    "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "ҷ": "j", "ҳ": "h", "ӣ": "i", "ӯ": "u",
}  # fmt: skip
"""Russian, Ukrainian, Belarusian, Serbian, Kazakh and Tajik letters, as passports write them."""

ARABIC = {
    "ا": "a", "آ": "a", "أ": "a", "إ": "i", "ٱ": "a", "ء": "", "ؤ": "w", "ئ": "y", "ب": "b", "پ": "p", "ت": "t", "ث": "th",
    "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "z", "ر": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh",
    "ص": "s", "ض": "z", "ط": "t", "ظ": "z", "ع": "", "غ": "gh", "ف": "f", "ق": "q", "ک": "k", "گ": "g", "ل": "l", "م": "m",
    "ن": "n", "و": "w", "ه": "h", "ة": "a", "ی": "y", "ى": "a", "ڑ": "r", "ڈ": "d", "ٹ": "t", "ں": "n", "ے": "y", "ۀ": "h",
    "ږ": "g", "ښ": "sh", "ټ": "t", "ډ": "d", "ړ": "r", "ځ": "z", "څ": "ts", "ڼ": "n", "ې": "y", "ۍ": "y", "ګ": "g",
}  # fmt: skip
"""Arabic, Persian, Urdu and Pashto letters; Persian sounds, with Arabic ones merged by the blurred keys."""

HEBREW = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "w", "ז": "z", "ח": "kh", "ט": "t", "י": "y", "כ": "k", "ך": "k",
    "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "", "פ": "p", "ף": "f", "צ": "ts", "ץ": "ts", "ק": "k",
    "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip

DIGRAPHS = (
    ("ου", "u"), ("αι", "ai"), ("ει", "i"), ("οι", "i"), ("υι", "i"), ("αυ", "av"), ("ευ", "ev"), ("γγ", "ng"), ("γχ", "nch"),
    ("μπ", "mp"), ("ντ", "nt"), ("γκ", "gk"), ("τζ", "tz"), ("υ", "y"), ("η", "i"), ("χ", "ch"), ("ու", "u"), ("և", "ev"),
    ("յա", "ya"),
)  # fmt: skip
"""Greek and Armenian letters that together are one sound, and Greek ones that names spell otherwise."""
FIRST_DIGRAPHS = {"μπ": "b", "ντ": "d", "γκ": "g"}
"""The same at the beginning of a word."""


def script_of(word: str) -> Script:
    """The script of the first letter that is not plain ASCII, else Latin."""
    if word.isascii():
        return Script.LATIN
    for char in word:
        if ord(char) > 0x7F:
            point = ord(char)
            for low, high, script in BLOCKS:
                if low <= point <= high:
                    return script
            return Script.OTHER
    return Script.LATIN


def is_mixed(word: str) -> bool:
    """Whether one word mixes Latin letters with Cyrillic or Greek ones, as disguised spellings do."""
    kinds = {unicodedata.name(c, "").split(" ", 1)[0] for c in word if c.isalpha()}
    return "LATIN" in kinds and bool(kinds & {"CYRILLIC", "GREEK"})


@lru_cache(maxsize=1 << 16)
def romanise(word: str) -> str:
    """A lower-case word in ASCII letters and digits, by the map of each letter's script."""
    if word.isascii():
        return word
    script = script_of(word)
    if script is Script.BURMESE:
        return "".join(burmese_syllables(word))
    if script is Script.KOREAN:
        return "".join(korean_syllables(word))
    word = FIRST_DIGRAPHS.get(word[:2], word[:2]) + word[2:]
    for letters_together, sound in DIGRAPHS:
        word = word.replace(letters_together, sound)
    maps = {Script.CYRILLIC: CYRILLIC, Script.ARABIC: ARABIC, Script.HEBREW: HEBREW}
    table = maps.get(script, {})
    letters = [table[c] if c in table else anyascii(c).lower() for c in word]
    plain = _kept_apart(letters) if script in ABJADS else "".join(letters)
    return "".join(c for c in plain if c.isascii() and (c.isalnum() or c == APART))


APART = "'"
"""Stands between two letters that a reader of romanised words would take for one: س and ح are not ش."""
_ONE_SOUND = frozenset({"sh", "kh", "th", "dh", "gh", "zh", "ch", "ph", "ts", "tz"})


def _kept_apart(letters: list[str]) -> str:
    out = ""
    for letter in letters:
        out += APART + letter if out[-1:] + letter[:1] in _ONE_SOUND else letter
    return out
