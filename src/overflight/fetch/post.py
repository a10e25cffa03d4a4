"""One POST to one address that the user named: bounded in time and size, no redirects, no private addresses by accident."""

from __future__ import annotations

import ipaddress
import socket
import time
import urllib.error
import urllib.request
from enum import Enum
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.parse import urlsplit

from overflight.errors import BadInput

TIMEOUT_S = 20
MAX_BYTES = 1 << 20


class Reach(Enum):
    """How far a request may go."""

    LOOPBACK = "this machine only"
    GLOBAL = "public addresses only"
    ANY = "wherever the user pointed"


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect is an error: the user named one address, not where it points today."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        """Follows nothing; the caller sees the redirect as an error."""


def post(url: str, content: bytes, content_type: str, *, reach: Reach, timeout_s: float = TIMEOUT_S) -> bytes:
    """The answer's bytes. Raises BadInput: what went wrong, at which address, what now."""
    check_address(url, reach)
    headers = {"Content-Type": content_type, "User-Agent": "overflight"}
    request = urllib.request.Request(url, data=content, headers=headers)  # noqa: S310 - the scheme was checked
    opener = urllib.request.build_opener(NoRedirects, urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=timeout_s) as answer:
            body = read_bounded(answer, time.monotonic() + timeout_s)
    except (urllib.error.URLError, OSError, ValueError, HTTPException) as error:
        why = (
            f"HTTP {error.code}" if isinstance(error, urllib.error.HTTPError) else str(getattr(error, "reason", error))
        )
        raise BadInput(
            f"no usable answer ({why})", where=url, now="Check the address, or try another server."
        ) from error
    if len(body) > MAX_BYTES:
        raise BadInput("the answer is larger than 1 MiB", where=url, now="Try another server.")
    return body


def read_bounded(answer: IO[bytes], until_s: float) -> bytes:
    """The answer up to just past the limit; a server that drips its answer is cut off at the same time as a silent one."""
    body = b""
    while len(body) <= MAX_BYTES and (piece := answer.read1(64 * 1024)):  # type: ignore[attr-defined]
        body += piece
        if time.monotonic() > until_s:
            raise TimeoutError("timed out")
    return body


def check_address(url: str, reach: Reach) -> None:
    """Refuses other schemes, and addresses outside what may be reached."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadInput("this is not an http or https address", where=url, now="Give the whole address of the server.")
    try:
        found = {info[4][0] for info in socket.getaddrinfo(parts.hostname, parts.port or 0, type=socket.SOCK_STREAM)}
    except (OSError, ValueError) as error:
        raise BadInput("no such host", where=url, now="Check the address and the network.") from error
    for text in found:
        address = ipaddress.ip_address(str(text).split("%")[0])
        if reach is Reach.GLOBAL and not address.is_global:
            raise BadInput(
                "the address lies on this machine or its own network",
                where=url,
                now="If you mean it, add --allow-local.",
            )
        if reach is Reach.LOOPBACK and not address.is_loopback:
            raise BadInput("the address is not on this machine", where=url, now="If you mean it, add --allow-remote.")
