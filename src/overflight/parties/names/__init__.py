"""Names: whether two of them, in any spelling and script, are one."""

from __future__ import annotations

from overflight.parties.names.compare import MATCH_AT, NameComparison, compare_names

__all__ = ["MATCH_AT", "NameComparison", "compare_names"]
