"""Tables of positions by column name, CSV (gzip or plain) and Parquet, in blocks so that their size does not matter."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import polars as pl

from overflight.errors import BadPositions, UnreadableFile
from overflight.records.source import SourceFile
from overflight.tracks.read.accept import Raw
from overflight.tracks.read.columns import Meaning, looks_like_positions, meanings
from overflight.tracks.read.files import HEAD_BYTES, plain_head, stream_plain
from overflight.tracks.read.filling import fill
from overflight.tracks.settings import TracksSettings

CSV, PARQUET = "positions_csv", "positions_parquet"
DAMAGE = (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError)
"""What reading damaged Parquet ends in; polars panics over some of it."""

BLOCK_BYTES = 32 << 20
BLOCK_ROWS = 1_000_000
MAX_LINE_BYTES = 64 << 20
NULLS = ["", "null", "NULL", "None", "none", "NA", "N/A", "n/a", "\\N", "-"]


def sniff_csv(head: bytes, name: str) -> str | None:
    """The format's name if the first line names an instant, a latitude and a longitude."""
    columns = header_of(plain_head(head))
    return CSV if looks_like_positions(columns) else None


def sniff_parquet(head: bytes, name: str) -> str | None:
    """The format's name for a Parquet file, unless the column names, which stand at its end, are those of a registry."""
    is_registry = b"registration" in head and b"latitude" not in head and b"\x03lat" not in head
    return PARQUET if head.startswith(b"PAR1") and not is_registry else None


def is_table(file: SourceFile) -> bool:
    """Whether a file is a table of any columns, which a map of columns may make one of positions."""
    try:
        with file.path.open("rb") as opened:
            head = opened.read(HEAD_BYTES)
    except OSError:
        return False
    return head.startswith(b"PAR1") or len(header_of(plain_head(head))) >= 3


def header_of(text: bytes) -> list[str]:
    """The column names of the first line; empty where it is no line of a table."""
    line, found, _ = text.removeprefix(b"\xef\xbb\xbf").partition(b"\n")
    if not found or len(line) > 16_384 or b"\0" in line or line.lstrip().startswith((b"{", b"[", b"<")):
        return []
    return [part.strip().strip('"') for part in line.decode("utf-8", "replace").strip("\r").split(separator_of(line))]


def separator_of(line: bytes) -> str:
    """What parts the columns of a header line: the most frequent of comma, semicolon and tabulator."""
    return max((",", ";", "\t"), key=lambda mark: line.count(mark.encode()))


def read_csv_files(files: Sequence[SourceFile], settings: TracksSettings) -> Iterator[Raw]:
    """Rows of CSV tables, block by block."""
    for file in files:
        told: dict[str, Meaning] = {}
        for first_row, block in csv_blocks(file):
            raw, told = fill(block, file, first_row, settings, told)
            yield raw


def read_parquet_files(files: Sequence[SourceFile], settings: TracksSettings) -> Iterator[Raw]:
    """Rows of Parquet tables, block by block."""
    for file in files:
        told: dict[str, Meaning] = {}
        for first_row, block in parquet_blocks(file, settings):
            raw, told = fill(block, file, first_row, settings, told)
            yield raw


def csv_blocks(file: SourceFile, header: Sequence[str] | None = None) -> Iterator[tuple[int, pl.DataFrame]]:
    """Blocks of a CSV file as text columns, each with the number of its first row; the header line is row 0.

    header: column names, for files that have no header line. A last column `overflow` holds what a row has too much.
    """
    name, columns, separator, row = file.source.name, list(header or ()), ",", 1
    for lines in line_blocks(stream_plain([file.path], name), name):
        body = lines
        if not columns:
            first, _, body = lines.removeprefix(b"\xef\xbb\xbf").partition(b"\n")
            separator, columns = separator_of(first), distinct(header_of(first + b"\n"))
        if body and not body.isspace():
            table = parse_csv(body, [*columns, "overflow"], separator, name)
            yield row, table
            row += table.height


