"""Parties: who was listed on which day, whose name, airframe and ties these are."""

from __future__ import annotations

from overflight.parties.designations import designated
from overflight.parties.ledger import Ledger, build_ledger
from overflight.parties.links import LinkPath, walk_links
from overflight.parties.mentions import known_names
from overflight.parties.names import NameComparison, compare_names
from overflight.parties.screening import Screening, ScreeningQuery, screen
from overflight.parties.settings import PartiesSettings

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
