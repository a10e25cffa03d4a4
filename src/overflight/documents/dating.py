"""Which day a claim is of: the date words of its own clause, read against the day that the text gives them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.forms import form_index
from overflight.documents.sentences import Sentence
from overflight.documents.time import read_anchors, read_dates, since_as
from overflight.records.claim import ClaimKind, DateReading
from overflight.records.source import Report

_SAYING = form_index(
    [
        "say",
        "tell",
        "report",
        "write",
        "claim",
        "announce",
        "declare",
        "state",
        "reveal",
        "add",
        "confirm",
        "deny",
        "publish",
    ]
)
_NEAR = 4
"""Characters between a claim's last word and date words that still are its own: a blank and a short preposition."""
_STATES = frozenset({ClaimKind.ROLE, ClaimKind.MANUFACTURE})


@dataclass(frozen=True, slots=True)
class DayMention:
    """Date words without their preposition, as a mention."""

    start: int
    end: int
    kind: str = "date"
    norm: str | None = None


_LEAD = re.compile(
    r"(?:(?:since|between|from|in|on|at|by|during|until|before|after|within|as of) +)+(?:the (?=end|beginning|start))?",
    re.I,
)


def read_days(report: Report, language: str) -> tuple[DateReading, ...]:
    """All date words of a report, each counted from the days that the text itself gives."""
    anchors = read_anchors(report.text, published_on=report.published_on, language=language)
    return read_dates(report.text, 0, len(report.text), anchors=anchors, language=language)


def day_mentions(days: Sequence[DateReading]) -> tuple[DayMention, ...]:
    """The date words as mentions, so that no phrase takes them for something else."""
    found = []
    for day in days:
        lead = _LEAD.match(day.text)
        start = day.start + (lead.end() if lead else 0)
        if start < day.end:
            found.append(DayMention(start, day.end))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class DatedSentences:
    """The date words of each sentence, and what is needed to read them again for a claim."""

    sentences: tuple[Sentence, ...]
    readings: dict[int, tuple[DateReading, ...]]
    sights: dict[int, Sight]

    @classmethod
    def of(cls, sentences: Sequence[Sentence], sights: Sequence[Sight], days: Sequence[DateReading]) -> DatedSentences:
        """The readings of each sentence."""
        starts = [day.start for day in days]
        readings = {
            index: tuple(r for r in days[bisect_left(starts, s.start) : bisect_left(starts, s.end)] if r.end <= s.end)
            for index, s in enumerate(sentences)
        }
        return cls(tuple(sentences), readings, {s.index: s for s in sights if not s.is_insertion})

    def reading(self, draft: Draft) -> DateReading | None:
        """The date of a draft: the nearest date words of its clause that do not belong to the act of saying."""
        if not draft.takes_date:
            return None
        sight = self.sights.get(draft.sentence)
        candidates = [r for r in self.readings[draft.sentence] if sight is None or not _belongs_to_saying(sight, r)]
        inside = [r for r in candidates if draft.left <= r.start and r.end <= draft.right]
        if draft.kind in _STATES and not draft.rule.startswith("role.membership"):
            return self._of_state(draft, candidates)
        reach = max(draft.right, draft.span()[1])
        inside += [r for r in candidates if r not in inside and reach <= r.start <= reach + _NEAR]
        if not inside and sight is not None:
            words = sight.tree.words
            is_main = words[0].start <= draft.trigger[0] and any(w.start == draft.trigger[0] for w in words)
            opening = [r for r in candidates if words[0].start <= r.start <= words[0].end + _NEAR and is_main]
            inside = opening[:1]
        inside = [r for r in inside if r.from_on or r.to_on or len(inside) == 1]
        if not inside:
            return None
        _start, end = draft.trigger
        after = [r for r in inside if r.start >= end]
        nearest = min(after, key=lambda r: r.start) if after else max(inside, key=lambda r: r.end)
        return since_as(nearest, _sense(draft)) if _sense(draft) else nearest

    def _of_state(self, draft: Draft, candidates: Sequence[DateReading]) -> DateReading | None:
        """The date of an office, a tie or a maker: only words that stand among its own, or right behind them."""
        (start, _), (_, end) = draft.trigger, draft.span()
        own = [
            r
            for r in candidates
            if draft.left <= r.start and r.end <= draft.right and start - _NEAR <= r.end and r.start <= end + _NEAR
        ]
        return since_as(own[-1], "state") if own else None


def _sense(draft: Draft) -> str:
    """How `since …` is meant: the act of listing, a state that goes on, or a count up to publication (empty)."""
    if draft.kind is ClaimKind.DESIGNATION:
        return "act"
    counted = draft.roles.get("count") or draft.roles.get("quantity")
    if draft.kind in {ClaimKind.CASUALTIES, ClaimKind.TRADE_TOTAL} or counted:
        return ""
    return "state"


def _belongs_to_saying(sight: Sight, reading: DateReading) -> bool:
    """Whether date words stand beside a verb of saying: `a report on Thursday claimed`, `last Friday the ministry said`."""
    words = sight.tree.words
    covered = [w for w in words if w.start < reading.end and reading.start < w.end]
    if not covered:
        return False
    following = words[covered[-1].i + 1 : covered[-1].i + 6]
    preceding = words[max(0, covered[0].i - 3) : covered[0].i]
    for near in following:
        if near.lower in _SAYING and near.is_verb:
            return True
        if near.is_verb or (near.text in {",", ";"} and (near.i > covered[-1].i + 1 or covered[0].i > 1)):
            break
    for near in reversed(preceding):
        if near.lower in _SAYING and near.is_verb:
            return (
                covered[-1].i + 1 >= len(words)
                or words[covered[-1].i + 1].lower in {"that", "the", "it", "its", "a", "an", "their", "his", "her"}
                or words[covered[-1].i + 1].text in {",", ".", ":"}
            )
        if near.is_verb:
            break
    return False
