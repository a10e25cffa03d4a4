"""Flights and visits in the wordings of news, tracking posts and experts' reports. All names are invented."""

from __future__ import annotations

import pytest

from tests.documents.reading import claims, only, words


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("An unlit freighter slipped into Kufra before dawn on Monday.", "Kufra"),
        ("A freighter of Kamaz Aero put down at Kassala on 3 May.", "Kassala"),
        ("The jet turned up in Entebbe on 2 May.", "Entebbe"),
        ("Two An-12s pulled into Kufra within an hour of each other on 4 May.", "Kufra"),
        ("The freighter made its way to Bangui on Monday.", "Bangui"),
        ("The aeroplane left for Bangui on Friday.", "Bangui"),
        ("The freighter is due in Juba on Friday.", "Juba"),
        ("The plane was off again by noon, bound for Assab.", "Assab"),
        ("No aircraft of that carrier has been to Assab this year.", "Assab"),
        ("Trackers followed the jet from Sharjah to Merowe.", "Merowe"),
        ("A total of 46 sorties were flown from Sharjah to Juba.", "Juba"),
        ("This was the plane's second visit to Kufra.", "Kufra"),
        ("The third trip ended in Kufra on 9 April.", "Kufra"),
        ("The jet's last stop was Entebbe.", "Entebbe"),
        ("The runway at Kufra received two Antonovs on 4 May.", "The runway at Kufra"),
        ("The handling agent expects the jet in Juba on 4 July.", "Juba"),
        ("A flight plan for Juba was lodged on 3 May.", "Juba"),
        ("An Il-76 carrying rockets landed in Juba on 7 May.", "Juba"),
        ("According to the log, the Antonov landed in Nicosia.", "Nicosia"),
        ("Residents saw a plane land at Kufra on Sunday.", "Kufra"),
    ],
)
def test_any_verb_of_coming_down_is_a_flight(text, where):
    assert words(only(text, "flight"), "destination") == [where]


@pytest.mark.parametrize(
    "text",
    [
        "In came an Il-62 from Minsk on Tuesday.",
        "On the apron at Juba stood an Antonov An-26.",
    ],
)
def test_what_flew_may_stand_behind_its_verb(text):
    assert words(only(text, "flight"), "aircraft")


def test_a_route_inside_the_noun_has_two_ends():
    claim = only("The carrier operated two more Ostrava–Gao runs on 9 June.", "flight")
    assert (words(claim, "origin"), words(claim, "destination")) == (["Ostrava"], ["Gao"])


@pytest.mark.parametrize(
    "text", ["A second rotation to Gao is planned for 12 June.", "A further landing at Gao is scheduled for 12 June."]
)
def test_a_flight_to_come_is_planned(text):
    assert only(text, "flight").modality == "planned"


def test_some_of_the_flights_are_no_further_flights():
    assert [c for c in claims("At least four of the trips were long.") if c.kind == "flight"] == []


@pytest.mark.parametrize(
    "text",
    [
        "At the controls sat Igor Sava.",
        "Piloting the aircraft was Igor Sava.",
        "In command of the flight on 3 May was Igor Sava.",
        "The plane was flown by Igor Sava.",
    ],
)
def test_who_sat_at_the_controls_is_the_pilot_wherever_he_stands(text):
    assert words(only(text, "flight"), "pilot") == ["Igor Sava"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("A Belarusian team inspected the base at Kidal in May.", "the base at Kidal"),
        ("Colonel Sadiq led a group of officers to Minsk in March.", "Minsk"),
        ("Minsk hosted a delegation from Mali in March.", "Minsk"),
        ("The general was received in Minsk on 4 May.", "Minsk"),
        ("Pavel Hurko has been to Asmara three times this year.", "Asmara"),
        ("The minister is expected in Minsk next week.", "Minsk"),
        ("A group of officers has been stationed in Addis Ababa since May.", "Addis Ababa"),
        ("The general, accompanied by six officers, spent three days in Minsk.", "Minsk"),
        ("Six technicians have been working in Addis Ababa since May.", "Addis Ababa"),
        ("The general is on his way to Minsk.", "Minsk"),
        ("The minister made a trip to Minsk in May.", "Minsk"),
    ],
)
def test_guests_travelled_whatever_the_verb_says(text, where):
    assert words(only(text, "visit"), "destination") == [where]


def test_a_surname_in_capitals_is_a_name():
    assert words(only("BADALIAN traveled to Minsk in May 2023.", "visit"), "actor") == ["BADALIAN"]


@pytest.mark.parametrize(
    "text",
    [
        "The airline will add a weekly flight to Jeddah in June.",
        "Passengers on the flight to Rome were stranded for nine hours.",
        "The orchestra flew to Minsk for a concert.",
        "Fighter jets flew over the capital for the parade.",
        "The plane was built in 1987 and used to fly for a charter line.",
        "The runway at Kufra is too short for an Il-76.",
        "Had the plane landed in Minsk, it would have been searched.",
        "The visit had been planned for May but was called off.",
        "In 2022 the jet made a hard landing on the island of Kish.",
        "The plane left the Tashkent factory in 1988.",
        "The airline landed on the US sanctions list in 2019.",
        "A sixth flight had been booked for January but was scrubbed.",
        "The airline flies twice a week from Chisinau to Larnaca.",
        "Trucks set off for the market at dawn.",
    ],
)
def test_timetables_sports_conditions_and_airframes_open_no_flight(text):
    assert [c for c in claims(text) if c.kind in {"flight", "visit"}] == []


def test_a_flight_that_the_records_lack_is_unconfirmed():
    claim = only("The sixth flight does not appear in the data.", "flight")
    assert (claim.polarity, [a.text for a in claim.attribution]) == ("unconfirmed", ["the data"])


def test_passengers_on_board_are_no_reason_to_look_away():
    assert words(only("The plane landed in Minsk with no passengers on 3 May.", "flight"), "destination") == ["Minsk"]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("The Antonov leaves for Kufra on Monday.", "2024-03-18"),
        ("The Antonov is due in Kufra on 3 January.", "2025-01-03"),
    ],
)
def test_a_journey_to_come_is_planned_and_its_day_lies_ahead(text, on):
    claim = only(text, "flight")
    assert (claim.modality, str(claim.date.from_on)) == ("planned", on)


def test_a_day_of_what_has_happened_lies_behind():
    assert str(only("The Antonov left for Kufra on Monday.", "flight").date.from_on) == "2024-03-11"
