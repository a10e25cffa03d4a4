"""Every rule of every check, with the sentence it gives. The docs print these tables as they stand here."""

from __future__ import annotations

from overflight.assessment.checks.tables.flights import COUNT, FLIGHT, MOVEMENT, RECEPTION
from overflight.assessment.checks.tables.lists import DESIGNATION, LINK, STATUS
from overflight.assessment.checks.tables.load import CARGO, LOAD, PILOT
from overflight.assessment.checks.tables.reports import AGREEMENT, TOTALS
from overflight.assessment.rules import Table

__all__ = [
    "AGREEMENT",
    "CARGO",
    "COUNT",
    "DESIGNATION",
    "FLIGHT",
    "LINK",
    "LOAD",
    "MOVEMENT",
    "PILOT",
    "RECEPTION",
    "STATUS",
    "TABLES",
    "TOTALS",
]

TABLES: tuple[Table, ...] = (
    FLIGHT, COUNT, RECEPTION, MOVEMENT, CARGO, LOAD, PILOT, DESIGNATION, STATUS, LINK, TOTALS, AGREEMENT,
)  # fmt: skip
"""In the order in which the dossier asks."""
