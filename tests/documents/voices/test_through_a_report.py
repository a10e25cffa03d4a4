"""How far a speaker reaches: pronouns, quotations over paragraphs, sentences that point back, interviews, asides."""

from __future__ import annotations

from overflight.documents.voices.quotation import Quotations
from tests.documents.reading import claims, only


def chain(text: str, kind: str = "flight", **how) -> list[str]:
    return [a.text for a in only(text, kind, **how).attribution]


def test_he_added_means_whoever_spoke_before():
    text = "Colonel Marek Dubov said the base was closed. The plane landed in Minsk on Monday, he added."
    assert chain(text) == ["Colonel Marek Dubov"]


def test_a_pronoun_takes_a_subject_of_its_own_kind():
    assert chain("The ministry issued a statement on Monday. It said the plane landed in Minsk.") == ["The ministry"]
    assert chain("Marek Dubov spoke for the ministry. He said the plane landed in Minsk.") == ["Marek Dubov"]


def test_a_quotation_without_words_of_its_own_goes_on_with_its_speaker():
    text = "“It was dark,” the porter recalled.\n\n“The plane landed in Minsk, and soldiers took the boxes.”"
    assert chain(text) == ["the porter"]


def test_a_quotation_taken_up_in_each_paragraph_is_one():
    text = (
        "“There were no lights.\n\n“The plane landed in Minsk at two.\n\n“Then they left,” said Bela Horvat, a porter."
    )
    assert chain(text) == ["Bela Horvat"]
    assert len(Quotations.of(text).spans) == 1


def test_a_quotation_behind_a_colon_is_the_subjects():
    assert chain("The porter was blunt: “The plane landed in Minsk.”") == ["The porter"]


def test_a_sentence_that_points_back_speaks_for_the_one_before():
    for closing in ("So says the porter.", "That is what the porter says.", "This was confirmed by the porter."):
        assert chain(f"The plane landed in Minsk. {closing}") == ["the porter"]


def test_the_page_that_says_we_ends_what_another_said():
    text = "A loader said there were boxes. He did not look inside. We did. The plane carried rockets to Sudan."
    assert chain(text, "transfer") == []


def test_what_is_told_aside_of_the_subject_is_the_writers():
    text = "A plane of Vostok Cargo, an airline under US sanctions, landed in Minsk, officials said."
    assert chain(text, "flight") == ["officials"]
    assert chain(text, "designation") == []
    assert chain("Vostok Cargo is under US sanctions, officials said.", "designation") == ["officials"]


def test_the_note_of_a_sentence_is_its_source_where_nobody_speaks():
    text = "The plane landed in Minsk.[1] It left at once.\n\n[1] Radar data of two authorities; annex 2. [2] Minsk, May 2023."
    assert [a.text for a in claims(text)[0].attribution] == ["Radar data of two authorities"]


def test_the_one_who_is_asked_speaks_for_the_whole_interview():
    text = (
        "Marek Dubov, a mechanic, received us at home.\n\n—Did you see the plane?\n—The plane landed in Minsk on 3 March.\n\n"
        "—And the boxes?\n—A porter told me that soldiers unloaded 20 boxes of rockets."
    )
    assert chain(text, "flight") == ["Marek Dubov"]
    assert chain(text, "transfer") == ["Marek Dubov", "A porter"]


def test_marks_of_every_kind_hold_a_quotation():
    for text in ("„Sie landete“ dort", "“it landed” there", "«приземлился» там", '"it landed" there'):
        assert [text[slice(*span)] for span in Quotations.of(text).spans] == [text.rsplit(" ", 1)[0]]


def test_a_quotation_left_open_ends_with_its_paragraph():
    assert Quotations.of("“It landed.\n\nIt left.").spans == ((0, 11),)
