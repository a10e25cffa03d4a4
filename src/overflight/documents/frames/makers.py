"""Makers: who makes what, and where."""

from __future__ import annotations

from overflight.documents.frames.clauses import Clause, agent
from overflight.documents.frames.crafts import operator_name
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, goods_and_quantity, place_of, simple
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.movement import draft
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind, Filler

_MAKERS = frozenset(
    {Nature.ORGANISATION, Nature.OPERATOR, Nature.GOVERNMENT, Nature.PERSON, Nature.OTHER, Nature.FORCE, Nature.PLACE}
)


_WORKSHOPS = frozenset(wordlist("workshop workshops factory factories plant plants assembly line lines facility works"))


def manufacture(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`is manufactured by X`, `X assembles the Ababil drone`: a maker and a product."""
    product = clause.subject if clause.is_passive else clause.object
    maker = agent(clause) if clause.is_passive else clause.subject
    if product is None or not _is_product(sight, product):
        return None
    if maker is None and not (clause.is_passive and clause.auxiliaries and place_of(sight, clause.complements)):
        return None
    if (clause.is_passive and maker is not None and maker.nature not in _MAKERS) or (
        not clause.is_passive and nature not in _MAKERS - {Nature.OTHER}
    ):
        return None
    if (
        clause.lemma in {"design", "develop"}
        and not clause.is_passive
        and nature not in {Nature.ORGANISATION, Nature.OPERATOR}
    ):
        return None
    roles: dict[str, tuple[Filler, ...]] = {
        "actor": (_name(sight, maker),) if maker is not None else (),
        "object": goods_and_quantity(sight, product)[0]
        if product.nature is not Nature.PRONOUN
        else (simple(sight, product),),
        "place": place_of(sight, clause.complements),
    }
    if product.nature is not Nature.PRONOUN and sight.tree.words[product.first].tag == "DT":
        roles["object"] = (simple(sight, product),)
    return draft(sight, clause, ClaimKind.MANUFACTURE, None, f"manufacture.{clause.lemma}", roles)


def _is_product(sight: Sight, phrase: Phrase) -> bool:
    following = sight.next_phrase(phrase)
    if phrase.nature is Nature.CONTAINER and following is not None and following.preposition == "of":
        return following.nature is Nature.GOODS
    if phrase.nature in {Nature.GOODS, Nature.AIRCRAFT, Nature.VEHICLE, Nature.PRONOUN}:
        return phrase.nature is not Nature.PRONOUN or sight.tree.words[phrase.head].lower in {
            "it",
            "they",
            "which",
            "that",
            "both",
        }
    return NOUNS.get(noun_base(sight.tree.words[phrase.head].lower)) is Nature.GOODS


def _name(sight: Sight, phrase: Phrase) -> Filler:
    """A maker: the name that follows `a company called`, else the phrase, its apposed name first."""
    words = sight.tree.words
    k = phrase_position(sight.phrases, phrase)
    if not words[phrase.head].is_name and k + 1 < len(sight.phrases):
        following = sight.phrases[k + 1]
        gap = [w.lower for w in words[phrase.last + 1 : following.first]]
        if (
            words[following.head].is_name
            and not following.preposition
            and gap
            and all(g in {",", "called", "named", "known", "as", "there"} for g in gap)
        ):
            return simple(sight, following)
    return (
        operator_name(sight, phrase)
        if phrase.nature in {Nature.ORGANISATION, Nature.OPERATOR}
        else simple(sight, phrase)
    )


_MAKER_NOUNS = frozenset({"maker", "manufacturer", "producer", "builder", "supplier"})


def maker_of(sight: Sight, clause: Clause) -> Draft | None:
    """`X is the sole producer of the engine`, `the drone is a product of X`."""
    words = sight.tree.words
    predicate = next((p for p in clause.complements if p.first > clause.verb and not p.preposition), None)
    if predicate is None or clause.subject is None:
        return None
    of = next((p for p in sight.phrases if p.first == predicate.last + 2 and p.preposition == "of"), None)
    head = words[predicate.head].lower
    if of is None:
        return None
    if head in _MAKER_NOUNS - {"supplier"} and _is_product(sight, of) and clause.subject.nature in _MAKERS:
        roles = {"actor": (simple(sight, clause.subject),), "object": (simple(sight, of),)}
        return draft(sight, clause, ClaimKind.MANUFACTURE, None, "manufacture.maker", roles)
    if head == "product" and _is_product(sight, clause.subject) and of.nature in _MAKERS:
        roles = {"actor": (simple(sight, of),), "object": (simple(sight, clause.subject),)}
        return draft(sight, clause, ClaimKind.MANUFACTURE, None, "manufacture.product", roles)
    return None


def workshop(sight: Sight, clause: Clause) -> Draft | None:
    """`comes out of the workshops of X`, `is a product of X's plant`."""
    words = sight.tree.words
    for phrase in clause.complements:
        if (
            phrase.first > clause.verb
            and words[phrase.head].lower in _WORKSHOPS
            and phrase.preposition in {"of", "from", "out of", "in", "at"}
        ):
            k = phrase_position(sight.phrases, phrase)
            maker = sight.phrases[k + 1] if k + 1 < len(sight.phrases) else None
            where = place_of(sight, clause.complements)
            is_named = (
                maker is not None and maker.preposition in {"of", "by", "at"} and maker.nature is not Nature.PLACE
            )
            if clause.subject is None or not _is_product(sight, clause.subject) or not (is_named or where):
                return None
            if not is_named or maker is None:
                made = {"object": (simple(sight, clause.subject),), "place": where}
                return draft(sight, clause, ClaimKind.MANUFACTURE, None, "manufacture.workshop", made)
            roles: dict[str, tuple[Filler, ...]] = {
                "actor": (simple(sight, maker),),
                "object": (simple(sight, clause.subject),),
            }
            place = place_of(sight, clause.complements)
            if place:
                roles["place"] = place
            return draft(sight, clause, ClaimKind.MANUFACTURE, None, "manufacture.workshop", roles)
    return None
