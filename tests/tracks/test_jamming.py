"""Satellite navigation that was jammed or spoofed: what is cut out, what stays, and that it is said."""

from __future__ import annotations

import datetime as dt

import numpy as np
import polars as pl
import pytest

from tests.tracks.skies import START, flights_of, hop, table

BEIRUT = (33.82, 35.49)
TRACK = table(hop("OLBA", "LTAC", step_s=10))
LAST_S = float((TRACK["seen_at"].max() - START).total_seconds())  # type: ignore[operator]


def seconds() -> np.ndarray:
    return np.asarray((TRACK["seen_at"] - START).dt.total_milliseconds().to_numpy() / 1000)


def circling(from_s: float, to_s: float, *, place: tuple[float, float] = BEIRUT, every: int = 1) -> pl.DataFrame:
    """The track with positions that circle two miles around a place instead, for a while: all of them, or every other."""
    s = seconds()
    false = (s >= from_s) & (s <= to_s) & (np.arange(len(s)) % every == 0)
    phase = 2 * np.pi * s / 200
    return TRACK.with_columns(
        latitude=pl.Series(np.where(false, place[0] + 0.03 * np.cos(phase), TRACK["latitude"])),
        longitude=pl.Series(np.where(false, place[1] + 0.03 * np.sin(phase), TRACK["longitude"])),
    )


def said(flight) -> str:
    return " ".join(w for w in flight.warnings if w.startswith("false positions"))


@pytest.mark.parametrize("minutes", [2, 5, 20, 40])
def test_a_jammed_stretch_is_cut_out_however_much_of_the_flight_it_is(minutes):
    (flight,) = flights_of(circling(1500, 1500 + 60 * minutes))
    assert (flight.origin.airport, flight.destination.airport) == ("OLBA", "LTAC")
    assert "22:25:00Z" in said(flight)


def test_jammed_every_other_position_is_one_flight_and_no_second_emitter():
    (flight,) = flights_of(circling(1500, 2700, every=2))
    assert flight.destination.airport == "LTAC"
    assert said(flight)


def test_jammed_until_the_landing_no_arrival_is_named():
    (flight,) = flights_of(circling(1800, LAST_S))
    assert (flight.origin.airport, flight.destination.airport) == ("OLBA", None)
    assert "cannot be told for certain" in said(flight)


def test_jammed_from_the_start_no_departure_is_named_and_it_is_said():
    (flight,) = flights_of(circling(0, 1200, place=(34.9, 33.6)))
    assert (flight.origin.airport, flight.destination.airport) == (None, "LTAC")
    assert said(flight)


def test_between_two_jammed_stretches_the_flight_is_what_moves():
    both = circling(0, 600, place=(34.9, 33.6))
    late = circling(3000, LAST_S, place=(34.9, 33.6))
    mixed = pl.concat([both.filter(pl.col("seen_at") < START + dt.timedelta(seconds=1500)),
                       late.filter(pl.col("seen_at") >= START + dt.timedelta(seconds=1500))])  # fmt: skip
    (flight,) = flights_of(mixed)
    assert flight.distance_nm > 250
    assert flight.destination.airport is None
    assert said(flight)


def test_on_the_ground_where_it_was_too_high_a_moment_ago_no_field_is_named():
    """All places lie elsewhere, and move as the aircraft does; its altitude is that of a field much higher up."""
    to_beirut = {"latitude": BEIRUT[0] - TRACK["latitude"][-1], "longitude": BEIRUT[1] - TRACK["longitude"][-1]}
    away = TRACK.with_columns(pl.col(name) + by for name, by in to_beirut.items())
    (flight,) = flights_of(away.with_columns(altitude_ft=pl.col("altitude_ft") + 3000))
    assert flight.destination.airport is None
    assert "the place is not to be believed" in flight.destination.reason


def test_one_address_heard_farther_off_than_anything_flies_is_two_aircraft():
    later = table(hop("EGLL", "EDDF", step_s=10), callsigns="BAW1").with_columns(
        pl.col("seen_at") + dt.timedelta(hours=3)
    )
    found = flights_of(pl.concat([TRACK, later]))
    assert [(f.origin.airport, f.destination.airport) for f in found] == [("OLBA", "LTAC"), ("EGLL", "EDDF")]
    assert all("too far apart for one aircraft" in " ".join(f.warnings) for f in found)
