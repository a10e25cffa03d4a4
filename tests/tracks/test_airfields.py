"""The shipped airfields, as flights and gazetteers ask for them."""

from __future__ import annotations

import datetime as dt

import polars as pl

from overflight.reference.airports import load_airports


def idents(airports):
    return [a.ident for a in airports]


def test_naypyidaw_is_known_by_its_ident_and_by_its_icao_code():
    airports = load_airports()
    assert airports.by_ident("VYEL").icao == "VYNT"
    assert idents(airports.by_code("VYNT"))[0] == "VYEL"


def test_a_code_that_moved_means_the_field_that_held_it_that_day():
    airports = load_airports()
    assert idents(airports.by_code("IST", on=dt.date(2018, 1, 1))) == ["LTBA"]
    assert idents(airports.by_code("IST", on=dt.date(2020, 1, 1))) == ["LTFM"]


def test_places_are_found_without_accents_or_case_and_the_largest_comes_first():
    airports = load_airports()
    assert idents(airports.in_municipality("tehran", "IR"))[0] in ("OIIE", "OIII")
    assert idents(airports.in_municipality("Yangon", "mm")) == ["VYYY"]
    assert airports.in_municipality("no such place") == ()


def test_fields_near_a_point_come_nearest_first():
    near = load_airports().near(35.41, 51.15, within_nm=30)
    assert near[0][0].ident == "OIIE"
    assert [d for _, d in near] == sorted(d for _, d in near)


def test_military_closed_and_small_fields_are_in_and_heliports_apart():
    table = load_airports().table
    assert table["is_military"].sum() > 1500
    assert {"closed", "small_airport"} <= set(table["type"].unique())
    assert "heliport" not in table["type"].unique()
    assert load_airports(with_heliports=True).table.height > table.height


def test_every_runway_end_belongs_to_a_field_and_points_somewhere():
    airports = load_airports()
    assert airports.runway_ends["id"].is_in(airports.table["id"].implode()).mean() > 0.99
    assert airports.runway_ends.select(pl.col("heading_deg").is_between(0, 360).all()).item()


def test_ids_lead_back_to_their_field():
    airports = load_airports()
    field = airports.by_ident("OIMM")
    assert airports.by_id(field.id) == field
    assert airports.by_id(-1) is None
    assert airports.by_ident("no such field") is None
