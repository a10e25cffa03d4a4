"""Names in other scripts than Latin: cut, romanised, translated by their generic words, abbreviated."""

from __future__ import annotations

import pytest

from overflight.parties.names import compare_names
from overflight.parties.names.burmese import burmese_syllables
from overflight.parties.names.korean import korean_name, korean_syllables
from overflight.parties.names.letters import cyrillic_spellings, initials_of
from overflight.parties.names.segment import segmented

SAME = [
    # Burmese
    ("မင်းအောင်လှိုင်", "Min Aung Hlaing", "Person"),
    ("သန်းရွှေ", "Than Shwe", "Person"),
    ("ကာကွယ်ရေးဝန်ကြီးဌာန", "Ministry of Defence", "Organization"),
    ("မြန်မာ့စီးပွားရေးကော်ပိုရေးရှင်း", "Myanmar Economic Corporation", "Organization"),
    ("မြန်မာ့နိုင်ငံခြားကုန်သွယ်မှုဘဏ်", "Myanma Foreign Trade Bank", "Organization"),
    # Korean
    ("김정은", "Kim Jong Un", "Person"),
    ("고려항공", "Air Koryo", "Organization"),
    ("조선광업개발무역회사", "Korea Mining Development Trading Corporation", "Organization"),
    # Hebrew, Greek, Georgian, Armenian, Japanese in kana
    ("התעשייה האווירית לישראל", "Israel Aerospace Industries", "Organization"),
    ("משרד הביטחון", "Ministry of Defense", "Organization"),
    ("Εθνική Τράπεζα της Ελλάδος", "National Bank of Greece", "Organization"),
    ("Γεώργιος Παπαδόπουλος", "Georgios Papadopoulos", "Person"),
    ("საქართველოს რკინიგზა", "Georgian Railway", "Organization"),
    ("Ռոբերտ Քոչարյան", "Robert Kocharyan", "Person"),
    ("タナカ ヒロシ", "Hiroshi Tanaka", "Person"),
    # Cyrillic: spellings of several languages and of scholars
    ("Алексей Николаевич АВРАМЕНКО", "Aliaksei Mikalaevich AURAMENKA", "Person"),
    ("Дмитрий Юрьевич ГОРА", "Dzmitry Iurevich HARA", "Person"),
    ("Тарас ШЕВЧЕНКО", "Taras Ševčenko", "Person"),
    ("ООО «Бриджтех»", "Bridgetech LLC", "Organization"),
    # Arabic names of two parts, apart and together
    ("جلال الدین رحیمی", "Jalaluddin RAHIMI", "Person"),
    ("هدایت الله رحیمی", "Hedayatollah Rahimi", "Person"),
    # abbreviations
    ("АО «Всероссийский научно-исследовательский институт радиотехники»", "JSC VNIIRT", "Organization"),
    ("АО ЗНТЦ", "Zelenograd Nanotechnology Center JSC", "Organization"),
    ("Международный расчетный банк", "MRB Bank", "Organization"),
    ("ООО «Ай Кью Компонентс»", "IQ Components LLC", "Organization"),
]
OTHER = [
    ("မင်းအောင်လှိုင်", "Soe Win", "Person"),
    ("ကာကွယ်ရေးဝန်ကြီးဌာန", "Ministry of Home Affairs", "Organization"),
    ("김정은", "Pak Jong Chon", "Person"),
    ("ბიძინა ივანიშვილი", "Mikheil Saakashvili", "Person"),
    ("АО ЗНТЦ", "Zelenograd Chemical Plant JSC", "Organization"),
    ("آلومینای ایران", "Iran Air", "Organization"),
    ("سپاه پاسداران انقلاب اسلامی", "Islamic Revolutionary Guard Corps Ramazan Headquarters", "Organization"),
    ("وزارت نفت", "Ministry of Petroleum Sarvestan Refinery", "Organization"),
    ("安倍晋三", "Abe Shinzo", "Person"),  # read as Chinese: the page says so
]


@pytest.mark.parametrize(("original", "latin", "schema"), SAME)
def test_a_name_and_its_latin_spelling_are_one(original: str, latin: str, schema: str) -> None:
    found = compare_names(original, latin, schema)
    assert found.match, (found.score, found.reasons)
    assert compare_names(latin, original, schema).match


@pytest.mark.parametrize(("original", "latin", "schema"), OTHER)
def test_another_name_is_none(original: str, latin: str, schema: str) -> None:
    assert not compare_names(original, latin, schema).match


def test_a_word_without_an_answer_is_shown_as_it_is_read() -> None:
    assert (
        "“安倍晋三” (anbeijinsan) only in the first (distinctive)"
        in compare_names("安倍晋三", "Abe Shinzo", "Person").reasons
    )


def test_burmese_syllables_are_spelled_as_newspapers_do() -> None:
    assert burmese_syllables("မင်းအောင်လှိုင်") == ["min", "aung", "hlaing"]
    assert burmese_syllables("ရွှေ") == ["shwe"]
    assert burmese_syllables("ချို") == ["cho"]


def test_korean_syllables_are_read_letter_by_letter() -> None:
    assert korean_syllables("김정은") == ["kim", "jong", "un"]
    assert korean_name("김정은") == ("kim", "jongun")


def test_generic_words_of_a_script_without_gaps_are_cut_out_of_bodies_and_left_in_persons() -> None:
    assert segmented("ဧရာဝတီဘဏ်", is_person=False) == ("ဧရာဝတီ", "ဘဏ်")
    assert segmented("조선무역은행", is_person=False) == ("조선", "무역", "은행")
    assert "ဘဏ်" not in segmented("အောင်ဘဏ်", is_person=True)


def test_a_compound_gives_both_its_letters_to_an_abbreviation() -> None:
    assert initials_of(("электромеханический", "завод")) == ("эз", "эмз")


def test_a_romanised_abbreviation_is_written_in_cyrillic_in_every_way() -> None:
    assert {"цнии", "тснии"} & set(cyrillic_spellings("tsnii")) == {"цнии", "тснии"}
    assert "цнии" in cyrillic_spellings("cnii")


def test_full_stops_part_no_legal_form() -> None:
    assert compare_names("MABROOKA TRADING COMPANY", "MABROOKA TRADING CO L.L.C.", "Organization").score > 0.9


def test_a_country_in_common_is_no_body_in_common() -> None:
    assert compare_names("Iran Alumina Company", "Iran Air Company", "Organization").score <= 0.6


def test_digits_of_any_script_are_read_or_left_and_never_stumbled_over() -> None:
    for word in ("١٢", "፩", "²", "①", "৪"):
        assert 0 <= compare_names(f"Unit {word}", f"Unit {word}").score <= 1
