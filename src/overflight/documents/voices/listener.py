"""One sentence of a report in a language that has a table, and the stretches in which a speaker may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining

from overflight.documents.frames.scene import Scene
from overflight.documents.languages import LanguageTable, contracted, forms_pattern, language_table
from overflight.documents.sentences import Sentence

_STOP = re.compile(r"[,;:.!?“”„«»()\n،؛—–]")
"""Marks that end a speaker's words."""
_CRAFT = frozenset({"aircraft_type", "registration", "flight_number"})


@dataclass(frozen=True, slots=True)
class Listener:
    """One sentence of a report in a language that has a table."""

    scene: Scene
    table: LanguageTable
    sentence: Sentence
    index: int
    outlet: str | None

    def find(self, name: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The forms of one list of the table in a stretch; none begins at a vowel mark inside a word."""
        text = self.scene.text
        for match in _pattern(self.table.code, name).finditer(text, start, end):
            if not match.start() or not combining(text[match.start() - 1]):
                yield match


@lru_cache(maxsize=256)
def _pattern(code: str, name: str) -> re.Pattern[str]:
    table = language_table(code)
    if name.startswith("speakers."):
        return forms_pattern([c.form for c in table.speakers if c.value == name.partition(".")[2]], code)
    if name == "triggers":
        return forms_pattern([t.form for t in table.triggers if t.kind.value in {"flight", "transfer", "visit"}], code)
    if name == "offices":
        return forms_pattern([t.form for t in table.triggers if t.kind.value == "role" and t.voice == "noun"], code)
    forms: Sequence[str] = getattr(table, name)
    return forms_pattern([variant for form in forms for variant in contracted(form, code)], code)


_SHORT_NAME = re.compile(r"«[^«»,.;:!?]{2,40}»|„[^„“”,.;:!?]{2,40}[“”]|“[^“”,.;:!?]{2,40}”|\"[^\",.;:!?]{2,40}\"")
"""A name in quotation marks, which end no stretch."""


def stops(here: Listener, start: int, end: int) -> Iterator[re.Match[str]]:
    """The marks that end a speaker's words."""
    names = [m.span() for m in _SHORT_NAME.finditer(here.scene.text, here.sentence.start, here.sentence.end)]
    for match in _STOP.finditer(here.scene.text, start, end):
        if not any(first <= match.start() < last for first, last in names):
            yield match


def stretch_before(here: Listener, end: int) -> int:
    """Where the stretch that ends before a verb begins: behind the last mark."""
    marks = [m.end() for m in stops(here, here.sentence.start, end)]
    start = marks[-1] if marks else here.sentence.start
    while start < end and not here.scene.text[start].isalnum():
        start += 1
    return start


def stretch_after(here: Listener, start: int) -> int:
    """Where the stretch behind a verb ends: before the next mark, `that`, trigger, aircraft or other way to a source."""
    end = here.sentence.end
    stop = next(stops(here, start, end), None)
    last = stop.start() if stop else end
    for name in ("that", "triggers", "citing", "saying"):
        match = next(here.find(name, start + 1, last), None)
        if match is not None:
            last = min(last, match.start())
    crafts = [m.start for m in here.scene.within(start, last) if m.kind in _CRAFT]
    return min([last, *crafts])


def word_end(here: Listener, start: int) -> int:
    """The end of the last word before a stretch."""
    end = start
    while end > here.sentence.start and here.scene.text[end - 1] in _MARKS:
        end -= 1
    return end


_MARKS = frozenset(" ,;:.\u00a0،؛—–-(")
