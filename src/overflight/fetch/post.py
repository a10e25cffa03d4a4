"""One POST to one address that the user named: bounded in time and size, no redirects, no private addresses by accident."""

from __future__ import annotations

import ipaddress
import socket
import urllib.error
import urllib.request
from http.client import HTTPMessage
from typing import IO
from urllib.parse import urlsplit

from overflight.errors import BadInput

TIMEOUT_S = 20
MAX_BYTES = 1 << 20


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect is an error: the user named one address, not where it points today."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        """Follows nothing; the caller sees the redirect as an error."""


def post(url: str, content: bytes, content_type: str, *, allow_local: bool = False) -> bytes:
    """The answer's bytes. Raises BadInput: what went wrong, at which address, what now."""
    check_address(url, allow_local=allow_local)
    headers = {"Content-Type": content_type, "User-Agent": "overflight"}
    request = urllib.request.Request(url, data=content, headers=headers)  # noqa: S310 - the scheme was checked
    opener = urllib.request.build_opener(NoRedirects, urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=TIMEOUT_S) as answer:
            body: bytes = answer.read(MAX_BYTES + 1)
    except (urllib.error.URLError, OSError, ValueError) as error:
        why = (
            f"HTTP {error.code}" if isinstance(error, urllib.error.HTTPError) else str(getattr(error, "reason", error))
        )
        raise BadInput(
            f"no usable answer ({why})", where=url, now="Check the address, or try another server."
        ) from error
    if len(body) > MAX_BYTES:
        raise BadInput("the answer is larger than 1 MiB", where=url, now="Try another server.")
    return body


def check_address(url: str, *, allow_local: bool) -> None:
    """Refuses other schemes, and addresses of this machine or its network unless they are allowed."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadInput("this is not an http or https address", where=url, now="Give the whole address of the server.")
    try:
        found = {info[4][0] for info in socket.getaddrinfo(parts.hostname, parts.port or 0, type=socket.SOCK_STREAM)}
    except OSError as error:
        raise BadInput("no such host", where=url, now="Check the address and the network.") from error
    for address in found:
        if not allow_local and not ipaddress.ip_address(str(address).split("%")[0]).is_global:
            raise BadInput(
                "the address lies on this machine or its own network",
                where=url,
                now="If you mean it, add --allow-local.",
            )
