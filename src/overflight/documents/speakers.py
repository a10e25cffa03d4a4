"""Whose words a claim is: the speakers of its sentence, or those that the paragraph carries on to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from overflight.documents.attribution import Speech, chain_at, chain_of, speeches_of
from overflight.documents.footnotes import Footnotes
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight
from overflight.documents.sentences import Sentence
from overflight.records.claim import Attribution, ClaimKind, Filler, Polarity, SpeakerType

_CARRIED = frozenset(
    {ClaimKind.FLIGHT, ClaimKind.TRANSFER, ClaimKind.VISIT, ClaimKind.MANUFACTURE, ClaimKind.CASUALTIES}
)
"""Kinds that keep the speaker of the sentence before; designations and offices are mostly the writer's own background."""

_TELLING = frozenset({"reveal", "detail", "document", "expose", "describe", "uncover"})
"""Verbs by which a report is introduced whose content the next paragraph gives."""

SPEECH_MODALITY = {
    "claim": "alleged", "allege": "alleged", "accuse": "alleged", "charge": "alleged", "suspect": "alleged", "believe": "believed",
    "think": "believed", "reckon": "believed", "assess": "believed", "estimate": "reported", "fear": "speculated",
    "suggest": "speculated", "hint": "speculated",
}  # fmt: skip
"""What a verb of saying itself says of the firmness of what it reports."""


@dataclass(frozen=True, slots=True)
class Voices:
    """All acts of saying of a report, by sentence."""

    speeches: dict[int, tuple[Speech, ...]]
    sentences: tuple[Sentence, ...]
    footnotes: Footnotes
    text: str

    @classmethod
    def of(cls, text: str, sights: Sequence[Sight], sentences: Sequence[Sentence], outlet: str | None) -> Voices:
        """The voices of a report; pronouns are replaced by the speaker they stand for."""
        found: dict[int, tuple[Speech, ...]] = {}
        last: Speech | None = None
        for sight in sights:
            if sight.is_insertion:
                continue
            here = []
            for told in speeches_of(sight, outlet):
                speech = told
                if told.pronoun and last is not None:
                    speech = replace(told, speaker=last.speaker, outer=told.outer or last.outer)
                if speech.speaker.type is not SpeakerType.DATASET:
                    last = speech
                here.append(speech)
            found[sight.index] = tuple(here)
        return cls(found, tuple(sentences), Footnotes.of(text, sentences), text)

    def own(self, draft: Draft) -> tuple[Speech, ...]:
        """The acts of saying in the draft's sentence that cover it."""
        start, end = _heart(draft)
        kept = [s for s in self.speeches.get(draft.sentence, ()) if not s.is_backward and chain_at([s], start, end)]
        return tuple(kept)

    def chain(self, draft: Draft, polarity: Polarity) -> tuple[Attribution, ...]:
        """The speakers of a draft, from the outermost to the innermost."""
        if draft.speaker is not None:
            return (self._authority(draft),)
        own = chain_of(self.own(draft))
        note = self.footnotes.of_sentence(self.text, self.sentences[draft.sentence]) if _carries(draft) else None
        if own or note is not None:
            return (*own, note) if note is not None else own
        if not _carries(draft) or polarity is Polarity.UNKNOWN:
            return ()
        return self._confirmed_after(draft.sentence) or self._carried(draft.sentence)

    def _authority(self, draft: Draft) -> Attribution:
        assert draft.speaker is not None
        filler = draft.speaker
        return Attribution(
            text=filler.text, start=filler.start, end=filler.end, type=SpeakerType.OFFICIAL, norm=filler.norm
        )

    def _confirmed_after(self, index: int) -> tuple[Attribution, ...]:
        """The speaker of the next sentence, where it only says that this one is so."""
        after = [s for s in self.speeches.get(index + 1, ()) if s.is_backward]
        if after and self._same_paragraph(index, index + 1):
            return chain_of(self.speeches[index + 1])
        return ()

    def _carried(self, index: int) -> tuple[Attribution, ...]:
        """The speakers of the nearest sentence before in the paragraph, or of a report announced at the end of the last one."""
        for before in range(index - 1, -1, -1):
            spoken = [s for s in self.speeches.get(before, ()) if not s.is_backward]
            if not self._same_paragraph(before, index):
                told = [
                    s
                    for s in spoken
                    if s.lemma in _TELLING and s.speaker.type in {SpeakerType.OUTLET, SpeakerType.REPORT}
                ]
                return chain_of(told) if self.sentences[before].paragraph == self.sentences[index].paragraph - 1 else ()
            if any(s.is_backward for s in self.speeches.get(before, ())):
                return ()
            if spoken:
                return chain_of(spoken)
        return ()

    def _same_paragraph(self, first: int, second: int) -> bool:
        return second < len(self.sentences) and self.sentences[first].paragraph == self.sentences[second].paragraph


def _carries(draft: Draft) -> bool:
    tie = (
        draft.kind is ClaimKind.ROLE
        and draft.rule.startswith(("role.affiliation", "role.control"))
        and not draft.rule.endswith(".apposed")
    )
    return draft.kind in _CARRIED or tie


def _heart(draft: Draft) -> tuple[int, int]:
    """The words by which it is told whether a speech covers a draft: what was seen, else the trigger."""
    if draft.rule.endswith((".seen", "hold.noun", "log.noun", "count.noun", "list.noun", "record.noun", "track.noun")):
        seen: tuple[Filler, ...] = draft.roles.get("aircraft", ()) or draft.roles.get("count", ())
        if seen:
            return seen[-1].start, seen[-1].end
    return draft.trigger
