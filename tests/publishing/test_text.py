"""The text gate: nothing unseen gets through, nothing seen is changed, nothing is dropped."""

from __future__ import annotations

import world
from hypothesis import given
from hypothesis import strategies as st

from overflight.publishing.text import cleaned, one_line, visible


def test_plain_words_pass_unchanged():
    for text in ("EP-FAB", "naïve café", "Москва", "شرکت هواپیمایی", "東京 – “quoted”", "line\nbreak\ttab"):
        assert visible(text) == text


def test_bidi_overrides_and_zero_width_characters_are_spelled_out():
    assert visible("a\u202eb\u200bc\ufeff") == "a⟨U+202E⟩b⟨U+200B⟩c⟨U+FEFF⟩"


def test_control_characters_surrogates_and_noncharacters_are_spelled_out():
    assert visible("\x00\x07\x7f\ud800\ufffe\U000e0041") == "⟨U+0000⟩⟨U+0007⟩⟨U+007F⟩⟨U+D800⟩⟨U+FFFE⟩⟨U+E0041⟩"


def test_a_joiner_stays_inside_a_persian_word_and_shows_inside_a_registration():
    assert visible("می‌خواهم") == "می‌خواهم"
    assert visible("EP\u200c-FAB") == "EP⟨U+200C⟩-FAB"


def test_a_word_of_two_scripts_says_which_letters_are_foreign():
    assert visible("ЕP-FАB") == "ЕP-FАB ⟨mixed scripts: U+0415 U+0410⟩"


def test_a_name_is_one_line():
    assert one_line("  a\r\n b\tc ") == "a b c"


@given(st.text(alphabet=st.characters(codec=None)))
def test_what_comes_out_can_always_be_written_as_xml_and_utf_8(text: str):
    shown = visible(text)
    shown.encode("utf-8")
    assert all(c in "\t\n\r" or ord(c) >= 32 for c in shown)


@given(st.text(alphabet=st.characters(codec=None)))
def test_the_gate_passed_twice_is_the_gate_passed_once(text: str):
    once = visible(text)
    assert visible(once).replace("⟨mixed", "").count("⟨") <= once.count("⟨") * 2
    assert not any(0xD800 <= ord(c) <= 0xDFFF for c in visible(once))


def test_a_long_run_of_letters_takes_no_time_to_speak_of():
    assert visible("a" * 2_000_000 + "Ж").endswith("⟩")


def test_cleaning_a_record_reaches_every_string_in_it_and_spares_what_is_named():
    hostile = next(r for r in world.reports() if r.doc == "hostile")
    clean = cleaned(hostile, keep=frozenset({"text"}))
    assert clean.text == hostile.text
    assert "\x00" not in cleaned(hostile).text


def test_a_clean_record_is_not_copied():
    flight = world.flights()[0]
    assert cleaned(flight) is flight
