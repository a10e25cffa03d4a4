"""Offices, directors, control, affiliation and membership: who is what to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from overflight.documents.frames import verbs
from overflight.documents.frames.acts import agent
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.crafts import operator_name
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, simple, stretch
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import BRANCHES, DIRECTORS, NOUNS, OFFICES, TITLES, Nature
from overflight.documents.frames.movement import draft
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.records.claim import ClaimKind, Filler

_PERSONS = frozenset({Nature.PERSON, Nature.PEOPLE})
_BODIES = frozenset({Nature.ORGANISATION, Nature.OPERATOR, Nature.GOVERNMENT, Nature.FORCE, Nature.OTHER})
_RUNS = frozenset({Nature.ORGANISATION, Nature.OPERATOR})


def is_person_name(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase names a person (a rank before the name belongs to it)."""
    words = sight.tree.words
    names = [w for w in words[phrase.first : phrase.last + 1] if w.is_name]
    if phrase.nature is Nature.PERSON or phrase.mention_kind == "person":
        return bool(names)
    if phrase.mention_kind not in {None, "place"} or not words[phrase.head].is_name:
        return False
    return words[phrase.first].lower in TITLES and len(names) >= 2


def office_head(sight: Sight, phrase: Phrase) -> str | None:
    """The word of office that a phrase turns on, if it names one: `Tondar's chief pilot`, `a board member of X`."""
    words = sight.tree.words
    head = words[phrase.head]
    lower = noun_base(head.lower)
    if lower in OFFICES or head.lower in OFFICES:
        return lower
    if head.lower in {"general", "forces", "staff"} and phrase.head > phrase.first:
        before = noun_base(words[phrase.head - 1].lower)
        return before if before in OFFICES else None
    return None


def office_subtype(sight: Sight, phrase: Phrase, last: int) -> str:
    """Director for those who run a company or sit on its board, else office; a member is a membership."""
    lowers = [w.lower for w in sight.tree.words[phrase.first : last + 1]]
    head = noun_base(sight.tree.words[phrase.head].lower)
    if head == "member":
        return "director" if "board" in lowers else "membership"
    if head == "minister" or "pilot" in lowers or "pilots" in lowers or "union" in lowers or "navigator" in lowers:
        return "office"
    if head in DIRECTORS or "chairman" in lowers:
        named = [p for p in sight.phrases if phrase.first <= p.first <= last]
        if any(p.nature in {Nature.GOVERNMENT, Nature.FORCE} and p.head != phrase.head for p in named) or (
            head in {"president"} and len(named) == 1
        ):
            return "office"
        return "director"
    return "office"


def apposed_offices(sight: Sight) -> Iterator[Draft]:
    """`Farid Khosravani, managing director of X`; `Its managing director, Farid Khosravani`; `the airline's head Y`."""
    words = sight.tree.words
    for k, phrase in enumerate(sight.phrases[:-1]):
        following = sight.phrases[k + 1]
        last = _with_places(sight, phrase) if office_head(sight, phrase) else stretch(sight, phrase)
        after = next((p for p in sight.phrases[k + 1 :] if p.first > last), None)
        if after is not None and is_person_name(sight, after) and office_head(sight, phrase) and not after.preposition:
            gap = [w.lower for w in words[last + 1 : after.first]]
            if gap in ([], [","]) and not _is_title_only(sight, phrase):
                yield _office(sight, after, phrase, last)
                continue
        if is_person_name(sight, phrase) and following.preposition in {"", "as"} and office_head(sight, following):
            gap = [w.lower for w in words[phrase.last + 1 : following.first]]
            if gap in ([","], ["("], ["–"], ["—"], ["-"]) or (
                gap
                and gap[-1] == "as"
                and any(g in verbs.FORMS and verbs.FORMS[g] in verbs.APPOINT for g in gap)
                and len(gap) <= 7
            ):
                last = _with_places(sight, following)
                if not (following.last + 1 < len(words) and words[last + 1 if last + 1 < len(words) else last].is_name):
                    yield _office(sight, phrase, following, last, gap_start=phrase.first)


