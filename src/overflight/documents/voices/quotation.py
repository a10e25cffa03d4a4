"""Quotations: stretches between quotation marks, also those that run over several paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

Span = tuple[int, int]

_PARAGRAPH = re.compile(r"\n[ \t\u00a0\r]*\n\s*")
_QUOTED = re.compile(r"„[^“”„]*(?:[“”]|\Z)|“[^”“]*(?:”|\Z)|«[^»«]*(?:»|\Z)|(?<!\w)\"[^\"]*(?:\"|\Z)")
_CLOSE = '“”»"'


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a text, in order; one that is taken up again at the head of each paragraph counts as one."""

    spans: tuple[Span, ...]
    _starts: tuple[int, ...] = field(repr=False, default=())

    @classmethod
    def of(cls, text: str) -> Quotations:
        """The quotations of a text."""
        found = tuple(_joined(text))
        return cls(found, tuple(start for start, _ in found))

    def at(self, offset: int) -> Span | None:
        """The quotation that a place lies in."""
        k = bisect_right(self._starts, offset) - 1
        if k < 0 or offset >= self.spans[k][1]:
            return None
        return self.spans[k]


def _joined(text: str) -> Iterator[Span]:
    """A quotation left open at its paragraph's end goes on where the next paragraph opens with a mark again."""
    pending: Span | None = None
    for start, end, is_open in _in_paragraphs(text):
        span = (start, end)
        if pending is not None and not text[pending[1] : start].strip():
            span = (pending[0], end)
        elif pending is not None:
            yield pending
        pending = span if is_open else None
        if not is_open:
            yield span
    if pending is not None:
        yield pending


def _in_paragraphs(text: str) -> Iterator[tuple[int, int, bool]]:
    at = 0
    for stop in [*((m.start(), m.end()) for m in _PARAGRAPH.finditer(text)), (len(text), len(text))]:
        paragraph = text[at : stop[0]].rstrip()
        for match in _QUOTED.finditer(paragraph):
            closed = match.group()[-1] in _CLOSE and len(match.group()) > 1
            yield at + match.start(), at + match.end(), not closed
        at = stop[1]
