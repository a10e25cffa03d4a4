"""Reports that tell of what had not happened yet on the day they are dated: the date of one of the two is wrong."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from overflight.assessment.when import Days, day_text, days_text, interval_of
from overflight.records.claim import Claim, ClaimKind, Modality
from overflight.records.source import Report, ReportId

ANY_ZONE = dt.timedelta(days=1)
"""A day that has begun somewhere on Earth is told of elsewhere on the day before."""

AHEAD = (Modality.PLANNED, Modality.SPECULATED)
"""How what has not happened yet is told."""

EVENTS = (ClaimKind.FLIGHT, ClaimKind.VISIT, ClaimKind.TRANSFER, ClaimKind.ARREST, ClaimKind.CASUALTIES)
"""Kinds that are over once they are told; a listing or an office may run into the future."""

WARNING = (
    "{doc} is dated {published}, but tells of {days} as past: “{quote}”. "
    "Either its date of publication or that date is wrong."
)
"""What is said of a report that knows what comes after it."""

MOST_QUOTED = 80
"""Characters of the sentence that are quoted."""


def told_too_early(claims: Iterable[Claim], reports: Sequence[Report]) -> tuple[str, ...]:
    """One warning for each time after its own publication that a report tells of as past, in the order of the text.

    What is planned or guessed may lie ahead; so may the end of a month or year that has begun.
    """
    published = {r.doc: r.published_on for r in reports}
    found: defaultdict[tuple[ReportId, dt.date, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        day, days = published.get(claim.doc), interval_of(claim.date)
        if day is not None and claim.modality not in AHEAD and _is_ahead(claim, days, day):
            found[claim.doc, day, days_text(days)].append(claim)
    firsts = {key: min(told, key=lambda c: (c.start, c.id)) for key, told in found.items()}
    return tuple(
        WARNING.format(doc=doc, published=day_text(day), days=days, quote=_shortened(claim.quote))
        for (doc, day, days), claim in sorted(firsts.items(), key=lambda item: (item[0][0], item[1].start, item[0][2]))
    )


def _is_ahead(claim: Claim, days: Days, published_on: dt.date) -> bool:
    """Whether days begin after a report can know of them; a stretch of events with two named ends must be over."""
    is_stretch = claim.kind in EVENTS and claim.date is not None and claim.date.precision == "range"
    told = days.to_on if is_stretch else days.from_on
    return told is not None and published_on < dt.date.max and told > published_on + ANY_ZONE


def _shortened(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= MOST_QUOTED else words[: MOST_QUOTED - 1].rstrip() + "…"
