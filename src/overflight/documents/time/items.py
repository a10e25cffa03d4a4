"""The words of time in a text: numbers, months, weekdays, units and the small words between them, each with its meaning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from overflight.documents.languages import fold, language_table

_TOKEN = re.compile(
    r"(?P<iso>(?<!\d)[12]\d{3}-\d{2}-\d{2}(?!\d))"
    r"|(?P<numeric>(?<![\d.,/])\d{1,2}[./]\d{1,2}[./](?:[12]\d{3}|\d{2})(?![\d/]))"
    r"|(?P<decade>(?:1[89]|20)\d0['’]?s\b)"
    r"|(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)"
    r"|(?P<grouped>\d{1,3}(?:[.,\u00a0\u202f]\d{3})+(?!\d))"
    r"|(?P<number>\d+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<dash>[-‐‑–—])"
    r"|(?P<skip>[\s'’ʼ\u200c\u200f\u200e\u00ad\"“”«»])"
    r"|(?P<mark>.)",
    re.DOTALL,
)
_DIGITS = {ord(c): str(unicodedata.digit(c)) for c in "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"}
_JOINED_PREFIXES = {"ar": ("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "وب", "ول", "لل")}
_CAPITAL_LANGUAGES = ("en", "de")
_CAPITAL_TAGS = ("month", "weekday")
_UNITS_OF_COUNT = frozenset("$€£¥₽%")


_COUNT_DIGITS = 3
"""Digits of the largest number of days, weeks or years that anybody counts back; more is no count of time."""


@dataclass(frozen=True, slots=True)
class Item:
    """One word, number or mark with all its meanings: tag → value. An item without tags divides expressions."""

    start: int
    end: int
    tags: Mapping[str, str] = field(default_factory=dict)

    def value(self, tag: str) -> str | None:
        """The value under a tag, None if the item does not bear it."""
        return self.tags.get(tag)


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    kind: str
    text: str


_Phrases = dict[str, list[tuple[tuple[str, ...], tuple[tuple[str, str], ...]]]]


@lru_cache(maxsize=16)
def read_items(text: str, language: str | None) -> tuple[Item, ...]:
    """The items of a text in order; white space, apostrophes and quotation marks are passed over."""
    tokens = list(_tokens(text, language))
    forms = tuple("-" if token.kind == "dash" else token.text for token in tokens)
    phrases = _phrases(language)
    numerals, ordinals = _numbers(language)
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        is_small = language in _CAPITAL_LANGUAGES and text[token.start].islower()
        length, tags = _longest(forms, at, phrases, is_small=is_small)
        if not length:
            length, tags = 1, _plain_tags(token)
        if token.kind == "word" and token.text in numerals:
            tags = {**tags, "count": numerals[token.text]}
        if token.text in ordinals:
            tags = {**tags, "nth": ordinals[token.text]}
        items.append(Item(token.start, tokens[at + length - 1].end, tags))
        at += length
    return tuple(items)


@lru_cache(maxsize=16)
def _numbers(language: str | None) -> tuple[dict[str, str], dict[str, str]]:
    """Number words and ordinals with their values in digits."""
    table = language_table(language)
    numerals = {form: str(int(value)) for form, value in table.numerals.items()}
    return numerals, {fold(cue.form): cue.value for cue in table.ordinals}


def _tokens(text: str, language: str | None) -> Iterator[_Token]:
    known = _phrases(language)
    taken = 0
    for match in _TOKEN.finditer(text):
        kind = str(match.lastgroup)
        if kind == "skip" or match.start() < taken:
            continue
        if kind != "word":
            yield _Token(match.start(), match.end(), kind, match.group().translate(_DIGITS))
            continue
        low = fold(match.group())
        cut = _prefix_length(low, language, known)
        if cut:
            yield _Token(match.start(), match.start() + cut, "word", low[:cut])
        end = match.end()
        if text[end : end + 1] == "." and low + "." in known:
            taken = end + 1
            yield _Token(match.start() + cut, taken, "word", low[cut:] + ".")
        else:
            yield _Token(match.start() + cut, end, "word", low[cut:])


def _prefix_length(low: str, language: str | None, known: _Phrases) -> int:
    """How many letters of a joined conjunction or preposition stand before a known word (Arabic)."""
    if low in known:
        return 0
    for prefix in _JOINED_PREFIXES.get(language or "", ()):
        if low.startswith(prefix) and low[len(prefix) :] in known:
            return len(prefix)
    return 0


@lru_cache(maxsize=16)
def _phrases(language: str | None) -> _Phrases:
    """First word → (all words, their tags), the longest first."""
    meanings: dict[tuple[str, ...], dict[str, str]] = {}
    for tag, values in language_table(language).time.items():
        for value, forms in values.items():
            for form in forms:
                key = tuple(_form_words(form))
                name, meaning = (value, value) if tag == "mark" else (tag, value)
                meanings.setdefault(key, {}).setdefault(name, meaning)
    found: _Phrases = {}
    for key, tags in meanings.items():
        found.setdefault(key[0], []).append((key, tuple(tags.items())))
    for options in found.values():
        options.sort(key=lambda option: (-len(option[0]), option[0]))
    return found


def _form_words(form: str) -> Iterator[str]:
    for match in _TOKEN.finditer(form):
        if match.lastgroup == "dash":
            yield "-"
        elif match.lastgroup == "word":
            word = fold(match.group())
            yield word + "." if form[match.end() : match.end() + 1] == "." else word
        elif match.lastgroup != "skip" and match.group() != ".":
            yield match.group()


def _longest(forms: tuple[str, ...], at: int, phrases: _Phrases, *, is_small: bool) -> tuple[int, dict[str, str]]:
    """The length and the tags of the longest phrase that begins at a word; small letters name no month in some languages."""
    for words, tags in phrases.get(forms[at], ()):
        if words == forms[at : at + len(words)]:
            kept = {tag: value for tag, value in tags if not (is_small and tag in _CAPITAL_TAGS)}
            if kept:
                return len(words), kept
    return 0, {}


def _plain_tags(token: _Token) -> dict[str, str]:
    if token.kind in ("iso", "numeric"):
        return {token.kind: token.text}
    if token.kind == "number":
        return {"number": token.text, **({"count": token.text} if len(token.text) <= _COUNT_DIGITS else {})}
    if token.kind == "decade":
        return {"decade": token.text[:4]}
    if token.kind == "dash":
        return {"dash": "-"}
    if token.kind == "mark" and token.text in (",", "،", "."):
        return {"comma" if token.text != "." else "dot": token.text}
    if token.text in _UNITS_OF_COUNT:
        return {"money": token.text}
    return {}
