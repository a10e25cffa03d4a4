"""Assessment: claims against evidence. `assess` is the door."""

from overflight.assessment.assess import assess
from overflight.assessment.evidence import Evidence
from overflight.assessment.settings import AssessmentSettings

__all__ = ["AssessmentSettings", "Evidence", "assess"]
