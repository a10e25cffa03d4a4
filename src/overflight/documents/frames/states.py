"""What is the case: people at a place, in jail, at the controls, on a passenger list; aircraft seen on an apron."""

from __future__ import annotations

from collections.abc import Iterator

from overflight.documents.coreference import Discourse
from overflight.documents.frames import verbs
from overflight.documents.frames.arrests import charge
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.crafts import craft_roles
from overflight.documents.frames.designation import sanctions_in
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, several, simple
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.movement import ORDINARY, draft, is_civil
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.documents.frames.pilots import CONTROLS, at_controls
from overflight.documents.frames.places import is_place, places_of
from overflight.documents.frames.visitors import TRAVELLERS, visitors
from overflight.records.claim import ClaimKind, Filler

_JAIL = frozenset(["jail", "prison", "custody", "detention", "arrest", "cell", "remand", "bars"])
_APRON = frozenset(
    {
        "on",
        "at",
        "in",
        "near",
        "beside",
        "outside",
        "next to",
        "inside",
        "alongside",
        "by",
        "close to",
        "over",
        "opposite",
    }
)
_BOUND = frozenset({"bound for", "headed for", "destined for", "en route to"})
_MEMBERS = frozenset(["list", "manifest", "roster", "crew", "delegation", "team", "passengers"])


