"""Transfers and trade: what was moved, by whom, on whose behalf, to whom, from where to where, and how much of it."""

from __future__ import annotations

from dataclasses import replace

from overflight.documents.frames import verbs
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.crafts import count_of, following_phrases, operator_after
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, goods_and_quantity, listed, several, simple
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.goods import (
    CARGO,
    CARRIERS,
    TAKERS,
    TRADED,
    is_bare_arms,
    is_craft,
    is_name_of_unknown,
    is_of_everybody,
    is_taker,
    is_thing,
)
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.movement import draft, is_civil
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.places import is_place, places_of
from overflight.documents.frames.trade import PRICED, is_money, price_of, trade_total
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind, Filler

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

SUBTYPES: tuple[tuple[frozenset[str], str], ...] = (
    (verbs.SMUGGLE, "smuggling"),
    (verbs.SELL, "sale"),
    (verbs.ORDER, "order"),
    (verbs.BUY, "purchase"),
    (verbs.EXCHANGE, "exchange"),
    (verbs.SUPPLY, "supply"),
    (verbs.DELIVER, "delivery"),
    (verbs.RECEIVE, "delivery"),
    (verbs.TRANSPORT, "transport"),
    (verbs.SUPPORT, "support"),
)
_STRONG = frozenset(
    wordlist(
        "deliver unload offload supply smuggle slip sneak funnel ship airlift airdrop arm resupply rearm sell equip"
    )
)
"""Verbs that need no list of goods: what they move is goods."""
_BODILY = (_STRONG - {"sell"}) | frozenset(
    wordlist("""carry haul ferry truck fly transport load bring discharge lug hump import export procure freight cart tote land
lower parachute dispatch despatch consign tranship transship distribute""")
)
"""Verbs that handle things: a common noun that no table knows is goods after them."""


def subtype_of(lemma: str) -> str:
    """The subtype that a verb stands for."""
    return next((name for group, name in SUBTYPES if lemma in group), "transport")


def transfer(sight: Sight, clause: Clause, nature: Nature, thing: Nature = Nature.OTHER) -> Draft | None:
    """The transfer of a clause whose verb moves or gives goods; nature and thing: what subject and object stand for."""
    if (
        is_civil(sight, clause)
        or _is_intransitive_split(sight, clause)
        or _is_fleet(sight, clause, nature)
        or "can" in clause.auxiliaries
    ):
        return None
    lemma = clause.lemma
    if lemma == "take" and not clause.is_passive and _particle(sight, clause) in {"on", "aboard"}:
        return taking_on(sight, clause)
    if lemma == "take" and _is_no_taking(sight, clause):
        return None
    goods, receiver = _goods_and_receiver(sight, clause, _moved(sight, clause))
    if _is_general(sight, goods, receiver, clause):
        return None
    if clause.is_passive and goods is not None and is_taker(sight, goods) and _is_of(clause.object, CARGO):
        goods, receiver = clause.object, goods
    if goods is not None and goods.nature is Nature.GOODS and _is_weapon(sight, clause, nature):
        return None
    if goods is not None and is_money(sight, goods):
        return _paid(sight, clause, goods)
    if goods is None or not _is_cargo(sight, goods, clause, nature, thing):
        if receiver is None or lemma not in verbs.SUPPLY:
            return None
        goods = None
    receiver = receiver or _taker(sight, clause, goods)
    price = price_of(sight, goods, clause.right) if goods is not None else None
    if price is not None and goods is not None and lemma in PRICED:
        return trade_total(sight, clause, price, goods, receiver)
    roles = _roles(sight, clause, nature, goods, receiver)
    if not clause.is_passive and lemma in verbs.RECEIVE and not roles.get("recipient"):
        return None
    if len(roles) < 2 and not (clause.is_passive and lemma in _STRONG):
        return None
    return draft(sight, clause, ClaimKind.TRANSFER, subtype_of(lemma), f"transfer.{lemma}", roles)


def _is_of(phrase: Phrase | None, natures: frozenset[Nature]) -> bool:
    return phrase is not None and phrase.nature in natures


