"""The summary: what is claimed, what stands, what falls, what nobody reported and what cannot be known, in plain sentences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from overflight.publishing.dossier import rulings, silences, wording
from overflight.publishing.dossier.index import Index, anchor, natural
from overflight.publishing.dossier.unknowns import Unknown, not_known, not_read, sources_without_reports
from overflight.records.finding import Finding, Verdict
from overflight.records.movement import Flight
from overflight.records.source import SourceKind

MOST_LINES = 7
"""A part of the summary names this many at most and says how many more there are."""

MOST_ITEMS = 12
"""Matters that share a reason: so many are named in one line."""

LONGEST_REASON = 420
"""Letters of a reason in the summary; it ends with a whole sentence, and all of it stands in the finding."""


class Item(NamedTuple):
    """One matter in a few words, where it stands, and who says it where the line does not."""

    words: str
    target: str | None
    who: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One matter, or several that share a reason; the reason, how firmly they stand, and the sign before them."""

    items: tuple[Item, ...]
    because: str
    shape: str
    label: str
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the summary; `more` says how many lines were left to the table."""

    name: str
    title: str
    lead: str
    lines: tuple[Line, ...]
    more: int


def summarise(index: Index) -> tuple[Part, ...]:
    """The parts of the summary, in the order in which an editor asks; a case without claims has no verdicts to tell."""
    verdicts = (
        by_verdict(index, "stands", "What stands", (Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED), STANDS),
        by_verdict(index, "fits", "What fits, but is not shown", (Verdict.CONSISTENT,), FITS),
        by_verdict(index, "falls", "What falls or is disputed", (Verdict.CONTRADICTED, Verdict.DISPUTED), FALLS),
    )
    return (claimed(index), *(verdicts if index.case.findings else ()), unreported(index), unknown(index))


STANDS = (
    "Nothing that is claimed is shown by evidence beside the reports.",
    "Evidence beside the reports bears this out.",
)
FITS = (
    "No claim merely fits the evidence.",
    "The evidence fits this. It does not show it, and it does not rule out another account.",
)
FALLS = (
    "No claim is contradicted or disputed by the evidence of this case.",
    "Evidence or other reports speak against this.",
)


def claimed(index: Index) -> Part:
    """How much is claimed, by whom, and how it came out."""
    case = index.case
    reports = len({claim.doc for claim in case.claims} | set(index.reports))
    verdicts = Counter(finding.verdict for finding in case.findings)
    if not reports:
        lead = NO_REPORT_READ if sources_without_reports(index) else NO_REPORT
    elif not case.claims:
        said = wording.capital(wording.spelled(reports, "report"))
        lead = f"{said} in this case; no claim of the kinds that can be read was found."
    else:
        verb = "makes" if reports == 1 else "make"
        lead = (
            f"{wording.capital(wording.spelled(reports, 'report'))} {verb} {wording.spelled(len(case.claims), 'claim')} "
            f"about {wording.spelled(len(case.findings), 'matter')} of fact."
        )
        lead += f" Put to the evidence, {outcome(verdicts)}." if verdicts else ""
    return Part("claimed", "What is claimed", f"{lead} {beside(index)}", (), 0)


NO_REPORT = "There is no report in this case."
NO_REPORT_READ = "No report of this case could be read."


def outcome(verdicts: Counter[Verdict]) -> str:
    """How many findings have which verdict: three are supported and one is disputed; all cannot be checked."""
    if len(verdicts) == 1 and verdicts.total() > 1:
        (verdict,) = verdicts
        return "none of them can be checked" if verdict is Verdict.CANNOT_BE_CHECKED else f"all {PHRASES[verdict][1]}"
    return wording.listed(
        [f"{wording.number(verdicts[v])} {PHRASES[v][verdicts[v] > 1]}" for v in Verdict if verdicts[v]]
    )


PHRASES: dict[Verdict, tuple[str, str]] = {
    Verdict.SUPPORTED: ("is supported", "are supported"),
    Verdict.PARTLY_SUPPORTED: ("is partly supported", "are partly supported"),
    Verdict.CONSISTENT: ("is consistent with it", "are consistent with it"),
    Verdict.DISPUTED: ("is disputed", "are disputed"),
    Verdict.CONTRADICTED: ("is contradicted", "are contradicted"),
    Verdict.CANNOT_BE_CHECKED: ("cannot be checked", "cannot be checked"),
}


def beside(index: Index) -> str:
    """What evidence there is beside the reports."""
    kinds = Counter(source.kind for source in index.case.sources)
    have = []
    if kinds[SourceKind.POSITIONS]:
        flights = wording.count(len(index.case.flights), "flight")
        have.append(
            f"{flights} read from {wording.count(kinds[SourceKind.POSITIONS], 'file')} of position data{unheard(index)}"
        )
    lists = kinds[SourceKind.LIST] + kinds[SourceKind.REGISTRY]
    if lists:
        have.append(wording.count(lists, "list or registry file", "list and registry files"))
    elif index.case.listings:
        have.append("no list of its own, so that the entries which come with overflight stood in")
    if not have:
        return "The case holds no position data and no lists, so nothing could be compared with them."
    return f"Beside the reports the case holds {wording.listed(have)}."


def unheard(index: Index) -> str:
    """How many of the flights were not heard between their ends, if any."""
    silent = sum(silences.is_unheard(flight) for flight in index.case.flights)
    return f" ({silent:,} of them heard only at their two ends)" if silent else ""


def by_verdict(index: Index, name: str, title: str, verdicts: tuple[Verdict, ...], leads: tuple[str, str]) -> Part:
    """The findings of some verdicts, the best attested first."""
    chosen = sorted(
        (f for f in index.case.findings if f.verdict in verdicts),
        key=lambda f: (verdicts.index(f.verdict), f.credibility, -f.origins.min, natural(f.id)),
    )
    lines = tuple(finding_line(finding, index) for finding in chosen[:MOST_LINES])
    return Part(name, title, leads[1] if chosen else leads[0], lines, len(chosen) - len(lines))


def finding_line(finding: Finding, index: Index) -> Line:
    """A finding as a sentence with its reason and its standing."""
    return Line(
        items=(finding_item(finding),),
        because=rulings.reason(finding, index, LONGEST_REASON),
        shape=wording.SHAPES[finding.verdict],
        label=wording.VERDICTS[finding.verdict].label,
        standing=rulings.standing(finding, index),
    )


def finding_item(finding: Finding) -> Item:
    """A finding's statement, and where it stands."""
    return Item(wording.headline(finding.statement), anchor("finding", finding.id))


