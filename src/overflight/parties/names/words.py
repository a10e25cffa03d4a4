"""A name as its plain words: one Unicode form, one case, no marks that readers do not see."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

from overflight.parties.names.scripts import is_mixed

SAME_LETTER = {
    "ي": "ی", "ك": "ک", "ى": "ی", "ﻯ": "ی", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه",
    "ھ": "ه", "ـ": "", "ё": "е", "ı": "i", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
    "ĸ": "k", "’": "", "‘": "", "'": "", "`": "", "´": "", "ʼ": "", "ʻ": "", "ʿ": "", "ʾ": "", "′": "", "״": "", "׳": "", "\"": " ",
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


_HEBREW_QUOTE = re.compile('(?<=[\u0590-\u05ff])["“”](?=[\u0590-\u05ff])')
"""Hebrew sets a quotation mark into an abbreviation, as others set full stops."""
_ASCII = {n: chr(n).lower() if chr(n).isalnum() else " " for n in range(128)}


@lru_cache(maxsize=1 << 16)
def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text: lower case, compatibility forms unified, Latin diacritics and invisible characters gone."""
    if text.isascii():
        return tuple(text.replace("'", "").replace("&", " and ").replace("`", "").translate(_ASCII).split())
    text = _HEBREW_QUOTE.sub("", text)
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return tuple(unmix(word) for word in composed.translate(_PLAIN).split())


def are_equal(a: str, b: str) -> bool:
    """Whether two names are the same words; disguised letters are never silently equal."""
    return plain_words(a) == plain_words(b) and not mixed_words(a) and not mixed_words(b)


def mixed_words(name: str) -> list[str]:
    """The words of a name that mix Latin letters with ones that look like them."""
    return [] if name.isascii() else [word for word in name.split() if is_mixed(word)]


def letters_joined(words: tuple[str, ...]) -> tuple[str, ...]:
    """`s de r l` as `s`, `de`, `rl`: letters that full stops or blanks set apart are one abbreviation.

    The `s` of `s. en c.`, `s. de r. l.` belongs to no letters before it; `m y m` is Spanish for `m & m`.
    """
    if 1 not in map(len, words):
        return words
    out: list[str] = []
    at = 0
    for is_letters, group in groupby(words, key=_is_letter):
        run = tuple(group)
        at += len(run)
        if not is_letters:
            out += run
        elif len(run) == 3 and run[1] == "y":
            out += (run[0], run[2])
        elif len(run) > 1 and run[-1] == "s" and words[at : at + 1] in (("en",), ("de",)):
            out += ("".join(run[:-1]), "s")
        else:
            out.append("".join(run))
    return tuple(out)


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isalpha()
