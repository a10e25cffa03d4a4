"""The tables of the names stage: generic words with translations, numbers, variants of given names, cultures, frequencies.

The files lie in `data/`, one row a concept, tab-separated, so that a non-programmer can read and correct them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from overflight.parties.names.scripts import RUN_ON, Script, romanise, script_of
from overflight.parties.names.sounds import sound_keys
from overflight.parties.names.words import letters_joined, plain_words


class WordClass(StrEnum):
    """What a word does in a name."""

    DISTINCTIVE = "distinctive"
    LEGAL = "legal"
    FORM = "form"
    FIELD = "field"
    IMAGE = "image"
    PLACE = "place"
    TITLE = "title"
    PARTICLE = "particle"
    JOINT = "joint"
    NUMBER = "number"
    INITIAL = "initial"


@dataclass(frozen=True, slots=True)
class Concept:
    """One generic idea and its class; all its forms in all languages mean the same."""

    name: str
    word_class: WordClass


@dataclass(frozen=True, slots=True)
class GenericWords:
    """What single words mean; phrases by their first word, longest first, and those of them that have several words; words
    of scripts that write no gaps, which stand in others; stems of Cyrillic words, and what is left of their romanisation.
    """

    words: dict[str, Concept]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Concept], ...]]
    long_phrases: dict[str, tuple[tuple[tuple[str, ...], Concept], ...]]
    run_on: dict[str, Concept]
    longest_run_on: int
    stems: dict[str, Concept]
    romanised: dict[str, Concept]


ENDINGS = (
    "ыми", "ими", "ого", "его", "ому", "ему", "ами", "ями", "ая", "яя", "ое", "ее", "ые", "ие", "ый", "ий", "ой", "ых", "их",
    "ую", "юю", "ам", "ям", "ах", "ях", "ов", "ев", "ей", "ом", "ем", "ія", "iя", "ія", "ия", "ии", "ию", "ае", "ыя", "ага", "ай",
    "а", "я", "ы", "и", "у", "ю", "е", "о", "ь", "і", "i",
)  # fmt: skip
"""Endings of Russian, Ukrainian and Belarusian adjectives and nouns, longest first."""


def cyrillic_stem(word: str) -> str:
    """A Cyrillic word without its ending, at least four letters of it left."""
    return word[: -_ending(word, _ENDINGS, stem=4) or None]


ROMANISED_ENDINGS = (
    "oye",
    "oe",
    "aya",
    "aia",
    "yye",
    "iye",
    "iya",
    "iia",
    "yi",
    "iy",
    "ii",
    "yy",
    "ykh",
    "ikh",
    "ogo",
    "ei",
    "ey",
    "y",
    "i",
    "a",
    "e",
    "u",
)
"""The same endings as passports and company registers romanise them, longest first."""


def romanised_stem(word: str) -> str:
    """The sound of a romanised Russian word without its ending, at least five letters of it left."""
    return sound_keys(word[: -_ending(word, _ROMANISED_ENDINGS, stem=5) or None])[0]


_ENDINGS, _ROMANISED_ENDINGS = frozenset(ENDINGS), frozenset(ROMANISED_ENDINGS)
_LONGEST_ENDING = max(map(len, _ENDINGS | _ROMANISED_ENDINGS))


def _ending(word: str, endings: frozenset[str], *, stem: int) -> int:
    """Letters of the longest of these endings that a word has, so many letters of it left; 0 for none."""
    for size in range(min(_LONGEST_ENDING, len(word) - stem), 0, -1):
        if word[-size:] in endings:
            return size
    return 0


def _rows(name: str) -> Iterator[list[str]]:
    text = (files("overflight.parties.names") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def generic_words() -> GenericWords:
    """The table of generic words, read once."""
    phrases: dict[str, dict[tuple[str, ...], Concept]] = {}
    run_on: dict[str, Concept] = {}
    stems: dict[str, Concept] = {}
    romanised: dict[str, Concept] = {}
    for name, word_class, forms in _rows("generic.tsv"):
        concept = Concept(name, WordClass(word_class))
        for form in forms.split(";"):
            parts = letters_joined(plain_words(form))
            if not parts:
                continue
            script = script_of(parts[0])
            if script in RUN_ON:
                run_on.setdefault("".join(parts), concept)
                continue
            phrases.setdefault(parts[0], {}).setdefault(parts, concept)
            if script is Script.CYRILLIC:
                _add_cyrillic(parts, concept, phrases, stems, romanised)
    ordered = {first: tuple(sorted(found.items(), key=lambda item: -len(item[0]))) for first, found in phrases.items()}
    words = {first: found[(first,)] for first, found in phrases.items() if (first,) in found}
    several = {first: tuple(x for x in found if len(x[0]) > 1) for first, found in ordered.items()}
    several = {first: found for first, found in several.items() if found}
    return GenericWords(words, ordered, several, run_on, max(map(len, run_on)), stems, romanised)


def _add_cyrillic(
    words: tuple[str, ...],
    concept: Concept,
    phrases: dict[str, dict[tuple[str, ...], Concept]],
    stems: dict[str, Concept],
    romanised: dict[str, Concept],
) -> None:
    """A Cyrillic form under its stem, its place's adjective, and its romanisation."""
    latin = tuple(map(romanise, words))
    if len(words) > 1:
        phrases.setdefault(latin[0], {}).setdefault(latin, concept)
        return
    stem = cyrillic_stem(words[0])
    if len(words[0]) >= 5:
        stems.setdefault(stem, concept)
    if concept.word_class is WordClass.PLACE and len(stem) >= 4:
        stems.setdefault(f"{stem}ск", concept)
    if len(latin[0]) >= 6:
        romanised.setdefault(romanised_stem(latin[0]), concept)


@cache
def number_words() -> dict[str, int]:
    """Words, ordinals and Roman numerals to their value."""
    return {form: int(value) for value, forms in _rows("numbers.tsv") for form in forms.split(";")}


@cache
def variant_groups() -> dict[str, tuple[int, ...]]:
    """Given names to the numbers of their groups: names of one group are one name; `Sasha` stands in two."""
    found: dict[str, tuple[int, ...]] = {}
    for number, row in enumerate(_rows("variants.tsv")):
        for name in dict.fromkeys("".join(plain_words(form)) for form in row[0].split(";")):
            found[name] = (*found.get(name, ()), number)
    return found


@cache
def cultures() -> dict[tuple[str, str], frozenset[str]]:
    """(culture, part) to the words of which its names are made."""
    return {(culture, part): frozenset(words.split(";")) for culture, part, words in _rows("cultures.tsv")}


@cache
def frequencies() -> tuple[dict[str, int], int]:
    """Phonetic key to the number of names of the OFAC list that bear it, and the number of names in all."""
    rows = list(_rows("frequencies.tsv"))
    return {key: int(count) for key, count in rows[1:]}, int(rows[0][1])


@cache
def rarity(word: str) -> float:
    """How much a word tells (0–1): the inverse document frequency of its sound among 32,000 listed names.

    1.0 for a word that the list does not know; about 0.3 for the commonest given name.
    """
    return rarity_of_sound(sound_keys(word)[0])


@cache
def rarity_of_sound(sound: str) -> float:
    """The same for a word whose sound is known."""
    counts, total = frequencies()
    return max(0.25, math.log(total / max(1, counts.get(sound, 1))) / math.log(total))
