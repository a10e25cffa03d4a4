"""What a model proposes for a case: asked once, kept as a source, shown beside the findings, counted once accepted."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from typer.testing import CliRunner

from overflight.case import create
from overflight.case.build import build_case, outputs_of
from overflight.case.bundle import make_bundle
from overflight.case.bundle_check import check_bundle
from overflight.case.config import CaseConfig, ModelConfig, read_config
from overflight.case.intake import gather
from overflight.case.proposals import gather_answers
from overflight.case.reviews import record_reviews
from overflight.cli import app
from overflight.cli.build import ask_the_model
from overflight.errors import BadInput
from overflight.records.review import Review, ReviewAction

HEADER = {"id": "note", "outlet": "Harbour Note", "date": "2022-05-10", "language": "en", "synthetic": True}
SENTENCE = "By noon on the third of May the quay at Bosaso had more rifles on it than fishermen, and one grey machine sat lighter."
"""What happened is told by no verb of it: a model may see it, rules do not."""
ANSWER = {
    "sentence": 1, "kind": "transfer", "quote": "the quay at Bosaso had more rifles on it than fishermen",
    "roles": {"object": ["rifles"]}, "date": None, "speaker": None, "modality": "reported", "polarity": "affirmed",
}  # fmt: skip
CONFIG = 'title = "x"\n\n[model]\naddress = "{address}"\nname = "small"\n'


class Model:
    """A model that answers the same about every report, and counts how often it is asked."""

    def __init__(self, *claims, error=None):
        self.asked = 0
        self.claims = claims
        self.error = error

    def __call__(self, request):
        self.asked += 1
        if self.error:
            raise self.error
        content = json.dumps({"claims": list(self.claims)})
        return json.dumps({"choices": [{"message": {"content": content}}]}).encode()


def admit(case, folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    case.admit(gather([folder / name]))


@pytest.fixture
def case(tmp_path):
    made = create(tmp_path / "case", CaseConfig(title="x"))
    (made.path / "case.toml").write_text(CONFIG.format(address="http://127.0.0.1:9/v1"))
    admit(made, tmp_path, "note.txt", json.dumps(HEADER) + "\n---\n" + SENTENCE + "\n")
    return made


def decide(case, claim, action):
    record_reviews(case, [Review(target=f"claim:{claim.id}", action=action)])
    return build_case(case)


def test_a_proposal_is_shown_with_its_model_and_counts_for_nothing(case):
    gather_answers(case, Model(ANSWER))
    found = build_case(case)
    (proposal,) = found.proposals
    assert proposal.extractor == "model/small"
    assert all(proposal.id not in fact.claims for fact in found.facts)
    assert proposal not in found.claims
    page = (case.path / "dossier.html").read_text(encoding="utf-8")
    assert "Proposed by a language model, not counted" in page and "model/small" in page


def test_an_accepted_proposal_is_a_claim_like_any_other(case):
    gather_answers(case, Model(ANSWER))
    (proposal,) = build_case(case).proposals
    found = decide(case, proposal, ReviewAction.ACCEPT)
    assert found.proposals == ()
    assert any(proposal.id in finding.claims for finding in found.findings)
    assert not any("the editor decided" in warning for warning in found.warnings)


def test_a_rejected_proposal_is_gone_and_comes_back_with_undo(case):
    gather_answers(case, Model(ANSWER))
    (proposal,) = build_case(case).proposals
    assert decide(case, proposal, ReviewAction.REJECT).proposals == ()
    assert [p.id for p in decide(case, proposal, ReviewAction.UNDO).proposals] == [proposal.id]


def test_a_report_is_asked_about_once_and_no_build_asks(case, tmp_path):
    model = Model(ANSWER)
    gather_answers(case, model)
    gather_answers(case, model)
    assert model.asked == 1
    admit(case, tmp_path, "later.txt", "A second plane landed in Yangon on 3 May 2022, officials said.")
    gather_answers(case, model)
    assert model.asked == 2
    build_case(case)
    assert model.asked == 2


def test_an_accepted_proposal_needs_no_model_any_more(case):
    gather_answers(case, Model(ANSWER))
    (proposal,) = build_case(case).proposals
    decide(case, proposal, ReviewAction.ACCEPT)
    (case.path / "case.toml").write_text('title = "x"\n')
    assert any(proposal.id in finding.claims for finding in build_case(case).findings)


def test_what_the_program_reads_itself_is_not_proposed_again(case, tmp_path):
    told = "A cargo plane of Condor Alba flew from Sharjah to Bosaso on 3 May 2022."
    admit(case, tmp_path, "told.txt", json.dumps({**HEADER, "id": "told"}) + "\n---\n" + told + "\n")
    same = {**ANSWER, "kind": "flight", "quote": told[:-1], "roles": {"actor": ["Condor Alba"]}}
    gather_answers(case, Model(same))
    assert build_case(case).proposals == ()


def test_a_model_that_does_not_answer_costs_one_question_and_a_warning(case, tmp_path):
    admit(case, tmp_path, "later.txt", "A second plane landed in Yangon on 3 May 2022, officials said.")
    model = Model(error=BadInput("no usable answer", where="http://127.0.0.1:9", now="Check it."))
    (warning,) = gather_answers(case, model)
    assert "small proposed nothing" in warning and "no usable answer" in warning
    assert model.asked == 1
    assert build_case(case).proposals == ()


@pytest.mark.parametrize("claims", [(), ({"sentence": 9},), ("nonsense",)])
def test_an_answer_that_is_no_answer_proposes_nothing(case, claims):
    gather_answers(case, Model(*claims))
    assert build_case(case).proposals == ()


def test_answers_are_sources_that_a_bundle_accounts_for_and_a_fresh_build_repeats(case, tmp_path):
    gather_answers(case, Model(ANSWER))
    build_case(case)
    (answer,) = [s for s in case.sources() if s.format == "model-answer"]
    assert answer.origin == "what the model small at http://127.0.0.1:9/v1 proposed for note"
    make_bundle(case, tmp_path / "case.zip")
    assert check_bundle((tmp_path / "case.zip").read_bytes()) == []
    outputs = outputs_of(case)[1]
    assert all((case.path / name).read_bytes() == content for name, content in outputs.items())


def test_without_a_model_in_the_case_nobody_is_asked(case):
    (case.path / "case.toml").write_text('title = "x"\n')
    model = Model(ANSWER)
    assert gather_answers(case, model) == ()
    assert ask_the_model(case, print) == ()
    assert model.asked == 0


def test_a_model_on_another_machine_needs_to_be_allowed(case):
    (case.path / "case.toml").write_text(CONFIG.format(address="http://192.0.2.7/v1"))
    with pytest.raises(BadInput, match="allow_remote = true"):
        ask_the_model(case, print)
    assert read_config(b'[model]\naddress = "http://192.0.2.7"\nallow_remote = true').model == ModelConfig(
        address="http://192.0.2.7", allow_remote=True
    )


def test_a_build_asks_the_model_on_this_machine_and_the_next_one_does_not(case):
    model = Model(ANSWER)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = model(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        (case.path / "case.toml").write_text(CONFIG.format(address=f"http://127.0.0.1:{server.server_port}/v1"))
        first, second = (CliRunner().invoke(app, ["build", str(case.path)]) for _ in range(2))
    finally:
        server.shutdown()
        server.server_close()
    assert (first.exit_code, second.exit_code, model.asked) == (0, 0, 1)
    assert "1 proposal of a model" in second.stderr
