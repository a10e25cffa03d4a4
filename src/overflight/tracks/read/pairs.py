"""What users say about their own columns: `old=new`."""

from __future__ import annotations

from collections.abc import Sequence

from overflight.errors import BadInput


def column_map(pairs: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of column in the file and column of positions, from `old=new`. Raises BadInput for what is no such pair."""
    out = []
    for pair in pairs:
        old, mark, new = pair.rpartition("=")
        if not mark or not old.strip() or not new.strip():
            raise BadInput(
                "is not of the form old=new", where=f"--map {pair}", now="Write for example --map lat_deg=latitude."
            )
        out.append((old.strip(), new.strip()))
    return tuple(out)
