"""Units and their conversions; distances on the sphere. Nothing else in the house multiplies by 0.3048."""

from __future__ import annotations

import math

FT_PER_M = 1 / 0.3048
KT_PER_MPS = 3600 / 1852
FPM_PER_MPS = 60 / 0.3048
M_PER_NM = 1852.0
EARTH_RADIUS_NM = 6_371_008.8 / M_PER_NM
"""Mean Earth radius R1 of GRS 80 (6,371,008.8 m) in nautical miles."""


def distance_nm(latitude_a: float, longitude_a: float, latitude_b: float, longitude_b: float) -> float:
    """Great-circle distance in nautical miles between two points in degrees (haversine)."""
    phi_a, phi_b = math.radians(latitude_a), math.radians(latitude_b)
    d_phi, d_lambda = phi_b - phi_a, math.radians(longitude_b - longitude_a)
    h = math.sin(d_phi / 2) ** 2 + math.cos(phi_a) * math.cos(phi_b) * math.sin(d_lambda / 2) ** 2
    return 2 * EARTH_RADIUS_NM * math.asin(min(1.0, math.sqrt(h)))
