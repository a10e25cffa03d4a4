"""Where a claim says that something happened, and whether the end of a flight lies there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from overflight.assessment.settings import AssessmentSettings
from overflight.records.claim import Filler
from overflight.records.movement import Endpoint, EndpointKind, Flight
from overflight.reference.airports import Airport, fold_place, load_airports
from overflight.reference.places import Place as Known
from overflight.reference.places import find_place, places_named
from overflight.units import distance_nm


@dataclass(frozen=True, slots=True)
class Place:
    """A country, a town or a field: its name, its country (ISO alpha-2), and the fields that serve it, largest first."""

    name: str
    country: str | None
    is_country: bool
    fields: tuple[Airport, ...]


class AtPlace(StrEnum):
    """Whether a flight's end lies at a place."""

    YES = "yes"
    NO = "no"
    UNHEARD = "unheard"


USUAL_FIELDS = ("large_airport", "medium_airport")
"""Sizes of field that stand for a country when a way towards it is measured."""


def place_of(filler: Filler, settings: AssessmentSettings) -> Place | None:
    """The place that a filler names: by its norm, else by its words; None where neither is known to the airports."""
    for value in (filler.norm, filler.coref, filler.text):
        found = named_place(value, settings) if value else None
        if found is not None:
            return Place(filler.coref or filler.text, found.country, found.is_country, found.fields)
    return None


def named_place(value: str, settings: AssessmentSettings) -> Place | None:
    """The place of a norm (`MM`, `Mashhad,IR`, `MHD`, `gov:MM`) or of plain words (`Mashhad`)."""
    return _named_place(value.strip(), settings.city_radius_nm)


@lru_cache(maxsize=1024)
def _named_place(value: str, radius_nm: float) -> Place | None:
    """A norm goes before a name; a town of the tables before a municipality of the airports; codes last."""
    value = value.removeprefix("gov:").removeprefix("mil:")
    known = find_place(value) or next(iter(places_named(value)), None)
    if known is not None and (found := _known_place(known, radius_nm)) is not None:
        return found
    airports = load_airports()
    if len(value) == 2 and value.isupper():
        return _country(value, value)
    if len(value) in {3, 4} and value.isupper() and (coded := airports.by_code(value)):
        return Place(value, coded[0].country, False, coded[:1])
    town, _, country = value.rpartition(",") if "," in value else (value, "", "")
    fields = airports.in_municipality(town, country or None) or _by_keyword(town, country)
    if not fields:
        return _named_place(country, radius_nm) if country else None
    return Place(town, fields[0].country, False, _around(fields, radius_nm))


def _known_place(known: Known, radius_nm: float) -> Place | None:
    """A place of the tables with the fields that serve it."""
    if known.is_country:
        return _country(known.country, known.name)
    airports = load_airports()
    if len(known.norm) in {3, 4} and known.norm.isupper() and (coded := airports.by_code(known.norm)):
        return Place(known.name, known.country, False, coded[:1])
    fields = airports.in_municipality(known.name, known.country)
    if known.latitude is not None and known.longitude is not None:
        near = airports.near(known.latitude, known.longitude, within_nm=radius_nm)
        fields = tuple({a.ident: a for a in (*fields, *(a for a, _ in near if a.type in USUAL_FIELDS))}.values())
    return Place(known.name, known.country, False, _around(fields, radius_nm)) if fields else None


def _country(code: str, name: str) -> Place | None:
    fields = tuple(a for a in load_airports().in_country(code) if a.type in USUAL_FIELDS)
    return Place(name, code, True, fields) if fields else None


def _by_keyword(town: str, country: str) -> tuple[Airport, ...]:
    folded = fold_place(town)
    if not country:
        return ()
    return tuple(
        a
        for a in load_airports().in_country(country)
        if folded in fold_place(a.name) or folded in fold_place(a.keywords or "")
    )


def _around(fields: tuple[Airport, ...], radius_nm: float) -> tuple[Airport, ...]:
    """The fields of a town and those near its largest: capitals are often served from the next town."""
    near = load_airports().near(fields[0].latitude, fields[0].longitude, within_nm=radius_nm)
    return tuple({a.ident: a for a in (*fields, *(a for a, _ in near))}.values())


def at_place(end: Endpoint, place: Place, settings: AssessmentSettings) -> AtPlace:
    """Whether this end lies there: an end that was not heard is neither yes nor no."""
    if end.kind is EndpointKind.OBSERVED or (
        end.kind is EndpointKind.INFERRED and (end.probability or 0.0) >= settings.least_probability
    ):
        if place.is_country:
            return AtPlace.YES if end.country == place.country else AtPlace.NO
        idents = {code for a in place.fields for code in (a.ident, a.icao) if code}
        return AtPlace.YES if {end.airport, end.icao} & idents else AtPlace.NO
    return AtPlace.UNHEARD


def is_on_the_way(flight: Flight, origin: Place | None, place: Place, settings: AssessmentSettings) -> bool:
    """Whether a flight whose end was not heard had gone most of the way there, without a detour that speaks against it.

    Measured from where it was first seen over where it was last seen to the nearest field of the place.
    """
    start, last = flight.origin, flight.destination
    if start.seen_latitude is None or start.seen_longitude is None:
        return False
    if last.seen_latitude is None or last.seen_longitude is None:
        return False
    flown_nm = distance_nm(start.seen_latitude, start.seen_longitude, last.seen_latitude, last.seen_longitude)
    for field in place.fields:
        whole_nm = distance_nm(start.seen_latitude, start.seen_longitude, field.latitude, field.longitude)
        left_nm = distance_nm(last.seen_latitude, last.seen_longitude, field.latitude, field.longitude)
        if whole_nm <= 0:
            continue
        if (
            left_nm / whole_nm <= 1 - settings.least_progress
            and (flown_nm + left_nm) / whole_nm <= settings.largest_detour
        ):
            return True
    return False


def came_from(flight: Flight, place: Place, settings: AssessmentSettings) -> bool:
    """The mirror of `is_on_the_way`: whether a flight first heard under way comes from there."""
    first, end = flight.origin, flight.destination
    if None in (first.seen_latitude, first.seen_longitude, end.seen_latitude, end.seen_longitude):
        return False
    assert first.seen_latitude is not None and first.seen_longitude is not None
    assert end.seen_latitude is not None and end.seen_longitude is not None
    heard_nm = distance_nm(first.seen_latitude, first.seen_longitude, end.seen_latitude, end.seen_longitude)
    for field in place.fields:
        whole_nm = distance_nm(field.latitude, field.longitude, end.seen_latitude, end.seen_longitude)
        unheard_nm = distance_nm(field.latitude, field.longitude, first.seen_latitude, first.seen_longitude)
        if whole_nm <= 0:
            continue
        if (
            unheard_nm / whole_nm <= 1 - settings.least_progress
            and (heard_nm + unheard_nm) / whole_nm <= settings.largest_detour
        ):
            return True
    return False


def any_at(end: Endpoint, places: Iterable[Place], settings: AssessmentSettings) -> AtPlace:
    """The best answer over several places ("in the capital and in Rangoon")."""
    answers = {at_place(end, place, settings) for place in places}
    for answer in (AtPlace.YES, AtPlace.UNHEARD, AtPlace.NO):
        if answer in answers:
            return answer
    return AtPlace.UNHEARD
