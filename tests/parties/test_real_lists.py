"""Facts of the real lists: what the snapshots of OFAC, the UN, the UK and the EU say, and how quickly."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from overflight.parties import Ledger
from overflight.records.party import Answer, Basis, PartySchema
from tests.parties.list_builders import ask, day, ledger, source_file


def folder(lists: Path, name: str) -> list:
    return [source_file(path, f"{name}/{path.name}") for path in sorted((lists / name).iterdir())]


@pytest.fixture(scope="module")
def lists(shared: Path) -> Path:
    return shared / "data" / "lists"


@pytest.fixture(scope="module")
def history(lists: Path) -> Ledger:
    """OFAC of July 2021, 308 snapshots to May 2024, and the folder of the last day with its aliases."""
    bundle = source_file(lists / "ofac_sdn_history.bundle", "ofac_sdn_history.bundle")
    started = time.process_time()
    built = ledger(bundle, folder(lists, "ofac_2021-07-07"), folder(lists, "ofac_2024-05-03"))
    assert time.process_time() - started < 40, "the whole history takes far longer than it did"
    return built


@pytest.fixture(scope="module")
def un(lists: Path) -> Ledger:
    return ledger(*(source_file(path, path.name) for path in sorted(lists.glob("un_*.xml"))))


def test_the_history_holds_all_days_and_refuses_the_empty_end(history: Ledger) -> None:
    days = [s.on for s in history.snapshots]
    assert (len(history.snapshots), min(days), max(days)) == (297, day("2021-07-07"), day("2024-05-03"))
    assert len(history.warnings) == 1
    assert "snapshot of 2024-05-04 refused: the list is empty" in history.warnings[0]


@pytest.mark.parametrize(
    "name",
    [
        "Qeshm Fars Air",
        "FARS AIR QESHM",
        "Fars Qeshm Airlines",
        "FARS QESHM AIR",
        "Fars Air Cargo Airline",
        "FRAS AIR PVT. CO.",
    ],
)
def test_every_alias_of_qeshm_fars_air_finds_its_entry(history: Ledger, name: str) -> None:
    found = ask(history, name, "2022-01-13")
    assert (found.parties, found.answer) == (("ofac:26344",), Answer.YES)
    assert {x.programme for x in found.listings} == {"SDGT", "IFSR"}


@pytest.mark.parametrize("name", ["Qeshm Air", "Fars News", "Air Qeshm Fars"])
def test_other_words_do_not(history: Ledger, name: str) -> None:
    assert "ofac:26344" not in ask(history, name, "2022-01-13").parties


def test_each_of_the_two_jumbos_is_its_own_entry(history: Ledger) -> None:
    assert ask(history, "EPFAA", "2022-01-13").parties == ("ofac:26345",)
    assert ask(history, "EP-FAB", "2022-01-13").parties == ("ofac:26346",)
    assert history.aircraft.airframes["ofac:26345"] == ("Boeing", "24576")


def test_the_aircraft_of_buenos_aires_was_listed_that_day_under_its_old_mark(history: Ledger) -> None:
    found = ask(history, "EP-MND", "2022-06-08")
    assert (found.answer, found.parties) == (Answer.YES, ("ofac:15460",))
    cited = [s.locator.snapshot for s in found.evidence if s.locator and s.statement.startswith("present")]
    assert cited == [day("2022-06-06"), day("2022-06-15")]
    assert [(a.party, a.answer) for a in found.also] == [("ofac:12927", Answer.YES)]


def test_before_and_after_the_history_it_is_unknown(history: Ledger) -> None:
    assert ask(history, "EP-MND", "2012-09-18").answer is Answer.UNKNOWN
    assert ask(history, "EP-MND", "2024-06-08").answer is Answer.UNKNOWN


def test_a_line_number_of_one_jumbo_is_not_the_serial_number_of_an_airbus(history: Ledger) -> None:
    assert all(a.party != "ofac:15460" for a in ask(history, "EP-IBC", "2022-01-01").also)


def test_an_engine_maker_was_listed_from_one_day_to_the_next(history: Ledger) -> None:
    assert ask(history, "Oje Parvaz Mado Nafar Company", "2021-10-28").answer is Answer.NO
    found = ask(history, "Oje Parvaz Mado Nafar Company", "2021-10-29")
    assert (found.answer, found.parties) == (Answer.YES, ("ofac:33594",))
    assert {(x.programme, x.from_basis, x.absent_on) for x in found.listings} == {
        ("NPWMD", Basis.FIRST_SEEN, day("2021-10-28")),
        ("IFSR", Basis.FIRST_SEEN, day("2021-10-28")),
    }


def test_a_programme_was_added_to_pouya_air_in_april_2024(history: Ledger) -> None:
    before = {x.programme: x.on_date for x in ask(history, "Pouya Air", "2024-04-23").listings}
    after = {x.programme: x.on_date for x in ask(history, "Pouya Air", "2024-04-25").listings}
    assert (before["NPWMD"], after["NPWMD"]) == (Answer.NO, Answer.YES)
    assert before["SDGT"] is after["SDGT"] is Answer.YES


def test_one_ilyushin_is_listed_under_two_marks(history: Ledger) -> None:
    found = ask(history, "EP-GOM", "2022-01-01")
    (other,) = [a for a in found.also if "same airframe" in a.why]
    assert history.by_id[other.party].caption == "EP-PUS"
    assert (other.why, other.answer) == ("same airframe: Ilyushin MSN 1023409321", Answer.NO)


def test_a_removed_entry_was_listed_until_it_was_not(history: Ledger) -> None:
    assert ask(history, "ofac:1572", "2021-12-22").answer is Answer.YES
    assert ask(history, "ofac:1572", "2021-12-25").answer is Answer.UNKNOWN
    assert ask(history, "ofac:1572", "2021-12-30").answer is Answer.NO


def test_nearly_all_stated_ties_resolve_by_exact_name(history: Ledger) -> None:
    ties = [x for x in history.links if x.kind == "linked_to"]
    assert sum(x.object_party is not None for x in ties) / len(ties) > 0.92
    assert any(x.candidates for x in ties)


def test_all_listed_aircraft_with_a_serial_number_have_an_airframe(history: Ledger) -> None:
    planes = [p for p in history.parties if p.schema is PartySchema.AIRPLANE]
    known = [p for p in planes if any(i.kind == "msn" for i in p.identifiers)]
    assert len(planes) > 350
    assert all(p.party in history.aircraft.airframes for p in known)
    assert sum(history.aircraft.airframes[p.party][0] is not None for p in known) / len(known) > 0.95


def test_the_pilot_of_buenos_aires_is_on_none_of_these_lists(history: Ledger, un: Ledger) -> None:
    assert ask(history, "Gholamreza Ghasemi", "2022-06-08").parties == ()
    assert ask(un, "Gholamreza Ghasemi", "2022-06-08").parties == ()


def test_what_the_un_restored_in_2025_was_not_listed_in_2022(un: Ledger) -> None:
    restored = [x for x in un.listings if x.programme == "Iran" and (x.reason or "").startswith("listed again")]
    assert len(restored) == 37
    one = restored[0].party
    answers = {on: ask(un, one, on).answer for on in ("2018-01-01", "2022-09-15", "2026-02-27")}
    assert answers == {"2018-01-01": Answer.UNKNOWN, "2022-09-15": Answer.NO, "2026-02-27": Answer.YES}


def test_the_uks_carried_over_days_are_told_from_the_stated_ones(lists: Path) -> None:
    built = ledger(folder(lists, "uk_2026-04"))
    bases = [x.from_basis for x in built.listings]
    assert (bases.count(Basis.CARRIED_OVER), bases.count(Basis.STATED)) == (1018, 5028)
    assert {x.from_on for x in built.listings if x.from_basis is Basis.CARRIED_OVER} == {day("2020-12-31")}


def test_the_journal_says_when_the_eu_froze_mahan_airs_assets(lists: Path) -> None:
    built = ledger(folder(lists, "eu_journal"))
    assert ask(built, "Mahan Air", "2024-10-13").answer is Answer.NO
    found = ask(built, "Mahan Air", "2024-10-14")
    assert (found.answer, found.listings[0].measure) == (Answer.YES, "Asset freeze")


def test_the_registry_knows_addresses_and_types(shared: Path) -> None:
    path = shared / "data" / "reference" / "aircraft.parquet"
    built = ledger(source_file(path, path.name))
    (row,) = built.aircraft.registered("registration", "epfab")
    assert (row.registration, row.icao24, row.type_code) == ("EP-FAB", "731822", "B742")


def test_one_list_of_nine_thousand_entries_loads_in_about_half_a_second(lists: Path) -> None:
    files = folder(lists, "ofac_2021-07-07")
    best = min(_seconds(files) for _ in range(3))
    assert best < 2.0, f"{best:.2f} s of processor time"


def _seconds(files: list) -> float:
    started = time.process_time()
    ledger(files)
    return time.process_time() - started
