"""A dossier too large for one file: its longest parts go into files beside it, kind by kind, and every link still lands."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from overflight.publishing.dossier.page import page_context, rendered
from overflight.records.finding import CaseFindings
from overflight.records.movement import Flight
from overflight.records.source import Report
from overflight.reference.borders import Borders

FIRST_PAGE = "dossier.html"

MOST_BYTES = 8_000_000
"""Bytes up to which a dossier stays one file: what opens within two seconds in a browser on two cores."""

MOST_BYTES_OF_PART = 4_000_000
"""Bytes up to which reports or flights share a file; a longer report has one for itself."""

FLIGHT_BYTES, SILENCE_BYTES, LINE_BYTES = 1_200, 500, 300
"""About what a flight takes besides its profile, a silence of it, and a flight in one line."""

_ID = re.compile(r'\bid="([^"]*)"')
_LINK = re.compile(r'(<a\b[^>]*?\bhref=")#([^"]*)"')


@dataclass(frozen=True, slots=True)
class Movable:
    """A part of the dossier that can lie beside it.

    items: which list of the context it tells; where: under which name the first page learns the file of each item;
    section: the anchor it has on the first page; template: what it looks like in its own file.
    """

    name: str
    items: str
    where: str
    section: str
    template: str
    key: Callable[[Any], str]
    size: Callable[[Any, dict[str, Any]], int]


def report_size(report: Report, context: dict[str, Any]) -> int:
    """Bytes of a report's marked text."""
    return len(context["marked_text"](report).encode())


def flight_size(flight: Flight, context: dict[str, Any]) -> int:
    """About the bytes of a flight in full."""
    return FLIGHT_BYTES + len(context["profiles"].get(flight.flight_id) or "") + SILENCE_BYTES * len(flight.gaps)


MOVABLE = (
    Movable("reports", "reports", "elsewhere", "reports", "reports.html.j2", lambda r: r.doc, report_size),
    Movable(
        "flights", "flights", "flight_pages", "flights", "flights_part.html.j2", lambda f: f.flight_id, flight_size
    ),
    Movable(
        "other-flights",
        "other_flights",
        "other_pages",
        "flights",
        "others_part.html.j2",
        lambda f: f.flight_id,
        lambda flight, context: LINE_BYTES,
    ),
)
"""In the order in which they leave the first page: what is read in place least goes first."""


def render_pages(
    findings: CaseFindings,
    *,
    borders: Borders | None = None,
    stage_settings: Sequence[object] = (),
    most_bytes: int = MOST_BYTES,
) -> dict[str, str]:
    """The dossier as documents by file name: `dossier.html` alone, or where it would be too large with others beside it.

    Those are `dossier-reports-<n>.html`, `dossier-flights-<n>.html` and `dossier-other-flights-<n>.html`, each kind only if
    the dossier is still too large without it. borders, stage_settings: as for `render_dossier`. The same findings give the
    same texts under the same names.
    """
    context = page_context(findings, borders=borders, stage_settings=stage_settings)
    first, told = rendered("dossier.html.j2", context), dict(context)
    beside: dict[str, str] = {}
    for part in MOVABLE:
        if len(first.encode()) <= most_bytes:
            break
        if not context[part.items]:
            continue
        files = part_files(part, context, min(most_bytes, MOST_BYTES_OF_PART))
        told[part.where] = {part.key(item): name for name, items in files.items() for item in items}
        beside |= part_pages(part, files, context)
        first = rendered("dossier.html.j2", told)
    return with_links_across({FIRST_PAGE: first, **beside}) if beside else {FIRST_PAGE: first}


def part_files(part: Movable, context: dict[str, Any], most_bytes: int) -> dict[str, list[Any]]:
    """The items of a part in their order, by the file that each goes to; a file stays under a size."""
    groups: list[list[Any]] = []
    room = 0
    for item in context[part.items]:
        size = part.size(item, context)
        if not groups or size > room:
            groups.append([])
            room = most_bytes
        groups[-1].append(item)
        room -= size
    return {f"dossier-{part.name}-{number}.html": group for number, group in enumerate(groups, 1)}


def part_pages(part: Movable, files: dict[str, list[Any]], context: dict[str, Any]) -> dict[str, str]:
    """The files of a part as documents."""
    pages = {}
    for number, (name, items) in enumerate(files.items(), 1):
        told = {
            **context,
            part.items: items,
            "part": f"{part.name.replace('-', ' ')} {number} of {len(files)}",
            "part_of": part.section,
            "part_template": part.template,
            "first_page": FIRST_PAGE,
        }
        pages[name] = rendered("part.html.j2", told)
    return pages


def with_links_across(pages: dict[str, str]) -> dict[str, str]:
    """The pages with each link inside one to an anchor that only another has turned into a link to that other."""
    own = {name: set(_ID.findall(page)) for name, page in pages.items()}
    home = {anchor: name for name in reversed(pages) for anchor in own[name]}  # the first page that has it

    def led(name: str, found: re.Match[str]) -> str:
        start, anchor = found.groups()
        there = name if anchor in own[name] else home.get(anchor, name)
        return f'{start}{"" if there == name else there}#{anchor}"'

    return {name: _LINK.sub(lambda found, name=name: led(name, found), page) for name, page in pages.items()}  # type: ignore[misc]
