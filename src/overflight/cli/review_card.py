"""How a fact and a claim look when an editor decides about them: the quotation where it stands, and how it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from overflight.publishing.text import one_line
from overflight.records.claim import ROLES
from overflight.records.review import Review, ReviewAction
from overflight.records.source import Report

AROUND = 240
"""Characters of the paragraph shown before and after a quotation."""

VERDICT_STYLES: Mapping[str, str] = {
    "supported": "green", "partly_supported": "green", "consistent": "cyan", "disputed": "yellow", "contradicted": "red",
    "cannot_be_checked": "bright_black",
}  # fmt: skip

SLOT_STYLES: Mapping[str, str] = {
    **dict.fromkeys(("actor", "recipient", "carrier", "aircraft", "pilot"), "bold cyan"),
    **dict.fromkeys(("origin", "destination", "via", "place"), "bold green"),
    **dict.fromkeys(("object", "quantity", "count", "reason"), "bold magenta"),
    "date": "bold yellow",
}
"""Colours of what fills a slot, the same in the quotation and in the list below it."""


DECIDED: Mapping[ReviewAction, str] = {
    ReviewAction.ACCEPT: "accepted", ReviewAction.REJECT: "rejected", ReviewAction.CORRECT: "{field} is {value}",
    ReviewAction.MERGE: "one fact with {value}", ReviewAction.NOTE: "note: {value}",
}  # fmt: skip
"""Decisions in words."""


def fact_card(finding: Mapping[str, Any], place: str) -> RenderableType:
    """The head of a fact: its line, verdict and origins."""
    least, most = finding["origins"]["min"], finding["origins"]["max"]
    origins = "1 independent origin" if least == most == 1 else f"{_range(least, most)} independent origins"
    verdict = str(finding["verdict"])
    title = Text.assemble(
        (f" {finding['id']} ", "bold"), (f"{finding['kind'].replace('_', ' ')} · ", "dim"),
        (verdict.replace("_", " "), VERDICT_STYLES.get(verdict, "")), (f" · {origins} ", "dim"),
    )  # fmt: skip
    return Panel(
        Text(one_line(finding["statement"]), style="bold"), title=title, title_align="left", subtitle=Text(place, "dim"),
        subtitle_align="right", box=box.ROUNDED, border_style="blue", padding=(0, 1),
    )  # fmt: skip


def _range(least: int, most: int) -> str:
    return f"{least}" if least == most else f"{least}–{most}"


def claim_card(
    claim: Mapping[str, Any], report: Report | None, held: Sequence[Review], reliability: str | None
) -> RenderableType:
    """A claim: whose report it is, its quotation in context, its slots, and what was decided before."""
    return Group(
        Text(),
        _source_line(claim, report, reliability),
        Padding(_in_context(claim, report), (1, 2)),
        Padding(_slots(claim), (0, 2)),
        *([Padding(_decided(held), (1, 2, 0, 2))] if held else []),
    )


def _source_line(claim: Mapping[str, Any], report: Report | None, reliability: str | None) -> Text:
    name = one_line((report and (report.outlet or report.title)) or claim["doc"])
    on = f", {report.published_on}" if report and report.published_on else ", no date of publication"
    words = Text.assemble((name, "bold"), on, (f"  {one_line(claim['doc'])}", "dim"))
    words.append(f"  reliability {reliability}" if reliability else "  reliability not set", "dim")
    if is_proposed(claim):
        words.append(
            f"\nProposed by {one_line(claim['extractor'])}: it counts for nothing until you accept it.", "yellow"
        )
    return words


def is_proposed(claim: Mapping[str, Any]) -> bool:
    """Whether a language model proposed a claim."""
    return str(claim["extractor"]).startswith("model/")


def _in_context(claim: Mapping[str, Any], report: Report | None) -> Text:
    """The quotation within its paragraph, what fills its slots in the colours of the list below."""
    start, end = claim["start"], claim["end"]
    if report is None:
        return Text(f"“{one_line(claim['quote'])}”", "bold")
    text = report.text
    first = max(text.rfind("\n\n", 0, start) + 2 if "\n\n" in text[:start] else 0, start - AROUND)
    stop = text.find("\n\n", end)
    last = min(len(text) if stop < 0 else stop, end + AROUND)
    before = ("…" if first > 0 and text[first - 1] not in "\n" else "") + text[first:start]
    shown = Text.assemble((_spaced(before), "dim"))
    for piece, style in _pieces(claim, text):
        shown.append(_spaced(piece), style)
    return shown.append(_spaced(text[end:last]) + ("…" if last < len(text) and text[last] != "\n" else ""), "dim")


def _spaced(text: str) -> str:
    """Visible text on one line, its outer spaces kept."""
    inner = one_line(text)
    if not inner:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() else "")


def _pieces(claim: Mapping[str, Any], text: str) -> list[tuple[str, str]]:
    """The quotation cut where a filler begins or ends, each piece with its style."""
    start, end = claim["start"], claim["end"]
    styles = [""] * (end - start)
    spans = [(f["start"], f["end"], SLOT_STYLES[role]) for role in ROLES for f in claim.get(role) or ()]
    if claim["date"]:
        spans.append((claim["date"]["start"], claim["date"]["end"], SLOT_STYLES["date"]))
    for a, b, style in spans:
        for i in range(max(a, start), min(b, end)):
            styles[i - start] = style
    pieces: list[tuple[str, str]] = []
    for i, style in enumerate(styles):
        letter = text[start + i]
        if pieces and pieces[-1][1] == style:
            pieces[-1] = (pieces[-1][0] + letter, style)
        else:
            pieces.append((letter, style))
    return [(piece, style or "bold") for piece, style in pieces]


def _slots(claim: Mapping[str, Any]) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True, min_width=9)
    table.add_column(overflow="fold")
    kind = claim["kind"].replace("_", " ") + (f", {claim['subtype']}" if claim["subtype"] else "")
    firm = " and ".join(claim[field] for field in ("modality", "polarity"))
    hedge = f", hedged by “{one_line(claim['hedge'])}”" if claim.get("hedge") else ""
    table.add_row("kind", Text(f"{kind}; {firm}{hedge}"))
    for role in ROLES:
        for filler in claim.get(role) or ():
            table.add_row(role, _filler(filler, SLOT_STYLES[role]))
    if claim["date"]:
        table.add_row("date", _date(claim["date"]))
        for other in claim["date"]["alternatives"]:
            table.add_row("", Text(f"or {_days(other)}: {one_line(other['reason'])}", "dim"))
    if claim["attribution"]:
        chain = " → ".join(f"{one_line(a['text'])} ({a['type']})" for a in claim["attribution"])
        table.add_row("said by", Text(chain))
    return table


def _filler(filler: Mapping[str, Any], style: str) -> Text:
    words = Text.assemble((one_line(filler["text"]), style))
    if filler["coref"]:
        words.append(f" = {one_line(filler['coref'])}")
    return words.append(f"  {one_line(filler['norm'])}" if filler["norm"] else "", "dim")


def _date(date: Mapping[str, Any]) -> Text:
    return Text.assemble(
        (one_line(date["text"]), SLOT_STYLES["date"]), f" = {_days(date)}", (f"  {one_line(date['reason'])}", "dim")
    )


def _days(days: Mapping[str, Any]) -> str:
    first, last = days["from"], days["to"]
    return str(first) if first == last else f"{first or '…'} to {last or '…'}"


def _decided(held: Sequence[Review]) -> Text:
    words = Text()
    for review in held:
        said = DECIDED.get(review.action, "{action}").format(
            action=review.action, field=review.field, value=review.value or "none"
        )
        words.append("✎ ", "yellow").append(one_line(said) + "\n")
    words.rstrip()
    return words
