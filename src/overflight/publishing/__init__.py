"""What the editor opens, prints, checks and passes on."""

from overflight.publishing.dossier import render_dossier

__all__ = ["render_dossier"]
