"""What can be loaded, shipped, bought or made, and who can give or get it: read from the noun, not from a list of names."""

from __future__ import annotations

from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.words import wordlist

CARGO = frozenset({Nature.GOODS, Nature.CONTAINER, Nature.SHIPMENT})
CARRIERS = frozenset({Nature.AIRCRAFT, Nature.OPERATOR, Nature.VEHICLE, Nature.FLIGHT})
TAKERS = frozenset({Nature.GOVERNMENT, Nature.FORCE, Nature.ORGANISATION, Nature.PEOPLE, Nature.PERSON})
HOLDS = frozenset(wordlist("hold holds cabin belly fuselage bay compartment deck interior"))
_CRAFT = frozenset({Nature.AIRCRAFT, Nature.VEHICLE, Nature.FLIGHT})
_ABSTRACT_ENDINGS = ("tion", "sion", "ness", "ity", "ism", "ance", "ence", "ship", "ment", "cy", "ing", "logy", "age")
_CONCRETE = frozenset(wordlist("equipment armament clothing ordnance ammunition munition shipment luggage baggage"))
_ABSTRACT = frozenset(
    wordlist("""speech talk talks word words message letter news warning threat blow verdict sentence ruling loan loans
credit cheque check service services role part place time name lead step decision vote power control care pressure charge
blame risk risks hope hopes fear fears promise pledge deal deals plan plans idea ideas law laws order orders rule rules
bill exam test tests result results win victory defeat title job jobs post office seat hand hands foot eye life lives
story stories film films book books song evidence proof interview interviews address lecture sermon apology thanks regards
condolences greetings advice data record file files tax taxes price prices cost costs debt fund share shares stake
interest interests right rights access permit visa licence license study course class turn look view visit trip tour
call calls answer question questions case cases claim claims suit lawsuit appeal complaint report signal attack attacks
strike strikes raid raids fire war battle fight hit breath cold baby house home work works move moves line
weight burden load flag torch passenger passengers people profit profits loss losses revenue change peace order growth
measure measures relief team teams side end start ban embargo force shift bulk toll brunt hallmark hallmarks name names
number numbers mark marks mail post mandate treaty accord agreement proposal draft resolution motion support
majority minority percent cent half sign signs proceeding markings marking livery logo
logos insignia emblem emblems callsign inscription inscriptions stamp stamps label labels initiative
note notes notice account action steps stock aim advantage""")
)
"""Common nouns of nothing that lies in a hold, though verbs of carrying, giving and getting have them for objects."""
_EVERYBODY = frozenset({"any", "either", "neither", "both", "anyone", "anybody", "nobody", "no-one"})
_BARE_ARMS = frozenset(wordlist("arms weapons weaponry equipment ammunition material materiel anything nothing"))
_AGENT_NOUNS = frozenset(wordlist("buyer customer client user clients dealer recipient bidder middleman"))


TRADED = frozenset(wordlist("sale export import purchase order spending procurement"))
"""Nouns of trade that come to a sum, and are no goods."""


def is_thing(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase may be a thing: known goods, or a common noun that is no person, place, deed, word or quality."""
    word = sight.tree.words[phrase.head]
    if phrase.nature in CARGO or sight.tree.words[phrase.first].lower in {
        "nothing",
        "something",
        "anything",
        "everything",
    }:
        return True
    if phrase.nature is Nature.VEHICLE or (phrase.nature is Nature.AIRCRAFT and phrase.mention_kind != "registration"):
        return not word.is_name or phrase.mention_kind == "aircraft_type"
    if NOUNS.get(noun_base(word.lower)) in CARGO and not word.is_name:
        return True
    return phrase.nature is Nature.OTHER and word.tag in {"NN", "NNS"} and is_concrete(word.lower)


def is_concrete(noun: str) -> bool:
    """Whether a common noun that no table knows may be the name of a thing."""
    base = noun_base(noun)
    if base in _CONCRETE or noun in _CONCRETE:
        return True
    if noun in _ABSTRACT or base in _ABSTRACT or base in _AGENT_NOUNS:
        return False
    return noun.isalpha() and (noun.endswith("ings") or not base.endswith(_ABSTRACT_ENDINGS))


def is_craft(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase names what flies, sails or drives, or a pronoun that may stand for it."""
    return (
        phrase.nature in _CRAFT
        or sight.tree.words[phrase.head].lower in HOLDS
        or (phrase.nature is Nature.GOODS and sight.tree.words[phrase.head].lower in {"trucks", "lorries", "boats"})
    ) or (
        phrase.nature is Nature.PRONOUN
        and sight.tree.words[phrase.head].lower in {"it", "which", "they", "them", "that"}
    )


def is_name_of_unknown(sight: Sight, phrase: Phrase) -> bool:
    """A capitalised name that no gazetteer knows and no noun classes."""
    word = sight.tree.words[phrase.head]
    return phrase.nature is Nature.OTHER and phrase.mention_kind is None and word.is_name and word.text[:1].isupper()


def is_country(phrase: Phrase) -> bool:
    """Whether a phrase is the name of a state, which may act as well as lie somewhere."""
    norm = phrase.norm or ""
    return phrase.mention_kind == "place" and len(norm) == 2 and norm.isupper()


def is_taker(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase may be who gives or gets goods: a party, a state, or a name that nothing else is known of."""
    if phrase.nature in TAKERS | {Nature.OPERATOR} or is_country(phrase) or is_name_of_unknown(sight, phrase):
        return True
    word = sight.tree.words[phrase.head]
    if word.lower in {"country", "state", "republic", "kingdom", "nation"} and not word.is_name:
        return True
    before = sight.tree.words[phrase.head - 1] if phrase.head > phrase.first else None
    if before is not None and word.lower in {"unit", "units"} and NOUNS.get(before.lower) is Nature.FORCE:
        return True
    return noun_base(word.lower) in _AGENT_NOUNS


def is_of_everybody(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase names nobody in particular: a denial of relations with all is no claim (`arms neither side`)."""
    words = sight.tree.words[phrase.first : phrase.last + 1]
    return words[0].lower in _EVERYBODY or words[-1].lower in _EVERYBODY


def is_bare_arms(sight: Sight, phrase: Phrase) -> bool:
    """Whether goods are arms in general, with nothing that tells which."""
    words = [w for w in sight.tree.words[phrase.first : phrase.last + 1] if w.tag not in {"DT", "PRP$"}]
    return len(words) <= 2 and words[-1].lower in _BARE_ARMS and all(w.tag != "CD" for w in words)
