"""Sources that a report gives apart from its sentences: in footnotes, and in a line `Source: …` under a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from overflight.documents.sentences import Sentence
from overflight.documents.voices.kinds import kind_of_first
from overflight.records.claim import Attribution, SpeakerType

_NOTE = re.compile(
    r"^[ \t]*(?:(?P<number>\d{1,3})[.)]?[ \t]+(?P<text>[^\n]{6,})$)|\[(?P<bracketed>\d{1,3})\][ \t]+(?P<words>[^\n\[]{6,})",
    re.MULTILINE,
)
_MARK = re.compile(
    r"(?<=[^\W\d_.,;:)”’\"])(?P<a>\d{1,3})(?=[\s.,;:)]|\Z)|(?<=[^\W\d_)”’\"][.,;:”’\"])(?P<b>\d{1,3})(?=\s|\Z)|\[(?P<c>\d{1,3})\]"
)
_SOURCE = re.compile(
    r"(?im)^[ \t*_(]*(?:sources?|data|source of the data|compiled from|based on)[ \t]*:[ \t]*(?P<text>[^\n.;]{4,120})"
)
_END = re.compile(r"[,;.(]| dated | of \d| on \d|, \d")
_LEAD = re.compile(
    r"(?:see(?: also)?|cf\.?|panel|interview(?:s|ed)? with|according to|information from|correspondence with|statement by) ",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The notes of a report by number, and the source its lists name."""

    notes: dict[str, Attribution]
    listed: Attribution | None

    @classmethod
    def of(cls, text: str, sentences: Sequence[Sentence]) -> Footnotes:
        """The notes that stand in the last part of a text, after the sentences that carry their marks."""
        marked = {m["a"] or m["b"] or m["c"] for m in _MARK.finditer(text)}
        first = {m["a"] or m["b"] or m["c"]: m.start() for m in reversed(list(_MARK.finditer(text)))}
        notes = {
            number: _speaker(text, *(m.span("text") if m["text"] else m.span("words")))
            for m in _NOTE.finditer(text)
            if (number := m["number"] or m["bracketed"]) in marked and first[number] < m.start()
        }
        source = _SOURCE.search(text)
        return cls(notes, _speaker(text, source.start("text"), source.end("text")) if source else None)

    def of_sentence(self, text: str, sentence: Sentence) -> Attribution | None:
        """The source of the note that a sentence is marked with; of a row, the source of its list."""
        for mark in _MARK.finditer(text, sentence.start, min(len(text), sentence.end + 4)):
            note = self.notes.get(mark["a"] or mark["b"] or mark["c"])
            if note is not None:
                return note
        return self.listed if sentence.kind == "row" else None


def _speaker(text: str, start: int, end: int) -> Attribution:
    """The first words of a note, to the first mark or date."""
    lead = _LEAD.match(text, start, end)
    if lead is not None and lead.end() < end:
        start = lead.end()
    stop = _END.search(text, start + 3, end)
    last = stop.start() if stop else end
    words = text[start:last].rstrip()
    return Attribution(
        text=words, start=start, end=start + len(words), type=kind_of_first(words) or SpeakerType.DOCUMENT
    )
