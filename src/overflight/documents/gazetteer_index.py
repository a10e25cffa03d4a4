"""All gazetteers as one tree of words, and the walk that finds the longest name from a word on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from overflight.reference.gazetteers import load_gazetteer

TABLES = (
    "aircraft_types", "weapons", "groups", "governments", "organisations", "operators", "countries", "capitals", "cities",
    "places", "demonyms", "goods",
)  # fmt: skip
"""Tables in the order in which they win when two hold the same name."""

_LOWER_CASE_KINDS = frozenset(("goods", "weapon", "group", "government"))
"""Kinds whose names may stand without a capital ("surface-to-air missiles", "the junta")."""

_TOKEN = re.compile(r"[^\W_]+")
_GAP = re.compile(r"(?:[ \t\u00a0\u202f]*\n?[ \t\u00a0]*|[ \u00a0]?[-‐‑–'’ʼ/&\u200c][ \u00a0]?|\.|\. )")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_ARABIC_FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ی", "ي": "ی", "ك": "ک", "ة": "ه", "ٱ": "ا"})
_ARABIC_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
_CYRILLIC_ENDINGS = (
    "иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "ией", "иям", "иях", "ая", "яя", "ое", "ее", "ые", "ие",
    "ый", "ий", "ой", "ей", "ую", "юю", "ом", "ем", "ым", "им", "ых", "их", "ам", "ям", "ах", "ях", "ов", "ев", "ию", "ии",
    "ия", "ью", "а", "я", "о", "е", "ы", "и", "у", "ю", "й", "ь",
)  # fmt: skip
_STEM_LEAST = 3
_WORD_MOST = 40
"""Letters of the longest word that is looked up by its beginning."""


class Token(NamedTuple):
    """A word of the text: where it stands and the forms under which it is looked up, the plainest first."""

    start: int
    end: int
    keys: tuple[str, ...]


class Hit(NamedTuple):
    """A name found from a word on: how many words, what kind, what it stands for."""

    length: int
    kind: str
    norm: str | None


@dataclass(slots=True)
class _Node:
    """A word of the tree; a name that ends here stands under how it must be written in the text."""

    children: dict[str, _Node] = field(default_factory=dict)
    prefixes: dict[str, _Node] = field(default_factory=dict)
    found: dict[str, tuple[str, str | None]] = field(default_factory=dict)


class GazetteerIndex:
    """A tree of words; `longest` walks it."""

    def __init__(self) -> None:
        self._root = _Node()
        self._waiting: dict[str, list[tuple[str, str, str | None]]] = {}

    def add(self, form: str, kind: str, norm: str | None) -> None:
        """Enters one form; the first table to enter a form keeps it.

        Short names all in capitals must stand so in the text ("US", "UN"), other names must begin with a capital,
        and what is written small or is a kind of goods or force may stand either way. Only its first word is looked at here:
        a report meets few of the names, and the rest of the tree is never built.
        """
        first = _TOKEN.search(form)
        if first is None:
            return
        if form.endswith("*"):
            self._grow(form, kind, norm)
        else:
            self._waiting.setdefault(_folded(first.group()), []).append((form, kind, norm))

    def _grow(self, form: str, kind: str, norm: str | None) -> None:
        words = list(_keys_of_form(form))
        node = self._root
        for number, word in enumerate(words):
            is_open = form.endswith("*") and number == len(words) - 1
            branch = node.prefixes if is_open else node.children
            node = branch.setdefault(word, _Node())
        node.found.setdefault(_writing_of(form, kind), (kind, norm))

    def longest(self, text: str, tokens: Sequence[Token], at: int) -> Hit | None:
        """The longest name that begins with this word, None if there is none."""
        for key in tokens[at].keys if self._waiting else ():
            for form, kind, norm in self._waiting.get(key, ()):
                self._grow(form, kind, norm)
            self._waiting.pop(key, None)
        best: Hit | None = None
        pending = [(self._root, at)]
        while pending:
            node, position = pending.pop()
            if node.found and (best is None or position - at > best.length):
                found = _fitting(node, text[tokens[at].start : tokens[position - 1].end])
                best = Hit(position - at, *found) if found else best
            if position >= len(tokens) or (position > at and not _is_joined(text, tokens, position)):
                continue
            pending.extend((child, position + 1) for child in _children(node, tokens[position]))
        return best


_SHORT = 5
"""Letters up to which a name all in capitals is an abbreviation that small letters do not stand for."""


def _writing_of(form: str, kind: str) -> str:
    letters = "".join(c for c in form if c.isalpha())
    if letters.isupper() and len(letters) <= _SHORT:
        return "capitals"
    return "any" if kind in _LOWER_CASE_KINDS or form[0].islower() else "capital"


def _fitting(node: _Node, words: str) -> tuple[str, str | None] | None:
    """What the words may stand for, as they are written; scripts without capitals fit all."""
    is_upper = not any(c.islower() for c in words)
    for writing, fits in (("capitals", is_upper), ("capital", not words[0].islower()), ("any", True)):
        if fits and writing in node.found:
            return node.found[writing]
    return None


def _children(node: _Node, token: Token) -> Iterator[_Node]:
    for key in token.keys:
        child = node.children.get(key)
        if child:
            yield child
    if node.prefixes:
        for key in token.keys:
            for length in range(min(len(key), _WORD_MOST), _STEM_LEAST - 1, -1):
                child = node.prefixes.get(key[:length])
                if child:
                    yield child


def _is_joined(text: str, tokens: Sequence[Token], position: int) -> bool:
    gap = text[tokens[position - 1].end : tokens[position].start]
    if gap.startswith(".") and tokens[position - 1].end - tokens[position - 1].start > 3:
        return False
    return bool(_GAP.fullmatch(gap))


def tokens_of(text: str, language: str | None = None) -> tuple[Token, ...]:
    """The words of a text with the forms under which they are looked up; letters of other scripts are left apart."""
    return tuple(Token(m.start(), m.end(), _keys(m.group(), language)) for m in _TOKEN.finditer(text))


def _keys_of_form(form: str) -> Iterator[str]:
    for match in _TOKEN.finditer(form.rstrip("*")):
        yield _folded(match.group())


def _folded(word: str) -> str:
    low = word.casefold().translate(_DIGITS)
    if "\u0600" <= low[0] <= "\u06ff":
        return _ARABIC_MARKS.sub("", low).translate(_ARABIC_FOLD)
    return _cyrillic_stem(low) if "\u0400" <= low[0] <= "\u04ff" else low


_PLURAL_NUMBER = re.compile(r"\d{2,3}s")
"""Types in the plural: two 737s, the An-74s."""


def _keys(word: str, language: str | None) -> tuple[str, ...]:
    key = _folded(word)
    keys = [key]
    if _PLURAL_NUMBER.fullmatch(key):
        keys.append(key[:-1])
    if "\u0400" <= key[0] <= "\u04ff":
        keys = list(_cyrillic_stems(word.casefold()))
    if "\u0600" <= key[0] <= "\u06ff" and language != "fa":
        keys += [key[n:] for n in (1, 2, 3) if key[:n] in _ARABIC_PREFIXES and len(key) - n >= _STEM_LEAST]
        if key.startswith("لل"):
            keys.append("ال" + key[2:])
        if key[0] in "وف" and len(key) > _STEM_LEAST + 1:
            keys.append(key[1:])
    return tuple(dict.fromkeys(keys))


_ARABIC_PREFIXES = frozenset(
    ("ال", "و", "ف", "ب", "ل", "ک", "وال", "فال", "بال", "کال", "لل", "وب", "ول", "وک", "فب", "فل")
)


def _cyrillic_stem(word: str) -> str:
    """The stem under which a form is kept: without its longest case ending."""
    return next(_cyrillic_stems(word))


def _cyrillic_stems(word: str) -> Iterator[str]:
    """Every stem a word may have, shortest first, then the word itself: case endings are ambiguous."""
    for ending in _CYRILLIC_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LEAST:
            yield word[: -len(ending)]
    yield word


@lru_cache(maxsize=1)
def gazetteer_index() -> GazetteerIndex:
    """All tables as one tree, built once."""
    index = GazetteerIndex()
    for name in TABLES:
        for entry in load_gazetteer(name):
            for form in entry.forms:
                index.add(form, entry.kind, entry.norm or None)
    return index
