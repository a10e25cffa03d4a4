"""CSV tables with stable ids.

A text that a spreadsheet would run as a formula gets an apostrophe in front; a number stays a number.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re

from overflight.publishing.dossier.index import Index
from overflight.publishing.exports.shared import iso
from overflight.publishing.exports.tables import Cell, Table, tables

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_DANGER = re.compile(r"[\s]*[=+\-@|%\t\r\n＝＋－＠]")
"""The last four are the full-width forms, which some spreadsheets take for the plain ones."""


def guarded(value: object) -> str:
    """A cell: unknown is empty, a number is itself, and nothing can be run. Guarding twice is guarding once."""
    if value is None:
        return ""
    words = str(value)
    if _NUMBER.fullmatch(words) or not _DANGER.match(words):
        return words
    return "'" + words


def export_csv(index: Index) -> dict[str, bytes]:
    """One table a kind of thing."""
    return {f"{name}.csv": sheet(one) for name, one in tables(index).items()}


def sheet(table: Table) -> bytes:
    """A table in UTF-8 with a mark that spreadsheets read it so."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([[guarded(plain(cell)) for cell in row] for row in table.rows])
    return b"\xef\xbb\xbf" + lines.getvalue().encode()


def plain(cell: Cell) -> object:
    """Instants in UTC to the second; all else is itself."""
    return iso(cell) if isinstance(cell, dt.datetime) else cell
