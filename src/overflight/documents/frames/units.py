"""What the parser is given: a sentence without its brackets, and each bracket with the words before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BRACKET = re.compile(r"\(([^()]{12,400})\)|\[([^\[\]]{12,400})\]")
_DASHES = re.compile(r"(?<=\w) [–—] ([^–—\n]{4,160}?) [–—] (?=\w)|(?<=\w)[—]([^–—\n]{4,160}?)[—](?=\w)")
_CLOCK = re.compile(
    r"\s*\d{1,2}[:.h]\d{2}(?: ?(?:UTC|GMT|Z|EAT|CET|local(?: time)?|[ap]\.?m\.?))?(?: ?(?:update|"
    r"correction|note))?\s*[-–—:.,|]+\s+",
    re.I,
)
"""The hour that opens an entry of a live page."""
_FOOTNOTE = re.compile(
    r"(?<=[a-zà-ÿ)”’])\d{1,3}(?=[\s,.;:)]|\Z)|(?<=[a-zà-ÿ)”’][.,;])\d{1,3}(?=\s|\Z)|(?<=[\w.,;:)”’])\[\d{1,3}\]"
)
"""The digits of a footnote glued to the word or mark before them."""
_NUMBERED_NAME = re.compile(r"(?<!\w)[A-Z][a-z]+(?:24|360|365|911)\Z")
"""A service whose name ends in the hours or days of its service: no footnote."""
_DATELINE = re.compile(
    r"\s*(?:date:? \d{4}-\d{2}-\d{2}|[A-ZÀ-Ý][\w .’'/-]{1,30}(?:, [A-Z]\w+\.? \d{1,2})?(?: ?\([^()\n]{0,30}\)) ?[-–—]+(?= )"
    r"|[A-Z]{3,}[A-Z .’'/-]{0,30}(?:, [A-Z]\w+\.? \d{1,2})? ?[-–—:]+(?= ))\s*"
)
"""Where and when a report was written (`CAIRO, March 18 (Agency) -`), which is no part of its first sentence."""
_ALIAS = re.compile(r"[A-Z0-9][\w’'.-]*(?: (?:[A-Z0-9][\w’'.-]*|of|the|and|al|el|de)){0,6}\Z")

Unit = tuple[tuple[int, int], ...]


def units_of(text: str, start: int, end: int) -> Iterator[tuple[Unit, bool]]:
    """The stretches of a sentence to be parsed as one, the sentence itself first.

    Second: whether the unit is an insertion. Insertions in brackets or between dashes are left out of the sentence and read
    with the few words before them; a bracketed alias stays where it is.
    """
    dateline = _DATELINE.match(text, start, end)
    if dateline is not None and dateline.end() < end:
        start = dateline.end()
    clock = _CLOCK.match(text, start, end)
    if clock is not None and clock.end() < end:
        start = clock.end()
    cuts = [m for pattern in (_BRACKET, _DASHES) for m in pattern.finditer(text, start, end) if not _is_alias(m)]
    cuts += [m for m in _FOOTNOTE.finditer(text, start, end) if not _NUMBERED_NAME.search(text, start, m.end())]
    cuts.sort(key=lambda m: m.start())
    pieces: list[tuple[int, int]] = []
    at = start
    kept: list[re.Match[str]] = []
    for cut in cuts:
        if cut.start() < at or cut.start() == start:
            continue
        pieces.append((at, cut.start()))
        at = cut.end()
        if cut.lastindex:
            kept.append(cut)
    pieces.append((at, end))
    main = tuple(piece for piece in (_trimmed(text, *p) for p in pieces) if piece[0] < piece[1])
    if main:
        yield main, False
    for cut in kept:
        inner = (cut.start(cut.lastindex or 0), cut.end(cut.lastindex or 0))
        yield (_words_before(text, start, cut.start()), inner), True


def _is_alias(match: re.Match[str]) -> bool:
    inside = match.group(match.lastindex or 0)
    return _ALIAS.match(inside) is not None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _words_before(text: str, start: int, end: int) -> tuple[int, int]:
    """The name or up to three words right before an insertion: what it speaks of."""
    head = text[start:end].rstrip()
    name = re.search(r"(?:(?:[A-Z][\w’'-]*|of|the) ){0,4}[A-Z][\w’'-]*\Z", head)
    words = name or re.search(r"(?:\S+ ){0,2}\S+\Z", head)
    return (start + words.start() if words else start), start + len(head)
