"""OFAC's plain XML, `sdn.xml` and `consolidated.xml`: names, programmes and numbers, each in an element of its own.

It says the day of its publication, and no day of designation. What its numbers are is told in the words of the remarks
(`Aircraft Manufacturer's Serial Number (MSN)`), so that the grammar of the remarks reads them too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import PurePosixPath

from overflight.parties.read.entry import Entry, Snapshot, Term, read_snapshot, snapshot_day
from overflight.parties.read.ofac_csv import LIST_CODE, LIST_NAMES, MEASURES, SCHEMAS, links_of
from overflight.parties.read.ofac_remarks import Remarks, read_remarks
from overflight.parties.read.xml_stream import Element, child_text, children, records, squeezed
from overflight.records.party import Identifier, NameKind, Party, PartyId, PartyName, PartySchema
from overflight.records.source import Locator, SourceFile

TYPES = {"individual": "individual", "vessel": "vessel", "aircraft": "aircraft", "entity": ""}
ALIAS_KINDS = {"f.k.a.": NameKind.FORMER}
VESSEL = (("callSign", "call_sign"), ("vesselType", "vessel_type"), ("vesselFlag", "flag"), ("vesselOwner", "owner"))
LISTS = (
    ("idList", "id", "{idType} {idNumber}"),
    ("nationalityList", "nationality", "nationality {country}"),
    ("citizenshipList", "citizenship", "citizen {country}"),
    ("dateOfBirthList", "dateOfBirthItem", "DOB {dateOfBirth}"),
    ("placeOfBirthList", "placeOfBirthItem", "POB {placeOfBirth}"),
)
"""List, item in it, and how the remarks of the delimited files would say the same."""


def read_ofac_sdn_xml(file: SourceFile) -> Iterator[Snapshot]:
    """The snapshot in one plain XML, dated by its Publish_Date. Raises BadList if it is not whole."""
    which = "cons" if PurePosixPath(file.source.name).name.lower().startswith("cons") else "sdn"
    entries: list[Entry] = []
    on, basis = snapshot_day(file)
    for tag, element in records(file.path, file.source.name, "sdnList", ("publshInformation", "sdnEntry")):
        if tag == "publshInformation":
            on, basis = snapshot_day(file, american_day(child_text(element, "Publish_Date")))
        elif tag == "sdnEntry":
            entries.append(_entry(element, file, len(entries) + 1, which, on))
    yield read_snapshot(entries, list_code=LIST_CODE, list_name=LIST_NAMES[which], file=file, on=on, on_basis=basis)


def american_day(text: str) -> dt.date | None:
    """The day that `06/22/2026` is: month, day, year."""
    try:
        month, day, year = map(int, text.split("/"))
        return dt.date(year, month, day)
    except ValueError:
        return None


def _entry(element: Element, file: SourceFile, row: int, which: str, on: dt.date | None) -> Entry:
    number = child_text(element, "uid") or str(row)
    here = Locator(source=file.source.sha256, name=file.source.name, row=row, record=number, snapshot=on)
    kind = TYPES.get(child_text(element, "sdnType").lower())
    schema = PartySchema.LEGAL_ENTITY if kind is None else SCHEMAS[kind]
    remarks = child_text(element, "remarks")
    said = read_remarks("; ".join([*_said(element), *([remarks] if remarks else [])]))
    caption = _name(element) or number
    party = Party(
        party=PartyId(f"{LIST_CODE}:{number}"),
        list=LIST_NAMES[which],
        entry=number,
        schema=schema,
        caption=caption,
        names=tuple(_names(element, caption, said, here)),
        identifiers=tuple(_identifiers(element, caption, schema, said, here)),
        countries=tuple(dict.fromkeys([*said.countries, *_addresses(element)])),
        birth_dates=tuple(dict.fromkeys(said.birth_dates)),
        remarks=remarks or None,
        locator=here,
    )
    programmes = [squeezed(p.text) for found in children(element, "programList") for p in children(found, "program")]
    terms = tuple(Term(programme=p, measure=MEASURES[which], locator=here) for p in dict.fromkeys(programmes) if p)
    return Entry(party=party, terms=terms, links=tuple(links_of(said, here)))


def _said(element: Element) -> Iterator[str]:
    """The items of the entry's lists as segments of remarks."""
    for list_tag, item_tag, words in LISTS:
        for found in children(element, list_tag):
            for item in children(found, item_tag):
                values = {child.tag.rpartition("}")[2]: squeezed(child.text) for child in item}
                yield words.format_map(_Missing(values)).strip()


class _Missing(dict[str, str]):
    """Nothing for an element that an item lacks."""

    def __missing__(self, key: str) -> str:
        return ""


def _name(element: Element) -> str:
    """`FAMILY, Given` of a person, the name of all else: as the delimited files print it."""
    family, given = child_text(element, "lastName"), child_text(element, "firstName")
    return f"{family}, {given}" if family and given else family or given


def _names(element: Element, caption: str, said: Remarks, here: Locator) -> Iterator[PartyName]:
    yield PartyName(text=caption, kind=NameKind.PRIMARY, locator=here)
    seen = {caption}
    for found in children(element, "akaList"):
        for alias in children(found, "aka"):
            text = _name(alias)
            kind = ALIAS_KINDS.get(child_text(alias, "type"), NameKind.ALIAS)
            if child_text(alias, "category") == "weak":
                kind = NameKind.WEAK_ALIAS
            if text and text not in seen:
                seen.add(text)
                yield PartyName(text=text, kind=kind, locator=here)


def _identifiers(
    element: Element, caption: str, schema: PartySchema, said: Remarks, here: Locator
) -> Iterator[Identifier]:
    if schema is PartySchema.AIRPLANE:
        yield Identifier(kind="registration", value=caption, locator=here)
    if title := child_text(element, "title"):
        yield Identifier(kind="title", value=title, locator=here)
    for vessel in children(element, "vesselInfo"):
        for tag, kind in VESSEL:
            if value := child_text(vessel, tag):
                yield Identifier(kind=kind, value=value, locator=here)
    for kind, value in said.identifiers:
        if value:
            yield Identifier(kind=kind, value=value, locator=here)


def _addresses(element: Element) -> Iterator[str]:
    for found in children(element, "addressList"):
        for address in children(found, "address"):
            if country := child_text(address, "country"):
                yield country
