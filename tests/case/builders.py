"""Tiny cases made of plain text files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from overflight.case import Case, create
from overflight.case.config import CaseConfig
from overflight.records.source import Sha256, Source, SourceFile, SourceKind


def a_case(folder: Path, title: str = "A case") -> Case:
    return create(folder / "case", CaseConfig(title=title))


def a_file(folder: Path, name: str = "report.txt", content: bytes = b"A plane landed in Yangon.") -> SourceFile:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    source = Source(
        sha256=Sha256(hashlib.sha256(content).hexdigest()),
        name=name,
        kind=SourceKind.REPORT,
        format="text",
        size_bytes=len(content),
    )
    return SourceFile(source=source, path=path)
