"""Flights and visits told by a verb of moving: who or what moved, from where, to where, by way of what, how often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from overflight.documents.frames import verbs
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.crafts import (
    count_of,
    craft_roles,
    marked_craft,
    quantity_of_flights,
)
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, several, simple
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.goods import CARGO
from overflight.documents.frames.lexicon import CIVIL_TRAVEL, Nature
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.places import is_place, places_of
from overflight.documents.frames.tree import Word
from overflight.documents.frames.visitors import TRAVELLERS, visitors
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind, Filler

FLYING = frozenset({Nature.AIRCRAFT, Nature.FLIGHT, Nature.OPERATOR})
_AIR_VERBS = frozenset({"fly", "land", "touch", "take", "divert", "depart", "shuttle", "commute", "lift"})
_PARTICLES: dict[str, frozenset[str]] = {
    verb: frozenset(particles.split())
    for verb, particles in {
        "take": "off", "set": "off out down forth sail course", "put": "down in", "lift": "off", "touch": "down",
        "drop": "in into", "pull": "in into out up", "roll": "in into out", "push": "back", "start": "out off",
        "climb": "out away", "turn": "up", "show": "up", "swoop": "in into down", "slip": "in into out", "fan": "out",
    }.items()
}  # fmt: skip
"""Verbs that move only with one of these words right behind them."""
_NOT_BY_PEOPLE = frozenset(
    {"put", "set", "near", "approach", "climb", "push", "pull", "roll", "drop", "descend", "swoop", "lift"}
)
ORDINARY = frozenset(wordlist("passenger passengers commercial hard crash belly emergency test maiden training"))
"""What makes a flight or landing one of airline news."""
PASTIMES = (CIVIL_TRAVEL - {"passengers", "passenger"}) | {"club", "marathon", "athlete", "derby", "tour operator"}
_SERVICES = frozenset(
    wordlist("flight flights service services timetable route routes airline airlines passenger carrier")
)


def is_civil(sight: Sight, clause: Clause) -> bool:
    """Whether the clause speaks of sports, holidays or scheduled services, which are no claims."""
    words = sight.tree.words[max(0, min(clause.left, clause.verb)) : clause.right + 1]
    if any(w.lower in PASTIMES for w in words):
        return True
    if clause.subject is not None and clause.subject.nature is Nature.OPERATOR and _is_timetable(words, clause.verb):
        return True
    for word, following in zip(words, (*words[1:], None), strict=False):
        if word.lower == "scheduled" and following is not None and following.lower in _SERVICES:
            return True
    return any(_are_passengers(sight, phrase) for phrase in (clause.subject, clause.object) if phrase is not None)


def _is_timetable(words: Sequence[Word], verb: int) -> bool:
    """Whether an airline's verb in the present tells how often it flies (`flies twice a week from X to Y`)."""
    lowers = [w.lower for w in words]
    is_present = any(w.i == verb and w.tag in {"VBZ", "VBP"} for w in words)
    is_regular = any(pair in _REGULAR for pair in pairwise(lowers)) or bool({"daily", "weekly"} & set(lowers))
    return is_present and is_regular


_REGULAR = frozenset({("a", "week"), ("a", "day"), ("a", "month"), ("per", "week"), ("per", "day"), ("every", "day")})


