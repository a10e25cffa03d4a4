"""People arrested, charged and held; goods and aircraft seized on the way."""

from __future__ import annotations

from overflight.documents.frames import verbs
from overflight.documents.frames.clauses import Clause, agent
from overflight.documents.frames.designation import reason
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, goods_and_quantity, place_of, several, simple
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.movement import draft
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind, Filler

_HELD = frozenset({Nature.PERSON, Nature.PEOPLE, Nature.PRONOUN, Nature.FORCE, Nature.VICTIMS, Nature.OTHER})
_SEIZABLE = frozenset(
    {Nature.GOODS, Nature.CONTAINER, Nature.AIRCRAFT, Nature.SHIPMENT, Nature.VEHICLE, Nature.OPERATOR}
)


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
    is_tradesman = noun_base(sight.tree.words[target.head].lower) in _TRADESMEN
    if not seizure and kind_of_target not in _HELD and target.nature not in _HELD and not is_tradesman:
        return None
    if not seizure and kind_of_target is Nature.OTHER and not sight.tree.words[target.head].is_name:
        return None
    if lemma in {"hold", "block", "ground", "recover", "stop"} and not _holds(sight, clause, target):
        return None
    if _is_mishap(sight, clause):
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
    roles["place"] = place_of(sight, clause.complements) or _place_of_actor(sight, by)
    roles["reason"] = charge(sight, clause)
    if seizure:
        roles["destination"] = bound_for(sight, clause)
    subtype = "seizure" if seizure else "charge" if lemma in verbs.CHARGE else None
    return draft(sight, clause, ClaimKind.ARREST, subtype, f"arrest.{lemma}", roles)


_TRADESMEN = frozenset({"broker", "dealer", "trader", "contractor", "intermediary", "producer", "supplier", "operator"})
"""Nouns that may mean a firm, but a person where somebody is arrested."""
_MISHAPS = frozenset(
    wordlist("""fog weather storm storms snow ice wind winds sandstorm dust rain lightning strike strikes fault failure problem
problems trouble leak defect engine maintenance repairs accident crash collision damage shortage covid pandemic ash""")
)


def _is_mishap(sight: Sight, clause: Clause) -> bool:
    """Whether weather, a fault or a strike keeps an aircraft on the ground, and no authority (`grounded by fog`)."""
    words = sight.tree.words
    causes = [p for p in clause.complements if p.preposition in {"by", "with", "due to", "because of", "after", "for"}]
    if not clause.is_passive and clause.subject is not None:
        causes.append(clause.subject)
    return any(w.lower in _MISHAPS for p in causes for w in words[p.first : p.last + 1])


_BOUND = frozenset(
    {"bound for", "destined for", "destined to", "en route to", "intended for", "meant for", "headed for"}
)
_ADDRESSED = frozenset(wordlist("consigned addressed shipped sent way headed bound"))
"""Words before `to` that tell where seized goods were going (`on their way to X`)."""


def bound_for(sight: Sight, clause: Clause) -> tuple[Filler, ...]:
    """Where seized goods were going: behind the verb, also in a participle of its own (`…, which were destined for X`)."""
    words = sight.tree.words
    for phrase in sight.phrases:
        if phrase.first < clause.verb or phrase.first - clause.verb > _REACH:
            continue
        before = words[phrase.first - 2].lower if phrase.first > 1 else ""
        is_to = phrase.preposition == "to" and (before in _ADDRESSED or phrase in clause.complements)
        if phrase.preposition not in _BOUND and not is_to:
            continue
        seat = sight.next_phrase(phrase)
        if phrase.nature in {Nature.PEOPLE, Nature.ORGANISATION} and seat is not None and _is_seat(sight, phrase, seat):
            return (simple(sight, seat, places=True),)
        return (simple(sight, phrase, places=True),)
    return ()


_REACH = 30
"""Words behind the verb of a seizure in which the way of the goods may be told."""


def _is_seat(sight: Sight, phrase: Phrase, seat: Phrase) -> bool:
    """Whether a town stands right behind the one whom goods were meant for (`a merchant of Gao`)."""
    return seat.preposition in {"of", "in", "at"} and seat.first == phrase.last + 2 and seat.nature is Nature.PLACE


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
    is_known = following.nature is Nature.PLACE or sight.tree.words[following.head].is_name
    if following.preposition in {"in", "at"} and is_known and following.first == by.last + 2:
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
        "place": place_of(sight, clause.complements),
        "reason": charge(sight, clause),
    }
    by = agent(clause) if clause.is_passive else clause.subject
    if by is not None and by.first != held.first:
        roles["actor"] = (sight.filler(by.first, by.last, by.norm),)
    return draft(sight, clause, ClaimKind.ARREST, None, f"arrest.{clause.lemma}.custody", roles)
