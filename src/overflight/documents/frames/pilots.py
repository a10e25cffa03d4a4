"""Flights told by their noun (`operated three flights`) and by who flew them."""

from __future__ import annotations

from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.crafts import (
    craft_roles,
    quantity_of_flights,
)
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, simple
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.movement import FLYING, draft, is_civil
from overflight.documents.frames.places import places_inside, places_of
from overflight.records.claim import ClaimKind


def flights_of_object(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`operated regular flights to Damascus`, `flew the Port Sudan rotation`: a flight named by its noun."""
    target = clause.subject if clause.is_passive else clause.object
    if target is None or target.nature is not Nature.FLIGHT or is_civil(sight, clause):
        return None
    if NOUNS.get(noun_base(sight.tree.words[target.head].lower)) is not Nature.FLIGHT:
        return None
    roles = dict(places_of(sight, clause, "fly"))
    roles |= {k: v for k, v in places_inside(sight, target).items() if k not in roles}
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
