"""A name as tokens: each with its sound, its weight and what it does in the name.

The steps: plain words → numbers and initials → generic phrases by the table → the rest is distinctive. Persons and
bodies are read apart: `Bank` tells little of a company and much of a Mr Bank.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from overflight.parties.names.scripts import Script, burmese_syllables, romanise, script_of
from overflight.parties.names.sounds import sound_keys
from overflight.parties.names.tables import (
    Concept,
    WordClass,
    cyrillic_stem,
    generic_words,
    number_words,
    rarity,
    romanised_stem,
)
from overflight.parties.names.words import plain_words

CLASS_WEIGHTS: dict[WordClass, float] = {
    WordClass.DISTINCTIVE: 1.0,
    WordClass.IMAGE: 0.7,
    WordClass.NUMBER: 0.7,
    WordClass.PLACE: 0.45,
    WordClass.FIELD: 0.35,
    WordClass.FORM: 0.15,
    WordClass.INITIAL: 0.25,
    WordClass.LEGAL: 0.03,
    WordClass.TITLE: 0.05,
    WordClass.PARTICLE: 0.05,
    WordClass.JOINT: 0.0,
}
"""Share of a distinctive word's weight; distinctive words are weighed by rarity besides."""

PERSON_CLASSES = frozenset({WordClass.TITLE, WordClass.PARTICLE, WordClass.JOINT})
"""Generic classes that mean something inside a person's name."""

HYPHENATED_ARTICLES = frozenset({"ad", "ar", "as", "ash", "at", "az", "an", "ud", "ur", "us", "il", "ol", "dal"})
"""Assimilated Arabic articles: an article only where a hyphen follows or precedes."""

SERVANT = ("abdul", "abdel", "abdal", "abdol", "abdur", "abder", "abdus", "abdes", "abdu", "abd")
"""Spellings of `servant of`, which makes one given name with the word that follows."""

SERVANT_WEIGHT = 0.8
"""Most that such a name counts: all of them are common."""

NAMED_AFTER = frozenset({"named", "имени", "им", "imeni", "iмя", "імя"})
"""Words after which a body's name says whom it honours: an explanation, not the name."""

MAX_TOKENS = 40
"""Words read of one name; the longest name of the OFAC list has 33."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name.

    text: the plain word in its own script; latin: romanised; sound, consonants, blurred: its phonetic keys;
    concept: what it means where the table knows; is_aside: it stood in parentheses; after_bin: it names a father.
    """

    text: str
    latin: str
    script: Script
    word_class: WordClass
    weight: float
    concept: str | None = None
    value: int | None = None
    is_aside: bool = False
    after_bin: bool = False

    @property
    def is_distinctive(self) -> bool:
        """Whether missing it means another party."""
        return self.word_class in (WordClass.DISTINCTIVE, WordClass.IMAGE)


def _token(text: str, word_class: WordClass, *, concept: str | None = None, value: int | None = None) -> Token:
    latin = romanise(text)
    weight = CLASS_WEIGHTS[word_class]
    if word_class is WordClass.DISTINCTIVE:
        weight *= rarity(latin)
    return Token(text, latin, script_of(text), word_class, weight, concept, value)


@lru_cache(maxsize=1 << 16)
def tokens_of(text: str, is_person: bool) -> tuple[Token, ...]:
    """The tokens of a name, in the order of the name; words that only join are left out."""
    if is_person and text.count(",") == 1:
        family, given = text.split(",")
        text = f"{given} {family}"
    main, aside = _split_asides(text)
    tokens = list(_read(main, is_person))
    if not is_person:
        tokens = _set_aside_abbreviations(tokens, plain_words(main))
    said = {t.text for t in tokens} | {t.concept for t in tokens if t.concept}
    asides = [t for t in _read(aside, is_person) if t.text not in said and t.concept not in said]
    tokens += [_as_aside(t) for t in asides if not _spells_initials(t, tokens)]
    if is_person:
        tokens = _join_servants(tokens)
    tokens = _mark_fathers(tokens)
    told = [t for t in tokens if t.word_class is not WordClass.JOINT]
    return tuple((told or tokens)[:MAX_TOKENS])


def _split_asides(text: str) -> tuple[str, str]:
    """The name without what stands in parentheses, and that; a name wholly in parentheses is the name."""
    for wide, narrow in (("（", "("), ("）", ")"), ("[", "("), ("]", ")")):
        text = text.replace(wide, narrow)
    if "(" not in text:
        return text, ""
    main: list[str] = []
    aside: list[str] = []
    depth = 0
    for char in text:
        if char == "(":
            depth += 1
            (aside if depth else main).append(" ")
        elif char == ")":
            depth = max(0, depth - 1)
            main.append(" ")
        else:
            (aside if depth else main).append(char)
    joined = "".join(main)
    return (joined, "".join(aside)) if plain_words(joined) else ("".join(aside), "")


