"""Frames over chunks, for languages without a parser: a trigger of the language's table, and the names and numbers around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from overflight.documents.frames.draft import Draft
from overflight.documents.frames.event_words import event_words
from overflight.documents.frames.linear_roles import CONTROLS, MONEY, roles_of
from overflight.documents.frames.scene import Scene
from overflight.documents.frames.stretches import CRAFT, GOODS, Hit, Stretch
from overflight.documents.languages import LanguageTable, forms_pattern
from overflight.documents.quantity import read_quantities
from overflight.records.claim import ClaimKind, Filler

_BREAK = re.compile(r"[;:]\s|\s[–—]\s|(?<=\w)[–—](?=\w)")


def hits_of(scene: Scene, table: LanguageTable, start: int, end: int) -> tuple[Hit, ...]:
    """The triggers of a sentence in text order; of two of one kind that overlap the longer stays."""
    found = [
        Hit(m.start(), m.end(), kind, subtype)
        for kind, subtype, pattern in event_words(table.code).triggers
        for m in pattern.finditer(scene.text, start, end)
    ]
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda h: (h.start - h.end, h.start, h.kind)):
        if not any(_gives_way(hit, k) for k in kept):
            kept.append(hit)
    kept = _without_travellers(scene, table, kept)
    return tuple(sorted(kept, key=lambda h: (h.start, h.end)))


def _gives_way(hit: Hit, longer: Hit) -> bool:
    """Whether a trigger is only a part of a longer one: of its own kind where they touch, of another where it lies inside."""
    if hit.kind is longer.kind:
        return longer.start < hit.end and hit.start < longer.end
    return longer.start <= hit.start and hit.end <= longer.end and hit.end - hit.start < longer.end - longer.start


def _without_travellers(scene: Scene, table: LanguageTable, hits: list[Hit]) -> list[Hit]:
    """The triggers without the nouns of travellers (`una delegación`) where a verb of the sentence moves them."""
    people = event_words(table.code).nouns["people"]
    moving = [h for h in hits if h.kind in {ClaimKind.FLIGHT, ClaimKind.VISIT}]
    nouns = [h for h in moving if h.kind is ClaimKind.VISIT and people.fullmatch(scene.text, h.start, h.end)]
    return [h for h in hits if h not in nouns] if len(nouns) < len(moving) else hits


def drafts_in(scene: Scene, table: LanguageTable, index: int, start: int, end: int) -> Iterator[Draft]:
    """The claims in the making of one sentence; none of one that only supposes, or says that nothing came of it."""
    words = event_words(table.code)
    if words.conditional.match(scene.text, start, end) or words.off.search(scene.text, start, end):
        return
    hits = hits_of(scene, table, start, end)
    masked = _speaker_spans(scene.text, table, start, end)
    found = []
    for hit in hits:
        left, right = _window(scene, table, hit, hits, start, end)
        draft = _framed(Stretch(scene, table, hit, index, left, right, masked))
        if draft is not None:
            found.append(draft)
    seized = [f for d in found if d.subtype == "seizure" for f in d.roles.get("object", ())]
    yield from (d for d in found if d.kind is not ClaimKind.TRANSFER or not _is_of(seized, d))


def _is_of(seized: Sequence[Filler], draft: Draft) -> bool:
    """Whether a transfer speaks of goods that were seized on the way, which is no delivery as well."""
    return any(f.start < s.end and s.start < f.end for f in draft.roles.get("object", ()) for s in seized)


def _speaker_spans(text: str, table: LanguageTable, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The words after `according to`, to the next mark: who speaks is no role of what is said."""
    found = []
    for match in _according(table.code).finditer(text, start, end):
        stop = re.compile(r"[,;:.\n]").search(text, match.end(), end)
        told = re.compile(r"(?:\s+\S+){1,4}").match(text, match.end(), stop.start() if stop else end)
        found.append((match.start(), told.end() if told else match.end()))
    return tuple(found)


@lru_cache(maxsize=16)
def _according(code: str) -> re.Pattern[str]:
    from overflight.documents.languages import language_table

    return forms_pattern(language_table(code).according, code)


