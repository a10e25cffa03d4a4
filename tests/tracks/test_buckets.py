"""More positions than memory holds: whatever the buckets and the cores, the flights are those of one table."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from overflight.errors import UnreadableFile
from overflight.records.source import SourceFile
from overflight.tracks import detect_flights, read_positions
from overflight.tracks.buckets import MOST_BUCKETS, detect_in_buckets, is_small
from overflight.tracks.settings import TracksSettings
from tests.tracks.read.worlds import Heard, flown, generic, parquet, source_file, tar_of, trace

T = TypeVar("T")
R = TypeVar("R")
SETTINGS = TracksSettings()


def later(world: list[Heard], seconds: float) -> list[Heard]:
    return [replace(h, seconds=h.seconds + seconds) for h in world]


def day_of(aircraft: int, *, start: int = 0) -> bytes:
    members = []
    for i in range(aircraft):
        name = f"{0xABC000 + i:06x}"
        body = trace(later(flown(40), start + 7 * i), icao=name)
        members.append((f"traces/{name[-2:]}/trace_full_{name}.json", gzip.compress(body, mtime=0)))
    return tar_of(members)


@pytest.fixture
def mixed(tmp_path: Path) -> list[SourceFile]:
    """A tar in two parts, traces of the same aircraft the next day, and tables."""
    folder = tmp_path / "in"
    folder.mkdir()
    tar = day_of(12)
    cut = len(tar) // 2
    contents = {
        "a.tar.aa": tar[:cut],
        "a.tar.ab": tar[cut:],
        "trace_full_abc000.json": trace(later(flown(40), 90_000), icao="abc000"),
        "positions.csv": generic(later(flown(60), 5_000)) + b"abc123,2024-05-05T00:00:00Z,91,20,,,,,,\n",
        "positions.parquet": parquet(later(flown(60), 200_000)),
    }
    return [source_file(folder, name, content) for name, content in contents.items()]


def backwards(function: Callable[[T], R], items: Iterable[T], /) -> Iterator[R]:
    """Jobs done in another order than they are given, as cores may."""
    results = {i: function(item) for i, item in reversed(list(enumerate(items)))}
    return iter([results[i] for i in sorted(results)])


def scratch(tmp_path: Path, name: str = "scratch") -> Path:
    (tmp_path / name).mkdir()
    return tmp_path / name


def test_buckets_give_the_flights_of_one_table(mixed: list[SourceFile], tmp_path: Path):
    positions = read_positions(mixed, SETTINGS)
    found = detect_in_buckets(mixed, SETTINGS, scratch(tmp_path))
    assert found.flights == detect_flights(positions.table, SETTINGS)
    assert len({f.icao24 for f in found.flights}) == 13


def test_buckets_say_the_same_of_what_was_not_taken(mixed: list[SourceFile], tmp_path: Path):
    positions = read_positions(mixed, SETTINGS)
    found = detect_in_buckets(mixed, SETTINGS, scratch(tmp_path))
    assert (found.rejections, found.warnings) == (positions.rejections, positions.warnings)


def test_the_order_in_which_jobs_are_done_makes_no_difference(mixed: list[SourceFile], tmp_path: Path):
    forth = detect_in_buckets(mixed, SETTINGS, scratch(tmp_path, "forth"))
    back = detect_in_buckets(mixed[::-1], SETTINGS, scratch(tmp_path, "back"), each=backwards)
    assert forth == back


def test_rows_of_a_tar_are_numbered_through_all_jobs(
    mixed: list[SourceFile], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    whole = detect_in_buckets(mixed, SETTINGS, scratch(tmp_path, "whole"))
    monkeypatch.setattr("overflight.tracks.read.jobs.BATCH_BYTES", 3000)
    assert detect_in_buckets(mixed, SETTINGS, scratch(tmp_path, "cut")) == whole


def test_many_buckets_and_few_give_the_same(mixed: list[SourceFile], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    few = detect_in_buckets(mixed, SETTINGS, scratch(tmp_path, "few"))
    monkeypatch.setattr("overflight.tracks.buckets.BUCKET_POSITIONS", 1)
    many = scratch(tmp_path, "many")
    assert detect_in_buckets(mixed, SETTINGS, many) == few
    assert len({path.name[:3] for path in many.glob("*.parquet")}) <= MOST_BUCKETS


def test_nothing_readable_is_an_error_not_no_flights(tmp_path: Path):
    bad = source_file(tmp_path, "b.parquet", b"PAR1" + b"\0" * 60)
    with pytest.raises(UnreadableFile):
        detect_in_buckets([bad], SETTINGS, scratch(tmp_path))


def test_a_few_files_are_small_and_a_global_day_is_not(mixed: list[SourceFile]):
    day = replace(mixed[0], source=replace(mixed[0].source, size_bytes=3 << 30))
    assert is_small(mixed)
    assert not is_small([day])


def test_a_job_that_is_longer_than_memory_writes_piece_by_piece(
    mixed: list[SourceFile], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    at_once = detect_in_buckets(mixed, SETTINGS, scratch(tmp_path, "once"))
    monkeypatch.setattr("overflight.tracks.buckets.PIECE_POSITIONS", 1)
    monkeypatch.setattr("overflight.tracks.read.tables.BLOCK_BYTES", 500)
    monkeypatch.setattr("overflight.tracks.read.files.PIECE_BYTES", 200)
    pieces = scratch(tmp_path, "pieces")
    assert detect_in_buckets(mixed, SETTINGS, pieces) == at_once
    assert len(list(pieces.glob("*.numbers.ipc"))) > len(list((tmp_path / "once").glob("*.numbers.ipc")))
