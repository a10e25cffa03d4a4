"""Asks a language model at an OpenAI-compatible address."""

from __future__ import annotations

from overflight.fetch.post import Reach, post

TIMEOUT_S = 120.0
"""A small model on a laptop reads an article in less; one that takes longer has hung."""


def ask_model(url: str, request: bytes, *, allow_remote: bool, timeout_s: float = TIMEOUT_S) -> bytes:
    """The answer to a chat request. Only this machine is asked unless `allow_remote`. Raises BadInput for none."""
    address = url.rstrip("/")
    if not address.endswith("/chat/completions"):
        address += "/chat/completions"
    reach = Reach.ANY if allow_remote else Reach.LOOPBACK
    return post(address, request, "application/json", reach=reach, timeout_s=timeout_s)
