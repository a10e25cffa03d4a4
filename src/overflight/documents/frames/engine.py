"""All claims in the making of an English sentence: each verb and noun that can open one, put to its frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from overflight.documents.coreference import Discourse
from overflight.documents.frames import verbs
from overflight.documents.frames.arrests import arrest, custody
from overflight.documents.frames.arrivals import arrival_of_goods, freight_of_movement, loading, reliance
from overflight.documents.frames.clauses import Clause, clause_of
from overflight.documents.frames.constructions import constructed
from overflight.documents.frames.contents import on_board
from overflight.documents.frames.copulas import apposed_owners, copulas
from overflight.documents.frames.deaths import casualties, counted_dead, lives_lost, toll, tolled
from overflight.documents.frames.designation import designation, freezing, listing, sanction_noun, standing
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.ellipses import is_elliptic
from overflight.documents.frames.elliptical import elliptical, with_own_days
from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.goods import CARGO
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.makers import maker_of, makers_told_aside, manufacture
from overflight.documents.frames.movement import movement, with_subject_behind
from overflight.documents.frames.nouns import nominal
from overflight.documents.frames.offices import apposed_offices, offices_inside
from overflight.documents.frames.phrases import Phrase, phrase_at
from overflight.documents.frames.pilots import commanding, flights_of_object, piloting
from overflight.documents.frames.places import places_of
from overflight.documents.frames.scope import is_unreal, is_unreal_sentence
from overflight.documents.frames.states import based, being, paying_visit, seen, sent_people, under_arrest
from overflight.documents.frames.ties import branches, controlling, linking, named_before, running
from overflight.documents.frames.trade import spending, totals_of_nouns
from overflight.documents.frames.transfer import transfer
from overflight.documents.frames.travel import (
    away,
    call,
    course,
    expected,
    followed,
    led,
    received,
    recorded,
    scheduled,
    spent,
    wayfaring,
)
from overflight.documents.frames.tree import Word
from overflight.records.claim import ClaimKind

_MOTION = verbs.ARRIVE | verbs.REACH | verbs.DEPART | verbs.GO | verbs.STOP | verbs.STAY
_GOODS = (
    verbs.DELIVER
    | verbs.SUPPLY
    | verbs.TRANSPORT
    | verbs.SMUGGLE
    | verbs.SELL
    | verbs.BUY
    | verbs.ORDER
    | verbs.RECEIVE
    | verbs.EXCHANGE
    | verbs.SUPPORT
)
_NOT_HEADS = frozenset({"amod", "compound", "aux", "aux:pass", "cop", "case", "nmod", "nmod:desc"})


def drafts_of(sight: Sight, discourse: Discourse) -> tuple[Draft, ...]:
    """The claims in the making of one sentence, in the order of their triggers."""
    found: list[Draft] = []
    for clause in _clauses(sight):
        if is_unreal(sight, clause):
            continue
        found.extend(d for d in _frames(sight, clause, discourse) if d is not None)
    found.extend(_standing_sanctions(sight, found))
    found.extend(apposed_offices(sight))
    found.extend(offices_inside(sight))
    found.extend(branches(sight))
    found.extend(apposed_owners(sight))
    for clause in _copulas(sight):
        if not is_unreal(sight, clause) or "would" in clause.auxiliaries:
            nature = discourse.nature_of(sight, clause.subject)
            found.extend(
                d
                for d in (
                    copulas(sight, clause),
                    maker_of(sight, clause),
                    being(sight, clause, nature),
                    away(sight, clause, nature),
                    call(sight, clause),
                )
                if d is not None
            )
    found.extend(commanding(sight))
    found.extend(under_arrest(sight))
    found.extend(constructed(sight, found))
    if not is_unreal_sentence(sight):
        found.extend(makers_told_aside(sight))
        found.extend(totals_of_nouns(sight, found))
        found.extend(counted_dead(sight, found))
        found.extend(on_board(sight, found))
        found.extend(nominal(sight, found))
    repeated = elliptical(sight, found)
    return tuple(_without_seized([*with_own_days(sight, found), *repeated]))


def _without_seized(found: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts without the way of goods that were seized on it, or paid for in a total: that claim tells it."""
    told = [
        (f.start, f.end)
        for d in found
        if d.kind is ClaimKind.TRADE_TOTAL or (d.kind is ClaimKind.ARREST and d.subtype == "seizure")
        for f in d.roles.get("object", ())
    ]
    for draft in found:
        objects = draft.roles.get("object", ()) if draft.kind is ClaimKind.TRANSFER else ()
        if not any(f.start < end and start < f.end for f in objects for start, end in told):
            yield draft


def _clauses(sight: Sight) -> Iterator[Clause]:
    for word in sight.tree.words:
        lemma = verbs.FORMS.get(word.lower)
        if lemma is None or not _opens_clause(sight, word):
            continue
        yield clause_of(sight.tree, sight.phrases, word.i, lemma)


