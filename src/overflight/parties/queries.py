"""What is asked: a name, and what else is known of who bears it; where that disagrees with an entry it lowers a score."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from overflight.parties.names.compare import BODY_CLASSES
from overflight.parties.names.tables import WordClass
from overflight.parties.names.tokens import tokens_of
from overflight.records.party import Party, PartySchema


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningQuery:
    """One name or registration to be screened, with what else is known of it; None is not known."""

    id: str
    name: str
    schema: str | None = None
    country: str | None = None
    birth_date: str | None = None
    gender: str | None = None


Qualifier = Callable[[ScreeningQuery, Party], str | None]


def _other_schema(query: ScreeningQuery, party: Party) -> str | None:
    if query.schema is None or query.schema == PartySchema.LEGAL_ENTITY or party.schema is PartySchema.LEGAL_ENTITY:
        return None
    bodies = {"Organization", "Company", "PublicBody"}
    same = query.schema == party.schema or (query.schema in bodies and party.schema is PartySchema.ORGANIZATION)
    return None if same else f"asked for a {query.schema}, listed as a {party.schema.value}"


def _other_form(query: ScreeningQuery, party: Party) -> str | None:
    """Where no schema is given, the form of the name may tell: a legal form is a body's, `FAMILY, Given` a person's."""
    if query.schema is not None or party.schema not in (PartySchema.PERSON, PartySchema.ORGANIZATION):
        return None
    tells = _told_classes(query.name)
    if party.schema is PartySchema.PERSON:
        return "asked with a legal form, listed as a person" if WordClass.LEGAL in tells else None
    is_person = query.name.count(",") == 1 and not tells
    return "asked as a person is written, listed as a body" if is_person else None


@lru_cache(maxsize=1 << 13)
def _told_classes(name: str) -> frozenset[WordClass]:
    """The classes of words in a name that tell a body."""
    return frozenset(t.word_class for t in tokens_of(name, False)) & BODY_CLASSES


def _other_birth(query: ScreeningQuery, party: Party) -> str | None:
    if not query.birth_date:
        return None
    asked = re.search(r"\b(1[89]|20)\d\d\b", query.birth_date)
    listed = {int(y) for text in party.birth_dates for y in re.findall(r"\b(?:1[89]|20)\d\d\b", text)}
    if asked is None or not listed or min(abs(int(asked.group()) - year) for year in listed) <= 1:
        return None
    return f"born {asked.group()}, listed as born {', '.join(map(str, sorted(listed)))}"


def _other_country(query: ScreeningQuery, party: Party) -> str | None:
    if not query.country or not party.countries:
        return None
    asked, listed = query.country.casefold(), {c.casefold() for c in party.countries}
    same_code = any(len(c) != len(asked) or c == asked for c in listed)
    return None if same_code else f"of {query.country}, listed with {', '.join(party.countries)}"


def _other_gender(query: ScreeningQuery, party: Party) -> str | None:
    if not query.gender:
        return None
    listed = {i.value.casefold()[:1] for i in party.identifiers if i.kind == "gender" and i.value}
    asked = query.gender.casefold()[:1]
    return f"asked for {query.gender}, listed otherwise" if asked and listed and asked not in listed else None


QUALIFIERS: tuple[tuple[Qualifier, float], ...] = (
    (_other_schema, 0.85),
    (_other_form, 0.85),
    (_other_birth, 0.80),
    (_other_gender, 0.85),
    (_other_country, 0.95),
)
"""What else is known, and the share of the score that is left where it disagrees; agreement adds nothing."""


def qualified(query: ScreeningQuery, party: Party) -> tuple[float, tuple[str, ...]]:
    """The share of a score that the qualifiers leave, and why."""
    share, reasons = 1.0, []
    for qualifier, left in QUALIFIERS:
        reason = qualifier(query, party)
        if reason is not None:
            share *= left
            reasons.append(reason)
    return share, tuple(reasons)
