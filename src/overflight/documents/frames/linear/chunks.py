"""Noun phrases without a tagger: what stands between prepositions, articles, verbs, numbers and marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from overflight.documents.frames.linear.seams import NEW_BY_ORDER, OWNERS, Seam
from overflight.documents.frames.linear.units import Unit
from overflight.documents.frames.scene import MentionLike
from overflight.documents.languages import LanguageTable
from overflight.records.claim import Filler

BODIES = frozenset({"body", "company", "state", "authority", "people", "person", "name", "victims"})
THINGS = frozenset({"goods", "cargo", "plain"})


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase: its span with the article, what it stands for, and the roles that its preposition announces.

    nature: of its first noun that is known; `plain` where none is. marker: where its preposition begins. quantity: the
    number it begins with. names: the mentions inside. run: capitals at its end that are a name no gazetteer knows.
    is_object: followed by a word that marks objects.
    """

    start: int
    end: int
    nature: str
    marks: frozenset[str]
    marker: int
    quantity: Filler | None = None
    names: tuple[MentionLike, ...] = ()
    run: tuple[int, int] | None = None
    after_and: bool = False
    is_object: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether no preposition stands before it, as before subjects and objects."""
        return not self.marks


def chunks_of(text: str, table: LanguageTable, units: Iterable[Unit]) -> list[Chunk]:
    """The noun phrases of a row of words, in text order."""
    builder = _Builder(text, table)
    for unit in units:
        builder.take(unit)
    builder.close()
    return builder.found


@dataclass(slots=True)
class _Builder:
    """Puts units together; one walk, no way back."""

    text: str
    table: LanguageTable
    found: list[Chunk] = field(default_factory=list)
    open: list[Unit] = field(default_factory=list)
    marks: frozenset[str] = frozenset()
    marker: int = -1
    is_listed: bool = False
    _pending_of: Unit | None = None
    _held: list[Unit] = field(default_factory=list)

    def take(self, unit: Unit) -> None:
        """Lets a unit end the phrase, begin one or go on with it."""
        if unit.marker is not None:
            self._take_marker(unit)
        elif unit.sort == "object":
            self._end()
            if self.found and self.text[self.found[-1].end : unit.start].isspace():
                self.found[-1] = replace(self.found[-1], is_object=True)
        elif unit.sort == "pronoun":
            self._end()
            self.open = [unit]
            self._end()
        elif unit.sort in {"mark", "break", "verb", "adverb"}:
            self._end()
        elif unit.sort == "and":
            self._take_and()
        else:
            self._take_noun(unit)

    def close(self) -> None:
        """Ends the phrase that is open."""
        self.open += self._held
        self._held = []
        if (all(u.sort == "article" for u in self.open) and not self._is_pointing()) or self._is_small():
            self.open = []
        if self.open:
            self.found.append(_chunk(self.open, self.marks, self.marker, is_listed=self.is_listed))
        self.open, self.marks, self.marker, self.is_listed = [], frozenset(), -1, False

    def _is_small(self) -> bool:
        """German nouns have capitals: a phrase without any is none, but for pronouns."""
        return self.table.order == "V2" and not any(
            u.mention
            or u.quantity
            or u.sort in {"pronoun", "article"}
            or any(c.isupper() for c in self.text[u.start : u.end])
            for u in self.open
        )

    def _is_pointing(self) -> bool:
        """Whether a word like `these` stands alone behind a preposition."""
        return bool(self.marks) and len(self.open) == 1 and self.open[0].words[0] not in self.table.articles

    def _end(self) -> None:
        self.close()
        self._pending_of = None

    def _take_marker(self, unit: Unit) -> None:
        marker = unit.marker
        if self._is_indefinite(unit):
            self._take_noun(Unit(unit.start, unit.end, unit.words, "article"))
            return
        if marker is not None and "of" in marker.roles and self.open and self.open[-1].sort != "article":
            self._pending_of = unit
            return
        self._end()
        self.marks, self.marker = (marker.roles if marker else frozenset()), unit.start

    def _is_indefinite(self, unit: Unit) -> bool:
        """Whether a word for `of` is the article of a plural without one (`à des milices`, `des soldats ont livré`)."""
        if self.open or unit.words[0] not in self.table.grammar.get("indefinite", ()):
            return False
        return self.text[unit.end + 1 : unit.end + 2].islower()

    def _take_and(self) -> None:
        kept = self.marks, self.marker
        self._end()
        if self.found and kept[0]:
            self.marks, self.marker = kept
        self.is_listed = True

    def _take_noun(self, unit: Unit) -> None:
        if self._pending_of is not None:
            if unit.sort in {"article", "adjective"}:
                self._held.append(unit)
                return
            self._take_linked(unit, self._pending_of)
        elif self._is_genitive(unit):
            self._pending_of = unit
            self._held = [unit]
            return
        elif self.open and self._owns(unit):
            tail = [self.open.pop()] if self.open[-1].sort == "adjective" and len(self.open) > 1 else []
            self.close()
            self.marks, self.marker = frozenset({"of"}), (tail or [unit])[0].start
            self.open += tail
        elif self.open and self._parts(unit):
            self.close()
        self.open.append(unit)

    def _take_linked(self, unit: Unit, link: Unit) -> None:
        """What follows a word for `of`: a part of the phrase, or an owner that stands alone."""
        self._pending_of = None
        held, self._held = self._held, []
        is_common = _nature(self.open) == "place" and all(u.mention is None for u in self.open)
        is_place = bool(self.marks & {"via", "origin"}) and self.text[unit.start].isupper() and not is_common
        roles = link.marker.roles if link.marker else frozenset[str]()
        is_agent = "place" in self.marks and unit.nature in {"company", "authority"}
        is_agent = is_agent or (_nature(self.open) == "company" and self.table.order == "V2")
        is_place = is_place or ("actor" in roles and is_agent)
        if not is_place and _belongs(self.text, self.open, unit, self.table.order):
            self.open += held
            unit.is_part = unit.nature in OWNERS | {"people", "authority"}
            return
        self.close()
        self.marks, self.marker = (link.marker.roles if link.marker else frozenset({"of"})), link.start
        self.open = held

    def _is_genitive(self, unit: Unit) -> bool:
        """Whether an article behind a noun is that of a genitive (`der Junta`, `des Ministeriums`)."""
        return (
            unit.sort == "article"
            and bool(self.open)
            and self.open[-1].sort != "article"
            and unit.words[0] in self.table.grammar.get("genitive", ())
            and (bool(self.open[-1].nature) or self.text[self.open[-1].start].isupper())
        )

    def _owns(self, unit: Unit) -> bool:
        """Whether a unit right behind an aircraft or goods names whose they are, in a language of cases."""
        return "adjacent" in self.table.grammar.get("genitive", ()) and (
            (unit.nature in OWNERS - {"place"} and _nature(self.open) in {"craft", "goods", "cargo", "flight"})
            or (unit.nature == "craft" and _nature(self.open) == "flight")
        )

    def _parts(self, unit: Unit) -> bool:
        """Whether a unit begins a phrase of its own though no mark or preposition stands before it."""
        last = self.open[-1]
        if unit.nature == "date" or last.nature == "date":
            return True
        if last.mention is not None and last.nature in {"place", "state"} and self.text[unit.start - 1] in "«„“":
            return True
        if last.sort == "article":
            return False
        is_linked = self.table.order == "SOV" or "adjacent" in self.table.grammar.get("genitive", ())
        if unit.sort == "article" and is_linked and _nature(self.open) == "people":
            return False
        if unit.sort == "article" or unit.quantity is not None:
            return True
        is_new = NEW_BY_ORDER[self.table.order]
        return is_new(self.text, self.table, Seam(tuple(self.open), unit, self.marks, _nature(self.open)))


def _belongs(text: str, phrase: Sequence[Unit], unit: Unit, order: str) -> bool:
    """Whether what follows a word for `of` is part of the phrase: not the operator of an aircraft, not the maker of goods."""
    nature = _nature(phrase)
    if nature in {"date", "flight"} or unit.nature == "date":
        return False
    if order == "SOV":
        return nature == unit.nature == "people"
    if phrase[-1].nature == "place" and phrase[-1].mention is not None:
        return unit.nature not in OWNERS | {"", "goods", "cargo", "craft"}
    if nature in {"craft", "goods", "cargo"}:
        is_adjective = order == "SVO" and text[unit.end + 1 : unit.end + 2].isupper() and nature == "craft"
        return unit.nature not in OWNERS and not text[unit.start].isupper() and not is_adjective
    if phrase[-1].quantity is not None:
        return unit.nature not in OWNERS
    return True


def _nature(units: Sequence[Unit]) -> str:
    """What a phrase stands for: its first known noun; a place behind another noun is no place (`Gulf Breeze`)."""
    first = units[0]
    if len(units) > 1 and first.sort == "" and not first.nature and re.match("[\u0620-\u06d3]", first.words[0]):
        second = next((u.nature for u in units if u.nature), "plain")
        return "plain" if second == "place" else second
    units = [u for u in units if not u.is_part]
    return next((u.nature for u in units if u.nature and u.nature != "adjective"), "plain")


def _nature_of_all(units: Sequence[Unit]) -> str:
    if all(u.quantity is not None or u.sort == "article" for u in units):
        counted = next((u.quantity for u in units if u.quantity is not None), None)
        is_load = (
            counted is not None and counted.unit is not None and counted.unit.islower() and counted.unit != "percent"
        )
        return "pronoun" if counted is None else "cargo" if is_load else "count"
    if units[0].sort == "pronoun":
        return "pronoun"
    return _nature(units)


def _chunk(units: Sequence[Unit], marks: frozenset[str], marker: int, *, is_listed: bool) -> Chunk:
    return Chunk(
        start=units[0].start,
        end=units[-1].end,
        nature=_nature_of_all(units),
        marks=marks,
        marker=marker,
        quantity=next((u.quantity for u in units[:3] if u.quantity is not None), None),
        names=tuple(u.mention for u in units if u.mention is not None),
        after_and=is_listed,
    )
