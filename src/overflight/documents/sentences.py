"""Sentences, paragraphs, headings and table rows of a report, by rules that any reader can follow.

Only line ends, final marks and a table of abbreviations are used; a statistical parser splits running text worse
(F 73-86 on treebanks of news) and splits another way after every training.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

SentenceKind = Literal["heading", "text", "row"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A stretch of the stored text, code points start to end; paragraph counts from 0."""

    start: int
    end: int
    paragraph: int
    kind: SentenceKind = "text"


_FINAL = ".!?…؟۔。！？"
_CLOSING = "\"'”’»›)]}“‘"
_OPENING = "\"'“‘„«‹([{—–-¿¡"
_PARAGRAPH = re.compile(r"\n[ \t\u00a0\r]*\n\s*")
_LINE = re.compile(r"\r?\n")
_BOUNDARY = re.compile(rf"[{_FINAL}]+[{re.escape(_CLOSING)}]*(?:(?<=[^\W\d]\.)\d{{1,3}}|(?:\[\d{{1,3}}\])+)?(?=\s|$)")
"""A final mark with its closing quotes; footnote digits may be glued to it ("systems.56 It")."""
_LIST_ITEM = re.compile(r"(?:[-*•–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[ivx]{1,4}|[A-Za-z])")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*(?:UTC|GMT|Z|[ap]\.?m\.?))?$", re.IGNORECASE)

_ABBREVIATIONS = frozenset(
    (  # noqa: SIM905
        # titles and forms of address
        "mr mrs ms dr prof sr sra dra gen col lt maj capt cpt cdr sgt brig adm gov sen rep rev hon pres st ste mme "
        "mlle m hr fr dipl ing dott on avv sig "
        # months and days
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat "
        # references, numbers, companies
        "no nos nr nº núm art para paras pp p vol fig cf vs etc e.g i.e approx ca bzw z.b u.a d.h usw co inc ltd corp "
        "bros dept est al ibid u.s u.k u.n e.u d.c a.m p.m ee.uu ee uu тыс млн млрд руб г гг т.е т.д т.п им ул см стр"
    ).split()
)
"""Words before a full stop that do not end a sentence, lower case."""

_STARTS_SENTENCE = frozenset(
    ("u.s", "u.k", "u.n", "e.u", "d.c", "a.m", "p.m", "etc", "inc", "ltd", "corp", "co", "г", "гг", "ee.uu")
)
"""Abbreviations that may also close a sentence: they do so before a capital that opens a common sentence beginning."""

_OPENERS = frozenset(
    (  # noqa: SIM905
        "the a an it he she they we i in on at this that these those but and however there his her its their when if "
        "as after before for with from two three no one both according el la los las un una en le les il lo der die "
        "das ein eine es er sie в на он она они это по"
    ).split()
)


