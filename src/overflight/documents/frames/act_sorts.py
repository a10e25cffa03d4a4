"""What authorities act upon: whom they list, hold and seize, and who they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from overflight.documents.frames.arrests import bound_for, charge
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.designation import authority, reason, sanctions_in
from overflight.documents.frames.fillers import Sight, goods_and_quantity, place_of, several, simple
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.party_sorts import BODIES, THING_PRONOUNS, Filled, Sort, head_word, is_body, is_person
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.words import wordlist

_POLICE = frozenset(
    wordlist("""police policemen authorities customs officers officer agents agent guards guard guardsmen prosecutors
prosecutor soldiers troops coastguard gendarmes gendarmerie carabinieri court judge tribunal officials inspectors investigators
detectives marshals security service services patrol military army navy forces militia jury""")
)
_GOODS = frozenset({Nature.GOODS, Nature.CONTAINER, Nature.AIRCRAFT, Nature.SHIPMENT, Nature.VEHICLE})
_VEHICLES = frozenset({Nature.VEHICLE, Nature.AIRCRAFT})
_HELD = frozenset({Nature.PERSON, Nature.PEOPLE, Nature.FORCE, Nature.VICTIMS})
_SANCTIONING = frozenset(
    wordlist("""treasury ofac committee council union commission department ministry government parliament
administration washington brussels london state eu un us uk authorities""")
)
_LISTS = frozenset({"list", "lists", "register", "registers"})
_ANNEXES = frozenset({"annex", "schedule", "appendix"})


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
    """A target that bears a name, or one spoken of before: `sanctions against the airline`, not `sanctions against airlines`."""
    words = sight.tree.words
    is_one = words[phrase.first].lower in {"the", "this"} and words[phrase.head].tag == "NN" and phrase.nature in BODIES
    is_meant = words[phrase.head].is_name or phrase.nature is Nature.PRONOUN or is_one
    return _target(sight, phrase) if is_meant else ()


def _own_list(sight: Sight, phrase: Phrase) -> Filled:
    """`its list`: which one, the authority says that keeps it."""
    is_own = sight.tree.words[phrase.first].tag in {"PRP$", "DT"} and head_word(sight, phrase) in _LISTS
    return (sight.filler(phrase.first, phrase.last),) if is_own else ()


def _authority(sight: Sight, phrase: Phrase) -> Filled:
    is_state = phrase.nature in {Nature.GOVERNMENT, Nature.PLACE} and phrase.mention_kind is not None
    words = sight.tree.words[phrase.first : phrase.last + 1]
    if is_state or any(w.lower in _SANCTIONING for w in words):
        return (simple(sight, phrase),)
    return ()


def _police(sight: Sight, phrase: Phrase) -> Filled:
    before = {w.lower for w in sight.tree.words[phrase.first : phrase.head]}
    if (
        head_word(sight, phrase) in _POLICE
        or (head_word(sight, phrase) in {"men", "man", "staff", "personnel", "women"} and before & _POLICE)
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
    return phrase.nature is Nature.OTHER and noun_base(head_word(sight, phrase)).endswith(ends)


def _goods(sight: Sight, phrase: Phrase) -> Filled:
    if phrase.nature is Nature.PRONOUN:
        return (simple(sight, phrase),) if head_word(sight, phrase) in THING_PRONOUNS else ()
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


_ROSTERS = frozenset({"passenger", "passengers", "crew", "guest", "cargo", "packing", "price", "waiting"})


def _listing(sight: Sight, phrase: Phrase) -> Filled:
    if any(w.lower in _ROSTERS for w in sight.tree.words[phrase.first : phrase.head]):
        return ()
    noun = sanctions_in(sight, phrase)
    if (
        noun is None
        and head_word(sight, phrase) in _LISTS
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
    is_party = words[mark - 1].is_name or NOUNS.get(noun_base(words[mark - 1].lower)) in BODIES
    return (sight.filler(phrase.first, mark - 1),) if is_party else ()


ACT_SORTS: Mapping[str, Sort] = {
    "target": _target,
    "listable": _listable,
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
}

ACT_EXTRAS: Mapping[str, Callable[[Sight, Clause], Filled]] = {
    "place": lambda sight, clause: place_of(sight, clause.complements),
    "charge": charge,
    "reason": lambda sight, clause: reason(sight, clause.verb, clause.right),
    "bound": bound_for,
}