def offices_inside(sight: Sight) -> Iterator[Draft]:
    """`Polesie's deputy director Viktar Salaviou`, `airline chairman Hamid Torabi`: office and name in one phrase."""
    words = sight.tree.words
    for phrase in sight.phrases:
        if not is_person_name(sight, phrase):
            continue
        offices = [
            k for k in range(phrase.first, phrase.last)
            if noun_base(words[k].lower) in OFFICES and words[k].text.islower() and words[k].is_noun
        ]  # fmt: skip
        if not offices or not words[offices[-1] + 1].is_name:
            continue
        last = offices[-1]
        if not any(
            w.is_name or w.tag in {"POS", "PRP$"} or NOUNS.get(noun_base(w.lower)) in _RUNS
            for w in words[phrase.first : last]
        ):
            continue
        office = replace(phrase, last=last, head=last)
        person = replace(phrase, first=last + 1)
        yield _office(sight, person, office, last)


def _with_places(sight: Sight, phrase: Phrase) -> int:
    """The end of an office: `of …`, and `at …`, `in …`, `for …` of the body it belongs to."""
    words = sight.tree.words
    last = phrase.last
    k = phrase_position(sight.phrases, phrase)
    for following in sight.phrases[k + 1 :]:
        gap = [w.lower for w in words[last + 1 : following.first]]
        if gap in (["of"], ["and"]) or (
            gap in (["in"], ["at"], ["for"], ["with"], ["to"])
            and following.nature in _BODIES | {Nature.PLACE}
            and following.nature is not Nature.OTHER
        ):
            if gap == ["and"] and office_head(sight, following) is None:
                break
            last = following.last
        else:
            break
    return last


def _is_title_only(sight: Sight, phrase: Phrase) -> bool:
    """A bare rank before a name is part of the name: `General Quijada`."""
    words = sight.tree.words[phrase.first : phrase.last + 1]
    return all(w.lower in TITLES for w in words)


def _office(sight: Sight, person: Phrase, office: Phrase, last: int, gap_start: int | None = None) -> Draft:
    words = sight.tree.words
    first, end = min(person.first, office.first), max(person.last, last)
    subtype = office_subtype(sight, office, last)
    return Draft(
        kind=ClaimKind.ROLE,
        subtype=subtype,
        rule=f"role.{subtype}.apposed",
        sentence=sight.index,
        verb=office.head,
        trigger=(words[office.head].start, words[office.head].end),
        left=words[first].start,
        right=words[end].end,
        roles={
            "actor": (simple(sight, person),),
            "object": (sight.filler(office.first, last, body_norm(sight, office, last)),),
        },
    )


