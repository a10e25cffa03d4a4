"""Many files to reports: one that cannot be read is named in a warning, and the rest of the case is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from overflight.documents.read import read_report
from overflight.errors import BadInput
from overflight.records.source import Report, SourceFile


def read_reports(
    files: Sequence[SourceFile], read: Callable[[SourceFile], Report] = read_report
) -> tuple[tuple[Report, ...], tuple[str, ...]]:
    """The reports that can be read, in the order of the files, and a warning for each that cannot.

    read: how one file is read; the shell gives one that reads hostile formats in a process of their own.
    """
    reports, warnings = [], []
    for file in files:
        try:
            reports.append(read(file))
        except BadInput as error:
            warnings.append(f"this report was not read: {error}")
    return tuple(reports), tuple(warnings)
