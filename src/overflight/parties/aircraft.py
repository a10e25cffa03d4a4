"""Aircraft: registrations that match exactly or not at all, and the airframe behind them by maker and serial number."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from overflight.records.party import Identifier, Party, PartyId, PartySchema
from overflight.records.source import Locator, Sha256

MAKERS: tuple[tuple[str, str], ...] = (
    (r"BOEING|B-?\.?7[0-8]7|7[0-8]7\b", "Boeing"),
    (r"MD-?\d|DC-?\d|MCDONNELL|DOUGLAS", "McDonnell Douglas"),
    (r"AIRBUS|A-?3[0-9]0|A-?3[12][0-9]", "Airbus"),
    (r"ILYUSHIN|IL-? ?\d", "Ilyushin"),
    (r"ANTONOV|AN-? ?\d|A-?148", "Antonov"),
    (r"TUPOLEV|TU-? ?\d|T-?(?:134|154|204|214)", "Tupolev"),
    (r"YAKOVLEV|YAK", "Yakovlev"),
    (r"FOKKER|F-?(?:27|28|50|70|100)\b", "Fokker"),
    (r"BAE|B\.?146|AVRO|RJ-?\d|BRITISH AEROSPACE|HAWKER", "British Aerospace"),
    (r"EMBRAER|ERJ|EMB", "Embraer"),
    (r"GULFSTREAM|G-?I?[IV]+\b|G[2-7]\d0", "Gulfstream"),
    (r"BOMBARDIER|CHALLENGER|GLOBAL|LEARJET|CL-?\d|CRJ", "Bombardier"),
    (r"DASSAULT|FALCON", "Dassault"),
    (r"CESSNA|CITATION|C-?\d{3}|208\b", "Cessna"),
    (r"BEECH|KING ?AIR|1900[CD]?\b", "Beechcraft"),
    (r"ATR", "ATR"),
    (r"SUKHOI|SSJ|RRJ", "Sukhoi"),
    (r"DHC|DASH|DE HAVILLAND", "de Havilland Canada"),
    (r"AGUSTA|AW-?\d", "AgustaWestland"),
    (r"AEROSPATIALE|EUROCOPTER|AS-?3\d\d|EC-?\d{3}", "Eurocopter"),
    (r"LOCKHEED|L-?1011|C-?130", "Lockheed"),
)
"""How a printed model names its maker; a serial number means something only beside it."""

_MAKERS = tuple((re.compile(rf"(?:^|\b)(?:{pattern})"), maker) for pattern, maker in MAKERS)
_MARK = re.compile(r"^[A-Z0-9]{3,8}$")
_SPACERS = str.maketrans("", "", " -.‐‑‒–")


def normalise_registration(text: str) -> str | None:
    """`ep faa`, `EPFAA` and `EP-FAA` as `EPFAA`; None where the words cannot be a registration.

    Only ASCII letters and digits count: a Cyrillic look-alike is another string, not this aircraft.
    """
    mark = text.strip().upper().translate(_SPACERS)
    return mark if _MARK.match(mark) and any(c.isalpha() for c in mark) else None


def maker_of(model: str | None) -> str | None:
    """The maker that a printed model names, None where it names none that is known."""
    if model:
        for pattern, maker in _MAKERS:
            if pattern.search(model.upper()):
                return maker
    return None


def normalise_msn(text: str) -> str:
    """A maker's serial number without spaces and leading noughts: `1023 409321` is `1023409321`."""
    return re.sub(r"[\s/-]", "", text.upper()).lstrip("0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """One aircraft under one mark for one interval, as a registry or a fact file prints it; None is not printed."""

    registration: str | None = None
    icao24: str | None = None
    msn: str | None = None
    maker: str | None = None
    model: str | None = None
    type_code: str | None = None
    owner: str | None = None
    operator: str | None = None
    from_on: dt.date | None = None
    to_on: dt.date | None = None
    note: str | None = None
    locator: Locator | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """A table of aircraft beside the lists: find(kind, value) gives its rows for a registration, icao24 or msn."""

    name: str
    source: Sha256
    as_of: dt.date | None
    rows: int
    find: Callable[[str, str], tuple[Registration, ...]] = field(repr=False, compare=False)


Airframe = tuple[str | None, str]
"""Maker, where the model tells it, and serial number."""


@dataclass(frozen=True, slots=True)
class AircraftIndex:
    """Listed aircraft by mark, address and airframe; registries are asked as they are needed."""

    by_mark: dict[str, tuple[tuple[PartyId, Identifier], ...]]
    by_icao24: dict[str, tuple[tuple[PartyId, Identifier], ...]]
    by_msn: dict[str, tuple[tuple[PartyId, Airframe], ...]]
    airframes: dict[PartyId, Airframe]
    registries: tuple[Registry, ...]

    @classmethod
    def of(cls, parties: Iterable[Party], registries: tuple[Registry, ...] = ()) -> AircraftIndex:
        """The index over all listed aircraft."""
        marks: dict[str, list[tuple[PartyId, Identifier]]] = {}
        addresses: dict[str, list[tuple[PartyId, Identifier]]] = {}
        serials: dict[str, list[tuple[PartyId, Airframe]]] = {}
        airframes: dict[PartyId, Airframe] = {}
        for party in parties:
            if party.schema is not PartySchema.AIRPLANE:
                continue
            for identifier in party.identifiers:
                if identifier.kind in ("registration", "former_registration"):
                    mark = normalise_registration(identifier.value)
                    if mark and (party.party, identifier.value) not in [(p, i.value) for p, i in marks.get(mark, ())]:
                        marks.setdefault(mark, []).append((party.party, identifier))
                elif identifier.kind == "icao24":
                    addresses.setdefault(identifier.value.strip().lower(), []).append((party.party, identifier))
            airframe = airframe_of(party)
            if airframe is not None:
                airframes[party.party] = airframe
                serials.setdefault(airframe[1], []).append((party.party, airframe))
        return cls(_frozen(marks), _frozen(addresses), _frozen(serials), airframes, registries)

    def bearing(self, mark: str) -> tuple[tuple[PartyId, Identifier], ...]:
        """Listed aircraft that bear or bore this mark, exactly after normalisation."""
        wanted = normalise_registration(mark)
        return self.by_mark.get(wanted, ()) if wanted else ()

    def addressed(self, icao24: str) -> tuple[tuple[PartyId, Identifier], ...]:
        """Listed aircraft whose entry prints this transponder address."""
        return self.by_icao24.get(icao24.strip().lower(), ())

    def same_airframe(self, airframe: Airframe) -> tuple[PartyId, ...]:
        """Listed aircraft of this maker and serial number; where either maker is unknown the number alone must be long."""
        maker, msn = airframe
        return tuple(
            party
            for party, (other, _) in self.by_msn.get(msn, ())
            if (maker == other and maker is not None) or ((maker is None or other is None) and len(msn) >= LONG_MSN)
        )

    def registered(self, kind: str, value: str) -> tuple[Registration, ...]:
        """Rows of the registries for a registration, icao24 or msn, in the registries' order."""
        return tuple(row for registry in self.registries for row in registry.find(kind, value))


LONG_MSN = 5
"""Digits from which a serial number without a maker is taken to tell an airframe; shorter ones recur between makers."""


def airframe_of(party: Party) -> Airframe | None:
    """The maker and serial number that an entry prints; the line number is another thing and never stands in for it."""
    msn = next((normalise_msn(i.value) for i in party.identifiers if i.kind == "msn"), None)
    if not msn:
        return None
    model = next((i.value for i in party.identifiers if i.kind == "model"), None)
    return (maker_of(model), msn)


def _frozen(found: dict[str, list]) -> dict[str, tuple]:  # type: ignore[type-arg]
    return {key: tuple(rows) for key, rows in found.items()}