def _opens_clause(sight: Sight, word: Word) -> bool:
    """Whether a form is used as a verb here: not inside a noun phrase, and not only an auxiliary."""
    if word.dep in {"aux", "aux:pass", "cop"}:
        return False
    before = sight.tree.words[word.i - 1].lower if word.i else ""
    if (
        word.tag in {"JJ", "NN"}
        and before in {"was", "were", "been", "be", "being", "is", "are"}
        and word.lower.endswith(("ed", "en", "ain", "own", "ought", "uilt", "old"))
    ):
        return True
    if not word.is_verb:
        return False
    return word.dep not in _NOT_HEADS or phrase_at(sight.phrases, word.i) is None


def _frames(sight: Sight, clause: Clause, discourse: Discourse) -> Iterator[Draft | None]:  # noqa: PLR0912
    lemma = clause.lemma
    if lemma in _MOTION:
        clause = with_subject_behind(clause)
    moving = discourse.nature_of(sight, clause.subject)
    if lemma in verbs.DESIGNATE:
        yield designation(sight, clause)
        return
    if lemma in verbs.LIST:
        listed = listing(sight, clause)
        yield listed
        if listed is not None:
            return
    if lemma in verbs.RELY:
        yield reliance(sight, clause, moving)
        return
    acting = discourse.nature_of(sight, clause.subject, moving=False) if lemma in verbs.MAKE else moving
    for made in _acts(sight, clause, acting):
        if made is not None:
            yield made
            return
    if lemma in verbs.PILOT:
        piloted = piloting(sight, clause, moving)
        if piloted is not None:
            yield piloted
            return
    if lemma in verbs.SEE:
        yield seen(sight, clause, moving)
    if lemma in verbs.SEND:
        sent = sent_people(sight, clause)
        yield sent
        if sent is not None:
            return
    flown = flights_of_object(sight, clause, moving) if lemma in verbs.OPERATE else None
    if flown is not None:
        yield flown
        return
    is_moving = lemma in _GOODS and not _is_lawsuit(sight, clause)
    carried = transfer(sight, clause, moving, _goods_meant(sight, clause, discourse)) if is_moving else None
    if carried is not None:
        yield carried
        return
    if lemma in verbs.GOODS_MOVE and moving in CARGO:
        yield from _moved(sight, clause, moving)
        return
    if lemma in _MOTION and not (clause.is_passive and lemma not in {"divert", "park"}):
        yield from _moved(sight, clause, moving)


Act = Callable[[Sight, Clause, Nature], Draft | None]

_ACTS: tuple[tuple[frozenset[str], Act], ...] = (
    (verbs.FREEZE, lambda sight, clause, nature: freezing(sight, clause)),
    (verbs.LOAD, loading),
    (frozenset({"take", "remand", "hold", "place"}), lambda sight, clause, nature: custody(sight, clause)),
    (verbs.TOTAL, lambda sight, clause, nature: toll(sight, clause)),
    (frozenset({"put", "place", "set"}), lambda sight, clause, nature: tolled(sight, clause)),
    (verbs.SPEND, lambda sight, clause, nature: spending(sight, clause)),
    (frozenset({"spend", "pass"}), spent),
    (verbs.CLAIM_LIVES, lambda sight, clause, nature: lives_lost(sight, clause)),
    (verbs.PAY, lambda sight, clause, nature: paying_visit(sight, clause)),
    (verbs.SCHEDULE | verbs.EXPECT, scheduled),
    (verbs.EXPECT, expected),
    (verbs.APPEAR, recorded),
    (verbs.COURSE, course),
    (frozenset({"follow"}), followed),
    (verbs.LEAD, led),
    (verbs.HOST, received),
    (verbs.WAY, wayfaring),
    (frozenset({"base", "station", "house", "lodge", "billet", "accommodate"}), based),
    (verbs.ARREST | verbs.CHARGE | verbs.SEIZE | verbs.SENTENCE, arrest),
    (verbs.KILL | verbs.DIE, casualties),
    (verbs.MAKE, manufacture),
    (verbs.RUN, running),
    (frozenset({"own", "co-own", "part-own", "control"}), lambda sight, clause, nature: controlling(sight, clause)),
    (verbs.LINK, lambda sight, clause, nature: linking(sight, clause)),
)
"""The frames whose verb alone says the kind, in the order in which they are asked; the first that answers ends it."""


def _goods_meant(sight: Sight, clause: Clause, discourse: Discourse) -> Nature:
    """What a pronoun that is moved or given stands for: goods, where goods were told of in the last sentences."""
    moved = clause.subject if clause.is_passive else clause.object
    if moved is None or moved.nature is not Nature.PRONOUN:
        return Nature.OTHER
    start = sight.tree.words[moved.first].start
    if is_elliptic(sight.text(moved.first, moved.last)):
        whole = discourse.counted(start, CARGO) or discourse.counted(start, frozenset({Nature.AIRCRAFT}))
        return whole.nature if whole is not None else Nature.OTHER
    if sight.tree.words[moved.head].lower not in _THINGS:
        return Nature.OTHER
    told = discourse.before(start, CARGO | {Nature.AIRCRAFT, Nature.VEHICLE}, full=False, within=2)
    return told.nature if told is not None else Nature.OTHER


