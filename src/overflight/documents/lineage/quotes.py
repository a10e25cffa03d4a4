"""What reports share by quoting one speaker: two who sat in one news conference copied nothing from each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from overflight.documents.lineage.library import Library
from overflight.documents.lineage.passages import coverage
from overflight.records.source import ReportId

QUOTED = re.compile(r"„[^“”„]{2,}|“[^”“]{2,}|«[^»«]{2,}|»[^«»]{2,}«|(?<!\w)\"[^\"]{2,}")
"""A quotation in the marks of nine languages, its end perhaps in a later sentence."""

LEAST_QUOTED = 5
"""Words of a quotation from which two that agree come from one mouth."""


def is_only_quoted(doc: ReportId, parent: ReportId, library: Library) -> bool:
    """Whether two reports share quotations and little beside: both heard the speaker. A translation shares all the rest too."""
    if library.covered(doc, parent) >= library.settings.translated:
        return False
    rest = [one for one in library.aligned(doc, parent) if not is_quotation(doc, one.child, library)]
    shared = len(rest) < len(library.aligned(doc, parent))
    return shared and coverage(library.weighed(doc, parent), rest) < library.settings.rewritten


def is_quotation(doc: ReportId, number: int, library: Library) -> bool:
    """Whether a sentence of a report holds a quotation of some length."""
    sentence = library.profiles[doc].sentences[number]
    text = library.profiles[doc].report.text[sentence.start : sentence.end]
    return any(len(match.group().split()) >= LEAST_QUOTED for match in QUOTED.finditer(text))


def heard_together(library: Library) -> Iterator[tuple[ReportId, ReportId]]:
    """Pairs of reports of the same days that give one quotation in their first half: their matter has one origin."""
    early = {doc: _early_quotations(doc, library) for doc in sorted(library.near)}
    for doc, mine in early.items():
        rivals = [d for d in sorted(library.near[doc]) if doc < d and early.get(d) and _is_same_time(doc, d, library)]
        for other in rivals if mine else ():
            if any(_is_one_quotation((doc, i), (other, j), library) for i in mine for j in early[other]):
                yield doc, other


def _early_quotations(doc: ReportId, library: Library) -> tuple[int, ...]:
    profile = library.profiles[doc]
    half = len(profile.report.text) / 2
    return tuple(i for i, s in enumerate(profile.sentences) if s.start <= half and is_quotation(doc, i, library))


def _is_one_quotation(a: tuple[ReportId, int], b: tuple[ReportId, int], library: Library) -> bool:
    """Whether two sentences with quotations agree as aligned sentences do."""
    mine, theirs = library.weighed(a[0], b[0]), library.weighed(b[0], a[0])
    shared = library.rarity.total(mine.keys[a[1]] & theirs.keys[b[1]])
    whole = mine.weights[a[1]] + theirs.weights[b[1]]
    settings = library.settings
    return shared >= settings.smallest_weight and 2 * shared / whole >= settings.smallest_match


def _is_same_time(doc: ReportId, other: ReportId, library: Library) -> bool:
    days = library.profiles[doc].report.published_on, library.profiles[other].report.published_on
    return (
        days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= library.settings.one_event_days
    )
