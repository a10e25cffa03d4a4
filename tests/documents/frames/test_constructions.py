"""Offices, control, ties, sanctions, arrests and seizures, in the many wordings of the table of constructions."""

from __future__ import annotations

import pytest

from overflight.documents.frames.construction_table import constructions, nominals
from overflight.documents.frames.sorts import EXTRAS, SORTS
from tests.documents.reading import claims, only, words


def test_every_place_of_the_table_names_a_sort_that_exists():
    rows = {row for table in (constructions(), nominals()) for several in table.values() for row in several}
    places = [place for row in rows for place in (*row.places, *((row.at,) if row.at else ()))]
    assert rows and places
    unknown = {p.sort for p in places if p.sort and p.sort not in SORTS}
    unknown |= {
        p.where for p in places if not p.sort and not (p.where in EXTRAS or p.where.endswith(("owner", "quantity")))
    }
    assert unknown == set()


@pytest.mark.parametrize(
    ("text", "actor", "object_"),
    [
        ("Odile Katembo wholly owns Virunga Airlift.", "Odile Katembo", "Virunga Airlift"),
        ("Virunga Airlift is wholly owned by Odile Katembo.", "Odile Katembo", "Virunga Airlift"),
        ("Sixty per cent of the shares in Adria Volant are held by Bojan Trpeski.", "Bojan Trpeski", "Adria Volant"),
        ("Bojan Trpeski controls 60 per cent of Adria Volant through a trust.", "Bojan Trpeski", "Adria Volant"),
        ("Fifty-one percent of Ardon Trading belongs to the Ministry of Defence.", "the Ministry of Defence", "Ardon Trading"),
        ("The ministry's stake in Kestrel Freight stands at 40 per cent.", "The ministry", "Kestrel Freight"),
        ("Kestrel Freight is registered in the name of Hamid Rostami.", "Hamid Rostami", "Kestrel Freight"),
        ("Ardon Trading operates under the control of the Ministry of Defence.", "the Ministry of Defence", "Ardon Trading"),
        ("Belkanto Holding is the parent company of Kestrel Freight.", "Belkanto Holding", "Kestrel Freight"),
        ("Belkanto Holding, the parent company of Kestrel Freight, denied it.", "Belkanto Holding", "Kestrel Freight"),
        ("Kestrel Freight's ultimate owner is the Ministry of Defence.", "the Ministry of Defence", "Kestrel Freight"),
    ],
)  # fmt: skip
def test_control_is_read_from_any_wording(text, actor, object_):
    claim = only(text, "role")
    assert claim.subtype == "control"
    assert (words(claim, "actor"), words(claim, "object")) == ([actor], [object_])


@pytest.mark.parametrize(
    ("text", "actor", "object_"),
    [
        ("Zviad Kakhidani was appointed director of Ardon Trading in 2019.", "Zviad Kakhidani", "director of Ardon Trading"),
        ("Zviad Kakhidani took over as chief executive of Ardon Trading.", "Zviad Kakhidani", "chief executive of Ardon Trading"),
        ("Company records name Zviad Kakhidani as the sole shareholder of Ardon Trading.", "Zviad Kakhidani",
         "the sole shareholder of Ardon Trading"),
        ("Ivan Petrov, 44, chairman of Angkor Steel, signed it.", "Ivan Petrov", "chairman of Angkor Steel"),
        ("Ivan Petrov, then deputy commander of the brigade, was with her.", "Ivan Petrov", "deputy commander of the brigade"),
        ("Its director, Ruslan Hrynko, declined to comment.", "Ruslan Hrynko", "Its director"),
        ("Omar Dafallah holds the post of deputy minister of defence.", "Omar Dafallah", "the post of deputy minister of defence"),
        ("Musa Diallo used to command the coast guard.", "Musa Diallo", "the coast guard"),
        ("Ardon Trading was set up by Zviad Kakhidani in 2012.", "Zviad Kakhidani", "Ardon Trading"),
        ("The company's owner is a trader, Hamid Rostami.", "Hamid Rostami", "The company's owner"),
    ],
)  # fmt: skip
def test_an_office_is_read_from_any_wording(text, actor, object_):
    claim = only(text, "role")
    assert (words(claim, "actor"), words(claim, "object")) == ([actor], [object_])


@pytest.mark.parametrize(
    ("text", "object_"),
    [
        ("Ardon Trading acts on behalf of the Quds Force.", "the Quds Force"),
        ("Ardon Trading is a front company for the Quds Force.", "the Quds Force"),
        ("The Treasury described Ardon Trading as a front for the Quds Force.", "the Quds Force"),
        ("Ardon Trading has close links with the Revolutionary Guards.", "the Revolutionary Guards"),
        ("Ardon Trading is part of the Volga group.", "the Volga group"),
        ("Ardon Trading is subordinate to the Ministry of Defence.", "the Ministry of Defence"),
    ],
)
def test_a_tie_is_read_from_any_wording(text, object_):
    claim = only(text, "role")
    assert claim.subtype == "affiliation"
    assert (words(claim, "actor"), words(claim, "object")) == (["Ardon Trading"], [object_])


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Adria Volant has been subject to restrictive measures of the European Union since 2022.",
            "the European Union",
        ),
        ("Washington has not listed Adria Volant.", "Washington"),
        ("The United States included Adria Volant in its list of sanctioned persons.", "The United States"),
        ("Sanctions were imposed on Adria Volant by the US in 2019.", "the US"),
        ("The UN Security Council imposed an asset freeze on Adria Volant in 2019.", "The UN Security Council"),
        ("Adria Volant's assets were frozen by London in 2019.", "London"),
        ("The EU lifted sanctions on Adria Volant in 2021.", "The EU"),
        ("The EU removed Adria Volant from its list in 2021.", "The EU"),
        ("The designation of Adria Volant by the United Kingdom had no effect.", "the United Kingdom"),
        ("Washington's sanctions against Adria Volant took effect in 2019.", "Washington"),
    ],
)
def test_a_designation_is_read_from_any_wording(text, actor):
    claim = only(text, "designation")
    assert (words(claim, "object"), words(claim, "actor")) == (["Adria Volant"], [actor])


