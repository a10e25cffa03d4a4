"""The keeper: one folder an investigation, every byte admitted by its hash, every step in a chained ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overflight.doors import opening

if TYPE_CHECKING:
    from overflight.case.folder import Case, create, open_case

__all__ = [
    "Case",
    "create",
    "open_case",
]

__getattr__ = opening(
    __name__,
    {
        "Case": "folder",
        "create": "folder",
        "open_case": "folder",
    },
)
