"""Tables, records and messages: what columns mean, which units they have, and what each format has of its own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overflight.errors import BadInput, BadPositions, OverflightError, UnreadableFile
from overflight.tracks import detect_flights
from overflight.tracks.read import read_positions, sniff_positions
from overflight.tracks.read.columns import meaning_of
from overflight.tracks.read.pairs import column_map
from overflight.tracks.schema import Positions
from overflight.tracks.settings import TracksSettings
from tests.tracks.read import worlds
from tests.tracks.read.worlds import FORMATS, START, Heard, flown, opensky, parquet, playback, sbs, source_file

UTC = dt.UTC


def read(folder: Path, content: bytes, name: str = "positions.csv", **told: object) -> Positions:
    return read_positions([source_file(folder, name, content)], TracksSettings(**told))


def table(header: str, *lines: str) -> bytes:
    return "\n".join([header, *lines, ""]).encode()


def at(folder: Path, time: str, header: str = "seen_at", **told: object) -> list[dt.datetime]:
    return (
        read(folder, table(f"icao24,{header},latitude,longitude", f"abc123,{time},40,20"), **told)
        .table["seen_at"]
        .to_list()
    )


# instants


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2022-01-13T21:14:05Z", dt.datetime(2022, 1, 13, 21, 14, 5)),
        ("2022-01-13T21:14:05.125Z", dt.datetime(2022, 1, 13, 21, 14, 5, 125000)),
        ("2022-01-13 21:14:05+00:00", dt.datetime(2022, 1, 13, 21, 14, 5)),
        ("2022-01-14T01:44:05+0430", dt.datetime(2022, 1, 13, 21, 14, 5)),
        ("2022-01-13T16:14:05-05", dt.datetime(2022, 1, 13, 21, 14, 5)),
        ("2022-01-13 21:14:05 UTC", dt.datetime(2022, 1, 13, 21, 14, 5)),
        ("2022-01-13 21:14:05Z.125", dt.datetime(2022, 1, 13, 21, 14, 5, 125000)),
        ("2022/01/13 21:14", dt.datetime(2022, 1, 13, 21, 14)),
        ("20220113T211405Z", dt.datetime(2022, 1, 13, 21, 14, 5)),
        ("1642108445", dt.datetime(2022, 1, 13, 21, 14, 5)),
        ("1642108445.5", dt.datetime(2022, 1, 13, 21, 14, 5, 500000)),
        ("1642108445125", dt.datetime(2022, 1, 13, 21, 14, 5, 125000)),
        ("1642108445125000", dt.datetime(2022, 1, 13, 21, 14, 5, 125000)),
        ("1642108445125000000", dt.datetime(2022, 1, 13, 21, 14, 5, 125000)),
    ],
)
def test_instants_are_read_as_they_are_usually_written(tmp_path: Path, written: str, meant: dt.datetime):
    assert at(tmp_path, written) == [meant.replace(tzinfo=UTC)]


@pytest.mark.parametrize(
    "written", ["13.01.2022 21:14", "yesterday", "2022-13-45T99:99:99Z", "2022-01-13", "inf", "1e300", "NaN"]
)
def test_what_is_no_instant_is_refused(tmp_path: Path, written: str):
    found = read(
        tmp_path, table("icao24,seen_at,latitude,longitude", f"abc123,{written},40,20", f"abc123,{written},41,20")
    )
    assert found.table.is_empty()
    assert [r.count for r in found.rejections] == [2]


def test_a_column_name_tells_the_unit_of_its_epochs(tmp_path: Path):
    assert at(tmp_path, "1642108445", "seen_at_epoch_s") == at(tmp_path, "1642108445000", "seen_at_epoch_ms")


def test_the_user_may_tell_the_unit_of_epochs(tmp_path: Path):
    assert at(tmp_path, "1642108445000", epoch_unit="s") == []


def test_milliseconds_among_seconds_are_refused(tmp_path: Path):
    rows = [f"abc123,{1642108445 + i},{40 + i / 100},20" for i in range(5)]
    found = read(tmp_path, table("icao24,time,lat,lon", *rows, "abc123,1642108450000,41,20"))
    assert found.table.height == 5
    assert "its unit is another" in found.rejections[0].reason


def test_a_time_without_a_zone_is_taken_as_utc_and_that_is_said(tmp_path: Path):
    found = read(tmp_path, table("icao24,seen_at,latitude,longitude", "abc123,2022-01-13 21:14:05,40,20"))
    assert found.table["seen_at"].to_list() == [dt.datetime(2022, 1, 13, 21, 14, 5, tzinfo=UTC)]
    assert found.warnings == ("positions.csv: times carry no zone and are taken as UTC",)


def test_of_several_columns_of_time_the_first_that_tells_an_instant_is_taken(tmp_path: Path):
    content = table("icao24,timestamp,time,ping_time,lat,lon", "abc123,2022-01-13,18.5,2022-01-13 00:00:18.5,40,20")
    assert read(tmp_path, content).table["seen_at"].to_list() == [
        dt.datetime(2022, 1, 13, 0, 0, 18, 500000, tzinfo=UTC)
    ]


# names and units


@pytest.mark.parametrize(
    ("name", "target", "factor"),
    [
        ("altitude_ft", "altitude_ft", 1.0), ("Altitude (m)", "altitude_ft", 1 / 0.3048), ("alt_fl", "altitude_ft", 100.0),
        ("ground_speed_mps", "ground_speed_kt", 3600 / 1852), ("speed_kmh", "ground_speed_kt", 1000 / 1852),
        ("vertical_rate_mps", "vertical_rate_fpm", 60 / 0.3048), ("GroundSpeed", "ground_speed_kt", 1.0), ("Hex", "icao24", 1.0),
        ("heading_deg", "track_deg", 1.0), ("onGround", "on_ground", 1.0), ("geo_altitude_m", "geometric_altitude_ft", 1 / 0.3048),
    ],
)  # fmt: skip
def test_a_column_name_tells_field_and_unit(name: str, target: str, factor: float):
    meaning = meaning_of(name)
    assert meaning is not None
    assert (meaning.target, meaning.factor) == (target, pytest.approx(factor))


@pytest.mark.parametrize("name", ["altitude_kt", "latitude_ft", "name", "", "airport", "speed_m", "remarks_m"])
def test_a_name_or_a_unit_that_does_not_fit_means_nothing(name: str):
    assert meaning_of(name) is None


def test_units_that_no_name_tells_are_said(tmp_path: Path):
    found = read(
        tmp_path, table("icao24,seen_at,lat,lon,altitude,speed_kt", "abc123,2022-01-13T21:14:05Z,40,20,1000,3")
    )
    assert found.warnings == ("positions.csv: names that tell no unit are read as usual in aviation: altitude (feet)",)


def test_the_user_may_say_what_columns_hold(tmp_path: Path):
    content = table("plane,wann,breite,laenge,hoehe", "abc123,2022-01-13T21:14:05Z,40,20,100")
    pairs = ["plane=icao24", "wann=seen_at", "breite=latitude", "laenge=longitude", "hoehe=altitude_m"]
    row = read(tmp_path, content, column_map=column_map(pairs)).table.row(0, named=True)
    assert row["icao24"] == "abc123"
    assert row["altitude_ft"] == pytest.approx(328.08, abs=0.1)


@pytest.mark.parametrize("pair", ["lat", "=latitude", "lat="])
def test_a_map_that_is_no_pair_is_refused(pair: str):
    with pytest.raises(BadInput, match="old=new"):
        column_map([pair])


def test_a_map_to_what_positions_do_not_have_is_refused(tmp_path: Path):
    with pytest.raises(BadPositions, match="no column of positions"):
        read(tmp_path, worlds.generic(flown()), column_map=(("callsign", "colour"),))


def test_a_table_that_names_no_aircraft_is_refused_until_the_user_names_it(tmp_path: Path):
    content = table("seen_at,latitude,longitude", "2022-01-13T21:14:05Z,40,20")
    with pytest.raises(BadPositions, match="--aircraft"):
        read(tmp_path, content)
    assert read(tmp_path, content, aircraft="EP-FAB").table["registration"].to_list() == ["EP-FAB"]
    assert read(tmp_path, content, aircraft="731822").table["icao24"].to_list() == ["731822"]


def test_missing_columns_are_named_with_those_that_are_there(tmp_path: Path):
    with pytest.raises(BadPositions, match=r"latitude.*columns are icao24, seen_at, breite"):
        read_positions(
            [
                source_file(
                    tmp_path, "t.csv", table("icao24,seen_at,breite", "abc123,1642108445,40"), format="positions_csv"
                )
            ],
            TracksSettings(),
        )


# rows as people and programs spoil them


def test_a_row_with_more_fields_than_the_header_is_counted(tmp_path: Path):
    found = read(
        tmp_path,
        table("icao24,seen_at,latitude,longitude", "abc123,1642108445,40,20", "abc123,1642108446,40,20,12,EHAM"),
    )
    assert [(r.reason, r.count, r.first_row) for r in found.rejections] == [
        ("the row has more fields than the header", 1, 2)
    ]


def test_a_row_with_fewer_fields_is_counted(tmp_path: Path):
    found = read(tmp_path, table("icao24,seen_at,latitude,longitude", "abc123", "abc123,1642108446,40,20"))
    assert found.table["row"].to_list() == [2]
    assert found.rejections[0].first_row == 1


def test_a_quotation_mark_that_does_not_pair_up_does_not_swallow_the_rest(tmp_path: Path):
    notes = ["x", '5"', "x", "x", "x"]
    rows = [f"abc123,{1642108445 + i},{40 + i / 100},20,{note}" for i, note in enumerate(notes)]
    assert read(tmp_path, table("icao24,seen_at,latitude,longitude,note", *rows)).table.height == 5


def test_a_value_that_is_no_number_is_left_out_and_the_position_kept(tmp_path: Path):
    found = read(tmp_path, table("icao24,seen_at,latitude,longitude,altitude_ft", "abc123,1642108445,40,20,high"))
    assert found.table["altitude_ft"].to_list() == [None]
    assert found.rejections[0].reason == "altitude_ft is not a number: left out, the position kept"


def test_decimal_commas_are_read_where_semicolons_part_the_columns(tmp_path: Path):
    found = read(tmp_path, table("icao24;seen_at;latitude;longitude", "abc123;1642108445;40,5;-20,25"))
    assert found.table.select("latitude", "longitude").row(0) == (40.5, -20.25)


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_marks_make_no_difference(tmp_path: Path, ending: str, mark: bytes):
    content = mark + ending.join(["icao24,seen_at,latitude,longitude", "abc123,1642108445,40,20", ""]).encode()
    assert read(tmp_path, content).table.height == 1


def test_a_header_alone_is_no_positions_and_no_fault(tmp_path: Path):
    found = read(tmp_path, table("icao24,seen_at,latitude,longitude"))
    assert (found.table.height, found.rejections) == (0, ())


def test_letters_of_another_charset_do_not_stop_the_reading(tmp_path: Path):
    content = table("icao24,seen_at,latitude,longitude,callsign", "abc123,1642108445,40,20,") + "é".encode("latin-1")
    assert read(tmp_path, content).table.height == 1


def test_blocks_of_a_large_table_are_numbered_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("overflight.tracks.read.tables.BLOCK_BYTES", 1)
    monkeypatch.setattr("overflight.tracks.read.files.PIECE_BYTES", 64)
    rows = [f"abc123,{1642108445 + i},{40 + i / 1000},20" for i in range(40)]
    assert read(tmp_path, table("icao24,seen_at,latitude,longitude", *rows)).table["row"].to_list() == list(
        range(1, 41)
    )


def test_a_column_may_mark_rows_as_synthetic(tmp_path: Path):
    content = table(
        "icao24,seen_at,latitude,longitude,synthetic", "abc123,1642108445,40,20,yes", "abc123,1642108446,40,20,"
    )
    assert read(tmp_path, content).table["is_synthetic"].to_list() == [True, False]


def test_damaged_parquet_is_refused_in_plain_words(tmp_path: Path):
    with pytest.raises(UnreadableFile, match="Parquet"):
        read(tmp_path, parquet(flown())[:-20], "p.parquet")


def test_tables_of_other_things_are_not_taken_for_positions():
    for head in (
        b"name,birth_date\nA,1950\n",
        b"ident,latitude_deg,longitude_deg\nX,1,2\n",
        b"<html>",
        b"PK\x03\x04",
        b"",
        b'{"a": 1}',
    ):
        assert sniff_positions(head, "positions.csv") is None


# OpenSky


def test_positions_that_opensky_sends_again_are_dropped_and_counted(tmp_path: Path):
    heard = opensky(flown()).decode().splitlines()
    again = [line.replace(line.split(",")[0], str(int(line.split(",")[0]) + 10), 1) for line in heard[2:4]]
    found = read(tmp_path, "\n".join([*heard, *again, ""]).encode(), "states.csv")
    assert found.table.height == 6
    assert [(r.reason, r.count) for r in found.rejections] == [
        ("position sent again: its lastposupdate did not move", 2)
    ]


def test_the_instant_of_a_state_vector_is_when_its_position_was_heard(tmp_path: Path):
    world = [replace(h, seconds=h.seconds + 0.25) for h in flown()]
    assert read(tmp_path, opensky(world), "states.csv").table["seen_at"].to_list() == [h.at for h in world]


# Flightradar24


def test_altitude_zero_is_the_ground_only_at_a_speed_that_rolls(tmp_path: Path):
    world = [
        Heard(0, 40, 20, altitude_ft=0, ground_speed_kt=12),
        Heard(9, 40.1, 20, altitude_ft=0, ground_speed_kt=260),
    ]
    assert read(tmp_path, playback(world)).table["on_ground"].to_list() == [True, None]


def test_callsigns_missing_in_a_file_of_one_flight_are_those_of_its_nearest_rows(tmp_path: Path):
    world = [replace(h, callsign=None) if h.seconds < 50 else h for h in flown()]
    assert read(tmp_path, playback(world)).table["callsign"].unique().to_list() == ["TST123"]


def under_two_callsigns(apart_s: float, moved: float = 0.0) -> list[Heard]:
    """A flight whose second half is sent under another callsign, later and elsewhere if so wanted."""
    first, second = flown(20)[:10], flown(20)[10:]
    return [
        *first,
        *(
            replace(h, seconds=h.seconds + apart_s, longitude=float(str(h.longitude)) + moved, callsign="TST999")
            for h in second
        ),
    ]


def test_a_callsign_that_changes_on_the_way_is_one_aircraft_in_a_file_of_one_flight(tmp_path: Path):
    table = read(tmp_path, playback(under_two_callsigns(0))).table
    assert table["known_as"].unique().to_list() == ["TST123"]
    assert len(detect_flights(table, TracksSettings())) == 1


@pytest.mark.parametrize(("apart_s", "moved"), [(3600, 0.0), (0, 5.0)])
def test_flights_put_into_one_file_stay_several_aircraft(tmp_path: Path, apart_s: float, moved: float):
    table = read(tmp_path, playback(under_two_callsigns(apart_s, moved))).table
    assert table["known_as"].null_count() == table.height


# SBS


def message(kind: int, seconds: float, icao: str = "ABC123", **fields: object) -> str:
    places = {
        "callsign": 10,
        "altitude": 11,
        "speed": 12,
        "track": 13,
        "latitude": 14,
        "longitude": 15,
        "rate": 16,
        "squawk": 17,
    }
    moment = START + dt.timedelta(seconds=seconds)
    row = [
        "MSG",
        str(kind),
        "1",
        "1",
        icao,
        "1",
        f"{moment:%Y/%m/%d}",
        f"{moment:%H:%M:%S}.000",
        f"{moment:%Y/%m/%d}",
        f"{moment:%H:%M:%S}.000",
    ]
    row += [""] * 12
    for field, value in fields.items():
        row[places[field]] = str(value)
    return ",".join(row) + "\n"


def test_what_other_messages_say_is_carried_to_the_next_position_for_as_long_as_it_can_be_believed(tmp_path: Path):
    content = (
        message(1, 0, callsign="TST123  ")
        + message(4, 1, speed=440, track=90, rate=64)
        + message(1, 1, "FFF000", callsign="OTHER")
    )
    content += message(3, 2, altitude=31000, latitude=40, longitude=20) + message(
        3, 200, altitude=31000, latitude=41, longitude=20
    )
    rows = read(tmp_path, content.encode(), "feed.txt").table.rows(named=True)
    assert [(r["callsign"], r["ground_speed_kt"], r["row"]) for r in rows] == [
        ("TST123", 440.0, 4),
        ("TST123", None, 5),
    ]


def test_the_clock_of_an_sbs_receiver_is_asked_after(tmp_path: Path):
    assert "--receiver-utc-offset" in read(tmp_path, sbs(flown()), "feed.txt").warnings[0]
    found = read(tmp_path, sbs(flown()), "feed.txt", receiver_utc_offset_s=3600.0)
    assert found.table["seen_at"][0] == START - dt.timedelta(hours=1)
    assert found.warnings == ()


# KML


def test_entities_in_kml_are_not_resolved(tmp_path: Path):
    secret = tmp_path / "secret"
    secret.write_text("TOPSECRET")
    head = f'<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY x SYSTEM "file://{secret}">]>'
    content = head + worlds.kml(flown()).decode().split("?>", 1)[1].replace("XX123/TST123", "&x;")
    with pytest.raises(BadPositions, match="document type"):
        read(tmp_path, content.encode(), "t.kml")


def test_tracks_of_kml_with_times_beside_coordinates_are_read(tmp_path: Path):
    points = "".join(f"<when>{worlds.iso(h.at)}</when>" for h in flown()) + "".join(
        f"<gx:coord>{h.longitude} {h.latitude} {1000}</gx:coord>" for h in flown()
    )
    content = f'<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="g"><Document><name>TST123</name><gx:Track>{points}</gx:Track></Document></kml>'
    found = read(tmp_path, content.encode(), "t.kml").table
    assert found["latitude"].to_list() == [h.latitude for h in flown()]
    assert found["altitude_ft"][0] == pytest.approx(3280.8, abs=0.1)


# all together


def test_one_file_that_cannot_be_read_is_a_warning_among_others(tmp_path: Path):
    good = source_file(tmp_path, "a.csv", worlds.generic(flown()))
    bad = source_file(tmp_path, "b.parquet", b"PAR1" + b"\0" * 50)
    found = read_positions([bad, good], TracksSettings())
    assert found.table.height == 6
    assert found.warnings[0].startswith("b.parquet: ")


def test_the_order_of_the_files_given_makes_no_difference(tmp_path: Path):
    files = [source_file(tmp_path, f"{i}{f.file_name}", f.write(flown())) for i, f in enumerate(FORMATS)]
    forth, back = read_positions(files, TracksSettings()), read_positions(files[::-1], TracksSettings())
    assert forth.table.equals(back.table)
    assert (forth.rejections, forth.warnings) == (back.rejections, back.warnings)


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(FORMATS), st.integers(0, 5000), st.binary(min_size=1, max_size=8), st.integers(0, 10))
def test_a_file_edited_by_hand_gives_positions_or_a_plain_error(
    tmp_path_factory: pytest.TempPathFactory, format, place, patch, drop
):
    content = format.write(flown())
    place %= len(content)
    folder = tmp_path_factory.mktemp("edited")
    file = source_file(folder, format.file_name, content[:place] + patch + content[place + drop :], format=format.name)
    try:
        found = read_positions([file], TracksSettings())
    except OverflightError as error:
        assert str(error)
        return
    assert found.table.select(pl.col("latitude").is_between(-90, 90).all()).item()
