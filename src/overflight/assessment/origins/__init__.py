"""How many independent origins a fact has: who speaks, where descent ends, and how many that makes."""

from overflight.assessment.origins.counting import count_origins
from overflight.assessment.origins.index import OriginIndex, index_origins

__all__ = ["OriginIndex", "count_origins", "index_origins"]
