"""The UN's, the EU's and the UK's lists and FollowTheMoney, in small files of their layouts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from overflight.errors import BadList
from overflight.parties.read import sniff_list
from overflight.parties.read.entry import day_in_name, day_of
from overflight.records.party import Answer, Basis, NameKind, PartySchema
from tests.parties.list_builders import ask, day, file_at, ledger, source_file

# the UN


def un_list(generated: str, *entries: str) -> str:
    return f'<CONSOLIDATED_LIST dateGenerated="{generated}T00:00:00Z"><INDIVIDUALS/><ENTITIES>{"".join(entries)}</ENTITIES></CONSOLIDATED_LIST>'


def un_entity(reference: str, name: str, listed_on: str = "2006-12-23", more: str = "") -> str:
    return (
        f"<ENTITY><DATAID>1</DATAID><FIRST_NAME>{name}</FIRST_NAME><UN_LIST_TYPE>Iran</UN_LIST_TYPE>"
        f"<REFERENCE_NUMBER>{reference}</REFERENCE_NUMBER><LISTED_ON>{listed_on}</LISTED_ON>{more}</ENTITY>"
    )


SEVERAL = [un_entity(f"IRe.{n:03d}", f"COMPANY {n}") for n in range(10, 16)]


def test_a_un_reference_number_is_stripped_of_trailing_blanks(tmp_path: Path) -> None:
    built = ledger(file_at(tmp_path / "un.xml", un_list("2022-01-01", un_entity("IRe.001 ", "ACME  "))))
    assert [p.party for p in built.parties] == ["un:IRe.001"]
    assert built.parties[0].caption == "ACME"


def test_un_aliases_keep_their_quality(tmp_path: Path) -> None:
    aliases = "".join(
        f"<ENTITY_ALIAS><QUALITY>{quality}</QUALITY><ALIAS_NAME>{name}</ALIAS_NAME></ENTITY_ALIAS>"
        for quality, name in (("Good", "ACME ONE"), ("Low", "ACME TWO"), ("f.k.a.", "ACME OLD"))
    )
    built = ledger(file_at(tmp_path / "un.xml", un_list("2022-01-01", un_entity("IRe.001", "ACME", more=aliases))))
    assert {n.text: n.kind for n in built.parties[0].names} == {
        "ACME": NameKind.PRIMARY,
        "ACME ONE": NameKind.ALIAS,
        "ACME TWO": NameKind.WEAK_ALIAS,
        "ACME OLD": NameKind.FORMER,
    }


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        ("2006-12-22", Answer.NO),
        ("2006-12-23", Answer.YES),
        ("2018-01-01", Answer.UNKNOWN),
        ("2022-09-15", Answer.NO),
        ("2024-01-01", Answer.UNKNOWN),
        ("2026-02-27", Answer.YES),
    ],
)
def test_an_entry_restored_with_its_old_date_was_not_listed_in_between(tmp_path: Path, on: str, answer: Answer) -> None:
    built = ledger(
        file_at(tmp_path / "a.xml", un_list("2022-09-15", *SEVERAL)),
        file_at(tmp_path / "b.xml", un_list("2026-02-27", *SEVERAL, un_entity("IRe.001", "ACME", "2006-12-23"))),
    )
    found = ask(built, "ACME", on)
    assert found.answer is answer
    assert any("listed again: the list gives 2006-12-23" in (x.reason or "") for x in found.listings)


def test_lists_are_put_in_order_by_the_day_they_state_whatever_they_are_called(tmp_path: Path) -> None:
    built = ledger(
        file_at(tmp_path / "a.xml", un_list("2023-01-01", *SEVERAL, un_entity("IRe.001", "ACME", "2022-06-01"))),
        file_at(tmp_path / "b.xml", un_list("2022-01-01", *SEVERAL)),
        file_at(tmp_path / "un_2024-01-01.xml", un_list("2022-09-01", *SEVERAL)),
    )
    assert [s.on for s in built.snapshots] == [day("2022-01-01"), day("2022-09-01"), day("2023-01-01")]
    assert ask(built, "ACME", "2022-09-01").answer is Answer.NO


def test_one_broken_list_does_not_take_the_others_of_its_kind_along(tmp_path: Path) -> None:
    built = ledger(
        file_at(tmp_path / "a.xml", un_list("2022-01-01", *SEVERAL)),
        file_at(tmp_path / "b.xml", un_list("2022-02-01", *SEVERAL)[:-30]),
        file_at(tmp_path / "c.xml", un_list("2022-03-01", *SEVERAL)),
    )
    assert [s.on for s in built.snapshots] == [day("2022-01-01"), day("2022-03-01")]
    assert len(built.warnings) == 1


# hostile and broken XML


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]><CONSOLIDATED_LIST/>', "declares a document type"),
        ('<!DOCTYPE x SYSTEM "http://example.org/x.dtd"><CONSOLIDATED_LIST/>', "declares a document type"),
        (un_list("2022-01-01", *SEVERAL)[:-60], "broken or truncated"),
        ("<CONSOLIDATED_LIST dateGenerated='2022-01-01'/>", "no entry"),
    ],
)
def test_xml_that_no_list_would_be_is_refused(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(BadList, match=why):
        ledger(file_at(tmp_path / "un.xml", text))


def test_no_entity_is_ever_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("do not read")
    text = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]>' + un_list("2022-01-01", un_entity("IRe.001", "&a;"))
    with pytest.raises(BadList, match="document type"):
        ledger(file_at(tmp_path / "un.xml", text))


# the EU

FSF = (
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_UnitedNationId;Entity_DesignationDate;"
    "Entity_Remark;Entity_SubjectType;Entity_Regulation_PublicationDate;Entity_Regulation_Programme;NameAlias_WholeName"
)


def fsf(*rows: str) -> str:
    return "\ufeff".encode().decode("latin-1") + "\r\n".join((FSF, *rows)) + "\r\n"


def test_the_eus_day_of_designation_goes_before_the_regulations(tmp_path: Path) -> None:
    text = fsf(
        "01/06/2023;13;EU.1.1;;2011-10-12;;enterprise;2023-05-01;IRN;ACME AIR",
        "01/06/2023;13;EU.1.1;;2011-10-12;;enterprise;2023-05-01;IRN;ACME AIRLINES",
        "01/06/2023;14;EU.2.2;;;;person;2023-05-01;SYR;Jane Doe",
    )
    built = ledger(file_at(tmp_path / "fsf.csv", text))
    assert [(x.party, x.from_on, x.from_basis) for x in built.listings] == [
        ("eu:EU.1.1", day("2011-10-12"), Basis.STATED),
        ("eu:EU.2.2", day("2023-05-01"), Basis.PUBLISHED),
    ]
    assert built.snapshots[0].on == day("2023-06-01")
    assert [n.text for n in built.by_id["eu:EU.1.1"].names] == ["ACME AIR", "ACME AIRLINES"]


def test_before_an_act_was_published_an_older_act_may_have_listed_it(tmp_path: Path) -> None:
    built = ledger(file_at(tmp_path / "fsf.csv", fsf("01/06/2023;14;EU.2.2;;;;person;2023-05-01;SYR;Jane Doe")))
    assert ask(built, "Jane Doe", "2022-01-01").answer is Answer.UNKNOWN
    assert ask(built, "Jane Doe", "2023-05-15").answer is Answer.YES


def test_a_renamed_column_refuses_the_list(tmp_path: Path) -> None:
    text = fsf("01/06/2023;14;EU.2.2;;;;person;2023-05-01;SYR;Jane Doe").replace("NameAlias_WholeName", "FullName")
    with pytest.raises(BadList, match="the column 'NameAlias_WholeName' is missing"):
        ledger(file_at(tmp_path / "fsf.csv", text))


def test_a_table_cut_off_inside_its_last_row_is_refused(tmp_path: Path) -> None:
    whole = fsf(
        "01/06/2023;14;EU.2.2;;;;person;2023-05-01;SYR;Jane Doe", "01/06/2023;15;EU.3.3;;;;person;2023-05-01;SYR;X"
    )
    with pytest.raises(BadList, match="cut off: the last row has 3 of 10 fields"):
        ledger(file_at(tmp_path / "fsf.csv", whole[: whole.index("EU.3.3") + 4]))


def test_the_eus_xml_gives_the_same_as_its_csv(tmp_path: Path) -> None:
    text = (
        '<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2023-06-01T10:00:00"><sanctionEntity '
        'designationDate="2011-10-12" euReferenceNumber="EU.1.1" logicalId="13" unitedNationId="IRe.001">'
        '<regulation publicationDate="2023-05-01" programme="IRN"/><subjectType code="enterprise" classificationCode="E"/>'
        '<nameAlias wholeName="ACME AIR" strong="true"/><nameAlias wholeName="ACMEFLY" strong="false"/>'
        "</sanctionEntity></export>"
    )
    built = ledger(file_at(tmp_path / "fsf.xml", text))
    (listing,) = built.listings
    assert (listing.party, listing.programme, listing.from_on, listing.from_basis) == (
        "eu:EU.1.1",
        "IRN",
        day("2011-10-12"),
        Basis.STATED,
    )
    assert built.parties[0].schema is PartySchema.ORGANIZATION


JOURNAL = "celex,recordId,programKey,annex,measure,startDate,reason,schema,name,alias,weakAlias,previousName\n"


def test_journal_tables_say_measure_and_day_and_stand_from_the_latest_day_they_print(tmp_path: Path) -> None:
    text = JOURNAL + "32023R1,1,EU-IRN,III,Asset freeze,14.10.2024,,LegalEntity,Acme Air,Acme; Acme Fly,,\n"
    text += "32023R1,2,EU-IRN,IV,Export control,1.2.2025,,LegalEntity,Other,,,\n"
    built = ledger(file_at(tmp_path / "consolidated_32023R1.csv", text))
    found = ask(built, "acme fly", "2024-12-01")
    assert (found.answer, found.listings[0].measure) == (Answer.YES, "Asset freeze")
    assert ask(built, "acme fly", "2025-03-01").answer is Answer.UNKNOWN


def test_journal_rows_without_a_number_of_their_own_stay_apart(tmp_path: Path) -> None:
    rows = "".join(f"32023R1,,EU-X,I,Asset freeze,1.1.2024,,Person,Person {n},,,\n" for n in (1, 2, 3))
    assert len(ledger(file_at(tmp_path / "consolidated_x.csv", JOURNAL + rows)).parties) == 3


# the UK


def uk_tables(folder: Path, designated: str) -> list:
    return [
        file_at(
            folder / "uk_subjects.csv",
            "unique_id,subject_type,un_reference_number,ofsi_group_id,date_designated,last_updated\n"
            f"IRN0001,entity,IRe.001,123,{designated},01/02/2023\n",
        ),
        file_at(
            folder / "uk_names.csv",
            "name_id,unique_id,name_type,alias_strength,full_name,name_6\n"
            "1,IRN0001,alias,low_quality_aka,ACMEFLY,\n0,IRN0001,primary,,ACME AIR,\n",
        ),
    ]


def test_the_uks_day_of_carrying_over_is_no_day_of_designation(tmp_path: Path) -> None:
    built = ledger(uk_tables(tmp_path / "uk", "31/12/2020"))
    (listing,) = built.listings
    assert (listing.from_on, listing.from_basis) == (day("2020-12-31"), Basis.CARRIED_OVER)
    assert ask(built, "ACME AIR", "2019-01-01").answer is Answer.UNKNOWN
    assert ask(built, "ACME AIR", "2021-01-01").answer is Answer.YES


def test_any_other_british_day_is_stated(tmp_path: Path) -> None:
    built = ledger(uk_tables(tmp_path / "uk", "13/04/2022"))
    assert ask(built, "ACME AIR", "2022-04-12").answer is Answer.NO
    assert ask(built, "ACMEFLY", "2022-04-13").answer is Answer.YES


def test_british_tables_without_names_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadList, match="lack the one of names"):
        ledger(uk_tables(tmp_path / "uk", "13/04/2022")[:1])


UK = "Last Updated,Unique ID,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Name non-latin script,Regime Name,Sanctions Imposed,Date Designated\n"


def test_the_official_british_csv_has_a_term_a_measure(tmp_path: Path) -> None:
    text = "Report Date: 05-Mar-2023\n" + UK
    text += "01/01/2023,RUS0001,DOE,Jane,,,,,Primary Name,,,Russia,Asset freeze|Travel Ban,24/02/2022\n"
    text += "01/01/2023,RUS0001,DO,Jana,,,,,Alias,Low Quality,,Russia,Asset freeze|Travel Ban,24/02/2022\n"
    built = ledger(file_at(tmp_path / "uk.csv", text))
    assert [(x.programme, x.measure, x.from_on) for x in built.listings] == [
        ("Russia", "Asset freeze", day("2022-02-24")),
        ("Russia", "Travel Ban", day("2022-02-24")),
    ]
    assert built.snapshots[0].on == day("2023-03-05")
    assert [(n.text, n.kind) for n in built.parties[0].names] == [
        ("Jane DOE", NameKind.PRIMARY),
        ("Jana DO", NameKind.WEAK_ALIAS),
    ]


# FollowTheMoney


def entity(key: str, schema: str, **properties: list[str]) -> str:
    return json.dumps({"id": key, "schema": schema, "datasets": ["some_list"], "properties": properties})


FTM = "\n".join(
    (
        entity(
            "a",
            "Airplane",
            name=["EP-AAA"],
            registrationNumber=["EP-AAA"],
            serialNumber=["24576"],
            model=["Boeing 747"],
        ),
        entity("b", "Company", name=["Acme Air"], alias=["Acme Fly"]),
        entity("c", "Person", name=["Jane Doe"]),
        entity("s", "Sanction", entity=["b"], program=["SDGT"], startDate=["2019-01-24"], endDate=["2021-05-05"]),
        entity("o", "Ownership", owner=["b"], asset=["a"]),
        entity("d", "Directorship", director=["c"], organization=["b"], startDate=["2020-01-01"], role=["pilot"]),
    )
)


def test_followthemoney_sanctions_become_listings_with_their_dates(tmp_path: Path) -> None:
    built = ledger(file_at(tmp_path / "export.ftm.json", FTM))
    assert ask(built, "Acme Fly", "2020-01-01").answer is Answer.YES
    assert ask(built, "Acme Fly", "2021-05-06").answer is Answer.NO
    assert ask(built, "Acme Fly", "2019-01-01").answer is Answer.NO


def test_known_without_a_sanction_is_not_listed(tmp_path: Path) -> None:
    built = ledger(file_at(tmp_path / "export.ftm.json", FTM))
    found = ask(built, "Jane Doe", "2020-01-01")
    assert (found.parties, found.listings, found.answer) == (("ftm:c",), (), Answer.UNKNOWN)


@pytest.mark.parametrize(
    ("on", "answer"), [("2021-01-01", Answer.UNKNOWN), ("2022-01-01", Answer.YES), ("2024-01-01", Answer.UNKNOWN)]
)
def test_the_days_on_which_an_exporter_saw_a_sanction_count_as_seen(tmp_path: Path, on: str, answer: Answer) -> None:
    sanction = json.loads(entity("s", "Sanction", entity=["b"]))
    sanction |= {"first_seen": "2021-09-26T14:52:11", "last_seen": "2023-02-01T06:00:00"}
    built = ledger(
        file_at(tmp_path / "x.ftm.json", entity("b", "Company", name=["Acme Air"]) + "\n" + json.dumps(sanction))
    )
    assert ask(built, "Acme Air", on).answer is answer


def test_sanctions_nested_in_an_entity_are_read_too(tmp_path: Path) -> None:
    sanction = {"id": "s", "schema": "Sanction", "properties": {"startDate": ["2019-01-24"], "endDate": ["2020-01-01"]}}
    text = json.dumps({"id": "b", "schema": "Company", "properties": {"name": ["Acme Air"], "sanctions": [sanction]}})
    built = ledger(file_at(tmp_path / "targets.nested.json", text + "\n"))
    assert ask(built, "Acme Air", "2019-06-01").answer is Answer.YES
    assert ask(built, "Acme Air", "2020-06-01").answer is Answer.NO


def test_followthemoney_ties_are_links_with_their_dates(tmp_path: Path) -> None:
    built = ledger(file_at(tmp_path / "export.ftm.json", FTM))
    assert {(x.subject, x.kind, x.object_party, x.from_on) for x in built.links} == {
        ("ftm:a", "owner", "ftm:b", None),
        ("ftm:c", "pilot", "ftm:b", day("2020-01-01")),
    }


def test_lines_that_are_no_entity_are_counted(tmp_path: Path) -> None:
    built = ledger(file_at(tmp_path / "export.ftm.json", FTM + '\n{"id": 1}\nnonsense\n'))
    (rejection,) = built.rejections
    assert (rejection.count, rejection.first_row) == (2, 7)


# telling formats and days


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<?xml version='1.0'?>\n<!-- a note --><CONSOLIDATED_LIST>", "un-xml"),
        ('<export xmlns="http://eu.europa.ec/fpi/fsd/export">', "eu-fsf-xml"),
        ("<ns:Sanctions xmlns:ns='x'>", "ofac-advanced-xml"),
        ("<html><body>", None),
        (FSF, "eu-fsf-csv"),
        (JOURNAL, "eu-journal-csv"),
        ("Report Date: 05-Mar-2023\n" + UK, "uk-list-csv"),
        (FTM, "ftm-json"),
        ("icao24,registration,type_code\n731822,EP-FAB,B742", "registry-csv"),
        ("icao24,registration,latitude,longitude,seen_at\n", None),
        ("", None),
    ],
)
def test_a_format_is_told_from_the_content_alone(text: str, told: str | None) -> None:
    assert sniff_list(text.encode(), "file") == told


def test_a_packed_list_is_told_and_read(tmp_path: Path) -> None:
    import gzip

    packed = gzip.compress(un_list("2022-01-01", un_entity("IRe.001", "ACME")).encode())
    path = tmp_path / "un.xml.gz"
    path.write_bytes(packed)
    assert sniff_list(packed, "un.xml.gz") == "un-xml"
    assert len(ledger(source_file(path, "un.xml.gz")).parties) == 1


@pytest.mark.parametrize(
    ("name", "on"),
    [
        ("ofac_2021-07-07/sdn.csv", "2021-07-07"),
        ("lists/20210707.csv", "2021-07-07"),
        ("2020-01-01/sdn_2021_07_07.csv", "2021-07-07"),
        ("uk_2026-04/x.csv", None),
        ("2021-13-07/x.csv", None),
        ("a123420210707456/x", None),
    ],
)
def test_a_day_is_read_from_a_name(name: str, on: str | None) -> None:
    assert day_in_name(name) == (day(on) if on else None)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("2006-12-23", "2006-12-23"),
        ("2006-12-23-05:00", "2006-12-23"),
        ("23/12/2006", "2006-12-23"),
        ("3.1.2007", "2007-01-03"),
        ("5 March 2007", "2007-03-05"),
        ("05-Mar-2007", "2007-03-05"),
        ("2006", None),
        ("31/02/2006", None),
        ("", None),
    ],
)
def test_days_are_read_as_lists_print_them(text: str, on: str | None) -> None:
    assert day_of(text) == (day(on) if on else None)
