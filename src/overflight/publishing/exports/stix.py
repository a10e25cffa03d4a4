"""STIX 2.1: identities, locations, reports, notes and opinions; what STIX has no word for stands in an extension definition."""

from __future__ import annotations

import hashlib
from typing import Any

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.index import Index
from overflight.publishing.exports.shared import as_of, iso, json_bytes
from overflight.records.finding import Verdict
from overflight.records.party import PartySchema

Thing = dict[str, Any]

NAMESPACE = bytes.fromhex("00abedb4aa42466c9c01fed23315a9b7")
"""The namespace that STIX 2.1, section 2.9, gives for ids made from content."""

OPINIONS: dict[Verdict, str] = {
    Verdict.SUPPORTED: "agree",
    Verdict.PARTLY_SUPPORTED: "agree",
    Verdict.CONSISTENT: "neutral",
    Verdict.DISPUTED: "neutral",
    Verdict.CONTRADICTED: "disagree",
    Verdict.CANNOT_BE_CHECKED: "neutral",
}
"""Never `strongly-`: the verdict speaks of this case's evidence only."""

CLASSES = {
    PartySchema.PERSON: "individual",
    PartySchema.ORGANIZATION: "organization",
    PartySchema.LEGAL_ENTITY: "organization",
}

SCHEMA_OF_EXTENSION = "https://example.org/overflight/finding-1"


def stix_id(kind: str, *parts: object) -> str:
    """A STIX id from content: a version 5 UUID, without the module that could also roll dice."""
    name = "\x1f".join([kind, *map(str, parts)]).encode()
    raw = bytearray(hashlib.sha1(NAMESPACE + name, usedforsecurity=False).digest()[:16])
    raw[6] = raw[6] & 0x0F | 0x50
    raw[8] = raw[8] & 0x3F | 0x80
    text = raw.hex()
    return f"{kind}--{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def export_stix(index: Index) -> dict[str, bytes]:
    """One bundle."""
    at = iso(as_of(index)).replace("Z", ".000Z")
    things = {thing["id"]: thing for thing in everything(index, at)}
    bundle = {
        "type": "bundle",
        "id": stix_id("bundle", *sorted(things)),
        "objects": [things[key] for key in sorted(things)],
    }
    return {"bundle.stix.json": json_bytes(bundle)}


def everything(index: Index, at: str) -> list[Thing]:
    """All objects of the case."""
    author = thing("identity", at, None, "overflight", name="overflight", identity_class="system")
    maker: str = author["id"]
    extension = thing(
        "extension-definition",
        at,
        maker,
        "finding",
        name="overflight finding",
        schema=SCHEMA_OF_EXTENSION,
        version="1.0.0",
        extension_types=["property-extension"],
        description="Verdict, grade and origins of a finding.",
    )
    things = [author, extension]
    for party in index.case.parties:
        names = [name.text for name in party.names if name.text != party.caption]
        things.append(
            thing(
                "identity",
                at,
                maker,
                party.party,
                name=party.caption,
                identity_class=CLASSES.get(party.schema, "unspecified"),
                description="; ".join([f"{party.list} entry {party.entry}", *names]) or None,
            )
        )
    for link in index.case.links:
        if link.subject in index.parties and link.object_party in index.parties:
            ends = (stix_id("identity", link.subject), stix_id("identity", link.object_party))
            things.append(
                thing(
                    "relationship",
                    at,
                    maker,
                    *ends,
                    link.kind,
                    relationship_type="related-to",
                    source_ref=ends[0],
                    target_ref=ends[1],
                    description=link.kind.replace("_", " "),
                )
            )
    things += locations(index, at, maker)
    things += flights(index, at, maker)
    things += findings(index, at, maker, extension["id"])
    return things


def thing(kind: str, at: str, maker: str | None, *identity: object, **properties: Any) -> Thing:
    """An object with what all objects have; what is unknown is left out."""
    base: Thing = {"type": kind, "spec_version": "2.1", "id": stix_id(kind, *identity), "created": at, "modified": at}
    if maker:
        base["created_by_ref"] = maker
    return base | {name: value for name, value in properties.items() if value is not None}


def locations(index: Index, at: str, maker: str) -> list[Thing]:
    """Fields that are known as an end of a flight."""
    found = {}
    for flight in index.case.flights:
        for end in (flight.origin, flight.destination):
            if end.airport and end.latitude is not None and end.longitude is not None:
                found[end.airport] = thing(
                    "location",
                    at,
                    maker,
                    end.airport,
                    name=end.airport_name or end.airport,
                    latitude=end.latitude,
                    longitude=end.longitude,
                )
    return [found[key] for key in sorted(found)]


def flights(index: Index, at: str, maker: str) -> list[Thing]:
    """Flights in evidence as notes about their ends, or about the maker where no end is known."""
    notes = []
    for identity in sorted(index.flights_in_evidence):
        flight = index.flights[identity]
        about = [
            stix_id("location", end.airport)
            for end in (flight.origin, flight.destination)
            if end.airport and end.latitude is not None
        ]
        made = "SYNTHETIC. " if flight.is_synthetic else ""
        ends = f"From: {flight.origin.reason} To: {flight.destination.reason}"
        words = f"{made}{wording.flight_name(flight)}: {wording.route(flight)}. {ends}"
        notes.append(
            thing(
                "note",
                at,
                maker,
                "flight",
                identity,
                abstract=wording.flight_name(flight),
                content=words,
                object_refs=sorted(set(about)) or [maker],
            )
        )
    return notes


def findings(index: Index, at: str, maker: str, extension: str) -> list[Thing]:
    """Findings as notes with the verdict as an opinion, and reports that hold them together."""
    things: list[Thing] = []
    in_report: dict[str, list[str]] = {}
    for finding in index.case.findings:
        about = [
            stix_id("note", "flight", e.removeprefix("flight:"))
            for c in finding.checks
            for e in c.evidence
            if e.startswith("flight:") and e.removeprefix("flight:") in index.flights_in_evidence
        ]
        note = thing(
            "note",
            at,
            maker,
            "finding",
            finding.id,
            finding.fact,
            abstract=f"{finding.id} {wording.KINDS[finding.kind]}",
            content=finding.statement,
            object_refs=sorted(set(about)) or [maker],
            extensions={
                extension: {
                    "extension_type": "property-extension",
                    "verdict": str(finding.verdict),
                    "credibility": finding.credibility,
                    "origins_min": finding.origins.min,
                    "origins_max": finding.origins.max,
                }
            },
        )
        opinion = thing(
            "opinion",
            at,
            maker,
            "finding",
            finding.id,
            finding.fact,
            opinion=OPINIONS[finding.verdict],
            explanation=f"{wording.VERDICTS[finding.verdict].label}. {finding.because}",
            object_refs=[note["id"]],
        )
        things += [note, opinion]
        for claim in finding.claims:
            if claim in index.claims:
                in_report.setdefault(index.claims[claim].doc, []).append(note["id"])
    for doc in sorted(in_report):
        report = index.reports.get(doc)
        published = f"{report.published_on}T00:00:00.000Z" if report and report.published_on else at
        words = (
            None
            if report and report.published_on
            else "The day of publication is not known; `published` is the day of admission."
        )
        things.append(
            thing(
                "report",
                at,
                maker,
                doc,
                name=(report.title if report else None) or doc,
                published=published,
                description=words,
                object_refs=sorted(set(in_report[doc])),
            )
        )
    return things
