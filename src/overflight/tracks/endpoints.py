"""The two ends of each flight: observed, inferred with a probability, or undetermined; always with a reason."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from overflight.records.movement import AirportCandidate, AirportIdent, Endpoint, EndpointKind, EndpointMethod
from overflight.tracks.candidates import pair_ends_with_fields
from overflight.tracks.detection import Detection
from overflight.tracks.ends import Side, describe_ends, sides_of
from overflight.tracks.fields import Fields
from overflight.tracks.geometry import Floats, Ints, apart_nm
from overflight.tracks.integrity import instant
from overflight.tracks.reach import STEEPEST_DESCENT_FPM, hours
from overflight.tracks.scoring import score_on_ground, score_pairs
from overflight.tracks.state import BAROMETER_FT

ON_FIELD_NM = 4.0
"""On the ground within this of a field's reference point or runway is on that field."""
SURE_HEIGHT_FT = 1500.0
SURE_DISTANCE_NM = 6.0
"""Below and within these of the field that it fits, an aircraft was watched landing or taking off: observed."""
SPARE = ((3600.0, 0.97), (10_800.0, 0.92), (21_600.0, 0.82), (86_400.0, 0.6), (float("inf"), 0.3))
"""Unseen time beyond what the way needs (s) -> probability that no other flight hides in it. A further flight with its
stop takes an hour at the very least and two or three as a rule; aircraft at work fly about every fourth hour."""
LISTED_FROM, MOST_LISTED = 0.02, 6
"""Candidates below this probability, or after so many, are not listed."""
SUREST = 0.99
"""No probability above this is claimed: the tables themselves err in one field of a hundred."""
CLIMBING_FPM = 500.0
"""An aircraft that climbs like this through its last two minutes is not landing, however low it is."""
NEAR_GROUND = 5
"""Positions in the air next to the ground that must all be too high for the field before the ground is not believed."""
LEVEL_FPM, LEVEL_FT = 200.0, 6000.0
"""Level above this height an aircraft is neither arriving nor departing."""


@dataclass(frozen=True, slots=True)
class EndCandidates:
    """All that is known of one end before it is answered: its side, and the fields near it, the likeliest first."""

    side: Side
    rows: Ints
    probability: Floats
    distance_nm: Floats
    height_ft: Floats
    is_on_line: NDArray[np.bool_]
    sink_fpm: float


def find_endpoints(run: Detection, candidates: list[EndCandidates]) -> list[Endpoint]:
    """Origin and destination of each leg of the run, one after the other, from what that leg itself shows."""
    return [_answer(run, end) for end in candidates]


def find_candidates(run: Detection) -> list[EndCandidates]:
    """The fields near every end of every leg, with their probabilities."""
    legs = run.legs
    sides = sides_of(legs)
    ends = describe_ends(run.tracks, legs, sides, [run.performances[leg.stretch] for leg in legs])
    pairs = pair_ends_with_fields(ends, run.fields)
    in_air = score_pairs(pairs, ends, run.fields, run.settings).probability
    rolling = score_on_ground(pairs, ends, run.fields)
    on_ground = np.array([side.ground is not None for side in sides], dtype=bool)
    probability = np.where(on_ground[pairs.end], rolling, in_air) if len(sides) else in_air
    order = np.lexsort((pairs.field, -probability, pairs.end))
    bounds = np.searchsorted(pairs.end[order], np.arange(len(sides) + 1)).tolist()
    with np.errstate(invalid="ignore"):
        is_on_line = (pairs.line_nm < 0.3 + 0.03 * pairs.ahead_nm) & (pairs.line_deg < 12)
    field, probability, is_on_line = pairs.field[order], probability[order], is_on_line[order]
    distance_nm, height_ft = pairs.distance_nm[order], pairs.height_ft[order]
    found = []
    for i, side in enumerate(sides):
        mine = slice(bounds[i], bounds[i + 1])
        columns = field[mine], probability[mine], distance_nm[mine], height_ft[mine], is_on_line[mine]
        found.append(EndCandidates(side, *columns, float(ends.sink_fpm[i])))
    return found


