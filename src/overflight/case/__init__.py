"""The keeper: one folder an investigation, every byte admitted by its hash, every step in a chained ledger."""

from overflight.case.folder import Case, create, open_case

__all__ = ["Case", "create", "open_case"]
