"""The dossier: one HTML file that an editor opens offline, scripts off, and prints. One module a figure or part."""

from overflight.publishing.dossier.page import render_dossier
from overflight.publishing.dossier.pages import render_pages

__all__ = ["render_dossier", "render_pages"]
