"""Flights, their ends and rotations in words, for the cells of tables."""

from __future__ import annotations

from markupsafe import Markup

from overflight.assessment.unreported import SENTENCES
from overflight.publishing.dossier import wording
from overflight.publishing.dossier.index import Index
from overflight.records.finding import UnreportedFlight
from overflight.records.movement import Endpoint, EndpointKind, Flight, Rotation

OF_ALL_UNREPORTED = SENTENCES["unreported.reception"]
"""What every reason of such a flight ends with: the dossier says it once."""


def end_words(end: Endpoint) -> Markup:
    """An end of a flight as a table cell: the place, how it is known, when."""
    if end.airport is None:
        return Markup('<span class="not-known">{}</span>').format(wording.ENDPOINTS[end.kind]) + alternatives(end)
    code = end.icao or end.airport
    name = Markup("{} <span class='kind'>{}</span>").format(end.airport_name or code, code)
    how = wording.ENDPOINTS[end.kind]
    if end.kind is EndpointKind.INFERRED and end.probability is not None:
        how += f", {wording.percent(end.probability)}"
    if end.method is not None:
        how += f", by {end.method}" if end.method != "ground" else " on the ground"
    at = f", {wording.clock(end.at)}" if end.at else ""
    return name + Markup('<span class="sub">{}{}</span>').format(how, at) + alternatives(end)


def alternatives(end: Endpoint) -> Markup:
    """Other fields an end may have been."""
    if not end.alternatives:
        return Markup("")
    shown = [
        f"{a.airport_name or a.icao or a.airport} ({wording.percent(a.probability)})" for a in end.alternatives[:3]
    ]
    more = f" and {len(end.alternatives) - 3} more" if len(end.alternatives) > 3 else ""
    return Markup('<span class="sub">may have been {}{}</span>').format(", ".join(shown), more)


def flight_details(flight: Flight) -> str:
    """Address, type and callsigns."""
    parts = [
        f"address {flight.icao24}" if flight.icao24 else "",
        f"type {flight.type_code}" if flight.type_code else "",
        f"callsign {', '.join(flight.callsigns[:4])}" if flight.callsigns else "no callsign heard",
        wording.count(flight.positions, "position"),
    ]
    return " · ".join(part for part in parts if part)


def reason_unreported(item: UnreportedFlight, index: Index) -> str:
    """Why a flight is among those that nobody reported, without what holds for all of them."""
    return wording.sentence(index.with_report_names(item.because.removesuffix(OF_ALL_UNREPORTED).rstrip()))


def turn(rotation: Rotation, index: Index) -> Endpoint | None:
    """The end of a flight of this rotation that was at the field where it turned."""
    flights = [index.flights[i] for i in rotation.flights if i in index.flights]
    ends = [end for flight in flights for end in (flight.destination, flight.origin)]
    return next((end for end in ends if end.airport and end.airport == rotation.turn_airport), None)


def turned_at(rotation: Rotation, index: Index) -> str:
    """Where a rotation turned, by the name and the code that its flights bear."""
    end = turn(rotation, index)
    return f"{wording.place(end)} ({end.icao or end.airport})" if end else rotation.turn_airport or "not known"


def rotation_reason(rotation: Rotation, index: Index) -> str:
    """How a rotation was told, with the code of the field as its flights bear it."""
    end, code = turn(rotation, index), rotation.turn_airport
    return wording.sentence(rotation.reason.replace(code, end.icao) if end and end.icao and code else rotation.reason)
