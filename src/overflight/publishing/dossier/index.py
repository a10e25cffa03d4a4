"""Everything in the case by its id, and the one place that makes anchors: a link is made only to what is there."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.svg import shortened_words
from overflight.publishing.text import cleaned, visible
from overflight.records.claim import Claim
from overflight.records.finding import CaseFindings, Finding, Waybill
from overflight.records.movement import Flight
from overflight.records.party import Link, Listing, Party, PartyId
from overflight.records.source import Locator, Report, Source

_SHA256 = re.compile(r"[0-9a-f]{64}")
_LISTED_ID = re.compile(
    r"(?:(?<=^)|(?<=\()|(?<= by )|(?<=[,:;] )|(?<=Report )|(?<=Reports ))[^\s,;:()]*[^\s,;:().](?=[,;:)]|\.?$|\. [A-Z]| names? )"
)
"""A word that stands as an item of a list, where sentences of the stages put the ids of reports."""
_PLAIN = re.compile(r"[A-Za-z0-9_-]{1,60}")


LONGEST_NAME = 44
"""Characters of a report's name: an outlet in full, a title by its first words."""


def anchor(prefix: str, identity: str) -> str:
    """An id for HTML: the identity itself where it is plain, else its readable part and a hash; no two fall together.

    Of a SHA-256 the first 80 bits are kept: nobody finds two files for one anchor.
    """
    if _SHA256.fullmatch(identity):
        return f"{prefix}-{identity[:20]}"
    if _PLAIN.fullmatch(identity):
        return f"{prefix}-{identity}"
    digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    readable = re.sub(r"[^A-Za-z0-9]+", "-", identity)[:32].strip("-")
    return f"{prefix}-{readable}-{digest}" if readable else f"{prefix}-{digest}"


