"""How firmly, and whether affirmed, in languages without a parser: cues of the language's table within the claim's clause."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from overflight.documents.frames.draft import Draft
from overflight.documents.hedges import strongest
from overflight.documents.languages import LanguageTable, forms_pattern, language_table
from overflight.documents.sentences import Sentence
from overflight.records.claim import ClaimKind, Modality, Polarity

Span = tuple[int, int]

_TIES = frozenset({ClaimKind.ROLE, ClaimKind.DESIGNATION, ClaimKind.ARREST})
"""Kinds whose hedge stands in their own clause; what a list says of the goods of a transfer may stand anywhere in it."""
_HEDGES = (Modality.ALLEGED, Modality.BELIEVED, Modality.SPECULATED, Modality.PLANNED)
_DENIAL_REACH = 80
"""Characters before a trigger in which a word of denial governs it: a clause of twelve words."""
_PARTICLE_WORDS = 3
"""Words that may stand between a negation and its verb (`no se le han entregado`)."""
_VERB_LAST = frozenset({"fa", "ru"})
"""Languages in which a verb of denial may stand behind what is denied."""
_NEGATED_BEHIND = frozenset({"de"})
"""Languages whose negation stands behind a verb in second place."""


@lru_cache(maxsize=256)
def _pattern(code: str, name: str) -> re.Pattern[str]:
    table = language_table(code)
    if name in {m.value for m in _HEDGES}:
        return forms_pattern([c.form for c in table.hedges if c.value == name], code)
    if name in {"denied", "unknown", "unconfirmed"}:
        return forms_pattern([c.form for c in table.negations if c.value == name], code)
    return forms_pattern(getattr(table, name), code)


@dataclass(frozen=True, slots=True)
class Clauses:
    """The sentences of a report in which claims were found, for the cues that look beyond one clause."""

    text: str
    table: LanguageTable
    sentences: tuple[Sentence, ...]
    claimed: Collection[int]

    @classmethod
    def of(cls, text: str, table: LanguageTable, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> Clauses:
        """The clauses of a report's drafts."""
        return cls(text, table, tuple(sentences), frozenset(d.sentence for d in drafts))

    def modality(self, draft: Draft, *, is_told: bool) -> tuple[Modality, str | None]:
        """The strongest hedge of a draft; is_told: somebody says it, whose indirect speech is then no hedge."""
        if draft.modality is not None:
            return Modality(draft.modality), None
        span = self._own_clause(draft) if draft.kind in _TIES else self._stretch(draft)
        found = [(value, words) for value in _HEDGES if (words := self._find(value.value, *span))]
        hearsay = self._find("hearsay", span[0], span[1] if draft.kind in _TIES else max(span[1], draft.right))
        if hearsay is None and not is_told:
            hearsay = self._find("indirect", *span)
        if hearsay is not None:
            found.append((Modality.ALLEGED, hearsay))
        return strongest(found)

    def polarity(self, draft: Draft) -> Polarity:
        """Denied, unknown or unconfirmed where the draft's clause says so, or the next sentence could not confirm it."""
        own = self.sentences[draft.sentence]
        if self._find("unknown", own.start, draft.trigger[1]):
            return Polarity.UNKNOWN
        if self._is_denied(draft, own):
            return Polarity.DENIED
        if self._find("unconfirmed", own.start, own.end) or self._is_doubted_after(draft.sentence):
            return Polarity.UNCONFIRMED
        return Polarity.AFFIRMED

    def _find(self, name: str, start: int, end: int) -> str | None:
        match = _pattern(self.table.code, name).search(self.text, start, end)
        return match.group() if match else None

    def _stretch(self, draft: Draft) -> Span:
        return draft.left, max(draft.span()[1], draft.trigger[1])

    def _own_clause(self, draft: Draft) -> Span:
        """From the last comma before the trigger to the reason, or to the end of its roles."""
        start, end = self._stretch(draft)
        commas = [m.end() for m in re.compile(r"[,;:،]").finditer(self.text, start, draft.trigger[0])]
        start = commas[-1] if commas else start
        reason = _pattern(self.table.code, "reasons").search(self.text, draft.trigger[1], end)
        blamed = _pattern(self.table.code, "reasons").search(self.text, start, draft.trigger[0])
        if blamed is not None and draft.kind in {ClaimKind.ARREST, ClaimKind.DESIGNATION}:
            start = blamed.end()
        return start, reason.start() if reason is not None else end

    def _is_denied(self, draft: Draft, own: Sentence) -> bool:
        code, trigger = self.table.code, draft.trigger
        start = max(draft.left, trigger[0] - _DENIAL_REACH)
        denials = [*_pattern(code, "denied").finditer(self.text, start, trigger[1])]
        if any(not self._find("saying", m.end(), trigger[0]) for m in denials):
            return True
        if code in _VERB_LAST:
            after = _pattern(code, "denying").search(self.text, trigger[1], own.end)
            if after is not None and not self._find("saying", trigger[1], after.start()):
                return True
        if code in _NEGATED_BEHIND and self._is_negated_behind(draft, own):
            return True
        return self._has_particle(own.start, trigger[0])

    def _is_negated_behind(self, draft: Draft, own: Sentence) -> bool:
        """`lieferte keine Drohnen`, `lieferte die Drohnen nicht`: a negation behind the verb, before the next mark."""
        stop = re.compile(r"[,;:.]").search(self.text, draft.trigger[1], own.end)
        end = stop.start() if stop is not None else own.end
        match = _pattern(self.table.code, "particles").search(self.text, draft.trigger[1], end)
        return match is not None and not self._find("comparisons", match.start(), own.end)

    def _has_particle(self, start: int, end: int) -> bool:
        """Whether a negation stands a few words before a trigger, in its clause, and is no comparison (`not less than`)."""
        particles = [*_pattern(self.table.code, "particles").finditer(self.text, start, end)]
        if not particles:
            return False
        gap = self.text[particles[-1].end() : end]
        if re.search(r"[,;:،.]", gap) or len(gap.split()) > _PARTICLE_WORDS:
            return False
        return not self._find("comparisons", particles[-1].start(), min(len(self.text), end + _DENIAL_REACH))

    def _is_doubted_after(self, index: int) -> bool:
        """Whether the next sentence of the paragraph, which claims nothing itself, says that this could not be confirmed."""
        after = index + 1
        if after >= len(self.sentences) or after in self.claimed:
            return False
        following = self.sentences[after]
        if following.paragraph != self.sentences[index].paragraph:
            return False
        return self._find("unconfirmed", following.start, following.end) is not None