def body_norm(sight: Sight, office: Phrase, last: int) -> str | None:
    """The norm of the body that an office belongs to."""
    words = sight.tree.words
    inside = [
        m for m in sight.scene.within(words[office.first].start, words[last].end) if m.norm and m.kind != "demonym"
    ]
    return inside[-1].norm if inside else None


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
        or _single_name(sight, subject)
    ):
        last = _with_places(sight, predicate)
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
        if not is_person_name(sight, predicate) and not _single_name(sight, predicate):
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
    if is_person_name(sight, predicate) and office_head(sight, subject) and not predicate.preposition:
        last = min(_with_places(sight, subject), clause_of_be.verb - 1)
        subtype = office_subtype(sight, subject, last)
        roles = {
            "actor": (simple(sight, predicate),),
            "object": (sight.filler(subject.first, max(last, subject.last), body_norm(sight, subject, last)),),
        }
        return draft(sight, clause_of_be, ClaimKind.ROLE, subtype, f"role.{subtype}.is", roles)
    head = noun_base(words[predicate.head].lower)
    is_body = subject.nature in _BODIES | {Nature.PRONOUN} or (
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


def apposed_person(sight: Sight, phrase: Phrase) -> Phrase | None:
    """The person named right behind a description (`Polesie's deputy director, Viktar Salaviou, was …`)."""
    words = sight.tree.words
    k = phrase_position(sight.phrases, phrase)
    following = sight.phrases[k + 1] if k + 1 < len(sight.phrases) else None
    is_apposed = following is not None and following.first == phrase.last + 2 and words[phrase.last + 1].text == ","
    return following if following is not None and is_apposed and is_person_name(sight, following) else None


def stake(sight: Sight, clause: Clause) -> Draft | None:
    """`holds a majority stake in X`."""
    words = sight.tree.words
    share = clause.object
    if (
        share is None
        or clause.subject is None
        or words[share.head].lower not in {"stake", "share", "shares", "interest", "shareholding"}
    ):
        return None
    body = next(
        (
            p
            for p in sight.phrases
            if p.first > share.last and p.first <= share.last + 3 and p.preposition in {"in", "of"}
        ),
        None,
    )
    if body is None or body.nature not in _RUNS | {Nature.OTHER}:
        return None
    roles = {"actor": (simple(sight, clause.subject),), "object": (operator_name(sight, body),)}
    return draft(sight, clause, ClaimKind.ROLE, "control", f"role.control.{clause.lemma}.stake", roles)


def board_seat(sight: Sight, clause: Clause) -> Draft | None:
    """`sits on the board of X`, `serves on its board`."""
    words = sight.tree.words
    board = next(
        (
            p
            for p in clause.complements
            if p.preposition == "on" and words[p.head].lower in {"board", "boards"} and p.first > clause.verb
        ),
        None,
    )
    if board is None or clause.subject is None:
        return None
    last = stretch(sight, board)
    roles = {
        "actor": (simple(sight, clause.subject),),
        "object": (sight.filler(board.first, last, body_norm(sight, board, last)),),
    }
    return draft(sight, clause, ClaimKind.ROLE, "director", f"role.director.{clause.lemma}", roles)


def _single_name(sight: Sight, phrase: Phrase) -> bool:
    words = sight.tree.words[phrase.first : phrase.last + 1]
    return len(words) == 1 and words[0].is_name and phrase.mention_kind in {None, "person"}


def branches(sight: Sight) -> Iterator[Draft]:
    """`the Quds Force, the foreign wing of the Guards`: a body and what it is part of, in apposition."""
    words = sight.tree.words
    for phrase, following in zip(sight.phrases, sight.phrases[1:], strict=False):
        if noun_base(words[following.head].lower) not in BRANCHES or phrase.nature not in _BODIES:
            continue
        gap = [w.text for w in words[phrase.last + 1 : following.first]]
        parent = next((p for p in sight.phrases if p.first == following.last + 2 and p.preposition == "of"), None)
        if (
            gap not in ([","], ["("], ["–"], ["—"])
            or parent is None
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
            roles={"actor": (simple(sight, phrase),), "object": (sight.filler(following.first, last, parent.norm),)},
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
    if body.nature not in _RUNS | {Nature.PRONOUN, Nature.OTHER} or (
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


def controlling(sight: Sight, clause: Clause) -> Draft | None:
    """`is controlled by the ministry`, `owns the airline`: control, where no aircraft is meant."""
    owner = agent(clause) if clause.is_passive else clause.subject
    owned = clause.subject if clause.is_passive else clause.object
    if owner is None or owned is None or owned.nature in {Nature.AIRCRAFT, Nature.GOODS, Nature.FLIGHT, Nature.VEHICLE}:
        return None
    if owned.nature not in _RUNS | {Nature.PRONOUN, Nature.OTHER} or owner.nature in {Nature.TIME, Nature.AIRCRAFT}:
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
    if to is None or subject is None or to.nature not in _BODIES | {Nature.PERSON}:
        return None
    if to.nature is Nature.OTHER and not sight.tree.words[to.head].is_name:
        return None
    named = _named_before(sight, subject)
    if named is None:
        return None
    roles = {"actor": (simple(sight, named),), "object": (simple(sight, to),)}
    d = draft(sight, clause, ClaimKind.ROLE, "affiliation", f"role.affiliation.{clause.lemma}", roles)
    return (
        d if not clause.is_passive or clause.auxiliaries or named is not subject or subject.nature in _BODIES else None
    )


def _named_before(sight: Sight, subject: Phrase) -> Phrase | None:
    """The name that a descriptive subject stands in apposition to (`X, a firm linked to Y`)."""
    words = sight.tree.words
    if words[subject.head].is_name or subject.nature is Nature.PRONOUN:
        return subject
    k = phrase_position(sight.phrases, subject)
    if (
        k
        and words[subject.first - 1].text == ","
        and words[sight.phrases[k - 1].head].is_name
        and sight.phrases[k - 1].nature in _BODIES | {Nature.PERSON}
    ):
        return sight.phrases[k - 1]
    return (
        subject
        if subject.nature in _RUNS
        and words[subject.first].lower in {"the", "its"}
        and words[subject.head].lower not in {"unit", "network"}
        else None
    )


__all__ = [
    "NOUNS",
    "apposed_offices",
    "branches",
    "controlling",
    "copulas",
    "is_person_name",
    "linking",
    "replace",
    "running",
]
