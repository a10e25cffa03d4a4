"""What nobody reported, and the air waybill that nobody filed."""

from __future__ import annotations

import pytest

from overflight.assessment import AssessmentSettings, assess
from overflight.records.finding import Question
from overflight.records.movement import Rotation
from overflight.records.source import Report, ReportId, Sha256
from tests.assessment.builders import (
    MASHHAD,
    MYANMAR,
    SIMURGH,
    claim,
    evidence,
    filler,
    flight,
    reading,
    seen_at,
    unheard,
)

REPORTED = flight("EP-SMB", "2022-01-12T23:20:00", "2022-01-13T04:44:00", seen_at("OIMM"), seen_at("VYYY"))
BACK = flight("EP-SMB", "2022-01-14T03:20:00", "2022-01-14T09:44:00", seen_at("VYYY"), seen_at("OIMM"))
SILENT = flight("EP-SMA", "2022-03-08T19:10:00", "2022-03-08T23:17:00", seen_at("OIIE"), unheard(23.0, 89.0))
HOME = flight("EP-SMA", "2022-03-05T19:10:00", "2022-03-05T20:17:00", seen_at("OIIE"), seen_at("OIMM"))
STRANGER = flight("TC-XYZ", "2022-03-08T19:10:00", "2022-03-09T00:17:00", seen_at("OIIE"), seen_at("VYYY"))
ROTATION = Rotation(
    rotation_id="r", icao24=None, flights=(REPORTED.flight_id, BACK.flight_id), turn_airport=None, ground_time_s=None,
    is_closed=True, reason="test",
)  # fmt: skip


def claims():
    return (
        claim("flight", on="2022-01-13", actor=SIMURGH, origin=MASHHAD, destination=MYANMAR),
        claim(
            "visit",
            number=2,
            on=reading("2022-01-01", "2022-04-30", precision="range"),
            actor="a team",
            destination=MYANMAR,
        ),
    )


def world(flights, given=None, **question):
    return assess(
        evidence(claims=given or claims(), flights=tuple(flights), rotations=(ROTATION,)),
        Question(**question), AssessmentSettings(),
    )  # fmt: skip


def unreported(flights, given=None, **question):
    return [u.flight for u in world(flights, given, **question).unreported_flights]


def test_a_listed_aircraft_on_the_way_to_a_claimed_place_that_no_claim_covers_is_shown():
    assert unreported([REPORTED, BACK, SILENT]) == [SILENT.flight_id]


def test_the_flight_back_belongs_to_the_trip_that_was_reported():
    assert BACK.flight_id not in unreported([REPORTED, BACK])


def test_a_flight_at_home_and_a_stranger_are_not_shown():
    assert unreported([REPORTED, BACK, HOME, STRANGER]) == []


def test_a_watched_registration_is_shown_though_no_list_knows_it():
    assert STRANGER.flight_id in unreported([REPORTED, BACK, STRANGER], watched=("TC-XYZ",))


LATER = flight("EP-SMA", "2022-09-08T19:10:00", "2022-09-09T00:17:00", seen_at("OIIE"), seen_at("VYYY"))


def test_a_flight_outside_the_claimed_period_is_not_shown_where_only_claims_bring_the_place():
    assert unreported([REPORTED, LATER]) == []


def test_a_place_that_the_user_watches_has_no_period():
    assert unreported([REPORTED, LATER], places=("Myanmar",)) == [LATER.flight_id]


def test_a_party_that_the_user_watches_has_no_period():
    assert unreported([REPORTED, LATER], watched=("SIMURGH AIR CARGO",)) == [LATER.flight_id]


@pytest.mark.parametrize(("day", "is_shown"), [("27", True), ("28", False)])
def test_the_claimed_period_has_a_margin_of_two_weeks(day, is_shown):
    near = flight("EP-SMA", f"2022-01-{day}T04:10:00", f"2022-01-{day}T09:17:00", seen_at("OIIE"), seen_at("VYYY"))
    assert unreported([REPORTED, near], given=claims()[:1]) == [near.flight_id] * is_shown


def test_the_sentence_says_what_was_heard_and_what_was_not_and_accuses_nobody():
    (one,) = world([REPORTED, BACK, SILENT]).unreported_flights
    assert "Arrival not heard; last heard at 23:17 UTC on 8 March 2022" in one.because
    assert "this list is what was heard, not all there was" in one.because
    assert "EP-SMA was listed on" in one.because


