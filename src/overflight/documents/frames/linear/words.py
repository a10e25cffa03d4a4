"""What a word is to a language that has tables and no tagger: article, preposition, verb, a word at which a clause begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from overflight.documents.languages import contracted, fold, forms_pattern, language_table

_SIGNS = "\u064b-\u0652\u0670\u0640"
TOKEN = re.compile(rf"(?:[^\W_][{_SIGNS}]*)+(?:[-‐.\u200c](?:[^\W_][{_SIGNS}]*)+)*[’']?|[^\w\s]")
"""A word, with the apostrophe by which it leans on the next one (`dell'`), or one mark."""


def key(word: str) -> str:
    """A word as the tables know it."""
    return re.sub(f"[{_SIGNS}]", "", fold(word)).replace("’", "'").replace("ё", "е")


@dataclass(frozen=True, slots=True)
class Marker:
    """A preposition: how many words it has, and the roles that it announces."""

    length: int
    roles: frozenset[str]


def marker_at(code: str, words: Sequence[str], at: int) -> Marker | None:
    """The longest preposition that begins at a word."""
    for form, roles in _markers(code).get(words[at], ()):
        if tuple(words[at : at + len(form)]) == form:
            return Marker(len(form), roles)
    return None


@lru_cache(maxsize=16)
def _markers(code: str) -> dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]:
    """First word → the prepositions that begin with it, the longest first."""
    roles: dict[tuple[str, ...], set[str]] = {}
    table = language_table(code)
    sources = ((form, "speaker") for form in table.according)
    reasons = ((form, "reason") for form in table.grammar.get("reasons", ()))
    listed = (*((cue.form, cue.value) for cue in table.prepositions), *sources, *reasons)
    for written, role in ((shape, role) for form, role in listed for shape in contracted(form, code)):
        if "*" not in written and "~" not in written:
            roles.setdefault(tuple(key(m.group()) for m in TOKEN.finditer(written)), set()).add(role)
    first: dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]] = {}
    for form in sorted(roles, key=lambda f: (-len(f), f)):
        first[form[0]] = (*first.get(form[0], ()), (form, frozenset(roles[form])))
    return first


@lru_cache(maxsize=16384)
def sort_of(code: str, word: str) -> str:
    """article, pronoun, object (a word that marks the phrase before it), and, break, verb or adverb; empty inside a noun phrase."""
    for name, pattern in _sorts(code):
        if pattern.fullmatch(word):
            return name
    return ""


@lru_cache(maxsize=16)
def _sorts(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = language_table(code)
    denials = [
        cue.form
        for cue in table.negations
        if cue.value == "denied" and cue.form not in table.grammar.get("determiners", ())
    ]
    sayings = [form for form in (*table.saying, *denials) if " " not in form and "…" not in form]
    forms = {
        "article": (*table.articles, *table.grammar.get("determiners", ())),
        "pronoun": table.grammar.get("subjects", ()),
        "object": table.grammar.get("object", ()),
        "and": table.grammar.get("and", ()),
        "break": (*table.grammar.get("breaks", ()), *table.pronouns),
        "adverb": table.grammar.get("adverbs", ()),
        "verb": (*table.grammar.get("verbs", ()), *sayings, *table.hearsay),
    }
    return tuple((name, forms_pattern(listed, code)) for name, listed in forms.items())


@lru_cache(maxsize=16384)
def noun_nature(code: str, word: str) -> str:
    """What a common noun stands for (craft, vehicle, company, people, authority, state, place, cargo, time), by the table."""
    found = next((nature for nature, pattern in _natures(code) if pattern.fullmatch(word)), "")
    stem = _SUFFIXES[code].sub("", word) if not found and code in _SUFFIXES else word
    return noun_nature(code, stem) if stem != word and len(stem) > 1 else found


_SUFFIXES = {"fa": re.compile("(?:\u200c?(?:هايي|هاي|ها|اي|اش|شان)|ي)$")}
"""Endings of number, of the indefinite and of owners, in the letters of `key`, where a language hangs them on its nouns."""


@lru_cache(maxsize=16)
def _natures(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    forms: dict[str, list[str]] = {}
    for cue in language_table(code).nouns:
        forms.setdefault(cue.value, []).append(cue.form)
    return tuple((nature, forms_pattern(listed, code)) for nature, listed in forms.items())
