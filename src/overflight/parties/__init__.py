"""Parties: who was listed on which day, whose name, airframe and ties these are."""

from __future__ import annotations

from overflight.parties.designations import designated
from overflight.parties.ledger import Ledger, build_ledger
from overflight.parties.links import LinkPath, walk_links
from overflight.parties.settings import PartiesSettings

__all__ = [
    "Ledger",
    "LinkPath",
    "PartiesSettings",
    "build_ledger",
    "designated",
    "walk_links",
]
