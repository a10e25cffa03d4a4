"""Reports: their text, the claims they make, and which report descends from which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overflight.doors import opening

if TYPE_CHECKING:
    from overflight.documents.claims import extract_claims
    from overflight.documents.contract import claim_json, claims_json
    from overflight.documents.lineage import trace_lineage
    from overflight.documents.read import read_report
    from overflight.documents.reading import read_reports

__all__ = [
    "claim_json",
    "claims_json",
    "extract_claims",
    "read_report",
    "read_reports",
    "trace_lineage",
]

__getattr__ = opening(
    __name__,
    {
        "claim_json": "contract",
        "claims_json": "contract",
        "extract_claims": "claims",
        "read_report": "read",
        "read_reports": "reading",
        "trace_lineage": "lineage",
    },
)
