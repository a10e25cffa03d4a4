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
