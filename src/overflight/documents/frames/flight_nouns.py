"""Flights and visits named by a noun: `three flights from X to Y`, `the visit of a delegation`."""

from __future__ import annotations

from dataclasses import replace

from overflight.documents.frames.crafts import operator_name, quantity_of_flights
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, simple
from overflight.documents.frames.forms import form_index, noun_base
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.movement import ORDINARY
from overflight.documents.frames.noun_parts import noun_draft, phrases_after, places_after, possessor
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.places import route_inside
from overflight.documents.frames.tree import Word
from overflight.documents.frames.visitors import TRAVELLERS, visitor
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind, Filler

_HAPPENING = form_index(
    wordlist("""take occur happen follow come begin record log note observe count register detect document track report
use make""")
)
"""Verbs that say of a flight no more than that there was one."""
_PLANNING = form_index(wordlist("plan schedule pencil foresee slate expect book file request apply set earmark"))
"""Verbs that say of a flight that it is to come."""
_SERVICE = form_index(
    wordlist(
        "add launch introduce open resume suspend cancel offer sell restore halt cut increase reduce advertise inaugurate"
    )
)
"""What an airline does with its timetable."""
_STRICT = frozenset(
    wordlist("flight landing arrival departure rotation sortie take-off takeoff touchdown overflight run hop")
)
"""Nouns that name one movement of an aircraft; a trip or journey may be anybody's."""


def flights_of_noun(sight: Sight, phrase: Phrase) -> Draft | None:
    """`three flights from X to Y`, `the Yangon–Vientiane run`, `a landing at Z on 3 May`."""
    words = sight.tree.words
    if _is_of_timetable(sight, phrase):
        return None
    after = phrases_after(sight, phrase)
    roles = {**route_inside(sight, phrase), **places_after(sight, after), **_crafts(sight, phrase, after)}
    count = quantity_of_flights(sight, phrase)
    if count:
        roles["count"] = count
    joined = " ".join(w.lower for w in words[phrase.last + 1 : phrase.last + 5])
    if "to or from" in joined or "to and from" in joined:
        roles["place"] = roles.pop("origin", ()) or roles.pop("destination", ())
    told = sum(bool(roles.get(r)) for r in ("origin", "destination", "aircraft", "actor", "place", "via"))
    dated, is_planned = _told_of(sight, phrase, after)
    is_counted = bool(count) and words[phrase.first].tag == "CD" and not _is_part(sight, phrase)
    if (
        told + bool(count) + is_planned < 2
        and not is_counted
        and not (count and _is_predicate(sight, phrase))
        and not (dated and noun_base(words[phrase.head].lower) in _STRICT)
    ):
        return None
    last = max([phrase.last, *(p.last for p in after)])
    made = noun_draft(sight, phrase, last, ClaimKind.FLIGHT, None, "flight.noun", roles)
    if dated:
        made = replace(made, right=max(made.right, words[dated].end))
    return replace(made, modality="planned") if is_planned else made


def _is_predicate(sight: Sight, phrase: Phrase) -> bool:
    """`It was the fourth such flight this month`: a flight told by to be."""
    words = sight.tree.words
    before = [w.lower for w in words[max(0, phrase.first - 3) : phrase.first]]
    return bool({"it", "this", "that"} & set(before)) and bool({"was", "is", "'s", "been"} & set(before[-1:]))


def _is_part(sight: Sight, phrase: Phrase) -> bool:
    """Whether a number counts some of flights already told of (`at least four of the trips`)."""
    words = sight.tree.words[phrase.first : phrase.head]
    return any(w.lower in {"the", "these", "those", "its", "their"} for w in words) or any(
        w.lower == "of" for w in sight.tree.words[max(0, phrase.first - 2) : phrase.first + 2]
    )


