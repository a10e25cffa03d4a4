"""What the templates ask of the case: small questions, each answered in one place."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from overflight.publishing.dossier import flight_words, rulings, wording
from overflight.publishing.dossier.differences import differences
from overflight.publishing.dossier.index import Index, Place, anchor, natural
from overflight.publishing.dossier.sentences import sentences
from overflight.records.claim import Claim
from overflight.records.finding import Check, Fact, Finding
from overflight.records.movement import Flight, Rotation, RowRange
from overflight.records.party import AlsoListed, DesignationAnswer, Listing, Party

MOST_QUOTED = 3
"""Sentences that a check rests on: so many are named by their words, more by their reports."""


def helpers(index: Index) -> Mapping[str, Callable[..., Any]]:
    """The questions that need the case, by the name the templates use."""
    facts: dict[str, Fact] = {fact.fact: fact for fact in index.case.facts}
    citing: dict[str, list[str]] = defaultdict(list)
    for finding in sorted(index.case.findings, key=lambda f: natural(f.id)):
        for identity in cited(finding):
            citing[identity].append(finding.id)

    def claims_of(finding: Finding) -> list[Claim]:
        known = [index.claims[c] for c in finding.claims if c in index.claims]
        return sorted(known, key=lambda c: (published(c, index), c.doc, c.start, c.id))

    def row_range(rows: RowRange) -> Place:
        source = index.sources.get(rows.source)
        name = source.name if source else "source not in this case"
        words = f"{name}, rows {rows.first_row:,} to {rows.last_row:,}"
        return Place(words, anchor("source", rows.source) if source else None)

    return {
        "sentences_of": lambda finding: sentences(claims_of(finding)),
        "tellers_of": lambda finding: tellers(claims_of(finding), index),
        "differences": lambda finding: differences(facts.get(finding.fact), index),
        "grounds": lambda check: grounds(check, index),
        "row_range": row_range,
        "cited": cited,
        "cited_in_short": lambda finding: cited_in_short(finding, index),
        "cited_by": lambda flight: citing[f"flight:{flight.flight_id}"],
        "origins": origins,
        "origin_words": lambda finding: origin_words(finding, index),
        "m_end": flight_words.end_words,
        "flight_details": flight_words.flight_details,
        "snapshots": snapshots,
        "turned_at": lambda rotation: flight_words.turned_at(rotation, index),
        "rotation_reason": lambda rotation: flight_words.rotation_reason(rotation, index),
        "check_reason": lambda check: rulings.check_reason(check, index),
        "tie_of": lambda also: tie_words(also, index.party_name(also.party)),
        "reason_unreported": lambda item: flight_words.reason_unreported(item, index),
        "listing_groups": lambda party: listing_groups(index.listings_of.get(party.party, [])),
        "programmes": programmes,
        "last_day": last_day,
    }


def tellers(claims: Sequence[Claim], index: Index) -> list[tuple[str, list[str]]]:
    """Each report that tells of a finding, once, with the places of its sentences."""
    told: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        told[claim.doc].extend(filter(None, [index.claim_anchor(claim)]))
    return [(index.report_name(doc), targets) for doc, targets in told.items()]


def grounds(check: Check, index: Index) -> list[tuple[str, list[str]]]:
    """What a check rests on, each with its places: sentences of one report stand under its name where there are several."""
    claims = [index.claims[i] for e in check.evidence if (i := e.removeprefix("claim:")) in index.claims]
    if len(claims) <= MOST_QUOTED:
        places = [index.evidence(e) for e in check.evidence]
        return [(place.words, [place.target] if place.target else []) for place in places]
    others = [index.evidence(e) for e in check.evidence if not e.startswith("claim:")]
    return [(p.words, [p.target] if p.target else []) for p in others] + tellers(claims, index)


def published(claim: Claim, index: Index) -> str:
    """The publication day of a claim's report as a sort key; the unknown last."""
    report = index.reports.get(claim.doc)
    return report.published_on.isoformat() if report and report.published_on else "9999"


def cited(finding: Finding) -> list[str]:
    """The evidence that a finding's checks point at beside its own claims, each once."""
    every = [e for check in finding.checks for e in check.evidence if not e.startswith("claim:")]
    return list(dict.fromkeys(every))


def cited_in_short(finding: Finding, index: Index) -> list[Place]:
    """The same in few words for a narrow column: the listings of one party are one entry."""
    places: dict[str, Place] = {}
    for identity in cited(finding):
        place = index.evidence(identity)
        if identity.startswith("listing:"):
            name = index.party_name(identity.removeprefix("listing:").partition("/")[0])
            place = Place(f"{name}, listed", place.target)
        places.setdefault(place.words, place)
    return list(places.values())


def origins(finding: Finding) -> str:
    """Independent origins in the fewest signs: 1, or 1 to 3."""
    least, most = finding.origins.min, finding.origins.max
    return str(least) if least == most else f"{least} to {most}"


