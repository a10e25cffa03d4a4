"""Tiny builders that make a world: claims, flights and ledgers in one line each."""

from __future__ import annotations

import datetime as dt
from array import array
from dataclasses import replace

from overflight.assessment import Evidence
from overflight.parties import Ledger
from overflight.parties.read.entry import StatedLink
from overflight.parties.timeline import ListSnapshot, Members
from overflight.records.claim import (
    Attribution,
    Claim,
    ClaimId,
    ClaimKind,
    DateAlternative,
    DateReading,
    Filler,
    Modality,
    Polarity,
    SpeakerType,
)
from overflight.records.movement import Endpoint, EndpointKind, Flight, FlightId, Icao24, Registration
from overflight.records.party import Basis, Identifier, Listing, NameKind, Party, PartyId, PartyName, PartySchema
from overflight.records.source import ReportId, Sha256
from overflight.reference.airports import load_airports


def filler(text, norm=None, **more):
    return Filler(text=text, start=0, end=len(text), norm=norm, **more)


def day(text):
    return dt.date.fromisoformat(text)


def reading(first, last=None, *, alternatives=(), precision="day", reason="as written", text="then", **more):
    others = tuple(
        DateAlternative(from_on=day(a), to_on=day(a), reason="another reading of the same words") for a in alternatives
    )
    return DateReading(
        text=text, start=0, end=len(text), from_on=day(first), to_on=day(last or first), precision=precision,
        anchor_kind="explicit", reason=reason, alternatives=others, **more,
    )  # fmt: skip


def claim(
    kind, doc="r1", *, number=1, on=None, modality="reported", polarity="affirmed", said_by=(), quote="…", **roles
):
    """A claim; roles take (text, norm) pairs, one or several."""
    filled = {}
    for role, given in roles.items():
        if role == "subtype":
            continue
        pairs = given if isinstance(given, list) else [given]
        filled[role] = tuple(
            p if isinstance(p, Filler) else filler(*p) if isinstance(p, tuple) else filler(p) for p in pairs
        )
    date = reading(on) if isinstance(on, str) else on
    return Claim(
        id=ClaimId(f"{doc}-{kind}-{number}"), doc=ReportId(doc), kind=ClaimKind(kind), subtype=roles.get("subtype"),
        quote=quote, start=100 * number, end=100 * number + len(quote), modality=Modality(modality),
        polarity=Polarity(polarity), roles=filled, date=date,
        attribution=tuple(
            Attribution(text=t, start=0, end=len(t), type=SpeakerType(k), norm=n)
            for t, k, n in ((*s, None)[:3] for s in said_by)
        ),
        rule="test", extractor="test",
    )  # fmt: skip


def seen_at(ident, at=None):
    """An end of a flight that was seen on the ground of a field."""
    field = load_airports().by_ident(ident)
    return Endpoint(
        kind=EndpointKind.OBSERVED, reason="seen on the ground", airport=field.ident, airport_name=field.name,
        icao=field.icao, country=field.country, latitude=field.latitude, longitude=field.longitude, at=at,
        probability=1.0, seen_latitude=field.latitude, seen_longitude=field.longitude,
    )  # fmt: skip


def unheard(latitude, longitude):
    """An end that nobody heard; the aircraft itself was last (or first) heard here."""
    return Endpoint(
        kind=EndpointKind.UNDETERMINED, reason="not heard", seen_latitude=latitude, seen_longitude=longitude,
        seen_altitude_ft=35000.0,
    )  # fmt: skip


def flight(registration, start, end, origin, destination, **more):
    """A flight from start to end (ISO UTC) between two ends."""
    first, last = (dt.datetime.fromisoformat(t).replace(tzinfo=dt.UTC) for t in (start, end))
    return replace(
        Flight(
            flight_id=FlightId(f"{registration}-{start}"), icao24=Icao24(registration.lower().replace("-", "")),
            registration=Registration(registration), callsigns=("TST1",), type_code="B742", first_seen_at=first,
            last_seen_at=last, positions=100, origin=origin, destination=destination, distance_nm=1000.0,
        ),
        **more,
    )  # fmt: skip


def party(number, name, schema="Organization", **more):
    return Party(
        party=PartyId(f"test:{number}"), list=more.pop("list", "OFAC SDN"), entry=str(number),
        schema=PartySchema(schema), caption=name, names=(PartyName(text=name, kind=NameKind.PRIMARY),), **more,
    )  # fmt: skip


def aircraft(number, registration):
    return party(number, registration, "Airplane", identifiers=(Identifier(kind="registration", value=registration),))


def listing(number, since=None, *, seen="2021-08-18", until="2024-05-03", **more):
    return Listing(
        party=PartyId(f"test:{number}"), list=more.pop("list", "OFAC SDN"), programme="SDGT", measure=None,
        from_on=day(since) if since else None, from_basis=Basis.STATED if since else Basis.UNKNOWN, to_on=None,
        to_basis=None, observed_from=day(seen), observed_to=day(until), **more,
    )  # fmt: skip


def link(subject, name, kind="Linked To"):
    return PartyId(f"test:{subject}"), StatedLink(kind=kind, object_name=name)


def snapshot(on):
    """A snapshot of that day that shows the entries 1 to 3."""
    entries = {"1": 0, "2": 1, "3": 2}
    return ListSnapshot(
        list="OFAC SDN", on=day(on), on_basis="test", source=Sha256("0" * 64), name=f"{on}.csv", entries=3,
        members=Members(entries, array("i", entries.values()), None),
    )  # fmt: skip


def simurgh_ledger():
    """One listed carrier and its two listed freighters, as two snapshots show them."""
    return Ledger(
        snapshots=tuple(snapshot(on) for on in ("2021-08-18", "2022-01-12", "2022-01-18", "2024-05-03")),
        parties=(party(1, "SIMURGH AIR CARGO"), aircraft(2, "EP-SMA"), aircraft(3, "EP-SMB")),
        listings=(listing(1, "2019-01-24"), listing(2, "2019-01-24"), listing(3)),
        stated_links=(link(2, "SIMURGH AIR CARGO"), link(3, "SIMURGH AIR CARGO")),
    )


SIMURGH = ("Simurgh Air Cargo", "org:simurgh-air-cargo")
MASHHAD = ("Mashhad", "Mashhad,IR")
MYANMAR = ("Myanmar", "MM")


def evidence(**more):
    return Evidence(**{"ledger": simurgh_ledger(), **more})
