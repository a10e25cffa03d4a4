"""Transfers named by a noun: `the drone shipment to X`, `deliveries of missiles`, `arms sales`."""

from __future__ import annotations

import itertools

from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, goods_and_quantity, several, simple
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.goods import TAKERS, is_country, is_craft, is_taker, is_thing
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.noun_parts import noun_draft, phrases_after, possessor
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.scope import is_barred_noun
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind, Filler

SHIPMENT_NOUNS: dict[str, str] = {
    "shipment": "delivery", "delivery": "delivery", "consignment": "delivery", "handover": "delivery", "transfer": "delivery",
    "airdrop": "delivery", "export": "delivery", "sale": "sale", "purchase": "purchase", "acquisition": "purchase",
    "procurement": "purchase", "supply": "supply", "resupply": "supply", "order": "order", "smuggling": "smuggling",
    "trafficking": "smuggling", "carriage": "transport", "provision": "supply", "transport": "transport", "haulage": "transport",
    "donation": "delivery",
    "gift": "delivery", "swap": "exchange", "exchange": "exchange", "import": "purchase", "airlift": "transport",
    "unloading": "delivery", "offloading": "delivery", "handing-over": "delivery", "loading": "transport",
}  # fmt: skip
GOODS = frozenset({Nature.GOODS, Nature.CONTAINER, Nature.AIRCRAFT})
_BODIES = TAKERS | {Nature.OPERATOR, Nature.PLACE}
_DOUBTS = frozenset(
    wordlist("possible alleged suspected reported latest first second recent new planned supposed further fresh")
)
"""Adjectives of a shipment that say nothing of the goods."""
_SENT = frozenset({"gift", "donation", "sale", "export", "supply", "shipment", "delivery", "transfer", "airlift"})
"""Shipments whose nationality is the sender's."""
_BOUGHT = frozenset({"purchase", "import", "order", "acquisition", "procurement"})


def shipment_of_noun(sight: Sight, phrase: Phrase, head: str) -> Draft | None:
    """`the drone shipment to X`, `deliveries of missiles to X`, `possible weapons sales`, `the purchase of fighter jets`."""
    if is_barred_noun(sight, phrase):
        return None
    after = phrases_after(sight, phrase, 4)
    nationality = _nationality(sight, phrase)
    roles = _goods(sight, phrase, after, nationality)
    if not roles or _is_of_fleet(sight, phrase, after):
        return None
    owner = possessor(sight, phrase)
    if owner is not None and nationality is None:
        nationality = owner
    if nationality is not None and head in _SENT:
        roles["actor"] = (nationality,)
    elif nationality is not None and head in _BOUGHT:
        roles["recipient"] = (nationality,)
    for other in after:
        role = _role_after(sight, other, head)
        if role is not None and role not in roles:
            roles[role] = several(sight, other, places=True)
    if head in _BOUGHT and "recipient" not in roles and "actor" not in roles:
        pair = _parties_before(sight, phrase)
        if pair is not None:
            roles["recipient"], roles["actor"] = pair
    if len(roles) < 2:
        return None
    last = max((p.last for p in after), default=phrase.last)
    return noun_draft(sight, phrase, last, ClaimKind.TRANSFER, SHIPMENT_NOUNS[head], f"transfer.{head}.noun", roles)


def _is_of_fleet(sight: Sight, phrase: Phrase, after: tuple[Phrase, ...]) -> bool:
    """Whether an airline gets aircraft of its own (`the airline took delivery of two A320s`)."""
    getter = next((p for p in reversed(sight.phrases) if p.last < phrase.first and not p.preposition), None)
    return (
        getter is not None and getter.nature is Nature.OPERATOR and any(p.nature is Nature.AIRCRAFT for p in after[:1])
    )


def _nationality(sight: Sight, phrase: Phrase) -> Filler | None:
    """The state named inside a phrase, before its head: `Iranian drone deliveries`."""
    words = sight.tree.words
    inside = sight.scene.within(words[phrase.first].start, words[phrase.head].start)
    named = next((m for m in inside if m.kind in {"demonym", "place", "government"}), None)
    if named is None:
        return None
    return Filler(text=sight.scene.text[named.start : named.end], start=named.start, end=named.end, norm=named.norm)


def _goods(
    sight: Sight, phrase: Phrase, after: tuple[Phrase, ...], nationality: Filler | None
) -> dict[str, tuple[Filler, ...]]:
    """What was shipped: `of …` behind the noun, else the words for goods inside its phrase; empty where nothing is told."""
    words = sight.tree.words
    of_goods = next(
        (
            p
            for p in after[:2]
            if p.preposition in {"of", "in"} and (p.nature in GOODS or (p.preposition == "of" and is_thing(sight, p)))
        ),
        None,
    )
    if of_goods is not None:
        objects, quantity = goods_and_quantity(sight, of_goods)
        return {"object": objects, "quantity": quantity} if quantity else {"object": objects}
    inside = [w.i for w in words[phrase.first : phrase.head] if _is_goods(w.lower)]
    if not inside:
        return {}
    first = inside[0]
    while (
        first > phrase.first
        and words[first - 1].tag in {"JJ", "NN", "NNP", "HYPH"}
        and words[first - 1].lower not in _DOUBTS
        and not (nationality is not None and words[first - 1].start < nationality.end)
    ):
        first -= 1
    return {"object": (sight.filler(first, phrase.head - 1),)}


def _is_goods_behind(sight: Sight, phrase: Phrase) -> bool:
    return (phrase.preposition in {"of", "in"} and phrase.nature in GOODS) or (
        phrase.preposition == "of" and is_thing(sight, phrase)
    )


def _role_after(sight: Sight, other: Phrase, head: str) -> str | None:
    """What the preposition of a phrase behind the noun makes of it."""
    if head in {"unloading", "offloading"} and other.preposition == "from" and is_craft(sight, other):
        return "carrier"
    if not (other.nature is Nature.PLACE or is_taker(sight, other)):
        return None
    is_place = other.nature is Nature.PLACE
    if other.preposition == "to":
        is_sold = head in {"sale", "supply", "export", "donation", "provision"} and is_country(other)
        return "destination" if is_place and not is_sold else "recipient"
    if other.preposition == "from":
        return "origin" if is_place and head not in {"purchase", "import", "supply"} else "actor"
    if other.preposition == "by":
        return "recipient" if head in _BOUGHT else "actor"
    return {"for": "recipient", "into": "destination"}.get(other.preposition)


def _parties_before(sight: Sight, phrase: Phrase) -> tuple[tuple[Filler, ...], tuple[Filler, ...]] | None:
    """`relations between X and Y … with the purchase of`: the one who buys stands first."""
    before = [p for p in sight.phrases if p.last < phrase.first]
    for first, second in itertools.pairwise(before):
        if (
            first.preposition == "between"
            and first.nature in _BODIES
            and second.nature in _BODIES
            and not second.preposition
        ):
            return (simple(sight, first),), (simple(sight, second),)
    return None


def _is_goods(word: str) -> bool:
    from overflight.documents.frames.lexicon import NOUNS

    return (NOUNS.get(word) or NOUNS.get(noun_base(word))) is Nature.GOODS
