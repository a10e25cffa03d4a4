"""`findings.json`: everything a build found, in the published shapes, one JSON object."""

from __future__ import annotations

import dataclasses

import orjson

from overflight.documents import claim_json
from overflight.records.finding import CaseFindings
from overflight.records.plain import Plain, to_plain


def findings_json(findings: CaseFindings) -> bytes:
    """The contract's object as UTF-8 bytes with a closing line feed; unknown is null, keys keep the records' order."""
    fields = [f for f in dataclasses.fields(findings) if not f.metadata.get("hidden")]
    plain: dict[str, Plain] = {f.name: to_plain(getattr(findings, f.name)) for f in fields if f.name != "claims"}
    whole = {"claims": [claim_json(claim) for claim in findings.claims], **plain}
    return orjson.dumps(whole, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
