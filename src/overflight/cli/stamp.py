"""`overflight stamp CASE --tsa URL`: a time stamp of the ledger's head by somebody else's clock."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def stamp(
    case: Annotated[Path, typer.Argument(help="The case.")],
    roots: Annotated[Path, typer.Option(help="PEM file with the certificates you trust for this authority.")],
    tsa: Annotated[
        str | None, typer.Option(help="Address of a time-stamp authority; without it, kept stamps are checked.")
    ] = None,
    allow_local: Annotated[bool, typer.Option(help="Allow an address on this machine or its network.")] = False,
) -> None:
    """Have the ledger's head stamped (the only thing sent is its hash), or check the stamps that are kept."""
    from overflight.case import open_case
    from overflight.case.stamps import QUERY_TYPE, check_stamps
    from overflight.case.stamps import stamp as stamp_case
    from overflight.cli.terminal import out
    from overflight.cli.verify import read_bytes
    from overflight.fetch.post import Reach, post

    opened, trusted = open_case(case), read_bytes(roots)
    if tsa:
        reach = Reach.ANY if allow_local else Reach.GLOBAL
        made = stamp_case(opened, lambda query: post(tsa, query, QUERY_TYPE, reach=reach), trusted, tsa)
        out.print(f"Line {made.line} of the ledger was stamped at {made.at.isoformat()}.", markup=False)
        return
    stamps = check_stamps(opened, trusted)
    for found in stamps:
        state = "holds" if found.holds else "DOES NOT HOLD"
        out.print(f"Stamp of line {found.line}, {found.at.isoformat()}: {state}; {found.why}.", markup=False)
    if not stamps:
        out.print("No stamps are kept in this case.", markup=False)
    if not all(found.holds for found in stamps):
        raise typer.Exit(1)
