"""Whether two names are one: pairs that must rank one above the other, and what a score may never do."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overflight.parties.names import MATCH_AT, compare_names
from overflight.parties.names.words import plain_words


def score(a: str, b: str, schema: str = "Organization") -> float:
    return compare_names(a, b, schema).score


def person(a: str, b: str) -> float:
    return score(a, b, "Person")


def test_word_order_and_punctuation_do_not_part_a_company_from_itself():
    assert score("Fars Air Qeshm", "QESHM FARS AIR") >= 0.95


def test_a_name_without_its_distinctive_word_is_not_the_company():
    assert score("Qeshm Air", "QESHM FARS AIR") < MATCH_AT


def test_another_body_that_shares_one_word_is_not_the_company():
    assert score("Fars News Agency", "FARS AIR QESHM") < 0.5


def test_equal_names_alone_score_one():
    assert score("Mahan Air", "MAHAN AIR") == 1.0
    assert score("Mahan Air", "Mahan Airlines") < 1.0
    assert person("Vladimir Putin", "Vladimir Poutine") < 1.0


@pytest.mark.parametrize(
    ("asked", "better", "worse", "schema"),
    [
        ("Qeshm Fars Air", "QESHM FARS AIRLINES", "QESHM AIR", "Organization"),
        ("Iran Aircraft Industries", "Iran Aircraft Industries Co.", "Iran Helicopter Industries", "Organization"),
        ("Saudi Arabian Oil Company", "Saudi Arabian Oil Co.", "Saudi Arabian Gas Company", "Organization"),
        ("Bank of China (Hong Kong)", "Bank of China Hong Kong Ltd", "Bank of China (Singapore)", "Organization"),
        ("44th Brigade", "Brigade Forty-Four", "45th Brigade", "Organization"),
        ("Muammar Gaddafi", "Moammar Qaddafi", "Saif Gaddafi", "Person"),
        ("Volodymyr Zelenskyy", "Wolodymyr Selenskyj", "Oleksandr Zelenskyy", "Person"),
        ("Salman bin Muhammad al-Rawi", "Salman ibn Mohammed Al Rawi", "Muhammad bin Salman al-Rawi", "Person"),
        ("Sergey Viktorovich Lavrov", "Sergey Lavrov", "Sergey Borisovich Lavrov", "Person"),
        ("Hans J Friedrich", "Hans Joachim Friedrich", "Hans Otto Friedrich", "Person"),
        ("Abd al-Rahman Yasin", "Abdurrahman Yassin", "Abd al-Karim Yasin", "Person"),
        ("Hamidullah Hanafi", "Hameedullah Hanafi", "Waliullah Hanafi", "Person"),
    ],
)
def test_the_better_pair_ranks_above_the_worse(asked: str, better: str, worse: str, schema: str):
    assert score(asked, better, schema) >= MATCH_AT > score(asked, worse, schema)


def test_bodies_of_generic_words_alone_are_told_apart_by_them():
    assert score("Palestinian Organization", "Palestinian Aid Organization") < MATCH_AT
    assert score("Kronos Organization", "Kronos Aid Organization") >= MATCH_AT
    assert score("1st International Bank", "First International Bank") >= MATCH_AT


def test_another_letter_of_an_abbreviation_is_another_body():
    assert score("MMT SARL", "M.T.T. Ltda.") < MATCH_AT
    assert score("RFK Bank", "RFC Bank") >= MATCH_AT


def test_in_a_burmese_name_the_order_of_the_words_is_part_of_the_name():
    assert person("Min Aung Hlaing", "MIN AUNG HLAING") == 1.0
    found = compare_names("Aung Min Hlaing", "Min Aung Hlaing", "Person")
    assert not found.match
    assert any("Burmese" in reason for reason in found.reasons)


def test_a_korean_family_name_may_stand_last_but_the_given_name_keeps_its_order():
    assert person("Jong Un Kim", "Kim Jong Un") >= 0.9
    assert person("Kim Un Jong", "Kim Jong Un") < MATCH_AT


@pytest.mark.parametrize(
    ("everyday", "full"),
    [
        ("Volodya Grishin", "Vladimir Grishin"),
        ("Kakha Beridze", "Kakhaber Beridze"),
        ("Lalo Cervantes Rivas", "Eduardo Cervantes Rivas"),
        ("Ricky Montero Salas", "Ricardo Montero Salas"),
        ("Sasha Petrenko", "Oleksandr Petrenko"),
        ("Sasha Petrenko", "Oleksandra Petrenko"),
        ("Reza Golzari", "Rida Golzari"),
    ],
)
def test_an_everyday_form_is_the_given_name(everyday: str, full: str):
    assert person(everyday, full) >= MATCH_AT


def test_a_kunya_is_one_with_and_without_its_article():
    assert person("ABUL-KHAIR, Salim", "Salim Abu al-Khayr") >= 0.9
    assert person("Abou Khair, Salim", "Salim Abu al-Khayr") >= 0.9


def test_western_names_are_read_in_either_order():
    assert person("PUTIN, Vladimir", "Vladimir Putin") >= 0.98


def test_initials_alone_are_nobody():
    assert person("N. N.", "Nursultan Nazarbayev") <= 0.5


def test_a_person_and_a_bank_of_that_name_are_read_apart():
    assert person("Max Bank", "Max Zawod") < score("Max Bank", "Max Bank AG")


@pytest.mark.parametrize(
    ("original", "latin", "schema"),
    [
        ("هواپیمایی ماهان", "Mahan Air", "Organization"),
        ("شرکت قشم فارس ایر", "Qeshm Fars Air", "Organization"),
        ("سپاه پاسداران انقلاب اسلامی", "Islamic Revolutionary Guard Corps", "Organization"),
        ("قاسم سلیمانی", "Qasem Soleimani", "Person"),
        ("عبدالرضا شهلایی", "Abdul Reza Shahlai", "Person"),
        ("АО «Авиакон Цитотранс»", "Aviacon Zitotrans JSC", "Organization"),
        ("Вологодский оптико-механический завод", "Vologda Optical and Mechanical Plant", "Organization"),
        ("Сергей Викторович ЛАВРОВ", "Sergej Lawrow", "Person"),
        ("မင်းအောင်လှိုင်", "Min Aung Hlaing", "Person"),
        ("深圳友邦货运代理有限公司", "Shenzhen Youbang Freight Forwarding Co. Ltd.", "Organization"),
    ],
)
def test_a_name_is_known_again_in_its_own_script(original: str, latin: str, schema: str):
    assert score(original, latin, schema) >= MATCH_AT


@pytest.mark.parametrize(
    ("original", "latin", "schema"),
    [
        ("هواپیمایی ماهان", "Saha Airlines", "Organization"),
        ("صنایع هوایی قدس", "Shahed Aviation Industries", "Organization"),
        ("Московский авиационный завод", "Kazan Aviation Plant", "Organization"),
        ("قاسم سلیمانی", "Qasem Rostami", "Person"),
        ("习近朋", "习近平", "Person"),
    ],
)
def test_translated_words_alone_do_not_make_two_bodies_one(original: str, latin: str, schema: str):
    assert score(original, latin, schema) < MATCH_AT


def test_the_reasons_name_each_word_and_what_either_side_lacks():
    found = compare_names("Qeshm Air Tours", "Qeshm Fars Air", "Organization")
    assert found.missing_left == ("tours",)
    assert found.missing_right == ("fars",)
    assert "“fars” only in the second (distinctive)" in found.reasons


def test_look_alike_letters_are_said():
    found = compare_names("Маhan Air", "Mahan Air", "Organization")  # the first two letters are Cyrillic
    assert found.score < 1.0
    assert any("look-alike" in reason for reason in found.reasons)


def test_a_name_that_gives_alternatives_is_the_best_of_them():
    assert score("Al Qaeda", "Al-Qa'ida/Islamic Army") >= MATCH_AT


@pytest.mark.parametrize("empty", ["", "   ", "---", "()", "\u200b\u202e", "’"])
def test_what_has_no_letters_matches_nothing(empty: str):
    assert compare_names(empty, "Mahan Air").score == 0.0
    assert compare_names(empty, empty).score == 0.0


def test_hostile_lengths_end():
    assert compare_names("a " * 5000, "b" * 5000).score < MATCH_AT


names = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=40)


@settings(max_examples=150, deadline=None)
@given(names, names)
def test_a_score_is_a_share_and_the_same_both_ways(a: str, b: str):
    there, back = compare_names(a, b, "Organization"), compare_names(b, a, "Organization")
    assert 0.0 <= there.score <= 1.0
    assert there.match is (there.score >= MATCH_AT)
    assert abs(there.score - back.score) < 0.25


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["mahan", "fars", "qeshm", "air", "oil", "company", "bank", "kish"]), min_size=1, max_size=5
    )
)
def test_a_name_is_itself_whatever_the_case(words: list[str]):
    name = " ".join(words)
    assert compare_names(name.upper(), name, "Organization").score == 1.0


def test_one_result_never_leaks_into_another():
    alone = compare_names("Qeshm Air", "Qeshm Fars Air", "Organization")
    for other in ("Mahan Air", "Fars Air", "Qeshm", "قشم"):
        compare_names(other, "Qeshm Fars Air", "Organization")
        compare_names("Qeshm Air", other, "Person")
    assert compare_names("Qeshm Air", "Qeshm Fars Air", "Organization") == alone


def labelled(shared: Path) -> list[dict[str, str]]:
    with (shared / "data/names/cases.csv").open(encoding="utf-8") as rows:
        return list(csv.DictReader(rows))


def test_labelled_pairs_hold_their_floor(shared: Path):
    rows = labelled(shared)
    found = [
        (row["is_match"] == "true", compare_names(row["name1"], row["name2"], row["schema"]).match) for row in rows
    ]
    hits, false, missed = found.count((True, True)), found.count((False, True)), found.count((True, False))
    assert 2 * hits / (2 * hits + false + missed) >= 0.85


@pytest.mark.parametrize(
    ("original", "latin", "other"),
    [
        ("АО «БПЗ»", "JSC Bryansk Instrument Plant", "JSC Bryansk Shipping Company"),
        ("ООО «Джиэмси Трейд»", "GMC Trade LLC", "BMC Trade LLC"),
        ("ООО «Волга-Бридж»", "Volga Bridge LLC", "Volga Tunnel LLC"),
        ("Научно-производственное объединение «Рассвет»", "SPA Rassvet", "SPA Zakat"),
    ],
)
def test_a_russian_body_is_known_by_its_translation_its_letters_and_its_spelled_abbreviation(
    original: str, latin: str, other: str
) -> None:
    assert compare_names(original, latin, "Organization").match
    assert not compare_names(original, other, "Organization").match


def test_a_word_of_look_alike_letters_is_read_in_the_script_of_its_own_letters() -> None:
    assert plain_words("Cepвиc") == ("сервис",)
