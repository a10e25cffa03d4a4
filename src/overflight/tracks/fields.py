"""The airfields as arrays and trees: which lie near many points, asked for all points at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from overflight.reference.airports import Airports, load_airports
from overflight.tracks.geometry import Floats, Ints, chord, separation_nm, unit_vectors

if TYPE_CHECKING:
    from scipy.spatial import cKDTree

UNTOLD_RUNWAY_FT = {
    "large_airport": 9000.0,
    "medium_airport": 6000.0,
    "small_airport": 2000.0,
    "seaplane_base": 0.0,
    "balloonport": 0.0,
    "closed": 2000.0,
}
"""Runway length assumed where OurAirports has none: the median of the type in the shipped table, rounded down."""


@dataclass(frozen=True, slots=True)
class Belts:
    """Some fields by latitude: their rows, latitudes and unit vectors."""

    rows: Ints
    latitude: Floats
    vectors: Floats

    def between(self, south: float, north: float) -> tuple[Ints, Floats]:
        """Rows and unit vectors of the fields in a belt of latitudes."""
        low, high = np.searchsorted(self.latitude, [south, north + 1e-6])
        return self.rows[low:high], self.vectors[low:high]


@dataclass(frozen=True)
class Fields:
    """Airfields in the row order of `airports.table`; elevation NaN where unknown.

    ends_of[i]:ends_of[i+1] are the rows of the runway ends of field i in the end_* arrays.
    """

    airports: Airports
    tree: cKDTree
    latitude: Floats
    longitude: Floats
    elevation_ft: Floats
    runway_ft: Floats
    is_hard: NDArray[np.bool_]
    is_scheduled: NDArray[np.bool_]
    is_closed: NDArray[np.bool_]
    opened_day: Floats
    closed_day: Floats
    ends_of: Ints
    end_latitude: Floats
    end_longitude: Floats
    end_heading_deg: Floats
    end_length_nm: Floats
    end_is_surveyed: NDArray[np.bool_]

    def nearest(self, latitude: Floats, longitude: Floats) -> tuple[Ints, Floats]:
        """For each point the row of the nearest field and its distance in nautical miles."""
        _, rows = self.tree.query(unit_vectors(latitude, longitude))
        return rows.astype(np.int64), separation_nm(latitude, longitude, self.latitude[rows], self.longitude[rows])

    def within(self, latitude: Floats, longitude: Floats, radius_nm: Floats) -> tuple[Ints, Ints]:
        """All pairs (point, field) no farther apart than each point's radius, by point, then by field."""
        found = self.tree.query_ball_point(unit_vectors(latitude, longitude), chord(radius_nm), return_sorted=True)
        counts = np.array([len(f) for f in found], dtype=np.int64)
        points = np.repeat(np.arange(len(found)), counts)
        fields = (
            np.concatenate([np.asarray(f, dtype=np.int64) for f in found]) if counts.sum() else np.zeros(0, np.int64)
        )
        return points, fields

    def suitable(self, runway_ft: float, needs_hard: bool) -> Belts:
        """The fields with a runway so long, and hard where that is needed."""
        found = self._suitable.get((runway_ft, needs_hard))
        if found is None:
            rows = np.flatnonzero((self.runway_ft >= runway_ft) & (self.is_hard | (not needs_hard)))
            rows = rows[np.argsort(self.latitude[rows], kind="stable")]
            found = Belts(rows, self.latitude[rows], unit_vectors(self.latitude[rows], self.longitude[rows]))
            self._suitable[(runway_ft, needs_hard)] = found
        return found

    @cached_property
    def _suitable(self) -> dict[tuple[float, bool], Belts]:
        return {}

    @cached_property
    def idents(self) -> list[str]:
        """The OurAirports ident of each field."""
        return self.airports.table["ident"].to_list()

    def exists(self, rows: Ints, day: Floats | float) -> NDArray[np.bool_]:
        """Whether each field had opened by a day (days since 1970); true where no date is known."""
        return ~(self.opened_day[rows] > day)

    def is_shut(self, rows: Ints, day: Floats) -> NDArray[np.bool_]:
        """Whether each field was closed on a day; one that closed on no known day counts as closed."""
        return self.is_closed[rows] & ~(self.closed_day[rows] > day)


@lru_cache(maxsize=1)
def load_fields() -> Fields:
    """The shipped airfields without heliports, as arrays; built once."""
    # half of the time that this stage needs to start is this import, and who only hands out work does without it
    from scipy.spatial import cKDTree

    airports = load_airports()
    table, ends = airports.table, airports.runway_ends
    types = table["type"].to_list()
    told = table["longest_runway_ft"].fill_null(float("nan")).to_numpy()
    assumed = np.array([UNTOLD_RUNWAY_FT.get(t, 0.0) for t in types])
    hard = table["longest_is_hard"].to_list()
    is_hard = np.array(
        [t in ("large_airport", "medium_airport") if h is None else h for h, t in zip(hard, types, strict=True)]
    )
    ids = table["id"].to_numpy()
    ends = ends.filter(ends["id"].is_in(table["id"].implode()))
    return Fields(
        airports,
        cKDTree(unit_vectors(airports.latitudes, airports.longitudes)),
        airports.latitudes,
        airports.longitudes,
        table["elevation_ft"].fill_null(float("nan")).to_numpy(),
        np.where(np.isnan(told), assumed, told),
        is_hard,
        table["is_scheduled"].to_numpy(),
        np.array([t == "closed" for t in types]),
        _days(table["opened_on"].to_list()),
        _days(table["closed_on"].to_list()),
        np.searchsorted(ends["id"].to_numpy(), np.append(ids, ids[-1] + 1)).astype(np.int64),
        ends["latitude"].to_numpy(),
        ends["longitude"].to_numpy(),
        ends["heading_deg"].to_numpy(),
        ends["length_ft"].to_numpy() / 6076.12,
        ends["is_surveyed"].to_numpy(),
    )


def _days(days: list[dt.date | None]) -> Floats:
    epoch = dt.date(1970, 1, 1)
    return np.array([float("nan") if day is None else float((day - epoch).days) for day in days])
