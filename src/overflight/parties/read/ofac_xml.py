"""OFAC's advanced XML: the only one of its files that dates an entry (EntryEvent) and names measures and legal bases.

The day belongs to the entry, not to each programme: a programme added later carries the same one, which the ledger
knows from the snapshots.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from overflight.parties.read.entry import Entry, Snapshot, StatedLink, Term, read_snapshot, snapshot_day
from overflight.parties.read.ofac_csv import LIST_CODE, LIST_NAMES, SCHEMAS
from overflight.parties.read.xml_stream import Element, child_text, children, local_name, records, squeezed
from overflight.records.party import Basis, Identifier, NameKind, Party, PartyId, PartyName, PartySchema
from overflight.records.source import Locator, SourceFile

PROGRAMME_TYPE = "Program"
SDN_WORDS = ("", "SDN List")
"""What the file calls the list that blocks; all others (sectoral, correspondent accounts, legislative council) do not."""
ALIAS_KINDS = {"A.K.A.": NameKind.ALIAS, "F.K.A.": NameKind.FORMER, "N.K.A.": NameKind.ALIAS, "Name": NameKind.PRIMARY}
FEATURES = {
    "Aircraft Manufacturer's Serial Number (MSN)": "msn",
    "Aircraft Construction Number (also called L/N or S/N or F/N)": "line_number",
    "Aircraft Manufacture Date": "manufacture_date",
    "Aircraft Model": "model",
    "Aircraft Operator": "operator",
    "Aircraft Tail Number": "registration",
    "Previous Aircraft Tail Number": "former_registration",
    "Aircraft Mode S Transponder Code": "icao24",
    "Vessel Call Sign": "call_sign",
    "Vessel Flag": "flag",
    "VESSEL TYPE": "vessel_type",
    "MMSI": "mmsi",
    "Gender": "gender",
    "Place of Birth": "birth_place",
    "Title": "title",
    "Website": "website",
    "Email Address": "email",
    "SWIFT/BIC": "swift_bic",
    "Organization Established Date": "established_date",
}
SUBTYPES = {"Vessel": "vessel", "Aircraft": "aircraft", "Individual": "individual", "Entity": ""}
RELATIONS = {
    "Owned or Controlled By": "owner",
    "Acting for or on behalf of": "acts_for",
    "Providing support to": "supports",
    "Associate Of": "associate",
    "Family member of": "relative",
    "Leader or official of": "leader_of",
    "Playing a significant role in": "role_in",
}
VALUE_SETS = (
    "AliasType", "FeatureType", "IDRegDocType", "SanctionsType", "RelationType", "PartySubType", "PartyType", "LegalBasis",
    "List", "EntryEventType", "DetailReference", "Country", "Script", "NamePartType",
)  # fmt: skip


@dataclass(slots=True)
class Parts:
    """What of the file is gathered on the way, to be joined at its end."""

    words: dict[tuple[str, str], str] = field(default_factory=dict)
    party_types: dict[str, str] = field(default_factory=dict)
    profiles: dict[str, Party] = field(default_factory=dict)
    documents: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    identities: dict[str, list[str]] = field(default_factory=dict)
    relations: dict[str, list[tuple[str, str, bool]]] = field(default_factory=dict)
    terms: dict[str, list[Term]] = field(default_factory=dict)
    list_of: dict[str, str] = field(default_factory=dict)


def read_ofac_xml(file: SourceFile) -> Iterator[Snapshot]:
    """The snapshots in one advanced XML, one a list (SDN, consolidated). Raises BadList if it is not whole."""
    tags = (
        *(f"{name}" for name in VALUE_SETS),
        "DateOfIssue",
        "IDRegDocument",
        "DistinctParty",
        "ProfileRelationship",
        "SanctionsEntry",
    )
    parts = Parts()
    on: dt.date | None = None
    basis = "unknown"
    row = 0
    for tag, element in records(file.path, file.source.name, "Sanctions", tags):
        if tag == "Sanctions":
            on, basis = snapshot_day(file)
        elif tag == "DateOfIssue":
            on, basis = snapshot_day(file, _day(element))
        elif tag == "IDRegDocument":
            _take_document(element, parts)
        elif tag == "DistinctParty":
            row += 1
            _take_party(element, parts, file, row, on)
        elif tag == "ProfileRelationship":
            _take_relation(element, parts)
        elif tag == "SanctionsEntry":
            _take_entry(element, parts, file, on)
        elif element.get("ID") is not None:
            parts.words[tag, element.get("ID")] = squeezed(element.text)
            if tag == "PartySubType":
                parts.party_types[element.get("ID")] = element.get("PartyTypeID") or ""
    by_list: dict[str, list[Entry]] = {}
    for profile in sorted(parts.profiles, key=lambda p: (len(p), p)):
        name = parts.list_of.get(profile, LIST_NAMES["sdn"])
        by_list.setdefault(name, []).append(_entry(profile, name, parts))
    for name in sorted(by_list) or [LIST_NAMES["sdn"]]:
        yield read_snapshot(
            by_list.get(name, ()), list_code=LIST_CODE, list_name=name, file=file, on=on, on_basis=basis
        )


def _take_party(element: Element, parts: Parts, file: SourceFile, row: int, on: dt.date | None) -> None:
    for profile in children(element, "Profile"):
        number = profile.get("ID") or element.get("FixedRef") or str(row)
        here = Locator(source=file.source.sha256, name=file.source.name, row=row, record=number, snapshot=on)
        schema = _schema(profile.get("PartySubTypeID") or "", parts)
        names = _unique_names(
            name for identity in children(profile, "Identity") for name in _names(identity, parts, here)
        )
        parts.identities[number] = [identity.get("ID") or "" for identity in children(profile, "Identity")]
        features = [
            (kind, text)
            for feature in (*children(profile, "Feature"), *children(element, "Feature"))
            for kind, text in _feature(feature, parts)
        ]
        caption = next((n.text for n in names if n.kind is NameKind.PRIMARY), names[0].text if names else number)
        identifiers = [
            Identifier(kind=kind, value=text, locator=here) for kind, text in features if kind != "birth_date"
        ]
        if schema is PartySchema.AIRPLANE:
            identifiers.insert(0, Identifier(kind="registration", value=caption, locator=here))
        parts.profiles[number] = Party(
            party=PartyId(f"{LIST_CODE}:{number}"),
            list=LIST_NAMES["sdn"],
            entry=number,
            schema=schema,
            caption=caption,
            names=names,
            identifiers=tuple(identifiers),
            birth_dates=tuple(text for kind, text in features if kind == "birth_date"),
            remarks=child_text(element, "Comment") or None,
            locator=here,
        )


def _schema(subtype: str, parts: Parts) -> PartySchema:
    """Vessel and aircraft are subtypes of their own; persons and entities are told by the type above."""
    word = parts.words.get(("PartySubType", subtype), "")
    if word in ("", "Unknown"):
        word = parts.words.get(("PartyType", parts.party_types.get(subtype, "")), "")
    return SCHEMAS.get(SUBTYPES.get(word, "?"), PartySchema.LEGAL_ENTITY)


def _names(identity: Element, parts: Parts, here: Locator) -> Iterator[PartyName]:
    part_types = _name_parts(identity, parts)
    for alias in children(identity, "Alias"):
        kind = ALIAS_KINDS.get(parts.words.get(("AliasType", alias.get("AliasTypeID") or ""), ""), NameKind.ALIAS)
        if alias.get("Primary") == "true":
            kind = NameKind.PRIMARY
        elif alias.get("LowQuality") == "true":
            kind = NameKind.WEAK_ALIAS
        elif kind is NameKind.PRIMARY:
            kind = NameKind.ALIAS
        for at, name in enumerate(children(alias, "DocumentedName")):
            values = [
                (part_types.get(value.get("NamePartGroupID") or "", ""), squeezed(value.text))
                for part in children(name, "DocumentedNamePart")
                for value in children(part, "NamePartValue")
                if squeezed(value.text)
            ]
            if values:
                text = _spelled(values)
                shown = NameKind.ORIGINAL_SCRIPT if at and not text.isascii() else kind
                yield PartyName(text=text, kind=shown, locator=here)


def _name_parts(identity: Element, parts: Parts) -> dict[str, str]:
    """What each group of name parts of an identity is: `Last Name`, `First Name`, `Entity Name`."""
    return {
        group.get("ID") or "": parts.words.get(("NamePartType", group.get("NamePartTypeID") or ""), "")
        for groups in children(identity, "NamePartGroups")
        for master in children(groups, "MasterNamePartGroup")
        for group in children(master, "NamePartGroup")
    }


def _spelled(values: list[tuple[str, str]]) -> str:
    """The parts of a name as one: `FAMILY, Given` where the file tells the family name, as the delimited files print it."""
    family = " ".join(text for kind, text in values if kind == "Last Name")
    others = " ".join(text for kind, text in values if kind != "Last Name")
    return f"{family}, {others}" if family and others else family or others


def _unique_names(names: Iterator[PartyName]) -> tuple[PartyName, ...]:
    found: dict[str, PartyName] = {}
    for name in names:
        found.setdefault(name.text, name)
    return tuple(sorted(found.values(), key=lambda name: name.kind is not NameKind.PRIMARY))


def _feature(feature: Element, parts: Parts) -> Iterator[tuple[str, str]]:
    word = parts.words.get(("FeatureType", feature.get("FeatureTypeID") or ""), "")
    for version in children(feature, "FeatureVersion"):
        for period in children(version, "DatePeriod"):
            day = _first_day(period)
            if day:
                yield ("birth_date" if word == "Birthdate" else FEATURES.get(word, _snake(word))), day
        for detail in children(version, "VersionDetail"):
            text = squeezed(detail.text) or parts.words.get(
                ("DetailReference", detail.get("DetailReferenceID") or ""), ""
            )
            if text and word:
                yield FEATURES.get(word, _snake(word)), text


def _take_document(element: Element, parts: Parts) -> None:
    number = child_text(element, "IDRegistrationNo")
    kind = parts.words.get(("IDRegDocType", element.get("IDRegDocTypeID") or ""), "identification number")
    if number:
        parts.documents.setdefault(element.get("IdentityID") or "", []).append((_snake(kind), number))


def _take_relation(element: Element, parts: Parts) -> None:
    word = parts.words.get(("RelationType", element.get("RelationTypeID") or ""), "")
    parts.relations.setdefault(element.get("From-ProfileID") or "", []).append(
        (RELATIONS.get(word, "linked_to"), element.get("To-ProfileID") or "", element.get("Former") == "true")
    )


def _take_entry(element: Element, parts: Parts, file: SourceFile, on: dt.date | None) -> None:
    number = element.get("ProfileID") or ""
    word = parts.words.get(("List", element.get("ListID") or ""), "")
    parts.list_of[number] = LIST_NAMES["sdn" if word in SDN_WORDS else "cons"]
    here = Locator(
        source=file.source.sha256,
        name=file.source.name,
        record=f"SanctionsEntry {element.get('ID') or number}",
        snapshot=on,
    )
    days = [day for event in children(element, "EntryEvent") for date in children(event, "Date") if (day := _day(date))]
    programmes, measures = [], []
    for measure in children(element, "SanctionsMeasure"):
        kind = parts.words.get(("SanctionsType", measure.get("SanctionsTypeID") or ""), "")
        if kind == PROGRAMME_TYPE or measure.get("SanctionsTypeID") == "1":
            programmes.append(child_text(measure, "Comment"))
        elif kind:
            measures.append(kind)
    parts.terms.setdefault(number, []).extend(
        Term(
            programme=programme or None,
            measure=measures[0] if measures else "Block",
            from_on=min(days) if days else None,
            from_basis=Basis.STATED if days else Basis.UNKNOWN,
            locator=here,
        )
        for programme in programmes or [""]
    )


def _entry(number: str, list_name: str, parts: Parts) -> Entry:
    party = parts.profiles[number]
    documents = [
        Identifier(kind=kind, value=value, locator=party.locator)
        for identity in parts.identities.get(number, ())
        for kind, value in parts.documents.get(identity, ())
    ]
    links = tuple(
        StatedLink(
            kind=f"former_{kind}" if is_former else kind,
            object_name=parts.profiles[to].caption if to in parts.profiles else to,
            object_entry=f"{LIST_CODE}:{to}",
            locator=party.locator,
        )
        for kind, to, is_former in parts.relations.get(number, ())
    )
    described = Party(
        party=party.party,
        list=list_name,
        entry=party.entry,
        schema=party.schema,
        caption=party.caption,
        names=party.names,
        identifiers=(*party.identifiers, *documents),
        countries=party.countries,
        birth_dates=party.birth_dates,
        remarks=party.remarks,
        locator=party.locator,
    )
    return Entry(party=described, terms=tuple(parts.terms.get(number, ())), links=links)


def _day(element: Element) -> dt.date | None:
    """A Year, Month and Day below an element as a day; None for less."""
    try:
        return dt.date(*(int(child_text(element, part)) for part in ("Year", "Month", "Day")))
    except ValueError:
        return None


def _first_day(period: Element) -> str:
    """The first day, or less, that a period names, in ISO form as far as it goes."""
    for start in period.iter():
        if local_name(start) == "From":
            year, month, day = (child_text(start, part) for part in ("Year", "Month", "Day"))
            return "-".join(part.zfill(2) for part in (year, month, day) if part)
    return ""


def _snake(words: str) -> str:
    return "_".join("".join(c if c.isalnum() else " " for c in words.lower()).split())
