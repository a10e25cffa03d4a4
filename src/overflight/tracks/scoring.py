"""How well each field fits an end of a flight: a short table of physical reasons and their weights, made a probability."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from overflight.tracks.candidates import CLIMB_FT_PER_NM, SLOPE_FT_PER_NM, Ends, Pairs
from overflight.tracks.fields import Fields
from overflight.tracks.geometry import Floats
from overflight.tracks.settings import TracksSettings


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for or against a field: its weights for departures and arrivals, and what it says."""

    departure: float
    arrival: float
    sentence: str


WEIGHTS: dict[str, Reason] = {
    "far": Reason(-5.9, -5.8, "it lies farther off than the height has to be lost or was gained"),
    "direction": Reason(0.95, 1.25, "the course leads towards it"),
    "behind": Reason(-0.85, 0.0, "the course leads away from it"),
    "line": Reason(0.55, 1.05, "the track lies on the extended line of one of its runways"),
    "close": Reason(0.95, 0.1, "it lies right below, and low"),
    "long runway": Reason(5.9, 4.75, "its runway is long, as fast aircraft want it"),
    "longer strip": Reason(0.9, 2.55, "its runway is long, for a slow aircraft"),
    "short runway": Reason(0.2, 0.9, "its runway is shorter than this class of aircraft uses"),
    "soft runway": Reason(-1.75, -2.6, "its runway is not hard, and this class of aircraft needs that"),
    "closed": Reason(-2.65, -2.65, "it was closed by then, or on a day that is not known"),
    "scheduled": Reason(2.0, 2.0, "it has scheduled service (counted only where asked for)"),
}
"""Scores add up like logarithms of odds. `benchmarks/tracks/fit_endpoints.py` fitted the weights, docs say on what."""

NO_FIELD = {"always": Reason(-12.0, -15.6, ""), "height": Reason(5.75, 8.7, ""), "level": Reason(3.9, 3.45, "")}
"""Score of 'some place not in the table', which every candidate must beat: more with each 10,000 ft, and when level."""

LEVEL_FPM = 200.0
GROUND_NM = 0.3
"""How far from its field's runways an aircraft on the ground is to be expected, nautical miles: the scale of aprons."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Score and probability of each pair, among the candidates of its end and 'no field of the table'."""

    score: Floats
    probability: Floats


def reasons(pairs: Pairs, ends: Ends, fields: Fields, settings: TracksSettings) -> dict[str, Floats]:
    """The value of every reason of WEIGHTS for every pair."""
    height = np.clip(np.nan_to_num(pairs.height_ft), 0.0, None)
    slope = np.where(ends.is_arrival[pairs.end], SLOPE_FT_PER_NM, CLIMB_FT_PER_NM)
    log_range = np.log((pairs.distance_nm + 2.0) / (height / slope + 2.0))
    # close to a field the direction to its middle says little
    blur = np.clip(pairs.distance_nm / 4.0, 0.0, 1.0)
    off = np.nan_to_num(pairs.off_deg, nan=60.0)
    on_line = np.exp(
        -0.5 * (pairs.line_nm / (0.3 + 0.03 * pairs.ahead_nm)) ** 2 - 0.5 * (pairs.line_deg / 10.0) ** 2
    ) * (pairs.ahead_nm < 25)
    runway, is_fast = fields.runway_ft[pairs.field], ends.needs_hard[pairs.end]
    length = np.clip(runway, 1000, 11_000)
    return {
        "far": np.maximum(log_range, 0.0),
        "direction": blur * np.log(0.1 + 0.9 * np.exp(-0.5 * (off / 30.0) ** 2)),
        "behind": blur * (off > 100),
        "line": np.log1p(12.0 * np.nan_to_num(on_line)),
        "close": np.exp(-pairs.distance_nm / 3.0) * (height < 3000),
        "long runway": np.log(length / 6000.0) * is_fast,
        "longer strip": np.log(length / 3000.0) * ~is_fast,
        "short runway": np.minimum(pairs.runway_margin, 0.0),
        "soft runway": (~pairs.is_suitable).astype(np.float64),
        "closed": fields.is_shut(pairs.field, ends.day[pairs.end]).astype(np.float64),
        "scheduled": (fields.is_scheduled[pairs.field] & settings.prefer_scheduled).astype(np.float64),
    }


def no_field_reasons(ends: Ends, fields: Fields) -> dict[str, Floats]:
    """The value of every reason of NO_FIELD for every end."""
    nearest, _ = fields.nearest(ends.latitude, ends.longitude)
    height = np.nan_to_num(ends.altitude_ft - np.nan_to_num(fields.elevation_ft[nearest]))
    return {
        "always": np.ones(len(ends)),
        "height": np.clip(height / 10_000.0, 0.0, 2.0),
        "level": (np.nan_to_num(ends.sink_fpm) < LEVEL_FPM).astype(np.float64),
    }


def score_pairs(pairs: Pairs, ends: Ends, fields: Fields, settings: TracksSettings) -> Scores:
    """Scores and probabilities of all pairs."""
    score = np.zeros(len(pairs.end))
    for name, value in reasons(pairs, ends, fields, settings).items():
        score += _weight(WEIGHTS[name], ends.is_arrival[pairs.end]) * value
    none = np.zeros(len(ends))
    for name, value in no_field_reasons(ends, fields).items():
        none += _weight(NO_FIELD[name], ends.is_arrival) * value
    top = none.copy()
    np.maximum.at(top, pairs.end, score)
    odds = np.exp(score - top[pairs.end])
    total = np.exp(none - top)
    np.add.at(total, pairs.end, odds)
    return Scores(score, odds / total[pairs.end])


def score_on_ground(pairs: Pairs, ends: Ends, fields: Fields) -> Floats:
    """Probabilities of the fields near an aircraft that stands or rolls: the nearest runway, if it could have used it."""
    values = reasons(pairs, ends, fields, TracksSettings())
    score = (
        -pairs.distance_nm / GROUND_NM + values["short runway"] - 2.0 * values["soft runway"] - 3.0 * values["closed"]
    )
    top = np.full(len(ends), -np.inf)
    np.maximum.at(top, pairs.end, score)
    odds = np.exp(score - top[pairs.end])
    total = np.zeros(len(ends))
    np.add.at(total, pairs.end, odds)
    return np.asarray(odds / total[pairs.end])


def _weight(reason: Reason, is_arrival: NDArray[np.bool_]) -> Floats:
    return np.where(is_arrival, reason.arrival, reason.departure)
