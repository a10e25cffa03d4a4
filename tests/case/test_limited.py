"""PDF files are read in a child process: what it finds comes back whole, what it cannot do comes back as one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from overflight.case import limited
from overflight.case.limited import read_report_limited
from overflight.errors import BadReport
from overflight.records.source import SourceFile, SourceKind
from tests.case.builders import a_file

WORDS = "A cargo plane of Condor Alba landed in Yangon on 3 May 2022, officials said."


def a_pdf(folder: Path, content: bytes) -> SourceFile:
    import dataclasses

    file = a_file(folder, "panel.pdf", content)
    return SourceFile(source=dataclasses.replace(file.source, kind=SourceKind.REPORT, format="pdf"), path=file.path)


def one_page(words: str) -> bytes:
    """A PDF of one page, written by hand."""
    stream = f"BT /F1 12 Tf 40 700 Td ({words}) Tj ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = len(out)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % end
    )


def test_the_text_of_a_page_comes_back_with_where_it_begins(tmp_path: Path) -> None:
    report = read_report_limited(a_pdf(tmp_path, one_page(WORDS)))
    assert report.text.strip() == WORDS
    assert report.page_starts == (0,)
    assert report.doc == "panel"


@pytest.mark.parametrize("content", [b"%PDF-1.4\n", b"%PDF-1.4\n" + bytes(range(256)) * 40, one_page("")])
def test_a_damaged_or_empty_one_is_refused_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(BadReport, match=r"panel\.pdf: .*\. (Save|Run)"):
        read_report_limited(a_pdf(tmp_path, content))


def test_one_that_takes_too_long_is_stopped_and_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "WALL_S", 0.01)
    with pytest.raises(BadReport, match="was stopped"):
        read_report_limited(a_pdf(tmp_path, one_page(WORDS)))