NO_FLIGHTS = "No flight could be read from position data in this case, so none can be missing from the reports."


def unreported(index: Index) -> Part:
    """Flights that no report mentions."""
    items = index.case.unreported_flights
    if not index.case.flights:
        return Part("unreported", "What nobody reported", NO_FLIGHTS, (), 0)
    lines = []
    for item in items[:MOST_LINES]:
        flight = index.flights.get(item.flight)
        words = flight_words(flight) if flight else str(item.flight)
        target = anchor("flight", item.flight) if flight else None
        because = wording.first_sentences(wording.sentence(index.with_report_names(item.because)), LONGEST_REASON)
        lines.append(Line((Item(words, target),), because, "flight", "Not reported"))
    if not items:
        lead = (
            "No flight by a listed or watched aircraft was seen that the reports leave out. "
            "Where nobody was listening, there may have been some."
        )
    else:
        said, verb = wording.capital(wording.spelled(len(items), "flight")), "is" if len(items) == 1 else "are"
        lead = f"{said} by listed or watched aircraft {verb} in the position data and in no report of this case."
    return Part("unreported", "What nobody reported", lead, tuple(lines), len(items) - len(lines))


def flight_words(flight: Flight) -> str:
    """A flight in one line of running text."""
    on = wording.day(wording.utc_day(flight.first_seen_at))
    return f"{wording.airframe(flight)}, {on}: {wording.route(flight)}"


def unknown(index: Index) -> Part:
    """What the case leaves open: what was not read, claims that cannot be checked, and what was not heard or not dated."""
    chosen = [f for f in index.case.findings if f.verdict is Verdict.CANNOT_BE_CHECKED]
    before, after = unknown_lines(not_read(index)), unknown_lines(not_known(index))
    open_claims = by_reason(sorted(chosen, key=lambda f: natural(f.id)), index)
    shown = open_claims[:MOST_LINES]
    lines = (*before, *shown, *after)
    lead = (
        "What follows could not be settled with what this case holds. That is a statement about the evidence, not about the claim."
        if lines
        else "Nothing that was asked remained open."
    )
    return Part("unknown", "What cannot be known from this case", lead, lines, len(chosen) - told(shown))


def by_reason(findings: Sequence[Finding], index: Index) -> list[Line]:
    """Lines in the order of their first findings; those that cannot be checked for the same reason share one."""
    shared: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        shared[rulings.reason(finding, index, LONGEST_REASON)].append(finding)
    return [finding_line(f[0], index) if len(f) == 1 else shared_line(f, index) for f in shared.values()]


def shared_line(findings: Sequence[Finding], index: Index) -> Line:
    """Findings of one reason; who says what stands at each."""
    first = finding_line(findings[0], index)
    items = tuple(finding_item(f)._replace(who=rulings.who_says(f, index)) for f in findings[:MOST_ITEMS])
    return Line(items, first.because, first.shape, first.label)


def told(lines: Sequence[Line]) -> int:
    """How many matters the lines name."""
    return sum(len(line.items) for line in lines)


def unknown_lines(unknowns: Sequence[Unknown]) -> list[Line]:
    """Gaps of the evidence itself as lines."""
    return [Line((Item(u.words, u.target),), u.because, "unknown", "Not known") for u in unknowns]
