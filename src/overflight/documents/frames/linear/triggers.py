"""The words of a sentence that open claims, by the tables of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from overflight.documents.languages import Trigger, forms_pattern, language_table
from overflight.records.claim import ClaimKind


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger in the text. voice: `active`, `passive` or `noun`, which says where its subject and object stand.

    head: where its first word ends, if it is written in two parts with other words between (`nahm … fest`), else its end.
    is_light: a noun that is the object of a verb for the same (`made four flights`), which stands for both.
    """

    start: int
    end: int
    kind: ClaimKind
    subtype: str | None
    voice: str
    head: int
    is_light: bool = False

    @property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """The words of the trigger itself."""
        return (
            ((self.start, self.end),) if self.head == self.end else ((self.start, self.head), (self.end - 1, self.end))
        )


def hits_of(text: str, code: str, start: int, end: int) -> tuple[Hit, ...]:
    """The triggers of a stretch in text order; of two of one kind that overlap the longer stays, of equals the first voice.

    A trigger inside a longer one of another kind is none (`came` in `came to his death`).
    """
    kept: list[Hit] = []
    for hit in sorted(_found(text, code, start, end), key=_rank):
        if not any(_excludes(k, hit) for k in kept):
            kept.append(hit)
    told = (replace(h, is_light=_is_light(text, h, kept)) for h in kept)
    return tuple(sorted(told, key=lambda h: (h.start, h.end, h.kind)))


def _is_light(text: str, noun: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a noun stands a few words behind a verb of its kind, or flights are the subject of theirs (`two flights landed`)."""
    is_noun = noun.voice == "noun" or (noun.voice == "passive" and noun.kind is ClaimKind.CASUALTIES)
    for verb in hits:
        if noun.voice == "noun" and noun.kind is verb.kind is ClaimKind.FLIGHT and verb.voice != "noun":
            between = text[noun.end : verb.start]
            if noun.end < verb.start and len(between.split()) <= _SUBJECT_WORDS and not _MARK.search(between):
                return True
        if is_noun and verb.voice == "active" and verb.kind is noun.kind and verb.end < noun.start:
            between = text[verb.end : noun.start]
            if len(between.split()) <= _LIGHT_WORDS and not _MARK.search(between):
                return True
    return False


_SUBJECT_WORDS = 8
"""Words between a noun for flights that is a subject and its verb: the aircraft and whose it is."""
_LIGHT_WORDS = 4
"""Words between a verb and its object: a day, a number."""


def _rank(hit: Hit) -> tuple[bool, int, int, str, bool]:
    """Verbs before nouns (`imposed sanctions` before `sanctions on`), long before short, bare participles passive."""
    return hit.voice == "noun", hit.start - hit.end, hit.start, hit.kind, hit.voice == "active"


def _excludes(kept: Hit, hit: Hit) -> bool:
    if kept.kind is hit.kind:
        return kept.start < hit.end and hit.start < kept.end
    is_inside = kept.start <= hit.start and hit.end <= kept.end
    return is_inside and kept.head == kept.end and kept.end - kept.start > hit.end - hit.start


def _found(text: str, code: str, start: int, end: int) -> Iterator[Hit]:
    compounds = [
        m.span() for m in _compounds(code).finditer(text, start, end) if not m.group().split()[-1][0].isupper()
    ]
    for trigger, pattern in _patterns(code):
        for match in pattern.finditer(text, start, end):
            if any(a <= match.start() and match.end() <= b for a, b in compounds):
                continue
            if trigger.voice == "active" and code in _ARTICLE_WRITTEN and _POINTED.match(match.group()):
                continue
            head = match.start() + len(match.group().split()[0]) if "…" in trigger.form else match.end()
            is_dead = trigger.kind is ClaimKind.CASUALTIES and trigger.voice == "passive"
            voice = trigger.voice if is_dead else _voice(text, code, match, trigger.voice)
            yield Hit(match.start(), match.end(), trigger.kind, trigger.subtype, voice, head)


@lru_cache(maxsize=16)
def _patterns(code: str) -> tuple[tuple[Trigger, re.Pattern[str]], ...]:
    """One pattern for all forms of a kind, subtype and voice; those in two parts apart."""
    forms: dict[tuple[ClaimKind, str, str, bool], list[Trigger]] = {}
    for trigger in language_table(code).triggers:
        forms.setdefault((trigger.kind, trigger.subtype or "", trigger.voice, "…" in trigger.form), []).append(trigger)
    return tuple((same[0], forms_pattern([t.form for t in same], code)) for _, same in sorted(forms.items()))


_ARTICLE_WRITTEN = frozenset({"ar"})
"""Languages whose article is written together with the noun: a form with one is no verb."""
_POINTED = re.compile("[وف]?(?:[بك]?ال|لل)")
_WRITTEN_APART = frozenset({"fa"})
"""Languages whose passive is told by the last word of a verb in several."""


@lru_cache(maxsize=16)
def _compounds(code: str) -> re.Pattern[str]:
    """Nouns that hold a word for an act: a cargo plane ships nothing yet."""
    return forms_pattern(language_table(code).grammar.get("compounds", ()), code)


_REACH = 60
"""Characters before a trigger in which the auxiliary of its passive may stand: the middle field of a German sentence."""
_NEAR = 18
"""Characters beside a trigger: an auxiliary with an adverb between."""
_CLOSE = 13
"""Characters before a trigger that hold a reflexive pronoun with an auxiliary (`se habrían`)."""
_MARK = re.compile(r"[,;:.()«»“”\n،؛]")


def _voice(text: str, code: str, match: re.Match[str], voice: str) -> str:
    """Passive by the trigger's own ending or by an auxiliary; a participle behind an auxiliary of having is active."""
    if voice == "noun":
        return voice
    far = _side(text, match.start(), _REACH)
    near = (max(far[0], match.start() - _NEAR), match.start())
    behind = (match.end(), _until_mark(text, match.end(), _NEAR))
    own, beside, close, having = _auxiliaries(code)
    word = match.group() if code in _WRITTEN_APART else match.group().split()[0]
    if own.search(word) or beside.search(text, *far) or beside.search(text, *behind):
        return "passive"
    if close.search(text, max(far[0], match.start() - _CLOSE), match.start()):
        return "passive"
    return "active" if voice == "passive" and having.search(text, *near) else voice


def _side(text: str, end: int, reach: int) -> tuple[int, int]:
    start = max(0, end - reach)
    return max([start, *(m.end() for m in _MARK.finditer(text, start, end))]), end


def _until_mark(text: str, start: int, reach: int) -> int:
    mark = _MARK.search(text, start, start + reach)
    return mark.start() if mark else min(len(text), start + reach)


@lru_cache(maxsize=16)
def _auxiliaries(code: str) -> tuple[re.Pattern[str], ...]:
    grammar = language_table(code).grammar
    names = ("passive_forms", "passive", "reflexive", "having")
    return tuple(forms_pattern(grammar.get(name, ()), code) for name in names)
