"""How a finding looks in the terminal: the card of the dossier, in the same words and the same order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.rulings import informs, taken_apart
from overflight.publishing.text import one_line
from overflight.records.claim import Modality, Polarity, SpeakerType
from overflight.records.finding import CheckAnswer, Verdict

if TYPE_CHECKING:
    from rich.console import Console

WIDEST = 100
"""Columns beyond which running text is hard to read."""


class Line(NamedTuple):
    """A line of the card: its words, how far in it stands, and its style."""

    words: str
    indent: int = 0
    style: str = ""


def show_finding(finding: Mapping[str, Any], claims: Mapping[str, Mapping[str, Any]], console: Console) -> None:
    """Prints a finding of `findings.json`: what stands and why, what was asked of the evidence, and the sentences."""
    from rich.padding import Padding
    from rich.text import Text

    for line in card(finding, claims):
        text = Text(one_line(line.words), style=line.style)
        inset = Padding(text, (0, 0, 0, line.indent), expand=False)
        console.print(inset if line.words else "", width=min(console.width, WIDEST))


def card(finding: Mapping[str, Any], claims: Mapping[str, Mapping[str, Any]]) -> Iterator[Line]:
    """The lines of a finding."""
    yield Line(f"{finding['id']} · {finding['kind'].replace('_', ' ')}", style="dim")
    yield Line(wording.headline(finding["statement"]), style="bold")
    yield from standing(finding)
    for check in finding["checks"]:
        yield from checked(check)
    told = [claims[i] for i in finding["claims"] if i in claims]
    yield Line("")
    yield Line("The sentence" if len(told) == 1 else "The sentences", style="bold")
    for claim in told:
        yield from sentence(claim)
    if finding["drift"]:
        yield Line("")
        yield Line("What changed in the retelling", style="bold")
        yield from (Line(change, 2) for change in finding["drift"])


def standing(finding: Mapping[str, Any]) -> Iterator[Line]:
    """The verdict with its reason, then the grade and the origins."""
    why = taken_apart(finding["because"], finding["rule"], finding["credibility"])
    label = wording.VERDICTS[Verdict(finding["verdict"])].label
    yield Line(f"{label}. {why.rule} {why.particulars}")
    origins = finding["origins"]
    least, most = origins["min"], origins["max"]
    number = str(least) if least == most else f"{least} to {most}"
    which = f": {wording.listed(origins['which'])}" if origins["which"] else ""
    roots = f"{number} independent {'origin' if most == 1 else 'origins'}{which}."
    grade = why.grade or wording.sentence(wording.CREDIBILITY.get(finding["credibility"], "not graded"))
    yield Line(
        f"Grade {finding['credibility']} of 6. {grade} {roots} {wording.sentence(origins['reason'])}", style="dim"
    )


def checked(check: Mapping[str, Any]) -> Iterator[Line]:
    """A question, its answer, the reason and what it rests on."""
    answer = informs(check["rule"]) or wording.ANSWERS[CheckAnswer(check["answer"])]
    yield Line("")
    yield Line(f"{check['question']} {answer}.", style="bold")
    yield Line(wording.sentence(check["because"]), 2)
    evidence = ", ".join(check["evidence"]) or "none in this case"
    yield Line(f"evidence: {evidence} · rule {check['rule']}", 2, "dim")


def sentence(claim: Mapping[str, Any]) -> Iterator[Line]:
    """A claim's words, who says them and how firmly, and how its date is read."""
    yield Line(f"“{claim['quote']}”", 2)
    said = [claim["doc"], wording.MODALITIES[Modality(claim["modality"])]]
    said[1] += f" (“{claim['hedge']}”)" if claim["hedge"] else ""
    said += filter(None, [wording.POLARITIES[Polarity(claim["polarity"])]])
    speakers = [f"{a['text']} ({wording.SPEAKERS[SpeakerType(a['type'])]})" for a in claim["attribution"]]
    said += ["according to " + ", who relies on ".join(speakers)] if speakers else []
    yield Line(f"{' · '.join(said)} · {claim['id']}", 4, "dim")
    if claim["date"]:
        date = claim["date"]
        yield Line(f"“{date['text']}” is read as {days(date)}: {wording.sentence(date['reason'])}", 4)
        yield from (
            Line(f"set aside: {days(a)}: {wording.sentence(a['reason'])}", 4, "dim") for a in date["alternatives"]
        )


def days(reading: Mapping[str, Any]) -> str:
    """The days of a reading in words."""
    bounds = (dt.date.fromisoformat(on) if on else None for on in (reading["from"], reading["to"]))
    return wording.days(*bounds)
