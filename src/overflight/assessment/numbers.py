"""The figures that a quantity or count bounds."""

from __future__ import annotations

from overflight.records.claim import Filler


def bounds_of(filler: Filler) -> tuple[float | None, float | None] | None:
    """Least and most that the words allow (None is open); None where they give no figure. Norms read `3`, `21..`, `2..5`."""
    if filler.min is not None or filler.max is not None:
        return filler.min, filler.max
    head = (filler.norm or "").split(" ")[0].lstrip("~")
    low, dots, high = head.partition("..")
    try:
        if not dots:
            return (float(low), float(low)) if low else None
        return (float(low) if low else None), (float(high) if high else None)
    except ValueError:
        return None


def figures_exclude(a: Filler, b: Filler) -> bool:
    """Whether two figures cannot both hold."""
    x, y = bounds_of(a), bounds_of(b)
    if x is None or y is None:
        return False
    low = max(v for v in (x[0], y[0], float("-inf")) if v is not None)
    high = min(v for v in (x[1], y[1], float("inf")) if v is not None)
    return low > high
