"""What a resolution may look at, and what it gives."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from overflight.documents.time import calendar as cal
from overflight.documents.time.anchors import Anchors
from overflight.documents.time.calendar import Interval
from overflight.documents.time.expressions import Point

PAST = "the nearest one before publication: the words of planning beside it are not said of this"
EXPLICIT, PUBLICATION, EVENT, CONTEXT, INHERITED = "explicit", "publication", "event", "context", "inherited"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """An interval with its anchor, its reason and other readings of the same words."""

    interval: Interval
    kind: str
    reason: str
    anchor_on: dt.date | None = None
    others: tuple[tuple[Interval, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a resolution may look at: the anchors, the reading before it, and whether the sentence speaks of plans."""

    anchors: Anchors
    previous: Resolved | None = None
    period: Resolved | None = None
    is_planned: bool = False

    @property
    def published_on(self) -> dt.date | None:
        """The page's day."""
        return self.anchors.published_on


def shown(interval: Interval) -> str:
    """An interval in words for a reason."""
    if interval.first == interval.last:
        return str(interval.first)
    return f"{interval.first or 'open'} to {interval.last or 'open'}"


def part_of_whole(whole: Resolved, point: Point) -> Resolved:
    """The early, middle or late part of a reading, where its words name one."""
    if not point.part or whole.interval.first is None:
        return whole
    names = {"early": "its first third", "mid": "its middle third", "late": "its last third"}
    why = names.get(point.part, "that part of it")
    others = tuple((cal.part_of(interval, point.part), reason) for interval, reason in whole.others)
    interval = cal.part_of(whole.interval, point.part)
    return replace(whole, interval=interval, reason=f"{whole.reason}; {why}", others=others)
