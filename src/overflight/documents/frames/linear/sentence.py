"""A stretch of text as a row of noun phrases: words told, put together, names found at their ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from overflight.documents.frames.linear.chunks import Chunk, chunks_of
from overflight.documents.frames.linear.runs import with_runs
from overflight.documents.frames.linear.units import Told, units_in
from overflight.documents.frames.scene import Scene
from overflight.documents.languages import LanguageTable


def chunks_in(scene: Scene, table: LanguageTable, start: int, end: int, told: Told) -> tuple[Chunk, ...]:
    """The noun phrases of a stretch in text order. told: what its triggers make of its words."""
    units = units_in(scene, table, start, end, told)
    named = with_runs(scene.text, table, chunks_of(scene.text, table, units))
    return tuple(_with_speakers(scene.text, named))


def _with_speakers(text: str, chunks: Iterable[Chunk]) -> Iterator[Chunk]:
    """The phrases with those marked as a speaker's that hang on one (`according to the office in Lima`)."""
    before: Chunk | None = None
    for chunk in chunks:
        is_led = before is not None and "speaker" in before.marks and bool(chunk.marks)
        if before is not None and is_led and not re.search(r"[,،;:.]", text[before.end : chunk.start]):
            before = replace(chunk, marks=chunk.marks | {"speaker"})
        else:
            before = chunk
        yield before
