"""Where one flight ends and the next begins."""

from __future__ import annotations

import datetime as dt

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from overflight.records.movement import GapVerdict
from tests.tracks.skies import flights_of, heard, hop, table


def ends(flight):
    return flight.origin.airport, flight.destination.airport


def test_a_flight_runs_through_midnight():
    (flight,) = flights_of(table(hop("OIIE", "OIMM")))
    assert ends(flight) == ("OIIE", "OIMM")
    assert flight.first_seen_at.date() != flight.last_seen_at.date() or flight.last_seen_at.hour < 24


def test_a_turnaround_of_ten_minutes_is_two_flights_when_the_ground_was_seen():
    out = hop("OIIE", "OIMM")
    back = hop("OIMM", "OIIE", starts_s=out.landed_s + 360)
    found = flights_of(table(out, back))
    assert [ends(f) for f in found] == [("OIIE", "OIMM"), ("OIMM", "OIIE")]


def test_a_touch_and_go_is_one_flight():
    out = hop("EHAM", "EGLL", ground_s=0)
    positions = table(out)
    middle = positions.height // 2
    touched = positions.with_row_index("i").with_columns(
        on_ground=pl.col("i").is_between(middle, middle + 1), ground_speed_kt=pl.lit(130.0, dtype=pl.Float32)
    )
    assert len(flights_of(touched.drop("i"))) == 1


def test_a_hole_in_cruise_does_not_break_a_flight():
    positions = table(hop("OIIE", "VIDP"))
    for minutes in (20, 60, 100):
        (flight,) = flights_of(heard(positions, lambda s, m=minutes: ~s.is_between(3000, 3000 + m * 60)))
        assert ends(flight) == ("OIIE", "VIDP")
        assert len(flight.gaps) == 1


def test_a_change_of_callsign_in_flight_is_one_flight_with_a_warning():
    positions = table(hop("OIIE", "OIMM"))
    changed = positions.with_columns(
        callsign=pl.when(pl.col("row") < 50).then(pl.lit("QFZ1")).otherwise(pl.lit("QFZ2"))
    )
    (flight,) = flights_of(changed)
    assert flight.callsigns == ("QFZ1", "QFZ2")
    assert any("callsign changed" in w for w in flight.warnings)


def test_last_heard_at_cruise_and_next_heard_a_day_later_are_two_flights_with_unknown_ends():
    out = hop("OIMM", "VYYY")
    back = hop("VYYY", "OIMM", starts_s=out.landed_s + 72_000)
    unseen_from, unseen_to = out.landed_s - 4000, out.landed_s + 72_000 + 4000
    found = flights_of(heard(table(out, back), lambda s: ~s.is_between(unseen_from, unseen_to)))
    assert [ends(f) for f in found] == [("OIMM", None), (None, "OIMM")]
    (gap,) = [g for g in found[0].gaps if g.silence_s > 72_000]
    assert gap.verdict is GapVerdict.STOPPED
    assert gap.could_have_landed_at


def test_descending_into_a_silence_and_climbing_out_of_it_is_a_landing():
    out = hop("OIIE", "OSDI")
    back = hop("OSDI", "OIIE", starts_s=out.landed_s + 9000)
    found = flights_of(heard(table(out, back), lambda s: ~s.is_between(out.landed_s - 700, out.landed_s + 9000 + 700)))
    assert len(found) == 2


def test_flights_without_a_ground_flag_are_cut_by_speed_and_height():
    out = hop("OIIE", "OIMM")
    back = hop("OIMM", "OIIE", starts_s=out.landed_s + 1800)
    found = flights_of(table(out, back, has_flag=False))
    assert [ends(f) for f in found] == [("OIIE", "OIMM"), ("OIMM", "OIIE")]


def test_two_fields_heard_on_the_ground_only_have_a_flight_between_them():
    out = hop("OIIE", "OIMM")
    found = flights_of(heard(table(out), lambda s: (s < 100) | (s > out.landed_s - 60)))
    assert [ends(f) for f in found] == [("OIIE", "OIMM")]
    assert found[0].gaps[0].verdict is GapVerdict.STOPPED


def test_an_aircraft_that_never_leaves_the_ground_has_no_flight():
    assert flights_of(heard(table(hop("OIIE", "OIMM")), lambda s: s < 100)) == ()


def test_no_positions_are_no_flights():
    assert flights_of(table(hop("OIIE", "OIMM")).clear()) == ()


def test_registration_stands_for_the_aircraft_where_no_address_is_known():
    (flight,) = flights_of(table(hop("OIIE", "OIMM"), icao24=None, registration="EP-FAB"))
    assert flight.icao24 is None
    assert flight.registration == "EP-FAB"
    assert flight.flight_id.startswith("reg-EP-FAB-")


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from([0, 5, 60]))
def test_shuffled_and_duplicated_positions_give_the_same_flights(seed, doubled):
    out = hop("OIIE", "OIMM", step_s=60)
    positions = table(out, hop("OIMM", "OIIE", starts_s=out.landed_s + 1500, step_s=60))
    expected = flights_of(positions)
    mixed = pl.concat([positions, positions.head(doubled)]).sample(fraction=1.0, shuffle=True, seed=seed)
    assert flights_of(mixed) == expected


def test_instants_are_aware_and_ids_come_from_content():
    (flight,) = flights_of(table(hop("OIIE", "OIMM")))
    assert flight.first_seen_at.tzinfo is dt.UTC
    assert flight.flight_id == "731822-20220112T220000"
    assert flight.evidence[0].first_row == 1
    assert flight.evidence[0].last_row == flight.positions
    assert flight.is_synthetic


def test_noise_of_the_position_on_the_ground_is_no_flight():
    positions = table(hop("OIIE", "OIMM"))
    noisy = positions.with_columns(
        latitude=pl.col("latitude") + pl.when(pl.col("on_ground") & (pl.col("row") % 2 == 0)).then(0.01).otherwise(0.0),
        ground_speed_kt=pl.when(pl.col("on_ground") & (pl.col("row") % 3 > 0)).then(0.0).otherwise("ground_speed_kt"),
    )
    assert len(flights_of(noisy)) == 1


def low_silence(minutes, callsigns):
    out = hop("OIIE", "OIMM")
    back = hop("OIMM", "OIIE", starts_s=out.landed_s + minutes * 60 - 240)
    seen = heard(
        table(out, back, callsigns=callsigns), lambda s: ~s.is_between(out.landed_s - 180, back.seconds[0] + 200)
    )
    return len(flights_of(seen))


def test_low_on_both_sides_of_forty_minutes_is_a_landing_unless_the_flight_number_was_kept():
    assert low_silence(40, ["QFZ1", "QFZ2"]) == 2
    assert low_silence(40, "EPFAB") == 2
    assert low_silence(40, "QFZ1") == 1
    assert low_silence(120, "QFZ1") == 2
