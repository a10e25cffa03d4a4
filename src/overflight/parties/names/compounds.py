"""Arabic names of two parts as one, however they are spaced and spelled.

`Abd al-Rahman`, `Abdurrahman`: servant of, and a name of God. `Shams al-Din`, `Shamseddine`: of the faith. `Hidayat Ullah`,
`Hedayatollah`: of God.
"""

from __future__ import annotations

import re
from dataclasses import replace

from overflight.parties.names.scripts import Script, romanise
from overflight.parties.names.tables import WordClass, rarity
from overflight.parties.names.token import Token, make_token

SERVANT = ("abdul", "abdel", "abdal", "abdol", "abdur", "abder", "abdus", "abdes", "abdu", "abd")
"""Spellings of `servant of`, which makes one given name with the word that follows."""
SERVANT_WEIGHT = 0.8
"""Most that such a name counts: all of them are common."""
SERVANT_OF_GOD = ("abdalla", "abdulla", "abdolla", "abdella")
"""A given name of its own, whose second part is no name of God but the word."""
LEAST_LETTERS = 8
"""Letters from which one word may hold both parts."""
FAITH, GOD = "uddin", "ullah"
"""How the second parts are written here."""
_FAITH_WORD = re.compile(r"[aeou]?[dl]?d(?:i|ee|ie)ne?")
_GOD_WORD = re.compile(r"[aou]?ll?ah")
"""The second part as a word of its own, `din` only behind an article."""
_LAST_LETTERS = ("in", "ine", "en", "ene", "ah", "دین", "الله")
"""How a word ends that is such a second part or holds one: told first, as it is quick."""
_OF_FAITH = re.compile(r"(?<=..)(?:ou|[aeiou])[dl]d(?:i|ee|ie)ne?$")
_OF_GOD = re.compile(r"(?<=...)(?:ou|[aeou])ll?ah$")
"""The second part behind the first in one word."""


def join_compounds(tokens: list[Token]) -> list[Token]:
    """A person's tokens with both parts of such names as one."""
    return _join_second_parts(join_servants(tokens))


def _join_second_parts(tokens: list[Token]) -> list[Token]:
    """The tokens with `of the faith` and `of God` behind their first part."""
    if not any(t.text.endswith(_LAST_LETTERS) for t in tokens):
        return tokens
    out: list[Token] = []
    for token in tokens:
        has_article = bool(out) and out[-1].concept == "al"
        second, first = _second_part(token, has_article), _before_articles(out)
        if second and first is not None and out[first].is_distinctive:
            out[first:] = [_compound(out[first], second)]
        else:
            out.append(_spelled_one_way(token))
    return out


def _before_articles(tokens: list[Token]) -> int | None:
    """The place of the last token that is no article."""
    return next((n for n in range(len(tokens) - 1, -1, -1) if tokens[n].concept != "al"), None)


def _second_part(token: Token, has_article: bool) -> str:
    """`uddin` or `ullah` where a word is such a second part, else nothing."""
    if token.script is Script.ARABIC:
        return FAITH if token.text == "الدین" else GOD if token.text == "الله" else ""
    if _FAITH_WORD.fullmatch(token.text) and (has_article or not token.text.startswith("d")):
        return FAITH
    return GOD if _GOD_WORD.fullmatch(token.text) else ""


def _compound(first: Token, second: str) -> Token:
    if first.script is Script.ARABIC:
        return make_token(first.text + ("دین" if second == FAITH else "الله"), WordClass.DISTINCTIVE)
    return make_token(first.latin + second, WordClass.DISTINCTIVE)


def _spelled_one_way(token: Token) -> Token:
    """A word that holds both parts, with the second as it is written here."""
    if token.word_class is not WordClass.DISTINCTIVE:
        return token
    if token.script is Script.ARABIC:
        is_of_faith = token.text.endswith("الدین") and len(token.text) > 6
        return make_token(token.text[:-5] + "دین", WordClass.DISTINCTIVE) if is_of_faith else token
    if token.script is not Script.LATIN or token.text.startswith("abd"):
        return token
    text = _OF_GOD.sub(GOD, _OF_FAITH.sub(FAITH, token.text))
    return token if text == token.text else make_token(text, WordClass.DISTINCTIVE)


def join_servants(tokens: list[Token]) -> list[Token]:
    """The tokens with `servant of` and the name behind it as one."""
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
        out.append(_in_one(token) or token)
        at += 1
    return out


def _servant(token: Token, name: Token) -> Token:
    """One token of both parts, spelled one way in each script."""
    if name.script is Script.ARABIC:
        text = f"عبد{name.text.removeprefix('ال')}"
        latin = f"abd{romanise(name.text.removeprefix('ال'))}"
    else:
        rest = name.latin
        latin = text = f"abd{rest[2:] if rest.startswith(('al', 'ul')) and len(rest) > 5 else rest}"
    return replace(token, text=text, latin=latin, script=name.script, weight=min(SERVANT_WEIGHT, rarity(latin)))


def _in_one(token: Token) -> Token | None:
    """`abdurrahman`, `عبدالرحمن`: the two parts written as one word."""
    if token.script is Script.ARABIC and token.text.startswith("عبدال") and len(token.text) > 6:
        return _servant(token, replace(token, text=token.text[5:]))
    word = token.latin
    if len(word) < LEAST_LETTERS or not word.startswith("abd") or word.startswith(SERVANT_OF_GOD):
        return None
    start = next((s for s in SERVANT[:8] if word.startswith(s) and len(word) - len(s) >= 3), None)
    return None if start is None else _servant(token, replace(token, latin=word[len(start) :], script=Script.LATIN))
