"""Exports: well-formed whatever the case holds, nothing invented, nothing runnable, the same bytes every time."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import polars as pl
import pytest
import world
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from overflight.publishing.exports import FORMATS, export_case
from overflight.publishing.exports.csv_tables import guarded
from overflight.publishing.exports.geojson import parts
from overflight.publishing.exports.shared import xml_text
from overflight.records.movement import PathPoint


@pytest.fixture(scope="module")
def exported() -> dict[str, dict[str, bytes]]:
    return {name: export_case(world.case(), name) for name in FORMATS}


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_findings_give_the_same_bytes(name: str, exported: dict[str, dict[str, bytes]]):
    assert export_case(world.case(), name) == exported[name]


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "parquet"])
def test_no_hidden_character_reaches_a_file(name: str, exported: dict[str, dict[str, bytes]]):
    for content in exported[name].values():
        text = content.decode("utf-8-sig")
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u200b\u202a-\u202e\ud800-\udfff]", text)


def test_xml_is_well_formed_even_with_a_cdata_end_in_a_name(exported: dict[str, dict[str, bytes]]):
    for name in ("kml", "gexf"):
        for content in exported[name].values():
            etree.fromstring(content)
    assert "]]>" not in exported["gexf"]["case.gexf"].decode()


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_text_survives_an_xml_reader(text: str):
    read = etree.fromstring(f'<a b="{xml_text(text)}"/>'.encode("utf-8", "replace")).get("b")
    assert len(read or "") == len(text)


def test_kml_carries_no_html_and_as_many_instants_as_places(exported: dict[str, dict[str, bytes]]):
    root = etree.fromstring(exported["kml"]["flights.kml"])
    spaces = {"k": "http://www.opengis.net/kml/2.2", "gx": "http://www.google.com/kml/ext/2.2"}
    tracks = root.findall(".//gx:Track", spaces)
    assert tracks
    for track in tracks:
        assert len(track.findall("k:when", spaces)) == len(track.findall("gx:coord", spaces))
    assert all("<" not in (d.text or "") for d in root.findall(".//k:description", spaces))


def test_kml_flies_where_heights_were_heard_and_lies_down_where_not():
    flight = world.flights()[3]
    path = tuple(replace(p, altitude_ft=None) if n < 3 or n > 55 else p for n, p in enumerate(flight.path))
    kml = export_case(replace(world.case(), flights=(replace(flight, path=path),)), "kml")["flights.kml"].decode()
    assert re.findall("<altitudeMode>(.*?)</altitudeMode>", kml) == ["clampToGround", "absolute", "clampToGround"]
    assert kml.count("<when>") == len(path)


def test_every_node_of_the_graph_that_an_edge_names_is_declared(exported: dict[str, dict[str, bytes]]):
    root = etree.fromstring(exported["gexf"]["case.gexf"])
    space = {"g": "http://gexf.net/1.3"}
    nodes = {node.get("id") for node in root.findall(".//g:node", space)}
    edges = root.findall(".//g:edge", space)
    assert edges and all({edge.get("source"), edge.get("target")} <= nodes for edge in edges)


def test_geojson_keeps_silences_apart_and_an_instant_for_every_position(exported: dict[str, dict[str, bytes]]):
    features = json.loads(exported["geojson"]["flights.geojson"])["features"]
    heard = [f for f in features if f["properties"]["part"] == "heard"]
    assert len(heard) == 5
    for feature in heard:
        assert [len(part) for part in feature["geometry"]["coordinates"]] == [
            len(times) for times in feature["properties"]["coordTimes"]
        ]
        assert feature["properties"]["is_synthetic"] is True
    assert sum(f["properties"]["part"] == "silence" for f in features) == 2
    ends = [f for f in features if f["geometry"]["type"] == "Point"]
    assert {f["properties"]["known"] for f in ends} == {"observed", "inferred"}
    assert len(ends) == 8


def test_a_line_over_the_antimeridian_is_cut_there():
    at = world.at("2031-01-01T00:00:00")
    path = [
        PathPoint(at=at, latitude=0, longitude=x, altitude_ft=None, is_on_ground=False) for x in (178.0, 179.0, -179.0)
    ]
    heard, _ = parts(path)
    assert [[p[0] for p, _ in part] for part in heard] == [[178.0, 179.0, 180.0], [-180.0, -179.0]]


@pytest.mark.parametrize(
    "cell", ["=HYPERLINK(1)", "+cmd|' /C calc'!A0", "@SUM(1)", "-2+3", "\t=1", "\r=1", " =1", "|x", "%x"]
)
def test_what_a_spreadsheet_would_run_is_guarded_once_and_for_all(cell: str):
    assert guarded(cell) == "'" + cell
    assert guarded(guarded(cell)) == guarded(cell)


@pytest.mark.parametrize("number", ["-5", "+3.25", "0", "1e-7", -5, -0.5])
def test_a_number_stays_a_number(number: object):
    assert guarded(number) == str(number)


def test_csv_tables_are_rectangular_and_hold_every_finding(exported: dict[str, dict[str, bytes]]):
    for content in exported["csv"].values():
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert len({len(row) for row in rows}) == 1
    findings = list(csv.DictReader(io.StringIO(exported["csv"]["findings.csv"].decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in findings] == [f.id for f in world.case().findings]


def test_parquet_holds_the_tables_of_csv_with_types(exported: dict[str, dict[str, bytes]]):
    tables = {name: pl.read_parquet(io.BytesIO(content)) for name, content in exported["parquet"].items()}
    for name, frame in tables.items():
        sheet = exported["csv"][name.replace(".parquet", ".csv")].decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(sheet, newline="")))
        assert (frame.columns, frame.height) == (rows[0], len(rows) - 1)
    assert tables["flights.parquet"].schema["first_seen_at"] == pl.Datetime("us", "UTC")
    assert tables["listings.parquet"]["from"].to_list().count(None) == 1
    assert tables["gaps.parquet"]["silence_s"].to_list() == pytest.approx(
        [g.silence_s for f in world.case().flights for g in f.gaps]
    )


def test_a_table_without_rows_keeps_the_types_of_its_columns():
    bare = pl.read_parquet(io.BytesIO(export_case(replace(world.case(), flights=()), "parquet")["gaps.parquet"]))
    assert bare.height == 0 and bare.schema["from_at"] == pl.Datetime("us", "UTC")


def lines(content: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in content.decode().splitlines()]


def test_ftm_puts_the_type_and_never_the_address_into_icao_code(exported: dict[str, dict[str, bytes]]):
    planes = [e for e in lines(exported["ftm"]["entities.ftm.json"]) if e["schema"] == "Airplane"]
    codes = {code for e in planes for code in e["properties"].get("icaoCode", [])}  # type: ignore[attr-defined]
    assert codes == {"B744"}


def test_ftm_invents_no_start_date_for_an_undated_listing(exported: dict[str, dict[str, bytes]]):
    sanctions = [e["properties"] for e in lines(exported["ftm"]["entities.ftm.json"]) if e["schema"] == "Sanction"]
    assert sorted(s.get("startDate", [""])[0] for s in sanctions) == ["", "2029-01-24", "2030-11-03"]  # type: ignore[attr-defined]


def test_ftm_refers_only_to_entities_that_are_there(exported: dict[str, dict[str, bytes]]):
    entities = lines(exported["ftm"]["entities.ftm.json"])
    ids = {e["id"] for e in entities}
    named = {v for e in entities for p in ("entity", "vehicle", "startLocation", "endLocation", "owner", "asset", "director", "organization", "subject", "object", "document")
             for v in e["properties"].get(p, [])}  # type: ignore[attr-defined]  # fmt: skip
    assert named and named <= ids


def test_an_unheard_end_is_an_address_that_says_so(exported: dict[str, dict[str, bytes]]):
    places = [
        e["properties"]["full"][0] for e in lines(exported["ftm"]["entities.ftm.json"]) if e["schema"] == "Address"
    ]  # type: ignore[index]
    assert "field not known; last heard here" in places


def test_stix_says_of_made_up_reports_and_flights_that_they_are(exported: dict[str, dict[str, bytes]]):
    objects = json.loads(exported["stix"]["bundle.stix.json"])["objects"]
    reports = [o for o in objects if o["type"] == "report"]
    flights = [o for o in objects if o["type"] == "note" and "extensions" not in o]
    assert reports and all(o["description"].startswith("SYNTHETIC.") for o in reports)
    assert flights and all(o["content"].startswith("SYNTHETIC.") for o in flights)


def test_stix_references_land_and_a_verdict_is_never_strong(exported: dict[str, dict[str, bytes]]):
    objects = json.loads(exported["stix"]["bundle.stix.json"])["objects"]
    ids = {o["id"] for o in objects}
    for thing in objects:
        for key, value in thing.items():
            if key.endswith("_ref"):
                assert value in ids
            if key.endswith("_refs"):
                assert value and set(value) <= ids
    assert {o["opinion"] for o in objects if o["type"] == "opinion"} <= {"agree", "neutral", "disagree"}


def test_provenance_leads_from_a_finding_back_to_a_file(exported: dict[str, dict[str, bytes]]):
    document = json.loads(exported["prov"]["case.prov.json"])
    drawn: dict[str, set[str]] = {}
    for edge in document["wasDerivedFrom"].values():
        drawn.setdefault(edge["prov:generatedEntity"], set()).add(edge["prov:usedEntity"])
    finding = next(key for key in document["entity"] if key.startswith("of:finding-"))
    reached, todo = set(), [finding]
    while todo:
        here = todo.pop()
        reached.add(here)
        todo += [there for there in drawn.get(here, ()) if there not in reached]
    assert any(key.startswith("of:source-") for key in reached)


def test_an_empty_case_exports_to_every_format():
    empty = replace(world.case(), claims=(), facts=(), findings=(), flights=(), unreported_flights=(), parties=(), waybills=(), sources=(),
                    designations=(), listings=(), links=(), rotations=(), rejections=(), reports=(), lineage=type(world.case().lineage)())  # fmt: skip
    for name in FORMATS:
        assert export_case(empty, name)


def test_ftm_keeps_every_character_of_a_text_that_is_too_long_for_one_value():
    text = "All quiet. " * 20_000
    case = replace(world.case(), claims=(), reports=(world.report("long", text, title="T" * 500),))
    article = next(
        e for e in lines(export_case(case, "ftm")["entities.ftm.json"]) if e["schema"] == "Article"
    )["properties"]  # type: ignore[index]  # fmt: skip
    assert "".join(article["bodyText"]) == text and max(map(len, article["bodyText"])) <= 65_000  # type: ignore[call-overload]


def test_ftm_never_cuts_a_registration():
    registration = "ZX-" + "K" * 80
    flight = replace(world.flights()[0], registration=registration)
    entities = lines(export_case(replace(world.case(), flights=(flight,)), "ftm")["entities.ftm.json"])
    plane = next(
        e for e in entities if e["schema"] == "Airplane" and registration in e["properties"].get("name", [])
    )["properties"]  # type: ignore[attr-defined, index]  # fmt: skip
    assert "registrationNumber" not in plane
    assert f"registrationNumber: {registration}" in plane["description"]  # type: ignore[call-overload]
