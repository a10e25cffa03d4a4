"""What sort of thing a phrase may stand for, put to a construction's place: the role filler if it fits, else nothing.

A name that no gazetteer knows is taken for what its place asks for: whoever owns shares may be a person or a body.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from overflight.documents.frames.arrests import charge
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.crafts import operator_name
from overflight.documents.frames.designation import authority, reason, sanctions_in
from overflight.documents.frames.fillers import Sight, goods_and_quantity, place_of, several, simple, stretch
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import BRANCHES, NOUNS, OFFICES, Nature
from overflight.documents.frames.offices import body_norm, is_person_name, office_head, office_subtype, with_places
from overflight.documents.frames.phrases import Phrase, phrase_at, phrase_position
from overflight.documents.frames.thing_sorts import THING_EXTRAS, THING_SORTS
from overflight.documents.frames.words import wordlist
from overflight.records.claim import Filler

Filled = tuple[Filler, ...]
Sort = Callable[[Sight, Phrase], Filled]

_BODIES = frozenset({Nature.ORGANISATION, Nature.OPERATOR, Nature.GOVERNMENT, Nature.FORCE})
_KNOWN_THINGS = frozenset(wordlist("place aircraft_type registration flight_number weapon goods date vessel demonym"))
_UNITS = frozenset(
    wordlist("""department division directorate office section unit branch arm wing region district brigade battalion
regiment squadron fleet guard command staff bureau agency programme program network cell desk service
corps academy institute plant factory works depot terminal subsidiary""")
)
_POLICE = frozenset(
    wordlist("""police policemen authorities customs officers officer agents agent guards guard guardsmen prosecutors
prosecutor soldiers troops coastguard gendarmes gendarmerie carabinieri court judge tribunal officials inspectors investigators
detectives marshals security service services patrol military army navy forces militia jury""")
)
_GOODS = frozenset({Nature.GOODS, Nature.CONTAINER, Nature.AIRCRAFT, Nature.SHIPMENT, Nature.VEHICLE})
_VEHICLES = frozenset({Nature.VEHICLE, Nature.AIRCRAFT})
_HELD = frozenset({Nature.PERSON, Nature.PEOPLE, Nature.FORCE, Nature.VICTIMS})
_PEOPLE_PRONOUNS = frozenset({"he", "she", "him", "her", "they", "them", "who", "i", "we"})
_THING_PRONOUNS = frozenset({"it", "they", "them", "which", "that"})
_SANCTIONING = frozenset(
    wordlist("""treasury ofac committee council union commission department ministry government parliament
administration washington brussels london state eu un us uk authorities""")
)
_HUMANS = frozenset(
    wordlist("""national citizen resident worker trader middleman smuggler suspect crewman crew driver businessman businesswoman man
woman brother relative ally associate trafficker broker mercenary activist""")
)
_ROSTERS = frozenset(wordlist("list manifest roster log register crew delegation passengers"))
_LISTS = frozenset({"list", "lists", "register", "registers"})
_ANNEXES = frozenset({"annex", "schedule", "appendix"})
_BOARDS = frozenset(wordlist("board boards council directorate"))
_FRONTS = frozenset({"front", "cover", "façade", "facade", "shell", "proxy", "conduit", "cut-out"})
_SWAY = frozenset(wordlist("control command direction authority supervision orders ownership umbrella auspices"))
_CUSTODY = frozenset(wordlist("custody detention jail prison handcuffs remand arrest cell cells bars lock-up"))


def _word(sight: Sight, phrase: Phrase) -> str:
    return sight.tree.words[phrase.head].lower


def _is_unknown_name(sight: Sight, phrase: Phrase) -> bool:
    """A capitalised name of which nothing is known but that it is one."""
    head = sight.tree.words[phrase.head]
    return head.is_name and head.text[:1].isupper() and phrase.mention_kind not in _KNOWN_THINGS


def is_person(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase can stand for a human being."""
    if phrase.nature is Nature.PRONOUN:
        return _word(sight, phrase) in _PEOPLE_PRONOUNS
    if phrase.nature in {Nature.PERSON, Nature.PEOPLE} or is_person_name(sight, phrase):
        return True
    if noun_base(_word(sight, phrase)) in OFFICES | _HUMANS:
        return True
    return _is_unknown_name(sight, phrase) and phrase.mention_kind in {None, "person"} and phrase.nature not in _BODIES


