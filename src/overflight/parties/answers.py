"""Whether a listing held on a day: what snapshots showed goes before what was stated, and unknown is an answer."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import replace

from overflight.parties.ledger import Ledger
from overflight.parties.timeline import ListSnapshot
from overflight.records.party import Answer, Basis, Listing

BEFORE_START: dict[Basis, tuple[Answer, str]] = {
    Basis.STATED: (Answer.NO, "the list states {day} as the date of listing"),
    Basis.REPORTED: (Answer.NO, "the listing was reported as made on {day}"),
    Basis.PUBLISHED: (
        Answer.UNKNOWN,
        "the act that lists it was published on {day}; an earlier act may have listed it",
    ),
    Basis.CARRIED_OVER: (Answer.UNKNOWN, "{day} is the day on which an older regime's listing was carried over"),
    Basis.FIRST_SEEN: (Answer.UNKNOWN, "first seen on {day}"),
}
"""What a day before a listing's start answers, by the basis of that start."""

FROM_START: dict[Basis, str] = {
    Basis.STATED: "the list states {day} as the date of listing",
    Basis.REPORTED: "a press release or a report gives {day} as the day of listing",
    Basis.PUBLISHED: "the act that lists it was published on {day}",
    Basis.CARRIED_OVER: "carried over on {day}",
}
"""What a day from a listing's start on rests on, where no snapshot shows it yet."""


def answered(listing: Listing, on: dt.date, ledger: Ledger) -> Listing:
    """The listing with its answer for one day and why."""
    snapshots = ledger.snapshots_of.get(listing.list, ())
    answer, reason = answer_on(listing, on, first_snapshot_on=snapshots[0].on if snapshots else None)
    last_on = snapshots[-1].on if snapshots else None
    if answer is Answer.NO and last_on is not None and on > last_on and _is_gone_by_snapshots(listing):
        answer, reason = Answer.UNKNOWN, f"{reason}, and there is none after {last_on.isoformat()}"
    return replace(listing, on_date=answer, reason="; ".join(part for part in (reason, listing.reason) if part))


def answer_on(listing: Listing, on: dt.date, *, first_snapshot_on: dt.date | None) -> tuple[Answer, str]:
    """Whether one listing held on a day, in words: what was observed goes before what was stated."""
    seen_from, seen_to = listing.observed_from, listing.observed_to
    if seen_from is not None and seen_to is not None:
        if seen_from <= on <= seen_to:
            return Answer.YES, _seen(seen_from, seen_to)
        if on > seen_to:
            return _after(listing, on, seen_to)
    elif listing.to_basis is Basis.UNKNOWN and listing.from_on is not None and on > listing.from_on:
        return _ended_somewhen(listing, on)
    elif listing.from_on is not None and on > listing.from_on:
        if listing.to_on is not None:
            return _stated_end(listing, on)
        return Answer.UNKNOWN, f"listed on {listing.from_on.isoformat()}, and no dated snapshot shows whether still"
    return _before(listing, on, first_snapshot_on)


def _is_gone_by_snapshots(listing: Listing) -> bool:
    """Whether only snapshots say that the listing ended; after the last of them it may have been made again."""
    return listing.gone_on is not None and (
        listing.to_basis is None or listing.to_basis in (Basis.LAST_SEEN, Basis.UNKNOWN)
    )


def _seen(seen_from: dt.date, seen_to: dt.date) -> str:
    if seen_from == seen_to:
        return f"in the snapshot of {seen_from.isoformat()}"
    return f"in every snapshot from {seen_from.isoformat()} to {seen_to.isoformat()}"


def _after(listing: Listing, on: dt.date, seen_to: dt.date) -> tuple[Answer, str]:
    if listing.to_on is not None and listing.to_basis is not Basis.LAST_SEEN:
        return _stated_end(listing, on)
    if listing.gone_on is None:
        return Answer.UNKNOWN, f"last seen in the snapshot of {seen_to.isoformat()}, and there is none later"
    if on >= listing.gone_on:
        return Answer.NO, f"absent from the snapshot of {listing.gone_on.isoformat()}"
    return (
        Answer.UNKNOWN,
        f"present on {seen_to.isoformat()}, absent on {listing.gone_on.isoformat()}, hence removed in between",
    )


