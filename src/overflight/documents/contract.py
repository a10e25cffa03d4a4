"""Claims as the published JSON: roles stand as top-level keys, unknown is null."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from overflight.records.claim import CLAIM_SCHEMA, ROLES, Claim
from overflight.records.plain import to_plain
from overflight.records.source import ReportId


def claim_json(claim: Claim) -> dict[str, Any]:
    """One claim in the shape of the contract; a role that the claim does not fill is an empty list."""
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "subtype": claim.subtype,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        **{role: to_plain(claim.fillers(role)) for role in ROLES},
        "date": to_plain(claim.date),
        "attribution": to_plain(claim.attribution),
        "hedge": claim.hedge,
        "review": claim.review,
        "doc": claim.doc,
        "rule": claim.rule,
        "extractor": claim.extractor,
    }


def claims_json(doc: ReportId, claims: Sequence[Claim]) -> dict[str, Any]:
    """All claims of one report, as `overflight claims -o` writes them."""
    return {"doc": doc, "schema": CLAIM_SCHEMA, "claims": [claim_json(claim) for claim in claims]}