_THINGS = frozenset({"it", "they", "them", "which", "both"})


def _acts(sight: Sight, clause: Clause, nature: Nature) -> Iterator[Draft | None]:
    for lemmas, act in _ACTS:
        if clause.lemma in lemmas:
            yield act(sight, clause, nature)


def _copulas(sight: Sight) -> Iterator[Clause]:
    """A clause for each form of be that joins two phrases."""
    for word in sight.tree.words:
        if (
            word.lower in {"is", "are", "was", "were", "be", "been", "became", "remains", "'s", "’s"}
            and word.dep in {"cop", "ROOT", "conj", "aux", "xcomp", "acl:relcl", "ccomp", "parataxis"}
            and word.tag.startswith("VB")
        ):
            clause = clause_of(sight.tree, sight.phrases, word.i, "be")
            if word.dep == "cop":
                subject = sight.tree.kid(word.head, "nsubj", "nsubj:outer")
                phrase = phrase_at(sight.phrases, subject.i) if subject is not None else None
                if subject is not None and subject.lower in _RELATIVE:
                    clause = replace(clause, subject=_before(sight, subject.i) or clause.subject)
                elif phrase is not None and phrase.last < word.i:
                    clause = replace(clause, subject=phrase)
            yield clause


def _moved(sight: Sight, clause: Clause, nature: Nature) -> Iterator[Draft | None]:
    if nature in CARGO and clause.subject is not None:
        yield arrival_of_goods(sight, clause, nature, places_of(sight, clause, clause.lemma))
        return
    moved = movement(sight, clause, nature)
    yield moved
    if moved is not None and moved.kind == "flight":
        yield freight_of_movement(sight, clause, moved)


def _standing_sanctions(sight: Sight, found: Sequence[Draft]) -> Iterator[Draft]:
    """`an airline under US sanctions`, `has been on the sanctions list since 2021`."""
    words = sight.tree.words
    at = 0
    while (noun := sanction_noun(sight, at, len(words))) is not None:
        at = noun + 1
        phrase = phrase_at(sight.phrases, noun)
        imposed = any(
            d.kind is ClaimKind.DESIGNATION and d.trigger[0] <= words[noun].start < d.trigger[1] for d in found
        )
        if phrase is None or imposed:
            continue
        verb = _be_before(sight, phrase.first)
        if verb is not None:
            clause = clause_of(sight.tree, sight.phrases, verb, "be")
            subject = _relative_subject(sight, clause) or clause.subject
            if is_unreal(sight, clause):
                continue
        else:
            before = [p for p in sight.phrases if p.last < phrase.first and phrase.first - p.last <= 5]
            subject = before[-1] if before else None
            if subject is not None and any(w.tag in _FINITE for w in words[subject.last + 1 : phrase.first]):
                continue
        if subject is not None and subject.nature in {
            Nature.PERSON,
            Nature.PEOPLE,
            Nature.ORGANISATION,
            Nature.OPERATOR,
        }:
            subject = named_before(sight, subject) or subject
        made = standing(sight, noun, subject)
        if made is not None:
            yield made


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"who", "which", "that"})


def _before(sight: Sight, i: int) -> Phrase | None:
    """The phrase before a relative pronoun."""
    return max((p for p in sight.phrases if p.last < i), key=lambda p: p.last, default=None)


def _is_lawsuit(sight: Sight, clause: Clause) -> bool:
    """`dropped the case`, `brought a case against X`: one case without a count or contents is for a court."""
    object_ = clause.object
    if object_ is None or sight.tree.words[object_.head].lower != "case":
        return False
    following = sight.next_phrase(object_)
    return following is None or following.preposition != "of" or following.first != object_.last + 2


def _relative_subject(sight: Sight, clause: Clause) -> Phrase | None:
    """What `which` or `who` right before a verb group stands for: the nearest phrase before it."""
    words = sight.tree.words
    first = clause.group_first
    if not first or words[first - 1].lower not in {"which", "who", "that"}:
        return None
    return max((p for p in sight.phrases if p.last < first - 1), key=lambda p: p.last, default=None)


def _be_before(sight: Sight, first: int) -> int | None:
    """The form of be that leads to a phrase (`has been on the list`)."""
    words = sight.tree.words
    for k in range(first - 1, max(-1, first - 7), -1):
        if words[k].lower in {"is", "are", "was", "were", "been", "be", "remains", "remain", "remained", "stays"}:
            return k
        if words[k].lower in {"(", ")", ",", "who", "which"} or words[k].is_noun:
            return None
    return None
