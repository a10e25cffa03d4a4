"""What is said of a leg beside its ends: only of what was heard."""

from __future__ import annotations

from dataclasses import replace

from overflight.tracks.remarks import _callsigns
from overflight.tracks.segment import Leg

HEARD = Leg(stretch=0, first=0, last=9, air_first=2, air_last=8, ground_before=1, ground_after=9)
UNHEARD = replace(HEARD, air_first=9, air_last=8)


def test_a_callsign_that_changed_in_the_air_changed_in_flight() -> None:
    assert _callsigns(HEARD, ("ABC1", "ABC2")) == "the callsign changed in flight: ABC1, then ABC2"


def test_of_a_flight_that_nobody_heard_it_is_not_said_to_have_changed_in_flight() -> None:
    said = _callsigns(UNHEARD, ("ABC1", "ABC2"))
    assert said is not None and "in flight" not in said and said.endswith("nobody heard: ABC1, then ABC2")


def test_one_callsign_is_nothing_to_remark() -> None:
    assert _callsigns(HEARD, ("ABC1",)) is None
