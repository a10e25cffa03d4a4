"""Transfers, totals of trade, makers and numbers of dead as English tells them: any verb and order, any unknown name."""

from __future__ import annotations

import pytest

from tests.documents.reading import claims, only, words

THINGS = {"transfer", "trade_total", "manufacture", "casualties"}


def kinds(text: str) -> list[str]:
    """The kinds of the claims about things, sorted."""
    return sorted(c.kind.value for c in claims(text) if c.kind.value in THINGS)


@pytest.mark.parametrize(
    ("text", "role", "filler"),
    [
        ("Velkomir Trading funnelled mortar bombs to the Tarsin Front.", "recipient", "the Tarsin Front"),
        ("Parvane Exports has been feeding hand grenades to the Seleka faction.", "actor", "Parvane Exports"),
        ("Ebrel gave Vantaria 40 drones.", "recipient", "Vantaria"),
        ("Ebrel gave Vantaria 40 drones.", "object", "drones"),
        ("Orrelsund passed night-vision goggles on to the junta.", "recipient", "the junta"),
        ("The rifles ended up with the Haddar militia.", "recipient", "the Haddar militia"),
        ("Tessaria donated eight armoured vehicles to the Lorran army.", "quantity", "eight"),
        ("Malvenia took delivery of six howitzers from Kestrel Defence.", "actor", "Kestrel Defence"),
        ("In June the air force placed an order for four gunship helicopters.", "recipient", "the air force"),
        ("The Quillon Foundation bankrolls the Sorrel militia.", "recipient", "the Sorrel militia"),
        ("Norhaven arms the Bakar Brigade, the report says.", "recipient", "the Bakar Brigade"),
        ("Karsavin brokered the shipment of infantry weapons to Ouagadougou.", "actor", "Karsavin"),
        ("Ebrel is the main supplier of military equipment to Vantaria.", "actor", "Ebrel"),
        ("A Fokker 50 deposited satellite phones at Birao.", "object", "satellite phones"),
        ("The ship put ashore 12 MiG engines at Lattakia.", "carrier", "The ship"),
        ("Cardew & Sons imported silencers from Italy.", "recipient", "Cardew & Sons"),
        ("Traders in Bor supply the rebels with fuel.", "recipient", "the rebels"),
        ("Saltmar presented the rebels with radios.", "actor", "Saltmar"),
        ("The Il-76 hauled in howitzers for the brigade.", "object", "howitzers"),
        ("He confessed to smuggling cartridges into Misrata.", "destination", "Misrata"),
        ("Workers rolled the fuselage of a helicopter off the ramp of the plane.", "carrier", "the plane"),
        ("What they sent was a load of blankets for refugees.", "object", "a load of blankets"),
        ("An Il-76 brought two dismantled Mi-17s to Juba.", "object", "dismantled Mi-17s"),
        ("The unloading of rifles from the Ilyushin lasted until dawn.", "carrier", "the Ilyushin"),
        ("Out of its hold came rifles and mortars.", "carrier", "its hold"),
        ("Mortars went along on two of the trips.", "object", "Mortars"),
        ("The ministry paid Arsenal-2 for 40 mortars.", "actor", "Arsenal-2"),
        ("The company sold Harar Trading 3,000 rifles for nearly 2 million dollars.", "quantity", "3,000"),
        ("The plane brought tents for refugees.", "recipient", "refugees"),
    ],
)
def test_unknown_names_and_rare_verbs_fill_the_parties_of_a_transfer(text: str, role: str, filler: str) -> None:
    assert filler in words(only(text, "transfer"), role)


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("On board were 40 crates of rifle cartridges.", "rifle cartridges"),
        ("Inside the hold: mortar tubes, fuses and propellant.", "mortar tubes"),
        ("The cargo consisted of 18 drone engines packed as farm machinery.", "drone engines"),
        ("After landing, the jet was found to contain 30 boxes of explosives.", "explosives"),
        ("The Tupolev, laden with gyroscopes, left for Tripoli.", "gyroscopes"),
        ("The hold was full of rocket launchers.", "rocket launchers"),
        ("Aboard the jet, inspectors found 61 crates of mortar rounds.", "mortar rounds"),
        ("Customs papers show 14 tonnes of spare parts on board.", "spare parts"),
        ("Freight documents describe the load as optical fibre.", "optical fibre"),
    ],
)
def test_contents_of_a_craft_are_carried(text: str, goods: str) -> None:
    claim = only(text, "transfer")
    assert claim.subtype == "transport"
    assert any(f.startswith(goods) for f in words(claim, "object"))


def test_goods_right_behind_the_craft_they_are_lowered_from_are_the_object() -> None:
    claim = only("From the aircraft were lowered nine containers with spare parts.", "transfer")
    assert words(claim, "object") == ["spare parts"]
    assert words(claim, "quantity") == ["nine containers"]
    assert words(claim, "carrier") == ["the aircraft"]


def test_a_pronoun_stands_for_goods_told_of_before() -> None:
    assert (
        kinds("The rifles left Split in May. They had been sold to an intermediary in Banja Luka.").count("transfer")
        == 2
    )


