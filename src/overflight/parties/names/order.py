"""Where the order of words is part of a name: Burmese, Chinese, Korean and Vietnamese names, and fathers after `bin`."""

from __future__ import annotations

from overflight.parties.names.align import Alignment
from overflight.parties.names.tables import cultures
from overflight.parties.names.token import Token

ASIAN = ("korean", "chinese", "vietnamese")
MAX_SYLLABLE = 6
"""Letters of the longest syllable of Korean, Chinese and Vietnamese names (`Nguyen`, `Zhuang`)."""


def culture_of(tokens: tuple[Token, ...]) -> str | None:
    """The naming culture in which the order of these words matters, or None.

    Burmese: every word is one of which Burmese names are made. The others: two to four short words, a family name
    first or last. A name of two words is claimed by none of the others: `Kim Lee` is read either way.
    """
    words = [t.latin for t in tokens if t.is_distinctive]
    if len(words) < 2:
        return None
    table = cultures()
    if all(w in table["burmese", "given"] for w in words):
        return "burmese"
    if 3 <= len(words) <= 4 and all(len(w) <= MAX_SYLLABLE for w in words):
        for culture in ASIAN:
            families = table[culture, "family"]
            if words[0] in families or words[-1] in families:
                return culture
    return None


def order_conflict(a: tuple[Token, ...], b: tuple[Token, ...], alignment: Alignment) -> str | None:
    """Why the order of the words says that these are two persons, or None."""
    flipped = [p for p in alignment.pairs if len(p.left) == len(p.right) == 1]
    swapped = sum(a[p.left[0]].after_bin is not b[p.right[0]].after_bin for p in flipped if a[p.left[0]].is_distinctive)
    has_fathers = any(t.after_bin for t in a) and any(t.after_bin for t in b)
    if has_fathers and swapped >= 2:
        return "father and son exchanged"
    culture = culture_of(a)
    if culture is None or culture_of(b) is None:
        return None
    places = [p.right[0] for p in sorted(flipped, key=lambda p: p.left) if a[p.left[0]].is_distinctive]
    if len(places) < 2 or places == sorted(places):
        return None
    if culture != "burmese" and _is_rotation(places):
        return None
    return f"in a {culture.capitalize()} name the order of the words is part of the name"


def _is_rotation(places: list[int]) -> bool:
    """Whether only the family name moved from one end to the other."""
    ranks = [sorted(places).index(p) for p in places]
    size = len(ranks)
    return ranks in ([*range(1, size), 0], [size - 1, *range(size - 1)])
