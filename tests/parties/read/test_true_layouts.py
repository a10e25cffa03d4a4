"""Lists in the layouts that their publishers use, with entries made up here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from overflight.parties.read import sniff_list
from overflight.records.party import Answer, Basis, NameKind, PartySchema
from tests.parties.list_builders import ask, day, file_at, ledger

# OFAC's plain XML

SDN_XML = """<?xml version="1.0" standalone="yes"?>
<sdnList xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">
  <publshInformation><Publish_Date>06/22/2022</Publish_Date><Record_Count>4</Record_Count></publshInformation>
  <sdnEntry><uid>7</uid><lastName>ACME AIR</lastName><sdnType>Entity</sdnType>
    <programList><program>SDGT</program><program>IFSR</program></programList>
    <akaList>
      <aka><uid>71</uid><type>a.k.a.</type><category>strong</category><lastName>ACME AIRWAYS</lastName></aka>
      <aka><uid>72</uid><type>a.k.a.</type><category>weak</category><lastName>ACMEFLY</lastName></aka>
      <aka><uid>73</uid><type>f.k.a.</type><category>strong</category><lastName>APEX AIR</lastName></aka>
    </akaList>
    <addressList><address><uid>1</uid><city>Tehran</city><country>Iran</country></address></addressList>
    <remarks>(Linked To: GREAT HOLDING)</remarks>
  </sdnEntry>
  <sdnEntry><uid>8</uid><lastName>EP-AAA</lastName><sdnType>Aircraft</sdnType><remarks>(Linked To: ACME AIR)</remarks>
    <programList><program>SDGT</program></programList>
    <idList>
      <id><uid>1</uid><idType>Aircraft Manufacturer's Serial Number (MSN)</idType><idNumber>24576</idNumber></id>
      <id><uid>2</uid><idType>Aircraft Model</idType><idNumber>B747-2</idNumber></id>
      <id><uid>3</uid><idType>Aircraft Operator</idType><idNumber>ACME AIR</idNumber></id>
    </idList>
  </sdnEntry>
  <sdnEntry><uid>9</uid><firstName>Jane</firstName><lastName>DOE</lastName><title>Pilot</title><sdnType>Individual</sdnType>
    <programList><program>IFSR</program></programList>
    <nationalityList><nationality><uid>4</uid><country>Iran</country><mainEntry>true</mainEntry></nationality></nationalityList>
    <dateOfBirthList><dateOfBirthItem><uid>5</uid><dateOfBirth>07 Oct 1952</dateOfBirth></dateOfBirthItem></dateOfBirthList>
    <idList><id><uid>6</uid><idType>Gender</idType><idNumber>Female</idNumber></id></idList>
  </sdnEntry>
  <sdnEntry><uid>10</uid><lastName>SEA STAR</lastName><sdnType>Vessel</sdnType>
    <programList><program>IFSR</program></programList>
    <idList><id><uid>9</uid><idType>Vessel Registration Identification</idType><idNumber>IMO 9187629</idNumber></id></idList>
    <vesselInfo><callSign>EPAB</callSign><vesselType>Crude Oil Tanker</vesselType><vesselFlag>Iran</vesselFlag></vesselInfo>
  </sdnEntry>
