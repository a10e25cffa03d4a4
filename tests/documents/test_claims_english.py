"""What the English frames read: kinds, roles, days, one claim an event."""

from __future__ import annotations

import pytest

from tests.documents.reading import claims, only, slots, span_of, words


def test_a_flight_has_its_operator_aircraft_ends_and_day():
    claim = only("An Ilyushin Il-76 of Sapsan Airlines flew from Minsk to Tehran on 3 March.", "flight")
    assert slots(claim) == {
        "origin": ["Minsk"], "destination": ["Tehran"], "aircraft": ["An Ilyushin Il-76"], "actor": ["Sapsan Airlines"],
    }  # fmt: skip
    assert span_of(claim) == ("2024-03-03", "2024-03-03")


def test_several_triggers_of_one_flight_are_one_claim():
    claim = only("The freighter left Tehran at dawn and landed in Minsk at noon.", "flight")
    assert words(claim, "origin") == ["Tehran"]
    assert words(claim, "destination") == ["Minsk"]


def test_two_legs_are_two_claims():
    text = "The freighter flew from Tehran to Minsk on 3 March. It returned to Tehran the following day."
    first, second = (c for c in claims(text) if c.kind == "flight")
    assert span_of(first) == ("2024-03-03", "2024-03-03")
    assert span_of(second) == ("2024-03-04", "2024-03-04")
    assert words(second, "destination") == ["Tehran"]


def test_a_second_landing_told_by_its_day_alone_is_a_second_claim():
    found = [c for c in claims("The jet landed in Minsk on March 3 and again on March 6.") if c.kind == "flight"]
    assert [span_of(c)[0] for c in found] == ["2024-03-03", "2024-03-06"]
    assert found[1].quote == "again on March 6"


def test_the_plane_keeps_the_operator_that_was_named_before():
    text = "A Boeing 747 of Sapsan Airlines landed in Minsk on Monday. The plane flew on to Tehran."
    second = [c for c in claims(text) if c.kind == "flight"][1]
    assert words(second, "actor") == ["Sapsan Airlines"]
    assert second.fillers("actor")[0].outside_quote


def test_people_who_arrive_are_a_visit_and_not_a_flight():
    claim = only("An Iranian delegation arrived in Minsk in January.", "visit")
    assert words(claim, "actor") == ["An Iranian delegation"]
    assert words(claim, "destination") == ["Minsk"]
    assert not [c for c in claims("An Iranian delegation arrived in Minsk in January.") if c.kind == "flight"]


def test_sending_people_is_a_visit_of_the_sent():
    claim = only("The army sent a team of engineers to Iran in 2019.", "visit")
    assert words(claim, "actor")[0] == "a team of engineers"


@pytest.mark.parametrize(
    ("text", "subtype", "roles"),
    [
        ("Iran delivered 40 crates of rockets to Sudan.", "delivery",
         {"object": ["rockets"], "quantity": ["40 crates"], "actor": ["Iran"], "recipient": ["Sudan"]}),
        ("The airline carried missiles to Syria on behalf of the Dawn Brigade.", "transport",
         {"object": ["missiles"], "carrier": ["The airline"], "destination": ["Syria"], "actor": ["the Dawn Brigade"]}),
        ("Ankara supplied the Somali army with armed drones.", "supply",
         {"object": ["armed drones"], "recipient": ["the Somali army"], "actor": ["Ankara"]}),
        ("Sudan relies on Russia and China for its weapons.", "supply",
         {"actor": ["Russia", "China"], "recipient": ["Sudan"], "object": ["weapons"]}),
        ("Iran ordered two dozen jets from Russia.", "order",
         {"object": ["jets"], "quantity": ["two dozen"], "recipient": ["Iran"], "actor": ["Russia"]}),
        ("Smugglers trafficked rifles from Libya.", "smuggling",
         {"object": ["rifles"], "actor": ["Smugglers"], "origin": ["Libya"]}),
    ],
)  # fmt: skip
def test_a_transfer_tells_giver_taker_goods_and_how_much(text, subtype, roles):
    claim = only(text, "transfer")
    assert claim.subtype == subtype
    assert slots(claim) == roles


def test_what_a_plane_landed_with_is_a_transfer_beside_the_flight():
    text = "A cargo plane landed in Sudan on Monday with boxes thought to contain drone parts."
    assert {c.kind.value for c in claims(text)} == {"flight", "transfer"}
    assert words(only(text, "transfer"), "object") == ["drone parts"]


def test_money_for_goods_is_a_trade_total():
    claim = only("Sudan imported $85 million worth of rifles from Iran from 2019 to 2022.", "trade_total")
    assert (words(claim, "recipient"), words(claim, "actor")) == (["Sudan"], ["Iran"])
    assert claim.fillers("quantity")[0].min == 85_000_000
    assert span_of(claim) == ("2019-01-01", "2022-12-31")


