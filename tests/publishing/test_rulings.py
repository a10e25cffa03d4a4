"""A verdict in words: its rule, what is particular to the case, its grade, and who says it how firmly. Each is said once."""

from __future__ import annotations

from dataclasses import replace

import pytest
import world

from overflight.assessment.checks.tables import TABLES
from overflight.assessment.credibility import grade_of
from overflight.assessment.verdicts import VERDICTS
from overflight.publishing.dossier import rulings
from overflight.publishing.dossier.index import Index
from overflight.publishing.dossier.summary import summarise
from overflight.records.claim import Claim, ClaimKind, Modality, Polarity
from overflight.records.finding import Check, CheckAnswer, Finding, Origins

DENIED = "Denied by the airline (wire)."
CALM = Index(world.calm_case())
ONE = Origins(min=1, max=1, which=("the wire",), reason="Only one report says so.")


def judged(rule: str, particulars: str = "", *checks: Check, claims: tuple[Claim, ...] = ()) -> Finding:
    """A finding as the assessment writes its reason."""
    row = next(row for row in VERDICTS if row.rule == rule)
    grade = grade_of(row.verdict, ONE)
    return Finding(
        id="F1", fact="fact1", kind=ClaimKind.FLIGHT, statement="the aircraft flew", claims=tuple(c.id for c in claims), origins=ONE, checks=checks,
        verdict=row.verdict, because=" ".join(filter(None, (row.sentence, particulars, grade.sentence))), credibility=grade.grade, rule=rule,
    )  # fmt: skip


def check(answer: CheckAnswer, because: str, rule: str = "flight.no_date") -> Check:
    return Check(question="Did it fly?", answer=answer, because=because, rule=rule)


def said_in(text: str, quote: str, doc: str = "wire", **given: object) -> Claim:
    return world.claim(doc, text, quote, ClaimKind.FLIGHT, **given)


@pytest.mark.parametrize("row", VERDICTS, ids=lambda row: row.rule)
def test_the_reason_of_every_verdict_comes_apart_into_rule_particulars_and_grade(row) -> None:
    finding = judged(row.rule, DENIED)
    found = rulings.ruling(finding)
    assert found == (row.sentence, DENIED, grade_of(row.verdict, ONE).sentence)


def test_a_reason_of_other_words_is_particular_as_a_whole() -> None:
    finding = replace(judged("verdict.cannot"), because="because an editor says so", rule="another")
    assert rulings.ruling(finding) == ("", "Because an editor says so.", "")
    assert rulings.grade_words(finding) == "Grade 6 of 6. Cannot be judged."


def test_the_grade_is_said_once() -> None:
    assert rulings.grade_words(judged("verdict.partly")) == "Grade 3 of 6. Possibly true: evidence shows part of it."


def test_the_summary_names_who_denies_after_what_the_check_found() -> None:
    finding = judged("verdict.cannot", DENIED, check(CheckAnswer.CANNOT_BE_CHECKED, "the claim gives no time"))
    assert rulings.reason(finding, CALM, 400) == "The claim gives no time. Denied by the airline (Harbour Wire)."


def test_where_reports_are_at_odds_the_reason_says_who_denies_and_not_only_how_many() -> None:
    told = check(CheckAnswer.CONTRADICTS, "Affirmed by wire; denied by retelling.", "agreement.denied")
    assert rulings.reason(judged("verdict.denied", DENIED, told), CALM, 400) == (
        "Reports affirm and deny it, and no evidence decides between them. Denied by the airline (Harbour Wire)."
    )


def test_without_a_deciding_check_the_rule_of_the_verdict_is_the_reason_and_no_grade_follows() -> None:
    assert rulings.reason(judged("verdict.cannot"), CALM, 400) == (
        "Nothing in this case can decide it. That speaks neither for nor against it."
    )


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (
            "Affirmed by wire, retelling; denied by wire.",
            "Affirmed by Harbour Wire, Daily Echo; denied by Harbour Wire.",
        ),
        (
            "Reports agree on the figure: wire: 21; retelling: 24.",
            "Reports agree on the figure: Harbour Wire: 21; Daily Echo: 24.",
        ),
        (
            "Said by wire; nothing beside the reports shows it.",
            "Said by Harbour Wire; nothing beside the reports shows it.",
        ),
        (
            "Reports wire, retelling name this aircraft, but no",
            "Reports Harbour Wire, Daily Echo name this aircraft, but no",
        ),
        ("The wire says so, as a wire does.", "The wire says so, as a wire does."),
    ],
)
def test_reports_stand_by_their_names_and_not_by_their_ids(words: str, named: str) -> None:
    assert CALM.with_report_names(words) == named


