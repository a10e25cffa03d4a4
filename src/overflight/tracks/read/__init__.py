"""Readers of position data, one file a format, and the one table they fill."""

from overflight.tracks.read.reading import read_positions
from overflight.tracks.read.registry import sniff_positions
from overflight.tracks.read.tables import is_table

__all__ = ["is_table", "read_positions", "sniff_positions"]
