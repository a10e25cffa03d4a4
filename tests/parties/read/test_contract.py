"""What every reader of lists keeps: its format told, its places named, its output stable, broken input refused."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from overflight.errors import BadList
from overflight.parties.read import sniff_list
from overflight.records.source import SourceFile
from tests.parties.list_builders import encoded, file_at, ledger, list_text, sdn
from tests.parties.read.test_ofac import XML as OFAC_XML
from tests.parties.read.test_other_lists import FTM, JOURNAL, SEVERAL, UK, fsf, un_list
from tests.parties.read.test_true_layouts import SDN_XML, TARGETS

EU_XML = (
    '<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2023-06-01T10:00:00"><sanctionEntity '
    'euReferenceNumber="EU.1.1" logicalId="13"><regulation publicationDate="2023-05-01" programme="IRN"/>'
    '<subjectType code="enterprise"/><nameAlias wholeName="ACME AIR"/></sanctionEntity></export>'
)
SAMPLES = {
    "ofac-sdn-csv": list_text([sdn(n, f"COMPANY {n}") for n in range(1, 4)]),
    "ofac-advanced-xml": OFAC_XML,
    "un-xml": un_list("2022-01-01", *SEVERAL),
    "eu-fsf-csv": fsf("01/06/2023;13;EU.1.1;;2011-10-12;;enterprise;2023-05-01;IRN;ACME AIR"),
    "eu-fsf-xml": EU_XML,
    "eu-journal-csv": JOURNAL + "32023R1,1,EU-IRN,III,Asset freeze,14.10.2024,,LegalEntity,Acme Air,Acme,,\n",
    "uk-list-csv": "Report Date: 05-Mar-2023\n"
    + UK
    + "01/01/2023,RUS1,DOE,Jane,,,,,Primary Name,,,Russia,,24/02/2022\n",
    "ftm-json": FTM,
    "ofac-plain-xml": SDN_XML,
    "opensanctions-csv": TARGETS,
}
READERS = pytest.mark.parametrize("kind", list(SAMPLES))
Maker = Callable[[str, bytes], SourceFile]


@pytest.fixture
def taken_in(tmp_path: Path) -> Maker:
    def make(kind: str, content: bytes) -> SourceFile:
        file = file_at(tmp_path / "list", content)
        return replace(file, source=replace(file.source, format=kind))

    return make


@READERS
def test_the_format_is_told_from_the_content(kind: str) -> None:
    assert sniff_list(encoded(SAMPLES[kind]), "file") == kind


@READERS
def test_every_party_name_and_listing_says_where_it_stands(kind: str, taken_in: Maker) -> None:
    file = taken_in(kind, encoded(SAMPLES[kind]))
    built = ledger(file)
    places = [p.locator for p in built.parties]
    places += [n.locator for p in built.parties for n in p.names]
    places += [x.locator for x in built.listings]
    assert built.parties
    assert all(place is not None and place.source == file.source.sha256 and place.record for place in places)


@READERS
def test_the_same_bytes_give_the_same_ledger(kind: str, taken_in: Maker) -> None:
    file = taken_in(kind, encoded(SAMPLES[kind]))
    first, second = ledger(file), ledger(file)
    assert (first.parties, first.listings, first.links) == (second.parties, second.listings, second.links)


@READERS
@pytest.mark.parametrize("content", [b"", b"\n\n", b"\x00" * 200, b"\xff\xfe<\x00", b"PK\x03\x04", b"\x1f\x8b\x08\x00"])
def test_what_is_nothing_of_the_kind_is_refused(kind: str, content: bytes, taken_in: Maker) -> None:
    with pytest.raises(BadList):
        ledger(taken_in(kind, content))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kind=st.sampled_from(sorted(SAMPLES)), at=st.floats(0, 1), noise=st.binary(max_size=12))
def test_a_file_cut_off_or_spoilt_anywhere_is_read_or_refused(
    kind: str, at: float, noise: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = encoded(SAMPLES[kind])
    place = int(at * len(whole))
    for content in (whole[:place], whole[:place] + noise + whole[place:]):
        file = file_at(tmp_path_factory.mktemp("list") / "list", content)
        with contextlib.suppress(BadList):
            ledger(replace(file, source=replace(file.source, format=kind)))
