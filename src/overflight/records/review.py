"""What an editor decides about what was derived: kept in the case ledger, applied anew on every build."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from overflight.records.claim import Claim, ClaimId


class ReviewAction(StrEnum):
    """What can be decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    NOTE = "note"
    RELIABILITY = "reliability"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One decision about one claim or source.

    target: `claim:<id>` or `source:<sha256>`. field: what is corrected (`date.from`, `modality`, `actor.norm`, …).
    value: the corrected value, the other claim of a merge, the reliability A–F, or the note.
    """

    target: str
    action: ReviewAction
    field: str | None = None
    value: str | None = None
    at: dt.datetime | None = None

    def key(self) -> tuple[str, str, str | None]:
        """What this decision is about; of several about the same the last one holds."""
        about = "standing" if self.action in (ReviewAction.ACCEPT, ReviewAction.REJECT) else str(self.action)
        return (self.target, about, self.value if self.action is ReviewAction.MERGE else self.field)


def claim_target(claim: ClaimId) -> str:
    """The target of a decision about a claim."""
    return f"claim:{claim}"


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the editor's desk: the decisions taken, oldest first, and what a model proposed."""

    reviews: tuple[Review, ...] = ()
    proposals: tuple[Claim, ...] = ()