def test_a_count_of_flights_covers_those_on_its_route_and_no_others():
    series = claim(
        "flight", number=3, on=reading("2022-01-01", "2022-04-30", precision="range"), actor=SIMURGH, origin=MASHHAD,
        destination=MYANMAR, count=filler("once", min=1, max=1),
    )  # fmt: skip
    second = flight("EP-SMB", "2022-02-15T22:00:00", "2022-02-16T02:54:00", seen_at("OIMM"), seen_at("VYNT"))
    result = world([SILENT, second], given=(series,))
    assert [u.flight for u in result.unreported_flights] == [SILENT.flight_id]


def test_a_reported_flight_without_a_track_is_named():
    before = flight("EP-SMB", "2022-01-10T06:00:00", "2022-01-10T08:00:00", seen_at("OIMM"), seen_at("OIIE"))
    after = flight("EP-SMB", "2022-01-20T06:00:00", "2022-01-20T08:00:00", seen_at("OIIE"), seen_at("OIMM"))
    result = world([before, after])
    finding = next(f for f in result.findings if f.kind == "flight")
    assert result.untracked == (finding.id,)


TEXT = "x" * 400


def consignment(**more):
    given = {
        "on": "2022-01-13", "carrier": SIMURGH, "recipient": ("the junta", "gov:MM"), "object": "drone parts",
        "quantity": filler("19 boxes", min=19, max=19), "subtype": "delivery",
    }  # fmt: skip
    return claim("transfer", number=2, **{**given, **more})


def waybill(*given, flights=(REPORTED, BACK)):
    result = assess(
        evidence(
            claims=given, flights=tuple(flights), rotations=(ROTATION,),
            reports=(Report(doc=ReportId("r1"), source=Sha256("0" * 64), text=TEXT),),
        ),
        Question(), AssessmentSettings(),
    )  # fmt: skip
    (one,) = result.waybills
    return {b.box: b for b in one.boxes}, one


def test_every_box_has_a_value_or_says_why_it_has_none():
    boxes, _ = waybill(consignment())
    assert boxes["quantity"].value == "19 boxes"
    assert boxes["consignee"].value == "the junta"
    assert boxes["shipper"].value is None and "who sent it" in boxes["shipper"].reason
    assert all(b.reason for b in boxes.values())


def test_routing_and_aircraft_come_from_the_one_flight_that_fits():
    boxes, _ = waybill(consignment())
    assert boxes["aircraft"].value.startswith("EP-SMB")
    assert "Mashhad" in boxes["routing"].value
    assert boxes["routing"].evidence == (f"flight:{REPORTED.flight_id}",)


def test_each_named_party_has_its_status_on_the_day():
    _, one = waybill(consignment())
    assert any(
        s.sentence.startswith("SIMURGH AIR CARGO was listed on 13 January 2022, 1,085 days") for s in one.statuses
    )


def test_the_right_of_reply_stands_on_every_waybill_and_holds_the_denial():
    boxes, _ = waybill(consignment())
    assert "Ask them before publication" in boxes["right of reply"].reason
    denied = claim(
        "transfer", "r2", number=5, on="2022-01-13", carrier=SIMURGH, recipient=("the junta", "gov:MM"),
        object="drone parts", polarity="denied", quote="we carried nothing of the kind", subtype="delivery",
    )  # fmt: skip
    boxes, _ = waybill(consignment(), denied)
    assert "we carried nothing of the kind" in boxes["right of reply"].reason


def test_a_flight_told_just_before_fills_empty_boxes_and_says_so():
    told = claim(
        "flight", number=1, on="2022-01-13", actor=SIMURGH, aircraft="a freighter", origin=MASHHAD, destination=MYANMAR
    )
    bare = consignment(on=None, carrier="the plane", recipient="the soldiers")
    boxes, _ = waybill(told, bare, flights=())
    assert boxes["from"].value == "Mashhad"
    assert "does not say that it was that one" in boxes["from"].reason


def test_a_sale_is_no_consignment():
    result = assess(evidence(claims=(consignment(subtype="sale"),)), Question(), AssessmentSettings())
    assert result.waybills == ()


def test_nobody_is_put_into_a_box_by_the_reading_of_a_pronoun_alone():
    boxes, one = waybill(consignment(actor=filler("he", "person:jane-doe", coref="Jane Doe")))
    assert boxes["shipper"].value is None
    assert "Doe" not in one.title
