"""Build the reports in other languages than English: python3 build.py [--check]

A source holds a header, the body and the claims, parted by lines of "===":

    id: al01                        header, one key a line
    ===
    body
    ===
    flight alleged denied           kind[/subtype], then modality and polarity where they are not the default
    q the quote                     the stretch of the body; once in the body, or with << >>
    actor spec | norm | k=v; k=v    a role; a second line of the same role is a second filler
    date spec | from | to | precision | anchor | k=v
    attr spec | type | norm | k=v   from the outermost speaker to the innermost
    note text
                                    an empty line ends a claim
    neg spec | why                  a stretch that tempts and is no claim

spec   text           once inside the quote
       left<<text>>right   the same, with the words that make it unique
       ^text  ~text   outside the quote: the nearest mention before, after it
A line break within a quote is written as a backslash and n. What is not found, is found twice, or begins or ends
inside a word stops the build.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SCHEMA = "overflight-gold/1"
KINDS = {"flight", "visit", "transfer", "designation", "role", "manufacture", "arrest", "trade_total", "casualties"}
ROLES = (
    *("actor", "object", "recipient", "carrier", "aircraft", "origin", "destination"),
    *("via", "place", "quantity", "count", "reason", "pilot"),
)
SUBTYPES = {
    "transfer": {"delivery", "supply", "transport", "smuggling", "sale", "purchase", "order", "exchange", "support"},
    "role": {"office", "director", "control", "affiliation", "membership"},
    "arrest": {"seizure", "charge", "detention_total"},
}
MODALITIES = {"reported", "alleged", "believed", "speculated", "planned"}
POLARITIES = {"affirmed", "denied", "unknown", "unconfirmed"}
PRECISIONS = {"day", "month", "season", "year", "range", "present"}
ANCHORS = {"publication", "event", "inherited", "context"}
SPEAKERS = {
    *("outlet", "report", "document", "dataset", "imagery", "official", "ngo", "named", "anonymous", "unspecified"),
    "self",
}
EVIDENCE = {
    "dataset": "flight_tracking",
    "anonymous": "anonymous_source",
    "imagery": "imagery",
    "document": "document",
    "official": "official_statement",
}
NUMBERS = {"min", "max"}


class BuildError(Exception):
    pass


def inner(char: str) -> bool:
    """Whether a character is part of a word: letters, digits, marks and the joiners of Persian."""
    return char.isalnum() or unicodedata.category(char).startswith("M") or char in "\u200c\u200d"


def whole(body: str, a: int, b: int) -> bool:
    return not (a > 0 and inner(body[a - 1]) and inner(body[a])) and not (
        b < len(body) and inner(body[b - 1]) and inner(body[b])
    )


def all_of(body: str, text: str, lo: int, hi: int) -> list[int]:
    found, at = [], body.find(text, lo)
    while at >= 0 and at + len(text) <= hi:
        if whole(body, at, at + len(text)):
            found.append(at)
        at = body.find(text, at + 1)
    return found


def only(body: str, spec: str, lo: int, hi: int) -> tuple[int, int]:
    marked = re.fullmatch(r"(.*)<<(.+)>>(.*)", spec, re.S)
    left, text, right = marked.groups() if marked else ("", spec, "")
    found = []
    at = body.find(left + text + right, lo)
    while at >= 0 and at + len(left + text + right) <= hi:
        if whole(body, at + len(left), at + len(left) + len(text)):
            found.append(at + len(left))
        at = body.find(left + text + right, at + 1)
    if len(found) != 1:
        raise BuildError(f"{len(found)} matches of {spec!r}")
    return found[0], found[0] + len(text)


def span_of(body: str, spec: str, quote: tuple[int, int]) -> dict[str, Any]:
    start, end = quote
    if spec[0] in "^~":
        text = spec[1:]
        found = all_of(body, text, 0, start) if spec[0] == "^" else all_of(body, text, end, len(body))
        if not found:
            raise BuildError(f"no mention outside the quote of {spec!r}")
        a = found[-1] if spec[0] == "^" else found[0]
        return {"text": text, "start": a, "end": a + len(text), "outside_quote": True}
    a, b = only(body, spec, start, end)
    return {"text": body[a:b], "start": a, "end": b}


def extra_of(text: str) -> dict[str, Any]:
    extra: dict[str, Any] = {}
    for part in filter(None, (p.strip() for p in text.split(";"))):
        key, eq, value = part.partition("=")
        extra[key] = (float(value) if "." in value else int(value)) if key in NUMBERS else value if eq else True
    return extra


def fields(line: str, n: int) -> list[str]:
    parts = [p.strip() for p in line.split(" | ")]
    if len(parts) > n:
        raise BuildError(f"too many fields: {line!r}")
    return parts + [""] * (n - len(parts))


def moved(span: dict[str, Any]) -> dict[str, Any]:
    """The mark outside_quote comes last, as in the development corpus."""
    if span.pop("outside_quote", False):
        span["outside_quote"] = True
    return span


def checked(value: str, allowed: set[str], line: str) -> str:
    if value not in allowed:
        raise BuildError(f"{value!r} is not known in {line!r}")
    return value


def filler_of(body: str, rest: str, quote: tuple[int, int]) -> dict[str, Any]:
    spec, norm, more = fields(rest, 3)
    filler = span_of(body, spec, quote) | ({"norm": norm} if norm else {}) | extra_of(more)
    if filler["text"] != filler["text"].strip() or filler["text"][-1] in ",.;:،؛":
        raise BuildError(f"stray edges: {filler['text']!r}")
    return moved(filler)


def date_of(body: str, rest: str, quote: tuple[int, int]) -> dict[str, Any]:
    spec, lo, hi, precision, anchor, more = fields(rest, 6)
    days = [dt.date.fromisoformat(d) if d else None for d in (lo, hi)]
    if days[0] and days[1] and days[0] > days[1]:
        raise BuildError(f"reversed date {rest!r}")
    date = {"from": lo or None, "to": hi or None, "precision": checked(precision, PRECISIONS, rest)}
    date |= span_of(body, spec, quote)
    if anchor:
        date["anchor_kind"] = checked(anchor, ANCHORS, rest)
    return moved(date | extra_of(more))


def link_of(body: str, rest: str, quote: tuple[int, int]) -> dict[str, Any]:
    spec, speaker, norm, more = fields(rest, 4)
    link = span_of(body, spec, quote) | {"type": checked(speaker, SPEAKERS, rest)}
    return moved(link | ({"norm": norm} if norm else {}) | extra_of(more))


def head_of(line: str) -> dict[str, str]:
    """Kind, subtype, modality and polarity."""
    kind, *hedges = line.split()
    kind, _, sub = kind.partition("/")
    checked(kind, KINDS, line)
    if sub or kind in ("transfer", "role"):
        checked(sub, SUBTYPES.get(kind, set()), line)
    head = {"kind": kind} | ({"subtype": sub} if sub else {}) | {"modality": "reported", "polarity": "affirmed"}
    for word in hedges:
        head["modality" if checked(word, MODALITIES | POLARITIES, line) in MODALITIES else "polarity"] = word
    return head


def claim_of(doc: str, number: int, body: str, lines: list[str]) -> dict[str, Any]:
    head = head_of(lines[0])
    if not lines[1].startswith("q "):
        raise BuildError(f"no quote after {lines[0]!r}")
    start, end = only(body, lines[1][2:].strip().replace("\\n", "\n"), 0, len(body))
    claim: dict[str, Any] = {"id": f"{doc}-c{number:02d}", "kind": head["kind"]}
    claim |= {"subtype": head["subtype"]} if "subtype" in head else {}
    claim |= {"quote": body[start:end], "start": start, "end": end}
    claim |= {"modality": head["modality"], "polarity": head["polarity"]}
    roles: dict[str, list[dict[str, Any]]] = {}
    chain: list[dict[str, Any]] = []
    rest_of: dict[str, Any] = {}
    for line in lines[2:]:
        word, _, rest = line.partition(" ")
        if word in ROLES:
            roles.setdefault(word, []).append(filler_of(body, rest, (start, end)))
        elif word == "attr":
            chain.append(link_of(body, rest, (start, end)))
        elif word == "date":
            rest_of["date"] = date_of(body, rest, (start, end))
        else:
            rest_of[checked(word, {"note", "evidence"}, line)] = rest
    evidence = rest_of.get("evidence") or (EVIDENCE.get(chain[-1]["type"]) if chain else None)
    claim |= {"evidence": evidence} if evidence else {}
    claim |= {role: roles[role] for role in ROLES if role in roles}
    claim |= {"date": rest_of["date"]} if "date" in rest_of else {}
    claim["attribution"] = chain
    return claim | ({"note": rest_of["note"]} if "note" in rest_of else {})


def build(source: Path) -> tuple[dict[str, Any], str, dict[str, Any], list[dict[str, Any]]]:
    head, body, tail = (part.strip("\n") for part in re.split(r"(?m)^===$", source.read_text(encoding="utf8")))
    header: dict[str, Any] = dict(line.split(": ", 1) for line in head.splitlines())
    doc = header["id"]
    dt.date.fromisoformat(header["date"])
    header = {k: header[k] for k in ("id", "outlet", "title", "date", "language", "cluster", "genre")}
    header |= {"fiction": True, "url": f"https://example.org/{doc}"}
    claims: list[dict[str, Any]] = []
    negatives: list[dict[str, Any]] = []
    for block in re.split(r"\n\s*\n", tail):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        try:
            if lines[0].startswith("neg "):
                for line in lines:
                    text, why = fields(line.removeprefix("neg "), 2)
                    a, b = only(body, text, 0, len(body))
                    negatives.append({"text": body[a:b], "start": a, "end": b, "why": why})
            else:
                claims.append(claim_of(doc, len(claims) + 1, body, lines))
        except BuildError as error:
            raise SystemExit(f"{source.name}: {lines[0]} / {lines[1] if len(lines) > 1 else ''}: {error}") from None
    gold = {
        "doc": doc,
        "schema": SCHEMA,
        "url": header["url"],
        "date": header["date"],
        "language": header["language"],
        "body_sha256": hashlib.sha256(body.encode()).hexdigest(),
        "claims": claims,
    }
    return header, body, gold, negatives


def dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=Path, nargs="?", default=HERE / "sources")
    parser.add_argument("out", type=Path, nargs="?", default=HERE.parent, help="where docs/ and gold/ lie")
    parser.add_argument("--negatives", default="negatives_languages.json")
    parser.add_argument("--check", action="store_true", help="compare with the files on disk, write nothing")
    args = parser.parse_args()
    files: dict[str, str] = {}
    marked: dict[str, Any] = {}
    for source in sorted(args.sources.glob("*.txt")):
        header, body, gold, negatives = build(source)
        doc = header["id"]
        files[f"docs/{doc}.txt"] = json.dumps(header, ensure_ascii=False) + "\n---\n" + body
        files[f"gold/{doc}.json"] = dump(gold)
        marked[doc] = negatives
        kinds = {c["kind"] for c in gold["claims"]}
        print(
            f"{doc} {header['language']} {len(body):5} characters {len(gold['claims']):3} claims of {len(kinds)} kinds"
            f" {len(negatives):2} negatives"
        )
    files[args.negatives] = dump(marked)
    differing = 0
    for name, text in files.items():
        path = args.out / name
        if args.check:
            if not path.exists() or path.read_bytes() != text.encode():
                differing += 1
                print(f"differs: {name}", file=sys.stderr)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
