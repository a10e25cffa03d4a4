"""The reports behind the paths that a command was given, read one after the other; what is none is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from overflight.errors import BadInput
    from overflight.records.source import Report, SourceFile

NAMED = 3
"""Files left aside that are named; the rest are counted."""


def given_reports(paths: Sequence[Path]) -> Iterator[tuple[SourceFile, Report]]:
    """Each report with its file, by name. What is no report or cannot be read is said on standard error.

    Raises UnknownFormat where there is no report at all, and the first error where none of them could be read.
    """
    from overflight.case.intake import gather
    from overflight.case.limited import read_report_limited
    from overflight.cli.terminal import err
    from overflight.errors import BadInput
    from overflight.records.source import SourceKind, of_kind

    files = gather(paths)
    taken = of_kind(files, SourceKind.REPORT)
    if not taken:
        raise no_report(paths, files)
    if len(taken) < len(files):
        err.print(left_aside([f.source.name for f in files if f.source.kind is not SourceKind.REPORT]), markup=False)
    errors: list[BadInput] = []
    for file in taken:
        try:
            report = read_report_limited(file)
        except BadInput as error:
            errors.append(error)
            if len(taken) > 1:
                err.print(f"warning: this report was not read: {error}", markup=False)
        else:
            yield file, report
    if len(errors) == len(taken):
        raise errors[0]


def no_report(paths: Sequence[Path], files: Sequence[SourceFile]) -> BadInput:
    """The error for paths without a report: that there is no file, that all are empty, or that none is known as one."""
    from overflight.errors import UnknownFormat

    if not files:
        what = "there are no files there"
    elif not any(file.source.size_bytes for file in files):
        what = "there is no report that can be read there: " + ("the file is" if len(files) == 1 else "all files are")
        what += " empty"
    else:
        what = "there is no report that can be read there"
    return UnknownFormat(
        what,
        where=", ".join(str(path) for path in paths[:NAMED]) + (", …" if len(paths) > NAMED else ""),
        now="Give files, folders or archives of texts (.txt, .md), pages (HTML), DOCX or PDFs.",
    )


def left_aside(names: Sequence[str]) -> str:
    """One line that names the first files that are no reports and counts the rest."""
    from overflight.cli.given_lists import shown
    from overflight.cli.terminal import plural

    count = plural(len(names), "file is no report and was", "files are no reports and were")
    few = ", ".join(sorted(names)[:NAMED]) + (", …" if len(names) > NAMED else "")
    return f"warning: {count} left out: {shown(few)}"
