"""A name as its plain words: one Unicode form, one case, no marks that readers do not see."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SAME_LETTER = {
    "ي": "ی", "ك": "ک", "ى": "ی", "ﻯ": "ی", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه",
    "ھ": "ه", "ـ": "", "ё": "е", "ı": "i", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
    "’": "", "‘": "", "'": "", "`": "", "´": "", "ʼ": "", "ʻ": "", "ʿ": "", "ʾ": "", "′": "", "״": "", "׳": "", "\"": " ",
    "&": " and ", "%": " ",
}  # fmt: skip
"""Letters that writers exchange, apostrophes (nothing), and signs that are words."""

KEPT_MARKS = (0x0900, 0x109F), (0x1780, 0x17FF), (0x0E00, 0x0EFF)
"""Blocks whose combining marks are vowels, not decoration."""


class _PlainLetter(dict[int, str]):
    """Translation table that decides a character the first time it is seen; the decision depends on nothing else."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        self[point] = found = _plain_letter(char)
        return found


def _plain_letter(char: str) -> str:
    if char in SAME_LETTER:
        return SAME_LETTER[char]
    category = unicodedata.category(char)
    if category in ("Cf", "Cc", "Cs", "Co", "Cn"):
        return " " if char.isspace() else ""
    if category.startswith("M"):
        return char if any(low <= ord(char) <= high for low, high in KEPT_MARKS) else ""
    if char.isalnum():
        base = unicodedata.normalize("NFD", char)[0]
        if base.isascii() or "GREEK" in unicodedata.name(char, ""):
            return base
        return SAME_LETTER.get(char, char)
    return " "


_PLAIN = _PlainLetter()

LOOK_ALIKES = str.maketrans("aceopxyikmthb", "асеорхуікмтнв")
"""Latin letters to the Cyrillic ones they are taken for."""
_FROM_CYRILLIC = str.maketrans("асеорхуіікмтнвѕј", "aceopxyiikmthbsj")


def unmix(word: str) -> str:
    """A word that mixes Latin with Cyrillic, in the script of the letters that only one of them has, else of most; comparisons
    say that it was mixed.
    """
    latin = [c for c in word if "a" <= c <= "z"]
    cyrillic = [c for c in word if "\u0400" <= c <= "\u052f"]
    if not latin or not cyrillic:
        return word
    odd_latin = sum(ord(c) not in LOOK_ALIKES for c in latin)
    odd_cyrillic = sum(ord(c) not in _FROM_CYRILLIC for c in cyrillic)
    is_cyrillic = odd_cyrillic > odd_latin if odd_cyrillic != odd_latin else len(cyrillic) >= len(latin)
    return word.translate(LOOK_ALIKES) if is_cyrillic else word.translate(_FROM_CYRILLIC)


_ASCII = {n: chr(n).lower() if chr(n).isalnum() else " " for n in range(128)}


@lru_cache(maxsize=1 << 16)
def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text: lower case, compatibility forms unified, Latin diacritics and invisible characters gone."""
    if text.isascii():
        return tuple(text.replace("'", "").replace("&", " and ").replace("`", "").translate(_ASCII).split())
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return tuple(unmix(word) for word in composed.translate(_PLAIN).split())
