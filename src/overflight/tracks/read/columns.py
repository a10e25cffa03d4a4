"""What the columns of a table mean: their names, and the units that their names tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from overflight.errors import BadPositions
from overflight.tracks.schema import POSITIONS
from overflight.units import FPM_PER_MPS, FT_PER_M, KT_PER_MPS, M_PER_NM

ALIASES: Mapping[str, tuple[str, ...]] = {
    "icao24": ("icao24", "icao", "hex", "hexid", "hex_id", "icao_hex", "icao_address",
               "address", "addr", "mode_s", "modes", "icao24_hex"),
    "registration": ("registration", "reg", "r", "tail", "tail_number", "tailnumber", "nnumber", "n_number", "regid"),
    "callsign": ("callsign", "call_sign", "flight", "ident", "call"),
    "type_code": ("type_code", "typecode", "aircraft_type", "icao_type", "actype", "equip", "model"),
    "seen_at": ("seen_at", "timestamp", "ping_time", "point_time", "position_time", "time", "datetime", "date_time",
                "time_utc", "timestamp_utc", "utc", "utc_time", "now", "ts", "epoch", "unix_time", "snapshot_id", "clock"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "lng", "long"),
    "altitude": ("altitude", "alt", "alt_baro", "baro_altitude", "baroaltitude", "pressure_altitude", "baro_alt"),
    "geometric_altitude": ("geometric_altitude", "alt_geom", "geo_altitude", "geoaltitude", "gps_altitude",
                           "gnss_altitude", "altgeom"),
    "ground_speed": ("ground_speed", "groundspeed", "gs", "gspeed", "gscp", "speed", "velocity"),
    "track": ("track", "heading", "course", "direction", "true_track", "trk"),
    "vertical_rate": ("vertical_rate", "vert_rate", "vertrate", "baro_rate", "vspeed", "vertical_speed", "climb_rate", "roc"),
    "on_ground": ("on_ground", "onground", "is_on_ground", "ground", "gnd"),
    "squawk": ("squawk", "ssr"),
    "position_source": ("position_source", "source_type", "position_type"),
    "is_synthetic": ("is_synthetic", "synthetic"),
}  # fmt: skip
"""Field and the names it goes by, the most telling first; compared in lower case with `_` for anything else."""

UNITS: Mapping[str, tuple[str, float | str]] = {
    "ft": ("length", 1.0), "feet": ("length", 1.0), "m": ("length", FT_PER_M), "meters": ("length", FT_PER_M),
    "metres": ("length", FT_PER_M), "km": ("length", 1000 * FT_PER_M), "fl": ("length", 100.0),
    "kt": ("speed", 1.0), "kts": ("speed", 1.0), "knots": ("speed", 1.0), "mps": ("speed", KT_PER_MPS),
    "m_s": ("speed", KT_PER_MPS),
    "kmh": ("speed", 1000 / M_PER_NM), "kph": ("speed", 1000 / M_PER_NM), "km_h": ("speed", 1000 / M_PER_NM),
    "mph": ("speed", 1609.344 / M_PER_NM),
    "fpm": ("rate", 1.0), "ft_min": ("rate", 1.0), "fps": ("rate", 60.0),
    "deg": ("angle", 1.0), "degrees": ("angle", 1.0),
    "s": ("time", "s"), "sec": ("time", "s"), "ms": ("time", "ms"), "us": ("time", "us"), "ns": ("time", "ns"),
    "utc": ("time", "utc"),
    "z": ("time", "utc"), "iso": ("time", "utc"),
}  # fmt: skip
"""What a name may end in: the quantity and what its values are multiplied by, or the unit of an epoch."""

QUANTITY = {"altitude": "length", "geometric_altitude": "length", "ground_speed": "speed",
            "vertical_rate": "rate", "track": "angle", "latitude": "angle", "longitude": "angle", "seen_at": "time"}  # fmt: skip
RATE_FROM_SPEED = {KT_PER_MPS: FPM_PER_MPS}
TARGET = {"altitude": "altitude_ft", "geometric_altitude": "geometric_altitude_ft", "ground_speed": "ground_speed_kt",
          "track": "track_deg", "vertical_rate": "vertical_rate_fpm"}  # fmt: skip
ASSUMED = {"altitude": "feet", "geometric_altitude": "feet", "ground_speed": "knots", "vertical_rate": "feet a minute"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """One column of a file: the column of POSITIONS it fills, what its values are multiplied by, and the epoch's unit if told."""

    column: str
    target: str
    factor: float = 1.0
    epoch_unit: str | None = None
    is_unit_told: bool = True
    rank: int = 0

    @property
    def base(self) -> str:
        """The field without its unit."""
        return next((field for field, target in TARGET.items() if target == self.target), self.target)


