"""`overflight redact CASE --rules FILE`: a copy to publish in which protected names are absent from every byte."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from overflight.publishing.redaction import RedactionRules


def redact(
    case: Annotated[Path, typer.Argument(help="The case; it stays as it is.")],
    rules: Annotated[Path, typer.Option(help='A TOML file with names = ["…"] and files = ["…"].')],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The new folder; by default CASE-redacted.")
    ] = None,
) -> None:
    """Write dossier.html and findings.json of a case without the names and files that the rules protect."""
    import secrets

    from overflight.case import open_case
    from overflight.case.build import outputs_of
    from overflight.case.disk import write_atomically
    from overflight.cli.terminal import err, plural, working
    from overflight.cli.verify import read_bytes
    from overflight.errors import CaseError
    from overflight.publishing import findings_json, render_pages
    from overflight.publishing.redaction import leaks
    from overflight.publishing.redaction import redact as redact_findings

    protected = read_rules(read_bytes(rules), rules.name)
    folder = output or case.with_name(f"{case.resolve().name}-redacted")
    if folder.exists():
        raise CaseError("there is something there already", where=str(folder), now="Name a folder that is new.")
    with working("Redacting …") as tell:
        found = redact_findings(outputs_of(open_case(case), tell)[0], protected, secrets.token_bytes(32))
        files = {"findings.json": findings_json(found.findings)}
        files |= {name: page.encode("utf-8") for name, page in render_pages(found.findings).items()}
    for name, content in files.items():
        if leaks(content, protected):
            raise CaseError(
                "a protected name is still in it; nothing was written", where=name, now="Report this as a defect."
            )
    for name, content in files.items():
        write_atomically(folder / name, content)
    err.print(
        f"Removed {plural(found.passages, 'passage')} and {plural(found.files, 'file name')}: {folder}", markup=False
    )


def read_rules(content: bytes, name: str) -> RedactionRules:
    """The rules of a TOML file. Raises BadInput naming what is wrong in it."""
    import tomllib

    from overflight.errors import BadInput
    from overflight.publishing.redaction import RedactionRules

    try:
        raw = tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadInput("it is not text in UTF-8", where=name, now='Write names = ["…"] and files = ["…"].') from error
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"it is not valid TOML: {error}", where=name, now="Correct it.") from error
    unknown = sorted(set(raw) - {"names", "files"})
    if unknown or not all(isinstance(v, list) and all(isinstance(x, str) for x in v) for v in raw.values()):
        raise BadInput(
            f"{', '.join(unknown) or 'names and files'} cannot be read",
            where=name,
            now='Write names = ["…"] and files = ["…"].',
        )
    return RedactionRules(names=tuple(raw.get("names", ())), files=tuple(raw.get("files", ())))
