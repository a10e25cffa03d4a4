#!/usr/bin/env python3
"""Build the invented reports and their gold claims from sources/*.txt (standard library only).

    python3 build.py                    write docs/, gold/, negatives/<id>.json and negatives.json
    python3 build.py --check            build in memory and compare with the files on disk
    python3 build.py --show aa01        print the claims of one report for reading

One source file is one report, in four sections:

    {"id": ..., "outlet": ..., "title": ..., "date": ..., "language": ..., "cluster": ..., "genre": ...}
    === body
    the report
    === names
    Text of a name = norm            (given to every filler, speaker or coref with exactly this text)
    === claims
    kind[/subtype] [modality] [polarity] : quote
      role: filler ; filler          (quantity and count too)
      date: text = interval [anchor] [precision]
      attr: outermost speaker = type > innermost speaker = type
      note: free text
    === negatives
    text :: why

Quotes and negatives:  "first words [..] last words" stands for the whole stretch; the first words must occur once.
Spans:   text           must occur exactly once inside the quote
         left<<text>>right   the same with context that makes it unique
         ^text / ~text  outside the quote: nearest mention before / after it
Fillers: span [=> coref] [== norm] [{quantity}]
         quantity: 14 crates, 14.. crates (at least), ..60 (at most), ~40 (about), ~..60 (nearly), #3 (ordinal), ? word
Intervals: 2024-03-07, 2024-03, 2024, 2024-03-04..2024-03-10, 2024-03-01.. (open), present; anchors pub, event, context, inherited.
Speakers: span [=> coref] = type [== norm] [@date of the statement]

A span that is not found, is found twice or cuts a word stops the build.  negatives.json is made of all
files negatives/*.json and negatives_*.json, so that reports of other builders may lie in the same folder.
"""

import argparse
import calendar
import datetime as dt
import hashlib
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
SCHEMA = "overflight-gold/1"
KINDS = {
    "flight": (),
    "visit": (),
    "designation": (),
    "manufacture": (),
    "trade_total": (),
    "casualties": (),
    "transfer": ("delivery", "supply", "transport", "smuggling", "sale", "purchase", "order", "exchange", "support"),
    "role": ("office", "director", "control", "affiliation", "membership"),
    "arrest": ("seizure", "charge", "detention_total"),
}
ROLES = (
    "actor",
    "object",
    "recipient",
    "carrier",
    "aircraft",
    "origin",
    "destination",
    "via",
    "place",
    "quantity",
    "count",
    "reason",
    "pilot",
)
MODALITY = ("reported", "alleged", "believed", "speculated", "planned")
POLARITY = ("affirmed", "denied", "unknown", "unconfirmed")
ANCHORS = {"pub": "publication", "event": "event", "context": "context", "inherited": "inherited"}
SPEAKERS = (
    "outlet",
    "report",
    "document",
    "dataset",
    "imagery",
    "official",
    "ngo",
    "named",
    "anonymous",
    "unspecified",
    "self",
)
EVIDENCE = {
    "dataset": "flight_tracking",
    "anonymous": "anonymous_source",
    "imagery": "imagery",
    "document": "document",
    "official": "official_statement",
}


def fail(*parts):
    raise SystemExit("build: " + " | ".join(str(p) for p in parts))


# ---------------------------------------------------------------- finding
def edges(body, a, b):
    left = a == 0 or not (body[a - 1].isalnum() and body[a].isalnum())
    return left and (b == len(body) or not (body[b - 1].isalnum() and body[b].isalnum()))


def places(body, text, lo=0, hi=None):
    hi, out, i = len(body) if hi is None else hi, [], body.find(text, lo)
    while i >= 0 and i + len(text) <= hi:
        if edges(body, i, i + len(text)):
            out.append(i)
        i = body.find(text, i + 1)
    return out


def once(body, spec, lo, hi, what):
    m = re.fullmatch(r"(.*)<<(.+?)>>(.*)", spec, re.S)
    left, text, right = m.groups() if m else ("", spec, "")
    needle, hits, i = left + text + right, [], body.find(left + text + right, lo)
    while i >= 0 and i + len(needle) <= hi:
        if edges(body, i + len(left), i + len(left) + len(text)):
            hits.append(i + len(left))
        i = body.find(needle, i + 1)
    if len(hits) != 1:
        fail(what, f"{len(hits)} matches", spec)
    return hits[0], hits[0] + len(text)


