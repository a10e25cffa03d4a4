"""`overflight screen NAMES.csv --lists PATH…`: names and registrations against lists."""

from __future__ import annotations

import datetime as dt
import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from overflight.parties.queries import ScreeningQuery
    from overflight.parties.screening import ListedNames, Screening
    from overflight.records.party import Listing

POOL_FROM = 800
"""Names from which a second process pays for its start."""
CHUNK = 400
"""Names handed to a process at once."""
LINES_AT_ONCE = 256
"""Lines written to the terminal or the pipe at once."""


def screen(
    names: Annotated[
        Path,
        typer.Argument(
            help="CSV with a column name (or registration), optionally id, schema, country, birth_date, gender."
        ),
    ],
    lists: Annotated[
        list[Path] | None,
        typer.Option(
            "--lists", help="A list: file, folder, archive or git bundle of snapshots. May be given several times."
        ),
    ] = None,
    on: Annotated[
        dt.datetime | None,
        typer.Option("--on", formats=["%Y-%m-%d"], help="Say of each listing whether it held that day."),
    ] = None,
    as_of: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day that lists without a date stood for.")
    ] = None,
    format: Annotated[str, typer.Option(help="table or json.")] = "table",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write there instead of standard output.")
    ] = None,
) -> None:
    """Screen names and registrations against lists; a hit is not guilt, and linked is not listed."""
    from overflight.cli.given_lists import check_format

    check_format(format, ("json", "table"))
    gc.disable()  # a hundred thousand small records that live to the end: looking for cycles costs a fifth of the time
    try:
        _screen(names, lists or (), as_of, on.date() if on else None, format, output)
    finally:
        gc.enable()


def _screen(
    names: Path, lists: Sequence[Path], as_of: dt.datetime | None, on: dt.date | None, format: str, output: Path | None
) -> None:
    from overflight.cli.given_lists import ledger_of
    from overflight.cli.names_table import read_table
    from overflight.parties.screening import ListedNames

    asked = [_query(n, row) for n, row in enumerate(read_table(names, needed=(("name", "registration"),)), 1)]
    listed = ListedNames(ledger_of(lists, as_of))
    write(answer_lines(listed, asked, on, format), output, is_table=format == "table")


def _query(number: int, row: dict[str, str]) -> ScreeningQuery:
    from overflight.parties.queries import ScreeningQuery

    return ScreeningQuery(
        id=row.get("id") or str(number),
        name=row.get("name") or row.get("registration") or "",
        schema=row.get("schema") or None,
        country=row.get("country") or None,
        birth_date=row.get("birth_date") or None,
        gender=row.get("gender") or None,
    )


def answer_lines(
    listed: ListedNames, asked: Sequence[ScreeningQuery], on: dt.date | None, format: str
) -> Iterable[str]:
    """All answers in the order asked, as lines; by two processes where they can share the index and it pays."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_all_start_methods, get_context

    if len(asked) < POOL_FROM or "fork" not in get_all_start_methods() or (os.cpu_count() or 1) < 2:
        return lines_of(listed, asked, on, format)
    assert listed.index is not None  # made before the fork, so that both share it
    parts = [asked[start : start + CHUNK] for start in range(0, len(asked), CHUNK)]
    _shared.append((listed, on, format))
    gc.freeze()
    try:
        with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
            return [line for lines in pool.map(_lines_of_shared, parts) for line in lines]
    finally:
        gc.unfreeze()
        _shared.pop()


_shared: list[tuple[ListedNames, dt.date | None, str]] = []
"""What a forked process finds without it being copied: set just before the fork, taken away after."""


def _lines_of_shared(asked: Sequence[ScreeningQuery]) -> list[str]:
    listed, on, format = _shared[-1]
    gc.disable()
    return list(lines_of(listed, asked, on, format))


def lines_of(listed: ListedNames, asked: Sequence[ScreeningQuery], on: dt.date | None, format: str) -> Iterator[str]:
    """The answers to some queries as lines of JSON or for people."""
    import orjson

    from overflight.parties.screening import screen as screen_names
    from overflight.records.plain import to_plain

    for answer in screen_names(listed.ledger, asked, on=on, listed=listed):
        if format == "json":
            yield orjson.dumps(to_plain(answer)).decode()
        else:
            yield from table_lines(answer)


def table_lines(answer: Screening) -> Iterator[str]:
    """One answer for people."""
    if not answer.matches:
        yield f"{answer.name}: nobody of that name"
        return
    yield answer.name
    for match in answer.matches:
        mark = "match " if match.match else "no    "
        yield f"  {match.score:.3f}  {mark} {match.party}  {match.caption}  (as {match.matched_name})"
        yield from (f"         {reason}" for reason in match.reasons)
        yield from dict.fromkeys(map(listing_line, match.listings))


def listing_line(listing: Listing) -> str:
    """Under what a match is listed, and whether it was on the day asked."""
    said = f": {listing.on_date.value}, {listing.reason}" if listing.on_date else ""
    return f"         {listing.list} · {listing.programme or 'no programme printed'}{said}"


def write(lines: Iterable[str], output: Path | None, *, is_table: bool = False) -> None:
    """Lines to a file or to standard output; for people, control characters are written out, never obeyed."""
    from overflight.cli.given_lists import shown
    from overflight.errors import CannotWrite

    if is_table:
        lines = map(shown, lines)
    if output is None:
        rest = iter(lines)
        while batch := [*islice(rest, LINES_AT_ONCE)]:
            typer.echo("\n".join(batch))
        return
    try:
        output.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise CannotWrite(
            f"cannot be written ({error.strerror or error})", where=str(output), now="Choose another place."
        ) from None
