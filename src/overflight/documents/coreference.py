"""Who `it`, `the plane` and `the airline` stand for: the nearest full mention before, else the first one after."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from overflight.documents.frames.ellipses import is_elliptic
from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.words import wordlist
from overflight.documents.voices.quotation import Quotations
from overflight.records.claim import Filler
from overflight.reference.gazetteers import load_gazetteer

_SPECIFIC = frozenset(
    {"organisation", "operator", "person", "place", "aircraft_type", "registration", "group", "government"}
)
_SINGULAR = frozenset({"it", "its"})
_SPEAKING = frozenset({"i", "me", "you"})
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "who"})


@dataclass(frozen=True, slots=True)
class Entity:
    """A mention that a later word may stand for.

    is_full: it names the thing or tells what it is for the first time. is_attributive: it only tells of what the noun behind it
    is (`US sanctions`). gender: `he` or `she` where a word tells. quotation: where
    the quotation begins that it stands in, -1 outside.
    """

    start: int
    end: int
    text: str
    nature: Nature
    norm: str | None
    is_full: bool
    is_subject: bool
    sentence: int
    is_plural: bool = False
    gender: str = ""
    quotation: int = -1
    is_attributive: bool = False


_LOOKED_AT = 60
"""Mentions before a pronoun that are weighed: more than any three sentences hold."""
_REACH_OF_ELLIPSIS = 2
_COUNTABLE = frozenset({Nature.AIRCRAFT, Nature.FLIGHT, Nature.GOODS, Nature.SHIPMENT, Nature.PEOPLE})
"""What a phrase without a noun may be one of."""
_COMMA = 2
"""Characters between a description and the name in apposition to it."""
_REACH = 3
"""Sentences back in which the one that a pronoun stands for is sought; what lies further is out of mind."""
_OF_A_COUNTRY = frozenset({Nature.PLACE, Nature.FORCE, Nature.GOVERNMENT})
_COMPANIES = frozenset({Nature.OPERATOR, Nature.ORGANISATION})
_SINGULARS = frozenset({"it", "its", "he", "she", "him", "her", "his"})
_PLURALS = frozenset({"they", "them", "their", "both"})
_GENDERS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}


def _agrees(entity: Entity, pronoun: str) -> bool:
    """Whether number and gender, where known, are the pronoun's; a company may be `they`."""
    if pronoun in _SINGULARS and entity.is_plural:
        return False
    if pronoun in _PLURALS and not entity.is_plural and entity.nature in {Nature.PERSON, Nature.AIRCRAFT}:
        return False
    return not (entity.gender and pronoun in _GENDERS and entity.gender != _GENDERS[pronoun])


def _salience(entity: Entity, here: int) -> float:
    """A subject stays in mind as long as the sentence after next, an object or adjunct but to the end of its own."""
    return 1.0 * entity.is_subject - 0.6 * (here - entity.sentence)


