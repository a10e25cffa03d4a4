"""What a silence allows, and whether anybody else was heard in it."""

from __future__ import annotations

import polars as pl
import pytest

from overflight.records.movement import GapVerdict, Reception
from overflight.tracks import build_reception, detect_flights, is_in_reach, merge_receptions
from overflight.tracks.settings import TracksSettings
from tests.tracks.skies import flights_of, heard, hop, table


def silent(minutes: float, **kinds: str) -> pl.DataFrame:
    return heard(table(hop("OIIE", "VIDP"), **kinds), lambda s: ~s.is_between(3000, 3000 + minutes * 60))


def only_gap(positions):
    (flight,) = flights_of(positions)
    (gap,) = flight.gaps
    return gap


def test_no_field_fits_into_a_short_silence_at_full_speed():
    gap = only_gap(silent(40, type_code="B742"))
    assert gap.verdict is GapVerdict.AIRBORNE
    assert gap.could_have_landed_at == ()


def test_a_long_silence_lists_the_fields_that_could_have_been_reached():
    gap = only_gap(silent(110, type_code="B742"))
    assert gap.verdict is GapVerdict.STOP_POSSIBLE
    assert gap.could_have_landed_at
    assert "in reach" in gap.reason


def test_a_field_too_short_for_the_type_is_not_listed():
    jumbo = set(only_gap(silent(110, type_code="B742")).could_have_landed_at)
    light = only_gap(silent(110, type_code="GLF5"))
    assert light.verdict is GapVerdict.STOP_POSSIBLE
    assert jumbo != set(light.could_have_landed_at)


def test_alone_in_the_data_nobody_can_tell_whether_others_were_heard():
    gap = only_gap(silent(40))
    assert gap.reception is Reception.UNKNOWN
    assert gap.others_heard is None


def test_others_on_the_same_way_at_the_same_time_were_heard():
    other = table(hop("OIIE", "VIDP", starts_s=120), icao24="d00001", callsigns="ZZA1")
    flight = next(f for f in flights_of(pl.concat([silent(40), other])) if f.icao24 == "731822")
    assert flight.gaps[0].reception is Reception.OTHERS_HEARD
    assert flight.gaps[0].others_heard == 1


def test_others_far_away_do_not_count():
    other = table(hop("EGLL", "EHAM", starts_s=3000), icao24="d00001", callsigns="ZZA1")
    flight = next(f for f in flights_of(pl.concat([silent(40), other])) if f.icao24 == "731822")
    assert flight.gaps[0].reception is Reception.NOBODY_HEARD


def test_others_a_day_later_do_not_count():
    other = table(hop("OIIE", "VIDP", starts_s=90_000), icao24="d00001", callsigns="ZZA1")
    flight = next(f for f in flights_of(pl.concat([silent(40), other])) if f.icao24 == "731822")
    assert flight.gaps[0].reception is Reception.NOBODY_HEARD


def test_reception_of_parts_merges_to_reception_of_the_whole():
    one, other = silent(40), table(hop("OIIE", "VIDP", starts_s=120), icao24="d00001", callsigns="ZZA1")
    whole = build_reception(pl.concat([one, other]))
    parts = merge_receptions([build_reception(other), build_reception(one)])
    assert whole.key.tolist() == parts.key.tolist()
    assert whole.airframe.tolist() == parts.airframe.tolist()
    assert whole.airframes == parts.airframes == 2
    assert detect_flights(one, TracksSettings(), reception=parts)[0].gaps[0].reception is Reception.OTHERS_HEARD


@pytest.mark.parametrize("minutes", [5, 8])
def test_a_short_silence_is_no_gap(minutes):
    (flight,) = flights_of(silent(minutes))
    assert flight.gaps == ()


def test_a_silence_that_ends_on_the_ground_is_never_called_airborne():
    out = hop("OIIE", "VIDP")
    (flight,) = flights_of(heard(table(out), lambda s: (s < 3000) | (s > out.landed_s - 100)))
    assert flight.gaps[-1].verdict is GapVerdict.STOPPED


def test_one_field_can_be_asked_about_beyond_those_listed():
    out = hop("OIMM", "VYYY")
    back = hop("VYYY", "OIMM", starts_s=out.landed_s + 36_000)
    unseen = heard(
        table(out, back, type_code="B742"), lambda s: ~s.is_between(out.landed_s - 4000, out.landed_s + 40_000)
    )
    gap = flights_of(unseen)[0].gaps[-1]
    assert is_in_reach(gap, "VYYY", type_code="B742")
    assert not is_in_reach(gap, "KJFK", type_code="B742")
    assert not is_in_reach(gap, "no such field", type_code="B742")
    assert all(is_in_reach(gap, ident, type_code="B742") for ident in gap.could_have_landed_at)
