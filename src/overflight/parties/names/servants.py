"""`Abd al-Rahman`, `Abdul Rahman`, `Abdurrahman`: servant of, and a name of God, as one given name."""

from __future__ import annotations

from dataclasses import replace

from overflight.parties.names.scripts import Script, romanise
from overflight.parties.names.tables import rarity
from overflight.parties.names.token import Token

SERVANT = ("abdul", "abdel", "abdal", "abdol", "abdur", "abder", "abdus", "abdes", "abdu", "abd")
"""Spellings of `servant of`, which makes one given name with the word that follows."""
SERVANT_WEIGHT = 0.8
"""Most that such a name counts: all of them are common."""
SERVANT_OF_GOD = ("abdalla", "abdulla", "abdolla", "abdella")
"""A given name of its own, whose second part is no name of God but the word."""
LEAST_LETTERS = 8
"""Letters from which one word may hold both parts."""


def join_servants(tokens: list[Token]) -> list[Token]:
    """A person's tokens with both parts of such names as one."""
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
