"""Who a phrase may stand for: a person, a body, an office; an unknown name is what its place asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from overflight.documents.frames.crafts import operator_name
from overflight.documents.frames.fillers import Sight, several, simple, stretch
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import OFFICES, Nature
from overflight.documents.frames.offices import body_norm, is_person_name, office_head, with_places
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.visitors import visitor
from overflight.documents.frames.words import wordlist
from overflight.records.claim import Filler

Filled = tuple[Filler, ...]
Sort = Callable[[Sight, Phrase], Filled]

BODIES = frozenset({Nature.ORGANISATION, Nature.OPERATOR, Nature.GOVERNMENT, Nature.FORCE})
_KNOWN_THINGS = frozenset(wordlist("place aircraft_type registration flight_number weapon goods date vessel demonym"))
_UNITS = frozenset(
    wordlist("""department division directorate office section unit branch arm wing region district brigade battalion
regiment squadron fleet guard command staff bureau agency programme program network cell desk service
corps academy institute plant factory works depot terminal subsidiary base airbase garrison""")
)
_HUMANS = frozenset(
    wordlist("""national citizen resident worker trader middleman smuggler suspect crewman crew driver businessman businesswoman man
woman brother relative ally associate trafficker broker mercenary activist""")
)
_PEOPLE_PRONOUNS = frozenset({"he", "she", "him", "her", "they", "them", "who", "i", "we"})
THING_PRONOUNS = frozenset({"it", "they", "them", "which", "that"})
_ROSTERS = frozenset(wordlist("list manifest roster log register crew delegation passengers"))
_BOARDS = frozenset(wordlist("board boards council directorate"))


def head_word(sight: Sight, phrase: Phrase) -> str:
    """The word a phrase turns on, in small letters."""
    return sight.tree.words[phrase.head].lower


def is_unknown_name(sight: Sight, phrase: Phrase) -> bool:
    """A capitalised name of which nothing is known but that it is one."""
    head = sight.tree.words[phrase.head]
    return head.is_name and head.text[:1].isupper() and phrase.mention_kind not in _KNOWN_THINGS


def is_person(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase can stand for a human being."""
    if phrase.nature is Nature.PRONOUN:
        return head_word(sight, phrase) in _PEOPLE_PRONOUNS
    if phrase.nature in {Nature.PERSON, Nature.PEOPLE} or is_person_name(sight, phrase):
        return True
    if noun_base(head_word(sight, phrase)) in OFFICES | _HUMANS:
        return True
    return is_unknown_name(sight, phrase) and phrase.mention_kind in {None, "person"} and phrase.nature not in BODIES


def is_body(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase can stand for a company, an office of state, a force or a group."""
    if phrase.nature is Nature.PRONOUN:
        return head_word(sight, phrase) in THING_PRONOUNS
    if phrase.nature in BODIES:
        return True
    return is_unknown_name(sight, phrase) and phrase.mention_kind != "person"


def _person(sight: Sight, phrase: Phrase) -> Filled:
    return several(sight, phrase) if is_person(sight, phrase) else ()


def _body(sight: Sight, phrase: Phrase) -> Filled:
    if not is_body(sight, phrase):
        return ()
    if phrase.nature not in {Nature.ORGANISATION, Nature.OPERATOR}:
        return (simple(sight, phrase),)
    named, whole = operator_name(sight, phrase), simple(sight, phrase)
    is_bare = whole.text.lower() == f"the {named.text.lower()}"  # `the Ministry`, not `the airline Vostok Cargo`
    return (whole if is_bare else named,)


def _known_body(sight: Sight, phrase: Phrase) -> Filled:
    """A body that is known for one, and named: `bought Vostok Cargo`, not `bought Polonez rockets`."""
    words = sight.tree.words
    is_known = phrase.nature in {Nature.ORGANISATION, Nature.OPERATOR}
    is_one = words[phrase.first].lower in {"the", "its", "their"} and words[phrase.head].tag == "NN"
    return _body(sight, phrase) if is_known and (is_one or words[phrase.head].is_name) else ()


def _unit(sight: Sight, phrase: Phrase) -> Filled:
    if is_body(sight, phrase):
        return _body(sight, phrase)
    return (simple(sight, phrase),) if noun_base(head_word(sight, phrase)) in _UNITS else ()


def _party(sight: Sight, phrase: Phrase) -> Filled:
    return _person(sight, phrase) or _body(sight, phrase)


def _named(sight: Sight, phrase: Phrase) -> Filled:
    head = sight.tree.words[phrase.head]
    return _party(sight, phrase) if head.is_name or phrase.nature is Nature.PRONOUN else ()


def _named_person(sight: Sight, phrase: Phrase) -> Filled:
    return several(sight, phrase) if is_person_name(sight, phrase) else ()


def _roster(sight: Sight, phrase: Phrase) -> Filled:
    """`the passenger list`, `the crew manifest`, not `the list of complaints`."""
    words = {w.lower for w in sight.tree.words[phrase.first : phrase.head + 1]}
    is_of_people = bool(words & {"passenger", "passengers", "crew", "delegation", "manifest", "flight"})
    return (simple(sight, phrase),) if head_word(sight, phrase) in _ROSTERS and is_of_people else ()


def _office(sight: Sight, phrase: Phrase) -> Filled:
    if office_head(sight, phrase) is None:
        return ()
    last = with_places(sight, phrase)
    return (sight.filler(phrase.first, last, body_norm(sight, phrase, last)),)


def _board(sight: Sight, phrase: Phrase) -> Filled:
    if head_word(sight, phrase) not in _BOARDS or phrase.first == phrase.head:  # `on board` is no seat
        return ()
    last = stretch(sight, phrase)
    return (sight.filler(phrase.first, last, body_norm(sight, phrase, last)),)


def _whole(sight: Sight, phrase: Phrase) -> Filled:
    last = stretch(sight, phrase)
    return (sight.filler(phrase.first, last, body_norm(sight, phrase, last)),)


def _part(sight: Sight, phrase: Phrase) -> Filled:
    """What something is said to be part of: `part of the Volga group`."""
    words = sight.tree.words
    if words[phrase.first].lower != "part":
        return ()
    if phrase.last > phrase.first + 1 and words[phrase.first + 1].lower == "of":
        return (sight.filler(phrase.first + 2, phrase.last),)
    following = sight.next_phrase(phrase)
    return _body(sight, following) if following is not None and following.preposition == "of" else ()


_GUESTS = frozenset(
    wordlist("""technician engineer adviser advisor instructor trainer specialist expert mechanic delegation team mission
inspector scientist mercenary contractor officer consultant""")
)


def _guests(sight: Sight, phrase: Phrase) -> Filled:
    """People whose work takes them abroad: technicians, advisers, a team."""
    return (visitor(sight, phrase),) if noun_base(head_word(sight, phrase)) in _GUESTS else ()


def _military(sight: Sight, phrase: Phrase) -> Filled:
    return (simple(sight, phrase),) if phrase.nature is Nature.FORCE else ()


PARTY_SORTS: Mapping[str, Sort] = {
    "person": _person,
    "body": _body,
    "known_body": _known_body,
    "unit": _unit,
    "party": _party,
    "named": _named,
    "named_person": _named_person,
    "roster": _roster,
    "office": _office,
    "board": _board,
    "whole": _whole,
    "part": _part,
    "guests": _guests,
    "military": _military,
}
