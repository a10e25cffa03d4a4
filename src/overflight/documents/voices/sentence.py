"""The acts of saying of one sentence: all forms together, cut where one speaker ends and the next begins, pronouns settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from overflight.documents.frames.fillers import Sight
from overflight.documents.voices.labels import by_label
from overflight.documents.voices.nouns import by_noun
from overflight.documents.voices.pronouns import Named, resolved
from overflight.documents.voices.quotation import Quotations
from overflight.documents.voices.sources import by_source, heard_by, with_hearer
from overflight.documents.voices.speech import Speech
from overflight.documents.voices.verbs import by_verb
from overflight.records.claim import Attribution, SpeakerType

INSIDERS = frozenset({"i", "we"})
"""Pronouns that mean, within a quotation, the one who is quoted and, outside, the page."""


def speeches_of(sight: Sight, outlet: str | None, *, is_heading: bool = False) -> tuple[Speech, ...]:
    """The acts of saying in a sentence; outlet: the page's own name, which is never listed."""
    heard = heard_by(sight, outlet)
    spoken = [with_hearer(speech, heard) for speech in by_verb(sight, outlet)]
    found = [*spoken, *by_source(sight, outlet), *by_noun(sight), *by_label(sight, is_heading=is_heading)]
    return _parted(sorted(found, key=lambda s: (s.depth, s.at)))


def _parted(speeches: Sequence[Speech]) -> tuple[Speech, ...]:
    """Speeches that stand side by side (`X said …, but Y denied …`), each cut where the next one begins."""
    return tuple(_cut(speech, speeches) for speech in speeches)


def _cut(speech: Speech, speeches: Sequence[Speech]) -> Speech:
    beside = [
        max(s.speaker.start, speech.at + 1)
        for s in speeches
        if s.depth == speech.depth >= 0 and s.lemma and speech.lemma and s.at > speech.at and s.at < speech.end
    ]
    return replace(speech, end=min(beside)) if beside and min(beside) > speech.start else speech


def is_insider(speech: Speech, quotations: Quotations) -> bool:
    """Whether `I say`, `we think` stand in a quotation: who is quoted is found as such."""
    return speech.pronoun in INSIDERS and quotations.at(speech.at) is not None


def with_last(speech: Speech, last: Attribution | None) -> Speech | None:
    """A speech without a speaker of its own as the last one's; none where nobody has spoken yet."""
    if not speech.pronoun:
        return speech
    return None if last is None else replace(speech, speaker=last)


def settled_by(speech: Speech, named: Sequence[Named], quotations: Quotations) -> Speech:
    """The speech with whom its pronoun means; `we` outside a quotation is the page."""
    if not speech.pronoun:
        return speech
    if speech.pronoun in INSIDERS:
        return replace(speech, speaker=replace(speech.speaker, type=SpeakerType.SELF))
    same = [n for n in named if (quotations.at(n.speaker.start) is None) == (quotations.at(speech.at) is None)]
    return resolved(speech, same)
