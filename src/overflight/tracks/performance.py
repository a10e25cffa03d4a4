"""What classes of aircraft can do: speeds, runways, endurance. Physics for gaps and endpoints; never evidence of a type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """One class of aircraft.

    highest_ground_speed_kt: highest true air speed plus 100 kt of tailwind (60 kt for slow ones): a bound, not a habit.
    shortest_runway_ft: what a light landing and take-off needs at sea level. endurance_h: longest time in the air.
    """

    name: str
    highest_ground_speed_kt: float
    cruise_kt: float
    shortest_runway_ft: float
    needs_hard_runway: bool
    endurance_h: float
    is_rotorcraft: bool = False


HEAVY_JET = Performance(
    name="heavy jet",
    highest_ground_speed_kt=600,
    cruise_kt=480,
    shortest_runway_ft=5500,
    needs_hard_runway=True,
    endurance_h=19,
)
FREIGHT_JET = Performance(
    name="heavy freighter",
    highest_ground_speed_kt=560,
    cruise_kt=430,
    shortest_runway_ft=4500,
    needs_hard_runway=False,
    endurance_h=14,
)
JET = Performance(
    name="airliner",
    highest_ground_speed_kt=570,
    cruise_kt=450,
    shortest_runway_ft=4500,
    needs_hard_runway=True,
    endurance_h=10,
)
BUSINESS_JET = Performance(
    name="business jet",
    highest_ground_speed_kt=620,
    cruise_kt=450,
    shortest_runway_ft=3000,
    needs_hard_runway=True,
    endurance_h=15,
)
TURBOPROP = Performance(
    name="turboprop",
    highest_ground_speed_kt=420,
    cruise_kt=280,
    shortest_runway_ft=2500,
    needs_hard_runway=False,
    endurance_h=12,
)
PISTON = Performance(
    name="light aircraft",
    highest_ground_speed_kt=260,
    cruise_kt=120,
    shortest_runway_ft=800,
    needs_hard_runway=False,
    endurance_h=9,
)
HELICOPTER = Performance(
    name="helicopter",
    highest_ground_speed_kt=240,
    cruise_kt=120,
    shortest_runway_ft=0,
    needs_hard_runway=False,
    endurance_h=6,
    is_rotorcraft=True,
)
UNKNOWN_JET = Performance(
    name="jet of unknown type",
    highest_ground_speed_kt=620,
    cruise_kt=440,
    shortest_runway_ft=3000,
    needs_hard_runway=True,
    endurance_h=19,
)
UNKNOWN = Performance(
    name="aircraft of unknown type",
    highest_ground_speed_kt=620,
    cruise_kt=250,
    shortest_runway_ft=800,
    needs_hard_runway=False,
    endurance_h=19,
)

_BY_PREFIX: tuple[tuple[str, Performance], ...] = (
    ("A124", FREIGHT_JET), ("A225", FREIGHT_JET), ("IL76", FREIGHT_JET), ("A400", TURBOPROP), ("C17 ", FREIGHT_JET),
    ("C5M", FREIGHT_JET), ("Y20", FREIGHT_JET), ("AN72", FREIGHT_JET), ("AN74", FREIGHT_JET), ("K35", HEAVY_JET),
    ("A30", HEAVY_JET), ("A31B", HEAVY_JET), ("A310", HEAVY_JET), ("A33", HEAVY_JET), ("A34", HEAVY_JET),
    ("A35", HEAVY_JET), ("A38", HEAVY_JET), ("A3ST", HEAVY_JET), ("B74", HEAVY_JET), ("B76", HEAVY_JET),
    ("B77", HEAVY_JET), ("B78", HEAVY_JET), ("BLCF", HEAVY_JET), ("DC10", HEAVY_JET), ("MD11", HEAVY_JET),
    ("IL62", HEAVY_JET), ("IL86", HEAVY_JET), ("IL96", HEAVY_JET), ("L101", HEAVY_JET), ("B70", HEAVY_JET),
    ("DC8", HEAVY_JET), ("A31", JET), ("A32", JET), ("A2", JET), ("BCS", JET), ("B71", JET), ("B72", JET), ("B73", JET),
    ("B37", JET), ("B38", JET), ("B39", JET), ("B75", JET), ("MD8", JET), ("MD9", JET), ("DC9", JET), ("T154", JET),
    ("T134", JET), ("T204", JET), ("YK4", JET), ("SU95", JET), ("AJ27", JET), ("C919", JET), ("E1", JET), ("E29", JET),
    ("CRJ", JET), ("F70", JET), ("F100", JET), ("RJ", JET), ("B46", JET), ("A148", JET), ("A158", JET),
    ("GLF", BUSINESS_JET), ("GL5", BUSINESS_JET), ("GL6", BUSINESS_JET), ("GL7", BUSINESS_JET), ("GLEX", BUSINESS_JET),
    ("G28", BUSINESS_JET), ("GA5", BUSINESS_JET), ("GA6", BUSINESS_JET), ("CL3", BUSINESS_JET), ("CL6", BUSINESS_JET),
    ("FA", BUSINESS_JET), ("F2TH", BUSINESS_JET), ("F900", BUSINESS_JET), ("LJ", BUSINESS_JET), ("C25", BUSINESS_JET),
    ("C5", BUSINESS_JET), ("C6", BUSINESS_JET), ("C7", BUSINESS_JET), ("H25", BUSINESS_JET), ("E35", BUSINESS_JET),
    ("E5", BUSINESS_JET), ("AT4", TURBOPROP), ("AT7", TURBOPROP), ("DH8", TURBOPROP), ("AN", TURBOPROP),
    ("C130", TURBOPROP), ("C160", TURBOPROP), ("C30J", TURBOPROP), ("IL18", TURBOPROP), ("SF34", TURBOPROP), ("SB20", TURBOPROP),
    ("F50", TURBOPROP), ("F27", TURBOPROP), ("L410", TURBOPROP), ("B190", TURBOPROP), ("BE20", TURBOPROP),
    ("BE30", TURBOPROP), ("PC12", TURBOPROP), ("C208", TURBOPROP), ("D328", TURBOPROP), ("CN35", TURBOPROP),
    ("C295", TURBOPROP), ("P3", TURBOPROP), ("E120", TURBOPROP), ("JS", TURBOPROP), ("A140", TURBOPROP),
    ("C1", PISTON), ("P28", PISTON), ("SR2", PISTON), ("DA4", PISTON), ("BE3", PISTON), ("BE5", PISTON), ("PA", PISTON),
    ("MI", HELICOPTER), ("KA", HELICOPTER), ("EC", HELICOPTER), ("AS", HELICOPTER), ("R22", HELICOPTER),
    ("R44", HELICOPTER), ("R66", HELICOPTER), ("H60", HELICOPTER), ("H47", HELICOPTER), ("B06", HELICOPTER),
    ("B40", HELICOPTER), ("B41", HELICOPTER), ("S76", HELICOPTER), ("S92", HELICOPTER), ("A109", HELICOPTER),
    ("A139", HELICOPTER), ("A169", HELICOPTER), ("H1", HELICOPTER), ("UH", HELICOPTER),
)  # fmt: skip
"""ICAO type designators (Doc 8643) by what they begin with; the longest that fits decides. A space ends a designator."""


@lru_cache(maxsize=4096)
def performance_of(type_code: str | None, *, top_altitude_ft: float, top_speed_kt: float) -> Performance:
    """The class of a type designator; without one, of what was seen: above 28,000 ft or 330 kt only jets fly.

    NaN counts as not seen.
    """
    code = (type_code or "").strip().upper()
    fits = [(len(prefix), found) for prefix, found in _BY_PREFIX if f"{code} ".startswith(prefix)]
    if fits:
        return max(fits, key=lambda fit: fit[0])[1]
    return UNKNOWN_JET if top_altitude_ft > 28_000 or top_speed_kt > 330 else UNKNOWN
