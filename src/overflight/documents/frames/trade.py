"""Totals of trade: money paid for goods."""

from __future__ import annotations

from overflight.documents.frames import verbs
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, goods_and_quantity, quantity_filler, several
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.movement import draft
from overflight.documents.frames.phrases import Phrase
from overflight.records.claim import ClaimKind, Filler

CARGO = frozenset({Nature.GOODS, Nature.CONTAINER, Nature.SHIPMENT})


_MONEY = frozenset("$€£¥") | {"dollars", "euros", "usd", "us$", "eur", "rubles", "roubles", "pounds", "yuan"}


def is_money(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase names an amount of money."""
    words = sight.tree.words[phrase.first : phrase.last + 1]
    return any(w.lower in _MONEY or w.text in _MONEY or w.tag == "$" for w in words)


PRICED = verbs.BUY | verbs.RECEIVE | verbs.SELL | verbs.ORDER | verbs.SUPPLY | {"export", "deliver", "ship", "send"}
"""Verbs of trade: with goods and their price they tell a total."""
_OF_PRICE = frozenset({"worth", "valued", "tune", "totalling", "totaling", "costing", "priced"})


def is_tune(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase is the tune of `to the tune of $90 million`."""
    return sight.tree.words[phrase.head].lower == "tune"


def price_of(sight: Sight, goods: Phrase, right: int) -> Phrase | None:
    """What goods are said to be worth: `weapons worth at least $1 billion`, `valued at …`, `to the tune of …`."""
    words = sight.tree.words
    money = next((p for p in sight.phrases if goods.last < p.first <= right and is_money(sight, p)), None)
    if money is None:
        return None
    gap = {w.lower for w in words[goods.last + 1 : money.first]}
    return money if gap & _OF_PRICE and not any(words[k].text == ";" for k in range(goods.last, money.first)) else None


_TRADE = frozenset(
    {"import", "imports", "export", "exports", "purchase", "purchases", "sale", "sales", "deal", "deals"}
)


def trade_noun(sight: Sight, clause: Clause) -> Draft | None:
    """`Arms imports from Russia totalled $3 billion`, `spent $267 million on weapons`."""
    words = sight.tree.words
    money = next(
        (p for p in sight.phrases if p.first > clause.verb and p.first <= clause.right and is_money(sight, p)), None
    )
    if money is None:
        return None
    if clause.lemma == "spend":
        return trade_total(sight, clause, money)
    trade = next((p for p in sight.phrases if p.last < clause.verb and words[p.head].lower in _TRADE), None)
    if trade is None:
        return None
    roles: dict[str, tuple[Filler, ...]] = {}
    first = next(
        (k for k in range(money.first, money.last + 1) if words[k].tag in {"$", "CD"} or words[k].text in _MONEY),
        money.first,
    )
    roles["quantity"] = quantity_filler(sight, first, money.last)
    goods = [w.i for w in words[trade.first : trade.head] if NOUNS.get(noun_base(w.lower)) in CARGO]
    sells = words[trade.head].lower.startswith(("export", "sale"))
    if goods:
        roles["object"] = (sight.filler(goods[0], trade.head - 1),)
    for phrase in sight.phrases:
        if not trade.last < phrase.first < clause.verb:
            continue
        if phrase.preposition == "of" and phrase.nature in CARGO:
            roles["object"] = goods_and_quantity(sight, phrase)[0]
        elif phrase.preposition == "from":
            roles["actor"] = several(sight, phrase)
        elif phrase.preposition in {"to", "by"}:
            roles["recipient"] = several(sight, phrase)
    owner = next(
        (
            m
            for m in sight.scene.within(words[trade.first].start, words[trade.head].start)
            if m.kind in {"place", "government", "demonym"}
        ),
        None,
    )
    if owner is not None:
        role = "actor" if sells else "recipient"
        roles.setdefault(
            role,
            (
                Filler(
                    text=sight.scene.text[owner.start : owner.end], start=owner.start, end=owner.end, norm=owner.norm
                ),
            ),
        )
    if "object" not in roles:
        return None
    return draft(sight, clause, ClaimKind.TRADE_TOTAL, None, f"trade_total.{clause.lemma}.noun", roles)


def trade_total(
    sight: Sight, clause: Clause, money: Phrase, goods: Phrase | None = None, receiver: Phrase | None = None
) -> Draft | None:
    """`bought $40 million of rifles from Russia`: a total of money for goods."""
    words = sight.tree.words
    first = next(
        (
            k
            for k in range(money.first, money.last + 1)
            if words[k].tag in {"$", "CD"} or words[k].text in _MONEY or words[k].lower in _MONEY
        ),
        money.first,
    )
    last = max(
        [first]
        + [
            k
            for k in range(first, money.last + 1)
            if words[k].tag == "CD"
            or words[k].lower in _MONEY | {"million", "billion", "thousand", "trillion", "bn", "m"}
        ]
    )
    roles: dict[str, tuple[Filler, ...]] = {"quantity": quantity_filler(sight, first, last)}
    after = [p for p in sight.phrases if p.first > last and p.first <= clause.right + 1]
    goods = goods or next((p for p in after if p.nature in CARGO and p.preposition in {"of", "in", "on", "for"}), None)
    if goods is None and money.last > last:
        goods = next((p for p in after if p.nature in CARGO), None)
    if goods is None:
        return None
    roles["object"] = goods_and_quantity(sight, goods)[0]
    first_word = words[goods.first]
    demonym = next(
        (m for m in sight.scene.within(first_word.start, words[goods.last].end) if m.kind == "demonym"), None
    )
    buys = clause.lemma in verbs.BUY | verbs.RECEIVE | verbs.ORDER | {"import", "spend"}
    if receiver is not None:
        roles["recipient"] = several(sight, receiver, places=True)
    if clause.subject is not None and not clause.is_passive:
        roles["recipient" if buys else "actor"] = several(sight, clause.subject)
    for phrase in clause.complements:
        if phrase.preposition == "from" and phrase.first > clause.verb:
            roles["actor"] = several(sight, phrase)
        if phrase.preposition == "to" and phrase.first > clause.verb and not buys and not is_tune(sight, phrase):
            roles["recipient"] = several(sight, phrase)
    if demonym is not None and "actor" not in roles:
        roles["actor"] = (
            Filler(
                text=sight.scene.text[demonym.start : demonym.end],
                start=demonym.start,
                end=demonym.end,
                norm=demonym.norm,
            ),
        )
    return draft(sight, clause, ClaimKind.TRADE_TOTAL, None, f"trade_total.{clause.lemma}", roles)