def plain_name(name: str) -> str:
    """A column's name as it is compared."""
    return re.sub(r"[^a-z0-9~]+", "_", name.strip().lower()).strip("_")


def meaning_of(column: str) -> Meaning | None:
    """What a column means by its name, None if nothing."""
    name = plain_name(column)
    for stem, unit in split_unit(name):
        for field, aliases in ALIASES.items():
            if stem in aliases and (told := with_unit(column, field, unit)) is not None:
                return replace_rank(told, aliases.index(stem))
    return None


def split_unit(name: str) -> Iterable[tuple[str, str | None]]:
    """The ways to part a name into stem and unit, the undivided first."""
    yield name, None
    for unit in sorted(UNITS, key=len, reverse=True):
        if name.endswith("_" + unit):
            stem = name[: -len(unit) - 1]
            yield stem, unit
            if stem.endswith("_epoch") or stem == "epoch":
                yield stem.removesuffix("_epoch"), unit
    if name.endswith("_epoch"):
        yield name.removesuffix("_epoch"), None


def with_unit(column: str, field: str, unit: str | None) -> Meaning | None:
    """The meaning of a field in a unit, None where the unit measures something else."""
    target = TARGET.get(field, field)
    if unit is None:
        return Meaning(column, target, is_unit_told=field not in ASSUMED)
    quantity, factor = UNITS[unit]
    if field == "vertical_rate" and factor in RATE_FROM_SPEED:
        return Meaning(column, target, RATE_FROM_SPEED[float(factor)])
    if QUANTITY.get(field) != quantity:
        return None
    if isinstance(factor, str):
        return Meaning(column, target, epoch_unit=factor if factor in ("s", "ms", "us", "ns") else None)
    return Meaning(column, target, factor)


def replace_rank(meaning: Meaning, rank: int) -> Meaning:
    """The same meaning, so far down the list of names."""
    return Meaning(meaning.column, meaning.target, meaning.factor, meaning.epoch_unit, meaning.is_unit_told, rank)


def meanings(columns: Sequence[str], column_map: Sequence[tuple[str, str]] = ()) -> dict[str, list[Meaning]]:
    """What each column of POSITIONS can be filled from, best name first. Raises BadPositions for a map that does not fit."""
    mapped = dict(column_map)
    for new in mapped.values():
        if new not in POSITIONS and meaning_of(new) is None:
            raise BadPositions(
                f'--map names "{new}", which is no column of positions',
                now=f"Choose among {', '.join(list(POSITIONS)[:-3])}.",
            )
    found: dict[str, list[Meaning]] = {}
    for column in columns:
        meaning = meaning_of(mapped.get(column, column))
        if meaning is None:
            continue
        rank = -1 if column in mapped else meaning.rank
        own = Meaning(column, meaning.target, meaning.factor, meaning.epoch_unit, meaning.is_unit_told, rank)
        found.setdefault(meaning.target, []).append(own)
    return {target: sorted(some, key=lambda m: (m.rank, m.column)) for target, some in found.items()}


def looks_like_positions(columns: Sequence[str], column_map: Sequence[tuple[str, str]] = ()) -> bool:
    """Whether a table of these columns says where something was and when."""
    found = meanings(columns, column_map)
    return all(target in found for target in ("seen_at", "latitude", "longitude"))
