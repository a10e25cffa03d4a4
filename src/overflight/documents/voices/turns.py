"""Interviews: whoever is asked speaks for all their turns, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from overflight.documents.frames.scene import Scene
from overflight.documents.voices.kinds import is_own
from overflight.records.claim import Attribution, SpeakerType

_LINE = re.compile(r"^[ \t]*(?P<mark>[—–―-]\s?|(?:Q|A|P|R|F|D|В|О|س|ج)\s?[:.]\s)(?P<said>[^\n]+)$", re.MULTILINE)
_DASHES = "—–―-"
_ANSWERS = frozenset("ARОج")
_QUESTION = re.compile(r"[?؟][\s»”\"]*\Z")
_LEAST_QUESTIONS = 2
"""Questions that a page must hold to be an interview."""
_NAME = re.compile(
    r"(?<!\w)[^\W\d_a-zа-яё][\w’'-]+(?: (?:(?:al|el|bin|ibn|de|del|la|da|von|van|di) )?[^\W\d_a-zа-яё][\w’'-]+){1,3}"
)


@dataclass(frozen=True, slots=True)
class Turns:
    """The answers of an interview in text order, and who gives them."""

    answers: tuple[tuple[int, int], ...]
    asked: Attribution | None

    @classmethod
    def of(cls, scene: Scene, outlet: str | None) -> Turns:
        """The answers of a report; none where it is no interview or nobody is introduced before the first question."""
        lines = list(_LINE.finditer(scene.text))
        questions = [m for m in lines if _QUESTION.search(m["said"])]
        if len(questions) < _LEAST_QUESTIONS:
            return cls((), None)
        asked = _introduced(scene, lines[0].start(), outlet)
        return cls(tuple(_answers(scene.text, lines)), asked) if asked is not None else cls((), None)

    def at(self, offset: int) -> Attribution | None:
        """Who answers at a place of the text."""
        is_answer = any(start <= offset < end for start, end in self.answers)
        return self.asked if is_answer else None


def _answers(text: str, lines: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The lines of the one who is asked: those marked so, else every second one between blank lines."""
    place, before = 0, -1
    for line in lines:
        place = place + 1 if before >= 0 and not re.search(r"\n[ \t]*\n", text[before : line.start() + 1]) else 0
        before = line.end()
        mark = line["mark"].strip()[:1]
        is_answer = place % 2 == 1 if mark in _DASHES else mark in _ANSWERS
        if is_answer and not _QUESTION.search(line["said"]):
            yield line.start("said"), line.end()


def _introduced(scene: Scene, end: int, outlet: str | None) -> Attribution | None:
    """The first person named before the first question."""
    persons = [(m.start, m.end, m.norm) for m in scene.within(0, end) if m.kind == "person"]
    taken = [(m.start, m.end) for m in scene.within(0, end) if m.kind != "person"]
    for match in _NAME.finditer(scene.text, 0, end):
        if all(match.end() <= s or match.start() >= e for s, e in taken) and not is_own(match.group(), outlet):
            persons.append((match.start(), match.end(), None))
    if not persons:
        return None
    start, stop, norm = min(persons, key=lambda p: (p[0], -p[1]))
    return Attribution(text=scene.text[start:stop], start=start, end=stop, type=SpeakerType.NAMED, norm=norm)
