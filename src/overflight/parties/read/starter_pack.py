"""The bundled starter pack: aircraft, airlines and networks of arms airlifts, so that a case works before any list is added.

It is a selection of a day that it names. A date of designation in it is `reported` where it comes from a press release of
the authority, else bracketed by the snapshots that the pack was made from.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import orjson

from overflight.parties.aircraft import Registration, Registry, normalise_msn, normalise_registration
from overflight.parties.read.entry import Entry, Snapshot, StatedLink, Term
from overflight.records.party import Basis, Identifier, NameKind, Party, PartyId, PartyName, PartySchema
from overflight.records.source import Locator, Sha256, Source, SourceKind

LIST_CODE = "ofac"
LIST_NAME = "OFAC SDN"
NAME = "starter pack/airlift.jsonl"


@dataclass(frozen=True, slots=True)
class StarterPack:
    """The pack as it lies in the package: its day, and its lines by kind with their row numbers."""

    source: Source
    as_of: dt.date
    rows: Mapping[str, tuple[tuple[int, bytes], ...]]


@lru_cache(maxsize=1)
def starter_pack() -> StarterPack:
    """The bundled pack."""
    content = (resources.files("overflight.reference") / "data" / "airlift.jsonl").read_bytes()
    lines = content.splitlines()
    header = orjson.loads(lines[0])
    source = Source(
        sha256=Sha256(hashlib.sha256(content).hexdigest()),
        name=NAME,
        kind=SourceKind.LIST,
        format="starter-pack",
        size_bytes=len(content),
        as_of=dt.date.fromisoformat(header["as_of"]),
        as_of_basis="stated in the pack",
    )
    rows: dict[str, list[tuple[int, bytes]]] = {}
    for row, line in enumerate(lines, start=1):
        kind = line[10 : line.index(b'"', 10)].decode()
        rows.setdefault(kind, []).append((row, line))
    return StarterPack(source, dt.date.fromisoformat(header["as_of"]), {kind: tuple(of) for kind, of in rows.items()})


def reported_starts() -> dict[tuple[str, str | None], Term]:
    """Starts of listings that press releases of the authority date, by entry and programme."""
    pack = starter_pack()
    found = {}
    for row, line in pack.rows.get("reported", ()):
        said = orjson.loads(line)
        found[said["entry"], said["programme"]] = Term(
            programme=said["programme"],
            measure=None,
            from_on=_day(said["from"]),
            from_basis=Basis.REPORTED,
            reason=f"dated by {said['source']}",
            locator=_place(pack, row, said["entry"]),
        )
    return found


def starter_registry() -> Registry:
    """Registrations that the lists do not know: aircraft that fly on under another mark."""
    pack = starter_pack()
    rows = []
    for row, line in pack.rows.get("registration", ()):
        said = orjson.loads(line)
        rows.append(
            Registration(
                registration=said["registration"],
                msn=normalise_msn(said["msn"]),
                maker=said["maker"],
                model=said["model"],
                type_code=said["type_code"],
                operator=said["operator"],
                note=f"{said['note']} ({said['source']})",
                locator=_place(pack, row, said["registration"]),
            )
        )

    def find(kind: str, value: str) -> tuple[Registration, ...]:
        if kind == "registration":
            wanted = normalise_registration(value)
            return tuple(r for r in rows if wanted and normalise_registration(r.registration or "") == wanted)
        return tuple(r for r in rows if kind == "msn" and r.msn == normalise_msn(value))

    return Registry(name=NAME, source=pack.source.sha256, as_of=pack.as_of, rows=len(rows), find=find)


def starter_snapshot() -> Snapshot:
    """The pack's parties as a selection from OFAC's list."""
    pack = starter_pack()
    lines = {orjson.loads(line)["entry"]: (row, line) for row, line in pack.rows["party"]}
    return Snapshot(
        list_code=LIST_CODE,
        list_name=LIST_NAME,
        on=pack.as_of,
        on_basis="stated in the starter pack, a selection from OFAC's lists",
        source=pack.source,
        name=NAME,
        raw={entry: line for entry, (_, line) in lines.items()},
        parse=lambda entry, _row: _entry(pack, *lines[entry]),
        is_complete=False,
        rows={entry: row for entry, (row, _) in lines.items()},
    )


def _entry(pack: StarterPack, row: int, line: bytes) -> Entry:
    said: dict[str, Any] = orjson.loads(line)
    here = _place(pack, row, said["entry"])
    party = Party(
        party=PartyId(f"{LIST_CODE}:{said['entry']}"),
        list=LIST_NAME,
        entry=said["entry"],
        schema=PartySchema(said["schema"]),
        caption=said["caption"],
        names=tuple(PartyName(text=text, kind=NameKind(kind), locator=here) for kind, text in said["names"]),
        identifiers=tuple(Identifier(kind=kind, value=value, locator=here) for kind, value in said["identifiers"]),
        countries=tuple(said["countries"]),
        birth_dates=tuple(said["birth_dates"]),
        locator=here,
    )
    links = tuple(
        StatedLink(kind=kind, object_name=name, object_entry=other, locator=here) for kind, name, other in said["links"]
    )
    return Entry(party=party, terms=tuple(_term(listing, here) for listing in said["listings"]), links=links)


def _term(said: Mapping[str, Any], here: Locator) -> Term:
    return Term(
        programme=said["programme"],
        measure=said["measure"],
        from_on=_day(said["from"]),
        from_basis=Basis(said["from_basis"]),
        to_on=_day(said["to"]),
        to_basis=Basis(said["to_basis"]) if said["to_basis"] else None,
        observed_from=_day(said["observed_from"]),
        observed_to=_day(said["observed_to"]),
        absent_on=_day(said["absent_on"]),
        gone_on=_day(said["gone_on"]),
        locator=here,
    )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _place(pack: StarterPack, row: int, record: str) -> Locator:
    return Locator(source=pack.source.sha256, name=NAME, row=row, record=record, snapshot=pack.as_of)
