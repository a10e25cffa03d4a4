"""Word tables written as running text, so that a reader can scan them."""

from __future__ import annotations


def wordlist(text: str) -> tuple[str, ...]:
    """The words of a table, in order."""
    return tuple(text.split())
