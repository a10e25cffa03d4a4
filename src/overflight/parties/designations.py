"""Was it listed on that day? Yes, no or unknown, with the snapshots and statements that bracket the day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from overflight.parties.aircraft import Airframe, Registration, normalise_registration
from overflight.parties.exact_names import is_mixed_script
from overflight.parties.ledger import Ledger
from overflight.parties.timeline import ListSnapshot
from overflight.records.party import (
    AlsoListed,
    Answer,
    Basis,
    DesignationAnswer,
    Listing,
    NameKind,
    PartyId,
    PartySchema,
    Statement,
)
from overflight.records.source import Locator

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
    Basis.REPORTED: "the listing of {day} is reported",
    Basis.PUBLISHED: "the act that lists it was published on {day}",
    Basis.CARRIED_OVER: "carried over on {day}",
}
"""What a day from a listing's start on rests on, where no snapshot shows it yet."""


SAME_AIRFRAME = "same airframe"


@dataclass(frozen=True, slots=True)
class Found:
    """A party that the subject stands for, and by what it was found."""

    party: PartyId
    by: str
    is_former: bool = False
    locator: Locator | None = None


def designated(ledger: Ledger, subject: str, on: dt.date, *, list_name: str | None = None) -> DesignationAnswer:
    """Whether the subject was listed on that day: each list's listings with their answer, and the evidence that brackets it.

    subject: a name (word for word, whatever its case and punctuation), a registration (exact after normalisation), a
    transponder address, or a party id. Yes if any list says yes; no only if every list says no. What shares the airframe,
    or is an owner or operator, is under `also`.
    """
    found = [hit for hit in find_parties(ledger, subject) if _is_on(ledger, hit.party, list_name)]
    direct = [hit for hit in found if not hit.is_former] or found
    former = [hit for hit in found if hit not in direct]
    listings = tuple(
        answered(listing, on, ledger)
        for hit in direct
        for listing in ledger.listings_of.get(hit.party, ())
        if _is_named(listing.list, listing.party, list_name)
    )
    lists = [
        name for name in _lists(ledger) if _is_named(name, None, list_name) or any(x.list == name for x in listings)
    ]
    by_list = {name: _list_answer(ledger, name, on, [x for x in listings if x.list == name]) for name in lists}
    answer, reason = _overall(by_list, subject, on)
    also = tuple(_also(ledger, subject, direct, former, on, list_name))
    if answer is not Answer.YES:
        reason = "; ".join((reason, *_airframe_notes(ledger, also)))
    if not direct and is_mixed_script(subject):
        answer, reason = Answer.UNKNOWN, f"{subject!a} mixes letters of several scripts, and is matched with nothing"
    return DesignationAnswer(
        subject=subject,
        on=on,
        answer=answer,
        parties=tuple(hit.party for hit in direct),
        listings=listings,
        evidence=tuple(_evidence(ledger, subject, direct, listings, lists, on)),
        also=also,
        reason=reason,
        captions=tuple(ledger.by_id[hit.party].caption for hit in direct),
    )


def _airframe_notes(ledger: Ledger, also: tuple[AlsoListed, ...]) -> Iterator[str]:
    """That the airframe was listed under another mark belongs beside a no."""
    for other in also:
        if other.answer is Answer.YES and other.why.startswith(SAME_AIRFRAME):
            yield f"the same airframe was listed that day as {ledger.by_id[other.party].caption} ({other.party})"


def find_parties(ledger: Ledger, subject: str) -> tuple[Found, ...]:
    """The parties that the subject stands for, exactly: by id, registration, transponder address or name."""
    found: dict[PartyId, Found] = {}
    if subject in ledger.by_id:
        party = PartyId(subject)
        found[party] = Found(party, "entry number")
    for party, identifier in ledger.aircraft.bearing(subject):
        is_former = identifier.kind == "former_registration"
        by = f"{'former ' if is_former else ''}registration {identifier.value}"
        if party not in found or (found[party].is_former and not is_former):
            found[party] = Found(party, by, is_former, identifier.locator)
    for party, identifier in ledger.aircraft.addressed(subject):
        found.setdefault(party, Found(party, f"transponder address {identifier.value}", False, identifier.locator))
    for hit in ledger.names.find(subject):
        if ledger.by_id[hit.party].schema is PartySchema.AIRPLANE:
            continue
        is_former = hit.name.kind is NameKind.FORMER
        by = f"{hit.name.kind.value.replace('_', ' ')} name {hit.name.text}"
        found.setdefault(hit.party, Found(hit.party, by, is_former, hit.name.locator))
    return tuple(found[party] for party in sorted(found))


