"""Screening: matches that rank, exact registrations, qualifiers that only lower, and names in any script."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from overflight.parties.ledger import Ledger
from overflight.parties.screening import ListedNames, ScreeningQuery, screen
from overflight.records.party import Identifier, Match, NameKind, Party, PartyId, PartyName, PartySchema
from tests.parties.list_builders import ledger, source_file


def party(number: int, *names: str, schema: PartySchema = PartySchema.ORGANIZATION, **more: object) -> Party:
    kinds = [NameKind.PRIMARY, *[NameKind.ALIAS] * len(names)]
    told = tuple(PartyName(text=name, kind=kind) for name, kind in zip(names, kinds, strict=False))
    fields: dict[str, object] = {"names": told, **more}
    return Party(
        party=PartyId(f"test:{number}"), list="Test", entry=str(number), schema=schema, caption=names[0], **fields
    )  # type: ignore[arg-type]


def airplane(number: int, mark: str) -> Party:
    return party(number, mark, schema=PartySchema.AIRPLANE, identifiers=(Identifier(kind="registration", value=mark),))


def human(number: int, *names: str, **more: object) -> Party:
    return party(number, *names, schema=PartySchema.PERSON, **more)


QESHM = party(1, "QESHM FARS AIR", "FARS AIR QESHM", "FARS QESHM AIRLINES")
MAHAN = party(2, "MAHAN AIR", "MAHAN AIRLINES")
PARTIES = (
    QESHM,
    MAHAN,
    airplane(3, "EP-FAA"),
    airplane(4, "EP-FAB"),
    human(5, "HLAING, Min Aung"),
    human(6, "HASSAN, Ali", birth_dates=("1960",), countries=("iq",)),
    human(7, "HASSAN, Ali", birth_dates=("1985",), countries=("ir",)),
)


def ask(*queries: str | ScreeningQuery, parties: Sequence[Party] = PARTIES) -> list[tuple[Match, ...]]:
    return [answer.matches for answer in screen(Ledger(parties=tuple(parties)), list(queries))]


def first(query: str | ScreeningQuery, parties: Sequence[Party] = PARTIES) -> Match:
    return ask(query, parties=parties)[0][0]


@pytest.mark.parametrize(
    "name", ["Fars Air Qeshm", "Qeshm Fars Air", "FARS QESHM AIRLINES", "qeshm fars airways", "هواپیمایی قشم فارس"]
)
def test_a_company_is_found_by_every_name_and_order(name: str):
    assert first(name).party == QESHM.party
    assert first(name).match


@pytest.mark.parametrize("name", ["Qeshm Air", "Fars News Agency", "Air Company", "Qatar Airways", ""])
def test_what_only_shares_words_is_no_match(name: str):
    assert not any(match.match for match in ask(name)[0])


def test_registrations_match_exactly_or_are_a_typing_hint():
    assert [m.party for m in ask("EPFAB")[0]] == ["test:4"]
    hints = ask("EP-FAC")[0]
    assert {m.party for m in hints} == {"test:3", "test:4"}
    assert all(m.score < 0.7 and "typing hint" in m.reasons[0] for m in hints)


def test_a_look_alike_registration_is_nobody():
    assert ask("ЕР-FАВ")[0] == ()


def test_namesakes_are_ordered_and_a_birth_date_only_lowers():
    equal = ask("Ali Hassan")[0]
    assert [m.party for m in equal] == ["test:6", "test:7"]
    assert equal[0].score == equal[1].score
    told = ask(ScreeningQuery(id="q", name="Ali Hassan", birth_date="1985-03-02"))[0]
    assert [m.party for m in told] == ["test:7", "test:6"]
    assert told[0].score == equal[0].score
    assert "born 1985" in " ".join(told[1].reasons)


@pytest.mark.parametrize(
    "more", [{"schema": "Vessel"}, {"country": "fr"}, {"birth_date": "1901"}, {"schema": "Person"}, {"country": "iq"}]
)
def test_a_qualifier_never_raises_a_score(more: dict[str, str]):
    plain = {m.party: m.score for m in ask("Hassan Ali")[0]}
    told = {m.party: m.score for m in ask(ScreeningQuery(id="q", name="Hassan Ali", **more))[0]}
    assert all(told[p] <= plain[p] for p in told)


def test_a_weak_alias_is_weaker():
    name = PartyName(text="ABU QATADA", kind=NameKind.WEAK_ALIAS)
    weak = human(8, "SOMEBODY, Else", names=(PartyName(text="SOMEBODY, Else", kind=NameKind.PRIMARY), name))
    strong = human(9, "OTHER, Man", "ABU QATADA")
    found = ask("Abu Qatada", parties=[weak, strong])[0]
    assert [m.party for m in found] == ["test:9", "test:8"]
    assert found[1].score < found[0].score


def test_other_names_of_an_entry_answer_for_a_missing_word():
    alone = human(10, "SHAYBANI, Hamid Thajil")
    known = human(11, "SHAYBANI, Hamid Thajil", "ATTABI, Hamid")
    asked = "Hamid Thajil Attabi"
    assert first(asked, [known]).score > first(asked, [alone]).score
    assert any("another name of this entry" in reason for reason in first(asked, [known]).reasons)


def test_order_of_words_parts_two_burmese_names():
    assert first("Min Aung Hlaing").match
    assert not any(m.match for m in ask("Aung Min Hlaing")[0])


def test_answers_do_not_depend_on_what_else_is_asked():
    names = ["Mahan Air", "Fars Air Qeshm", "Qeshm Air", "EP-FAA", "Ali Hassan"]
    together = ask(*names)
    assert together == [ask(name)[0] for name in names]
    assert list(reversed(together)) == ask(*reversed(names))


def test_the_index_of_one_ledger_never_answers_for_another():
    one, two = Ledger(parties=(QESHM,)), Ledger(parties=(MAHAN,))
    assert screen(one, ["Mahan Air"])[0].matches == ()
    assert screen(two, ["Mahan Air"])[0].matches[0].party == MAHAN.party
    assert screen(one, ["Mahan Air"], listed=ListedNames(one))[0].matches == ()


def test_an_empty_ledger_knows_nobody():
    assert ask("Mahan Air", "EP-FAA", parties=[]) == [(), ()]


@pytest.fixture(scope="module")
def ofac(shared: Path) -> Ledger:
    here = shared / "data/lists/ofac_2021-07-07"
    return ledger([source_file(path, f"{here.name}/{path.name}") for path in sorted(here.iterdir())])


@pytest.fixture(scope="module")
def listed(ofac: Ledger) -> ListedNames:
    return ListedNames(ofac)


def test_every_alias_of_a_real_entry_finds_it_and_its_neighbours_do_not(ofac: Ledger, listed: ListedNames):
    entry = ofac.by_id[PartyId("ofac:26344")]
    asked = [name.text for name in entry.names]
    assert len(asked) >= 6
    assert {answer.matches[0].party for answer in screen(ofac, asked, listed=listed)} == {entry.party}
    for other in screen(ofac, ["Qeshm Air", "Fars News Agency"], listed=listed):
        assert not any(match.match for match in other.matches if match.party == entry.party)


def test_a_match_of_the_real_list_says_its_row_its_listings_and_the_day(ofac: Ledger, listed: ListedNames):
    (answer,) = screen(ofac, ["Fars Air Qeshm"], on=dt.date(2021, 7, 7), listed=listed)
    match = answer.matches[0]
    assert match.locator is not None
    assert match.locator.row is not None
    assert {listing.programme for listing in match.listings} == {"SDGT", "IFSR"}
    assert all(listing.on_date is not None for listing in match.listings)