def _answer(run: Detection, end: EndCandidates) -> Endpoint:
    seen = _seen(run, end.side)
    if end.side.ground is not None:
        return _answer_on_ground(run, end, seen)
    word = "last" if end.side.is_arrival else "first"
    if not len(end.rows):
        return replace(seen, reason=f"{word} heard in the air, {_altitude(seen)}, with no field near")
    text = f"{word} heard {_where(run.fields, end)}"
    others = listed(run.fields, end.rows, end.probability)
    doubt = _doubt(run, end)
    if doubt is not None:
        return replace(seen, reason=f"{text}: {doubt}", alternatives=others)
    is_sure = end.height_ft[0] < SURE_HEIGHT_FT and end.distance_nm[0] < SURE_DISTANCE_NM
    arriving = EndpointMethod.APPROACH if is_sure else EndpointMethod.DESCENT
    return named(
        run.fields,
        int(end.rows[0]),
        seen,
        Told(
            kind=EndpointKind.OBSERVED if is_sure else EndpointKind.INFERRED,
            method=arriving if end.side.is_arrival else EndpointMethod.CLIMB,
            reason=text,
            probability=float(end.probability[0]),
            alternatives=others[1:],
        ),
    )


def _doubt(run: Detection, end: EndCandidates) -> str | None:
    """Why no field is named, in words; None where the likeliest one may be."""
    height, best = float(end.height_ft[0]), float(end.probability[0])
    if height > run.settings.highest_projection_ft:
        return "too high to tell where it " + ("went" if end.side.is_arrival else "came from")
    if not end.sink_fpm > LEVEL_FPM and height > LEVEL_FT:
        return "it was not " + ("coming down" if end.side.is_arrival else "climbing")
    if end.sink_fpm < -CLIMBING_FPM:
        return "it was " + ("climbing" if end.side.is_arrival else "coming down")
    is_high_arrival = end.side.is_arrival and height >= run.settings.high_arrival_ft
    if best >= (run.settings.high_arrival_probability if is_high_arrival else run.settings.answer_probability):
        return None
    if len(end.rows) > 1 and end.probability[1] >= 0.2:
        names = " and ".join(run.fields.airports.at(int(r)).name for r in end.rows[:2])
        return f"{names} are both possible, and nothing decides between them"
    return "no field is likely enough to be named"


def _answer_on_ground(run: Detection, end: EndCandidates, seen: Endpoint) -> Endpoint:
    """The field an aircraft was seen standing or rolling on; after a long silence it is an inference."""
    word = "last" if end.side.is_arrival else "first"
    here = end.distance_nm <= ON_FIELD_NM
    if not here.any():
        return replace(seen, reason=f"{word} heard on the ground, on no field of the table")
    best = int(np.argmax(here))
    drop = _impossible_drop(run, end, int(end.rows[best]))
    if drop is not None:
        return replace(seen, reason=f"{word} heard on the ground, but {drop}: the place is not to be believed")
    silence_s, spare_s = _silence_to_ground(run, end)
    unseen = no_flight_between(spare_s) if silence_s > run.settings.min_silence_s else 1.0
    others = listed(run.fields, end.rows[here], end.probability[here])
    text = f"{word} heard on the ground, {end.distance_nm[best]:.1f} nm from the nearest runway (or the middle) of the field"
    if silence_s > run.settings.min_silence_s:
        text += f", {hours(silence_s)} {'after' if end.side.is_arrival else 'before'} it was heard in the air"
    if unseen * end.probability[best] < run.settings.answer_probability:
        return replace(seen, reason=f"{text}: another flight may lie between", alternatives=others)
    is_sure = spare_s <= SPARE[0][0]
    return named(
        run.fields,
        int(end.rows[best]),
        seen,
        Told(
            kind=EndpointKind.OBSERVED if is_sure else EndpointKind.INFERRED,
            method=EndpointMethod.GROUND if is_sure else EndpointMethod.GAP,
            reason=text,
            probability=float(end.probability[best]) * unseen,
            alternatives=others[1:],
        ),
    )


def _impossible_drop(run: Detection, end: EndCandidates, row: int) -> str | None:
    """That an aircraft was too high over a field just before (or after) it was heard on the ground there; None if not.

    Spoofed receivers put an aircraft on a field that it did not reach; its altitude is measured by pressure and stays true.
    """
    leg, tracks = run.legs[end.side.leg], run.tracks
    if not leg.is_heard_in_air:
        return None
    air, ground = (leg.air_last, leg.air_last + 1) if end.side.is_arrival else (leg.air_first, leg.air_first - 1)
    inner = air - NEAR_GROUND if end.side.is_arrival else air + NEAR_GROUND
    first, last = max(min(air, inner), leg.air_first), min(max(air, inner), leg.air_last)
    # altitudes may be garbled and speeds too: only what was seen to move as aircraft do surely came from the air
    moved_nm = apart_nm(tracks.latitude[first], tracks.longitude[first], tracks.latitude[last], tracks.longitude[last])
    if moved_nm <= run.settings.slow_kt * float(tracks.time_s[last] - tracks.time_s[first]) / 3600:
        return None
    seconds = abs(float(tracks.time_s[ground] - tracks.time_s[air]))
    lowest_ft = float(np.nanmin(tracks.altitude_ft[first : last + 1], initial=np.inf))
    height_ft = lowest_ft - float(np.nan_to_num(run.fields.elevation_ft[row]))
    if not BAROMETER_FT + STEEPEST_DESCENT_FPM * seconds / 60 < height_ft < np.inf:
        return None
    name, order = run.fields.airports.at(row).name, "before" if end.side.is_arrival else "after"
    return f"{height_ft:,.0f} ft over {name} {seconds:.0f} s {order}"


