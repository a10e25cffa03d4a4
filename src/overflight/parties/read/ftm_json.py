"""FollowTheMoney entities, one JSON object a line, as OpenSanctions and Aleph export them.

Each dataset that a Sanction names is a list of its own. Such an export is a selection: an absence from it means nothing.
Persons and companies without a sanction are known parties, and not listed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from overflight.errors import BadList
from overflight.parties.read.entry import Entry, Snapshot, StatedLink, Term, day_of, read_snapshot, snapshot_day
from overflight.records.party import Basis, Identifier, NameKind, Party, PartyId, PartyName, PartySchema
from overflight.records.source import Locator, Rejection, SourceFile

LIST_CODE = "ftm"
SCHEMAS = {
    "Person": PartySchema.PERSON,
    "Organization": PartySchema.ORGANIZATION,
    "Company": PartySchema.ORGANIZATION,
    "PublicBody": PartySchema.ORGANIZATION,
    "LegalEntity": PartySchema.LEGAL_ENTITY,
    "Airplane": PartySchema.AIRPLANE,
    "Vessel": PartySchema.VESSEL,
}
NAMES = (
    ("name", NameKind.ALIAS),
    ("alias", NameKind.ALIAS),
    ("weakAlias", NameKind.WEAK_ALIAS),
    ("previousName", NameKind.FORMER),
)
IDENTIFIERS = (
    ("registrationNumber", "registration_number"),
    ("serialNumber", "msn"),
    ("icaoCode", "type_code"),
    ("model", "model"),
    ("type", "model"),
    ("imoNumber", "imo"),
    ("mmsi", "mmsi"),
    ("passportNumber", "passport"),
    ("idNumber", "national_id"),
    ("innCode", "inn"),
    ("ogrnCode", "ogrn"),
    ("taxNumber", "tax_id"),
    ("leiCode", "lei"),
    ("swiftBic", "swift_bic"),
    ("position", "title"),
)
LINKS = {
    "Ownership": ("asset", "owner", "owner"),
    "Directorship": ("director", "organization", "director_of"),
    "Membership": ("member", "organization", "member_of"),
    "Employment": ("employee", "employer", "employed_by"),
    "Family": ("person", "relative", "relative"),
    "Associate": ("person", "associate", "associate"),
    "Representation": ("agent", "client", "agent_of"),
    "UnknownLink": ("subject", "object", "linked_to"),
}
"""Schema of a tie: the property that holds the subject, the one that holds the object, and our word for it."""
TELLING = ('"schema"', '"properties"', '"id"')


def sniff_ftm(head: bytes) -> bool:
    """Whether the first line is a FollowTheMoney entity."""
    line = head.split(b"\n", 1)[0].strip()
    if not line.startswith(b"{"):
        return False
    if b"\n" in head:
        try:
            said = orjson.loads(line)
        except orjson.JSONDecodeError:
            return False
        return isinstance(said, dict) and {"schema", "properties", "id"} <= said.keys()
    return all(word.encode() in line for word in TELLING)


@dataclass(slots=True)
class Export:
    """What a file holds, before ties and sanctions are put to the entities they speak of."""

    entities: dict[str, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    sanctions: dict[str, list[tuple[int, dict[str, Any]]]] = field(default_factory=dict)
    links: dict[str, list[StatedLink]] = field(default_factory=dict)
    last_seen_on: dt.date | None = None
    bad: int = 0
    first_bad: int | None = None


def read_ftm(file: SourceFile) -> Iterator[Snapshot]:
    """The lists in one file, one a dataset. Lines that are no entity are counted as rejections."""
    on, basis = snapshot_day(file)
    export = _load(file.path, file, on)
    if on is None and export.last_seen_on is not None:
        on, basis = export.last_seen_on, "the latest last_seen that it prints"
    by_list: dict[str, list[Entry]] = {}
    for key, (row, entity) in export.entities.items():
        for name, entry in _entries(key, row, entity, export, file, on):
            by_list.setdefault(name, []).append(entry)
    if not by_list:
        raise BadList("no entity in it", where=file.source.name, now="Give one FollowTheMoney entity a line.")
    rejections: tuple[Rejection, ...] = ()
    if export.bad:
        rejections = (
            Rejection(
                source=file.source.sha256,
                name=file.source.name,
                reason="line that is no FollowTheMoney entity",
                count=export.bad,
                first_row=export.first_bad,
            ),
        )
    for name in sorted(by_list):
        yield read_snapshot(
            by_list[name],
            list_code=LIST_CODE,
            list_name=name,
            file=file,
            on=on,
            on_basis=basis,
            is_complete=False,
            rejections=rejections if name == min(by_list) else (),
        )


def _load(path: Path, file: SourceFile, on: dt.date | None) -> Export:
    export = Export()
    with path.open("rb") as lines:
        for row, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                entity = orjson.loads(line)
                key, schema, properties = str(entity["id"]), str(entity["schema"]), entity["properties"]
                if not isinstance(properties, dict):
                    raise TypeError
            except (orjson.JSONDecodeError, KeyError, TypeError):
                export.bad += 1
                export.first_bad = export.first_bad or row
                continue
            _take(export, entity, key, schema, row, _place(file, row, key, on))
    return export


def _take(export: Export, entity: dict[str, Any], key: str, schema: str, row: int, here: Locator) -> None:
    """Sorts one entity in, and those nested in its properties, as `targets.nested.json` has them."""
    properties = entity["properties"]
    seen_on = day_of(str(entity.get("last_seen") or "")[:10])
    if seen_on is not None and (export.last_seen_on is None or seen_on > export.last_seen_on):
        export.last_seen_on = seen_on
    if schema in SCHEMAS:
        export.entities.setdefault(key, (row, entity))
    elif schema == "Sanction":
        for of in _values(properties, "entity"):
            known = export.sanctions.setdefault(of, [])
            if all(sanction["id"] != key for _, sanction in known):
                known.append((row, entity))
    elif schema in LINKS:
        _take_link(export, schema, properties, here)
    for values in properties.values():
        for inner in values if isinstance(values, list) else ():
            if (
                isinstance(inner, dict)
                and isinstance(inner.get("properties"), dict)
                and "id" in inner
                and "schema" in inner
            ):
                if inner["schema"] == "Sanction":
                    inner["properties"].setdefault("entity", [key])
                _take(export, inner, str(inner["id"]), str(inner["schema"]), row, here)


def _take_link(export: Export, schema: str, properties: dict[str, Any], here: Locator) -> None:
    of, to, kind = LINKS[schema]
    said_kind = "_".join(_first(properties, "role").lower().split()) or kind
    for subject in _values(properties, of):
        for other in _values(properties, to):
            export.links.setdefault(subject, []).append(
                StatedLink(
                    kind=kind if kind == "owner" else said_kind,
                    object_name=other,
                    object_entry=f"{LIST_CODE}:{other}",
                    from_on=day_of(_first(properties, "startDate")),
                    to_on=day_of(_first(properties, "endDate")),
                    locator=here,
                )
            )


def _entries(
    key: str, row: int, entity: dict[str, Any], export: Export, file: SourceFile, on: dt.date | None
) -> Iterator[tuple[str, Entry]]:
    """The entity once for each dataset whose sanction lists it; once, without terms, where none does."""
    by_list: dict[str, list[Term]] = {}
    for at, sanction in export.sanctions.get(key, ()):
        name = _list_of(sanction)
        by_list.setdefault(name, []).append(_term(sanction, _place(file, at, str(sanction["id"]), on)))
    if not by_list:
        by_list[_list_of(entity)] = []
    party = _party(key, row, entity, next(iter(sorted(by_list))), file, on)
    for name in sorted(by_list):
        yield name, Entry(party=party, terms=tuple(by_list[name]), links=_named(export, key))


def _named(export: Export, key: str) -> tuple[StatedLink, ...]:
    """The ties of an entity, with the other's caption in place of its id where the file holds it."""
    named = []
    for link in export.links.get(key, ()):
        other = export.entities.get(link.object_name)
        caption = _caption(other[1]) if other else link.object_name
        named.append(
            StatedLink(
                kind=link.kind,
                object_name=caption,
                object_entry=link.object_entry,
                from_on=link.from_on,
                to_on=link.to_on,
                locator=link.locator,
            )
        )
    return tuple(named)


