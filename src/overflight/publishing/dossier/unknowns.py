"""What the case leaves open: files that were not read, ends and silences that nobody heard, days that nobody states."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from overflight.publishing.dossier import silences, wording
from overflight.publishing.dossier.index import Index
from overflight.records.movement import EndpointKind, Flight, Reception
from overflight.records.source import Source, SourceKind

MOST_NAMES = 3
"""Files named in a sentence; beyond that they are counted."""


class Unknown(NamedTuple):
    """One thing that is not known: how often, in a sentence, what follows from it, and where it stands."""

    number: int
    words: str
    because: str
    target: str


def not_read(index: Index) -> list[Unknown]:
    """What of the case's files is in no part of the dossier."""
    return [u for u in (unread_reports(index), unread_files(index), rows_not_taken(index)) if u.number]


def not_known(index: Index) -> list[Unknown]:
    """What was not heard, then what is not dated."""
    flights = [index.flights[i] for i in sorted(index.flights_in_evidence)]
    kinds = (open_ends(flights), unheard_silences(flights), undated_listings(index), undated_reports(index))
    return [unknown for unknown in kinds if unknown.number]


def in_no_part(number: int) -> str:
    """What follows for things that were not read."""
    return f"No part of this dossier rests on {'it' if number == 1 else 'them'}"


def sources_without_reports(index: Index) -> list[Source]:
    """Files that were taken for reports and gave none."""
    read = {report.source for report in index.case.reports}
    return [s for s in index.case.sources if s.kind is SourceKind.REPORT and s.sha256 not in read]


def unread_reports(index: Index) -> Unknown:
    """Reports that could not be read, as a scan without text."""
    unread = sources_without_reports(index)
    words = f"{wording.capital(wording.spelled(len(unread), 'report'))} could not be read: {names(unread)}."
    return Unknown(len(unread), words, f"{in_no_part(len(unread))}. Why, stands under the warnings.", "warnings")


def unread_files(index: Index) -> Unknown:
    """Files of no known kind."""
    unread = [s for s in index.case.sources if s.kind is SourceKind.UNKNOWN]
    verb = "is" if len(unread) == 1 else "are"
    words = f"{wording.capital(wording.spelled(len(unread), 'file'))} {verb} of no known kind: {names(unread)}."
    return Unknown(len(unread), words, f"{in_no_part(len(unread))}.", "sources")


def names(sources: Sequence[Source]) -> str:
    """The first few files by name, and how many more there are."""
    named = [source.name for source in sources[:MOST_NAMES]]
    more = len(sources) - len(named)
    return wording.listed([*named, f"{more:,} more"] if more else named)


def rows_not_taken(index: Index) -> Unknown:
    """Rows of position data and lists that could not be used."""
    rows = sum(rejection.count for rejection in index.case.rejections)
    files = len({rejection.source for rejection in index.case.rejections})
    verb = "was" if rows == 1 else "were"
    words = f"{rows:,} {'row' if rows == 1 else 'rows'} of {wording.spelled(files, 'file')} {verb} not taken."
    return Unknown(rows, words, f"{in_no_part(rows)}. Why, is counted under the sources.", "rejections")


def open_ends(flights: Sequence[Flight]) -> Unknown:
    """Ends of flights that were not heard."""
    ends = [end for flight in flights for end in (flight.origin, flight.destination)]
    unheard = sum(end.kind in (EndpointKind.UNDETERMINED, EndpointKind.OUT_OF_AREA) for end in ends)
    verb = "was" if unheard == 1 else "were"
    of = f"Of {wording.count(len(ends), 'end')} of the {wording.count(len(flights), 'flight')} in evidence"
    because = "Where a flight began or ended is then not known, however plain the direction looks."
    return Unknown(unheard, f"{of}, {unheard} {verb} not heard.", because, "flights")


def unheard_silences(flights: Sequence[Flight]) -> Unknown:
    """Silences inside flights in which nobody else, or too few, were heard."""
    deaf = sum(
        gap.reception is not Reception.OTHERS_HEARD for flight in flights for gap in silences.silences_inside(flight)
    )
    said, verb = wording.capital(wording.spelled(deaf, "silence")), "falls" if deaf == 1 else "fall"
    words = f"{said} inside these flights {verb} where too little or nothing was heard of other aircraft."
    because = (
        "Whether the aircraft was silent there, or only nobody received it, cannot be told; "
        "what physics allows stands at each."
    )
    return Unknown(deaf, words, because, "flights")


def undated_listings(index: Index) -> Unknown:
    """Listings of which no list states the first day."""
    undated = sum(
        row.from_on is None for rows in index.listings_of.values() for row in rows if row.party in index.parties
    )
    began = "it began" if undated == 1 else "they began"
    words = f"For {wording.spelled(undated, 'listing')} the day {began} is not stated by the list."
    because = "Only the snapshots that show it, and those that do not yet, bound the day."
    return Unknown(undated, words, because, "parties")


def undated_reports(index: Index) -> Unknown:
    """Reports without a day of publication."""
    undated = sum(report.published_on is None for report in index.case.reports)
    words = f"For {wording.spelled(undated, 'report')} no day of publication could be found."
    return Unknown(undated, words, "Words such as “last Thursday” have no firm day to count from there.", "reports")
