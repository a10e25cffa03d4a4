"""Parties: who was listed on which day, whose name, airframe and ties these are.

Comparing names takes numpy and scipy; these doors open when they are first used, so that telling a file's format stays
quick.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from overflight.parties.settings import PartiesSettings

if TYPE_CHECKING:
    from overflight.parties.designations import designated
    from overflight.parties.ledger import Ledger, build_ledger
    from overflight.parties.links import LinkPath, walk_links
    from overflight.parties.mentions import known_names
    from overflight.parties.names import NameComparison, compare_names
    from overflight.parties.screening import Screening, ScreeningQuery, screen

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

_DOORS = {
    "Ledger": "ledger",
    "LinkPath": "links",
    "NameComparison": "names",
    "Screening": "screening",
    "ScreeningQuery": "screening",
    "build_ledger": "ledger",
    "compare_names": "names",
    "designated": "designations",
    "known_names": "mentions",
    "screen": "screening",
    "walk_links": "links",
}


def __getattr__(name: str) -> object:
    if name not in _DOORS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(importlib.import_module(f"overflight.parties.{_DOORS[name]}"), name)
    globals()[name] = found
    return found
