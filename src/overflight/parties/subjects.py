"""Whom a subject stands for, exactly: an entry's number, a registration, a transponder address or a name."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from overflight.parties.aircraft import Registration, normalise_registration
from overflight.parties.ledger import Ledger
from overflight.records.party import NameKind, PartyId, PartySchema
from overflight.records.source import Locator


@dataclass(frozen=True, slots=True)
class Found:
    """A party that the subject stands for, and by what it was found."""

    party: PartyId
    by: str
    is_former: bool = False
    locator: Locator | None = None


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


def registry_rows(ledger: Ledger, subject: str, on: dt.date | None = None) -> tuple[Registration, ...]:
    """What the registries say of a subject that is a registration or a transponder address, on a day where one is given.

    A row without dates holds for any day.
    """
    mark = normalise_registration(subject)
    rows = ledger.aircraft.registered("registration", mark) if mark else ()
    if is_icao24(subject):
        rows = (*rows, *ledger.aircraft.registered("icao24", subject.strip().lower()))
    return tuple(row for row in rows if on is None or _holds(row, on))


def _holds(row: Registration, on: dt.date) -> bool:
    return (row.from_on is None or row.from_on <= on) and (row.to_on is None or on <= row.to_on)


def is_icao24(text: str) -> bool:
    """Whether the words are a transponder address: six hexadecimal digits."""
    return re.fullmatch(r"[0-9A-Fa-f]{6}", text.strip()) is not None
