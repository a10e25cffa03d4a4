"""Reports inside containers: Word, PDF, MHTML, WARC and WACZ; bombs and damage are refused."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from overflight.documents.read.docx import read_docx
from overflight.documents.read.mime import read_mhtml, read_wacz, read_warc
from overflight.documents.read.pdf import paragraphs, read_pdf
from overflight.errors import BadReport

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PAGE = (
    "<html lang='en'><body><article><h1>Night landing</h1><p>A freighter landed at Port Sudan, and soldiers took its "
    "crates away in four lorries, two witnesses said.</p></article></body></html>"
)


def docx(body: str, *, prolog: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{prolog}<w:document {W}><w:body>{body}</w:body></w:document>")
    return out.getvalue()


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs) + "</w:p>"


def test_runs_of_a_word_paragraph_are_joined_and_paragraphs_stand_apart() -> None:
    draft = read_docx(docx(paragraph("The jet ", "landed.") + paragraph("It left.")), "a.docx")
    assert draft.text == "The jet landed.\n\nIt left."


def test_a_table_row_of_a_word_document_is_one_line() -> None:
    cells = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in ("3 March", "EP-XYZ", "landed"))
    assert read_docx(docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"), "a.docx").text == "3 March | EP-XYZ | landed"


def test_hidden_text_of_a_word_document_is_warned_of() -> None:
    body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>"
    assert any("hidden" in warning for warning in read_docx(docx(body), "a.docx").warnings)


def test_a_word_document_with_entities_is_refused() -> None:
    prolog = '<!DOCTYPE w [<!ENTITY a "b">]>'
    with pytest.raises(BadReport):
        read_docx(docx(paragraph("x"), prolog=prolog), "a.docx")


def test_a_word_document_that_unpacks_without_end_is_refused() -> None:
    with pytest.raises(BadReport):
        read_docx(docx(paragraph("a" * 20_000_000)), "a.docx")


def test_a_truncated_word_document_is_refused() -> None:
    with pytest.raises(BadReport):
        read_docx(docx(paragraph("x"))[:60], "a.docx")


def mhtml(page: str) -> bytes:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/night\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'
    )
    return f"{head}{page}\r\n--b--\r\n".encode()


def test_a_saved_page_gives_its_article_and_its_address() -> None:
    draft = read_mhtml(mhtml(PAGE), "a.mhtml")
    assert "four lorries" in draft.text
    assert draft.url == "https://example.org/night"


def test_a_mail_without_a_page_is_refused() -> None:
    with pytest.raises(BadReport):
        read_mhtml(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b--\r\n", "a.mhtml")


def warc(page: str, *, chunked: bool = False) -> bytes:
    body = page.encode()
    extra = ""
    if chunked:
        body = b"%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n"
        extra = "Transfer-Encoding: chunked\r\n"
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{extra}\r\n".encode() + body
    info = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\nhi\r\n\r\n"
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/night\r\n"
        f"WARC-Date: 2024-03-09T10:00:00Z\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return info + head.encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("packed", [False, True])
def test_the_first_page_of_a_web_archive_is_read(chunked: bool, packed: bool) -> None:
    data = warc(PAGE, chunked=chunked)
    draft = read_warc(gzip.compress(data) if packed else data, "a.warc")
    assert "four lorries" in draft.text
    assert draft.url == "https://example.org/night"


def test_the_day_a_page_was_fetched_is_not_its_day_of_publication() -> None:
    draft = read_warc(warc(PAGE), "a.warc")
    assert draft.days == ()
    assert [c.on.isoformat() for c in draft.other_days] == ["2024-03-09"]


def test_a_packed_collection_gives_the_page_of_its_first_archive() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/data.warc.gz", gzip.compress(warc(PAGE)))
    assert "four lorries" in read_wacz(out.getvalue(), "a.wacz").text


def test_a_web_archive_without_a_page_is_refused() -> None:
    with pytest.raises(BadReport):
        read_warc(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\nhi\r\n\r\n", "a.warc")


def pdf(lines: list[str], *, mode: int = 0) -> bytes:
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    content = f"BT /F1 12 Tf {mode} Tr 72 720 Td 14 TL {shown} ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n" % len(content) + content + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    tail = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + tail


def test_pdf_lines_become_paragraphs_and_know_their_page() -> None:
    pytest.importorskip("pypdf")
    lines = ["A freighter landed at Port Sudan in the night and was un-", "loaded by soldiers.", "It left again."]
    draft = read_pdf(pdf(lines), "a.pdf")
    assert "was unloaded by soldiers." in draft.text
    assert draft.page_starts == (0,)


def test_invisible_text_of_a_pdf_is_warned_of() -> None:
    pytest.importorskip("pypdf")
    assert any("invisibly" in warning for warning in read_pdf(pdf(["Unseen words."], mode=3), "a.pdf").warnings)


def test_a_damaged_pdf_is_refused() -> None:
    with pytest.raises(BadReport):
        read_pdf(b"%PDF-1.7\n garbage", "a.pdf")


def test_a_hyphen_between_capitals_stays_when_lines_are_joined() -> None:
    assert (
        paragraphs("The aircraft with the registration EP-\nXYZ was seen")
        == "The aircraft with the registration EP- XYZ was seen"
    )
