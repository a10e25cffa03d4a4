"""Tracks that lie oddly: over the date line and the pole, without altitudes, over the end of a month, in shreds."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tracks.skies import flights_of, heard, hop, table

FAR = [("RJAA", "PANC"), ("NZAA", "NSFA"), ("PHNL", "NFFN"), ("CYVR", "UUEE"), ("PANC", "ENSB")]
UNKNOWN_FT = pl.lit(None, dtype=pl.Float32)


@pytest.mark.parametrize(("origin", "destination"), FAR)
def test_over_the_date_line_and_the_pole_a_flight_stays_whole(origin, destination):
    (flight,) = flights_of(table(hop(origin, destination, step_s=60)))
    assert (flight.origin.airport, flight.destination.airport) == (origin, destination)
    assert flight.warnings == ()


@pytest.mark.parametrize(("origin", "destination"), FAR)
def test_a_silence_over_the_date_line_or_the_pole_is_no_leap(origin, destination):
    flown = hop(origin, destination, step_s=60)
    middle = flown.landed_s / 2
    (flight,) = flights_of(heard(table(flown), lambda s: (s < middle - 1500) | (s > middle + 1500)))
    assert [g.verdict.value for g in flight.gaps] in (["airborne"], ["stop_possible"])
    assert flight.warnings == ()


@pytest.mark.parametrize("kept", ["geometric", "none"])
def test_without_pressure_altitude_the_ground_still_tells_both_ends(kept):
    positions = table(hop("OIIE", "OISS"))
    geometric = pl.col("altitude_ft") if kept == "geometric" else UNKNOWN_FT
    (flight,) = flights_of(positions.with_columns(geometric_altitude_ft=geometric, altitude_ft=UNKNOWN_FT))
    assert (flight.origin.airport, flight.destination.airport) == ("OIIE", "OISS")


def test_places_and_times_alone_make_a_flight():
    positions = table(hop("OIIE", "OISS"), has_flag=False)
    (flight,) = flights_of(positions.with_columns(altitude_ft=UNKNOWN_FT, ground_speed_kt=UNKNOWN_FT))
    assert (flight.origin.airport, flight.destination.airport) == ("OIIE", "OISS")


def test_a_flight_runs_over_the_end_of_a_month_and_a_year():
    positions = table(hop("OIIE", "VIDP")).with_columns(pl.col("seen_at") + dt.timedelta(days=353, hours=1))
    (flight,) = flights_of(positions)
    assert (flight.first_seen_at.year, flight.last_seen_at.year) == (2022, 2023)


@pytest.mark.parametrize("minutes", [12, 25])
@pytest.mark.parametrize("is_ground_heard", [True, False])
def test_a_quick_turnaround_is_two_flights_with_or_without_the_ground(minutes, is_ground_heard):
    out = hop("OIIE", "OISS")
    back = hop("OISS", "OIIE", starts_s=out.landed_s + 60 * minutes - 240)
    positions = table(out, back, callsigns=["IRM1", "IRM2"])
    found = flights_of(positions if is_ground_heard else positions.filter(~pl.col("on_ground")))
    assert [(f.origin.airport, f.destination.airport) for f in found] == [("OIIE", "OISS"), ("OISS", "OIIE")]


def test_a_day_of_hops_is_as_many_flights():
    hops, starts_s = [], 0.0
    for origin, destination in [("EGLC", "EGMC"), ("EGMC", "EGSS"), ("EGSS", "EGLC")] * 2:
        flown = hop(origin, destination, starts_s=starts_s, cruise_ft=2500)
        hops.append(flown)
        starts_s = flown.landed_s + 600
    assert len(flights_of(table(*hops, callsigns="GABCD"))) == len(hops)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32 - 1), st.floats(0.02, 0.9))
def test_whatever_is_lost_every_flight_names_the_rows_it_stands_on(seed, share):
    positions = table(hop("OIIE", "OIMM"), hop("OIMM", "OISS", starts_s=20_000))
    left = positions.sample(fraction=share, shuffle=True, seed=seed)
    rows = dict(left.select("row", "seen_at").iter_rows())
    for flight in flights_of(left):
        (whole,) = flight.evidence
        assert (rows[whole.first_row], rows[whole.last_row]) == (flight.first_seen_at, flight.last_seen_at)
        for end in (flight.origin, flight.destination):
            (row,) = end.evidence
            assert flight.first_seen_at <= rows[row.first_row] <= flight.last_seen_at
        for gap in flight.gaps:
            assert [rows[r.first_row] for r in gap.evidence] == [gap.from_at, gap.to_at]
