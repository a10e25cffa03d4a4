"""Reads a PDF in a child process with limits on time and memory: a page that loops costs a minute, not the case.

python -m overflight.case.limited PATH NAME SHA256        (what the child runs; one JSON object on standard output)
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from overflight.documents import read_report
from overflight.errors import BadReport, OverflightError
from overflight.records.source import DayCandidate, Report, ReportId, Sha256, Source, SourceFile, SourceKind

LIMITED_FORMATS = ("pdf",)
"""Formats whose readers can be made to work without end by a hostile file."""

CPU_S = 60
"""A panel's report of 350 pages takes about 20 s."""
WALL_S = 120
MEMORY_BYTES = 2 << 30


def read_report_limited(file: SourceFile) -> Report:
    """`read_report`, for hostile formats in a child process. Raises BadReport, also when a limit was reached."""
    if file.source.format not in LIMITED_FORMATS:
        return read_report(file)
    source = file.source
    command = [sys.executable, "-m", "overflight.case.limited", str(file.path), source.name, source.sha256]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, with paths as arguments
            command, capture_output=True, timeout=WALL_S, stdin=subprocess.DEVNULL, check=False
        )
        answer = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        raise BadReport(
            f"reading it took more than {CPU_S} s or {MEMORY_BYTES >> 30} GiB and was stopped",
            where=source.name,
            now="Save its text, and add that.",
        ) from None
    if "error" in answer:
        raise BadReport(answer["error"], where=source.name, now=answer["now"])
    return dataclasses.replace(report_of(answer), is_synthetic=bool(answer["is_synthetic"]) or source.is_synthetic)


def report_of(plain: dict[str, Any]) -> Report:
    """A report from the child's JSON; only the fields of a report, each of its own type."""
    days = tuple(
        DayCandidate(on=dt.date.fromisoformat(d["on"]), found_in=str(d["found_in"])) for d in plain["day_candidates"]
    )

    def words(field: str) -> str | None:
        return None if plain[field] is None else str(plain[field])

    return Report(
        doc=ReportId(str(plain["doc"])),
        source=Sha256(str(plain["source"])),
        text=str(plain["text"]),
        published_on=dt.date.fromisoformat(plain["published_on"]) if plain["published_on"] else None,
        day_candidates=days,
        warnings=tuple(map(str, plain["warnings"])),
        page_starts=tuple(map(int, plain["page_starts"])),
        title=words("title"),
        outlet=words("outlet"),
        author=words("author"),
        url=words("url"),
        language=words("language"),
        language_basis=words("language_basis"),
        published_basis=words("published_basis"),
    )


def limit() -> None:
    """Bounds this process's time and memory, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def main(path: str, name: str, sha256: str) -> None:
    """The child: reads one file under limits and prints the report, or the error, as JSON."""
    limit()
    source = Source(
        sha256=Sha256(sha256), name=name, kind=SourceKind.REPORT, format="pdf", size_bytes=Path(path).stat().st_size
    )
    try:
        answer = dataclasses.asdict(read_report(SourceFile(source=source, path=Path(path))))
    except OverflightError as error:
        answer = {"error": error.what, "now": error.now}
    sys.stdout.write(json.dumps(answer, default=str))


if __name__ == "__main__":
    main(*sys.argv[1:])
