"""What neighbouring tools open: one file a format, each a function from findings to named files. One text gate in front of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overflight.doors import opening

if TYPE_CHECKING:
    from overflight.publishing.exports.formats import FORMATS, export_case

__all__ = ["FORMATS", "export_case"]

__getattr__ = opening(__name__, {"FORMATS": "formats", "export_case": "formats"})
