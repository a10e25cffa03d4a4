"""Claims proposed by a language model, for `overflight claims --model URL`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from overflight.records.claim import Claim
    from overflight.records.source import Report


def proposed_claims(
    report: Report,
    url: str,
    name: str,
    *,
    allow_remote: bool,
    folder: Path | None = None,
    timeout_s: float | None = None,
) -> tuple[Claim, ...]:
    """What of the model's answer stands; what does not is said on standard error, and so is a model that does not answer."""
    from overflight.case.answers import answers_folder, kept_answer
    from overflight.cli.terminal import err
    from overflight.documents.proposals import proposal_request, read_proposals
    from overflight.errors import BadInput
    from overflight.fetch.model import TIMEOUT_S, ask_model
    from overflight.fetch.post import Reach, check_address

    check_address(url, Reach.ANY if allow_remote else Reach.LOOPBACK)
    request = proposal_request(report, name)
    question = url.encode() + b"\0" + request
    try:
        answer = kept_answer(
            folder or answers_folder(),
            question,
            lambda: ask_model(url, request, allow_remote=allow_remote, timeout_s=timeout_s or TIMEOUT_S),
        )
    except BadInput as error:
        err.print(f"{report.doc}: the model proposed nothing: {error}", markup=False)
        return ()
    found = read_proposals(report, answer, name)
    if found.refused:
        err.print(f"{report.doc}: {len(found.refused)} proposals refused; the first: {found.refused[0]}", markup=False)
    return found.claims
