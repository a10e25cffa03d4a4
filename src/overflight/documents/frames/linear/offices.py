"""Offices, owners and ties: who is what, in apposition, with a copula or with a verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from overflight.documents.frames.linear.chunks import Chunk
from overflight.documents.frames.linear.clause import Clause
from overflight.documents.frames.linear.taken import Slots
from overflight.documents.frames.linear.words import key, marker_at, noun_nature, sort_of
from overflight.records.claim import Filler

_OWNED = frozenset({"body", "company", "name", "craft", "authority", "people"})
_OWNERS = _OWNED | {"person", "state", "place"}
_LEADERS = frozenset({"people", "plain", "authority"})
_TITLE = 16
"""Characters of a title before a name, with its article (`el general Quijada`)."""
_CLOSE = re.compile(r"[\s,،()«»“”\"–—-]{0,4}")
"""What may stand between an office and the name of its holder, beside a copula."""


def role_slots(clause: Clause) -> Slots | None:
    """Who holds an office, who controls or owns what, who belongs to whom."""
    if clause.hit.subtype in {"control", "affiliation"}:
        return _tie(clause)
    if clause.hit.voice != "noun":
        return _led(clause)
    return _office(clause)


def _led(clause: Clause) -> Slots | None:
    """`X heads the company`."""
    slots = Slots(clause)
    if clause.hit.voice == "passive":
        actor, led = clause.marked("actor"), clause.subject(_OWNED)
    else:
        actor = clause.subject(frozenset({"person", "name"}))
        actor = actor or next((c for c in clause.around() if clause.has_name(c) and c.nature in _LEADERS), None)
        led = clause.object(_OWNED | {"plain", "place"}, but=actor)
        led = led or next((c for c in clause.before()[:2] if c.is_bare and c.nature in _OWNED and c is not actor), None)
    led = led or next((c for c in clause.after()[:1] if c.nature in _OWNED and c is not actor), None)
    if actor is None and led is not None:
        actor = next((c for c in clause.around() if c is not led and _is_personal(clause, c)), None)
        actor = actor or _behind_copula(clause, led)
    if actor is None or led is None or (led.nature == "people" and led.run is None):
        return None  # a delegation that somebody leads is a visitor
    slots.put("actor", clause.person(actor))
    slots.put("object", clause.filler(led))
    return slots


def _titled(clause: Clause, chunk: Chunk) -> Chunk:
    """In scripts without capitals: the name right behind a title (`the businessman` `Pavel Drozd`)."""
    at = clause.chunks.index(chunk) + 1
    for following in clause.chunks[at : at + 1] if clause.table.is_right_to_left and chunk.nature == "people" else ():
        if following.is_bare and following.nature == "plain" and following.start - chunk.end <= 1:
            return following
    return chunk


def _behind_copula(clause: Clause, led: Chunk) -> Chunk | None:
    """`At the head of the company is Vera Roy`: the person behind what is led and a word for `is`."""
    at = clause.chunks.index(led) + 1
    for chunk in clause.chunks[at : at + 1]:
        if clause.has_name(chunk) and _is_copula(clause, clause.text[led.end : chunk.start]):
            return chunk
    return None


def _tie(clause: Clause) -> Slots | None:
    """`X owns Y` and `Y belongs to X`; `X has ties to Y`. The plane of a company is no tie."""
    slots = Slots(clause)
    if clause.hit.voice == "noun":
        return _owner(clause)
    subject = clause.subject(_OWNED | {"person", "plain"})
    is_passive = clause.hit.voice != "active"
    owners = _OWNERS | {"plain"} if clause.table.is_right_to_left and clause.hit.subtype == "control" else _OWNERS
    other = clause.marked("actor", owners | {"plain"}) if is_passive else clause.object(_OWNED, but=subject)
    other = other or next(
        (c for c in clause.after()[:2] if c is not subject and (c.nature in owners or clause.has_name(c))), None
    )
    if subject is None or other is None or subject is other or subject.nature == "craft" or other.nature == "craft":
        return None
    other = _titled(clause, other)
    is_owned_first = (
        subject.nature in {"company", "body"} and other.nature in {"people", "person"} and clause.has_name(other)
    )
    is_turned = clause.hit.subtype == "control" and (is_passive or is_owned_first)
    first, second = (other, subject) if is_turned else (subject, other)
    if subject.nature == "plain" and not is_turned:
        return None
    slots.put("actor", clause.person(first) if clause.has_name(first) else clause.name(first))
    slots.put("object", clause.name(second))
    return slots


def _whose(clause: Clause, office: Chunk) -> Filler | None:
    """What a relative clause with `whose` is about, where an office stands in it (`the company, whose director is …`)."""
    words = clause.table.grammar.get("whose", ())
    at = clause.chunks.index(office)
    for chunk in reversed(clause.chunks[:at]):
        between = re.findall(r"[^\s,،]+", clause.text[chunk.end : office.end])[:2]
        if any(key(word) in words for word in between) and chunk.nature in _OWNED | {"plain"}:
            return clause.name(chunk)
    return None


def _owner(clause: Clause) -> Slots | None:
    """`Vera Roy, owner of the company`: what is owned follows the noun in its phrase or right behind it."""
    own = next((c for c in clause.chunks if c.start <= clause.hit.start < c.end), None)
    if own is None:
        return None
    holder = _holder(clause, own, natures=frozenset({"company", "body"}))
    owned = _owned(clause, own) or _whose(clause, own)
    if holder is None or owned is None:
        return None
    slots = Slots(clause)
    slots.put("actor", clause.name(holder))
    slots.put("object", owned)
    return slots


def _owned(clause: Clause, own: Chunk) -> Filler | None:
    for word in re.finditer(r"[^\s]+", clause.text[clause.hit.end : own.end]):
        name = key(word.group())
        start = clause.hit.end + word.start()
        is_named = word.group().lstrip('«“"„')[:1].isupper()
        if is_named or sort_of(clause.table.code, name) == "article" or noun_nature(clause.table.code, name) in _OWNED:
            return Filler(text=clause.text[start : own.end], start=start, end=own.end)
    at = clause.chunks.index(own) + 1
    following = clause.chunks[at] if at < len(clause.chunks) else None
    if following is None or following.nature not in _OWNED:
        return None
    is_beside = clause.table.order == "SOV" and following.is_bare and following.start - own.end <= 1
    return clause.name(following) if "of" in following.marks or is_beside else None


def _office(clause: Clause) -> Slots | None:
    """`Vera Roy, head of the company`; `the head of the company, Vera Roy`; `head of the company is Vera Roy`."""
    hit = clause.hit
    own = next((c for c in clause.chunks if c.start <= hit.start < c.end), None)
    if own is None:
        return None
    if clause.table.order == "SOV" and own.start < hit.start:
        return _predicate(clause, own)
    inside = _name_at_end(clause, own)
    office = (
        Filler(text=clause.text[own.start : inside[0]].rstrip(" ,«“"), start=own.start, end=own.start)
        if inside
        else None
    )
    slots = Slots(clause)
    if office is not None and inside is not None:
        end = own.start + len(office.text)
        led = _whose(clause, own)
        if end <= hit.end and own.start >= hit.start and led is None:
            return None  # a bare title is part of the name
        slots.put("object", led or Filler(text=office.text, start=own.start, end=end))
        slots.put("actor", Filler(text=clause.text[inside[0] : inside[1]], start=inside[0], end=inside[1]))
        return slots
    holder = _holder(clause, own)
    if holder is None:
        return None
    slots.put("actor", clause.person(holder))
    office = Filler(text=clause.text[own.start : own.end], start=own.start, end=own.end)
    slots.put("object", _whose(clause, own) or office)
    return slots if len(slots.roles) > 1 else None


def _predicate(clause: Clause, own: Chunk) -> Slots | None:
    """Persian: the holder's name and the office in a row before `is`."""
    name = clause.text[own.start : clause.hit.start].strip()
    following = clause.text[own.end : clause.sentence[1]].split()[:1]
    if len(name.split()) < _NAME_WORDS or key("".join(following).strip(".")) not in clause.table.grammar.get(
        "copulas", ()
    ):
        return None
    slots = Slots(clause)
    slots.put("actor", Filler(text=name, start=own.start, end=own.start + len(name)))
    slots.put("object", Filler(text=clause.text[clause.hit.start : own.end], start=clause.hit.start, end=own.end))
    return slots