@dataclass(frozen=True, slots=True)
class Discourse:
    """All the things a report has spoken of, in text order."""

    entities: tuple[Entity, ...]
    _starts: tuple[int, ...] = field(repr=False, default=())
    quotations: Quotations = field(repr=False, default=Quotations(()))

    @classmethod
    def of(cls, sights: Sequence[Sight]) -> Discourse:
        """The discourse of a report's sentences."""
        quotations = Quotations.of(sights[0].scene.text) if sights else Quotations(())
        found = [_entity(sight, phrase, quotations) for sight in sights for phrase in sight.phrases]
        kept = tuple(sorted((e for e in found if e is not None), key=lambda e: e.start))
        return cls(kept, tuple(e.start for e in kept), quotations)

    def antecedent(self, offset: int, natures: frozenset[Nature], pronoun: str = "") -> Entity | None:
        """The full mention that a word at a place most likely stands for: a recent subject before a recent object, of the same
        number, gender and side of a quotation mark.
        """
        span = self.quotations.at(offset)
        side = span[0] if span is not None else -1
        k = bisect_left(self._starts, offset)
        here = self.entities[k - 1].sentence if k else 0
        fitting = [
            e
            for e in self.entities[max(0, k - _LOOKED_AT) : k]
            if e.nature in natures and e.end <= offset and here - e.sentence <= _REACH
            and (e.is_full or e.is_subject) and e.quotation == side and _agrees(e, pronoun)
        ]  # fmt: skip
        best = max(fitting, key=lambda e: (_salience(e, here), e.start), default=None)
        if best is None or best.is_full:
            return best
        return (
            self.antecedent(best.start, frozenset({best.nature}))
            or self.before(best.start, frozenset({best.nature}))
            or best
        )

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

    def counted(self, offset: int, natures: frozenset[Nature]) -> Entity | None:
        """What `another`, `the last` or `two more` is one of: the most salient mention of the last two sentences."""
        k = bisect_left(self._starts, offset)
        here = self.entities[k - 1].sentence if k else 0
        near = [
            e
            for e in self.entities[max(0, k - _LOOKED_AT) : k]
            if e.nature in natures and e.end <= offset and here - e.sentence <= _REACH_OF_ELLIPSIS
        ]
        return max(near, key=lambda e: (_salience(e, here), e.start), default=None)

    def country_before(self, offset: int, taken: set[str]) -> Entity | None:
        """The country named last before a place, but for those taken."""
        for k in range(bisect_left(self._starts, offset) - 1, -1, -1):
            entity = self.entities[k]
            norm = entity.norm or ""
            is_country = (
                entity.nature is Nature.PLACE and len(norm) == 2 and norm.isupper() and not entity.is_attributive
            )
            if is_country and norm not in taken:
                return entity
        return None

    def place_behind(self, offset: int) -> Entity | None:
        """The place that is named right behind a comma: `the capital, Naypyidaw`."""
        k = bisect_left(self._starts, offset)
        entity = self.entities[k] if k < len(self.entities) else None
        is_near = entity is not None and entity.start - offset <= _COMMA and entity.nature is Nature.PLACE
        return entity if is_near and entity is not None and entity.norm else None

    def countries_near(self, offset: int) -> set[str]:
        """The countries that the places, forces and governments named in this sentence and those before it belong to."""
        k = bisect_left(self._starts, offset)
        here = self.entities[k - 1].sentence if k else 0
        near = (e for e in self.entities[max(0, k - _LOOKED_AT) : k] if here - e.sentence <= _REACH)
        return {country_in(e.norm) for e in near if e.nature in _OF_A_COUNTRY and not e.is_attributive} - {""}

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
        if word in _SPEAKING:
            return Nature.PEOPLE
        if word in _SINGULAR:
            wanted = (
                frozenset({Nature.AIRCRAFT, Nature.OPERATOR, Nature.FLIGHT})
                if moving
                else frozenset({Nature.ORGANISATION, Nature.OPERATOR, Nature.GOVERNMENT, Nature.AIRCRAFT})
            )
            entity = self.before(start, wanted, full=False, within=3)
            return entity.nature if entity is not None else Nature.PRONOUN
        if is_elliptic(sight.text(phrase.first, phrase.last)):
            whole = self.counted(start, _COUNTABLE)
            return whole.nature if whole is not None else Nature.PRONOUN
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
    if is_elliptic(filler.text):
        whole = discourse.counted(filler.start, _COUNTABLE if role == "object" else _BY_ROLE[role])
        return filler if whole is None else replace(filler, coref=whole.text, norm=filler.norm or whole.norm)
    if len(words) == 1 and words[0] in _POINTING:
        natures = frozenset({Nature.PERSON}) if words[0] in _PERSONS else _BY_ROLE[role] - {Nature.PERSON}
    elif (
        words[0] in {"the", "this", "that", "its"}
        and filler.norm is None
        and words[-1] != _CAPITAL
        and len(words) <= 3
        and filler.text[4:] == filler.text[4:].lower()
    ):
        natures = frozenset({NOUNS.get(noun_base(words[-1])) or Nature.OTHER}) & (
            _BY_ROLE[role] | {Nature.OPERATOR, Nature.AIRCRAFT}
        )
    else:
        return filler
    pronoun = words[0] if len(words) == 1 else ""
    entity = discourse.antecedent(filler.start, natures, pronoun) if natures else None
    if entity is None and pronoun not in _PERSONS and natures:
        entity = discourse.before(filler.start, natures)
    if entity is None:
        return filler
    return replace(filler, coref=entity.text, norm=filler.norm or entity.norm)


