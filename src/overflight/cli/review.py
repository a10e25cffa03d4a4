"""`overflight review CASE`: the editor accepts, corrects, rejects, merges; the decisions survive every rebuild."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from overflight.case import Case
    from overflight.records.source import Report


def review(
    case: Annotated[Path, typer.Argument(help="The case.")],
    target: Annotated[
        str | None, typer.Argument(help="claim:ID or source:SHA256; the beginning of an id is enough.")
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="The claim stands as it was read.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="The claim was misread: take it out of every fact.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back all decisions about it.")] = False,
    corrections: Annotated[
        list[str] | None, typer.Option("--set", help="FIELD=VALUE, such as date.from=2022-01-13.")
    ] = None,
    merge: Annotated[str | None, typer.Option(help="Another claim that speaks of the same fact.")] = None,
    note: Annotated[str | None, typer.Option(help="A note to the claim or source.")] = None,
    reliability: Annotated[str | None, typer.Option(help="For a source: A to F.")] = None,
    to_csv: Annotated[Path | None, typer.Option("--csv", help="Write all claims to a table for editing.")] = None,
    from_csv: Annotated[Path | None, typer.Option("--from", help="Read the edited table back.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the claims with their ids and what was decided.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Walk through decided claims too.")] = False,
) -> None:
    """Walk through the claims and accept, correct, reject or merge them; or decide by options, or in an editable CSV."""
    from overflight.case import open_case
    from overflight.case.disk import write_atomically
    from overflight.case.reviews import read_review_table, record_reviews, review_table
    from overflight.cli.show import read_findings
    from overflight.cli.terminal import err
    from overflight.cli.verify import read_bytes
    from overflight.records.review import Review, ReviewAction

    opened = open_case(case)
    findings = read_findings(case)
    claims: list[dict[str, Any]] = [*findings["claims"], *findings.get("proposals", ())]
    if to_csv:
        write_atomically(to_csv, review_table(claims))
        err.print(
            f"Wrote {len(claims)} claims to {to_csv}. Edit it, then: overflight review {case} --from {to_csv}",
            markup=False,
        )
        return
    reviews: list[Review]
    if from_csv:
        reviews = list(read_review_table(read_bytes(from_csv), claims))
    elif list_:
        show_claims(claims)
        return
    elif target is None:
        walk_case(opened, findings, everything=everything)
        return
    else:
        full = full_target(target, claims, opened)
        chosen = {
            ReviewAction.UNDO: "" if undo else None,
            ReviewAction.ACCEPT: "" if accept else None,
            ReviewAction.REJECT: "" if reject else None,
            ReviewAction.NOTE: note,
            ReviewAction.RELIABILITY: reliability,
            ReviewAction.MERGE: full_target(merge, claims, opened) if merge else None,
        }
        reviews = [Review(target=full, action=a, value=v or None) for a, v in chosen.items() if v is not None]
        for correction in corrections or ():
            field, _, value = correction.partition("=")
            reviews.append(
                Review(target=full, action=ReviewAction.CORRECT, field=field.strip(), value=value.strip() or None)
            )
    record_reviews(opened, reviews)
    err.print(
        f"{len(reviews)} decisions written to the ledger. They take effect with: overflight build {case}", markup=False
    )


def walk_case(case: Case, findings: dict[str, Any], *, everything: bool) -> None:
    """Shows claim after claim in the terminal and asks. Raises BadInput where there is no terminal to ask in."""
    import sys

    from rich.console import Console

    from overflight.cli.review_session import Walk, stops_of
    from overflight.cli.review_walk import walk_through
    from overflight.cli.terminal import plural
    from overflight.errors import BadInput

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise BadInput(
            "nobody can be asked here: this is not a terminal", where="review",
            now=f"Decide in a table: overflight review {case.path} --csv FILE, edit it, then --from FILE. "
            "--list lists the claims.",
        )  # fmt: skip
    console = Console(highlight=False)
    console = Console(highlight=False, width=min(console.width, WIDEST))
    walk = Walk(case, findings, reports_of(case), console, lambda words: console.input(f"[bold blue]{words}›[/] "))
    stops = stops_of(walk, everything=everything)
    if not stops:
        console.print("Every claim is decided. To walk through them again: --all.")
        return
    left = walk_through(walk, stops)
    console.print()
    console.print(
        f"{plural(walk.saved, 'decision')} saved, {plural(left, 'claim')} left. They take effect with: overflight build {case.path}"
        if walk.saved
        else f"Nothing was decided; {plural(left, 'claim')} left.",
        markup=False,
    )


WIDEST = 110
"""Columns beyond which lines are hard to read."""


def reports_of(case: Case) -> dict[str, Report]:
    """The texts of the case's reports by id; those that cannot be read are left out."""
    from overflight.case.limited import read_report_limited
    from overflight.documents import read_reports
    from overflight.records.source import SourceKind

    files = [f for f in case.source_files() if f.source.kind is SourceKind.REPORT]
    reports, _ = read_reports(files, read_report_limited)
    return {report.doc: report for report in reports}


def full_target(words: str, claims: list[dict[str, Any]], case: Case) -> str:
    """The one claim or source whose id begins so. Raises BadInput for none or several."""
    from overflight.errors import BadInput

    known = sorted({f"claim:{c['id']}" for c in claims} | {f"source:{s.sha256}" for s in case.sources()})
    found = [t for t in known if t == words] or [
        t for t in known if t.startswith(words) or t.split(":", 1)[1].startswith(words)
    ]
    if len(found) != 1:
        what = "nothing in this case has an id that begins so" if not found else f"{len(found)} ids begin so"
        raise BadInput(what, where=words, now="Ids stand in the dossier and in: overflight review CASE")
    return found[0]


def show_claims(claims: list[dict[str, Any]]) -> None:
    """All claims with their ids, what was decided, and their words."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    from overflight.cli.review_card import is_proposed
    from overflight.publishing.text import one_line

    console = Console(highlight=False)
    console = Console(highlight=False, width=min(console.width, WIDEST))
    for claim in claims:
        day = (claim["date"] or {}).get("from")
        said = [claim["kind"].replace("_", " "), f"from {day}" if day else "no day", claim.get("review") or "undecided"]
        said += ["proposed"] if is_proposed(claim) else []
        console.print(Text.assemble((claim["id"], "bold"), (f"  {' · '.join(said)}", "dim")))
        console.print(Padding(Text(f"“{one_line(claim['quote'])}”"), (0, 0, 0, 2), expand=False))
