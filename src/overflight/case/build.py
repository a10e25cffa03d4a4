"""Runs the pipeline on a case and keeps what it finds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

from overflight import __version__
from overflight.case.folder import CONFIG, Case
from overflight.case.limited import read_report_limited
from overflight.case.reviews import reviews_of
from overflight.errors import CaseError
from overflight.pipeline import run
from overflight.publishing import findings_json, render_pages
from overflight.records.finding import CaseFindings
from overflight.records.plain import to_plain


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
    config, files = case.config(), case.source_files()
    if not files:
        name = case.path.name
        raise CaseError("there is nothing in this case yet", where=name, now=f"Add files: overflight add {name} PATH…")
    settings = config.settings()
    findings = run(files, config.asked(), settings, reviews=reviews_of(case), read=read_report_limited, tell=tell)
    tell("Writing the dossier")
    stages = (settings.tracks, settings.parties, settings.lineage, settings.assessment)
    return findings, {
        "findings.json": findings_json(findings),
        **{name: page.encode("utf-8") for name, page in render_pages(findings, stage_settings=stages).items()},
    }


def run_details(case: Case, sources: int) -> dict[str, str | int]:
    """What the ledger keeps of a run beside its results: the version, the settings and the case's own words, by hash."""
    settings = json.dumps(to_plain(case.config().settings()), sort_keys=True)
    return {
        "overflight": __version__,
        "settings": hashlib.sha256(settings.encode()).hexdigest(),
        "config": hashlib.sha256((case.path / CONFIG).read_bytes()).hexdigest(),
        "sources": sources,
    }
