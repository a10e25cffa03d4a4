"""Names that no gazetteer knows: the capitals at the end of a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from overflight.documents.frames.linear.chunks import Chunk
from overflight.documents.languages import LanguageTable

_NAME_WORD = re.compile(r"[«“\"„]?[^\W\d_][\w’'.-]*[»”\"“]?")
_ELIDED = re.compile(r"\w{1,5}['’][^\W\d_A-ZÀ-Þ]")
"""An article or a preposition with a capital, written together with a small word (`L'azienda`)."""
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "del", "la", "da", "dos", "von", "van", "di"})


def with_runs(text: str, table: LanguageTable, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """The chunks with the run of capitals at their end, where it is a name that no gazetteer knows."""
    for chunk in chunks:
        run = None if chunk.nature in {"date", "place"} or table.is_right_to_left else _behind_place(text, chunk)
        if run is None or _is_known(chunk, run[0]) or not _is_name(text, table, run):
            yield chunk
            continue
        is_whole = chunk.nature == "plain" and text[chunk.start : run[0]].strip(' «“"„').lower() in {
            "",
            *table.articles,
        }
        yield replace(chunk, run=run, nature="name" if is_whole else chunk.nature)


def _behind_place(text: str, chunk: Chunk) -> tuple[int, int] | None:
    """The capitals at a phrase's end, without the place whose official they name (`the minister of Mali Vera Roy`)."""
    run = _run(text, chunk)
    place = next((m for m in chunk.names if run is not None and m.start == run[0] and m.kind == "place"), None)
    if run is None or place is None or chunk.nature != "people":
        return run
    rest = text[place.end : run[1]]
    return (run[1] - len(rest.lstrip()), run[1]) if len(rest.split()) > 1 else run


def _run(text: str, chunk: Chunk) -> tuple[int, int] | None:
    """Capitalised words in a row up to the end of a phrase, with the quotation marks around them."""
    words = list(_NAME_WORD.finditer(text, chunk.start, chunk.end))
    first = len(words)
    for at in range(len(words) - 1, -1, -1):
        if words[at].group().lstrip('«“"„')[:1].isupper() and not _ELIDED.match(words[at].group()):
            first = at
            if at and words[at - 1].group()[-1:] in "»”":
                break
        elif words[at].group() not in _PARTICLES or first == len(words):
            break
    return (words[first].start(), chunk.end) if first < len(words) else None


def _is_known(chunk: Chunk, start: int) -> bool:
    return any(m.start <= start < m.end for m in chunk.names)


def _is_name(text: str, table: LanguageTable, run: tuple[int, int]) -> bool:
    words = text[run[0] : run[1]].split()
    if text[run[0]] in '«“"„' or len(words) > 1:
        return True
    before = text[: run[0]].rstrip(' «“"')
    return table.order != "V2" and bool(before) and before[-1] not in ".!?\n–—-"