_COUNTRY = frozenset({"country", "nation", "republic", "kingdom"})
_CAPITAL = "capital"
_ENDS = ("origin", "destination", "place", "via", "recipient")


def with_country(roles: Mapping[str, tuple[Filler, ...]], discourse: Discourse) -> dict[str, tuple[Filler, ...]]:
    """The roles with `the country` standing for the country last named that is not another end of the same claim, and `the
    capital` for the place named behind it, for that of its neighbours' country, or of the only country spoken of.
    """
    taken = {country_in(f.norm) for role in (*_ENDS, "actor") for f in roles.get(role, ()) if f.norm}
    found = {}
    for role, fillers in roles.items():
        beside = next(filter(None, (country_in(f.norm) for f in fillers)), "")
        capitals = tuple(_as_capital(f, beside, taken, discourse) if role in _ENDS else f for f in fillers)
        found[role] = tuple(_as_country(f, taken, discourse) if role in _ENDS else f for f in capitals)
    return found


def country_in(norm: str | None) -> str:
    """The code of the country that a place lies in, or that it or a force or a government is; empty where none is known."""
    code = (norm or "").rpartition(",")[2].rpartition(":")[2]
    return code if len(code) == 2 and code.isupper() else ""


def _as_capital(filler: Filler, beside: str, taken: set[str], discourse: Discourse) -> Filler:
    """`the capital` as the place named behind it, else of the country of its neighbours, else of the only country spoken of."""
    words = filler.text.lower().split()
    if filler.coref is not None or filler.norm or words[-1:] != [_CAPITAL] or words[0] not in {"the", "its", "their"}:
        return filler
    named = discourse.place_behind(filler.end)
    if named is not None:
        return replace(filler, norm=named.norm, coref=named.text)
    countries = {beside} if beside else discourse.countries_near(filler.start) - taken
    norm = _capital_norm(next(iter(countries))) if len(countries) == 1 else None
    return filler if norm is None else replace(filler, norm=norm)


@cache
def _capital_norm(country: str) -> str | None:
    """The norm of a state's seat of government, from the table alone (where it lies costs a third of a second)."""
    return next((e.norm for e in load_gazetteer("capitals") if e.more["country"] == country.upper()), None)


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


_FEMALE = frozenset(wordlist("ms mrs miss madame señora frau spokeswoman woman mother sister wife daughter chairwoman"))
_MALE = frozenset(wordlist("mr father brother husband son man chairman businessman king prince sheikh"))


def gender_of(words: Iterable[str]) -> str:
    """The pronoun that a person's titles ask for, `he` or `she`; empty where they tell nothing."""
    known = set(words)
    return "she" if known & _FEMALE else "he" if known & _MALE else ""


def _entity(sight: Sight, phrase: Phrase, quotations: Quotations) -> Entity | None:
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
        is_attributive=phrase.last + 1 < len(words) and words[phrase.last + 1].is_noun,
        is_subject=any(w.dep.startswith("nsubj") for w in words[phrase.first : phrase.last + 1]),
        sentence=sight.index,
        is_plural=words[phrase.head].tag in {"NNS", "NNPS"},
        gender=gender_of(w.lower for w in words[phrase.first : phrase.last + 1]),
        quotation=span[0] if (span := quotations.at(start)) is not None else -1,
    )
