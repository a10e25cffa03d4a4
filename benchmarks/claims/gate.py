"""Score the extracted claims of an annotated corpus against pinned floors; exit 1 where one is missed.

usage: python benchmarks/claims/gate.py CORPUS [--show] [--speed]

CORPUS holds docs/, gold/, negatives.json and the yardstick score_claims.py. The reports in invented/ and unread/ beside this
file are scored too: others wrote them, without a look at the rules; those in unread/ were not read by who writes the rules
either. The floors lie in floors.toml: each is a little below what was measured when it was pinned, and is lowered only with a
reason in the commit. Clusters in `held_out` were not read until late, when the list of what they missed was.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
import time
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

from overflight.documents import extract_claims, read_report
from overflight.documents.contract import claims_json
from overflight.records.source import Report, Sha256, Source, SourceFile, SourceKind

FLOORS = Path(__file__).with_name("floors.toml")
BESIDE = {name: Path(__file__).with_name(name) for name in ("invented", "unread")}


def reports_of(corpus: Path) -> dict[str, Report]:
    found = {}
    for path in sorted((corpus / "docs").glob("*.txt")):
        source = Source(
            sha256=Sha256("0" * 64), name=path.name, kind=SourceKind.REPORT, format=None, size_bytes=path.stat().st_size
        )
        found[path.stem] = read_report(SourceFile(source=source, path=path))
    return found


def yardstick_of(corpus: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_claims", corpus / "score_claims.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def value_at(result: dict[str, Any], path: str) -> float:
    at: Any = result
    for key in path.split("/"):
        at = at[key]
    return float(at)


def speed(reports: dict[str, Report]) -> float:
    """Reports of 2,000 characters a second of one processor, after start."""
    english = [r for r in reports.values() if r.language == "en"]
    extract_claims(english[0])
    began = time.process_time()
    for report in english:
        extract_claims(report)
    return sum(len(r.text) for r in english) / 2000 / (time.process_time() - began)


def write_claims(corpus: Path, folder: Path) -> None:
    """The claims of each report of a corpus, as the yardstick reads them."""
    folder.mkdir()
    for doc, report in reports_of(corpus).items():
        written = json.dumps(claims_json(report.doc, extract_claims(report)), ensure_ascii=False)
        (folder / f"{doc}.json").write_text(written, encoding="utf8")


def judged(name: str, group: dict[str, Any], result: dict[str, Any]) -> int:
    """How many floors and ceilings of a group are missed; each is printed."""
    missed = 0
    for path, floor in group["at_least"].items():
        value = value_at(result, path)
        missed += value < floor
        print(f"{name:16} {path:42} {value:8.3f}  at least {floor:6.3f}  {'' if value >= floor else 'MISSED'}")
    for path, ceiling in group.get("at_most", {}).items():
        value = value_at(result, path)
        missed += value > ceiling
        print(f"{name:16} {path:42} {value:8.0f}  at most  {ceiling:6}  {'' if value <= ceiling else 'MISSED'}")
    return missed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--show", action="store_true", help="print the yardstick's whole tables for English")
    parser.add_argument("--speed", action="store_true", help="measure reports a second too")
    args = parser.parse_args()
    yardstick = yardstick_of(args.corpus)
    corpora = {"annotated": args.corpus, **BESIDE}
    floors = tomllib.loads(FLOORS.read_text(encoding="utf8"))
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, corpus in corpora.items():
            write_claims(corpus, Path(folder) / name)
        for name, group in floors.items():
            corpus = corpora[group.get("corpus", "annotated")]
            result = yardstick.score(
                Path(folder) / group.get("corpus", "annotated"),
                corpus / "gold",
                corpus / "docs",
                json.loads((corpus / "negatives.json").read_text(encoding="utf8")),
                set(group.get("documents", ())) or None,
                set(group.get("languages", ())) or None,
            )
            if args.show and name in {"english", "invented_english"}:
                yardstick.show(result, False)
            missed += judged(name, group, result)
    if args.speed:
        print(f"{'speed':16} {'reports of 2,000 characters a second':42} {speed(reports_of(args.corpus)):8.1f}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
