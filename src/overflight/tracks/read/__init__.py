"""Readers of position data, one file a format, and the one table they fill."""

from overflight.tracks.read.reading import read_positions
from overflight.tracks.read.registry import sniff_positions

__all__ = ["read_positions", "sniff_positions"]
