"""Speakers set before or behind what they say by a mark alone: `Minister: planes landed`, `Planes landed – report`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import phrase_at
from overflight.documents.voices.kinds import OUTLET_NAME, kind_of, kind_of_words
from overflight.documents.voices.saying import SAYING
from overflight.documents.voices.speaker import can_speak, speaker_of
from overflight.documents.voices.speech import Speech
from overflight.records.claim import Attribution, SpeakerType

_FRONT = re.compile(r"\s*(?P<who>[^\W\d_][^.:;!?“”\"\n]{1,90}?)\s?:\s+(?=\S)")
_BACK = re.compile(
    r"(?:\s[–—-]\s|:\s|,\s(?:says?|say|claims?|warns?|reports?|finds?)\s)(?P<who>[^.,:;!?“”\"–—\n]{2,50}?)\s*\Z"
)
_CREDIT = re.compile(r"(?<=[a-zà-ÿ0-9”’]) \((?P<by>[Ss]ources?: |[Vv]ia |[Pp]er |h/t )?(?P<who>[^()]{3,50})\)[.\s]*\Z")
"""A source in brackets at a sentence's end: `… in 2024 (Nakfa Monitor).`"""
_LONGEST = 6
"""Words of a label at most; longer ones are sentences of their own."""


def by_label(sight: Sight, *, is_heading: bool) -> Iterator[Speech]:
    """The speakers of a sentence that a colon or, in a headline, a dash sets apart."""
    words = sight.tree.words
    start, end = words[0].start, words[-1].end
    text = sight.scene.text
    front = _FRONT.match(text, start, end)
    if front is not None:
        yield from _labelled(sight, front.start("who"), front.end("who"), (front.end(), end))
        yield from _introduced(sight, front.end(), end)
    credit = _CREDIT.search(text, start, end)
    if credit is not None and (credit["by"] or OUTLET_NAME.search(credit["who"]) or kind_of_words(credit["who"])):
        kind = kind_of_words(credit["who"]) or SpeakerType.NAMED
        kind = SpeakerType.OUTLET if OUTLET_NAME.search(credit["who"]) else kind
        who = Attribution(text=credit["who"], start=credit.start("who"), end=credit.end("who"), type=kind)
        yield Speech(who, start, end, sight.index, credit.start(), 1)
    back = _BACK.search(text, start, end) if is_heading else None
    if back is not None:
        yield from _labelled(sight, back.start("who"), back.end("who"), (start, back.start()))


def _introduced(sight: Sight, start: int, end: int) -> Iterator[Speech]:
    """`The porter was blunt: “…”`: the subject of a sentence that a colon opens to a quotation."""
    words = [w for w in sight.tree.words if w.start < start]
    if sight.scene.text[start] not in '“"«„' or any(SAYING.get(w.lower) for w in words):
        return
    subject = next((w for w in words if w.dep == "nsubj"), None)
    phrase = phrase_at(sight.phrases, subject.i) if subject is not None else next(iter(sight.phrases), None)
    if phrase is not None and sight.tree.words[phrase.last].end <= start and can_speak(sight, phrase, plainly=True):
        pronoun = sight.tree.words[phrase.head].lower if phrase.nature is Nature.PRONOUN else ""
        yield Speech(speaker_of(sight, phrase), start, end, sight.index, start - 1, 1, pronoun=pronoun)


def _labelled(sight: Sight, start: int, end: int, span: tuple[int, int]) -> Iterator[Speech]:
    text = sight.scene.text[start:end]
    kind = _kind(sight, start, end)
    if kind is not None and len(text.split()) <= _LONGEST and span[0] < span[1]:
        yield Speech(Attribution(text=text, start=start, end=end, type=kind), *span, sight.index, start, 1)


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _kind(sight: Sight, start: int, end: int) -> SpeakerType | None:
    """The sort of source of a label; None where it names a thing, a place or a heading of contents."""
    words = [w for w in sight.tree.words if start <= w.start < end]
    if not words or any(w.tag in _FINITE for w in words):
        return None
    phrase = phrase_at(sight.phrases, words[0].i)
    last = kind_of(words[-1].lower) or (kind_of(sight.tree.words[phrase.head].lower) if phrase is not None else None)
    mention = next((m for m in sight.scene.within(start, end) if m.end == end), None)
    if mention is not None and mention.kind in {"person", "organisation", "operator", "government", "group"}:
        return SpeakerType.NAMED if mention.kind != "government" else SpeakerType.OFFICIAL
    if last is not None and last is not SpeakerType.SELF:
        return last
    return kind_of_words(sight.scene.text[start:end]) if last is not None else None
