"""On the ground or in the air: the aircraft's own flag, its speed and its height over the nearest field, together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from overflight.tracks.arrays import Tracks
from overflight.tracks.fields import Fields
from overflight.tracks.geometry import Floats, separation_nm
from overflight.tracks.settings import TracksSettings

NEAR_FIELD_NM = 4.0
"""Fields are looked for this far: the largest measure 3 nm from reference point to fence."""
BAROMETER_FT = 1500.0
"""Pressure altitude may differ from true altitude by this much at ordinary sea-level pressures (980-1040 hPa: 900 ft)
and field elevations in the hot; used where the aircraft says nothing of itself."""
SURE_BAROMETER_FT = 700.0
"""The same where it moves, or where its flag says that it flies: closer to what is usual."""
STANDING_KT = 15.0

HIGHEST_FIELD_FT = 17_000.0
"""No field with a runway lies higher (Daocheng: 14,472 ft), barometer included."""
WINDOW_S, WINDOW_STEPS = 15.0, 15


def speeds_kt(tracks: Tracks) -> Floats:
    """Ground speed of each position: as sent, else (or where 0 is sent but the place moves) from its neighbours."""
    distance, time = tracks.steps
    with np.errstate(invalid="ignore", divide="ignore"):
        implied = np.where((time >= 2) & (time <= 180), distance / time * 3600, np.nan)
    ahead = np.append(implied, np.nan)[: len(tracks)]
    behind = np.append(np.nan, implied)[: len(tracks)]
    moved = np.fmin(ahead, behind)
    sent = tracks.speed_kt
    # where the aircraft says that it stands, noise of the position is no speed
    is_doubtful = (np.isnan(sent) | ((sent == 0) & (moved > 60))) & (tracks.flag != 1)
    return np.where(is_doubtful, moved, sent)


def is_on_ground(tracks: Tracks, speed_kt: Floats, fields: Fields, settings: TracksSettings) -> NDArray[np.bool_]:
    """Whether each position is on the ground.

    Three ways, each against the others: the flag, unless it is too fast for it; altitude exactly 0 without a flag
    (how Flightradar24 writes the ground); slow and low over a field, whatever the flag says. Slow is what the speed
    sent says, or the place that does not move: a speed may be frozen at its last value.
    """
    with np.errstate(invalid="ignore"):
        rolls = ~(speed_kt > settings.ground_speed_limit_kt)
        ground = ((tracks.flag == 1) | ((tracks.flag == -1) & (tracks.altitude_ft == 0))) & rolls
        low_enough = ~(tracks.altitude_ft > HIGHEST_FIELD_FT)
        slow = speed_kt < settings.slow_kt
        asks = np.flatnonzero(~ground & rolls & low_enough)
    asks = asks[slow[asks] | (_moved_kt(tracks, asks) < settings.slow_kt)]
    if len(asks):
        row, far = fields.nearest(tracks.latitude[asks], tracks.longitude[asks])
        height = tracks.altitude_ft[asks] - np.nan_to_num(fields.elevation_ft[row])
        stands = (tracks.flag[asks] == -1) & (speed_kt[asks] < STANDING_KT)
        allowed = np.where(stands, BAROMETER_FT, SURE_BAROMETER_FT)
        low = np.where(np.isnan(height), tracks.flag[asks] == -1, height < allowed)
        ground[asks] = low & (far <= NEAR_FIELD_NM)
    return np.asarray(ground)


def _moved_kt(tracks: Tracks, asks: NDArray[np.int64]) -> Floats:
    """Speed by displacement over the quarter of a minute before and after; NaN without positions to tell by."""
    if not len(asks):
        return np.zeros(0)
    stretch = np.searchsorted(tracks.starts, asks, side="right") - 1
    low, high = tracks.starts[stretch], tracks.starts[stretch + 1] - 1
    before, after = asks.copy(), asks.copy()
    for _ in range(WINDOW_STEPS):
        back = (before > low) & (tracks.time_s[asks] - tracks.time_s[before] < WINDOW_S)
        ahead = (after < high) & (tracks.time_s[after] - tracks.time_s[asks] < WINDOW_S)
        before, after = before - back, after + ahead
    time = tracks.time_s[after] - tracks.time_s[before]
    moved = separation_nm(
        tracks.latitude[before], tracks.longitude[before], tracks.latitude[after], tracks.longitude[after]
    )
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where((time >= WINDOW_S) & (time <= 8 * WINDOW_S), moved / time * 3600, np.nan)
