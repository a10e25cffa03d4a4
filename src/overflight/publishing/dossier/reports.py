"""Reports in full, with the words of every claim marked: overlapping and nested claims keep each their own way in and out."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.index import Index, anchor
from overflight.publishing.text import visible
from overflight.records.claim import Claim
from overflight.records.source import Report

_RIGHT_TO_LEFT = frozenset(("ar", "fa", "he", "ur", "ps", "yi", "dv", "ckb", "sd", "ug", "syr"))
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same claims cover from end to end."""

    start: int
    end: int
    claims: tuple[Claim, ...]


def language(report: Report) -> str | None:
    """The report's language as a tag that HTML knows, if it has one."""
    found = report.language or ""
    return found if _LANGUAGE.fullmatch(found) else None


def direction(report: Report) -> str:
    """`rtl` or `ltr`: by what most letters of the text are, else by the language."""
    return text_direction(report.text, language(report))


def text_direction(text: str, tag: str | None = None) -> str:
    """Which way a text runs."""
    right = left = 0
    for character in text[:4000]:
        kind = unicodedata.bidirectional(character)
        right += kind in ("R", "AL")
        left += kind == "L"
    if right == left:
        return "rtl" if tag and tag.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"
    return "rtl" if right > left else "ltr"


def pieces(length: int, claims: list[Claim]) -> list[Piece]:
    """The text from 0 to length cut wherever a claim begins or ends."""
    inside = [c for c in claims if 0 <= c.start < c.end <= length]
    opens: dict[int, list[Claim]] = defaultdict(list)
    closes: dict[int, list[Claim]] = defaultdict(list)
    for claim in inside:
        opens[claim.start].append(claim)
        closes[claim.end].append(claim)
    cuts = sorted({0, length, *opens, *closes})
    active: dict[str, Claim] = {}
    cut_up = []
    for start, end in itertools.pairwise(cuts):
        for claim in closes[start]:
            active.pop(claim.id, None)
        for claim in opens[start]:
            active[claim.id] = claim
        cut_up.append(Piece(start, end, tuple(active.values())))
    return cut_up


def marked_text(report: Report, index: Index) -> Markup:
    """The report's text with its claims marked. Every code point of the stored text is there, the unseen ones spelled out."""
    claims = [c for c in index.claims_in.get(report.doc, []) if 0 <= c.start < c.end <= len(report.text)]
    out: list[Markup] = []
    begun: set[str] = set()
    for piece in pieces(len(report.text), claims):
        words = Markup.escape(visible(report.text[piece.start : piece.end]))
        if not piece.claims:
            out.append(words)
            continue
        ends = [c for c in piece.claims if c.end == piece.end]
        fresh = [c for c in piece.claims if c.id not in begun]
        begun.update(c.id for c in fresh)
        # the first claim's anchor is the mark itself; further ones that begin here get an empty anchor before it
        anchors = [index.claim_anchor(c) or "" for c in fresh]
        out.extend(Markup('<span id="{}"></span>').format(a) for a in anchors[1:])
        depth = min(3, len(piece.claims))
        shape = strongest_shape(piece.claims, index)
        identity = Markup(' id="{}"').format(anchors[0]) if anchors else Markup("")
        covering = " ".join(c.id for c in piece.claims)
        out.append(
            Markup('<mark{} class="m{} v-{}" data-c="{}">{}</mark>').format(identity, depth, shape, covering, words)
        )
        out.extend(reference(c, index) for c in sorted(ends, key=lambda c: (-c.start, c.id)))
    return Markup("").join(out)


def strongest_shape(claims: tuple[Claim, ...], index: Index) -> str:
    """The sign of the innermost claim's finding."""
    innermost = min(claims, key=lambda c: (c.end - c.start, c.id))
    findings = index.findings_of.get(innermost.id)
    return wording.SHAPES[findings[0].verdict] if findings else "none"


def reference(claim: Claim, index: Index) -> Markup:
    """The small number behind a claim's words that leads to its finding."""
    findings = index.findings_of.get(claim.id)
    if not findings:
        return Markup("")
    finding = findings[0]
    label = wording.VERDICTS[finding.verdict].label
    return Markup('<a class="ref v-{}" href="#{}" title="{}: {}">{}</a>').format(
        wording.SHAPES[finding.verdict], anchor("finding", finding.id), finding.id, label, finding.id
    )
