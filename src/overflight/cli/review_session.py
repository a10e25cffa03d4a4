"""An editor's session: what is left to decide, what was decided, and where a decision goes at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from rich.console import Console

from overflight.assessment.review import in_force
from overflight.case import Case
from overflight.case.reviews import record_reviews, reviews_of
from overflight.records.review import Review, ReviewAction
from overflight.records.source import Report

DECIDING = (ReviewAction.ACCEPT, ReviewAction.REJECT, ReviewAction.CORRECT, ReviewAction.MERGE)
"""What makes a claim decided; a note or its source's reliability does not."""


class Then(Enum):
    """Where the walk goes after an answer."""

    STAY = "stay"
    NEXT = "next"
    BACK = "back"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Stop:
    """One claim of the walk and the fact that it belongs to."""

    finding: Mapping[str, Any] | None
    claim: Mapping[str, Any]
    number: int
    of: int

    @property
    def target(self) -> str:
        """What a decision about this claim is about."""
        return f"claim:{self.claim['id']}"


@dataclass
class Walk:
    """An editor's session: the case, what the last build found, the reports' texts, and how it asks."""

    case: Case
    findings: Mapping[str, Any]
    reports: Mapping[str, Report]
    console: Console
    ask: Callable[[str], str]
    saved: int = 0
    _held: dict[str, list[Review]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for review in in_force(reviews_of(self.case)):
            self._held.setdefault(review.target, []).append(review)

    def held(self, target: str) -> list[Review]:
        """The decisions in force about a claim or source."""
        return self._held.get(target, [])

    def save(self, *reviews: Review) -> None:
        """Writes decisions into the ledger at once. Raises BadInput for one that makes no sense."""
        record_reviews(self.case, reviews)
        self.saved += len(reviews)
        for review in reviews:
            mine = [r for r in self.held(review.target) if r.key() != review.key()]
            self._held[review.target] = [] if review.action is ReviewAction.UNDO else [*mine, review]

    def is_decided(self, claim: Mapping[str, Any]) -> bool:
        """Whether the editor decided about a claim before."""
        return any(r.action in DECIDING for r in self.held(f"claim:{claim['id']}"))

    def reliability(self, claim: Mapping[str, Any]) -> str | None:
        """The letter that the editor gave the source of a claim's report."""
        report = self.reports.get(claim["doc"])
        given = self.held(f"source:{report.source}") if report else []
        return next((r.value for r in given if r.action is ReviewAction.RELIABILITY), None)


def stops_of(walk: Walk, *, everything: bool = False) -> tuple[Stop, ...]:
    """The claims to be shown: those undecided, fact by fact in the dossier's order, then the model's proposals."""
    claims = {claim["id"]: claim for claim in walk.findings["claims"]}
    told = [(f, [claims[c] for c in f["claims"] if c in claims]) for f in walk.findings["findings"]]
    told.append((None, list(walk.findings.get("proposals", ()))))
    return tuple(
        Stop(finding, claim, number, len(mine))
        for finding, mine in told
        for number, claim in enumerate(mine, start=1)
        if everything or not walk.is_decided(claim)
    )
