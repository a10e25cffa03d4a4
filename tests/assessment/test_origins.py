"""Whose word a fact rests on: institutions, interviews, carriers that admit, releases that are silent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overflight.assessment.origins import count_origins, index_origins
from overflight.documents.lineage.institutions import is_institution
from overflight.documents.lineage.own_voice import INTERVIEW, OWN_VOICE, is_interview
from overflight.records.claim import ClaimId
from overflight.records.finding import Descent, Lineage, LineageEdge
from overflight.records.source import ReportId
from tests.assessment.builders import MASHHAD, MYANMAR, SIMURGH, claim

TREASURY = ("the Treasury Department", "official", "org:us-treasury")
TOLVANEN = ("Mira Tolvanen", "named", "person:mira-tolvanen")
US = ("the United States", "US")


def flown(doc, **more):
    given = {"on": "2022-01-13", "actor": SIMURGH, "origin": MASHHAD, "destination": MYANMAR}
    return claim("flight", doc, **{**given, **more})


def brought(doc, *said_by, **more):
    given = {"object": "medicine", "destination": MYANMAR, "said_by": said_by}
    return claim("transfer", doc, **{**given, **more})


def sent(doc, *said_by):
    return claim("transfer", doc, object="engines", recipient=("Russia", "RU"), said_by=said_by)


def edge(doc, parent, *signals):
    return LineageEdge(
        doc=ReportId(doc),
        parent=parent,
        relation="cites",
        is_direct=True,
        is_named=True,
        signals=signals,
        evidence="test",
    )


def span(claims, *, edges=(), others=(), descents=()):
    lineage = Lineage(edges=tuple(edges), descents=tuple(descents))
    found = count_origins(claims, index_origins((*claims, *others), lineage))
    return found.min, found.max


RELEASE = edge("release", "ext:Department of the Treasury", OWN_VOICE)


def test_what_an_institution_publishes_is_its_own_word():
    assert span([sent("release"), sent("wire", TREASURY)], edges=[RELEASE]) == (1, 1)


def test_without_that_a_report_that_names_no_source_may_be_another_origin():
    assert span([sent("release"), sent("wire", TREASURY)]) == (1, 2)


def test_a_capital_speaks_for_any_authority_of_its_state():
    assert span([sent("a", ("Washington", "official", "Washington,US")), sent("b", TREASURY)]) == (1, 1)


def test_two_authorities_of_one_state_are_two():
    customs = ("Customs and Border Protection", "official", "org:us-cbp")
    assert span([sent("a", customs), sent("b", TREASURY)]) == (2, 2)


def test_an_authority_without_a_name_is_that_of_the_one_state_that_acts_in_the_report():
    listed = claim("designation", "b", number=2, object=SIMURGH, actor=US)
    unnamed = sent("b", ("this ministry", "official"))
    assert span([sent("a", ("Washington", "official", "US")), unnamed], others=[listed]) == (1, 1)


def test_what_is_said_in_an_interview_is_the_word_of_the_person_interviewed():
    talk = edge("talk", "ext:the person interviewed by Dock Notes", INTERVIEW)
    seen = flown("image", said_by=[("a satellite image", "imagery")])
    assert span([flown("talk"), seen], edges=[talk]) == (2, 2)


@pytest.mark.parametrize(
    ("outlet", "is_one"),
    [
        ("Department of the Treasury", True), ("UN Panel of Experts", True), ("Ministry of Defence", True),
        ("Maltese Customs", True), ("Ministerio de Defensa", True), ("Expert", False), ("Customs Today", False),
        ("The Treasury Times", False), ("Harbour Wire", False), (None, False),
    ],
)  # fmt: skip
def test_an_institution_is_known_by_its_name_and_a_paper_about_it_is_none(outlet, is_one):
    assert is_institution(outlet) is is_one


def test_question_and_answer_make_an_interview_and_one_question_does_not():
    exchange = "— Did you see it?\n— I did.\n\n"
    assert is_interview(exchange * 3)
    assert not is_interview(exchange + "The plane left at noon. Who flew it? Nobody says.\n")


def test_a_carrier_that_brought_something_else_admits_the_trip():
    airline = (*SIMURGH[:1], "named", SIMURGH[1])
    seen, denied = flown("a", said_by=[("ADS-B data", "dataset")]), flown("b", polarity="denied", pilot="Parviz Ahmadi")
    assert span([seen, denied], others=[brought("b", airline)]) == (1, 2)


def test_the_airline_is_known_where_one_body_alone_speaks_in_the_report():
    seen, denied = flown("a", said_by=[("ADS-B data", "dataset")]), flown("b", polarity="denied", pilot="Parviz Ahmadi")
    told = brought("b", ("the Mashhad-based airline", "named"))
    spoke = claim("role", "b", number=3, actor="Parviz Ahmadi", said_by=[("Simurgh Air Cargo", "named", SIMURGH[1])])
    assert span([seen, denied], others=[told, spoke]) == (1, 2)


def test_who_delivered_elsewhere_or_flies_not_admits_nothing():
    airline = (*SIMURGH[:1], "named", SIMURGH[1])
    seen, denied = flown("a", said_by=[("ADS-B data", "dataset")]), flown("b", polarity="denied", pilot="Parviz Ahmadi")
    elsewhere = brought("b", airline, destination=("Venezuela", "VE"))
    assert span([seen, denied], others=[elsewhere]) == (1, 1)
    assert span([seen, denied], others=[brought("b", TOLVANEN)]) == (1, 1)


def test_two_voices_on_record_in_one_report_may_be_two_origins():
    both = [flown("a", said_by=[TOLVANEN]), flown("a", number=2, said_by=[("the Air Force", "official", "mil:MM")])]
    assert span(both) == (1, 2)


def test_a_paper_and_an_unnamed_official_of_one_report_may_be_one_leak():
    both = [
        flown("a", said_by=[("a customs form", "document")]),
        flown("a", number=2, said_by=[("an official", "anonymous")]),
    ]
    assert span(both) == (1, 1)


def test_an_assertion_on_no_source_has_no_origin_if_what_it_retells_says_it_is_not_known():
    unknown, flat = flown("a", polarity="unknown"), flown("c")
    chain = [edge("b", "a"), edge("c", "b")]
    assert span([unknown, flat], edges=chain) == (0, 0)


def test_it_has_one_if_it_gives_a_source_of_its_own():
    unknown, told = flown("a", polarity="unknown"), flown("c", said_by=[TOLVANEN])
    assert span([unknown, told], edges=[edge("c", "a")]) == (1, 1)


def test_circular_citation_over_three_reports_is_one_origin():
    first, brief, again = flown("site"), flown("brief"), flown("site2")
    taken = [
        Descent(claim=ClaimId(a.id), parent_claim=ClaimId(b.id), evidence="test")
        for a, b in ((brief, first), (again, brief))
    ]
    assert span([first, brief, again], descents=taken) == (1, 1)


def test_an_act_that_the_release_of_its_day_does_not_name_is_in_doubt():
    act = claim(
        "designation", "release", on="2024-06-11", object=("Kavir Motors", "org:kavir-motors"), quote="Kavir Motors"
    )
    wrong = claim("designation", "wire", on="2024-06-11", object=SIMURGH, actor=US)
    retold = [RELEASE, edge("wire", "release")]
    assert span([wrong], edges=retold, others=[act]) == (0, 1)


def test_an_act_of_another_time_is_none_of_that_release():
    act = claim(
        "designation", "release", on="2024-06-11", object=("Kavir Motors", "org:kavir-motors"), quote="Kavir Motors"
    )
    earlier = claim("designation", "wire", on="2021-11-16", object=SIMURGH, actor=US)
    assert span([earlier], edges=[RELEASE, edge("wire", "release")], others=[act]) == (1, 1)


def test_a_party_that_the_release_names_anywhere_is_in_no_doubt():
    act = claim("designation", "release", on="2024-06-11", object="three entities", quote="three entities")
    named = claim("manufacture", "release", number=2, actor=SIMURGH, quote="Simurgh Air Cargo makes crates")
    told = claim("designation", "wire", on="2024-06-12", object=SIMURGH, actor=US)
    assert span([told], edges=[RELEASE, edge("wire", "release")], others=[act, named]) == (1, 1)


SPEAKERS = st.sampled_from(
    [
        (), (TOLVANEN,), (TREASURY,), (("a diplomat", "anonymous"),), (("two witnesses", "anonymous"),),
        (("ADS-B data", "dataset"),), (("Harbour Wire", "outlet"), ("a diplomat", "anonymous")),
        (("what is known", "named"),), (("Washington", "official", "Washington,US"),),
    ]
)  # fmt: skip
TOLD = st.lists(st.tuples(st.sampled_from("abcd"), SPEAKERS), min_size=1, max_size=7)


def tell(told):
    return [flown(doc, number=n, said_by=said) for n, (doc, said) in enumerate(told)]


@settings(max_examples=60, deadline=None)
@given(TOLD)
def test_there_is_at_least_one_origin_and_never_more_than_voices(told):
    least, most = span(tell(told))
    voices = sum(max(1, len({said for doc, said in told if doc == d and said})) for d in {doc for doc, _ in told})
    assert 1 <= least <= most <= voices


@settings(max_examples=60, deadline=None)
@given(TOLD)
def test_a_copy_of_everything_adds_no_origin(told):
    first = tell(told)
    copies = [flown(f"copy-{c.doc}", number=100 + n, said_by=()) for n, c in enumerate(first)]
    taken = [
        Descent(claim=ClaimId(copy.id), parent_claim=ClaimId(c.id), evidence="test")
        for copy, c in zip(copies, first, strict=True)
    ]
    assert span([*first, *copies], descents=taken) == span(first)
