"""`overflight verify CASE`: re-hashes everything and walks the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def verify(case: Annotated[Path, typer.Argument(help="The case.")]) -> None:
    """Re-hash every file, walk the ledger, and name what is broken."""
    from overflight.case import open_case
    from overflight.case.verify import verify as verify_case
    from overflight.cli.terminal import err, out, plural, working

    with working("Verifying …"):
        found = verify_case(open_case(case))
    for note in found.notes:
        err.print(f"note: {note}", markup=False)
    for breakage in found.breakages:
        out.print(f"BROKEN {breakage.item}: {breakage.what}. {breakage.now}", markup=False)
    if found.breakages:
        raise typer.Exit(1)
    out.print(
        f"Whole: {plural(found.entries, 'ledger line')}, {plural(found.blobs, 'admitted file')}, "
        f"{plural(found.outputs, 'result')} of the last build.",
        markup=False,
    )
    out.print(
        f"Ledger head {found.head}. Keep this line elsewhere: only it shows a ledger replaced as a whole.", markup=False
    )