def _paid(sight: Sight, clause: Clause, money: Phrase) -> Draft | None:
    """The total of a clause whose object is money: `bought $40 million of rifles`, `sold X rifles worth $40 million`."""
    priced = [p for p in sight.phrases if clause.verb < p.first and p.last < money.first and p.nature in CARGO]
    if not priced or price_of(sight, priced[-1], money.last) is not money:
        return trade_total(sight, clause, money)
    takers = [p for p in sight.phrases if p.first == clause.verb + 1 and p.last < priced[-1].first]
    return trade_total(sight, clause, money, priced[-1], takers[0] if takers else None)


def _roles(
    sight: Sight, clause: Clause, nature: Nature, goods: Phrase | None, receiver: Phrase | None
) -> dict[str, tuple[Filler, ...]]:
    """What was moved and how much, who got it, who sent or carried it, its ends, and how often."""
    roles: dict[str, tuple[Filler, ...]] = {}
    if goods is not None:
        roles["object"], quantity = goods_and_quantity(sight, goods)
        if quantity:
            roles["quantity"] = quantity
    if receiver is not None:
        roles["recipient"] = several(sight, receiver, places=True)
    _subject_roles(sight, clause, nature, roles)
    _complement_roles(sight, clause, goods, roles)
    count = count_of(sight, clause) if len(roles) > 1 else ()
    if count:
        roles.setdefault("count", count)
    return roles


def _taker(sight: Sight, clause: Clause, goods: Phrase | None) -> Phrase | None:
    """The first of two objects: `handed Poland 12 missiles`."""
    if goods is None or clause.is_passive or clause.lemma not in _DITRANSITIVE:
        return None
    first = next((p for p in sight.phrases if p.first == clause.verb + 1), None)
    if first is None or first.preposition or first.last >= goods.first:
        return None
    return first if is_taker(sight, first) or first.nature is Nature.PLACE else None


_DITRANSITIVE = frozenset(
    wordlist("sell give send supply hand lend bring deliver furnish grant ship offer pass donate fly")
)


def taking_on(sight: Sight, clause: Clause) -> Draft | None:
    """`took on 30 containers of ammunition at Burgas`: a craft is loaded, and the place is where the goods come from."""
    goods = next((p for p in sight.phrases if clause.verb < p.first <= clause.verb + 5 and p.nature in CARGO), None)
    craft = clause.subject
    if goods is None or craft is None or craft.nature not in CARRIERS | {Nature.PRONOUN}:
        return None
    roles: dict[str, tuple[Filler, ...]] = {"carrier": several(sight, craft)}
    roles["object"], quantity = goods_and_quantity(sight, goods)
    if quantity:
        roles["quantity"] = quantity
    where = places_of(sight, clause, "arrive")
    origin = where.get("origin") or where.get("destination")
    if origin:
        roles["origin"] = origin
    return draft(sight, clause, ClaimKind.TRANSFER, "transport", "transfer.take.on", roles)


_DRIVEN = frozenset(wordlist("vehicle truck jet helicopter lorry pickup boat pick-up patrol_boat speedboat"))


def _is_weapon(sight: Sight, clause: Clause, nature: Nature) -> bool:
    """Whether goods are the subject of a verb of carrying: a drone carries a camera, and brings nothing to anybody."""
    if clause.is_passive or clause.subject is None:
        return False
    words = sight.tree.words
    aside = sight.next_phrase(clause.subject)
    is_aside = aside is not None and aside.first == clause.subject.last + 2 and words[aside.first - 1].text == ","
    if nature is not Nature.GOODS and not (is_aside and aside is not None and aside.nature is Nature.GOODS):
        return False
    return noun_base(sight.tree.words[clause.subject.head].lower) not in _DRIVEN


def _is_fleet(sight: Sight, clause: Clause, nature: Nature) -> bool:
    """Whether an airline gets aircraft for its fleet, or something is sold as what it is not (`sold as hunting gear`)."""
    object_ = clause.object
    if clause.lemma in verbs.SELL and clause.is_passive:
        words = sight.tree.words
        return clause.verb + 1 < len(words) and words[clause.verb + 1].lower == "as"
    gets = clause.lemma in verbs.BUY | verbs.ORDER | verbs.RECEIVE
    return gets and nature is Nature.OPERATOR and object_ is not None and object_.nature is Nature.AIRCRAFT


