"""Every export before the judge of its format: the neighbouring tool's own library, or the schema of the standard.

Each judge sees the invented case as it is, and with a hostile string in every field that holds text.
"""

from __future__ import annotations

import csv
import importlib.resources
import io
import json
import re
from collections.abc import Callable
from typing import Any

import polars as pl
import pyarrow.parquet as pq
import pytest
import world
from lxml import etree

from overflight.publishing.exports import FORMATS, export_case
from overflight.publishing.text import changed_strings
from overflight.records.finding import CaseFindings

Files = dict[str, bytes]

UNSEEN = "a\x00b\x1bc\x7fd\x85e\u200bf\u202eg\ufffeh\ufdd0i\U0001ffffj"
FORMULA = '=HYPERLINK("https://evil.example/";"open")\r\n+1|\' /C calc\'!A0\t@SUM(1)'
MARKUP = "]]> <![CDATA[ <script>window.pwned=1</script> &amp; &#0; <!-- --> ?> \"'"
LONE = "\ud83d x \udc00"

CASES: dict[str, Callable[[str], str]] = {
    "as it is": lambda words: words,
    "hidden characters": lambda words: words + UNSEEN,
    "formulas after": lambda words: words + FORMULA,
    "formulas before": lambda words: FORMULA + words,
    "markup": lambda words: MARKUP + words + MARKUP,
    "lone surrogates": lambda words: words + LONE,
    "nothing else": lambda words: LONE + UNSEEN,
    "empty": lambda words: "",
    "very long": lambda words: words + "x" * 3000,
}


@pytest.fixture(scope="module", params=CASES)
def findings(request: pytest.FixtureRequest) -> CaseFindings:
    """The invented case with every text changed in one way; the same text stays the same text, so ids still meet."""
    return changed_strings(world.case(), CASES[request.param])


@pytest.mark.parametrize("name", FORMATS)
def test_its_judge_accepts_the_export(findings: CaseFindings, name: str):
    files = export_case(findings, name)
    assert files
    JUDGES[name](files)
    assert export_case(findings, name) == files


def no_hidden(text: str) -> None:
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\ud800-\udfff\ufffe\uffff]", text)


def strict_json(content: bytes) -> Any:
    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is not JSON")

    text = content.decode("utf-8")
    no_hidden(text)
    read = json.loads(text, parse_constant=refuse)
    no_hidden(json.dumps(read, ensure_ascii=False))  # nor as an escape
    return read


def judge_ftm(files: Files) -> None:
    entities = [strict_json(line) for line in files["entities.ftm.json"].splitlines()]
    followthemoney = pytest.importorskip(
        "followthemoney", reason="needs followthemoney, which needs ICU's headers to install: see .ci/run"
    )
    for one in entities:
        schema = followthemoney.model.get(one["schema"])
        assert set(one["properties"]) <= set(schema.properties), one
        schema.validate(one)
        kept = followthemoney.model.get_proxy(
            one, cleaned=False
        )  # cleans every value, and drops what it does not accept
        for name, values in one["properties"].items():
            assert bool(kept.get(name)) or not any(value.strip() for value in values), (one["schema"], name, values)


def judge_stix(files: Files) -> None:
    strict_json(files["bundle.stix.json"])
    stix2 = pytest.importorskip("stix2")
    assert stix2.parse(files["bundle.stix.json"].decode(), allow_custom=False).objects


def judge_prov(files: Files) -> None:
    strict_json(files["case.prov.json"])
    model = pytest.importorskip("prov.model")
    read = model.ProvDocument.deserialize(content=files["case.prov.json"].decode(), format="json")
    assert read.get_records()


def judge_geojson(files: Files) -> None:
    whole = strict_json(files["flights.geojson"])
    assert whole["type"] == "FeatureCollection"
    for feature in whole["features"]:
        assert feature["type"] == "Feature" and isinstance(feature["properties"], dict)
        judge_geometry(feature["geometry"])


