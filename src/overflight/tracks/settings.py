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
    fields_listed: int = 40
    """Most fields in `could_have_landed_at`; the reason says how many there were in all."""

    # integrity
    highest_speed_kt: float = 900.0
    """Implied speed over ground that no aircraft here reaches: Mach 0.92 (530 kt) with the strongest jet stream (250 kt)
    is 780 kt; the rest is for clocks."""
    sustained_speed_kt: float = 700.0
    """The same over half an hour and more: the fastest crossing of the Atlantic by an airliner, in the strongest jet stream,
    came to 690 kt for minutes and to 610 kt on the whole."""
    jump_slack_nm: float = 3.0
    """How far two positions may lie apart whatever their times: rounded times, MLAT noise, two feeds out of step."""
    second_emitter_positions: int = 20
    """From so many positions that another track contradicts while it goes on, they are a second emitter on the address;
    fewer are wild points."""

    # ground or air
    ground_speed_limit_kt: float = 180.0
    """Faster than any aircraft rolls: a ground flag above it is not believed."""
    slow_kt: float = 45.0
    """Slower than a fixed-wing aircraft flies over a field: with little height it stands or taxies."""
    touch_and_go_s: float = 90.0
    """A shorter stay on the runway without slowing down is a touch-and-go."""

    # silences
    min_silence_s: float = 570.0
    """A silence from which a gap is kept: ten minutes less what rounding of times may hide."""
    shortest_stop_s: float = 900.0
    """Least time on the ground for a stop that could load or unload anything: 15 minutes."""
    turnaround_s: float = 1500.0
    """Ground time of a usual quick turnaround, 25 minutes: what a silence must leave for a stop to be assumed."""
    descent_fpm: float = 2200.0
    climb_fpm: float = 2200.0
    """Usual mean rates of jets between the ground and cruise, ft/min."""

    # endpoints
    answer_probability: float = 0.75
    """An endpoint is named from this probability on; below it the candidates are listed and the end is undetermined.
    With airports left out of the fit, 97 % of what is named from here on is right."""
    high_arrival_probability: float = 0.85
    high_arrival_ft: float = 5_000.0
    """The same for arrivals from this height on: they may still be led to another field, and said 0.75 to 0.85 they were
    right less often than said (benchmarks/tracks/fit_endpoints.py)."""
    highest_projection_ft: float = 16_000.0
    """Above this height over every field near by, a projection is a guess: no airport is named."""
