"""Runs the pipeline on a case and keeps what it finds."""

from __future__ import annotations

import hashlib
import json
import shlex
from collections.abc import Callable

from overflight import __version__
from overflight.case.folder import CONFIG, Case
from overflight.case.limited import read_report_limited
from overflight.case.proposals import kept_proposals
from overflight.case.reviews import reviews_of
from overflight.errors import CaseError
from overflight.pipeline import run
from overflight.publishing import findings_json, render_pages
from overflight.records.finding import CaseFindings
from overflight.records.plain import to_plain
from overflight.records.review import Desk
from overflight.records.source import Report, SourceFile


def build_case(case: Case, tell: Callable[[str], None] = lambda words: None) -> CaseFindings:
    """Findings of a case; `findings.json` and `dossier.html` are written, and the run is entered in the ledger.

    Raises CaseError for a case without files, CaseLocked if somebody else is writing.
    """
    with case.writing():
        findings, outputs = outputs_of(case, tell)
        case.record_run(outputs, run_details(case, len(findings.sources)))
    return findings


def outputs_of(case: Case, tell: Callable[[str], None] = lambda words: None) -> tuple[CaseFindings, dict[str, bytes]]:
    """What a build of this case finds, and the bytes of the files it would write, by name. Writes nothing."""
    findings, settings = findings_of(case, tell), case.config().settings()
    tell("Writing the dossier")
    stages = (settings.tracks, settings.parties, settings.lineage, settings.assessment)
    return findings, {
        "findings.json": findings_json(findings),
        **{name: page.encode("utf-8") for name, page in render_pages(findings, stage_settings=stages).items()},
    }


def findings_of(case: Case, tell: Callable[[str], None] = lambda words: None) -> CaseFindings:
    """What the pipeline finds in this case, with the editor's decisions and what a model proposed. Asks nobody."""
    config, files = case.config(), case.source_files()
    if not files:
        raise CaseError(
            "there is nothing in this case yet",
            where=str(case.path),
            now=f"Add files: overflight add {shlex.quote(str(case.path))} PATH…",
        )
    read = read_once(read_report_limited)
    desk = Desk(reviews_of(case), kept_proposals(files, read))
    return run(files, config.asked(), config.settings(), desk=desk, read=read, tell=tell)


def read_once(read: Callable[[SourceFile], Report]) -> Callable[[SourceFile], Report]:
    """The same reading, remembered: proposals and the pipeline ask for the same reports."""
    known: dict[tuple[str, str], Report] = {}

    def remembered(file: SourceFile) -> Report:
        key = (file.source.sha256, file.source.name)
        if key not in known:
            known[key] = read(file)
        return known[key]

    return remembered


def run_details(case: Case, sources: int) -> dict[str, str | int]:
    """What the ledger keeps of a run beside its results: the version, the settings and the case's own words, by hash."""
    settings = json.dumps(to_plain(case.config().settings()), sort_keys=True)
    return {
        "overflight": __version__,
        "settings": hashlib.sha256(settings.encode()).hexdigest(),
        "config": hashlib.sha256((case.path / CONFIG).read_bytes()).hexdigest(),
        "sources": sources,
    }
