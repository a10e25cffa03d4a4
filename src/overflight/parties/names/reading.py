"""Words read as tokens: generic phrases by the table, numbers, initials, and the rest distinctive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from overflight.parties.names.scripts import Script, script_of
from overflight.parties.names.segment import segmented
from overflight.parties.names.tables import (
    Concept,
    WordClass,
    cyrillic_stem,
    generic_words,
    number_words,
    romanised_stem,
)
from overflight.parties.names.token import Token, make_token, phrase_token

PERSON_CLASSES = frozenset({WordClass.TITLE, WordClass.PARTICLE, WordClass.JOINT})
"""Generic classes that mean something inside a person's name."""
BODIES_ALONE = frozenset({"of-bodies", "shipprefix"})
"""Concepts of these classes that mean nothing there: `Per`, `En` and `Za` are given names."""
HYPHENATED_ARTICLES = frozenset({"ad", "ar", "as", "ash", "at", "az", "an", "ud", "ur", "us", "il", "ol", "dal"})
"""Assimilated Arabic articles: an article only where a hyphen follows or precedes."""
NAMED_AFTER = frozenset({"named", "имени", "им", "imeni", "iмя", "імя"})
"""Words after which a body's name says whom it honours: an explanation, not the name."""
MOST_DIGITS = 9
"""Digits of a number that are read; longer ones are told apart by these."""


def read_words(text: str, is_person: bool) -> Iterator[Token]:
    """The tokens of a text without parentheses, in its order."""
    words = segmented(text, is_person)
    at, is_honour = 0, False
    while at < len(words):
        is_honour = is_honour or (not is_person and at > 0 and words[at] in NAMED_AFTER)
        used, token = _read_at(words, at, is_person)
        if is_person and token.text in HYPHENATED_ARTICLES and f"{token.text}-" in text.lower():
            token = make_token(token.text, WordClass.PARTICLE, "al")
        at += used
        yield replace(token, is_aside=True) if is_honour else token


def _read_at(words: tuple[str, ...], at: int, is_person: bool) -> tuple[int, Token]:
    """How many words the next token takes, and the token: a phrase or a number of several words, or one word."""
    word = words[at]
    for phrase, concept in generic_words().long_phrases.get(word, ()):
        if words[at : at + len(phrase)] == phrase and _counts(concept, phrase, is_person):
            return len(phrase), phrase_token(phrase, concept.word_class, concept.name)
    token = read_word(word, is_person)
    if at == 0 and token.concept == "of-bodies":
        return 1, make_token(word, WordClass.DISTINCTIVE)  # what joins words stands between them
    if token.value is not None and not is_person:
        if at == 0 and set(word) <= set("ivx"):
            return 1, make_token(word, WordClass.DISTINCTIVE)  # a Roman numeral never opens a name
        if token.value >= 20 and token.value % 10 == 0 and not word.isdecimal() and at + 1 < len(words):
            unit = read_word(words[at + 1], False).value
            if unit is not None and unit < 10:
                return 2, make_token(word, WordClass.NUMBER, None, token.value + unit)
    return 1, token


@lru_cache(maxsize=1 << 16)
def read_word(word: str, is_person: bool) -> Token:
    """The token of a word that stands in no phrase."""
    concept = concept_of(word)
    if concept is not None and _counts(concept, (word,), is_person):
        return make_token(word, concept.word_class, concept.name)
    if is_person:
        word = _without_digits(word)
        if len(word) == 1 and word.isalpha() and script_of(word) in (Script.LATIN, Script.CYRILLIC):
            return make_token(word, WordClass.INITIAL)
    value = number_of(word, is_person)
    return make_token(word, WordClass.DISTINCTIVE if value is None else WordClass.NUMBER, None, value)


def concept_of(word: str) -> Concept | None:
    """What a word alone means by the table, with or without an ending."""
    table = generic_words()
    return table.words.get(word) or table.run_on.get(word) or _inflected(word)


_DIGIT_LETTERS = str.maketrans("01345789", "oieastbg")


def _without_digits(word: str) -> str:
    """`Ig0r` as `igor`: digits inside a person's name stand for the letters they look like."""
    has_both = word.isascii() and any(c.isdigit() for c in word) and sum(c.isalpha() for c in word) >= 2
    return word.translate(_DIGIT_LETTERS) if has_both else word


def _counts(concept: Concept, phrase: tuple[str, ...], is_person: bool) -> bool:
    """Whether a generic phrase is one here: persons have titles and particles, and trailing legal forms of three letters."""
    if not is_person:
        return concept.word_class is not WordClass.TITLE or concept.name == "shipprefix"
    if concept.word_class is WordClass.LEGAL:
        return len(phrase) == 1 and len(phrase[0]) == 3 and phrase[0].isascii()
    if concept.name in BODIES_ALONE:
        return False
    if concept.word_class is WordClass.JOINT:
        return all(word.isascii() and len(word) > 1 for word in phrase) or phrase == ("و",)
    return concept.word_class in PERSON_CLASSES


_LATIN_ENDINGS = ("ul", "ud", "ur", "ye", "e")
"""The article of the next Arabic word (`Jamaatul`), the link to the next Persian one (`Sherkate`)."""
LEAST_STEM = 4
"""Letters than which the generic word before such an ending has more: `Rasul` and `Calle` are words of their own."""


def _inflected(word: str) -> Concept | None:
    """A generic word behind an ending: a Russian case, an English plural, an article or another word joined to it."""
    table = generic_words()
    script = script_of(word)
    if script is Script.CYRILLIC and len(word) >= 6:
        return table.stems.get(cyrillic_stem(word))
    forms: tuple[str, ...] = ()
    if script is Script.LATIN and len(word) > 5:
        if len(word) > 6 and (concept := table.romanised.get(romanised_stem(word))):
            return concept
        forms = tuple(word[: -len(s)] for s in _LATIN_ENDINGS if word.endswith(s) and len(word) > LEAST_STEM + len(s))
        forms = (word[:-1],) if word.endswith("s") else (word + "s", *forms)
    elif script is Script.ARABIC and len(word) > 3:
        forms = tuple(word[len(p) :] for p in ("وال", "لل", "ال", "و", "ل", "ب") if word.startswith(p))
        forms += tuple(word[: -len(s)] for s in ("های", "ها", "ه", "ی") if word.endswith(s))
    elif script is Script.HEBREW and len(word) > 3:
        forms = tuple(word[len(p) :] for p in ("וה", "לה", "בה", "ה", "ל", "ב", "ו", "מ") if word.startswith(p))
    return next((table.words[form] for form in forms if form in table.words), None)


def number_of(word: str, is_person: bool) -> int | None:
    """What a word counts: 44, and of bodies also 44th, forty, IV."""
    if word.isdecimal():
        return int(word[:MOST_DIGITS])
    if is_person:
        return None
    value = number_words().get(word)
    if value is None and word[:1].isdecimal():
        digits = word.rstrip("stndrh").rstrip("й")
        return int(digits[:MOST_DIGITS]) if digits.isdecimal() else None
    return value
