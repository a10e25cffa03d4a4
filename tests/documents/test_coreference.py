"""Whom a pronoun or a description stands for."""

from __future__ import annotations

import pytest

from tests.documents.reading import claims, only


def coref(text: str, kind: str, role: str) -> str | None:
    return only(text, kind).fillers(role)[0].coref


def test_he_is_the_subject_before_and_not_the_last_name():
    assert (
        coref("Marek Dubov met Alina Petrova in Minsk. He flew to Tehran on Monday.", "visit", "actor") == "Marek Dubov"
    )


def test_a_title_tells_the_gender():
    text = "Mr Marek Dubov met Ms Alina Petrova in Minsk. She flew to Tehran on Monday."
    assert coref(text, "visit", "actor") == "Ms Alina Petrova"


def test_the_company_is_the_subject_before_and_not_the_last_company():
    text = "Vostok Cargo bought an Il-76 from Kestrel Aviation. The company is under US sanctions."
    assert coref(text, "designation", "object") == "Vostok Cargo"


def test_it_is_no_adjunct_of_the_sentence_before():
    text = "Vostok Cargo delivered medicine to Sudan for a charity. It has been under US sanctions since 2021."
    assert coref(text, "designation", "object") == "Vostok Cargo"


def test_nobody_is_better_than_somebody_named_long_ago():
    text = (
        "Aye Thida leads the party. The harbour is old. Boats come daily. It rains often. "
        "The market is small. On one occasion he transported 20 boxes of rockets to Sudan."
    )
    assert {f.coref for c in claims(text) for f in c.fillers("actor") if f.text == "he"} <= {None}


def test_a_pronoun_inside_a_quotation_is_none_of_those_outside():
    text = "“He flew the plane to Minsk,” said Colonel Ivan Horvat."
    assert "Colonel Ivan Horvat" not in {f.coref for c in claims(text) for fs in c.roles.values() for f in fs}


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("A freighter flew from Mashhad to the capital, Naypyidaw, on 12 January 2023.", "Naypyidaw,MM"),
        ("The plane (subject to US sanctions) flew from Mashhad to the capital and to Yangon.", "Naypyidaw,MM"),
        ("Sudan's army had waited for weeks. The plane landed in the capital on Friday.", "Khartoum,SD"),
        ("A plane from Iran crossed Iraq and Turkey. The plane landed in the capital on Friday.", None),
    ],
)
def test_the_capital_is_the_one_named_beside_it_or_of_the_only_country_spoken_of_else_unknown(
    text: str, norm: str | None
):
    capitals = [f for c in claims(text) for f in c.fillers("destination") if f.text == "the capital"]
    assert [f.norm for f in capitals] == [norm]
