"""A copy of what was found in which protected names are absent from every byte: texts, quotations, file names, ids.

Spans are moved with the text, so that every quotation is still read from it. Ids and hashes that somebody could guess are
replaced by keyed ones whose key is thrown away. What was removed is told by count only.
"""

from __future__ import annotations

import dataclasses
import hashlib
import hmac
import html
import re
import unicodedata
import urllib.parse
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from overflight.errors import BadInput
from overflight.publishing.text import changed_strings
from overflight.records.claim import Attribution, Claim, ClaimId, DateReading, Filler
from overflight.records.finding import CaseFindings
from overflight.records.source import Report, ReportId, Sha256, Source, SourceKind

Part = TypeVar("Part", Filler, DateReading, Attribution)

BLOCK = "█████"
"""What stands where something was removed: the same for all, so that not even its length is told."""

BETWEEN = r"[\s\u00a0\u00ad\u200b-\u200d\-_.]*"
MARKS = r"[\u0300-\u036f\u064b-\u065f]*"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactionRules:
    """What must not be published. names: in any spelling of case, spaces and accents. files: names of sources to hide."""

    names: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """The findings without what is protected, and how much was removed."""

    findings: CaseFindings
    passages: int
    files: int


class _Names:
    """Finds protected names in any string."""

    def __init__(self, rules: RedactionRules) -> None:
        parts = sorted(
            {*rules.names, *rules.files, *(f.rsplit("/", 1)[-1] for f in rules.files)}, key=lambda n: (-len(n), n)
        )
        patterns = [pattern_of(name) for name in parts if name.strip()]
        self.pattern = re.compile("|".join(patterns) or r"(?!)", re.IGNORECASE)
        self.count = 0

    def remove(self, text: str) -> str:
        fresh, count = self.pattern.subn(BLOCK, text)
        self.count += count
        return fresh if count else text


def pattern_of(name: str) -> str:
    """A name in any case, with any spaces, hyphens or invisible characters between its words, accents or none."""
    plain = unicodedata.normalize("NFKD", name)
    words = re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))
    return BETWEEN.join("".join(letter(c) for c in word) for word in words) or re.escape(name)


def letter(character: str) -> str:
    """A letter with or without accents, composed or not."""
    accented = "".join(
        chr(p)
        for p in range(0xC0, 0x250)
        if unicodedata.normalize("NFKD", chr(p))[0].casefold() == character.casefold()
    )
    return f"[{re.escape(character + accented)}]{MARKS}"


def redact(findings: CaseFindings, rules: RedactionRules, key: bytes) -> Redacted:
    """A copy of the findings without what the rules protect. key: fresh random bytes, to be thrown away afterwards."""
    if not any(n.strip() for n in (*rules.names, *rules.files)):
        raise BadInput("the rules protect nothing", where="redaction rules", now='Write for example: names = ["…"]')
    names = _Names(rules)
    hidden: set[str] = {
        s.sha256 for s in findings.sources if s.name in rules.files or s.name.rsplit("/", 1)[-1] in rules.files
    }
    moves = {report.doc: Moves(report.text, names.pattern) for report in findings.reports}
    renamed = renamer(findings, key, hidden)
    claims = tuple(moved_claim(claim, moves.get(claim.doc)) for claim in findings.claims)
    reports = tuple(
        moved_report(report, moves[report.doc], hide=report.source in hidden) for report in findings.reports
    )
    sources = tuple(quiet_source(source, hide=source.sha256 in hidden) for source in findings.sources)
    rest = dataclasses.replace(findings, claims=(), proposals=(), reports=(), sources=sources)
    fresh = dataclasses.replace(
        changed_strings(rest, lambda text: names.remove(renamed(text))),
        claims=tuple(
            dataclasses.replace(
                changed_strings(c, names.remove), id=ClaimId(renamed(c.id)), doc=ReportId(renamed(c.doc))
            )
            for c in claims
        ),
        reports=tuple(
            dataclasses.replace(
                changed_strings(r, names.remove), doc=ReportId(renamed(r.doc)), source=Sha256(renamed(r.source))
            )
            for r in reports
        ),
    )
    passages = names.count + sum(len(m.starts) for m in moves.values())
    note = f"This is a redacted copy: {passages} passages and {len(hidden)} file names were removed, and ids were replaced."
    return Redacted(
        findings=dataclasses.replace(fresh, warnings=(note, *fresh.warnings)), passages=passages, files=len(hidden)
    )


