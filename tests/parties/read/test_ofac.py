"""OFAC's files: the delimited layout, the grammar of remarks, and the advanced XML."""

from __future__ import annotations

from pathlib import Path

import pytest

from overflight.errors import BadList
from overflight.parties.read import sniff_list
from overflight.parties.read.ofac_csv import split_programmes
from overflight.parties.read.ofac_remarks import read_remarks
from overflight.records.party import Answer, Basis, NameKind, PartySchema
from tests.parties.list_builders import ask, day, file_at, ledger, list_text, sdn, snapshot


def test_programmes_are_split_where_ofac_splits_them() -> None:
    assert split_programmes("SDGT] [NPWMD] [IFSR") == ("SDGT", "NPWMD", "IFSR")
    assert split_programmes("CUBA") == ("CUBA",)
    assert split_programmes("") == ()


def test_remarks_give_an_aircraft_its_serial_and_line_numbers_apart() -> None:
    said = read_remarks(
        "Aircraft Construction Number (also called L/N or S/N or F/N) 632; Aircraft Manufacture Date 23 Jan 1986; "
        "Aircraft Model B747-3B3; Aircraft Operator MAHAN AIR; Aircraft Manufacturer's Serial Number (MSN) 23413; "
        "Aircraft Mode S Transponder Code 73AB12; Aircraft Tail Number EP-XYZ; Linked To: MAHAN AIR."
    )
    assert dict(said.identifiers) == {
        "line_number": "632",
        "manufacture_date": "23 Jan 1986",
        "model": "B747-3B3",
        "operator": "MAHAN AIR",
        "msn": "23413",
        "icao24": "73AB12",
        "registration": "EP-XYZ",
    }
    assert said.linked_to == ["MAHAN AIR"]


def test_remarks_sort_persons_details_and_keep_free_words() -> None:
    said = read_remarks(
        "DOB 10 Dec 1948; alt. DOB 1950; POB Tehran, Iran; nationality Iran; alt. nationality Iraq; Gender Male; "
        "Passport A0003900 (Iran); a.k.a. 'ABU X'; f.k.a. 'THE \"OLD\" ONE'; Head of Procurement; National ID No. 105900 (Iran)."
    )
    assert said.birth_dates == ["10 Dec 1948", "1950"]
    assert said.countries == ["Iran", "Iraq"]
    assert said.aliases == [("a.k.a.", "ABU X"), ("f.k.a.", 'THE "OLD" ONE')]
    assert ("passport", "A0003900 (Iran)") in said.identifiers
    assert ("national_id", "105900 (Iran)") in said.identifiers
    assert said.notes == ["Head of Procurement"]


def test_a_name_that_ends_in_a_dot_keeps_the_dot_before_the_closing_one() -> None:
    assert read_remarks("Linked To: ACME CO., LTD..").linked_to == ["ACME CO., LTD."]


def test_remarks_that_overflow_are_joined_before_they_are_read(tmp_path: Path) -> None:
    files = snapshot(
        tmp_path,
        "2022-01-01",
        [sdn(7, "ACME AIR", remarks="Linked To: GREAT HOL"), sdn(8, "GREAT HOLDING")],
        sdn_comments=["7,\"DING; a.k.a. 'ACMEFLY'.\""],
    )
    built = ledger(files)
    (link,) = built.links
    assert (link.subject, link.object_name, link.object_party) == ("ofac:7", "GREAT HOLDING", "ofac:8")
    assert ask(built, "ACMEFLY", "2022-01-01").parties == ("ofac:7",)