_NAME_WORDS = 2
"""Words of the shortest full name."""


def _name_at_end(clause: Clause, chunk: Chunk) -> tuple[int, int] | None:
    """The person's name with which an office's phrase ends."""
    person = next((m for m in chunk.names if m.kind == "person" and m.end == chunk.end), None)
    if person is not None and person.start > clause.hit.start:
        return person.start, person.end
    if chunk.run is not None and chunk.run[0] > clause.hit.start and len(clause.text[slice(*chunk.run)].split()) > 1:
        is_quoted = clause.text[chunk.run[0]] in '«“"„'
        before = [key(w) for w in clause.text[chunk.start : chunk.run[0]].split()[-1:]]
        is_firm = (
            bool(before)
            and clause.table.order == "SVO"
            and noun_nature(clause.table.code, before[0]) in {"company", "authority"}
        )
        is_firm = is_firm and "adjacent" not in clause.table.grammar.get("genitive", ())
        is_part = is_firm or (
            bool(before) and (marker_at(clause.table.code, before, 0) is not None or before[0] in clause.table.articles)
        )
        return None if is_quoted or is_part else chunk.run
    return None


def _holder(clause: Clause, office: Chunk, natures: frozenset[str] = frozenset()) -> Chunk | None:
    """The person named right before or right after an office, with a mark or a copula between; natures: who else may be."""
    at = clause.chunks.index(office)
    near: Sequence[Chunk] = [*clause.chunks[at + 1 : at + 2], *clause.chunks[max(0, at - 1) : at]]
    for chunk in near:
        low, high = (office.end, chunk.start) if chunk.start >= office.end else (chunk.end, office.start)
        between = clause.text[low:high]
        is_holder = _is_personal(clause, chunk) or (chunk.nature in natures and chunk.run is not None and chunk.is_bare)
        if is_holder and (_CLOSE.fullmatch(between) or _is_copula(clause, between)):
            return chunk
    return None


def _is_copula(clause: Clause, between: str) -> bool:
    words = between.strip(' ,«»“”"').lower().split()
    copulas = clause.table.grammar.get("copulas", ())
    return 0 < len(words) <= 3 and (words[0] in copulas or " ".join(words[:2]) in copulas)


def _is_personal(clause: Clause, chunk: Chunk) -> bool:
    """Whether a phrase is a person's name: known, capitals in a row, or in scripts without capitals a few words no table knows."""
    if chunk.quantity is not None or (chunk.marks and not clause.has_name(chunk)):
        return False
    if chunk.nature == "person":
        return True
    words = clause.text[chunk.start : chunk.end].split()
    if clause.table.is_right_to_left:
        return chunk.nature == "plain" and 2 <= len(words) <= 5 and not words[0].startswith("ال")
    if chunk.nature == "people" and chunk.run is not None and chunk.run[0] - chunk.start < _TITLE:
        return True
    return (
        chunk.run is not None
        and len(clause.text[slice(*chunk.run)].split()) > 1
        and chunk.nature in {"name", "plain", "people", "authority"}
    )
