"""Every threshold that was used, read from the settings records of the stages themselves, so that none can be forgotten."""

from __future__ import annotations

import ast
import dataclasses
import inspect
from collections.abc import Sequence
from dataclasses import dataclass

from overflight.publishing.text import one_line

UNITS: tuple[tuple[str, str], ...] = (
    ("_s", "s"), ("_ft", "ft"), ("_kt", "kt"), ("_nm", "NM"), ("_deg", "°"), ("_fpm", "ft/min"), ("_days", "days"), ("_min", "min"),
    ("_m", "m"), ("_km", "km"), ("_h", "h"), ("_mps", "m/s"), ("_px", "px"),
)  # fmt: skip
"""The unit a setting's name ends in."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A setting in words, its value with its unit, and where the number comes from."""

    words: str
    value: str
    why: str


def thresholds(settings: Sequence[object]) -> tuple[tuple[str, tuple[Threshold, ...]], ...]:
    """The settings of each stage that has any, in the order given."""
    stages = []
    for record in settings:
        rows = tuple(threshold_rows(record))
        if rows:
            stages.append((type(record).__name__.removesuffix("Settings").lower(), rows))
    return tuple(stages)


def threshold_rows(record: object, prefix: str = "") -> list[Threshold]:
    """One row a field that is set; records inside a record are opened."""
    if not dataclasses.is_dataclass(record) or isinstance(record, type):
        return []
    reasons = field_reasons(type(record))
    rows = []
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            rows += threshold_rows(value, f"{prefix}{field.name.replace('_', ' ')}: ")
            continue
        if value is None or value == ():
            continue  # not set: nothing was measured by it
        words, unit = said(field.name)
        rows.append(Threshold(f"{prefix}{words}", shown(value, unit), reasons.get(field.name, "")))
    return rows


def said(name: str) -> tuple[str, str]:
    """A setting's name in words, and its unit."""
    for ending, unit in UNITS:
        if name.endswith(ending):
            return name.removesuffix(ending).replace("_", " "), unit
    return name.replace("_", " "), ""


def shown(value: object, unit: str) -> str:
    """A value as people write it."""
    if value is None:
        return "not set"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        number = f"{value:,}" if isinstance(value, int) else f"{value:,.6g}"
        return f"{number} {unit}".strip()
    if isinstance(value, frozenset | set):
        return ", ".join(sorted(str(item) for item in value))
    if isinstance(value, tuple | list):
        return ", ".join(str(item) for item in value) or "none"
    return one_line(str(value))


def field_reasons(kind: type) -> dict[str, str]:
    """What the source says under or behind each field: its docstring, or the comment on its line.

    The reason lives beside the number in the code and nowhere else; where the source is not at hand, the rows stand without it.
    """
    try:
        source = inspect.getsource(kind)
    except (OSError, TypeError):
        return {}
    lines = source.splitlines()
    body = ast.parse(inspect.cleandoc("\n" + source) if source[0].isspace() else source).body[0]
    if not isinstance(body, ast.ClassDef):
        return {}
    reasons: dict[str, str] = {}
    for statement, following in zip(body.body, [*body.body[1:], None], strict=True):
        if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name):
            continue
        name = statement.target.id
        if (
            isinstance(following, ast.Expr)
            and isinstance(following.value, ast.Constant)
            and isinstance(following.value.value, str)
        ):
            reasons[name] = plain(following.value.value)
            continue
        tail = lines[(statement.end_lineno or statement.lineno) - 1]
        if "#" in tail:
            reasons[name] = plain(tail.rpartition("#")[2])
            continue
        above: list[str] = []
        number = statement.lineno - 2
        while number >= 0 and lines[number].strip().startswith("#"):
            above.insert(0, lines[number].strip().lstrip("# "))
            number -= 1
        reasons[name] = plain(" ".join(above))
    return shared_reasons(reasons)


def shared_reasons(reasons: dict[str, str]) -> dict[str, str]:
    """The same with the fields that have no reason of their own given that of the next: one comment speaks of a pair."""
    shared, following = {}, ""
    for name in reversed(reasons):
        following = shared[name] = reasons[name] or following
    return shared


def plain(words: str) -> str:
    """A comment as a reader of the dossier meets it: on one line, and without the marks of code."""
    return one_line(words.replace("`", ""))
