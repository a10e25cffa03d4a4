"""Which words of one name answer to which of another: joined, abbreviated, left over."""

from __future__ import annotations

from overflight.parties.names import compare_names


def test_words_written_apart_answer_to_one_word():
    found = compare_names("Karim Hajihosseini", "Karim Haji Hosseini", "Person")
    assert found.match
    assert found.missing_right == ()


def test_a_word_is_not_written_apart_where_one_of_the_parts_answers_better_alone():
    found = compare_names("BASHAR, Qari Ayub", "BASHIR, Qari Ayyub", "Person")
    assert found.match
    assert found.missing_left == found.missing_right == ()


def test_three_letters_are_not_yet_the_names_that_they_begin():
    assert not compare_names("ABR", "Anna Brian Rodriguez", "LegalEntity").match
    assert compare_names("PLA", "People's Liberation Army", "Organization").match
