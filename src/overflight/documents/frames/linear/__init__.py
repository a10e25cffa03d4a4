"""Frames for languages that have tables and no parser: a trigger, the noun phrases around it, a grammar of who stands where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from overflight.documents.frames.draft import Draft
from overflight.documents.frames.linear.carried import with_carried, with_reasons, without_echoes, without_seized
from overflight.documents.frames.linear.clause import Clause
from overflight.documents.frames.linear.sentence import chunks_in
from overflight.documents.frames.linear.slots import laden, slots_of
from overflight.documents.frames.linear.taken import Slots
from overflight.documents.frames.linear.triggers import Hit, hits_of
from overflight.documents.frames.linear.units import Told
from overflight.documents.frames.linear.words import key, marker_at, noun_nature
from overflight.documents.frames.scene import Scene
from overflight.documents.languages import LanguageTable, forms_pattern, language_table
from overflight.records.claim import ClaimKind, Filler

__all__ = ["drafts_in"]

_BREAK = re.compile(r"[;:]\s|\s[–—]\s|(?<=\w)[–—](?=\w)")
_SUBTYPED = frozenset({ClaimKind.TRANSFER, ClaimKind.ROLE, ClaimKind.ARREST})
_PLANNED = frozenset(
    {ClaimKind.FLIGHT, ClaimKind.VISIT, ClaimKind.TRANSFER, ClaimKind.TRADE_TOTAL, ClaimKind.MANUFACTURE}
)
"""Kinds that may be planned and come to nothing."""
_MOVING = frozenset({ClaimKind.FLIGHT, ClaimKind.VISIT})


def drafts_in(scene: Scene, table: LanguageTable, index: int, start: int, end: int) -> Iterator[Draft]:
    """The claims in the making of one sentence."""
    hits = hits_of(scene.text, table.code, start, end)
    if not hits:
        return
    nouns = _loads(scene.text, table.code, hits)
    chunks = chunks_in(scene, table, start, end, _told(scene.text, table.code, hits, nouns))
    drafts = []
    openers = [hit for hit in hits if not hit.is_light and hit not in nouns]
    for hit in openers:
        left, right = _window(scene.text, table, hit, openers, start, end)
        verb, said = _said_from(scene.text, table.code, left, hit.start)
        clause = Clause(scene.text, table, hit, said, right, (start, end), chunks, is_told=said > left)
        if _is_dropped(clause):
            continue
        for slots in (slots_of(clause), laden(clause)):
            if slots is not None:
                drafts.append(with_carried(scene, table, replace(_draft(clause, index, slots), left=verb), start))
    yield from with_reasons(without_seized(without_echoes(drafts)))


def _told(text: str, code: str, hits: Sequence[Hit], nouns: Sequence[Hit]) -> Told:
    """The words at which phrases end: triggers, without a preposition that a form ends with; offices are nouns of a phrase."""
    verbs: list[tuple[int, int]] = []
    flights: list[tuple[int, int]] = []
    for hit in hits:
        if _is_office(hit) or hit in nouns:
            continue
        is_flight = hit.kind is ClaimKind.FLIGHT and hit.voice == "noun"
        for start, end in hit.parts:
            words = text[start:end].split()
            is_led = len(words) > 1 and marker_at(code, [key(words[-1])], 0) is not None
            (flights if is_flight else verbs).append((start, end - len(words[-1]) - 1 if is_led else end))
    return Told(verbs, flights)


_DOING = frozenset({ClaimKind.TRANSFER, ClaimKind.FLIGHT, ClaimKind.ARREST})


def _loads(text: str, code: str, hits: Sequence[Hit]) -> list[Hit]:
    """Nouns for a load (`a shipment`), where a verb of the sentence moves or seizes it: they are what is moved."""
    if not any(h.kind in _DOING and h.voice != "noun" for h in hits):
        return []
    nouns = [h for h in hits if h.kind is ClaimKind.TRANSFER and h.voice == "noun"]
    return [h for h in nouns if noun_nature(code, key(text[h.start : h.end].split(maxsplit=1)[0])) == "cargo"]


def _is_office(hit: Hit) -> bool:
    """An office, or the dead that are counted, is a noun of its phrase; other triggers end the phrase before them."""
    return (hit.kind is ClaimKind.ROLE and hit.voice == "noun") or (
        hit.kind is ClaimKind.CASUALTIES and hit.voice != "active"
    )


def _draft(clause: Clause, index: int, slots: Slots) -> Draft:
    hit = clause.hit
    kind = slots.kind or hit.kind
    return Draft(
        kind=kind,
        subtype=slots.subtype or hit.subtype if kind in _SUBTYPED else None,
        rule=f"{kind.value}.{clause.table.code}",
        sentence=index,
        verb=0,
        trigger=(hit.start, hit.end),
        left=clause.left,
        right=clause.right,
        roles={role: tuple(_placed(f, clause) for f in fillers) for role, fillers in slots.roles.items()},
    )


def _placed(filler: Filler, clause: Clause) -> Filler:
    """A filler before the clause stands outside its quotation."""
    return replace(filler, outside_quote=True) if filler.end <= clause.left else filler


def _is_dropped(clause: Clause) -> bool:
    """Whether the clause has words of scheduled travel and sports, of a condition, or of what came to nothing."""
    is_moving = clause.hit.kind in _MOVING
    found = _listed(clause.table.code, "civil").search(clause.text, clause.left, clause.right) if is_moving else None
    is_plan = clause.hit.kind in _PLANNED
    is_void = _listed(clause.table.code, "void").search(clause.text, *clause.sentence) if is_plan else None
    conditions = _listed(clause.table.code, "conditions")
    opening = conditions.match(clause.text, _first_letter(clause.text, *clause.sentence))
    opening = opening or conditions.match(clause.text, _first_letter(clause.text, clause.left, clause.hit.start))
    return found is not None or is_void is not None or opening is not None


def _first_letter(text: str, start: int, end: int) -> int:
    return next((i for i in range(start, end) if text[i].isalnum()), start)


@lru_cache(maxsize=64)
def _listed(code: str, name: str) -> re.Pattern[str]:
    return forms_pattern(language_table(code).grammar.get(name, ()), code)


def _said_from(text: str, code: str, start: int, end: int) -> tuple[int, int]:
    """Where the verb of saying stands that governs what is said, and where that begins: behind its word for `that`."""
    said, that = _saying(code)
    verb = said.search(text, start, end)
    word = that.search(text, verb.end(), min(end, verb.end() + _SPOKEN)) if verb else None
    if verb and not word and language_table(code).order == "SOV":
        return verb.start(), verb.end()
    return (verb.start(), word.end()) if verb and word else (start, start)


_SPOKEN = 80
"""Characters between a verb of saying and its word for `that`: an adverb, a day, the one told."""


@lru_cache(maxsize=16)
def _saying(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = language_table(code)
    denying = [c.form for c in table.negations if c.value == "denied"]
    return forms_pattern((*table.saying, *denying), code), forms_pattern(table.that, code)


def _window(text: str, table: LanguageTable, hit: Hit, hits: Sequence[Hit], start: int, end: int) -> tuple[int, int]:
    """A trigger's stretch: to the next break mark, or half the way to the next trigger of its kind."""
    left = max([start, *(m.end() for m in _BREAK.finditer(text, start, hit.start))])
    right = min([end, *(m.start() for m in _BREAK.finditer(text, hit.end, end))])
    told = _behind(table.code).search(text, hit.end, right)
    right = told.start() if told is not None else right
    for other in hits:
        is_apart = other.kind is hit.kind and other is not hit and hit.kind is not ClaimKind.TRADE_TOTAL
        if not is_apart or other.start < left or other.end > right:
            continue
        if other.end <= hit.start:
            left = max(left, _between(text, table.code, other.end, hit.start))
        elif other.start >= hit.end:
            right = min(right, _between(text, table.code, hit.end, other.start))
    return left, right


@lru_cache(maxsize=16)
def _behind(code: str) -> re.Pattern[str]:
    """A mark and a verb of saying: who says so stands behind what is said (`…, said the porter`)."""
    verbs = forms_pattern(language_table(code).saying, code).pattern
    return re.compile(rf"[,»”،](?=\s(?:[—–-]\s)?{verbs})", re.IGNORECASE)


def _between(text: str, code: str, start: int, end: int) -> int:
    """Where one event ends and the next begins: at a comma or a word for and, else at the later trigger's own beginning."""
    joins = [m.start() for m in _listed(code, "and").finditer(text, start, end)]
    cut = max([text.rfind(",", start, end), text.rfind("،", start, end), *joins])
    return cut + 1 if cut > start else end
