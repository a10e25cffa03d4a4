"""Does the 24-bit address belong to the registration? By rule where a state derives one from the other, else by block.

Sources: ICAO Annex 10 vol. III (blocks of addresses by state); the published schemes of the United States (N-number
formula), Russia (0x140000 plus the five digits) and Iran (0x730000 plus the three letters in base 32, A = 1).
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from functools import lru_cache
from importlib.resources import files
from io import StringIO

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Letters of N-numbers: no I, no O."""
CIVIL_MARK = re.compile(r"[A-Z0-9]{1,4}-[A-Z]{3,4}|YV\d{3,4}|HL\d{4}|JA\w{4}|UK\d{5}")
"""Marks of civil aircraft as states issue them; serials of armed forces and ground stations follow no block."""
US_FIRST = 0xA00001
SUFFIXES = 1 + len(LETTERS) * (1 + len(LETTERS))
"""None, one letter, two letters: 601 suffixes."""


def disagreement(icao24: str | None, registration: str | None) -> str | None:
    """Why address and registration do not belong together, as a sentence; None where they may."""
    if icao24 and icao24.startswith("~"):
        return f"the address {icao24} is not one that ICAO assigns: it does not prove which aircraft this is"
    if not icao24 or not registration:
        return None
    if not re.fullmatch(r"[0-9a-f]{6}", icao24):
        return None
    address, mark = int(icao24, 16), registration.upper().strip()
    due = address_of(mark)
    if due is not None:
        if due == address:
            return None
        return f"registration and address disagree: {mark} has the address {due:06x} by its state's rule, not {icao24}"
    block = block_of(address)
    if block is None:
        return f"the address {icao24} lies in no state's block"
    country, marks = block
    if CIVIL_MARK.fullmatch(mark) and not mark.startswith(marks):
        return f"registration and address disagree: {icao24} lies in the block of {country}, {mark} does not begin so"
    return None


def address_of(registration: str) -> int | None:
    """The address that follows from a registration, where its state derives addresses by rule; else None."""
    mark = registration.upper().strip()
    if found := re.fullmatch(r"EP-([A-Z])([A-Z])([A-Z])", mark):
        a, b, c = (ord(letter) - 64 for letter in found.groups())
        return 0x730000 + 1024 * a + 32 * b + c
    if found := re.fullmatch(r"RA-(\d{5})", mark):
        return 0x140000 + int(found.group(1))
    return _us_address(mark) if re.fullmatch(r"N[1-9]\d{0,4}[A-HJ-NP-Z]{0,2}", mark) and len(mark) <= 6 else None


def _us_address(mark: str) -> int | None:
    """The N-number formula: numbers in the order N1, N1A … N1ZZ, N10, N10A … N99999.

    After the first digit each further digit opens a block that holds the mark itself, its suffixes and ten blocks more.
    """
    digits = re.sub(r"[A-Z]", "", mark[1:])
    letters = mark[1 + len(digits) :]
    if len(digits) + len(letters) > 5:
        return None
    sizes = (101_711, 10_111, 951, 35, 1)
    number = (int(digits[0]) - 1) * sizes[0]
    for place, digit in enumerate(digits[1:], start=1):
        number += (SUFFIXES if place < 4 else 25) + int(digit) * sizes[place]
    if letters:
        number += 1 + LETTERS.index(letters[0]) * (25 if len(digits) < 4 else 1)
        number += 1 + LETTERS.index(letters[1]) if len(letters) == 2 else 0
    return US_FIRST + number


def block_of(address: int) -> tuple[str, tuple[str, ...]] | None:
    """The state that an address belongs to (ISO alpha-2) and the beginnings of its registration marks."""
    blocks = _blocks()
    i = bisect_right([b[0] for b in blocks], address) - 1
    if i < 0 or address > blocks[i][1]:
        return None
    return blocks[i][2], blocks[i][3]


@lru_cache(maxsize=1)
def _blocks() -> tuple[tuple[int, int, str, tuple[str, ...]], ...]:
    text = (files("overflight.reference") / "data" / "address_blocks.csv").read_text(encoding="utf-8")
    return tuple(
        (int(row["first"], 16), int(row["last"], 16), row["country"], tuple(row["marks"].split()))
        for row in csv.DictReader(StringIO(text))
    )
