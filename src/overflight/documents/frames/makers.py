"""Makers: who makes what, and where."""

from __future__ import annotations

from collections.abc import Iterator

from overflight.documents.frames.clauses import Clause, agent
from overflight.documents.frames.crafts import operator_name
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, goods_and_quantity, place_of, simple
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.goods import is_concrete, is_name_of_unknown
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.movement import draft
from overflight.documents.frames.noun_parts import possessor
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.documents.frames.places import is_place
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind, Filler

_MAKERS = frozenset(
    {Nature.ORGANISATION, Nature.OPERATOR, Nature.GOVERNMENT, Nature.PERSON, Nature.OTHER, Nature.FORCE, Nature.PLACE}
)
WORKS = frozenset(
    wordlist("workshop factory plant assembly line works facility foundry arsenal shipyard yard bench mill hall press")
)
_MAKES = frozenset(wordlist("make manufacture construction design production fabrication build"))


def manufacture(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`is manufactured by X`, `X assembles the Ababil drone`: a maker and a product."""
    product = clause.subject if clause.is_passive else clause.object
    maker = agent(clause) if clause.is_passive else clause.subject
    if product is None or not is_product(sight, product):
        return None
    where = site(sight, clause)
    if maker is None and not (clause.is_passive and where):
        return None
    if (clause.is_passive and maker is not None and maker.nature not in _MAKERS) or (
        not clause.is_passive and not _is_maker(sight, maker, nature)
    ):
        return None
    if (
        clause.lemma in {"design", "develop"}
        and not clause.is_passive
        and nature not in {Nature.ORGANISATION, Nature.OPERATOR}
    ):
        return None
    where = where or (_seat(sight, maker) if maker is not None else ())
    roles: dict[str, tuple[Filler, ...]] = {
        "actor": (maker_name(sight, maker),) if maker is not None else (),
        "object": goods_and_quantity(sight, product)[0]
        if product.nature is not Nature.PRONOUN
        else (simple(sight, product),),
        "place": where,
    }
    if product.nature is not Nature.PRONOUN and sight.tree.words[product.first].tag == "DT":
        roles["object"] = (simple(sight, product),)
    return draft(sight, clause, ClaimKind.MANUFACTURE, None, f"manufacture.{clause.lemma}", roles)


def _seat(sight: Sight, maker: Phrase) -> tuple[Filler, ...]:
    """The town behind a maker's name and a comma: `made by Xinfeng Aerotech, Shenzhen`."""
    town = sight.next_phrase(maker)
    is_behind = town is not None and town.first == maker.last + 2 and sight.tree.words[maker.last + 1].text == ","
    return (simple(sight, town),) if is_behind and town is not None and town.nature is Nature.PLACE else ()


def _is_maker(sight: Sight, subject: Phrase | None, nature: Nature) -> bool:
    """Whether a subject may make things: a body, a person, a works, or a name of which nothing is known."""
    if nature in _MAKERS - {Nature.OTHER}:
        return True
    head = sight.tree.words[subject.head].lower if subject is not None else ""
    return subject is not None and (is_name_of_unknown(sight, subject) or head in WORKS or noun_base(head) in WORKS)


def site(sight: Sight, clause: Clause) -> tuple[Filler, ...]:
    """Where it is done: a place, also one that no table knows, or a works, behind the verb."""
    known = place_of(sight, clause.complements)
    if known:
        return known
    found = next(
        (
            p
            for p in clause.complements
            if p.preposition in {"in", "at", "near", "outside"}
            and p.first > clause.verb
            and (is_place(sight, p) or noun_base(sight.tree.words[p.head].lower) in WORKS)
        ),
        None,
    )
    return (simple(sight, found, places=True),) if found is not None else ()


def is_product(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase names something that is made: goods, a craft, a model's designation, or a pronoun for one."""
    following = sight.next_phrase(phrase)
    if phrase.nature is Nature.CONTAINER and following is not None and following.preposition == "of":
        return following.nature is Nature.GOODS
    if phrase.nature in {Nature.GOODS, Nature.AIRCRAFT, Nature.VEHICLE, Nature.PRONOUN}:
        return phrase.nature is not Nature.PRONOUN or sight.tree.words[phrase.head].lower in {
            "it",
            "they",
            "them",
            "which",
            "that",
            "both",
        }
    word = sight.tree.words[phrase.head]
    is_named = phrase.nature is Nature.OTHER and word.is_name and sight.tree.words[phrase.first].tag == "DT"
    if (
        is_named
        or is_designator(word.text)
        or (phrase.nature is Nature.CONTAINER and noun_base(word.lower) in {"piece", "unit", "set"})
    ):
        return True
    if phrase.nature is Nature.OTHER and word.tag in {"NN", "NNS"} and is_concrete(word.lower):
        return True
    return NOUNS.get(noun_base(sight.tree.words[phrase.head].lower)) is Nature.GOODS


def is_designator(text: str) -> bool:
    """Whether a word is the designation of a model, letters and digits together: `DLX-170`, `X4`."""
    return any(c.isdigit() for c in text) and text[:1].isupper() and any(c.isalpha() for c in text)


def maker_name(sight: Sight, phrase: Phrase) -> Filler:
    """A maker: the name that follows `a company called`, else the phrase, its apposed name first."""
    words = sight.tree.words
    k = phrase_position(sight.phrases, phrase)
    if not words[phrase.head].is_name and k + 1 < len(sight.phrases):
        following = sight.phrases[k + 1]
        if words[following.head].lower in {"there", "here"} and k + 2 < len(sight.phrases):
            following = sight.phrases[k + 2]
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


def _nationality_made(sight: Sight, clause: Clause) -> Filler | None:
    """Whose make a predicate tells: `are Chinese-made`, `was Bulgarian-built`."""
    words = sight.tree.words
    for k in range(clause.verb + 1, min(clause.verb + 5, len(words) - 2)):
        if words[k + 1].text == "-" and words[k + 2].lower in {
            "made",
            "built",
            "manufactured",
            "produced",
            "assembled",
        }:
            is_nation = any(m.kind == "demonym" for m in sight.scene.within(words[k].start, words[k].end))
            return sight.filler(k, k) if is_nation or words[k].is_name else None
    return None


def maker_of(sight: Sight, clause: Clause) -> Draft | None:
    """`X is the sole producer of the engine`, `the drone is a product of X`."""
    words = sight.tree.words
    nationality = _nationality_made(sight, clause)
    if nationality is not None and clause.subject is not None and is_product(sight, clause.subject):
        roles = {"actor": (nationality,), "object": (simple(sight, clause.subject),)}
        return draft(sight, clause, ClaimKind.MANUFACTURE, None, "manufacture.made", roles)
    predicate = next((p for p in clause.complements if p.first > clause.verb and not p.preposition), None)
    if predicate is None or clause.subject is None:
        return None
    of = next((p for p in sight.phrases if p.first == predicate.last + 2 and p.preposition == "of"), None)
    head = words[predicate.head].lower
    if (
        of is not None
        and head in _MAKER_NOUNS - {"supplier"}
        and is_product(sight, of)
        and clause.subject.nature in _MAKERS
    ):
        roles = {"actor": (simple(sight, clause.subject),), "object": (simple(sight, of),)}
        return draft(sight, clause, ClaimKind.MANUFACTURE, None, "manufacture.maker", roles)
    owned = possessor(sight, clause.subject)
    if (
        words[clause.subject.head].lower in _MAKER_NOUNS - {"supplier"}
        and owned is not None
        and words[predicate.head].is_name
    ):
        roles = {"actor": (maker_name(sight, predicate),), "object": (owned,)}
        return draft(sight, clause, ClaimKind.MANUFACTURE, None, "manufacture.maker", roles)
    of_subject = sight.next_phrase(clause.subject)
    if (
        words[clause.subject.head].lower in _MAKER_NOUNS - {"supplier"}
        and of_subject is not None
        and of_subject.preposition == "of"
        and is_product(sight, of_subject)
        and words[predicate.head].is_name
    ):
        product = goods_and_quantity(sight, of_subject)[0]
        roles = {"actor": (maker_name(sight, predicate),), "object": (product[0],)}
        return draft(sight, clause, ClaimKind.MANUFACTURE, None, "manufacture.maker", roles)
    if of is None:
        return None
    if head == "product" and is_product(sight, clause.subject) and of.nature in _MAKERS:
        roles = {"actor": (simple(sight, of),), "object": (simple(sight, clause.subject),)}
        return draft(sight, clause, ClaimKind.MANUFACTURE, None, "manufacture.product", roles)
    return None


def makers_told_aside(sight: Sight) -> Iterator[Draft]:
    """Makers without a verb of making: `X, a maker of drone batteries, …`, `the rifles are of Bulgarian make`."""
    words = sight.tree.words
    for phrase in sight.phrases:
        roles = _apposed(sight, phrase)
        if not roles:
            roles = _of_make(sight, phrase)
        if roles:
            yield Draft(
                kind=ClaimKind.MANUFACTURE,
                subtype=None,
                rule="manufacture.aside",
                sentence=sight.index,
                verb=phrase.head,
                trigger=(words[phrase.head].start, words[phrase.head].end),
                left=words[phrase.first].start,
                right=words[phrase.last].end,
                roles=roles,
            )


def _apposed(sight: Sight, phrase: Phrase) -> dict[str, tuple[Filler, ...]]:
    """`Omnivolt, a maker of drone batteries`: a description between commas behind a name."""
    words = sight.tree.words
    if (
        words[phrase.head].lower not in _MAKER_NOUNS - {"supplier"}
        or not phrase.first
        or words[phrase.first - 1].text != ","
    ):
        return {}
    name = next((p for p in sight.phrases if p.last == phrase.first - 2), None)
    product = next((p for p in sight.phrases if p.first == phrase.last + 2 and p.preposition == "of"), None)
    if name is None or not words[name.head].is_name or name.nature not in _MAKERS:
        return {}
    if product is not None and is_product(sight, product):
        return {"actor": (maker_name(sight, name),), "object": goods_and_quantity(sight, product)[0]}
    return {}


def _of_make(sight: Sight, phrase: Phrase) -> dict[str, tuple[Filler, ...]]:
    """`the rifles are of Bulgarian make`: who made them is the adjective."""
    words = sight.tree.words
    k = phrase.last + 1
    while k < len(words) and (
        words[k].lower in {"is", "are", "was", "were", "be", "been", ","} or words[k].tag in {"MD", "RB"}
    ):
        k += 1
    if k + 2 >= len(words) or words[k].lower != "of" or words[k + 2].lower not in _MAKES:
        return {}
    if not words[k + 1].text[:1].isupper() or not is_product(sight, phrase):
        return {}
    return {"actor": (sight.filler(k + 1, k + 1),), "object": (simple(sight, phrase),)}
