"""PDF files: the text of each page, lines joined to paragraphs, where each page begins.

Damaged and hostile files are bounded here by pages and characters; a bound on time and memory needs a process of its own,
which is the shell's to start (decision 0036).
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from overflight.documents.read.draft import Draft, day_of
from overflight.errors import BadReport
from overflight.records.source import DayCandidate

MAX_PAGES = 500
"""Pages that are read; reports of panels of experts run to 350."""

MAX_CHARACTERS = 4_000_000


def read_pdf(data: bytes, where: str) -> Draft:
    """A PDF as a draft. Words broken at a line's end are joined, wrapped lines too, pages stand a blank line apart.

    Raises BadReport if the file is damaged, encrypted, holds no text (a scan), or no PDF reader is installed.
    """
    try:
        from pypdf import PdfReader  # type: ignore[import-not-found,unused-ignore]
        from pypdf.errors import PyPdfError  # type: ignore[import-not-found,unused-ignore]
    except ImportError as error:
        raise BadReport(
            "reading PDF needs the package pypdf, which is not installed",
            where=where,
            now="Install it, or save the text.",
        ) from error
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise BadReport("it is encrypted", where=where, now="Save a copy without a password.")
        pages, is_hidden = _pages(reader)
        info = reader.metadata
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        raise BadReport(
            f"it is damaged ({type(error).__name__})", where=where, now="Save it again, or save the text."
        ) from error
    text, starts = _joined(pages)
    if not text.strip():
        raise BadReport("its pages hold no text, only pictures", where=where, now="Run text recognition on it first.")
    return Draft(
        text=text,
        title=_clean(getattr(info, "title", None)),
        author=_clean(getattr(info, "author", None)),
        other_days=_days(info),
        page_starts=starts,
        warnings=tuple(_warnings(reader, is_hidden, where)),
    )


def _pages(reader: Any) -> tuple[list[str], bool]:
    texts: list[str] = []
    is_hidden = False
    for page in reader.pages[:MAX_PAGES]:
        texts.append(paragraphs(page.extract_text() or ""))
        contents = page.get_contents()
        is_hidden = is_hidden or bool(contents is not None and _INVISIBLE.search(contents.get_data()))
        if sum(len(text) for text in texts) > MAX_CHARACTERS:
            break
    return texts, is_hidden


_INVISIBLE = re.compile(rb"(?<![\d.])3\s+Tr\b")
"""The operator that draws text invisibly: a recognised scan has it, and so has a hidden layer."""


def paragraphs(page: str) -> str:
    """The lines of a page as paragraphs: hyphens at line ends go where a small letter follows, wrapped lines are joined."""
    text = re.sub(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[^\W\d_])(?=[a-zà-ÿа-я])", "", page.replace("\r\n", "\n"))
    lines = [line.rstrip() for line in text.split("\n")]
    width = max((len(line) for line in lines), default=0)
    out: list[str] = []
    for line in lines:
        goes_on = bool(out and out[-1] and line) and _is_wrapped(out[-1], line, width)
        if goes_on:
            out[-1] = f"{out[-1]} {line.strip()}"
        else:
            out.append(line.strip())
    return re.sub(r"\n{2,}", "\n\n", "\n\n".join(line for line in out if line))


def _is_wrapped(line: str, following: str, width: int) -> bool:
    last = line.rsplit("\n", 1)[-1]
    return following[:1].islower() or (len(last) >= 0.6 * width and last[-1] not in ".!?:")


def _joined(pages: list[str]) -> tuple[str, tuple[int, ...]]:
    starts: list[int] = []
    text = ""
    for page in pages:
        text += "\n\n" if text else ""
        starts.append(len(text))
        text += page
    return text, tuple(starts)


def _clean(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _days(info: Any) -> tuple[DayCandidate, ...]:
    found: list[DayCandidate] = []
    for name, basis in (("/CreationDate", "created"), ("/ModDate", "modified")):
        raw = info.get(name) if info is not None else None
        match = re.match(r"D:(\d{4})(\d{2})(\d{2})", str(raw or ""))
        on = day_of("-".join(match.groups())) if match else None
        if on:
            found.append(
                DayCandidate(on=on, found_in=f"document properties, {basis} (of the file, not of the article)")
            )
    return tuple(found)


def _warnings(reader: Any, is_hidden: bool, where: str) -> list[str]:
    found = []
    if len(reader.pages) > MAX_PAGES:
        found.append(f"{where}: only the first {MAX_PAGES} of {len(reader.pages)} pages were read")
    if is_hidden:
        found.append(
            f"{where}: text is drawn invisibly on some pages: a recognised scan, or a layer that readers do not see"
        )
    return found
