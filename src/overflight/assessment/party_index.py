"""The ledger as assessment asks it: who a name is, and which aircraft are linked to an operator."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from anyascii import anyascii

from overflight.records.claim import Filler
from overflight.records.movement import Flight
from overflight.records.party import Link, Listing, Party, PartyId, PartySchema

if TYPE_CHECKING:
    from overflight.parties import Ledger
    from overflight.parties.aircraft import AircraftIndex
    from overflight.parties.aircraft import Airframe as MakersNumber

K = TypeVar("K")
V = TypeVar("V")

LEGAL_FORMS = frozenset({
    "co", "company", "corp", "corporation", "inc", "ltd", "limited", "llc", "plc", "gmbh", "sa", "pjsc", "jsc", "the",
    "and", "of", "ag", "srl", "bv", "fze",
})  # fmt: skip
"""Words of a name that do not tell it from another."""

REGISTRATION = re.compile(r"\b[A-Z0-9]{1,2}-?[A-Z0-9]{2,5}\b")
"""Shape of a registration mark; only marks that a list or a flight knows are used."""

SAME_AIRFRAME = "same airframe"
"""How the reason of a mark begins that is known by the maker's serial number."""

OPERATED_BY = ("operator", "owner", "linked to", "linked_to", "owned by", "operated by")
"""Kinds of link that tie an aircraft to the one who flies it."""


def normal_name(text: str) -> str:
    """A name as names are compared here: Latin letters, lower case, without legal forms, words in their order."""
    words = re.findall(r"[a-z0-9]+", anyascii(text).casefold())
    return " ".join(w for w in words if w not in LEGAL_FORMS) or " ".join(words)


def mark(text: str) -> str:
    """A registration without its hyphen, upper case."""
    return re.sub(r"[^A-Z0-9]", "", text.upper())


FULL_MARK = re.compile(r"(?=[A-Z0-9]*[A-Z])[A-Z0-9]{1,2}-(?:[A-Z0-9]*[A-Z][A-Z0-9]*|\d{4,5})")
"""A whole registration with its hyphen (EP-TDA, UR-76022); fewer digits than four are a type (C-130)."""


def full_marks(fillers: Iterable[Filler]) -> frozenset[str]:
    """The registrations among the norms of these fillers."""
    return frozenset(f.norm for f in fillers if f.norm and FULL_MARK.fullmatch(f.norm))


@dataclass(frozen=True, slots=True, kw_only=True)
class Airframe:
    """An aircraft of a party: how it can be recognised in tracks, and why it is thought to be the party's."""

    registration: str | None
    icao24: str | None
    party: PartyId | None
    why: str

    def flew(self, flight: Flight) -> bool:
        """Whether a flight was this airframe's."""
        if self.icao24 and flight.icao24 and self.icao24.lower() == flight.icao24.lower():
            return True
        return bool(self.registration and flight.registration and mark(self.registration) == mark(flight.registration))