def test_null_cells_are_nothing(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2022-01-01", [sdn(7, "ACME AIR")], add=['7,1,-0- ,"Tehran","Iran",-0- ']))
    party = built.by_id["ofac:7"]
    assert (party.remarks, party.identifiers, party.countries) == (None, (), ("Iran",))


def test_directives_of_other_lists_date_nothing_here(tmp_path: Path) -> None:
    remarks = "Listing Date (EO 14024 Directive 3): 24 Feb 2022; Effective Date (EO 14024 Directive 3): 26 Mar 2022."
    built = ledger(snapshot(tmp_path, "2022-05-01", [sdn(7, "ACME BANK", remarks=remarks)]))
    assert [x.from_basis for x in built.listings] == [Basis.UNKNOWN]
    assert next(i.value for i in built.by_id["ofac:7"].identifiers) == "EO 14024 Directive 3: listing date 24 Feb 2022"


def test_kinds_of_parties_are_told_by_the_lists_own_type(tmp_path: Path) -> None:
    rows = [sdn(1, "A"), sdn(2, "B", kind="individual"), sdn(3, "C", kind="vessel"), sdn(4, "D", kind="aircraft")]
    built = ledger(snapshot(tmp_path, "2022-01-01", rows))
    kinds = [p.schema for p in built.parties]
    assert kinds == [PartySchema.ORGANIZATION, PartySchema.PERSON, PartySchema.VESSEL, PartySchema.AIRPLANE]


def test_alias_files_without_their_list_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadList, match="without its sdn"):
        ledger(file_at(tmp_path / "ofac_2022-01-01" / "alt.csv", '7,1,"aka","ACME CARGO",-0- \r\n'))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (sdn(7, "ACME AIR"), "ofac-sdn-csv"),
        ('7,1,"aka","ACME",-0- ', "ofac-alt-csv"),
        ('7,1,"Street 1","Tehran","Iran",-0- ', "ofac-add-csv"),
        ('7,"ends here."', "ofac-comments-csv"),
        ("name,registration\nACME,EP-AAA", None),
        ("", None),
    ],
)
def test_the_files_are_told_apart_by_their_rows(text: str, told: str | None) -> None:
    assert sniff_list(text.encode(), "whatever.csv") == told


def test_an_empty_sdn_csv_is_still_taken_for_one_so_that_it_is_refused() -> None:
    assert sniff_list(b"", "ofac/sdn.csv") == "ofac-sdn-csv"


XML = """<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="http://www.un.org/sanctions/1.0" Version="1">
 <DateOfIssue CalendarTypeID="1"><Year>2022</Year><Month>3</Month><Day>1</Day></DateOfIssue>
 <ReferenceValueSets>
  <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1403">Name</AliasType></AliasTypeValues>
  <FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="60">Aircraft Model</FeatureType>
   <FeatureType ID="61">Aircraft Manufacturer's Serial Number (MSN)</FeatureType></FeatureTypeValues>
  <ListValues><List ID="1550">SDN List</List></ListValues>
  <PartySubTypeValues><PartySubType ID="2" PartyTypeID="3">Aircraft</PartySubType>
   <PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
  <PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType><PartyType ID="3">Transport</PartyType></PartyTypeValues>
  <RelationTypeValues><RelationType ID="15001">Owned or Controlled By</RelationType></RelationTypeValues>
  <SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="1705">Block</SanctionsType></SanctionsTypeValues>
 </ReferenceValueSets>
 <DistinctParties>
  <DistinctParty FixedRef="7"><Comment>a note</Comment><Profile ID="7" PartySubTypeID="3"><Identity ID="70" Primary="true">
   <Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName><DocumentedNamePart><NamePartValue>ACME AIR</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
   <Alias AliasTypeID="1400" Primary="false" LowQuality="true"><DocumentedName><DocumentedNamePart><NamePartValue>ACMEFLY</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
  </Identity></Profile></DistinctParty>
  <DistinctParty FixedRef="8"><Profile ID="8" PartySubTypeID="2"><Identity ID="80" Primary="true">
   <Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName><DocumentedNamePart><NamePartValue>EP-AAA</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
  </Identity>
  <Feature FeatureTypeID="60"><FeatureVersion><VersionDetail>B747</VersionDetail></FeatureVersion></Feature>
  <Feature FeatureTypeID="61"><FeatureVersion><VersionDetail>24576</VersionDetail></FeatureVersion></Feature>
  </Profile></DistinctParty>
 </DistinctParties>
 <ProfileRelationships><ProfileRelationship ID="1" From-ProfileID="8" To-ProfileID="7" RelationTypeID="15001" Former="false"/></ProfileRelationships>
 <SanctionsEntries>
  <SanctionsEntry ID="7" ProfileID="7" ListID="1550"><EntryEvent EntryEventTypeID="1"><Date><Year>2019</Year><Month>1</Month><Day>24</Day></Date></EntryEvent>
   <SanctionsMeasure SanctionsTypeID="1705"/><SanctionsMeasure SanctionsTypeID="1"><Comment>SDGT</Comment></SanctionsMeasure>
   <SanctionsMeasure SanctionsTypeID="1"><Comment>IFSR</Comment></SanctionsMeasure></SanctionsEntry>
  <SanctionsEntry ID="8" ProfileID="8" ListID="1550"><EntryEvent EntryEventTypeID="1"><Date><Year>2019</Year><Month>1</Month><Day>24</Day></Date></EntryEvent>
   <SanctionsMeasure SanctionsTypeID="1705"/><SanctionsMeasure SanctionsTypeID="1"><Comment>SDGT</Comment></SanctionsMeasure></SanctionsEntry>
 </SanctionsEntries>
</Sanctions>"""


