"""Control, stakes, seats, branches and links: which body or person is bound to which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from overflight.documents.frames.clauses import Clause, agent
from overflight.documents.frames.crafts import operator_name
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, simple, stretch
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import BRANCHES, TITLES, Nature
from overflight.documents.frames.movement import draft
from overflight.documents.frames.offices import BODIES, RUNS, body_norm, is_person_name
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.records.claim import ClaimKind, Filler


def branches(sight: Sight) -> Iterator[Draft]:
    """`the Quds Force, the foreign wing of the Guards`: a body and what it is part of, in apposition."""
    words = sight.tree.words
    for phrase, following in zip(sight.phrases, sight.phrases[1:], strict=False):
        if noun_base(words[following.head].lower) not in BRANCHES or phrase.nature not in BODIES:
            continue
        gap = [w.text for w in words[phrase.last + 1 : following.first]]
        parent = next((p for p in sight.phrases if p.first == following.last + 2 and p.preposition == "of"), None)
        is_of = parent is not None or any(w.tag == "POS" for w in words[following.first : following.head])
        if (
            gap not in ([","], ["("], ["–"], ["—"])
            or not is_of
            or (not words[phrase.head].is_name and words[phrase.last].text != ")")
        ):
            continue
        last = stretch(sight, following)
        yield Draft(
            kind=ClaimKind.ROLE,
            subtype="affiliation",
            rule="role.affiliation.apposed",
            sentence=sight.index,
            verb=following.head,
            trigger=(words[following.head].start, words[following.head].end),
            left=words[phrase.first].start,
            right=words[last].end,
            roles={
                "actor": (simple(sight, phrase),),
                "object": (sight.filler(following.first, last, parent.norm if parent else None),),
            },
        )


def running(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`X is headed by General Y`, `Y heads X`: who runs a company."""
    person = agent(clause) if clause.is_passive else clause.subject
    body = clause.subject if clause.is_passive else clause.object
    if person is not None and body is not None and not clause.is_passive and is_person_name(sight, person):
        board = _board(sight, body)
        if board is not None:
            roles = {"actor": (_rank_and_name(sight, person),), "object": (board,)}
            return draft(sight, clause, ClaimKind.ROLE, "director", f"role.director.{clause.lemma}", roles)
    if (
        person is None
        or body is None
        or not (is_person_name(sight, person) or (not clause.is_passive and nature is Nature.PERSON))
    ):
        return None
    if body.nature is Nature.PERSON and clause.is_passive and body.mention_kind is None:
        body = replace(body, nature=Nature.ORGANISATION)
    if body.nature not in RUNS | {Nature.PRONOUN, Nature.OTHER} or (
        body.nature is Nature.OTHER and not sight.tree.words[body.head].is_name
    ):
        return None
    roles = {
        "actor": (_rank_and_name(sight, person),),
        "object": (operator_name(sight, body) if body.nature is not Nature.PRONOUN else simple(sight, body),),
    }
    return draft(sight, clause, ClaimKind.ROLE, "director", f"role.director.{clause.lemma}", roles)


def _board(sight: Sight, phrase: Phrase) -> Filler | None:
    """`the board of X`, where a company is named."""
    if sight.tree.words[phrase.head].lower not in {"board", "council", "supervisory"}:
        return None
    last = stretch(sight, phrase)
    return sight.filler(phrase.first, last, body_norm(sight, phrase, last)) if last > phrase.last else None


def _rank_and_name(sight: Sight, person: Phrase) -> Filler:
    """The name with its rank, without adjectives before it (`retired General Y`)."""
    words = sight.tree.words
    first = person.first
    while first < person.head and not words[first].is_name and words[first].lower not in TITLES:
        first += 1
    return sight.filler(first, person.last, person.norm)


_SHARES = frozenset({"percent", "cent", "%", "share", "shares", "stake", "majority", "half", "third", "all"})


def controlling(sight: Sight, clause: Clause) -> Draft | None:
    """`is controlled by the ministry`, `owns the airline`: control, where no aircraft is meant."""
    owner = agent(clause) if clause.is_passive else clause.subject
    owned = clause.subject if clause.is_passive else clause.object
    if owner is None or owned is None or owned.nature in {Nature.AIRCRAFT, Nature.GOODS, Nature.FLIGHT, Nature.VEHICLE}:
        return None
    if owned.nature not in RUNS | {Nature.PRONOUN, Nature.OTHER} or owner.nature in {Nature.TIME, Nature.AIRCRAFT}:
        return None
    if sight.tree.words[owned.head].lower in _SHARES:  # `controls 60 per cent of X` is read from the table
        return None
    roles = {
        "actor": (simple(sight, owner),),
        "object": (simple(sight, owned) if owned.nature is Nature.PRONOUN else operator_name(sight, owned),),
    }
    return draft(sight, clause, ClaimKind.ROLE, "control", f"role.control.{clause.lemma}", roles)


def linking(sight: Sight, clause: Clause) -> Draft | None:
    """`Taller X, a firm linked to the military`: an affiliation, unless the words only describe a delegation."""
    to = next((p for p in clause.complements if p.preposition in {"to", "with"} and p.first > clause.verb), None)
    subject = clause.subject
    if to is None or subject is None or to.nature not in BODIES | {Nature.PERSON}:
        return None
    if to.nature is Nature.OTHER and not sight.tree.words[to.head].is_name:
        return None
    if clause.lemma == "belong" and to.nature is Nature.PERSON:  # what belongs to a person is owned: see the table
        return None
    named = named_before(sight, subject)
    if named is None:
        return None
    roles = {"actor": (simple(sight, named),), "object": (simple(sight, to),)}
    d = draft(sight, clause, ClaimKind.ROLE, "affiliation", f"role.affiliation.{clause.lemma}", roles)
    return (
        d if not clause.is_passive or clause.auxiliaries or named is not subject or subject.nature in BODIES else None
    )


def named_before(sight: Sight, subject: Phrase) -> Phrase | None:
    """The name that a descriptive subject stands in apposition to (`X, a firm linked to Y`)."""
    words = sight.tree.words
    if words[subject.head].is_name or subject.nature is Nature.PRONOUN:
        return subject
    k = phrase_position(sight.phrases, subject)
    if (
        k
        and words[subject.first - 1].text == ","
        and words[sight.phrases[k - 1].head].is_name
        and sight.phrases[k - 1].nature in BODIES | {Nature.PERSON}
    ):
        return sight.phrases[k - 1]
    return (
        subject
        if subject.nature in RUNS
        and words[subject.first].lower in {"the", "its"}
        and words[subject.head].lower not in {"unit", "network"}
        else None
    )