def _read(text: str, is_person: bool) -> Iterator[Token]:
    words = list(_separate_scripts(plain_words(text)))
    if not is_person:
        words = list(_join_letters(words))
    at, is_honour = 0, False
    while at < len(words):
        is_honour = is_honour or (not is_person and at > 0 and words[at] in NAMED_AFTER)
        used, token = _read_one(words, at, is_person, text)
        at += used
        yield _as_aside(token) if is_honour else token


def _separate_scripts(words: tuple[str, ...]) -> Iterator[str]:
    """Chinese words cut where the table knows a part, Burmese words cut into syllables."""
    for word in words:
        script = script_of(word)
        if script is Script.CHINESE:
            yield from _cut_chinese(word)
        elif script is Script.BURMESE and (word,) not in {p for p, _ in generic_words().phrases.get(word, ())}:
            yield from burmese_syllables(word)
        else:
            yield word


def _cut_chinese(word: str) -> Iterator[str]:
    table, rest, at = generic_words(), "", 0
    while at < len(word):
        for size in range(min(table.longest_chinese, len(word) - at), 0, -1):
            part = word[at : at + size]
            if part in table.chinese and (size > 1 or len(word) > 6):
                if rest:
                    yield rest
                yield part
                rest = ""
                at += size
                break
        else:
            rest += word[at]
            at += 1
    if rest:
        yield rest


def _join_letters(words: list[str]) -> Iterator[str]:
    """`a b c company` as `abc company`: letters that full stops or blanks set apart are one abbreviation."""
    run = ""
    for word in words:
        if len(word) == 1 and word.isalpha():
            run += word
            continue
        yield from _split_letters(run)
        run = ""
        yield word
    yield from _split_letters(run)


def _split_letters(run: str) -> Iterator[str]:
    """`vlp` as `v`, `lp`: a legal form at the end of joined letters stays apart."""
    phrases = generic_words().phrases
    for cut in range(len(run) - 1):
        tail = run[cut:]
        if any(p == (tail,) and c.word_class is WordClass.LEGAL for p, c in phrases.get(tail, ())):
            if cut:
                yield run[:cut]
            yield tail
            return
    if run:
        yield run


def _read_one(words: list[str], at: int, is_person: bool, whole: str) -> tuple[int, Token]:
    word = words[at]
    found = _phrase_at(words, at, is_person)
    if found is not None:
        used, concept = found
        text = word if used == 1 else "".join(words[at : at + used])
        return used, _token(text, concept.word_class, concept=concept.name)
    if is_person:
        word = _without_digits(word)
        if len(word) == 1 and word.isalpha() and script_of(word) in (Script.LATIN, Script.CYRILLIC):
            return 1, _token(word, WordClass.INITIAL)
        if word in HYPHENATED_ARTICLES and f"{word}-" in whole.lower():
            return 1, _token(word, WordClass.PARTICLE, concept="al")
    else:
        number = _number_at(words, at)
        if number is not None:
            used, value = number
            return used, _token(word, WordClass.NUMBER, value=value)
    if any(c.isdigit() for c in word) and word.isdigit():
        return 1, _token(word, WordClass.NUMBER, value=int(word[:9]))
    return 1, _token(word, WordClass.DISTINCTIVE)


_DIGIT_LETTERS = str.maketrans("01345789", "oieastbg")


def _without_digits(word: str) -> str:
    """`Ig0r` as `igor`: digits inside a person's name stand for the letters they look like."""
    has_both = word.isascii() and any(c.isdigit() for c in word) and sum(c.isalpha() for c in word) >= 2
    return word.translate(_DIGIT_LETTERS) if has_both else word


def _phrase_at(words: list[str], at: int, is_person: bool) -> tuple[int, Concept] | None:
    table = generic_words()
    word = words[at]
    for phrase, concept in table.phrases.get(word, ()):
        if tuple(words[at : at + len(phrase)]) == phrase and _counts(concept, phrase, is_person):
            return len(phrase), concept
    concept_or_none = table.chinese.get(word) or _inflected(word)
    if concept_or_none is not None and _counts(concept_or_none, (word,), is_person):
        return 1, concept_or_none
    return None


def _counts(concept: Concept, phrase: tuple[str, ...], is_person: bool) -> bool:
    """Whether a generic phrase is one here: persons have titles and particles, and trailing legal forms of three letters."""
    if not is_person:
        return concept.word_class not in (WordClass.TITLE,) or concept.name == "shipprefix"
    if concept.word_class is WordClass.LEGAL:
        return len(phrase) == 1 and len(phrase[0]) == 3 and phrase[0].isascii()
    if concept.word_class is WordClass.JOINT:
        return all(word.isascii() and len(word) > 1 for word in phrase) or phrase == ("و",)
    return concept.word_class in PERSON_CLASSES and concept.name != "shipprefix"