def _term(sanction: dict[str, Any], here: Locator) -> Term:
    said = sanction["properties"]
    from_on = day_of(_first(said, "startDate")) or day_of(_first(said, "listingDate"))
    to_on = day_of(_first(said, "endDate"))
    return Term(
        programme=_first(said, "programId") or _first(said, "program") or None,
        measure=_first(said, "provisions") or None,
        from_on=from_on,
        from_basis=Basis.STATED if from_on else Basis.UNKNOWN,
        to_on=to_on,
        to_basis=Basis.STATED if to_on else None,
        observed_from=day_of(str(sanction.get("first_seen") or "")[:10]),
        observed_to=day_of(str(sanction.get("last_seen") or "")[:10]),
        reason="seen by the exporter" if sanction.get("last_seen") else None,
        locator=here,
    )


def _party(key: str, row: int, entity: dict[str, Any], name: str, file: SourceFile, on: dt.date | None) -> Party:
    said = entity["properties"]
    here = _place(file, row, key, on)
    schema = SCHEMAS[entity["schema"]]
    caption = _caption(entity)
    names = {caption: NameKind.PRIMARY}
    for prop, kind in NAMES:
        for text in _values(said, prop):
            names.setdefault(text, kind)
    identifiers = [
        Identifier(
            kind="registration" if schema is PartySchema.AIRPLANE and prop == "registrationNumber" else kind,
            value=value,
            locator=here,
        )
        for prop, kind in IDENTIFIERS
        for value in _values(said, prop)
    ]
    return Party(
        party=PartyId(f"{LIST_CODE}:{key}"),
        list=name,
        entry=key,
        schema=schema,
        caption=caption,
        names=tuple(PartyName(text=text, kind=kind, locator=here) for text, kind in names.items()),
        identifiers=tuple(identifiers),
        countries=tuple(
            dict.fromkeys([*_values(said, "nationality"), *_values(said, "country"), *_values(said, "jurisdiction")])
        ),
        birth_dates=tuple(_values(said, "birthDate")),
        remarks=" ".join(_values(said, "notes")) or None,
        locator=here,
    )


def _caption(entity: dict[str, Any]) -> str:
    return str(entity.get("caption") or _first(entity["properties"], "name") or entity["id"])


def _list_of(entity: dict[str, Any]) -> str:
    datasets = entity.get("datasets")
    if isinstance(datasets, list) and datasets:
        return str(datasets[0])
    return _first(entity["properties"], "authority") or "FollowTheMoney"


def _values(properties: dict[str, Any], prop: str) -> list[str]:
    """The values of a property as text; an entity nested in place of an id gives its id."""
    values = properties.get(prop) or []
    if not isinstance(values, list):
        values = [values]
    return [str(value["id"]) if isinstance(value, dict) and "id" in value else str(value) for value in values]


def _first(properties: dict[str, Any], prop: str) -> str:
    return next(iter(_values(properties, prop)), "")


def _place(file: SourceFile, row: int, record: str, on: dt.date | None) -> Locator:
    return Locator(source=file.source.sha256, name=file.source.name, row=row, record=record, snapshot=on)
