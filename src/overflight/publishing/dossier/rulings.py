"""What stands of a finding in words: the verdict's own sentence, its particulars, its grade, and who says it how firmly."""

from __future__ import annotations

from typing import NamedTuple

from overflight.assessment.credibility import CREDIBILITY
from overflight.assessment.verdicts import VERDICTS
from overflight.publishing.dossier import wording
from overflight.publishing.dossier.index import Index
from overflight.records.claim import Claim, Modality, Polarity
from overflight.records.finding import Check, CheckAnswer, Finding, Verdict

MOST_REPORTS = 4
"""Reports named in a sentence; beyond that they are counted."""

FIRMNESS = tuple(Modality)
"""Firmest first: what a report says twice it says as firmly as the firmer time."""


class Ruling(NamedTuple):
    """A verdict's reason in its parts: the sentence of its rule, what is said of this case alone, and the sentence of the grade."""

    rule: str
    particulars: str
    grade: str


def ruling(finding: Finding) -> Ruling:
    """The reason of a finding in its parts; what is not of the tables' own sentences is particular to the case."""
    rest = finding.because.strip()
    rule = next((row.sentence for row in VERDICTS if row.rule == finding.rule and rest.startswith(row.sentence)), "")
    rest = rest.removeprefix(rule)
    graded = (row.sentence for row in CREDIBILITY if row.grade == finding.credibility)
    grade = next((sentence for sentence in graded if rest.endswith(sentence)), "")
    return Ruling(rule, wording.sentence(rest.removesuffix(grade)), grade)


def grade_words(finding: Finding) -> str:
    """The grade in a sentence."""
    words = ruling(finding).grade or wording.sentence(wording.CREDIBILITY.get(finding.credibility, "not graded"))
    return f"Grade {finding.credibility} of 6. {words}"


DECIDES: dict[Verdict, tuple[CheckAnswer, ...]] = {
    Verdict.SUPPORTED: (CheckAnswer.SUPPORTS,),
    Verdict.PARTLY_SUPPORTED: (CheckAnswer.PARTLY, CheckAnswer.SUPPORTS),
    Verdict.CONSISTENT: (CheckAnswer.CONSISTENT,),
    Verdict.DISPUTED: (CheckAnswer.CONTRADICTS,),
    Verdict.CONTRADICTED: (CheckAnswer.CONTRADICTS,),
    Verdict.CANNOT_BE_CHECKED: (CheckAnswer.CANNOT_BE_CHECKED,),
}
"""The answer whose reason is the reason of the verdict."""

TELLS_DENIAL = "agreement.denied"
"""The check that itself says who denies."""


def deciding_check(finding: Finding) -> Check | None:
    """The check that decided, where one did."""
    return next((c for answer in DECIDES[finding.verdict] for c in finding.checks if c.answer is answer), None)


def reason(finding: Finding, longest: int) -> str:
    """What the check that decided found, else the verdict's rule; then what is particular to the case, as who denies it."""
    check, said = deciding_check(finding), ruling(finding)
    if check is None:
        return " ".join(filter(None, (said.rule, said.particulars)))
    found = wording.first_sentences(wording.sentence(check.because), longest)
    is_told = check.rule == TELLS_DENIAL or not said.rule
    return found if is_told else " ".join(filter(None, (found, said.particulars)))


def who_says(finding: Finding, index: Index) -> str:
    """The reports that say it, and how each says it where that is not plainly: The Echo, alleged; Harbour Wire, denied."""
    told: dict[str, list[Claim]] = {}
    for claim in (index.claims[c] for c in finding.claims if c in index.claims):
        told.setdefault(claim.doc, []).append(claim)
    said = [", ".join([index.report_name(doc), *manners(claims)]) for doc, claims in told.items()]
    more = len(said) - MOST_REPORTS
    if more > 1:
        said = [*said[:MOST_REPORTS], f"{more} more reports"]
    return "; ".join(said)


def manners(claims: list[Claim]) -> list[str]:
    """How a report says it: nothing if it states it as fact, else its doubt or its denial."""
    firm = min(claims, key=lambda c: FIRMNESS.index(c.modality))
    doubt = [] if firm.modality is Modality.REPORTED else [wording.MODALITIES[firm.modality]]
    polarities = {c.polarity for c in claims}
    return doubt + [wording.POLARITIES[p] for p in Polarity if p in polarities and wording.POLARITIES[p]]


def standing(finding: Finding, index: Index) -> str:
    """Who says it, from how many origins, and its grade: what an editor asks after the verdict."""
    least, most = finding.origins.min, finding.origins.max
    number = wording.number(least) if least == most else f"{wording.number(least)} to {wording.number(most)}"
    origins = f"{number} independent {'origin' if most == 1 else 'origins'}"
    credible = wording.CREDIBILITY.get(finding.credibility, "not graded")
    said = who_says(finding, index)
    who = f"Said by {said}; {origins}" if said else wording.capital(origins)
    return f"{who}. Grade {finding.credibility}, {credible}."


INFORMS: dict[str, str] = {
    "status.listed": "Listed",
    "status.listed_start_unknown": "Listed",
    "status.not_listed": "Not listed",
    "status.listed_later": "Not yet listed",
    "status.unknown": "Cannot be told",
    "reception.seen": "Yes",
    "reception.others_heard": "In part",
    "reception.nobody_heard": "In part",
    "reception.unknown": "Cannot be told",
    "agreement.denied": "No, some deny it",
    "agreement.not_known": "Not wholly",
    "agreement.variants": "Not wholly",
}
"""Answers to questions that bear on no claim but inform about it: there `consistent` would say that a listing fits a flight."""


def informs(rule: str) -> str | None:
    """The answer in its own words, for a check that informs and does not decide."""
    return INFORMS.get(rule)
