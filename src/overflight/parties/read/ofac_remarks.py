"""The grammar of OFAC's remarks: `Aircraft Model B747-3B3; Aircraft Manufacturer's Serial Number (MSN) 23413; Linked To: …`

Segments are parted by `; `; a segment is a phrase of the table below and its value, else free words (an office held,
a note), which stay in the remarks. `alt.` before a phrase marks a further value of the same kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

IDENTIFIERS: tuple[tuple[str, str], ...] = (
    ("Aircraft Manufacturer's Serial Number (MSN)", "msn"),
    ("Aircraft Construction Number (also called L/N or S/N or F/N)", "line_number"),
    ("Aircraft Manufacture Date", "manufacture_date"),
    ("Aircraft Model", "model"),
    ("Aircraft Operator", "operator"),
    ("Aircraft Tail Number", "registration"),
    ("Previous Aircraft Tail Number", "former_registration"),
    ("Aircraft Mode S Transponder Code", "icao24"),
    ("Vessel Registration Identification IMO", "imo"),
    ("Vessel Registration Identification", "vessel_registration"),
    ("Vessel Type", "vessel_type"),
    ("Vessel Year of Build", "build_year"),
    ("Vessel Call Sign", "call_sign"),
    ("Other Vessel Call Sign", "call_sign"),
    ("Vessel Flag", "flag"),
    ("Former Vessel Flag", "former_flag"),
    ("MMSI", "mmsi"),
    ("Identification Number IMO", "imo"),
    ("Company Number IMO", "imo_company"),
    ("Passport", "passport"),
    ("Diplomatic Passport", "passport"),
    ("Stateless Person Passport", "passport"),
    ("National ID No.", "national_id"),
    ("National Foreign ID Number", "national_id"),
    ("Identification Number", "identification_number"),
    ("Personal ID Card", "national_id"),
    ("Tax ID No.", "tax_id"),
    ("V.A.T. Number", "vat_number"),
    ("Registration Number", "registration_number"),
    ("Registration ID", "registration_number"),
    ("Registration Certificate Number (Dubai)", "registration_number"),
    ("Business Registration Number", "registration_number"),
    ("Business Registration Document #", "registration_number"),
    ("Business Number", "registration_number"),
    ("Company Number", "registration_number"),
    ("Commercial Registry Number", "registration_number"),
    ("Chamber of Commerce Number", "registration_number"),
    ("Legal Entity Number", "registration_number"),
    ("Trade License No.", "trade_license"),
    ("License", "license"),
    ("C.R. No.", "registration_number"),
    ("Economic Register Number (CBLS)", "registration_number"),
    ("Enterprise Number", "registration_number"),
    ("Government Gazette Number", "gazette_number"),
    ("Unified Social Credit Code (USCC)", "uscc"),
    ("D-U-N-S Number", "duns"),
    ("SWIFT/BIC", "swift_bic"),
    ("Cedula No.", "cedula"),
    ("Cedula No. de Ciudadania", "cedula"),
    ("D.N.I.", "dni"),
    ("C.U.R.P.", "curp"),
    ("C.U.I.T.", "cuit"),
    ("R.F.C.", "rfc"),
    ("S.S.N.", "ssn"),
    ("NIT #", "nit"),
    ("RUC #", "ruc"),
    ("RIF #", "rif"),
    ("RTN", "rtn"),
    ("Matricula Mercantil No", "registration_number"),
    ("Folio Mercantil No.", "registration_number"),
    ("Public Registration Number", "registration_number"),
    ("Tourism License No.", "license"),
    ("Electoral Registry No.", "electoral_registry"),
    ("Driver's License No.", "driver_license"),
    ("Birth Certificate Number", "birth_certificate"),
    ("Digital Currency Address -", "digital_currency_address"),
    ("Email Address", "email"),
    ("Website", "website"),
    ("Phone Number", "phone"),
    ("Telephone Number:", "phone"),
    ("Telephone", "phone"),
    ("Fax", "fax"),
    ("Organization Established Date", "established_date"),
    ("Organization Type:", "organization_type"),
    ("Target Type", "target_type"),
    ("Gender", "gender"),
    ("POB", "birth_place"),
    ("Additional Sanctions Information -", "sanctions_note"),
    ("Secondary sanctions risk:", "sanctions_note"),
    ("Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions:", "sanctions_note"),
)
"""Phrase as OFAC prints it, and the kind of identifier or attribute that we call it."""

COUNTRY_PHRASES = ("nationality", "citizen")
_ALIAS = re.compile(r"""^(?:alt\. )?(a\.k\.a\.|f\.k\.a\.|n\.k\.a\.)[:,]? ?(['"])(.+?)\2?$""")
_DATED_NOTE = re.compile(
    r"^(Listing Date|Effective Date) \(([^()]*)\):? (\d\d? [A-Z][a-z]{2} \d{4})$",
)
_BY_FIRST_WORD: dict[str, list[tuple[str, str]]] = {}
for _phrase, _kind in sorted(IDENTIFIERS, key=lambda row: -len(row[0])):
    _BY_FIRST_WORD.setdefault(_phrase.split(" ", 1)[0], []).append((_phrase, _kind))


@dataclass(slots=True)
class Remarks:
    """What the remarks of one entry say, sorted by kind; `notes` are the segments of no known phrase."""

    identifiers: list[tuple[str, str]] = field(default_factory=list)
    aliases: list[tuple[str, str]] = field(default_factory=list)
    linked_to: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    birth_dates: list[str] = field(default_factory=list)
    dated_notes: list[tuple[str, str, str]] = field(default_factory=list)
    """Dates of directives, which stand on other lists than this one and never date an entry here."""
    notes: list[str] = field(default_factory=list)


def read_remarks(text: str) -> Remarks:
    """The remarks' segments sorted by kind; aliases as (a.k.a. | f.k.a. | n.k.a., name), dated notes as (what, under, day)."""
    said = Remarks()
    for segment in text.rstrip().removesuffix(".").split("; "):
        phrase = segment.strip().removeprefix("alt. ")
        if phrase:
            _sort_segment(phrase, said)
    return said


def _sort_segment(phrase: str, said: Remarks) -> None:
    word, _, rest = phrase.partition(" ")
    if word == "Linked" and rest.startswith("To: "):
        said.linked_to.append(rest[4:].strip())
    elif word == "DOB":
        said.birth_dates.append(rest.strip())
    elif word in COUNTRY_PHRASES:
        said.countries.append(rest.strip())
    elif word in ("a.k.a.", "f.k.a.", "n.k.a.", "a.k.a.:", "f.k.a.:") and (alias := _ALIAS.match(phrase)):
        said.aliases.append((alias.group(1), alias.group(3)))
    elif word in ("Listing", "Effective") and (dated := _DATED_NOTE.match(phrase)):
        said.dated_notes.append((dated.group(1), dated.group(2), dated.group(3)))
    else:
        for known, kind in _BY_FIRST_WORD.get(word, ()):
            if phrase.startswith(known):
                said.identifiers.append((kind, phrase[len(known) :].strip()))
                return
        said.notes.append(phrase)
