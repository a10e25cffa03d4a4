"""The EU's consolidated financial sanctions list (FSF), as CSV with semicolons and as XML.

designationDate, where it is given, is the day of listing. The regulation's date is the day of an act, often of a later
one that only amends the entry, and stands with the basis `published`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from overflight.parties.read.entry import Entry, Snapshot, Term, day_of, read_snapshot, snapshot_day
from overflight.parties.read.tables import Row, header_share, read_rows
from overflight.parties.read.xml_stream import Element, child_text, children, records, squeezed
from overflight.records.party import Basis, Identifier, NameKind, Party, PartyId, PartyName, PartySchema
from overflight.records.source import Locator, SourceFile

LIST_CODE = "eu"
LIST_NAME = "EU FSF"
MEASURE = "Asset freeze"
COLUMNS = (
    "fileGenerationDate",
    "Entity_LogicalId",
    "Entity_EU_ReferenceNumber",
    "Entity_DesignationDate",
    "Entity_SubjectType",
    "Entity_Regulation_PublicationDate",
    "Entity_Regulation_Programme",
    "NameAlias_WholeName",
)
SCHEMAS = {
    "person": PartySchema.PERSON,
    "p": PartySchema.PERSON,
    "enterprise": PartySchema.ORGANIZATION,
    "e": PartySchema.ORGANIZATION,
    "entity": PartySchema.ORGANIZATION,
}


def sniff_eu_csv(head: bytes) -> bool:
    """Whether this is the semicolon CSV, though one of its columns may have been renamed."""
    return header_share(head, COLUMNS, delimiter=";") >= 0.7


def read_eu_csv(file: SourceFile) -> Iterator[Snapshot]:
    """The snapshot in one CSV, dated by its fileGenerationDate. An entity's rows (one an alias, address, document) are joined."""
    by_entity: dict[str, list[tuple[int, Row]]] = {}
    generated_on: dt.date | None = None
    for row, cells in read_rows(file.path, file.source.name, COLUMNS, delimiter=";"):
        generated_on = generated_on or day_of(cells["fileGenerationDate"])
        by_entity.setdefault(cells["Entity_LogicalId"], []).append((row, cells))
    on, basis = snapshot_day(file, generated_on)
    entries = [_csv_entry(rows, file, on) for rows in by_entity.values()]
    yield read_snapshot(entries, list_code=LIST_CODE, list_name=LIST_NAME, file=file, on=on, on_basis=basis)


def _csv_entry(rows: list[tuple[int, Row]], file: SourceFile, on: dt.date | None) -> Entry:
    first_row, first = rows[0]
    number = first["Entity_EU_ReferenceNumber"] or first["Entity_LogicalId"]
    here = _place(file, first_row, number, on)
    named: dict[str, Locator] = {}
    for row, cells in rows:
        if text := squeezed(cells["NameAlias_WholeName"]):
            named.setdefault(text, _place(file, row, number, on))
    regulations = [
        (
            cells["Entity_Regulation_Programme"],
            day_of(cells["Entity_DesignationDate"]),
            day_of(cells["Entity_Regulation_PublicationDate"]),
        )
        for _, cells in rows[:1]
    ]
    identifiers = []
    for column, kind in (("Entity_UnitedNationId", "un_reference"), ("Entity_UN_ReferenceNumber", "un_reference")):
        if first.get(column):
            identifiers.append(Identifier(kind=kind, value=first[column], locator=here))
    for row, cells in rows:
        if cells.get("Identification_Number"):
            kind = (cells.get("Identification_TypeCode") or "identification_number").lower()
            identifiers.append(
                Identifier(kind=kind, value=cells["Identification_Number"], locator=_place(file, row, number, on))
            )
    party = Party(
        party=PartyId(f"{LIST_CODE}:{number}"),
        list=LIST_NAME,
        entry=number,
        schema=_schema(first["Entity_SubjectType"], first.get("Entity_SubjectType_ClassificationCode", "")),
        caption=next(iter(named), number),
        names=_names(named),
        identifiers=tuple(identifiers),
        countries=_each(rows, "Citizenship_CountryDescription", "Address_CountryDescription"),
        birth_dates=_each(rows, "BirthDate_BirthDate"),
        remarks=first.get("Entity_Remark") or None,
        locator=here,
    )
    return Entry(party=party, terms=tuple(_terms(regulations, here)))


