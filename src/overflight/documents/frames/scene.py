"""What a frame looks at: a report's text, its sentences as trees, and the mentions found in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from overflight.documents.frames.tree import Tree


class MentionLike(Protocol):
    """A name in the text: its span, what kind of thing it names, and its norm where known."""

    @property
    def start(self) -> int:
        """Where it begins, in code points."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def kind(self) -> str:
        """What kind of thing it names."""

    @property
    def norm(self) -> str | None:
        """What it stands for, where known."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One report under the eyes of the frames; mentions are sorted by place."""

    text: str
    mentions: tuple[MentionLike, ...]
    _starts: tuple[int, ...] = field(repr=False, default=())
    _by_start: Mapping[int, tuple[MentionLike, ...]] = field(repr=False, default_factory=dict)

    @classmethod
    def of(cls, text: str, mentions: Sequence[MentionLike]) -> Scene:
        """The scene of a text and its mentions, in any order."""
        ordered = tuple(sorted(mentions, key=lambda m: (m.start, -m.end)))
        by_start: dict[int, tuple[MentionLike, ...]] = {}
        for mention in ordered:
            by_start[mention.start] = (*by_start.get(mention.start, ()), mention)
        return cls(text, ordered, tuple(m.start for m in ordered), by_start)

    def starting(self, start: int) -> tuple[MentionLike, ...]:
        """The mentions that begin at a code point, the longest first."""
        return self._by_start.get(start, ())

    def within(self, start: int, end: int) -> tuple[MentionLike, ...]:
        """The mentions that lie inside a span, in text order."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return tuple(m for m in self.mentions[first:last] if m.end <= end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence under the eyes of the frames: where it lies and its tree."""

    index: int
    start: int
    end: int
    paragraph: int
    kind: str
    tree: Tree
