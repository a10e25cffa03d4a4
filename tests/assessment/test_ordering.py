"""Findings are numbered in the order in which an investigation asks: what moved, then who is who; within a kind by day."""

from __future__ import annotations

import random

from overflight.assessment import AssessmentSettings, assess
from overflight.assessment.ordering import KINDS
from overflight.records.claim import ClaimKind
from overflight.records.finding import Question
from tests.assessment.builders import MASHHAD, MYANMAR, SIMURGH, claim, evidence


def flown(number, on=None, to=MYANMAR):
    return claim("flight", "r1", number=number, on=on, actor=SIMURGH, origin=MASHHAD, destination=to)


CLAIMS = (
    claim("casualties", "r1", number=1, quantity="1,400", object="civilians"),
    flown(2, to=("Syria", "SY")),
    flown(3, "2022-02-15"),
    claim("designation", "r1", number=4, on="2019-01-24", object=SIMURGH, actor=("US", "US")),
    flown(5, "2022-01-13"),
)


def numbered(claims):
    found = assess(evidence(claims=claims), Question(), AssessmentSettings())
    return [(f.id, [int(str(c).rsplit("-", 1)[1]) for c in f.claims]) for f in found.findings]


def test_what_moved_comes_first_by_day_and_the_undated_last():
    assert numbered(CLAIMS) == [("F1", [5]), ("F2", [3]), ("F3", [2]), ("F4", [4]), ("F5", [1])]


def test_the_numbers_do_not_depend_on_the_order_of_claims():
    shuffled = random.Random(4).sample(CLAIMS, len(CLAIMS))
    assert numbered(tuple(shuffled)) == numbered(CLAIMS)


def test_every_kind_has_its_place():
    assert set(KINDS) == set(ClaimKind)
