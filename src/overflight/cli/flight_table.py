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

NARROW_COLUMNS = 86
"""Columns that the table takes without names of airfields; what the terminal has beyond goes to these names."""

LEAST_NAME = 8
"""Columns from which on a name says more than it disturbs."""

WARNINGS_SHOWN = 10
"""Warnings written out below the table; the others are in the other formats."""

LEGEND = {
    "~": "inferred",
    "?": "cannot be told",
    "|": "beyond what was heard",
    "†": "others were heard meanwhile",
    "!": "warning, below",
    "*": "synthetic",
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
    from rich.padding import Padding

    if not flights:
        console.print("No flights.")
        return
    name_width = (console.width - NARROW_COLUMNS) // 2
    console.print(table_of(flights, name_width if name_width >= LEAST_NAME else 0))
    console.print()
    console.print(foot(flights), style="dim", markup=False)
    told = warnings_of(flights)
    if told:
        console.print()
    for line in told[:WARNINGS_SHOWN]:
        console.print(line, style="yellow", markup=False)
    if len(told) > WARNINGS_SHOWN:
        rest = f"and {len(told) - WARNINGS_SHOWN:,} more: see --format json"
        console.print(Padding(rest, (0, 0, 0, 2)), style="yellow")


def warnings_of(flights: Sequence[Flight]) -> list[str]:
    """A line for each warning, with the aircraft and the days it is about; those about one flight before those about all."""
    found: dict[tuple[str, str], list[str]] = {}
    for flight in flights:
        for words in flight.warnings:
            found.setdefault((name_of(flight), visible(words)), []).append(day(flight.first_seen_at))
    ordered = sorted(found.items(), key=lambda item: len(item[1]))
    return [
        f"! {name}, {days[0]}{f' and {len(days) - 1} more' if len(days) > 1 else ''}: {words}"
        for (name, words), days in ordered
    ]


def table_of(flights: Sequence[Flight], name_width: int) -> Table:
    """One row a flight; the day and the aircraft are dim where they repeat the row above. name_width: of airfields, 0 for none."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False, header_style="bold")
    heads = ["Day", "Aircraft", "Type", "Callsign", "From", "UTC", "To", "UTC", "nm", "Silent"]
    for head in heads if name_width else [head for head in heads if head != "Type"]:
        table.add_column(head, no_wrap=True, justify="right" if head in ("UTC", "nm") else "left")
    has_stars = not all(f.is_synthetic for f in flights)
    above: Flight | None = None
    for flight in flights:
        table.add_row(*cells(flight, above, name_width=name_width, has_stars=has_stars))
        above = flight
    return table


def cells(flight: Flight, above: Flight | None, *, name_width: int, has_stars: bool) -> list[Text]:
    """The cells of one row."""
    from rich.text import Text

    same_day = above is not None and day(above.first_seen_at) == day(flight.first_seen_at)
    same_craft = above is not None and name_of(above) == name_of(flight)
    return [
        Text(day(flight.first_seen_at), style="dim" if same_day else ""),
        Text(name_of(flight) + marks(flight, has_stars=has_stars), style="dim" if same_craft else "bold"),
        *([Text(visible(flight.type_code or ""), style="dim")] if name_width else []),
        Text(callsigns(flight)),
        end_cell(flight.origin, name_width),
        Text(clock(flight.first_seen_at), style="dim"),
        end_cell(flight.destination, name_width),
        Text(clock(flight.last_seen_at) + later(flight), style="dim"),
        Text(f"{flight.distance_nm:,.0f}"),
        silence(silences_within(flight)),
    ]


def end_cell(end: Endpoint, name_width: int) -> Text:
    """One end: the field's code, `~` before an inferred one, `?` or `|` where none is named."""
    from rich.text import Text

    if end.kind is EndpointKind.OUT_OF_AREA:
        return Text("|", style="dim")
    if end.airport is None:
        first = end.alternatives[0] if end.alternatives and name_width else None
        best = f" {visible(first.icao or first.airport)} {first.probability:.0%}" if first else ""
        return Text("?" + best, style="dim")
    is_inferred = end.kind is EndpointKind.INFERRED
    text = Text()
    text.append(
        ("~" if is_inferred else "") + visible(end.icao or end.airport), style="cyan" if is_inferred else "bold cyan"
    )
    if name_width and end.airport_name:
        name = Text(" " + short_name(visible(end.airport_name)))
        name.truncate(name_width, overflow="ellipsis")
        text.append_text(name)
    return text


def short_name(name: str) -> str:
    """An airfield's name without the words that all of them share."""
    for long, short in (
        ("International Airport", "Intl"),
        ("International", "Intl"),
        (" Airport", ""),
        ("Air Base", "AB"),
    ):
        name = name.replace(long, short)
    return name.strip()


def silences_within(flight: Flight) -> list[Gap]:
    """The silences between the first and the last position; one after it belongs to no row."""
    return [gap for gap in flight.gaps if gap.to_at <= flight.last_seen_at]


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
    text = Text(words + ("†" if is_dark else "") + (f" ×{len(gaps)}" if len(gaps) > 1 else ""))
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
            "†": any(
                g.reception is Reception.OTHERS_HEARD for f in flights for g in f.gaps if g.to_at <= f.last_seen_at
            ),
            "!": any(f.warnings for f in flights),
            "*": any(f.is_synthetic for f in flights) and not all(f.is_synthetic for f in flights),
        }.items()
        if holds
    )
    legend = "   ".join(f"{mark} {LEGEND[mark]}" for mark in used)
    counted = f"{plural(len(flights), 'flight')} of {craft:,} aircraft, {period}."
    if all(f.is_synthetic for f in flights):
        counted += " All of it is SYNTHETIC data."
    return f"{counted} Times are first and last heard.\n{legend}".rstrip()


def name_of(flight: Flight) -> str:
    """The registration, else the address, else the callsign."""
    return visible(flight.registration or flight.icao24 or (flight.callsigns[0] if flight.callsigns else "unknown"))


def marks(flight: Flight, *, has_stars: bool) -> str:
    """`!` for warnings, `*` for synthetic data among other."""
    return ("!" if flight.warnings else "") + ("*" if flight.is_synthetic and has_stars else "")


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
