"""Settings of the parties stage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PartiesSettings:
    """Every threshold of the stage: unit, default, and where the number comes from."""

    min_kept_share: float = 0.8
    """Share (0–1) of a list's entries that the next snapshot must still hold, else it is taken for truncated and refused.

    In 308 snapshots of OFAC's list from 2021 to 2024 the least share kept from one to the next is above 0.98; lists
    years apart lose more, so the bar is lower.
    """

    use_starter_pack: bool = True
    """Whether the bundled facts about arms-airlift networks stand beside the lists that were given."""
