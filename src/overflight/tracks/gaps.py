"""Silences as objects: the fact, what physics allows in it, and whether others were heard there and then."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from overflight.records.movement import AirportIdent, Gap, GapVerdict
from overflight.tracks.detection import Detection
from overflight.tracks.fields import load_fields
from overflight.tracks.integrity import instant
from overflight.tracks.performance import Performance, performance_of
from overflight.tracks.reach import Reach, Sight, fields_within_reach, hours, with_article
from overflight.tracks.reception import Heard, Silence, others_heard
from overflight.tracks.settings import TracksSettings


@dataclass(frozen=True, slots=True)
class Quiet:
    """A silence by its positions: the leg it is told with, the last position before and the first after it."""

    leg: int
    last: int
    first: int
    is_between: bool


def find_gaps(run: Detection) -> list[tuple[Gap, ...]]:
    """For each leg its silences, and the one up to the next leg unless that was spent on the ground within hearing."""
    quiet = list(_quiet(run))
    asked = [_silence(run, q) for q in quiet]
    heard = others_heard(run.reception, asked)
    gaps: list[list[Gap]] = [[] for _ in run.legs]
    for q, silence, others in zip(quiet, asked, heard, strict=True):
        gaps[q.leg].append(_gap(run, q, silence, others))
    return [tuple(some) for some in gaps]


def _quiet(run: Detection) -> Iterator[Quiet]:
    """The silences that are told, by leg and time."""
    legs = run.legs
    bounds = np.searchsorted(run.silences, [(leg.first, leg.last) for leg in legs]).tolist()
    silences = run.silences.tolist()
    for i, (leg, (low, high)) in enumerate(zip(legs, bounds, strict=True)):
        for k in silences[low:high]:
            yield Quiet(i, k, k + 1, is_between=False)
        following = legs[i + 1] if i + 1 < len(legs) else None
        if following is not None and following.stretch == leg.stretch:
            last, first = leg.last, following.first
            silence_s = run.tracks.time_s[first] - run.tracks.time_s[last]
            if not (run.ground[last] and run.ground[first]) and silence_s >= run.settings.min_silence_s:
                yield Quiet(i, last, first, is_between=True)


def _silence(run: Detection, quiet: Quiet) -> Silence:
    number = run.numbers[run.legs[quiet.leg].stretch]
    return Silence(number, run.sight(quiet.last, -1), run.sight(quiet.first, 1))


def _gap(run: Detection, quiet: Quiet, silence: Silence, heard: Heard) -> Gap:
    before, after = silence.before, silence.after
    performance = run.performances[run.legs[quiet.leg].stretch]
    reach = fields_within_reach(before, after, performance, run.fields, run.settings)
    is_known = quiet.is_between or before.is_on_ground or after.is_on_ground
    stop = _known_stop(run, before, after, (quiet.last, quiet.first)) if is_known else None
    verdict, why = judge(reach, performance, stop)
    return Gap(
        from_at=instant(before.at_s),
        to_at=instant(after.at_s),
        silence_s=round(after.at_s - before.at_s, 1),
        verdict=verdict,
        reception=heard.verdict,
        reason=f"silent for {hours(after.at_s - before.at_s)}: {why}; {heard.reason}",
        from_altitude_ft=_known(before.altitude_ft),
        to_altitude_ft=_known(after.altitude_ft),
        from_latitude=round(before.latitude, 5),
        from_longitude=round(before.longitude, 5),
        to_latitude=round(after.latitude, 5),
        to_longitude=round(after.longitude, 5),
        could_have_landed_at=tuple(AirportIdent(run.fields.idents[r]) for r in reach.rows.tolist()),
        others_heard=heard.others,
        evidence=(run.row_of_position(quiet.last), run.row_of_position(quiet.first)),
    )


def judge(reach: Reach, performance: Performance, stop: str | None) -> tuple[GapVerdict, str]:
    """The verdict on a silence and its sentence. stop: how it is known that the aircraft was down, where it is."""
    if stop is not None:
        return GapVerdict.STOPPED, stop
    if reach.count:
        fields = "one field was" if reach.count == 1 else f"{reach.count} fields were"
        return GapVerdict.STOP_POSSIBLE, f"{fields} in reach with a runway for {with_article(performance.name)}"
    return GapVerdict.AIRBORNE, f"no field with a runway for {with_article(performance.name)} was in reach"


def _known_stop(run: Detection, before: Sight, after: Sight, between: tuple[int, int]) -> str:
    if before.is_on_ground:
        return "it was on the ground when last heard"
    if after.is_on_ground:
        return "it was on the ground when next heard"
    return run.why_two_flights(*between) or "the next flight begins after it"


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value


def is_in_reach(gap: Gap, ident: str, *, type_code: str | None, settings: TracksSettings | None = None) -> bool:
    """Whether a stop at this field (OurAirports ident) would have fitted into a gap, by the bounds the gap was judged by.

    For questions about one field: `could_have_landed_at` lists the easiest only. False where the gap has no places.
    """
    places = (gap.from_latitude, gap.from_longitude, gap.to_latitude, gap.to_longitude)
    fields = load_fields()
    if any(place is None for place in places) or fields.airports.by_ident(ident) is None:
        return False
    tops = [a for a in (gap.from_altitude_ft, gap.to_altitude_ft) if a is not None]
    performance = performance_of(type_code, top_altitude_ft=max(tops, default=0.0), top_speed_kt=float("nan"))
    everything = replace(settings or TracksSettings(), fields_listed=len(fields.latitude))
    reach = fields_within_reach(_edge(gap, "from"), _edge(gap, "to"), performance, fields, everything)
    return fields.airports.row_of(ident) in reach.rows


def _edge(gap: Gap, side: str) -> Sight:
    altitude, nothing = getattr(gap, f"{side}_altitude_ft"), float("nan")
    return Sight(
        at_s=getattr(gap, f"{side}_at").timestamp(),
        latitude=getattr(gap, f"{side}_latitude"),
        longitude=getattr(gap, f"{side}_longitude"),
        altitude_ft=nothing if altitude is None else altitude,
        height_ft=nothing,
        speed_kt=nothing,
        track_deg=nothing,
        trend_fpm=nothing,
        callsign="",
    )
