"""The method page and the program hold the same tables."""

from __future__ import annotations

from pathlib import Path

from overflight.documents.lineage.tables_text import tables_markdown

PAGE = Path(__file__).resolve().parents[3] / "docs" / "methods" / "lineage.md"


def test_the_page_prints_the_tables_of_the_program():
    assert tables_markdown() in PAGE.read_text(encoding="utf-8")
