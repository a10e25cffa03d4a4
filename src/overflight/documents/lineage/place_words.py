"""States, peoples and towns as concepts in nine languages, so that "Chypre", "Кипре" and "Zypern" share a key."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from overflight.documents.lineage.keys import fold
from overflight.documents.lineage.lexicon import plain_arabic
from overflight.reference.gazetteers import load_gazetteer

TABLES = ("countries", "demonyms", "capitals", "cities")

LONGEST_CASE = 3
"""Letters that a Russian case adds to a name at most: more make another word."""

SHORTEST_STEM = 4
"""Letters of a Russian name before its case ending; of a shorter one the whole word is looked up."""

_ARABIC = re.compile(r"[\u0600-\u06ff]")
_RUSSIAN = re.compile(r"[\u0400-\u04ff]")
_CASE = re.compile(r"(?:ия|ья|а|я|ь|й|о|е)$")
_PREFIX = re.compile(r"^[وفبكل]?(?=ال|\w{4})")


@lru_cache(maxsize=65536)
def place_concept(word: str) -> str | None:
    """The concept of a word that names a state, a people or a town (`#place LB`); None for others.

    Where a script has capitals, names of places are looked for in words that have one, names of peoples in any.
    """
    if _ARABIC.search(word):
        plain = plain_arabic(word)
        return _look_up(plain) or _look_up(_PREFIX.sub("", plain))
    return _look_up(fold(word) if word[:1].isupper() else f"-{fold(word)}")


def _look_up(form: str) -> str | None:
    exact, stems, cases = _tables()
    if form in exact:
        return exact[form]
    for length in range(len(form) - 1, SHORTEST_STEM - 1, -1):
        found = stems.get(form[:length]) or (cases.get(form[:length]) if len(form) - length <= LONGEST_CASE else None)
        if found:
            return found
    return None


@cache
def _tables() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Whole words, stems with any ending, and Russian stems with the ending of a case; each with its concept."""
    exact: dict[str, str] = {}
    stems: dict[str, str] = {}
    cases: dict[str, str] = {}
    for table in TABLES:
        for entry in load_gazetteer(table):
            concept = f"#place {entry.norm}"
            for form in entry.forms:
                if re.search(r"[\s'’-]", form):
                    continue
                word = form.rstrip("*")
                exact.setdefault(_folded(word), concept)
                if form.endswith("*"):
                    stems.setdefault(_folded(word), concept)
                elif _RUSSIAN.match(word) and len(fold(_CASE.sub("", word))) >= SHORTEST_STEM:
                    cases.setdefault(_folded(_CASE.sub("", word)), concept)
    return exact, stems, cases


def _folded(word: str) -> str:
    if _ARABIC.search(word):
        return plain_arabic(word)
    return fold(word) if word[:1].isupper() else f"-{fold(word)}"