</sdnList>"""


def test_the_plain_xml_stands_for_the_day_it_was_published(tmp_path: Path) -> None:
    built = ledger(file_at(tmp_path / "sdn.xml", SDN_XML))
    assert [(s.list, s.on, s.entries) for s in built.snapshots] == [("OFAC SDN", day("2022-06-22"), 4)]
    assert ask(built, "Acme Airways", "2022-06-22").answer is Answer.YES
    assert ask(built, "Acme Airways", "2022-06-21").answer is Answer.UNKNOWN


def test_the_plain_xml_gives_what_the_delimited_files_give(tmp_path: Path) -> None:
    built = ledger(file_at(tmp_path / "sdn.xml", SDN_XML))
    assert [(n.text, n.kind) for n in built.by_id["ofac:7"].names] == [
        ("ACME AIR", NameKind.PRIMARY),
        ("ACME AIRWAYS", NameKind.ALIAS),
        ("ACMEFLY", NameKind.WEAK_ALIAS),
        ("APEX AIR", NameKind.FORMER),
    ]
    assert {x.programme for x in built.listings_of["ofac:7"]} == {"SDGT", "IFSR"}
    assert built.aircraft.airframes["ofac:8"] == ("Boeing", "24576")
    jane = built.by_id["ofac:9"]
    assert (jane.caption, jane.schema, jane.birth_dates, jane.countries) == (
        "DOE, Jane",
        PartySchema.PERSON,
        ("07 Oct 1952",),
        ("Iran",),
    )
    ship = {(i.kind, i.value) for i in built.by_id["ofac:10"].identifiers}
    assert {("imo", "9187629"), ("call_sign", "EPAB"), ("flag", "Iran")} <= ship


def test_a_persons_given_name_first_is_found_in_the_plain_xml(tmp_path: Path) -> None:
    assert ask(ledger(file_at(tmp_path / "sdn.xml", SDN_XML)), "Jane Doe", "2022-06-22").answer is Answer.YES


def test_the_consolidated_xml_is_another_list(tmp_path: Path) -> None:
    built = ledger(file_at(tmp_path / "consolidated.xml", SDN_XML))
    assert {(x.list, x.measure) for x in built.listings} == {("OFAC Consolidated", "Non-SDN")}


def test_a_plain_xml_cut_off_is_refused(tmp_path: Path) -> None:
    before = file_at(tmp_path / "a" / "sdn.xml", SDN_XML)
    broken = file_at(tmp_path / "b" / "sdn.xml", SDN_XML[: SDN_XML.index("<sdnEntry><uid>9")])
    built = ledger(before, broken)
    assert len(built.snapshots) == 1
    assert any("refused" in warning for warning in built.warnings)


# OFAC's advanced XML, with the parts of persons' names and with lists that do not block

ADVANCED = """<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML">
 <DateOfIssue CalendarTypeID="1"><Year>2022</Year><Month>3</Month><Day>1</Day></DateOfIssue>
 <ReferenceValueSets>
  <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1403">Name</AliasType></AliasTypeValues>
  <FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType></FeatureTypeValues>
  <ListValues><List ID="1550">SDN List</List><List ID="91507">Sectoral Sanctions Identifications List</List></ListValues>
  <NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType>
   <NamePartType ID="1525">Entity Name</NamePartType></NamePartTypeValues>
  <PartySubTypeValues><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>
   <PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
  <PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType></PartyTypeValues>
  <SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="1705">Block</SanctionsType></SanctionsTypeValues>
 </ReferenceValueSets>
 <DistinctParties>
  <DistinctParty FixedRef="9"><Comment /><Profile ID="9" PartySubTypeID="4"><Identity ID="90" FixedRef="9" Primary="true" False="false">
   <Alias FixedRef="9" AliasTypeID="1403" Primary="true" LowQuality="false">
    <DocumentedName ID="1" FixedRef="9" DocNameStatusID="1">
     <DocumentedNamePart><NamePartValue NamePartGroupID="902" ScriptID="215">Jane</NamePartValue></DocumentedNamePart>
     <DocumentedNamePart><NamePartValue NamePartGroupID="901" ScriptID="215">DOE</NamePartValue></DocumentedNamePart></DocumentedName>
    <DocumentedName ID="2" FixedRef="9" DocNameStatusID="2">
     <DocumentedNamePart><NamePartValue NamePartGroupID="902" ScriptID="220">Джейн</NamePartValue></DocumentedNamePart>
     <DocumentedNamePart><NamePartValue NamePartGroupID="901" ScriptID="220">ДОУ</NamePartValue></DocumentedNamePart></DocumentedName>
   </Alias>
   <NamePartGroups><MasterNamePartGroup><NamePartGroup ID="901" NamePartTypeID="1520"/></MasterNamePartGroup>
    <MasterNamePartGroup><NamePartGroup ID="902" NamePartTypeID="1521"/></MasterNamePartGroup></NamePartGroups>
  </Identity>
  <Feature ID="1" FeatureTypeID="8"><FeatureVersion ID="2" ReliabilityID="1"><Comment /><DatePeriod CalendarTypeID="1">
   <Start Approximate="false"><From><Year>1952</Year><Month>10</Month><Day>7</Day></From></Start></DatePeriod></FeatureVersion></Feature>
  </Profile></DistinctParty>
  <DistinctParty FixedRef="11"><Profile ID="11" PartySubTypeID="3"><Identity ID="110" Primary="true">
   <Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="3"><DocumentedNamePart>
    <NamePartValue NamePartGroupID="1101">ACME OIL</NamePartValue></DocumentedNamePart></DocumentedName></Alias></Identity></Profile></DistinctParty>
 </DistinctParties>
 <SanctionsEntries>
  <SanctionsEntry ID="9" ProfileID="9" ListID="1550"><EntryEvent ID="9" EntryEventTypeID="1" LegalBasisID="1">
   <Date CalendarTypeID="1"><Year>2019</Year><Month>9</Month><Day>13</Day></Date></EntryEvent>
   <SanctionsMeasure ID="1" SanctionsTypeID="1705"><DatePeriod CalendarTypeID="1" /></SanctionsMeasure>
   <SanctionsMeasure ID="2" SanctionsTypeID="1"><Comment>DPRK3</Comment></SanctionsMeasure></SanctionsEntry>
  <SanctionsEntry ID="11" ProfileID="11" ListID="91507"><EntryEvent ID="11" EntryEventTypeID="1">
   <Date CalendarTypeID="1"><Year>2014</Year><Month>7</Month><Day>16</Day></Date></EntryEvent>
   <SanctionsMeasure ID="3" SanctionsTypeID="1"><Comment>UKRAINE-EO13662</Comment></SanctionsMeasure></SanctionsEntry>
 </SanctionsEntries>
