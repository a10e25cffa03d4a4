"""Sorts of phrases for the constructions about goods: what is moved, who gives and gets it, who makes it, who died."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.crafts import count_of, craft_roles
from overflight.documents.frames.deaths import victims, where_died
from overflight.documents.frames.fillers import Sight, goods_and_quantity, several, simple
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.goods import CARGO, TRADED, is_craft, is_name_of_unknown, is_taker, is_thing
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.makers import WORKS, is_product, maker_name, site
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.places import is_place, places_of
from overflight.documents.frames.words import wordlist
from overflight.records.claim import Filler

Filled = tuple[Filler, ...]
Sort = Callable[[Sight, Phrase], Filled]

_MAKERS = frozenset({Nature.ORGANISATION, Nature.OPERATOR, Nature.GOVERNMENT, Nature.FORCE, Nature.PERSON})
_KILLERS = frozenset({Nature.FORCE, Nature.GOVERNMENT, Nature.PEOPLE, Nature.PERSON, Nature.ORGANISATION})


def _load(sight: Sight, phrase: Phrase) -> Filled:
    """Goods that a table knows, or what is packed or shipped in a number of crates or tonnes."""
    if phrase.nature not in CARGO or noun_base(sight.tree.words[phrase.head].lower) in TRADED:
        return ()
    return goods_and_quantity(sight, phrase)[0]


def _thing(sight: Sight, phrase: Phrase) -> Filled:
    return goods_and_quantity(sight, phrase)[0] if is_thing(sight, phrase) else ()


def _amount(sight: Sight, phrase: Phrase) -> Filled:
    return goods_and_quantity(sight, phrase)[1] if is_thing(sight, phrase) else ()


def _taker(sight: Sight, phrase: Phrase) -> Filled:
    if phrase.nature is Nature.PRONOUN:
        return (simple(sight, phrase),)
    return several(sight, phrase, places=True) if is_taker(sight, phrase) else ()


def _getter(sight: Sight, phrase: Phrase) -> Filled:
    """Who takes delivery of goods; an airline takes that of its own fleet."""
    return () if phrase.nature is Nature.OPERATOR else _taker(sight, phrase)


def _fighters(sight: Sight, phrase: Phrase) -> Filled:
    """Whom one may be said to keep in money: a force or a name, no programme and no election."""
    fits = phrase.nature is Nature.FORCE or is_name_of_unknown(sight, phrase) or phrase.mention_kind == "group"
    return several(sight, phrase, places=True) if fits else ()


def _goal(sight: Sight, phrase: Phrase) -> Filled:
    return several(sight, phrase, places=True) if is_place(sight, phrase) else ()


def _craft(sight: Sight, phrase: Phrase) -> Filled:
    return several(sight, phrase) if is_craft(sight, phrase) else ()


_HATCHES = frozenset(wordlist("ramp tailgate door doors hatch side back rear tail nose loading-ramp"))


def _hatch(sight: Sight, phrase: Phrase) -> Filled:
    """The craft through whose ramp or door something goes: `off the ramp of an Il-76`, `down the plane's ramp`."""
    words = sight.tree.words
    if words[phrase.head].lower not in _HATCHES:
        return ()
    craft = sight.next_phrase(phrase)
    if craft is not None and craft.preposition == "of" and craft.first == phrase.last + 2 and is_craft(sight, craft):
        return several(sight, craft)
    mark = next((k for k in range(phrase.first + 1, phrase.head) if words[k].tag == "POS"), None)
    is_craft_owner = mark is not None and NOUNS.get(words[mark - 1].lower) in {Nature.AIRCRAFT, Nature.VEHICLE}
    return (sight.filler(phrase.first, mark - 1),) if mark is not None and is_craft_owner else ()


def _plane(sight: Sight, phrase: Phrase) -> Filled:
    if phrase.nature is Nature.AIRCRAFT:
        return craft_roles(sight, phrase, Nature.AIRCRAFT)["aircraft"]
    is_it = phrase.nature is Nature.PRONOUN and sight.tree.words[phrase.head].lower == "it"
    return (simple(sight, phrase),) if is_it else ()


def _airline(sight: Sight, phrase: Phrase) -> Filled:
    """The operator of an aircraft that a phrase names, or the operator it is."""
    if phrase.nature is Nature.OPERATOR:
        return (simple(sight, phrase),)
    return craft_roles(sight, phrase, Nature.AIRCRAFT).get("actor", ()) if phrase.nature is Nature.AIRCRAFT else ()


def _owned_plane(sight: Sight, phrase: Phrase) -> Filled:
    """The craft before an apostrophe: `the Il-76's wheels`."""
    words = sight.tree.words
    mark = next((k for k in range(phrase.first + 1, phrase.head) if words[k].tag == "POS"), None)
    if mark is None:
        return ()
    named = sight.scene.within(words[phrase.first].start, words[mark - 1].end)
    is_plane = NOUNS.get(words[mark - 1].lower) is Nature.AIRCRAFT or any(
        m.kind in {"aircraft_type", "registration"} for m in named
    )
    return (sight.filler(phrase.first, mark - 1),) if is_plane else ()


def _flown(sight: Sight, phrase: Phrase) -> Filled:
    """A craft or a flight on which something went along."""
    is_flown = phrase.nature in {Nature.FLIGHT, Nature.AIRCRAFT} or is_craft(sight, phrase)
    return (simple(sight, phrase),) if is_flown and phrase.nature is not Nature.PRONOUN else ()


def _product(sight: Sight, phrase: Phrase) -> Filled:
    if not is_product(sight, phrase):
        return ()
    is_definite = sight.tree.words[phrase.first].tag == "DT" or phrase.nature is Nature.PRONOUN
    return (simple(sight, phrase),) if is_definite else goods_and_quantity(sight, phrase)[0]


def _maker(sight: Sight, phrase: Phrase) -> Filled:
    fits = phrase.nature in _MAKERS or is_name_of_unknown(sight, phrase)
    return (maker_name(sight, phrase),) if fits else ()


def _works(sight: Sight, phrase: Phrase) -> Filled:
    head = sight.tree.words[phrase.head].lower
    return (sight.filler(phrase.first, phrase.last),) if head in WORKS or noun_base(head) in WORKS else ()


def _named_works(sight: Sight, phrase: Phrase) -> Filled:
    """A factory with a name of its own: `the Hadrat factory`."""
    return _works(sight, phrase) if any(w.is_name for w in sight.tree.words[phrase.first : phrase.last]) else ()


def _killer(sight: Sight, phrase: Phrase) -> Filled:
    return (simple(sight, phrase),) if phrase.nature in _KILLERS or is_name_of_unknown(sight, phrase) else ()


def _dead(sight: Sight, phrase: Phrase) -> Filled:
    found = victims(sight, phrase)
    return found[1] if found is not None else ()


def _number(sight: Sight, phrase: Phrase) -> Filled:
    found = victims(sight, phrase)
    return found[0] if found is not None else ()


def _headed(text: str) -> Sort:
    nouns = frozenset(wordlist(text))
    return lambda sight, phrase: (
        (sight.filler(phrase.first, phrase.last),) if sight.tree.words[phrase.head].lower in nouns else ()
    )


THING_SORTS: Mapping[str, Sort] = {
    "load": _load,
    "thing": _thing,
    "amount": _amount,
    "taker": _taker,
    "getter": _getter,
    "fighters": _fighters,
    "goal": _goal,
    "craft": _craft,
    "hatch": _hatch,
    "plane": _plane,
    "airline": _airline,
    "owned_plane": _owned_plane,
    "flown": _flown,
    "product": _product,
    "maker": _maker,
    "works": _works,
    "named_works": _named_works,
    "killer": _killer,
    "dead": _dead,
    "number": _number,
    "hands": _headed("hands possession hold inventory arsenal arsenals stores depots ranks"),
    "making": _headed("production manufacture assembly making construction manufacturing fabrication building"),
    "stocks": _headed("stocks stock stockpile stockpiles arsenal arsenals depot depots stores inventory"),
    "maker_name": _headed("maker makers manufacturer manufacturers producer producers"),
    "papers": _headed(
        "manifest manifests waybill waybills papers paperwork declaration invoice invoices documentation list lists"
    ),
    "battle": _headed("ambush battle battles fighting action clash clashes attack assault raid combat"),
    "death_end": _headed("death"),
    "the_dead": _headed("dead victims killed fatalities"),
}


def _end(role: str) -> Callable[[Sight, Clause], Filled]:
    return lambda sight, clause: places_of(sight, clause, "fly").get(role, ())


THING_EXTRAS: Mapping[str, Callable[[Sight, Clause], Filled]] = {
    "site": site,
    "deathplace": lambda sight, clause: where_died(sight, clause.verb),
    "count": count_of,
    "from": _end("origin"),
    "way": _end("via"),
    "goal": _end("destination"),
}