def natural(identity: str) -> tuple[str, int, str]:
    """F2 before F10."""
    head = identity.rstrip("0123456789")
    tail = identity[len(head) :]
    return head, int(tail) if tail.isascii() and tail and len(tail) < 10 else 0, identity


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of evidence stands in the dossier: the words of the link, and the anchor where there is one."""

    words: str
    target: str | None


def cleaned_case(case: CaseFindings) -> CaseFindings:
    """The case with every string made visible, but the texts of reports, in which spans count code points."""
    bare = cleaned(dataclasses.replace(case, reports=()), keep=frozenset({"path"}))
    return dataclasses.replace(bare, reports=cleaned(case.reports, keep=frozenset({"text"})))


class Index:
    """The case by id. Built once, then only read."""

    def __init__(self, case: CaseFindings) -> None:
        self.case = case
        self.claims: dict[str, Claim] = {claim.id: claim for claim in case.claims}
        self.flights: dict[str, Flight] = {flight.flight_id: flight for flight in case.flights}
        self.findings: dict[str, Finding] = {finding.id: finding for finding in case.findings}
        self.parties: dict[str, Party] = {party.party: party for party in case.parties}
        self.reports: dict[str, Report] = {report.doc: report for report in case.reports}
        self.sources: dict[str, Source] = {source.sha256: source for source in case.sources}
        self.waybills: dict[str, Waybill] = {waybill.id: waybill for waybill in case.waybills}
        self.findings_of: dict[str, list[Finding]] = defaultdict(list)
        for finding in case.findings:
            for claim_id in finding.claims:
                self.findings_of[claim_id].append(finding)
        self.claims_in: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(case.claims, key=lambda c: (c.doc, c.start, -c.end, c.id)):
            self.claims_in[claim.doc].append(claim)
        self.listings_of: dict[str, list[Listing]] = defaultdict(list)
        for listing in all_listings(case):
            self.listings_of[listing.party].append(listing)
        self.links_of: dict[str, list[Link]] = defaultdict(list)
        for link in case.links:
            self.links_of[link.subject].append(link)
        self.unreported = {item.flight: item for item in case.unreported_flights}
        self._report_names = report_names(case.reports)
        self._synthetic = {source.sha256 for source in case.sources if source.is_synthetic}
        self._synthetic |= {report.source for report in case.reports if report.is_synthetic}
        self.flights_in_evidence = self._flights_in_evidence()

    def _flights_in_evidence(self) -> frozenset[str]:
        """Flights that a check, a waybill or the list of unreported flights points at, with their airframes' own."""
        cited = {e for f in self.case.findings for c in f.checks for e in c.evidence}
        cited |= {e for w in self.case.waybills for b in w.boxes for e in b.evidence}
        ids = {e.removeprefix("flight:") for e in cited if e.startswith("flight:")} | set(self.unreported)
        airframes = {wording.airframe(self.flights[i]) for i in ids if i in self.flights}
        return frozenset(i for i, flight in self.flights.items() if wording.airframe(flight) in airframes)

    def is_synthetic_source(self, sha256: str | None) -> bool:
        """Whether a source is marked as made up, itself or by the report that it holds."""
        return sha256 in self._synthetic

    @property
    def has_synthetic(self) -> bool:
        """Whether anything in the case is made up."""
        return any(
            item.is_synthetic for items in (self.case.sources, self.case.flights, self.case.reports) for item in items
        )

    def evidence(self, identity: str) -> Place:
        """Where a piece of evidence stands, in words and as an anchor."""
        kind, _, rest = identity.partition(":")
        finder = {
            "flight": self._flight, "listing": self._listing, "claim": self._claim, "source": self._source, "party": self._party,
            "report": self._report, "span": self._claim, "finding": self._finding, "link": self._party, "waybill": self._waybill,
        }.get(kind)  # fmt: skip
        place = finder(rest) if finder else None
        return place or Place(f"{identity} (not in this dossier)", None)

    def _flight(self, rest: str) -> Place | None:
        flight = self.flights.get(rest)
        return Place(wording.flight_name(flight), anchor("flight", rest)) if flight else None

    def _claim(self, rest: str) -> Place | None:
        claim = self.claims.get(rest)
        return (
            Place(f"“{shortened_words(claim.quote, 38)}”, {self.report_name(claim.doc)}", self.claim_anchor(claim))
            if claim
            else None
        )

    def _source(self, rest: str) -> Place | None:
        source = self.sources.get(rest)
        return Place(f"source {source.name}", anchor("source", rest)) if source else None

    def _party(self, rest: str) -> Place | None:
        party = self.parties.get(rest) or self.parties.get(rest.partition("/")[0])
        return Place(party.caption, anchor("party", party.party)) if party else None

    def _report(self, rest: str) -> Place | None:
        return Place(self.report_name(rest), anchor("report", rest)) if rest in self.reports else None

    def _finding(self, rest: str) -> Place | None:
        return Place(f"finding {rest}", anchor("finding", rest)) if rest in self.findings else None

    def _waybill(self, rest: str) -> Place | None:
        return Place(self.waybills[rest].title, anchor("waybill", rest)) if rest in self.waybills else None

    def _listing(self, rest: str) -> Place | None:
        """`<party>/<programme>`; what follows the programme narrows nothing that a reader would miss."""
        party_id, _, programme = rest.partition("/")
        rows = self.listings_of.get(party_id, [])
        chosen = next((row for row in rows if (row.programme or "") == programme), rows[0] if rows else None)
        if chosen is None:
            return self._party(party_id)
        return Place(
            f"listing of {self.party_name(party_id)}, {wording.listing_name(chosen)}",
            self.listing_anchor(chosen) if party_id in self.parties else None,
        )

    def claim_anchor(self, claim: Claim) -> str | None:
        """Where a claim's words are marked in the report's text."""
        return anchor("claim", claim.id) if claim.doc in self.reports else None

    def listing_anchor(self, listing: Listing) -> str:
        """The row of a listing."""
        parts = (
            listing.party,
            listing.list,
            listing.programme,
            listing.measure,
            listing.from_on,
            listing.observed_from,
        )
        return anchor("listing", "/".join(str(part or "") for part in parts))

    def report_name(self, doc: str) -> str:
        """How a report is called: by its outlet, else its title, else its id; two of one name are told apart by day or id."""
        return self._report_names.get(doc) or doc.removeprefix("ext:")

    def with_report_names(self, words: str) -> str:
        """Words in which reports stand by their ids, with their names instead: “Denied by the airline (echo-3)”."""
        return _LISTED_ID.sub(lambda found: self._report_names.get(found[0], found[0]), words)

    def published_text(self, report: Report) -> str:
        """A report's text as it may be published: every unseen character spelled out."""
        return visible(report.text)

    def party_name(self, party: str | PartyId) -> str:
        """A party's caption, else its id."""
        found = self.parties.get(party)
        return found.caption if found else str(party)

    def locator(self, locator: Locator | None) -> Place | None:
        """Where a fact of a table or list can be looked up."""
        if locator is None:
            return None
        source = self.sources.get(locator.source or "")
        name = locator.name or (source.name if source else "source not in this case")
        where = [name]
        if locator.snapshot:
            where.append(f"snapshot of {locator.snapshot.isoformat()}")
        if locator.row is not None:
            where.append(f"row {locator.row:,}")
        if locator.record:
            where.append(f"entry {locator.record}")
        if locator.field:
            where.append(locator.field)
        return Place(", ".join(where), anchor("source", source.sha256) if source else None)


def report_title(report: Report) -> str:
    """A report's outlet, else its title in quotation marks, else its id."""
    if report.outlet or not report.title:
        return shortened_words(report.outlet or report.doc, LONGEST_NAME)
    return f"“{shortened_words(report.title, LONGEST_NAME)}”"


def report_names(reports: Iterable[Report]) -> dict[str, str]:
    """A name for each report that no other has."""
    names = {r.doc: report_title(r) for r in reports}
    dated = {r.doc: f"{names[r.doc]} of {wording.short_day(r.published_on)}" for r in reports if r.published_on}
    shared, shared_days = Counter(names.values()), Counter(dated.values())
    return {
        doc: name if shared[name] == 1 else dated[doc] if shared_days[dated.get(doc, "")] == 1 else f"{name} [{doc}]"
        for doc, name in names.items()
    }


def all_listings(case: CaseFindings) -> Iterable[Listing]:
    """Every listing that the case states, once, in a fixed order."""
    found: dict[tuple[str, ...], Listing] = {}
    for listing in (*case.listings, *(row for answer in case.designations for row in answer.listings)):
        key = tuple(
            str(part)
            for part in (
                listing.party,
                listing.list,
                listing.programme,
                listing.measure,
                listing.from_on,
                listing.observed_from,
            )
        )
        found.setdefault(key, listing)
    return [found[key] for key in sorted(found)]
