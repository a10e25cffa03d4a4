"""`overflight export CASE --to FORMAT`: the findings as neighbouring tools read them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def export(
    case: Annotated[Path, typer.Argument(help="The case.")],
    to: Annotated[str, typer.Option(help="ftm, stix, geojson, kml, gexf, csv, parquet or prov.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="File or folder; default: beside the dossier, in `exports`.")
    ] = None,
) -> None:
    """Write what the case holds in a format of Aleph, OpenCTI, Google Earth, Gephi, a spreadsheet or a provenance tool."""
    from overflight.case import open_case
    from overflight.case.build import findings_of
    from overflight.case.disk import write_atomically
    from overflight.cli.terminal import err, working
    from overflight.errors import BadInput
    from overflight.publishing.exports import FORMATS, export_case

    if to not in FORMATS:
        raise BadInput(f"there is no format {to!r}", where="--to", now=f"Choose one of {', '.join(FORMATS)}.")
    opened = open_case(case)
    with working("Reading the case") as tell:
        findings = findings_of(opened, tell)
        files = export_case(findings, to)
    for name, content in files.items():
        path = place(output or opened.path / "exports", name, len(files))
        write_atomically(path, content)
        err.print(f"Wrote {path}", markup=False)


def place(output: Path, name: str, number: int) -> Path:
    """Where a file goes: into a folder, or to the very path given where there is one file and the path has an ending."""
    return output if number == 1 and output.suffix else output / name
