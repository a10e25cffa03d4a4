"""Flights and visits: who or what moved, from where, to where, by way of what, how often, and who flew it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from overflight.documents.frames import verbs
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.crafts import (
    count_of,
    craft_roles,
    marked_craft,
    quantity_of_flights,
)
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, listed, several, simple
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import CIVIL_TRAVEL, NOUNS, Nature
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.records.claim import ClaimKind, Filler

FLYING = frozenset({Nature.AIRCRAFT, Nature.FLIGHT, Nature.OPERATOR})
TRAVELLERS = frozenset({Nature.PEOPLE, Nature.PERSON, Nature.FORCE})
_AIR_VERBS = frozenset({"fly", "land", "touch", "take", "divert", "depart", "shuttle", "commute"})
_DESTINATION = frozenset(
    {
        "to",
        "into",
        "in",
        "at",
        "on",
        "onto",
        "towards",
        "toward",
        "back to",
        "for",
        "bound for",
        "headed for",
        "destined for",
        "en route to",
        "on to",
        "outside",
        "near",
        "outside of",
    }
)
_PLACE_OBJECT = frozenset({Nature.PLACE, Nature.GOVERNMENT})


def places_of(sight: Sight, clause: Clause, lemma: str) -> dict[str, tuple[Filler, ...]]:
    """The origin, destination, via and place that the prepositions of a clause name."""
    found: dict[str, list[Filler]] = {}
    for phrase in clause.complements:
        if phrase.preposition == "between" and is_place(sight, phrase):
            ends = several(sight, phrase)
            if len(ends) == 2:
                found["origin"], found["destination"] = [ends[0]], [ends[1]]
            continue
        role = _place_role(sight, clause, phrase, lemma)
        if role is None or not is_place(sight, phrase):
            continue
        fillers = several(sight, phrase, places=True)
        known = {f.start for f in found.get(role, [])}
        found.setdefault(role, []).extend(f for f in fillers if f.start not in known)
    return {role: tuple(fillers) for role, fillers in found.items()}


def is_place(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase names a place; a name that no table knows is one after a preposition of place or as a goal."""
    if phrase.nature is Nature.PLACE or phrase.mention_kind == "place":
        return True
    word = sight.tree.words[phrase.head]
    if word.lower in {"country", "state", "republic", "kingdom", "nation"} and not word.is_name:
        return phrase.preposition in {"", "in", "into", "to", "from", "out of", "through", "via", "back to"}
    unknown = phrase.mention_kind is None and phrase.nature in {Nature.OTHER, Nature.PERSON}
    return (
        unknown
        and word.is_name
        and word.text[:1].isupper()
        and phrase.preposition
        in {
            "",
            "to",
            "from",
            "in",
            "at",
            "via",
            "into",
            "back to",
            "through",
            "on to",
            "towards",
            "toward",
            "for",
            "between",
            "outside",
            "near",
        }
    )


def _place_role(sight: Sight, clause: Clause, phrase: Phrase, lemma: str) -> str | None:
    preposition = phrase.preposition
    words = sight.tree.words
    before = [w.lower for w in words[max(0, phrase.first - 7) : phrase.first]]
    if preposition in {"via", "through", "by way of", "with stops in"}:
        return "via"
    if (
        preposition in {"in", "at"}
        and any(w.startswith(("stop", "refuel", "layover", "transit")) for w in before)
        and lemma not in {"stop"}
    ):
        return "via"
    if preposition == "from":
        return "origin"
    if preposition == "" and phrase.first > clause.verb:
        return "destination" if words[phrase.head].lower in {"there", "here"} else None
    if preposition == "for":
        return "destination" if lemma in verbs.DEPART | {"head", "make", "set"} else None
    if preposition not in _DESTINATION:
        return None
    if phrase.first < clause.verb and preposition in {"in", "at", "on"} and lemma not in verbs.ARRIVE | verbs.STAY:
        return None
    if preposition in {"in", "at", "on", "near", "outside"}:
        if phrase.first > clause.verb and _follows_place(sight, phrase):
            return None
        if lemma in verbs.GO | verbs.DEPART:
            return None
        return "destination"
    return "destination"


def _follows_place(sight: Sight, phrase: Phrase) -> bool:
    """Whether `in …` only says where the place before it lies (`Bandar Abbas in southern Iran`)."""
    k = phrase_position(sight.phrases, phrase)
    before = sight.phrases[k - 1] if k else None
    return before is not None and before.nature is Nature.PLACE and before.last == phrase.first - 2


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


