"""Registrations of aircraft: exact after normalisation, never fuzzy."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import OSA

from overflight.parties.names.scripts import is_mixed

PATTERN = re.compile(
    r"(?:N[1-9]\d{0,4}[A-HJ-NP-Z]{0,2}|[A-Z0-9]{1,4}-[A-Z0-9]{2,5}|YV-?\d{3,4}T?|HL-?\d{4}|JA-?\d{3,4}[A-Z]{0,2})"
)
"""Marks with a hyphen (EP-FAB, RA-76842, 9M-ABC, XY-AIJ, 4L-GSN) and the nationalities that write none (N, YV, HL, JA)."""
HYPHENLESS = re.compile(
    r"(?:EP|RA|EK|EW|UR|EX|UP|UK|UN|TC|HZ|A6|A7|A9C|AP|YA|YI|YK|OD|JY|SU|ST|ET|4L|4K|D2|9Q|XY|XU|VT|VN|HS|9M|PK|RP|B|D|F|G|I|EI|OE|OO|PH|ES|LY|YL|SP|OK|OM|HA|YR|LZ|SX|TS|CN|7T|5A|C|CU|HK|HP|PP|PR|PT|LV)[A-Z]{3}|RA\d{5}"
)
TYPING_HINT = 0.60
"""Score of marks one character apart: below a match, and labelled."""


def normal_registration(text: str) -> str | None:
    """The mark without hyphens and blanks, upper case; None where a letter is not plain ASCII (look-alikes never match)."""
    compact = re.sub(r"[\s\-\u2010-\u2015]", "", unicodedata.normalize("NFKC", text).strip()).upper()
    return compact if compact.isascii() and compact.isalnum() else None


def looks_like_registration(text: str) -> bool:
    """Whether a text is a registration mark and nothing else."""
    plain = text.strip().upper()
    if len(plain) > 9 or not plain:
        return False
    if PATTERN.fullmatch(plain):
        return "-" not in plain or any(c.isdigit() for c in plain) or len(plain.split("-")[0]) <= 2
    return HYPHENLESS.fullmatch(plain) is not None and text.strip().isupper()


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
