"""overflight: an offline evidence engine for tracing sanctioned arms transfers by air."""

__version__ = "0.1.0"