def line_blocks(pieces: Iterator[bytes], name: str) -> Iterator[bytes]:
    """Blocks of whole lines; a line break between quotation marks is none. Raises UnreadableFile for an endless line."""
    held = bytearray()
    for piece in pieces:
        held += piece
        if len(held) < BLOCK_BYTES:
            continue
        end = held.rfind(b"\n") + 1
        while end and held.count(b'"', 0, end) % 2:
            end = held.rfind(b"\n", 0, end - 1) + 1
        if end:
            yield bytes(held[:end])
            del held[:end]
        elif len(held) > MAX_LINE_BYTES:
            raise UnreadableFile(
                f"a line is longer than {MAX_LINE_BYTES >> 20} MiB", where=name, now="This is no table of positions."
            )
    if held:
        yield bytes(held)


def parse_csv(body: bytes, columns: list[str], separator: str, name: str) -> pl.DataFrame:
    """Lines as text columns; with quotation marks taken as letters where they do not pair up."""
    is_paired = body.count(b'"') % 2 == 0
    for quote in ('"', None) if is_paired else (None,):
        try:
            return pl.read_csv(
                io.BytesIO(body), has_header=False, schema=dict.fromkeys(columns, pl.String), separator=separator, quote_char=quote,
                null_values=NULLS, truncate_ragged_lines=True, encoding="utf8-lossy", ignore_errors=True,
                missing_columns="insert",
            )  # fmt: skip
        except pl.exceptions.PolarsError as error:
            why = str(error).splitlines()[0]
    raise BadPositions(f"it is no table that can be read ({why})", where=name, now="Save it as CSV with a header line.")


def distinct(columns: list[str]) -> list[str]:
    """Column names, those that repeat or are empty numbered so that each is one."""
    seen: set[str] = set()
    out = []
    for number, column in enumerate(columns):
        own = column if column and column not in seen and column != "overflow" else f"{column}#{number}"
        seen.add(own)
        out.append(own)
    return out


def parquet_blocks(
    file: SourceFile, settings: TracksSettings, *, every_column: bool = False
) -> Iterator[tuple[int, pl.DataFrame]]:
    """Blocks of the columns that mean something, each with the number of its first row. Raises UnreadableFile."""
    for start in range(0, parquet_height(file), BLOCK_ROWS):
        yield start + 1, parquet_range(file, start, BLOCK_ROWS, settings, every_column=every_column)


def parquet_range(
    file: SourceFile, start: int, count: int, settings: TracksSettings, *, every_column: bool = False
) -> pl.DataFrame:
    """Some rows of the columns that mean something. Raises UnreadableFile."""
    columns = parquet_columns(file)
    wanted = [m.column for some in meanings(columns, settings.column_map).values() for m in some]
    try:
        return (
            pl.scan_parquet(file.path)
            .select(columns if every_column else wanted or columns[:1])
            .slice(start, count)
            .collect()
        )
    except DAMAGE as error:
        raise bad_parquet(file, error) from error


def read_parquet_range(file: SourceFile, start: int, count: int, settings: TracksSettings) -> Raw:
    """Some rows of a table as a loose table of positions."""
    return fill(parquet_range(file, start, count, settings), file, start + 1, settings, {})[0]


def parquet_height(file: SourceFile) -> int:
    """How many rows a Parquet file has. Raises UnreadableFile."""
    try:
        return int(pl.scan_parquet(file.path).select(pl.len()).collect().item())
    except DAMAGE as error:
        raise bad_parquet(file, error) from error


def parquet_columns(file: SourceFile) -> list[str]:
    """The column names of a Parquet file. Raises UnreadableFile."""
    try:
        return list(pl.read_parquet_schema(file.path))
    except DAMAGE as error:
        raise bad_parquet(file, error) from error


def bad_parquet(file: SourceFile, error: Exception) -> UnreadableFile:
    """The error for Parquet data that polars does not read."""
    why = str(error).splitlines()[0] if str(error) else type(error).__name__
    return UnreadableFile(f"its Parquet data cannot be read ({why})", where=file.source.name, now="Get the file again.")
