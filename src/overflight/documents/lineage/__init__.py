"""Who told whom: which reports descend from which, what changed on the way. `trace_lineage` is the door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overflight.doors import opening

if TYPE_CHECKING:
    from overflight.documents.lineage.settings import LineageSettings
    from overflight.documents.lineage.trace import trace_lineage

__all__ = ["LineageSettings", "trace_lineage"]

__getattr__ = opening(__name__, {"LineageSettings": "settings", "trace_lineage": "trace"})