def visitors(sight: Sight, subject: Phrase, clause: Clause) -> tuple[Filler, ...]:
    """The visitors: leader and group are two fillers (`its director toured X with a delegation`)."""
    own = [visitor(sight, p) for p in listed(sight, subject)]
    for phrase in clause.complements:
        if (
            phrase.preposition in {"with", "along with", "together with", "accompanied by"}
            and phrase.nature in TRAVELLERS
            and phrase.first > clause.verb
        ):
            own.append(visitor(sight, phrase))
    return tuple(own)


def visitor(sight: Sight, phrase: Phrase) -> Filler:
    """A visitor's phrase with `of …` and a participle that describes it (`a delegation linked to the Guards`)."""
    base = simple(sight, phrase)
    words = sight.tree.words
    last = max((w.i for w in words if w.start < base.end), default=phrase.last)
    for verb in sight.tree.kids(phrase.head, "acl"):
        if verb.tag == "VBN" and verb.i > last and words[last + 1].text != ",":
            below = [
                k for k in sight.tree.below(verb.i, without=frozenset({"acl:relcl", "advcl", "parataxis"})) if k > last
            ]
            inside = [p for p in sight.phrases if p.first > verb.i and p.head in below]
            if inside:
                return sight.filler(phrase.first, inside[-1].last, phrase.norm)
    return base


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


def flights_of_object(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`operated regular flights to Damascus`, `flew the Port Sudan rotation`: a flight named by its noun."""
    target = clause.subject if clause.is_passive else clause.object
    if target is None or target.nature is not Nature.FLIGHT or is_civil(sight, clause):
        return None
    if NOUNS.get(noun_base(sight.tree.words[target.head].lower)) is not Nature.FLIGHT:
        return None
    roles = dict(places_of(sight, clause, "fly"))
    roles |= {k: v for k, v in _inside_places(sight, target).items() if k not in roles}
    count = quantity_of_flights(sight, target)
    if count:
        roles["count"] = count
    subject = None if clause.is_passive else clause.subject
    if clause.is_passive:
        subject = next((p for p in clause.complements if p.preposition == "by"), None)
    if subject is not None:
        if nature in {Nature.PERSON, Nature.PEOPLE} or (
            nature is Nature.PRONOUN and sight.tree.words[subject.head].lower in {"he", "she"}
        ):
            roles["pilot"] = (simple(sight, subject),)
        elif nature in FLYING or nature in {Nature.ORGANISATION, Nature.OTHER, Nature.FORCE, Nature.GOVERNMENT}:
            roles |= craft_roles(sight, subject, nature if nature is not Nature.OTHER else Nature.OPERATOR)
    if not roles.keys() & {"origin", "destination", "aircraft", "actor", "pilot"}:
        return None
    return draft(sight, clause, ClaimKind.FLIGHT, None, f"flight.{clause.lemma}.noun", roles)


def _inside_places(sight: Sight, phrase: Phrase) -> dict[str, tuple[Filler, ...]]:
    """A place inside a flight's own phrase is where it went: `the Port Sudan rotation`."""
    words = sight.tree.words
    inside = [m for m in sight.scene.within(words[phrase.first].start, words[phrase.last].end) if m.kind == "place"]
    return {"destination": (_mention_filler(sight, inside[0].start, inside[0].end, inside[0].norm),)} if inside else {}


def _mention_filler(sight: Sight, start: int, end: int, norm: str | None) -> Filler:
    return Filler(text=sight.scene.text[start:end], start=start, end=end, norm=norm)


def piloting(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`is said to have piloted the plane`: a person at the controls of an aircraft."""
    target = clause.subject if clause.is_passive else clause.object
    person = clause.subject
    if clause.is_passive:
        person = next((p for p in clause.complements if p.preposition == "by"), None)
        nature = person.nature if person is not None else nature
    if target is None or person is None or target.nature not in {Nature.AIRCRAFT, Nature.FLIGHT}:
        return None
    pronoun = sight.tree.words[person.head].lower in {"he", "she", "who"}
    if not (nature in {Nature.PERSON, Nature.PEOPLE} or pronoun):
        return None
    roles = dict(places_of(sight, clause, "fly"))
    roles["pilot"] = (simple(sight, person),)
    if target.nature is Nature.AIRCRAFT:
        roles["aircraft"] = (simple(sight, target),)
    else:
        roles |= {k: v for k, v in _inside_places(sight, target).items() if k not in roles}
    return draft(sight, clause, ClaimKind.FLIGHT, None, "flight.pilot", roles)


def with_word(d: Draft, rule: str) -> Draft:
    """The draft under another rule's name."""
    return replace(d, rule=rule)


__all__ = ["FLYING", "TRAVELLERS", "draft", "movement"]