def _is_of_timetable(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase speaks of services that an airline adds, sells or drops, or of flights for passengers."""
    words = sight.tree.words
    if any(w.lower in ORDINARY for w in words[phrase.first : phrase.head]):
        return True
    above = words[words[phrase.head].head]
    return above.i < phrase.first and above.is_verb and above.lower in _SERVICE


def _crafts(sight: Sight, phrase: Phrase, after: tuple[Phrase, ...]) -> dict[str, tuple[Filler, ...]]:
    """Whose flight it was and what flew: `the carrier's third trip`, `flights of X`, `a flight by a Condor Alba Il-76`."""
    roles: dict[str, tuple[Filler, ...]] = {}
    owner = possessor(sight, phrase)
    if owner is not None:
        roles["actor"] = (owner,)
    ways = {"of", "by", "with", "aboard"}
    craft = next((p for p in after[:3] if p.preposition in ways and p.nature is Nature.AIRCRAFT), None)
    if craft is not None:
        roles |= _craft_inside(sight, craft)
    bodies = {Nature.OPERATOR, Nature.ORGANISATION}
    operator = next((p for p in after[:3] if p.preposition in {"of", "by"} and p.nature in bodies), None)
    if operator is not None and "actor" not in roles:
        roles["actor"] = (operator_name(sight, operator),)
    return roles


def _told_of(sight: Sight, phrase: Phrase, after: tuple[Phrase, ...]) -> tuple[int, bool]:
    """The last word of the day on which a flight is said to have been or to come (0 for none), and whether it is to come."""
    words = sight.tree.words
    start = max([phrase.last, *(p.last for p in after)])
    own = next((p for p in after if p.mention_kind == "date"), None)
    group = [w for w in words[start + 1 : start + 6] if w.is_verb or w.tag == "MD"]
    day = own or next((p for p in sight.phrases if start < p.first <= start + 9 and p.mention_kind == "date"), None)
    above = words[words[phrase.head].head]
    asked = above.i < phrase.first and above.lower in _PLANNING
    if asked or _is_down_for(words, start):
        return (day.last if day else 0), True
    if not group or group[0].i > start + 2:
        return (own.last if own else 0), False
    is_planned = any(w.lower in _PLANNING for w in group) or any(
        w.lower in {"due", "down", "upcoming"} for w in words[group[0].i : group[0].i + 3]
    )
    is_told = is_planned or group[-1].lower in _HAPPENING
    return (day.last if day and (is_told or own is not None) else 0), is_planned


_SHEETS = frozenset(wordlist("sheet list schedule roster board timetable programme program slots"))


def _is_down_for(words: tuple[Word, ...], last: int) -> bool:
    """Whether a flight stands on a sheet of those to come: `… down for 4 July`, `is on the agent's sheet for tomorrow`."""
    behind = [w.lower for w in words[last + 1 : last + 9]]
    if "for" not in behind:
        return False
    before = behind[: behind.index("for")]
    is_listed = "on" in before and bool(_SHEETS & set(before)) and bool({"is", "are"} & set(before))
    return before[-1:] == ["down"] or is_listed


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
    first = sight.tree.words[phrase.first]
    if first.lower in {"his", "her"} and phrase.first < phrase.head:
        owner = sight.filler(phrase.first, phrase.first)
    roles = {k: v for k, v in places_after(sight, after).items() if k in {"destination", "origin"}}
    if guest is not None:
        roles["actor"] = (visitor(sight, guest),)
    elif owner is not None and roles.get("destination") and _is_craft(owner):
        last = max((p.last for p in after), default=phrase.last)
        return noun_draft(sight, phrase, last, ClaimKind.FLIGHT, None, "flight.noun", {**roles, "aircraft": (owner,)})
    elif owner is not None and roles.get("destination") and (_is_person(sight, phrase) or first.tag == "PRP$"):
        roles["actor"] = (owner,)
    else:
        return None
    last = max((p.last for p in after), default=phrase.last)
    return noun_draft(sight, phrase, last, ClaimKind.VISIT, None, "visit.noun", roles)


def _is_craft(owner: Filler) -> bool:
    """Whether an aircraft stands before the noun: `the plane's second visit to X` is a flight."""
    return NOUNS.get(owner.text.split()[-1].casefold()) is Nature.AIRCRAFT


def _is_person(sight: Sight, phrase: Phrase) -> bool:
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
