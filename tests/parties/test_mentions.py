"""Names of listed parties in a report's text: whole names only, printed as names are, and nothing else."""

from __future__ import annotations

import time

import pytest

from overflight.parties.ledger import Ledger
from overflight.parties.mentions import known_names
from overflight.records.party import Identifier, NameKind, Party, PartyId, PartyName, PartySchema


def listed(number: int, schema: PartySchema, *names: tuple[str, NameKind], **more: object) -> Party:
    told = tuple(PartyName(text=text, kind=kind) for text, kind in names)
    return Party(
        party=PartyId(f"test:{number}"),
        list="Test",
        entry=str(number),
        schema=schema,
        caption=names[0][0],
        names=told,
        **more,
    )  # type: ignore[arg-type]


ORG, PERSON = PartySchema.ORGANIZATION, PartySchema.PERSON
LEDGER = Ledger(
    parties=(
        listed(1, ORG, ("QESHM FARS AIR", NameKind.PRIMARY), ("FARS AIR", NameKind.ALIAS)),
        listed(2, ORG, ("OJE PARVAZ MADO NAFAR COMPANY", NameKind.PRIMARY), ("MADO", NameKind.WEAK_ALIAS)),
        listed(3, PERSON, ("HLAING, Min Aung", NameKind.PRIMARY)),
        listed(4, PartySchema.VESSEL, ("SHADOW", NameKind.PRIMARY)),
        listed(5, ORG, ("GENERAL COMPANY", NameKind.PRIMARY)),
        listed(6, ORG, ("ROSOBORONEXPORT OAO", NameKind.PRIMARY)),
        listed(7, ORG, ("قشم فارس ایر", NameKind.PRIMARY)),
        listed(8, PartySchema.AIRPLANE, ("EP-FAB", NameKind.PRIMARY), identifiers=(Identifier(kind="registration", value="EP-FAB"),)),
    )
)  # fmt: skip


def found(text: str) -> list[tuple[str, str]]:
    return [(k.text, k.norm) for k in known_names(LEDGER, text)]


def test_the_exact_words_and_the_norm_come_back():
    assert found("A jet of Qeshm Fars Air landed.") == [("Qeshm Fars Air", "org:qeshm-fars-air")]


def test_the_longest_name_at_a_word_wins():
    assert found("QESHM FARS AIR") == [("QESHM FARS AIR", "org:qeshm-fars-air")]


def test_the_word_that_only_says_company_may_be_missing():
    assert found("The maker Oje Parvaz Mado Nafar sold it.") == [("Oje Parvaz Mado Nafar", "org:oje-parvaz-mado-nafar")]


def test_a_person_is_found_in_the_order_of_texts():
    assert found("General Min Aung Hlaing spoke; Aung Min Hlaing did not.") == [
        ("Min Aung Hlaing", "person:min-aung-hlaing")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "an air of fars air about it",  # lower case is prose
        "Mado said so",  # a weak alias
        "In the Shadow of war",  # a ship's name that is a word
        "the General Company of the port",  # generic words alone
        "Qeshm. Fars Air-conditioning",  # not the name
        "Fars Airways",  # part of a word
        "EP-FABX and XEP-FAB",
    ],
)
def test_what_is_no_name_is_not_found(text: str):
    assert ("org:qeshm-fars-air" not in [norm for _, norm in found(text)]) or "Fars Air-" in text
    assert not [words for words, _ in found(text) if words.lower() in ("mado", "shadow", "general company", "ep-fab")]


def test_one_distinctive_word_is_enough():
    assert found("He met Rosoboronexport in May.") == [("Rosoboronexport", "org:rosoboronexport")]


def test_registrations_are_found_with_and_without_their_hyphen():
    assert found("EP-FAB, once EPFAB") == [("EP-FAB", "EP-FAB"), ("EPFAB", "EP-FAB")]


def test_names_in_another_script_are_found_in_that_script():
    assert [norm for _, norm in found("هواپیمای قشم فارس ایر نشست")] == ["org:قشم-فارس-ایر"]


def test_look_alike_letters_are_not_the_name():
    assert found("Qеshm Fаrs Аir landed") == []


def test_each_wording_comes_once_in_the_order_of_the_text():
    text = "Min Aung Hlaing flew Qeshm Fars Air. Qeshm Fars Air flew Min Aung Hlaing."
    assert [words for words, _ in found(text)] == ["Min Aung Hlaing", "Qeshm Fars Air"]


def test_the_names_of_one_ledger_are_never_those_of_another():
    assert found("Qeshm Fars Air")
    assert known_names(Ledger(parties=LEDGER.parties[2:3]), "Qeshm Fars Air") == ()


def test_long_texts_are_walked_quickly():
    text = "Qeshm Fars Air and Min Aung Hlaing said that Oje Parvaz was far away. " * 3000
    started = time.process_time()
    assert found(text)
    assert time.process_time() - started < 5
