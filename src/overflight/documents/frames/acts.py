"""Makers, arrests and seizures, the dead: frames whose verb says nearly all."""

from __future__ import annotations

from dataclasses import replace

from overflight.documents.frames import verbs
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.crafts import operator_name
from overflight.documents.frames.designation import reason
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, goods_and_quantity, quantity_filler, several, simple
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.movement import draft
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind, Filler

_MAKERS = frozenset(
    {Nature.ORGANISATION, Nature.OPERATOR, Nature.GOVERNMENT, Nature.PERSON, Nature.OTHER, Nature.FORCE, Nature.PLACE}
)
_HELD = frozenset({Nature.PERSON, Nature.PEOPLE, Nature.PRONOUN, Nature.FORCE, Nature.VICTIMS, Nature.OTHER})
_SEIZABLE = frozenset(
    {Nature.GOODS, Nature.CONTAINER, Nature.AIRCRAFT, Nature.SHIPMENT, Nature.VEHICLE, Nature.OPERATOR}
)
_WORKSHOPS = frozenset(wordlist("workshop workshops factory factories plant plants assembly line lines facility works"))


def agent(clause: Clause) -> Phrase | None:
    """The `by …` of a passive."""
    return next((p for p in clause.complements if p.preposition == "by" and p.first > clause.verb), None)


def place_of(sight: Sight, clause: Clause) -> tuple[Filler, ...]:
    """The place where it happened."""
    for phrase in clause.complements:
        if phrase.preposition in {"in", "at", "near", "outside", "off", "on"} and (
            phrase.nature is Nature.PLACE or phrase.mention_kind == "place"
        ):
            return (simple(sight, phrase, places=True),)
    return ()


