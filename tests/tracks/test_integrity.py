"""Positions that are not believed, and addresses that do not belong."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overflight.tracks.identity import address_of, block_of, disagreement
from overflight.tracks.schema import check_positions
from tests.tracks.skies import flights_of, heard, hop, table


def test_one_wild_point_is_left_out_and_named():
    positions = table(hop("OIIE", "OIMM"))
    wild = positions.with_columns(latitude=pl.when(pl.col("row") == 80).then(10.0).otherwise("latitude"))
    (flight,) = flights_of(wild)
    assert flight.positions == positions.height - 1
    assert any("1 position contradicts" in w for w in flight.warnings)


def test_a_spoofed_stretch_is_cut_out_and_the_rest_of_the_flight_stays():
    positions = table(hop("OIIE", "OIMM"))
    spoofed = positions.with_columns(
        latitude=pl.when(pl.col("row").is_between(60, 90)).then(33.82).otherwise("latitude"),
        longitude=pl.when(pl.col("row").is_between(60, 90)).then(35.49).otherwise("longitude"),
    )
    (flight,) = flights_of(spoofed)
    assert (flight.origin.airport, flight.destination.airport) == ("OIIE", "OIMM")
    assert any(w.startswith("false positions") and "33.82" in w for w in flight.warnings)
    assert flight.distance_nm < 600


def test_two_emitters_on_one_address_are_two_flights_that_say_so():
    found = flights_of(pl.concat([table(hop("OIIE", "OIMM")), table(hop("EGLL", "EHAM"), callsigns="BAW1")]))
    assert sorted((f.origin.airport, f.destination.airport) for f in found) == [("EGLL", "EHAM"), ("OIIE", "OIMM")]
    assert all(any("two emitters" in w for w in f.warnings) for f in found)
    assert len({f.flight_id for f in found}) == 2


def test_a_frozen_position_is_not_taken_for_the_ground():
    positions = table(hop("OIIE", "VIDP"))
    frozen = positions.with_columns(
        pl.when(pl.col("row").is_between(200, 220))
        .then(pl.col(c).filter(pl.col("row") == 200).first())
        .otherwise(c)
        .alias(c)
        for c in ("latitude", "longitude")
    )
    assert len(flights_of(frozen)) == 1


def test_places_that_are_none_are_not_used():
    positions = table(hop("OIIE", "OIMM"))
    odd = positions.with_columns(
        latitude=pl.when(pl.col("row") == 50)
        .then(float("nan"))
        .when(pl.col("row") == 51)
        .then(91.0)
        .otherwise("latitude"),
        altitude_ft=pl.when(pl.col("row") == 52).then(float("inf")).otherwise("altitude_ft"),
    )
    (flight,) = flights_of(odd)
    assert flight.positions == positions.height - 2


def test_a_table_of_nothing_but_bad_places_has_no_flight():
    positions = table(hop("OIIE", "OIMM")).with_columns(latitude=pl.lit(float("nan")))
    assert flights_of(positions) == ()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_garbage_gives_flights_or_none_and_never_an_error(seed):
    dice = np.random.default_rng(seed)
    rows = int(dice.integers(1, 40))

    def numbers(low, high):
        column = dice.uniform(low, high, rows)
        column[dice.random(rows) < 0.2] = np.nan
        column[dice.random(rows) < 0.05] = np.inf
        return column

    garbage = check_positions(
        pl.DataFrame(
            {
                "icao24": dice.choice(["abc123", "~00000", "zzz"], rows),
                "callsign": dice.choice(["X", "QFZ1"], rows),
                "seen_at": (dice.uniform(0, 10.0 ** dice.integers(1, 8), rows) * 1e6).astype(np.int64),
                "latitude": numbers(-91, 91),
                "longitude": numbers(-180, 180),
                "altitude_ft": numbers(-1000, 60_000),
                "ground_speed_kt": numbers(0, 700),
                "track_deg": numbers(0, 360),
                "on_ground": dice.random(rows) < 0.5,
            }
        )
    )
    found = flights_of(garbage, path_points=10)
    assert found == flights_of(garbage.sample(fraction=1.0, shuffle=True, seed=1), path_points=10)
    assert all(f.origin.reason and f.destination.reason and f.positions > 0 for f in found)


@pytest.mark.parametrize(
    ("registration", "address"),
    [
        ("EP-FAB", 0x731822),
        ("EP-MND", 0x7335C4),
        ("N1", 0xA00001),
        ("N99999", 0xADF7C7),
        ("N899DN", 0xAC671B),
        ("RA-76845", 0x140000 + 76845),
    ],
)
def test_states_that_derive_addresses_do_it_so(registration, address):
    assert address_of(registration) == address
    assert disagreement(f"{address:06x}", registration) is None


@pytest.mark.parametrize(
    ("address", "registration", "word"),
    [
        ("731821", "EP-FAB", "by its state's rule"),
        ("0d845c", "EP-MND", "by its state's rule"),
        ("3c6444", "G-ABCD", "block of DE"),
        ("~73182", "EP-FAB", "not one that ICAO assigns"),
    ],
)
def test_an_address_that_is_not_the_registrations_is_a_warning(address, registration, word):
    assert word in (disagreement(address, registration) or "")


def test_serials_of_armed_forces_follow_no_block():
    assert disagreement("ae01c5", "60-0062") is None


def test_nothing_is_said_without_both():
    assert disagreement(None, "EP-FAB") is None
    assert disagreement("731822", None) is None


def test_blocks_name_their_state():
    assert block_of(0x731822) == ("IR", ("EP-",))
    assert block_of(0xF00000) is None


def test_a_disagreement_stands_on_the_flight():
    (flight,) = flights_of(table(hop("OIIE", "OIMM"), icao24="731821", registration="EP-FAB"))
    assert any("disagree" in w for w in flight.warnings)


def test_the_us_registry_follows_the_formula(shared):
    known = (
        pl.read_parquet(shared / "data/reference/aircraft.parquet")
        .filter(pl.col("registration").str.contains(r"^N[1-9]") & pl.col("icao24").str.starts_with("a"))
        .head(50_000)
    )
    wrong = sum(
        address_of(r) is not None and f"{address_of(r):06x}" != h.lower()
        for h, r in known.select("icao24", "registration").iter_rows()
    )
    assert wrong / known.height < 0.005


def test_a_turned_back_flight_says_so():
    out = hop("OIIE", "OIMM")
    half = heard(table(out), lambda s: s < out.landed_s / 2)
    mirrored = half.reverse().with_columns(
        seen_at=half["seen_at"].max() + (half["seen_at"].max() - pl.col("seen_at")) + pl.duration(seconds=20),
        track_deg=(pl.col("track_deg") + 180) % 360,
        row=pl.col("row") + 1000,
    )
    (flight,) = flights_of(pl.concat([half, mirrored]))
    assert flight.destination.airport == "OIIE"
    assert any(w.startswith("turned back") for w in flight.warnings)


def test_an_emergency_squawk_is_said():
    positions = table(hop("OIIE", "OIMM"))
    (flight,) = flights_of(positions.with_columns(squawk=pl.when(pl.col("row") == 70).then(pl.lit("7700"))))
    assert any("squawk 7700" in w for w in flight.warnings)
