"""Korean, syllable by syllable: its letters by arithmetic, spelled as the North's names are (McCune-Reischauer without marks)."""

from __future__ import annotations

from anyascii import anyascii

_ONSETS = ("k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_VOWELS = (
    "a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "u", "ui", "i",
)  # fmt: skip
_ENDS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "p", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k",
    "t", "p", "t",
)  # fmt: skip
_FIRST_SYLLABLE, _LAST_SYLLABLE = 0xAC00, 0xD7A3


def korean_syllables(word: str) -> list[str]:
    """The syllables of a Korean word, romanised: `김정은` gives kim, jong, un."""
    return [_syllable(char) for char in word]


def korean_name(word: str) -> tuple[str, ...]:
    """A person's name without gaps as family and given name, romanised: the family name is the first syllable."""
    first, *rest = korean_syllables(word)
    return (first, "".join(rest)) if rest else (first,)


def _syllable(char: str) -> str:
    point = ord(char)
    if not _FIRST_SYLLABLE <= point <= _LAST_SYLLABLE:
        return anyascii(char).lower()
    onset, rest = divmod(point - _FIRST_SYLLABLE, len(_VOWELS) * len(_ENDS))
    vowel, end = divmod(rest, len(_ENDS))
    return _ONSETS[onset] + _VOWELS[vowel] + _ENDS[end]
