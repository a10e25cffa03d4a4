"""A field bears one code everywhere, and what holds for all flights that nobody reported is said once."""

from __future__ import annotations

from dataclasses import replace

import world

from overflight.assessment.unreported import SENTENCES
from overflight.publishing.dossier import flight_words
from overflight.publishing.dossier.index import Index
from overflight.publishing.dossier.views import tie_words
from overflight.records.movement import FlightId, Icao24, Rotation
from overflight.records.party import AlsoListed, Answer, PartyId

CASE = world.calm_case()


def rotation(flight: str, turn: str) -> Rotation:
    return Rotation(
        rotation_id="r1", icao24=Icao24("abc123"), is_closed=True, flights=(FlightId(flight),), ground_time_s=None, turn_airport=turn,
        reason=f"out and back with a turn at {turn}",
    )  # fmt: skip


def test_a_rotation_names_the_field_where_it_turned_as_its_flights_do() -> None:
    out = CASE.flights[2]
    renamed = replace(out, destination=replace(out.destination, airport="XX-0042"))
    index = Index(replace(CASE, flights=(renamed,)))
    turned = rotation(out.flight_id, "XX-0042")
    assert "Tunmara Air Base" in flight_words.turned_at(turned, index)
    assert "XBTU" in flight_words.turned_at(turned, index)
    assert flight_words.rotation_reason(turned, index) == "Out and back with a turn at XBTU."


def test_a_turn_that_no_flight_ended_at_keeps_its_code() -> None:
    turned = rotation(CASE.flights[0].flight_id, "ZZZZ")
    assert flight_words.turned_at(turned, Index(CASE)) == "ZZZZ"
    assert flight_words.turned_at(replace(turned, turn_airport=None), Index(CASE)) == "not known"


def test_the_reason_of_an_unreported_flight_ends_before_what_holds_for_all() -> None:
    item = replace(CASE.unreported_flights[0], because=f"it flew there. {SENTENCES['unreported.reception']}")
    assert flight_words.reason_unreported(item, Index(CASE)) == "It flew there."


def test_the_name_of_a_party_that_bears_on_an_answer_is_said_once() -> None:
    tied = AlsoListed(party=PartyId("p:1"), why="linked to: MERIDIAN", answer=Answer.YES)
    assert tie_words(tied, "MERIDIAN") == ("Linked to", "")
    assert tie_words(replace(tied, why="the same airframe"), "MERIDIAN") == ("See also", ", the same airframe")
