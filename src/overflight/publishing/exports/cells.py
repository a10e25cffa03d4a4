"""Cells of a CSV: what a spreadsheet would run as a formula is guarded, and the guard comes off again on the way back."""

from __future__ import annotations

import re

TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "'")
"""First characters that make a spreadsheet evaluate a cell; the apostrophe is here so that the guard can be undone."""
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")


def guarded(cell: str) -> str:
    """The cell, with an apostrophe before it where a spreadsheet would evaluate it; numbers stay numbers."""
    if cell.startswith(TRIGGERS) and not NUMBER.fullmatch(cell):
        return "'" + cell
    return cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`, also after a spreadsheet saved it with its guard."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(TRIGGERS) else cell
