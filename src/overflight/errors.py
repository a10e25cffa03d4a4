"""Errors that people see: each says what is wrong, where, and what to do now.

    OverflightError
    ├── BadInput                what was given cannot be used
    │   ├── UnreadableFile      missing, not permitted, damaged compression
    │   ├── UnknownFormat       readable, but not a report, position data or list
    │   ├── BadPositions        position data without what a position needs
    │   ├── BadList             empty, truncated or with renamed columns: the old list stays
    │   └── BadReport           a report whose text cannot be told
    └── CaseError               the case folder
        ├── NotACase            no case lies there
        ├── CaseLocked          somebody else is writing
        ├── CaseDamaged         bytes are not what the ledger says
        └── CannotWrite         disk full, read-only, not permitted

Bad data is a result with a reason; these are for what stops a command.
"""

from __future__ import annotations


class OverflightError(Exception):
    """An error for people. what: what is wrong; where: file, row, field; now: what to do about it."""

    def __init__(self, what: str, *, where: str | None = None, now: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.now = now

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        if not head.endswith((".", "!", "?")):
            head += "."
        return f"{head} {self.now}" if self.now else head


class BadInput(OverflightError):
    """What was given cannot be used."""


class UnreadableFile(BadInput):
    """A file is missing, not permitted, or its compression is damaged."""


class UnknownFormat(BadInput):
    """A readable file that is not a report, position data or a list."""


class BadPositions(BadInput):
    """Position data without what a position needs."""


class BadList(BadInput):
    """A list that is empty, truncated or has renamed columns; the old one stays in force."""


class BadReport(BadInput):
    """A report whose text cannot be told."""


class CaseError(OverflightError):
    """The case folder."""


class NotACase(CaseError):
    """No case lies there."""


class CaseLocked(CaseError):
    """Somebody else is writing to this case."""


class CaseDamaged(CaseError):
    """Bytes are not what the ledger says."""


class CannotWrite(CaseError):
    """Disk full, read-only or not permitted; what was there before still stands."""
