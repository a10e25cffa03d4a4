"""How many and how much: numbers in digits and words with their comparators, units and currencies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from overflight.documents.languages import LanguageTable, fold, language_table
from overflight.documents.time.read import expressions_of
from overflight.records.claim import Filler

_TOKEN = re.compile(
    r"(?P<code>[^\W\d_]+[-‐‑]?\d[\w-]*|\d+[-‐‑]?[A-Z]{1,3}\d*\b(?![a-z])|\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2}|\d+(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?![\d])|\d+[.,]\d+|\d+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<money>US\$|[$€£¥₽₺])"
    r"|(?P<space>[\s\u200c]+)"
    r"|(?P<mark>.)",
    re.DOTALL,
)
_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_SIGNS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₺": "TRY"}
_POINT_GROUPS = ("es", "it", "pt", "de")
"""Languages in which a point groups thousands ("13.000") and a comma marks the fraction."""

_COMPARATORS = ("at_least", "more_than", "at_most", "less_than", "nearly", "about")


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    value: float
    first: int
    after: int
    is_word: bool
    is_plural: bool = False
    is_open: bool = False


def read_quantities(text: str, start: int, end: int, language: str | None = None) -> tuple[Filler, ...]:
    """Quantities whose words lie between two code points, in order; years, dates, codes and clock times are none.

    min and max as the comparator allows ("at least 14" → min alone), `unit` the unit's own name (crates, tonnes, USD),
    norm as the annotation guide writes it ("14.. crates", "~40", "2..3"). Ordinals carry their number as norm alone.
    """
    table = language_table(language)
    tokens = [t for t in _tokens(text, start, end) if t.kind != "space"]
    dates = _date_spans(text, language)
    found: list[Filler] = []
    at = 0
    while at < len(tokens):
        reading = _quantity(text, tokens, at, table) or _ordinal(text, tokens, at, table)
        if reading and any(a <= reading[0].start and reading[0].end <= b for a, b in dates):
            at = reading[1]
        elif reading:
            filler, at = reading
            found.append(filler)
        else:
            at += 1
    return tuple(found)


@lru_cache(maxsize=64)
def _date_spans(text: str, language: str | None) -> tuple[tuple[int, int], ...]:
    """Where the text speaks of time: numbers inside are days and years."""
    return tuple((e.start, e.end) for e in expressions_of(text, language))


def _ordinal(text: str, tokens: Sequence[_Token], at: int, table: LanguageTable) -> tuple[Filler, int] | None:
    """The third trip: the number is the norm, no amount is stated."""
    hit = _phrase(tokens, at, _ordinals(table.code))
    if not hit:
        return None
    start, end = tokens[at].start, tokens[hit[1] - 1].end
    return Filler(text=text[start:end], start=start, end=end, norm=str(hit[0])), hit[1]


def _tokens(text: str, start: int, end: int) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text, start, end):
        raw = match.group().translate(_DIGITS)
        yield _Token(match.start(), match.end(), str(match.lastgroup), fold(raw) if match.lastgroup == "word" else raw)


def _quantity(text: str, tokens: Sequence[_Token], at: int, table: LanguageTable) -> tuple[Filler, int] | None:
    once = _phrase(tokens, at, _times(table.code))
    if once:
        return _filler(text, tokens, (at, once[1]), _Amount(low=float(once[0]), high=float(once[0]))), once[1]
    dual = _phrase(tokens, at, _duals(table.code))
    if dual:
        return _filler(text, tokens, (at, dual[1]), _Amount(low=2, high=2, unit=str(dual[0]))), dual[1]
    comparator, start = _comparator(tokens, at, table)
    money, number_at = _money_before(tokens, start)
    number = _number(tokens, number_at, table)
    if number is None or (not comparator and _is_no_quantity(text, tokens, number, table)):
        return None
    upper = _upper(tokens, number.after, table)
    high, after = (upper.value, upper.after) if upper else (number.value, number.after)
    unit, after = _measure(tokens, after, money, table)
    if number.is_word and not comparator and not unit and number.value == 1:
        return None
    name = comparator or ("more_than" if number.is_open else None)
    amount = _Amount(low=number.value, high=high, unit=unit if unit != _REPEATED else None, comparator=name)
    return _filler(text, tokens, (at, after), amount), after


_REPEATED = "times"


def _measure(tokens: Sequence[_Token], after: int, money: str | None, table: LanguageTable) -> tuple[str | None, int]:
    """The unit, currency or "times" behind a number and where it ends; a sign before the number is the unit."""
    if money:
        return money, after
    for forms in (_repeats(table.code), _currencies(table.code), _units(table.code)):
        hit = _phrase(tokens, after, forms)
        if hit:
            return str(hit[0]), hit[1]
    if after < len(tokens) and tokens[after].text in _LINKS_OF:
        hit = _phrase(tokens, after + 1, _units(table.code))
        if hit:
            return str(hit[0]), hit[1]
    return None, after


_LINKS_OF = frozenset(("of", "de", "d", "di", "من"))
"""Words between a number and its unit: dozens of crates, une trentaine de caisses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Amount:
    low: float | None
    high: float | None
    unit: str | None = None
    comparator: str | None = None


