"""Settings of the tracks stage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TracksSettings:
    """Every threshold of the stage: unit, default, and where the number comes from."""

    # what the user knows about the files and a reader cannot
    column_map: tuple[tuple[str, str], ...] = ()
    """(column in the file, column of POSITIONS): what `--map old=new` says."""
    epoch_unit: str | None = None
    """Unit of numeric times in generic tables: s, ms, us or ns; told from their size where not given."""
    receiver_utc_offset_s: float | None = None
    """What to take off SBS/BaseStation times, which may be the receiver's local time."""
    aircraft: str | None = None
    """Address or registration of the aircraft, for files that name none."""

    # what the user wants to see
    path_points: int = 0
    """Most points of `Flight.path`; 0 leaves paths out."""
    prefer_scheduled: bool = False
    """Weigh fields with scheduled service over others beside them. Off: for arms flights the other one is the point."""
