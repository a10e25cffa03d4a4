"""What a silence allows: could the aircraft have come down, stood, and been back where it was heard next?"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from overflight.tracks.fields import Fields
from overflight.tracks.geometry import NM_PER_DEGREE, Floats, Ints, apart_nm, distances_nm
from overflight.tracks.performance import Performance
from overflight.tracks.settings import TracksSettings

STEEPEST_DESCENT_FPM = 6000.0
STEEPEST_CLIMB_FPM = 5000.0
"""Bounds of transport aircraft in a hurry, ft/min: no field is excluded because a crew flew unusually."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """An aircraft where it was heard last before a silence, or first after it. NaN where unknown.

    height_ft: over the nearest field. trend_fpm: change of altitude over the minutes before (or after).
    callsign: "" where none was sent.
    """

    at_s: float
    latitude: float
    longitude: float
    altitude_ft: float
    height_ft: float
    speed_kt: float
    track_deg: float
    trend_fpm: float
    callsign: str
    is_on_ground: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """How many fields fit into a silence, and those that leave most minutes over: rows of `Fields`, the easiest first."""

    count: int
    rows: Ints
    spare_min: Floats


def fields_within_reach(
    before: Sight, after: Sight, performance: Performance, fields: Fields, settings: TracksSettings
) -> Reach:
    """The fields where a stop would have fitted between two sights.

    Bound, not habit: straight lines at the highest ground speed the class can show, steepest descent and climb, the
    shortest stop, and a runway long (and where needed hard) enough. Closed fields with such a runway count.
    """
    silence_s = after.at_s - before.at_s
    top = performance.highest_ground_speed_kt
    nothing = Reach(0, np.zeros(0, dtype=np.int64), np.zeros(0))
    direct_nm = apart_nm(before.latitude, before.longitude, after.latitude, after.longitude)
    if silence_s - settings.shortest_stop_s < direct_nm / top * 3600:
        return nothing
    reach_nm = (silence_s - settings.shortest_stop_s) / 3600 * top
    suitable = fields.suitable(performance.shortest_runway_ft, performance.needs_hard_runway)
    rows, vectors = suitable.between(
        before.latitude - reach_nm / NM_PER_DEGREE, before.latitude + reach_nm / NM_PER_DEGREE
    )
    there = distances_nm(vectors, before.latitude, before.longitude)
    near = np.flatnonzero(there <= reach_nm)
    rows, there, back = rows[near], there[near], distances_nm(vectors[near], after.latitude, after.longitude)
    exists = fields.exists(rows, np.floor(before.at_s / 86400))
    if not exists.all():
        rows, there, back = rows[exists], there[exists], back[exists]
    elevation = np.nan_to_num(fields.elevation_ft[rows])
    down_s = np.maximum(there / top * 3600, _height(before, elevation) / STEEPEST_DESCENT_FPM * 60)
    up_s = np.maximum(back / top * 3600, _height(after, elevation) / STEEPEST_CLIMB_FPM * 60)
    spare_s = silence_s - settings.shortest_stop_s - down_s - up_s
    fits = np.flatnonzero(spare_s >= 0)
    count = len(fits)
    if count > settings.fields_listed:
        # those with as much to spare as the last one listed, so that ties are settled by row and not by chance
        limit = np.partition(spare_s[fits], count - settings.fields_listed)[count - settings.fields_listed]
        fits = fits[spare_s[fits] >= limit]
    order = fits[np.lexsort((rows[fits], -spare_s[fits]))][: settings.fields_listed]
    return Reach(count, rows[order], spare_s[order] / 60)


def _height(sight: Sight, elevation_ft: Floats) -> Floats:
    altitude = 0.0 if np.isnan(sight.altitude_ft) or sight.is_on_ground else sight.altitude_ft
    return np.maximum(altitude - elevation_ft, 0.0)


def stop_reason(before: Sight, after: Sight, performance: Performance, settings: TracksSettings) -> str | None:
    """Why a silence in the air must be taken for a landing and another flight; None where it is one flight.

    One flight is the rule; it is broken only where the time in the air would be impossible, or where a usual stop fits
    and the aircraft was seen to come down, to come back up, to turn back, or to carry another callsign.
    """
    silence_s = after.at_s - before.at_s
    if silence_s > performance.endurance_h * 3600:
        return f"the silence of {hours(silence_s)} is longer than {with_article(performance.name)} stays in the air"
    distance_nm = apart_nm(before.latitude, before.longitude, after.latitude, after.longitude)
    speed_kt = _travel_speed(before, after, performance)
    spare_s = silence_s - distance_nm / speed_kt * 3600
    heights = _above(before), _above(after)
    slow_s = heights[0] / settings.descent_fpm * 20 + heights[1] / settings.climb_fpm * 20
    is_low = heights[0] < LOW_FT and heights[1] < LOW_FT
    needed_s = LOW_STOP_S if is_low else settings.turnaround_s + slow_s
    if before.callsign == after.callsign and FLIGHT_NUMBER.fullmatch(before.callsign):
        needed_s = max(needed_s, SAME_NUMBER_STOP_S)
    if spare_s < needed_s:
        return None
    for is_so, reason in _stop_signs(before, after, heights, silence_s, distance_nm / speed_kt * 3600, spare_s):
        if is_so:
            return reason
    return None


LOW_FT = 4000.0
LOW_STOP_S = 720.0
"""Between two sights near the ground, twelve minutes more than the way needs are no circuit: a go-around takes six."""
TREND_FPM = 500.0
FLIGHT_NUMBER = re.compile(r"[A-Z]{3}\d{1,4}[A-Z]{0,2}")
SAME_NUMBER_STOP_S = 3600.0
"""An airline's flight number changes at a landing as a rule. Kept over a silence it speaks for one flight, unless there was
time for an hour's stop. Registrations sent as callsigns say nothing."""


def _stop_signs(
    before: Sight, after: Sight, heights: tuple[float, float], silence_s: float, travel_s: float, spare_s: float
) -> tuple[tuple[bool, str], ...]:
    spare = f"{hours(spare_s)} more than the way needs"
    fell = before.trend_fpm < -TREND_FPM or heights[0] < LOW_FT
    rose = after.trend_fpm > TREND_FPM or heights[1] < LOW_FT
    known = bool(before.callsign and after.callsign)
    same = known and before.callsign == after.callsign
    return (
        (fell and rose, f"it was coming down before the silence and climbing after it, {spare}"),
        (known and not same, f"the callsign changed from {before.callsign} to {after.callsign}, {spare}"),
        (
            (fell or rose) and not same,
            f"it was {'coming down before' if fell else 'climbing after'} the silence, {spare}",
        ),
        (silence_s > 6 * 3600 and travel_s < 0.5 * silence_s, f"nothing was heard for {hours(silence_s)}, {spare}"),
        (not known and spare_s > 2 * 3600, f"nothing was heard for {hours(silence_s)}, {spare}"),
    )


def _travel_speed(before: Sight, after: Sight, performance: Performance) -> float:
    seen = [s.speed_kt for s in (before, after) if not np.isnan(s.speed_kt) and s.speed_kt > 60]
    usual = max([*seen, performance.cruise_kt]) if len(seen) < 2 else float(np.mean(seen))
    return float(np.clip(usual, 80.0, performance.highest_ground_speed_kt))


def _above(sight: Sight) -> float:
    return 30_000.0 if np.isnan(sight.height_ft) else max(sight.height_ft, 0.0)


def hours(seconds: float) -> str:
    """A length of time as people say it: 45 min, 4 h 36 min."""
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d} min"


def with_article(name: str) -> str:
    """A noun with its article."""
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"
