"""Who sent, carried and got what a verb moves, and from where to where: read from the subject and the prepositions."""

from __future__ import annotations

from overflight.documents.frames import verbs
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.crafts import operator_after
from overflight.documents.frames.fillers import Sight, several, simple
from overflight.documents.frames.goods import CARRIERS, TAKERS, is_craft, is_name_of_unknown, is_taker
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.places import is_place
from overflight.documents.frames.words import wordlist
from overflight.records.claim import Filler

GIVERS = TAKERS | {Nature.PLACE}
_TO = frozenset(
    {"to", "into", "back to", "for", "bound for", "destined for", "destined to", "onto", "towards", "on to", "over to", "in to",
     "intended for", "meant for", "through to"}
)  # fmt: skip
_HANDING = (
    verbs.SELL
    | verbs.SUPPLY
    | frozenset(wordlist("donate give hand pass export gift lend transfer funnel channel cede"))
)
"""Verbs whose `to` names who gets the goods, even where it is the name of a town."""


def subject_roles(sight: Sight, clause: Clause, nature: Nature, roles: dict[str, tuple[Filler, ...]]) -> None:
    """Put who acts into the roles: `by …` of a passive, else the subject, which sends, carries or gets by verb and nature."""
    if clause.is_passive:
        for phrase in clause.complements:
            if phrase.preposition == "by" and phrase.first > clause.verb:
                carries = phrase.nature in CARRIERS or (
                    phrase.nature is Nature.ORGANISATION and clause.lemma in verbs.TRANSPORT
                )
                role = "carrier" if carries else "actor"
                roles.setdefault(role, several(sight, phrase))
        return
    if clause.subject is None:
        return
    if clause.lemma in verbs.RECEIVE | verbs.BUY | verbs.ORDER:
        roles.setdefault("recipient", several(sight, clause.subject))
    elif sight.tree.words[clause.subject.head].lower == "it" and clause.lemma in verbs.SELL | verbs.SUPPLY:
        roles["actor"] = several(sight, clause.subject)
    elif nature in CARRIERS | {Nature.GOODS} or (
        nature is Nature.PRONOUN and sight.tree.words[clause.subject.head].lower == "it"
    ):
        roles["carrier"] = several(sight, clause.subject)
        operator = operator_after(sight, clause.subject)
        if operator is not None:
            roles["carrier"] = (*roles["carrier"], operator)
    elif nature in GIVERS:
        role = "carrier" if nature is Nature.ORGANISATION and clause.lemma in verbs.TRANSPORT else "actor"
        roles[role] = several(sight, clause.subject)
    elif nature in {Nature.OTHER, Nature.PRONOUN}:
        roles["actor" if clause.lemma not in verbs.TRANSPORT else "carrier"] = several(sight, clause.subject)


def complement_roles(sight: Sight, clause: Clause, goods: Phrase | None, roles: dict[str, tuple[Filler, ...]]) -> None:
    """Put into the roles whoever and wherever the prepositions of the clause name; roles already filled stay."""
    takes = clause.lemma in verbs.RECEIVE | verbs.BUY | verbs.ORDER
    before = clause.subject if clause.is_passive and clause.subject is not None and clause.subject.preposition else None
    for phrase in (*clause.complements, *((before,) if before is not None else ())):
        if goods is not None and phrase.first == goods.first:
            continue
        role = _complement_role(sight, clause, phrase, roles, takes=takes)
        if role is None or role in roles:
            continue
        roles[role] = (
            several(sight, phrase, places=role in {"recipient", "destination"})
            if role != "carrier"
            else (simple(sight, phrase),)
        )


_UNLOADING = frozenset(
    wordlist("unload offload lower take discharge remove lift hand pass carry bring haul throw toss")
)
"""Verbs by which goods leave a craft."""


def _complement_role(
    sight: Sight, clause: Clause, phrase: Phrase, roles: dict[str, tuple[Filler, ...]], *, takes: bool
) -> str | None:
    preposition, nature = phrase.preposition, phrase.nature
    after = phrase.first > clause.verb
    if preposition == "from":
        is_unloading = clause.lemma in _UNLOADING
        if nature in CARRIERS:
            return "carrier" if is_unloading or clause.is_passive else None
        if nature is Nature.PRONOUN and is_unloading:
            return "carrier"
        if takes or (clause.is_passive and nature is not Nature.PLACE and is_taker(sight, phrase)):
            return "actor"
        return "origin" if is_place(sight, phrase) or nature is Nature.GOVERNMENT else None
    if preposition in _TO and after:
        return _goal_role(sight, clause, phrase, roles)
    if preposition == "on behalf of":
        return "actor"
    if preposition in {"via", "through", "by way of"} and is_place(sight, phrase):
        return "via"
    if preposition in {"on", "aboard", "on board", "by", "in", "using", "with", "off"} and nature in CARRIERS - {
        Nature.FLIGHT
    }:
        return "carrier"
    if (
        preposition in {"on", "aboard", "by", "in", "inside"}
        and nature is not Nature.PRONOUN
        and is_craft(sight, phrase)
    ):
        is_flight = nature is Nature.FLIGHT and sight.tree.words[phrase.first].lower not in {
            "these",
            "those",
            "the",
            "this",
        }
        return (
            None if is_flight or any(w.tag == "CD" for w in sight.tree.words[phrase.first : phrase.head]) else "carrier"
        )
    if (
        preposition in {"at", "in", "over"}
        and is_place(sight, phrase)
        and after
        and clause.lemma
        in {
            "unload",
            "offload",
            "disgorge",
            "deposit",
            "dump",
            "land",
            "deliver",
            "drop",
            "airdrop",
            "discharge",
            "parachute",
            "take",
            "hand",
        }
    ):
        return "destination"
    return None


_NEEDY = frozenset(
    wordlist("refugees victims garrisons garrison troops survivors displaced orphans patients soldiers hospitals")
)


def _is_needy(sight: Sight, phrase: Phrase) -> bool:
    """Whether goods are for those who use them up (`tents for refugees`, `pumps for our garrisons`)."""
    return sight.tree.words[phrase.head].lower in _NEEDY


def _goal_role(sight: Sight, clause: Clause, phrase: Phrase, roles: dict[str, tuple[Filler, ...]]) -> str | None:
    """What a phrase of goal is: who gets the goods, where they go, or (`for`) on whose behalf a craft carries them."""
    preposition, nature = phrase.preposition, phrase.nature
    if preposition == "for" and (nature is Nature.VICTIMS or _is_needy(sight, phrase)):
        return "recipient"
    if preposition == "for" and "carrier" in roles and "actor" not in roles and nature in TAKERS:
        return "actor"
    if preposition == "for" and clause.lemma == "support":
        return None
    is_party = is_taker(sight, phrase)
    if nature is Nature.PLACE or is_name_of_unknown(sight, phrase):
        is_giving = preposition not in {"into", "onto"} and (
            (clause.lemma in _HANDING and (is_party or clause.lemma in verbs.SELL))
            or (
                "actor" in roles and is_party and (preposition == "to" and clause.lemma not in {"fly", "haul", "ferry"})
            )
        )
        return "recipient" if is_giving or (preposition == "for" and nature is not Nature.PLACE) else "destination"
    return "recipient" if is_party else None
