"""Word documents: paragraphs and table rows of the main text, from the zip and its XML alone."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from overflight.documents.read.draft import Draft, day_of
from overflight.errors import BadReport
from overflight.records.source import DayCandidate

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CORE = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
}

MAX_PART_BYTES = 64 * 1024 * 1024
"""Largest unpacked part; a book of a thousand pages unpacks to 15 MB. More is a bomb."""

MAX_RATIO = 200
"""Unpacked to packed bytes of a part; prose in XML packs 10 to 40 times."""


def read_docx(data: bytes, where: str) -> Draft:
    """A Word document as a draft; paragraphs stand a blank line apart, cells of a table row are divided by ` | `.

    Raises BadReport if it is not a Word document, is a bomb, or names entities.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            body = _parse(_part(archive, "word/document.xml", where), where)
            core = (
                _parse(_part(archive, "docProps/core.xml", where), where)
                if _has(archive, "docProps/core.xml")
                else None
            )
    except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError, OSError) as error:
        raise BadReport(
            "it is not a Word document that can be read", where=where, now="Save it again as text."
        ) from error
    blocks = [block for block in _blocks(body) if block.strip()]
    hidden = sum(1 for _ in body.iter(f"{_W}vanish"))
    return Draft(
        text="\n\n".join(blocks),
        title=_core(core, "dc:title"),
        author=_core(core, "dc:creator"),
        language=None,
        other_days=tuple(_days(core)),
        warnings=(f"{where}: {hidden} stretches are formatted as hidden; a reader does not see them",)
        if hidden
        else (),
    )


def _has(archive: zipfile.ZipFile, name: str) -> bool:
    return name in archive.namelist()


def _part(archive: zipfile.ZipFile, name: str, where: str) -> bytes:
    """One part, read no further than its limit whatever size its header claims."""
    info = archive.getinfo(name)
    with archive.open(info) as handle:
        content = handle.read(MAX_PART_BYTES + 1)
    if len(content) > MAX_PART_BYTES or len(content) > MAX_RATIO * max(info.compress_size, 1024):
        raise BadReport(f"{name} unpacks to more than it may", where=where, now="Save the text alone.")
    return content


def _parse(content: bytes, where: str) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        tree = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadReport("its XML is damaged", where=where, now="Save it again.") from error
    if tree.getroottree().docinfo.doctype:
        raise BadReport("its XML declares a document type, which Word never does", where=where, now="Save it again.")
    return tree


def _blocks(body: Any) -> Iterator[str]:
    container = body.find(f"{_W}body")
    for child in container if container is not None else ():
        if child.tag == f"{_W}p":
            yield _text(child)
        elif child.tag == f"{_W}tbl":
            rows = [[_cell(cell) for cell in row.iter(f"{_W}tc")] for row in child.iter(f"{_W}tr")]
            yield "\n".join(" | ".join(row) for row in rows)


def _cell(cell: Any) -> str:
    return " ".join(text for p in cell.iter(f"{_W}p") if (text := _text(p).strip()))


def _text(paragraph: Any) -> str:
    """The words of a paragraph; what tracked changes deleted is no longer part of it."""
    pieces: list[str] = []
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        tag = node.tag.removeprefix(_W)
        pieces.append({"t": node.text or "", "tab": "\t", "noBreakHyphen": "\u2011"}.get(tag, "\n"))
    return "".join(pieces)


def _core(core: Any, path: str) -> str | None:
    node = core.find(path, _CORE) if core is not None else None
    return node.text.strip() or None if node is not None and node.text else None


def _days(core: Any) -> Iterator[DayCandidate]:
    """Creation and change of the file: they bound publication, they are not it, and the basis says so."""
    for name in ("created", "modified"):
        on = day_of(_core(core, f"dcterms:{name}"))
        if on:
            yield DayCandidate(on=on, found_in=f"document properties, {name} (of the file, not of the article)")
