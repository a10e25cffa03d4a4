"""The dossier: one HTML file that an editor opens offline, scripts off, and prints. One module a figure or part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overflight.doors import opening

if TYPE_CHECKING:
    from overflight.publishing.dossier.page import render_dossier
    from overflight.publishing.dossier.pages import render_pages

__all__ = ["render_dossier", "render_pages"]

__getattr__ = opening(__name__, {"render_dossier": "page", "render_pages": "pages"})