@dataclass(frozen=True)
class PartyIndex:
    """Look-ups over a ledger's parties, built once a case."""

    parties: Mapping[PartyId, Party]
    by_name: Mapping[str, tuple[PartyId, ...]]
    by_mark: Mapping[str, tuple[PartyId, ...]]
    links_of: Mapping[PartyId, tuple[Link, ...]]
    links_to: Mapping[PartyId, tuple[Link, ...]]
    links_to_name: Mapping[str, tuple[Link, ...]]
    listings_of: Mapping[PartyId, tuple[Listing, ...]]
    lists: tuple[str, ...]
    aircraft: AircraftIndex | None = field(repr=False, default=None)

    def named(self, text: str) -> tuple[PartyId, ...]:
        """The parties that bear this name or mark exactly, letters normalised."""
        return self.by_name.get(normal_name(text), ()) or self.by_mark.get(mark(text), ())

    def who(self, filler: Filler) -> tuple[PartyId, ...]:
        """The parties that a filler names: by its norm, by what it stands for, by its words."""
        slug = (filler.norm or "").rpartition(":")[2].replace("-", " ") if filler.norm else ""
        for text in (filler.coref, filler.text, slug, filler.norm or ""):
            if text and (found := self.named(text)):
                return found
        return ()

    def aircraft_of(self, owners: Iterable[PartyId], names: Iterable[str]) -> tuple[Airframe, ...]:
        """The aircraft that lists tie to these parties, sorted by registration."""
        ids = frozenset(owners)
        ties: dict[PartyId, str] = {}
        links = [link for owner in ids for link in self.links_to.get(owner, ())]
        links += [link for name in names for link in self.links_to_name.get(normal_name(name), ())]
        for link in links:
            ties.setdefault(link.subject, f"{self._list(link.subject)}: {link.kind} {link.object_name}")
        frames = [self.airframe(party, why) for party, why in ties.items() if self._is_aircraft(party)]
        others = [other for frame in frames if frame.party for other in self.other_marks(frame.party)]
        known = {mark(frame.registration or "") for frame in frames}
        frames += [other for other in others if mark(other.registration or "") not in known]
        return tuple(sorted(frames, key=lambda a: (a.registration or "", a.icao24 or "")))

    def other_marks(self, party: PartyId) -> tuple[Airframe, ...]:
        """The marks that the same airframe bore at other times: by its maker's serial number, in lists and registries."""
        if self.aircraft is None or party not in self.aircraft.airframes:
            return ()
        return self._bearing_number(self.aircraft.airframes[party], self.caption(party), but=party)

    def under_other_marks(self, text: str) -> tuple[Airframe, ...]:
        """The same for a mark as printed, listed or only registered."""
        found = [frame for party in self.by_mark.get(mark(text), ()) for frame in self.other_marks(party)]
        for row in self.aircraft.registered("registration", text) if self.aircraft else ():
            if row.msn:
                found += self._bearing_number((row.maker, row.msn), text)
        others = {mark(frame.registration or ""): frame for frame in found}
        return tuple(others[key] for key in sorted(others) if key != mark(text))

    def _bearing_number(self, number: MakersNumber, name: str, *, but: PartyId | None = None) -> tuple[Airframe, ...]:
        assert self.aircraft is not None
        maker, msn = number
        told = f"{SAME_AIRFRAME} as {name}: serial number {msn}"
        listed = [self.airframe(p, told) for p in self.aircraft.same_airframe(number) if p != but]
        registered = [
            Airframe(registration=row.registration, icao24=row.icao24, party=None, why=told)
            for row in self.aircraft.registered("msn", msn)
            if row.registration and (maker is None or row.maker is None or row.maker == maker)
        ]
        return (*listed, *registered)

    def airframe(self, party: PartyId, why: str) -> Airframe:
        """A listed aircraft as it can be recognised in tracks."""
        entry = self.parties[party]
        marks = [i.value for i in entry.identifiers if i.kind == "registration"] or [entry.caption]
        addresses = [i.value.lower() for i in entry.identifiers if i.kind == "icao24"]
        return Airframe(registration=marks[0], icao24=addresses[0] if addresses else None, party=party, why=why)

    def operators_of(self, party: PartyId) -> tuple[PartyId, ...]:
        """The parties that a list ties an aircraft to."""
        return tuple(dict.fromkeys(link.object_party for link in self.links_of.get(party, ()) if link.object_party))

    def party_of(self, flight: Flight) -> tuple[PartyId, ...]:
        """The listed aircraft that flew this flight: by its registration, else by one that the same airframe bore."""
        if not flight.registration:
            return ()
        listed = self.by_mark.get(mark(flight.registration), ())
        return listed or tuple(f.party for f in self.under_other_marks(flight.registration) if f.party)

    def caption(self, party: PartyId) -> str:
        """The name under which a party is listed."""
        return self.parties[party].caption if party in self.parties else str(party)

    def _list(self, party: PartyId) -> str:
        return self.parties[party].list if party in self.parties else "a list"

    def _is_aircraft(self, party: PartyId) -> bool:
        return party in self.parties and self.parties[party].schema is PartySchema.AIRPLANE


def build_party_index(ledger: Ledger | None) -> PartyIndex:
    """The look-ups of a ledger; an empty one knows nobody."""
    parties = {p.party: p for p in (ledger.parties if ledger else ())}
    by_name: defaultdict[str, list[PartyId]] = defaultdict(list)
    by_mark: defaultdict[str, list[PartyId]] = defaultdict(list)
    for party in parties.values():
        for text in dict.fromkeys((party.caption, *(n.text for n in party.names))):
            for form in dict.fromkeys(name_forms(text)):
                by_name[form].append(party.party)
        if party.schema is PartySchema.AIRPLANE:
            for value in (party.caption, *(i.value for i in party.identifiers if i.kind == "registration")):
                if party.party not in by_mark[mark(value)]:
                    by_mark[mark(value)].append(party.party)
    links = ledger.links if ledger else ()
    return PartyIndex(
        parties=parties,
        by_name=_frozen(by_name),
        by_mark=_frozen(by_mark),
        links_of=_frozen(_grouped((link.subject, link) for link in links)),
        links_to=_frozen(_grouped((link.object_party, link) for link in links if link.object_party)),
        links_to_name=_frozen(_grouped((normal_name(link.object_name), link) for link in links)),
        listings_of=_frozen(_grouped((listing.party, listing) for listing in (ledger.listings if ledger else ()))),
        lists=tuple(sorted({p.list for p in parties.values()})),
        aircraft=ledger.aircraft if ledger else None,
    )


def name_forms(text: str) -> tuple[str, ...]:
    """A printed name and, where it has a comma ("SOLEIMANI, Qasem"), its other order."""
    head, comma, tail = text.partition(",")
    forms = [normal_name(text)]
    if comma and tail.strip():
        forms.append(normal_name(f"{tail} {head}"))
    return tuple(forms)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def _frozen(groups: Mapping[K, list[V]]) -> dict[K, tuple[V, ...]]:
    return {key: tuple(values) for key, values in groups.items()}
