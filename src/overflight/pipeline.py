"""The way of the data, on one page: bytes become positions, listings and claims; these become findings. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from overflight.assessment import Evidence, assess
from overflight.documents import extract_claims, read_report, trace_lineage
from overflight.parties import build_ledger, known_names
from overflight.records.finding import CaseFindings, Question
from overflight.records.source import SourceFile, SourceKind
from overflight.settings import Settings
from overflight.tracks import detect_flights, detect_rotations, read_positions


def run(files: Sequence[SourceFile], question: Question, settings: Settings) -> CaseFindings:
    """All that the files of a case allow to be said, from their bytes alone.

    The one place where the three streams meet: names of the lists are looked for in the reports' text, and
    registrations of the flights are put to the lists.
    """
    # position data → flights, gaps, rotations
    positions = read_positions(of(files, SourceKind.POSITIONS), settings.tracks)
    flights = detect_flights(positions.table, settings.tracks)
    rotations = detect_rotations(flights)

    # lists → who, when listed, linked to whom
    ledger = build_ledger(of(files, SourceKind.LIST), settings.parties)

    # reports → claims, and who took them from whom
    reports = tuple(read_report(file) for file in of(files, SourceKind.REPORT))
    claims = tuple(
        claim for report in reports for claim in extract_claims(report, known_names=known_names(ledger, report.text))
    )
    lineage = trace_lineage(reports, claims)

    # claims against evidence → findings
    return assess(
        Evidence(
            sources=tuple(file.source for file in files),
            reports=reports,
            claims=claims,
            lineage=lineage,
            flights=flights,
            rotations=rotations,
            ledger=ledger,
            rejections=(*positions.rejections, *ledger.rejections),
            warnings=(*positions.warnings, *ledger.warnings),
        ),
        question,
        settings.assessment,
    )


def of(files: Sequence[SourceFile], kind: SourceKind) -> tuple[SourceFile, ...]:
    """The files of one kind, in a fixed order: by name, then by hash."""
    return tuple(
        sorted((f for f in files if f.source.kind is kind), key=lambda f: (f.source.name, f.source.sha256))
    )
