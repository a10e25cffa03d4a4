"""One act of saying, and the chain that several of them make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overflight.records.claim import Attribution, SpeakerType


@dataclass(frozen=True, slots=True)
class Speech:
    """One act of saying in a sentence: who, and which stretch of the text, start to end, is theirs.

    at: where it stands. depth: how deep it is nested, counted from the outside, -1 where it is the whole sentence.
    lemma: the verb of saying, empty for `according to`.
    outer: through whom it is known (`told X`, `seen by X`). is_backward: it confirms the sentence before (`X writes it`).
    pronoun: the word in lower case, where the speaker is one (`he added`).
    """

    speaker: Attribution
    start: int
    end: int
    sentence: int
    at: int
    depth: int
    lemma: str = ""
    outer: Attribution | None = None
    is_backward: bool = False
    pronoun: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it stands beside the whole sentence, and not before a clause with what is said."""
        return self.depth < 0 or not self.lemma

    def covers(self, start: int, end: int) -> bool:
        """Whether a stretch is theirs: its middle, or all of it."""
        return self.start <= (start + end) // 2 < self.end or (self.start <= start and end <= self.end)


_TELLERS = frozenset({SpeakerType.OUTLET, SpeakerType.REPORT})


def chain_of(speeches: Sequence[Speech]) -> tuple[Attribution, ...]:
    """The speakers of some acts of saying: outlets and reports first, then as they are nested."""
    chain: list[Attribution] = []
    for speech in sorted(speeches, key=lambda s: (s.depth, s.at)):
        for speaker in (speech.outer, speech.speaker):
            if speaker is not None and all(speaker.end <= c.start or c.end <= speaker.start for c in chain):
                chain.append(speaker)
    return tuple(sorted(chain, key=lambda a: a.type not in _TELLERS))
