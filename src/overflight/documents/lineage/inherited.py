"""Inherited time: a relative date in a sentence that came from an ancestor is read on the ancestor's day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from overflight.documents.lineage.dates import day_keys
from overflight.documents.lineage.events import slot_fillers
from overflight.documents.lineage.keys import content_keys
from overflight.documents.lineage.readings import compare_parties
from overflight.documents.lineage.where import compare_places
from overflight.records.claim import Claim, DateAlternative, DateReading
from overflight.records.finding import InheritedTime
from overflight.records.source import Report, ReportId

WEEKDAYS = frozenset(
    {"#monday", "#tuesday", "#wednesday", "#thursday", "#friday", "#saturday", "#sunday"}
)  # fmt: skip
DEICTIC = frozenset({"#last", "#week", "#month", "#year", "#following", "#day", "#evening", "#night"}) | WEEKDAYS
"""Concepts of words that count from the day of writing."""


def inherit_times(
    pairs: Iterable[tuple[Claim, Claim]], claims: Sequence[Claim], reports: Mapping[ReportId, Report]
) -> tuple[InheritedTime, ...]:
    """Readings that ancestors give: of relative days taken over with their sentence, and of days that lost their year.

    pairs: claims with the claim that each was taken from. The local reading stays beside the inherited one.
    """
    found: dict[str, InheritedTime] = {}
    for child, parent in pairs:
        reading = _from_ancestor(child, parent, reports)
        if reading is not None:
            found[child.id] = InheritedTime(claim=child.id, ancestor=parent.doc, reading=reading)
    for one in _lost_years(claims, reports):
        found.setdefault(one.claim, one)
    return tuple(found[key] for key in sorted(found))


def is_relative(reading: DateReading) -> bool:
    """Whether the words count from a day that they do not name: "last Thursday", not "Thursday 7 March"."""
    return not day_keys(reading.text) and bool(content_keys(reading.text) & DEICTIC)


def _from_ancestor(child: Claim, parent: Claim, reports: Mapping[ReportId, Report]) -> DateReading | None:
    mine, theirs = child.date, parent.date
    if mine is None or theirs is None or theirs.from_on is None or not is_relative(mine):
        return None
    if (mine.from_on, mine.to_on) == (theirs.from_on, theirs.to_on):
        return None
    shared = content_keys(mine.text) & content_keys(theirs.text) & DEICTIC
    if not shared and not is_relative(theirs):
        return None
    anchor = reports[parent.doc].published_on if parent.doc in reports else None
    return replace(
        mine,
        from_on=theirs.from_on,
        to_on=theirs.to_on,
        anchor_kind="inherited",
        anchor_on=anchor,
        reason=f"the sentence came from {parent.doc}, where “{theirs.text}” is {_days(theirs)}",
        local_reading=_days(mine),
        alternatives=(
            DateAlternative(from_on=mine.from_on, to_on=mine.to_on, reason="counted from this page's own day"),
            *mine.alternatives,
        ),
    )


def _days(reading: DateReading) -> str:
    return " to ".join(dict.fromkeys(d.isoformat() for d in (reading.from_on, reading.to_on) if d)) or "no day"


def _lost_years(claims: Sequence[Claim], reports: Mapping[ReportId, Report]) -> Iterable[InheritedTime]:
    """A day without a year on a page without a date takes the year of a claim about the same matter on the same day."""
    dated: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.date and claim.date.from_on and claim.date.precision == "day" and reports[claim.doc].published_on:
            dated[str(claim.kind), f"@{claim.date.from_on:%m-%d}"].append(claim)
    for claim in claims:
        reading = claim.date
        if reading is None or reports[claim.doc].published_on is not None:
            continue
        for key in sorted(day_keys(reading.text)):
            if _has_year(reading.text):
                continue
            teller = next((c for c in dated[str(claim.kind), key] if _same_matter(claim, c)), None)
            if teller is not None and teller.date is not None and teller.date.from_on != reading.from_on:
                yield InheritedTime(claim=claim.id, ancestor=teller.doc, reading=_with_year(reading, teller))


def _has_year(text: str) -> bool:
    return any(part.isdigit() and len(part) == 4 for part in text.replace(",", " ").split())


def _same_matter(a: Claim, b: Claim) -> bool:
    places = [
        compare_places(x, y) for x in slot_fillers("destination", a) for y in slot_fillers("destination", b)
    ]  # fmt: skip
    parties = [compare_parties(x, y) for x in slot_fillers("actor", a) for y in slot_fillers("actor", b)]
    return max(places, default=0.0) > 0 and min([*parties, 0.0]) >= 0


def _with_year(reading: DateReading, teller: Claim) -> DateReading:
    assert teller.date is not None
    alternatives = reading.alternatives
    if reading.from_on is not None:
        alternatives = (
            DateAlternative(from_on=reading.from_on, to_on=reading.to_on, reason="as this page alone reads"), *alternatives
        )  # fmt: skip
    return replace(
        reading,
        from_on=teller.date.from_on,
        to_on=teller.date.to_on,
        precision="day",
        anchor_kind="inherited",
        anchor_on=teller.date.from_on,
        reason=f"this page gives neither its own date nor a year; {teller.doc} says {_days(teller.date)} of the same matter",
        local_reading=_days(reading) if reading.from_on else None,
        alternatives=alternatives,
    )
