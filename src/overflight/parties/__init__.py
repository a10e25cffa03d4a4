"""Parties: who was listed on which day, whose name, airframe and ties these are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overflight.doors import opening
from overflight.parties.settings import PartiesSettings

if TYPE_CHECKING:
    from overflight.parties.designations import designated
    from overflight.parties.ledger import Ledger, build_ledger
    from overflight.parties.links import LinkPath, walk_links
    from overflight.parties.mentions import known_names
    from overflight.parties.names import NameComparison, compare_names
    from overflight.parties.queries import ScreeningQuery
    from overflight.parties.screening import Screening, screen

__all__ = [
    "Ledger",
    "LinkPath",
    "NameComparison",
    "PartiesSettings",
    "Screening",
    "ScreeningQuery",
    "build_ledger",
    "compare_names",
    "designated",
    "known_names",
    "screen",
    "walk_links",
]

__getattr__ = opening(
    __name__,
    {
        "Ledger": "ledger",
        "LinkPath": "links",
        "NameComparison": "names",
        "Screening": "screening",
        "ScreeningQuery": "queries",
        "build_ledger": "ledger",
        "compare_names": "names",
        "designated": "designations",
        "known_names": "mentions",
        "screen": "screening",
        "walk_links": "links",
    },
)
