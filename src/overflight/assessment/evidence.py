"""What assessment is given: everything the three streams said, side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from overflight.records.claim import Claim, ClaimId
from overflight.records.finding import Lineage
from overflight.records.movement import Flight, Rotation
from overflight.records.source import Rejection, Report, Source

if TYPE_CHECKING:
    from overflight.parties import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Sources, reports with their claims and lineage, flights with their rotations, and the ledger of lists."""

    sources: tuple[Source, ...] = ()
    reports: tuple[Report, ...] = ()
    claims: tuple[Claim, ...] = ()
    lineage: Lineage = field(default_factory=Lineage)
    flights: tuple[Flight, ...] = ()
    rotations: tuple[Rotation, ...] = ()
    ledger: Ledger | None = None
    rejections: tuple[Rejection, ...] = ()
    warnings: tuple[str, ...] = ()
    merges: tuple[tuple[ClaimId, ClaimId], ...] = ()
    """Pairs of claims that the editor says speak of one fact."""