def _is_no_taking(sight: Sight, clause: Clause) -> bool:
    """`took off`, `took over`, and `took delivery of the drones`, which the table of constructions reads."""
    noun = sight.tree.words[clause.object.head].lower if clause.object is not None else ""
    return _particle(sight, clause) in {"off", "over", "part", "place"} or noun in _RECEIPTS


_RECEIPTS = frozenset({"delivery", "receipt", "possession", "charge"})


def _particle(sight: Sight, clause: Clause) -> str:
    words = sight.tree.words
    return words[clause.verb + 1].lower if clause.verb + 1 < len(words) else ""


def _moved(sight: Sight, clause: Clause) -> Phrase | None:
    """What a verb says was moved: its object; of a passive its subject, or goods right before it (`counted crates being
    unloaded`) or behind (`From the jet were lowered nine crates`), where the subject is not the verb's own.
    """
    if not clause.is_passive:
        return clause.object
    subject = clause.subject
    if subject is not None and not subject.preposition and (subject.nature in CARGO or clause.subject_is_own):
        return _box_of(sight, subject) or subject
    first = clause.group_first
    near = [p for p in sight.phrases if first - 7 <= p.last < first and p.nature in CARGO and not p.preposition]
    behind = [p for p in clause.complements if p.first > clause.verb and p.nature in CARGO and not p.preposition]
    is_object = clause.object is not None and subject is not None and not subject.preposition
    return next(iter(near[-1:] or (() if is_object else behind[:1])), subject)


def _box_of(sight: Sight, goods: Phrase) -> Phrase | None:
    """The crates that goods are told to be in (`14 crates thought to contain parts were unloaded`)."""
    box = max((p for p in sight.phrases if p.last < goods.first), key=lambda p: p.last, default=None)
    if box is None or box.nature is not Nature.CONTAINER or goods.nature is Nature.CONTAINER:
        return None
    inside = goods_and_quantity(sight, box)[0]
    return box if inside and inside[0].start == sight.tree.words[goods.first].start else None


def _is_general(sight: Sight, goods: Phrase | None, receiver: Phrase | None, clause: Clause) -> bool:
    """`does not arm any party`, `never supplied arms to anyone`: a denial of relations with everybody is no claim."""
    taker = receiver or next((p for p in clause.complements if p.preposition == "to" and p.first > clause.verb), None)
    if taker is None and clause.lemma in {"arm", "equip", "rearm"}:
        taker = goods
    if taker is None or not is_of_everybody(sight, taker):
        return False
    return goods is None or goods is taker or is_bare_arms(sight, goods)


def _is_intransitive_split(sight: Sight, clause: Clause) -> bool:
    words = sight.tree.words
    following = words[clause.verb + 1].lower if clause.verb + 1 < len(words) else ""
    return (
        (clause.lemma in {"carry"} and following in {"out", "on"})
        or (clause.lemma in {"drop"} and following == "out")
        or (clause.lemma == "hand" and following == "in")
    )


def _goods_and_receiver(sight: Sight, clause: Clause, goods: Phrase | None) -> tuple[Phrase | None, Phrase | None]:
    """The goods and the one who gets them: `sent Russia containers`, `supplied the army with drones`."""
    following = following_phrases(sight, goods, 2) if goods is not None and not clause.is_passive else ()
    if goods is not None and (is_taker(sight, goods) or goods.nature in {Nature.PLACE, Nature.PRONOUN}) and following:
        second = following[0]
        gap = [w.lower for w in sight.tree.words[goods.last + 1 : second.first]]
        if (
            not second.preposition
            and all(w in {"over", "more", "than", "about", "at", "least", "nearly", "some"} for w in gap)
            and (second.nature in CARGO or second.nature is Nature.OTHER)
        ):
            return second, goods
    if clause.lemma in verbs.SUPPLY:
        given = next(
            (
                p
                for p in clause.complements
                if p.preposition in {"with"} and p.first > clause.verb and p.nature in CARGO
            ),
            None,
        )
        if given is not None and goods is not None:
            return given, goods
        if (
            goods is not None
            and (is_taker(sight, goods) or goods.nature is Nature.PLACE)
            and clause.lemma in {"arm", "equip", "supply", "rearm", "resupply"}
        ):
            return given, goods
    return goods, None


