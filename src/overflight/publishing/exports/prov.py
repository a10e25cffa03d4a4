"""PROV-JSON (W3C member submission): which finding was drawn from which report, flight and file."""

from __future__ import annotations

import re
from typing import Any

from overflight import __version__
from overflight.publishing.dossier import wording
from overflight.publishing.dossier.index import Index
from overflight.publishing.exports.shared import as_of, content_id, iso, json_bytes

_HASH = re.compile("[0-9a-f]{64}")

Records = dict[str, dict[str, Any]]


def export_prov(index: Index) -> dict[str, bytes]:
    """One document."""
    entities: Records = {}
    used: Records = {}
    derived: Records = {}
    build = "of:build"
    for source in index.case.sources:
        key = source_key(source.sha256)
        entities[key] = {"prov:label": source.name, "of:kind": str(source.kind), "of:is_synthetic": source.is_synthetic}
        used[f"_:u{len(used)}"] = {"prov:activity": build, "prov:entity": key}
    for report in index.case.reports:
        derive(
            derived,
            entities,
            f"of:report-{content_id(report.doc, length=16)}",
            report.title or report.doc,
            [source_key(report.source)],
        )
    for flight in index.case.flights:
        origins = [source_key(rows.source) for rows in flight.evidence]
        derive(
            derived,
            entities,
            f"of:flight-{content_id(flight.flight_id, length=16)}",
            wording.flight_name(flight),
            origins,
        )
    for edge in index.case.lineage.edges:
        if edge.doc in index.reports and edge.parent in index.reports:
            child, parent = (f"of:report-{content_id(doc, length=16)}" for doc in (edge.doc, edge.parent))
            derived[f"_:d{len(derived)}"] = {
                "prov:generatedEntity": child,
                "prov:usedEntity": parent,
                "of:relation": edge.relation,
            }
    for finding in index.case.findings:
        docs = {index.claims[c].doc for c in finding.claims if c in index.claims}
        flights = {
            e.removeprefix("flight:") for check in finding.checks for e in check.evidence if e.startswith("flight:")
        }
        origins = [f"of:report-{content_id(doc, length=16)}" for doc in sorted(docs & set(index.reports))]
        origins += [f"of:flight-{content_id(flight, length=16)}" for flight in sorted(flights & set(index.flights))]
        key = f"of:finding-{content_id(finding.id, finding.fact, length=16)}"
        derive(derived, entities, key, f"{finding.id} {finding.statement}", origins)
        entities[key]["of:verdict"] = str(finding.verdict)
    document = {
        "prefix": {"of": "urn:overflight:", "prov": "http://www.w3.org/ns/prov#"},
        "entity": entities,
        "activity": {build: {"prov:label": "overflight build", "prov:endTime": iso(as_of(index))}},
        "agent": {"of:overflight": {"prov:type": "prov:SoftwareAgent", "of:version": __version__}},
        "wasAssociatedWith": {"_:a0": {"prov:activity": build, "prov:agent": "of:overflight"}},
        "used": used,
        "wasDerivedFrom": derived,
        "wasGeneratedBy": {
            f"_:g{number}": {"prov:entity": key, "prov:activity": build}
            for number, key in enumerate(key for key in entities if key.startswith("of:finding-"))
        },
    }
    return {"case.prov.json": json_bytes({name: value for name, value in document.items() if value})}


def source_key(sha256: str) -> str:
    """The name of a file: its hash, or where that is none, something that PROV can write."""
    return f"of:source-{sha256 if _HASH.fullmatch(sha256) else content_id(sha256, length=64)}"


def derive(derived: Records, entities: Records, key: str, label: str, origins: list[str]) -> None:
    """An entity and what it was drawn from; origins that are not in the case are left out."""
    entities[key] = {"prov:label": label}
    for origin in dict.fromkeys(origins):
        if origin in entities:
            derived[f"_:d{len(derived)}"] = {"prov:generatedEntity": key, "prov:usedEntity": origin}
