"""A stretch of text as a row of noun phrases: words told, put together, names found at their ends."""

from __future__ import annotations

from collections.abc import Sequence

from overflight.documents.frames.linear.chunks import Chunk, chunks_of
from overflight.documents.frames.linear.runs import with_runs
from overflight.documents.frames.linear.units import units_in
from overflight.documents.frames.scene import Scene
from overflight.documents.languages import LanguageTable


def chunks_in(
    scene: Scene, table: LanguageTable, start: int, end: int, verbs: Sequence[tuple[int, int]]
) -> tuple[Chunk, ...]:
    """The noun phrases of a stretch in text order. verbs: the spans of its triggers, at which every phrase ends."""
    units = units_in(scene, table, start, end, verbs)
    return tuple(with_runs(scene.text, table, chunks_of(scene.text, table, units)))
