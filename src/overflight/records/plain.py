"""Records as plain JSON values, in the shapes of the published contract."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]


def json_name(name: str, *, hidden: bool = False) -> dict[str, Any]:
    """Field metadata: the key this field has in JSON (`from` is a Python keyword), or that it has none."""
    return {"json": name, "hidden": hidden}


HIDDEN: dict[str, Any] = json_name("", hidden=True)
"""Field metadata for what a record carries inside but the contract does not publish."""


def to_plain(value: object) -> Plain:
    """The value as JSON types: records as objects, tuples as lists, instants ISO 8601 UTC with `Z`, days ISO.

    Unknown stays null and is never left out. Sets come out sorted. Raises TypeError on anything else.
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, str):
        return value
    if isinstance(value, dt.datetime):
        return instant_text(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_plain(v) for v in value]
    if isinstance(value, Path):
        return value.as_posix()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: to_plain(getattr(value, own)) for name, own in keys_of(type(value))}
    if isinstance(value, Mapping):
        return {str(to_plain(k)): to_plain(v) for k, v in value.items()}
    if isinstance(value, frozenset | set):
        return sorted((to_plain(v) for v in value), key=repr)
    raise TypeError(f"{type(value).__name__} has no JSON form")


@cache
def keys_of(record: type) -> tuple[tuple[str, str], ...]:
    """For each published field of a kind of record its key in JSON and its own name."""
    return tuple(
        (str(f.metadata.get("json", f.name)), f.name)
        for f in dataclasses.fields(record)
        if not f.metadata.get("hidden")
    )


def instant_text(at: dt.datetime) -> str:
    """An aware instant as ISO 8601 UTC with `Z`, to the second where it falls on one, else to the millisecond."""
    if at.tzinfo is None:
        raise TypeError("an instant without a time zone is not an instant")
    utc = at.astimezone(dt.UTC)
    precision = "milliseconds" if utc.microsecond else "seconds"
    return utc.isoformat(timespec=precision).replace("+00:00", "Z")