def _inflected(word: str) -> Concept | None:
    """A generic word behind an ending: a Russian case, an English plural, the Arabic article or a joined `and`."""
    phrases = generic_words().phrases
    script = script_of(word)
    if script is Script.CYRILLIC and len(word) >= 6:
        return generic_words().stems.get(cyrillic_stem(word))
    forms: tuple[str, ...] = ()
    if script is Script.LATIN and len(word) > 5:
        if len(word) > 6 and (concept := generic_words().romanised.get(romanised_stem(word))):
            return concept
        forms = (word[:-1],) if word.endswith("s") else (word + "s",)
    elif script is Script.ARABIC and len(word) > 3:
        forms = tuple(word[len(p) :] for p in ("وال", "لل", "ال", "و", "ل", "ب") if word.startswith(p))
        forms += tuple(word[: -len(s)] for s in ("های", "ها", "ه", "ی") if word.endswith(s))
    for form in forms:
        for phrase, concept in phrases.get(form, ()):
            if phrase == (form,):
                return concept
    return None


def _number_at(words: list[str], at: int) -> tuple[int, int] | None:
    """How many words make a number here, and which: 44, 44th, forty four, IV. A Roman numeral never opens a name."""
    numbers, word = number_words(), words[at]
    value = numbers.get(word)
    if value is None:
        digits = word.rstrip("stndrh").rstrip("й") if word[:1].isdigit() else ""
        return (1, int(digits[:9])) if digits.isdigit() else None
    if at == 0 and set(word) <= set("ivx"):
        return None
    if value >= 20 and value % 10 == 0 and at + 1 < len(words):
        unit = numbers.get(words[at + 1], int(words[at + 1]) if words[at + 1].isdigit() else 99)
        if unit < 10:
            return 2, value + unit
    return 1, value


def _as_aside(token: Token) -> Token:
    return _with(token, is_aside=True)


def _with(token: Token, **changes: object) -> Token:
    fields = {name: getattr(token, name) for name in Token.__slots__}
    return Token(**{**fields, **changes})


def _set_aside_abbreviations(tokens: list[Token], words: tuple[str, ...]) -> list[Token]:
    """`Special Technology Centre – STC`: a word that is the first letters of its neighbours only repeats them."""
    initials = "".join(w[0] for w in words)
    if len(words) < 4:
        return tokens
    return [_as_aside(t) if t.is_distinctive and 3 <= len(t.text) <= 6 and t.text in initials else t for t in tokens]


def _spells_initials(token: Token, tokens: list[Token]) -> bool:
    """Whether a word in parentheses only abbreviates the words before it: `… Guard Corps (IRGC)`."""
    if not 2 <= len(token.latin) <= 8:
        return False
    initials = "".join(t.latin[:1] for t in tokens)
    it = iter(initials)
    return all(letter in it for letter in token.latin) if len(initials) >= 2 else False


def _join_servants(tokens: list[Token]) -> list[Token]:
    """`Abd al-Rahman`, `Abdul Rahman`, `Abdurrahman` as one given name."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        after = at + 1
        while after < len(tokens) and tokens[after].concept == "al":
            after += 1
        if (token.latin in SERVANT or token.text == "عبد") and after < len(tokens) and tokens[after].is_distinctive:
            out.append(_servant(token, tokens[after]))
            at = after + 1
            continue
        out.append(_servant_in_one(token) or token)
        at += 1
    return out


def _servant(token: Token, name: Token) -> Token:
    """One token of `servant of` and the name of God, spelled one way in each script."""
    if name.script is Script.ARABIC:
        text = f"عبد{name.text.removeprefix('ال')}"
        latin = f"abd{romanise(name.text.removeprefix('ال'))}"
    else:
        rest = name.latin
        latin = text = f"abd{rest[2:] if rest.startswith(('al', 'ul')) and len(rest) > 5 else rest}"
    return _with(token, text=text, latin=latin, script=name.script, weight=min(SERVANT_WEIGHT, rarity(latin)))


def _servant_in_one(token: Token) -> Token | None:
    """`abdurrahman`, `عبدالرحمن`: the two parts written as one word."""
    if token.script is Script.ARABIC and token.text.startswith("عبدال") and len(token.text) > 6:
        return _servant(token, _with(token, text=token.text[5:]))
    word = token.latin
    if len(word) < 8 or not word.startswith("abd") or word.startswith(("abdalla", "abdulla", "abdolla", "abdella")):
        return None
    start = next((s for s in SERVANT[:8] if word.startswith(s) and len(word) - len(s) >= 3), None)
    return None if start is None else _servant(token, _with(token, latin=word[len(start) :], script=Script.LATIN))


def _mark_fathers(tokens: list[Token]) -> list[Token]:
    """Words that follow bin, ben or ibn name a father: `Salman bin Muhammad` is not `Muhammad bin Salman`."""
    out = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        is_father = before is not None and before.concept == "bin" and token.is_distinctive
        out.append(_with(token, after_bin=True) if is_father else token)
    return out


def keys_of(token: Token) -> tuple[str, str, str]:
    """The phonetic keys of a token."""
    return sound_keys(token.latin)
