"""Arabic articles and the Persian and Urdu link `-e-`, as hyphens show them."""

from __future__ import annotations

import re

_ASSIMILATED = re.compile(r"\b[aeu](dh|sh|th|[dnrstz])-(?=\1)", re.IGNORECASE)
"""The article before a consonant that it has become: `ar-Rahman`, `ud-Dawa`, `es-Salafia`."""
_LINK = re.compile(r"(?<=\w\w)-(?:[ei]|ye|yi|eh)[- ](?=\w)|(?<=\w\w) (?:[ei]|ye)-(?=\w)", re.IGNORECASE)
"""What joins two words in Persian and Urdu: `Lashkar-e-Tayyiba`, `Lashkar-i Taiba`, `Bank-e Shahr`."""


def with_plain_articles(text: str) -> str:
    """A name with its assimilated articles as `al`, and without the links between its words."""
    return _LINK.sub(" ", _ASSIMILATED.sub("al-", text))
