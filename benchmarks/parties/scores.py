"""How well names are known again, how quickly, and how heavy: pairs, scripts, retrieval, names a second, memory.

usage: python benchmarks/parties/scores.py SHARED [--seed N] [--negatives N] [--with-nomenklatura]

SHARED holds data/names and data/lists. The labelled pairs and the cross-script pairs are cut in two halves by a hash of the
pair (the record): thresholds were set on the first. Errors of the second were read when the tables of words were extended,
so it judges thresholds, not words. Retrieval holds back
1,000 aliases of an OFAC list, drawn by the seed, and asks synthetic names besides. `--with-nomenklatura` scores the same
pairs with its logic-v2, where the package is installed (it needs ICU; it is no dependency of this project).
"""

from __future__ import annotations

import argparse
import collections
import csv
import hashlib
import itertools
import json
import random
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from overflight.parties import ScreeningQuery, build_ledger, screen
from overflight.parties.names import MATCH_AT, compare_names
from overflight.parties.screening import ListedNames
from overflight.records.source import Sha256, Source, SourceFile, SourceKind

Score = Callable[[str, str, str], float]


def ours(a: str, b: str, schema: str) -> float:
    return compare_names(a, b, schema).score


def nomenklatura() -> Score:
    from followthemoney import model
    from nomenklatura.matching import LogicV2

    config = LogicV2.default_config()

    number = itertools.count()

    def score(a: str, b: str, schema: str) -> float:
        left, right = (model.make_entity(schema or "LegalEntity") for _ in range(2))
        left.id, right.id = f"a{next(number)}", f"b{next(number)}"  # it remembers the names of an id
        left.add("name", a)
        right.add("name", b)
        return LogicV2.compare(left, right, config).score

    return score


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def half(text: str) -> str:
    return (
        "first half"
        if int(hashlib.md5(text.encode(), usedforsecurity=False).hexdigest(), 16) % 2 == 0
        else "second half"
    )


def rates(hits: int, false: int, missed: int) -> dict[str, float]:
    precision, recall = hits / max(1, hits + false), hits / max(1, hits + missed)
    return {
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(2 * hits / max(1, 2 * hits + false + missed), 3),
    }


def pairs(shared: Path, score: Score) -> dict[str, object]:
    found: dict[str, collections.Counter[tuple[bool, bool]]] = collections.defaultdict(collections.Counter)
    labelled = rows(shared / "data/names/cases.csv")
    started = time.process_time()
    for row in labelled:
        got = score(row["name1"], row["name2"], row["schema"]) >= MATCH_AT
        for part in ("all", half(row["name1"] + row["name2"])):
            found[part][row["is_match"].lower() == "true", got] += 1
    spent = time.process_time() - started
    out: dict[str, object] = {p: rates(c[True, True], c[False, True], c[True, False]) for p, c in sorted(found.items())}
    return {**out, "us_per_pair": round(spent / len(labelled) * 1e6)}


def scripts(shared: Path, score: Score, seed: int) -> dict[str, object]:
    rng, out = random.Random(seed), {}
    groups: dict[tuple[str, str], list[dict[str, str]]] = collections.defaultdict(list)
    for row in rows(shared / "data/names/crossscript_pairs.csv"):
        groups[row["script"], "Person" if row["schema"] == "Person" else "Organization"].append(row)
    for (script, schema), group in sorted(groups.items()):
        if len(group) < 30:
            continue
        for part in ("first half", "second half"):
            best: dict[tuple[bool, str], float] = collections.defaultdict(float)
            for row in [r for r in rng.sample(group, min(500, len(group))) if half(r["record"]) == part]:
                other = rng.choice(group)
                best[True, row["record"]] = max(best[True, row["record"]], score(row["original"], row["latin"], schema))
                if other["record"] != row["record"]:
                    key = (False, row["record"])
                    best[key] = max(best[key], score(row["original"], other["latin"], schema))
            right = [v >= MATCH_AT for (is_right, _), v in best.items() if is_right]
            wrong = [v >= MATCH_AT for (is_right, _), v in best.items() if not is_right]
            share = {"found": round(sum(right) / len(right), 3), "false": round(sum(wrong) / max(1, len(wrong)), 4)}
            out[f"{script} {schema}, {part}"] = share
    return out


def list_files(folder: Path) -> list[SourceFile]:
    files = []
    for path in sorted(folder.glob("*.csv")):
        data = path.read_bytes()
        source = Source(
            sha256=Sha256(hashlib.sha256(data).hexdigest()),
            name=f"{folder.name}/{path.name}",
            kind=SourceKind.LIST,
            format=None,
            size_bytes=len(data),
        )
        files.append(SourceFile(source=source, path=path))
    return files


def retrieval(shared: Path, seed: int, negatives: int) -> dict[str, object]:
    source, rng = shared / "data/lists/ofac_2021-07-07", random.Random(seed)
    with (source / "alt.csv").open(encoding="latin-1", newline="") as file:
        aliases = list(csv.reader(file))
    held = rng.sample([r for r in aliases if len(r) >= 4 and len(r[3]) > 6], 1000)
    gone = {tuple(r) for r in held}
    people = [r["full_name"] for r in rows(shared / "data/names/negatives_global_20k.csv")]
    asked = [(f"a{i}", r[3], r[0].strip()) for i, r in enumerate(held)]
    asked += [(f"n{i}", name, "") for i, name in enumerate(rng.sample(people, negatives))]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / source.name
        shutil.copytree(source, folder)
        with (folder / "alt.csv").open("w", newline="", encoding="latin-1") as file:
            csv.writer(file).writerows(r for r in aliases if tuple(r) not in gone)
        started = time.process_time()
        ledger = build_ledger(list_files(folder))
    listed = ListedNames(ledger)
    answers = screen(ledger, [ScreeningQuery(id=i, name=n) for i, n, _ in asked], listed=listed)
    spent = time.process_time() - started
    hits = false = missed = first = alerts = 0
    for (_, _, entry), answer in zip(asked, answers, strict=True):
        matches = [m for m in answer.matches if m.match]
        is_right = bool(matches) and matches[0].party.endswith(f":{entry}")
        if not entry:
            alerts += bool(matches)
            false += bool(matches)
            continue
        first += bool(answer.matches) and answer.matches[0].party.endswith(f":{entry}")
        hits += is_right
        missed += not is_right
        false += bool(matches) and not is_right
    return {
        **rates(hits, false, missed),
        "first answer right": round(first / len(held), 3),
        "false alerts": round(alerts / negatives, 4),
        "names per CPU second, loading included": round(len(asked) / spent),
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument("--negatives", type=int, default=4000)
    parser.add_argument("--with-nomenklatura", action="store_true")
    asked = parser.parse_args()
    scorers: dict[str, Score] = {"overflight": ours}
    if asked.with_nomenklatura:
        scorers["nomenklatura logic-v2"] = nomenklatura()
    for name, score in scorers.items():
        out = {"pairs": pairs(asked.shared, score), "scripts": scripts(asked.shared, score, asked.seed)}
        print(json.dumps({name: out}, indent=1))
    print(json.dumps({"retrieval": retrieval(asked.shared, asked.seed, asked.negatives)}, indent=1))


if __name__ == "__main__":
    main()
