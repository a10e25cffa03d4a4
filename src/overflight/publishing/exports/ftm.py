"""FollowTheMoney: one entity a line, for Aleph and OpenSanctions' tools.

`icaoCode` of an Airplane is its *type* designator, never the 24-bit address; the address goes into the notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.index import Index
from overflight.publishing.dossier.silences import silences_inside
from overflight.publishing.exports.shared import content_id, end_place, iso, json_bytes
from overflight.records.movement import Flight
from overflight.records.party import Link, Listing, NameKind, Party, PartySchema

Entity = dict[str, Any]

NAME_PROPERTIES = {
    NameKind.PRIMARY: "name",
    NameKind.ALIAS: "alias",
    NameKind.WEAK_ALIAS: "weakAlias",
    NameKind.FORMER: "previousName",
    NameKind.ORIGINAL_SCRIPT: "alias",
}

LINKS: dict[str, tuple[str, str, str]] = {
    "owner": ("Ownership", "asset", "owner"),
    "owned_by": ("Ownership", "asset", "owner"),
    "director": ("Directorship", "director", "organization"),
    "member": ("Membership", "member", "organization"),
}
"""Kind of link: schema, property of the subject, property of the object. All else is an UnknownLink."""

MOST = 65_000
"""Characters in one value of a text, by FollowTheMoney's model; a longer text goes on in a further value."""

TEXTS = ("bodyText", "description", "notes", "reason", "summary")

IDENTIFIERS = {"icaoCode": 16, "registrationNumber": 64, "serialNumber": 64}

LIMITS: dict[str, int] = {
    **IDENTIFIERS,
    **dict.fromkeys(("name", "alias", "weakAlias", "previousName"), 384),
    "full": 250,
    **dict.fromkeys(
        ("author", "authority", "model", "program", "provisions", "publisher", "recordId", "remarks", "role", "title"),
        1024,
    ),
}
"""Characters that the model allows in a value of each other property that holds words of the case."""

ORGANISATIONS = (PartySchema.ORGANIZATION, PartySchema.LEGAL_ENTITY)


def export_ftm(index: Index) -> dict[str, bytes]:
    """Entities as JSON lines, by id."""
    found = {one["id"]: one for one in entities(index)}
    return {"entities.ftm.json": b"".join(json_bytes(found[key], indent=None) for key in sorted(found))}


def entity(schema: str, identity: str, **properties: Any) -> Entity:
    """An entity; what is unknown is left out, every value is a list of strings, and what is too long stands in the description."""
    values: dict[str, list[str]] = {}
    too_long: list[str] = []
    for name, value in properties.items():
        given = value if isinstance(value, list | tuple) else [value]
        for words in (str(one) for one in given if one not in (None, "")):
            if len(words) <= LIMITS.get(name, MOST):
                values.setdefault(name, []).append(words)
            elif name in TEXTS:
                values.setdefault(name, []).extend(words[at : at + MOST] for at in range(0, len(words), MOST))
            else:
                too_long.append(f"{name}: {words}"[:MOST])
                if name not in IDENTIFIERS:  # half a name is still of use, half a registration is another registration
                    values.setdefault(name, []).append(words[: LIMITS[name] - 1] + "…")
    if too_long and schema != "Mention":  # which has no place for it; the text of its report does
        values.setdefault("description", []).extend(too_long)
    return {"id": identity, "schema": schema, "properties": values}


def entities(index: Index) -> Iterator[Entity]:
    """Everything in the case that FollowTheMoney has a schema for."""
    for party in index.case.parties:
        yield party_entity(party, index)
        for listing in index.listings_of.get(party.party, []):
            yield sanction(listing)
    for link in index.case.links:
        yield from link_entities(link, index)
    for flight in index.case.flights:
        yield from flight_entities(flight)
    for report in index.case.reports:
        yield entity(
            "Article",
            article_id(report.doc),
            title=report.title or report.doc,
            author=report.author,
            publisher=report.outlet,
            publishedAt=report.published_on,
            language=report.language if report.language and len(report.language) == 3 else None,
            bodyText=index.published_text(report),
            contentHash=None,
            notes=[f"source sha256 {report.source}", *(["SYNTHETIC"] if report.is_synthetic else [])],
        )
    for finding in index.case.findings:
        documents = [article_id(index.claims[c].doc) for c in finding.claims if c in index.claims]
        yield entity(
            "Note",
            content_id("finding", finding.id, finding.fact),
            name=f"{finding.id}: {finding.statement}",
            description=f"{wording.VERDICTS[finding.verdict].label}. {finding.because}",
            entity=list(dict.fromkeys(documents)),
        )
    yield from mentions(index)


def article_id(doc: str) -> str:
    """The id of a report's entity."""
    return content_id("report", doc)


def party_id(party: str) -> str:
    """The id of a party's entity."""
    return content_id("party", party)


