"""`overflight flights`: what it prints, in which forms, for whom."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from overflight.cli import app
from overflight.cli.flight_filters import chosen
from overflight.cli.flight_forms import columns
from overflight.cli.flight_table import show
from overflight.cli.workers import pool
from overflight.errors import BadInput
from overflight.records.movement import AirportCandidate, Endpoint, EndpointKind, Flight
from overflight.tracks import detect_flights, read_positions
from overflight.tracks.buckets import detect_in_buckets
from overflight.tracks.settings import TracksSettings
from tests.tracks.read.worlds import Heard, generic, source_file, trace

CONTRACT = [
    "flight_id", "icao24", "registration", "callsigns", "type_code", "first_seen_at", "last_seen_at", "positions", "origin",
    "destination", "distance_nm", "gaps", "warnings", "evidence",
]  # fmt: skip
END = ["kind", "airport", "airport_name", "icao", "country", "at", "probability", "method", "reason", "alternatives"]


def schiphol_to_heathrow() -> list[Heard]:
    """From the runway of one field to that of the other, heard every minute."""
    start, end = (52.3086, 4.7639), (51.4706, -0.4619)
    world = []
    for minute in range(61):
        share = min(max((minute - 5) / 50, 0), 1)
        on_ground = minute <= 5 or minute >= 55
        altitude = None if on_ground else min(25_000, 2500 * (minute - 5), 1300 * (55 - minute) + 300)
        latitude, longitude = (a + (b - a) * share for a, b in zip(start, end, strict=True))
        speed = 15 if on_ground else 240
        world.append(
            Heard(60 * minute, round(latitude, 5), round(longitude, 5), altitude, on_ground, speed, 255, 0, "TST123")
        )
    return world


@pytest.fixture
def tracks(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "trace_full_abc123.json").write_bytes(trace(schiphol_to_heathrow()))
    return folder


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["flights", *map(str, words)], catch_exceptions=True)


def lines(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_json_is_one_object_a_line_with_the_keys_of_the_contract(tracks: Path):
    (flight,) = lines(run(tracks, "--format", "json"))
    assert list(flight)[: len(CONTRACT)] == CONTRACT
    assert set(END) <= set(flight["origin"])
    assert flight["first_seen_at"] == "2024-05-04T23:58:30Z"
    assert (flight["origin"]["airport"], flight["destination"]["airport"]) == ("EHAM", "EGLL")
    assert flight["evidence"] == [{"source": flight["evidence"][0]["source"], "first_row": 1, "last_row": 61}]


def test_json_goes_to_standard_output_and_words_to_standard_error(tmp_path: Path):
    (tmp_path / "t.csv").write_bytes(generic([*schiphol_to_heathrow(), Heard(9999, 91.0, 4.0)]))
    result = run(tmp_path / "t.csv", "--format", "json")
    assert len(lines(result)) == 1
    assert result.stderr == "Not taken, in 1 file: 1 latitude outside -90 to 90\n"


def test_csv_has_dotted_columns_and_no_cell_that_a_spreadsheet_would_run(tmp_path: Path):
    world = [replace(h, callsign="=1+1") for h in schiphol_to_heathrow()]
    (tmp_path / "t.json").write_bytes(trace(world))
    (row,) = csv.DictReader(io.StringIO(run(tmp_path / "t.json", "--format", "csv").stdout))
    assert list(row) == columns()
    assert row["origin.airport"] == "EHAM"
    assert row["callsigns"] == "'=1+1"
    assert json.loads(row["evidence"])[0]["last_row"] == 61


def test_parquet_has_the_same_columns_with_types(tracks: Path, tmp_path: Path):
    out = tmp_path / "flights.parquet"
    assert run(tracks, "--format", "parquet", "-o", out).exit_code == 0
    table = pl.read_parquet(out)
    assert table.columns == columns()
    assert table.schema["first_seen_at"] == pl.Datetime("us", "UTC")
    assert table["callsigns"].to_list() == [["TST123"]]


def test_parquet_without_a_place_to_write_is_refused(tracks: Path):
    assert "-o PATH" in str(run(tracks, "--format", "parquet").exception)


def test_no_flights_is_an_empty_answer_in_every_form(tracks: Path, tmp_path: Path):
    assert lines(run(tracks, "--format", "json", "--at", "VYYY")) == []
    assert run(tracks, "--format", "csv", "--at", "VYYY").stdout == ",".join(columns()) + "\n"
    assert run(tracks, "--at", "VYYY").stdout == "No flights.\n"
    assert run(tracks, "--format", "parquet", "--at", "VYYY", "-o", tmp_path / "f.parquet").exit_code == 0


def test_what_is_no_position_data_is_refused_with_what_would_be(tmp_path: Path):
    (tmp_path / "t.txt").write_text("nothing of the kind")
    result = run(tmp_path)
    assert isinstance(result.exception, BadInput)
    assert "--map old=new" in str(result.exception)


def test_a_warning_about_many_files_is_one_line(tmp_path: Path):
    for i in range(3):
        world = [replace(h, seconds=h.seconds + i) for h in schiphol_to_heathrow()]
        (tmp_path / f"{i}.csv").write_bytes(generic(world).replace(b"Z,", b",").replace(b"abc123", b"abc12%d" % i))
    found = run(tmp_path, "--format", "json").stderr.splitlines()
    assert found == [f"{tmp_path.name}/0.csv and 2 more: times carry no zone and are taken as UTC"]


def test_files_without_positions_are_named_as_left_aside(tracks: Path):
    (tracks / "notes.txt").write_text("nothing of the kind")
    result = run(tracks, "--format", "json")
    assert len(lines(result)) == 1
    assert result.stderr == "Left aside, without positions: 1 file (in/notes.txt)\n"


def test_a_map_makes_positions_of_a_table_that_nobody_knew(tmp_path: Path):
    content = generic(schiphol_to_heathrow()).replace(b"seen_at,latitude,longitude", b"quando,breite,laenge")
    (tmp_path / "t.csv").write_bytes(content)
    words = ("--map", "quando=seen_at", "--map", "breite=latitude", "--map", "laenge=longitude")
    assert len(lines(run(tmp_path, "--format", "json", *words))) == 1


# filters


@pytest.mark.parametrize(
    "place", ["EGLL", "LHR", "London", "london", "GB", "United Kingdom", "EHAM", "Amsterdam", "NL"]
)
def test_a_place_may_be_a_code_a_town_or_a_country(tracks: Path, place: str):
    assert len(lines(run(tracks, "--format", "json", "--at", place))) == 1


@pytest.mark.parametrize("place", ["VYYY", "Yangon", "MM", "Iran"])
def test_flights_elsewhere_are_left_out(tracks: Path, place: str):
    assert lines(run(tracks, "--format", "json", "--at", place)) == []


def test_a_place_that_nobody_knows_is_refused_before_any_work(tracks: Path):
    assert "no airport, town or country" in str(run(tracks, "--at", "Nirgendwo").exception)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("--from", "2024-05-05"), 1), (("--to", "2024-05-04"), 1), (("--from", "2024-05-06"), 0), (("--to", "2024-05-03"), 0),
        (("--from", "2024-05-04", "--to", "2024-05-05"), 1),
    ],
)  # fmt: skip
def test_days_are_utc_and_inclusive_and_a_flight_counts_on_both_its_days(
    tracks: Path, words: tuple[str, ...], count: int
):
    assert len(lines(run(tracks, "--format", "json", *words))) == count


@pytest.mark.parametrize(("mark", "count"), [("EP-TST", 1), ("eptst", 1), ("ABC123", 1), ("EP-FAB", 0)])
def test_an_aircraft_is_named_by_registration_or_address(tracks: Path, mark: str, count: int):
    assert len(lines(run(tracks, "--format", "json", "--aircraft", mark))) == count


def test_an_end_that_is_not_settled_counts_where_the_place_is_among_its_candidates(tracks: Path):
    (flight,) = some_flights(tracks)
    candidate = AirportCandidate(airport="VYNT", probability=0.5, country="MM")
    open_end = Endpoint(kind=EndpointKind.UNDETERMINED, reason="two fields", alternatives=(candidate,))
    doubtful = replace(flight, destination=open_end)
    assert chosen([doubtful], at="VYNT") == (doubtful,)
    assert chosen([doubtful], at="MM") == (doubtful,)
    assert chosen([doubtful], at="TH") == ()


# the table


def some_flights(tracks: Path) -> tuple[Flight, ...]:
    file = source_file(tracks, "trace_full_abc123.json", (tracks / "trace_full_abc123.json").read_bytes())
    return detect_flights(read_positions([file], TracksSettings()).table, TracksSettings())


def shown(flights: tuple[Flight, ...], width: int) -> list[str]:
    console = Console(width=width, file=io.StringIO(), highlight=False)
    show(flights, console)
    return console.file.getvalue().splitlines()


@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_the_table_fits_the_terminal(tracks: Path, width: int):
    assert max(map(len, shown(some_flights(tracks), width))) <= width


def test_a_row_tells_day_aircraft_callsign_ends_and_times(tracks: Path):
    (flight,) = some_flights(tracks)
    row = shown((replace(flight, warnings=()),), 80)[2].split()
    assert row[:7] == ["2024-05-04", "EP-TST", "TST123", "EHAM", row[4], "EGLL", row[6]]
    assert row[6].endswith("+1")


def test_names_of_airfields_are_shown_where_there_is_room(tracks: Path):
    assert "Schiphol" not in "".join(shown(some_flights(tracks), 80))
    assert "Schiphol" in "".join(shown(some_flights(tracks), 140))


def test_what_a_terminal_would_obey_is_shown_as_a_code(tracks: Path):
    (flight,) = some_flights(tracks)
    text = "".join(shown((replace(flight, callsigns=("A\x1b[2J\u202eB",), warnings=("[red]x\x07",)),), 120))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\\u202e" in text
    assert "[red]x\\u0007" in text


def test_only_marks_that_occur_are_explained(tracks: Path):
    (flight,) = some_flights(tracks)
    plain = replace(flight, warnings=())
    assert "warning" not in "".join(shown((plain,), 120))
    assert "! EP-TST, 2024-05-04: odd" in "\n".join(shown((replace(plain, warnings=("odd",)),), 120))


# all cores


def test_processes_give_what_one_gives(tracks: Path, tmp_path: Path):
    file = source_file(tracks, "trace_full_abc123.json", (tracks / "trace_full_abc123.json").read_bytes())
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    alone = detect_in_buckets([file], TracksSettings(), tmp_path / "one")
    with pool(2) as each:
        assert detect_in_buckets([file], TracksSettings(), tmp_path / "two", each=each) == alone


def test_a_damaged_trace_beside_others_is_counted_and_the_others_are_read(tracks: Path):
    whole = gzip.compress(trace(schiphol_to_heathrow()), mtime=0)
    (tracks / "trace_full_abc124.json").write_bytes(whole[: len(whole) // 2])
    done = run(tracks, "--format", "json")
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 1
    assert "its gzip data end too early" in done.stderr


@pytest.mark.parametrize("damage", [lambda body: body[: len(body) // 2], lambda body: body[:12] + b"\xff" * 99])
def test_a_damaged_file_alone_is_a_clear_error(tmp_path: Path, damage: Callable[[bytes], bytes]):
    path = tmp_path / "trace_full_abc123.json"
    path.write_bytes(damage(gzip.compress(trace(schiphol_to_heathrow()), mtime=0)))
    done = run(path)
    assert done.exit_code != 0
    assert "Get the file again" in str(done.exception)
