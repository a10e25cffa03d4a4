"""Claims in languages without a parser: triggers from a language's table, roles from the chunks around them."""

from __future__ import annotations

from collections.abc import Sequence

from overflight.records.claim import Claim
from overflight.records.party import KnownName
from overflight.records.source import Report


def linear_claims(report: Report, language: str, known_names: Sequence[KnownName]) -> tuple[Claim, ...]:
    """The claims of a report in a language that the parser does not know."""
    return ()