</Sanctions>"""


def test_the_advanced_xml_puts_the_family_name_first_whatever_the_order_of_its_parts(tmp_path: Path) -> None:
    built = ledger(file_at(tmp_path / "sdn_advanced.xml", ADVANCED))
    assert [(n.text, n.kind) for n in built.by_id["ofac:9"].names] == [
        ("DOE, Jane", NameKind.PRIMARY),
        ("ДОУ, Джейн", NameKind.ORIGINAL_SCRIPT),
    ]
    assert built.by_id["ofac:9"].birth_dates == ("1952-10-07",)


def test_a_list_that_does_not_block_is_never_taken_for_the_one_that_does(tmp_path: Path) -> None:
    built = ledger(file_at(tmp_path / "sdn_advanced.xml", ADVANCED))
    assert {(x.party, x.list) for x in built.listings} == {("ofac:9", "OFAC SDN"), ("ofac:11", "OFAC Consolidated")}


# The EU's list

EU_HEADER = (
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_UnitedNationId;Entity_DesignationDate;"
    "Entity_DesignationDetails;Entity_Remark;Entity_SubjectType;Entity_SubjectType_ClassificationCode;Entity_Regulation_Type;"
    "Entity_Regulation_OrganisationType;Entity_Regulation_PublicationDate;Entity_Regulation_EntryIntoForceDate;"
    "Entity_Regulation_NumberTitle;Entity_Regulation_Programme;Entity_Regulation_PublicationUrl;NameAlias_LastName;"
    "NameAlias_FirstName;NameAlias_MiddleName;NameAlias_WholeName;NameAlias_NameLanguage;NameAlias_Gender;BirthDate_BirthDate;"
    "BirthDate_Year;Identification_Number;Identification_TypeCode;Citizenship_CountryIso2Code;Citizenship_CountryDescription\n"
)


def test_the_eus_csv_has_a_row_for_each_name_date_and_paper_of_an_entity(tmp_path: Path) -> None:
    start = "22/09/2023;13;EU.27.28;IRi.001;;;a remark;P;person;regulation;commission;2012-03-24;2012-03-24;267/2012 (OJ L88);IRN;"
    rows = [
        start + "http://eur-lex;Doe;Jane;;Jane Doe;EN;F;;;;;;",
        start + "http://eur-lex;;;;Джейн Доу;RU;;;;;;;",
        start + "http://eur-lex;;;;;;;1952-10-07;1952;;;;",
        start + "http://eur-lex;;;;;;;;;A123;passport;IR;IRAN",
    ]
    built = ledger(file_at(tmp_path / "eu.csv", "\ufeff" + EU_HEADER + "\n".join(rows) + "\n"))
    (party,) = built.parties
    assert (party.party, party.schema, party.caption) == ("eu:EU.27.28", PartySchema.PERSON, "Jane Doe")
    assert [n.text for n in party.names] == ["Jane Doe", "Джейн Доу"]
    assert (party.birth_dates, party.countries) == (("1952-10-07",), ("IRAN",))
    assert {("un_reference", "IRi.001"), ("passport", "A123")} <= {(i.kind, i.value) for i in party.identifiers}
    (listing,) = built.listings
    assert (listing.programme, listing.from_on, listing.from_basis) == ("IRN", day("2012-03-24"), Basis.PUBLISHED)
    assert built.snapshots[0].on == day("2023-09-22")


def test_the_eus_xml_keeps_weak_names_apart(tmp_path: Path) -> None:
    text = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2024-12-11T21:24:35.826+01:00" globalFileId="1">'
        '<sanctionEntity designationDate="2011-10-12" designationDetails="" unitedNationId="" euReferenceNumber="EU.1.1" logicalId="13">'
        "<remark>a remark</remark>"
        '<regulation regulationType="amendment" organisationType="commission" publicationDate="2024-01-17" '
        'entryIntoForceDate="2024-01-18" numberTitle="2024/372" programme="IRN" logicalId="348"><publicationUrl>x</publicationUrl></regulation>'
        '<subjectType code="enterprise" classificationCode="E"/>'
        '<nameAlias firstName="" middleName="" lastName="" wholeName="Acme Air" function="" strong="true" logicalId="17">'
        '<regulationSummary regulationType="regulation"/></nameAlias>'
        '<nameAlias wholeName="Acmefly" strong="false" logicalId="18"/>'
        '<identification diplomatic="false" number="36-1" identificationTypeCode="regnumber" countryIso2Code="IR"/>'
        '<address city="Tehran" countryIso2Code="IR" countryDescription="IRAN"/></sanctionEntity></export>'
    )
    built = ledger(file_at(tmp_path / "eu.xml", text))
    (party,) = built.parties
    assert [(n.text, n.kind) for n in party.names] == [("Acme Air", NameKind.PRIMARY), ("Acmefly", NameKind.WEAK_ALIAS)]
    assert [(x.from_on, x.from_basis) for x in built.listings] == [(day("2011-10-12"), Basis.STATED)]
    assert built.snapshots[0].on == day("2024-12-11")


# The UK's two lists

UK_HEADER = (
    "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,"
    "Title,Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,Designation Type,Designation source,"
    "Sanctions Imposed,Other Information,UK Statement of Reasons,Address Line 1,Address Country,Date Designated,D.O.B,"
    "Nationality(/ies),Passport number,Position,IMO number,Current owner/operator (s),Current believed flag of ship\n"
)


def test_the_uk_list_of_ships_and_persons(tmp_path: Path) -> None:
    rows = [
        "24/02/2022,RUS0001,14196,,DOE,Jane,,,,,Primary Name,,Dr,Джейн ДОУ,Cyrillic,Russian,The Russia Regulations 2019,Individual,UK,"
        "Asset freeze|Travel Ban,,Because,,Russia,24/02/2022,07/10/1952,Russia,(1) A1 (2) A2,Pilot,,,",
        "24/02/2022,RUS0001,14196,,DO,Jana,,,,,Alias,Low quality a.k.a,,,,,The Russia Regulations 2019,Individual,UK,"
        "Asset freeze|Travel Ban,,,,,24/02/2022,,,,,,,",
        "13/06/2024,RUS2000,16500,,SEA STAR,,,,,,Primary Name,,,,,,The Russia Regulations 2019,Ship,UK,"
        "Ship specification,,,,,13/06/2024,,,,,9187629,Acme Shipping,Gabon",
    ]
    built = ledger(
        file_at(tmp_path / "UK-Sanctions-List.csv", "Report Date: 12-May-2025\n" + UK_HEADER + "\n".join(rows) + "\n")
    )
    assert built.snapshots[0].on == day("2025-05-12")
    jane, ship = built.parties
    assert [(n.text, n.kind) for n in jane.names] == [
        ("Jane DOE", NameKind.PRIMARY),
        ("Джейн ДОУ", NameKind.ORIGINAL_SCRIPT),
        ("Jana DO", NameKind.WEAK_ALIAS),
    ]
    assert [i.value for i in jane.identifiers if i.kind == "passport"] == ["A1", "A2"]
    assert (ship.schema, {i.value for i in ship.identifiers if i.kind == "imo"}) == (PartySchema.VESSEL, {"9187629"})
    assert ask(built, "SEA STAR", "2024-06-12").answer is Answer.NO


OFSI_HEADER = (
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,Non-Latin Script Language,DOB,"
    "Town of Birth,Country of Birth,Nationality,Passport Number,Position,Address 1,Post/Zip Code,Country,Other Information,"
    "Group Type,Alias Type,Alias Quality,Regime,Listed On,UK Sanctions List Date Designated,Last Updated,Group ID\n"
)


def test_ofsis_consolidated_list(tmp_path: Path) -> None:
    rows = [
        "ACME AIR,,,,,,,,,,,,,,,,Tehran,,Iran,Info,Entity,Primary name,,Iran,24/02/2011,31/12/2020,01/02/2023,7",
        "ACMEFLY,,,,,,,,,,,,,,,,,,,,Entity,AKA,Low,Iran,24/02/2011,31/12/2020,01/02/2023,7",
    ]
    built = ledger(
        file_at(tmp_path / "ConList.csv", "Last Updated,03/03/2023\n" + OFSI_HEADER + "\n".join(rows) + "\n")
    )
    (party,) = built.parties
    assert (party.party, party.countries) == ("uk-ofsi:7", ("Iran",))
    assert [n.kind for n in party.names] == [NameKind.PRIMARY, NameKind.WEAK_ALIAS]
    assert [(x.list, x.measure, x.from_basis) for x in built.listings] == [
        ("UK OFSI", "Asset freeze", Basis.CARRIED_OVER)
    ]
    assert built.snapshots[0].on == day("2023-03-03")


# OpenSanctions

TARGETS = (
    '"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails",'
    '"program_ids","dataset","first_seen","last_seen","last_change"\n'
    '"NK-1","Company","Acme Air","Acme Fly;Эйр Акме","","ir","Tehran","IMO9187629;123","Iran regulations","","","GB-IRN;EU-IRN",'
    '"UK FCDO Sanctions List;EU Sanctions Map","2022-02-24T00:00:00","2026-09-15T13:11:55","2026-09-15T09:48:57"\n'
    '"NK-2","Person","Jane Doe","","1952-10-07","ir;ru","","","","","","","Wikidata","2022-02-24T00:00:00","2026-09-15T13:11:55",""\n'
)


def test_the_table_of_targets_lists_who_is_sanctioned_and_knows_the_others(tmp_path: Path) -> None:
    built = ledger(file_at(tmp_path / "targets.simple.csv", TARGETS))
    acme, jane = built.parties
    assert [n.text for n in acme.names] == ["Acme Air", "Acme Fly", "Эйр Акме"]
    assert {(i.kind, i.value) for i in acme.identifiers} == {("imo", "9187629"), ("identification_number", "123")}
    assert {(x.programme, x.list) for x in built.listings} == {
        ("GB-IRN", "OpenSanctions targets"),
        ("EU-IRN", "OpenSanctions targets"),
    }
    assert jane.party not in built.listings_of


@pytest.mark.parametrize(
    ("on", "answer"), [("2026-09-15", Answer.YES), ("2022-03-01", Answer.UNKNOWN), ("2026-09-16", Answer.UNKNOWN)]
)
def test_the_table_of_targets_says_nothing_of_other_days(tmp_path: Path, on: str, answer: Answer) -> None:
    assert ask(ledger(file_at(tmp_path / "targets.simple.csv", TARGETS)), "Acme Fly", on).answer is answer


def test_an_export_of_opensanctions_with_its_envelope(tmp_path: Path) -> None:
    lines = [
        {
            "id": "NK-1",
            "caption": "Acme Air",
            "schema": "Company",
            "properties": {"name": ["Acme Air"], "alias": ["Acme Fly"], "country": ["ir"], "topics": ["sanction"]},
            "referents": ["ofac-7"],
            "datasets": ["us_ofac_sdn", "gb_fcdo_sanctions"],
            "first_seen": "2022-02-24T00:00:00",
            "last_seen": "2026-09-15T13:11:55",
            "last_change": "2026-09-15T09:48:57",
            "target": True,
        },
        {
            "id": "ofac-s1",
            "caption": "Iran",
            "schema": "Sanction",
            "properties": {
                "entity": ["NK-1"],
                "program": ["IRAN"],
                "programId": ["US-IRAN"],
                "listingDate": ["2019-01-24"],
            },
            "datasets": ["us_ofac_sdn"],
            "first_seen": "2022-02-24T00:00:00",
            "last_seen": "2026-09-15T13:11:55",
            "target": False,
        },
    ]
    built = ledger(file_at(tmp_path / "entities.ftm.json", "\n".join(map(json.dumps, lines)) + "\n"))
    (listing,) = built.listings
    assert (listing.list, listing.programme, listing.from_on) == ("us_ofac_sdn", "US-IRAN", day("2019-01-24"))
    assert ask(built, "Acme Fly", "2020-01-01").answer is Answer.YES


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SDN_XML, "ofac-plain-xml"),
        (ADVANCED, "ofac-advanced-xml"),
        (TARGETS, "opensanctions-csv"),
        (EU_HEADER, "eu-fsf-csv"),
    ],
)
def test_these_layouts_are_told_from_their_content(text: str, told: str) -> None:
    assert sniff_list(text.encode(), "list") == told