def stretch(body, spec, what):
    if "[..]" not in spec:
        return once(body, spec, 0, len(body), what)
    first, last = (x.strip() for x in spec.split("[..]"))
    a, b = once(body, first, 0, len(body), what)
    ends = places(body, last, b)
    if not ends:
        fail(what, "no end of the stretch", last)
    return a, ends[0] + len(last)


def find(body, spec, s, e, what):
    if spec[0] == "^":
        hits = [i for i in places(body, spec[1:]) if i < s]
        if not hits:
            fail(what, "no mention before the quote", spec)
        return hits[-1], hits[-1] + len(spec) - 1
    if spec[0] == "~":
        hits = places(body, spec[1:], e)
        if not hits:
            fail(what, "no mention after the quote", spec)
        return hits[0], hits[0] + len(spec) - 1
    return once(body, spec, s, e, what)


# ---------------------------------------------------------------- values
def quantity(text):
    if text.startswith("?"):
        return text[1:].strip(), {}
    if text.startswith("#"):
        return text[1:], {"ordinal": True}
    m = re.fullmatch(r"(~?)(\.\.)?(\d+(?:\.\d+)?)?(\.\.)?(\d+)?\s*(.*)", text)
    approx, below, low, above, high, unit = m.groups()
    low = float(low) if "." in low else int(low)
    out = {}
    if below:
        out["max"] = low
    elif above:
        out["min"] = low
        if high:
            out["max"] = int(high)
    else:
        out["min"] = out["max"] = low
    if approx:
        out["approx"] = True
    if unit:
        out["unit"] = unit
    return (text.replace("~..", "~") if below and approx else text), out


def interval(text):
    def one(x):
        if re.fullmatch(r"\d{4}", x):
            return f"{x}-01-01", f"{x}-12-31", "year"
        if re.fullmatch(r"\d{4}-\d\d", x):
            y, m = map(int, x.split("-"))
            return f"{x}-01", f"{x}-{calendar.monthrange(y, m)[1]:02d}", "month"
        dt.date.fromisoformat(x)
        return x, x, "day"

    if text == "present":
        return None, None, "present"
    if ".." in text:
        a, b = text.split("..")
        lo, hi = (one(a)[0] if a else None), (one(b)[1] if b else None)
        if lo and hi and lo > hi:
            fail("interval reversed", text)
        return lo, hi, "range"
    return one(text)


