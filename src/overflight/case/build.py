"""Runs the pipeline on a case and keeps what it finds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

from overflight import __version__
from overflight.case.folder import Case
from overflight.errors import CaseError
from overflight.pipeline import run
from overflight.publishing import findings_json, render_dossier
from overflight.records.finding import CaseFindings
from overflight.records.plain import to_plain


def build_case(case: Case, tell: Callable[[str], None] = lambda words: None) -> CaseFindings:
    """Findings of a case; `findings.json` and `dossier.html` are written, and the run is entered in the ledger.

    Raises CaseError for a case without files, CaseLocked if somebody else is writing.
    """
    with case.writing():
        config, files = case.config(), case.source_files()
        if not files:
            raise CaseError(
                "there is nothing in this case yet",
                where=case.path.name,
                now=f"Add files: overflight add {case.path.name} PATH…",
            )
        settings = config.settings()
        findings = run(files, config.asked(), settings, tell)
        tell("Writing the dossier")
        stages = (settings.tracks, settings.parties, settings.assessment)
        outputs = {
            "findings.json": findings_json(findings),
            "dossier.html": render_dossier(findings, stage_settings=stages).encode("utf-8"),
        }
        plain_settings = json.dumps(to_plain(settings), sort_keys=True)
        case.record_run(
            outputs,
            {
                "overflight": __version__,
                "settings": hashlib.sha256(plain_settings.encode()).hexdigest(),
                "sources": len(files),
            },
        )
    return findings