def origin_words(finding: Finding, index: Index) -> str:
    """Independent origins in a sentence."""
    number = finding.origins.max
    named = wording.listed([index.with_report_names(origin) for origin in finding.origins.which])
    which = f": {named}" if named else ""
    return f"{origins(finding)} independent {'origin' if number == 1 else 'origins'}{which}."


def tie_words(also: AlsoListed, caption: str) -> tuple[str, str]:
    """What stands before and behind the name of another party that bears on an answer: `Linked to …`, or `…, another mark`."""
    tie = also.why.removesuffix(f": {caption}")
    return ("See also", f", {tie}") if tie == also.why else (wording.capital(tie), "")


def listing_groups(rows: Sequence[Listing]) -> list[list[Listing]]:
    """Listings of one party that agree in every day and reason: one row, several programmes."""
    groups: dict[Listing, list[Listing]] = defaultdict(list)
    for row in rows:
        groups[replace(row, programme=None, measure=None)].append(row)
    return sorted(groups.values(), key=lambda group: (group[0].from_on is None, group[0].from_on, group[0].list))


def programmes(rows: Sequence[Listing]) -> str:
    """The programmes of a row, and the measures where they are the same."""
    measures = {row.measure for row in rows if row.measure}
    named = wording.listed([row.programme or "programme not stated" for row in rows])
    return f"{named}; {wording.listed(sorted(measures)).lower()}" if measures else named


def designations(index: Index) -> list[DesignationAnswer]:
    """Answers about days, by party and day."""
    return sorted(
        index.case.designations, key=lambda a: (index.party_name(a.parties[0]) if a.parties else a.subject, a.on)
    )


def snapshots(listing: Listing) -> str:
    """What the snapshots show of a listing, in days."""
    said = []
    if listing.absent_on:
        said.append(f"Not in the snapshot of {wording.day(listing.absent_on)}.")
    if listing.observed_from and listing.observed_from == listing.observed_to:
        said.append(f"In the snapshot of {wording.day(listing.observed_from)}.")
    elif listing.observed_from:
        said.append(
            f"In the snapshots from {wording.day(listing.observed_from)} to {wording.day(listing.observed_to)}."
        )
    if listing.gone_on:
        said.append(f"Gone from the snapshot of {wording.day(listing.gone_on)}.")
    return " ".join(said)


def last_day(end_at: dt.datetime) -> str:
    """The last day of a stretch that ends at a midnight."""
    return (end_at - dt.timedelta(seconds=1)).strftime("%Y-%m-%d")


def counts(index: Index) -> list[tuple[str, str, str]]:
    """The case in numbers, each leading to its part."""
    case = index.case
    rows = (
        (len(case.reports), "report", "reports", "reports"),
        (len(case.claims), "claim", "claims", "findings"),
        (len(case.findings), "finding", "findings", "findings"),
        (len(case.flights), "flight", "flights", "flights"),
        (len(case.unreported_flights), "unreported flight", "unreported flights", "unreported"),
        (len(case.parties), "party", "parties", "parties"),
        (len(case.sources), "source", "sources", "sources"),
    )
    return [(f"{number:,}", one if number == 1 else many, target) for number, one, many, target in rows]


def synthetic_words(index: Index) -> str:
    """What in the case is made up, counted."""
    case = index.case
    parts = [
        (sum(index.is_synthetic_source(s.sha256) for s in case.sources), len(case.sources), "source"),
        (sum(r.is_synthetic for r in case.reports), len(case.reports), "report"),
        (sum(f.is_synthetic for f in case.flights), len(case.flights), "flight"),
    ]
    said = [f"{made:,} of {wording.count(total, noun)}" for made, total, noun in parts if made]
    return f"Made up: {wording.listed(said)}." if said else ""


def flights_by_weight(index: Index) -> tuple[list[Flight], list[Flight]]:
    """Flights in evidence in full, the rest in a plain table; where none is in evidence, all of a small case in full."""
    ordered = sorted(index.case.flights, key=lambda f: (f.first_seen_at, wording.airframe(f), f.flight_id))
    chosen = [f for f in ordered if f.flight_id in index.flights_in_evidence]
    if not chosen and len(ordered) <= 60:
        return ordered, []
    return chosen, [f for f in ordered if f.flight_id not in index.flights_in_evidence]


def rotations(index: Index) -> list[Rotation]:
    """Rotations of the airframes in evidence, or all of a small case."""
    chosen = [r for r in index.case.rotations if any(f in index.flights_in_evidence for f in r.flights)]
    return chosen or list(index.case.rotations[:60])


def parties(index: Index) -> list[Party]:
    """Parties by name; those that are listed come first."""
    return sorted(index.case.parties, key=lambda p: (not index.listings_of.get(p.party), p.caption.casefold(), p.party))
