"""What makes two claims one fact, and what keeps them two: names, places, what one report tells twice."""

from __future__ import annotations

import pytest

from overflight.assessment.facts import cluster_facts
from overflight.records.claim import ClaimId
from overflight.records.finding import Descent, Lineage
from tests.assessment.builders import MASHHAD, MYANMAR, SIMURGH, claim, filler

GRIFFIN = ("Griffin Air Cargo", "org:griffin-air-cargo")
B747 = ("a Boeing 747", "B747")
US = ("the United States", "US")
DRONE_PARTS = ("drone parts", "drone-parts")


def facts(*claims, descents=()):
    lineage = Lineage(
        descents=tuple(Descent(claim=ClaimId(a.id), parent_claim=ClaimId(b.id), evidence="test") for a, b in descents)
    )
    return len(cluster_facts(claims, lineage))


def flown(doc="a", number=1, **more):
    return claim("flight", doc, number=number, **{"on": "2022-01-13", "destination": MYANMAR, **more})


def listed(doc, party, **more):
    return claim("designation", doc, object=party, **{"actor": US, **more})


def test_two_airlines_with_one_type_of_aircraft_at_one_field_on_one_day_are_two_flights():
    assert facts(flown("a", actor=SIMURGH, aircraft=B747), flown("b", actor=GRIFFIN, aircraft=B747)) == 2


def test_two_registrations_are_two_flights_even_of_one_airline():
    one, other = (flown(d, actor=SIMURGH, aircraft=(m, m)) for d, m in (("a", "EP-SMA"), ("b", "EP-SMB")))
    assert facts(one, other) == 2


def test_names_that_share_only_what_kind_of_body_it_is_are_two():
    assert facts(listed("a", SIMURGH), listed("b", GRIFFIN)) == 2


def test_a_name_told_short_is_the_same_name():
    assert facts(listed("a", SIMURGH), listed("b", "Simurgh")) == 1


def test_a_body_and_its_branch_are_two():
    assert (
        facts(listed("a", ("the Guard", "org:lantern-guard")), listed("b", ("its navy", "org:lantern-guard-navy"))) == 2
    )


def test_two_descriptions_without_a_name_are_no_match():
    assert facts(listed("a", "an Iranian airline"), listed("b", "an Iranian company")) == 2


def test_a_name_in_another_script_is_known_by_its_sound():
    tondar = ("Tondar Air Cargo", "org:tondar-air-cargo")
    assert facts(listed("a", tondar), listed("b", "تندر ایر کارگو", actor=("آمریکا", "US"))) == 1
    assert facts(listed("a", ("Polesie Air Cargo", "org:polesie-air-cargo")), listed("b", "تندر ایر کارگو")) == 2


@pytest.mark.parametrize(
    "actor", [("Washington", "Washington,US"), ("OFAC", "org:ofac"), ("the Treasury", "org:us-treasury")]
)
def test_offices_of_one_state_list_as_one(actor):
    assert facts(listed("a", SIMURGH, on="2021-11-16"), listed("b", SIMURGH, on="2021-11-16", actor=actor)) == 1


def test_two_states_list_one_party_in_two_acts():
    kyiv = ("Ukraine", "UA")
    assert facts(listed("a", SIMURGH), listed("b", SIMURGH, actor=kyiv)) == 2


def test_a_word_for_a_kind_of_body_is_no_name():
    given = {"object": "weapons", "actor": ("the Guards", "org:guards")}
    syria = claim("transfer", "b", recipient=("the Syrian regime", "gov:SY"), **given)
    assert facts(claim("transfer", "a", recipient="a regime", **given), syria) == 2


def test_a_base_and_the_town_beside_it_are_one_place():
    base, town = ("Harar Meda air base", "QHR"), ("Bishoftu", "Bishoftu,ET")
    assert facts(flown("a", destination=base), flown("b", destination=town)) == 1
    assert facts(flown("a", destination=base), flown("b", destination=("Addis Ababa", "Addis Ababa,ET"))) == 2


def test_two_towns_of_one_country_are_two_places():
    there, elsewhere = ("Yangon", "Yangon,MM"), ("Mandalay", "Mandalay,MM")
    assert facts(flown("a", destination=there), flown("b", destination=elsewhere)) == 2


def test_one_report_that_tells_a_flight_in_brief_and_in_full_tells_one():
    brief = flown("a", 1, on=None, origin=("Iran", "IR"), aircraft="a cargo plane")
    full = flown("a", 2, actor=SIMURGH, origin=MASHHAD, destination=("Yangon", "Yangon,MM"))
    assert facts(brief, full) == 1


def test_two_reports_that_tell_as_little_are_not_taken_for_one():
    brief = flown("a", 1, on=None, origin=("Iran", "IR"), aircraft="a cargo plane")
    full = flown("b", 2, actor=SIMURGH, origin=MASHHAD, destination=("Yangon", "Yangon,MM"))
    assert facts(brief, full) == 2


def test_one_report_that_names_two_days_tells_two_flights():
    assert facts(flown("a", 1, actor=SIMURGH), flown("a", 2, actor=SIMURGH, on="2022-01-20")) == 2


def test_habit_and_event_of_one_report_are_two():
    habit = flown("a", 1, on=None, aircraft="Iranian planes")
    assert facts(habit, flown("a", 2, actor=SIMURGH, origin=MASHHAD, aircraft="a plane")) == 2


def test_goods_told_without_place_or_day_are_those_told_before():
    carried = claim("transfer", "a", object=DRONE_PARTS, destination=MYANMAR, on="2022-01-13")
    unloaded = claim("transfer", "a", number=2, object=("parts for unmanned aircraft", "drone-parts"))
    assert facts(carried, unloaded) == 1
    assert facts(carried, claim("transfer", "b", number=2, object=DRONE_PARTS)) == 2


def test_what_was_taken_over_holds_together_though_a_slot_was_lost_on_the_way():
    crates = filler("14 crates", "14 crates", min=14, max=14)
    full = claim("transfer", "a", object=DRONE_PARTS, quantity=crates, destination=MYANMAR, on="2022-01-13")
    poor = claim(
        "transfer", "b", object=("drones", "drones"), quantity=filler("at least 14 boxes", "14.. crates", min=14)
    )
    assert facts(full, poor, descents=[(poor, full)]) == 1


def test_two_facts_that_a_common_descendant_holds_together_are_one():
    bare = claim("transfer", "a", object=DRONE_PARTS)
    carried = claim("transfer", "b", object=DRONE_PARTS, destination=MYANMAR, on="2022-01-13")
    both = claim("transfer", "b", number=2, object=DRONE_PARTS)
    assert facts(bare, carried, both, descents=[(both, bare)]) == 1


@pytest.mark.parametrize("recipient", [("Sudan", "SD"), ("the Sudanese army", "mil:SD")])
def test_to_a_state_and_into_a_state_are_one_way_told_in_two(recipient):
    into_russia = claim("transfer", "a", object="engines", destination=("Russia", "RU"))
    assert facts(into_russia, claim("transfer", "b", object="engines", recipient=("Russia", "RU"))) == 1
    assert facts(into_russia, claim("transfer", "b", object="engines", recipient=recipient)) == 2
