"""`overflight new CASE`: a new case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def new(
    case: Annotated[Path, typer.Argument(help="The folder to make.")],
    title: Annotated[str, typer.Option(help="What the case is called.")] = "",
    question: Annotated[str, typer.Option(help="What it asks, in a sentence.")] = "",
    watch: Annotated[list[str] | None, typer.Option(help="A name or registration to watch; repeat for more.")] = None,
    place: Annotated[list[str] | None, typer.Option(help="A place to watch; repeat for more.")] = None,
) -> None:
    """Make a new case."""
    import shlex

    from overflight.case import create
    from overflight.case.config import CaseConfig
    from overflight.cli.terminal import err

    config = CaseConfig(
        title=title or case.name, question=question, watched=tuple(watch or ()), places=tuple(place or ())
    )
    create(case, config)
    err.print(f"Made {case}. Next: overflight add {shlex.quote(str(case))} PATH…", markup=False)