def _filler(text: str, tokens: Sequence[_Token], span: tuple[int, int], amount: _Amount) -> Filler:
    is_approximate = amount.comparator in ("nearly", "about")
    low = None if amount.comparator in ("at_most", "less_than", "nearly") else amount.low
    high = None if amount.comparator in ("at_least", "more_than") else amount.high
    start, end = tokens[span[0]].start, tokens[span[1] - 1].end
    return Filler(
        text=text[start:end],
        start=start,
        end=end,
        norm=_norm(low, high, is_approximate, amount.unit),
        min=low,
        max=high,
        approx=True if is_approximate else None,
        unit=amount.unit,
    )


def _norm(low: float | None, high: float | None, is_approximate: bool, unit: str | None) -> str:
    if is_approximate:
        value = f"~{_plain(high if high is not None else low)}"
    elif low == high:
        value = _plain(low)
    else:
        value = f"{_plain(low)}..{_plain(high)}"
    return f"{value} {unit}" if unit else value


def _plain(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else str(value)


def _comparator(tokens: Sequence[_Token], at: int, table: LanguageTable) -> tuple[str | None, int]:
    hit = _phrase(tokens, at, _comparators(table.code))
    return (str(hit[0]), hit[1]) if hit else (None, at)


def _money_before(tokens: Sequence[_Token], at: int) -> tuple[str | None, int]:
    if at < len(tokens) and tokens[at].kind == "money":
        return _SIGNS[tokens[at].text], at + 1
    if at < len(tokens) and tokens[at].text in ("usd", "eur", "gbp", "rub", "aed"):
        return tokens[at].text.upper(), at + 1
    return None, at


def _number(tokens: Sequence[_Token], at: int, table: LanguageTable) -> _Number | None:
    """Digits or number words, with hundred, thousand, million after them."""
    if at >= len(tokens):
        return None
    plural = _phrase(tokens, at, _plurals(table.code))
    if plural:
        return _Number(value=float(plural[0]), first=at, after=plural[1], is_word=True, is_plural=True, is_open=True)
    token = tokens[at]
    if token.kind == "number" and len(token.text) <= _MAX_DIGITS:
        value, after = _digits(token.text, table.code), at + 1
        while after < len(tokens) and _is_scale(tokens[after].text, table):
            value, after = value * table.numerals[tokens[after].text], after + 1
        return _Number(value=value, first=at, after=after, is_word=False)
    words: list[float] = []
    after = at
    while after < len(tokens) and tokens[after].kind == "word" and tokens[after].text in table.numerals:
        words.append(table.numerals[tokens[after].text])
        after += 1
        if after + 1 < len(tokens) and tokens[after].text in ("-", "and", "y", "et", "e", "и", "و"):
            following = tokens[after + 1].text
            if (
                following in table.numerals
                and words[-1] in (20, 30, 40, 50, 60, 70, 80, 90, 100)
                and table.numerals[following] < 100
            ):
                after += 1
    return _Number(value=_composed(words), first=at, after=after, is_word=True) if words else None


_MAX_DIGITS = 20
"""Characters of the longest number that counts something; beyond it stand account numbers and noise."""


def _composed(words: Sequence[float]) -> float:
    """The value of number words in a row: tens and units add, scales multiply what stands before them."""
    total = current = 0.0
    for value in words:
        if value >= 1000:
            total, current = total + (current or 1) * value, 0.0
        elif value == 100:
            current = (current or 1) * 100
        else:
            current += value
    return total + current


def _is_scale(word: str, table: LanguageTable) -> bool:
    return table.numerals.get(word, 0) in (100, 1000, 1_000_000, 1_000_000_000, 1_000_000_000_000, 12, 20)


def _digits(text: str, language: str) -> float:
    plain = re.sub(r"[\u00a0\u202f ]", "", text)
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", plain):
        return float(re.sub(r"[.,]", "", plain))
    return float(plain.replace(",", "."))


def _upper(tokens: Sequence[_Token], after: int, table: LanguageTable) -> _Number | None:
    """The far end of a range ("10 to 12", "10-12")."""
    link = _phrase(tokens, after, _links(table.code))
    return _number(tokens, link[1], table) if link else None


def _is_no_quantity(text: str, tokens: Sequence[_Token], number: _Number, table: LanguageTable) -> bool:
    """A year, a day of a month, or the number in a name."""
    token = tokens[number.first]
    following = tokens[number.after].text if number.after < len(tokens) else ""
    before = tokens[number.first - 1].text if number.first else ""
    if number.is_word:
        return False
    months = _months(table.code)
    if following.rstrip(".") in months or before.rstrip(".") in months:
        return True
    is_year = re.fullmatch(r"\d{4}", token.text) is not None and 1900 <= number.value <= 2099
    unit, _ = _measure(tokens, number.after, None, table)
    glued = token.start > 0 and (text[token.start - 1].isalnum() or text[token.start - 1] in "-‐‑/_#")
    return (is_year and unit is None) or glued or _JET.fullmatch(token.text) is not None


_JET = re.compile(r"7[0-8]7")
"""Boeing's numbers: without a unit they name an aircraft."""


Forms = dict[str, tuple[tuple[tuple[str, ...], str | float], ...]]
"""First word → all words and their value, the longest first."""


def _phrase(tokens: Sequence[_Token], at: int, forms: Forms) -> tuple[str | float, int] | None:
    """The value of the longest form that begins at a token, and where it ends."""
    if at >= len(tokens):
        return None
    for words, value in forms.get(tokens[at].text, ()):
        if len(tokens) - at >= len(words) and all(tokens[at + i].text == word for i, word in enumerate(words)):
            return value, at + len(words)
    return None


def _compiled(pairs: Sequence[tuple[str, str | float]]) -> Forms:
    rows = [(tuple(fold(w) for w in re.findall(r"[^\W\d_]+|[^\w\s]", form)), value) for form, value in pairs]
    found: Forms = {}
    for words, value in sorted((row for row in rows if row[0]), key=lambda row: (-len(row[0]), row[0])):
        found[words[0]] = (*found.get(words[0], ()), (words, value))
    return found


@lru_cache(maxsize=16)
def _comparators(language: str) -> Forms:
    q = language_table(language).quantity
    return _compiled([(form, name) for name in _COMPARATORS for form in q.get(name, ())])


@lru_cache(maxsize=16)
def _links(language: str) -> Forms:
    return _compiled([(form, "to") for form in (*language_table(language).quantity.get("to", ()), "-", "–")])


@lru_cache(maxsize=16)
def _units(language: str) -> Forms:
    return _compiled([(cue.form, cue.value) for cue in language_table(language).units])


@lru_cache(maxsize=16)
def _currencies(language: str) -> Forms:
    return _compiled([(cue.form, cue.value) for cue in language_table(language).currencies])


@lru_cache(maxsize=16)
def _plurals(language: str) -> Forms:
    return _compiled([(cue.form, float(cue.value)) for cue in language_table(language).plurals])


@lru_cache(maxsize=16)
def _times(language: str) -> Forms:
    return _compiled([(cue.form, float(cue.value)) for cue in language_table(language).repetitions])


@lru_cache(maxsize=16)
def _ordinals(language: str) -> Forms:
    return _compiled([(cue.form, cue.value) for cue in language_table(language).ordinals])


@lru_cache(maxsize=16)
def _duals(language: str) -> Forms:
    return _compiled([(cue.form, cue.value) for cue in language_table(language).duals])


@lru_cache(maxsize=16)
def _repeats(language: str) -> Forms:
    return _compiled([(form, "times") for form in language_table(language).quantity.get("times", ())])


@lru_cache(maxsize=16)
def _months(language: str) -> frozenset[str]:
    forms = language_table(language).time.get("month", {})
    return frozenset(fold(form.rstrip(".")) for values in forms.values() for form in values)