def is_body(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase can stand for a company, an office of state, a force or a group."""
    if phrase.nature is Nature.PRONOUN:
        return _word(sight, phrase) in _THING_PRONOUNS
    if phrase.nature in _BODIES:
        return True
    return _is_unknown_name(sight, phrase) and phrase.mention_kind != "person"


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
    is_named = sight.tree.words[phrase.head].is_name and phrase.nature in {Nature.ORGANISATION, Nature.OPERATOR}
    return _body(sight, phrase) if is_named else ()


def _unit(sight: Sight, phrase: Phrase) -> Filled:
    if is_body(sight, phrase):
        return _body(sight, phrase)
    return (simple(sight, phrase),) if noun_base(_word(sight, phrase)) in _UNITS else ()


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
    return (simple(sight, phrase),) if _word(sight, phrase) in _ROSTERS and is_of_people else ()


def _office(sight: Sight, phrase: Phrase) -> Filled:
    if office_head(sight, phrase) is None:
        return ()
    last = with_places(sight, phrase)
    return (sight.filler(phrase.first, last, body_norm(sight, phrase, last)),)


def _board(sight: Sight, phrase: Phrase) -> Filled:
    if _word(sight, phrase) not in _BOARDS or phrase.first == phrase.head:  # `on board` is no seat
        return ()
    last = stretch(sight, phrase)
    return (sight.filler(phrase.first, last, body_norm(sight, phrase, last)),)


def _whole(sight: Sight, phrase: Phrase) -> Filled:
    last = stretch(sight, phrase)
    return (sight.filler(phrase.first, last, body_norm(sight, phrase, last)),)


def _target(sight: Sight, phrase: Phrase) -> Filled:
    """Whoever or whatever can be put on a list: a party or an aircraft or vessel, not a state."""
    if (
        phrase.nature in {Nature.AIRCRAFT, Nature.VEHICLE, Nature.OPERATOR}
        or is_person(sight, phrase)
        or is_body(sight, phrase)
    ):
        return several(sight, phrase)
    return ()


def _listable(sight: Sight, phrase: Phrase) -> Filled:
    """A target that bears a name: `sanctions against Vostok Cargo`, not `sanctions against airlines`."""
    return _target(sight, phrase) if sight.tree.words[phrase.head].is_name or phrase.nature is Nature.PRONOUN else ()


def _part(sight: Sight, phrase: Phrase) -> Filled:
    """What something is said to be part of: `part of the Volga group`."""
    words = sight.tree.words
    if words[phrase.first].lower != "part":
        return ()
    if phrase.last > phrase.first + 1 and words[phrase.first + 1].lower == "of":
        return (sight.filler(phrase.first + 2, phrase.last),)
    following = sight.next_phrase(phrase)
    return _body(sight, following) if following is not None and following.preposition == "of" else ()


def _own_list(sight: Sight, phrase: Phrase) -> Filled:
    """`its list`: which one, the authority says that keeps it."""
    is_own = sight.tree.words[phrase.first].tag in {"PRP$", "DT"} and _word(sight, phrase) in _LISTS
    return (sight.filler(phrase.first, phrase.last),) if is_own else ()


def _authority(sight: Sight, phrase: Phrase) -> Filled:
    is_state = phrase.nature in {Nature.GOVERNMENT, Nature.PLACE} and phrase.mention_kind is not None
    words = sight.tree.words[phrase.first : phrase.last + 1]
    if is_state or any(w.lower in _SANCTIONING for w in words):
        return (simple(sight, phrase),)
    return ()


def _police(sight: Sight, phrase: Phrase) -> Filled:
    if (
        _word(sight, phrase) in _POLICE
        or (phrase.nature in {Nature.GOVERNMENT, Nature.FORCE})
        or _authority(sight, phrase)
    ):
        return (sight.filler(phrase.first, phrase.last, phrase.norm),)
    return ()


def _held(sight: Sight, phrase: Phrase) -> Filled:
    if is_person(sight, phrase) or phrase.nature in _HELD or _is_agentive(sight, phrase):
        return several(sight, phrase)
    return ()


def _is_agentive(sight: Sight, phrase: Phrase) -> bool:
    """Whether a noun of no known sort ends as nouns for those who do something end (`photographer`, `chemist`)."""
    ends = ("er", "or", "ist", "ian", "eur", "ee", "man", "woman")
    return phrase.nature is Nature.OTHER and noun_base(_word(sight, phrase)).endswith(ends)


def _goods(sight: Sight, phrase: Phrase) -> Filled:
    if phrase.nature is Nature.PRONOUN:
        return (simple(sight, phrase),) if _word(sight, phrase) in _THING_PRONOUNS else ()
    if phrase.nature not in _GOODS:
        return ()
    return several(sight, phrase) if phrase.nature is Nature.AIRCRAFT else goods_and_quantity(sight, phrase)[0]


def _counted(sight: Sight, phrase: Phrase) -> Filled:
    """Things of any sort that are counted, or told in the plural: `120 night-vision scopes`."""
    word = sight.tree.words[phrase.head]
    is_counted = any(w.tag == "CD" for w in sight.tree.words[phrase.first : phrase.head]) or word.tag == "NNS"
    if phrase.nature is not Nature.OTHER or word.is_name or not is_counted or _is_agentive(sight, phrase):
        return ()
    return goods_and_quantity(sight, phrase)[0]


def _quantity(sight: Sight, phrase: Phrase) -> Filled:
    return goods_and_quantity(sight, phrase)[1] if phrase.nature in _GOODS - {Nature.AIRCRAFT} | {Nature.OTHER} else ()


def _listing(sight: Sight, phrase: Phrase) -> Filled:
    noun = sanctions_in(sight, phrase)
    if (
        noun is None
        and _word(sight, phrase) in _LISTS
        and (authority(sight, phrase.head) or _is_of_sanctioned(sight, phrase))
    ):
        noun = phrase.head
    if noun is None and any(w.lower in _ANNEXES for w in sight.tree.words[phrase.first : phrase.last + 1]):
        noun = phrase.head
    return (sight.filler(phrase.first, phrase.last),) if noun is not None else ()


def _is_of_sanctioned(sight: Sight, phrase: Phrase) -> bool:
    """`list of sanctioned persons`, `list of specially designated nationals`."""
    following = sight.tree.words[phrase.last + 1 : phrase.last + 5]
    return (
        bool(following)
        and following[0].lower == "of"
        and any(
            w.lower in {"sanctioned", "designated", "blacklisted", "terrorists", "terrorist", "listed"}
            for w in following
        )
    )


def _owner(sight: Sight, phrase: Phrase) -> Filled:
    """Who imposed what a phrase of sanctions or of a list names."""
    noun = sanctions_in(sight, phrase)
    found = authority(sight, noun if noun is not None else phrase.head)
    if found:
        return found
    following = sight.next_phrase(phrase)
    if following is not None and following.preposition in {"of", "by", "from"} and following.first <= phrase.last + 3:
        return _authority(sight, following)
    return ()


def _owned(sight: Sight, phrase: Phrase) -> Filled:
    """Whose a phrase says the thing is: `Vostok Cargo's assets`."""
    words = sight.tree.words
    mark = next((k for k in range(phrase.first, phrase.head) if words[k].tag == "POS"), None)
    if mark is None or mark == phrase.first:
        return ()
    is_party = words[mark - 1].is_name or NOUNS.get(noun_base(words[mark - 1].lower)) in _BODIES
    return (sight.filler(phrase.first, mark - 1),) if is_party else ()


def _headed(nouns: frozenset[str]) -> Sort:
    return lambda sight, phrase: (sight.filler(phrase.first, phrase.last),) if _word(sight, phrase) in nouns else ()


SORTS: Mapping[str, Sort] = {
    **THING_SORTS,
    "person": _person,
    "body": _body,
    "known_body": _known_body,
    "unit": _unit,
    "branch": _headed(BRANCHES),
    "party": _party,
    "named": _named,
    "named_person": _named_person,
    "roster": _roster,
    "vehicle": lambda sight, phrase: (simple(sight, phrase),) if phrase.nature in _VEHICLES else (),
    "sentence": _headed(frozenset({"sentence", "term"})),
    "trial": _headed(frozenset({"trial"})),
    "court": _headed(frozenset({"court", "judge", "magistrate", "tribunal"})),
    "hands": _headed(frozenset({"hands", "possession"})),
    "name": _headed(frozenset({"name", "names"})),
    "indictment": _headed(frozenset({"indictment", "complaint", "charge-sheet"})),
    "office": _office,
    "board": _board,
    "whole": _whole,
    "target": _target,
    "listable": _listable,
    "part": _part,
    "own_list": _own_list,
    "authority": _authority,
    "police": _police,
    "held": _held,
    "goods": _goods,
    "counted": _counted,
    "quantity": _quantity,
    "listing": _listing,
    "owner": _owner,
    "owned": _owned,
    "sway": _headed(_SWAY),
    "front": _headed(_FRONTS),
    "custody": _headed(_CUSTODY),
    "questioning": _headed(frozenset({"questioning", "interrogation", "suspicion", "charges"})),
}


def _bound(sight: Sight, clause: Clause) -> Filled:
    """Where seized goods were going."""
    ways = {"to", "bound for", "destined for", "en route to", "intended for", "meant for", "headed for"}
    found = next((p for p in clause.complements if p.preposition in ways and p.first > clause.verb), None)
    return (simple(sight, found, places=True),) if found is not None else ()


EXTRAS: Mapping[str, Callable[[Sight, Clause], Filled]] = {
    **THING_EXTRAS,
    "place": lambda sight, clause: place_of(sight, clause.complements),
    "charge": charge,
    "reason": lambda sight, clause: reason(sight, clause.verb, clause.right),
    "bound": _bound,
}


def subtype_of_office(sight: Sight, filled: Filled) -> str:
    """Whether the office that fills a role is a director's, a membership, or another."""
    words = sight.tree.words
    first = next(w.i for w in words if w.start >= filled[0].start)
    last = max(w.i for w in words if w.end <= filled[0].end)
    phrase = phrase_at(sight.phrases, first)
    return office_subtype(sight, phrase, last) if phrase is not None else "office"


__all__ = ["EXTRAS", "SORTS", "Filled", "is_body", "is_person", "phrase_position", "subtype_of_office"]
