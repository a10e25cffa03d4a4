"""Records as JSON: the published names, nothing left out, nothing guessed."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overflight.records.claim import DateReading
from overflight.records.movement import Endpoint, EndpointKind
from overflight.records.plain import instant_text, to_plain


def test_unknown_is_null_and_never_left_out() -> None:
    plain = to_plain(Endpoint(kind=EndpointKind.UNDETERMINED, reason="last heard at 33,000 ft"))
    assert isinstance(plain, dict)
    assert plain["airport"] is None and plain["probability"] is None


def test_fields_named_by_python_keywords_have_their_published_names() -> None:
    day = dt.date(2022, 1, 13)
    reading = DateReading(
        text="13 January",
        start=0,
        end=10,
        from_on=day,
        to_on=day,
        precision="day",
        anchor_kind="publication",
        reason="r",
    )
    plain = to_plain(reading)
    assert isinstance(plain, dict)
    assert (plain["from"], plain["to"]) == ("2022-01-13", "2022-01-13")
    assert "from_on" not in plain


def test_instants_are_utc_with_z() -> None:
    tehran = dt.timezone(dt.timedelta(hours=3, minutes=30))
    assert instant_text(dt.datetime(2022, 1, 13, 2, 50, tzinfo=tehran)) == "2022-01-12T23:20:00Z"


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(TypeError, match="without a time zone"):
        instant_text(dt.datetime(2022, 1, 13))


def test_what_has_no_json_form_is_refused() -> None:
    with pytest.raises(TypeError, match="no JSON form"):
        to_plain(object())


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.tuples(x, x) | st.lists(x)))
def test_whatever_comes_out_is_json(value: object) -> None:
    json.dumps(to_plain(value))