def split_sentences(text: str, language: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of a text in order; together they hold every character that is not white space.

    A paragraph is what blank lines divide; inside it a single line end divides too where the lines are rows, list
    items, short headings or times. kind `row` for table rows, `heading` for a short block without a final mark.
    """
    found: list[Sentence] = []
    for number, (start, end) in enumerate(_blocks(text)):
        for line_start, line_end in _lines(text, start, end):
            line = text[line_start:line_end]
            if _is_row(line) and not re.search(r"[a-z]\. [A-Z]", line):
                found.append(Sentence(start=line_start, end=line_end, paragraph=number, kind="row"))
            elif _is_heading(line):
                found.append(Sentence(start=line_start, end=line_end, paragraph=number, kind="heading"))
            else:
                found.extend(
                    Sentence(start=s, end=e, paragraph=number) for s, e in _split(text, line_start, line_end, language)
                )
    return tuple(found)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _PARAGRAPH.finditer(text):
        yield from _trimmed(text, at, match.start())
        at = match.end()
    yield from _trimmed(text, at, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines of a block, wrapped lines joined: a line goes on where the next one does not look like a new beginning."""
    pieces: list[tuple[int, int]] = []
    at = start
    for match in _LINE.finditer(text, start, end):
        pieces.append((at, match.start()))
        at = match.end()
    pieces.append((at, end))
    pieces = [piece for span in pieces for piece in _trimmed(text, *span)]
    joined: list[tuple[int, int]] = []
    for piece in pieces:
        if joined and _goes_on(text[slice(*joined[-1])], text[slice(*piece)]):
            joined[-1] = (joined[-1][0], piece[1])
        else:
            joined.append(piece)
    yield from joined


def _is_row(line: str) -> bool:
    """Whether a line is a row of a table: two or more cell marks (counted, for a pattern would take forever on long lines)."""
    return line.count("|") >= 2 or line.count("\t") >= 2 or cell_mark(line) is not None


def cell_mark(line: str) -> str | None:
    """The mark between the cells of a row, where a line is one: bars, tabs, else semicolons or commas between short cells."""
    for mark, least in (("|", 2), ("\t", 2), (";", 3), (",", 4)):
        if line.count(mark) < least:
            continue
        if mark in "|\t":
            return mark
        cells = line.split(mark)
        if len(line) <= len(cells) * _CELL_MOST and max(map(len, cells)) <= _CELL_MOST and _holds_values(cells, mark):
            return mark
    return None


_CELL_MOST = 32
"""Characters of the longest cell between semicolons or commas; clauses of a sentence are longer."""


def _holds_values(cells: list[str], mark: str) -> bool:
    """Whether cells hold values or headings, and no list of a sentence: two numbers, no closing mark, no `and`."""
    numbers = sum(any(c.isdigit() for c in cell) for cell in cells)
    is_open = cells[-1].rstrip()[-1:] not in _FINAL
    joined = any(cell.split(" ")[:2] in (["", "and"], ["", "or"]) for cell in cells)
    return is_open and not joined and (numbers >= 2 or (mark == ";" and numbers == 0 and not cells[0][:1].isdigit()))


def _goes_on(line: str, following: str) -> bool:
    if _is_row(line) or _is_row(following) or _LIST_ITEM.match(following) or _CLOCK.match(following):
        return False
    if _CLOCK.fullmatch(line) or line.rstrip(_CLOSING)[-1:] in _FINAL or following[0] in "—–-":
        return False
    return following[0].islower() or len(line) >= _WRAPPED


_WRAPPED = 60
"""Characters from which a line without a final mark is a wrapped one, not a heading: wrapped text is set at 65-80."""

_HEADING_WORDS = 16
"""Longest heading in words; titles of the trade press run to 14."""


def _is_heading(line: str) -> bool:
    bare = line.rstrip(_CLOSING)
    return bare[-1:] not in _FINAL + ":;,|" and len(line.split()) <= _HEADING_WORDS


def _split(text: str, start: int, end: int, language: str | None) -> Iterator[tuple[int, int]]:
    at = start
    for match in _BOUNDARY.finditer(text, start, end):
        if match.end() < end and _ends_sentence(text, at, match, end, language):
            yield from _trimmed(text, at, match.end())
            at = match.end()
    yield from _trimmed(text, at, end)


def _ends_sentence(text: str, start: int, match: re.Match[str], end: int, language: str | None) -> bool:
    after = text[match.end() : end].lstrip()
    opener = after.lstrip(_OPENING + " \u00a0")
    if not opener:
        return False
    first = opener[0]
    if first.islower() and first.isascii():
        return False
    if first.islower() and after[0] not in _OPENING:
        return False
    if match.group()[0] != ".":
        return not first.islower()
    if _LIST_NUMBER.fullmatch(text[start : match.start()].strip()):
        return False
    word = text[start : match.start()].rsplit(None, 1)[-1:] or [""]
    return not _is_abbreviation(word[0].lstrip(_OPENING), opener, language)


def _is_abbreviation(word: str, after: str, language: str | None) -> bool:
    low = word.lower()
    if not low:
        return True
    next_word = re.split(r"\W", after, maxsplit=1)[0].lower()
    if low in _STARTS_SENTENCE:
        return next_word not in _OPENERS
    if low in _ABBREVIATIONS:
        return True
    if len(word) == 1 and word.isalpha() and word.isupper():  # initials: "J. Smith"
        return True
    if re.fullmatch(r"(?:\w\.)+\w", word):
        return next_word not in _OPENERS
    return (
        word.isdigit() and language in ("de", None) and len(word) <= 2 and after[0].isupper() and _is_month(next_word)
    )


def _is_month(word: str) -> bool:
    return word in _GERMAN_AFTER_ORDINAL


_GERMAN_AFTER_ORDINAL = frozenset(
    "jänner januar februar märz april mai juni juli august september oktober november dezember jahrhundert".split()  # noqa: SIM905
)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
