"""Where one noun phrase ends and the next begins without a mark or a preposition between: by the order of the language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from overflight.documents.frames.linear.units import Unit
from overflight.documents.languages import LanguageTable

OWNERS = frozenset({"body", "company", "name", "person", "place", "state"})
"""What goods and aircraft belong to."""
_MOVERS = frozenset({"craft", "company", "people", "body", "flight"})
_LOADS = frozenset({"goods", "cargo"})


@dataclass(frozen=True, slots=True)
class Seam:
    """A phrase, the word behind it, the roles of the phrase's preposition, and what the phrase stands for."""

    phrase: tuple[Unit, ...]
    unit: Unit
    marks: frozenset[str]
    nature: str

    @property
    def last(self) -> Unit:
        """The phrase's last word."""
        return self.phrase[-1]


def _verb_first(text: str, table: LanguageTable, seam: Seam) -> bool:
    """Arabic: the article tells; a company or an authority with it is complete before a person or goods."""
    unit, last = seam.unit, seam.last
    is_named = seam.nature in {"company", "authority", "people", "craft"} and len(seam.phrase) > 1
    if is_named and unit.nature in _LOADS and unit.nature != seam.nature:
        return True
    if unit.words[0].startswith("ال") and any(u.words[0].endswith(("ون", "ين")) for u in seam.phrase):
        return True
    if seam.nature in {"company", "authority"} and unit.nature == "people" and is_definite(last) and is_definite(unit):
        return True
    if unit.mention is not None and unit.nature == "place" and last.words[0].startswith("ال"):
        return True
    return is_definite(last) and not is_definite(unit) and unit.nature != "name"


def is_definite(unit: Unit) -> bool:
    """Arabic: a word with the article, or a name; the definite that an indefinite follows is at its end."""
    return (unit.mention is not None and unit.nature != "goods") or bool(
        re.match("(?:و|ف)?(?:ال|لل|بال|كال)", unit.words[0])
    )


def _verb_second(text: str, table: LanguageTable, seam: Seam) -> bool:
    """German: what has no capital belongs to no noun before it; goods are no apposition."""
    is_noun = text[seam.last.start].isupper()
    return is_noun and (text[seam.unit.start].islower() or seam.unit.nature in _LOADS)


def _verb_middle(text: str, table: LanguageTable, seam: Seam) -> bool:
    """A place ends its phrase; where nouns hang on each other by case, before an adjective and an unknown town before a body."""
    unit, last = seam.unit, seam.last
    if unit.nature == "place" and seam.nature == "goods":
        return "datives" in table.grammar and unit.words[-1].endswith(table.grammar["datives"])
    if "adjacent" in table.grammar.get("genitive", ()):
        if last.mention is not None and last.nature == "place" and unit.sort == "adjective":
            return text[unit.start].islower()
        is_town = "place" in seam.marks and len(seam.phrase) == 1 and text[last.start].isupper()
        if is_town and unit.nature in {"company", "authority"}:
            return text[unit.start].islower()
    if last.nature not in {"place", "state"}:
        return False
    is_noun = bool(unit.nature) and unit.mention is None and unit.nature != "place"
    return is_noun or unit.nature in _LOADS | {"craft"}


def _verb_last(text: str, table: LanguageTable, seam: Seam) -> bool:
    """Persian: nothing stands between subject, place and object; what each stands for tells them apart."""
    unit, last = seam.unit, seam.last
    if seam.nature == "authority" and unit.nature == "people":
        return True
    is_place = bool(seam.marks & {"place", "origin", "destination"}) and seam.nature in {"plain", "place"}
    if unit.nature in _LOADS and (seam.nature in _MOVERS or is_place):
        return True
    if unit.nature in {"craft", "company"} and seam.nature == "flight":
        return True
    if unit.nature == "company" and last.nature in {"place", "state"} and len(seam.phrase) == 1:
        return True
    return last.mention is not None and last.nature in OWNERS and unit.nature not in OWNERS | {""}


NEW_BY_ORDER: Mapping[str, Callable[[str, LanguageTable, Seam], bool]] = {
    "VSO": _verb_first,
    "V2": _verb_second,
    "SVO": _verb_middle,
    "SOV": _verb_last,
}
"""Whether a word begins a phrase of its own, by the order of subject, verb and object."""
