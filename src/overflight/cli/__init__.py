"""The command line: one file a command, each the twin of a library call.

A command's file imports only what its signature needs; the stages are imported inside the function, so that
`overflight --help` stays quick.
"""

from __future__ import annotations

import importlib
import sys
from typing import Annotated

import typer

from overflight import __version__
from overflight.errors import OverflightError

COMMANDS: tuple[str, ...] = (
    "demo",
    "new",
    "add",
    "build",
    "flights",
    "claims",
    "lineage",
    "screen",
    "compare",
    "designated",
    "links",
    "lists",
    "show",
    "review",
    "export",
    "verify",
    "stamp",
    "bundle",
    "redact",
)
"""In the order of the work; the command `x` is the function `x` of `overflight.cli.x`."""

app = typer.Typer(
    name="overflight",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="An offline evidence engine for tracing sanctioned arms transfers by air.",
)


def print_version(wanted: bool) -> None:
    """Print the version and leave, where that is what was asked."""
    if wanted:
        typer.echo(f"overflight {__version__}")
        raise typer.Exit


@app.callback()
def overview(
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Reports, position data and sanctions lists go in; one offline dossier comes out."""


for _name in COMMANDS:
    _module = importlib.import_module(f"overflight.cli.{_name}")
    app.command(name=_name)(getattr(_module, _name))


def main() -> None:
    """Run the command line: exit 0 done, 1 bad input (one message on standard error), 2 usage."""
    try:
        app()
    except OverflightError as error:
        typer.echo(f"overflight: {error}", err=True)
        sys.exit(1)
    except OSError as error:
        typer.echo(f"overflight: {disk_error(error)}", err=True)
        sys.exit(1)


LONGEST_PATH = 160
"""Letters of a path in a message; a path that is longer is what is wrong with it."""


def disk_error(error: OSError) -> str:
    """What the file system refused, and where, for the person who named the path."""
    where = str(error.filename or "a file")
    if len(where) > LONGEST_PATH:
        where = f"{where[:LONGEST_PATH]}…"
    return f"{where}: {error.strerror or error}. Check the path, its permissions and the room on the disk."