@pytest.mark.parametrize(
    "text",
    [
        "Police picked up Zviad Kakhidani in Athens.",
        "Zviad Kakhidani was picked up by Greek police in Athens.",
        "Zviad Kakhidani is being held in Athens.",
        "Zviad Kakhidani was put behind bars in Athens.",
        "A judge remanded Zviad Kakhidani in custody.",
        "Prosecutors brought charges against Zviad Kakhidani.",
        "Zviad Kakhidani went on trial in Athens.",
        "Zviad Kakhidani was handed a nine-year sentence in Athens.",
        "Zviad Kakhidani's arrest in Athens came on Monday.",
    ],
)
def test_an_arrest_is_read_from_any_wording(text):
    assert words(only(text, "arrest"), "object")[0].startswith("Zviad Kakhidani")


@pytest.mark.parametrize(
    "text",
    [
        "Customs officers at Mersin withheld 300 rocket motors.",
        "Customs officers seized on Monday 300 rocket motors.",
        "Turkish customs detained 300 rocket motors at Mersin.",
        "Customs officers at Mersin pulled aside 300 rocket motors.",
        "Customs took 300 rocket motors off a lorry at Mersin.",
        "Customs relieved a lorry of 300 rocket motors.",
        "Some 300 rocket motors were secured by customs at Mersin.",
    ],
)
def test_a_seizure_is_read_from_any_wording(text):
    claim = only(text, "arrest")
    assert (claim.subtype, words(claim, "object")) == ("seizure", ["rocket motors"])


@pytest.mark.parametrize(
    "text",
    [
        "The director of the museum opened the exhibition.",
        "Kestrel Freight leased two aircraft from Belkanto Holding.",
        "Nobody can say what it had on board.",
        "The EU is considering whether more sanctions make sense.",
        "Sanctions on Iran have hurt the economy.",
        "The airline takes its third freighter in April.",
        "The ministry has four boards and a list of complaints.",
        "The rebels seized the town on Monday.",
    ],
)
def test_what_only_looks_like_an_office_a_sanction_or_an_arrest_is_none(text):
    assert [c.kind.value for c in claims(text) if c.kind in {"role", "designation", "arrest"}] == []


def test_an_office_bears_the_date_that_stands_among_its_own_words():
    claim = only("Zviad Kakhidani was appointed director of Ardon Trading in 2019.", "role")
    assert claim.date is not None and str(claim.date.from_on) == "2019-01-01"
    other = only("In 2019 the airline, run by Zviad Kakhidani, leased two freighters.", "role")
    assert other.date is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Behind Virunga Airlift stands a general, Odile Katembo.", "role"),
        ("The man in charge of the airline is Viktor Baluyev.", "role"),
        ("The airline counts the minister among its shareholders.", "role"),
        ("The owner of the airline is given as Vostok Lift.", "role"),
        ("The airline came under US sanctions in 2019.", "designation"),
        ("The Treasury froze the airline's assets in 2019.", "designation"),
        ("Switzerland joined the EU sanctions on the airline in 2019.", "designation"),
        ("The US Treasury announced sanctions on Tuesday against two firms in Sharjah.", "designation"),
        ("Customs men took 18 scopes off a minibus on Monday.", "arrest"),
        ("The pilot was marched off the plane by soldiers.", "arrest"),
        ("The plane has not been allowed to leave Kufra since 3 May.", "arrest"),
        ("Six crates of engines fell into the hands of Omani customs.", "arrest"),
        ("Police seized a laptop and two phones from the office.", "arrest"),
    ],
)
def test_each_kind_has_wordings_of_its_own(text, kind):
    assert [c.kind.value for c in claims(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The plane was grounded by fog for a day.",
        "In June the airline took delivery of two new Airbus A320s.",
        "Rusu is on the passenger list of the flight to Kufra.",
    ],
)
def test_weather_fleets_and_passenger_lists_open_no_arrest_transfer_or_designation(text):
    assert not {c.kind.value for c in claims(text)} & {"arrest", "transfer", "designation"}


def test_seized_goods_keep_the_way_they_were_going():
    text = "Officers intercepted 44 sensors at Kazbegi which were destined for Vladikavkaz."
    claim = only(text, "arrest")
    assert (words(claim, "place"), words(claim, "destination")) == (["Kazbegi"], ["Vladikavkaz"])


def test_an_apposed_name_is_who_was_held():
    assert words(only("Its director, Ruslan Hrynko, was arrested in Vilnius.", "arrest"), "object") == ["Ruslan Hrynko"]
