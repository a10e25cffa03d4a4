"""Doors that open when they are used: a package names what it offers, and loads it only when somebody asks for it.

Telling what a file is must not load the parser, and `--help` must not load anything.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping


def opening(package: str, doors: Mapping[str, str]) -> Callable[[str], object]:
    """A module's `__getattr__`. doors: what the package offers → its module inside the package."""

    def getattr_(name: str) -> object:
        if name not in doors:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(importlib.import_module(f"{package}.{doors[name]}"), name)

    return getattr_
