"""Who `it`, `the plane` and `the airline` stand for: the nearest full mention before, else the first one after."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import NOUNS, TITLES, Nature
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.words import wordlist
from overflight.documents.proper_names import slug
from overflight.records.claim import Filler

_SPECIFIC = frozenset(
    {"organisation", "operator", "person", "place", "aircraft_type", "registration", "group", "government"}
)
_SINGULAR = frozenset({"it", "its"})
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "who"})


@dataclass(frozen=True, slots=True)
class Entity:
    """A mention that a later word may stand for; is_full where it names the thing or tells what it is for the first time."""

    start: int
    end: int
    text: str
    nature: Nature
    norm: str | None
    is_full: bool
    is_subject: bool
    sentence: int


@dataclass(frozen=True, slots=True)
class Discourse:
    """All the things a report has spoken of, in text order."""

    entities: tuple[Entity, ...]
    _starts: tuple[int, ...] = field(repr=False, default=())

    @classmethod
    def of(cls, sights: Sequence[Sight]) -> Discourse:
        """The discourse of a report's sentences."""
        found = [_entity(sight, phrase) for sight in sights for phrase in sight.phrases]
        kept = tuple(sorted((e for e in found if e is not None), key=lambda e: e.start))
        return cls(kept, tuple(e.start for e in kept))

    def before(
        self, offset: int, natures: frozenset[Nature], *, full: bool = True, within: int | None = None
    ) -> Entity | None:
        """The nearest mention of such a thing before a place; within: at most so many sentences back."""
        k = bisect_left(self._starts, offset) - 1
        here = self.entities[k].sentence if k >= 0 else 0
        while k >= 0:
            entity = self.entities[k]
            if within is not None and here - entity.sentence > within:
                return None
            if entity.nature in natures and (entity.is_full or not full) and entity.end <= offset:
                return entity
            k -= 1
        return None

    def country_before(self, offset: int, taken: set[str]) -> Entity | None:
        """The country named last before a place, but for those taken."""
        for k in range(bisect_left(self._starts, offset) - 1, -1, -1):
            entity = self.entities[k]
            norm = entity.norm or ""
            if entity.nature is Nature.PLACE and len(norm) == 2 and norm.isupper() and norm not in taken:
                return entity
        return None

    def nature_of(self, sight: Sight, phrase: Phrase | None, *, moving: bool = True) -> Nature:
        """What a phrase stands for; a pronoun stands for what was last spoken of that fits it."""
        if phrase is None:
            return Nature.OTHER
        if phrase.nature is not Nature.PRONOUN:
            return phrase.nature
        word = sight.tree.words[phrase.head].lower
        start = sight.tree.words[phrase.first].start
        if word in _PERSONAL:
            person = self.before(start, frozenset({Nature.PERSON, Nature.PEOPLE}), full=False)
            craft = self.before(start, frozenset({Nature.AIRCRAFT, Nature.OPERATOR}), full=False)
            return Nature.PERSON if person is not None or craft is None else Nature.AIRCRAFT
        if word in _SINGULAR:
            wanted = (
                frozenset({Nature.AIRCRAFT, Nature.OPERATOR, Nature.FLIGHT})
                if moving
                else frozenset({Nature.ORGANISATION, Nature.OPERATOR, Nature.GOVERNMENT, Nature.AIRCRAFT})
            )
            entity = self.before(start, wanted, full=False, within=3)
            return entity.nature if entity is not None else Nature.PRONOUN
        wanted = frozenset(
            {Nature.PEOPLE, Nature.AIRCRAFT, Nature.GOODS, Nature.OPERATOR, Nature.ORGANISATION, Nature.PERSON}
        )
        entity = self.before(start, wanted, full=False, within=2)
        return entity.nature if entity is not None else Nature.PRONOUN

    def stands_for(self, filler: Filler, natures: frozenset[Nature]) -> Entity | None:
        """The full mention that a pronoun or a bare description stands for."""
        return self.before(filler.start, natures)


_POINTING = frozenset({"it", "he", "she", "they", "him", "her", "them", "who", "there", "both"})
_BY_ROLE: dict[str, frozenset[Nature]] = {
    "aircraft": frozenset({Nature.AIRCRAFT}),
    "carrier": frozenset({Nature.AIRCRAFT, Nature.OPERATOR}),
    "actor": frozenset({Nature.OPERATOR, Nature.ORGANISATION, Nature.PERSON}),
    "object": frozenset({Nature.OPERATOR, Nature.ORGANISATION, Nature.PERSON}),
    "pilot": frozenset({Nature.PERSON}),
    "recipient": frozenset({Nature.GOVERNMENT, Nature.FORCE}),
    "destination": frozenset({Nature.PLACE}),
}
"""What a pronoun in a role may stand for."""
_PERSONS = frozenset({"he", "she", "him", "her", "who"})