def _silence_to_ground(run: Detection, end: EndCandidates) -> tuple[float, float]:
    """Seconds between air and ground at an end seen on the ground, and how many of them the way does not need."""
    leg, tracks = run.legs[end.side.leg], run.tracks
    if not leg.is_heard_in_air:
        return 0.0, 0.0
    air, ground = (leg.air_last, leg.air_last + 1) if end.side.is_arrival else (leg.air_first, leg.air_first - 1)
    silence_s = abs(float(tracks.time_s[ground] - tracks.time_s[air]))
    way_nm = apart_nm(tracks.latitude[air], tracks.longitude[air], tracks.latitude[ground], tracks.longitude[ground])
    return silence_s, silence_s - way_nm / run.performances[leg.stretch].cruise_kt * 3600


def no_flight_between(spare_s: float) -> float:
    """The probability that no other flight hides in so much unseen time."""
    return next(p for limit, p in SPARE if spare_s <= limit)


def _seen(run: Detection, side: Side) -> Endpoint:
    """An undetermined end that says where the aircraft was seen, and when it left or reached the ground."""
    at, leg = side.at, run.legs[side.leg]
    when = at
    if side.ground is not None and leg.is_heard_in_air:
        when = leg.air_last + 1 if side.is_arrival else leg.air_first
    altitude = run.tracks.altitude_ft[at]
    return Endpoint(
        kind=EndpointKind.UNDETERMINED,
        reason="",
        at=instant(run.tracks.time_s[when]),
        seen_latitude=round(float(run.tracks.latitude[at]), 5),
        seen_longitude=round(float(run.tracks.longitude[at]), 5),
        seen_altitude_ft=None if np.isnan(altitude) else float(altitude),
        evidence=(run.row_of_position(at),),
    )


def _where(fields: Fields, end: EndCandidates) -> str:
    name = fields.airports.at(int(end.rows[0])).name
    height = end.height_ft[0]
    over = f"{height:,.0f} ft over and " if not np.isnan(height) else ""
    line = ", on the line of a runway" if end.is_on_line[0] else ""
    rate = ""
    if end.sink_fpm > LEVEL_FPM:
        rate = f", {'descending' if end.side.is_arrival else 'climbing'} {end.sink_fpm:,.0f} ft/min"
    return f"{over}{end.distance_nm[0]:.1f} nm from {name}{line}{rate}"


def _altitude(seen: Endpoint) -> str:
    return "at no known altitude" if seen.seen_altitude_ft is None else f"at {seen.seen_altitude_ft:,.0f} ft"


def listed(fields: Fields, rows: Ints, probability: Floats) -> tuple[AirportCandidate, ...]:
    """The candidates worth naming, the likeliest first."""
    likely = [(int(r), float(p)) for r, p in zip(rows, probability, strict=True) if p >= LISTED_FROM]
    return tuple(candidate(fields, row, p) for row, p in likely[:MOST_LISTED])


def candidate(fields: Fields, row: int, probability: float) -> AirportCandidate:
    """One field that an end may have been."""
    airport = fields.airports.at(row)
    return AirportCandidate(
        airport=AirportIdent(airport.ident),
        probability=round(min(probability, SUREST), 3),
        icao=airport.icao,
        airport_name=airport.name,
        country=airport.country,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How an end came to be named."""

    kind: EndpointKind
    method: EndpointMethod
    reason: str
    probability: float
    alternatives: tuple[AirportCandidate, ...] = ()


def named(fields: Fields, row: int, seen: Endpoint, told: Told) -> Endpoint:
    """An end that names its field."""
    airport = fields.airports.at(row)
    return replace(
        seen,
        kind=told.kind,
        reason=told.reason,
        airport=AirportIdent(airport.ident),
        airport_name=airport.name,
        icao=airport.icao,
        country=airport.country,
        latitude=airport.latitude,
        longitude=airport.longitude,
        probability=round(min(told.probability, SUREST), 3),
        method=told.method,
        alternatives=told.alternatives,
    )