class Moves:
    """Where the protected names stand in a text, the text without them, and where every position goes."""

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        found = [(m.start(), m.end()) for m in pattern.finditer(text)]
        self.starts = [start for start, _ in found]
        self.ends = [end for _, end in found]
        pieces, at = [], 0
        for start, end in found:
            pieces += [text[at:start], BLOCK]
            at = end
        self.text = "".join([*pieces, text[at:]])

    def moved(self, position: int, *, is_end: bool) -> int:
        """A position of the old text in the new; inside a removed name it is the end or start of the block."""
        before = bisect_right(self.starts, position if not is_end else position - 1)
        shift = sum(len(BLOCK) - (e - s) for s, e in zip(self.starts[:before], self.ends[:before], strict=True))
        if before and position < self.ends[before - 1]:
            inside_from = (
                self.starts[before - 1] + shift - (len(BLOCK) - (self.ends[before - 1] - self.starts[before - 1]))
            )
            return inside_from + len(BLOCK) if is_end else inside_from
        return position + shift

    def span(self, start: int, end: int) -> tuple[int, int, str]:
        """A span of the old text in the new, and the words that stand there."""
        start, end = self.moved(start, is_end=False), self.moved(end, is_end=True)
        return start, end, self.text[start:end]


def moved_claim(claim: Claim, moves: Moves | None) -> Claim:
    """A claim whose spans and words are those of the new text."""
    if moves is None:
        return claim
    start, end, quote = moves.span(claim.start, claim.end)
    return dataclasses.replace(
        claim,
        start=start,
        end=end,
        quote=quote,
        roles={role: tuple(reread(filler, moves) for filler in fillers) for role, fillers in claim.roles.items()},
        date=reread(claim.date, moves) if claim.date else None,
        attribution=tuple(reread(speaker, moves) for speaker in claim.attribution),
    )


def reread(part: Part, moves: Moves) -> Part:
    """A part of a claim, read again from the new text."""
    start, end, text = moves.span(part.start, part.end)
    return dataclasses.replace(part, start=start, end=end, text=text)


def moved_report(report: Report, moves: Moves, *, hide: bool) -> Report:
    """A report with the new text; a hidden one loses all that says where it came from."""
    fresh = dataclasses.replace(report, text=moves.text)
    return dataclasses.replace(fresh, title=None, outlet=None, author=None, url=None) if hide else fresh


def quiet_source(source: Source, *, hide: bool) -> Source:
    """A source without the times of its custody; a hidden one without its name."""
    fresh = dataclasses.replace(source, admitted_at=None, origin=None)
    return dataclasses.replace(fresh, name=BLOCK) if hide else fresh


def renamer(findings: CaseFindings, key: bytes, hidden: set[str]) -> Callable[[str], str]:
    """Replaces every id that could be guessed: of claims, facts, waybills, reports, and hashes of reports and hidden files."""
    old: set[str] = (
        {c.id for c in findings.claims} | {f.fact for f in findings.facts} | {w.id for w in findings.waybills}
    )
    old |= {s.sha256 for s in findings.sources if s.kind is SourceKind.REPORT} | set(hidden)
    old |= {report.doc for report in findings.reports if report.source in hidden}
    new: Mapping[str, str] = {i: keyed(i, key, len(i) if len(i) == 64 else 12) for i in old}
    if not new:
        return lambda text: text
    pattern = re.compile("|".join(re.escape(i) for i in sorted(new, key=lambda i: (-len(i), i))))
    return lambda text: pattern.sub(lambda found: new[found.group()], text)


def keyed(text: str, key: bytes, length: int) -> str:
    """An id that nobody can guess without the key."""
    return hmac.new(key, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:length]


def leaks(content: bytes, rules: RedactionRules) -> bool:
    """Whether a protected name stands in these bytes, as they are or behind HTML, JSON, percent or Unicode escapes."""
    text = content.decode("utf-8", "replace")
    forms = [text, html.unescape(text), urllib.parse.unquote(text)]
    if "\\u" in text:
        forms.append(re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m.group(1), 16)), text))
    pattern = _Names(rules).pattern
    return any(pattern.search(form) or pattern.search(unicodedata.normalize("NFKC", form)) for form in forms)
