"""A listing in words: since when, on what basis, which snapshots show it."""

from __future__ import annotations

from overflight.assessment.when import day_text
from overflight.records.party import Basis, Listing

BASES = {
    Basis.STATED: "the list itself gives the date",
    Basis.PUBLISHED: "the authority's publication gives the date",
    Basis.REPORTED: "a publication outside the list gives the date",
    Basis.FIRST_SEEN: "first snapshot that shows it",
    Basis.LAST_SEEN: "last snapshot that shows it",
    Basis.CARRIED_OVER: "carried over from an older entry",
    Basis.UNKNOWN: "not known",
}


def basis_text(listing: Listing) -> str:
    """On what a listing rests, in one clause: list, programme, start with its basis, and the snapshots around it."""
    parts = [listing.list + (f", programme {listing.programme}" if listing.programme else "")]
    if listing.from_on is not None:
        parts.append(f"since {day_text(listing.from_on)} ({listing.reason or BASES[listing.from_basis]})")
    else:
        parts.append("since when is not known")
    if listing.absent_on is not None:
        parts.append(f"absent from the snapshot of {day_text(listing.absent_on)}")
    if observed := observed_text(listing):
        parts.append(observed)
    if listing.gone_on is not None:
        parts.append(f"gone from the snapshot of {day_text(listing.gone_on)}")
    return ", ".join(parts)


def observed_text(listing: Listing) -> str:
    """Which snapshots show a listing; empty where none does."""
    if listing.observed_from is None or listing.observed_to is None:
        return ""
    if listing.observed_from == listing.observed_to:
        return f"shown by the snapshot of {day_text(listing.observed_from)}"
    return f"shown by the snapshots from {day_text(listing.observed_from)} to {day_text(listing.observed_to)}"
