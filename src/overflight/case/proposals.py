"""What a language model proposes for a case: asked once a report, admitted like any file, read back for every build.

An answer is a source: its bytes lie among the blobs, its admission stands in the ledger, and a build needs no model. What it
proposes counts for nothing until the editor accepts it.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from overflight.case.folder import Case
from overflight.case.limited import read_report_limited
from overflight.documents import read_reports
from overflight.documents.proposals import proposal_request, read_proposals
from overflight.errors import BadInput
from overflight.records.claim import Claim
from overflight.records.source import Report, Sha256, Source, SourceFile, SourceKind

ANSWER = "model-answer"
"""The format of an admitted answer: a JSON object with `model`, `question` (SHA-256 of what was asked) and `answer`."""

Ask = Callable[[bytes], bytes]
"""Puts a request to the model and returns its answer. Raises BadInput where there is none."""

Tell = Callable[[str], None]


def gather_answers(case: Case, ask: Ask, tell: Tell = lambda words: None) -> tuple[str, ...]:
    """Asks the case's model about each report that no kept answer is about, and admits what it answers.

    Returns warnings; a model that does not answer is not asked again, and the case is as good as without it.
    """
    model = case.config().model
    if model is None:
        return ()
    files = case.source_files()
    reports, _ = read_reports([f for f in files if f.source.kind is SourceKind.REPORT], read_report_limited)
    known = {question for _, question, _ in _kept(files)}
    answers: list[tuple[Report, str, bytes]] = []
    warnings: tuple[str, ...] = ()
    for report in reports:
        request = proposal_request(report, model.name)
        question = hashlib.sha256(request).hexdigest()
        if question in known:
            continue
        tell(f"Asking {model.name} about {report.doc}")
        try:
            answers.append((report, question, ask(request)))
        except BadInput as error:
            warnings = (f"the model {model.name} proposed nothing about {report.doc} and what follows: {error}",)
            break
        known.add(question)
    _admit(case, model.name, f"{model.name} at {model.address}", answers)
    return warnings


def kept_proposals(files: Sequence[SourceFile], read: Callable[[SourceFile], Report]) -> tuple[Claim, ...]:
    """The claims that the kept answers propose, by report and place; what an answer says wrongly stands in none of them."""
    kept = list(_kept(files))
    if not kept:
        return ()
    reports, _ = read_reports([f for f in files if f.source.kind is SourceKind.REPORT], read)
    found: dict[str, Claim] = {}
    for model in sorted({model for model, _, _ in kept}):
        asked = {hashlib.sha256(proposal_request(report, model)).hexdigest(): report for report in reports}
        for name, question, answer in kept:
            if name == model and question in asked:
                for claim in read_proposals(asked[question], answer, model).claims:
                    found.setdefault(claim.id, claim)
    return tuple(sorted(found.values(), key=lambda c: (c.doc, c.start, c.end, c.id)))


def _kept(files: Sequence[SourceFile]) -> Iterator[tuple[str, str, bytes]]:
    """Model, question and answer of each admitted answer that can be read."""
    for file in files:
        if file.source.format == ANSWER:
            try:
                content = json.loads(file.path.read_bytes())
                yield str(content["model"]), str(content["question"]), str(content["answer"]).encode("utf-8", "replace")
            except (ValueError, KeyError, TypeError, RecursionError):
                continue


def _admit(case: Case, model: str, origin: str, answers: Sequence[tuple[Report, str, bytes]]) -> None:
    if not answers:
        return
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for report, question, answer in answers:
            told = {"model": model, "question": question, "answer": answer.decode("utf-8", "replace")}
            content = json.dumps(told, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
            path = Path(folder) / f"{question}.json"
            path.write_bytes(content)
            source = Source(
                sha256=Sha256(hashlib.sha256(content).hexdigest()), name=f"model-answers/{question[:16]}.json",
                kind=SourceKind.UNKNOWN, format=ANSWER, size_bytes=len(content),
                origin=f"what the model {origin} proposed for {report.doc}", is_synthetic=report.is_synthetic,
            )  # fmt: skip
            files.append(SourceFile(source=source, path=path))
        case.admit(files)