def _window(scene: Scene, table: LanguageTable, hit: Hit, hits: Sequence[Hit], start: int, end: int) -> tuple[int, int]:
    """A trigger's stretch: to the next break mark, or half the way to the next trigger of its kind."""
    left = max([start, *(m.end() for m in _BREAK.finditer(scene.text, start, hit.start))])
    right = min([end, *(m.start() for m in _BREAK.finditer(scene.text, hit.end, end))])
    for other in hits:
        if other.kind is not hit.kind or other is hit or hit.kind is ClaimKind.TRADE_TOTAL:
            continue
        if other.end <= hit.start:
            left = max(left, _between(scene.text, other.end, hit.start))
        elif other.start >= hit.end:
            right = min(right, _between(scene.text, hit.end, other.start))
    return _within_reason(scene, table, hit, hits, left, right)


_BLAMING = frozenset({ClaimKind.DESIGNATION, ClaimKind.ARREST})


def _within_reason(
    scene: Scene, table: LanguageTable, hit: Hit, hits: Sequence[Hit], left: int, right: int
) -> tuple[int, int]:
    """The stretch cut where the reason of a designation or arrest begins: what it was for is an event of its own."""
    reason = event_words(table.code).reason
    for other in hits:
        first, second = (other, hit) if other.end <= hit.start else (hit, other)
        if (first.kind in _BLAMING) is (second.kind in _BLAMING) or first.kind not in _BLAMING:
            continue
        cue = reason.search(scene.text, first.end, second.start)
        if cue is None:
            continue
        if hit is second:
            left = max(left, cue.start())
        else:
            right = min(right, cue.start())
    return left, right


def _between(text: str, start: int, end: int) -> int:
    """Where one event ends and the next begins: at a comma or a word for and, else at the later trigger's own beginning."""
    cut = max(
        text.rfind(",", start, end),
        *(text.rfind(word, start, end) for word in (" y ", " e ", " et ", " und ", " и ", " و", " and ")),
    )
    return cut + 1 if cut > start else end


_CIVIL = re.compile(
    r"(?i)(?<!\w)(?:comercial\w*|regular(?:es|mente)?|pasajer\w+|passag\w+|passeggeri|turist\w+|linienverkehr\w*|linienfl\w+|ferienfl\w+"
    r"|fahrplan\w*|flugplan\w*|horaires?|horario\w*|orari[oe]?|расписани\w*|пассажир\w*|туристич\w*|регулярн\w+|чартер\w*"
    r"|fútbol|f[uú]tebol|football|fußball\w*|calcio|хокке\w*|хоккей\w*|футбол\w*|selección|nazionale|équipe|منتخب|كرة|مسافر\w*|مسافری"
    r"|تجاری|ركاب|الركاب|فوتبال|basket\w*|béisbol|beisebol|baloncesto|volley\w*|олимп\w*|olimp\w*|olymp\w*)(?!\w)"
)
"""Words of sports and of scheduled travel: no flight or visit is read from a stretch that holds one."""


def _framed(stretch: Stretch) -> Draft | None:
    text, words = stretch.scene.text, event_words(stretch.table.code)
    stretch = _recast(stretch)
    is_moving = stretch.hit.kind in {ClaimKind.FLIGHT, ClaimKind.VISIT}
    if is_moving and any(p.search(text, stretch.left, stretch.right) for p in (_CIVIL, words.civil)):
        return None
    if stretch.hit.kind is ClaimKind.TRANSFER and words.combat.search(text, stretch.left, stretch.right):
        return None
    roles = roles_of(stretch)
    if not _is_enough(stretch, roles):
        return None
    hit = stretch.hit
    return Draft(
        kind=hit.kind,
        subtype=hit.subtype or _default_subtype(hit.kind),
        rule=f"{hit.kind.value}.{stretch.table.code}",
        sentence=stretch.sentence,
        verb=0,
        trigger=(hit.start, hit.end),
        left=stretch.left,
        right=stretch.right,
        roles={k: v for k, v in roles.items() if v},
    )