def test_who_says_it_names_each_report_once_and_says_how_where_it_is_not_stated_as_fact() -> None:
    text = "It flew. It may have flown. It did not fly."
    flat, doubt = said_in(text, "It flew"), said_in(text, "It may have flown", modality=Modality.SPECULATED)
    denial = said_in(text, "It did not fly", doc="retelling", polarity=Polarity.DENIED)
    index = Index(replace(world.calm_case(), claims=(flat, doubt, denial)))
    told = judged("verdict.cannot", claims=(flat, doubt, denial))
    assert rulings.who_says(told, index) == "said by Harbour Wire; denied in Daily Echo"
    assert rulings.who_says(judged("verdict.cannot", claims=(doubt,)), index) == "told as speculation in Harbour Wire"


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (0, 1, "at most one independent origin"),
        (1, 1, "one independent origin"),
        (1, 3, "one to three independent origins"),
    ],
)
def test_origins_are_an_interval_in_words(least: int, most: int, words: str) -> None:
    finding = replace(judged("verdict.cannot"), origins=replace(ONE, min=least, max=most))
    assert rulings.origins_in_words(finding) == words


def test_how_firmly_it_stands_is_one_line() -> None:
    claim = said_in("It flew.", "It flew")
    case = replace(world.calm_case(), claims=(claim,))
    finding = replace(judged("verdict.supported", claims=(claim,)), origins=replace(ONE, max=2))
    assert rulings.standing(finding, Index(case)) == (
        "Said by Harbour Wire; one to two independent origins. Grade 2, probably true."
    )


def test_a_listing_on_the_day_is_not_called_consistent_with_the_flight() -> None:
    for table in TABLES:
        for row in table.rules:
            if row.rule.startswith("status."):
                assert rulings.informs(row.rule)


def test_every_answer_in_its_own_words_belongs_to_a_rule() -> None:
    assert set(rulings.INFORMS) <= {row.rule for table in TABLES for row in table.rules}


def test_claims_that_cannot_be_checked_for_the_same_reason_share_one_line() -> None:
    no_time = check(CheckAnswer.CANNOT_BE_CHECKED, "the claim gives no time")
    no_place = check(CheckAnswer.CANNOT_BE_CHECKED, "the claim gives no place")
    findings = tuple(
        replace(judged("verdict.cannot", "", why), id=f"F{number}", statement=f"matter {number}")
        for number, why in enumerate((no_time, no_place, no_time), 1)
    )
    part = summarise(Index(replace(world.calm_case(), findings=findings)))[-1]
    lines = [[item.words for item in line.items] for line in part.lines if line.label == "Cannot be checked"]
    assert lines == [["Matter 1", "Matter 3"], ["Matter 2"]]
    assert part.more == 0


def test_a_report_is_told_from_another_of_the_same_outlet() -> None:
    case = world.calm_case()
    wire, retelling = (r for r in case.reports if r.doc in ("wire", "retelling"))
    index = Index(replace(case, reports=(wire, replace(retelling, outlet=wire.outlet))))
    assert [index.report_name(doc) for doc in ("wire", "retelling")] == [
        "Harbour Wire of 11 Mar 2031",
        "Harbour Wire of 20 May 2032",
    ]
    undated = Index(replace(case, reports=(wire, replace(retelling, outlet=wire.outlet, published_on=None))))
    assert undated.report_name("retelling") == "Harbour Wire [retelling]"


def test_verdicts_that_stand_name_the_finding_and_its_reason_in_the_dossier(calm_dossier: str) -> None:
    assert "Said by Harbour Wire; one independent origin. Grade 2, probably true." in calm_dossier
