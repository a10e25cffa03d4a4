"""What the tagger and the parser take wrongly by habit is put right before the frames look."""

from __future__ import annotations

import pytest

from overflight.documents.model import parse
from tests.documents.reading import claims, only, words


def tags(text: str) -> dict[str, str]:
    (tree,) = parse(text, [((0, len(text)),)])
    return {word.text: word.tag for word in tree.words}


def test_a_progressive_before_its_object_is_a_verb():
    assert tags("North Korea has been shipping shells to Russia by sea.")["shipping"] == "VBG"


def test_records_that_name_somebody_name_him():
    assert words(only("Company records name Leyla Osei as the sole shareholder.", "role"), "actor") == ["Leyla Osei"]


def test_imports_before_another_verb_are_goods_brought_in():
    assert tags("Arms imports from China totalled $267 million.")["imports"] == "NNS"


def test_a_first_word_with_a_capital_is_no_name_for_that():
    assert tags("Landings of aircraft at Kufra were recorded on 3 May.")["Landings"] == "NNS"


@pytest.mark.parametrize("text", ["An unlit freighter slipped into Kufra before dawn on Monday."])
def test_a_verb_without_a_passive_heads_its_sentence(text):
    assert tags(text)["slipped"] == "VBD"


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("A Boeing 747 flew from Hanoi to Colombo.", "flew", "VBD"),
        ("The general spent three days in Minsk.", "general", "NN"),
        ("Gunmen killed fourteen herders near Gao.", "fourteen", "CD"),
        ("A Turkish delegation called at the works in Kufra.", "called", "VBD"),
    ],
)
def test_words_are_what_their_place_makes_them(text, word, tag):
    assert tags(text)[word] == tag


def test_a_participle_swallows_no_main_verb():
    (tree,) = parse("An Iranian plane carrying drones landed in Port Sudan.", [((0, 53),)])
    landed = next(w for w in tree.words if w.text == "landed")
    assert (landed.dep, tree.kid(landed.i, "nsubj").text) == ("ROOT", "plane")


def test_who_runs_it_may_stand_behind():
    assert words(only("Running the airline is Viktor Baluyev.", "role"), "actor") == ["Viktor Baluyev"]


def test_what_a_hyphen_joins_is_one_word():
    (tree,) = parse("Leyla Osei and Amos Tiru co-own the firm.", [((0, 41),)])
    assert "co-own" in [word.text for word in tree.words]


def test_words_keep_their_capitals_though_the_parser_does_not_see_them():
    text = "Agents met BADALIAN in Minsk."
    (tree,) = parse(text, [((0, len(text)),)])
    assert [text[w.start : w.end] for w in tree.words] == [w.text for w in tree.words]


def test_the_manner_of_moving_is_no_cargo():
    found = {c.kind.value for c in claims("A Gulfstream flew nonstop from Nicosia to Asmara on 3 May.")}
    assert found == {"flight"}
