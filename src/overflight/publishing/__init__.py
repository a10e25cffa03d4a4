"""What the editor opens, prints, checks and passes on."""

from overflight.publishing.dossier import render_dossier, render_pages
from overflight.publishing.findings import findings_json

__all__ = ["findings_json", "render_dossier", "render_pages"]