def referred(role: str, filler: Filler, discourse: Discourse) -> Filler:
    """The filler with the mention that it stands for, where it is a pronoun or a description with an article."""
    words = filler.text.lower().split()
    if filler.coref is not None or not words or role not in _BY_ROLE:
        return filler
    if len(words) == 1 and words[0] in _POINTING:
        natures = frozenset({Nature.PERSON}) if words[0] in _PERSONS else _BY_ROLE[role] - {Nature.PERSON}
    elif (
        words[0] in {"the", "this", "that", "its"}
        and filler.norm is None
        and len(words) <= 3
        and filler.text[4:] == filler.text[4:].lower()
    ):
        natures = frozenset({NOUNS.get(noun_base(words[-1])) or Nature.OTHER}) & (
            _BY_ROLE[role] | {Nature.OPERATOR, Nature.AIRCRAFT}
        )
    else:
        return filler
    entity = discourse.before(filler.start, natures) if natures else None
    if entity is None:
        return filler
    return replace(filler, coref=entity.text, norm=filler.norm or entity.norm)


_COUNTRY = frozenset({"country", "nation", "republic", "kingdom"})
_ENDS = ("origin", "destination", "place", "via", "recipient")


def with_country(roles: Mapping[str, tuple[Filler, ...]], discourse: Discourse) -> dict[str, tuple[Filler, ...]]:
    """The roles with `the country` standing for the country last named that is not another end of the same claim."""
    taken = {(f.norm or "")[-2:] for role in (*_ENDS, "actor") for f in roles.get(role, ()) if f.norm}
    return {
        role: tuple(_as_country(f, taken, discourse) if role in _ENDS else f for f in fillers)
        for role, fillers in roles.items()
    }


def _as_country(filler: Filler, taken: set[str], discourse: Discourse) -> Filler:
    words = filler.text.lower().split()
    if filler.coref is not None or filler.norm or len(words) < 2 or words[0] not in {"the", "this", "that"}:
        return filler
    if words[-1] not in _COUNTRY:
        return filler
    entity = discourse.country_before(filler.start, taken)
    return filler if entity is None else replace(filler, coref=entity.text, norm=entity.norm)


def outside(entity: Entity) -> Filler:
    """A mention outside the quotation as a filler."""
    return Filler(text=entity.text, start=entity.start, end=entity.end, norm=entity.norm, outside_quote=True)


def _entity(sight: Sight, phrase: Phrase) -> Entity | None:
    if phrase.nature in {Nature.PRONOUN, Nature.TIME, Nature.MONEY, Nature.LIST}:
        return None
    words = sight.tree.words
    start, end = words[phrase.first].start, words[phrase.last].end
    norm = phrase.norm
    named = phrase.mention_kind in _SPECIFIC or any(w.is_name for w in words[phrase.first : phrase.last + 1])
    indefinite = words[phrase.first].lower in {"a", "an"}
    if named and phrase.nature in {Nature.OPERATOR, Nature.ORGANISATION}:
        from overflight.documents.frames.crafts import operator_name

        name = operator_name(sight, phrase)
        start, end, norm = name.start, min(name.end, end), name.norm or norm
    return Entity(
        start=start,
        end=end,
        text=sight.scene.text[start:end],
        nature=phrase.nature,
        norm=norm,
        is_full=named or indefinite,
        is_subject=words[phrase.head].dep.startswith("nsubj"),
        sentence=sight.index,
    )


def with_short_names(sights: Sequence[Sight]) -> tuple[Sight, ...]:
    """The sights with each short name (`Ghasemi`, `Tondar`) standing for the long one that the report gives elsewhere."""
    known = _bodies(sights)
    for sight in sights:
        for phrase in sight.phrases:
            for short in _short_forms(sight, phrase):
                known.setdefault(short, (phrase.nature, phrase.norm, phrase.mention_kind))
    return tuple(
        replace(sight, phrases=tuple(_normed(sight, _lengthened(sight, phrase, known)) for phrase in sight.phrases))
        for sight in sights
    )


