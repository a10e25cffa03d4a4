"""Settings of the tracks stage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TracksSettings:
    """Every threshold of the stage: unit, default, and where the number comes from."""
