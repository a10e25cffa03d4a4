"""How well each field fits an end of a flight: a short table of physical reasons and their weights, made a probability."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from overflight.tracks.candidates import SLOPE_FT_PER_NM, Ends, Pairs
from overflight.tracks.fields import Fields
from overflight.tracks.geometry import Floats
from overflight.tracks.settings import TracksSettings

NO_FIELD = -5.0
"""Score of 'some place not in the table': what a candidate must beat."""

WEIGHTS: dict[str, tuple[float, str]] = {
    "range": (1.0, "it lies as far off as the height has to be lost"),
    "direction": (1.0, "the course leads towards it"),
    "line": (1.0, "the track lies on the extended line of one of its runways"),
    "short runway": (2.0, "its runway is shorter than this class of aircraft uses"),
    "soft runway": (-3.0, "its runway is not hard and this class of aircraft needs that"),
    "closed": (-3.0, "it is closed"),
    "scheduled": (0.0, "it has scheduled service (only where asked for)"),
}
"""Reason -> weight and sentence. Scores add up like logarithms of odds."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Score and probability of each pair, among the candidates of its end and 'no field of the table'."""

    score: Floats
    probability: Floats


def reasons(pairs: Pairs, ends: Ends, fields: Fields, settings: TracksSettings) -> dict[str, Floats]:
    """The value of every reason of WEIGHTS for every pair."""
    arrival = ends.is_arrival[pairs.end]
    height = np.clip(np.nan_to_num(pairs.height_ft), 0.0, None)
    slope = np.where(arrival, SLOPE_FT_PER_NM, 450.0)
    spread = np.where(arrival, 0.45, 0.45)
    log_range = np.log((pairs.distance_nm + 2.0) / (height / slope + 2.0))
    blur = np.clip(pairs.distance_nm / 4.0, 0.0, 1.0)
    aim = np.exp(-0.5 * (np.nan_to_num(pairs.off_deg, nan=60.0) / 40.0) ** 2)
    near_line = np.exp(
        -0.5 * (pairs.line_nm / (0.3 + 0.03 * pairs.ahead_nm)) ** 2 - 0.5 * (pairs.line_deg / 10.0) ** 2
    ) * (pairs.ahead_nm < 20)
    return {
        "range": -0.5 * np.minimum((log_range / spread) ** 2, 16.0),
        "direction": blur * np.log(0.15 + 0.85 * aim),
        "line": np.log1p(12.0 * np.nan_to_num(near_line)),
        "short runway": np.minimum(pairs.runway_margin, 0.0),
        "soft runway": (~pairs.in_use).astype(np.float64),
        "closed": (fields.is_closed[pairs.field] & np.isnan(fields.closed_day[pairs.field])).astype(np.float64),
        "scheduled": (fields.is_scheduled[pairs.field] & settings.prefer_scheduled).astype(np.float64),
    }


def score_pairs(pairs: Pairs, ends: Ends, fields: Fields, settings: TracksSettings) -> Scores:
    """Scores and probabilities of all pairs."""
    values = reasons(pairs, ends, fields, settings)
    score = np.zeros(len(pairs.end))
    for name, value in values.items():
        score += WEIGHTS[name][0] * value
    if settings.prefer_scheduled:
        score += 2.0 * values["scheduled"]
    top = np.full(len(ends), NO_FIELD)
    np.maximum.at(top, pairs.end, score)
    weight = np.exp(score - top[pairs.end])
    total = np.exp(NO_FIELD - top)
    np.add.at(total, pairs.end, weight)
    return Scores(score, weight / total[pairs.end])
