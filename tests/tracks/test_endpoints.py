"""Where a flight began and ended, and when that is not said."""

from __future__ import annotations

import numpy as np
import polars as pl

from overflight.records.movement import EndpointKind, EndpointMethod
from overflight.tracks import TracksSettings
from overflight.tracks.candidates import Ends, pair_ends_with_fields
from overflight.tracks.fields import load_fields
from overflight.tracks.geometry import bearing_deg
from overflight.tracks.scoring import score_pairs
from tests.tracks.skies import flights_of, heard, hop, runway_of, table


def test_on_the_ground_is_observed():
    (flight,) = flights_of(table(hop("OIIE", "OIMM")))
    assert flight.origin.kind is EndpointKind.OBSERVED
    assert flight.origin.method is EndpointMethod.GROUND
    assert flight.origin.icao == "OIIE"
    assert flight.origin.probability is not None
    assert flight.origin.probability > 0.9


def test_a_short_final_is_an_observed_approach():
    out = hop("OIIE", "OIMM")
    (flight,) = flights_of(heard(table(out), lambda s: s < out.landed_s - 180))
    assert flight.destination.airport == "OIMM"
    assert flight.destination.method is EndpointMethod.APPROACH
    assert "runway" in flight.destination.reason


def test_a_descent_on_a_runways_line_is_inferred():
    out = hop("OIIE", "OIMM")
    (flight,) = flights_of(heard(table(out), lambda s: s < out.landed_s - 420))
    assert flight.destination.airport == "OIMM"
    assert flight.destination.kind is EndpointKind.INFERRED
    assert flight.destination.method is EndpointMethod.DESCENT


def test_lost_at_cruise_no_airport_is_named():
    out = hop("OIMM", "VYYY")
    (flight,) = flights_of(heard(table(out), lambda s: s < 9000))
    assert flight.destination.airport is None
    assert flight.destination.kind is EndpointKind.UNDETERMINED
    assert flight.destination.reason
    assert flight.destination.seen_altitude_ft == 35_000


def test_an_overflight_names_no_airport():
    out = hop("OIIE", "VIDP")
    (flight,) = flights_of(heard(table(out), lambda s: s.is_between(4000, 7000)))
    assert flight.origin.airport is None
    assert flight.destination.airport is None


def test_climbing_when_last_heard_is_no_arrival():
    out = hop("OIIE", "OIMM")
    (flight,) = flights_of(heard(table(out), lambda s: s < 200))
    assert flight.origin.airport == "OIIE"
    assert flight.destination.airport is None
    assert "climbing" in flight.destination.reason


def test_heard_again_on_the_ground_soon_after_tells_where_a_flight_went():
    out = hop("OIIE", "OIMM")
    back = hop("OIMM", "OIIE", starts_s=out.landed_s + 1800)
    found = flights_of(heard(table(out, back), lambda s: ~s.is_between(out.landed_s - 1200, out.landed_s + 1850)))
    assert [f.destination.airport for f in found] == ["OIMM", "OIIE"]
    assert found[0].destination.method is EndpointMethod.GAP


def test_heard_again_a_day_later_is_only_listed():
    out = hop("OIIE", "OIMM")
    back = hop("OIMM", "OIIE", starts_s=out.landed_s + 90_000)
    found = flights_of(heard(table(out, back), lambda s: ~s.is_between(out.landed_s - 1200, out.landed_s + 90_050)))
    assert found[0].destination.airport is None
    assert "OIMM" in [a.airport for a in found[0].destination.alternatives]


def low_over_madrid(latitude: float, longitude: float, course_deg: float) -> dict[str, float]:
    """Probabilities of the fields for a jet that comes down through 3,000 ft over the ground near Madrid."""
    ends = Ends(
        is_arrival=np.array([True]),
        latitude=np.array([latitude]),
        longitude=np.array([longitude]),
        altitude_ft=np.array([5000.0]),
        course_deg=np.array([course_deg]),
        speed_kt=np.array([200.0]),
        sink_fpm=np.array([900.0]),
        day=np.array([19_000.0]),
        runway_ft=np.array([8250.0]),
        needs_hard=np.array([True]),
    )
    fields = load_fields()
    pairs = pair_ends_with_fields(ends, fields)
    found = score_pairs(pairs, ends, fields, TracksSettings()).probability
    return {fields.airports.at(int(row)).ident: float(p) for row, p in zip(pairs.field, found, strict=True)}


