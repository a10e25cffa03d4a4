#!/usr/bin/env python3
"""Build docs/, gold/ and lineage.json of the invented chains from sources/*.txt (standard library only).

    python3 build.py            write docs/, gold/ and lineage.json
    python3 build.py --check    build in memory and compare with the files on disk

A source file is one cluster: its reports, then what is known of them.

    ### id | outlet | title | date | language | genre
    the report
    === lineage
    edge DOC < PARENT relation [named] [indirect] [hidden] : evidence
    group NAME: DOC DOC
    mixed: DOC
    fact ID N or [MIN,MAX] : sentence :: origin ; origin
      DOC kind : stretch of the report, found in it exactly once
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
HEADER = ("id", "outlet", "title", "date", "language", "genre")
EDGE = re.compile(r"edge (\w+) < (\w+) ([\w-]+)((?: named| indirect| hidden)*) : (.+)")
GROUP = re.compile(r"group (.+): ([\w ]+)")
FACT = re.compile(r"fact ([\w-]+) (\d+|\[\d+,\d+\]) : (.+?) :: (.+)")
CLAIM = re.compile(r"  (\w+) (\w+) : (.+)")


def reports_of(text: str, cluster: str) -> dict[str, dict[str, Any]]:
    """The reports of a source file by id: header and body."""
    found = {}
    for part in re.split(r"^### ", text, flags=re.MULTILINE)[1:]:
        head, body = part.split("\n", 1)
        header = dict(zip(HEADER, (field.strip() for field in head.split("|")), strict=True))
        header |= {"cluster": cluster, "fiction": True, "url": f"https://example.org/{header['id']}"}
        found[header["id"]] = {"header": header, "body": body.strip()}
    return found


def edge_of(match: re.Match[str]) -> dict[str, Any]:
    doc, parent, relation, marks, evidence = match.groups()
    edge: dict[str, Any] = {
        "doc": doc,
        "parent": parent,
        "relation": relation,
        "cites_parent": "named" in marks.split(),
    }
    edge["direct"] = "indirect" not in marks.split()
    if "hidden" in marks.split():
        edge["hidden"] = True
    return {**edge, "signals": [], "evidence": evidence}


class Chains:
    """What is known of the reports of all source files, line by line."""

    def __init__(self) -> None:
        self.reports: dict[str, dict[str, Any]] = {}
        self.edges: list[dict[str, Any]] = []
        self.groups: dict[str, list[str]] = {}
        self.mixed: list[str] = []
        self.facts: list[dict[str, Any]] = []
        self.claims: dict[str, list[dict[str, Any]]] = {}

    def read(self, path: Path) -> None:
        reports, known = path.read_text(encoding="utf8").split("=== lineage\n")
        self.reports |= reports_of(reports, path.stem)
        for line in filter(str.strip, known.split("\n")):
            self.take(line)

    def take(self, line: str) -> None:
        if match := EDGE.fullmatch(line):
            self.edges.append(edge_of(match))
        elif line.startswith("mixed: "):
            self.mixed += line.removeprefix("mixed: ").split()
        elif match := GROUP.fullmatch(line):
            self.groups[match[1]] = match[2].split()
        elif match := FACT.fullmatch(line):
            origins = [origin.strip() for origin in match[4].split(";")]
            self.facts.append({"id": match[1], "fact": match[3], "reports": [], "claims": [],
                               "independent_origins": origins, "n_independent": json.loads(match[2])})  # fmt: skip
        elif match := CLAIM.fullmatch(line):
            self.claim(*match.groups())
        else:
            raise SystemExit(f"not understood: {line}")

    def claim(self, doc: str, kind: str, quote: str) -> None:
        body = self.reports[doc]["body"]
        if body.count(quote) != 1:
            raise SystemExit(f"{doc}: found {body.count(quote)} times: {quote}")
        mine = self.claims.setdefault(doc, [])
        start = body.index(quote)
        name = f"{doc}-c{len(mine) + 1:02}"
        mine.append({"id": name, "kind": kind, "quote": quote, "start": start, "end": start + len(quote)})
        fact = self.facts[-1]
        fact["claims"].append(name)
        fact["reports"] = sorted({*fact["reports"], doc})

    def files(self) -> dict[str, str]:
        """The text of each file by its name."""
        found = {}
        for doc, report in sorted(self.reports.items()):
            found[f"docs/{doc}.txt"] = json.dumps(report["header"], ensure_ascii=False) + "\n---\n" + report["body"]
            digest = hashlib.sha256(report["body"].encode()).hexdigest()
            gold = {
                "doc": doc,
                "schema": "overflight-gold/1",
                "body_sha256": digest,
                "claims": self.claims.get(doc, []),
            }
            found[f"gold/{doc}.json"] = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
        whole = {
            "schema": "overflight-lineage/1",
            "documents": {doc: report["header"]["language"] for doc, report in sorted(self.reports.items())},
            "edges": self.edges,
            "same_origin_groups": self.groups,
            "mixed": self.mixed,
            "facts": self.facts,
        }
        return found | {"lineage.json": json.dumps(whole, ensure_ascii=False, indent=1) + "\n"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where a file differs")
    args = parser.parse_args()
    chains = Chains()
    for path in sorted((HERE / "sources").glob("*.txt")):
        chains.read(path)
    differing = []
    for name, text in chains.files().items():
        path = HERE / name
        if args.check:
            differing += [name] if not path.exists() or path.read_text(encoding="utf8") != text else []
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf8")
    print("\n".join(differing), end="\n" if differing else "")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
