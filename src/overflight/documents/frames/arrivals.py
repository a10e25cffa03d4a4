"""Transfers without a verb of giving: goods that arrive, are loaded, come along with a movement, or are relied on."""

from __future__ import annotations

from dataclasses import replace

from overflight.documents.frames import verbs
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.crafts import count_of
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, goods_and_quantity, several
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.goods import CARGO, CARRIERS, TAKERS, TRADED, is_craft, is_taker
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.movement import draft
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.places import is_place, places_of
from overflight.documents.frames.trade import is_money, price_of, trade_total
from overflight.records.claim import ClaimKind, Filler


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


_TRUCKS = frozenset({"truck", "lorry", "convoy", "van", "bus", "car", "tanker", "motorcycle", "motorbike"})
"""What drives itself, and is no cargo where it arrives or leaves."""
_OUT_OF = frozenset({"out of", "off", "from"})


def _is_works(sight: Sight, goal: Phrase | None) -> bool:
    """Whether goods leave the works that make them, which tells a maker and no transfer."""
    return goal is not None and noun_base(sight.tree.words[goal.head].lower) in {
        "factory",
        "plant",
        "works",
        "workshop",
    }


def _comes_to_money(sight: Sight, clause: Clause) -> bool:
    """`Deliveries to Mali reached $61 million`: a total, and no goods on the move."""
    return any(is_money(sight, p) for p in sight.phrases if clause.verb < p.first <= clause.verb + 4)


_COMING = frozenset({"arrive", "come", "follow"})
"""Verbs that tell with a day alone that goods came."""


def arrival_of_goods(
    sight: Sight, clause: Clause, nature: Nature, places: dict[str, tuple[Filler, ...]]
) -> Draft | None:
    """`nine pallets of mortars have come to Chad from Serbia`: goods that arrive are a delivery."""
    taker = _taker_of_arrival(sight, clause)
    is_dated = clause.lemma in _COMING and any(p.mention_kind == "date" for p in clause.complements)
    goal = clause.object if clause.object is not None and is_place(sight, clause.object) else None
    hold = next((p for p in clause.complements if p.preposition in _OUT_OF and is_craft(sight, p)), None)
    is_off = clause.verb > 0 and sight.tree.words[clause.verb - 1].lower in {"off", "out", "down"}
    is_told = bool(places or taker or goal or is_dated or hold or (is_off and clause.lemma == "come"))
    if clause.subject is None or nature not in CARGO or not is_told or _is_works(sight, goal):
        return None
    if noun_base(sight.tree.words[clause.subject.head].lower) in TRADED | _TRUCKS or _comes_to_money(sight, clause):
        return None
    price = price_of(sight, clause.subject, clause.verb)
    if price is not None:
        made = trade_total(sight, replace(clause, subject=None), price, clause.subject)
        return made.with_roles(**_sides(places, taker, sight)) if made is not None else None
    objects, quantity = goods_and_quantity(sight, clause.subject)
    roles = {k: v for k, v in places.items() if k in {"origin", "destination", "via"}}
    roles["object"] = objects
    if hold is not None:
        roles["carrier"] = several(sight, hold)
    if quantity:
        roles["quantity"] = quantity
    count = count_of(sight, clause)
    if count:
        roles["count"] = count
    if goal is not None and "destination" not in roles and clause.lemma in verbs.REACH | {"arrive"}:
        roles["destination"] = several(sight, goal, places=True)
    elif goal is not None and clause.lemma in {"leave", "depart", "quit"}:
        roles["origin"] = several(sight, goal, places=True)
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
