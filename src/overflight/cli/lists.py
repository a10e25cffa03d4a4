"""`overflight lists diff A B`: who came, who went, whose programmes or names changed between two states of the lists."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from overflight.parties.changes import Change

HEADS = {
    "came": "Came",
    "went": "Went",
    "renamed": "Renamed",
    "programme added": "Programme added",
    "programme removed": "Programme removed",
    "alias added": "Alias added",
    "alias removed": "Alias removed",
}
STYLES = {"came": "red", "went": "green"}


def lists(
    action: Annotated[str, typer.Argument(help="What to do with the lists: diff.")],
    before: Annotated[
        Path, typer.Argument(help="The earlier state: file, folder, archive or git bundle (its last snapshot).")
    ],
    after: Annotated[Path, typer.Argument(help="The later state.")],
    *,
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
) -> None:
    """Compare two states of the lists: entries that came and went, programmes and names that changed."""
    import json

    from overflight.cli.given_lists import check_format, ledger_of
    from overflight.cli.terminal import err
    from overflight.parties.changes import diff_lists
    from overflight.records.plain import to_plain

    if action != "diff":
        raise typer.BadParameter(f"{action} is not diff, the only thing to do with lists", param_hint="ACTION")
    check_format(format, ("text", "json"))
    changes = diff_lists(ledger_of([before], with_pack=False), ledger_of([after], with_pack=False))
    if format == "json":
        for change in changes:
            typer.echo(json.dumps(to_plain(change), ensure_ascii=False))
        return
    if not changes:
        err.print("Nothing changed in the lists that both hold.")
    show(changes)


def show(changes: tuple[Change, ...]) -> None:
    """The changes for people, list by list and kind by kind."""
    from overflight.cli.given_lists import shown
    from overflight.cli.terminal import out, plural

    for name in dict.fromkeys(change.list for change in changes):
        out.print(shown(name), style="bold", markup=False)
        for kind, head in HEADS.items():
            found = [change for change in changes if change.list == name and change.kind == kind]
            if found:
                out.print(f"  {head}: {plural(len(found), 'entry', 'entries')}", style=STYLES.get(kind), markup=False)
            for change in found:
                out.print(shown(f"    {line(change)}"), markup=False)


def line(change: Change) -> str:
    """One change in a line."""
    who = f"{change.caption} ({change.party})"
    if change.kind in ("came", "went"):
        return f"{who}  {change.became or change.was}"
    if change.kind == "renamed":
        return f"{change.was} → {change.became} ({change.party})"
    return f"{who}  {change.became or change.was}"