def party_entity(party: Party, index: Index) -> Entity:
    """A party with its names and identifiers."""
    given: dict[str, list[str]] = {}
    for name in party.names:
        given.setdefault(NAME_PROPERTIES[name.kind], []).append(name.text)
    given.setdefault("name", [party.caption])
    kinds: dict[str, list[str]] = {}
    for identifier in party.identifiers:
        kinds.setdefault(identifier.kind, []).append(identifier.value)
    notes = [f"{kind.replace('_', ' ')}: {value}" for kind, values in sorted(kinds.items()) for value in values]
    notes += [f"country as listed: {country}" for country in party.countries if len(country) != 2]
    schema = str(party.schema)
    if party.schema is PartySchema.AIRPLANE:
        given["registrationNumber"] = kinds.get("registration", [])
        given["serialNumber"] = kinds.get("msn", [])
        given["model"] = kinds.get("model", [])
    if party.schema is PartySchema.PERSON:
        given["birthDate"] = [date for date in party.birth_dates if is_iso_date(date)]
        notes += [f"born: {date}" for date in party.birth_dates if not is_iso_date(date)]
    given["topics"] = ["sanction"] if index.listings_of.get(party.party) else []
    given["country"] = [country.lower() for country in party.countries if len(country) == 2]
    given["notes"] = [*notes, f"{party.list} entry {party.entry}"]
    return entity(schema, party_id(party.party), **given)


def is_iso_date(words: str) -> bool:
    """Whether words are a year, a month or a day of ISO 8601."""
    parts = words.split("-")
    return 1 <= len(parts) <= 3 and all(part.isascii() and part.isdigit() for part in parts) and len(parts[0]) == 4


def sanction(listing: Listing) -> Entity:
    """A listing; only a stated day becomes a start date, what snapshots show goes into the summary."""
    seen = f"in the snapshots from {listing.observed_from} to {listing.observed_to}" if listing.observed_from else None
    identity = content_id("listing", listing.party, listing.list, listing.programme, listing.measure, listing.from_on)
    return entity(
        "Sanction",
        identity,
        entity=party_id(listing.party),
        authority=listing.list,
        program=listing.programme,
        provisions=listing.measure,
        startDate=listing.from_on,
        endDate=listing.to_on,
        reason=listing.reason,
        summary=[seen, f"start: {wording.BASES[listing.from_basis]}"],
    )


def link_entities(link: Link, index: Index) -> Iterator[Entity]:
    """A link, and its far end where that is only a name."""
    target = link.object_party if link.object_party in index.parties else None
    far = party_id(target) if target else content_id("name", link.object_name)
    if target is None:
        yield entity(
            "LegalEntity", far, name=link.object_name, notes="named by a list, no entry of its own in this case"
        )
    near = index.parties.get(link.subject)
    if near is None:
        return
    schema, subject, object_ = LINKS.get(link.kind, ("UnknownLink", "subject", "object"))
    far_schema = index.parties[target].schema if target else PartySchema.LEGAL_ENTITY
    if schema in ("Directorship", "Membership") and far_schema not in ORGANISATIONS[:1]:
        schema, subject, object_ = "UnknownLink", "subject", "object"
    given = {subject: party_id(link.subject), object_: far}
    identity = content_id("link", link.subject, link.kind, far, link.from_on)
    yield entity(
        schema, identity, **given, role=link.kind.replace("_", " "), startDate=link.from_on, endDate=link.to_on
    )


def flight_entities(flight: Flight) -> Iterator[Entity]:
    """A flight as a trip with an address at each end, and its aircraft."""
    frame = content_id("airframe", wording.airframe(flight))
    yield entity(
        "Airplane",
        frame,
        name=wording.airframe(flight),
        registrationNumber=flight.registration,
        icaoCode=flight.type_code,
        notes=f"24-bit address {flight.icao24}" if flight.icao24 else None,
    )
    ends, reasons = {}, []
    for is_start, name in ((True, "startLocation"), (False, "endLocation")):
        words, latitude, longitude, reason = end_place(flight, is_start=is_start)
        ends[name] = content_id("place", words, latitude, longitude)
        reasons.append(
            f"{'From' if is_start else 'To'}: {reason}"
        )  # of this flight, not of the field that others share
        yield entity("Address", ends[name], full=words, latitude=latitude, longitude=longitude)
    yield entity(
        "Trip",
        content_id("flight", flight.flight_id),
        name=wording.flight_name(flight),
        vehicle=frame,
        startDate=iso(flight.first_seen_at)[:-1],
        endDate=iso(flight.last_seen_at)[:-1],
        **ends,
        summary=[*reasons, wording.count(len(silences_inside(flight)), "silence"), *flight.warnings],
        notes=["SYNTHETIC"] if flight.is_synthetic else [],
        recordId=flight.flight_id,
    )


def mentions(index: Index) -> Iterator[Entity]:
    """Names that claims carry, in the report that has them."""
    for claim in index.case.claims:
        if claim.doc not in index.reports:
            continue
        for role in ("actor", "carrier", "recipient", "aircraft"):
            for filler in claim.fillers(role):
                identity = content_id("mention", claim.doc, filler.start, filler.end, filler.text)
                yield entity("Mention", identity, document=article_id(claim.doc), name=filler.text)