def _are_passengers(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase speaks of passengers or of services for them; nobody on board, or a few, are none."""
    words = sight.tree.words[phrase.first : phrase.head + 1]
    if words[-1].lower in {"passenger", "passengers"}:
        return words[-1].tag == "NNS" and words[0].lower not in {
            "no",
            "its",
            "two",
            "three",
            "four",
            "five",
            "six",
            "few",
        }
    return words[-1].lower in _SERVICES and any(w.lower in {"passenger", "passengers"} for w in words)


def movement(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """The flight or visit of a clause whose verb moves; nature: what its subject stands for, pronouns resolved."""
    lemma, target = clause.lemma, clause.object
    if (
        is_civil(sight, clause)
        or not _has_particle(sight, clause)
        or (lemma in _NOT_BY_PEOPLE and nature not in FLYING)
    ):
        return None
    roles = _ends(sight, clause, nature)
    if roles is None or clause.subject is None or _is_of_makers(sight, clause):
        return None
    if lemma == "fly" and not clause.is_passive and target is not None and nature in TRAVELLERS:
        if target.nature in {Nature.PRONOUN, Nature.AIRCRAFT} and roles:
            roles["aircraft"] = (simple(sight, target),)
            return draft(sight, clause, ClaimKind.FLIGHT, None, "flight.fly.object", roles)
        return None
    if nature in FLYING or (nature in {Nature.OTHER, Nature.ORGANISATION} and lemma in _AIR_VERBS):
        return _flight(sight, clause, roles, nature)
    is_named = nature is Nature.OTHER and sight.tree.words[clause.subject.head].is_name
    if nature in TRAVELLERS or ((is_named or nature is Nature.GOVERNMENT) and lemma in {"visit", "travel", "tour"}):
        return _visit(sight, clause, roles)
    return None


def _is_of_makers(sight: Sight, clause: Clause) -> bool:
    """Whether a craft left the works that built it, which is its history and no flight (`left the Tashkent factory in 1991`)."""
    target = clause.object
    if clause.lemma not in {"leave", "quit"} or target is None:
        return False
    return noun_base(sight.tree.words[target.head].lower) in {"factory", "plant", "works", "line", "shipyard"}


_COMING = frozenset({"arrive", "come", "land", "follow", "go"})
"""Verbs before which a place may stand, and behind which the goods (`On the second flight arrived equipment`)."""


def with_subject_behind(clause: Clause) -> Clause:
    """The clause with what stands behind the verb as its subject, where nothing before it can be (`In came an Il-76`)."""
    before = clause.subject
    tag = clause.tree.words[clause.verb].tag
    is_finite = tag in {"VBD", "VBZ", "VBP"} or bool(clause.auxiliaries)
    if (
        clause.is_passive
        or not is_finite
        or (before is not None and (clause.subject_is_own or before.nature in FLYING | TRAVELLERS))
    ):
        return clause
    behind = next((p for p in clause.complements if p.first > clause.verb and not p.preposition), None)
    if clause.lemma in _COMING and before is None and behind is not None and behind.nature in CARGO:
        return replace(clause, subject=behind, object=None, subject_is_own=True)
    if behind is None or behind.nature not in FLYING | TRAVELLERS:
        behind = next((p for p in clause.complements if p.first > clause.verb and p.nature is Nature.AIRCRAFT), None)
        if behind is None or behind.preposition or before is not None:
            return clause
    target = None if clause.object is behind else clause.object
    return replace(clause, subject=behind, object=target, subject_is_own=True)


def _has_particle(sight: Sight, clause: Clause) -> bool:
    """Whether a verb that moves only with a small word has it (`set off`, `put down`)."""
    wanted = _PARTICLES.get(clause.lemma)
    following = sight.tree.words[clause.verb + 1 : clause.verb + 2]
    return wanted is None or bool(following and following[0].lower in wanted)


_SIDES = {"leave": "origin", "depart": "origin", "quit": "origin", "exit": "origin", "transit": "via", "cross": "via"}
"""What the object of a verb of moving is, where it is a place."""


def _ends(sight: Sight, clause: Clause, nature: Nature) -> dict[str, tuple[Filler, ...]] | None:
    """The ends of a movement; None where its verb needs a place that is not told."""
    lemma, target, words = clause.lemma, clause.object, sight.tree.words
    roles = dict(places_of(sight, clause, lemma))
    side = "destination" if lemma in verbs.REACH else _SIDES.get(lemma)
    if target is not None and is_place(sight, target) and not clause.is_passive:
        if side is not None:
            roles[side] = (*roles.get(side, ()), *several(sight, target, places=True))
    elif lemma in verbs.REACH or (lemma in {"leave", "quit", "exit"} and "destination" not in roles):
        return None
    if lemma in verbs.STOP:
        ways = {"call": {"at", "in"}, "pass": {"through"}}.get(lemma)
        if ways is not None and not any(p.preposition in ways and p.first > clause.verb for p in clause.complements):
            return None
        roles = _stop(roles, nature)
    if (
        lemma == "put"
        and words[clause.verb + 1].lower == "in"
        and any(
            p.preposition == "for" and words[p.head].lower in {"fuel", "refuelling", "repairs"}
            for p in clause.complements
        )
    ):
        roles = _stop(roles, nature)
    there = [w for w in words[clause.verb + 1 : clause.verb + 4] if w.lower == "there"]
    if there and "destination" not in roles:
        roles["destination"] = (sight.filler(there[0].i, there[0].i),)
    return roles


def _stop(roles: dict[str, tuple[Filler, ...]], nature: Nature) -> dict[str, tuple[Filler, ...]]:
    """A stop names where it was: on a flight a place on the way, on a visit the destination."""
    there = (*roles.pop("destination", ()), *roles.pop("via", ()))
    side = "via" if nature in FLYING else "destination"
    return {**roles, side: there} if there else roles


def _flight(sight: Sight, clause: Clause, roles: dict[str, tuple[Filler, ...]], nature: Nature) -> Draft | None:
    assert clause.subject is not None
    if clause.lemma in verbs.STAY and not _is_parked(sight, clause):
        return None
    is_dated = any(p.mention_kind == "date" and p.preposition not in {"until", "till"} for p in clause.complements)
    is_past = sight.tree.words[clause.verb].tag in {"VBD", "VBN"}
    is_back = is_past and sight.tree.words[min(clause.verb + 1, len(sight.tree.words) - 1)].lower in {"back", "in"}
    if clause.lemma == "come" and "origin" not in roles and not is_dated and not is_back:
        return None
    is_told = bool(roles.keys() & {"origin", "destination", "via", "place"})
    if not is_told and (nature is Nature.OPERATOR or (not is_dated and clause.lemma in {"fly", "commute"})):
        return None
    if (
        not is_told
        and clause.lemma not in _AIR_VERBS | {"arrive", "return"}
        and not (is_dated and (_came_in(sight, clause) or clause.lemma in {"come", "follow"}))
    ):
        return None
    roles |= craft_roles(sight, marked_craft(sight, clause.subject), nature)
    count = count_of(sight, clause) or _how_many(sight, clause.subject)
    if count:
        roles["count"] = count
    return draft(sight, clause, ClaimKind.FLIGHT, None, f"flight.{clause.lemma}", roles)


def _how_many(sight: Sight, subject: Phrase) -> tuple[Filler, ...]:
    """The number of aircraft that came down, each a flight (`Five cargo planes have landed`)."""
    words = sight.tree.words
    if subject.nature is not Nature.AIRCRAFT or words[subject.head].tag not in {"NNS", "NNPS"}:
        return ()
    return quantity_of_flights(sight, subject)


def _came_in(sight: Sight, clause: Clause) -> bool:
    """`came in`, `went out`: a movement of an aircraft though no place is told."""
    following = sight.tree.words[clause.verb + 1 : clause.verb + 2]
    return (
        clause.lemma in {"come", "go", "pull", "roll", "drop"}
        and bool(following)
        and following[0].lower in {"in", "out"}
    )


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
    came = _came_in(sight, clause) or (clause.lemma == "fly" and "origin" in roles)
    if not (roles.get("destination") or is_dated or came) or clause.lemma in {
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


_JOURNEYS = frozenset({ClaimKind.FLIGHT, ClaimKind.VISIT})
_AHEAD = frozenset(wordlist("tomorrow monday tuesday wednesday thursday friday saturday sunday next"))
_SETTING_OUT = verbs.ARRIVE | verbs.DEPART | verbs.GO | {"visit"}


def _is_ahead(sight: Sight, clause: Clause) -> bool:
    """Whether the present tense with a day tells a journey to come (`flies to Abu Dhabi on Monday`); headlines do not count."""
    words = sight.tree.words
    verb = words[clause.verb]
    if (
        verb.tag not in {"VBZ", "VBP"}
        or clause.auxiliaries
        or clause.lemma not in _SETTING_OUT
        or words[-1].text != "."
    ):
        return False
    days = [p for p in clause.complements if p.mention_kind == "date" and p.first > clause.verb]
    return any(w.lower in _AHEAD for p in days for w in words[p.first : p.last + 1])


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
        modality="planned" if kind in _JOURNEYS and _is_ahead(sight, clause) else None,
        sentence=sight.index,
        verb=clause.verb,
        trigger=(words[clause.group_first].start, words[last].end),
        left=words[min(clause.left, len(words) - 1)].start,
        right=words[min(clause.right, len(words) - 1)].end,
        roles={role: fillers for role, fillers in roles.items() if fillers},
    )
