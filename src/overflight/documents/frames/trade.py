"""Totals of trade: money paid for goods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from overflight.documents.frames import verbs
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, goods_and_quantity, quantity_filler, several
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.goods import CARGO, is_taker
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.movement import draft
from overflight.documents.frames.noun_parts import noun_draft, phrases_after, possessor
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind, Filler

_SCALES = frozenset(wordlist("million millions billion billions thousand trillion bn m mn k"))
_MARTIAL = frozenset({"military", "defence", "defense", "arms", "weapons"})
_MONEY = frozenset("$€£¥") | {
    "dollars",
    "euros",
    "usd",
    "us$",
    "eur",
    "rubles",
    "roubles",
    "pounds",
    "yuan",
    "francs",
    "rand",
    "dinars",
    "dirhams",
    "riyals",
    "rupees",
    "lira",
    "kronor",
    "zloty",
    "shillings",
    "euro",
    "dollar",
}


def is_money(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase names an amount of money."""
    words = sight.tree.words[phrase.first : phrase.last + 1]
    return any(w.lower in _MONEY or w.text in _MONEY or w.tag == "$" for w in words)


PRICED = verbs.BUY | verbs.RECEIVE | verbs.SELL | verbs.ORDER | verbs.SUPPLY | {"export", "deliver", "ship", "send"}
"""Verbs of trade: with goods and their price they tell a total."""
_OF_PRICE = frozenset({"worth", "value", "valued", "tune", "totalling", "totaling", "costing", "priced"})