def _is_cargo(sight: Sight, phrase: Phrase, clause: Clause, nature: Nature, thing: Nature) -> bool:
    """Whether the theme of a verb is goods: by its noun, or because the verb or the subject handles things."""
    lemma = clause.lemma
    if phrase.nature in CARGO:
        return True
    if phrase.nature is Nature.PRONOUN:
        return thing in CARGO and not (clause.is_passive and lemma in verbs.RECEIVE)
    following = following_phrases(sight, phrase, 1)
    if following and following[0].nature in CARGO and not following[0].preposition:
        joined = [w.lower for w in sight.tree.words[phrase.last + 1 : following[0].first]]
        if joined in (["and"], [","]) and phrase.nature in {Nature.FORCE, Nature.PEOPLE, Nature.OTHER}:
            return True
    if phrase.nature is Nature.AIRCRAFT:
        return (
            lemma
            in verbs.SELL | verbs.BUY | verbs.SUPPLY | verbs.ORDER | {"deliver", "send", "export", "donate", "give"}
            and phrase.mention_kind != "registration"
        )
    if NOUNS.get(noun_base(sight.tree.words[phrase.head].lower)) in CARGO and not sight.tree.words[phrase.head].is_name:
        return True
    handles = lemma in _BODILY or (nature in {Nature.AIRCRAFT, Nature.VEHICLE} and not clause.is_passive)
    return handles and is_thing(sight, phrase) and (phrase.nature is not Nature.VEHICLE or not clause.is_passive)


def _subject_roles(sight: Sight, clause: Clause, nature: Nature, roles: dict[str, tuple[Filler, ...]]) -> None:
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


def _complement_roles(sight: Sight, clause: Clause, goods: Phrase | None, roles: dict[str, tuple[Filler, ...]]) -> None:
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


def _complement_role(
    sight: Sight, clause: Clause, phrase: Phrase, roles: dict[str, tuple[Filler, ...]], *, takes: bool
) -> str | None:
    preposition, nature = phrase.preposition, phrase.nature
    after = phrase.first > clause.verb
    if preposition == "from":
        is_unloading = clause.lemma in {"unload", "offload", "lower", "take", "discharge", "remove", "lift"}
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
    if preposition in {"on", "aboard", "by", "in"} and nature is Nature.GOODS and is_craft(sight, phrase):
        return "carrier"
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


def _goal_role(sight: Sight, clause: Clause, phrase: Phrase, roles: dict[str, tuple[Filler, ...]]) -> str | None:
    """What a phrase of goal is: who gets the goods, where they go, or (`for`) on whose behalf a craft carries them."""
    preposition, nature = phrase.preposition, phrase.nature
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


def _sides(places: dict[str, tuple[Filler, ...]], taker: Phrase | None, sight: Sight) -> dict[str, tuple[Filler, ...]]:
    """The ends of a movement of goods as the sides of a trade."""
    gets = several(sight, taker) if taker is not None else places.get("destination", ())
    return {"actor": places.get("origin", ()), "recipient": gets}


def _taker_of_arrival(sight: Sight, clause: Clause) -> Phrase | None:
    """Who got goods that arrived: the object of `reached`, `to` or `with` a party, or `for` behind the goods."""
    if clause.object is not None and clause.object.nature is not Nature.PLACE and is_taker(sight, clause.object):
        return clause.object
    behind = sight.next_phrase(clause.subject) if clause.subject is not None else None
    if behind is not None and behind.last < clause.verb and behind.preposition == "for" and behind.nature in TAKERS:
        return behind
    return next(
        (
            p
            for p in clause.complements
            if p.preposition in {"to", "with"}
            and p.first > clause.verb
            and p.nature is not Nature.PLACE
            and is_taker(sight, p)
        ),
        None,
    )