def _stated_end(listing: Listing, on: dt.date) -> tuple[Answer, str]:
    assert listing.to_on is not None
    if on > listing.to_on:
        return Answer.NO, f"the listing ended on {listing.to_on.isoformat()}"
    return Answer.YES, f"the listing ran until {listing.to_on.isoformat()}"


def _ended_somewhen(listing: Listing, on: dt.date) -> tuple[Answer, str]:
    assert listing.from_on is not None
    if listing.gone_on is not None and on >= listing.gone_on:
        return Answer.NO, f"absent from the snapshot of {listing.gone_on.isoformat()}"
    return Answer.UNKNOWN, f"listed on {listing.from_on.isoformat()}; it ended on a day that nothing here tells"


def _before(listing: Listing, on: dt.date, first_snapshot_on: dt.date | None) -> tuple[Answer, str]:
    """A day on which no snapshot showed the listing yet."""
    start, basis = listing.from_on, listing.from_basis
    absent_on = listing.absent_on
    if start is not None and basis in FROM_START and on >= start:
        return Answer.YES, FROM_START[basis].format(day=start.isoformat())
    if absent_on is not None and on <= absent_on and first_snapshot_on is not None and on >= first_snapshot_on:
        return Answer.NO, f"absent from the snapshot of {absent_on.isoformat()}"
    if start is not None and basis in BEFORE_START and basis is not Basis.FIRST_SEEN:
        answer, why = BEFORE_START[basis]
        return answer, why.format(day=start.isoformat())
    if listing.observed_from is None:
        return Answer.UNKNOWN, "the list bears no day and gives none"
    first = listing.observed_from.isoformat()
    if absent_on is None:
        return Answer.UNKNOWN, f"already in the first snapshot, of {first}, hence designated on or before that day"
    if on > absent_on:
        return Answer.UNKNOWN, f"absent on {absent_on.isoformat()}, present on {first}, hence designated in between"
    return Answer.UNKNOWN, f"first seen on {first}; there is no snapshot as old as {on.isoformat()}"


def list_answer(ledger: Ledger, name: str, on: dt.date, listings: list[Listing]) -> Answer:
    """A list's answer: any programme's yes; else unknown if one leaves it open, or if no snapshots bracket the day; else no."""
    groups: dict[tuple[str, str | None, str | None], list[Listing]] = {}
    for listing in listings:
        groups.setdefault((listing.party, listing.programme, listing.measure), []).append(listing)
    answers = {_group_answer(group, on) for group in groups.values()}
    for answer in (Answer.YES, Answer.UNKNOWN):
        if answer in answers:
            return answer
    return Answer.NO if listings or _is_covered(ledger, name, on) else Answer.UNKNOWN


def _group_answer(listings: list[Listing], on: dt.date) -> Answer:
    """One programme's answer over its intervals; a stated first day of listing settles all days before it."""
    answers = {listing.on_date for listing in listings}
    if Answer.YES in answers:
        return Answer.YES
    stated = [x.from_on for x in listings if x.from_on and BEFORE_START.get(x.from_basis, ("",))[0] is Answer.NO]
    if stated and on < min(stated):
        return Answer.NO
    return Answer.UNKNOWN if Answer.UNKNOWN in answers else Answer.NO


def _is_covered(ledger: Ledger, name: str, on: dt.date) -> bool:
    before, after = bracket(ledger, name, on)
    return before is not None and after is not None


def bracket(ledger: Ledger, name: str, on: dt.date) -> tuple[ListSnapshot | None, ListSnapshot | None]:
    """The last snapshot on or before a day and the first on or after it."""
    snapshots = ledger.snapshots_of.get(name, ())
    days = [snapshot.on or dt.date.min for snapshot in snapshots]
    before, after = bisect_right(days, on), bisect_left(days, on)
    return snapshots[before - 1] if before else None, snapshots[after] if after < len(snapshots) else None