def test_a_military_field_beside_a_civil_one_leaves_both_possible():
    found = low_over_madrid(40.58, -3.48, 200.0)
    assert found["LEMD"] < 0.9
    assert found["LETO"] > 0.1


def test_the_runways_line_decides_between_a_military_field_and_a_civil_one():
    lat, lon, far_lat, far_lon = runway_of("LETO")
    back = np.radians(bearing_deg(far_lat, far_lon, lat, lon))
    at = lat + 9 / 60 * np.cos(back), lon + 9 / 60 * np.sin(back) / np.cos(np.radians(lat))
    found = low_over_madrid(float(at[0]), float(at[1]), float(np.degrees(back) + 180) % 360)
    assert found["LETO"] > 2 * found["LEMD"]


def test_the_scheduled_prior_is_off_by_default_and_can_be_turned_on():
    out = hop("OIMM", "LEMD")
    cut = heard(table(out), lambda s: s < out.landed_s - 600)
    (plain,), (leaning,) = flights_of(cut), flights_of(cut, prefer_scheduled=True)

    def share(flight):
        known = {a.airport: a.probability for a in flight.destination.alternatives}
        if flight.destination.airport:
            known[flight.destination.airport] = flight.destination.probability
        return known.get("LEMD", 0.0)

    assert share(leaning) >= share(plain)


def test_a_closed_airport_counts_fully_while_it_was_open_and_little_after():
    out = hop("EDDF", "EDDT")
    late = heard(table(out), lambda s: s < out.landed_s - 420)
    (before,) = flights_of(late.with_columns(pl.col("seen_at").dt.offset_by("-5y")))
    (after,) = flights_of(late)
    assert before.destination.airport == "EDDT"
    assert after.destination.airport != "EDDT" or after.destination.probability < before.destination.probability


def test_a_field_that_had_not_opened_is_no_candidate():
    out = hop("OIII", "LTFM")
    (before,) = flights_of(table(out).with_columns(pl.col("seen_at").dt.offset_by("-10y")))
    (after,) = flights_of(table(out))
    assert before.destination.airport != "LTFM"
    assert after.destination.airport == "LTFM"


def test_on_the_ground_again_hours_later_another_flight_may_lie_between():
    out = hop("OIIE", "VIDP")

    def lands_late(after_s):
        moved = pl.when(pl.col("row") > pl.col("row").max() - 5).then(pl.col("seen_at") + pl.duration(seconds=after_s))
        return heard(table(out), lambda s: (s < 3000) | (s > out.landed_s - 100)).with_columns(
            seen_at=moved.otherwise("seen_at")
        )

    (soon,), (late,) = flights_of(lands_late(0)), flights_of(lands_late(40_000))
    assert soon.destination.airport == "VIDP"
    assert late.destination.airport is None
    assert "VIDP" in [a.airport for a in late.destination.alternatives]


def test_flying_out_of_everybodys_hearing_is_out_of_area():
    parts = [
        heard(
            table(hop("OIIE", "VYYY", starts_s=i * 60), icao24=f"d000{i:02x}", callsigns=f"ZZ{i}"),
            lambda s, i=i: s < 9000 + i * 60,
        )
        for i in range(25)
    ]
    found = flights_of(pl.concat(parts))
    assert {f.destination.kind for f in found} == {EndpointKind.OUT_OF_AREA}


def test_probabilities_never_pass_what_the_tables_allow():
    (flight,) = flights_of(table(hop("OIIE", "OIMM")))
    assert flight.origin.probability <= 0.99
    assert flight.destination.probability <= 0.99
