"""Tables made by hand, put to an independent registry of 619,000 aircraft and to each other."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import Counter
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest

from overflight.reference.airports import load_airports
from overflight.reference.gazetteers import load_gazetteer

DATA = files("overflight.reference") / "data"


def rows(name: str) -> list[dict[str, str]]:
    """A table of the data folder."""
    return list(csv.DictReader((DATA / name).read_text(encoding="utf-8").splitlines()))


@pytest.fixture(scope="session")
def registry(shared: Path) -> pl.DataFrame:
    """Address and registration of registered aircraft."""
    path = shared / "data" / "reference" / "aircraft.parquet"
    table = pl.read_parquet(path, columns=["icao24", "registration"]).drop_nulls()
    return table.filter(
        pl.col("icao24").str.contains("^[0-9a-f]{6}$"),
        pl.col("registration").str.contains(r"^(?:[A-Z0-9]{1,4}-[A-Z]{3,4}|R[AF]-\d{4,5}|YV\d{3,4}|HL\d{4}|JA\w{4})$"),
    ).with_columns(address=pl.col("icao24").str.to_integer(base=16, dtype=pl.Int64))


def test_blocks_of_addresses_do_not_overlap_and_are_in_order() -> None:
    bounds = [(int(row["first"], 16), int(row["last"], 16)) for row in rows("address_blocks.csv")]
    assert all(first <= last for first, last in bounds)
    assert all(before[1] < after[0] for before, after in pairwise(bounds))


def test_every_block_begins_and_ends_where_a_power_of_two_allows() -> None:
    for row in rows("address_blocks.csv"):
        first, size = int(row["first"], 16), int(row["last"], 16) - int(row["first"], 16) + 1
        assert size & (size - 1) == 0
        assert first % size == 0


def test_registered_aircraft_lie_in_the_block_of_their_mark(registry: pl.DataFrame) -> None:
    blocks = [(int(r["first"], 16), int(r["last"], 16), tuple(r["marks"].split())) for r in rows("address_blocks.csv")]
    astray = 0
    for first, last, marks in blocks:
        inside = registry.filter(pl.col("address").is_between(first, last))["registration"].to_list()
        astray += sum(1 for mark in inside if not mark.startswith(marks))
    assert astray / registry.height < 0.002


def test_no_block_holds_one_other_mark_again_and_again(registry: pl.DataFrame) -> None:
    marks = {mark for row in rows("address_blocks.csv") for mark in row["marks"].split() if mark.endswith("-")}
    for row in (r for r in rows("address_blocks.csv") if r["country"] != "US"):  # its marks have no hyphen to tell them
        inside = registry.filter(pl.col("address").is_between(int(row["first"], 16), int(row["last"], 16)))
        others = Counter(mark.split("-")[0] + "-" for mark in inside["registration"].to_list() if "-" in mark)
        own = row["marks"].split()
        often = [m for m, n in others.items() if m in marks - set(own) and n > max(4, inside.height / 20)]
        assert often == [], row


def test_registrations_of_every_state_are_known_by_their_pattern(registry: pl.DataFrame) -> None:
    pattern = re.compile("|".join(form for row in load_gazetteer("registrations") for form in row.forms))
    known: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for mark in registry["registration"].to_list():
        state = mark.split("-")[0] if "-" in mark else mark[:2]
        every[state] += 1
        known[state] += pattern.fullmatch(mark) is not None
    marks = {mark.rstrip("-") for row in rows("address_blocks.csv") for mark in row["marks"].split()} - {
        "2",
        "VU",
        "EM",
    }
    poor = {mark: (known[mark], every[mark]) for mark in marks if every[mark] > 9 and known[mark] < every[mark] * 0.8}
    assert poor == {}


@pytest.mark.parametrize("table", ["airfield_codes.csv", "airfield_dates.csv"])
def test_airfields_with_dates_are_in_the_shipped_table(table: str) -> None:
    idents = set(load_airports().table["ident"].to_list())
    assert {row["ident"] for row in rows(table)} <= idents


def test_a_code_moves_to_an_airfield_on_or_after_the_day_it_opened() -> None:
    opened = {row["ident"]: row["opened_on"] for row in rows("airfield_dates.csv")}
    for row in rows("airfield_codes.csv"):
        assert row["from_on"] >= opened.get(row["ident"], "") or not row["from_on"]


@pytest.mark.parametrize(
    ("code", "on", "ident"),
    [("ISL", dt.date(2019, 1, 1), "LTFM"), ("ISL", dt.date(2020, 1, 1), "LTBA"), ("ROV", dt.date(2016, 1, 1), "URRR")],
)
def test_a_code_that_moved_means_the_airfield_of_that_day(code: str, on: dt.date, ident: str) -> None:
    assert [field.ident for field in load_airports().by_code(code, on=on)] == [ident]