class Reader:
    """Turns the claim lines of one report into gold."""

    def __init__(self, doc, body, norms):
        self.doc, self.body, self.norms, self.gold = doc, body, norms, []

    def filler(self, spec, s, e, what):
        text, coref, norm, value = re.fullmatch(
            r"(.+?)(?: => (.+?))?(?: == (\S+))?(?: \{(.+)\})?", spec.strip(), re.S
        ).groups()
        a, b = find(self.body, text, s, e, what)
        out = {"text": self.body[a:b], "start": a, "end": b}
        if out["text"] != out["text"].strip() or out["text"][-1] in ",.;:":
            fail(what, "stray edges", out["text"])
        norm = norm or self.norms.get(coref or out["text"]) or self.norms.get(out["text"])
        extra = {}
        if value:
            norm, extra = quantity(value)
        if norm:
            out["norm"] = norm
        if coref:
            out["coref"] = coref
        out.update(extra)
        if a < s or b > e:
            out["outside_quote"] = True
        return out

    def date(self, value, s, e, what):
        span, spec = value.rsplit(" = ", 1)
        first, *words = spec.split()
        lo, hi, precision = interval(first)
        precision = next((w for w in words if w not in ANCHORS), precision)
        a, b = find(self.body, span.strip(), s, e, what + " DATE")
        out = {"from": lo, "to": hi, "precision": precision, "text": self.body[a:b], "start": a, "end": b}
        if a < s or b > e:
            out["outside_quote"] = True
        for word in words:
            if word in ANCHORS:
                out["anchor_kind"] = ANCHORS[word]
                if word == "context":
                    out["inherited_from_context"] = True
        return out

    def speaker(self, part, s, e, what):
        m = re.fullmatch(r"(.+?)(?: => (.+?))? = (\w+)(?: == (.+?))?(?: @(\S+))?", part.strip())
        if not m or m.group(3) not in SPEAKERS:
            fail(what, "bad speaker", part)
        f = self.filler(m.group(1) + (f" => {m.group(2)}" if m.group(2) else ""), s, e, what + " ATTR")
        out = {k: f[k] for k in ("text", "start", "end")} | {"type": m.group(3)}
        if m.group(4) or f.get("norm"):
            out["norm"] = m.group(4) or f["norm"]
        if m.group(5):
            out["date"] = m.group(5)
        if m.group(2):
            out["coref"] = m.group(2)
        if f.get("outside_quote"):
            out["outside_quote"] = True
        return out

    def head(self, line):
        """(kind and its like, quote bounds, name for messages) of the first line of a claim."""
        kindspec, quote = line.split(" : ", 1)
        first, *words = kindspec.split()
        kind, _, sub = first.partition("/")
        what = f"{self.doc} {kind} {quote[:60]!r}"
        if kind not in KINDS or (sub and sub not in KINDS[kind]) or (kind in ("transfer", "role") and not sub):
            fail(what, "bad kind", first)
        mod = [w for w in words if w in MODALITY] or ["reported"]
        pol = [w for w in words if w in POLARITY] or ["affirmed"]
        if set(words) - set(mod) - set(pol) or len(words) > 2:
            fail(what, "bad head", kindspec)
        s, e = stretch(self.body, quote.strip().replace("\\n", "\n"), what)
        if not edges(self.body, s, e):
            fail(what, "the quote cuts a word")
        c = {"id": f"{self.doc}-c{len(self.gold) + 1:02d}", "kind": kind} | ({"subtype": sub} if sub else {})
        c.update(quote=self.body[s:e], start=s, end=e, modality=mod[0], polarity=pol[0])
        return c, s, e, what

    def claim(self, lines):
        c, s, e, what = self.head(lines[0])
        fields, date, attr, note = {}, None, [], None
        for line in lines[1:]:
            key, value = (x.strip() for x in line.split(":", 1))
            if key == "date":
                date = self.date(value, s, e, what)
            elif key == "attr":
                attr += [self.speaker(part, s, e, what) for part in value.split(" > ")]
            elif key == "note":
                note = value
            elif key in ROLES:
                fields.setdefault(key, []).extend(self.filler(x, s, e, f"{what} {key}") for x in value.split(" ; "))
            else:
                fail(what, "bad field", key)
        if attr and attr[-1]["type"] in EVIDENCE:
            c["evidence"] = EVIDENCE[attr[-1]["type"]]
        c.update({r: fields[r] for r in ROLES if r in fields})
        if date:
            c["date"] = date
        c["attribution"] = attr
        if note:
            c["note"] = note
        self.gold.append(c)


def warn(gold, tempting):
    seen = {}
    for c in gold:
        key = (c["kind"], c["start"], c["end"])
        if key in seen:
            print(f"note: {c['id']} and {seen[key]} share kind and quote", file=sys.stderr)
        seen[key] = c["id"]
        for n in tempting:
            inter = min(c["end"], n["end"]) - max(c["start"], n["start"])
            if inter > 0 and 2 * inter >= min(c["end"] - c["start"], n["end"] - n["start"]):
                print(f"note: {c['id']} lies on the negative {n['text'][:40]!r}", file=sys.stderr)


