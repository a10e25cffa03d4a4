"""A claim in the making: what a frame found, before firmness, date, speaker and quotation are settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from overflight.records.claim import ClaimKind, Filler

Roles = dict[str, tuple[Filler, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """kind and roles as found; first and last are the words of the sentence that the trigger spans.

    left, right: code points of the stretch in which the date and hedges of this claim may stand.
    verb: index of the trigger word in its tree. modality, speaker: set where the frame itself knows them (the reason that
    an authority gives is alleged by that authority).
    """

    kind: ClaimKind
    subtype: str | None
    rule: str
    sentence: int
    verb: int
    trigger: tuple[int, int]
    left: int
    right: int
    roles: Mapping[str, tuple[Filler, ...]] = field(default_factory=dict)
    modality: str | None = None
    polarity: str | None = None
    speaker: Filler | None = None
    takes_date: bool = True
    also: tuple[tuple[int, int], ...] = ()

    def span(self) -> tuple[int, int]:
        """The smallest stretch that holds the trigger and the fillers that stand with it."""
        inside = [(f.start, f.end) for fs in self.roles.values() for f in fs if not f.outside_quote]
        every = [self.trigger, *inside, *self.also]
        return min(s for s, _ in every), max(e for _, e in every)

    def with_roles(self, **roles: tuple[Filler, ...]) -> Draft:
        """The draft with some roles set."""
        return replace(self, roles={**self.roles, **{k: v for k, v in roles.items() if v}})
