"""Tables of names from strangers: CSV with known columns, one clear error for anything else."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from overflight.errors import BadInput, UnreadableFile

MOST_BYTES = 512 * 1024 * 1024
"""Largest table of names that is read."""


def read_table(path: Path, *, needed: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    """The rows of a CSV file (UTF-8, with or without a byte order mark) as dictionaries, columns in lower case.

    needed: groups of columns, of each of which one must be there. Raises UnreadableFile or BadInput, saying what to do.
    """
    text = _text(path)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [column.strip().lower() for column in next(reader)]
        for group in needed:
            if not set(group) & set(header):
                raise BadInput(
                    f"no column {' or '.join(repr(c) for c in group)}; there are: {', '.join(header) or 'none'}",
                    where=path.name,
                    now="Give the file a first row with the names of its columns.",
                )
        rows = []
        for values in reader:
            if not values:
                continue
            if len(values) > len(header):
                raise BadInput(
                    f"{len(values)} values under {len(header)} columns",
                    where=f"{path.name}, line {reader.line_num}",
                    now="Quote values that hold a comma.",
                )
            rows.append(dict(zip(header, values + [""] * (len(header) - len(values)), strict=True)))
    except StopIteration:
        raise BadInput(
            "the file is empty", where=path.name, now="Give a CSV file with a first row of column names."
        ) from None
    except csv.Error as error:
        raise BadInput(
            f"not a CSV table: {error}", where=f"{path.name}, line {reader.line_num}", now="Save it as CSV in UTF-8."
        ) from None
    return rows


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadInput("larger than 512 MB", where=path.name, now="Split it.")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"cannot be read ({error.strerror or error})", where=path.name, now="Check the path and its permissions."
        ) from None
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadInput("not text in UTF-8", where=path.name, now="Save it as CSV in UTF-8.")
