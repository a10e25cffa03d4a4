"""`overflight demo [DIR]`: writes the bundled example case and builds it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from overflight.case.config import CaseConfig


def demo(
    folder: Annotated[Path, typer.Argument(help="The folder to make.")] = Path("demo-case"),
    force: Annotated[bool, typer.Option("--force", help="Replace an example case that lies there.")] = False,
) -> None:
    """Write the bundled example case (SYNTHETIC flights and reports) and build it."""
    from overflight.case import create
    from overflight.case.config import read_config
    from overflight.case.disk import write_atomically
    from overflight.case.folder import CONFIG
    from overflight.case.intake import gather
    from overflight.cli.build import build
    from overflight.cli.terminal import err, plural, working
    from overflight.demo import FOLDER

    words = (FOLDER / CONFIG).read_bytes()
    config = read_config(words)
    if force:
        remove_earlier(folder, config)
    case = create(folder, config)
    write_atomically(folder / CONFIG, words)
    with working("Admitting the example's files …"):
        case.admit(gather([FOLDER / name for name in ("reports", "traces", "lists")]))
    err.print(
        f"Example case with {plural(len(case.sources()), 'file')}; its flights and reports are SYNTHETIC.", markup=False
    )
    build(folder)


def remove_earlier(folder: Path, config: CaseConfig) -> None:
    """Removes an example case made before; anything else that lies there stays, and `create` will say so."""
    from overflight.case import open_case
    from overflight.errors import OverflightError

    try:
        is_example = open_case(folder).config().title == config.title
    except OverflightError:
        return
    if is_example:
        shutil.rmtree(folder)
