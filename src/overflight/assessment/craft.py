"""Whether words name an aircraft rather than the one who operates it."""

from __future__ import annotations

from overflight.assessment.party_index import full_marks
from overflight.assessment.payload import MOST_TONNES
from overflight.documents.lineage.keys import content_keys
from overflight.records.claim import Filler

OPERATORS = ("org:", "person:", "gov:", "mil:")
"""How the norm of somebody begins who can operate an aircraft."""

CRAFT = frozenset({"#aircraft", "#freighter", "#helicopter"})
"""Concepts of the field that are aircraft, in whatever language."""

OTHER_CRAFT = frozenset({"ship", "vessel", "train", "#ship", "#truck", "#boat"})
"""What makes a freighter one of the sea or the road."""


def is_craft(filler: Filler) -> bool:
    """Whether a filler is an aircraft: by its registration or type, else by the noun that describes it."""
    if (filler.norm or "").startswith(OPERATORS):
        return False
    if filler.norm in MOST_TONNES or full_marks([filler]):
        return True
    keys = content_keys(filler.coref or filler.text)
    return bool(keys & CRAFT) and not keys & OTHER_CRAFT
