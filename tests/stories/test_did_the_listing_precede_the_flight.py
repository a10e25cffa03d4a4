"""Did the listing precede the flight? An invented report is put to the bundled excerpt of a real list."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from overflight.case.intake import gather
from overflight.pipeline import run
from overflight.records.claim import ClaimKind
from overflight.records.finding import CaseFindings, Question
from overflight.settings import Settings

Read = Callable[[str], CaseFindings]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def build(sentence: str) -> CaseFindings:
        head = {"id": "log", "outlet": "Apron Log", "date": "2023-05-01", "language": "en", "synthetic": True}
        (tmp_path / "log.txt").write_text(f"{json.dumps(head)}\n---\n{sentence}\n", encoding="utf-8")
        return run(gather([tmp_path]), Question(), Settings())

    return build


def said(found: CaseFindings, rule: str) -> list[str]:
    """What the checks of this rule say of the flight."""
    (finding,) = [f for f in found.findings if f.kind is ClaimKind.FLIGHT]
    return [check.because for check in finding.checks if check.rule == rule]


def test_a_carrier_listed_before_the_flight_is_said_to_be_with_the_days_between(read: Read) -> None:
    found = read("A Boeing 747 of Qeshm Fars Air flew from Mashhad to Yangon on 13 January 2022.")
    (status,) = said(found, "status.listed")
    assert "listed on 13 January 2022, 1,085 days after" in status
    assert "24 January 2019" in status


def test_where_the_list_does_not_reach_back_to_the_day_nothing_is_claimed(read: Read) -> None:
    found = read("A Boeing 747 of Qeshm Fars Air flew from Mashhad to Damascus on 14 January 2019.")
    (status,) = said(found, "status.unknown")
    assert "cannot be told" in status and "gives 2019-01-24 as the day of listing" in status


def test_a_party_listed_only_after_the_flight_is_said_to_be_not_yet_listed(
    read: Read, shared: Path, tmp_path: Path
) -> None:
    (tmp_path / "history.bundle").symlink_to(shared / "data/lists/ofac_sdn_history.bundle")
    found = read("An aircraft of Oje Parvaz Mado Nafar Company flew from Mashhad to Damascus on 19 October 2021.")
    (status,) = said(found, "status.listed_later")
    assert "not yet listed on 19 October 2021" in status
    assert "10 days later" in status and "absent from the snapshot of 28 October 2021" in status


def test_a_flight_of_no_known_day_says_nothing_of_before_or_after(read: Read) -> None:
    found = read("A Boeing 747 of Qeshm Fars Air flew from Mashhad to Damascus.")
    assert said(found, "status.listed") == said(found, "status.listed_later") == []
