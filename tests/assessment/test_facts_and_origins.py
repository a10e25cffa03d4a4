"""Claims gathered into facts, and how many independent origins a fact has."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from overflight.assessment.facts import cluster_facts
from overflight.assessment.origins import count_origins, index_origins
from overflight.records.claim import ClaimId
from overflight.records.finding import Descent, Lineage
from tests.assessment.builders import MASHHAD, MYANMAR, SIMURGH, claim, reading


def flown(doc, **more):
    given_ = {"on": "2022-01-13", "actor": SIMURGH, "origin": MASHHAD, "destination": MYANMAR}
    return claim("flight", doc, **{**given_, **more})


def descent(child, parent):
    return Descent(claim=ClaimId(child.id), parent_claim=ClaimId(parent.id), evidence="test")


def origins(*claims, descents=()):
    return count_origins(claims, index_origins(claims, Lineage(descents=tuple(descents))))


def span(found):
    return found.min, found.max


def test_claims_on_one_flight_are_one_fact_and_the_way_back_is_another():
    back = flown("a", number=2, on="2022-01-14", origin=MYANMAR, destination=("Iran", "IR"))
    facts = cluster_facts([flown("a"), flown("b"), back])
    assert sorted(len(f.claims) for f in facts) == [1, 2]


def test_variant_readings_stay_side_by_side():
    a, b = flown("a"), flown("b", on="2022-01-20")
    (fact,) = cluster_facts([a, b], Lineage(descents=(descent(b, a),)))
    assert [(r.value, r.docs) for r in fact.readings["date"]] == [
        ("13 January 2022", ("a",)), ("20 January 2022", ("b",)),
    ]  # fmt: skip


def test_without_lineage_two_days_are_two_flights():
    assert len(cluster_facts([flown("a"), flown("b", on="2022-01-20")])) == 2


def test_a_count_of_flights_is_not_one_of_them():
    three = flown("b", count="three", on=reading("2022-01-01", "2022-04-30", precision="range"))
    assert len(cluster_facts([flown("a"), three])) == 2


@settings(max_examples=20, deadline=None)
@given(st.permutations(["a", "b", "c", "d"]))
def test_facts_do_not_depend_on_the_order_of_claims(docs):
    world = {
        "a": flown("a"), "b": flown("b"), "c": flown("c", on="2022-02-20"),
        "d": claim("designation", "d", on="2019-01-24", object=SIMURGH, actor=("US", "US")),
    }  # fmt: skip
    assert cluster_facts([world[d] for d in docs]) == cluster_facts(list(world.values()))


def test_what_descends_is_no_origin():
    a, b = flown("a"), flown("b")
    assert span(origins(a, b, descents=[descent(b, a)])) == (1, 1)


def test_two_reports_on_different_named_sources_are_two():
    a = flown("a", said_by=[("Mira Tolvanen", "named", "person:mira-tolvanen")])
    b = flown("b", said_by=[("a satellite image", "imagery")])
    assert span(origins(a, b)) == (2, 2)


def test_two_readings_of_one_data_set_are_one_origin():
    a = flown("a", said_by=[("the SkyPelican archive", "dataset", "SkyPelican")])
    b = flown("b", said_by=[("data of SkyPelican", "dataset", "SkyPelican")])
    assert span(origins(a, b)) == (1, 1)


def test_flight_data_that_nobody_names_may_be_the_same_and_count_once():
    a = flown("a", said_by=[("flight-tracking data", "dataset")])
    b = flown("b", said_by=[("ADS-B data", "dataset")])
    assert span(origins(a, b)) == (1, 1)


def test_people_who_are_not_named_may_be_the_same():
    a = flown("a", said_by=[("a diplomat", "anonymous")])
    b = flown("b", said_by=[("an official", "anonymous")])
    assert span(origins(a, b)) == (1, 2)


def test_two_witnesses_are_more_than_one_whoever_they_are():
    a = flown("a", said_by=[("a ramp agent", "anonymous")])
    b = flown("b", said_by=[("two witnesses", "anonymous")])
    assert span(origins(a, b)) == (2, 2)


def test_a_report_that_names_no_source_may_rest_on_any_other():
    a = flown("a", said_by=[("Mira Tolvanen", "named", "person:mira-tolvanen")])
    assert span(origins(a, flown("b"))) == (1, 2)


def test_circular_citation_does_not_count_twice():
    a, b, again = flown("a"), flown("b"), flown("a2")
    assert span(origins(a, b, again, descents=[descent(b, a), descent(again, b)])) == (1, 1)


def test_a_denial_is_no_origin():
    assert span(origins(flown("a"), flown("b", polarity="denied"))) == (1, 1)


def test_an_assertion_whose_ancestor_says_not_known_has_no_origin():
    unknown, flat = flown("a", polarity="unknown"), flown("b")
    found = origins(unknown, flat, descents=[descent(flat, unknown)])
    assert span(found) == (0, 0)
    assert "on a source of its own" in found.reason


def test_an_official_act_needs_no_second_origin():
    a, b = (claim("designation", d, on="2019-01-24", object=SIMURGH, actor=("US Treasury", "US")) for d in "ab")
    assert span(origins(a, b)) == (1, 1)


def test_goods_and_sender_alone_make_no_event():
    guards = ("the Guards", "org:guards")
    one = claim("transfer", actor=guards, object="weapons", recipient="a regime", subtype="delivery")
    other = claim(
        "transfer", number=2, actor=guards, object="weapons", carrier=("Simurgh", "org:simurgh"),
        destination=("Syria", "SY"), subtype="transport",
    )  # fmt: skip
    assert len(cluster_facts([one, other])) == 2


def test_goods_sender_and_destination_make_one_event():
    guards = ("the Guards", "org:guards")
    told = [
        claim("transfer", doc, actor=guards, object="weapons", destination=("Syria", "SY"), subtype="delivery")
        for doc in ("r1", "r2")
    ]
    assert len(cluster_facts(told)) == 1
