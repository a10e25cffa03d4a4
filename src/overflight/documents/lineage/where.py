"""How far two places agree, whatever they are told by: a field, its town, a town nearby, the state."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from overflight.documents.lineage.keys import WORD, content_keys, key_of, overlap
from overflight.records.claim import Filler
from overflight.reference.airports import load_airports
from overflight.reference.places import Place, find_place, places_named
from overflight.units import distance_nm

BESIDE_NM = 10.0
"""Distance within which a field and a town are one place told in two ways, nautical miles: a base is told by the town at
its gate."""

FAR_NM = 35.0
"""Distance from which two places are two for certain, nautical miles: main airports lie up to 30 from their city."""

FIELD_WORDS = frozenset({"#airport", "#airbase", "#apron", "international", "military"})
"""Words after which the name of a field's town stands alone."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as a claim gives it: its state (ISO alpha-2), its town as folded words, where it lies; each may be unknown."""

    country: str | None = None
    town: str | None = None
    at: tuple[float, float] | None = None


@lru_cache(maxsize=4096)
def spot_of(norm: str | None, text: str) -> Spot:
    """The place that a norm stands for, else the only one that bears the name in the text."""
    value = (norm or "").strip()
    if value.startswith(("gov:", "mil:")):
        value = value.split(":", 1)[1]
    if len(value) == 2 and value.isupper():
        return Spot(country=value)
    known = find_place(value) if value else _only_place(text)
    if "," in value:
        town, _, country = value.rpartition(",")
        return Spot(country.strip().upper(), _words(town), _point(known))
    fields = load_airports().by_code(value) if len(value) in {3, 4} and value.isupper() else ()
    if fields:
        field = fields[0]
        return Spot(field.country, _words(field.municipality or field.name), (field.latitude, field.longitude))
    if known is not None and not known.is_country:
        return Spot(known.country, _words(known.name), _point(known))
    return Spot(known.country if known else None, None if known else _words(text) or None)


def _only_place(text: str) -> Place | None:
    """The place of this name, or of what is left of it without the words for a field; None if several bear it."""
    named = places_named(text)
    if not named:
        words = [w for w in WORD.findall(text) if key_of(w) is not None and key_of(w) not in FIELD_WORDS]
        named = places_named(" ".join(words))
    return named[0] if len({p.country for p in named}) == 1 else None


def _words(name: str) -> str:
    return " ".join(sorted(content_keys(name)))


def _point(place: Place | None) -> tuple[float, float] | None:
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def compare_places(a: Filler, b: Filler) -> float:
    """1 the same town or country, 0.8 a field told by its town or a town nearby, 0.6 a town and its country, -1 others."""
    one, other = spot_of(a.norm, a.coref or a.text), spot_of(b.norm, b.coref or b.text)
    if one.country and other.country and one.country != other.country:
        return -1.0
    if one.town and other.town:
        return _compare_towns(one, other, a, b)
    if one.country and other.country:
        return 1.0 if one.town is None and other.town is None else 0.6
    return 0.0


def _compare_towns(one: Spot, other: Spot, a: Filler, b: Filler) -> float:
    if one.town == other.town:
        return 1.0
    if one.at and other.at:
        apart_nm = distance_nm(*one.at, *other.at)
        return 0.8 if apart_nm <= BESIDE_NM else -0.5 if apart_nm >= FAR_NM else 0.0
    shared = overlap(frozenset((one.town or "").split()), frozenset((other.town or "").split()))
    if max(shared, overlap(content_keys(a.text), content_keys(b.text))) >= 0.5:
        return 0.8
    return -0.5 if one.country and other.country else 0.0
