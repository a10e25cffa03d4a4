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

_ABOARD = frozenset({"passenger", "passengers", "member", "members", "crew"})


def copulas(sight: Sight, clause: Clause) -> Draft | None:
    """`Rey is a director of X`, `One passenger was Y`: two phrases joined by to be, of which one says what the other is."""
    subject = clause.subject
    if subject is not None and not is_person_name(sight, subject):
        subject = apposed_person(sight, subject) or subject
    after = (p for p in clause.complements if p.first > clause.verb and p.preposition in {"", "as", "among"})
    predicate = next(after, None)
    if subject is None or predicate is None:
        return None
    head = sight.tree.words[subject.head].lower
    is_somebody = is_person_name(sight, subject) or head in {"he", "she", "who"} or is_single_name(sight, subject)
    if office_head(sight, predicate) and is_somebody:
        return _holder_is_office(sight, clause, subject, predicate)
    if sight.tree.words[subject.first].lower == "one" or head in _ABOARD:
        return _one_of_them(sight, clause, subject, predicate)
    return (
        _office_is_holder(sight, clause, subject, predicate)
        or _ownership(sight, clause, subject, predicate)
        or _branch_of(sight, clause, subject, predicate)
    )


def _holder_is_office(sight: Sight, clause: Clause, holder: Phrase, office: Phrase) -> Draft:
    """`Rey is a director of X`, `Rey is a member of the delegation`."""
    last = with_places(sight, office)
    subtype = office_subtype(sight, office, last)
    object_ = sight.filler(office.first, last, body_norm(sight, office, last))
    group = next((p for p in sight.phrases if p.first > office.head and p.preposition == "of"), None)
    if subtype == "membership" and group is not None:
        object_ = simple(sight, group)
    roles = {"actor": (simple(sight, holder),), "object": (object_,)}
    return draft(sight, clause, ClaimKind.ROLE, subtype, f"role.{subtype}.be", roles)


def _one_of_them(sight: Sight, clause: Clause, subject: Phrase, predicate: Phrase) -> Draft | None:
    """`One passenger was Y`, `A member of the crew was Y`."""
    if not is_person_name(sight, predicate) and not is_single_name(sight, predicate):
        return None
    between = (p for p in sight.phrases if subject.first < p.first <= clause.verb)
    group = next((p for p in between if p.preposition in {"of", "on", "aboard", "in"}), None)
    roles = {"actor": (simple(sight, predicate),)}
    if group is not None and sight.tree.words[group.head].tag != "PRP":
        roles["object"] = (simple(sight, group),)
    return draft(sight, clause, ClaimKind.ROLE, "membership", "role.membership.be", roles)


def _office_is_holder(sight: Sight, clause: Clause, office: Phrase, predicate: Phrase) -> Draft | None:
    """`The director of X is Rey`, `Its only shareholder is a trader, Rey`."""
    if not office_head(sight, office):
        return None
    holder = apposed_person(sight, predicate) or predicate
    if not is_person_name(sight, holder) or holder.preposition:
        return None
    last = min(with_places(sight, office), clause.verb - 1)
    subtype = office_subtype(sight, office, last)
    object_ = sight.filler(office.first, max(last, office.last), body_norm(sight, office, last))
    roles = {"actor": (simple(sight, holder),), "object": (object_,)}
    return draft(sight, clause, ClaimKind.ROLE, subtype, f"role.{subtype}.is", roles)


def _branch_of(sight: Sight, clause: Clause, subject: Phrase, predicate: Phrase) -> Draft | None:
    """`The Quds Force is the foreign wing of the Guards`."""
    words = sight.tree.words
    is_body = subject.nature in BODIES | {Nature.PRONOUN} or (
        subject.nature is Nature.PERSON and words[subject.head].is_name and subject.mention_kind != "person"
    )
    if noun_base(words[predicate.head].lower) not in BRANCHES or not is_body:
        return None
    parent = next((p for p in sight.phrases if p.first == predicate.last + 2 and p.preposition == "of"), None)
    roles = {"actor": (simple(sight, subject),), "object": (simple(sight, parent or predicate),)}
    return draft(sight, clause, ClaimKind.ROLE, "affiliation", "role.affiliation.be", roles)


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
