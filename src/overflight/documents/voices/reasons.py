"""The reason of a designation is alleged by the authority that gives it; for languages without a parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from overflight.documents.frames.draft import Draft
from overflight.documents.languages import forms_pattern, language_table
from overflight.records.claim import ClaimKind, Modality

_DEEDS = frozenset({ClaimKind.TRANSFER, ClaimKind.MANUFACTURE})


@lru_cache(maxsize=16)
def _reasons(code: str) -> re.Pattern[str]:
    return forms_pattern(language_table(code).reasons, code)


def with_authorities(text: str, code: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; a deed told behind a word of reason in the sentence of a designation speaks for its authority."""
    return [_blamed(text, code, draft, drafts) for draft in drafts]


def _blamed(text: str, code: str, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    if draft.kind not in _DEEDS or draft.speaker is not None:
        return draft
    for other in drafts:
        if other.kind is not ClaimKind.DESIGNATION or other.sentence != draft.sentence:
            continue
        actors = other.roles.get("actor", ())
        start = min([other.trigger[0], other.left, *(a.start for a in actors)])
        words = [*_reasons(code).finditer(text, start, draft.trigger[1])]
        is_reason = bool(words) and not re.search(r"[,;:،]", text[words[-1].end() : draft.trigger[0]])
        if is_reason and other.trigger[0] != draft.trigger[0]:
            return replace(draft, modality=Modality.ALLEGED, speaker=actors[0] if actors else None)
    return draft
