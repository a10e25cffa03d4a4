"""`overflight compare PAIRS.csv`: scores pairs of names, with reasons."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def compare(
    pairs: Annotated[Path, typer.Argument(help="CSV with columns name1, name2 and optionally schema.")],
    format: Annotated[str, typer.Option(help="json or table.")] = "json",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write there instead of standard output.")
    ] = None,
) -> None:
    """Score pairs of names from 0 to 1; 0.70 and above count as one name."""
    import json

    from overflight.cli.given_lists import check_format
    from overflight.cli.names_table import read_table
    from overflight.cli.screen import write
    from overflight.parties.names import compare_names
    from overflight.records.plain import to_plain

    check_format(format, ("json", "table"))
    rows = read_table(pairs, needed=(("name1",), ("name2",)))
    lines = []
    for row in rows:
        found = compare_names(row["name1"], row["name2"], row.get("schema") or None)
        plain = to_plain(found)
        assert isinstance(plain, dict)  # a record
        if format == "json":
            lines.append(json.dumps({**row, **plain}, ensure_ascii=False))
        else:
            lines.append(f"{found.score:.3f}  {'same ' if found.match else 'other'}  {row['name1']}  ·  {row['name2']}")
            lines += [f"         {reason}" for reason in found.reasons]
    write(lines, output, is_table=format == "table")