def test_the_advanced_xml_dates_entries_and_names_measures(tmp_path: Path) -> None:
    built = ledger(file_at(tmp_path / "sdn_advanced.xml", XML))
    assert {(x.party, x.programme, x.measure, x.from_on, x.from_basis) for x in built.listings} == {
        ("ofac:7", "SDGT", "Block", day("2019-01-24"), Basis.STATED),
        ("ofac:7", "IFSR", "Block", day("2019-01-24"), Basis.STATED),
        ("ofac:8", "SDGT", "Block", day("2019-01-24"), Basis.STATED),
    }
    assert [(n.text, n.kind) for n in built.by_id["ofac:7"].names] == [
        ("ACME AIR", NameKind.PRIMARY),
        ("ACMEFLY", NameKind.WEAK_ALIAS),
    ]


@pytest.mark.parametrize(
    ("on", "answer"),
    [("2019-01-23", Answer.NO), ("2019-01-24", Answer.YES), ("2022-03-01", Answer.YES), ("2022-03-02", Answer.UNKNOWN)],
)
def test_a_stated_day_answers_before_the_first_snapshot(tmp_path: Path, on: str, answer: Answer) -> None:
    assert ask(ledger(file_at(tmp_path / "sdn_advanced.xml", XML)), "ACME AIR", on).answer is answer


def test_the_advanced_xml_gives_aircraft_their_airframe_and_owner(tmp_path: Path) -> None:
    built = ledger(file_at(tmp_path / "sdn_advanced.xml", XML))
    found = ask(built, "epaaa", "2022-03-01")
    assert built.aircraft.airframes["ofac:8"] == ("Boeing", "24576")
    assert [(a.party, a.why) for a in found.also] == [("ofac:7", "owner: ACME AIR")]


def test_a_programme_added_later_does_not_take_the_entrys_day(tmp_path: Path) -> None:
    early = snapshot(tmp_path, "2020-01-01", [sdn(7, "ACME AIR", "SDGT"), sdn(8, "EP-AAA", "SDGT", kind="aircraft")])
    built = ledger(early, file_at(tmp_path / "sdn_advanced.xml", XML))
    by_programme = {x.programme: x for x in built.listings_of["ofac:7"]}
    assert (by_programme["SDGT"].from_on, by_programme["SDGT"].from_basis) == (day("2019-01-24"), Basis.STATED)
    assert (by_programme["IFSR"].from_on, by_programme["IFSR"].from_basis) == (day("2022-03-01"), Basis.FIRST_SEEN)
    assert by_programme["IFSR"].absent_on == day("2020-01-01")


def test_the_rows_of_a_list_with_a_cp1252_name_are_read(tmp_path: Path) -> None:
    built = ledger(file_at(tmp_path / "ofac_2022-01-01" / "sdn.csv", list_text([sdn(7, "CAFÉ AIR")]).encode("latin-1")))
    assert built.by_id["ofac:7"].caption == "CAFÉ AIR"
