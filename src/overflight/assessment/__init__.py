"""Assessment: claims against evidence. `assess` is the door."""

from overflight.assessment.assess import assess
from overflight.assessment.evidence import Evidence
from overflight.assessment.review import apply_reviews, in_force
from overflight.assessment.settings import AssessmentSettings

__all__ = ["AssessmentSettings", "Evidence", "apply_reviews", "assess", "in_force"]
