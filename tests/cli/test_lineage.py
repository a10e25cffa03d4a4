"""`overflight lineage`: one object with clusters, edges and facts, in the published shape."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from overflight.cli import app
from tests.documents.lineage.builders import separate, translation, wire


def write(folder, report):
    head = {
        "id": report.doc, "outlet": report.outlet, "date": report.published_on.isoformat(), "language": report.language,
    }  # fmt: skip
    (folder / f"{report.doc}.txt").write_text(json.dumps(head) + "\n---\n" + report.text, encoding="utf-8")


def traced(tmp_path, *more):
    folder = tmp_path / "reports"
    folder.mkdir()
    for report in (wire(), translation(), separate()):
        write(folder, report)
    result = CliRunner().invoke(app, ["lineage", str(folder), *more])
    assert result.exit_code == 0, result.output
    return result


def test_it_prints_one_object_in_the_published_shape(tmp_path):
    found = json.loads(traced(tmp_path).stdout)
    assert set(found) == {"clusters", "edges", "facts"}
    assert found["clusters"] == [["separate"], ["translation", "wire"]]
    edge = next(e for e in found["edges"] if e["doc"] == "translation" and e["parent"] == "wire")
    assert set(edge) == {"doc", "parent", "relation", "direct", "named", "signals", "evidence"}
    for fact in found["facts"]:
        assert {"fact", "kind", "claims", "values", "origins", "n_independent", "drift"} <= set(fact)
        assert len(fact["n_independent"]) == 2


def test_it_writes_where_it_is_told(tmp_path):
    target = tmp_path / "lineage.json"
    traced(tmp_path, "-o", str(target))
    assert json.loads(target.read_text(encoding="utf-8"))["edges"]


def test_the_yardstick_of_the_invented_corpus_is_met(shared, tmp_path):
    """Floors a little below what is measured; they are raised when the measure rises."""
    import subprocess
    import sys

    target = tmp_path / "lineage.json"
    corpus = shared / "corpus"
    result = CliRunner().invoke(app, ["lineage", str(corpus / "docs"), "-o", str(target)])
    assert result.exit_code == 0, result.output
    yardstick = [sys.executable, str(corpus / "score_lineage.py"), str(target), "--gold", str(corpus / "lineage.json")]
    yardstick += ["--claims", str(corpus / "gold")]
    scored = json.loads(subprocess.run([*yardstick, "--json"], capture_output=True, check=True, text=True).stdout)
    assert scored["pairs"]["all"]["f"] >= 0.93
    assert scored["pairs"]["cross-language"]["f"] >= 0.88
    assert scored["edges"]["directed"]["p"] >= 0.90
    assert scored["edges"]["directed"]["r"] >= 0.85
    assert scored["edges"]["hidden_parents"]["n"] == scored["edges"]["hidden_parents"]["of"]
    facts = scored["facts"]["internal"]
    assert facts["exact"] / facts["gold"] >= 0.60
