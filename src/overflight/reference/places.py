"""Places by name and by norm: states, capitals, towns and airfields with their aliases and old names, and where they lie."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from overflight.reference.airports import fold_place
from overflight.reference.gazetteers import Entry, load_gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A state (norm `IR`), a town (`Port Sudan,SD`) or an airfield (`PZU`).

    country: ISO 3166 alpha-2; `XZ` is international waters. latitude and longitude in degrees, None for states and where
    the table does not give them. names: every form the tables know, the usual English one first.
    """

    norm: str
    name: str
    country: str
    names: tuple[str, ...]
    latitude: float | None = None
    longitude: float | None = None

    @property
    def is_country(self) -> bool:
        """Whether the place is a state."""
        return self.norm == self.country


_TABLES = ("countries", "capitals", "cities", "places")
"""Tables in the order in which they win when two hold the same name."""


def find_place(norm: str) -> Place | None:
    """The place that a norm stands for ("MM", "Naypyidaw,MM", "PZU"), None if the tables do not hold it."""
    return _by_norm().get(norm)


def places_named(name: str) -> tuple[Place, ...]:
    """The places that bear a name, old or new, the first the most usual; accents, hyphens and case do not matter."""
    return _by_name().get(fold_place(name), ())


def capital_of(country: str) -> Place | None:
    """The seat of government of a state (ISO 3166 alpha-2)."""
    for entry in load_gazetteer("capitals"):
        if entry.more["country"] == country.upper():
            return find_place(entry.norm)
    return None


@lru_cache(maxsize=1)
def _by_norm() -> dict[str, Place]:
    found: dict[str, Place] = {}
    for table in _TABLES:
        for entry in load_gazetteer(table):
            if entry.norm:
                found.setdefault(entry.norm, _place(entry))
    return _located(found)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for place in _by_norm().values():
        for key in dict.fromkeys(fold_place(name) for name in place.names):
            found[key] = (*found.get(key, ()), place)
    return found


def _place(entry: Entry) -> Place:
    country = entry.more.get("country") or entry.norm
    latitude, longitude = entry.more.get("latitude"), entry.more.get("longitude")
    return Place(
        norm=entry.norm,
        name=entry.norm.rsplit(",", 1)[0] if "," in entry.norm else entry.forms[0],
        country=country,
        names=entry.forms,
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
    )


def _located(places: dict[str, Place]) -> dict[str, Place]:
    """The places with the coordinates of their largest airfield where their own row gives none (capitals)."""
    from overflight.reference.airports import load_airports

    airports = load_airports()
    found: dict[str, Place] = {}
    for norm, place in places.items():
        serving = airports.in_municipality(place.name, place.country) if "," in norm and place.latitude is None else ()
        found[norm] = (
            Place(
                norm=norm,
                name=place.name,
                country=place.country,
                names=place.names,
                latitude=serving[0].latitude,
                longitude=serving[0].longitude,
            )
            if serving
            else place
        )
    return found
