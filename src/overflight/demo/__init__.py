"""The bundled example case: SYNTHETIC flights and reports, real list excerpts; see `case/case.toml`."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "case"
"""Where the example's files lie in the package: reports, traces, lists and its `case.toml`."""
