"""Origins of an official act: one, the authority; in doubt where its own release, which the reports retell, is silent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from overflight.assessment.naming import name_of
from overflight.assessment.origins.index import OriginIndex
from overflight.documents.lineage.keys import content_keys
from overflight.documents.lineage.readings import own_words
from overflight.records.claim import Claim, ClaimKind, Filler
from overflight.records.finding import Origins
from overflight.records.source import ReportId

ONE_DAY = dt.timedelta(days=1)
"""What a day gains or loses between time zones and weekdays on its way through reports."""


def origins_of_act(claims: Sequence[Claim], index: OriginIndex) -> Origins:
    """An act has one origin and needs no second; none is certain if the release of that day does not name the party."""
    silent = _silent_release(claims, index)
    if silent is not None:
        return Origins(
            min=0, max=1, which=(_authority(claims),),
            reason=f"The release of the authority that these reports retell ({silent}) does not name the party.",
        )  # fmt: skip
    return Origins(
        min=1, max=1, which=(_authority(claims),), reason="An official act has one origin and needs no second."
    )


def _silent_release(claims: Sequence[Claim], index: OriginIndex) -> ReportId | None:
    """The release from which every one of these claims' reports descends, of the same day, that does not name the party."""
    shared = frozenset.intersection(*(index.ancestors.get(c.doc, frozenset()) for c in claims))
    for release in sorted(shared & index.publisher.keys()):
        told = index.told.get(release, ())
        acts = [c for c in told if c.kind is ClaimKind.DESIGNATION]
        is_of_that_day = all(any(_is_same_day(c, act) for act in acts) for c in claims)
        names = [f for c in claims for f in c.fillers("object") if _own(f)]
        if is_of_that_day and names and not any(_is_named(f, told) for f in names):
            return release
    return None


def _is_same_day(claim: Claim, act: Claim) -> bool:
    a, b = (c.date.from_on if c.date else None for c in (claim, act))
    return a is not None and b is not None and abs(a - b) <= ONE_DAY


def _is_named(party: Filler, told: Sequence[Claim]) -> bool:
    return any(_own(party) & content_keys(claim.quote) for claim in told)


def _own(party: Filler) -> frozenset[str]:
    """The words of a party's name that are its own; none for one that is only described."""
    return own_words(content_keys((party.norm or "").rpartition(":")[2])) if party.norm else frozenset()


def _authority(claims: Sequence[Claim]) -> str:
    names = [name for c in claims for f in c.fillers("actor") if (name := name_of(f))]
    return names[0] if names else "the authority that listed"