def _bodies(sights: Sequence[Sight]) -> dict[str, tuple[Nature, str | None, str | None]]:
    """Names that the text itself calls a company: `the carrier X`, `X, a firm …`, `the Airbus of X`, `operated by X`."""
    found: dict[str, tuple[Nature, str | None, str | None]] = {}
    for sight in sights:
        words = sight.tree.words
        for k, phrase in enumerate(sight.phrases):
            if phrase.mention_kind not in {None, "place"} or not words[phrase.head].is_name:
                continue
            name = _name_of(sight, phrase)
            inside = {NOUNS.get(noun_base(w.lower)) for w in words[phrase.first : phrase.head] if not w.is_name}
            following = sight.phrases[k + 1] if k + 1 < len(sight.phrases) else None
            before = sight.phrases[k - 1] if k else None
            is_apposed = (
                following is not None
                and following.first == phrase.last + 2
                and words[phrase.last + 1].text == ","
                and following.nature in _COMPANIES
                and words[following.first].lower in {"a", "an", "the"}
            )
            has_craft = (
                before is not None
                and before.nature is Nature.AIRCRAFT
                and before.last == phrase.first - 2
                and phrase.preposition == "of"
                and len(name.split()) > 1
            )
            is_operating = (
                phrase.preposition == "by"
                and phrase.first > 1
                and words[phrase.first - 2].lower in {"operated", "owned", "chartered", "manufactured", "assembled"}
                and phrase.nature is not Nature.PLACE
            )
            if (
                phrase.preposition in {"in", "at", "into"}
                and phrase.nature is Nature.PERSON
                and words[phrase.first].lower not in TITLES
            ):
                found.setdefault(name, (Nature.PLACE, None, None))
                continue
            if inside & _COMPANIES or is_apposed or has_craft or is_operating:
                nature = Nature.OPERATOR if Nature.OPERATOR in inside or has_craft else Nature.ORGANISATION
                found[name] = (nature, f"org:{slug(name)}", "organisation")
    return found


_COMPANIES = frozenset({Nature.OPERATOR, Nature.ORGANISATION})


def _name_of(sight: Sight, phrase: Phrase) -> str:
    """The capitalised words of a phrase, from the last common noun on."""
    words = sight.tree.words[phrase.first : phrase.head + 1]
    first = max(
        (k + 1 for k, w in enumerate(words) if not w.is_name and w.lower not in {"de", "of", "al", "el", "la"}),
        default=0,
    )
    return " ".join(w.text for w in words[first:])


def _short_forms(sight: Sight, phrase: Phrase) -> tuple[str, ...]:
    words = sight.tree.words
    names = [w.text for w in words[phrase.first : phrase.head + 1] if w.is_name and w.text[:1].isupper()]
    if len(names) < 2:
        return ()
    if phrase.nature is Nature.PERSON:
        return (names[-1],)
    if phrase.nature in {Nature.OPERATOR, Nature.ORGANISATION} and names[0].lower() not in _COMMON_FIRST:
        return (names[0], " ".join(names[:2])) if len(names) > 2 else (names[0],)
    return ()


_COMMON_FIRST = frozenset(wordlist("islamic iranian national the red air ministry united international state"))


def _lengthened(sight: Sight, phrase: Phrase, known: dict[str, tuple[Nature, str | None, str | None]]) -> Phrase:
    if (phrase.mention_kind is not None and phrase.norm is not None) or phrase.nature not in {
        Nature.OTHER,
        Nature.PERSON,
        Nature.PLACE,
    }:
        return phrase
    words = sight.tree.words[phrase.first : phrase.head + 1]
    names = _name_of(sight, phrase)
    found = known.get(names) if names else None
    if found is None or not words[-1].is_name:
        return phrase
    return replace(phrase, nature=found[0], norm=phrase.norm or found[1], mention_kind=phrase.mention_kind or found[2])


def _normed(sight: Sight, phrase: Phrase) -> Phrase:
    """The phrase with an id made of its name, where it names a person or a body that no table knows."""
    words = sight.tree.words
    if phrase.norm is not None or not words[phrase.head].is_name or phrase.nature not in _NAMED:
        return phrase
    name = " ".join(w for w in _name_of(sight, phrase).split() if w.lower() not in TITLES)
    return replace(phrase, norm=f"{_NAMED[phrase.nature]}:{slug(name)}") if name else phrase


_NAMED = {Nature.PERSON: "person", Nature.OPERATOR: "org", Nature.ORGANISATION: "org"}
