"""Names of operators, aircraft types, registrations, weapons, goods, groups and countries: plain tables, and their loader.

Each table is a TSV beside this file: comment lines that name its source, a heading line, one norm a row; several forms of
a name are divided by `|`. A form that ends in `*` stands for any ending of its last word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

GAZETTEERS = (
    "aircraft_types", "capitals", "cities", "countries", "demonyms", "goods", "governments", "groups", "operators",
    "organisations", "places", "registrations", "weapons",
)  # fmt: skip
"""Every table there is; `tests/reference` loads each and looks for duplicates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row: what the names stand for, what kind of thing it is, its names, and any further columns."""

    norm: str
    kind: str
    forms: tuple[str, ...]
    more: Mapping[str, str]


@lru_cache(maxsize=32)
def load_gazetteer(name: str) -> tuple[Entry, ...]:
    """The rows of a table, in the order of the file. Raises FileNotFoundError if there is no such table."""
    lines = files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    head, *body = rows
    return tuple(_entry(dict(zip(head, (cell.strip() for cell in row), strict=True))) for row in body)


def _entry(row: dict[str, str]) -> Entry:
    forms = tuple(form.strip() for form in row["forms"].split("|") if form.strip())
    more = {key: value for key, value in row.items() if key not in ("norm", "kind", "forms")}
    return Entry(norm=row["norm"], kind=row["kind"], forms=forms, more=more)
