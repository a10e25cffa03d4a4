"""Out, a turn, and back; and paths thin enough to draw."""

from __future__ import annotations

from overflight.tracks import detect_rotations, first_visits
from tests.tracks.skies import flights_of, heard, hop, table


def there_and_back(stay_s: float = 7200):
    out = hop("OIIE", "OIMM")
    return out, hop("OIMM", "OIIE", starts_s=out.landed_s + stay_s)


def test_out_and_back_is_a_closed_rotation_with_its_ground_time():
    (rotation,) = detect_rotations(flights_of(table(*there_and_back())))
    assert rotation.turn_airport == "OIMM"
    assert rotation.is_closed
    assert rotation.ground_time_s is not None
    assert abs(rotation.ground_time_s - 7200) < 300


def test_a_turn_that_nobody_heard_is_a_rotation_with_an_unknown_turn():
    out = hop("OIMM", "VYYY")
    back = hop("VYYY", "OIMM", starts_s=out.landed_s + 72_000)
    found = flights_of(heard(table(out, back), lambda s: ~s.is_between(out.landed_s - 4000, out.landed_s + 76_000)))
    (rotation,) = detect_rotations(found)
    assert rotation.turn_airport is None
    assert rotation.ground_time_s is None


def test_a_week_later_is_no_rotation():
    assert detect_rotations(flights_of(table(*there_and_back(7 * 86_400)))) == ()


def test_flights_may_come_in_any_order():
    found = flights_of(table(*there_and_back()))
    assert detect_rotations(found[::-1]) == detect_rotations(found)


def test_a_path_keeps_its_ends_and_the_edges_of_silence():
    out = hop("OIIE", "VIDP")
    positions = heard(table(out), lambda s: ~s.is_between(3000, 6000))
    (flight,) = flights_of(positions, path_points=30)
    assert 2 < len(flight.path) <= 30
    assert flight.path[0].at == flight.first_seen_at
    assert flight.path[-1].at == flight.last_seen_at
    (edge,) = [i for i, p in enumerate(flight.path) if p.starts_gap]
    assert (flight.path[edge + 1].at - flight.path[edge].at).total_seconds() > 2900


def test_a_straight_flight_needs_few_points_and_keeps_the_top_of_its_climb():
    (flight,) = flights_of(table(hop("OIIE", "OIMM")), path_points=160)
    assert len(flight.path) < 60
    cruise_ft = max(p.altitude_ft for p in flight.path if p.altitude_ft is not None)
    assert sum(p.altitude_ft == cruise_ft for p in flight.path) >= 2


def test_no_path_unless_asked_for():
    (flight,) = flights_of(table(hop("OIIE", "OIMM")))
    assert flight.path == ()


def test_a_first_visit_is_the_first_landing_in_the_data_away_from_home():
    out, back = there_and_back()
    again = hop("OIIE", "OIMM", starts_s=back.landed_s + 7200)
    found = flights_of(table(out, back, again))
    assert first_visits(found) == ((found[0].flight_id, "OIMM"),)
