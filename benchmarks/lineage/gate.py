"""Score the traced lineage of annotated reports against pinned floors; exit 1 where one is missed.

usage: python benchmarks/lineage/gate.py CORPUS [--show]

CORPUS holds docs/, gold/, lineage.json and the yardstick score_lineage.py. The chains beside this file are scored too, by cluster;
README.md says which of them were read while rules were written. The floors lie in floors.toml: each is a little below what was
measured when it was pinned, and is lowered only with a reason in the commit.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

from overflight.cli.given_reports import given_reports
from overflight.cli.lineage import lineage_object
from overflight.documents import extract_claims, trace_lineage

HERE = Path(__file__).parent


def yardstick_of(corpus: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_lineage", corpus / "score_lineage.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def traced(corpus: Path) -> dict[str, Any]:
    """The lineage of a corpus as `overflight lineage` writes it."""
    reports = tuple(report for _, report in given_reports([corpus / "docs"]))
    claims = tuple(claim for report in reports for claim in extract_claims(report))
    return lineage_object(trace_lineage(reports, claims), claims)


def gold_of(corpus: Path, clusters: set[str]) -> dict[str, Any]:
    """What is known of a corpus, of some clusters only where they are named."""
    gold: dict[str, Any] = json.loads((corpus / "lineage.json").read_text(encoding="utf8"))
    if not clusters:
        return gold
    headers = (
        json.loads(path.read_text(encoding="utf8").split("\n", 1)[0]) for path in (corpus / "docs").glob("*.txt")
    )
    kept = {header["id"] for header in headers if header["cluster"] in clusters}
    groups = {name: [doc for doc in docs if doc in kept] for name, docs in gold["same_origin_groups"].items()}
    return {
        **gold,
        "documents": {doc: language for doc, language in gold["documents"].items() if doc in kept},
        "edges": [edge for edge in gold["edges"] if edge["doc"] in kept],
        "same_origin_groups": {name: docs for name, docs in groups.items() if docs},
        "facts": [fact for fact in gold["facts"] if set(fact["reports"]) & kept],
    }


def measured(yardstick: ModuleType, corpus: Path, predicted: dict[str, Any], clusters: set[str]) -> dict[str, float]:
    gold = gold_of(corpus, clusters)
    pairs = yardstick.pair_scores(gold, predicted)
    edges = yardstick.edge_scores(gold, predicted)["directed"]
    facts = yardstick.fact_scores(gold, predicted, yardstick.gold_claims(corpus / "gold"))["internal"]
    return {
        "pairs_f": pairs["all"]["f"],
        "pairs_across_f": pairs["cross-language"]["f"],
        "edges_p": edges["p"],
        "edges_r": edges["r"],
        "facts_found": facts["given"] / facts["gold"],
        "facts_exact": facts["exact"] / facts["gold"],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--show", action="store_true", help="print every figure, those without a floor too")
    args = parser.parse_args()
    yardstick = yardstick_of(args.corpus)
    corpora = {"annotated": args.corpus, "chains": HERE}
    predicted = {name: traced(corpus) for name, corpus in corpora.items()}
    missed = 0
    for name, group in tomllib.loads((HERE / "floors.toml").read_text(encoding="utf8")).items():
        corpus = group.get("corpus", "annotated")
        found = measured(yardstick, corpora[corpus], predicted[corpus], set(group.get("clusters", ())))
        for figure, value in found.items():
            floor = group["at_least"].get(figure)
            if floor is None and not args.show:
                continue
            missed += floor is not None and value < floor
            mark = "" if floor is None else f"  at least {floor:5.2f}" + ("  MISSED" if value < floor else "")
            print(f"{name:16} {figure:16} {value:6.3f}{mark}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
