"""The way of the data, on one page: bytes become positions, listings and claims; these become findings. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from overflight.assessment import Evidence, apply_reviews, assess, in_force
from overflight.documents import extract_claims, read_report, read_reports, trace_lineage
from overflight.parties import build_ledger, known_names
from overflight.records.finding import CaseFindings, Question
from overflight.records.review import Desk
from overflight.records.source import Report, SourceFile, SourceKind, of_kind
from overflight.settings import Settings
from overflight.tracks import detect_flights, detect_rotations, read_positions

EMPTY_DESK = Desk()


def run(
    files: Sequence[SourceFile],
    question: Question,
    settings: Settings,
    *,
    desk: Desk = EMPTY_DESK,
    read: Callable[[SourceFile], Report] = read_report,
    tell: Callable[[str], None] = lambda stage: None,
) -> CaseFindings:
    """All that the files of a case allow to be said, from their bytes and the editor's decisions alone.

    Of the desk, proposals count once the editor accepted them, and are only shown before that. `read` reads one report,
    `tell` hears which stage begins.

    The one place where the three streams meet: names of the lists are looked for in the reports' text, and
    registrations of the flights are put to the lists.
    """
    tell("Position data → flights")
    positions = read_positions(of_kind(files, SourceKind.POSITIONS), settings.tracks, may_be_none=True)
    flights = detect_flights(positions.table, settings.tracks)
    rotations = detect_rotations(flights)

    tell("Lists → who was listed when, linked to whom")
    ledger = build_ledger(of_kind(files, SourceKind.LIST, SourceKind.REGISTRY), settings.parties)

    tell("Reports → claims, and who took them from whom")
    reports, unread = read_reports(of_kind(files, SourceKind.REPORT), read)
    claims = tuple(
        claim for report in reports for claim in extract_claims(report, known_names=known_names(ledger, report.text))
    )
    reviewed = apply_reviews(claims, desk)
    lineage = trace_lineage(reports, reviewed.standing, settings.lineage)

    tell("Claims against evidence → findings")
    findings = assess(
        Evidence(
            sources=tuple(file.source for file in files),
            reports=reports,
            claims=reviewed.standing,
            merges=reviewed.merges,
            lineage=lineage,
            flights=flights,
            rotations=rotations,
            ledger=ledger,
            rejections=(*positions.rejections, *ledger.rejections),
            warnings=(*positions.warnings, *ledger.warnings, *unread, *reviewed.warnings),
        ),
        question,
        settings.assessment,
    )
    return replace(findings, claims=reviewed.claims, proposals=reviewed.proposals, reviews=in_force(desk.reviews))