def judge_geometry(geometry: Any) -> None:
    """RFC 7946, 3.1: positions of two or three numbers on the globe, lines of two positions or more."""
    depth = {"Point": 0, "LineString": 1, "MultiPoint": 1, "MultiLineString": 2}[geometry["type"]]

    def walk(value: Any, left: int) -> None:
        if left:
            assert len(value) >= (2 if left == 1 and "Line" in geometry["type"] else 1)
            for item in value:
                walk(item, left - 1)
            return
        assert len(value) in (2, 3) and -180 <= value[0] <= 180 and -90 <= value[1] <= 90

    walk(geometry["coordinates"], depth)


def judge_kml(files: Files) -> None:
    """The OGC schema of KML 2.2 with Google's extensions, as fastkml carries it."""
    pytest.importorskip("fastkml")
    place = importlib.resources.files("fastkml") / "schema" / "ogckml22.xsd"
    with importlib.resources.as_file(place) as path:
        schema = etree.XMLSchema(etree.parse(path))
    read = etree.fromstring(files["flights.kml"])
    no_hidden("".join(read.itertext()))
    assert schema.validate(read), schema.error_log
    google = importlib.resources.files("fastkml") / "schema" / "kml22gx.xsd"
    with importlib.resources.as_file(google) as path:
        extended = etree.XMLSchema(etree.parse(path))
    assert extended.validate(read), extended.error_log


GEXF = {
    "gexf": ({"version"}, {"graph"}), "graph": (set(), {"attributes", "nodes", "edges"}), "attributes": ({"class"}, {"attribute"}),
    "attribute": ({"id", "title", "type"}, set()), "nodes": (set(), {"node"}), "node": ({"id"}, {"attvalues"}), "attvalues": (set(), {"attvalue"}),
    "attvalue": ({"for", "value"}, set()), "edges": (set(), {"edge"}), "edge": ({"id", "source", "target"}, set()),
}  # fmt: skip
"""Of each element of GEXF 1.3 that we write: the attributes it must have, and the children it may have."""


def judge_gexf(files: Files) -> None:
    networkx = pytest.importorskip("networkx")
    read = etree.fromstring(files["case.gexf"])
    for element in read.iter():
        required, children = GEXF[etree.QName(element).localname]
        assert required <= set(element.attrib) and {etree.QName(child).localname for child in element} <= children
        no_hidden(" ".join(element.attrib.values()))
    nodes = [e.get("id") for e in read.iter("{*}node")]
    assert len(nodes) == len(set(nodes)) and all("\n" not in e.get("label", "") for e in read.iter("{*}node"))
    graph = networkx.read_gexf(io.BytesIO(files["case.gexf"]), version="1.3")
    assert set(graph.nodes) == set(nodes)


def judge_csv(files: Files) -> None:
    for content in files.values():
        text = content.decode("utf-8-sig")
        no_hidden(text)
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert len({len(row) for row in rows}) == 1
        for cell in (cell for row in rows for cell in row):
            assert not re.match(r"\s*[=+\-@|%]", cell) or re.fullmatch(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", cell), cell


def judge_parquet(files: Files) -> None:
    for content in files.values():
        other = pq.read_table(io.BytesIO(content))  # a second implementation, that of Arrow
        other.validate(full=True)
        frame = pl.read_parquet(io.BytesIO(content))
        assert frame.shape == other.shape
        for column in frame.select(pl.col(pl.String)):
            for words in column.drop_nulls():
                no_hidden(words)


JUDGES: dict[str, Callable[[Files], None]] = {
    "ftm": judge_ftm,
    "stix": judge_stix,
    "prov": judge_prov,
    "geojson": judge_geojson,
    "kml": judge_kml,
    "gexf": judge_gexf,
    "csv": judge_csv,
    "parquet": judge_parquet,
}


def test_every_format_has_a_judge():
    assert set(JUDGES) == set(FORMATS)
