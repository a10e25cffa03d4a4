"""One contract, every reader: the same world comes out of every format, and what is no position is counted."""

from __future__ import annotations

import gzip
import random
from collections.abc import Sequence
from pathlib import Path

import polars as pl
import pytest

from overflight.errors import UnreadableFile
from overflight.tracks.read import read_positions, sniff_positions
from overflight.tracks.schema import POSITIONS, Positions
from overflight.tracks.settings import TracksSettings
from tests.tracks.read.worlds import FORMATS, Format, Heard, flown, source_file, with_bad

every_format = pytest.mark.parametrize(
    "format", FORMATS, ids=lambda f: f.write.__name__ if f.write.__name__ != "<lambda>" else f.name
)


def read(folder: Path, format: Format, world: Sequence[Heard], *, name: str | None = None) -> Positions:
    return read_positions([source_file(folder, name or format.file_name, format.write(world))], TracksSettings())


def facts(positions: Positions) -> list[tuple[object, ...]]:
    columns = (
        "seen_at",
        "latitude",
        "longitude",
        "altitude_ft",
        "ground_speed_kt",
        "track_deg",
        "on_ground",
        "callsign",
    )
    return sorted(positions.table.select(pl.col(columns)).rows(), key=str)


@every_format
def test_a_format_is_told_by_its_content_whatever_its_name(format: Format):
    assert sniff_positions(format.write(flown())[: 64 * 1024], "download") == format.name


@every_format
def test_the_table_has_the_declared_columns_and_types(tmp_path: Path, format: Format):
    assert read(tmp_path, format, flown()).table.schema == POSITIONS


@every_format
def test_the_world_comes_out_as_it_went_in(tmp_path: Path, format: Format):
    table = read(tmp_path, format, flown()).table
    world = flown()
    assert table["seen_at"].to_list() == [h.at for h in world]
    assert table["latitude"].to_list() == pytest.approx([h.latitude for h in world])
    assert table["longitude"].to_list() == pytest.approx([h.longitude for h in world])
    assert table["altitude_ft"].to_list() == pytest.approx([h.altitude_ft for h in world], abs=1)
    assert table["ground_speed_kt"].to_list() == pytest.approx([h.ground_speed_kt for h in world], abs=0.1)
    assert table["track_deg"].to_list() == pytest.approx([h.track_deg for h in world])
    assert table["on_ground"].fill_null(False).to_list() == [h.on_ground for h in world]
    assert set(table["callsign"].to_list()) == {"TST123"}
    assert set(table["icao24"].to_list()) == {"abc123" if format.has_address else None}
    if format.has_rate:
        assert table["vertical_rate_fpm"].to_list() == pytest.approx([h.vertical_rate_fpm for h in world], abs=1)


@every_format
def test_every_position_cites_its_source_and_row(tmp_path: Path, format: Format):
    file = source_file(tmp_path, format.file_name, format.write(flown()))
    table = read_positions([file], TracksSettings()).table
    assert table["source"].cast(pl.String).to_list() == [file.source.sha256] * 6
    assert table["row"].to_list() == [1, 2, 3, 4, 5, 6]


@every_format
def test_shuffled_rows_give_the_same_positions(tmp_path: Path, format: Format):
    shuffled = flown()
    random.Random(4).shuffle(shuffled)
    assert facts(read(tmp_path, format, shuffled)) == facts(read(tmp_path, format, flown()))


@every_format
def test_repeated_rows_are_taken_once_and_counted(tmp_path: Path, format: Format):
    found = read(tmp_path, format, [*flown(), *flown()[2:4]])
    assert found.table.height == 6
    assert [r.count for r in found.rejections] == [2]
    assert found.rejections[0].first_row == 7


@every_format
@pytest.mark.parametrize(
    ("latitude", "kind"),
    [(float("nan"), "nan"), (91.0, "number"), (-90.5, "number"), (None, "null"), ("abc", "text")],
    ids=["NaN", "91", "-90.5", "null", "text"],
)
def test_a_row_that_is_no_position_is_counted_with_a_reason_and_its_row(
    tmp_path: Path, format: Format, latitude: object, kind: str
):
    if kind not in (*format.can_hold, "number"):
        pytest.skip("this format's column types cannot hold it")
    found = read(tmp_path, format, with_bad(flown(), 1, latitude))
    assert found.table["row"].to_list() == [1, 3, 4, 5, 6]
    assert [(r.count, r.first_row) for r in found.rejections] == [(1, 2)]
    assert found.rejections[0].reason


@every_format
def test_gzip_makes_no_difference_whatever_the_name(tmp_path: Path, format: Format):
    if not format.can_gzip:
        pytest.skip("Parquet compresses itself")
    packed = gzip.compress(format.write(flown()), mtime=0)
    assert sniff_positions(packed, format.file_name) == format.name
    found = read_positions([source_file(tmp_path, format.file_name, packed)], TracksSettings())
    assert facts(found) == facts(read(tmp_path, format, flown()))


@every_format
def test_gzip_that_ends_early_is_refused_in_plain_words_or_counted(tmp_path: Path, format: Format):
    if not format.can_gzip:
        pytest.skip("Parquet compresses itself")
    packed = gzip.compress(format.write(flown(200)), mtime=0)
    file = source_file(tmp_path, format.file_name, packed[: len(packed) - 40], format=format.name)
    if format.name == "readsb_tar":
        assert "ends early" in read_positions([file], TracksSettings()).rejections[0].reason
    else:
        with pytest.raises(UnreadableFile, match="end too early"):
            read_positions([file], TracksSettings())


@every_format
def test_a_name_that_says_synthetic_marks_every_position(tmp_path: Path, format: Format):
    assert read(tmp_path, format, flown(), name=f"synthetic_{format.file_name}").table["is_synthetic"].all()
    assert not read(tmp_path, format, flown()).table["is_synthetic"].any()


@every_format
def test_reading_twice_gives_the_same_table(tmp_path: Path, format: Format):
    assert read(tmp_path, format, flown()).table.equals(read(tmp_path, format, flown()).table)