def answered(listing: Listing, on: dt.date, ledger: Ledger) -> Listing:
    """The listing with its answer for one day and why."""
    snapshots = ledger.snapshots_of.get(listing.list, ())
    answer, reason = answer_on(listing, on, first_snapshot_on=snapshots[0].on if snapshots else None)
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


def _list_answer(ledger: Ledger, name: str, on: dt.date, listings: list[Listing]) -> Answer:
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
    before, after = _bracket(ledger, name, on)
    return before is not None and after is not None


def _bracket(ledger: Ledger, name: str, on: dt.date) -> tuple[ListSnapshot | None, ListSnapshot | None]:
    """The last snapshot on or before a day and the first on or after it."""
    snapshots = ledger.snapshots_of.get(name, ())
    days = [snapshot.on or dt.date.min for snapshot in snapshots]
    before, after = bisect_right(days, on), bisect_left(days, on)
    return snapshots[before - 1] if before else None, snapshots[after] if after < len(snapshots) else None


def _overall(by_list: dict[str, Answer], subject: str, on: dt.date) -> tuple[Answer, str]:
    if not by_list:
        return Answer.UNKNOWN, "no list was given"
    for answer in (Answer.YES, Answer.UNKNOWN, Answer.NO):
        names = sorted(name for name, said in by_list.items() if said is answer)
        if names:
            words = {
                Answer.YES: f"{subject} was listed on {on.isoformat()}",
                Answer.UNKNOWN: f"what was given does not tell whether {subject} was listed on {on.isoformat()}",
                Answer.NO: f"{subject} was not listed on {on.isoformat()}",
            }[answer]
            return answer, f"{words} ({', '.join(names)})"
    raise AssertionError("an answer is yes, no or unknown")


def _evidence(
    ledger: Ledger, subject: str, found: list[Found], listings: tuple[Listing, ...], lists: list[str], on: dt.date
) -> Iterator[Statement]:
    """The snapshots on either side of the day, and the dates that the lists or reports state."""
    for hit in found:
        party = ledger.by_id[hit.party]
        yield Statement(
            statement=f"{party.caption} is {hit.party}, found by its {hit.by}", locator=hit.locator or party.locator
        )
        for name in sorted({x.list for x in listings if x.party == hit.party} or {party.list}):
            yield from _snapshot_statements(ledger, name, party.entry, on)
    if not found:
        for name in lists:
            yield from _snapshot_statements(ledger, name, None, on)
    for row in registry_rows(ledger, subject):
        if row.msn:
            maker = f"{row.maker} " if row.maker else ""
            note = f": {row.note}" if row.note else ""
            yield Statement(
                statement=f"a registry has {row.registration} as {maker}MSN {row.msn}{note}", locator=row.locator
            )
    seen = set()
    for listing in listings:
        stated = FROM_START.get(listing.from_basis)
        if stated and listing.from_on and (key := (listing.party, listing.from_on, listing.from_basis)) not in seen:
            seen.add(key)
            yield Statement(statement=stated.format(day=listing.from_on.isoformat()), locator=listing.locator)


