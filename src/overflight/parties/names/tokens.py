"""A name as tokens: each with its sound, its weight and what it does in the name.

The steps: words (`segment.py`) → numbers, initials and generic phrases by the table (`reading.py`) → what stands in parentheses
or only abbreviates (here) → Arabic names of two parts as one. Persons and bodies are read apart: `Bank` tells little of a
company and much of a Mr Bank.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from overflight.parties.names.compounds import join_compounds
from overflight.parties.names.korean_names import is_korean_name
from overflight.parties.names.reading import read_words
from overflight.parties.names.tables import WordClass
from overflight.parties.names.token import Token, make_token
from overflight.parties.names.words import plain_words

MAX_TOKENS = 40
"""Words read of one name; the longest name of the OFAC list has 33."""
FEWEST_WORDS = 4
"""Words of a name from which one of them may abbreviate its neighbours."""
ABBREVIATION_LETTERS = range(3, 7)
ASIDE_LETTERS = range(2, 9)
"""Letters of an abbreviation in the name, and in parentheses behind it."""
_ONE_BRACKET = str.maketrans("（）[]", "()()")


@lru_cache(maxsize=1 << 16)
def tokens_of(text: str, is_person: bool) -> tuple[Token, ...]:
    """The tokens of a name, in the order of the name; words that only join are left out."""
    if is_person and text.count(",") == 1:
        family, given = text.split(",")
        text = f"{given} {family}"
    main, aside = _split_asides(text.translate(_ONE_BRACKET))
    tokens = list(read_words(main, is_person))
    if not is_person:
        tokens = _set_aside_abbreviations(tokens, plain_words(main))
    if aside:
        tokens += _asides(aside, tokens, is_person)
    if is_person:
        tokens = _mark_fathers(join_compounds(tokens))
    told = [t for t in tokens if t.word_class is not WordClass.JOINT]
    if is_person and len(told) < len(tokens) and is_korean_name(tuple(t.latin for t in tokens)):
        told = [make_token(t.text, WordClass.DISTINCTIVE) for t in tokens]  # `To`, `In` and `On` are syllables there
    return tuple((told or tokens)[:MAX_TOKENS])


def _split_asides(text: str) -> tuple[str, str]:
    """The name without what stands in parentheses, and that; a name wholly in parentheses is the name."""
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


def _asides(aside: str, tokens: list[Token], is_person: bool) -> list[Token]:
    """What parentheses add to the name: neither words that it has nor their abbreviation."""
    said = {t.text for t in tokens} | {t.concept for t in tokens if t.concept}
    added = (t for t in read_words(aside, is_person) if t.text not in said and t.concept not in said)
    return [replace(t, is_aside=True) for t in added if not _spells_initials(t, tokens)]


def _set_aside_abbreviations(tokens: list[Token], words: tuple[str, ...]) -> list[Token]:
    """`Special Technology Centre – STC`: a word that is the first letters of its neighbours only repeats them."""
    if len(words) < FEWEST_WORDS:
        return tokens
    initials = "".join(w[0] for w in words)
    return [replace(t, is_aside=True) if _abbreviates(t, initials) else t for t in tokens]


def _abbreviates(token: Token, initials: str) -> bool:
    return token.is_distinctive and len(token.text) in ABBREVIATION_LETTERS and token.text in initials


def _spells_initials(token: Token, tokens: list[Token]) -> bool:
    """Whether a word in parentheses only abbreviates the words before it: `… Guard Corps (IRGC)`."""
    initials = "".join(t.latin[:1] for t in tokens)
    if len(token.latin) not in ASIDE_LETTERS or len(initials) < 2:
        return False
    rest = iter(initials)
    return all(letter in rest for letter in token.latin)


def _mark_fathers(tokens: list[Token]) -> list[Token]:
    """Words that follow bin, ben or ibn name a father: `Salman bin Muhammad` is not `Muhammad bin Salman`."""
    if not any(t.concept == "bin" for t in tokens):
        return tokens
    out = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        is_father = before is not None and before.concept == "bin" and token.is_distinctive
        out.append(replace(token, after_bin=True) if is_father else token)
    return out
