"""Settings of the parties stage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PartiesSettings:
    """Every threshold of the stage: unit, default, and where the number comes from."""
