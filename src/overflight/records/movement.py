"""Aircraft on the move: flights with their ends and silences, and rotations."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from overflight.records.plain import HIDDEN, json_name
from overflight.records.source import Sha256

FlightId = NewType("FlightId", str)
"""Content-derived: the airframe address and the first instant it was seen on that flight."""

Icao24 = NewType("Icao24", str)
"""24-bit aircraft address, six lower-case hexadecimal digits; a leading `~` marks one that ICAO did not assign."""

Registration = NewType("Registration", str)
"""Civil registration mark as painted, upper case with its hyphen: `EP-FAB`."""

AirportIdent = NewType("AirportIdent", str)
"""The OurAirports ident of the shipped table; not always the ICAO code."""


class EndpointKind(StrEnum):
    """How an end of a flight is known."""

    OBSERVED = "observed"
    INFERRED = "inferred"
    OUT_OF_AREA = "out_of_area"
    UNDETERMINED = "undetermined"


class EndpointMethod(StrEnum):
    """What an endpoint was told from."""

    GROUND = "ground"
    APPROACH = "approach"
    CLIMB = "climb"
    DESCENT = "descent"
    GAP = "gap"


class GapVerdict(StrEnum):
    """What physics allows inside a silence."""

    AIRBORNE = "airborne"
    STOP_POSSIBLE = "stop_possible"
    STOPPED = "stopped"


class Reception(StrEnum):
    """Whether anybody else was heard where and when an aircraft was silent."""

    OTHERS_HEARD = "others_heard"
    NOBODY_HEARD = "nobody_heard"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class AirportCandidate:
    """A field that an end of a flight may have been, with its probability (0–1)."""

    airport: AirportIdent
    probability: float
    icao: str | None = None
    airport_name: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRange:
    """Rows of one source, first and last inclusive, counted from 1."""

    source: Sha256
    first_row: int
    last_row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One end of a flight. `airport` is set only when `kind` is observed or inferred; `reason` is always set.

    latitude and longitude (degrees) are the field's reference point; seen_* say where the aircraft itself was last (or first) seen,
    evidence in which row of which source.
    """

    kind: EndpointKind
    reason: str
    airport: AirportIdent | None = None
    airport_name: str | None = None
    icao: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    at: dt.datetime | None = None
    probability: float | None = None
    method: EndpointMethod | None = None
    alternatives: tuple[AirportCandidate, ...] = ()
    seen_latitude: float | None = None
    seen_longitude: float | None = None
    seen_altitude_ft: float | None = None
    evidence: tuple[RowRange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A silence inside a flight: the fact, what physics allows in it, and whether others were heard.

    evidence: the row before it and the row after it.
    """

    from_at: dt.datetime = field(metadata=json_name("from"))
    to_at: dt.datetime = field(metadata=json_name("to"))
    silence_s: float
    verdict: GapVerdict
    reception: Reception
    reason: str
    from_altitude_ft: float | None = None
    to_altitude_ft: float | None = None
    from_latitude: float | None = None
    from_longitude: float | None = None
    to_latitude: float | None = None
    to_longitude: float | None = None
    could_have_landed_at: tuple[AirportIdent, ...] = ()
    others_heard: int | None = None
    evidence: tuple[RowRange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PathPoint:
    """A point of a flight's drawn path; starts_gap marks that silence follows it."""

    at: dt.datetime
    latitude: float
    longitude: float
    altitude_ft: float | None
    is_on_ground: bool
    starts_gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Flight:
    """Take-off to landing of one airframe, as far as it was heard."""

    flight_id: FlightId
    icao24: Icao24 | None
    registration: Registration | None
    callsigns: tuple[str, ...]
    type_code: str | None
    first_seen_at: dt.datetime
    last_seen_at: dt.datetime
    positions: int
    origin: Endpoint
    destination: Endpoint
    distance_nm: float
    gaps: tuple[Gap, ...] = ()
    warnings: tuple[str, ...] = ()
    evidence: tuple[RowRange, ...] = ()
    is_synthetic: bool = False
    path: tuple[PathPoint, ...] = field(default=(), metadata=HIDDEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """An outbound flight, its time on the ground, and the flight back."""

    rotation_id: str
    icao24: Icao24 | None
    flights: tuple[FlightId, ...]
    turn_airport: AirportIdent | None
    ground_time_s: float | None
    is_closed: bool
    reason: str
