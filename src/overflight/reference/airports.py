"""Airfields and their runways: the shipped tables of OurAirports (public domain), and look-ups in them.

`scripts/make_airports.py` makes the tables. Military, closed and small fields are in; heliports lie apart and are read
only when asked for. Idents are those of OurAirports and are not always ICAO codes: join by `id` or by place.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from io import BytesIO

import numpy as np
import polars as pl
from anyascii import anyascii
from numpy.typing import NDArray

from overflight.units import EARTH_RADIUS_NM

DEGREES_PER_UNIT = 1e-5
"""Coordinates lie in the files as whole 1e-5 degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Airport:
    """One airfield. icao and iata are the codes of today's table; opened_on and closed_on are known for a few only."""

    id: int
    ident: str
    type: str
    name: str
    latitude: float
    longitude: float
    elevation_ft: float | None
    country: str
    municipality: str | None
    is_scheduled: bool
    is_military: bool
    icao: str | None
    iata: str | None
    longest_runway_ft: float | None
    longest_is_hard: bool | None
    keywords: str | None
    opened_on: dt.date | None
    closed_on: dt.date | None


@dataclass(frozen=True)
class Airports:
    """The airfields as two polars tables and look-ups in them.

    table: one row an airfield, columns as the fields of `Airport`, sorted by id; row numbers are stable.
    runway_ends: id (of the airfield), runway, end ("13L"), latitude, longitude (degrees, where the runway begins),
    heading_deg (true, of one who lands or takes off there), length_ft, elevation_ft, is_surveyed, is_hard, is_closed.
    """

    table: pl.DataFrame
    runway_ends: pl.DataFrame = field(repr=False)

    def at(self, index: int) -> Airport:
        """The airfield in this row of `table`."""
        found = self._met.get(index)
        if found is None:
            found = self._met[index] = Airport(**self.table.row(index, named=True))
        return found

    def row_of(self, ident: str) -> int:
        """The row of `table` with this OurAirports ident; KeyError where there is none."""
        return self._rows_by_ident[ident]

    def by_ident(self, ident: str) -> Airport | None:
        """The airfield with this OurAirports ident."""
        index = self._rows_by_ident.get(ident.strip().upper())
        return None if index is None else self.at(index)

    def by_id(self, id: int) -> Airport | None:
        """The airfield with this OurAirports id, which unlike the ident never changes."""
        index = int(np.searchsorted(self._ids, id))
        return self.at(index) if index < len(self._ids) and self._ids[index] == id else None

    def by_code(self, code: str, *, on: dt.date | None = None) -> tuple[Airport, ...]:
        """The airfields that ident, ICAO or IATA code may mean, ICAO code and ident first.

        on: the day it was used; a code that moved (IST, DOH, ISB, …) then means the field that held it that day.
        """
        code = code.strip().upper()
        if code in self._dated_codes:
            held = [ident for ident, first, last in self._dated_codes[code] if _is_within(on, first, last)]
            return tuple(a for ident in held if (a := self.by_ident(ident)) is not None)
        rows = [r for key in ("icao", "ident", "iata") for r in self._rows_by_code[key].get(code, ())]
        return tuple(self.at(r) for r in dict.fromkeys(rows))

    def in_municipality(self, name: str, country: str | None = None) -> tuple[Airport, ...]:
        """The airfields that serve a place, largest first; accents and case do not matter. country: ISO alpha-2."""
        found = (self.at(r) for r in self._rows_by_municipality.get(fold_place(name), ()))
        return tuple(sorted((a for a in found if country is None or a.country == country.upper()), key=_size))

    def in_country(self, country: str) -> tuple[Airport, ...]:
        """All airfields of a country (ISO 3166 alpha-2), largest first."""
        rows = np.flatnonzero((self.table["country"] == country.upper()).to_numpy())
        return tuple(sorted((self.at(int(r)) for r in rows), key=_size))

    def near(self, latitude: float, longitude: float, *, within_nm: float) -> tuple[tuple[Airport, float], ...]:
        """The airfields within so many nautical miles of a point, with their distance, nearest first."""
        d = distances_nm(latitude, longitude, self.latitudes, self.longitudes)
        rows = np.flatnonzero(d <= within_nm)
        return tuple((self.at(int(r)), float(d[r])) for r in rows[np.argsort(d[rows], kind="stable")])

    @cached_property
    def _met(self) -> dict[int, Airport]:
        return {}

    @cached_property
    def latitudes(self) -> NDArray[np.float64]:
        """Latitudes in degrees, one a row of `table`."""
        return self.table["latitude"].to_numpy()

    @cached_property
    def longitudes(self) -> NDArray[np.float64]:
        """Longitudes in degrees, one a row of `table`."""
        return self.table["longitude"].to_numpy()

    @cached_property
    def _ids(self) -> NDArray[np.int32]:
        return self.table["id"].to_numpy()

    @cached_property
    def _rows_by_ident(self) -> dict[str, int]:
        return {ident: i for i, ident in enumerate(self.table["ident"].to_list())}

    @cached_property
    def _rows_by_code(self) -> dict[str, dict[str, list[int]]]:
        found: dict[str, dict[str, list[int]]] = {}
        for key in ("icao", "ident", "iata"):
            rows = found.setdefault(key, {})
            for i, code in enumerate(self.table[key].to_list()):
                if code:
                    rows.setdefault(code.upper(), []).append(i)
        return found

    @cached_property
    def _rows_by_municipality(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = {}
        for i, name in enumerate(self.table["municipality"].to_list()):
            if name:
                rows.setdefault(fold_place(name), []).append(i)
        return rows

    @cached_property
    def _dated_codes(self) -> dict[str, list[tuple[str, dt.date | None, dt.date | None]]]:
        dated: dict[str, list[tuple[str, dt.date | None, dt.date | None]]] = {}
        for iata, ident, first, last in pl.read_csv(_bytes("airfield_codes.csv"), try_parse_dates=True).iter_rows():
            dated.setdefault(iata, []).append((ident, first, last))
        return dated


@lru_cache(maxsize=2)
def load_airports(*, with_heliports: bool = False) -> Airports:
    """The shipped airfields; read once, in some 50 ms. Heliports come only when asked for."""
    names = ("airfields.parquet", "heliports.parquet") if with_heliports else ("airfields.parquet",)
    dates = pl.read_csv(_bytes("airfield_dates.csv"), try_parse_dates=True)
    parts = [pl.read_parquet(_bytes(name)).with_columns(pl.col("country").cast(pl.String)) for name in names]
    fields = (
        pl.concat(parts)
        .join(dates, on="ident", how="left", maintain_order="left")
        .with_columns(
            (pl.col("latitude", "longitude").cast(pl.Float64) * DEGREES_PER_UNIT).round(5),
            pl.col("type").cast(pl.String),
            pl.col("elevation_ft", "longest_runway_ft").cast(pl.Float64),
        )
        .sort("id")
    )
    ends = pl.read_parquet(_bytes("runway_ends.parquet")).with_columns(
        (pl.col("latitude", "longitude").cast(pl.Float64) * DEGREES_PER_UNIT).round(5),
        (pl.col("heading_decideg").cast(pl.Float64) / 10).alias("heading_deg"),
        pl.col("length_ft", "elevation_ft").cast(pl.Float64),
    )
    return Airports(fields, ends.drop("heading_decideg"))


def fold_place(name: str) -> str:
    """A place name as it is compared: Latin letters without accents, lower case, single spaces."""
    return " ".join(anyascii(name).casefold().replace("-", " ").split())


def distances_nm(
    latitude: float, longitude: float, latitudes: NDArray[np.float64], longitudes: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Great-circle distances (nautical miles) from one point to many, all in degrees."""
    phi, phis = np.radians(latitude), np.radians(latitudes)
    half_phi, half_lambda = (phis - phi) / 2, np.radians(longitudes - longitude) / 2
    h = np.sin(half_phi) ** 2 + np.cos(phi) * np.cos(phis) * np.sin(half_lambda) ** 2
    return np.asarray(2 * EARTH_RADIUS_NM * np.arcsin(np.minimum(1.0, np.sqrt(h))), dtype=np.float64)


_SIZES = ("large_airport", "medium_airport", "small_airport", "seaplane_base", "balloonport", "heliport", "closed")


def _size(airport: Airport) -> tuple[int, bool, float, str]:
    return (
        _SIZES.index(airport.type),
        not airport.is_scheduled,
        -(airport.longest_runway_ft or 0),
        airport.ident,
    )


def _is_within(on: dt.date | None, first: dt.date | None, last: dt.date | None) -> bool:
    return on is None or ((first is None or first <= on) and (last is None or on <= last))


def _bytes(name: str) -> BytesIO:
    return BytesIO((files("overflight.reference") / "data" / name).read_bytes())
