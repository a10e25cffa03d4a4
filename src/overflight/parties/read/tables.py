"""CSV with a header, read by column name; a missing column refuses the file."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from overflight.errors import BadList

Row = dict[str, str]
MAX_BYTES = 512 * 1024 * 1024
"""Bytes that a packed table may unpack to; the largest list has about 60 MB."""
ENCODINGS = ("utf-8-sig", "cp1252")
"""Tried in this order; cp1252 is what the older British and European files are in."""


def decoded(path: Path) -> str:
    """The text of a file, unpacked where it is gzip. Raises BadList for one that is damaged or unpacks to no end."""
    content = path.read_bytes()
    if content.startswith(b"\x1f\x8b"):
        try:
            with gzip.open(path) as packed:
                content = packed.read(MAX_BYTES + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise BadList(f"damaged compression ({error})", where=path.name, now="Get the file again.") from error
        if len(content) > MAX_BYTES:
            raise BadList("it unpacks to more than any list holds", where=path.name, now="Unpack it and look.")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def read_rows(
    path: Path, name: str, required: Sequence[str], *, delimiter: str = ",", preamble_rows: int = 0
) -> Iterator[tuple[int, Row]]:
    """Row number (the header's rows counted) and cells by column. Raises BadList for a missing column or a cut-off row.

    Column names are compared without case and outer blanks and come back as `required` writes them, others as printed.
    A row that is short of cells has empty ones; if only the last row is short, the file was cut off.
    """
    reader = csv.reader(io.StringIO(decoded(path), newline=""), delimiter=delimiter)
    try:
        for _ in range(preamble_rows):
            next(reader, None)
        header = _header(next(reader, []), required, name)
        last: list[str] = header
        were_short = is_short = False
        for cells in reader:
            if any(cells):
                were_short, last = were_short or is_short, cells
                is_short = len(cells) < len(header)
                padded = [cell.strip() for cell in cells] + [""] * (len(header) - len(cells))
                yield reader.line_num, dict(zip(header, padded, strict=False))
    except csv.Error as error:
        raise BadList(f"not readable as a table ({error})", where=name, now="Get the file again.") from error
    if is_short and not were_short:
        raise BadList(
            f"cut off: the last row has {len(last)} of {len(header)} fields",
            where=name,
            now="Get the file again; until then the list before it stands.",
        )


def _header(cells: list[str], required: Sequence[str], name: str) -> list[str]:
    """The columns, those that are required as `required` writes them. Raises BadList for one that is missing."""
    wanted = {column.casefold(): column for column in required}
    header = [wanted.get(cell.strip().casefold(), cell.strip()) for cell in cells]
    missing = [column for column in required if column not in header]
    if missing:
        raise BadList(
            f"the column {missing[0]!r} is missing" if header else "the list is empty",
            where=name,
            now="Its publisher may have renamed it; until this is clear the list before it stands.",
        )
    return header


def first_line(head: bytes) -> str:
    """The first line of a file's head that is not blank, for telling a header."""
    text = head.decode("utf-8-sig", errors="replace")
    return next((line for line in text.splitlines() if line.strip()), "")


def header_share(head: bytes, columns: Sequence[str], *, delimiter: str = ",", line: int = 0) -> float:
    """Share (0–1) of these columns that a line of the head names: enough of them tell the layout though one was renamed."""
    lines = [x for x in head.decode("utf-8-sig", errors="replace").splitlines()[: line + 2] if x.strip()]
    if len(lines) <= line:
        return 0.0
    cells = {cell.strip().casefold() for cell in next(csv.reader([lines[line]], delimiter=delimiter), [])}
    return sum(column.casefold() in cells for column in columns) / len(columns)
