"""Assessment: claims against evidence. `assess` is the door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overflight.doors import opening

if TYPE_CHECKING:
    from overflight.assessment.evidence import Evidence
    from overflight.assessment.findings import assess
    from overflight.assessment.review import apply_reviews, in_force
    from overflight.assessment.settings import AssessmentSettings

__all__ = ["AssessmentSettings", "Evidence", "apply_reviews", "assess", "in_force"]

__getattr__ = opening(
    __name__,
    {
        "AssessmentSettings": "settings",
        "Evidence": "evidence",
        "apply_reviews": "review",
        "assess": "findings",
        "in_force": "review",
    },
)
