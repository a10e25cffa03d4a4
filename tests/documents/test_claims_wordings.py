"""One event, many wordings: what the frames read must not hang on the verb that a writer happens to choose."""

from __future__ import annotations

import pytest

from tests.documents.reading import claims, only, slots, words


@pytest.mark.parametrize(
    "text",
    [
        "The US Treasury sanctioned Vostok Cargo in 2019 for carrying weapons to Sudan on behalf of the Quds Force.",
        "A court fined Vostok Cargo $2 million over carrying weapons to Sudan on behalf of the Quds Force.",
        "Prosecutors accused Vostok Cargo of carrying weapons to Sudan on behalf of the Quds Force.",
    ],
)
def test_who_is_blamed_for_a_deed_did_it_and_not_who_blames(text):
    claim = only(text, "transfer")
    assert words(claim, "carrier") == ["Vostok Cargo"]
    assert words(claim, "actor") == ["the Quds Force"]


def test_who_was_arrested_for_smuggling_smuggled():
    claim = only("Two brothers were arrested in Athens for smuggling pistols to Sudan.", "transfer")
    assert words(claim, "actor") == ["Two brothers"]


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("Mali has imported weapons worth at least $1 billion since February 2021, mostly from Russia.", "at least $1 billion"),
        ("Mali bought $40 million in arms from Russia in 2022.", "$40 million"),
        ("Mali imported weapons valued at about $300 million from Russia last year.", "about $300 million"),
        ("Mali purchased weapons from Russia to the tune of $90 million.", "$90 million"),
        ("Mali imported $50 million worth of weapons from Russia in 2020.", "$50 million"),
        ("Russia sold Mali ammunition worth $30 million.", "$30 million"),
    ],
)  # fmt: skip
def test_goods_with_what_they_cost_are_a_total_of_trade(text, quantity):
    claim = only(text, "trade_total")
    assert words(claim, "quantity") == [quantity]
    assert words(claim, "recipient") == ["Mali"]
    assert words(claim, "actor") == ["Russia"]
    assert not [c for c in claims(text) if c.kind == "transfer"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The freighter put down at Khartoum on 4 March.", {"aircraft": ["The freighter"], "destination": ["Khartoum"]}),
        ("The freighter touched down at Khartoum on 4 March.", {"aircraft": ["The freighter"], "destination": ["Khartoum"]}),
        ("The freighter was tracked leaving Minsk for Khartoum.",
         {"aircraft": ["The freighter"], "origin": ["Minsk"], "destination": ["Khartoum"]}),
        ("The Il-76 made 14 sorties between Minsk and Khartoum.",
         {"aircraft": ["The Il-76"], "origin": ["Minsk"], "destination": ["Khartoum"], "count": ["14"]}),
        ("The cargo plane was bound for Khartoum.", {"aircraft": ["The cargo plane"], "destination": ["Khartoum"]}),
        ("Residents recalled the arrival in Khartoum of a Vostok Cargo-operated Il-76.",
         {"aircraft": ["Il-76"], "actor": ["Vostok Cargo"], "destination": ["Khartoum"]}),
    ],
)  # fmt: skip
def test_a_flight_is_read_from_any_wording(text, roles):
    assert slots(only(text, "flight")) == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The airline ferried fighters and ammunition from Benghazi to Bangui.",
         {"carrier": ["The airline"], "object": ["fighters and ammunition"], "origin": ["Benghazi"], "destination": ["Bangui"]}),
        ("The freighter took on 30 containers of ammunition at Burgas.",
         {"carrier": ["The freighter"], "object": ["ammunition"], "quantity": ["30 containers"], "origin": ["Burgas"]}),
        ("The colonel handed over 200 rifles to the militia.",
         {"actor": ["The colonel"], "object": ["rifles"], "quantity": ["200"], "recipient": ["the militia"]}),
        ("Belarus furnished the rebels with goggles.",
         {"actor": ["Belarus"], "object": ["goggles"], "recipient": ["the rebels"]}),
    ],
)  # fmt: skip
def test_a_transfer_is_read_from_any_wording(text, roles):
    assert slots(only(text, "transfer")) == roles


def test_who_takes_into_custody_arrests():
    claim = only("Police took into custody three crew members in Entebbe.", "arrest")
    assert slots(claim) == {"actor": ["Police"], "object": ["three crew members"], "place": ["Entebbe"]}


def test_who_chairs_a_board_directs_and_a_subsidiary_belongs():
    chair = only("General Idris Bello chaired the board of Kestrel Aviation.", "role")
    assert (chair.subtype, words(chair, "object")) == ("director", ["the board of Kestrel Aviation"])
    branch = only("Sahara Wings is a subsidiary of Vostok Cargo.", "role")
    assert (branch.subtype, words(branch, "object")) == ("affiliation", ["Vostok Cargo"])


def test_the_country_is_the_one_last_named_that_is_no_other_end():
    text = (
        "A Boeing 747 of Vostok Cargo landed in Myanmar in March. Harbour Wire wrote that cargo aircraft from Iran had landed in "
        "the country since the army took power."
    )
    second = [c for c in claims(text) if c.kind == "flight"][1]
    assert [f.norm for f in second.fillers("destination")] == ["MM"]
    assert not second.fillers("actor"), "a new, indefinite plural has no operator of its own"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("As the diplomat put it, Iran delivered rockets to Sudan.", ["the diplomat"]),
        ("Per Harbour Wire, Iran delivered rockets to Sudan.", ["Harbour Wire"]),
        ("Harbour Wire quoted a diplomat as saying that Iran delivered rockets to Sudan.", ["Harbour Wire", "a diplomat"]),
        ("Iran delivered rockets to Sudan, an official briefed on the matter told Harbour Wire.",
         ["Harbour Wire", "an official"]),
        ("Iran delivered rockets to Sudan, data from Flightradar24 show.", ["data from Flightradar24"]),
    ],
)  # fmt: skip
def test_a_speaker_is_found_in_any_wording(text, speakers):
    assert [a.text for a in only(text, "transfer").attribution] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "The ministry dismissed as false reports that Iran delivered rockets to Sudan.",
        "The ministry denied that Iran had delivered rockets to Sudan.",
    ],
)
def test_what_a_ministry_denies_is_told_of_another(text):
    claim = only(text, "transfer")
    assert claim.polarity == "denied"
    assert words(claim, "actor") == ["Iran"]
