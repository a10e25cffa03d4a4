"""Where the reports of a finding differ, slot by slot, in the reports' own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.index import Index
from overflight.records.claim import Claim
from overflight.records.finding import Fact, SlotReading
from overflight.records.source import ReportId

SLOTS = {"modality": "firmness", "polarity": "affirmed or not"}
"""Details whose own name is a term of grammar."""

WORDS = {str(m): words for m, words in wording.MODALITIES.items()} | {
    str(p): words for p, words in wording.POLARITIES.items() if words
}
"""Readings that are terms of grammar, as they stand under every sentence."""


class Reading(NamedTuple):
    """One reading of a slot as a report words it, and the reports that have it."""

    words: str
    docs: tuple[ReportId, ...]


def differences(fact: Fact | None, index: Index) -> list[tuple[str, list[Reading]]]:
    """The slots in which reports differ, each with its readings."""
    if fact is None:
        return []
    claims = [index.claims[c] for c in fact.claims if c in index.claims]
    return [
        (SLOTS.get(slot, slot.replace("_", " ")), list(worded(slot, readings, claims)))
        for slot, readings in sorted(fact.readings.items())
        if differs(readings)
    ]


def differs(readings: Sequence[SlotReading]) -> bool:
    """Whether reports differ on a slot: one report that lists several things does not."""
    return len(readings) > 1 and len({frozenset(reading.docs) for reading in readings}) > 1


def worded(slot: str, readings: Sequence[SlotReading], claims: Sequence[Claim]) -> Iterator[Reading]:
    """The readings in the words of a report, with the key that brought them together only where words are shared."""
    said = [as_worded(slot, reading.value, claims) for reading in readings]
    shared = Counter(said)
    for reading, words in zip(readings, said, strict=True):
        yield Reading(words if shared[words] == 1 else f"{words} ({reading.value})", reading.docs)


def as_worded(slot: str, value: str, claims: Sequence[Claim]) -> str:
    """The most frequent wording of what a key stands for, the fullest of those; a reading that is no key stays as it is."""
    if slot in SLOTS:
        return WORDS.get(value, value)
    texts = Counter(f.text for claim in claims for f in claim.fillers(slot) if value in (f.norm, f.coref))
    return max(texts, key=lambda words: (texts[words], len(words), words), default=value)
