"""The line that heads a fact: good English from what is known, never a pronoun, nothing about what is not known."""

from __future__ import annotations

import pytest

from overflight.assessment.naming import with_full_names
from overflight.assessment.statements import statement_of
from tests.assessment.builders import MASHHAD, MYANMAR, SIMURGH, claim, filler, reading

DOE = ("Doe", "person:doe")
JANE = ("Jane Doe", "person:jane-doe")
YEAR = reading("2019-01-01", "2019-12-31", precision="year")


@pytest.mark.parametrize(
    ("given", "statement"),
    [
        (claim("flight", actor=SIMURGH, origin=MASHHAD, destination=MYANMAR, on="2022-01-13"),
         "Simurgh Air Cargo flew from Mashhad to Myanmar, 13 January 2022"),
        (claim("flight", actor=SIMURGH, destination=MYANMAR, count="three times"),
         "Simurgh Air Cargo flew to Myanmar three times"),
        (claim("flight", actor=SIMURGH, count="one"), "One flight of Simurgh Air Cargo"),
        (claim("visit", actor=filler("He", "person:jane-doe"), destination=MYANMAR), "Jane Doe travelled to Myanmar"),
        (claim("visit", actor="a delegation"), "Visit of a delegation"),
        (claim("transfer", object="drone parts", quantity="21 crates", carrier=filler("it"), subtype="transport"),
         "Transport of 21 crates of drone parts"),
        (claim("transfer", object="weapons", actor=("Iranian", "IR"), subtype="sale"), "Sale of weapons by Iran"),
        (claim("transfer", object="jets", actor=("Russia", "RU"), recipient=MYANMAR, subtype="purchase"),
         "Purchase of jets from Russia by Myanmar"),
        (claim("transfer", object="missiles", quantity="two", recipient=MYANMAR, subtype="delivery"),
         "Delivery of two missiles to Myanmar"),
        (claim("designation", actor=("US", "US"), object=SIMURGH, on=YEAR), "The United States listed Simurgh Air Cargo, 2019"),
        (claim("role", actor=JANE, object="a board member of Simurgh"), "Jane Doe is a board member of Simurgh"),
        (claim("manufacture", actor=SIMURGH, object="The motor"), "Simurgh Air Cargo makes the motor"),
        (claim("arrest", object="pilot", place=("Argentina", "AR")), "Arrest of a pilot in Argentina"),
        (claim("trade_total", recipient=MYANMAR, quantity="$1 billion", object="weapons", actor=("Russia", "RU")),
         "Myanmar bought $1 billion of weapons from Russia"),
        (claim("casualties", quantity="thousands", object="civilians"), "Thousands of civilians killed"),
    ],
)  # fmt: skip
def test_each_kind_reads_as_a_sentence_of_what_is_known(given, statement):
    assert statement_of([given]) == statement


def test_what_the_fullest_claim_lacks_another_one_gives():
    lacking = claim("flight", actor=filler("it"), origin=MASHHAD, destination=MYANMAR, on="2022-01-13")
    giving = claim("flight", "r2", actor=SIMURGH, destination=MYANMAR)
    assert statement_of([lacking, giving]).startswith("Simurgh Air Cargo flew from Mashhad")


def named(claims):
    return [f.coref or f.text for c in claims for f in c.fillers("actor")]


def test_a_last_name_is_resolved_to_the_one_full_name_of_its_report():
    resolved = with_full_names([claim("visit", actor=JANE), claim("visit", number=2, actor=DOE)])
    assert named(resolved) == ["Jane Doe", "Jane Doe"]
    assert resolved[1].fillers("actor")[0].text == "Doe"


def test_a_last_name_that_two_bear_and_one_of_another_report_stay_as_they_are():
    john = ("John Doe", "person:john-doe")
    two = [claim("visit", actor=JANE), claim("visit", number=2, actor=john), claim("visit", number=3, actor=DOE)]
    assert named(with_full_names(two))[2] == "Doe"
    assert named(with_full_names([claim("visit", actor=JANE), claim("visit", "r2", actor=DOE)]))[1] == "Doe"
