"""On the ground or in the air: the aircraft's own flag, its speed and its height over the nearest field, together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from overflight.tracks.arrays import Tracks, steps
from overflight.tracks.fields import Fields
from overflight.tracks.geometry import Floats
from overflight.tracks.settings import TracksSettings

NEAR_FIELD_NM = 5.0
"""Fields are looked for this far: large ones measure 3 nm from reference point to fence."""
BAROMETER_FT = 1500.0
"""Pressure altitude may differ from true altitude by this much at ordinary sea-level pressures (980-1040 hPa: 900 ft)
and field elevations in the hot; used where the aircraft says nothing of itself."""
SURE_BAROMETER_FT = 700.0
"""The same where its flag says that it flies: closer to what is usual."""


def speeds_kt(tracks: Tracks) -> Floats:
    """Ground speed of each position: as sent, else (or where 0 is sent but the place moves) from its neighbours."""
    distance, time = steps(tracks)
    with np.errstate(invalid="ignore", divide="ignore"):
        implied = np.where((time >= 2) & (time <= 180), distance / time * 3600, np.nan)
    ahead = np.append(implied, np.nan)[: len(tracks)]
    behind = np.append(np.nan, implied)[: len(tracks)]
    moved = np.fmin(ahead, behind)
    sent = tracks.speed_kt
    is_doubtful = np.isnan(sent) | ((sent == 0) & (moved > 60))
    return np.where(is_doubtful, moved, sent)


def is_on_ground(tracks: Tracks, speed_kt: Floats, fields: Fields, settings: TracksSettings) -> NDArray[np.bool_]:
    """Whether each position is on the ground.

    Three ways, each against the others: the flag, unless it is too fast for it; altitude exactly 0 without a flag
    (how Flightradar24 writes the ground); slow and low over a field, whatever the flag says.
    """
    with np.errstate(invalid="ignore"):
        rolls = ~(speed_kt > settings.ground_speed_limit_kt)
        ground = ((tracks.flag == 1) | ((tracks.flag == -1) & (tracks.altitude_ft == 0))) & rolls
        asks = np.flatnonzero(~ground & (speed_kt < settings.slow_kt))
    if len(asks):
        row, far = fields.nearest(tracks.latitude[asks], tracks.longitude[asks])
        height = tracks.altitude_ft[asks] - np.nan_to_num(fields.elevation_ft[row])
        allowed = np.where(tracks.flag[asks] == 0, SURE_BAROMETER_FT, BAROMETER_FT)
        low = np.where(np.isnan(height), tracks.flag[asks] == -1, height < allowed)
        ground[asks] = low & (far <= NEAR_FIELD_NM)
    return np.asarray(ground)
