"""Names in a text: longest match of the gazetteers and of the names handed in, then registrations and flight numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from overflight.documents.gazetteer_index import Hit, gazetteer_index, tokens_of
from overflight.documents.proper_names import proper_names
from overflight.records.party import KnownName, PartySchema
from overflight.reference.gazetteers import load_gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in the text, code points start to end. norm is None where it is not known which thing is meant."""

    start: int
    end: int
    kind: str
    norm: str | None


_SCHEMA_KINDS = {
    PartySchema.PERSON: "person",
    PartySchema.ORGANIZATION: "organisation",
    PartySchema.LEGAL_ENTITY: "organisation",
    PartySchema.AIRPLANE: "registration",
    PartySchema.VESSEL: "vessel",
}


def find_mentions(text: str, language: str | None = None, known_names: Sequence[KnownName] = ()) -> tuple[Mention, ...]:
    """The names in a text, none overlapping another, in order.

    known_names (of listed parties, as they stand in the text) win over gazetteers of the same length; of two that
    overlap the longer stays. Kinds: place, organisation, person, aircraft_type, registration, flight_number, weapon,
    goods, group, government, demonym, vessel.
    """
    found = [*_known(text, known_names), *_gazetteers(text, language), *_registrations(text), *_flight_numbers(text)]
    firm = _longest(m for m in found if m.kind in _FIRM)
    names = proper_names(text, [(m.start, m.end) for m in firm])
    found += [Mention(start=n.start, end=n.end, kind=n.kind, norm=n.norm) for n in names]
    return tuple(_said_of_what(text, _longest(found)))


def _said_of_what(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions without "cargo", "shipment" and the like where what they hold follows ("a shipment of missiles")."""
    for mention, following in zip(mentions, (*mentions[1:], None), strict=False):
        is_empty = mention.norm == "cargo" and mention.kind == "goods" and following is not None
        if is_empty and following is not None and following.kind in ("goods", "weapon"):
            link = text[mention.end : following.start].strip().lower()
            if len(link) <= _LINK_CHARACTERS and link.isalpha() | (not link):
                continue
        yield mention


_LINK_CHARACTERS = 4
"""The longest word for "of" between a load and what it is (of, de, d', di, von, من)."""

_FIRM = frozenset(
    ("organisation", "person", "group", "government", "aircraft_type", "registration", "flight_number", "weapon")
)
"""Kinds at which a run of capitals ends; places and goods may be part of a longer name (Polesie Air Cargo)."""


def _longest(found: Iterable[Mention]) -> tuple[Mention, ...]:
    taken: list[Mention] = []
    occupied: set[int] = set()
    for _, mention in sorted(enumerate(found), key=lambda item: (item[1].start - item[1].end, item[0])):
        if occupied.isdisjoint(range(mention.start, mention.end)):
            taken.append(mention)
            occupied.update(range(mention.start, mention.end))
    return tuple(sorted(taken, key=lambda m: m.start))


def _known(text: str, names: Sequence[KnownName]) -> Iterator[Mention]:
    for name in names:
        if not name.text.strip():
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(name.text)}(?!\w)", text):
            yield Mention(start=match.start(), end=match.end(), kind=_SCHEMA_KINDS[name.schema], norm=name.norm)


def _gazetteers(text: str, language: str | None) -> Iterator[Mention]:
    index = gazetteer_index()
    tokens = tokens_of(text, language)
    at = 0
    while at < len(tokens):
        hit: Hit | None = index.longest(text, tokens, at)
        if hit:
            start, end = tokens[at].start, tokens[at + hit.length - 1].end
            end += "." in text[start:end] and text[end : end + 1] == "." and text[end - 2 : end - 1] == "."  # U.S.
            yield _with_code(text, Mention(start=start, end=end, kind=hit.kind, norm=hit.norm))
        at += hit.length if hit else 1


_CODE = re.compile(r" \(([A-Z]{3})\)")


def _with_code(text: str, mention: Mention) -> Mention:
    """A place with the code of one of its airfields in brackets behind it is that airfield ("Bandar Abbas (BND)")."""
    match = _CODE.match(text, mention.end) if mention.kind == "place" and mention.norm else None
    if match is None or mention.norm is None:
        return mention
    countries = _countries_of_fields()
    country = countries.get(mention.norm) or mention.norm.rsplit(",", 1)[-1]
    if countries.get(match[1]) != country:
        return mention
    return Mention(start=mention.start, end=match.end(), kind="place", norm=match[1])


@lru_cache(maxsize=1)
def _countries_of_fields() -> dict[str, str]:
    """IATA code → state of the airfield."""
    rows = [*load_gazetteer("places"), *load_gazetteer("cities")]
    return {row.norm: row.more["country"] for row in rows if re.fullmatch("[A-Z]{3}", row.norm)}


def _registration_pattern() -> re.Pattern[str]:
    forms = sorted(
        {form for entry in load_gazetteer("registrations") for form in entry.forms}, key=lambda f: (-len(f), f)
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])")


_REGISTRATION = _registration_pattern()


def _registrations(text: str) -> Iterator[Mention]:
    for match in _REGISTRATION.finditer(text):
        yield Mention(start=match.start(), end=match.end(), kind="registration", norm=match.group().upper())


_FLIGHT_NUMBER = re.compile(
    r"(?<![\w-])(?:[A-Z]{3} ?\d{3,4}[A-Z]?|[A-Z]{3}\d{1,4}[A-Z]?|(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])[ -]?\d{2,4})(?![\w-])"
)
_FLIGHT_WORD = re.compile(
    r"(?:flight|call ?sign|operating as|vuelo|vol|volo|voo|Flug|Flugnummer|рейс\w*|الرحلة|رحلة|پرواز)\W{0,3}(?:number|no\.?|"
    r"número|numéro|номер|شماره|رقم)?\W{0,3}$",
    re.IGNORECASE,
)


def _flight_numbers(text: str) -> Iterator[Mention]:
    """Airline code and digits: after a word for flight any, elsewhere only the code of a known operator."""
    codes = {code for entry in load_gazetteer("operators") for code in entry.more.get("icao", "").split("|") if code}
    for match in _FLIGHT_NUMBER.finditer(text):
        compact = re.sub(r"[ -]", "", match.group())
        is_told = _FLIGHT_WORD.search(text, max(0, match.start() - 40), match.start())
        if is_told or compact[:3] in codes:
            yield Mention(start=match.start(), end=match.end(), kind="flight_number", norm=compact)