def test_what_a_plane_brought_goes_where_the_sentence_says_it_landed() -> None:
    claim = only("The cargo plane that landed at Khartoum on Monday brought mortar bombs.", "transfer")
    assert words(claim, "destination") == ["Khartoum"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Exports of arms to Vantaria were worth $340 million in 2021.", "$340 million"),
        ("Vantaria's arms bill came to 90 million euros last year.", "90 million euros"),
        ("The ministry shelled out $12 million for drones.", "$12 million"),
        ("Purchases of military goods were put at £3 million.", "£3 million"),
        ("The army paid Ebrel $8 million for 40 launchers.", "$8 million"),
        ("Weapons imports cost the treasury $70 million a year.", "$70 million"),
        ("A $40 million order for rifles was placed with Kolmar.", "$40 million"),
        ("Military imports from Ebrel: $65 million.", "$65 million"),
        ("Chad spent $310 million on arms in 2023, if the register is to be believed.", "$310 million"),
    ],
)
def test_money_for_goods_is_a_total_of_trade_and_no_transfer(text: str, amount: str) -> None:
    assert kinds(text) == ["trade_total"]
    assert words(only(text, "trade_total"), "quantity") == [amount]


def test_the_one_who_is_paid_is_the_supplier() -> None:
    claim = only("The army paid Ebrel $8 million for 40 launchers.", "trade_total")
    assert words(claim, "actor") == ["Ebrel"]
    assert words(claim, "recipient") == ["The army"]


@pytest.mark.parametrize(
    ("text", "role", "filler"),
    [
        ("Sollberg Werke turns out mortar bombs in Wels.", "actor", "Sollberg Werke"),
        ("The launcher comes off the line at Kragujevac.", "place", "Kragujevac"),
        ("Omnivolt, a maker of drone batteries, is based in Tallinn.", "actor", "Omnivolt"),
        ("Tarbosan, which makes guidance units for rockets, denied the charge.", "actor", "Tarbosan"),
        ("The rifles are of Bulgarian make.", "actor", "Bulgarian"),
        ("The rockets originate from the Hadrat factory.", "actor", "the Hadrat factory"),
        ("Assembly of the drones is carried out by Kaveh Works.", "object", "the drones"),
        ("Its warheads were cast at the Nurin foundry.", "place", "the Nurin foundry"),
        ("The manufacturer of the sights is Kolmar Optik.", "actor", "Kolmar Optik"),
        ("DLX-170 pumps are made by Xin Aerotech, Shenzhen.", "place", "Shenzhen"),
    ],
)
def test_makers_are_read_from_phrasal_verbs_works_nouns_and_asides(text: str, role: str, filler: str) -> None:
    assert filler in words(only(text, "manufacture"), role)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Eleven people lost their lives in Torit.", "Eleven"),
        ("Thirty dead in market blast in Torit", "Thirty"),
        ("The death toll stands at 30.", "30"),
        ("Officials put the number of dead at 44.", "44"),
        ("More than 900 deaths have been recorded since May.", "More than 900"),
        ("The gunmen shot dead nine herders.", "nine"),
        ("Among the dead were nine children.", "nine"),
        ("Fifty-two villagers died.", "Fifty-two"),
        ("The killing of 44 civilians by the army caused outrage.", "44"),
        ("At least 25 bodies were recovered from the rubble.", "At least 25"),
        ("Six civilians are dead after a strike on Bunia.", "Six"),
        ("Seven soldiers fell in the ambush.", "Seven"),
        ("The ambush cost seven soldiers their lives.", "seven"),
        ("Seven people, two of them nurses, were killed.", "Seven"),
    ],
)
def test_numbers_of_dead_stand_with_verbs_nouns_tolls_and_alone(text: str, number: str) -> None:
    assert words(only(text, "casualties"), "quantity") == [number]


def test_the_place_of_a_strike_is_where_people_died() -> None:
    assert words(only("The shelling of Khartoum took 13 lives.", "casualties"), "place") == ["Khartoum"]


@pytest.mark.parametrize(
    "text",
    [
        "Ebrel does not arm any party to the conflict.",
        "We have never supplied arms to anyone.",
        "An embargo forbids the supply of weapons to Vantaria.",
        "The resolution prohibits states from selling weapons to Vantaria.",
        "Any sale of rockets to Vantaria must be approved by parliament.",
        "Talks on the sale of 12 jets to Chad are under way.",
        "The minister ruled out selling tanks to Orlova.",
        "Kolmar said it would consider supplying drones to Chad.",
        "Orlova may one day make its own drones.",
        "The drone can carry 40 kg of explosives.",
        "The drone carries a camera.",
        "The airline ordered ten Boeing 787s.",
        "He delivered a speech to the army.",
        "The bank supplied loans to farmers.",
        "Farmers sold their cattle in Bunia.",
        "The rebels took the town and its airfield.",
        "The government spent $4 million on schools.",
    ],
)
def test_no_claim_where_nothing_was_moved_made_or_paid_for(text: str) -> None:
    assert kinds(text) == []


def test_nothing_taken_off_is_a_denied_transfer() -> None:
    assert only("Nothing military was taken off the aircraft.", "transfer").polarity == "denied"


def test_a_doubt_about_whether_goods_came_leaves_it_unknown() -> None:
    claim = only("Whether the jet hauled armoured cars to Kidal in May could not be established.", "transfer")
    assert claim.polarity == "unknown"
