"""Days and intervals that words of a report name, each with its anchor and its reason."""

from __future__ import annotations

from overflight.documents.time.anchors import Anchors, NamedEvent
from overflight.documents.time.read import (
    SINCE_SENSES,
    as_ahead,
    as_past,
    inherited_anchor,
    read_anchors,
    read_dates,
    since_as,
)

__all__ = [
    "SINCE_SENSES",
    "Anchors",
    "NamedEvent",
    "as_ahead",
    "as_past",
    "inherited_anchor",
    "read_anchors",
    "read_dates",
    "since_as",
]
