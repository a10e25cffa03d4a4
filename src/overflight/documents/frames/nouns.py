"""Events named by a noun: `three flights from X to Y`, `the visit of a delegation`, `arms sales`, `the arrest of X`."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from overflight.documents.frames.crafts import operator_name, quantity_of_flights
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, goods_and_quantity, several, simple
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import CIVIL_TRAVEL, Nature
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.documents.frames.visitors import TRAVELLERS, visitor
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind, Filler

_FLIGHT_NOUNS = frozenset(
    wordlist("""flight trip rotation sortie leg shuttle journey airlift landing arrival departure overflight run crossing
airbridge""")
)
_VISIT_NOUNS = frozenset(["visit", "trip", "tour", "journey", "stay", "arrival"])
_SHIPMENT_NOUNS: dict[str, str] = {
    "shipment": "delivery", "delivery": "delivery", "consignment": "delivery", "handover": "delivery", "transfer": "delivery",
    "airdrop": "delivery", "export": "delivery", "sale": "sale", "purchase": "purchase", "acquisition": "purchase",
    "procurement": "purchase", "supply": "supply", "resupply": "supply", "order": "order", "smuggling": "smuggling",
    "trafficking": "smuggling", "swap": "exchange", "exchange": "exchange", "import": "purchase", "airlift": "transport",
}  # fmt: skip
_ARREST_NOUNS = frozenset({"arrest", "detention", "capture", "imprisonment"})
_SEIZURE_NOUNS = frozenset({"seizure", "confiscation", "interception", "impounding"})
_GOODS = frozenset({Nature.GOODS, Nature.CONTAINER, Nature.AIRCRAFT})
_BODIES = frozenset(
    {Nature.GOVERNMENT, Nature.FORCE, Nature.ORGANISATION, Nature.OPERATOR, Nature.PLACE, Nature.PERSON}
)


def nominal(sight: Sight, taken: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts that nouns open, where no verb of the sentence has told the same already."""
    words = sight.tree.words
    if {w.lower for w in words} & CIVIL_TRAVEL:
        return
    for phrase in sight.phrases:
        head = noun_base(words[phrase.head].lower)
        if words[phrase.head].is_name:
            continue
        start, end = words[phrase.first].start, words[phrase.last].end
        made: Draft | None = None
        if head in _VISIT_NOUNS:
            made = _visit(sight, phrase)
        if made is None and head in _FLIGHT_NOUNS and phrase.nature is Nature.FLIGHT:
            made = _flights(sight, phrase)
        if made is None and head in _SHIPMENT_NOUNS:
            made = _shipment(sight, phrase, head)
        if made is None and head in _ARREST_NOUNS | _SEIZURE_NOUNS:
            made = _taken(sight, phrase, head)
        if made is not None and not any(
            d.kind is made.kind and d.span()[0] <= start and end <= d.span()[1] for d in taken
        ):
            yield made


def _draft(  # noqa: PLR0913, PLR0917
    sight: Sight,
    phrase: Phrase,
    last: int,
    kind: ClaimKind,
    subtype: str | None,
    rule: str,
    roles: dict[str, tuple[Filler, ...]],
) -> Draft:
    words = sight.tree.words
    return Draft(
        kind=kind,
        subtype=subtype,
        rule=rule,
        sentence=sight.index,
        verb=phrase.head,
        trigger=(words[phrase.first].start, words[phrase.head].end),
        left=words[phrase.first].start,
        right=words[min(len(words) - 1, last + 8)].end,
        roles={k: v for k, v in roles.items() if v},
    )


def _after(sight: Sight, phrase: Phrase, limit: int = 5) -> tuple[Phrase, ...]:
    """The phrases that hang on a noun by prepositions, one after another without a verb between."""
    k = phrase_position(sight.phrases, phrase)
    found: list[Phrase] = []
    last = phrase.last
    for following in sight.phrases[k + 1 : k + 1 + limit]:
        gap = sight.tree.words[last + 1 : following.first]
        if any(w.is_verb and w.lower not in {"including"} for w in gap) or any(w.text in {";", ".", ":"} for w in gap):
            break
        found.append(following)
        last = following.last
    return tuple(found)


