"""Cyrillic abbreviations of bodies against their translated names: `БЭМЗ`, Bryansk Electromechanical Plant."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache

from overflight.parties.names.scripts import CYRILLIC, Script, script_of
from overflight.parties.names.tables import WordClass, generic_words
from overflight.parties.names.token import Token

FEWEST, MOST = 3, 6
"""Letters of an abbreviation that is tried."""
NAMES_KIND = frozenset({WordClass.FORM, WordClass.FIELD})
SAME_START = {"э": "e", "е": "ey", "к": "c", "ц": "c", "в": "w", "ю": "uj", "я": "j", "й": "y", "х": "h", "и": "iy"}
"""First letters of Latin spellings besides those of the romanisation."""


def abbreviates(short: Token, words: tuple[Token, ...]) -> bool:
    """Whether the letters of a Cyrillic word are the first letters of what these Latin words mean, all of both used up.

    In any order, because a translation turns them round; one of the words must be generic, so that it is a body's name.
    """
    if short.script is not Script.CYRILLIC or not FEWEST <= len(short.text) <= MOST or not short.is_distinctive:
        return False
    if not 2 <= len(words) <= MOST or not any(w.word_class in NAMES_KIND for w in words):
        return False
    if any(w.script is not Script.LATIN for w in words):
        return False
    return _used_up(Counter(short.text), words)


def _used_up(letters: Counter[str], words: tuple[Token, ...]) -> bool:
    if not words:
        return not letters
    for start in _starts(words[0].concept, words[0].latin, tuple(sorted(letters))):
        need = Counter(start)
        if need <= letters and _used_up(letters - need, words[1:]):
            return True
    return False


@lru_cache(maxsize=1 << 14)
def _starts(concept: str | None, latin: str, letters: tuple[str, ...]) -> tuple[str, ...]:
    """What a word may give to an abbreviation: the letters of its translations, or its own first letter."""
    if concept is not None:
        return _concept_starts().get(concept, ())
    return tuple(c for c in letters if latin.startswith((CYRILLIC.get(c) or "?", *SAME_START.get(c, ""))))


@cache
def _concept_starts() -> dict[str, tuple[str, ...]]:
    """Concept to the first letters of its Cyrillic forms: `нии`, `з`, `п`."""
    found: dict[str, set[str]] = {}
    for entries in generic_words().phrases.values():
        for phrase, concept in entries:
            if script_of(phrase[0]) is Script.CYRILLIC:
                found.setdefault(concept.name, set()).add("".join(word[0] for word in phrase))
                if len(phrase) == 1 and len(phrase[0]) <= 3:
                    found[concept.name].add(phrase[0])
    return {name: tuple(sorted(starts, key=lambda s: (-len(s), s))) for name, starts in found.items()}
