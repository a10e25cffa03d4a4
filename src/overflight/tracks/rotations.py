"""Outbound flight, time on the ground, and the flight back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from overflight.records.movement import AirportIdent, EndpointMethod, Flight, FlightId, Rotation

LONGEST_STAY_H = 96.0
"""A stay of more than four days ends a rotation: crews and cargo of one mission do not wait longer."""


def detect_rotations(flights: Sequence[Flight]) -> tuple[Rotation, ...]:
    """Every pair of flights, out and back, of one airframe, by airframe and time.

    Closed: the way back ends where the way out began. The turn may be unknown where the ends were not seen.
    """
    found = []
    for _, group in groupby(sorted(flights, key=_order), key=lambda f: f.icao24 or f.registration or f.callsigns):
        for out, back in pairwise(list(group)):
            rotation = _rotation(out, back)
            if rotation is not None:
                found.append(rotation)
    return tuple(found)


def first_visits(flights: Sequence[Flight]) -> tuple[tuple[FlightId, AirportIdent], ...]:
    """(flight, airport) wherever an airframe ends a flight at a field for the first time in these data, oldest first.

    Only the first in what was given: earlier visits may lie outside of it.
    """
    met: set[tuple[str, str]] = set()
    found = []
    for flight in sorted(flights, key=lambda f: (f.first_seen_at, f.flight_id)):
        who = flight.icao24 or flight.registration or flight.flight_id
        for end, counts in ((flight.origin, False), (flight.destination, True)):
            if end.airport is not None and (who, end.airport) not in met:
                met.add((who, end.airport))
                if counts:
                    found.append((flight.flight_id, end.airport))
    return tuple(found)


def _order(flight: Flight) -> tuple[str, str, str, str]:
    return (
        flight.icao24 or "~~",
        flight.registration or "",
        flight.first_seen_at.isoformat(),
        flight.flight_id,
    )


def _rotation(out: Flight, back: Flight) -> Rotation | None:
    home, end = out.origin.airport, back.destination.airport
    if home is None or home != end or out.destination.airport == home:
        return None
    stay_s = (back.first_seen_at - out.last_seen_at).total_seconds()
    if stay_s < 0 or stay_s > LONGEST_STAY_H * 3600:
        return None
    there, again = out.destination.airport, back.origin.airport
    if there is not None and again is not None and there != again:
        return None
    turn = there or again
    both = out.destination.method is EndpointMethod.GROUND and back.origin.method is EndpointMethod.GROUND
    where = "an unseen turn" if turn is None else f"a turn at {turn}"
    return Rotation(
        rotation_id=f"{out.flight_id}/{back.flight_id}",
        icao24=out.icao24,
        flights=(out.flight_id, back.flight_id),
        turn_airport=turn,
        ground_time_s=stay_s if both else None,
        is_closed=True,
        reason=f"from {home} and back to {home} with {where}; {stay_s / 3600:.1f} h between last and next heard",
    )
