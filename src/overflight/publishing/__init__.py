"""What the editor opens, prints, checks and passes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overflight.doors import opening

if TYPE_CHECKING:
    from overflight.publishing.dossier import render_dossier, render_pages
    from overflight.publishing.findings import findings_json

__all__ = ["findings_json", "render_dossier", "render_pages"]

__getattr__ = opening(
    __name__,
    {
        "findings_json": "findings",
        "render_dossier": "dossier.page",
        "render_pages": "dossier.pages",
    },
)
