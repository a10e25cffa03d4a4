"""A dossier too large for one file: the texts of the reports go into files beside it, and every link still lands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from overflight.publishing.dossier.page import page_context, rendered
from overflight.records.finding import CaseFindings
from overflight.records.source import Report
from overflight.reference.borders import Borders

FIRST_PAGE = "dossier.html"

MOST_BYTES = 8_000_000
"""Bytes up to which a dossier stays one file: what opens within two seconds in a browser on two cores."""

MOST_BYTES_OF_REPORTS = 4_000_000
"""Bytes of text up to which reports share a file; a longer report has one for itself."""

_ID = re.compile(r'\bid="([^"]*)"')
_LINK = re.compile(r'(<a\b[^>]*?\bhref=")#([^"]*)"')


def render_pages(
    findings: CaseFindings,
    *,
    borders: Borders | None = None,
    stage_settings: Sequence[object] = (),
    most_bytes: int = MOST_BYTES,
) -> dict[str, str]:
    """The dossier as documents by file name: `dossier.html` alone, or with `dossier-reports-<n>.html` where it would be too large.

    borders, stage_settings: as for `render_dossier`. The same findings give the same texts under the same names.
    """
    context = page_context(findings, borders=borders, stage_settings=stage_settings)
    whole = rendered("dossier.html.j2", context)
    if len(whole.encode()) <= most_bytes or not context["reports"]:
        return {FIRST_PAGE: whole}
    groups = {
        f"dossier-reports-{number}.html": group
        for number, group in enumerate(grouped(context["reports"], context, min(most_bytes, MOST_BYTES_OF_REPORTS)), 1)
    }
    elsewhere = {report.doc: name for name, group in groups.items() for report in group}
    pages = {FIRST_PAGE: rendered("dossier.html.j2", {**context, "elsewhere": elsewhere})}
    for number, (name, group) in enumerate(groups.items(), 1):
        part = f"reports {number} of {len(groups)}"
        told = {**context, "reports": group, "part": part, "first_page": FIRST_PAGE}
        pages[name] = rendered("reports_page.html.j2", told)
    return with_links_across(pages)


def grouped(reports: Sequence[Report], context: dict[str, Any], most_bytes: int) -> list[list[Report]]:
    """Reports in their order, cut into groups whose texts stay under a size."""
    groups: list[list[Report]] = []
    room = 0
    for report in reports:
        size = len(context["marked_text"](report).encode())
        if not groups or size > room:
            groups.append([])
            room = most_bytes
        groups[-1].append(report)
        room -= size
    return groups


def with_links_across(pages: dict[str, str]) -> dict[str, str]:
    """The pages with each link inside one to an anchor that only another has turned into a link to that other."""
    own = {name: set(_ID.findall(page)) for name, page in pages.items()}
    home = {anchor: name for name in reversed(pages) for anchor in own[name]}  # the first page that has it

    def led(name: str, found: re.Match[str]) -> str:
        start, anchor = found.groups()
        there = name if anchor in own[name] else home.get(anchor, name)
        return f'{start}{"" if there == name else there}#{anchor}"'

    return {name: _LINK.sub(lambda found, name=name: led(name, found), page) for name, page in pages.items()}  # type: ignore[misc]
