"""The steps below a comparison: plain words, scripts, sounds, tokens, tables."""

from __future__ import annotations

from collections import Counter

import pytest

from overflight.parties.names.articles import with_plain_articles
from overflight.parties.names.burmese import burmese_syllables
from overflight.parties.names.scripts import Script, romanise, script_of
from overflight.parties.names.sounds import sound_keys
from overflight.parties.names.tables import WordClass, cyrillic_stem, frequencies, generic_words, rarity, variant_groups
from overflight.parties.names.tokens import tokens_of
from overflight.parties.names.words import letters_joined, plain_words, unmix


def test_composed_and_decomposed_letters_are_one():
    assert plain_words("Société") == plain_words("Socie\u0301te\u0301") == ("societe",)


def test_invisible_characters_leave_no_trace():
    assert plain_words("Ma\u200bhan\u202e Air\ufeff") == ("mahan", "air")


def test_arabic_and_persian_letters_are_one_alphabet():
    assert plain_words("علي") == plain_words("علی")
    assert plain_words("مكتب") == plain_words("مکتب")


def test_a_word_of_two_scripts_is_read_in_the_script_of_most_letters():
    assert unmix("oбщество") == "общество"
    assert unmix("mаhan") == "mahan"


@pytest.mark.parametrize(
    ("word", "script"),
    [
        ("mahan", Script.LATIN),
        ("завод", Script.CYRILLIC),
        ("قشم", Script.ARABIC),
        ("深圳", Script.CHINESE),
        ("김", Script.KOREAN),
        ("မင်း", Script.BURMESE),
    ],
)
def test_scripts_are_told(word: str, script: Script):
    assert script_of(word) is script


def test_burmese_is_cut_into_the_syllables_of_which_names_are_made():
    assert burmese_syllables("မင်းအောင်လှိုင်") == ["min", "aung", "hlaing"]


def test_two_letters_of_a_script_without_vowels_are_not_one_sound():
    assert sound_keys(romanise("صحرا"))[1] == sound_keys("sahra")[1] != sound_keys("shara")[1]


def test_spellings_of_one_sound_share_a_key():
    assert sound_keys("mahmoud")[0] == sound_keys("mahmud")[0]
    assert sound_keys("qaddafi")[2] == sound_keys("gadafi")[2]
    assert sound_keys("wladimir")[0] == sound_keys("vladimir")[0]


def test_russian_endings_fall_away():
    assert cyrillic_stem("машиностроительная") == cyrillic_stem("машиностроительный")


def test_generic_words_of_all_languages_mean_the_same():
    asked = ("Mahan Airlines", "هواپیمایی ماهان", "Авиакомпания Махан")
    assert all(any(t.concept == "aviation" for t in tokens_of(name, False)) for name in asked)


def test_legal_forms_are_recognised_however_they_are_written():
    for form in ("JSC", "J.S.C.", "Joint Stock Company", "ОАО", "Aktsionernoe Obshchestvo"):
        kinds = [t.word_class for t in tokens_of(f"Kronos {form}", False)]
        assert kinds == [WordClass.DISTINCTIVE, WordClass.LEGAL], form


def test_what_only_abbreviates_the_name_is_left_out():
    plain = tokens_of("Islamic Revolutionary Guard Corps", False)
    assert tokens_of("Islamic Revolutionary Guard Corps (IRGC)", False) == plain


def test_generic_words_are_known_behind_the_endings_that_join_them_to_the_next():
    for words in ("Jamaatul Furqan", "Harakatul Furqan", "Sherkate Furqan", "Iran's Furqan"):
        kinds = [t.is_distinctive for t in tokens_of(f"{words}", False)]
        assert kinds == [False, True], words


def test_what_joins_two_words_of_a_body_is_a_word_of_its_own_in_front_and_in_a_persons_name():
    assert [t.text for t in tokens_of("Kronos y Atlas", False)] == ["kronos", "atlas"]
    assert tokens_of("En Bank", False)[0].is_distinctive
    assert [t.text for t in tokens_of("Per Olsson", True)] == ["per", "olsson"]


