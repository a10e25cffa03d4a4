"""What a carrier admits: who says to have brought something else to the same place says that it flew there."""

from __future__ import annotations

from collections.abc import Sequence

from overflight.assessment.origins.index import OriginIndex
from overflight.assessment.origins.voices import Voice, innermost, voice_of
from overflight.documents.lineage.events import slot_fillers
from overflight.documents.lineage.keys import content_keys
from overflight.documents.lineage.readings import compare_dates, compare_parties
from overflight.documents.lineage.where import compare_places
from overflight.records.claim import Attribution, Claim, ClaimKind, Filler
from overflight.records.source import ReportId

AIRLINE = "#airline"
"""The concept that a carrier is told by where its name is not repeated."""

SAME_PARTY = 0.8
"""Agreement of two names from which the speaker is the operator of the flight."""


def admissions(claims: Sequence[Claim], index: OriginIndex) -> tuple[Voice, ...]:
    """Operators of the flight that, in a report which speaks of it, say to have delivered something where it went.

    Only the trip is admitted, not its day: such a voice counts in the most, never in the least number of origins.
    """
    if claims[0].kind is not ClaimKind.FLIGHT:
        return ()
    found: dict[str, Voice] = {}
    for doc in sorted({c.doc for c in claims}):
        for delivery in index.deliveries.get(doc, ()):
            speaker = innermost(delivery)
            if speaker is not None and _is_operator(speaker, doc, claims, index) and _fits(delivery, claims):
                voice = voice_of(speaker, doc, index.names)
                found[voice.key] = voice
    return tuple(found[key] for key in sorted(found))


def _is_operator(speaker: Attribution, doc: ReportId, claims: Sequence[Claim], index: OriginIndex) -> bool:
    """Whether a speaker flew it: by name, or as "the airline" in a report in which nobody else of a name speaks for one."""
    norms = {speaker.norm} if speaker.norm else index.speakers.get(doc, frozenset())
    if len(norms) != 1 or (not speaker.norm and AIRLINE not in content_keys(speaker.text)):
        return False
    (norm,) = norms
    named = Filler(text=norm.split(":", 1)[-1], start=0, end=0, norm=norm)
    return any(compare_parties(named, f) >= SAME_PARTY for c in claims for f in slot_fillers("carrier", c))


def _fits(delivery: Claim, claims: Sequence[Claim]) -> bool:
    """Whether the goods were brought where the flight went, and no day speaks against it."""
    to = [f for role in ("destination", "recipient") for f in delivery.fillers(role)]
    ends = [f for c in claims for f in slot_fillers("destination", c)]
    is_there = any(compare_places(a, b) > 0 for a in to for b in ends)
    return is_there and any(compare_dates(delivery.date, c.date) >= 0 for c in claims)
