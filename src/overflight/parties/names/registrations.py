"""Registrations of aircraft: exact after normalisation, never fuzzy."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import OSA

from overflight.parties.names.scripts import is_mixed

_PREFIXES = (
    "EP RA EK EW UR EX UP UK UN TC HZ A2 A3 A4O A5 A6 A7 A8 A9C AP YA YI YK OD JY SU ST ET E3 4L 4K 4X 4R D2 D4 D6 9Q 9A 9G 9H "
    "9J 9K 9L 9M 9N 9U 9V 9Y XA XB XC XT XU XY VT VN VP VQ HS PK RP B D F G I C EI OE OO PH ES LY YL SP OK OM HA HB YR LZ SX TS "
    "TF TG TI TJ TL TN TR TT TU TY TZ CN 7T 7O 7P 7Q 5A 5B 5H 5N 5R 5T 5U 5V 5W 5X 5Y 6O 6V 6W 6Y 8P 8Q 8R CC CP CS CU CX C2 C3 "
    "C5 C6 C9 H4 HC HH HI HK HP HR J2 J3 J5 J6 J7 J8 JU JA HL LN LV LX N OB OH OY P2 P4 PJ PP PR PT PS PZ S2 S5 S7 S9 SE SU T7 "
    "T8A V2 V3 V4 V5 V6 V7 V8 YJ YN YS YU YV Z Z3 ZA ZK ZP ZS EZ EY ER 3A 3B 3C 3D 3X YE P"
)
PREFIXES = frozenset(_PREFIXES.split())
"""Nationality marks of ICAO Annex 7 and its supplements, and North Korea's P."""
HYPHENATED = re.compile(r"([A-Z0-9]{1,3})-([A-Z0-9]{2,5})")
WITHOUT_HYPHEN = re.compile(r"N[1-9]\d{0,4}[A-HJ-NP-Z]{0,2}|YV\d{3,4}T?|HL\d{4}|JA\d{3,4}[A-Z]{0,2}|UK\d{5}|RA\d{5}")
"""Marks that are painted without a hyphen, and Russian ones written so."""
BARE_LETTERS = re.compile(r"([A-Z0-9]{1,3}?)([A-Z]{3})")
"""`EPFAA`: a nationality mark and three letters, where the whole is upper case."""
TYPING_HINT = 0.60
"""Score of marks one character apart: below a match, and labelled."""


def normal_registration(text: str) -> str | None:
    """The mark without hyphens and blanks, upper case; None where a letter is not plain ASCII (look-alikes never match)."""
    compact = re.sub(r"[\s\-\u2010-\u2015]", "", unicodedata.normalize("NFKC", text).strip()).upper()
    return compact if compact.isascii() and compact.isalnum() else None


def looks_like_registration(text: str) -> bool:
    """Whether a text is a registration mark and nothing else; mixed case (`Al-Nur`) is a name."""
    printed = re.sub(r"[\u2010-\u2015]", "-", unicodedata.normalize("NFKC", text).strip())
    plain = printed.upper()
    if not 4 <= len(plain) <= 9 or printed not in (plain, printed.lower()):
        return False
    hyphenated = HYPHENATED.fullmatch(plain)
    if hyphenated:
        return hyphenated[1] in PREFIXES
    if WITHOUT_HYPHEN.fullmatch(plain):
        return True
    bare = BARE_LETTERS.fullmatch(plain)
    return bare is not None and printed == plain and len(bare[1]) >= 2 and bare[1] in PREFIXES


def compare_registrations(a: str, b: str) -> tuple[float, str] | None:
    """(score, reason) of two marks, or None where one is a name and the other happens to look like a mark."""
    if is_mixed(a) or is_mixed(b):
        return 0.0, "look-alike letters of another script: not a registration, not a match"
    x, y = normal_registration(a), normal_registration(b)
    if x is not None and x == y:
        return 1.0, f"registration {x} in both"
    if not (looks_like_registration(a) and looks_like_registration(b)):
        return None
    if x is not None and y is not None and OSA.distance(x, y) == 1:
        return (
            TYPING_HINT,
            f"typing hint only: {a.strip()} and {b.strip()} differ in one character; registrations match exactly or not at all",
        )
    return 0.0, "registrations differ"
