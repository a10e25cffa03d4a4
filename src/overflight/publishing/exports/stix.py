"""STIX 2.1: identities, locations, reports, notes and opinions; what STIX has no word for stands in an extension definition."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.index import Index
from overflight.publishing.exports.shared import as_of, iso, json_bytes
from overflight.records.finding import Finding, Verdict
from overflight.records.movement import Flight
from overflight.records.party import PartySchema
from overflight.records.source import Report

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


@dataclass(frozen=True, slots=True)
class Author:
    """Who makes the objects of a bundle and when: an identity, an instant, and the definition of its extension."""

    identity: str
    at: str
    extension: str

    def make(self, kind: str, *identity: object, **properties: Any) -> Thing:
        """An object by this author; what is unknown is left out."""
        return thing(kind, self.at, *identity, created_by_ref=self.identity, **properties)


def thing(kind: str, at: str, *identity: object, **properties: Any) -> Thing:
    """An object with what all objects have; what is unknown is left out."""
    base: Thing = {"type": kind, "spec_version": "2.1", "id": stix_id(kind, *identity), "created": at, "modified": at}
    return base | {name: value for name, value in properties.items() if value is not None}


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
    maker = thing("identity", at, "overflight", name="overflight", identity_class="system")
    extension = thing(
        "extension-definition",
        at,
        "finding",
        created_by_ref=maker["id"],
        name="overflight finding",
        schema=SCHEMA_OF_EXTENSION,
        version="1.0.0",
        extension_types=["property-extension"],
        description="Verdict, grade and origins of a finding.",
    )
    author = Author(maker["id"], at, extension["id"])
    return [
        maker,
        extension,
        *parties(index, author),
        *relationships(index, author),
        *locations(index, author),
        *(flight_note(index.flights[identity], author) for identity in sorted(index.flights_in_evidence)),
        *findings(index, author),
    ]


def parties(index: Index, author: Author) -> list[Thing]:
    """Entries of the lists."""
    made = []
    for party in index.case.parties:
        names = [name.text for name in party.names if name.text != party.caption]
        made.append(
            author.make(
                "identity",
                party.party,
                name=party.caption,
                identity_class=CLASSES.get(party.schema, "unspecified"),
                description="; ".join([f"{party.list} entry {party.entry}", *names]),
            )
        )
    return made


def relationships(index: Index, author: Author) -> list[Thing]:
    """Links between entries, as the lists state them."""
    made = []
    for link in index.case.links:
        if link.subject not in index.parties or link.object_party not in index.parties:
            continue
        source, target = stix_id("identity", link.subject), stix_id("identity", link.object_party)
        made.append(
            author.make(
                "relationship",
                source,
                target,
                link.kind,
                relationship_type="related-to",
                source_ref=source,
                target_ref=target,
                description=link.kind.replace("_", " "),
            )
        )
    return made


def locations(index: Index, author: Author) -> list[Thing]:
    """Fields that are known as an end of a flight."""
    found = {}
    for flight in index.case.flights:
        for end in (flight.origin, flight.destination):
            if end.airport and end.latitude is not None and end.longitude is not None:
                found[end.airport] = author.make(
                    "location",
                    end.airport,
                    name=end.airport_name or end.airport,
                    latitude=end.latitude,
                    longitude=end.longitude,
                )
    return [found[key] for key in sorted(found)]


def flight_note(flight: Flight, author: Author) -> Thing:
    """A flight as a note about its ends, or about the author where no end is known."""
    about = [
        stix_id("location", end.airport)
        for end in (flight.origin, flight.destination)
        if end.airport and end.latitude is not None
    ]
    made_up = "SYNTHETIC. " if flight.is_synthetic else ""
    ends = f"From: {flight.origin.reason} To: {flight.destination.reason}"
    return author.make(
        "note",
        "flight",
        flight.flight_id,
        abstract=wording.flight_name(flight),
        content=f"{made_up}{wording.flight_name(flight)}: {wording.route(flight)}. {ends}",
        object_refs=sorted(set(about)) or [author.identity],
    )


def findings(index: Index, author: Author) -> list[Thing]:
    """Findings as notes with the verdict as an opinion, and the reports that hold them together."""
    made: list[Thing] = []
    notes_of: dict[str, set[str]] = defaultdict(set)
    for finding in index.case.findings:
        note = finding_note(finding, index, author)
        made += [note, finding_opinion(finding, note["id"], author)]
        for claim in finding.claims:
            if claim in index.claims:
                notes_of[index.claims[claim].doc].add(note["id"])
    reports = [report_of(doc, index.reports.get(doc), sorted(notes_of[doc]), author) for doc in sorted(notes_of)]
    return made + reports


def finding_note(finding: Finding, index: Index, author: Author) -> Thing:
    """What is claimed, about the flights that were put to it; verdict, grade and origins in the extension."""
    cited = (e.removeprefix("flight:") for c in finding.checks for e in c.evidence if e.startswith("flight:"))
    about = {stix_id("note", "flight", flight) for flight in cited if flight in index.flights_in_evidence}
    return author.make(
        "note",
        "finding",
        finding.id,
        finding.fact,
        abstract=f"{finding.id} {wording.KINDS[finding.kind]}",
        content=finding.statement,
        object_refs=sorted(about) or [author.identity],
        extensions={
            author.extension: {
                "extension_type": "property-extension",
                "verdict": str(finding.verdict),
                "credibility": finding.credibility,
                "origins_min": finding.origins.min,
                "origins_max": finding.origins.max,
            }
        },
    )


def finding_opinion(finding: Finding, note: str, author: Author) -> Thing:
    """The verdict, as an opinion on what is claimed."""
    return author.make(
        "opinion",
        "finding",
        finding.id,
        finding.fact,
        opinion=OPINIONS[finding.verdict],
        explanation=f"{wording.VERDICTS[finding.verdict].label}. {finding.because}",
        object_refs=[note],
    )


UNDATED = "The day of publication is not known; `published` is the day of admission."


def report_of(doc: str, report: Report | None, notes: list[str], author: Author) -> Thing:
    """A report with the findings that rest on it; STIX asks for a day of publication, so its absence is said in words."""
    published_on = report.published_on if report else None
    words = [
        "SYNTHETIC." if report and report.is_synthetic else "",
        "" if published_on else UNDATED,
    ]
    return author.make(
        "report",
        doc,
        name=(report.title if report else None) or doc,
        published=f"{published_on}T00:00:00.000Z" if published_on else author.at,
        description=" ".join(filter(None, words)) or None,
        object_refs=notes,
    )
