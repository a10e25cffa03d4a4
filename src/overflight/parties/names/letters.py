"""Abbreviations of bodies against their full names: `БЭМЗ`, Bryansk Electromechanical Plant; `VNIIRT`, Всероссийский … института.

An abbreviation of the same language gives the first letters of the words in their order; a translated name has them in any
order, by the words that its own words translate. Either way every letter and every word must be used up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, product

from overflight.parties.names.scripts import CYRILLIC, Script, script_of
from overflight.parties.names.tables import WordClass, generic_words
from overflight.parties.names.token import Token

FEWEST, MOST = 3, 8
"""Letters of an abbreviation that is tried."""
MOST_WORDS = 8
"""Words of a full name that may be abbreviated."""
MOST_SPELLINGS = 24
"""Ways to write an abbreviation in Cyrillic letters that are tried, and ways to abbreviate a phrase."""
NAMES_KIND = frozenset({WordClass.FORM, WordClass.FIELD})
SAME_START = {"э": "e", "е": "ey", "к": "c", "ц": "c", "в": "w", "ю": "uj", "я": "j", "й": "y", "х": "h", "и": "iy"}
"""First letters of Latin spellings besides those of the romanisation."""
ROOTS = (
    "авиа", "авто", "агро", "атом", "аэро", "био", "броне", "вагоно", "верто", "видео", "воздухо", "газо", "гео", "гидро",
    "горно", "двигателе", "дерево", "древо", "лесо", "машино", "мед", "металло", "метро", "микро", "мото", "моторо", "нано",
    "нефте", "опто", "пиро", "прибор", "приборо", "радио", "ракето", "рыбо", "самолето", "светло", "свето", "снего", "спец",
    "станко", "стекло", "судо", "теле", "тепло", "термо", "турбо", "трубо", "физико", "фото", "химико", "хлебо", "электро",
    "энерго", "ядерно",
)  # fmt: skip
"""First parts of Russian compounds, which abbreviations tell as well: `электромеханический` gives ЭМ."""
LEAST_REST = 4
"""Letters that are left of a compound's second part, at least."""
LATIN_SPELLINGS = {
    "shch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "yu": "ю", "ya": "я", "a": "а", "b": "б", "c": "цк",
    "d": "д", "e": "еэ", "f": "ф", "g": "г", "h": "х", "i": "ий", "j": "йя", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о",
    "p": "п", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "w": "в", "y": "йыу", "z": "з",
}  # fmt: skip
"""Latin spellings of Cyrillic letters, as abbreviations are romanised: `TsNIIM`, `CNIIM`."""


def abbreviates(short: Token, words: tuple[Token, ...]) -> bool:
    """Whether the letters of a word are the first letters of these words, or of what they mean, all of both used up.

    One of the words must be generic, so that it is a body's name.
    """
    if not short.is_distinctive or not FEWEST <= len(short.text) <= MOST or not 2 <= _count(words) <= MOST_WORDS:
        return False
    if not any(w.word_class in NAMES_KIND for w in words):
        return False
    scripts = {w.script for w in words}
    if short.script is Script.CYRILLIC and scripts == {Script.LATIN}:
        return _used_up(Counter(short.text), words)
    if short.script is Script.LATIN and scripts == {Script.CYRILLIC}:
        return any(_in_order(spelling, words) for spelling in cyrillic_spellings(short.text))
    return scripts == {short.script} and _in_order(short.text, words)


def _count(words: tuple[Token, ...]) -> int:
    return sum(len(w.words) or 1 for w in words)


def _in_order(letters: str, words: tuple[Token, ...]) -> bool:
    if not words:
        return not letters
    return any(
        letters.startswith(start) and _in_order(letters[len(start) :], words[1:])
        for start in initials_of(words[0].words or (words[0].text,))
    )


@lru_cache(maxsize=1 << 14)
def initials_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """What words give to an abbreviation: each its first letter, a compound the first letters of both parts."""
    each = product(*(_starts_of(word) for word in words))
    return tuple(dict.fromkeys("".join(parts) for parts in islice(each, MOST_SPELLINGS)))


def _starts_of(word: str) -> tuple[str, ...]:
    if not word.startswith(ROOTS):
        return (word[0],)
    rests = [word[len(root)] for root in ROOTS if word.startswith(root) and len(word) >= len(root) + LEAST_REST]
    return (word[0], *(word[0] + rest for rest in dict.fromkeys(rests)))


@lru_cache(maxsize=1 << 12)
def cyrillic_spellings(latin: str) -> tuple[str, ...]:
    """The ways to write a romanised abbreviation in Cyrillic letters."""
    return tuple(islice(_spell(latin), MOST_SPELLINGS))


def _spell(latin: str) -> Iterator[str]:
    if not latin:
        yield ""
        return
    for size in range(min(4, len(latin)), 0, -1):
        for letter in LATIN_SPELLINGS.get(latin[:size], ""):
            yield from (letter + rest for rest in _spell(latin[size:]))


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
    """Concept to the first letters of its Cyrillic forms: `нии`, `з`, `п`; an abbreviation among them is its own letters."""
    found: dict[str, set[str]] = {}
    for entries in generic_words().phrases.values():
        for phrase, concept in entries:
            if script_of(phrase[0]) is Script.CYRILLIC:
                found.setdefault(concept.name, set()).update(initials_of(phrase))
                if len(phrase) == 1 and len(phrase[0]) <= 3:
                    found[concept.name].add(phrase[0])
    return {name: tuple(sorted(starts, key=lambda s: (-len(s), s))) for name, starts in found.items()}
