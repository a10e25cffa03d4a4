"""Every setting of a build, gathered from the stages that own them."""

from __future__ import annotations

from dataclasses import dataclass, field

from overflight.assessment.settings import AssessmentSettings
from overflight.documents.lineage.settings import LineageSettings
from overflight.parties.settings import PartiesSettings
from overflight.tracks.settings import TracksSettings

PATH_POINTS = 160
"""Most points of a drawn track in a case: more cannot be told apart on a map a screen wide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Thresholds of all stages; each with its unit, default and where the number comes from, in the stage's own file."""

    tracks: TracksSettings = field(default_factory=lambda: TracksSettings(path_points=PATH_POINTS))
    parties: PartiesSettings = field(default_factory=PartiesSettings)
    lineage: LineageSettings = field(default_factory=LineageSettings)
    assessment: AssessmentSettings = field(default_factory=AssessmentSettings)
