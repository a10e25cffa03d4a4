"""Persons, organisations and aircraft on lists: who they are, when they were listed, and to whom they are linked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from overflight.records.plain import HIDDEN, json_name
from overflight.records.source import Locator

PartyId = NewType("PartyId", str)
"""List code and entry number: `ofac:26344`."""


class PartySchema(StrEnum):
    """What a party is, in FollowTheMoney's words."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    AIRPLANE = "Airplane"
    VESSEL = "Vessel"
    LEGAL_ENTITY = "LegalEntity"


class NameKind(StrEnum):
    """How firmly a list says that a name is the party's."""

    PRIMARY = "primary"
    ALIAS = "alias"
    WEAK_ALIAS = "weak_alias"
    FORMER = "former"
    ORIGINAL_SCRIPT = "original_script"


class Basis(StrEnum):
    """On what a bound of a listing rests."""

    STATED = "stated"
    PUBLISHED = "published"
    REPORTED = "reported"
    FIRST_SEEN = "first_seen"
    LAST_SEEN = "last_seen"
    CARRIED_OVER = "carried_over"
    UNKNOWN = "unknown"


class Answer(StrEnum):
    """Whether something held on a day."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyName:
    """One name of a party as the list prints it."""

    text: str
    kind: NameKind
    locator: Locator | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """One identifier or attribute: registration, msn, line_number, icao24, model, operator, manufacture_date, passport, …"""

    kind: str
    value: str
    locator: Locator | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A person, organisation, aircraft or vessel as one list entry describes it (latest known description)."""

    party: PartyId
    list: str
    entry: str
    schema: PartySchema
    caption: str
    names: tuple[PartyName, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    countries: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    remarks: str | None = None
    locator: Locator | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One party on one list under one programme and measure, for one interval, with the basis of each bound.

    from_on, to_on: the legal interval; None with basis `unknown` (start) or still listed at the last snapshot (end).
    absent_on: last snapshot that lacked it, before it was first seen. gone_on: first snapshot that lacked it again.
    observed_from, observed_to: first and last snapshot that show it. on_date is set in answers about one day.
    """

    party: PartyId
    list: str
    programme: str | None
    measure: str | None
    from_on: dt.date | None = field(metadata=json_name("from"))
    from_basis: Basis
    to_on: dt.date | None = field(metadata=json_name("to"))
    to_basis: Basis | None
    observed_from: dt.date | None = None
    observed_to: dt.date | None = None
    absent_on: dt.date | None = None
    gone_on: dt.date | None = None
    on_date: Answer | None = None
    reason: str | None = None
    locator: Locator | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Owner, operator, director, maker, member, linked to: typed, dated where the source dates it, sourced.

    object_name is as printed; object_party is set when it resolves to one entry, candidates when to several.
    """

    subject: PartyId
    kind: str
    object_name: str
    object_party: PartyId | None
    candidates: tuple[PartyId, ...] = ()
    from_on: dt.date | None = field(default=None, metadata=json_name("from"))
    to_on: dt.date | None = field(default=None, metadata=json_name("to"))
    locator: Locator | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A name or identifier against a party: a score (0–1) with reasons, never a bare number."""

    party: PartyId
    caption: str
    schema: PartySchema
    matched_name: str
    score: float
    match: bool
    reasons: tuple[str, ...]
    listings: tuple[Listing, ...] = ()
    locator: Locator | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence of evidence and where it can be checked."""

    statement: str
    locator: Locator | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsoListed:
    """Another party that bears on the question: same airframe, owner, former name."""

    party: PartyId
    why: str
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignationAnswer:
    """Was this subject designated on that day: yes, no or unknown, with the bracketing evidence."""

    subject: str
    on: dt.date
    answer: Answer
    parties: tuple[PartyId, ...]
    listings: tuple[Listing, ...]
    evidence: tuple[Statement, ...]
    also: tuple[AlsoListed, ...] = ()
    reason: str = field(default="", metadata=json_name("reason"))
    captions: tuple[str, ...] = field(default=(), metadata=HIDDEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """A name of a listed party that occurs in a text, handed to the documents stream: the exact words and what they stand for.

    norm is the id that claims carry (`org:qeshm-fars-air`, `person:…`, a registration); words in scripts other than the
    text's own never match silently.
    """

    text: str
    norm: str
    schema: PartySchema
    party: PartyId
