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

_DESIGNATORS: tuple[tuple[Performance, str], ...] = (
    (
        FREIGHT_JET,
        "A124 A225 A50 A743 AN72 AN74 C141 C17 C5 C5M E390 IL76 Y20",
    ),
    (
        HEAVY_JET,
        "A306 A30B A310 A332 A333 A337 A338 A339 A342 A343 A345 A346 A359 A35K A388 A3ST "
        "B701 B703 B741 B742 B743 B744 B748 B74D B74R B74S B762 B763 B764 B772 B773 B778 B779 B77L B77W "
        "B788 B789 B78X BLCF C135 DC10 DC85 DC86 DC87 E3CF E3TF IL62 IL86 IL96 K35A K35E K35R L101 MD11 R135 VC10",
    ),
    (
        JET,
        "A148 A158 A19N A20N A21N A318 A319 A320 A321 AJ27 B37M B38M B39M B3XM B461 B462 B463 B712 B720 B721 B722 "
        "B731 B732 B733 B734 B735 B736 B737 B738 B739 B752 B753 BA11 BCS1 BCS3 C919 CRJ1 CRJ2 CRJ7 CRJ9 CRJX "
        "DC91 DC92 DC93 DC94 DC95 E135 E145 E170 E190 E195 E290 E295 E45X E737 E75L E75S F100 F28 F70 J328 "
        "MD81 MD82 MD83 MD87 MD88 MD90 P8 RJ1H RJ70 RJ85 SU95 T134 T154 T204 YK40 YK42",
    ),
    (
        BUSINESS_JET,
        "ASTR BE40 C25A C25B C25C C25M C500 C501 C510 C525 C526 C550 C551 C55B C560 C56X C650 C680 C68A C700 C750 "
        "CL30 CL35 CL60 E35L E50P E545 E550 E55P F2TH F900 FA10 FA20 FA50 FA6X FA7X FA8X G150 G280 GA5C GA6C GA7C "
        "GA8C GALX GL5T GL6T GL7T GLEX GLF2 GLF3 GLF4 GLF5 GLF6 H25A H25B H25C HA4T LJ23 LJ24 LJ25 LJ28 LJ31 LJ35 "
        "LJ40 LJ45 LJ55 LJ60 LJ70 LJ75 PC24 PRM1 WW24",
    ),
    (
        TURBOPROP,
        "A140 A400 A748 AN12 AN22 AN24 AN26 AN28 AN3 AN30 AN32 AN38 AN70 AN8 AS2T AT43 AT44 AT45 AT46 AT72 AT73 AT75 "
        "AT76 ATP B190 B350 BE10 BE20 BE30 BE99 BE9L BE9T C10T C130 C160 C208 C212 C27J C295 C30J C425 C441 CN35 D228 "
        "D328 DH8A DH8B DH8C DH8D DHC5 DHC6 DHC7 E110 E120 E121 E500 F27 F50 G222 IL18 IL38 JS31 JS32 JS41 L188 L410 "
        "MU2 P3 P46T PAT4 PAY1 PAY2 PAY3 PAY4 PC12 PC6T SB20 SC7 SF34 SH33 SH36 SW2 SW3 SW4 TBM7 TBM8 TBM9 Y12 YS11",
    ),
    (
        PISTON,
        "A210 AN2 ANSN AS02 ASO4 ASO5 ASTO BE33 BE35 BE36 BE50 BE55 BE56 BE58 C120 C140 C150 C152 C162 C170 C172 C175 "
        "C177 C180 C182 C185 C188 C190 C195 C206 C72R C77R C82R DA40 DA42 DH80 DH82 DH83 DH84 DH85 DH87 DH89 E350 EC6 "
        "ECHO FA01 FA02 FA04 FA24 FA62 FAET MIMU MITE P28A P28B P28R P28S P28T P28U P32R P32T P337 PA11 PA12 PA14 "
        "PA15 PA16 PA17 PA18 PA20 PA22 PA23 PA24 PA25 PA27 PA30 PA31 PA32 PA34 PA36 PA38 PA44 PA46 RJ03 SR20 SR22",
    ),
    (
        HELICOPTER,
        "A109 A119 A129 A139 A149 A169 A189 ALO2 ALO3 ANST AS32 AS3B AS50 AS55 AS65 B06 B06T B105 B212 B222 B230 B407 "
        "B412 B427 B429 B430 B47G B505 BK17 EC20 EC25 EC30 EC35 EC45 EC55 EC75 EH10 EXPL GAZL H12T H140 H160 H269 H46 "
        "H47 H500 H53 H53S H60 H64 KA25 KA26 KA27 KA32 KA50 KA52 KA62 KMAX LAMA LYNX MI10 MI14 MI2 MI24 MI26 MI28 MI34 "
        "MI38 MI4 MI6 MI8 NH90 PUMA R22 R44 R66 S61 S64 S76 S92 UH1 UH12 UH1Y UHEL W3",
    ),
)
"""ICAO type designators (Doc 8643), whole: what they begin with tells nothing (AS32 is a helicopter, AS31 a glider).

Of no class, so told by what was seen: gliders, fighters, large piston transports (C119, C123, DC6).
"""

_CLASSES = {code: found for found, codes in _DESIGNATORS for code in codes.split()}


@lru_cache(maxsize=4096)
def performance_of(type_code: str | None, *, top_altitude_ft: float, top_speed_kt: float) -> Performance:
    """The class of a type designator; without one, of what was seen: above 28,000 ft or 330 kt only jets fly.

    NaN counts as not seen.
    """
    known = _CLASSES.get((type_code or "").strip().upper())
    if known is not None:
        return known
    return UNKNOWN_JET if top_altitude_ft > 28_000 or top_speed_kt > 330 else UNKNOWN