@pytest.mark.parametrize(
    "text",
    [
        "Sapsan Airlines was sanctioned by the EU in May 2022.",
        "The EU blacklisted Sapsan Airlines in May 2022.",
        "Sapsan Airlines was put under EU sanctions in May 2022.",
        "Sapsan Airlines was added to the EU sanctions list in May 2022.",
        "The EU imposed sanctions on Sapsan Airlines in May 2022.",
        "Sapsan Airlines has been under EU sanctions since May 2022.",
    ],
)
def test_a_designation_is_told_in_many_ways(text):
    claim = only(text, "designation")
    assert words(claim, "object") == ["Sapsan Airlines"]
    assert "EU" in words(claim, "actor")[0]
    assert span_of(claim) == ("2022-05-01", "2022-05-31")


def test_the_reason_of_a_designation_is_a_transfer_alleged_by_the_authority():
    text = "Sapsan Airlines was sanctioned by Ukraine in 2023 for flying rockets to Minsk."
    claim = only(text, "transfer")
    assert claim.modality == "alleged"
    assert [(a.text, a.type.value) for a in claim.attribution] == [("Ukraine", "official")]
    assert words(only(text, "designation"), "reason") == ["flying rockets to Minsk"]


@pytest.mark.parametrize(
    ("text", "subtype", "actor"),
    [
        ("Hamid Torabi, Sapsan's chief pilot, spoke at a fair.", "office", "Hamid Torabi"),
        ("Its managing director, Hamid Torabi, spoke at a fair.", "director", "Hamid Torabi"),
        ("Sapsan Airlines is run by General Hamid Torabi.", "director", "General Hamid Torabi"),
        ("Sapsan Airlines is controlled by the Ministry of Defence.", "control", "the Ministry of Defence"),
        ("Its chairman is Hamid Torabi.", "director", "Hamid Torabi"),
    ],
)
def test_offices_boards_and_control_are_roles(text, subtype, actor):
    claim = only(text, "role")
    assert (claim.subtype, words(claim, "actor")) == (subtype, [actor])


def test_a_rank_before_a_name_is_no_role():
    assert not [c for c in claims("General Hamid Torabi spoke at a fair.") if c.kind == "role"]


def test_makers_and_their_products():
    claim = only("The engine is manufactured by Kavir Motors in Shiraz.", "manufacture")
    assert slots(claim) == {"actor": ["Kavir Motors"], "object": ["The engine"], "place": ["Shiraz"]}


def test_an_arrest_names_place_and_reason():
    claim = only("Police arrested Hamid Torabi in Argentina a year ago on suspicion of smuggling.", "arrest")
    assert words(claim, "object") == ["Hamid Torabi"]
    assert words(claim, "place") == ["Argentina"]
    assert words(claim, "reason") == ["on suspicion of smuggling"]


def test_seized_goods_keep_their_number_apart():
    claim = only("Customs officers in Kuwait seized 22 drone engines in February.", "arrest")
    assert claim.subtype == "seizure"
    assert (words(claim, "quantity"), words(claim, "object"), words(claim, "place")) == (
        ["22"],
        ["drone engines"],
        ["Kuwait"],
    )


def test_the_dead_are_counted():
    claim = only("More than 1,200 villagers were killed by the army in 2021.", "casualties")
    assert claim.fillers("quantity")[0].min == 1200
    assert words(claim, "actor") == ["the army"]


def test_being_at_the_controls_makes_a_pilot():
    claim = only("It is not known whether Hamid Torabi was at the controls.", "flight")
    assert words(claim, "pilot") == ["Hamid Torabi"]
    assert claim.polarity == "unknown"


def test_an_aircraft_seen_on_an_apron_is_a_flight():
    claim = only("A satellite image shows a large freighter on the apron of Minsk airport.", "flight")
    assert words(claim, "aircraft") == ["a large freighter"]
    assert "Minsk airport" in words(claim, "place")[0]
    assert claim.attribution[-1].type == "imagery"


def test_rows_of_a_movement_list_are_flights():
    text = (
        "Date | Registration | From | To\n3 May 2023 | EP-GHK | Tehran | Minsk\n4 May 2023 | EP-GHK | Minsk | Tehran\n"
    )
    found = [c for c in claims(text) if c.kind == "flight"]
    assert [(words(c, "origin"), words(c, "destination")) for c in found] == [
        (["Tehran"], ["Minsk"]), (["Minsk"], ["Tehran"]),
    ]  # fmt: skip
    assert [span_of(c)[0] for c in found] == ["2023-05-03", "2023-05-04"]


def test_brackets_are_read_by_themselves():
    text = "A Boeing 747 of Sapsan Airlines (under US sanctions for delivering rockets to militias) landed in Minsk."
    kinds = sorted(c.kind.value for c in claims(text))
    assert "flight" in kinds
    assert words(only(text, "flight"), "destination") == ["Minsk"]


@pytest.mark.parametrize(
    "text",
    [
        "If airports refused fuel, the plane would never fly to Minsk with weapons.",
        "Another flight to Minsk, planned for 21 April, was called off before it began.",
        "A plan to buy Iranian missiles was dropped in 2021.",
        "Nobody flies rockets halfway round the world.",
        "The football team flew home to Minsk on a scheduled service.",
        "Talks between the governments resumed last autumn.",
        "The army wants to buy drones.",
    ],
)
def test_hypotheses_cancelled_plans_sports_and_talks_are_no_claims(text):
    assert claims(text) == ()
