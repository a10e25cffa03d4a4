"""Persons and organisations that no list knows: names after a title, and runs of capitals that hold a company word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from anyascii import anyascii


class ProperName(NamedTuple):
    """A name no gazetteer holds: where it stands, `person` or `organisation`, and an id made from its letters."""

    start: int
    end: int
    kind: str
    norm: str


_TITLES = frozenset(
    (  # noqa: SIM905
        "mr mrs ms dr prof captain capt colonel col general gen brigadier major maj lieutenant lt admiral commander "
        "sergeant president minister premier senator ambassador sheikh ayatollah señor sr sra coronel capitán monsieur "
        "mme capitaine général oberst hauptmann herr frau generale colonnello capitano capitão генерал полковник капитан"
    ).split()
)
_COMPANY = frozenset(
    (  # noqa: SIM905
        "air airlines airline airways aviation cargo aerospace logistics industries industry company corporation corp co "
        "ltd llc llp fze fzco inc gmbh sarl srl spa jsc ooo group holding holdings trading freight freighters transport "
        "transports shipping foundation institute university ministry agency committee council association organization "
        "organisation bank office department directorate bureau monitor observatory manufacturing engineering services "
        "enterprises electronics systems technologies aviación aérea aeronáutica aéreo linhas aéreas airfreight aero"
    ).split()
)
_OF_WORDS = frozenset(
    (  # noqa: SIM905
        "ministry department office bureau committee council association institute university directorate agency"
    ).split()
)
_LEGAL_FORMS = frozenset(("llp", "llc", "ltd", "inc", "gmbh", "sarl", "srl", "spa", "jsc", "ooo"))
"""Words that stay in the name, not in its id."""
_ARTICLES = frozenset(
    (  # noqa: SIM905
        "the a an its his her their our this that neither both in on at by from for el la los las le les der die das"
    ).split()
)
_PARTICLES = frozenset(("al", "el", "bin", "ibn", "de", "la", "del", "da", "dos", "van", "von"))
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_MAX_WORDS = 7


class _Word(NamedTuple):
    start: int
    end: int
    text: str


def slug(name: str) -> str:
    """A name as an id: Latin letters without accents, lower case, words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).casefold()).strip("-")


def proper_names(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[ProperName]:
    """Names in runs of capitalised words, which end at the stretches already taken.

    A person is a run after a title; the title stays in the name, not in its id. An organisation is a run that holds a
    company word after its first word.
    """
    for run in _runs(text, taken):
        titles = _leading_titles(run)
        if titles and 1 <= len(run) - titles <= 4:
            start, name_at, end = run[0].start, run[titles].start, run[-1].end
            yield ProperName(start, end, "person", f"person:{slug(text[name_at:end])}")
        elif not titles:
            yield from _organisation(text, run)


def _organisation(text: str, run: Sequence[_Word]) -> Iterator[ProperName]:
    words = list(run)
    while words and words[0].text.lower() in _ARTICLES:
        words.pop(0)
    marks = [i for i, word in enumerate(words) if word.text.lower() in _COMPANY]
    starts_office = bool(words) and words[0].text.lower() in _OF_WORDS
    if len(words) < 2 or len(words) > _MAX_WORDS or not marks or (marks[-1] == 0 and not starts_office):
        return
    last = len(words) - 1 if starts_office else marks[-1]
    start, end = words[0].start, words[last].end
    named = words[last - 1].end if words[last].text.lower() in _LEGAL_FORMS and last > 1 else end
    yield ProperName(start, end, "organisation", f"org:{slug(text[start:named])}")


def _leading_titles(run: Sequence[_Word]) -> int:
    count = 0
    while count < len(run) and run[count].text.lower() in _TITLES:
        count += 1
    return count


def _runs(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[_Word, ...]]:
    """Capitalised words in a row, joined by a space or a hyphen; "of" and "for" join only after a word for an office."""
    occupied = {i for start, end in taken for i in range(start, end)}
    run: list[_Word] = []
    for match in _WORD.finditer(text):
        word = _Word(match.start(), match.end(), match.group())
        gap = text[run[-1].end : word.start] if run else ""
        is_joined = not run or gap in (" ", "-", "\u00a0") or (gap == ". " and run[-1].text.lower() in _TITLES)
        is_name = word.text[0].isupper() and word.start not in occupied
        if run and not (is_joined and (is_name or _is_link(word, run))):
            yield from _trimmed(run)
            run = []
        if is_name or (run and _is_link(word, run)):
            run.append(word)
    yield from _trimmed(run)


def _is_link(word: _Word, run: Sequence[_Word]) -> bool:
    low = word.text.lower()
    return low in _PARTICLES or (low in ("of", "for", "and", "the") and run[0].text.lower() in _OF_WORDS)


def _trimmed(run: list[_Word]) -> Iterator[tuple[_Word, ...]]:
    while run and not run[-1].text[0].isupper():
        run = run[:-1]
    if run:
        yield tuple(run)