def manufacture(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`is manufactured by X`, `X assembles the Ababil drone`: a maker and a product."""
    product = clause.subject if clause.is_passive else clause.object
    maker = agent(clause) if clause.is_passive else clause.subject
    if product is None or not _is_product(sight, product):
        return None
    if maker is None and not (clause.is_passive and clause.auxiliaries and place_of(sight, clause)):
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
        "place": place_of(sight, clause),
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
            where = place_of(sight, clause)
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
            place = place_of(sight, clause)
            if place:
                roles["place"] = place
            return draft(sight, clause, ClaimKind.MANUFACTURE, None, "manufacture.workshop", roles)
    return None


def arrest(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`was arrested in X`, `customs seized 22 engines`: people or goods taken."""
    lemma = clause.lemma
    target = clause.subject if clause.is_passive else clause.object
    if target is None:
        return None
    seizure = lemma in verbs.SEIZE
    target = _goods_on_board(sight, target) if seizure else target
    kind_of_target = nature if clause.is_passive else target.nature
    if seizure and (target.nature not in _SEIZABLE and kind_of_target not in _SEIZABLE):
        return None
    if not seizure and kind_of_target not in _HELD and target.nature not in _HELD:
        return None
    if not seizure and kind_of_target is Nature.OTHER and not sight.tree.words[target.head].is_name:
        return None
    if lemma in {"hold", "block", "ground", "recover", "stop"} and not _holds(sight, clause, target):
        return None
    roles: dict[str, tuple[Filler, ...]] = {}
    if seizure and target.nature is not Nature.AIRCRAFT:
        roles["object"], quantity = goods_and_quantity(sight, target)
        if quantity:
            roles["quantity"] = quantity
    else:
        roles["object"] = several(sight, target)
    by = agent(clause) if clause.is_passive else clause.subject
    if by is not None and (not clause.is_passive or by.first != target.first):
        roles["actor"] = (sight.filler(by.first, by.last, by.norm),)
    roles["place"] = place_of(sight, clause) or _place_of_actor(sight, by)
    roles["reason"] = charge(sight, clause)
    if seizure:
        bound = next(
            (
                p
                for p in clause.complements
                if p.preposition
                in {"to", "bound for", "destined for", "en route to", "intended for", "meant for", "headed for"}
                and p.first > clause.verb
            ),
            None,
        )
        if bound is not None:
            roles["destination"] = (simple(sight, bound, places=True),)
    subtype = "seizure" if seizure else "charge" if lemma in verbs.CHARGE else None
    return draft(sight, clause, ClaimKind.ARREST, subtype, f"arrest.{lemma}", roles)


def _goods_on_board(sight: Sight, craft: Phrase) -> Phrase:
    """What a seized vessel or aircraft carried, where that is told (`a dhow carrying 2,000 rifles`), else itself."""
    if craft.nature not in {Nature.VEHICLE, Nature.AIRCRAFT}:
        return craft
    k = phrase_position(sight.phrases, craft)
    following = sight.phrases[k + 1] if k + 1 < len(sight.phrases) else None
    if following is None or following.nature not in {Nature.GOODS, Nature.CONTAINER}:
        return craft
    gap = [w.lower for w in sight.tree.words[craft.last + 1 : following.first]]
    return following if any(g in {"carrying", "transporting", "with", "loaded", "hauling"} for g in gap) else craft


def _holds(sight: Sight, clause: Clause, target: Phrase) -> bool:
    """Ground, block and hold take an aircraft or goods, and speak of an authority or the passive."""
    return (target.nature is Nature.AIRCRAFT and (clause.is_passive or clause.lemma == "ground")) or (
        clause.lemma in {"block", "stop"} and target.nature in {Nature.GOODS, Nature.CONTAINER, Nature.SHIPMENT}
    )


def _place_of_actor(sight: Sight, by: Phrase | None) -> tuple[Filler, ...]:
    """`customs officers in Kuwait`: where the authority sits is where it seized."""
    if by is None:
        return ()
    k = phrase_position(sight.phrases, by)
    if k + 1 >= len(sight.phrases):
        return ()
    following = sight.phrases[k + 1]
    if following.preposition in {"in", "at"} and following.nature is Nature.PLACE and following.first == by.last + 2:
        return (simple(sight, following, places=True),)
    return ()


def charge(sight: Sight, clause: Clause) -> tuple[Filler, ...]:
    """The reason of an arrest: `on suspicion of …`, `on smuggling charges`, `for …`, `over …`, `with …`."""
    words = sight.tree.words
    for k in range(clause.verb + 1, min(clause.right + 1, len(words))):
        lowers = [w.lower for w in words[k : k + 3]]
        if lowers[:1] == ["on"]:
            phrase = next((p for p in sight.phrases if p.first == k + 1 or p.first == k + 3), None)
            if phrase is None:
                continue
            if lowers[1:3] in (
                ["suspicion", "of"],
                ["charges", "of"],
                ["charge", "of"],
                ["accusations", "of"],
                ["allegations", "of"],
            ):
                return (sight.filler(k, _last_of(sight, k + 3, clause.right)),)
            if words[phrase.head].lower in {"charge", "charges", "suspicion", "allegations", "accusations"}:
                return (sight.filler(k, phrase.last),)
        if lowers[:1] == ["with"] and clause.lemma in verbs.CHARGE:
            return (sight.filler(k + 1, _last_of(sight, k + 1, clause.right)),)
    return reason(sight, clause.verb, clause.right)


def _last_of(sight: Sight, first: int, right: int) -> int:
    """The end of a charge: its first phrase, with what a preposition other than of place adds to it."""
    phrase = next((p for p in sight.phrases if p.first >= first), None)
    if phrase is None:
        return right
    last = phrase.last
    k = phrase_position(sight.phrases, phrase)
    for following in sight.phrases[k + 1 :]:
        gap = [w.lower for w in sight.tree.words[last + 1 : following.first]]
        if gap in (["of"], ["to"], ["and"], [",", "and"]) and following.nature is not Nature.TIME:
            last = following.last
        else:
            break
    return last


def toll(sight: Sight, clause: Clause) -> Draft | None:
    """`the death toll has risen to 300`, `the number of dead stands at 40`."""
    words = sight.tree.words
    before = [w.lower for w in words[clause.left : clause.verb]]
    if not {"toll", "dead", "fatalities"} & set(before):
        return None
    number = next(
        (
            w.i
            for w in words[clause.verb + 1 : clause.right + 1]
            if w.tag == "CD" and not any(p.first <= w.i <= p.last and p.nature is Nature.TIME for p in sight.phrases)
        ),
        None,
    )
    if number is None:
        return None
    roles: dict[str, tuple[Filler, ...]] = {
        "quantity": quantity_filler(sight, number, number),
        "place": place_of(sight, clause),
    }
    return draft(sight, clause, ClaimKind.CASUALTIES, None, f"casualties.{clause.lemma}.toll", roles)


def custody(sight: Sight, clause: Clause) -> Draft | None:
    """`were taken into custody at Tripoli airport`."""
    into = next(
        (
            p
            for p in clause.complements
            if p.preposition in {"into", "in"}
            and p.first > clause.verb
            and sight.tree.words[p.head].lower in {"custody", "detention"}
        ),
        None,
    )
    held = clause.subject if clause.is_passive else clause.object
    if into is None or held is None or held.nature not in _HELD:
        return None
    roles: dict[str, tuple[Filler, ...]] = {
        "object": several(sight, held),
        "place": place_of(sight, clause),
        "reason": charge(sight, clause),
    }
    by = agent(clause) if clause.is_passive else clause.subject
    if by is not None and by.first != held.first:
        roles["actor"] = (sight.filler(by.first, by.last, by.norm),)
    return draft(sight, clause, ClaimKind.ARREST, None, f"arrest.{clause.lemma}.custody", roles)


def lives_lost(sight: Sight, clause: Clause) -> Draft | None:
    """`left 23 dead`, `claimed the lives of 15,000 civilians`."""
    words = sight.tree.words
    right = min(clause.right, len(words) - 1)
    lowers = [w.lower for w in words[clause.verb + 1 : right + 1]]
    lives = next(
        (
            p
            for p in sight.phrases
            if p.preposition == "of" and p.first > clause.verb and words[max(0, p.first - 2)].lower == "lives"
        ),
        None,
    )
    if lives is None and "lives" in lowers:
        lives = next((p for p in clause.complements if p.first > clause.verb and words[p.head].lower == "lives"), None)
    dead = next((w.i for w in words[clause.verb + 1 : right + 1] if w.lower == "dead"), None)
    if lives is None and (dead is None or clause.lemma != "leave"):
        return None
    if lives is not None:
        found = victims(sight, lives)
        if found is None:
            return None
        roles: dict[str, tuple[Filler, ...]] = {"quantity": found[0], "object": found[1]}
    else:
        number = next(
            (k for k in range(clause.verb + 1, dead or right) if words[k].tag == "CD" or words[k].lower in _VAGUE), None
        )
        if number is None:
            return None
        roles = {"quantity": quantity_filler(sight, number, number)}
        who = next((w.i for w in words[number + 1 : dead] if w.is_noun), None)
        if who is not None:
            roles["object"] = (sight.filler(who, who),)
    roles["place"] = place_of(sight, clause)
    return draft(sight, clause, ClaimKind.CASUALTIES, None, f"casualties.{clause.lemma}", roles)


def casualties(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`killed at least 47 civilians`, `more than 1,400 have been killed by …`, `47 people died`."""
    intransitive = clause.lemma in verbs.DIE
    dead = clause.subject if clause.is_passive or intransitive else clause.object
    if dead is None:
        return None
    number = victims(sight, dead)
    if number is None:
        return None
    quantity, objects = number
    roles: dict[str, tuple[Filler, ...]] = {"quantity": quantity, "object": objects, "place": place_of(sight, clause)}
    by = agent(clause) if clause.is_passive else None if intransitive else clause.subject
    if by is not None and by.nature in {
        Nature.FORCE,
        Nature.GOVERNMENT,
        Nature.PEOPLE,
        Nature.PERSON,
        Nature.ORGANISATION,
    }:
        roles["actor"] = (simple(sight, by),)
    d = draft(sight, clause, ClaimKind.CASUALTIES, None, f"casualties.{clause.lemma}", roles)
    if by is not None and not clause.is_passive:
        d = replace(d, also=((sight.tree.words[by.first].start, sight.tree.words[by.last].end),))
    return d


_VAGUE = frozenset({"thousands", "hundreds", "dozens", "scores", "several", "many", "tens"})


def victims(sight: Sight, phrase: Phrase) -> tuple[tuple[Filler, ...], tuple[Filler, ...]] | None:
    """The number of dead in a phrase and who they were; None where no number is told."""
    words = sight.tree.words
    numbers = [k for k in range(phrase.first, phrase.last + 1) if words[k].tag == "CD" or words[k].lower in _VAGUE]
    if not numbers or words[phrase.head].lower in {"october", "june"}:
        return None
    last = numbers[0]
    while last + 1 <= phrase.last and (
        words[last + 1].tag == "CD" or words[last + 1].lower in {"thousand", "hundred", "million"}
    ):
        last += 1
    quantity = quantity_filler(sight, numbers[0], last)
    if phrase.head > last:
        return quantity, (sight.filler(last + 1, phrase.last, phrase.norm),)
    k = phrase_position(sight.phrases, phrase)
    following = sight.phrases[k + 1] if k + 1 < len(sight.phrases) else None
    if following is not None and following.preposition == "of" and following.first == phrase.last + 2:
        return quantity, (sight.filler(following.first, following.last, following.norm),)
    return quantity, ()
