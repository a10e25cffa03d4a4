"""Flights and visits named by a noun: `three flights from X to Y`, `the visit of a delegation`."""

from __future__ import annotations

from overflight.documents.frames.crafts import operator_name, quantity_of_flights
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, simple
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.noun_parts import noun_draft, phrases_after, places_after, possessor
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.visitors import TRAVELLERS, visitor
from overflight.records.claim import ClaimKind, Filler


def flights_of_noun(sight: Sight, phrase: Phrase) -> Draft | None:
    """`three flights from X to Y`, `the Yangon–Vientiane run`, `a landing at Z on 3 May`."""
    words = sight.tree.words
    count = quantity_of_flights(sight, phrase)
    after = phrases_after(sight, phrase)
    roles = dict(places_after(sight, after))
    if count:
        roles["count"] = count
    owner = possessor(sight, phrase)
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
    return noun_draft(sight, phrase, last, ClaimKind.FLIGHT, None, "flight.noun", roles)


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


def visit_of_noun(sight: Sight, phrase: Phrase) -> Draft | None:
    """`the trip of a delegation`, `a visit by engineers to X`, `the minister's visit to X`."""
    after = phrases_after(sight, phrase)
    guest = next((p for p in after[:2] if p.preposition in {"of", "by"} and p.nature in TRAVELLERS), None)
    owner = possessor(sight, phrase)
    roles = {k: v for k, v in places_after(sight, after).items() if k in {"destination", "origin"}}
    if guest is not None:
        roles["actor"] = (visitor(sight, guest),)
    elif owner is not None and roles.get("destination") and _is_person(sight, phrase):
        roles["actor"] = (owner,)
    else:
        return None
    last = max((p.last for p in after), default=phrase.last)
    return noun_draft(sight, phrase, last, ClaimKind.VISIT, None, "visit.noun", roles)


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
