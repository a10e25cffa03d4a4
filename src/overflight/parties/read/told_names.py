"""What one printed cell of a list tells as names: spellings, other scripts, other names in parentheses, and no names at all.

Annexes of EU acts and the UN's aliases are typed by people: one cell may give a name with its original script, several
spellings of a family name, or a label that was left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from overflight.parties.names.scripts import Script, script_of


@dataclass(frozen=True, slots=True)
class ToldName:
    """A name that a cell tells; a weak one is a word or a part of a name that alone is nobody."""

    text: str
    is_weak: bool = False


_LANGUAGES = "arabic|belarusian|chinese|farsi|hebrew|korean|persian|russian|ukrainian"
_LEFT_OVER = re.compile(
    r"text of image|(?:place|date|year) of birth\b.*|(?:passport|national|nationality|gender|address)\b.*:.*|"
    rf"(?:{_LANGUAGES})\s*:",
    re.IGNORECASE | re.DOTALL,
)
"""A whole cell that is a label or a note."""
_NOTE = re.compile(
    r"\(\s*(?:national (?:id|identification)|passport|id card|imo)\b[^()]*\)?|\s+born (?:in|on|c\.)\s.*",
    re.IGNORECASE | re.DOTALL,
)
_SCRIPT = re.compile(
    rf"\(?\b(?:in )?(?:original script|{_LANGUAGES})\b(?:\s*:|\))\s*|"
    r"\boriginal script\b\s*:?\s*",
    re.IGNORECASE,
)
_ALIAS = re.compile(r"(?<!\S)(?:alias|a\.?\s?k\.?\s?a\b\.?|also known as|/|укр\.|рус\.)\s*:?\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\(([^()]*)\)?")
_EACH = re.compile(r"\s*,\s*|\s+(?:or|and)\s+")
_ALSO = re.compile(r"\s*(?:a\.?\s?k\.?\s?a\b\.?|also(?: known as)?|or|alias)\s*:?\s+", re.IGNORECASE)
MOST_WORDS_OF_A_SPELLING = 2
"""Words of one of several spellings that a cell gives with commas between."""
FEWEST_WORDS_OF_A_RUN = 2
"""Words of another script in a row that are a name of their own where nothing sets them apart."""


def told_names(text: str) -> tuple[ToldName, ...]:
    """The names in a cell, in its order, each once; () where it tells none."""
    text = _NOTE.sub(" ", text.strip().strip('"').strip())
    if _LEFT_OVER.fullmatch(text.strip()):
        return ()
    found: dict[str, ToldName] = {}
    for name in map(_tidy, _names(text)):
        if any(c.isalnum() for c in name.text):
            found.setdefault(name.text, name)
    return tuple(found.values())


def spellings(text: str) -> tuple[str, ...]:
    """The spellings of one name that a cell gives with commas between them: `Maarouf, Ma'ruf`; else ().

    A family name before a comma is no spelling: `Ali, Yassin Mohamed` is one name, and so may be `Ali, Ahmed`.
    """
    parts = [part.strip() for part in text.split(",")]
    if len(parts) < 2 or any(not part or len(part.split()) > MOST_WORDS_OF_A_SPELLING for part in parts):
        return ()
    begin_alike = len({(part[:2].casefold(), part.isupper()) for part in parts}) == 1
    begin_alike = begin_alike and all(len(part.split()) == 1 for part in parts)
    return tuple(dict.fromkeys(parts)) if len(parts) > 2 or begin_alike else ()


def _names(text: str) -> Iterator[ToldName]:
    outside, asides = _ASIDE.sub(" ", text), [*_ASIDE.finditer(text)]
    kept, others = text, []
    for aside in asides:
        also = _ALSO.match(aside[1])
        inside = _SCRIPT.sub(" ", aside[1])
        of_these = _names_of_one(inside, outside)
        if also is not None or of_these or _is_other_script(inside, outside):
            kept = kept.replace(aside[0], " ", 1)
        if also is not None:
            others += _alternatives(text, aside, aside[1][also.end() :])
        elif of_these:
            others += map(ToldName, of_these)
        elif _is_other_script(inside, outside) and (len(inside.split()) > 1 or not text[aside.end() :].strip()):
            others.append(ToldName(inside))
    for part in _SCRIPT.split(kept):
        for name in _ALIAS.split(part):
            for run in _runs(name):
                each = _EACH.split(run) if _script(run) is Script.ARABIC else [run]
                yield from (ToldName(name, is_weak=len(each) > 1 and " " not in name) for name in each)
    yield from others


def _alternatives(text: str, aside: re.Match[str], told: str) -> list[ToldName]:
    """What `(a.k.a. …)` tells: names, or, within a name, spellings of the word before it."""
    before, after = text[: aside.start()].split(), _ASIDE.sub(" ", text[aside.end() :]).strip()
    found = []
    for name in filter(None, _EACH.split(told)):
        is_spelling = (
            bool(before and after) and len(name.split()) == 1 and len(after.split()) <= MOST_WORDS_OF_A_SPELLING
        )
        words = " ".join((*before[:-1], name, after)) if is_spelling else name
        found.append(ToldName(words, is_weak=len(words.split()) == 1))
    return found


def _names_of_one(inside: str, outside: str) -> tuple[str, ...]:
    """Names in parentheses that are the name before them in other spellings: each has a word of it."""
    parts, words = _EACH.split(inside), {word.casefold() for word in outside.split()}
    is_same = all(len(part.split()) > 1 and not words.isdisjoint(part.casefold().split()) for part in parts)
    return tuple(parts) if len(parts) > 1 and is_same else ()


def _runs(text: str) -> Iterator[str]:
    """The text cut where a run of words in another script begins; a word alone in another script belongs where it stands, and
    so does what quotation marks or brackets set off.
    """
    words = text.split()
    scripts: list[Script | None] = []
    for word in words:
        scripts.append(_script(word) or (scripts[-1] if scripts else None))
    at, begin, told = 0, 0, None
    for script, length in [(script, sum(1 for _ in run)) for script, run in groupby(scripts)]:
        is_run = script is not None and length >= FEWEST_WORDS_OF_A_RUN
        if is_run and told not in (None, script) and words[at][0].isalnum():
            yield " ".join(words[begin:at])
            begin = at
        told = script if is_run else told
        at += length
    yield " ".join(words[begin:])


def _is_other_script(inside: str, outside: str) -> bool:
    scripts, others = ({_script(word) for word in text.split()} - {None} for text in (inside, outside))
    return bool(scripts) and bool(others) and scripts.isdisjoint(others)


def _script(word: str) -> Script | None:
    letters = "".join(c for c in word if c.isalpha())
    return script_of(letters) if letters else None


def _tidy(name: ToldName) -> ToldName:
    text = " ".join(name.text.split()).strip(" ,;-–:/").removesuffix(" or")
    lacking = text.count("(") - text.count(")")
    return ToldName(text + ")" * lacking if lacking > 0 else text[: len(text) + lacking], name.is_weak)
