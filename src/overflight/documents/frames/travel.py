"""Journeys told without a verb of moving: who is expected, was led or received somewhere, has been there, is off to it."""

from __future__ import annotations

from dataclasses import replace

from overflight.documents.frames.arrivals import arrival_of_goods
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.crafts import craft_roles
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.ellipses import is_elliptic
from overflight.documents.frames.fillers import Sight, several, simple
from overflight.documents.frames.goods import CARGO
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.movement import FLYING, draft, is_civil, movement
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.places import is_place, places_of
from overflight.documents.frames.visitors import TRAVELLERS, visitors
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind, Filler

_GUESTS = frozenset({Nature.PEOPLE, Nature.PERSON})
_WAYS = frozenset({"way", "ways"})
_OFF = frozenset({"off", "back", "away", "airborne", "up", "out"})


def scheduled(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`Another is scheduled for 9 December`, `two more are planned for July`: one more of the flights told before, to come."""
    subject = clause.subject
    is_dated = any(p.mention_kind == "date" and p.first > clause.verb for p in clause.complements)
    if subject is None or subject.nature is not Nature.PRONOUN or not clause.is_passive or not is_dated:
        return None
    if nature not in {Nature.FLIGHT, Nature.AIRCRAFT} or not is_elliptic(sight.text(subject.first, subject.last)):
        return None
    made = draft(sight, clause, ClaimKind.FLIGHT, None, f"flight.noun.{clause.lemma}", {})
    trigger = (sight.tree.words[subject.first].start, made.trigger[1])
    return replace(made, modality="planned", trigger=trigger, roles=places_of(sight, clause, "fly"))


def expected(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`is expected at X on 4 December`, `is due in X`: a flight or visit to come."""
    place = _place_after(sight, clause, {"at", "in"})
    if not clause.is_passive or clause.subject is None or is_civil(sight, clause):
        return None
    if nature in CARGO:
        where: dict[str, tuple[Filler, ...]] = {}
        if place is not None:
            where["destination"] = (simple(sight, place, places=True),)
        made = arrival_of_goods(sight, replace(clause, lemma="come", is_passive=False), nature, where)
        return replace(made, modality="planned") if made is not None else None
    if place is None:
        return None
    return _arrived(sight, clause, nature, (simple(sight, place, places=True),), "planned")


def led(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`led a team of technicians to X`, `accompanied the minister to Y`: leader and led went there together."""
    people = clause.object
    place = _place_after(sight, clause, {"to", "into", "on a visit to", "around"})
    if place is None or people is None or clause.subject is None or clause.is_passive or is_civil(sight, clause):
        return None
    if people.nature not in _GUESTS or nature not in TRAVELLERS:
        return None
    actors = (*visitors(sight, clause.subject, clause), simple(sight, people))
    roles = {"actor": actors, "destination": several(sight, place, places=True)}
    return draft(sight, clause, ClaimKind.VISIT, None, f"visit.{clause.lemma}", roles)


def received(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`the general was received in X`, `X hosted a delegation from Y`: the guests travelled."""
    if is_civil(sight, clause):
        return None
    guests = clause.subject if clause.is_passive else clause.object
    if guests is None or guests.nature not in _GUESTS:
        return None
    place = _place_after(sight, clause, {"in", "at"})
    host = clause.subject
    if place is None and not clause.is_passive and host is not None and is_place(sight, host):
        place = host
    if place is None:
        return None
    roles = {"actor": several(sight, guests), "destination": (simple(sight, place, places=True),)}
    return draft(sight, clause, ClaimKind.VISIT, None, f"visit.{clause.lemma}", roles)


_BEGINNING = frozenset({"begin", "start", "originate"})
_TAKING = frozenset({"take", "bring", "lead", "carry"})


def course(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`The third trip ended in X`, `the second leg took the jet to Y`: where a flight began, went and came down."""
    if nature is not Nature.FLIGHT or clause.subject is None or clause.is_passive:
        return None
    if clause.lemma in _TAKING:
        craft = clause.object
        if craft is None or craft.nature not in {Nature.AIRCRAFT, Nature.PRONOUN}:
            return None
        made = movement(sight, replace(clause, lemma="fly", object=None), nature)
        return made.with_roles(aircraft=(simple(sight, craft),)) if made is not None else None
    made = movement(sight, replace(clause, lemma="arrive", object=None), nature)
    if made is None or clause.lemma not in _BEGINNING or "destination" not in made.roles:
        return made
    ends = {role: fillers for role, fillers in made.roles.items() if role != "destination"}
    return replace(made, roles={**ends, "origin": made.roles["destination"]})


_RECORDS = frozenset(wordlist("data database databases log logs records archive radar screens systems tracker"))


def recorded(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`The sixth flight does not appear in the data`: told, or doubted, by what records flights."""
    words = sight.tree.words
    source = next(
        (p for p in clause.complements if p.first > clause.verb and words[p.head].lower in _RECORDS and p.preposition),
        None,
    )
    if nature not in {Nature.FLIGHT, Nature.AIRCRAFT} or clause.subject is None or source is None:
        return None
    is_of_flight = words[clause.subject.head].lower not in NOUNS or nature is Nature.FLIGHT
    if not is_of_flight:
        return None
    roles = {} if clause.subject.nature is Nature.PRONOUN else craft_roles(sight, clause.subject, nature)
    made = draft(sight, clause, ClaimKind.FLIGHT, None, f"flight.{clause.lemma}.record", roles)
    is_missing = any(w.lower in {"not", "n't", "never", "nowhere"} for w in words[clause.group_first : clause.verb + 1])
    made = replace(made, trigger=(words[clause.subject.first].start, made.trigger[1]), speaker=simple(sight, source))
    return replace(made, polarity="unconfirmed") if is_missing else made


def followed(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`another followed on Wednesday`, `two more will follow`: one more of what was told before."""
    if clause.object is not None or clause.subject is None or nature not in FLYING | TRAVELLERS:
        return None
    return movement(sight, replace(clause, is_passive=False), nature)


def spent(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`spent three days in X`: a stay at a place, of visitors or of an aircraft."""
    words = sight.tree.words
    place = _place_after(sight, clause, {"in", "at", "on"})
    is_time = any(p.nature is Nature.TIME and not p.preposition and p.first > clause.verb for p in clause.complements)
    if place is None or not is_time or is_civil(sight, clause) or words[clause.verb].tag == "VBG":
        return None
    return _arrived(sight, clause, nature, (simple(sight, place, places=True),), None)


_CALLS = frozenset({"stop", "destination", "stopover", "port", "halt"})


def call(sight: Sight, clause: Clause) -> Draft | None:
    """`The jet's last stop was X`, `Its destination was Y`: a noun of a call, and the place that it was at."""
    words = sight.tree.words
    stop = clause.subject
    place = next((p for p in clause.complements if p.first > clause.verb and is_place(sight, p)), None)
    if (
        stop is None
        or place is None
        or place.preposition not in {"", "at", "in"}
        or words[stop.head].lower not in _CALLS
    ):
        return None
    owner = next((w.i for w in words[stop.first : stop.head] if w.tag == "POS"), None)
    if owner is not None:
        craft = sight.filler(stop.first, owner - 1)
        if NOUNS.get(words[owner - 1].lower) not in FLYING and not any(c.isdigit() for c in craft.text):
            return None
    elif words[stop.first].lower == "its":
        craft = sight.filler(stop.first, stop.first)
    else:
        return None
    roles = {"aircraft": (craft,), "destination": several(sight, place, places=True)}
    return draft(sight, clause, ClaimKind.FLIGHT, None, f"flight.be.{words[stop.head].lower}", roles)


def wayfaring(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`made its way to X`, `winged its way home to Y`: the verb only helps the way."""
    target = clause.object
    if target is None or sight.tree.words[target.head].lower not in _WAYS:
        return None
    return movement(sight, replace(clause, lemma="go", object=None), nature)


def away(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`has been to X`, `was off again, bound for Y`: to be, with where from or where to."""
    words = sight.tree.words
    if clause.subject is None or is_civil(sight, clause):
        return None
    has_been = words[clause.verb].lower == "been" and clause.verb + 1 < len(words)
    to = next((p for p in clause.complements if p.first > clause.verb and is_place(sight, p)), None)
    if has_been and to is not None and to.preposition == "to":
        return _arrived(sight, clause, nature, several(sight, to, places=True), None)
    following = words[clause.verb + 1].lower if clause.verb + 1 < len(words) else ""
    due = _place_after(sight, clause, {"in", "at", "into"})
    if following == "due" and due is not None:
        return _arrived(sight, clause, nature, (simple(sight, due, places=True),), "planned")
    ends = places_of(sight, clause, "depart")
    if following in _OFF and nature in FLYING | {Nature.PRONOUN} and ends.keys() & {"origin", "destination"}:
        subject = clause.subject
        roles = {**ends, **craft_roles(sight, subject, Nature.AIRCRAFT if nature is Nature.PRONOUN else nature)}
        return draft(sight, clause, ClaimKind.FLIGHT, None, "flight.be.off", roles)
    return None


def _place_after(sight: Sight, clause: Clause, ways: set[str]) -> Phrase | None:
    return next(
        (p for p in clause.complements if p.first > clause.verb and p.preposition in ways and is_place(sight, p)), None
    )


def _arrived(
    sight: Sight, clause: Clause, nature: Nature, where: tuple[Filler, ...], modality: str | None
) -> Draft | None:
    """The flight or visit of a subject that is, was or will be at a place."""
    if clause.subject is None:
        return None
    if nature in FLYING:
        roles = {"destination": where, **craft_roles(sight, clause.subject, nature)}
        made = draft(sight, clause, ClaimKind.FLIGHT, None, f"flight.{clause.lemma}", roles)
    elif nature in TRAVELLERS or (nature is Nature.OTHER and sight.tree.words[clause.subject.head].is_name):
        roles = {"actor": visitors(sight, clause.subject, clause), "destination": where}
        made = draft(sight, clause, ClaimKind.VISIT, None, f"visit.{clause.lemma}", roles)
    else:
        return None
    return replace(made, modality=modality) if modality else made
