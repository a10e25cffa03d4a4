"""`overflight bundle CASE`: one zip that a stranger can check."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def bundle(
    case: Annotated[Path, typer.Argument(help="The case.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The zip to write; by default CASE.zip.")
    ] = None,
) -> None:
    """Write one zip with originals, ledger, findings, dossier and a checker that needs only Python."""
    from overflight.case import open_case
    from overflight.case.bundle import make_bundle
    from overflight.cli.terminal import err, working

    opened = open_case(case)
    path = output or case.with_name(f"{case.resolve().name}.zip")
    with working("Bundling …"):
        size = make_bundle(opened, path)
    err.print(
        f"Bundle: {path} ({size / 1e6:.1f} MB). A stranger checks it with: python3 verify.py {path.name}", markup=False
    )
