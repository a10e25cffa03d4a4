"""Distances on the sphere."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overflight.units import EARTH_RADIUS_NM, distance_nm

latitudes, longitudes = st.floats(-90, 90), st.floats(-180, 180)


def test_a_degree_of_latitude_is_sixty_nautical_miles() -> None:
    assert distance_nm(10, 20, 11, 20) == pytest.approx(60.04, abs=0.01)


def test_the_way_over_the_antimeridian_is_the_short_one() -> None:
    assert distance_nm(0, 179.5, 0, -179.5) == pytest.approx(60.04, abs=0.01)


@given(latitudes, longitudes, latitudes, longitudes)
def test_distance_is_the_same_both_ways_and_never_more_than_half_the_globe(
    a: float, b: float, c: float, d: float
) -> None:
    there, back = distance_nm(a, b, c, d), distance_nm(c, d, a, b)
    assert there == pytest.approx(back, abs=1e-6)
    assert 0 <= there <= math.pi * EARTH_RADIUS_NM + 1e-6
