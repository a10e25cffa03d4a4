"""Every setting of a build, gathered from the stages that own them."""

from __future__ import annotations

from dataclasses import dataclass, field

from overflight.assessment.settings import AssessmentSettings
from overflight.parties.settings import PartiesSettings
from overflight.tracks.settings import TracksSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Thresholds of all stages; each with its unit, default and where the number comes from, in the stage's own file."""

    tracks: TracksSettings = field(default_factory=TracksSettings)
    parties: PartiesSettings = field(default_factory=PartiesSettings)
    assessment: AssessmentSettings = field(default_factory=AssessmentSettings)