_TRADED = frozenset({"sale", "purchase", "order"})


def _recast(stretch: Stretch) -> Stretch:
    """The stretch with the kind that its nouns give it: who or what moves, and whether money is told, decide what a verb says.

    Goods that arrive are a delivery, people that fly a visit, an aircraft that visits a flight; goods sold for a sum a total.
    """
    kind, subtype = stretch.hit.kind, stretch.hit.subtype
    has_craft = bool(stretch.mentions(*CRAFT)) or any(True for _ in stretch.nouns("aircraft"))
    has_people = bool(stretch.mentions("person")) or any(True for _ in stretch.nouns("people"))
    has_operator = bool(stretch.mentions("operator", "organisation"))
    is_flown = CONTROLS.search(stretch.scene.text, stretch.left, stretch.hit.end + 12) is not None
    if kind is ClaimKind.FLIGHT and not has_craft and not has_operator and not is_flown:
        if has_people:
            kind, subtype = ClaimKind.VISIT, None
        elif stretch.mentions(*GOODS) or any(True for _ in stretch.nouns("goods")):
            kind, subtype = ClaimKind.TRANSFER, "delivery"
    elif kind is ClaimKind.VISIT and has_craft and not has_people:
        kind, subtype = ClaimKind.FLIGHT, None
    elif kind is ClaimKind.TRANSFER and subtype in _TRADED and _has_money(stretch):
        kind, subtype = ClaimKind.TRADE_TOTAL, None
    return replace(stretch, hit=replace(stretch.hit, kind=kind, subtype=subtype))


def _has_money(stretch: Stretch) -> bool:
    found = read_quantities(stretch.scene.text, stretch.left, stretch.right, stretch.table.code)
    return any(number.unit in MONEY for number in found)


def _default_subtype(kind: ClaimKind) -> str | None:
    return {ClaimKind.TRANSFER: "transport", ClaimKind.ROLE: "office"}.get(kind)


def _is_enough(stretch: Stretch, roles: dict[str, tuple[Filler, ...]]) -> bool:
    """Whether the stretch names what a claim of its kind must have."""
    has = {role for role, fillers in roles.items() if fillers}
    kind = stretch.hit.kind
    where = has & {"origin", "destination", "via", "place"}
    dated = bool(stretch.mentions("date"))
    return {
        ClaimKind.FLIGHT: (bool(where) and bool(dated or has & {"aircraft", "actor", "count"}))
        or "pilot" in has
        or (dated and bool(has & {"aircraft", "actor", "count"} or _is_headed(stretch))),
        ClaimKind.VISIT: bool(where) and (bool(has & {"actor"}) or dated),
        ClaimKind.TRANSFER: ("object" in has and len(has) > 1) or "quantity" in has,
        ClaimKind.DESIGNATION: bool(has & {"object", "actor"}),
        ClaimKind.ROLE: has >= {"actor", "object"},
        ClaimKind.MANUFACTURE: bool(has & {"actor"}) and bool(has & {"object", "place"}),
        ClaimKind.ARREST: "object" in has
        or ("quantity" in has and stretch.hit.subtype is not None)
        or (dated and stretch.hit.subtype is None),
        ClaimKind.TRADE_TOTAL: "quantity" in has and ("object" in has or has >= {"actor", "recipient"}),
        ClaimKind.CASUALTIES: "quantity" in has and bool("object" in has or _is_near(stretch, roles["quantity"])),
    }[kind]


def _is_headed(stretch: Stretch) -> bool:
    """Whether the trigger is a noun of its own (`Eine weitere Landung am 12. Oktober`): at the sentence's head, with a day."""
    return stretch.hit.start - stretch.left < 24


_NEAR = 25
"""Characters between a number of dead and the word for death."""


def _is_near(stretch: Stretch, numbers: Sequence[Filler]) -> bool:
    hit = stretch.hit
    return any(n.end >= hit.start - _NEAR and n.start <= hit.end + _NEAR for n in numbers)
