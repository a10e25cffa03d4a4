"""Which reports descend from which, claim by claim. `trace_lineage` is the door."""

from overflight.documents.lineage.trace import trace_lineage

__all__ = ["trace_lineage"]
