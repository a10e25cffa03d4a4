"""Was it listed on that day? Where a careless answer would be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from overflight.parties import Ledger
from overflight.records.party import Answer
from tests.parties.list_builders import aircraft, ask, day, file_at, ledger, list_text, sdn, snapshot

OTHERS = [sdn(n, f"SOMEBODY ELSE {n}") for n in range(1, 6)]
ACME = sdn(7, "ACME AIR")


# The bounds of an interval


@pytest.fixture
def came_and_went(tmp_path: Path) -> Ledger:
    """In the snapshots of February and March, in those of January and April not."""
    return ledger(
        snapshot(tmp_path, "2022-01-01", OTHERS),
        snapshot(tmp_path, "2022-02-01", [*OTHERS, ACME]),
        snapshot(tmp_path, "2022-03-01", [*OTHERS, ACME]),
        snapshot(tmp_path, "2022-04-01", OTHERS),
    )


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        ("2021-12-31", Answer.UNKNOWN),  # before the first snapshot
        ("2022-01-01", Answer.NO),
        ("2022-01-02", Answer.UNKNOWN),  # designated some day in January
        ("2022-01-31", Answer.UNKNOWN),
        ("2022-02-01", Answer.YES),
        ("2022-03-01", Answer.YES),
        ("2022-03-02", Answer.UNKNOWN),  # removed some day in March
        ("2022-03-31", Answer.UNKNOWN),
        ("2022-04-01", Answer.NO),
        ("2022-04-02", Answer.UNKNOWN),  # after the last snapshot
    ],
)
def test_every_bound_belongs_to_the_snapshot_that_shows_it(came_and_went: Ledger, on: str, answer: Answer) -> None:
    assert ask(came_and_went, "ACME AIR", on).answer is answer


def test_two_returns_are_three_intervals_and_each_gap_is_a_no(tmp_path: Path) -> None:
    with_it, without = [*OTHERS, ACME], OTHERS
    months = [with_it, without, with_it, without, with_it]
    built = ledger(*(snapshot(tmp_path, f"2022-0{n}-01", rows) for n, rows in enumerate(months, start=1)))
    assert [ask(built, "ACME AIR", f"2022-0{n}-01").answer for n in range(1, 6)] == [
        Answer.YES, Answer.NO, Answer.YES, Answer.NO, Answer.YES,
    ]  # fmt: skip
    assert len(built.listings_of["ofac:7"]) == 3


def test_an_entry_number_given_to_another_party_is_answered_by_the_name_of_that_day(tmp_path: Path) -> None:
    built = ledger(
        snapshot(tmp_path, "2022-01-01", [*OTHERS, sdn(7, "ACME AIR")]),
        snapshot(tmp_path, "2022-02-01", [*OTHERS, sdn(7, "ZENITH AIR")]),
    )
    assert ask(built, "ZENITH AIR", "2022-02-01").answer is Answer.YES
    assert [name.kind.value for name in built.by_id["ofac:7"].names] == ["primary", "former"]


def test_a_programme_that_goes_leaves_the_other_standing(tmp_path: Path) -> None:
    built = ledger(
        snapshot(tmp_path, "2022-01-01", [*OTHERS, sdn(7, "ACME AIR", "SDGT] [IFSR")]),
        snapshot(tmp_path, "2022-02-01", [*OTHERS, sdn(7, "ACME AIR", "SDGT")]),
    )
    found = ask(built, "ACME AIR", "2022-02-01")
    assert found.answer is Answer.YES
    assert {x.programme: x.on_date for x in found.listings} == {"SDGT": Answer.YES, "IFSR": Answer.NO}


# Days of snapshots


def test_two_snapshots_of_one_day_that_disagree_are_both_evidence(tmp_path: Path) -> None:
    built = ledger(
        snapshot(tmp_path / "morning", "2022-01-01", OTHERS),
        snapshot(tmp_path / "noon", "2022-01-01", [*OTHERS, ACME]),
        snapshot(tmp_path / "later", "2022-02-01", [*OTHERS, ACME]),
    )
    assert ask(built, "ACME AIR", "2022-01-15").answer is Answer.YES
    assert ask(built, "ACME AIR", "2021-12-31").answer is Answer.UNKNOWN


def test_one_snapshot_given_twice_counts_once_in_the_answer(tmp_path: Path) -> None:
    once = ledger(snapshot(tmp_path / "a", "2022-01-01", [*OTHERS, ACME]))
    twice = ledger(
        snapshot(tmp_path / "a", "2022-01-01", [*OTHERS, ACME]), snapshot(tmp_path / "b", "2022-01-01", [*OTHERS, ACME])
    )
    for on in ("2021-12-31", "2022-01-01", "2022-01-02"):
        assert ask(once, "ACME AIR", on).answer is ask(twice, "ACME AIR", on).answer


def test_a_list_whose_first_snapshot_is_later_never_says_no_of_an_earlier_day(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2022-06-01", [*OTHERS, ACME]))
    for subject in ("ACME AIR", "NOBODY AT ALL", "EP-ZZZ"):
        assert ask(built, subject, "2020-01-01").answer is Answer.UNKNOWN


def test_a_stated_day_before_a_snapshot_that_lacks_the_entry_is_an_earlier_listing(tmp_path: Path) -> None:
    start = "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_DesignationDate;Entity_SubjectType;"
    header = start + "Entity_Regulation_PublicationDate;Entity_Regulation_Programme;NameAlias_WholeName\n"
    other = "{0};1;EU.1;2010-01-01;enterprise;2010-01-01;IRN;OTHER ONE\n"
    acme = "{0};2;EU.2;2011-10-12;enterprise;2011-10-12;IRN;ACME AIR\n"
    early = file_at(tmp_path / "a.csv", header + other.format("01/01/2020"))
    late = file_at(tmp_path / "b.csv", header + other.format("01/01/2023") + acme.format("01/01/2023"))
    built = ledger(early, late)
    assert ask(built, "ACME AIR", "2020-01-01").answer is Answer.NO
    assert ask(built, "ACME AIR", "2023-01-01").answer is Answer.YES
    assert ask(built, "ACME AIR", "2011-10-11").answer is Answer.NO


def test_the_29th_of_february_is_a_day_like_others(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2024-02-28", [*OTHERS, ACME]), snapshot(tmp_path, "2024-03-01", [*OTHERS, ACME]))
    assert ask(built, "ACME AIR", "2024-02-29").answer is Answer.YES


# Registrations


def test_a_mark_reused_by_another_airframe_is_two_aircraft_and_both_are_named(tmp_path: Path) -> None:
    built = ledger(
        snapshot(tmp_path, "2022-01-01", [*OTHERS, aircraft(8, "EP-AAA", msn="100"), aircraft(9, "EP-AAA", msn="200")])
    )
    assert ask(built, "EP-AAA", "2022-01-01").parties == ("ofac:8", "ofac:9")


def test_a_mark_that_went_to_another_airframe_is_the_listed_one_of_its_day(tmp_path: Path) -> None:
    built = ledger(
        snapshot(tmp_path, "2022-01-01", [*OTHERS, aircraft(8, "EP-AAA", msn="100")]),
        snapshot(tmp_path, "2022-02-01", [*OTHERS, aircraft(9, "EP-AAA", msn="200")]),
    )
    found = ask(built, "EP-AAA", "2022-02-01")
    assert found.answer is Answer.YES
    assert {x.party: x.on_date for x in found.listings} == {"ofac:8": Answer.NO, "ofac:9": Answer.YES}


@pytest.mark.parametrize("mark", ["EP-FAB", "EP-FA", "EP-FAAA", "P-FAA", "EP-FΑA", "ЕР-FAA"])
def test_no_other_mark_however_near_is_the_listed_one(tmp_path: Path, mark: str) -> None:
    built = ledger(snapshot(tmp_path, "2022-01-01", [*OTHERS, aircraft(8, "EP-FAA", msn="24576")]))
    found = ask(built, mark, "2022-01-01")
    assert found.parties == ()
    assert found.answer is not Answer.YES


# Identifiers that two entries share


def test_one_ship_number_in_two_entries_of_one_list_is_two_entries(tmp_path: Path) -> None:
    ship = "Vessel Registration Identification IMO 9187629."
    rows = [
        *OTHERS,
        sdn(8, "SEA STAR", kind="vessel", remarks=ship),
        sdn(9, "MORNING STAR", "IFSR", kind="vessel", remarks=ship),
    ]
    built = ledger(snapshot(tmp_path, "2022-01-01", rows))
    found = ask(built, "SEA STAR", "2022-01-01")
    assert found.parties == ("ofac:8",)
    assert [(a.party, a.answer) for a in found.also] == [("ofac:9", Answer.YES)]


def test_a_passport_that_two_persons_share_joins_nobody(tmp_path: Path) -> None:
    rows = [
        *OTHERS,
        sdn(8, "DOE, Jane", kind="individual", remarks="Passport A1 (Iran)."),
        sdn(9, "ROE, Richard", kind="individual", remarks="Passport A1 (Iran)."),
    ]
    found = ask(ledger(snapshot(tmp_path, "2022-01-01", rows)), "Jane Doe", "2022-01-01")
    assert (found.parties, found.also) == (("ofac:8",), ())


def test_the_same_name_as_company_and_ship_is_both_and_each_has_its_own_answer(tmp_path: Path) -> None:
    built = ledger(
        snapshot(tmp_path, "2022-01-01", [*OTHERS, sdn(8, "ACME")]),
        snapshot(tmp_path, "2022-02-01", [*OTHERS, sdn(8, "ACME"), sdn(9, "ACME", kind="vessel")]),
    )
    found = ask(built, "ACME", "2022-01-01")
    assert found.answer is Answer.YES
    assert {x.party: x.on_date for x in found.listings} == {"ofac:8": Answer.YES, "ofac:9": Answer.NO}


# Subjects that are nothing


@pytest.mark.parametrize("subject", ["", " ", "-", "ofac:", "ofac:999999", "::", "EP-", "0" * 400, "\u202eRIA EMCA"])
def test_a_subject_that_is_nothing_is_answered_and_never_yes(tmp_path: Path, subject: str) -> None:
    built = ledger(snapshot(tmp_path, "2022-01-01", [*OTHERS, ACME]))
    found = ask(built, subject, "2022-01-01")
    assert found.parties == ()
    assert found.answer is not Answer.YES


def test_an_entry_of_another_list_is_not_this_lists_entry(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2022-01-01", [*OTHERS, ACME]))
    assert ask(built, "ofac:7", "2022-01-01").answer is Answer.YES
    assert ask(built, "un:7", "2022-01-01").answer is not Answer.YES


def test_a_truncated_snapshot_between_two_whole_ones_takes_nobody_off_the_list(tmp_path: Path) -> None:
    many = [sdn(n, f"SOMEBODY ELSE {n}") for n in range(10, 40)]
    built = ledger(
        snapshot(tmp_path, "2022-01-01", [*many, ACME]),
        [file_at(tmp_path / "ofac_2022-01-15" / "sdn.csv", list_text(many[:10]))],
        snapshot(tmp_path, "2022-02-01", [*many, ACME]),
    )
    assert ask(built, "ACME AIR", "2022-01-15").answer is Answer.YES
    assert [s.on for s in built.snapshots] == [day("2022-01-01"), day("2022-02-01")]
