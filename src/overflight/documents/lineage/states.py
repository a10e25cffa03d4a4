"""Whose authority a norm names: the state behind a ministry, an office, a capital."""

from __future__ import annotations

from functools import lru_cache

from overflight.reference.places import find_place

STATES = {"us": "US", "ofac": "US", "uk": "GB", "ofsi": "GB", "eu": "EU", "un": "UN"}
"""First words of the norms of authorities, and whose they are; other bodies' names may begin with any two letters."""


@lru_cache(maxsize=4096)
def state_of(norm: str | None) -> str | None:
    """The state (ISO alpha-2) whose authority a norm names: "US", "gov:US", "Washington,US", "org:us-treasury"."""
    if not norm:
        return None
    if norm.startswith("org:"):
        return STATES.get(norm.removeprefix("org:").split("-", 1)[0])
    code = norm.split(":", 1)[-1].rpartition(",")[2].strip()
    place = find_place(code) if len(code) == 2 else None
    return code if place is not None and place.is_country else None
