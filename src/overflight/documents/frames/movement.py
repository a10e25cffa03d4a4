"""Flights and visits told by a verb of moving: who or what moved, from where, to where, by way of what, how often."""

from __future__ import annotations

from collections.abc import Mapping

from overflight.documents.frames import verbs
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.crafts import (
    count_of,
    craft_roles,
    marked_craft,
)
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, several, simple
from overflight.documents.frames.lexicon import CIVIL_TRAVEL, Nature
from overflight.documents.frames.places import is_place, places_of
from overflight.documents.frames.visitors import TRAVELLERS, visitors
from overflight.records.claim import ClaimKind, Filler

FLYING = frozenset({Nature.AIRCRAFT, Nature.FLIGHT, Nature.OPERATOR})


_AIR_VERBS = frozenset({"fly", "land", "touch", "take", "divert", "depart", "shuttle", "commute"})


def is_civil(sight: Sight, clause: Clause) -> bool:
    """Whether the clause speaks of sports, holidays or scheduled services, which are no claims."""
    left = max(0, min(clause.left, clause.verb))
    lowers = {w.lower for w in sight.tree.words[left : clause.right + 1]}
    return bool(lowers & CIVIL_TRAVEL) or "scheduled" in lowers


def movement(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:  # noqa: PLR0912
    """The flight or visit of a clause whose verb moves; nature: what its subject stands for, pronouns resolved."""
    if is_civil(sight, clause):
        return None
    lemma = clause.lemma
    roles = dict(places_of(sight, clause, lemma))
    words = sight.tree.words
    particle = words[clause.verb + 1].lower if clause.verb + 1 < len(words) else ""
    if (
        (lemma in {"take", "set"} and particle not in {"off", "out"} and not (lemma == "set" and particle == "down"))
        or (lemma == "put" and particle not in {"down", "in"})
        or (lemma == "lift" and particle != "off")
        or (lemma == "touch" and particle != "down")
    ):
        return None
    if lemma in {"put", "set"} and nature not in FLYING:
        return None
    target = clause.object
    if target is not None and is_place(sight, target) and not clause.is_passive:
        side = (
            "origin"
            if lemma in {"leave", "depart"}
            else "destination"
            if lemma in verbs.REACH
            else "via"
            if lemma == "transit"
            else None
        )
        if side is not None:
            roles[side] = (*roles.get(side, ()), *several(sight, target, places=True))
    elif lemma in verbs.REACH or lemma == "leave":
        return None
    if lemma in verbs.STOP:
        if lemma == "call" and not any(
            p.preposition in {"at", "in"} and p.first > clause.verb for p in clause.complements
        ):
            return None
        if lemma == "pass" and not any(p.preposition == "through" for p in clause.complements):
            return None
        roles = _stop(roles, nature)
    there = [w for w in words[clause.verb + 1 : clause.verb + 4] if w.lower == "there"]
    if there and "destination" not in roles:
        roles["destination"] = (sight.filler(there[0].i, there[0].i),)
    if clause.subject is None:
        return None
    if lemma == "fly" and not clause.is_passive and target is not None and nature in TRAVELLERS:
        if target.nature in {Nature.PRONOUN, Nature.AIRCRAFT} and roles:
            roles["aircraft"] = (simple(sight, target),)
            return draft(sight, clause, ClaimKind.FLIGHT, None, "flight.fly.object", roles)
        return None
    if nature in FLYING or (nature in {Nature.OTHER, Nature.ORGANISATION} and lemma in _AIR_VERBS):
        return _flight(sight, clause, roles, nature)
    if nature in TRAVELLERS or (nature is Nature.GOVERNMENT and lemma in {"visit", "travel", "tour"}):
        return _visit(sight, clause, roles)
    return None


def _stop(roles: dict[str, tuple[Filler, ...]], nature: Nature) -> dict[str, tuple[Filler, ...]]:
    """A stop names where it was: on a flight a place on the way, on a visit the destination."""
    there = (*roles.pop("destination", ()), *roles.pop("via", ()))
    side = "via" if nature in FLYING else "destination"
    return {**roles, side: there} if there else roles


def _flight(sight: Sight, clause: Clause, roles: dict[str, tuple[Filler, ...]], nature: Nature) -> Draft | None:
    assert clause.subject is not None
    if clause.lemma in verbs.STAY and not _is_parked(sight, clause):
        return None
    if (
        clause.lemma == "come"
        and "origin" not in roles
        and not any(p.mention_kind == "date" for p in clause.complements)
    ):
        return None
    if not (roles.keys() & {"origin", "destination", "via", "place"}) and clause.lemma not in _AIR_VERBS | {
        "arrive",
        "return",
    }:
        return None
    roles |= craft_roles(sight, marked_craft(sight, clause.subject), nature)
    count = count_of(sight, clause)
    if count:
        roles["count"] = count
    return draft(sight, clause, ClaimKind.FLIGHT, None, f"flight.{clause.lemma}", roles)


_STANDS = frozenset(
    {"airport", "airbase", "base", "apron", "tarmac", "ramp", "stand", "airfield", "field", "strip", "runway", "hangar"}
)


def _is_parked(sight: Sight, clause: Clause) -> bool:
    """Whether a craft that sits or waits does so at an airfield, not in some country for years."""
    return any(
        sight.tree.words[p.head].lower in _STANDS or (p.preposition == "at" and is_place(sight, p))
        for p in clause.complements
    )


def _visit(sight: Sight, clause: Clause, roles: dict[str, tuple[Filler, ...]]) -> Draft | None:
    assert clause.subject is not None
    if "place" in roles and "destination" not in roles:
        roles["destination"] = roles.pop("place")
    is_dated = any(p.mention_kind == "date" for p in clause.complements) and clause.lemma in {
        "arrive",
        "return",
        "come",
    }
    if not (roles.get("destination") or is_dated) or clause.lemma in {
        "sit",
        "stand",
        "park",
        "remain",
        "wait",
        "idle",
        "linger",
    }:
        return None
    roles.pop("via", None)
    roles["actor"] = visitors(sight, clause.subject, clause)
    return draft(sight, clause, ClaimKind.VISIT, None, f"visit.{clause.lemma}", roles)


def draft(
    sight: Sight,
    clause: Clause,
    kind: ClaimKind,
    subtype: str | None,
    rule: str,
    roles: Mapping[str, tuple[Filler, ...]],
) -> Draft:
    """A draft of a clause: its trigger is the verb group, its stretch the clause's."""
    words = sight.tree.words
    last = clause.verb
    if last + 1 < len(words) and words[last + 1].dep == "compound:prt":
        last += 1
    return Draft(
        kind=kind,
        subtype=subtype,
        rule=rule,
        sentence=sight.index,
        verb=clause.verb,
        trigger=(words[clause.group_first].start, words[last].end),
        left=words[min(clause.left, len(words) - 1)].start,
        right=words[min(clause.right, len(words) - 1)].end,
        roles={role: fillers for role, fillers in roles.items() if fillers},
    )