def test_numbers_are_read_in_words_ordinals_and_roman_numerals():
    values = [next(t.value for t in tokens_of(f"Brigade {n}", False) if t.value) for n in ("44", "Forty-Four", "44th")]
    assert values == [44, 44, 44]
    assert next(t.value for t in tokens_of("Kronos Fund IV", False) if t.value) == 4


def test_servant_of_makes_one_given_name_however_it_is_spaced():
    spellings = ("Abd al-Rahman Yasin", "Abdul Rahman Yasin", "Abdulrahman Yasin", "Abdel Rahman Yasin")
    assert len({tokens_of(s, True)[0].text for s in spellings}) == 1


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("Shams al-Din Rahimi", "Shamsuddin Rahimi"),
        ("Shams-ud-Din Rahimi", "Shamseddine Rahimi"),
        ("Hidayat Ullah Rahimi", "Hidayatollah Rahimi"),
        ("AL-DIN, Shams", "Shamsuddin"),
    ],
)
def test_names_of_the_faith_and_of_god_are_one_word_however_they_are_spaced(apart: str, together: str):
    assert tokens_of(apart, True)[0].text == tokens_of(together, True)[0].text


def test_a_family_name_din_without_an_article_is_a_name_of_its_own():
    assert [t.text for t in tokens_of("Karim Din", True)] == ["karim", "din"]


def test_a_given_name_of_thousands_tells_less_than_a_rare_one():
    assert rarity("mohammad") < rarity("hassan") < rarity("qeshm") <= 1.0


def test_a_short_form_that_several_names_share_makes_none_of_them_another():
    groups = variant_groups()
    assert len(groups["sasha"]) == 2
    assert set(groups["sasha"]) & set(groups["aleksandr"])
    assert set(groups["sasha"]) & set(groups["aleksandra"])
    assert set(groups["aleksandr"]).isdisjoint(groups["aleksandra"])


def test_every_row_of_the_variants_is_more_than_one_name():
    sizes = Counter(number for groups in variant_groups().values() for number in groups)
    assert min(sizes.values()) > 1


def test_tables_say_everything_once():
    table = generic_words()
    assert len(table.phrases) > 2000
    assert frequencies()[1] > 30_000


@pytest.mark.parametrize(
    "name",
    [
        "OBSHCHESTVO S OGRANICHENNOI OTVETSTVENNOSTYU KRONOS",
        "Obschestvo s organichennoy otvetstvennostiu Kronos",
        "Tovarystvo z Obmezhenoiu Vidpovidalnistiu Kronos",
        "Drustvo sa ogranicenom odgovornoscu Kronos",
        "PUBLICHNOYE AKTSIONERNOYE OBSHCHESTVO KRONOS",
        "Open-end Joint-Stock Company Kronos",
        "Kronos S. de R.L. de C.V.",
        "Kronos y Cía. S. en C.A.",
        "Kronos E.U.",
        "Kronos S.A.L. Off-Shore",
    ],
)
def test_a_legal_form_is_one_in_every_spelling_and_spelled_out(name: str):
    told = [t for t in tokens_of(name, False) if t.word_class is not WordClass.LEGAL]
    assert [t.text for t in told] == ["kronos"]


def test_letters_before_a_spanish_legal_form_are_the_names_own():
    assert letters_joined(("m", "y", "m")) == ("m", "m")
    assert letters_joined(("m", "s", "en", "c", "a")) == ("m", "s", "en", "ca")


def test_hyphens_tell_articles_and_links():
    assert with_plain_articles("Jamaat-ud-Dawa") == "Jamaat-al-Dawa"
    assert with_plain_articles("Lashkar-e-Tayyiba").split() == ["Lashkar", "Tayyiba"]
    assert with_plain_articles("Ar-Mir Trust") == "Ar-Mir Trust"
    assert with_plain_articles("E-Commerce Bank") == "E-Commerce Bank"
