"""Events named by a noun: `three flights from X to Y`, `the visit of a delegation`, `arms sales`, `the arrest of X`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, goods_and_quantity, several, simple
from overflight.documents.frames.flight_nouns import flights_of_noun, visit_of_noun
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.movement import PASTIMES
from overflight.documents.frames.noun_parts import noun_draft, phrases_after
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.places import route_inside
from overflight.documents.frames.shipment_nouns import GOODS, SHIPMENT_NOUNS, shipment_of_noun
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind, Filler

_FLIGHT_NOUNS = frozenset(
    wordlist("""flight trip rotation sortie leg shuttle journey airlift landing arrival departure overflight run crossing
airbridge hop charter take-off takeoff touchdown""")
)
_VISIT_NOUNS = frozenset(["visit", "trip", "tour", "journey", "stay", "arrival"])
_ARREST_NOUNS = frozenset({"arrest", "detention", "capture", "imprisonment"})
_SEIZURE_NOUNS = frozenset({"seizure", "confiscation", "interception", "impounding"})


def nominal(sight: Sight, taken: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts that nouns open, where no verb of the sentence has told the same already."""
    words = sight.tree.words
    if {w.lower for w in words} & PASTIMES:
        return
    for phrase in sight.phrases:
        head = noun_base(words[phrase.head].lower)
        if words[phrase.head].is_name:
            continue
        start, end = words[phrase.first].start, words[phrase.last].end
        made: Draft | None = None
        if head in _VISIT_NOUNS:
            made = visit_of_noun(sight, phrase)
        if made is None and head in _FLIGHT_NOUNS and (phrase.nature is Nature.FLIGHT or route_inside(sight, phrase)):
            made = flights_of_noun(sight, phrase)
        if made is None and head in SHIPMENT_NOUNS:
            made = shipment_of_noun(sight, phrase, head)
        if made is None and head in _ARREST_NOUNS | _SEIZURE_NOUNS:
            made = _taken(sight, phrase, head)
        if made is not None and not any(
            _tells(d.kind, made.kind) and d.span()[0] <= start and end <= d.span()[1] for d in taken
        ):
            yield made


def _tells(told: ClaimKind, kind: ClaimKind) -> bool:
    """Whether a claim of one kind leaves none of another to its words: a total of trade is no transfer as well."""
    return told is kind or (told is ClaimKind.TRADE_TOTAL and kind is ClaimKind.TRANSFER)


def _taken(sight: Sight, phrase: Phrase, head: str) -> Draft | None:
    """`the arrest of X in Y`, `the seizure of 22 engines in Z`."""
    after = phrases_after(sight, phrase)
    target = next((p for p in after[:1] if p.preposition == "of"), None)
    if target is None:
        return None
    seized = head in _SEIZURE_NOUNS
    if (seized and target.nature not in GOODS | {Nature.SHIPMENT}) or (
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
    return noun_draft(
        sight, phrase, last, ClaimKind.ARREST, "seizure" if seized else None, f"arrest.{head}.noun", roles
    )
