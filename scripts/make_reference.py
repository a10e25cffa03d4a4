"""Writes docs/reference/: every command with its options, every setting with its unit and reason, every error.

    python scripts/make_reference.py

All of it is read from the code; a test says whether the pages are up to date.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
from pathlib import Path

from typer.main import get_command

from overflight import errors
from overflight.cli import COMMANDS, app
from overflight.settings import Settings

OUT = Path(__file__).resolve().parent.parent / "docs/reference"
HEAD = "<!-- written by scripts/make_reference.py -->\n\n"


def commands_page() -> str:
    """Every command: what it does, its arguments and options."""
    group = get_command(app)
    parts = [f"{HEAD}# Commands\n\nExit 0: done. 1: bad input, with one message on standard error. 2: usage.\n"]
    for name in COMMANDS:
        command = group.commands[name]
        parts.append(f"\n## overflight {name}\n\n{(command.help or '').strip()}\n")
        rows = []
        for parameter in command.params:
            if parameter.name == "help":
                continue
            words = ", ".join(f"`{o}`" for o in (*parameter.opts, *parameter.secondary_opts))
            shown = words if words.startswith("`-") else f"`{(parameter.metavar or parameter.name or '').upper()}`"
            rows.append(f"| {shown} | {(getattr(parameter, 'help', None) or '').replace('|', chr(92) + '|')} |")
        if rows:
            parts.append("\n| | |\n|---|---|\n" + "\n".join(rows) + "\n")
    return "".join(parts)


def settings_page() -> str:
    """Every setting of every stage, as it can stand in case.toml."""
    parts = [f"{HEAD}# Settings\n\nEach can be changed in `case.toml` under its stage, for example `[tracks]`.\n"]
    for stage in dataclasses.fields(Settings):
        record = getattr(Settings(), stage.name)
        reasons = field_docs(type(record))
        parts.append(f"\n## [{stage.name}]\n\n| setting | default | what it is |\n|---|---|---|\n")
        for field in dataclasses.fields(record):
            default = str(getattr(record, field.name)).replace("|", "\\|")
            parts.append(f"| `{field.name}` | {default[:80]} | {reasons.get(field.name, '')} |\n")
    return "".join(parts)


def field_docs(kind: type) -> dict[str, str]:
    """The string under each field of a class, on one line."""
    body = ast.parse(inspect.getsource(kind)).body[0]
    assert isinstance(body, ast.ClassDef)
    found, last = {}, None
    for node in body.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            last = node.target.id
        elif last and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found[last] = " ".join(str(node.value.value).split()).replace("|", "\\|")
            last = None
    return found


def errors_page() -> str:
    """Every error class, as the tree draws it."""
    rows = []
    for name, kind in inspect.getmembers(errors, inspect.isclass):
        if issubclass(kind, errors.OverflightError):
            parent = kind.__mro__[1].__name__ if kind is not errors.OverflightError else ""
            rows.append(f"| `{name}` | {f'`{parent}`' if parent else ''} | {(kind.__doc__ or '').strip()} |\n")
    head = f"{HEAD}# Errors\n\nEvery message says what is wrong, where, and what to do now.\n\n"
    head += "| error | is a | when |\n|---|---|---|\n"
    return head + "".join(rows)


PAGES = {"commands.md": commands_page, "settings.md": settings_page, "errors.md": errors_page}


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (OUT / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