def is_tune(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase is the tune of `to the tune of $90 million`."""
    return sight.tree.words[phrase.head].lower == "tune"


def price_of(sight: Sight, goods: Phrase, right: int) -> Phrase | None:
    """What goods are said to be worth or were had for: `weapons worth at least $1 billion`, `valued at …`, `for $8m`."""
    words = sight.tree.words
    money = next((p for p in sight.phrases if goods.last < p.first <= right and is_money(sight, p)), None)
    if money is None:
        return None
    if money.preposition in {"for", "by", "at"}:
        return money
    gap = {w.lower for w in words[goods.last + 1 : money.first]}
    return money if gap & _OF_PRICE and not any(words[k].text == ";" for k in range(goods.last, money.first)) else None


_BUYING = frozenset(wordlist("import purchase procurement acquisition spending expenditure bill outlay order"))
_SELLING = frozenset(wordlist("export sale delivery shipment supply transfer"))
_EITHER = frozenset(wordlist("deal contract trade agreement value licence license"))
_LEVELS = frozenset(
    wordlist("""total totals added totalled totaled totalling totaling reach reached reaches amount amounted amounts came come
comes stood stands worth valued put puts estimated hit exceed exceeded exceeds rose risen fell fallen climbed jumped cost costs
ran averaged topped passed grew were was is are had has have been at to with of : some about around over more than nearly
almost up by in for""")
)
"""Words that may join a noun of trade to its amount."""


_TRADED = frozenset(wordlist("delivered sold exported imported bought supplied shipped purchased ordered acquired"))
"""Participles that may stand between goods and their amount (`the value of weapons delivered to X rose to`)."""


def totals_of_nouns(sight: Sight, found: Sequence[Draft]) -> Iterator[Draft]:
    """`Arms imports from Russia totalled $3 billion`, `put purchases of ammunition at €21m`, `X's arms bill: $12m`."""
    for trade in sight.phrases:
        noun = noun_base(sight.tree.words[trade.head].lower)
        if noun not in _BUYING | _SELLING | _EITHER:
            continue
        behind = phrases_after(sight, trade, 5)
        roles = _traded(sight, trade, behind)
        money = _amount(sight, trade, behind)
        is_named = bool(roles.keys() & {"actor", "recipient"}) or possessor(sight, trade) is not None
        if money is None or ("object" not in roles and not (noun in {"purchase", "import", "export"} and is_named)):
            continue
        roles["quantity"] = _sum(sight, money)
        roles |= {role: filler for role, filler in _parties(sight, trade, noun, behind).items() if role not in roles}
        made = noun_draft(sight, trade, money.last, ClaimKind.TRADE_TOTAL, None, f"trade_total.{noun}.noun", roles)
        if not any(
            d.kind is ClaimKind.TRADE_TOTAL and d.span()[0] < made.span()[1] and made.span()[0] < d.span()[1]
            for d in found
        ):
            yield made
            return


def _amount(sight: Sight, trade: Phrase, behind: Sequence[Phrase]) -> Phrase | None:
    """The money that a noun of trade comes to: inside its own phrase, or behind words of reaching a level."""
    if is_money(sight, trade):
        return trade
    words = sight.tree.words
    last = trade.last
    for phrase in sight.phrases:
        if phrase.first <= trade.last:
            continue
        if is_money(sight, phrase):
            gap = [
                w
                for w in words[last + 1 : phrase.first]
                if w.lower not in _LEVELS and w.tag not in {"RB", ","} and w.lower not in _TRADED
            ]
            return phrase if not gap else None
        if (
            phrase in behind
            or phrase.nature is Nature.TIME
            or {w.lower for w in words[last + 1 : phrase.first]} & _TRADED
        ):
            last = phrase.last
    return None


def _sum(sight: Sight, money: Phrase) -> tuple[Filler, ...]:
    """The amount of money in a phrase, with its sign or currency."""
    words = sight.tree.words
    inside = range(money.first, money.last + 1)
    first = next((k for k in inside if words[k].tag in {"$", "CD"} or words[k].lower in _MONEY), money.first)
    ends = [k for k in inside if k >= first and (words[k].tag == "CD" or words[k].lower in _MONEY | _SCALES)]
    return quantity_filler(sight, first, max([first, *ends]))


def _traded(sight: Sight, trade: Phrase, behind: Sequence[Phrase]) -> dict[str, tuple[Filler, ...]]:
    """What was traded: `of …`, `on …` behind the noun, else the words before it in its own phrase."""
    of = next(
        (p for p in behind if p.preposition in {"of", "on", "for"} and p.nature in CARGO and not is_money(sight, p)),
        None,
    )
    if of is not None and noun_base(sight.tree.words[of.head].lower) in _BUYING | _SELLING:
        return _traded(sight, of, phrases_after(sight, of, 4))
    if of is not None:
        return {"object": goods_and_quantity(sight, of)[0]}
    words = sight.tree.words
    if words[trade.last + 1 : trade.last + 2] and words[trade.last + 1].lower == "to":
        meant = next((p for p in sight.phrases if trade.last < p.first <= trade.last + 4 and p.nature in CARGO), None)
        if meant is not None:
            return {"object": goods_and_quantity(sight, meant)[0]}
    inside = [
        k
        for k in range(trade.first, trade.head)
        if NOUNS.get(noun_base(words[k].lower)) in CARGO or words[k].lower in _MARTIAL
    ]
    if not inside:
        return {}
    return {"object": (sight.filler(inside[0], trade.head - 1),)}


def _parties(sight: Sight, trade: Phrase, noun: str, behind: Sequence[Phrase]) -> dict[str, tuple[Filler, ...]]:
    """Who sold and who bought, by the prepositions behind the noun and by whoever stands before it."""
    sells = noun in _SELLING or (noun in _EITHER and any(p.preposition == "to" for p in behind))
    own, other = ("actor", "recipient") if sells else ("recipient", "actor")
    roles: dict[str, tuple[Filler, ...]] = {}
    for phrase in behind:
        role = {"from": "actor", "to": "recipient", "by": own, "with": other}.get(phrase.preposition)
        if role is not None and role not in roles and is_taker(sight, phrase):
            roles[role] = several(sight, phrase)
    owner = possessor(sight, trade) or _nationality(sight, trade)
    if owner is not None:
        roles.setdefault(own, (owner,))
    return roles


def _nationality(sight: Sight, phrase: Phrase) -> Filler | None:
    words = sight.tree.words
    inside = sight.scene.within(words[phrase.first].start, words[phrase.head].start)
    named = next((m for m in inside if m.kind in {"place", "government", "demonym"}), None)
    if named is None:
        return None
    return Filler(text=sight.scene.text[named.start : named.end], start=named.start, end=named.end, norm=named.norm)


def spending(sight: Sight, clause: Clause) -> Draft | None:
    """`spent $267 million on weapons`, `shelled out $22m for spares`, `paid X $8 million for 40 launchers`."""
    money = next((p for p in sight.phrases if clause.verb < p.first <= clause.right and is_money(sight, p)), None)
    if money is None:
        return None
    if clause.lemma == "cost":
        goods = clause.subject
        buyer = next((p for p in sight.phrases if p.first == clause.verb + 1 and is_taker(sight, p)), None)
        if goods is None or goods.nature not in CARGO | {Nature.AIRCRAFT} or buyer is None or buyer is money:
            return None
        roles = {
            "object": goods_and_quantity(sight, goods)[0],
            "quantity": _sum(sight, money),
            "recipient": several(sight, buyer),
        }
        return draft(sight, clause, ClaimKind.TRADE_TOTAL, None, "trade_total.cost", roles)
    made = trade_total(sight, clause, money)
    payee = next((p for p in sight.phrases if clause.verb < p.first < money.first and is_taker(sight, p)), None)
    return made.with_roles(actor=several(sight, payee)) if made is not None and payee is not None else made


def trade_total(
    sight: Sight, clause: Clause, money: Phrase, goods: Phrase | None = None, receiver: Phrase | None = None
) -> Draft | None:
    """`bought $40 million of rifles from Russia`: a total of money for goods."""
    words = sight.tree.words
    quantity = _sum(sight, money)
    last = max(w.i for w in words if w.start < quantity[0].end)
    roles: dict[str, tuple[Filler, ...]] = {"quantity": quantity}
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
    if demonym is not None and roles["object"][0].start == demonym.start and words[goods.head].start > demonym.end:
        roles["object"] = (sight.filler(goods.first + 1, goods.last),)
    buys = clause.lemma in verbs.BUY | verbs.RECEIVE | verbs.ORDER | verbs.SPEND | {"import"}
    if receiver is not None:
        roles["recipient"] = several(sight, receiver, places=True)
    if clause.subject is not None and not clause.is_passive:
        roles["recipient" if buys else "actor"] = several(sight, clause.subject)
    for phrase in clause.complements:
        if phrase.preposition == "from" and phrase.first > clause.verb and is_taker(sight, phrase):
            roles["actor"] = several(sight, phrase)
        if phrase.preposition == "by" and clause.is_passive and is_taker(sight, phrase):
            roles["recipient" if buys else "actor"] = several(sight, phrase)
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