def _snapshot_statements(ledger: Ledger, name: str, entry: str | None, on: dt.date) -> Iterator[Statement]:
    before, after = _bracket(ledger, name, on)
    for snapshot in dict.fromkeys(s for s in (before, after) if s is not None):
        row = snapshot.row_of(entry) if entry is not None else None
        assert snapshot.on is not None
        where = "present in" if row is not None else "absent from"
        yield Statement(
            statement=f"{where} the {name} snapshot of {snapshot.on.isoformat()}",
            locator=Locator(source=snapshot.source, name=snapshot.name, row=row, record=entry, snapshot=snapshot.on),
        )
    held = [s for s in ledger.snapshots if s.list == name and (not s.is_complete or s.on is None) and entry is not None]
    for snapshot in (s for s in held if entry is not None and s.row_of(entry) is not None):
        assert entry is not None
        day = f" of {snapshot.on.isoformat()} ({snapshot.on_basis})" if snapshot.on else ", a file of no known day"
        yield Statement(
            statement=f"present in {name}{day}",
            locator=Locator(
                source=snapshot.source,
                name=snapshot.name,
                row=snapshot.row_of(entry),
                record=entry,
                snapshot=snapshot.on,
            ),
        )
    if held:
        return
    if before is None and after is None:
        yield Statement(statement=f"no dated snapshot of {name} was given", locator=None)
    elif before is None:
        yield Statement(statement=f"there is no snapshot of {name} on or before {on.isoformat()}", locator=None)
    elif after is None:
        yield Statement(statement=f"there is no snapshot of {name} on or after {on.isoformat()}", locator=None)


def _also(
    ledger: Ledger, subject: str, found: list[Found], former: list[Found], on: dt.date, list_name: str | None
) -> Iterator[AlsoListed]:
    """Parties that bear on the question: the same airframe under another mark, owners and operators, former names."""
    told = {hit.party for hit in found}
    why: dict[PartyId, str] = {}
    for party, reason in (
        *((hit.party, f"its {hit.by}") for hit in former),
        *_same_airframe(ledger, subject, found),
        *_linked(ledger, found),
    ):
        if party not in told:
            why.setdefault(party, reason)
    for party, reason in why.items():
        yield AlsoListed(party=party, why=reason, answer=party_answer(ledger, party, on, list_name))


def party_answer(ledger: Ledger, party: PartyId, on: dt.date, list_name: str | None = None) -> Answer:
    """Whether one entry was listed on a day."""
    listings = [
        answered(x, on, ledger) for x in ledger.listings_of.get(party, ()) if _is_named(x.list, party, list_name)
    ]
    return _list_answer(ledger, ledger.by_id[party].list, on, listings)


def _same_airframe(ledger: Ledger, subject: str, found: list[Found]) -> Iterator[tuple[PartyId, str]]:
    airframes: dict[Airframe, str] = {}
    for hit in found:
        airframe = ledger.aircraft.airframes.get(hit.party)
        if airframe is not None:
            airframes.setdefault(airframe, "")
    for row in registry_rows(ledger, subject):
        if row.msn:
            airframes.setdefault((row.maker, row.msn), f", registered as {row.registration}")
    for (maker, msn), note in airframes.items():
        for party in ledger.aircraft.same_airframe((maker, msn)):
            yield party, f"{SAME_AIRFRAME}: {f'{maker} ' if maker else ''}MSN {msn}{note}"


def registry_rows(ledger: Ledger, subject: str) -> tuple[Registration, ...]:
    """What the registries say of a subject that is a registration."""
    mark = normalise_registration(subject)
    return ledger.aircraft.registered("registration", mark) if mark else ()


OWNING = ("owner", "operator", "linked_to", "parent")
"""Kinds of ties whose other end bears on whether the subject is blocked."""


def _linked(ledger: Ledger, found: Iterable[Found]) -> Iterator[tuple[PartyId, str]]:
    for hit in found:
        for link in sorted(
            ledger.links_from.get(hit.party, ()),
            key=lambda x: (OWNING.index(x.kind) if x.kind in OWNING else 9, x.object_name),
        ):
            words = link.kind.replace("_", " ")
            if link.kind in OWNING and link.object_party is not None:
                yield link.object_party, f"{words}: {link.object_name}"


def _lists(ledger: Ledger) -> list[str]:
    return sorted({snapshot.list for snapshot in ledger.snapshots})


def _is_named(name: str, party: PartyId | None, wanted: str | None) -> bool:
    """Whether a list answers to the wanted name: its own, a part of it, or its code."""
    if wanted is None:
        return True
    asked = wanted.casefold().strip()
    return asked in name.casefold() or (party is not None and party.partition(":")[0] == asked)


def _is_on(ledger: Ledger, party: PartyId, list_name: str | None) -> bool:
    return list_name is None or any(
        _is_named(name, party, list_name)
        for name in (ledger.by_id[party].list, *(x.list for x in ledger.listings_of.get(party, ())))
    )
