"""Every table loads, names its source, and holds no name twice."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from overflight.reference.gazetteers import GAZETTEERS, load_gazetteer

FOLDER = files("overflight.reference.gazetteers")


@pytest.mark.parametrize("name", GAZETTEERS)
def test_a_table_loads_and_has_rows(name: str) -> None:
    rows = load_gazetteer(name)
    assert rows
    assert all(row.kind and row.forms for row in rows)


@pytest.mark.parametrize("name", GAZETTEERS)
def test_a_table_names_its_source_in_its_first_line(name: str) -> None:
    first = FOLDER.joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines()[0]
    assert re.match(r"# (Own table|OurAirports \(public domain\))", first)


@pytest.mark.parametrize("name", GAZETTEERS)
def test_no_form_stands_twice_in_a_table(name: str) -> None:
    seen: dict[str, str] = {}
    twice = []
    for row in load_gazetteer(name):
        for form in row.forms:
            key = form if name == "registrations" else form.casefold()
            if key in seen:
                twice.append((form, seen[key], row.norm))
            seen[key] = row.norm
    assert twice == []


@pytest.mark.parametrize("name", [n for n in GAZETTEERS if n not in ("places", "registrations")])
def test_no_norm_has_two_rows(name: str) -> None:
    norms = [row.norm for row in load_gazetteer(name)]
    assert sorted(norms) == sorted(set(norms))


def test_every_table_in_the_folder_is_declared() -> None:
    there = {path.name.removesuffix(".tsv") for path in FOLDER.iterdir() if path.name.endswith(".tsv")}
    assert there == set(GAZETTEERS)


def test_designators_of_operators_are_three_capitals_and_unique() -> None:
    codes = [code for row in load_gazetteer("operators") for code in row.more["icao"].split("|") if code]
    assert all(re.fullmatch(r"[A-Z]{3}", code) for code in codes)
    assert sorted(codes) == sorted(set(codes))


def test_registration_patterns_are_patterns() -> None:
    for row in load_gazetteer("registrations"):
        for form in row.forms:
            re.compile(form)
