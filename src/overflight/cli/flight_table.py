"""Flights for the eye: one line a flight, as wide as the terminal allows, with a legend of the marks used."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from overflight.records.movement import Endpoint, EndpointKind, Flight, Gap, GapVerdict, Reception

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

WIDE = 110
"""Columns of the terminal from which on airport names and addresses are shown."""

LEGEND = {
    "~": "inferred, not seen on the ground",
    "?": "cannot be told",
    "|": "left or came from outside the data",
    "†": "aircraft went silent while others were heard there",
    "!": "warning, below",
    "*": "synthetic data",
}


def print_table(flights: Sequence[Flight], output: Path | None) -> None:
    """Prints the table to standard output, or writes it as plain text."""
    from rich.console import Console

    from overflight.cli.flight_forms import save

    if output is None:
        show(flights, Console(highlight=False))
        return
    console = Console(highlight=False, record=True, width=120, file=io.StringIO())
    show(flights, console)
    save(console.export_text().encode(), output)


def show(flights: Sequence[Flight], console: Console) -> None:
    """The table, its legend and the warnings."""
    if not flights:
        console.print("No flights.")
        return
    is_wide = console.width >= WIDE
    console.print(table_of(flights, is_wide=is_wide))
    console.print()
    console.print(foot(flights), style="dim")
    for flight in flights:
        for words in flight.warnings:
            console.print(
                f"! {name_of(flight)} {day(flight.first_seen_at)}: {visible(words)}", style="yellow", markup=False
            )


def table_of(flights: Sequence[Flight], *, is_wide: bool) -> Table:
    """One row a flight; the day and the aircraft are left out where they repeat the row above."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False, header_style="bold")
    table.add_column("Day", no_wrap=True)
    table.add_column("Aircraft", no_wrap=True)
    if is_wide:
        table.add_column("Type", no_wrap=True, style="dim")
    table.add_column("Callsign", no_wrap=True)
    table.add_column("From", no_wrap=True, max_width=26 if is_wide else 7)
    table.add_column("UTC", no_wrap=True, justify="right")
    table.add_column("To", no_wrap=True, max_width=26 if is_wide else 7)
    table.add_column("UTC", no_wrap=True, justify="right")
    table.add_column("nm", no_wrap=True, justify="right")
    table.add_column("Silent", no_wrap=True)
    above: Flight | None = None
    for flight in flights:
        table.add_row(*cells(flight, above, is_wide=is_wide))
        above = flight
    return table


def cells(flight: Flight, above: Flight | None, *, is_wide: bool) -> list[Text | str]:
    """The cells of one row."""
    from rich.text import Text

    same_day = above is not None and day(above.first_seen_at) == day(flight.first_seen_at)
    same_craft = above is not None and name_of(above) == name_of(flight)
    row: list[Text | str] = [
        Text(day(flight.first_seen_at), style="dim" if same_day else ""),
        Text(name_of(flight) + marks(flight), style="dim" if same_craft else "bold"),
    ]
    if is_wide:
        row.append(Text(visible(flight.type_code or "")))
    row.extend([
        Text(callsigns(flight)),
        end_cell(flight.origin, is_wide=is_wide),
        Text(clock(flight.first_seen_at), style="dim"),
        end_cell(flight.destination, is_wide=is_wide),
        Text(clock(flight.last_seen_at) + later(flight), style="dim"),
        Text(f"{flight.distance_nm:,.0f}"),
        silence(flight.gaps),
    ])  # fmt: skip
    return row


def end_cell(end: Endpoint, *, is_wide: bool) -> Text:
    """One end: the field's code, `~` before an inferred one, `?` or `|` where none is named."""
    from rich.text import Text

    if end.kind is EndpointKind.OUT_OF_AREA:
        return Text("|", style="dim")
    if end.airport is None:
        return Text("?", style="dim")
    is_inferred = end.kind is EndpointKind.INFERRED
    text = Text(
        ("~" if is_inferred else "") + visible(end.icao or end.airport), style="cyan" if is_inferred else "bold cyan"
    )
    if is_wide and end.airport_name:
        text.append(f" {visible(end.airport_name)}", style="not bold default")
    return text


def silence(gaps: Sequence[Gap]) -> Text:
    """The longest silence and how many there are; red where others were heard meanwhile."""
    from rich.text import Text

    if not gaps:
        return Text("")
    longest = max(gaps, key=lambda g: g.silence_s)
    minutes = round(longest.silence_s / 60)
    words = f"{minutes // 60}:{minutes % 60:02d}"
    is_dark = any(g.reception is Reception.OTHERS_HEARD for g in gaps)
    is_stop = any(g.verdict is not GapVerdict.AIRBORNE for g in gaps)
    text = Text(words + ("†" if is_dark else "") + (f" ({len(gaps)})" if len(gaps) > 1 else ""))
    text.stylize("red" if is_dark else "yellow" if is_stop else "dim")
    return text


def foot(flights: Sequence[Flight]) -> str:
    """How many flights and aircraft, the period, and the marks that occur."""
    from overflight.cli.terminal import plural

    craft = len({(f.icao24, f.registration, f.callsigns if not (f.icao24 or f.registration) else ()) for f in flights})
    first, last = min(f.first_seen_at for f in flights), max(f.last_seen_at for f in flights)
    period = day(first) if day(first) == day(last) else f"{day(first)} to {day(last)}"
    used = "".join(
        mark
        for mark, holds in {
            "~": any(e.kind is EndpointKind.INFERRED for f in flights for e in (f.origin, f.destination)),
            "?": any(e.kind is EndpointKind.UNDETERMINED for f in flights for e in (f.origin, f.destination)),
            "|": any(e.kind is EndpointKind.OUT_OF_AREA for f in flights for e in (f.origin, f.destination)),
            "†": any(g.reception is Reception.OTHERS_HEARD for f in flights for g in f.gaps),
            "!": any(f.warnings for f in flights),
            "*": any(f.is_synthetic for f in flights),
        }.items()
        if holds
    )
    legend = "   ".join(f"{mark} {LEGEND[mark]}" for mark in used)
    counted = f"{plural(len(flights), 'flight')} of {craft:,} aircraft, {period}."
    return f"{counted} Times are first and last heard, UTC.\n{legend}".rstrip()


def name_of(flight: Flight) -> str:
    """The registration, else the address, else the callsign."""
    return visible(flight.registration or flight.icao24 or (flight.callsigns[0] if flight.callsigns else "unknown"))


def marks(flight: Flight) -> str:
    """`!` for warnings, `*` for synthetic data."""
    return ("!" if flight.warnings else "") + ("*" if flight.is_synthetic else "")


def callsigns(flight: Flight) -> str:
    """The first callsign, and how many more."""
    if not flight.callsigns:
        return ""
    more = len(flight.callsigns) - 1
    return visible(flight.callsigns[0]) + (f" +{more}" if more else "")


def day(at: dt.datetime) -> str:
    """The UTC day."""
    return at.astimezone(dt.UTC).date().isoformat()


def clock(at: dt.datetime) -> str:
    """Hours and minutes, UTC."""
    return at.astimezone(dt.UTC).strftime("%H:%M")


def later(flight: Flight) -> str:
    """How many days after the first day the last position was heard."""
    days = (flight.last_seen_at.astimezone(dt.UTC).date() - flight.first_seen_at.astimezone(dt.UTC).date()).days
    return f"+{days}" if days else ""


def visible(text: str) -> str:
    """Text with what a terminal would obey or hide shown as codes."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