def _places(sight: Sight, after: tuple[Phrase, ...]) -> dict[str, tuple[Filler, ...]]:
    roles: dict[str, tuple[Filler, ...]] = {}
    for phrase in after:
        if (
            phrase.nature is not Nature.PLACE
            and phrase.mention_kind != "place"
            and not (
                phrase.nature is Nature.OTHER
                and sight.tree.words[phrase.head].is_name
                and phrase.preposition in {"to", "from"}
            )
        ):
            continue
        side = {
            "from": "origin",
            "to": "destination",
            "into": "destination",
            "via": "via",
            "in": "destination",
            "at": "destination",
            "through": "via",
        }.get(phrase.preposition)
        if side is not None and side not in roles:
            roles[side] = several(sight, phrase, places=True)
    return roles


def _possessor(sight: Sight, phrase: Phrase) -> Filler | None:
    """Who stands before the noun with an apostrophe: `the carrier's third trip`."""
    words = sight.tree.words
    for k in range(phrase.first, phrase.head):
        if words[k].tag == "POS" or words[k].text in {"'s", "’s", "'", "’"}:
            first = phrase.first
            return sight.filler(first, k - 1)
    return None


def _flights(sight: Sight, phrase: Phrase) -> Draft | None:
    words = sight.tree.words
    count = quantity_of_flights(sight, phrase)
    after = _after(sight, phrase)
    roles = dict(_places(sight, after))
    if count:
        roles["count"] = count
    owner = _possessor(sight, phrase)
    if owner is not None:
        roles["actor"] = (owner,)
    craft = next(
        (p for p in after[:2] if p.preposition in {"of", "by", "with", "aboard"} and p.nature is Nature.AIRCRAFT), None
    )
    operator = next(
        (p for p in after[:3] if p.preposition in {"of", "by"} and p.nature in {Nature.OPERATOR, Nature.ORGANISATION}),
        None,
    )
    if craft is not None:
        inside = _craft_inside(sight, craft)
        roles |= inside
    if operator is not None and "actor" not in roles:
        roles["actor"] = (operator_name(sight, operator),)
    joined = " ".join(w.lower for w in words[phrase.last + 1 : phrase.last + 5])
    if "to or from" in joined or "to and from" in joined:
        where = roles.pop("origin", ()) or roles.pop("destination", ())
        roles["place"] = where
    told = [r for r in ("origin", "destination", "aircraft", "actor", "place", "via") if roles.get(r)]
    if len(told) + bool(count) < 2 and not (count and words[phrase.first].tag == "CD"):
        return None
    last = max((p.last for p in after), default=phrase.last)
    return _draft(sight, phrase, last, ClaimKind.FLIGHT, None, "flight.noun", roles)


def _craft_inside(sight: Sight, craft: Phrase) -> dict[str, tuple[Filler, ...]]:
    """Operator and type of `a Condor Alba Il-76`."""
    words = sight.tree.words
    start, end = words[craft.first].start, words[craft.last].end
    inside = sight.scene.within(start, end)
    operator = next((m for m in inside if m.kind in {"operator", "organisation"}), None)
    kind = next((m for m in inside if m.kind in {"aircraft_type", "registration"}), None)
    text = sight.scene.text
    roles: dict[str, tuple[Filler, ...]] = {}
    if operator is not None:
        roles["actor"] = (
            Filler(
                text=text[operator.start : operator.end], start=operator.start, end=operator.end, norm=operator.norm
            ),
        )
    if operator is not None and kind is not None and kind.start > operator.end:
        roles["aircraft"] = (Filler(text=text[kind.start : end], start=kind.start, end=end, norm=kind.norm),)
    else:
        roles["aircraft"] = (simple(sight, craft),)
    return roles


def _visit(sight: Sight, phrase: Phrase) -> Draft | None:
    """`the trip of a delegation`, `a visit by engineers to X`, `the minister's visit to X`."""
    after = _after(sight, phrase)
    guest = next((p for p in after[:2] if p.preposition in {"of", "by"} and p.nature in TRAVELLERS), None)
    owner = _possessor(sight, phrase)
    roles = {k: v for k, v in _places(sight, after).items() if k in {"destination", "origin"}}
    if guest is not None:
        roles["actor"] = (visitor(sight, guest),)
    elif owner is not None and roles.get("destination") and _is_person(sight, phrase):
        roles["actor"] = (owner,)
    else:
        return None
    last = max((p.last for p in after), default=phrase.last)
    return _draft(sight, phrase, last, ClaimKind.VISIT, None, "visit.noun", roles)


