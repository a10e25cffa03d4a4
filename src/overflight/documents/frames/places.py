"""The ends of a movement: which place a phrase names, and which end its preposition makes of it."""

from __future__ import annotations

from itertools import pairwise

from overflight.documents.frames import verbs
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.fillers import Sight, several
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.records.claim import Filler

_DESTINATION = frozenset(
    {
        "to",
        "into",
        "in",
        "at",
        "on",
        "onto",
        "towards",
        "toward",
        "back to",
        "for",
        "bound for",
        "headed for",
        "destined for",
        "en route to",
        "on to",
        "outside",
        "near",
        "outside of",
        "as far as",
    }
)


def places_of(sight: Sight, clause: Clause, lemma: str) -> dict[str, tuple[Filler, ...]]:
    """The origin, destination, via and place that the prepositions of a clause name."""
    found: dict[str, list[Filler]] = {}
    for phrase in clause.complements:
        if phrase.preposition == "between" and is_place(sight, phrase):
            ends = several(sight, phrase)
            if len(ends) == 2:
                found["origin"], found["destination"] = [ends[0]], [ends[1]]
            continue
        role = _place_role(sight, clause, phrase, lemma)
        if role is None or not is_place(sight, phrase):
            continue
        fillers = several(sight, phrase, places=True)
        known = {f.start for f in found.get(role, [])}
        found.setdefault(role, []).extend(f for f in fillers if f.start not in known)
    return {role: tuple(fillers) for role, fillers in found.items()}


_SITES = frozenset(
    {"plant", "plants", "factory", "factories", "workshop", "shipyard", "arsenal", "university", "institute"}
)
"""Bodies that are places too, where somebody goes to them."""


def is_place(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase names a place; a name that no table knows is one after a preposition of place or as a goal."""
    if phrase.nature is Nature.PLACE or phrase.mention_kind == "place":
        return True
    word = sight.tree.words[phrase.head]
    if word.lower in _SITES and phrase.nature is Nature.ORGANISATION:
        return phrase.preposition in {"", "at", "in", "to", "into", "around", "inside"}
    if word.lower in {"country", "state", "republic", "kingdom", "nation"} and not word.is_name:
        return phrase.preposition in {"", "in", "into", "to", "from", "out of", "through", "via", "back to"}
    unknown = phrase.mention_kind is None and phrase.nature in {Nature.OTHER, Nature.PERSON}
    return (
        unknown
        and word.is_name
        and word.text[:1].isupper()
        and phrase.preposition
        in {
            "",
            "to",
            "from",
            "in",
            "at",
            "via",
            "into",
            "back to",
            "through",
            "on to",
            "towards",
            "toward",
            "for",
            "between",
            "outside",
            "near",
        }
    )


def _place_role(sight: Sight, clause: Clause, phrase: Phrase, lemma: str) -> str | None:
    preposition = phrase.preposition
    words = sight.tree.words
    since = clause.verb + 1 if clause.verb < phrase.first else 0
    before = [w.lower for w in words[max(since, phrase.first - 7) : phrase.first]]
    if preposition in {"via", "through", "by way of", "with stops in"}:
        return "via"
    if (
        preposition in {"in", "at"}
        and any(w.startswith(("stop", "refuel", "layover", "transit", "technical")) for w in before)
        and lemma not in {"stop"}
    ):
        return "via"
    if preposition in {"from", "out of", "off"}:
        return "origin"
    if preposition == "" and phrase.first > clause.verb:
        return "destination" if words[phrase.head].lower in {"there", "here"} else None
    if preposition == "for":
        return "destination" if lemma in verbs.DEPART | {"head", "make", "set", "bind"} else None
    if preposition not in _DESTINATION:
        return None
    if phrase.first < clause.verb and preposition in {"in", "at", "on"} and lemma not in verbs.ARRIVE | verbs.STAY:
        return None
    if preposition in {"in", "at", "on", "near", "outside"}:
        if phrase.first > clause.verb and _follows_place(sight, phrase):
            return None
        if lemma in verbs.GO | verbs.DEPART:
            return None
        return "destination"
    return "destination"


def _follows_place(sight: Sight, phrase: Phrase) -> bool:
    """Whether `in …` only says where the place before it lies (`Bandar Abbas in southern Iran`)."""
    k = phrase_position(sight.phrases, phrase)
    before = sight.phrases[k - 1] if k else None
    is_end = before is not None and before.preposition != "of"
    return before is not None and is_end and before.nature is Nature.PLACE and before.last == phrase.first - 2


def route_inside(sight: Sight, phrase: Phrase) -> dict[str, tuple[Filler, ...]]:
    """Both ends of a route inside a flight's own phrase: `two more Yangon–Vientiane runs`."""
    words, text = sight.tree.words, sight.scene.text
    inside = [m for m in sight.scene.within(words[phrase.first].start, words[phrase.last].end) if m.kind == "place"]
    for first, second in pairwise(inside):
        if text[first.end : second.start].strip() in {"-", "–", "—", "to", "/"}:
            return {
                "origin": (_mention_filler(sight, first.start, first.end, first.norm),),
                "destination": (_mention_filler(sight, second.start, second.end, second.norm),),
            }
    return {}


def places_inside(sight: Sight, phrase: Phrase) -> dict[str, tuple[Filler, ...]]:
    """A place inside a flight's own phrase is where it went: `the Port Sudan rotation`; a route names both ends."""
    route = route_inside(sight, phrase)
    if route:
        return route
    words = sight.tree.words
    inside = [m for m in sight.scene.within(words[phrase.first].start, words[phrase.last].end) if m.kind == "place"]
    return {"destination": (_mention_filler(sight, inside[0].start, inside[0].end, inside[0].norm),)} if inside else {}


def _mention_filler(sight: Sight, start: int, end: int, norm: str | None) -> Filler:
    return Filler(text=sight.scene.text[start:end], start=start, end=end, norm=norm)
