"""`overflight show CASE [ID]`: a finding, claim, flight, party or waybill in the terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

ID_OF = {
    "findings": "id",
    "claims": "id",
    "flights": "flight_id",
    "parties": "party",
    "waybills": "id",
    "facts": "fact",
}
"""Where each kind of thing in `findings.json` keeps its id."""


def show(
    case: Annotated[Path, typer.Argument(help="The case.")],
    id: Annotated[str | None, typer.Argument(help="Id of a finding, claim, flight, party or waybill.")] = None,
    format: Annotated[str, typer.Option(help="table or json.")] = "table",
) -> None:
    """Show what the last build found: all findings, or one thing by its id."""
    from overflight.cli.terminal import out

    findings = read_findings(case)
    if id is None:
        if format == "json":
            for finding in findings["findings"]:
                out.print(json.dumps(finding, ensure_ascii=False), markup=False)
        else:
            show_findings(findings)
        return
    thing = find(findings, id)
    if format == "json":
        out.print(json.dumps(thing, ensure_ascii=False), markup=False)
    elif "verdict" in thing:
        from rich.console import Console

        from overflight.cli.show_finding import show_finding

        claims = {claim["id"]: claim for claim in findings["claims"]}
        show_finding(thing, claims, Console(highlight=False))
    else:
        show_thing(thing)


def read_findings(case: Path) -> dict[str, Any]:
    """What the last build wrote. Raises CaseError if nothing was built yet."""
    from overflight.case import open_case
    from overflight.errors import CaseDamaged, CaseError

    path = open_case(case).path / "findings.json"
    try:
        content: dict[str, Any] = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise CaseError(
            "this case was not built yet", where=str(case), now=f"Build it: overflight build {case}"
        ) from None
    except (OSError, ValueError) as error:
        raise CaseDamaged("cannot be read", where=str(path), now="Build the case again.") from error
    return content


def find(findings: dict[str, Any], id: str) -> dict[str, Any]:
    """The thing with this id, or the one whose id begins so."""
    from overflight.errors import BadInput

    wanted = id.split(":", 1)[1] if id.startswith(("flight:", "claim:")) else id
    things = [(str(t[key]), t) for group, key in ID_OF.items() for t in findings[group]]
    exact = [t for i, t in things if i == wanted]
    begins = [t for i, t in things if i.startswith(wanted)]
    if exact:
        return dict(exact[0])
    if len(begins) == 1:
        return dict(begins[0])
    what = f"{len(begins)} things have an id that begins so" if begins else "nothing in this case has that id"
    raise BadInput(what, where=id, now="Ids stand in the dossier and in: overflight show CASE")


def show_findings(findings: dict[str, Any]) -> None:
    """A table of all findings."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from overflight.cli.terminal import out
    from overflight.publishing.dossier.wording import headline

    table = Table(title="Findings", title_justify="left", show_lines=False, pad_edge=False, box=None)
    for name in ("id", "kind", "verdict", "grade", "origins"):
        table.add_column(name, no_wrap=True)
    table.add_column("statement", overflow="fold")
    for finding in findings["findings"]:
        least, most = finding["origins"]["min"], finding["origins"]["max"]
        table.add_row(
            finding["id"],
            finding["kind"].replace("_", " "),
            finding["verdict"].replace("_", " "),
            str(finding["credibility"]),
            str(least) if least == most else f"{least}–{most}",
            escape(headline(finding["statement"])),
        )
    Console(highlight=False, width=out.width).print(table)


def show_thing(thing: dict[str, Any], indent: int = 0) -> None:
    """One record as indented lines; unknown is said."""
    from rich.markup import escape

    from overflight.cli.terminal import out

    pad = "  " * indent
    for key, value in thing.items():
        label = f"{pad}[bold]{escape(key)}[/bold]"
        if isinstance(value, dict):
            out.print(label)
            show_thing(value, indent + 1)
        elif isinstance(value, list) and any(isinstance(v, dict) for v in value):
            out.print(f"{label} ({len(value)})")
            for number, item in enumerate(value, start=1):
                out.print(f"{pad}  {number}.")
                show_thing(item, indent + 2) if isinstance(item, dict) else out.print(f"{pad}    {escape(str(item))}")
        else:
            shown = (
                "unknown" if value is None else ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            )
            out.print(f"{label}: {escape(shown) or '–'}")