def being(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """A clause of `be` with a prepositional phrase: where somebody is, or what state he is in."""
    after = [p for p in clause.complements if p.first > clause.verb]
    if clause.subject is None or not after:
        return None
    words = sight.tree.words
    subject = clause.subject
    for phrase in after:
        head = words[phrase.head].lower
        if (
            phrase.preposition in {"in", "under", "behind"}
            and head in _JAIL
            and nature in {Nature.PERSON, Nature.PEOPLE, Nature.OTHER, Nature.PRONOUN, Nature.FORCE}
        ):
            roles = {"object": several(sight, subject), "reason": charge(sight, clause), "place": _where(sight, after)}
            return draft(sight, clause, ClaimKind.ARREST, None, "arrest.be", roles)
        if head in CONTROLS and phrase.preposition in {"at", "in"}:
            return at_controls(sight, clause, subject, after)
        if (
            head in {"pilot", "captain", "commander"}
            and not phrase.preposition
            and any(p.preposition == "of" and p.nature in {Nature.FLIGHT, Nature.AIRCRAFT} for p in after)
        ):
            return at_controls(sight, clause, subject, after)
        if (
            phrase.preposition in {"on", "aboard", "on board", "among"}
            and (head in _MEMBERS or phrase.nature is Nature.FLIGHT)
            and sanctions_in(sight, phrase) is None
            and nature is Nature.PERSON
        ):
            roles = {"actor": several(sight, subject), "object": (simple(sight, phrase),)}
            return draft(sight, clause, ClaimKind.ROLE, "membership", "role.membership.on", roles)
    if nature in TRAVELLERS and not is_civil(sight, clause):
        place = next((p for p in after if p.preposition in {"in", "at"} and is_place(sight, p)), None)
        if (
            place is not None
            and (nature is Nature.PEOPLE or any(p.nature is Nature.TIME for p in after))
            and not words[clause.verb + 1].is_verb
        ):
            roles = {"actor": visitors(sight, subject, clause), "destination": (simple(sight, place, places=True),)}
            return draft(sight, clause, ClaimKind.VISIT, None, "visit.be", roles)
    if nature in {Nature.AIRCRAFT, Nature.FLIGHT}:
        goal = next((p for p in after if p.preposition in _BOUND and is_place(sight, p)), None)
        if goal is not None and clause.subject_is_own:
            roles = {
                **places_of(sight, clause, "fly"),
                "destination": several(sight, goal, places=True),
                **craft_roles(sight, subject, nature),
            }
            return draft(sight, clause, ClaimKind.FLIGHT, None, "flight.be.bound", roles)
    if nature is Nature.AIRCRAFT and words[clause.verb + 1].lower != "due":
        place = next((p for p in after if p.preposition in {"on", "at", "in"} and is_place(sight, p)), None)
        if place is not None and words[clause.verb + 1].lower != "under":
            roles = {"aircraft": (simple(sight, subject),), "place": (simple(sight, place, places=True),)}
            return draft(sight, clause, ClaimKind.FLIGHT, None, "flight.be", roles)
    return None


def _where(sight: Sight, after: list[Phrase]) -> tuple[Filler, ...]:
    place = next((p for p in after if p.preposition in {"in", "at"} and p.nature is Nature.PLACE), None)
    return (simple(sight, place, places=True),) if place is not None else ()


def seen(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`A satellite image shows a freighter on the apron of X`, `was photographed at X`: an aircraft seen at a place."""
    is_headline = clause.object is None and nature is Nature.AIRCRAFT and clause.lemma not in {"show", "park"}
    is_passive = clause.is_passive or (is_headline and sight.tree.words[clause.verb].tag in {"VBD", "VBN"})
    craft = clause.subject if is_passive else clause.object
    if craft is not None and clause.lemma in {"track", "trace", "follow", "detect", "record", "log"}:
        where = places_of(sight, clause, "fly")
        if craft.nature is Nature.AIRCRAFT and where.keys() & {"origin", "destination"}:
            roles: dict[str, tuple[Filler, ...]] = {**where, "aircraft": (simple(sight, craft),)}
            return draft(sight, clause, ClaimKind.FLIGHT, None, f"flight.{clause.lemma}", roles)
    if craft is None or (craft.nature is not Nature.AIRCRAFT and not (is_passive and nature is Nature.AIRCRAFT)):
        return None
    k = phrase_position(sight.phrases, craft)
    place = next(
        (p for p in sight.phrases[k + 1 :] if p.first > min(clause.verb, craft.last) and _is_where_seen(sight, p)),
        None,
    )
    if place is None:
        return None
    types = [p for p in sight.phrases[k + 1 : k + 3] if p.nature is Nature.AIRCRAFT and p.last < place.first]
    words = sight.tree.words
    aircraft = [sight.filler(p.first, p.last, p.norm) for p in (craft, *types)]
    roles = {"aircraft": tuple(aircraft), "place": (simple(sight, place, places=True),)}
    d = draft(sight, clause, ClaimKind.FLIGHT, None, f"flight.{clause.lemma}.seen", roles)
    if is_passive or clause.subject is None:
        return d
    from dataclasses import replace

    return replace(d, also=((words[clause.subject.first].start, words[clause.subject.last].end),))


def _is_where_seen(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase tells where something was seen: at a place, beside one, or `there`."""
    if not phrase.preposition:
        return sight.tree.words[phrase.head].lower == "there"
    return phrase.preposition in _APRON and (phrase.nature is Nature.PLACE or is_place(sight, phrase))


def paying_visit(sight: Sight, clause: Clause) -> Draft | None:
    """`paid a visit to X`, `made a stop in Y`: the noun tells what was done, the verb who did it."""
    words = sight.tree.words
    target = clause.object
    if target is None or clause.subject is None or clause.is_passive:
        return None
    head = words[target.head].lower
    where = places_of(sight, clause, "arrive")
    if head in {"visit", "visits"} and where.get("destination"):
        roles = {"actor": visitors(sight, clause.subject, clause), "destination": where["destination"]}
        return draft(sight, clause, ClaimKind.VISIT, None, f"visit.{clause.lemma}.noun", roles)
    if head in {"stop", "stopover", "landing"} and not any(
        w.lower in ORDINARY for w in words[target.first : target.head]
    ):
        there = where.get("destination") or where.get("via")
        if there and clause.subject.nature is Nature.AIRCRAFT:
            roles = {"aircraft": (simple(sight, clause.subject),), "destination" if head == "landing" else "via": there}
            return draft(sight, clause, ClaimKind.FLIGHT, None, f"flight.{clause.lemma}.noun", roles)
    return None


def based(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`have been based at X since July`: people who stay at a place."""
    if nature is not Nature.PEOPLE or not clause.is_passive or clause.subject is None or is_civil(sight, clause):
        return None
    place = next(
        (
            p
            for p in clause.complements
            if p.preposition in {"in", "at"} and p.first > clause.verb and is_place(sight, p)
        ),
        None,
    )
    if place is None:
        return None
    roles = {"actor": visitors(sight, clause.subject, clause), "destination": (simple(sight, place, places=True),)}
    return draft(sight, clause, ClaimKind.VISIT, None, f"visit.{clause.lemma}", roles)


def sent_people(sight: Sight, clause: Clause) -> Draft | None:
    """`had sent a team of engineers to X`: a visit, the sender one of the visitors."""
    people = clause.subject if clause.is_passive else clause.object
    if people is None or people.nature not in {Nature.PEOPLE, Nature.PERSON}:
        return None
    target = next(
        (
            p
            for p in clause.complements
            if p.preposition in {"to", "into"}
            and p.first > clause.verb
            and (p.nature in {Nature.PLACE, Nature.GOVERNMENT} or p.mention_kind == "place")
        ),
        None,
    )
    if target is None:
        return None
    actors = list(visitors(sight, people, clause))
    if not clause.is_passive and clause.subject is not None:
        actors.append(simple(sight, clause.subject))
    roles = {"actor": tuple(actors), "destination": several(sight, target, places=True)}
    return draft(sight, clause, ClaimKind.VISIT, None, f"visit.{clause.lemma}", roles)


def under_arrest(sight: Sight) -> Iterator[Draft]:
    """`Tomas Rey, now in custody`: a state in apposition."""
    words = sight.tree.words
    for k, phrase in enumerate(sight.phrases):
        head = words[phrase.head].lower
        if not (
            (head == "arrest" and phrase.preposition == "under")
            or (head in {"jail", "prison", "custody", "detention"} and phrase.preposition in {"in"})
        ):
            continue
        before = sight.phrases[k - 1] if k else None
        gap = list(words[before.last + 1 : phrase.first - 1]) if before is not None else []
        if before is not None and before.nature is Nature.TIME and k > 1:
            before = sight.phrases[k - 2]
            gap = []
        if (
            before is None
            or before.nature not in {Nature.PERSON, Nature.PEOPLE}
            or any(w.is_verb for w in gap)
            or not any(w.text in {",", "("} for w in words[before.last + 1 : phrase.first])
        ):
            continue
        yield Draft(
            kind=ClaimKind.ARREST,
            subtype=None,
            rule="arrest.under",
            sentence=sight.index,
            verb=phrase.head,
            trigger=(words[phrase.first - 1].start, words[phrase.last].end),
            left=words[before.first].start,
            right=words[phrase.last].end,
            roles={"object": (simple(sight, before),)},
        )


__all__ = ["Discourse", "being", "seen", "sent_people", "under_arrest", "verbs"]
