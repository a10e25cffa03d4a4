"""The reason of a designation is alleged by the authority that gives it; for languages without a parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from overflight.documents.frames.draft import Draft
from overflight.documents.frames.scene import Scene
from overflight.documents.languages import forms_pattern, language_table
from overflight.documents.sentences import Sentence
from overflight.records.claim import ClaimKind, Filler, Modality

_DEEDS = frozenset({ClaimKind.TRANSFER, ClaimKind.MANUFACTURE})


@lru_cache(maxsize=16)
def _reasons(code: str) -> re.Pattern[str]:
    return forms_pattern(language_table(code).reasons, code)


_SANCTIONED = re.compile(
    r"sanci|sanct|sanzi|sanç|sanktion|санкци|ч[её]рн\w+ спис|lista negra|liste noire|lista nera|schwarze\w* liste"
    r"|تحریم|فهرست سیاه|عقوبات|القائمة السوداء",
    re.IGNORECASE,
)
"""Words of sanctions in the eight languages, for sentences in which no designation was read."""
_AUTHORITIES = frozenset({"government", "place"})


def with_authorities(scene: Scene, code: str, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; a deed told behind a word of reason in a sentence on sanctions speaks for the authority that gives it."""
    return [_blamed(scene, code, sentences[draft.sentence], draft, drafts) for draft in drafts]


def _blamed(scene: Scene, code: str, sentence: Sentence, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    if draft.kind not in _DEEDS or draft.speaker is not None:
        return draft
    designations = [d for d in drafts if d.kind is ClaimKind.DESIGNATION and d.sentence == draft.sentence]
    acts = [d.trigger[0] for d in designations] or [m.start() for m in _sanctions(scene.text, sentence)]
    reason = _reason_before(scene.text, code, sentence, draft)
    if reason is None or not any(at != draft.trigger[0] for at in acts):
        return draft
    named = [a for d in designations for a in d.roles.get("actor", ())] or _authorities(scene, sentence, reason)
    return replace(draft, modality=Modality.ALLEGED, speaker=named[0] if named else None)


def _sanctions(text: str, sentence: Sentence) -> list[re.Match[str]]:
    return list(_SANCTIONED.finditer(text, sentence.start, sentence.end))


def _reason_before(text: str, code: str, sentence: Sentence, draft: Draft) -> int | None:
    """Where the word of reason stands that leads to a deed without a mark between."""
    found = list(_reasons(code).finditer(text, sentence.start, draft.trigger[1]))
    if not found or re.search(r"[,;:،]", text[found[-1].end() : draft.trigger[0]]):
        return None
    return found[-1].start()


def _authorities(scene: Scene, sentence: Sentence, reason: int) -> list[Filler]:
    """The states and governments named before the reason, the first of them the likeliest."""
    return [
        Filler(text=scene.text[m.start : m.end], start=m.start, end=m.end, norm=m.norm)
        for m in scene.within(sentence.start, reason)
        if m.kind in _AUTHORITIES and (m.kind == "government" or len(m.norm or "") == 2)
    ]
