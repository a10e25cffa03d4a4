"""What stands of a finding in words: the verdict's own sentence, its particulars, its grade, and who says it how firmly."""

from __future__ import annotations

from typing import NamedTuple

from overflight.assessment.credibility import CREDIBILITY
from overflight.assessment.verdicts import VERDICTS
from overflight.publishing.dossier import wording
from overflight.publishing.dossier.index import Index
from overflight.records.claim import Modality, Polarity
from overflight.records.finding import Check, CheckAnswer, Finding, Verdict

MOST_REPORTS = 4
"""Reports named in a sentence; beyond that they are counted."""

FIRMNESS = tuple(Modality)
"""Firmest first."""


class Ruling(NamedTuple):
    """A verdict's reason in its parts: the sentence of its rule, what is said of this case alone, and the sentence of the grade."""

    rule: str
    particulars: str
    grade: str


def ruling(finding: Finding) -> Ruling:
    """The reason of a finding in its parts."""
    return taken_apart(finding.because, finding.rule, finding.credibility)


def taken_apart(because: str, rule: str, credibility: int) -> Ruling:
    """A reason in its parts; what is not of the tables' own sentences is particular to the case."""
    rest = because.strip()
    stated = next((row.sentence for row in VERDICTS if row.rule == rule and rest.startswith(row.sentence)), "")
    rest = rest.removeprefix(stated)
    graded = (row.sentence for row in CREDIBILITY if row.grade == credibility)
    grade = next((sentence for sentence in graded if rest.endswith(sentence)), "")
    return Ruling(stated, wording.sentence(rest.removesuffix(grade)), grade)


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
"""The check that counts who affirms and who denies; the verdict says the same with names."""


def deciding_check(finding: Finding) -> Check | None:
    """The check that decided, where one did."""
    return next((c for answer in DECIDES[finding.verdict] for c in finding.checks if c.answer is answer), None)


NAMES_REPORTS = ("agreement.", "totals.")
"""Checks whose sentences name reports."""


def check_reason(check: Check, index: Index) -> str:
    """What a check found, in a sentence; reports by their names."""
    because = wording.sentence(check.because)
    return index.with_report_names(because) if check.rule.startswith(NAMES_REPORTS) else because


def reason(finding: Finding, index: Index, longest: int) -> str:
    """What the check that decided found, else the verdict's rule; then what is particular to the case, as who denies it."""
    check, said = deciding_check(finding), ruling(finding)
    particulars = index.with_report_names(said.particulars)
    if check is None or check.rule == TELLS_DENIAL:
        return " ".join(filter(None, (said.rule, particulars)))
    found = wording.first_sentences(check_reason(check, index), longest)
    return f"{found} {particulars}" if said.rule and particulars else found


def who_says(finding: Finding, index: Index) -> str:
    """Which reports say it and how firmly, and which deny it: said by The Echo; alleged in The Wire; denied in The Post."""
    told: dict[str, dict[str, Modality]] = {}
    for claim in (index.claims[c] for c in finding.claims if c in index.claims):
        reports = told.setdefault(claim.polarity, {})
        reports[claim.doc] = min(reports.get(claim.doc, claim.modality), claim.modality, key=FIRMNESS.index)
    affirmed = told.pop(Polarity.AFFIRMED, {})
    parts = [(verb, [d for d in affirmed if affirmed[d] is modality]) for modality, verb in AFFIRMS.items()]
    parts += [(verb, list(told[polarity])) for polarity, verb in DOUBTS.items() if polarity in told]
    return "; ".join(f"{verb} {reports_in_words([index.report_name(d) for d in docs])}" for verb, docs in parts if docs)


AFFIRMS: dict[Modality, str] = {
    Modality.REPORTED: "said by",
    Modality.ALLEGED: "alleged in",
    Modality.BELIEVED: "told as believed in",
    Modality.SPECULATED: "told as speculation in",
    Modality.PLANNED: "told as planned in",
}
"""What a report does that affirms, by the firmest of its sentences."""

DOUBTS: dict[Polarity, str] = {
    Polarity.DENIED: "denied in",
    Polarity.UNKNOWN: "said to be unknown in",
    Polarity.UNCONFIRMED: "said to be unconfirmed in",
}
"""What a report does that does not affirm."""


def reports_in_words(names: list[str]) -> str:
    """The first few reports by name, and how many more there are."""
    more = len(names) - MOST_REPORTS
    return wording.listed([*names[:MOST_REPORTS], f"{more} more reports"] if more > 1 else names)


def standing(finding: Finding, index: Index) -> str:
    """Who says it, from how many origins, and its grade: what an editor asks after the verdict."""
    credible = wording.CREDIBILITY.get(finding.credibility, "not graded")
    said = filter(None, (who_says(finding, index), origins_in_words(finding)))
    return f"{wording.capital('; '.join(said))}. Grade {finding.credibility}, {credible}."


def origins_in_words(finding: Finding) -> str:
    """How many independent origins there are: two, one to three, at most one."""
    least, most = finding.origins.min, finding.origins.max
    noun = "independent origin" if most == 1 else "independent origins"
    if least == most:
        return f"{wording.number(least)} {noun}"
    return (
        f"at most {wording.number(most)} {noun}"
        if not least
        else f"{wording.number(least)} to {wording.number(most)} {noun}"
    )


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
