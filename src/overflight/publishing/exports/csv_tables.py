"""CSV tables with stable ids.

A text that a spreadsheet would run as a formula gets an apostrophe in front; a number stays a number.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.index import Index
from overflight.publishing.exports.shared import iso

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
_DANGER = re.compile(r"[\s]*[=+\-@|%\t\r\n]")


def guarded(value: object) -> str:
    """A cell: unknown is empty, a number is itself, and nothing can be run. Guarding twice is guarding once."""
    if value is None:
        return ""
    words = str(value)
    if _NUMBER.fullmatch(words) or not _DANGER.match(words):
        return words
    return "'" + words


def export_csv(index: Index) -> dict[str, bytes]:
    """One table a kind of thing."""
    return {f"{name}.csv": table(head, rows) for name, (head, rows) in tables(index).items()}


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """A table in UTF-8 with a mark that spreadsheets read it so."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([[guarded(cell) for cell in row] for row in rows])
    return b"\xef\xbb\xbf" + sheet.getvalue().encode()


def tables(index: Index) -> dict[str, tuple[Sequence[str], list[Sequence[object]]]]:
    """Head and rows of each table."""
    case = index.case
    return {
        "findings": (
            ("id", "kind", "statement", "verdict", "because", "credibility", "origins_min", "origins_max", "claims"),
            [
                (
                    f.id,
                    f.kind,
                    f.statement,
                    f.verdict,
                    f.because,
                    f.credibility,
                    f.origins.min,
                    f.origins.max,
                    " ".join(f.claims),
                )
                for f in case.findings
            ],
        ),
        "claims": (
            (
                "id",
                "doc",
                "start",
                "end",
                "kind",
                "quote",
                "modality",
                "polarity",
                "date_words",
                "date_from",
                "date_to",
                "speakers",
            ),
            [
                (
                    c.id,
                    c.doc,
                    c.start,
                    c.end,
                    c.kind,
                    c.quote,
                    c.modality,
                    c.polarity,
                    c.date.text if c.date else None,
                    c.date.from_on if c.date else None,
                    c.date.to_on if c.date else None,
                    " < ".join(a.text for a in c.attribution),
                )
                for c in case.claims
            ],
        ),
        "flights": (
            (
                "flight_id",
                "registration",
                "icao24",
                "callsigns",
                "type_code",
                "first_seen_at",
                "last_seen_at",
                "origin",
                "origin_known",
                "destination",
                "destination_known",
                "silences",
                "is_reported",
                "is_synthetic",
            ),
            [
                (
                    f.flight_id,
                    f.registration,
                    f.icao24,
                    " ".join(f.callsigns),
                    f.type_code,
                    iso(f.first_seen_at),
                    iso(f.last_seen_at),
                    f.origin.airport,
                    f.origin.kind,
                    f.destination.airport,
                    f.destination.kind,
                    len(f.gaps),
                    f.flight_id not in index.unreported,
                    f.is_synthetic,
                )
                for f in case.flights
            ],
        ),
        "listings": (
            (
                "party",
                "caption",
                "list",
                "programme",
                "measure",
                "from",
                "from_basis",
                "to",
                "to_basis",
                "observed_from",
                "observed_to",
                "reason",
            ),
            [
                (
                    row.party,
                    index.party_name(row.party),
                    row.list,
                    row.programme,
                    row.measure,
                    row.from_on,
                    row.from_basis,
                    row.to_on,
                    row.to_basis,
                    row.observed_from,
                    row.observed_to,
                    row.reason,
                )
                for rows in index.listings_of.values()
                for row in rows
            ],
        ),
        "links": (
            ("subject", "subject_name", "kind", "object", "object_name", "from", "to"),
            [
                (
                    link.subject,
                    index.party_name(link.subject),
                    link.kind,
                    link.object_party,
                    link.object_name,
                    link.from_on,
                    link.to_on,
                )
                for link in case.links
            ],
        ),
        "sources": (
            (
                "sha256",
                "name",
                "kind",
                "format",
                "size_bytes",
                "admitted_at",
                "as_of",
                "origin",
                "reliability",
                "is_synthetic",
            ),
            [
                (
                    s.sha256,
                    s.name,
                    s.kind,
                    s.format,
                    s.size_bytes,
                    iso(s.admitted_at) if s.admitted_at else None,
                    s.as_of,
                    s.origin,
                    s.reliability,
                    s.is_synthetic,
                )
                for s in case.sources
            ],
        ),
        "verdicts": (("verdict", "meaning"), [(verdict, said.meaning) for verdict, said in wording.VERDICTS.items()]),
    }
