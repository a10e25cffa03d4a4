"""readsb traces as nobody should write them: read where they can be, counted where they cannot, and never a crash."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from overflight.errors import BadInput, BadPositions
from overflight.records.source import Sha256, Source, SourceFile, SourceKind
from overflight.tracks.read import read_positions, readsb_careful, readsb_quick
from overflight.tracks.read.readsb import Trace, read_traces
from overflight.tracks.schema import Positions
from overflight.tracks.settings import TracksSettings
from tests.tracks.read.worlds import START, flown, source_file, tar_of, trace

NAME = "trace_full_abc123.json"


def read(folder: Path, *contents: bytes) -> Positions:
    files = [source_file(folder, f"{i}/{NAME}", content, format="readsb_trace") for i, content in enumerate(contents)]
    return read_positions(files, TracksSettings())


def edited(**changes: object) -> bytes:
    return json.dumps({**json.loads(trace(flown())), **changes}).encode()


def with_row(place: int, **fields: object) -> bytes:
    whole = json.loads(trace(flown()))
    for field, value in fields.items():
        whole["trace"][place][int(field[1:])] = value
    return json.dumps(whole).encode()


def reasons(positions: Positions) -> list[tuple[str, int]]:
    return [(r.reason, r.count) for r in positions.rejections]


def test_milliseconds_for_seconds_are_refused_not_flown_in_the_year_56000(tmp_path: Path):
    found = read(tmp_path, edited(timestamp=START.timestamp() * 1000))
    assert found.table.is_empty()
    assert reasons(found) == [("time outside 1990 to 2100: its unit is another than the format's", 6)]


@pytest.mark.parametrize("timestamp", ["2024-05-04", None, [], True, {"a": 1}])
def test_a_timestamp_that_is_no_number_refuses_every_row(tmp_path: Path, timestamp: object):
    assert reasons(read(tmp_path, edited(timestamp=timestamp))) == [("no readable time", 6)]


@pytest.mark.parametrize("value", ["35.1", [1], {"a": 1}, "x" * 100_000])
def test_something_else_than_a_number_for_latitude_costs_that_row_only(tmp_path: Path, value: object):
    found = read(tmp_path, with_row(2, f1=value))
    assert reasons(found) == [("something else than a number where time, latitude or longitude belong", 1)]
    assert found.table.height == 5


def test_a_number_of_five_thousand_digits_costs_that_row_only(tmp_path: Path):
    body = with_row(2, f1=4711).replace(b"4711", b"7" * 5000)
    assert read(tmp_path, body).table["row"].to_list() == [1, 2, 4, 5, 6]


def test_a_key_that_stands_twice_refuses_the_trace(tmp_path: Path):
    body = trace(flown()).replace(b'"r":', b'"icao": "def456", "r":')
    found = read(tmp_path, body)
    assert found.table.is_empty()
    assert "stands twice" in found.rejections[0].reason


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b'{"icao": "abc123"}',
        b'{"icao": "abc123", "trace": 5}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"\xff\xfe",
    ],
    ids=["empty", "{}", "[]", "null", "no trace", "trace 5", "100,000 brackets", "100,000 braces", "no text"],
)
def test_what_is_no_trace_is_counted_as_such(tmp_path: Path, body: bytes):
    found = read(tmp_path, body, trace(flown()))
    assert found.table.height == 6
    assert [r.name for r in found.rejections] == [f"0/{NAME}"]


@pytest.mark.parametrize("rows", [[5, None, "x", {}], [[]], [[1.0]], [[None] * 14]])
def test_rows_that_are_none_are_counted(tmp_path: Path, rows: list[object]):
    found = read(tmp_path, edited(trace=rows))
    assert found.table.is_empty()
    assert sum(r.count for r in found.rejections) == len(rows)


def test_an_empty_trace_is_no_positions_and_no_fault(tmp_path: Path):
    found = read(tmp_path, edited(trace=[]))
    assert (found.table.height, found.rejections, found.warnings) == (0, (), ())


def test_a_lone_surrogate_in_a_callsign_does_not_stop_the_reading(tmp_path: Path):
    body = trace(flown()).replace(b"TST123", b"T\\ud800T", 1)
    assert read(tmp_path, body).table["callsign"].to_list()[:2] == ["T?T", "TST123"]


def test_braces_and_brackets_inside_strings_are_only_letters(tmp_path: Path):
    odd = "A}],[{B"
    body = with_row(1, f8={"flight": odd, "squawk": "7500"})
    table = read(tmp_path, body).table
    assert table.height == 6
    assert table["callsign"][1] == odd
    assert table["squawk"][1] == "7500"


def test_a_tilde_is_kept_since_it_says_that_the_address_is_no_icao_address(tmp_path: Path):
    assert read(tmp_path, edited(icao="~2a3b4c")).table["icao24"].unique().to_list() == ["~2a3b4c"]


def test_an_address_that_is_none_is_left_out_and_counted_while_the_registration_names_the_aircraft(tmp_path: Path):
    found = read(tmp_path, edited(icao="xyz"))
    assert found.table["icao24"].null_count() == 6
    assert found.table["registration"].unique().to_list() == ["EP-TST"]
    assert reasons(found) == [("address is not six hexadecimal digits: left out, the position kept", 6)]


def test_a_geometric_altitude_is_not_taken_for_a_pressure_altitude(tmp_path: Path):
    table = read(tmp_path, with_row(0, f6=8, f10=None)).table
    assert table["altitude_ft"][0] is None
    assert table["geometric_altitude_ft"][0] == 9000


def test_the_stale_flag_drops_nothing(tmp_path: Path):
    assert read(tmp_path, with_row(0, f6=1)).table.height == 6


def test_the_key_synthetic_marks_the_positions(tmp_path: Path):
    assert read(tmp_path, edited(synthetic="made")).table["is_synthetic"].all()


def test_impossible_values_are_left_out_and_the_positions_kept(tmp_path: Path):
    found = read(tmp_path, with_row(0, f3=9_000_000, f4=-5))
    assert found.table.height == 6
    assert found.table["altitude_ft"][0] is None
    assert found.table["ground_speed_kt"][0] is None
    assert len(found.rejections) == 2


def test_one_damaged_file_among_many_costs_only_itself(tmp_path: Path):
    packed = gzip.compress(trace(flown(300)), mtime=0)
    found = read(tmp_path, packed[:-60], trace(flown()))
    assert found.table.height == 6
    assert "end too early" in found.rejections[0].reason


def test_the_same_bytes_twice_are_read_once_and_that_is_said(tmp_path: Path):
    found = read(tmp_path, trace(flown()), trace(flown()))
    assert found.table.height == 6
    assert "the same bytes" in found.rejections[0].reason


# tars


def tar_file(folder: Path, name: str, content: bytes) -> SourceFile:
    return source_file(folder, name, content, format="readsb_tar")


def day() -> bytes:
    worlds = {f"abc12{i}": [replace(h, seconds=h.seconds + i) for h in flown()] for i in range(4)}
    return tar_of(
        [
            (f"./traces/2{i}/trace_full_{icao}.json", trace(world, icao=icao))
            for i, (icao, world) in enumerate(worlds.items())
        ]
    )


def test_a_tar_in_parts_gives_what_the_whole_gives_and_cites_the_parts(tmp_path: Path):
    content = day()
    cut = len(content) // 2
    parts = [tar_file(tmp_path, "d.tar.aa", content[:cut]), tar_file(tmp_path, "d.tar.ab", content[cut:])]
    whole = read_positions([tar_file(tmp_path, "d.tar", content)], TracksSettings()).table
    found = read_positions(parts[::-1], TracksSettings()).table
    assert_frame_equal(found.drop("source", "row"), whole.drop("source", "row"))
    assert whole["row"].to_list() == list(range(1, 25))
    assert found["source"].n_unique() == 2
    for source in found["source"].unique():
        assert found.filter(pl.col("source") == source)["row"].to_list()[0] == 1


def test_a_tar_that_ends_early_gives_what_it_holds_and_says_so(tmp_path: Path):
    found = read_positions([tar_file(tmp_path, "d.tar.aa", day()[:4000])], TracksSettings())
    assert found.table["icao24"].n_unique() < 4
    assert "ends early" in found.rejections[-1].reason


def test_a_later_part_without_the_first_is_refused(tmp_path: Path):
    with pytest.raises(BadPositions, match="first part"):
        read_positions([tar_file(tmp_path, "d.tar.ab", day()[4096:])], TracksSettings())


def test_only_regular_members_called_like_traces_are_read(tmp_path: Path):
    content = tar_of(
        [
            ("../../etc/passwd", b"x"),
            ("traces/x/evil.json", trace(flown())),
            ("traces/23/trace_full_abc123.json", trace(flown())),
        ]
    )
    assert read_positions([tar_file(tmp_path, "d.tar", content)], TracksSettings()).table.height == 6
    assert [p.name for p in tmp_path.iterdir()] == ["d.tar"]


# the quick way gives the careful way's table, or nothing

NUMBER = st.none() | st.floats(-1e6, 1e6) | st.integers(-(10**6), 10**6) | st.sampled_from([1e308, 0, -0.0])
ANY = NUMBER | st.booleans() | st.text(max_size=8) | st.lists(st.integers(), max_size=2)
TEXT = st.text(st.characters(codec="utf-8"), max_size=9)
DETAILS = st.none() | st.fixed_dictionaries(
    {}, optional={"flight": TEXT, "squawk": TEXT, "type": st.sampled_from(["mlat", "adsc"]), "nic": NUMBER}
)
USUAL = st.tuples(NUMBER, NUMBER, NUMBER, NUMBER | st.just("ground"), NUMBER, NUMBER, st.integers(0, 15), NUMBER, DETAILS,
                  st.sampled_from(["adsb_icao", "mlat"]), NUMBER, NUMBER, NUMBER, NUMBER)  # fmt: skip
ODD = st.lists(ANY | DETAILS, min_size=0, max_size=15)


def file_of(body: bytes) -> SourceFile:
    source = Source(
        sha256=Sha256("0" * 64), name="t", kind=SourceKind.POSITIONS, format="readsb_trace", size_bytes=len(body)
    )
    return SourceFile(source=source, path=Path("t"))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(USUAL, min_size=1, max_size=5) | st.lists(USUAL.map(list) | ODD, min_size=1, max_size=4),
    st.booleans(),
    st.sampled_from([9, 14]),
)
def test_both_ways_through_a_trace_give_the_same_table(rows: list[list[object]], is_compact: bool, width: int):
    separators = (",", ":") if is_compact else (", ", ": ")
    whole = {"icao": "abc123", "timestamp": 1.7e9, "trace": [list(row)[:width] for row in rows], "version": 1}
    body = json.dumps(whole, separators=separators, ensure_ascii=False).encode()
    apart, careful = readsb_quick.take_apart(body), readsb_careful.take_apart(body)
    quick = readsb_quick.read_apart([apart]) if apart is not None else None
    if quick is None:
        return
    assert isinstance(careful, readsb_careful.Careful)
    slow = readsb_careful.read_apart([careful])
    kind = pl.coalesce("kind", "detail_kind").alias("kind")
    columns = sorted(set(slow.columns) - {"detail_kind"})
    assert_frame_equal(quick.with_columns(kind).select(columns), slow.with_columns(kind).select(columns))


def test_usual_traces_do_take_the_quick_way():
    assert (
        readsb_quick.read_apart(
            [readsb_quick.take_apart(trace(flown())), readsb_quick.take_apart(trace(flown(), width=9))]
        )
        is not None
    )


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2000), st.binary(min_size=1, max_size=6), st.integers(0, 8))
def test_a_trace_edited_by_hand_anywhere_never_crashes_the_reader(place: int, patch: bytes, drop: int):
    body = trace(flown())
    place %= len(body)
    read_traces([Trace(file_of(body), body[:place] + patch + body[place + drop :])], {})


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 400), st.binary(min_size=1, max_size=4))
def test_damaged_gzip_is_a_reason_or_a_plain_error(place: int, patch: bytes):
    packed = gzip.compress(trace(flown()), mtime=0)
    place %= len(packed)
    try:
        read_traces([Trace(file_of(packed), packed[:place] + patch + packed[place + len(patch) :])], {})
    except BadInput:
        pytest.fail("a batch must not fail for one trace")


def test_a_tar_without_its_first_part_stops_no_other_file(tmp_path: Path):
    files = [tar_file(tmp_path, "d.tar.ab", day()[4096:]), tar_file(tmp_path, "e.tar.aa", day())]
    found = read_positions(files, TracksSettings())
    assert found.table.height > 0
    assert any("d.tar.ab" in warning and "first part" in warning for warning in found.warnings)


def test_where_there_may_be_none_a_file_that_cannot_be_read_is_a_warning(tmp_path: Path):
    files = [tar_file(tmp_path, "d.tar.ab", day()[4096:])]
    found = read_positions(files, TracksSettings(), may_be_none=True)
    assert found.table.is_empty()
    assert "first part" in found.warnings[0]
