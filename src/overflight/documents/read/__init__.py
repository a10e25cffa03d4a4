"""From a file to a report: the stored text in which spans count, and what the file says about itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from overflight.documents.read.decode import glimpse, text_warnings
from overflight.documents.read.docx import read_docx
from overflight.documents.read.draft import Draft
from overflight.documents.read.html import read_html
from overflight.documents.read.language import detect_language
from overflight.documents.read.mime import read_mhtml, read_wacz, read_warc
from overflight.documents.read.pdf import read_pdf
from overflight.documents.read.text import has_front_matter, has_header, read_headed, read_markdown, read_plain
from overflight.errors import BadReport, UnreadableFile
from overflight.records.source import Report, ReportId, SourceFile

__all__ = ["MAX_BYTES", "read_report", "sniff_report"]

MAX_BYTES = 32 * 1024 * 1024
"""Largest report file. A book of a thousand pages holds 3 MB of text; what is larger is not an article."""

MAX_CHARACTERS = 4_000_000
"""Longest stored text."""

_READERS: dict[str, Callable[[bytes, str], Draft]] = {
    "headed": read_headed,
    "markdown": read_markdown,
    "html": read_html,
    "text": read_plain,
    "docx": read_docx,
    "pdf": read_pdf,
    "mhtml": read_mhtml,
    "warc": read_warc,
    "wacz": read_wacz,
}


def read_report(file: SourceFile) -> Report:
    """A file as a report. The same bytes give the same text, so spans survive re-reading.

    Raises UnreadableFile if the file cannot be opened, BadReport if its text cannot be told.
    """
    name = file.source.name
    try:
        with file.path.open("rb") as handle:
            data = handle.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableFile(
            f"cannot be opened ({error.strerror})", where=name, now="Check that it is there and may be read."
        ) from error
    if len(data) > MAX_BYTES:
        raise BadReport(f"it is larger than {MAX_BYTES // 2**20} MB", where=name, now="Cut it to the article.")
    kind = sniff_report(data[: 64 * 1024], name)
    if kind is None:
        raise BadReport("it is not a report in a known format", where=name, now="Save it as text, HTML or DOCX.")
    return _finished(_READERS[kind](data, name), file)


def sniff_report(head: bytes, name: str) -> str | None:
    """The report format of a file from its first 64 KiB and its name, None if it does not look like a report."""
    suffix = PurePosixPath(name).suffix.lower()
    packed = _sniff_packed(head, name.lower())
    if packed:
        return packed
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    if b"\0" in head[:4096] and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    if re.match(rb"(?:<!--.*?-->\s*)?(?:<!doctype html|<html|<head|<body|<article)", start, re.DOTALL):
        return "html"
    if suffix in (".html", ".htm", ".xhtml") and b"<" in start:
        return "html"
    text = glimpse(head)
    if has_header(text):
        return "headed"
    if suffix in (".md", ".markdown") or (suffix in _TEXT_SUFFIXES and has_front_matter(text)):
        return "markdown"
    return "text" if suffix in _TEXT_SUFFIXES and _is_prose(text) else None


def _sniff_packed(head: bytes, name: str) -> str | None:
    """Formats that tell themselves by their first bytes."""
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "wacz" if name.endswith(".wacz") else ("docx" if b"word/" in head or name.endswith(".docx") else None)
    if head.startswith(b"WARC/1.") or (head.startswith(b"\x1f\x8b") and name.endswith(".warc.gz")):
        return "warc"
    is_mail = re.search(rb"^MIME-Version:", head[:4096], re.IGNORECASE | re.MULTILINE)
    return "mhtml" if is_mail and b"multipart/related" in head[:4096].lower() else None


_TEXT_SUFFIXES = (".txt", ".text", "")


def _is_prose(text: str) -> bool:
    """Whether a text reads like sentences: words of letters with spaces between, not a table or a program."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    letters = sum(len(word) for word in words)
    return len(words) >= 5 and letters >= 0.5 * max(1, len(re.sub(r"\s", "", text)))


def _finished(draft: Draft, file: SourceFile) -> Report:
    if len(draft.text) > MAX_CHARACTERS:
        raise BadReport("its text is too long for an article", where=file.source.name, now="Cut it to the article.")
    if not draft.text.strip():
        raise BadReport("it holds no text", where=file.source.name, now="Save the article's text.")
    language, basis = draft.language, draft.language_basis
    if language is None:
        language, basis = detect_language(draft.text)
    first = draft.days[0] if draft.days else None
    return Report(
        doc=ReportId(draft.doc or PurePosixPath(file.source.name).stem),
        source=file.source.sha256,
        text=draft.text,
        title=draft.title,
        outlet=draft.outlet,
        author=draft.author,
        url=draft.url,
        language=language,
        language_basis=basis,
        published_on=first.on if first else None,
        published_basis=first.found_in if first else None,
        day_candidates=(*draft.days, *draft.other_days),
        is_synthetic=draft.is_synthetic or file.source.is_synthetic,
        page_starts=draft.page_starts,
        warnings=(*draft.warnings, *_day_warnings(draft), *text_warnings(draft.text)),
    )


def _day_warnings(draft: Draft) -> tuple[str, ...]:
    days = sorted({candidate.on for candidate in draft.days})
    if len(days) < 2:
        return ()
    shown = "; ".join(f"{candidate.on} ({candidate.found_in})" for candidate in draft.days)
    return (f"the page names {len(days)} different days: {shown}",)
