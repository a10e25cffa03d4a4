"""Whom a subject stands for, exactly: an entry's number, a registration, a transponder address or a name."""

from __future__ import annotations

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


def registry_rows(ledger: Ledger, subject: str) -> tuple[Registration, ...]:
    """What the registries say of a subject that is a registration."""
    mark = normalise_registration(subject)
    return ledger.aircraft.registered("registration", mark) if mark else ()