def read_eu_xml(file: SourceFile) -> Iterator[Snapshot]:
    """The snapshot in one XML export, dated by its generationDate. Raises BadList if it is not whole."""
    found = records(file.path, file.source.name, "export", ("sanctionEntity",))
    _, root = next(found)
    on, basis = snapshot_day(file, day_of(root.get("generationDate")))
    entries = [_xml_entry(element, file, row, on) for row, (_, element) in enumerate(found, start=1)]
    yield read_snapshot(entries, list_code=LIST_CODE, list_name=LIST_NAME, file=file, on=on, on_basis=basis)


def _xml_entry(element: Element, file: SourceFile, row: int, on: dt.date | None) -> Entry:
    number = element.get("euReferenceNumber") or element.get("logicalId") or str(row)
    here = _place(file, row, number, on)
    designated_on = day_of(element.get("designationDate"))
    named: dict[str, Locator] = {}
    weak = set()
    for alias in children(element, "nameAlias"):
        if text := squeezed(alias.get("wholeName")):
            named.setdefault(text, here)
            if alias.get("strong") == "false":
                weak.add(text)
    regulations = [
        (r.get("programme") or "", designated_on, day_of(r.get("publicationDate")))
        for r in children(element, "regulation")
    ]
    identifiers = [
        Identifier(
            kind=(x.get("identificationTypeCode") or "identification_number").lower(),
            value=x.get("number"),
            locator=here,
        )
        for x in children(element, "identification")
        if x.get("number")
    ]
    if element.get("unitedNationId"):
        identifiers.insert(0, Identifier(kind="un_reference", value=element.get("unitedNationId"), locator=here))
    subject = children(element, "subjectType")
    party = Party(
        party=PartyId(f"{LIST_CODE}:{number}"),
        list=LIST_NAME,
        entry=number,
        schema=_schema(
            subject[0].get("code", "") if subject else "", subject[0].get("classificationCode", "") if subject else ""
        ),
        caption=next(iter(named), number),
        names=_names(named, weak),
        identifiers=tuple(identifiers),
        countries=tuple(
            dict.fromkeys(
                x.get("countryDescription") or x.get("countryIso2Code") or ""
                for tag in ("citizenship", "address")
                for x in children(element, tag)
                if x.get("countryDescription") or x.get("countryIso2Code")
            )
        ),
        birth_dates=tuple(
            dict.fromkeys(
                x.get("birthdate") or x.get("year")
                for x in children(element, "birthdate")
                if x.get("birthdate") or x.get("year")
            )
        ),
        remarks=child_text(element, "remark") or None,
        locator=here,
    )
    return Entry(party=party, terms=tuple(_terms(regulations or [("", designated_on, None)], here)))


def _terms(regulations: list[tuple[str, dt.date | None, dt.date | None]], here: Locator) -> Iterator[Term]:
    """One term a programme; the designation's own day goes before the act's."""
    seen = set()
    for programme, designated_on, published_on in regulations:
        if programme not in seen:
            seen.add(programme)
            basis = Basis.STATED if designated_on else Basis.PUBLISHED if published_on else Basis.UNKNOWN
            yield Term(
                programme=programme or None,
                measure=MEASURE,
                from_on=designated_on or published_on,
                from_basis=basis,
                locator=here,
            )


def _names(named: dict[str, Locator], weak: set[str] | None = None) -> tuple[PartyName, ...]:
    kinds = [NameKind.PRIMARY, *[NameKind.ALIAS] * (len(named) - 1)]
    return tuple(
        PartyName(text=text, kind=NameKind.WEAK_ALIAS if weak and text in weak else kind, locator=place)
        for kind, (text, place) in zip(kinds, named.items(), strict=False)
    )


def _schema(code: str, classification: str) -> PartySchema:
    return SCHEMAS.get(code.lower()) or SCHEMAS.get(classification.lower()) or PartySchema.LEGAL_ENTITY


def _each(rows: list[tuple[int, Row]], *columns: str) -> tuple[str, ...]:
    values = (cells.get(column, "") for column in columns for _, cells in rows)
    return tuple(dict.fromkeys(value for value in values if value))


def _place(file: SourceFile, row: int, number: str, on: dt.date | None) -> Locator:
    return Locator(source=file.source.sha256, name=file.source.name, row=row, record=number, snapshot=on)
