"""What reports assert: claims with exact quotations, role fillers, dates, speakers and firmness."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from overflight.records.plain import json_name
from overflight.records.source import ReportId

ClaimId = NewType("ClaimId", str)
"""Content-derived: report, kind and quotation span."""

CLAIM_SCHEMA = "overflight-gold/1"
"""Name of the published claim format."""

ROLES = (
    "actor", "object", "recipient", "carrier", "aircraft", "origin", "destination", "via", "place", "pilot",
    "quantity", "count", "reason",
)  # fmt: skip
"""Role names, in the order they are printed."""


class ClaimKind(StrEnum):
    """The nine kinds of claims."""

    FLIGHT = "flight"
    VISIT = "visit"
    TRANSFER = "transfer"
    DESIGNATION = "designation"
    ROLE = "role"
    MANUFACTURE = "manufacture"
    ARREST = "arrest"
    TRADE_TOTAL = "trade_total"
    CASUALTIES = "casualties"


class Modality(StrEnum):
    """How firmly the text puts it; the strongest hedge that governs the claim."""

    REPORTED = "reported"
    ALLEGED = "alleged"
    BELIEVED = "believed"
    SPECULATED = "speculated"
    PLANNED = "planned"


class Polarity(StrEnum):
    """Whether the text affirms it."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    UNKNOWN = "unknown"
    UNCONFIRMED = "unconfirmed"


class SpeakerType(StrEnum):
    """What kind of source speaks."""

    OUTLET = "outlet"
    REPORT = "report"
    DOCUMENT = "document"
    DATASET = "dataset"
    IMAGERY = "imagery"
    OFFICIAL = "official"
    NGO = "ngo"
    NAMED = "named"
    ANONYMOUS = "anonymous"
    UNSPECIFIED = "unspecified"
    SELF = "self"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """What fills a role: an exact span, its norm where known, and for quantities the numbers it bounds."""

    text: str
    start: int
    end: int
    norm: str | None = None
    outside_quote: bool = False
    coref: str | None = None
    min: float | None = None
    max: float | None = None
    approx: bool | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateAlternative:
    """Another reading of the same date words, and why it was not preferred."""

    from_on: dt.date | None = field(metadata=json_name("from"))
    to_on: dt.date | None = field(metadata=json_name("to"))
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReading:
    """A closed interval of days read from words of the text; None is open or unknown.

    anchor_on is the day the words were counted from; anchor_kind says what that day is (explicit, publication, event,
    context, inherited). reason says in words how the reading was made.
    """

    text: str
    start: int
    end: int
    from_on: dt.date | None = field(metadata=json_name("from"))
    to_on: dt.date | None = field(metadata=json_name("to"))
    precision: str
    anchor_kind: str
    reason: str
    anchor_on: dt.date | None = field(default=None, metadata=json_name("anchor"))
    local_reading: str | None = None
    alternatives: tuple[DateAlternative, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One speaker of a chain that runs from the outermost to the innermost."""

    text: str
    start: int
    end: int
    type: SpeakerType
    norm: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion a report makes. `quote` is the report's stored text from start to end, exactly."""

    id: ClaimId
    doc: ReportId
    kind: ClaimKind
    subtype: str | None
    quote: str
    start: int
    end: int
    modality: Modality
    polarity: Polarity
    roles: Mapping[str, tuple[Filler, ...]]
    date: DateReading | None
    attribution: tuple[Attribution, ...]
    rule: str
    extractor: str
    hedge: str | None = None
    """The words that made it alleged, believed or speculated, where there are any."""
    review: str | None = None
    """What the editor decided about it, in words; `rejected` takes it out of every fact."""

    def fillers(self, role: str) -> tuple[Filler, ...]:
        """The fillers of a role, none if the claim does not fill it."""
        return tuple(self.roles.get(role, ()))
