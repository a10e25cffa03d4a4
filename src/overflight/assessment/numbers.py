"""The figures that a quantity or count bounds."""

from __future__ import annotations

import re

from overflight.documents.lineage.keys import WORD
from overflight.documents.lineage.numbers import number_of
from overflight.records.claim import Filler


def bounds_of(filler: Filler) -> tuple[float | None, float | None] | None:
    """Least and most that the words allow (None is open); None where they give no figure. Norms read `3`, `21..`, `2..5`."""
    if filler.min is not None or filler.max is not None:
        return filler.min, filler.max
    if not filler.norm:
        return _read(filler.text)
    head = filler.norm.split(" ")[0].lstrip("~")
    low, dots, high = head.partition("..")
    try:
        if not dots:
            return (float(low), float(low)) if low else None
        return (float(low) if low else None), (float(high) if high else None)
    except ValueError:
        return None


AT_LEAST = ("at least", "more than", "over ", "not less than", "al menos", "más de", "au moins", "plus de", "almeno", "oltre",
            "mindestens", "mehr als", "не менее", "более", "pelo menos", "mais de")  # fmt: skip
AT_MOST = (
    "at most",
    "up to",
    "nearly",
    "fewer than",
    "less than",
    "almost",
    "hasta",
    "jusqu",
    "fino a",
    "bis zu",
    "до ",
)


def _read(text: str) -> tuple[float | None, float | None] | None:
    """The bounds that plain words give where the reader of quantities left none: comparator and first figure."""
    words = WORD.findall(re.sub(r"(?<=\d)[.,](?=\d{3}(?!\d))", "", text))
    figure = next((n for w in words if (n := SMALL.get(w.casefold()) or number_of(w)) is not None), None)
    if figure is None:
        return None
    folded = text.casefold()
    if any(words in folded for words in AT_LEAST):
        return float(figure), None
    return (None, float(figure)) if any(words in folded for words in AT_MOST) else (float(figure), float(figure))


SMALL = {"one": "1", "once": "1", "two": "2", "twice": "2", "both": "2", "thrice": "3"}


def figures_exclude(a: Filler, b: Filler) -> bool:
    """Whether two figures cannot both hold."""
    x, y = bounds_of(a), bounds_of(b)
    if x is None or y is None:
        return False
    low = max(v for v in (x[0], y[0], float("-inf")) if v is not None)
    high = min(v for v in (x[1], y[1], float("inf")) if v is not None)
    return low > high
