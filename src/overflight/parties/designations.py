"""Was it listed on that day? Yes, no or unknown, with the snapshots and statements that bracket the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from overflight.parties.aircraft import Airframe, Registration
from overflight.parties.answers import FROM_START, answered, bracket, list_answer
from overflight.parties.exact_names import is_mixed_script
from overflight.parties.ledger import JOINING, Ledger
from overflight.parties.subjects import Found, find_parties, registry_rows
from overflight.records.party import AlsoListed, Answer, DesignationAnswer, Listing, PartyId, Statement
from overflight.records.source import Locator

__all__ = ["answered", "designated", "find_parties", "party_answer"]

SAME_AIRFRAME = "same airframe"


def designated(
    ledger: Ledger, subject: str, on: dt.date, *, list_name: str | None = None, suggest: bool = False
) -> DesignationAnswer:
    """Whether the subject was listed on that day: each list's listings with their answer, and the evidence that brackets it.

    subject: a name (word for word, whatever its case and punctuation), a registration (exact after normalisation), a
    transponder address, or a party id. Yes if any list says yes; no only if every list says no. What shares the airframe,
    or is an owner or operator, is under `also`. suggest: where nobody bears the name, entries with a similar one are named
    under `also`, and the answer is unknown unless these were not listed either; this builds the index of names.
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
    by_list = {name: list_answer(ledger, name, on, [x for x in listings if x.list == name]) for name in lists}
    answer, reason = _overall(by_list, subject, on)
    also = tuple(_also(ledger, subject, direct, former, on, list_name))
    if answer is not Answer.YES:
        reason = "; ".join((reason, *_wide_brackets(ledger, lists, on, answer), *_airframe_notes(ledger, also)))
    if not direct and suggest:
        similar = tuple(_similar(ledger, subject, on, list_name))
        also += similar
        if answer is Answer.NO and any(other.answer is not Answer.NO for other in similar):
            answer, reason = (
                Answer.UNKNOWN,
                f"no entry bears the name {subject} word for word; similar ones are named below",
            )
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


WIDE_BRACKET_DAYS = 31
"""Days between two snapshots from which a no says how far apart they are: of the 6,809 entries that OFAC added from August
2021 to May 2024, 48 were gone again by then, two of them within a fortnight and all others after more than a month."""


def _wide_brackets(ledger: Ledger, lists: list[str], on: dt.date, answer: Answer) -> Iterator[str]:
    """That the snapshots on either side of the day lie far apart belongs beside a no."""
    for name in lists if answer is Answer.NO else ():
        before, after = bracket(ledger, name, on)
        if before and after and before.on and after.on and (after.on - before.on).days > WIDE_BRACKET_DAYS:
            yield f"the snapshots of {name} on either side of the day are {(after.on - before.on).days:,} days apart"


def _airframe_notes(ledger: Ledger, also: tuple[AlsoListed, ...]) -> Iterator[str]:
    """That the airframe was listed under another mark belongs beside a no."""
    for other in also:
        if other.answer is Answer.YES and other.why.startswith(SAME_AIRFRAME):
            yield f"the same airframe was listed that day as {ledger.by_id[other.party].caption} ({other.party})"


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
        yield Statement(statement=f"a registry says: {registry_words(row)}", locator=row.locator)
    seen = set()
    for listing in listings:
        stated = FROM_START.get(listing.from_basis)
        if stated and listing.from_on and (key := (listing.party, listing.from_on, listing.from_basis)) not in seen:
            seen.add(key)
            yield Statement(statement=stated.format(day=listing.from_on.isoformat()), locator=listing.locator)


def _snapshot_statements(ledger: Ledger, name: str, entry: str | None, on: dt.date) -> Iterator[Statement]:
    before, after = bracket(ledger, name, on)
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
        *_in_registries(ledger, subject, on),
        *_same_identity(ledger, found),
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
    return list_answer(ledger, ledger.by_id[party].list, on, listings)


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


def _in_registries(ledger: Ledger, subject: str, on: dt.date) -> Iterator[tuple[PartyId, str]]:
    """Listed aircraft that bear the mark of a transponder address, and listed owners and operators of that day."""
    for row in registry_rows(ledger, subject, on):
        if row.registration and row.registration != subject:
            for party, _ in ledger.aircraft.bearing(row.registration):
                yield party, f"address {row.icao24} is {row.registration} in a registry"
        for kind, name in (("owner", row.owner), ("operator", row.operator)):
            for hit in ledger.names.find(name) if name else ():
                yield hit.party, f"{kind} of {row.registration or row.icao24} in a registry: {name}"


def _similar(ledger: Ledger, subject: str, on: dt.date, list_name: str | None) -> Iterator[AlsoListed]:
    """Entries whose name screening takes for the same; a person must decide whether they are."""
    from overflight.parties.screening import screen

    (screening,) = screen(ledger, [subject], most=3)
    for match in screening.matches:
        if match.match and _is_on(ledger, match.party, list_name):
            why = f"similar name: {match.matched_name} (score {match.score:.2f})"
            yield AlsoListed(party=match.party, why=why, answer=party_answer(ledger, match.party, on, list_name))


def registry_words(row: Registration) -> str:
    """A registry's row in words: mark, address, airframe, who has it, from when to when."""
    said = (
        ("", row.registration),
        ("address ", row.icao24),
        ("", " ".join(part for part in (row.maker, row.model) if part)),
        ("MSN ", row.msn),
        ("owner ", row.owner),
        ("operator ", row.operator),
        ("from ", row.from_on.isoformat() if row.from_on else None),
        ("to ", row.to_on.isoformat() if row.to_on else None),
        ("", row.note),
    )
    return ", ".join(f"{label}{value}" for label, value in said if value)


def _same_identity(ledger: Ledger, found: Iterable[Found]) -> Iterator[tuple[PartyId, str]]:
    """Entries of other lists that an identifier joins; the same name alone joins nothing."""
    for hit in found:
        for identifier in ledger.by_id[hit.party].identifiers:
            if identifier.kind in JOINING:
                for other in ledger.joined.get((identifier.kind, identifier.value.strip().casefold()), ()):
                    yield other, f"same {JOINING[identifier.kind]}: {identifier.value}"


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
