"""Flights told by their noun (`operated three flights`) and by who flew them."""

from __future__ import annotations

from collections.abc import Iterator

from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.crafts import (
    craft_roles,
    quantity_of_flights,
)
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, simple
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.movement import FLYING, ORDINARY, draft, is_civil
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.places import places_inside, places_of
from overflight.documents.frames.visitors import visitors
from overflight.records.claim import ClaimKind

_JOURNEYS = frozenset({"trip", "journey", "visit", "tour"})
"""Nouns that tell a visit where people make them, and a flight where an aircraft does."""


def flights_of_object(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`operated regular flights to Damascus`, `flew the Port Sudan rotation`: a flight named by its noun."""
    target = clause.subject if clause.is_passive else clause.object
    if target is None or target.nature is not Nature.FLIGHT or is_civil(sight, clause):
        return None
    if any(w.lower in ORDINARY for w in sight.tree.words[target.first : target.head]):
        return None
    head = sight.tree.words[target.head].lower
    if Nature.FLIGHT not in {NOUNS.get(head), NOUNS.get(noun_base(head))}:
        counted = sight.next_phrase(target)
        if counted is None or counted.preposition != "of" or counted.nature is not Nature.FLIGHT:
            return None
        target = counted
    roles = dict(places_of(sight, clause, "fly"))
    roles |= {k: v for k, v in places_inside(sight, target).items() if k not in roles}
    if noun_base(head) in _JOURNEYS and clause.subject is not None and nature in {Nature.PERSON, Nature.PEOPLE}:
        if clause.is_passive or not roles.get("destination"):
            return None
        journey = {"actor": visitors(sight, clause.subject, clause), "destination": roles["destination"]}
        return draft(sight, clause, ClaimKind.VISIT, None, f"visit.{clause.lemma}.noun", journey)
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
        roles |= {k: v for k, v in places_inside(sight, target).items() if k not in roles}
    return draft(sight, clause, ClaimKind.FLIGHT, None, "flight.pilot", roles)


def at_controls(sight: Sight, clause: Clause, subject: Phrase, after: list[Phrase]) -> Draft:
    """The flight of somebody who was at its controls."""
    roles = dict(places_of(sight, clause, "fly"))
    roles.pop("destination", None) if not any(p.preposition == "to" for p in after) else None
    roles["pilot"] = (simple(sight, subject),)
    craft = next((p for p in after if p.nature is Nature.AIRCRAFT), None)
    if craft is not None:
        roles["aircraft"] = (simple(sight, craft),)
    return draft(sight, clause, ClaimKind.FLIGHT, None, "flight.controls", roles)


CONTROLS = frozenset(["controls", "command", "cockpit", "helm", "yoke", "seat", "stick"])
_FLYING_OF = frozenset({"piloting", "flying", "commanding", "captaining", "skippering", "steering"})


def commanding(sight: Sight) -> Iterator[Draft]:
    """`In command of the flight was X`, `Piloting the plane was X`: what was flown stands first, the pilot last."""
    words = sight.tree.words
    for phrase in sight.phrases:
        craft = _flown(sight, phrase)
        if craft is None:
            continue
        last = max(phrase.last, craft.last)
        later = [p for p in sight.phrases if p.first > last and p.nature is not Nature.TIME]
        person = next((p for p in later[:1] if p.nature in {Nature.PERSON, Nature.PEOPLE} and not p.preposition), None)
        named = person and _apposed_name(sight, person)
        if person is None or named is None:
            continue
        days = [p for p in sight.phrases if last < p.first < person.first]
        gap = [w for w in words[last + 1 : person.first] if not any(d.first - 1 <= w.i <= d.last for d in days)]
        if not gap or not all(w.is_verb or w.tag in {"MD", "RB", "DT"} or w.text == "," for w in gap):
            continue
        roles = {"pilot": (simple(sight, named),)}
        if craft.nature is Nature.AIRCRAFT:
            roles["aircraft"] = (simple(sight, craft),)
        first = words[max(0, phrase.first - 1)]
        yield Draft(
            kind=ClaimKind.FLIGHT,
            subtype=None,
            rule="flight.command",
            sentence=sight.index,
            verb=next(w.i for w in gap if w.is_verb or w.tag == "MD"),
            trigger=(first.start, words[named.last].end),
            left=words[phrase.first].start,
            right=words[named.last].end,
            roles=roles,
        )


def _flown(sight: Sight, phrase: Phrase) -> Phrase | None:
    """The aircraft or flight whose controls a phrase speaks of; the phrase itself where it names no other."""
    words = sight.tree.words
    crafts = {Nature.FLIGHT, Nature.AIRCRAFT}
    if phrase.nature in crafts and phrase.first == 1 and words[0].lower in _FLYING_OF:
        return phrase
    if words[phrase.head].lower not in CONTROLS or phrase.preposition not in {"in", "at"} or phrase.first > 4:
        return None
    following = sight.next_phrase(phrase)
    if following is None or following.preposition != "of":
        return phrase
    return following if following.nature in crafts or words[following.head].lower == "ship" else None


def _apposed_name(sight: Sight, person: Phrase) -> Phrase | None:
    """The name of a person: the phrase itself, or the name right behind a description of him."""
    words = sight.tree.words
    if words[person.head].is_name:
        return person
    following = sight.next_phrase(person)
    if following is None or not words[following.head].is_name or following.nature is not Nature.PERSON:
        return None
    gap = [w.text for w in words[person.last + 1 : following.first]]
    return following if gap in ([], [","]) else None