def report(path):
    """(header, body, claims, hard negatives) of one source file."""
    head, rest = path.read_text(encoding="utf8").split("\n=== body\n", 1)
    body, rest = rest.split("\n=== names\n", 1)
    names, rest = rest.split("=== claims\n", 1)
    claims, negatives = rest.split("=== negatives\n", 1)
    header, body = json.loads(head), body.strip("\n")
    doc = header["id"]
    if path.stem != doc:
        fail(path, "file name and id differ")
    if header["date"]:
        dt.date.fromisoformat(header["date"])
    header = {k: header[k] for k in ("id", "outlet", "title", "date", "language", "cluster", "genre")}
    header |= {"fiction": True, "url": f"https://example.org/{doc}"}
    norms = {}
    for line in filter(None, map(str.strip, names.splitlines())):
        if line.count(" = ") != 1:
            fail(doc, "bad name", line)
        name, norm = line.split(" = ")
        norms[name] = norm
    reader = Reader(doc, body, norms)
    for block in re.split(r"\n(?=\S)", claims.strip("\n")):
        reader.claim([x for x in block.splitlines() if x.strip()])
    tempting = []
    for line in filter(None, map(str.strip, negatives.splitlines())):
        text, why = line.rsplit(" :: ", 1)
        a, b = stretch(body, text, f"{doc} NEGATIVE")
        tempting.append({"text": body[a:b], "start": a, "end": b, "why": why})
    if not tempting:
        fail(doc, "no hard negative")
    warn(reader.gold, tempting)
    return header, body, reader.gold, tempting


def show(header, body, gold, tempting):
    print(json.dumps(header, ensure_ascii=False), "\n")
    print(body, "\n")
    if header["date"]:
        print("published on a", dt.date.fromisoformat(header["date"]).strftime("%A"))
    for c in sorted(gold, key=lambda c: c["start"]):
        print(f"{c['id'][-3:]} {c['kind']}/{c.get('subtype', '-')} {c['modality']} {c['polarity']}: {c['quote']}")
        for r in ROLES:
            for f in c.get(r, []):
                rest = {k: v for k, v in f.items() if k not in ("text", "start", "end")}
                print(f"       {r}: {f['text']}  {rest or ''}")
        if "date" in c:
            d = c["date"]
            days = [dt.date.fromisoformat(x).strftime("%a") for x in (d["from"], d["to"]) if x]
            print(
                f"       date: {d['text']}  {d['from']}..{d['to']} {days} {d['precision']} {d.get('anchor_kind', '')}"
            )
        for a in c["attribution"]:
            print(f"       attr: {a['text']}  {a['type']} {a.get('norm', '')}")
    for n in tempting:
        print("neg    ", n["text"], "::", n["why"])


def dump(obj):
    return json.dumps(obj, ensure_ascii=False, indent=1) + "\n"


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--check", action="store_true", help="compare with the files on disk, write nothing")
    ap.add_argument("--show", metavar="ID", help="print one report with its claims")
    ap.add_argument("--sources", type=pathlib.Path, default=HERE / "sources")
    ap.add_argument("--out", type=pathlib.Path, default=HERE)
    a = ap.parse_args()
    if a.show:
        show(*report(a.sources / f"{a.show}.txt"))
        return 0
    files, kinds, total = {}, {}, 0
    for path in sorted(a.sources.glob("*.txt")):
        header, body, gold, tempting = report(path)
        doc = header["id"]
        files[f"docs/{doc}.txt"] = json.dumps(header, ensure_ascii=False) + "\n---\n" + body
        files[f"gold/{doc}.json"] = dump(
            {
                "doc": doc,
                "schema": SCHEMA,
                "url": header["url"],
                "date": header["date"],
                "language": header["language"],
                "body_sha256": hashlib.sha256(body.encode()).hexdigest(),
                "claims": gold,
            }
        )
        files[f"negatives/{doc}.json"] = dump(tempting)
        for c in gold:
            kinds[c["kind"]] = kinds.get(c["kind"], 0) + 1
        total += len(gold)
        print(
            f"{doc:6} {header['language']} {header['genre']:22} {len(body):5} characters {len(gold):3} claims "
            f"{len({c['kind'] for c in gold})} kinds {len(tempting):2} negatives"
        )
    merged = {p.stem: json.loads(p.read_text(encoding="utf8")) for p in (a.out / "negatives").glob("*.json")}
    for path in a.out.glob("negatives_*.json"):
        merged |= json.loads(path.read_text(encoding="utf8"))
    merged |= {k[10:-5]: json.loads(v) for k, v in files.items() if k.startswith("negatives/")}
    files["negatives.json"] = dump(dict(sorted(merged.items())))
    bad = 0
    for rel, text in files.items():
        path = a.out / rel
        if a.check:
            if not path.exists() or path.read_bytes() != text.encode():
                bad += 1
                print("differs:", rel)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    print(total, "claims:", ", ".join(f"{k} {v}" for k, v in sorted(kinds.items())))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