def arrival_of_goods(
    sight: Sight, clause: Clause, nature: Nature, places: dict[str, tuple[Filler, ...]]
) -> Draft | None:
    """`60 crates of drones had reached Venezuela from Iran`: goods that arrive are a delivery."""
    taker = _taker_of_arrival(sight, clause)
    if clause.subject is None or nature not in CARGO or not (places or taker):
        return None
    if noun_base(sight.tree.words[clause.subject.head].lower) in TRADED:
        return None
    price = price_of(sight, clause.subject, clause.verb)
    if price is not None:
        made = trade_total(sight, replace(clause, subject=None), price, clause.subject)
        return made.with_roles(**_sides(places, taker, sight)) if made is not None else None
    objects, quantity = goods_and_quantity(sight, clause.subject)
    roles = {k: v for k, v in places.items() if k in {"origin", "destination", "via"}}
    roles["object"] = objects
    if quantity:
        roles["quantity"] = quantity
    count = count_of(sight, clause)
    if count:
        roles["count"] = count
    if clause.object is not None and clause.object.nature is Nature.PLACE and "destination" not in roles:
        roles["destination"] = several(sight, clause.object)
    if taker is not None and taker.nature is not Nature.PLACE:
        roles["recipient"] = several(sight, taker)
    return draft(sight, clause, ClaimKind.TRANSFER, "delivery", f"transfer.{clause.lemma}.goods", roles)


def freight_of_movement(sight: Sight, clause: Clause, moved: Draft) -> Draft | None:
    """`landed with crates of drone parts`, `flew in loaded with rockets`: the cargo of a flight is a transfer of its own."""
    for phrase in clause.complements:
        if (
            phrase.preposition not in {"with", "carrying", "loaded with", "of"}
            or phrase.first <= clause.verb
            or phrase.nature not in CARGO
        ):
            continue
        if phrase.preposition == "of":
            continue
        objects, quantity = goods_and_quantity(sight, phrase)
        roles = {k: v for k, v in moved.roles.items() if k in {"origin", "destination", "via"}}
        roles["object"] = objects
        if quantity:
            roles["quantity"] = quantity
        if moved.roles.get("aircraft") or moved.roles.get("actor"):
            roles["carrier"] = moved.roles.get("aircraft") or moved.roles["actor"]
        return draft(sight, clause, ClaimKind.TRANSFER, "transport", f"transfer.{clause.lemma}.with", roles)
    return None


def loading(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`was loaded with ammunition`: what a craft has on board is carried."""
    goods = next(
        (p for p in clause.complements if p.preposition == "with" and p.first > clause.verb and p.nature in CARGO), None
    )
    craft = clause.subject if clause.is_passive or clause.object is None else clause.object
    if goods is None or craft is None or (craft.nature not in CARRIERS and nature not in CARRIERS):
        return None
    roles: dict[str, tuple[Filler, ...]] = {"carrier": several(sight, craft)}
    roles["object"], quantity = goods_and_quantity(sight, goods)
    if quantity:
        roles["quantity"] = quantity
    roles |= {k: v for k, v in places_of(sight, clause, "fly").items() if k in {"origin", "destination", "via"}}
    return draft(sight, clause, ClaimKind.TRANSFER, "transport", f"transfer.{clause.lemma}", roles)


def reliance(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`relies on Russia and China for its armaments`: supply, seen from the one who gets it."""
    suppliers = next((p for p in clause.complements if p.preposition in {"on", "upon"} and p.first > clause.verb), None)
    goods = next((p for p in clause.complements if p.preposition == "for" and p.first > clause.verb), None)
    if clause.subject is None or suppliers is None or goods is None or goods.nature not in CARGO:
        return None
    roles = {
        "actor": several(sight, suppliers),
        "recipient": several(sight, clause.subject),
        "object": goods_and_quantity(sight, goods)[0],
    }
    first = sight.tree.words[goods.first]
    if first.tag == "PRP$" and goods.first < goods.last:
        roles["object"] = (sight.filler(goods.first + 1, goods.last, goods.norm),)
    return draft(sight, clause, ClaimKind.TRANSFER, "supply", f"transfer.{clause.lemma}", roles)


__all__ = ["arrival_of_goods", "freight_of_movement", "listed", "reliance", "trade_total", "transfer"]
