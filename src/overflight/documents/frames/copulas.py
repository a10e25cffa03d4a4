"""Offices, memberships and branches told by to be: `Rey is a director of X`, `One passenger was Y`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, simple
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import BRANCHES, Nature
from overflight.documents.frames.movement import draft
from overflight.documents.frames.offices import (
    BODIES,
    body_norm,
    is_person_name,
    is_single_name,
    office_head,
    office_subtype,
    with_places,
)
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.records.claim import ClaimKind, Filler


def copulas(sight: Sight, clause_of_be: Clause) -> Draft | None:
    """`Rey is a director of X`, `One passenger was Y`: a name and an office joined by to be."""
    words = sight.tree.words
    subject = clause_of_be.subject
    if subject is not None and not is_person_name(sight, subject):
        subject = apposed_person(sight, subject) or subject
    predicate = next(
        (p for p in clause_of_be.complements if p.first > clause_of_be.verb and p.preposition in {"", "as", "among"}),
        None,
    )
    if subject is None or predicate is None:
        return None
    if office_head(sight, predicate) and (
        is_person_name(sight, subject)
        or words[subject.head].lower in {"he", "she", "who"}
        or is_single_name(sight, subject)
    ):
        last = with_places(sight, predicate)
        subtype = office_subtype(sight, predicate, last)
        roles = {
            "actor": (simple(sight, subject),),
            "object": (sight.filler(predicate.first, last, body_norm(sight, predicate, last)),),
        }
        if subtype == "membership":
            group = next((p for p in sight.phrases if p.first > predicate.head and p.preposition == "of"), None)
            if group is not None:
                roles["object"] = (simple(sight, group),)
        return draft(sight, clause_of_be, ClaimKind.ROLE, subtype, f"role.{subtype}.be", roles)
    if words[subject.first].lower == "one" or words[subject.head].lower in {
        "passenger",
        "passengers",
        "member",
        "members",
        "crew",
    }:
        if not is_person_name(sight, predicate) and not is_single_name(sight, predicate):
            return None
        group = next(
            (
                p
                for p in sight.phrases
                if subject.first < p.first <= clause_of_be.verb and p.preposition in {"of", "on", "aboard", "in"}
            ),
            None,
        )
        roles = {"actor": (simple(sight, predicate),)}
        if group is not None and sight.tree.words[group.head].tag != "PRP":
            roles["object"] = (simple(sight, group),)
        return draft(sight, clause_of_be, ClaimKind.ROLE, "membership", "role.membership.be", roles)
    predicate = apposed_person(sight, predicate) or predicate if office_head(sight, subject) else predicate
    if is_person_name(sight, predicate) and office_head(sight, subject) and not predicate.preposition:
        last = min(with_places(sight, subject), clause_of_be.verb - 1)
        subtype = office_subtype(sight, subject, last)
        roles = {
            "actor": (simple(sight, predicate),),
            "object": (sight.filler(subject.first, max(last, subject.last), body_norm(sight, subject, last)),),
        }
        return draft(sight, clause_of_be, ClaimKind.ROLE, subtype, f"role.{subtype}.is", roles)
    owned = _ownership(sight, clause_of_be, subject, predicate)
    if owned is not None:
        return owned
    head = noun_base(words[predicate.head].lower)
    is_body = subject.nature in BODIES | {Nature.PRONOUN} or (
        subject.nature is Nature.PERSON and words[subject.head].is_name and subject.mention_kind != "person"
    )
    if head in BRANCHES and is_body:
        parent = next((p for p in sight.phrases if p.first == predicate.last + 2 and p.preposition == "of"), None)
        roles = {
            "actor": (simple(sight, subject),),
            "object": (simple(sight, parent) if parent else simple(sight, predicate),),
        }
        return draft(sight, clause_of_be, ClaimKind.ROLE, "affiliation", "role.affiliation.be", roles)
    return None


_OWNERS = frozenset({"owner", "co-owner", "shareholder", "stakeholder", "proprietor", "controller"})
_PARENTS = frozenset({"company", "firm", "holding", "group"})


def is_owner(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase says who owns something: `the ultimate owner`, `the parent company`."""
    words = [w.lower for w in sight.tree.words[phrase.first : phrase.head + 1]]
    return noun_base(words[-1]) in _OWNERS or words[-1] == "parent" or (words[-1] in _PARENTS and "parent" in words)


def owned_by(sight: Sight, phrase: Phrase) -> Filler | None:
    """What an owner is said to own: `the parent company of X`, `X's owner`."""
    following = sight.next_phrase(phrase)
    if following is not None and following.preposition == "of" and following.first == phrase.last + 2:
        return simple(sight, following)
    mark = next((w.i for w in sight.tree.words[phrase.first : phrase.head] if w.tag == "POS"), None)
    return sight.filler(phrase.first, mark - 1) if mark is not None and mark > phrase.first else None


def _ownership(sight: Sight, clause: Clause, subject: Phrase, predicate: Phrase) -> Draft | None:
    """`X's ultimate owner is the ministry`, `the ministry is the owner of X`, `Y is X's parent company`."""
    for owner, who in ((subject, predicate), (predicate, subject)):
        owned = owned_by(sight, owner) if is_owner(sight, owner) else None
        if owned is not None and who.nature in BODIES | {Nature.PERSON, Nature.PRONOUN} and not who.preposition:
            roles = {"actor": (simple(sight, who),), "object": (owned,)}
            return draft(sight, clause, ClaimKind.ROLE, "control", "role.control.be", roles)
    return None


def apposed_owners(sight: Sight) -> Iterator[Draft]:
    """`Volga Holding, the parent company of X`, `Volga Holding, X's owner`: a body behind whose name stands what it owns."""
    words = sight.tree.words
    for who, owner in pairwise(sight.phrases):
        is_apposed = owner.first >= who.last + 2 and words[who.last + 1].text in {",", "("} and not owner.preposition
        if not is_apposed or owner.first > who.last + 2 or is_person_name(sight, who) or not words[who.head].is_name:
            continue
        owned = owned_by(sight, owner) if is_owner(sight, owner) else None
        if owned is not None:
            yield Draft(
                kind=ClaimKind.ROLE,
                subtype="control",
                rule="role.control.apposed",
                sentence=sight.index,
                verb=owner.head,
                trigger=(words[owner.head].start, words[owner.head].end),
                left=words[who.first].start,
                right=words[owner.last].end,
                roles={"actor": (simple(sight, who),), "object": (owned,)},
            )


def apposed_person(sight: Sight, phrase: Phrase) -> Phrase | None:
    """The person named right behind a description (`Polesie's deputy director, Viktar Salaviou, was …`)."""
    words = sight.tree.words
    k = phrase_position(sight.phrases, phrase)
    following = sight.phrases[k + 1] if k + 1 < len(sight.phrases) else None
    is_apposed = following is not None and following.first == phrase.last + 2 and words[phrase.last + 1].text == ","
    return following if following is not None and is_apposed and is_person_name(sight, following) else None
