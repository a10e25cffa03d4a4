"""How many independent origins does a claim have? Reports are invented; each test changes one thing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from overflight.case.intake import gather
from overflight.pipeline import run
from overflight.records.claim import ClaimKind
from overflight.records.finding import CaseFindings, Finding, Question
from overflight.settings import Settings

Read = Callable[..., CaseFindings]

WIRE = {
    "id": "wire", "outlet": "Meridian Wire", "date": "2031-03-15", "language": "en",
    "body": "PORT SUDAN — A Boeing 747 of Simurgh Air Cargo flew from Bandar Abbas to Port Sudan on 13 March 2031, two airport "
    "workers told Meridian Wire.\n\nThe freighter stayed on the military apron for three hours. Soldiers closed the road "
    "to the terminal, the workers said, and lorries without number plates waited beside the fuel farm.\n\n"
    "The jet returned to Bandar Abbas on 14 March 2031.\n",
}  # fmt: skip
COPY = {
    "id": "copy", "outlet": "Harbour Post", "date": "2031-03-16", "language": "en",
    "body": "A Boeing 747 of Simurgh Air Cargo flew from Bandar Abbas to Port Sudan on 13 March 2031, two "
    "airport workers told Meridian Wire.\n\nThe freighter stayed on the military apron for three hours. Soldiers closed "
    "the road to the terminal, the workers said, and lorries without number plates waited beside the fuel farm.\n",
}  # fmt: skip
SEPARATE = {
    "id": "separate", "outlet": "Apron Log", "date": "2031-03-18", "language": "en",
    "body": "Satellite imagery by Orbita shows that a Boeing 747 of Simurgh Air Cargo landed at Port Sudan on 13 March 2031.\n\n"
    "We bought the picture to count aircraft for our monthly table; two turboprops stand beside it.\n",
}  # fmt: skip
TRANSLATION = {
    "id": "traduccion", "outlet": "El Faro del Puerto", "date": "2031-03-17", "language": "es",
    "body": "PORT SUDÁN — Un Boeing 747 de Simurgh Air Cargo voló de Bandar Abbas a Puerto Sudán el 13 de marzo de 2031, dijeron "
    "dos trabajadores del aeropuerto a Meridian Wire.\n\nEl carguero permaneció tres horas en la plataforma militar. Los "
    "soldados cerraron la carretera a la terminal, dijeron los trabajadores, y camiones sin matrícula esperaban junto al "
    "depósito de combustible.\n\nEl avión regresó a Bandar Abbas el 14 de marzo de 2031.\n",
}  # fmt: skip


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def build(*reports: dict[str, str]) -> CaseFindings:
        for report in reports:
            head = {key: value for key, value in report.items() if key != "body"}
            text = json.dumps({**head, "synthetic": True}) + "\n---\n" + report["body"]
            (tmp_path / f"{report['id']}.txt").write_text(text, encoding="utf-8")
        return run(gather([tmp_path]), Question(), Settings())

    return build


def landing(found: CaseFindings) -> Finding:
    """The finding of the flight of 13 March."""
    docs = {claim.id: claim.doc for claim in found.claims}
    days = {claim.id: claim.date.from_on.isoformat() for claim in found.claims if claim.date and claim.date.from_on}
    flights = [
        f
        for f in found.findings
        if f.kind is ClaimKind.FLIGHT and "2031-03-13" in {days.get(claim) for claim in f.claims}
    ]
    (finding,) = flights
    assert {docs[claim] for claim in finding.claims} == {report.doc for report in found.reports}
    return finding


def test_one_report_is_one_origin(read: Read) -> None:
    origins = landing(read(WIRE)).origins
    assert (origins.min, origins.max) == (1, 1)


def test_a_wire_report_and_its_copy_count_once(read: Read) -> None:
    origins = landing(read(WIRE, COPY)).origins
    assert (origins.min, origins.max) == (1, 1)


def test_two_separate_pieces_on_one_event_count_twice(read: Read) -> None:
    origins = landing(read(WIRE, SEPARATE)).origins
    assert (origins.min, origins.max) == (2, 2)


def test_a_translation_counts_once(read: Read) -> None:
    origins = landing(read(WIRE, TRANSLATION)).origins
    assert (origins.min, origins.max) == (1, 1)


def test_copy_translation_and_a_separate_piece_are_two_origins_whatever_their_number(read: Read) -> None:
    found = read(WIRE, COPY, TRANSLATION, SEPARATE)
    assert (landing(found).origins.min, landing(found).origins.max) == (2, 2)
    assert {(e.doc, e.parent) for e in found.lineage.edges if not e.parent.startswith("ext:")} >= {
        ("copy", "wire"),
        ("traduccion", "wire"),
    }