def _is_person(sight: Sight, phrase: Phrase) -> bool:
    from overflight.documents.frames.lexicon import NOUNS

    words = sight.tree.words
    k = next(
        (
            n
            for n in range(phrase.first, phrase.head)
            if words[n].tag == "POS" or words[n].text in {"'s", "’s", "'", "’"}
        ),
        phrase.first + 1,
    )
    return words[k - 1].is_name or NOUNS.get(noun_base(words[k - 1].lower)) in {Nature.PEOPLE, Nature.FORCE}


def _shipment(sight: Sight, phrase: Phrase, head: str) -> Draft | None:
    """`the drone shipment to X`, `deliveries of missiles to X`, `possible weapons sales`, `the purchase of fighter jets`."""
    words = sight.tree.words
    after = _after(sight, phrase, 4)
    goods_inside = [w for w in words[phrase.first : phrase.head] if _is_goods(w.lower)]
    of_goods = next((p for p in after[:2] if p.preposition in {"of", "in"} and p.nature in _GOODS), None)
    if not goods_inside and of_goods is None:
        return None
    roles: dict[str, tuple[Filler, ...]] = {}
    text = sight.scene.text
    nationality = next(
        (
            m
            for m in sight.scene.within(words[phrase.first].start, words[phrase.head].start)
            if m.kind in {"demonym", "place", "government"}
        ),
        None,
    )
    if of_goods is not None:
        roles["object"], quantity = goods_and_quantity(sight, of_goods)
        if quantity:
            roles["quantity"] = quantity
    else:
        first = goods_inside[0].i
        while (
            first > phrase.first
            and words[first - 1].tag in {"JJ", "NN", "NNP", "HYPH"}
            and words[first - 1].lower
            not in {
                "possible",
                "alleged",
                "suspected",
                "reported",
                "latest",
                "first",
                "second",
                "recent",
                "new",
                "planned",
            }
            and not (nationality is not None and words[first - 1].start < nationality.end)
        ):
            first -= 1
        roles["object"] = (sight.filler(first, phrase.head - 1),)
    if nationality is not None and head in {"sale", "export", "supply", "shipment", "delivery", "transfer", "airlift"}:
        roles["actor"] = (
            Filler(
                text=text[nationality.start : nationality.end],
                start=nationality.start,
                end=nationality.end,
                norm=nationality.norm,
            ),
        )
    for other in after:
        if other.nature not in _BODIES and not sight.tree.words[other.head].is_name:
            continue
        role = {
            "to": "recipient" if other.nature is not Nature.PLACE else "destination",
            "from": "actor"
            if other.nature is not Nature.PLACE or head in {"purchase", "import", "supply"}
            else "origin",
            "by": "actor",
            "for": "recipient",
            "into": "destination",
        }.get(other.preposition)
        if role == "actor" and head in {"purchase", "import", "order"} and other.preposition == "by":
            role = "recipient"
        if role is not None and role not in roles:
            roles[role] = several(sight, other, places=True)
    if head in {"purchase", "order", "import"} and "recipient" not in roles and "actor" not in roles:
        pair = _parties_before(sight, phrase)
        if pair is not None:
            roles["recipient"], roles["actor"] = pair
    if len(roles) < 2:
        return None
    last = max((p.last for p in after), default=phrase.last)
    return _draft(sight, phrase, last, ClaimKind.TRANSFER, _SHIPMENT_NOUNS[head], f"transfer.{head}.noun", roles)


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


def _taken(sight: Sight, phrase: Phrase, head: str) -> Draft | None:
    """`the arrest of X in Y`, `the seizure of 22 engines in Z`."""
    after = _after(sight, phrase)
    target = next((p for p in after[:1] if p.preposition == "of"), None)
    if target is None:
        return None
    seized = head in _SEIZURE_NOUNS
    if (seized and target.nature not in _GOODS | {Nature.SHIPMENT}) or (
        not seized and target.nature not in {Nature.PERSON, Nature.PEOPLE, Nature.FORCE}
    ):
        return None
    roles: dict[str, tuple[Filler, ...]] = {}
    if seized:
        roles["object"], quantity = goods_and_quantity(sight, target)
        roles["quantity"] = quantity
    else:
        roles["object"] = several(sight, target)
    by = next((p for p in after if p.preposition == "by"), None)
    if by is not None:
        roles["actor"] = (simple(sight, by),)
    where = next((p for p in after if p.preposition in {"in", "at"} and p.nature is Nature.PLACE), None)
    if where is not None:
        roles["place"] = (simple(sight, where, places=True),)
    last = max((p.last for p in after), default=phrase.last)
    return _draft(sight, phrase, last, ClaimKind.ARREST, "seizure" if seized else None, f"arrest.{head}.noun", roles)
