"""XML read record by record, hardened: no document type, no entities, nothing fetched, one record in memory at a time."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from overflight.errors import BadList

Element = Any
"""An lxml element; lxml comes without types."""


def records(path: Path, name: str, root: str, tags: tuple[str, ...]) -> Iterator[tuple[str, Element]]:
    """Local name and element of each record, and first of all the root itself with its attributes.

    An element is emptied once the next is asked for. Raises BadList if the file is not whole, well-formed XML, has
    another root, or declares a document type (which no list does, and which is how entity bombs come in).
    """
    from lxml import etree

    with _opened(path) as stream:
        try:
            yield from _walk(stream, name, root, tags)
        except etree.XMLSyntaxError as error:
            raise BadList(
                f"broken or truncated XML ({error.msg})",
                where=name,
                now="Get the file again; until then the list before it stands.",
            ) from error
        except (EOFError, OSError) as error:
            raise BadList(
                f"damaged compression ({error})",
                where=name,
                now="Get the file again; until then the list before it stands.",
            ) from error


def _walk(stream: BinaryIO, name: str, root: str, tags: tuple[str, ...]) -> Iterator[tuple[str, Element]]:
    from lxml import etree

    context = etree.iterparse(
        stream,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    top: Element = None
    for event, element in context:
        tag = local_name(element)
        if top is None:
            top = element
            _check_root(element, name, root)
            yield tag, element
        if event == "end" and tag in tags:
            yield tag, element
            _forget(element)


def _check_root(element: Element, name: str, root: str) -> None:
    info = element.getroottree().docinfo
    if info.internalDTD is not None or info.doctype:
        raise BadList(
            "the XML declares a document type, which no list does", where=name, now="Get it from its publisher."
        )
    if local_name(element) != root:
        raise BadList(
            f"the XML begins with <{local_name(element)}>, not <{root}>",
            where=name,
            now="Get the file again; until then the list before it stands.",
        )


def _forget(element: Element) -> None:
    """Frees a record and its elder siblings."""
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]


def local_name(element: Element) -> str:
    """The tag without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child_text(element: Element, tag: str) -> str:
    """The text of the first child of that local name, blanks put right; "" where there is none."""
    for child in element:
        if local_name(child) == tag:
            return squeezed(child.text)
    return ""


def children(element: Element, tag: str) -> list[Element]:
    """The children of that local name."""
    return [child for child in element if local_name(child) == tag]


def squeezed(text: str | None) -> str:
    """Text with runs of blanks and line ends made one blank."""
    return " ".join(text.split()) if text else ""


_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")


def root_name(head: bytes) -> str | None:
    """The local name of the first element in a file's head, in UTF-8 or UTF-16; None where there is none."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", errors="ignore").encode()
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return None
    plain = re.sub(rb"<!--.*?-->", b"", head, flags=re.DOTALL)
    found = _ROOT.search(plain)
    return found.group(1).decode() if found else None


def _opened(path: Path) -> BinaryIO:
    with path.open("rb") as probe:
        packed = probe.read(2) == b"\x1f\x8b"
    return cast(BinaryIO, gzip.open(path, "rb")) if packed else path.open("rb")
