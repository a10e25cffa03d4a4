"""What the evidence says: facts, lineage, checks, verdicts, unreported flights and waybills."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from overflight.records.claim import Claim, ClaimId, ClaimKind, DateReading
from overflight.records.movement import Flight, FlightId, Rotation
from overflight.records.party import DesignationAnswer, Link, Listing, Party, PartyId
from overflight.records.plain import HIDDEN
from overflight.records.review import Review
from overflight.records.source import Rejection, Report, ReportId, Source

FactId = NewType("FactId", str)
"""Content-derived from the claims that speak of the fact."""

EvidenceId = NewType("EvidenceId", str)
"""`flight:<id>`, `listing:<party>/<programme>`, `claim:<id>` or `source:<sha256>`: what a check points at."""


class CheckAnswer(StrEnum):
    """What the evidence answers to one question."""

    SUPPORTS = "supports"
    PARTLY = "partly"
    CONSISTENT = "consistent"
    CONTRADICTS = "contradicts"
    CANNOT_BE_CHECKED = "cannot_be_checked"


class Verdict(StrEnum):
    """What stands."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly_supported"
    CONSISTENT = "consistent"
    DISPUTED = "disputed"
    CONTRADICTED = "contradicted"
    CANNOT_BE_CHECKED = "cannot_be_checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What an investigation asks: its title, its question, and the parties and places it watches (names or registrations)."""

    title: str = ""
    question: str = ""
    watched: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """What changed between a report and its descendant in one slot."""

    parent: ReportId
    doc: ReportId
    slot: str
    was: str | None
    became: str | None
    parent_claim: ClaimId | None = None
    claim: ClaimId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageEdge:
    """`doc` takes material from `parent` (a report of the case, or `ext:` and a name)."""

    doc: ReportId
    parent: str
    relation: str
    is_direct: bool
    is_named: bool
    signals: tuple[str, ...]
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """A claim that was taken from a claim of an ancestor, with the evidence in words."""

    claim: ClaimId
    parent_claim: ClaimId
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """A claim whose sentence came from another report (start to end there), though no claim was found in it to descend from."""

    claim: ClaimId
    doc: ReportId
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InheritedTime:
    """The date of a claim read on the day of the ancestor that its sentence came from; the local reading is kept in it.

    ancestor: a report of the case, or `ext:` and the outlet that the text names.
    """

    claim: ClaimId
    ancestor: str
    reading: DateReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Which reports descend from which, and which share an origin.

    twins: pairs of reports of one text of which nothing tells who was first.
    """

    edges: tuple[LineageEdge, ...] = ()
    clusters: tuple[tuple[ReportId, ...], ...] = ()
    drift: tuple[Drift, ...] = ()
    descents: tuple[Descent, ...] = ()
    inherited: tuple[InheritedTime, ...] = ()
    echoes: tuple[Echo, ...] = ()
    twins: tuple[tuple[ReportId, ReportId], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotReading:
    """One variant reading of a slot and the reports that have it."""

    value: str
    docs: tuple[ReportId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """The claims that speak of one event or state, with the variant readings of each slot."""

    fact: FactId
    kind: ClaimKind
    statement: str
    claims: tuple[ClaimId, ...]
    readings: Mapping[str, tuple[SlotReading, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """How many independent origins a fact has, at least and at most, which, and why."""

    min: int
    max: int
    which: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One question put to the evidence, its answer, the reason, and what can be clicked."""

    question: str
    answer: CheckAnswer
    because: str
    evidence: tuple[EvidenceId, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fact with its checks, verdict and grade. credibility is Admiralty 1 (confirmed) to 6 (cannot be judged)."""

    id: str
    fact: FactId
    kind: ClaimKind
    statement: str
    claims: tuple[ClaimId, ...]
    origins: Origins
    checks: tuple[Check, ...]
    verdict: Verdict
    because: str
    credibility: int
    drift: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreportedFlight:
    """A flight by a listed or watched airframe into a watched place and time that no claim covers."""

    flight: FlightId
    because: str
    parties: tuple[PartyId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WaybillBox:
    """One box of a waybill: value or unknown with the reason, variants, who says so, what supports it."""

    box: str
    value: str | None
    reason: str
    variants: tuple[str, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    evidence: tuple[EvidenceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyStatus:
    """The designation status of a named party on the day that matters."""

    name: str
    sentence: str
    answer: DesignationAnswer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waybill:
    """The air waybill that nobody filed, for one alleged consignment."""

    id: str
    title: str
    finding: str
    claims: tuple[ClaimId, ...]
    boxes: tuple[WaybillBox, ...]
    statuses: tuple[PartyStatus, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFindings:
    """All that a build finds; the published top level of `findings.json` and the only input of the dossier."""

    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    flights: tuple[Flight, ...]
    unreported_flights: tuple[UnreportedFlight, ...]
    parties: tuple[Party, ...]
    waybills: tuple[Waybill, ...]
    sources: tuple[Source, ...]
    warnings: tuple[str, ...]
    designations: tuple[DesignationAnswer, ...] = ()
    listings: tuple[Listing, ...] = ()
    links: tuple[Link, ...] = ()
    rotations: tuple[Rotation, ...] = ()
    lineage: Lineage = Lineage()
    rejections: tuple[Rejection, ...] = ()
    reviews: tuple[Review, ...] = ()
    untracked: tuple[str, ...] = ()
    """Ids of findings: flights that reports assert and no position shows."""
    proposals: tuple[Claim, ...] = ()
    """Claims that a language model proposed and the editor has not accepted: shown, never counted."""
    reports: tuple[Report, ...] = field(default=(), metadata=HIDDEN)
    asked: Question = field(default=Question(), metadata=HIDDEN)
