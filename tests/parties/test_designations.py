"""Was it listed on that day? Intervals from snapshots, in tiny lists."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from overflight.errors import BadList
from overflight.parties import designated
from overflight.records.party import Answer, Basis
from tests.parties.list_builders import aircraft, ask, bundle, day, file_at, ledger, list_text, sdn, snapshot

OTHERS = [sdn(n, f"SOMEBODY ELSE {n}") for n in range(1, 6)]


def test_a_day_between_two_snapshots_that_show_it_is_yes(tmp_path: Path) -> None:
    rows = [*OTHERS, sdn(7, "ACME AIR")]
    found = ask(
        ledger(snapshot(tmp_path, "2022-01-01", rows), snapshot(tmp_path, "2022-02-01", rows)), "Acme Air", "2022-01-15"
    )
    assert found.answer is Answer.YES
    assert found.parties == ("ofac:7",)
    assert [s.statement for s in found.evidence[1:]] == [
        "present in the OFAC SDN snapshot of 2022-01-01",
        "present in the OFAC SDN snapshot of 2022-02-01",
    ]


def test_each_snapshot_is_cited_by_file_row_and_day(tmp_path: Path) -> None:
    rows = [*OTHERS, sdn(7, "ACME AIR")]
    found = ask(ledger(snapshot(tmp_path, "2022-01-01", rows)), "ACME AIR", "2022-01-01")
    place = found.evidence[-1].locator
    assert place is not None
    assert (place.name, place.row, place.record, place.snapshot) == (
        "ofac_2022-01-01/sdn.csv",
        6,
        "7",
        day("2022-01-01"),
    )


def test_a_listing_is_dated_by_the_snapshots_that_bracket_it(tmp_path: Path) -> None:
    built = ledger(
        snapshot(tmp_path, "2022-01-01", OTHERS), snapshot(tmp_path, "2022-02-01", [*OTHERS, sdn(7, "ACME AIR")])
    )
    (listing,) = built.listings_of["ofac:7"]
    assert (listing.absent_on, listing.from_on, listing.from_basis) == (
        day("2022-01-01"),
        day("2022-02-01"),
        Basis.FIRST_SEEN,
    )


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        ("2021-12-31", Answer.UNKNOWN),
        ("2022-01-01", Answer.NO),
        ("2022-01-15", Answer.UNKNOWN),
        ("2022-02-01", Answer.YES),
        ("2022-02-15", Answer.YES),
        ("2022-03-01", Answer.YES),
        ("2022-03-15", Answer.UNKNOWN),
        ("2022-04-01", Answer.NO),
        ("2022-05-01", Answer.UNKNOWN),
        ("2022-06-01", Answer.YES),
        ("2022-07-01", Answer.UNKNOWN),
    ],
)
def test_an_entry_that_comes_goes_and_comes_back_has_two_intervals(tmp_path: Path, on: str, answer: Answer) -> None:
    with_it = [*OTHERS, sdn(7, "ACME AIR")]
    built = ledger(
        snapshot(tmp_path, "2022-01-01", OTHERS),
        snapshot(tmp_path, "2022-02-01", with_it),
        snapshot(tmp_path, "2022-03-01", with_it),
        snapshot(tmp_path, "2022-04-01", OTHERS),
        snapshot(tmp_path, "2022-06-01", with_it),
    )
    assert len(built.listings_of["ofac:7"]) == 2
    assert ask(built, "ACME AIR", on).answer is answer


def test_an_entry_of_the_very_first_snapshot_was_listed_on_an_unknown_day_before_it(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2022-01-01", [*OTHERS, sdn(7, "ACME AIR")]))
    (listing,) = built.listings_of["ofac:7"]
    assert (listing.from_on, listing.from_basis) == (None, Basis.UNKNOWN)
    assert ask(built, "ACME AIR", "2019-01-01").answer is Answer.UNKNOWN


def test_after_the_last_snapshot_nobody_knows(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2022-01-01", [*OTHERS, sdn(7, "ACME AIR")]))
    found = ask(built, "ACME AIR", "2022-01-02")
    assert found.answer is Answer.UNKNOWN
    assert found.listings[0].reason == "last seen in the snapshot of 2022-01-01, and there is none later"


def test_a_programme_added_later_has_its_own_interval(tmp_path: Path) -> None:
    built = ledger(
        snapshot(tmp_path, "2022-01-01", [*OTHERS, sdn(7, "ACME AIR", "SDGT")]),
        snapshot(tmp_path, "2022-02-01", [*OTHERS, sdn(7, "ACME AIR", "SDGT] [IFSR")]),
    )
    by_programme = {x.programme: x for x in ask(built, "ACME AIR", "2022-01-01").listings}
    assert by_programme["SDGT"].on_date is Answer.YES
    assert by_programme["IFSR"].on_date is Answer.NO


def test_who_is_in_no_snapshot_was_not_listed_between_them(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2022-01-01", OTHERS), snapshot(tmp_path, "2022-02-01", OTHERS))
    found = ask(built, "Nobody", "2022-01-15")
    assert (found.answer, found.parties) == (Answer.NO, ())
    assert found.evidence[0].statement == "absent from the OFAC SDN snapshot of 2022-01-01"


def test_a_no_between_snapshots_far_apart_says_how_far(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2021-01-01", OTHERS), snapshot(tmp_path, "2022-01-01", OTHERS))
    found = ask(built, "Nobody", "2021-06-01")
    assert found.answer is Answer.NO
    assert found.reason.endswith("the snapshots of OFAC SDN on either side of the day are 365 days apart")


def test_a_day_outside_all_snapshots_says_nothing_of_anybody(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2022-01-01", OTHERS))
    assert ask(built, "Nobody", "2021-01-01").answer is Answer.UNKNOWN


def test_a_list_without_a_day_is_no_evidence_for_any_day(tmp_path: Path) -> None:
    file = file_at(tmp_path / "lists" / "sdn.csv", list_text([*OTHERS, sdn(7, "ACME AIR")]))
    found = ask(ledger(file), "ACME AIR", "2022-01-01")
    assert (found.answer, found.parties) == (Answer.UNKNOWN, ("ofac:7",))


def test_the_users_own_word_dates_a_list_whose_name_does_not(tmp_path: Path) -> None:
    file = file_at(tmp_path / "l" / "sdn.csv", list_text([*OTHERS, sdn(7, "ACME AIR")]), as_of=day("2022-01-01"))
    assert ask(ledger(file), "ACME AIR", "2022-01-01").answer is Answer.YES


# names


@pytest.mark.parametrize("words", ["ACME AIR", "acme  air", "Acme-Air", "ofac:7"])
def test_a_name_is_found_whatever_its_case_and_punctuation(tmp_path: Path, words: str) -> None:
    assert ask(ledger(snapshot(tmp_path, "2022-01-01", [sdn(7, "ACME AIR")])), words, "2022-01-01").parties == (
        "ofac:7",
    )


@pytest.mark.parametrize("words", ["AIR ACME", "ACME", "ACME AIR NEWS"])
def test_another_order_or_other_words_are_another_name(tmp_path: Path, words: str) -> None:
    assert ask(ledger(snapshot(tmp_path, "2022-01-01", [sdn(7, "ACME AIR")])), words, "2022-01-01").parties == ()


def test_a_persons_name_is_found_family_name_last_or_first(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2022-01-01", [sdn(7, "DOE, Jane Ann", kind="individual")]))
    assert ask(built, "Jane Ann Doe", "2022-01-01").parties == ("ofac:7",)
    assert ask(built, "Doe, Jane Ann", "2022-01-01").parties == ("ofac:7",)


def test_aliases_of_the_alias_file_and_of_the_remarks_find_the_entry(tmp_path: Path) -> None:
    files = snapshot(
        tmp_path,
        "2022-01-01",
        [sdn(7, "ACME AIR", remarks="a.k.a. 'ACMEFLY'.")],
        alt=['7,1,"aka","ACME CARGO",-0- '],
    )
    built = ledger(files)
    assert ask(built, "Acme Cargo", "2022-01-01").parties == ("ofac:7",)
    assert ask(built, "acmefly", "2022-01-01").parties == ("ofac:7",)


def test_a_former_name_finds_its_entry_and_says_so(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2022-01-01", [sdn(7, "ACME AIR", remarks="f.k.a. 'OLD AIR'.")]))
    found = ask(built, "Old Air", "2022-01-01")
    assert found.answer is Answer.YES
    assert "former name OLD AIR" in found.evidence[0].statement


def test_whoever_bears_the_name_today_goes_before_who_bore_it_once(tmp_path: Path) -> None:
    rows = [sdn(7, "ACME AIR", remarks="f.k.a. 'OLD AIR'."), sdn(8, "OLD AIR")]
    found = ask(ledger(snapshot(tmp_path, "2022-01-01", rows)), "Old Air", "2022-01-01")
    assert found.parties == ("ofac:8",)
    assert [(a.party, a.why) for a in found.also] == [("ofac:7", "its former name OLD AIR")]


def test_a_renamed_entry_is_still_found_by_its_old_name(tmp_path: Path) -> None:
    built = ledger(
        snapshot(tmp_path, "2022-01-01", [*OTHERS, sdn(7, "OLD AIR")]),
        snapshot(tmp_path, "2022-02-01", [*OTHERS, sdn(7, "ACME AIR")]),
    )
    assert built.by_id["ofac:7"].caption == "ACME AIR"
    assert ask(built, "Old Air", "2022-01-15").answer is Answer.YES


def test_a_snapshot_without_an_alias_file_takes_no_alias_away(tmp_path: Path) -> None:
    built = ledger(
        snapshot(tmp_path, "2022-01-01", [*OTHERS, sdn(7, "ACME AIR")], alt=['7,1,"aka","ACME CARGO",-0- ']),
        snapshot(tmp_path, "2022-02-01", [*OTHERS, sdn(7, "ACME AIR", "SDGT] [IFSR")]),
    )
    assert ask(built, "ACME CARGO", "2022-02-01").answer is Answer.YES


def test_letters_of_two_scripts_in_one_word_match_nothing_and_are_said(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2022-01-01", [aircraft(7, "EP-FAB", msn="25171")]))
    found = ask(built, "ЕP-FАB", "2022-01-01")
    assert (found.answer, found.parties) == (Answer.UNKNOWN, ())
    assert "mixes letters of several scripts" in found.reason


def test_a_name_that_only_resembles_one_is_unknown_and_named_not_taken(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2022-01-01", [*OTHERS, sdn(7, "TESTANIA CARGO AIRLINES")]))
    found = designated(built, "Testanya Cargo Airlines", day("2022-01-01"), suggest=True)
    assert (found.answer, found.parties) == (Answer.UNKNOWN, ())
    assert [(a.party, a.why.split(" (")[0]) for a in found.also] == [
        ("ofac:7", "similar name: TESTANIA CARGO AIRLINES")
    ]
    assert designated(built, "Testanya Cargo Airlines", day("2022-01-01")).answer is Answer.NO


def test_where_even_the_similar_was_not_listed_the_answer_stays_no(tmp_path: Path) -> None:
    built = ledger(
        snapshot(tmp_path, "2022-01-01", OTHERS),
        snapshot(tmp_path, "2022-02-01", [*OTHERS, sdn(7, "TESTANIA CARGO AIRLINES")]),
    )
    assert designated(built, "Testanya Cargo Airlines", day("2022-01-01"), suggest=True).answer is Answer.NO


# aircraft


@pytest.mark.parametrize("mark", ["EP-FAA", "EPFAA", "ep faa", "Ep-Faa"])
def test_a_registration_matches_exactly_after_normalisation(tmp_path: Path, mark: str) -> None:
    rows = [aircraft(7, "EP-FAA", msn="24576"), aircraft(8, "EP-FAB", msn="25171")]
    assert ask(ledger(snapshot(tmp_path, "2022-01-01", rows)), mark, "2022-01-01").parties == ("ofac:7",)


def test_the_same_airframe_under_another_mark_is_named_beside_the_answer(tmp_path: Path) -> None:
    rows = [
        aircraft(7, "EP-AAA", msn="1023409321", model="IL76-TD"),
        aircraft(8, "EP-BBB", msn="1023409321", model="IL-76TD"),
    ]
    found = ask(ledger(snapshot(tmp_path, "2022-01-01", rows)), "EP-AAA", "2022-01-01")
    assert [(a.party, a.why) for a in found.also] == [("ofac:8", "same airframe: Ilyushin MSN 1023409321")]


def test_a_line_number_is_not_a_serial_number(tmp_path: Path) -> None:
    line = "Aircraft Construction Number (also called L/N or S/N or F/N) 632"
    rows = [aircraft(7, "EP-AAA", msn="23413", more=line), aircraft(8, "EP-BBB", msn="632", model="A300B4")]
    assert ask(ledger(snapshot(tmp_path, "2022-01-01", rows)), "EP-AAA", "2022-01-01").also == ()


def test_one_serial_number_of_two_makers_is_two_airframes(tmp_path: Path) -> None:
    rows = [aircraft(7, "EP-AAA", msn="632", model="A300B4"), aircraft(8, "EP-BBB", msn="632", model="Fokker F100")]
    assert ask(ledger(snapshot(tmp_path, "2022-01-01", rows)), "EP-AAA", "2022-01-01").also == ()


def test_the_operator_of_an_aircraft_is_named_with_its_own_answer(tmp_path: Path) -> None:
    rows = [
        aircraft(7, "EP-AAA", msn="23413", more="Aircraft Operator ACME AIR; Linked To: ACME AIR"),
        sdn(8, "ACME AIR"),
    ]
    found = ask(ledger(snapshot(tmp_path, "2022-01-01", rows)), "EP-AAA", "2022-01-01")
    assert [(a.party, a.why, a.answer) for a in found.also] == [("ofac:8", "operator: ACME AIR", Answer.YES)]


def test_an_aircraft_that_flies_on_under_a_new_mark_is_found_through_a_registry(tmp_path: Path) -> None:
    registry = file_at(
        tmp_path / "registry.csv", "registration,serialnumber,manufacturer,model\nYV9999,23413,Boeing,747-300\n"
    )
    found = ask(
        ledger(snapshot(tmp_path, "2022-01-01", [aircraft(7, "EP-AAA", msn="23413")]), registry), "YV9999", "2022-01-01"
    )
    assert (found.answer, found.parties) == (Answer.NO, ())
    assert [(a.party, a.answer) for a in found.also] == [("ofac:7", Answer.YES)]
    assert "the same airframe was listed that day as EP-AAA" in found.reason


def test_a_transponder_address_finds_its_aircraft(tmp_path: Path) -> None:
    row = aircraft(7, "EP-AAA", msn="23413", more="Aircraft Mode S Transponder Code 73AB12")
    assert ask(ledger(snapshot(tmp_path, "2022-01-01", [row])), "73ab12", "2022-01-01").parties == ("ofac:7",)


@pytest.mark.parametrize(("on", "parties"), [("2022-01-01", ["ofac:8"]), ("2020-01-01", [])])
def test_a_registry_names_the_operator_of_that_day(tmp_path: Path, on: str, parties: list[str]) -> None:
    registry = file_at(
        tmp_path / "registry.csv", "registration,icao24,operator,from,to\nEP-CCC,73ABCD,Acme Air,2021-05-01,\n"
    )
    built = ledger(
        snapshot(tmp_path, "2020-01-01", [sdn(8, "ACME AIR")]),
        snapshot(tmp_path, "2022-01-01", [sdn(8, "ACME AIR")]),
        registry,
    )
    found = ask(built, "EPCCC", on)
    assert [a.party for a in found.also] == parties
    assert found.evidence[-1].statement == "a registry says: EP-CCC, address 73abcd, operator Acme Air, from 2021-05-01"


def test_a_registry_turns_a_transponder_address_into_a_listed_registration(tmp_path: Path) -> None:
    registry = file_at(tmp_path / "registry.csv", "registration,icao24,type_code\nEP-AAA,73ABCD,B742\n")
    found = ask(
        ledger(snapshot(tmp_path, "2022-01-01", [aircraft(7, "EP-AAA", msn="23413")]), registry), "73abcd", "2022-01-01"
    )
    assert (found.parties, [(a.party, a.why, a.answer) for a in found.also]) == (
        (),
        [("ofac:7", "address 73abcd is EP-AAA in a registry", Answer.YES)],
    )


# refused lists


def test_an_empty_snapshot_is_refused_and_the_one_before_stands(tmp_path: Path) -> None:
    rows = [*OTHERS, sdn(7, "ACME AIR")]
    built = ledger(
        snapshot(tmp_path, "2022-01-01", rows),
        file_at(tmp_path / "ofac_2022-02-01" / "sdn.csv", "\x1a"),
        snapshot(tmp_path, "2022-03-01", rows),
    )
    assert ask(built, "ACME AIR", "2022-02-01").answer is Answer.YES
    assert any("empty" in warning for warning in built.warnings)


def test_a_snapshot_cut_off_at_a_line_is_refused_when_too_much_is_gone(tmp_path: Path) -> None:
    rows = [sdn(n, f"COMPANY {n}") for n in range(1, 21)]
    built = ledger(snapshot(tmp_path, "2022-01-01", rows), snapshot(tmp_path, "2022-02-01", rows[:10]))
    assert [s.on for s in built.snapshots] == [day("2022-01-01")]
    assert any("refused as truncated: 10 entries after 20" in w for w in built.warnings)


def test_a_snapshot_cut_off_inside_a_row_is_refused(tmp_path: Path) -> None:
    whole = list_text([*OTHERS, sdn(7, "ACME AIR")])
    with pytest.raises(BadList, match=r"not a whole sdn\.csv"):
        ledger(file_at(tmp_path / "ofac_2022-01-01" / "sdn.csv", whole[: whole.index("ACME AIR") + 12]))


def test_a_list_that_alone_is_empty_stops_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BadList, match=r"ofac_2022-01-01/sdn.csv: the list is empty\. Get the file again"):
        ledger(file_at(tmp_path / "ofac_2022-01-01" / "sdn.csv", ""))


def test_rows_that_are_no_entries_are_counted(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2022-01-01", [*OTHERS, "see the notes below", sdn(7, "ACME AIR")]))
    (rejection,) = built.rejections
    assert (rejection.reason, rejection.count, rejection.first_row) == ("row that is no entry", 1, 6)


def test_rows_are_counted_as_a_person_counts_lines(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2022-01-01", [*OTHERS, "see the notes below", sdn(7, "ACME AIR")]))
    place = ask(built, "ACME AIR", "2022-01-01").evidence[-1].locator
    assert place is not None
    assert place.row == 7


# git histories


def test_commits_are_snapshots_dated_in_utc(tmp_path: Path) -> None:
    without, with_it = list_text(OTHERS).encode(), list_text([*OTHERS, sdn(7, "ACME AIR")]).encode()
    file = bundle(
        tmp_path / "history.bundle",
        {"2022-01-01T12:00:00+00:00": without, "2022-02-01T00:30:00+02:00": with_it, "2022-03-01T12:00:00+00:00": b""},
    )
    built = ledger(file)
    assert [s.on for s in built.snapshots] == [day("2022-01-01"), day("2022-01-31")]
    assert ask(built, "ACME AIR", "2022-01-31").answer is Answer.YES
    assert any("snapshot of 2022-03-01 refused: the list is empty" in w for w in built.warnings)


def test_a_bundle_and_a_folder_of_the_same_list_make_one_timeline(tmp_path: Path) -> None:
    rows = [*OTHERS, sdn(7, "ACME AIR")]
    file = bundle(tmp_path / "history.bundle", {"2022-02-01T12:00:00+00:00": list_text(rows).encode()})
    built = ledger(file, snapshot(tmp_path, "2022-01-01", rows), snapshot(tmp_path, "2022-03-01", OTHERS))
    (listing,) = built.listings_of["ofac:7"]
    assert (listing.observed_from, listing.observed_to, listing.gone_on) == (
        day("2022-01-01"),
        day("2022-02-01"),
        day("2022-03-01"),
    )


def test_a_damaged_bundle_is_refused(tmp_path: Path) -> None:
    whole = bundle(tmp_path / "a.bundle", {"2022-02-01T12:00:00+00:00": list_text(OTHERS).encode()})
    with pytest.raises(BadList, match="git bundle that cannot be read"):
        ledger(file_at(tmp_path / "b.bundle", whole.path.read_bytes()[:-40]))


# properties


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    noise=st.lists(
        st.one_of(
            st.binary(max_size=40),
            st.sampled_from([b'"', b"\r", b"\x00", b"\x85", b",", b"9" * 5000, b"\n7,", b"\xff"]),
        ),
        max_size=6,
    ),
    at=st.integers(0, 400),
)
def test_whatever_a_list_is_made_into_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, noise: list[bytes], at: int
) -> None:
    whole = list_text([*OTHERS, sdn(7, "ACME AIR")]).encode()
    folder = tmp_path_factory.mktemp("lists")
    file = file_at(folder / "ofac_2022-01-01" / "sdn.csv", whole[:at] + b"".join(noise) + whole[at:])
    aliases = file_at(folder / "ofac_2022-01-01" / "alt.csv", b'7,1,"aka","ACME",-0- ' + b"".join(noise))
    file = replace(file, source=replace(file.source, format="ofac-sdn-csv"))
    aliases = replace(aliases, source=replace(aliases.source, format="ofac-alt-csv"))
    with contextlib.suppress(BadList):
        ask(ledger(file, aliases), "ACME AIR", "2022-01-01")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shows=st.lists(st.booleans(), min_size=1, max_size=8), shuffle=st.randoms())
def test_any_run_of_snapshots_answers_as_it_was_observed_in_any_order_given(
    tmp_path_factory: pytest.TempPathFactory, shows: list[bool], shuffle: object
) -> None:
    folder = tmp_path_factory.mktemp("lists")
    days = [f"2022-01-{n + 1:02d}" for n in range(len(shows))]
    files = [
        f
        for on, has in zip(days, shows, strict=True)
        for f in snapshot(folder, on, [*OTHERS, sdn(7, "ACME")] if has else OTHERS)
    ]
    shuffle.shuffle(files)  # type: ignore[attr-defined]
    built = ledger(files)
    for on, has in zip(days, shows, strict=True):
        assert ask(built, "ACME", on).answer is (Answer.YES if has else Answer.NO)


# identity across lists


def test_an_identifier_joins_entries_of_two_lists_and_each_keeps_its_own_answer(tmp_path: Path) -> None:
    un = file_at(
        tmp_path / "un.xml",
        '<CONSOLIDATED_LIST dateGenerated="2022-01-01T00:00:00Z"><ENTITIES><ENTITY><FIRST_NAME>ACME AIR</FIRST_NAME>'
        "<REFERENCE_NUMBER>IRe.001</REFERENCE_NUMBER><LISTED_ON>2010-06-09</LISTED_ON></ENTITY></ENTITIES></CONSOLIDATED_LIST>",
    )
    uk = [
        file_at(
            tmp_path / "uk_2022-01-01" / "subjects.csv",
            "unique_id,subject_type,un_reference_number,ofsi_group_id,date_designated,last_updated\n"
            "IRN1,entity,IRe.001,,31/12/2020,01/01/2022\n",
        ),
        file_at(
            tmp_path / "uk_2022-01-01" / "names.csv",
            "name_id,unique_id,name_type,alias_strength,full_name,name_6\n0,IRN1,primary,,Acme Airways,\n",
        ),
    ]
    found = ask(ledger(un, uk), "Acme Airways", "2015-01-01")
    assert (found.parties, found.answer) == (("uk:IRN1",), Answer.UNKNOWN)
    assert [(a.party, a.why, a.answer) for a in found.also] == [
        ("un:IRe.001", "same UN reference number: IRe.001", Answer.YES)
    ]


def test_two_lists_entries_of_one_name_stay_apart_and_any_yes_is_yes(tmp_path: Path) -> None:
    un = file_at(
        tmp_path / "un.xml",
        '<CONSOLIDATED_LIST dateGenerated="2022-01-01T00:00:00Z"><ENTITIES><ENTITY><FIRST_NAME>ACME AIR</FIRST_NAME>'
        "<REFERENCE_NUMBER>IRe.001</REFERENCE_NUMBER><LISTED_ON>2010-06-09</LISTED_ON></ENTITY></ENTITIES></CONSOLIDATED_LIST>",
    )
    built = ledger(
        un, snapshot(tmp_path, "2020-01-01", OTHERS), snapshot(tmp_path, "2022-01-01", [*OTHERS, sdn(7, "ACME AIR")])
    )
    found = ask(built, "ACME AIR", "2020-01-01")
    assert (found.answer, found.parties) == (Answer.YES, ("ofac:7", "un:IRe.001"))
    assert {x.list: x.on_date for x in found.listings} == {"OFAC SDN": Answer.NO, "UN Security Council": Answer.YES}
    assert ask(built, "ACME AIR", "2020-01-01", "OFAC").answer is Answer.NO
    assert ask(built, "ACME AIR", "2020-01-01", "un").parties == ("un:IRe.001",)


# the starter pack


def test_without_any_list_the_starter_pack_stands_in_and_says_its_age() -> None:
    built = ledger(pack=True)
    assert ask(built, "EP-MND", "2022-06-08").answer is Answer.YES
    assert built.warnings == (
        f"no list was given: the bundled starter pack stands in, {len(built.parties)} entries of OFAC SDN as of 2024-05-03",
    )


def test_a_given_list_takes_the_place_of_the_starter_pack(tmp_path: Path) -> None:
    assert len(ledger(snapshot(tmp_path, "2022-01-01", OTHERS), pack=True).parties) == len(OTHERS)


def test_an_announcement_dates_what_the_snapshots_cannot_and_says_that_it_is_reported(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2022-01-01", [*OTHERS, sdn(26344, "QESHM FARS AIR", "SDGT] [IFSR")]), pack=True)
    by_programme = {x.programme: x for x in ask(built, "Qeshm Fars Air", "2019-06-01").listings}
    assert (by_programme["SDGT"].from_on, by_programme["SDGT"].from_basis) == (day("2019-01-24"), Basis.REPORTED)
    assert by_programme["SDGT"].on_date is Answer.YES
    assert by_programme["IFSR"].on_date is Answer.UNKNOWN


def test_an_aircraft_that_changed_its_mark_is_known_to_the_starter_pack() -> None:
    found = ask(ledger(pack=True), "YV3531", "2022-06-08")
    assert [(a.party, a.answer) for a in found.also] == [("ofac:15460", Answer.YES)]
