"""Settings of the assessment stage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentSettings:
    """Every threshold of the stage: unit, default, and where the number comes from."""
