"""Pages as browsers and crawlers keep them: MHTML files and the first HTML record of a WARC or WACZ."""

from __future__ import annotations

import dataclasses
import email
import email.policy
import gzip
import re
import zipfile
import zlib
from io import BytesIO

from overflight.documents.read.draft import Draft, day_of
from overflight.documents.read.html import read_html
from overflight.errors import BadReport
from overflight.records.source import DayCandidate

MAX_UNPACKED_BYTES = 64 * 1024 * 1024
"""Bytes of an archive that are unpacked; an article with its pictures stays below 20 MB."""


def read_mhtml(data: bytes, where: str) -> Draft:
    """The page of an MHTML file, with the address and day its header gives. Raises BadReport if it holds no page."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            page = payload if isinstance(payload, bytes) else b""
            charset = part.get_content_charset()
            draft = read_html(_declared(page, charset), where)
            address = message.get("Snapshot-Content-Location") or part.get("Content-Location")
            return _with_origin(draft, address, None)
    raise BadReport("it holds no HTML page", where=where, now="Save the page as HTML.")


def read_warc(data: bytes, where: str) -> Draft:
    """The first HTML page of a WARC file, plain or gzipped; when it was fetched is kept as a day candidate."""
    raw = _gunzipped(data, where) if data[:2] == b"\x1f\x8b" else data
    for head, body in _records(raw):
        if head.get("warc-type") not in ("response", "resource"):
            continue
        page = _http_body(body) if head.get("warc-type") == "response" else body
        if page is not None and re.search(rb"<(?:html|body|article|p)\b", page[:65536], re.IGNORECASE):
            return _with_origin(read_html(page, where), head.get("warc-target-uri"), head.get("warc-date"))
    raise BadReport("it holds no HTML page", where=where, now="Export the page itself.")


def read_wacz(data: bytes, where: str) -> Draft:
    """The first HTML page of the first WARC inside a WACZ."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = sorted(n for n in archive.namelist() if re.search(r"\.warc(?:\.gz)?$", n))
            if not names:
                raise BadReport("it holds no WARC file", where=where, now="Export the page itself.")
            with archive.open(names[0]) as handle:
                content = handle.read(MAX_UNPACKED_BYTES + 1)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
        raise BadReport("its zip is damaged", where=where, now="Save it again.") from error
    if len(content) > MAX_UNPACKED_BYTES:
        raise BadReport("it unpacks to more than it may", where=where, now="Export the page itself.")
    return read_warc(content, where)


def _declared(page: bytes, charset: str | None) -> bytes:
    """The page in UTF-8 where its mail header names another charset."""
    if not charset or charset.lower() in ("utf-8", "us-ascii"):
        return page
    try:
        return page.decode(charset).encode("utf-8")
    except (LookupError, UnicodeDecodeError):
        return page


def _with_origin(draft: Draft, address: str | None, fetched_at: str | None) -> Draft:
    on = day_of(fetched_at)
    others = (DayCandidate(on=on, found_in="the day it was fetched, not of publication"),) if on else ()
    url = draft.url or (str(address) if address else None)
    return dataclasses.replace(draft, url=url, other_days=(*draft.other_days, *others))


def _gunzipped(data: bytes, where: str) -> bytes:
    """All members of a gzip file, up to the limit."""
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as handle:
            content = handle.read(MAX_UNPACKED_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise BadReport("its compression is damaged", where=where, now="Save it again.") from error
    if len(content) > MAX_UNPACKED_BYTES:
        raise BadReport("it unpacks to more than it may", where=where, now="Export the page itself.")
    return content


def _records(raw: bytes) -> list[tuple[dict[str, str], bytes]]:
    """Headers and content of each record, by the lengths that the records state."""
    found: list[tuple[dict[str, str], bytes]] = []
    at = 0
    while raw.startswith(b"WARC/", at):
        end = raw.find(b"\r\n\r\n", at)
        if end < 0:
            break
        head = _headers(raw[at:end])
        length = int(head["content-length"]) if head.get("content-length", "").isdigit() else 0
        found.append((head, raw[end + 4 : end + 4 + length]))
        at = end + 4 + length
        while raw[at : at + 2] == b"\r\n":
            at += 2
    return found


def _http_body(response: bytes) -> bytes | None:
    head, mark, body = response.partition(b"\r\n\r\n")
    if not mark or b" 200 " not in head.split(b"\r\n", 1)[0] + b" ":
        return None
    headers = _headers(head)
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = _dechunked(body)
    if headers.get("content-encoding", "").lower() == "gzip":
        return zlib.decompressobj(wbits=31).decompress(body, MAX_UNPACKED_BYTES)
    return body


def _dechunked(body: bytes) -> bytes:
    pieces: list[bytes] = []
    at = 0
    while match := re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]*\r\n").match(body, at):
        size = int(match[1], 16)
        if not size:
            break
        pieces.append(body[match.end() : match.end() + size])
        at = match.end() + size + 2
    return b"".join(pieces) or body


def _headers(block: bytes) -> dict[str, str]:
    lines = block.decode("utf-8", errors="replace").split("\r\n")[1:]
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {key.strip().lower(): value.strip() for key, _, value in pairs}
