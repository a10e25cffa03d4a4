"""The consolidated list of the UN Security Council, as XML: every entry with the day on which it was listed.

LISTED_ON is the day of the entry's first listing; an entry that was removed and restored keeps it. REFERENCE_NUMBER is
printed with trailing blanks at times.
"""

from __future__ import annotations

from collections.abc import Iterator

from overflight.parties.read.entry import Entry, Snapshot, Term, day_of, read_snapshot, snapshot_day
from overflight.parties.read.told_names import told_names
from overflight.parties.read.xml_stream import Element, child_text, children, local_name, records, squeezed
from overflight.records.party import Basis, Identifier, NameKind, Party, PartyId, PartyName, PartySchema
from overflight.records.source import Locator, SourceFile

LIST_CODE = "un"
LIST_NAME = "UN Security Council"
SCHEMAS = {"INDIVIDUAL": PartySchema.PERSON, "ENTITY": PartySchema.ORGANIZATION}
QUALITIES = {
    "good": NameKind.ALIAS,
    "low": NameKind.WEAK_ALIAS,
    "a.k.a.": NameKind.ALIAS,
    "f.k.a.": NameKind.FORMER,
}
NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
DOCUMENTS = (("passport", "passport"), ("pasaporte", "passport"), ("passeport", "passport"))


def read_un_xml(file: SourceFile) -> Iterator[Snapshot]:
    """The snapshot in one file, dated by its own dateGenerated. Raises BadList if it is not whole."""
    found = records(file.path, file.source.name, "CONSOLIDATED_LIST", tuple(SCHEMAS))
    _, root = next(found)
    on, basis = snapshot_day(file, day_of(root.get("dateGenerated")))
    entries = [_entry(element, file, row, on) for row, (_, element) in enumerate(found, start=1)]
    yield read_snapshot(entries, list_code=LIST_CODE, list_name=LIST_NAME, file=file, on=on, on_basis=basis)


def _entry(element: Element, file: SourceFile, row: int, on: object) -> Entry:
    number = child_text(element, "REFERENCE_NUMBER") or f"DATAID-{child_text(element, 'DATAID')}"
    here = Locator(source=file.source.sha256, name=file.source.name, row=row, record=number, snapshot=on)  # type: ignore[arg-type]
    caption = " ".join(part for tag in NAME_PARTS if (part := child_text(element, tag)))
    listed_on = day_of(child_text(element, "LISTED_ON"))
    party = Party(
        party=PartyId(f"{LIST_CODE}:{number}"),
        list=LIST_NAME,
        entry=number,
        schema=SCHEMAS[local_name(element)],
        caption=caption,
        names=tuple(_names(element, caption, here)),
        identifiers=(Identifier(kind="un_reference", value=number, locator=here), *_identifiers(element, here)),
        countries=tuple(dict.fromkeys(_countries(element))),
        birth_dates=tuple(dict.fromkeys(_birth_dates(element))),
        remarks=child_text(element, "COMMENTS1") or None,
        locator=here,
    )
    term = Term(
        programme=child_text(element, "UN_LIST_TYPE") or None,
        measure=None,
        from_on=listed_on,
        from_basis=Basis.STATED if listed_on else Basis.UNKNOWN,
        locator=here,
    )
    return Entry(party=party, terms=(term,))


def _names(element: Element, caption: str, here: Locator) -> Iterator[PartyName]:
    yield PartyName(text=caption, kind=NameKind.PRIMARY, locator=here)
    original = child_text(element, "NAME_ORIGINAL_SCRIPT")
    if original:
        yield PartyName(text=original, kind=NameKind.ORIGINAL_SCRIPT, locator=here)
    for alias in (*children(element, "INDIVIDUAL_ALIAS"), *children(element, "ENTITY_ALIAS")):
        kind = QUALITIES.get(child_text(alias, "QUALITY").lower(), NameKind.ALIAS)
        for text in child_text(alias, "ALIAS_NAME").split(";"):
            for name in told_names(text):
                yield PartyName(text=name.text, kind=NameKind.WEAK_ALIAS if name.is_weak else kind, locator=here)


def _identifiers(element: Element, here: Locator) -> Iterator[Identifier]:
    for document in children(element, "INDIVIDUAL_DOCUMENT"):
        value = child_text(document, "NUMBER")
        words = child_text(document, "TYPE_OF_DOCUMENT").lower()
        if value:
            kind = next((kind for word, kind in DOCUMENTS if word in words), "national_id")
            yield Identifier(kind=kind, value=value, locator=here)
    for title in (child for group in children(element, "DESIGNATION") for child in children(group, "VALUE")):
        if squeezed(title.text):
            yield Identifier(kind="title", value=squeezed(title.text), locator=here)
    if gender := child_text(element, "GENDER"):
        yield Identifier(kind="gender", value=gender, locator=here)


def _countries(element: Element) -> Iterator[str]:
    for group in children(element, "NATIONALITY"):
        yield from (text for value in children(group, "VALUE") if (text := squeezed(value.text)))
    for address in (*children(element, "INDIVIDUAL_ADDRESS"), *children(element, "ENTITY_ADDRESS")):
        if country := child_text(address, "COUNTRY"):
            yield country


def _birth_dates(element: Element) -> Iterator[str]:
    for birth in children(element, "INDIVIDUAL_DATE_OF_BIRTH"):
        day = child_text(birth, "DATE")[:10] or child_text(birth, "YEAR")
        start, end = child_text(birth, "FROM_YEAR"), child_text(birth, "TO_YEAR")
        if day or start:
            yield day or f"{start}-{end}"
