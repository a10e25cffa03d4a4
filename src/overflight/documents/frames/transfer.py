"""Transfers and trade: what was moved, by whom, on whose behalf, to whom, from where to where, and how much of it."""

from __future__ import annotations

from overflight.documents.frames import verbs
from overflight.documents.frames.arrivals import taking_on
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.crafts import count_of, following_phrases
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, goods_and_quantity, several
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.goods import (
    CARGO,
    is_bare_arms,
    is_of_everybody,
    is_taker,
    is_thing,
)
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.movement import draft, is_civil
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.trade import PRICED, is_money, price_of, trade_total
from overflight.documents.frames.transfer_roles import complement_roles, subject_roles
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind, Filler

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
    if goods is not None and lemma == "run" and sight.tree.words[goods.first].lower == "part":
        return None
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
    if (
        price is not None
        and goods is not None
        and lemma in PRICED | {"take"}
        and not _is_counted_sale(sight, goods, price)
    ):
        return trade_total(sight, clause, price, goods, receiver)
    roles = _roles(sight, clause, nature, goods, receiver)
    if not clause.is_passive and lemma in verbs.RECEIVE and not roles.get("recipient"):
        return None
    if len(roles) < 2 and not (clause.is_passive and (lemma in _STRONG or _is_flown(sight, clause, goods))):
        return None
    return draft(sight, clause, ClaimKind.TRANSFER, subtype_of(lemma), f"transfer.{lemma}", roles)


def _is_flown(sight: Sight, clause: Clause, goods: Phrase | None) -> bool:
    """Whether goods were carried, though nothing else is told of it (`Raisins were carried`, `rifles were flown in`)."""
    if goods is None or clause.lemma not in verbs.TRANSPORT | {"bring", "ship"}:
        return False
    is_in = _particle(sight, clause) in {"in", "aboard", "along", "out"} and clause.lemma != "carry"
    is_plural = sight.tree.words[goods.head].tag == "NNS" and is_thing(sight, goods)
    return goods.nature in CARGO or is_in or (is_plural and clause.verb + 2 >= len(sight.tree.words))


def _is_counted_sale(sight: Sight, goods: Phrase, price: Phrase) -> bool:
    """Whether so many things were had for a price (`sold X 3,000 rifles for $2 million`): a deal, and no total of trade."""
    before = sight.tree.words[max(0, price.first - 4) : price.first]
    return any(w.lower == "for" for w in before) and bool(goods_and_quantity(sight, goods)[1])


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
    subject_roles(sight, clause, nature, roles)
    complement_roles(sight, clause, goods, roles)
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
    gets = clause.lemma in verbs.BUY | verbs.ORDER | verbs.RECEIVE | {"take"}
    return gets and nature is Nature.OPERATOR and object_ is not None and object_.nature is Nature.AIRCRAFT


def _is_no_taking(sight: Sight, clause: Clause) -> bool:
    """`took off`, `took over`, and `took delivery of the drones`, which the table of constructions reads."""
    noun = sight.tree.words[clause.object.head].lower if clause.object is not None else ""
    return _particle(sight, clause) in {"off", "over", "part", "place"} or noun in _RECEIPTS


_RECEIPTS = frozenset(
    {"delivery", "receipt", "possession", "charge", "orders", "order", "instructions", "lead", "part"}
)


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


_GIVEN_CRAFT = (
    verbs.SELL | verbs.BUY | verbs.SUPPLY | verbs.ORDER | {"deliver", "send", "export", "donate", "give", "hand"}
)
"""Verbs whose object may be an aircraft that changes hands."""
_TAKEN_APART = frozenset(wordlist("dismantled disassembled crated boxed unassembled scrapped wrapped"))


def _is_freight(sight: Sight, craft: Phrase, clause: Clause, nature: Nature) -> bool:
    """Whether an aircraft is carried and does not fly: taken apart, or brought by another (`an Il-76 brought two Mi-17s`)."""
    words = sight.tree.words[craft.first : craft.head]
    is_carried = nature in {Nature.AIRCRAFT, Nature.VEHICLE} and clause.lemma in verbs.TRANSPORT | verbs.DELIVER - {
        "fly"
    }
    return any(w.lower in _TAKEN_APART for w in words) or (is_carried and not clause.is_passive)


def _is_cargo(sight: Sight, phrase: Phrase, clause: Clause, nature: Nature, thing: Nature) -> bool:
    """Whether the theme of a verb is goods: by its noun, or because the verb or the subject handles things."""
    lemma = clause.lemma
    if phrase.nature in CARGO:
        return True
    if phrase.nature is Nature.PRONOUN and thing is Nature.AIRCRAFT:
        return lemma in _GIVEN_CRAFT
    if phrase.nature is Nature.PRONOUN:
        return thing in CARGO and not (clause.is_passive and lemma in verbs.RECEIVE)
    following = following_phrases(sight, phrase, 1)
    if following and following[0].nature in CARGO and not following[0].preposition:
        joined = [w.lower for w in sight.tree.words[phrase.last + 1 : following[0].first]]
        if joined in (["and"], [","]) and phrase.nature in {Nature.FORCE, Nature.PEOPLE, Nature.OTHER}:
            return True
    if phrase.nature is Nature.AIRCRAFT and _is_freight(sight, phrase, clause, nature):
        return True
    if phrase.nature is Nature.AIRCRAFT:
        return lemma in _GIVEN_CRAFT and phrase.mention_kind != "registration"
    if NOUNS.get(noun_base(sight.tree.words[phrase.head].lower)) in CARGO and not sight.tree.words[phrase.head].is_name:
        return True
    handles = lemma in _BODILY or (nature in {Nature.AIRCRAFT, Nature.VEHICLE} and not clause.is_passive)
    return handles and is_thing(sight, phrase) and (phrase.nature is not Nature.VEHICLE or not clause.is_passive)
